//! A work as a bibliography lists it, its parts under the names of CSL.
//!
//! The same [`Entry`] comes out of a bibliography in prose ([`prose`](super::prose)) and out of the files of reference
//! managers ([`bibtex`](super::bibtex), [`csl`](super::csl), [`ris`](super::ris)).

use std::ops::Range;

/// A work that a bibliography lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Where it stands, in bytes of the text.
    pub at: Range<usize>,
    /// The key that it is cited by, in a file of a reference manager.
    pub key: Option<Part>,
    /// The number that is printed in front of it.
    pub number: Option<u32>,
    /// Who wrote it.
    pub author: Vec<Name>,
    /// Who edited it, or what it appeared in.
    pub editor: Vec<Name>,
    /// Who translated it.
    pub translator: Vec<Name>,
    /// Its other parts, each once, in the order of the text.
    pub fields: Vec<Field>,
    /// What could not be told apart, in the order of the text.
    pub rest: Vec<Part>,
}

/// A part of an entry under its name in CSL 1.0.2: `title`, `container-title`, `volume`, `issue`, `page`, `publisher`,
/// `publisher-place`, `edition`, `URL`, `DOI`, `ISBN`, `ISSN`, `type`, `note`, `citation-label` (how the text cites it)
/// …; `issued`, `accessed` and `original-date` are in EDTF; `status` is `published`, `forthcoming` or `retracted`;
/// `year-suffix` is the letter behind the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it says.
    pub value: String,
    /// Where it stands. What only follows from the rest of the entry (a type) stands where the entry does.
    pub at: Range<usize>,
}

/// Words of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The words.
    pub words: String,
    /// Where they stand.
    pub at: Range<usize>,
}

/// An author or an editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Who it is.
    pub who: Who,
    /// Where the name stands.
    pub at: Range<usize>,
}

/// Who wrote or edited a work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// A person, by both parts of the name.
    Person {
        /// The family name, particles included.
        family: String,
        /// The other names, a `Jr.` included.
        given: String,
    },
    /// A name that is not taken apart: an organisation's, a newspaper's, or one of which nothing says what is what.
    Literal(String),
}

impl Who {
    /// The name as a bibliography sorts it: `Ford, Arthur P.`, `Defence Agency`.
    pub fn sorted(&self) -> String {
        match self {
            Who::Person { family, given } if given.is_empty() => family.clone(),
            Who::Person { family, given } => format!("{family}, {given}"),
            Who::Literal(name) => name.clone(),
        }
    }
}

impl Entry {
    /// A part by its name in CSL.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// What a part says.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.field(name).map(|field| field.value.as_str())
    }

    /// Whether nothing of it could be read but its key.
    pub fn is_key_alone(&self) -> bool {
        self.author.is_empty() && self.editor.is_empty() && self.fields.is_empty() && self.rest.is_empty()
    }

    /// The year in which the work appeared, as far as its date names one.
    pub fn year(&self) -> Option<i32> {
        let issued = self.value("issued")?;
        let (sign, digits) = issued.strip_prefix('-').map_or((1, issued), |digits| (-1, digits));
        let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        digits[..end].parse::<i32>().ok().map(|year| sign * year)
    }

    /// Takes in where a work stands in its life as a publication, if the words say that.
    pub(super) fn put_status(&mut self, words: &str, at: Range<usize>) {
        let bare: String = words.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
        let status = match bare.as_str() {
            "forthcoming" | "inpress" | "inpreparation" | "submitted" | "accepted" => "forthcoming",
            "retracted" | "withdrawn" => "retracted",
            "published" => "published",
            _ => return,
        };
        self.put("status", status, at);
    }

    /// Takes a part in, unless it says nothing or there is one of that name. The address of a resolver is the DOI that
    /// it resolves; the dash between pages is a hyphen.
    pub(crate) fn put(&mut self, name: &'static str, value: impl Into<String>, at: Range<usize>) {
        let mut value = value.into();
        if name == "page" {
            value = value.replace(['–', '—', '‐'], "-").replace(" - ", "-");
        }
        let bare = value.split_once("doi.org/").map_or(value.trim_start_matches("doi:").trim(), |(_, doi)| doi);
        let resolver = name == "DOI" || name == "URL" && value.contains("doi.org/10.");
        let (name, value) = if resolver && bare.starts_with("10.") { ("DOI", bare.to_owned()) } else { (name, value) };
        if !value.is_empty() && self.field(name).is_none() {
            self.fields.push(Field { name, value, at });
        }
    }
}
