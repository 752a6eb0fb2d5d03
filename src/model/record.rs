//! The tables' rows: sources, entities, events, claims, evidence, facts, rolls, relations, quantities.

use super::{EntityId, EventId, QuantityId, Record, RelationId, Rows, SourceId, WhenId};
use crate::text::{Span, Word};

/// Whether a record is the dossier's own or taken in from a folder that it extends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Home {
    /// A record of the dossier itself.
    Own,
    /// A record of a folder that the dossier extends.
    Extended,
    /// A record of the vocabulary that the program brings along.
    Vocabulary,
}

/// A name as it was written, and what it resolved to.
#[derive(Clone, Copy, Debug)]
pub struct Ref<I> {
    /// The name as it was written.
    pub word: Word,
    /// What it names; `None` where nothing has that name, which `unknown-id` has reported.
    pub target: Option<I>,
}

/// A date as it was written.
#[derive(Clone, Copy, Debug)]
pub struct Date {
    /// Its place, quotes included.
    pub span: Span,
    /// What it says.
    pub when: WhenId,
}

/// What records of all kinds have, if not each of them.
#[derive(Clone, Copy, Debug)]
pub struct Head {
    /// The header of its table.
    pub header: Span,
    /// Whose record it is.
    pub home: Home,
    /// Its id.
    pub id: Option<Word>,
    /// The name of what it is of, by which it is called where it has no id of its own.
    pub of: Option<Word>,
    /// What it says, or what it is called, in a few words.
    pub words: Option<Word>,
    /// What it cites.
    pub cites: Rows,
    /// What it says.
    pub says: Rows,
    /// What it is allowed to break.
    pub allows: Rows,
}

impl Head {
    pub(super) fn new(header: Span, home: Home, id: Option<Word>) -> Self {
        let rows = Rows::default();
        Self { header, home, id, of: None, words: None, cites: rows, says: rows, allows: rows }
    }
}

/// Where a work stands in its life as a publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It has appeared.
    Published,
    /// It has not appeared: its date is open.
    Forthcoming,
    /// It was withdrawn by whoever published it.
    Retracted,
}

impl Status {
    /// The words for them.
    pub const NAMED: [(&'static str, Self); 3] =
        [("published", Self::Published), ("forthcoming", Self::Forthcoming), ("retracted", Self::Retracted)];
}

/// A work that is cited. The names of its fields are those of CSL.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its id.
    pub id: Word,
    /// The `[[source]]` header.
    pub header: Span,
    /// Whose record it is.
    pub home: Home,
    /// The key as the text prints it.
    pub cited_as: Option<Word>,
    /// The kind of work, in CSL's words.
    pub kind: Option<Word>,
    /// The title.
    pub title: Option<Word>,
    /// The authors.
    pub author: Vec<Word>,
    /// The title of what it appeared in: a journal, a newspaper, a site, a book of many authors.
    pub container_title: Option<Word>,
    /// When it appeared, as the bibliography states it.
    pub issued: Option<Date>,
    /// When it was read.
    pub accessed: Option<Date>,
    /// The last day on which its content could have changed.
    pub updated: Option<Date>,
    /// The date of a reprint's or a translation's text.
    pub original_date: Option<Date>,
    /// The address.
    pub url: Option<Word>,
    /// The Digital Object Identifier.
    pub doi: Option<Word>,
    /// The International Standard Book Number.
    pub isbn: Option<Word>,
    /// The International Standard Serial Number.
    pub issn: Option<Word>,
    /// Where it stands as a publication, and where that is said.
    pub status: Option<(Status, Span)>,
    /// Events that its very title names.
    pub about: Vec<Ref<EventId>>,
    /// The sources that it repeats.
    pub derived_from: Vec<Ref<SourceId>>,
    /// What it is allowed to break.
    pub allows: Rows,
}

/// Something that exists for a time.
#[derive(Clone, Debug)]
pub struct Entity {
    /// Its id.
    pub id: Word,
    /// The `[[entity]]` header.
    pub header: Span,
    /// Whose record it is.
    pub home: Home,
    /// Its name.
    pub name: Option<Word>,
    /// Its other names.
    pub aka: Vec<Word>,
    /// What it is: `state`, `person`, `organisation`, …
    pub kind: Option<Word>,
    /// When its life starts.
    pub from: Option<Date>,
    /// When its life ends.
    pub until: Option<Date>,
    /// The entity that it continues or succeeds.
    pub continues: Vec<Ref<EntityId>>,
    /// What its life is known from.
    pub cites: Rows,
    /// What it is allowed to break.
    pub allows: Rows,
}

/// Something that happens at a time.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its id.
    pub id: Word,
    /// The `[[event]]` header.
    pub header: Span,
    /// Whose record it is.
    pub home: Home,
    /// Its name.
    pub name: Option<Word>,
    /// Its other names.
    pub aka: Box<[Word]>,
    /// What it is.
    pub kind: Option<Word>,
    /// What the record itself says of it: a statement owned by [`Owner::Event`](super::Owner::Event), if any.
    pub says: Rows,
    /// What its dates are known from.
    pub cites: Rows,
    /// What it is allowed to break.
    pub allows: Rows,
}

