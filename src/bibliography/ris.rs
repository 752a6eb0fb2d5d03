//! RIS: lines of a tag and what it says, from `TY` to `ER`.

use std::ops::Range;

use super::{Bibliography, Entry, Name, Part, Who, dates};
use crate::document::Fault;
use crate::names::one_line;
use crate::text::shown;
use crate::time::When;

/// A line that says something.
struct Line<'t> {
    tag: &'t str,
    says: &'t str,
    at: Range<usize>,
}

/// The works of a file.
pub(crate) fn read(text: &str) -> Bibliography {
    let mut found = Bibliography::default();
    let mut open: Option<Work> = None;
    let mut lost = false;
    let mut at = 0;
    for whole in text.split_inclusive('\n') {
        let start = at;
        at += whole.len();
        let Some(line) = tagged(whole, start) else {
            match &mut open {
                Some(work) => work.goes_on(whole.trim()),
                None if !whole.trim().is_empty() && !std::mem::replace(&mut lost, true) => {
                    let at = start..start + whole.trim_end().len();
                    found.faults.push(Fault::new(at, "this line belongs to no work".to_owned()));
                }
                None => {}
            }
            continue;
        };
        match (line.tag, open.take()) {
            ("TY", before) => {
                if let Some(work) = before {
                    work.unclosed(&mut found);
                }
                open = Some(Work::new(&line));
            }
            ("ER", Some(work)) => {
                lost = false;
                found.entries.push(work.done(&mut found.faults, line.at.end));
            }
            (_, Some(mut work)) => {
                work.take(&line, &mut found.faults);
                open = Some(work);
            }
            (_, None) if !std::mem::replace(&mut lost, true) => {
                found.faults.push(Fault::new(line.at, "this line belongs to no work".to_owned()));
            }
            (_, None) => {}
        }
    }
    if let Some(work) = open {
        work.unclosed(&mut found);
    }
    found
}

/// `AU  - Doe, Jane`, with the place of what it says.
fn tagged(whole: &str, start: usize) -> Option<Line<'_>> {
    let bare = whole.trim_start_matches('\u{feff}');
    let start = start + (whole.len() - bare.len());
    let tag = bare.get(..2).filter(|tag| tag.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()))?;
    let dash = bare[2..].trim_start_matches(' ');
    let says = dash.strip_prefix('-').filter(|_| dash.len() < bare.len() - 2)?;
    let from = start + bare.len() - says.trim_start().len();
    Some(Line { tag, says: says.trim(), at: from..from + says.trim().len() })
}

/// A work being read.
struct Work {
    entry: Entry,
    /// The name of the field that the last line filled.
    last: Option<&'static str>,
    first_page: Option<Part>,
    last_page: Option<String>,
    chapter: bool,
}

impl Work {
    fn new(line: &Line<'_>) -> Self {
        let mut entry = Entry { at: line.at.clone(), ..Entry::default() };
        entry.put("type", kind(line.says), line.at.clone());
        let chapter = matches!(line.says, "CHAP" | "CONF" | "CPAPER");
        Self { entry, last: None, first_page: None, last_page: None, chapter }
    }

    fn take(&mut self, line: &Line<'_>, faults: &mut Vec<Fault>) {
        let (says, at) = (line.says, line.at.clone());
        self.entry.at.end = self.entry.at.end.max(at.end);
        self.last = None;
        let name = match line.tag {
            "TI" | "T1" | "CT" => "title",
            "BT" if self.entry.field("title").is_none() && !self.chapter => "title",
            "T2" | "JO" | "JF" | "JA" | "J1" | "J2" | "BT" => "container-title",
            "PB" => "publisher",
            "CY" | "PP" => "publisher-place",
            "VL" => "volume",
            "IS" => "issue",
            "ET" => "edition",
            "LA" => "language",
            "LB" => "citation-label",
            "N1" => "note",
            "UR" | "L1" | "LK" => "URL",
            "DO" => "DOI",
            "SN" => {
                if says.bytes().filter(u8::is_ascii_digit).count() >= 9 {
                    "ISBN"
                } else {
                    "ISSN"
                }
            }
            _ => return self.take_other(line, faults),
        };
        self.entry.put(name, one_line(says), at);
        self.last = Some(name);
    }

    fn take_other(&mut self, line: &Line<'_>, faults: &mut Vec<Fault>) {
        let (says, at) = (line.says, line.at.clone());
        match line.tag {
            "AU" | "A1" => self.entry.author.extend(who(says).map(|who| Name { who, at })),
            "ED" | "A2" | "A3" => self.entry.editor.extend(who(says).map(|who| Name { who, at })),
            "PY" | "Y1" | "DA" => self.dated("issued", says, at, faults),
            "Y2" => self.dated("accessed", says, at, faults),
            "A4" => self.entry.translator.extend(who(says).map(|who| Name { who, at })),
            // A type that RIS has no sign for.
            "M3" if self.entry.value("type") == Some(kind(sign(says))) => {
                if let Some(field) = self.entry.fields.iter_mut().find(|field| field.name == "type") {
                    says.clone_into(&mut field.value);
                }
            }
            "SP" => self.first_page = Some(Part { words: says.to_owned(), at }),
            "EP" => self.last_page = Some(says.to_owned()),
            "ID" => self.entry.key = Some(Part { words: says.to_owned(), at }),
            _ => {}
        }
    }

