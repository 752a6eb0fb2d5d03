//! The kinds of records as one table. Ids, names and rows follow from it: what no dossier is needed for here, what goes
//! by kind in a dossier in [`tables`](super::tables).

use super::ids::id;

/// A kind a row: its type, its id, its name, and its table in [`Dossier`](super::Dossier); then which field holds the
/// name of what it is of and which its words, if any, and which rows of other tables are its own.
macro_rules! kinds {
    ($given:ident) => {
        $given! {
            /// A source.
            Source(SourceId), "source", sources, words: title, rows: allows;
            /// An entity.
            Entity(EntityId), "entity", entities, words: name, rows: cites allows;
            /// An event.
            Event(EventId), "event", events, words: name, rows: cites says allows;
            /// A claim.
            Claim(ClaimId), "claim", claims, words: text, rows: cites says allows;
            /// An evidence.
            Evidence(EvidenceId), "evidence", evidence, of: source, words: quote, rows: says allows;
            /// A fact.
            Fact(FactId), "fact", facts, words: text, rows: cites says allows;
            /// A roll.
            Roll(RollId), "roll", rolls, of: object, rows: cites allows;
            /// A relation, of the dossier or of the standard vocabulary.
            Relation(RelationId), "relation", relations;
            /// A quantity.
            Quantity(QuantityId), "quantity", quantities;
        }
    };
}
pub(super) use kinds;

macro_rules! named {
    ($($(#[$doc:meta])* $Kind:ident($Id:ident), $name:literal, $table:ident $(, $key:ident: $($field:ident)+)*;)*) => {
        $(id! { $(#[$doc])* $Id })*

        /// The kinds of records.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[$doc])* $Kind,)*
        }

        /// Any record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Record {
            $($(#[$doc])* $Kind($Id),)*
        }

        impl Kind {
            /// All of them, in the order in which names are looked up.
            pub const ALL: &[Self] = &[$(Self::$Kind,)*];

            /// The name of its tables.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$Kind => $name,)*
                }
            }
        }

        impl Record {
            /// The record of a kind in that row.
            pub fn new(kind: Kind, row: usize) -> Self {
                match kind {
                    $(Kind::$Kind => Self::$Kind($Id::new(row)),)*
                }
            }

            /// Its kind.
            pub fn kind(self) -> Kind {
                match self {
                    $(Self::$Kind(_) => Kind::$Kind,)*
                }
            }

            /// The row of its table.
            pub fn row(self) -> usize {
                match self {
                    $(Self::$Kind(id) => id.index(),)*
                }
            }
        }

        $(impl From<$Id> for Record {
            fn from(id: $Id) -> Self {
                Self::$Kind(id)
            }
        })*

        $(impl Named for $Id {
            const KIND: Kind = Kind::$Kind;

            fn of(record: Record) -> Option<Self> {
                if let Record::$Kind(id) = record { Some(id) } else { None }
            }
        })*
    };
}

kinds!(named);

/// What a name may resolve to.
pub trait Named: Copy {
    /// Its kind, or the one by which several are called.
    const KIND: Kind;

    /// The record as that, if it is one.
    fn of(record: Record) -> Option<Self>;
}

/// What can stand in a relation: an entity, an event or a source; in words an entity.
impl Named for Record {
    const KIND: Kind = Kind::Entity;

    fn of(record: Record) -> Option<Self> {
        matches!(record.kind(), Kind::Entity | Kind::Event | Kind::Source).then_some(record)
    }
}

impl Kind {
    /// The kind whose tables have that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}