/// Where the paper says something.
#[derive(Clone, Copy, Debug, Default)]
pub struct Locator {
    /// The heading of the section.
    pub section: Option<Word>,
    /// The file, of a manuscript of several.
    pub file: Option<Word>,
    /// The line of the manuscript, and where that is written.
    pub line: Option<(u32, Span)>,
    /// A few words of the passage.
    pub phrase: Option<Word>,
}

/// The fact-checker's own mark on a claim.
#[derive(Clone, Copy, Debug)]
pub struct Checked {
    /// Who checked.
    pub by: Option<Word>,
    /// When.
    pub on: Option<Date>,
    /// What came out of it, and where that is said.
    pub verdict: Option<(Verdict, Span)>,
}

/// What came out when a person checked a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is as the paper says.
    Confirmed,
    /// It was not, and the paper was changed.
    Changed,
    /// Its author alone vouches for it.
    OnAuthor,
    /// Its author is asked.
    Query,
    /// There are good grounds for it and against it.
    Disputed,
    /// It is not as the paper says.
    Refuted,
    /// Nobody can tell.
    Unverifiable,
}

impl Verdict {
    /// The words for them.
    pub const NAMED: [(&'static str, Self); 7] = [
        ("confirmed", Self::Confirmed),
        ("changed", Self::Changed),
        ("on-author", Self::OnAuthor),
        ("query", Self::Query),
        ("disputed", Self::Disputed),
        ("refuted", Self::Refuted),
        ("unverifiable", Self::Unverifiable),
    ];

    /// As checkers put it in a fact sheet.
    pub const fn status(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Changed => "changed",
            Self::OnAuthor => "on author",
            Self::Query => "query",
            Self::Disputed => "disputed",
            Self::Refuted => "refuted",
            Self::Unverifiable => "could not verify",
        }
    }
}

/// A finding that a person has decided to live with.
#[derive(Clone, Copy, Debug)]
pub struct Allow {
    /// The whole entry.
    pub span: Span,
    /// The rule.
    pub rule: Word,
    /// Why it is allowed.
    pub because: Word,
    /// The last day of the allowance.
    pub until: Option<Date>,
}

/// What the paper says, where it says it, and what it cites for it.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Its id.
    pub id: Word,
    /// The `[[claim]]` header.
    pub header: Span,
    /// Whose record it is.
    pub home: Home,
    /// A paraphrase.
    pub text: Option<Word>,
    /// Where the paper says it.
    pub at: Locator,
    /// What the paper cites for it.
    pub cites: Rows,
    /// What it says.
    pub says: Rows,
    /// The fact-checker's mark.
    pub checked: Option<Box<Checked>>,
    /// What it is allowed to break.
    pub allows: Rows,
}

/// What a source says, read by the checker.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// Its id, if it has one.
    pub id: Option<Word>,
    /// The `[[evidence]]` header.
    pub header: Span,
    /// Whose record it is.
    pub home: Home,
    /// The source.
    pub source: Option<Ref<SourceId>>,
    /// Its words.
    pub quote: Option<Word>,
    /// Where in the source they stand.
    pub locator: Option<Word>,
    /// A local copy of the source.
    pub file: Option<Word>,
    /// What it says.
    pub says: Rows,
    /// What it is allowed to break.
    pub allows: Rows,
}

/// What the checker holds as given.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Its id.
    pub id: Word,
    /// The `[[fact]]` header.
    pub header: Span,
    /// Whose record it is.
    pub home: Home,
    /// In words.
    pub text: Option<Word>,
    /// What it is known from.
    pub cites: Rows,
    /// What it says.
    pub says: Rows,
    /// What it is allowed to break.
    pub allows: Rows,
}

/// One entry of a roll.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// The whole entry.
    pub span: Span,
    /// Who stands in the relation.
    pub subject: Option<Ref<EntityId>>,
    /// Since when.
    pub from: Option<Date>,
    /// Until when.
    pub until: Option<Date>,
    /// As what, where it is not a plain member.
    pub status: Option<Word>,
}

