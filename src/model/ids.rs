//! The ids: newtypes over a table's index.

use std::num::NonZeroU32;

/// A stretch of rows of a table that belong to one record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// The first row.
    pub start: u32,
    /// The row after the last.
    pub end: u32,
}

impl Rows {
    /// The rows as indices.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// How many there are.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(NonZeroU32);

        impl $name {
            /// The id of row `index`.
            ///
            /// # Panics
            /// Beyond `u32::MAX - 1` rows, which texts of less than 4 GiB cannot hold.
            pub fn new(index: usize) -> Self {
                let number = u32::try_from(index + 1).ok().and_then(NonZeroU32::new);
                Self(number.expect("texts of less than 4 GiB hold fewer rows"))
            }

            /// The row.
            pub fn index(self) -> usize {
                self.0.get() as usize - 1
            }
        }
    )*};
}

ids! {
    /// A source of the dossier.
    SourceId;
    /// An entity of the dossier.
    EntityId;
    /// An event of the dossier.
    EventId;
    /// A claim of the dossier.
    ClaimId;
    /// An evidence of the dossier.
    EvidenceId;
    /// A fact of the dossier.
    FactId;
    /// A roll of the dossier.
    RollId;
    /// A relation of the dossier or of the standard vocabulary.
    RelationId;
    /// A quantity of the dossier.
    QuantityId;
    /// A statement of a claim, an evidence or a fact.
    StatementId;
    /// A date, each written form once.
    WhenId;
    /// A gap between two events, each written form once.
    GapId;
    /// A value of a quantity, each written form once.
    AmountId;
}
