//! Every table that a dossier may hold, key by key: what the loader takes, and what the schema tells editors.
//!
//! The loader knows a table's keys by these lists, asks for those that are needed, and says by them what a value should
//! have been; builds with debug assertions hold the type with which it reads a key against the one that stands here.

use crate::model::{Exist, Kind, Link, Mode, Role, Status, Verdict};
use crate::statistics::{Correction, Measure, Tails};

/// What a key takes.
#[derive(Clone, Copy, Debug)]
pub enum Takes {
    /// The id of the record, in kebab-case.
    Id,
    /// A string.
    Text,
    /// A string, or a list of them.
    Texts,
    /// One of some words.
    Word(&'static [&'static str]),
    /// The name of a rule.
    Rule,
    /// `true` or `false`.
    Flag,
    /// A whole number from 0 to 4294967295.
    Number,
    /// A date: EDTF in quotes, a year of four digits, or a date of TOML.
    Date,
    /// Dates or the ids of events: one, or a list of them.
    Times,
    /// A duration of ISO 8601 in quotes.
    Gap,
    /// The value of a quantity, in quotes.
    Amount,
    /// A test statistic, in quotes.
    Test,
    /// A number as it is printed, in quotes.
    Printed,
    /// One table.
    Table(&'static Shape),
    /// A table, or a list of them.
    Tables(&'static Shape),
    /// Citations: strings or tables, one or a list of them.
    Citations,
    /// Statements: one, or a list of them.
    Statements,
    /// A severity for each rule that is named.
    Severities,
    /// What no rule reads: kept for other programs and for people, whatever it is.
    Unread,
}

impl Takes {
    /// What is wanted, as the end of "takes …".
    pub fn wanted(self) -> &'static str {
        match self {
            Takes::Flag => "`true` or `false`",
            Takes::Number => "a whole number",
            Takes::Date | Takes::Times => "a date",
            Takes::Gap => "a duration like `\"P4M\"`",
            Takes::Amount | Takes::Test | Takes::Printed => "a value in quotes, which keep its digits",
            Takes::Table(_) | Takes::Severities => "a table",
            Takes::Tables(_) | Takes::Statements => "a table, or a list of tables",
            Takes::Id
            | Takes::Text
            | Takes::Texts
            | Takes::Word(_)
            | Takes::Rule
            | Takes::Citations
            | Takes::Unread => "a string",
        }
    }
}

/// A key of a table.
#[derive(Debug)]
pub struct Field {
    /// The key as it is written.
    pub name: &'static str,
    /// What it takes.
    pub takes: Takes,
    /// Whether it has to be there.
    pub needed: bool,
    /// What it says, in one sentence.
    pub doc: &'static str,
}

/// A table by its keys, those that are needed in front.
#[derive(Debug)]
pub struct Shape {
    /// What it is, with its article: `a claim`.
    pub what: &'static str,
    /// What it is for, in one sentence.
    pub doc: &'static str,
    /// Its keys.
    pub fields: &'static [Field],
}

impl Shape {
    /// The key of that name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The keys that have to be there.
    pub(super) fn needed(&self) -> impl Iterator<Item = &'static Field> {
        self.fields.iter().take_while(|field| field.needed)
    }

    /// The names of the keys.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.fields.iter().map(|field| field.name)
    }
}

const fn needs(name: &'static str, takes: Takes, doc: &'static str) -> Field {
    Field { name, takes, needed: true, doc }
}

const fn may(name: &'static str, takes: Takes, doc: &'static str) -> Field {
    Field { name, takes, needed: false, doc }
}

