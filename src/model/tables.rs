//! What goes by kind in a dossier: its rows, what records of all kinds have, and how those of one dossier are taken in
//! behind those of another.

use std::ops::Index;

use super::kinds::kinds;
use super::{
    Claim, ClaimId, Dossier, Entity, EntityId, Event, EventId, Evidence, EvidenceId, Fact, FactId, Head, Kind,
    Quantity, QuantityId, Record, Relation, RelationId, Roll, RollId, Source, SourceId,
};
use crate::text::{Span, Word};

macro_rules! tables {
    ($(
        $(#[$doc:meta])*
        $Kind:ident($Id:ident), $name:literal, $table:ident
            $(, of: $of:ident)? $(, words: $words:ident)? $(, rows: $($rows:ident)+)?;
    )*) => {
        $(impl Index<$Id> for Dossier {
            type Output = $Kind;

            fn index(&self, id: $Id) -> &$Kind {
                &self.$table[id.index()]
            }
        })*

        impl Dossier {
            /// How many records of a kind there are.
            pub fn count(&self, kind: Kind) -> usize {
                match kind {
                    $(Kind::$Kind => self.$table.len(),)*
                }
            }

            /// By what a record is called: its id, else the name of what it is of.
            pub(super) fn called(&self, record: Record) -> Option<Word> {
                match record {
                    $(Record::$Kind(id) => {
                        let row = &self[id];
                        Option::<Word>::from(row.id)$(.or(row.$of.map(|name| name.word)))?
                    })*
                }
            }

            /// What records of all kinds have.
            pub fn head(&self, record: Record) -> Head {
                match record {
                    $(Record::$Kind(id) => {
                        let row = &self[id];
                        Head {
                            $(of: row.$of.map(|name| name.word),)?
                            $(words: row.$words,)?
                            $($($rows: row.$rows,)+)?
                            ..Head::new(row.header, row.home, row.id.into())
                        }
                    })*
                }
            }

            /// How many records of a kind have their header no later than a place.
            pub(super) fn count_up_to(&self, kind: Kind, place: Span) -> usize {
                match kind {
                    $(Kind::$Kind => self.$table.partition_point(|row| row.header.start <= place.start),)*
                }
            }

            /// Takes in the records of `part` behind its own, before the rows that those have in other tables.
            pub(super) fn append_records(&mut self, part: &mut Self) {
                let (cites, says, allows) = (self.citations.len(), self.statements.len(), self.allows.len());
                let behind = Behind { cites, says, allows };
                $(
                    $($(part.$table.iter_mut().for_each(|row| row.$rows.shift(behind.$rows));)+)?
                    self.$table.append(&mut part.$table);
                )*
            }
        }
    };
}

kinds!(tables);

/// Behind how many rows the rows of a record come to lie.
struct Behind {
    cites: usize,
    says: usize,
    allows: usize,
}