    /// `2020/03/05/`, `2020`. The finest of several dates is kept.
    fn dated(&mut self, name: &'static str, says: &str, at: Range<usize>, faults: &mut Vec<Fault>) {
        if says.is_empty() {
            return;
        }
        let Some(date) = date(says) else {
            faults.push(Fault::new(at, format!("`{}` is no date", shown(says))));
            return;
        };
        match self.entry.fields.iter_mut().find(|field| field.name == name) {
            Some(field) if date.len() > field.value.len() && date.starts_with(&field.value) => {
                field.value = date;
                field.at = at;
            }
            Some(_) => {}
            None => self.entry.put(name, date, at),
        }
    }

    /// A line without a tag goes on with what the line before it says.
    fn goes_on(&mut self, says: &str) {
        let last = self.last;
        if let Some(field) = self.entry.fields.iter_mut().find(|field| Some(field.name) == last)
            && !says.is_empty()
        {
            field.value.push(' ');
            field.value.push_str(&one_line(says));
        }
    }

    fn done(mut self, faults: &mut Vec<Fault>, end: usize) -> Entry {
        self.entry.at.end = self.entry.at.end.max(end);
        if let Some(first) = self.first_page {
            let last = self.last_page.filter(|last| !last.is_empty() && *last != first.words);
            let whole = last.map_or(first.words.clone(), |last| format!("{}-{last}", first.words));
            self.entry.put("page", whole, first.at);
        }
        if self.entry.author.is_empty() && self.entry.editor.is_empty() && self.entry.field("title").is_none() {
            faults.push(Fault::new(self.entry.at.clone(), "this work has neither author nor title".to_owned()));
        }
        self.entry
    }

    fn unclosed(self, found: &mut Bibliography) {
        let at = self.entry.at.clone();
        found.faults.push(Fault::new(at.clone(), "this work is not closed with `ER`".to_owned()));
        found.entries.push(self.done(&mut found.faults, at.end));
    }
}

fn who(says: &str) -> Option<Who> {
    if says.is_empty() {
        return None;
    }
    let mut parts = says.split(',').map(one_line);
    let family = parts.next().unwrap_or_default();
    let given: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    Some(if given.is_empty() { Who::Literal(family) } else { Who::Person { family, given: given.join(", ") } })
}

fn date(says: &str) -> Option<String> {
    let mut parts = says.split('/').map(str::trim);
    if says.split('/').skip(1).any(|part| part.len() > 2 || part == "..") && When::parse(says).is_ok() {
        return Some(says.to_owned());
    }
    let year = parts.next().filter(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()));
    if let Some(year) = year {
        let finer: Vec<u8> = parts.take(2).map_while(|part| part.parse().ok()).collect();
        let date = match finer[..] {
            [month, day] => format!("{year}-{month:02}-{day:02}"),
            [month] => format!("{year}-{month:02}"),
            _ => year.to_owned(),
        };
        return When::parse(&date).is_ok().then_some(date);
    }
    dates::whole(says)
}

/// The sign of RIS for a type of CSL, or for the one that comes nearest to it.
pub(crate) fn sign(kind: &str) -> &'static str {
    match kind {
        "article-journal" | "article" | "review" | "periodical" => "JOUR",
        "article-magazine" => "MGZN",
        "article-newspaper" => "NEWS",
        "book" => "BOOK",
        "chapter" | "entry-encyclopedia" | "entry-dictionary" | "entry" => "CHAP",
        "paper-conference" => "CPAPER",
        "report" => "RPRT",
        "thesis" => "THES",
        "webpage" | "post" | "post-weblog" => "ELEC",
        "dataset" => "DATA",
        "patent" => "PAT",
        "legislation" | "bill" | "treaty" | "regulation" => "STAT",
        "legal_case" => "CASE",
        "manuscript" => "UNPB",
        "software" => "COMP",
        "motion_picture" | "broadcast" => "VIDEO",
        "pamphlet" => "PAMP",
        _ => "GEN",
    }
}

/// The type of CSL that comes nearest to a type of RIS.
pub(crate) fn kind(kind: &str) -> &'static str {
    match kind {
        "JOUR" | "JFULL" | "EJOUR" | "ABST" | "INPR" => "article-journal",
        "MGZN" => "article-magazine",
        "NEWS" => "article-newspaper",
        "BOOK" | "EBOOK" | "EDBOOK" => "book",
        "CHAP" | "ECHAP" => "chapter",
        "CONF" | "CPAPER" => "paper-conference",
        "RPRT" | "GOVDOC" => "report",
        "THES" => "thesis",
        "ELEC" | "WEB" | "ICOMM" | "BLOG" => "webpage",
        "DATA" => "dataset",
        "PAT" => "patent",
        "BILL" | "LEGAL" | "STAT" => "legislation",
        "CASE" => "legal_case",
        "UNPB" => "manuscript",
        "COMP" => "software",
        "VIDEO" | "MPCT" => "motion_picture",
        "PAMP" => "pamphlet",
        _ => "document",
    }
}