/// The words of a choice, without what they choose.
const fn words<T, const N: usize>(named: &[(&'static str, T); N]) -> [&'static str; N] {
    let mut words = [""; N];
    let mut at = 0;
    while at < N {
        words[at] = named[at].0;
        at += 1;
    }
    words
}

const ID: Takes = Takes::Id;
const LINK: Takes = Takes::Word(&words(&Link::NAMED));
const STATUS: Takes = Takes::Word(&words(&Status::NAMED));
const ROLE: Takes = Takes::Word(&words(&Role::NAMED));
const VERDICT: Takes = Takes::Word(&words(&Verdict::NAMED));
const MODE: Takes = Takes::Word(&words(&Mode::NAMED));
const MEASURE: Takes = Takes::Word(&words(&Measure::NAMED));

/// Whether a source was there itself, or tells what others tell.
pub const SOURCING: [&str; 2] = ["primary", "secondary"];

const NOTE: Field = may("note", Takes::Unread, "A remark for people");
const ALLOWED: Field =
    may("allow", Takes::Tables(&ALLOWANCE), "The findings about it that you can live with, each with the reason");
const NOT: Field = may("not", Takes::Flag, "With `true` it is denied");
const SAID_BY: Field = may("said-by", Takes::Text, "The entity whose word it is: it binds the speaker, not the paper");
const LINKED: Field = may(
    "link",
    LINK,
    "Whether the text itself says that it is of this, or that is `presumed`: then what rests on it is at most a warning",
);
const MEANT: Field = may("mode", MODE, "How it is meant; only `fact` and `reported` contradict with certainty");

const P: Field = may(
    "p",
    Takes::Printed,
    "The p-value beside it, with the sign before it unless that is `=`: `.036`, `<.001`, `>.05`",
);
const TAILS: Field =
    may("tails", Takes::Word(&words(&Tails::NAMED)), "Of how many sides the p-value is; `two` where nothing is said");
const CORRECTION: Field = may(
    "correction",
    Takes::Word(&words(&Correction::NAMED)),
    "Whether the p-value was raised for several tests, or for variances that differ",
);

/// The tables of a dossier by their names: `[dossier]` is one table, the others are lists of records.
pub fn tables() -> impl Iterator<Item = (&'static str, &'static Shape)> {
    let records = Kind::ALL.iter().map(|&kind| (kind.name(), shape(kind)));
    std::iter::once(("dossier", &DOSSIER)).chain(records)
}

/// The shape of the records of a kind.
pub fn shape(kind: Kind) -> &'static Shape {
    &RECORDS[kind as usize]
}

/// `[dossier]`
pub static DOSSIER: Shape = Shape {
    what: "a dossier",
    doc: "The paper itself",
    fields: &[
        may("title", Takes::Text, "The paper's title"),
        may("issued", Takes::Date, "When it appeared: what it tells as past lies before"),
        may("as-of", Takes::Date, "The day that counts as today; no rule reads the machine's clock"),
        may("language", Takes::Text, "The language in which it is written: `en`, `id`"),
        may("manuscript", Takes::Text, "The file that holds its text; the path counts from this file"),
        may("extends", Takes::Texts, "Folders whose facts, rolls, entities and relations are taken in"),
        may("rules", Takes::Severities, "How much the findings of a rule matter, by its name"),
    ],
};

/// The shapes of records, by kind.
static RECORDS: [Shape; Kind::ALL.len()] = [
    Shape {
        what: "a source",
        doc: "A work that is cited: an entry of the bibliography, with the names of CSL",
        fields: &[
            needs("id", ID, "How other records name it"),
            may("cited-as", Takes::Text, "The key as the text prints it: `Gazette 2024`"),
            may("type", Takes::Text, "The kind of work in CSL's words: `webpage`, `book`, `article-journal`"),
            may("title", Takes::Text, "The title"),
            may("author", Takes::Texts, "The authors, each as the bibliography names them"),
            may("issued", Takes::Date, "When it appeared, as the bibliography states it"),
            may("accessed", Takes::Date, "When it was read"),
            may("updated", Takes::Date, "The last day on which its content could have changed"),
            may("original-date", Takes::Date, "The date of the text, where this is a reprint or a translation"),
            may("url", Takes::Text, "The address"),
            may("doi", Takes::Text, "The Digital Object Identifier"),
            may("isbn", Takes::Text, "The International Standard Book Number"),
            may("issn", Takes::Text, "The International Standard Serial Number"),
            may("publisher", Takes::Unread, "Who published it"),
            may("publisher-place", Takes::Unread, "Where it was published"),
            may(
                "container-title",
                Takes::Text,
                "What it appeared in: a journal, a newspaper, a site, a book of many authors",
            ),
            may("volume", Takes::Unread, "The volume"),
            may("issue", Takes::Unread, "The issue"),
            may("page", Takes::Unread, "The pages"),
            may("edition", Takes::Unread, "The edition"),
            may("genre", Takes::Unread, "The kind of work, more closely: `Master's thesis`"),
            may("number", Takes::Unread, "The number of a report"),
            may("language", Takes::Unread, "The language of the work"),
            may("editor", Takes::Unread, "The editors"),
            may("translator", Takes::Unread, "The translators"),
            may("event-title", Takes::Unread, "The conference at which it was given"),
            NOTE,
            may("status", STATUS, "Where it stands in its life as a publication"),
            may("about", Takes::Texts, "Events that its very title names, by their ids"),
            may("derived-from", Takes::Texts, "The sources that it repeats, by their ids"),
            ALLOWED,
        ],
    },
    Shape {
        what: "an entity",
        doc: "Something that exists for a time: a state, a person, an organisation, a treaty, a place",
        fields: &[
            needs("id", ID, "How other records name it"),
            may("name", Takes::Text, "Its name"),
            may("aka", Takes::Texts, "Its other names"),
            may("kind", Takes::Text, "What it is: `state`, `person`, `organisation`, `treaty`, `office`, `place`"),
            may("from", Takes::Date, "When its life starts"),
            may("until", Takes::Date, "When its life ends"),
            may("continues", Takes::Texts, "The entity that it continues or succeeds, by its id"),
            may("cites", Takes::Citations, "What its life is known from"),
            NOTE,
            ALLOWED,
        ],
    },
    Shape {
        what: "an event",
        doc: "Something that happens at a time; dates here are the record's",
        fields: &[
            needs("id", ID, "How other records name it"),
            may("name", Takes::Text, "Its name"),
            may("aka", Takes::Texts, "Its other names"),
            may("kind", Takes::Text, "What it is"),
            may("on", Takes::Date, "The date that it lies within"),
            may("from", Takes::Date, "When it starts"),
            may("until", Takes::Date, "When it ends"),
            may("cites", Takes::Citations, "What its dates are known from"),
            NOTE,
            ALLOWED,
        ],
    },
    Shape {
        what: "a claim",
        doc: "What the paper says, where it says it, and what it cites for it",
        fields: &[
            needs("id", ID, "How findings name it"),
            may("text", Takes::Text, "What is claimed, in a paraphrase"),
            may("at", Takes::Table(&LOCATOR), "Where the paper says it"),
            may(
                "cites",
                Takes::Citations,
                "What the paper cites for it: ids of sources, or keys as the text prints them",
            ),
            may("says", Takes::Statements, "What it says, one statement or a list of them"),
            may("checked", Takes::Table(&CHECK_MARK), "The mark of a person who has checked it"),
            may("sourcing", Takes::Word(&SOURCING), "Whether it rests on a primary source"),
            may("backup", Takes::Unread, "Where the copy lies that bears it out"),
            may("query", Takes::Unread, "What its author is asked"),
            may("answer", Takes::Unread, "What the author answers"),
            NOTE,
            ALLOWED,
        ],
    },
    Shape {
        what: "an evidence",
        doc: "What a source says, read by the checker",
        fields: &[
            needs("source", Takes::Text, "The source: its id, or its key as the text prints it"),
            may("id", ID, "How findings name it"),
            may("quote", Takes::Text, "Its words; `…` marks what is left out, `[ ]` what is put in"),
            may("locator", Takes::Text, "Where in the source they stand: `para. 2`, `p. 14`"),
            may("file", Takes::Text, "A local copy of the source; the path counts from this file"),
            may("says", Takes::Statements, "What it says, one statement or a list of them"),
            NOTE,
            ALLOWED,
        ],
    },
    Shape {
        what: "a fact",
        doc: "The record: what the checker holds as given",
        fields: &[
            needs("id", ID, "How findings name it"),
            may("text", Takes::Text, "The fact in words"),
            may("cites", Takes::Citations, "What it is known from"),
            may("says", Takes::Statements, "What it says, one statement or a list of them"),
            NOTE,
            ALLOWED,
        ],
    },
    Shape {
        what: "a roll",
        doc: "A complete list over time of who stands in a relation to something: whoever is not on it does not",
        fields: &[
            needs("relation", Takes::Text, "The relation, by its id: `member-of`, `holds-office`"),
            needs("object", Takes::Text, "To what they stand in it, by its id"),
            may("id", ID, "How findings name it"),
            may("seats", Takes::Number, "How many may stand in it at one time"),
            may("complete-from", Takes::Date, "The first day for which the list is complete"),
            may("complete-until", Takes::Date, "The last day for which the list is complete"),
            may("cites", Takes::Citations, "What it is known from"),
            may("members", Takes::Tables(&MEMBER), "Who stands in the relation, and when"),
            NOTE,
            ALLOWED,
        ],
    },
    Shape {
        what: "a relation",
        doc: "A kind of statement between things, with its promises in OWL's terms",
        fields: &[
            needs("id", ID, "How statements name it"),
            may("reads", Takes::Text, "How it is said: `{subject} is a member of {object}`"),
            may("domain", Takes::Texts, "The kinds of its subjects"),
            may("range", Takes::Texts, "The kinds of its objects"),
            may("functional", Takes::Flag, "A subject stands in it to one object at a time"),
            may("inverse-functional", Takes::Flag, "One subject at a time stands in it to an object"),
            may("permanent", Takes::Flag, "It holds for good: with `functional`, a second object is wrong at any time"),
            may("exist", Takes::Word(&words(&Exist::NAMED)), "Who exists while it holds"),
            may("symmetric", Takes::Flag, "It holds both ways"),
            may("asymmetric", Takes::Flag, "It never holds both ways"),
            may("transitive", Takes::Flag, "It carries over from one to the next"),
            may("irreflexive", Takes::Flag, "Nothing stands in it to itself"),
            may("inverse-of", Takes::Text, "The relation that says the same from the other side"),
            may("subproperty-of", Takes::Texts, "The relations that it implies"),
            may("disjoint-with", Takes::Texts, "The relations that never hold of the same two things at one time"),
            may(
                "after",
                Takes::Texts,
                "The relations one of which has held before it holds: `ratified` after `signed`",
            ),
            NOTE,
        ],
    },
    Shape {
        what: "a quantity",
        doc: "Something that the paper gives numbers for",
        fields: &[
            needs("id", ID, "How statements name it"),
            may("name", Takes::Text, "Its name"),
            may("unit", Takes::Text, "The unit of its values: `USD`, `km`, `%`"),
            may("part-of", Takes::Text, "The whole that it is a part of"),
            may("sum-of", Takes::Texts, "The parts that it is the sum of"),
            may("share-of", Takes::Text, "The whole that it is a share of"),
            may("growth-of", Takes::Text, "The quantity whose growth it is, in percent or in percentage points"),
            may(
                "growth-from",
                Takes::Text,
                "The quantity that it grew from, where the two values are no values of one",
            ),
            NOTE,
        ],
    },
];

/// An entry of a roll.
pub static MEMBER: Shape = Shape {
    what: "a member",
    doc: "Who stands in the relation of a roll for a time",
    fields: &[
        needs("subject", Takes::Text, "Who, by the id of the entity"),
        may("from", Takes::Date, "Since when"),
        may("until", Takes::Date, "Until when"),
        may("status", Takes::Text, "As what, where it is not a plain member: `acting`, `observer`"),
    ],
};

/// `at` of a claim.
pub static LOCATOR: Shape = Shape {
    what: "a locator",
    doc: "Where the paper says something",
    fields: &[
        may("section", Takes::Text, "The heading of the section"),
        may("file", Takes::Text, "The file, of a manuscript of several: its path from the manuscript's folder"),
        may("line", Takes::Number, "The line of the manuscript, or of that file"),
        may("phrase", Takes::Text, "A few words of the passage, by which it is found again in a revision"),
    ],
};

/// `checked` of a claim.
pub static CHECK_MARK: Shape = Shape {
    what: "a check mark",
    doc: "The mark of a person who has checked a claim",
    fields: &[
        needs("verdict", VERDICT, "What came out of it"),
        may("by", Takes::Text, "Who checked"),
        may("on", Takes::Date, "When"),
        NOTE,
    ],
};

/// An entry of `allow`.
pub static ALLOWANCE: Shape = Shape {
    what: "an allowance",
    doc: "A finding that a person has decided to live with",
    fields: &[
        needs("rule", Takes::Rule, "The rule whose finding is allowed"),
        needs("because", Takes::Text, "Why"),
        may("until", Takes::Date, "The last day of the allowance"),
    ],
};

/// An entry of `cites` that is a table.
pub static CITATION: Shape = Shape {
    what: "a citation",
    doc: "What is cited, and for what",
    fields: &[
        needs("source", Takes::Text, "The source: its id, or its key as the text prints it"),
        may("role", ROLE, "What it is cited for; `attests` where nothing is said"),
        may("locator", Takes::Text, "Where in the source: `p. 3`"),
    ],
};

/// The forms of a statement by the word for them. The first keys of one stand in no other.
pub const STATEMENTS: [(&str, &Shape); 7] = [
    ("event", &EVENT_STATEMENT),
    ("relation", &RELATION_STATEMENT),
    ("quantity", &QUANTITY_STATEMENT),
    ("test", &TEST_STATEMENT),
    ("mean", &MEAN_STATEMENT),
    ("percentage", &PERCENTAGE_STATEMENT),
    ("estimate", &ESTIMATE_STATEMENT),
];

/// What an event statement says.
pub static EVENT_STATEMENT: Shape = Shape {
    what: "a statement of this form",
    doc: "What is said of an event",
    fields: &[
        needs("event", Takes::Text, "The event, by its id"),
        may("on", Takes::Date, "The date that it lies within"),
        may("from", Takes::Date, "When it starts"),
        may("until", Takes::Date, "When it ends"),
        may("before", Takes::Times, "It is over before that starts"),
        may("after", Takes::Times, "It starts after that is over"),
        may("during", Takes::Times, "It lies within that"),
        may("because-of", Takes::Times, "Its causes"),
        may("leads-to", Takes::Times, "What it is a cause of"),
        may("same-time-as", Takes::Times, "The two share a moment"),
        may("gap", Takes::Gap, "How far it lies from what its `before` or `after` names: `P4M`, `~P4M`, `P4M/P5M`"),
        may("who", Takes::Texts, "Who takes part, by the ids of the entities"),
        may("as", Takes::Texts, "The office as which they take part"),
        may("where", Takes::Texts, "The place"),
        NOT,
        SAID_BY,
        MEANT,
        LINKED,
    ],
};

/// What a relation statement says.
pub static RELATION_STATEMENT: Shape = Shape {
    what: "a statement of this form",
    doc: "What is said of a relation; of a property, where there is neither `object` nor `value`",
    fields: &[
        needs("subject", Takes::Text, "Who or what stands in it, by its id"),
        needs("relation", Takes::Text, "The relation, by its id"),
        may("object", Takes::Text, "To what, by its id"),
        may("value", Takes::Text, "To what, where it is a plain word and no record"),
        may("on", Takes::Times, "The date or event within which it holds"),
        may("from", Takes::Times, "When it starts to hold"),
        may("until", Takes::Times, "When it ceases to hold"),
        NOT,
        SAID_BY,
        MEANT,
        LINKED,
    ],
};

/// What a quantity statement says.
pub static QUANTITY_STATEMENT: Shape = Shape {
    what: "a statement of this form",
    doc: "What is said of a quantity",
    fields: &[
        needs("quantity", Takes::Text, "The quantity, by its id"),
        needs("value", Takes::Amount, "Its value: `\"10000\"`, `\"12.3e6 IDR\"`, `\">400\"`, `\"~70%\"`, `\"5..7\"`"),
        may("on", Takes::Date, "The date for which it is given"),
        may("scope", Takes::Text, "What the value counts, where it does not count all: `first wave`"),
        may("equals", Takes::Amount, "The same value as the text converts it"),
        NOT,
        SAID_BY,
        MEANT,
        LINKED,
    ],
};

/// What a statement says of a test statistic.
pub static TEST_STATEMENT: Shape = Shape {
    what: "a statement of this form",
    doc: "A test statistic, with the p-value beside it",
    fields: &[
        needs(
            "test",
            Takes::Test,
            "The statistic: `t(28) = 2.20`, `F(2, 45) = 3.21`, `chi2(1, N = 90) = 3.84`, `r(28) = .36`, `z = 2.1`",
        ),
        P,
        TAILS,
        CORRECTION,
        NOT,
        SAID_BY,
        MEANT,
        LINKED,
    ],
};

/// What a statement says of a mean.
pub static MEAN_STATEMENT: Shape = Shape {
    what: "a statement of this form",
    doc: "A mean, with the standard deviation beside it",
    fields: &[
        needs("mean", Takes::Printed, "The mean, with all its digits: `5.20`"),
        may("sd", Takes::Printed, "The standard deviation"),
        may("n", Takes::Number, "How many cases there are"),
        may("items", Takes::Number, "How many whole numbers each case is the mean of: 1, where it is one itself"),
        may("least", Takes::Printed, "The least that such a number can be: `1` on a scale from 1 to 7"),
        may("most", Takes::Printed, "The greatest that it can be"),
        NOT,
        SAID_BY,
        MEANT,
        LINKED,
    ],
};

/// What a statement says of a percentage.
pub static PERCENTAGE_STATEMENT: Shape = Shape {
    what: "a statement of this form",
    doc: "A percentage of cases",
    fields: &[
        needs("percentage", Takes::Printed, "The percentage, with all its digits and without the sign: `42.9`"),
        needs("n", Takes::Number, "Of how many cases"),
        may("count", Takes::Number, "How many of them it is"),
        NOT,
        SAID_BY,
        MEANT,
        LINKED,
    ],
};

/// What a statement says of an estimate.
pub static ESTIMATE_STATEMENT: Shape = Shape {
    what: "a statement of this form",
    doc: "An estimate with its interval of confidence",
    fields: &[
        needs("estimate", Takes::Printed, "The estimate, with all its digits: `1.45`"),
        needs("low", Takes::Printed, "The lower end of its interval"),
        needs("high", Takes::Printed, "The upper end"),
        may("level", Takes::Number, "How many percent the interval holds; 95 where nothing is said"),
        may("measure", MEASURE, "What is estimated: without an effect a difference is 0, and a ratio 1"),
        P,
        TAILS,
        CORRECTION,
        NOT,
        SAID_BY,
        MEANT,
        LINKED,
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shapes_stand_in_the_order_of_the_kinds() {
        for (name, shape) in tables() {
            assert_eq!(shape.what.split_once(' ').map(|(_, what)| what), Some(name));
        }
    }

    #[test]
    fn what_is_needed_stands_in_front_and_no_key_stands_twice() {
        let shapes = tables().chain(STATEMENTS).map(|(_, shape)| shape);
        for shape in shapes.chain([&MEMBER, &LOCATOR, &CHECK_MARK, &ALLOWANCE, &CITATION]) {
            assert!(shape.fields.is_sorted_by_key(|field| !field.needed), "{}", shape.what);
            let mut names: Vec<&str> = shape.names().collect();
            names.sort_unstable();
            assert!(names.windows(2).all(|two| two[0] != two[1]), "{}", shape.what);
        }
    }
}