/// A complete list over time of who stands in a relation to something.
#[derive(Clone, Debug)]
pub struct Roll {
    /// Its id, if it has one.
    pub id: Option<Word>,
    /// The `[[roll]]` header.
    pub header: Span,
    /// Whose record it is.
    pub home: Home,
    /// The relation.
    pub relation: Option<Ref<RelationId>>,
    /// To what.
    pub object: Option<Ref<Record>>,
    /// How many may stand in it at one time.
    pub seats: Option<(u32, Span)>,
    /// The first day for which the list is complete.
    pub complete_from: Option<Date>,
    /// The last day for which the list is complete.
    pub complete_until: Option<Date>,
    /// What it is known from.
    pub cites: Rows,
    /// Who stands in the relation.
    pub members: Vec<Member>,
    /// What it is allowed to break.
    pub allows: Rows,
}

/// A kind of statement between things, with its promises in OWL's terms.
#[expect(clippy::struct_excessive_bools, reason = "OWL's promises are independent of each other")]
#[derive(Clone, Debug)]
pub struct Relation {
    /// Its id.
    pub id: Word,
    /// The `[[relation]]` header.
    pub header: Span,
    /// Whose record it is.
    pub home: Home,
    /// How it is said: `{subject} is a member of {object}`.
    pub reads: Option<Word>,
    /// The kinds of its subjects.
    pub domain: Vec<Word>,
    /// The kinds of its objects.
    pub range: Vec<Word>,
    /// At most one object a subject.
    pub functional: bool,
    /// At most one subject an object.
    pub inverse_functional: bool,
    /// It holds for good: a second object is wrong at whatever time.
    pub permanent: bool,
    /// Who exists while it holds.
    pub exist: Option<Exist>,
    /// It holds both ways.
    pub symmetric: bool,
    /// It never holds both ways.
    pub asymmetric: bool,
    /// It carries over.
    pub transitive: bool,
    /// Nothing stands in it to itself.
    pub irreflexive: bool,
    /// The relation that says the same from the other side.
    pub inverse_of: Option<Ref<RelationId>>,
    /// The relations that it implies.
    pub subproperty_of: Vec<Ref<RelationId>>,
    /// The relations that never hold of the same two things at one time.
    pub disjoint_with: Vec<Ref<RelationId>>,
    /// The relations one of which has held before it holds.
    pub after: Vec<Ref<RelationId>>,
}

/// Which sides of a relation exist while it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exist {
    /// The subject.
    Subject,
    /// The object.
    Object,
    /// Both.
    Both,
}

impl Exist {
    /// The words for them.
    pub const NAMED: [(&'static str, Self); 3] =
        [("subject", Self::Subject), ("object", Self::Object), ("both", Self::Both)];
}

impl Quantity {
    /// Whether its values in percent are shares of a whole.
    pub fn is_share(&self) -> bool {
        self.share_of.or(self.part_of).is_some()
    }
}

/// A quantity that the paper gives numbers for.
#[derive(Clone, Debug)]
pub struct Quantity {
    /// Its id.
    pub id: Word,
    /// The `[[quantity]]` header.
    pub header: Span,
    /// Whose record it is.
    pub home: Home,
    /// Its name.
    pub name: Option<Word>,
    /// The unit of its values.
    pub unit: Option<Word>,
    /// The whole that it is a part of.
    pub part_of: Option<Ref<QuantityId>>,
    /// The parts that it is the sum of.
    pub sum_of: Vec<Ref<QuantityId>>,
    /// The whole that it is a share of.
    pub share_of: Option<Ref<QuantityId>>,
    /// The quantity whose growth it is, in percent or in percentage points.
    pub growth_of: Option<Ref<QuantityId>>,
    /// The quantity that it grew from, where the two values are no values of one.
    pub growth_from: Option<Ref<QuantityId>>,
}

/// What a citation is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Role {
    /// The source says that it is so.
    #[default]
    Attests,
    /// The source presumably says that it is so: the text cites it behind a later sentence.
    Presumed,
    /// The source says that it will be so.
    Predicts,
    /// The source defines a term.
    Defines,
    /// The source is further reading.
    Background,
    /// The source says that it is not so.
    Disputes,
}

impl Role {
    /// The words for them.
    pub const NAMED: [(&'static str, Self); 6] = [
        ("attests", Self::Attests),
        ("presumed", Self::Presumed),
        ("predicts", Self::Predicts),
        ("defines", Self::Defines),
        ("background", Self::Background),
        ("disputes", Self::Disputes),
    ];
}

/// One source cited by one record.
#[derive(Clone, Copy, Debug)]
pub struct Citation {
    /// The id or the key, as it was written.
    pub word: Word,
    /// What it is for.
    pub role: Role,
    /// Where in the source.
    pub locator: Option<Word>,
    /// What it resolves to: rows of [`Dossier::cited`](super::Dossier::cited). None where nothing has that key,
    /// several where several do.
    pub cited: Rows,
}
