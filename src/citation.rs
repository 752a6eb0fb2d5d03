//! The citations in a manuscript's text, and what they resolve to in its bibliography.
//!
//! Read are names with years in brackets (`(Smith & Lee, 2020a; Park 2019, p. 4)`), names before them (`Smith (2020)`),
//! numbers (`[3, 5-7]`) where the bibliography is numbered, keys and what reference managers leave in a file, and notes
//! that hold a reference, or point back to one (`Ibid.`). A bracket whose names no entry has is a citation where it
//! looks like nothing else; a name before a bracket is one only where an entry has it, nearly has it, or the sentence
//! says so.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::bibliography::{Bibliography, Entry};
use crate::document::{Block, Kind};
use crate::names::one_line;

mod back_reference;
mod brackets;
mod dress;
mod index;
mod marked;
mod named;
mod narrative;
mod notes;
mod numbers;
mod printed_names;
mod torn;
mod years;

use dress::Dresses;
use index::Index;
pub(crate) use named::Named;

/// A citation in the text: one bracket, one note, one name with its year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The block that it stands in, by its number.
    pub block: usize,
    /// Where it stands in the block's words, its brackets included.
    pub range: Range<usize>,
    /// How it is written.
    pub form: Form,
    /// The works that it cites, at least one.
    pub works: Vec<Cited>,
}

/// How a citation is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `(Smith 2020)`
    Bracket,
    /// `Smith (2020)`
    Running,
    /// `[3]`
    Number,
    /// A key, or what a reference manager has left in the file.
    Marked,
    /// A note that holds a reference.
    Note,
}

/// One work that a citation cites. All places are in the words of the citation's block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// Its own part of the citation.
    pub range: Range<usize>,
    /// What it is cited by.
    pub by: By,
    /// What stands before it: `see`, `dalam`.
    pub prefix: Option<Range<usize>>,
    /// Which part of the work is meant: `p. 4`.
    pub locator: Option<Range<usize>>,
    /// The entries that it may mean.
    pub resolved: Resolved,
}

/// What a work is cited by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// Who wrote it and, where that is printed, when.
    Name {
        /// The names as they are printed; for a second year behind one name, those of the first.
        name: Range<usize>,
        /// The year.
        year: Option<Year>,
    },
    /// Its number in the bibliography.
    Number(u32),
    /// Its key in the bibliography.
    Key(String),
    /// Its description on the spot.
    Work(Box<Entry>),
    /// `Ibid.`, `Smith, op. cit.`: what was cited before.
    Again {
        /// Who wrote it, where that is printed.
        name: Option<Range<usize>>,
        /// Where what it repeats is cited, if that is one work: the block, by its number, and the place in its words.
        of: Option<(usize, usize)>,
    },
}

/// The year of a citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// Where it stands, its letter included.
    pub range: Range<usize>,
    /// The year; `None` where the text says that there is none.
    pub year: Option<i32>,
    /// The letter that tells works of one year apart.
    pub letter: Option<char>,
    /// The year of the text, where it is printed before that of the edition: `1814/1995`.
    pub original: Option<i32>,
}

/// What a citation resolves to among the entries, each by its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// One entry.
    One(usize, How),
    /// Several entries, in their order, among which the citation does not tell; citations that print one key share
    /// them.
    Several(Arc<[usize]>, How),
    /// No entry; perhaps this one was meant.
    Nothing(Option<usize>),
    /// No entry, and nothing follows from it: works are missing from the list, no other citation in this dress has an
    /// entry, or the key says itself where the work lies.
    NotCheckable,
}

/// By what a citation resolves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// By key, number, DOI, address, or a name spelt as the entry spells it.
    Exactly,
    /// By a name that differs in case, diacritics, punctuation or spaces.
    Folded,
    /// By the name of an author who is not the first.
    LaterAuthor,
    /// By the last word of a name that the entry does not take apart, or by the first letters of its words.
    Part,
    /// By the title.
    Title,
}

impl Resolved {
    /// The entries that it may mean, in their order.
    pub fn entries(&self) -> &[usize] {
        match self {
            Resolved::One(entry, _) => std::slice::from_ref(entry),
            Resolved::Several(entries, _) => entries,
            Resolved::Nothing(_) | Resolved::NotCheckable => &[],
        }
    }
}

/// The entries that some citations may mean. Those that several of them share are looked at once.
pub fn meant<'c>(resolved: impl IntoIterator<Item = &'c Resolved>) -> BTreeSet<usize> {
    let mut shared = FxHashSet::default();
    let entries = resolved.into_iter().map(Resolved::entries);
    entries.filter(|entries| shared.insert(entries.as_ptr())).flatten().copied().collect()
}

impl Cited {
    /// Whether it is a name without a year.
    fn is_undated(&self) -> bool {
        matches!(self.by, By::Name { year: None, .. })
    }

    /// Whether its key says itself where the work lies, so that no list has to.
    pub fn tells_itself(&self) -> bool {
        matches!(&self.by, By::Key(key) if marked::is_address(key))
    }

    /// Whether it is cited by what was cited before it.
    pub fn points_back(&self) -> bool {
        matches!(self.by, By::Again { .. })
    }
}

impl Citation {
    /// A work's citation as the text prints it, for it alone: `Smith and Lee 2021b` of `(Smith and Lee 2020, 2021b)`.
    pub fn printed(&self, work: &Cited, blocks: &[Block]) -> String {
        let Some(block) = blocks.get(self.block) else { return String::new() };
        let words = |range: &Range<usize>| block.words.get(range.clone()).unwrap_or_default();
        match &work.by {
            By::Name { name, year: Some(year) } => one_line(&format!("{} {}", words(name), words(&year.range))),
            By::Name { name, year: None } => one_line(words(name)),
            By::Number(number) => number.to_string(),
            By::Key(key) => key.clone(),
            By::Work(_) | By::Again { .. } => one_line(words(&work.range)),
        }
    }
}

/// The citations in a manuscript's text, in its order, resolved against its bibliography. Comments cite nothing.
pub fn citations(blocks: &[Block], bibliography: &Bibliography) -> Vec<Citation> {
    let index = Index::new(&bibliography.entries);
    let mut found: Vec<Citation> = Vec::new();
    let in_text = |number: &usize| !bibliography.holds(*number);
    for (number, block) in blocks.iter().enumerate().filter(|(number, _)| in_text(number)) {
        if block.kind == Kind::Comment {
            continue;
        }
        let mut here = marked::citations(number, block, &index);
        let free = |range: &Range<usize>, here: &[Citation]| {
            here.iter().all(|other| other.range.end <= range.start || range.end <= other.range.start)
        };
        for citation in brackets::citations(number, block, &index) {
            if free(&citation.range, &here) {
                here.push(citation);
            }
        }
        let running =
            if matches!(block.kind, Kind::Note(_)) { Vec::new() } else { narrative::citations(number, block, &index) };
        for citation in running {
            if free(&citation.range, &here) {
                here.push(citation);
            }
        }
        let back = back_reference::citations(number, block);
        if matches!(block.kind, Kind::Note(_)) && !here.iter().any(resolves) {
            let parts = notes::parts(&block.words, &back);
            for reference in parts.iter().filter_map(|part| notes::citation(number, block, part, &index)) {
                here.retain(|other| free(&other.range, std::slice::from_ref(&reference)));
                here.push(reference);
            }
        }
        for citation in back {
            if free(&citation.range, &here) {
                here.push(citation);
            }
        }
        here.sort_by_key(|citation| citation.range.start);
        found.extend(here);
    }
    let is_name_alone =
        |citation: &Citation| citation.form == Form::Bracket && citation.works.iter().all(Cited::is_undated);
    let names = found.iter().any(|citation| {
        resolves(citation) && matches!(citation.form, Form::Bracket | Form::Running) && !is_name_alone(citation)
    });
    let counted = numbers::Counted::of(bibliography, names);
    let by_number = counted.map(|counted| numbers::citations(blocks, in_text, &counted)).unwrap_or_default();
    // Where works are cited by key or number, a name alone in brackets is no more than that: "networks (Adler)", "a
    // clinic in Vell (Norland)".
    let marked = found.iter().filter(|citation| citation.form == Form::Marked).count();
    if marked * 2 > found.len() || by_number.len() * 2 > found.len() {
        found.retain(|citation| !is_name_alone(citation));
    }
    found.extend(by_number);
    found.sort_by_key(|citation| (citation.block, citation.range.start));
    back_reference::resolve(&mut found, blocks, &index);
    torn::resolve(&mut found, blocks, bibliography);
    doubt(&mut found, blocks, bibliography);
    found
}

/// Leaves open what has no entry where nothing follows from that.
fn doubt(found: &mut [Citation], blocks: &[Block], bibliography: &Bibliography) {
    let missing = bibliography.incomplete || bibliography.entries.is_empty();
    let dress = |form: Form| if form == Form::Running { Form::Bracket } else { form };
    // What the markup says is a citation surely is one.
    let shows = |it: &Citation| !it.works.iter().all(|work| work.resolved == Resolved::Nothing(None));
    let surely = |form: Form| form == Form::Marked || found.iter().any(|it| dress(it.form) == form && shows(it));
    let sure: Vec<Form> =
        [Form::Bracket, Form::Number, Form::Marked, Form::Note].into_iter().filter(|form| surely(*form)).collect();
    let dresses = Dresses::of(found, blocks);
    for citation in found {
        let alone = !sure.contains(&dress(citation.form)) || !dresses.surely_cites(citation, blocks);
        for work in &mut citation.works {
            let quoted = || blocks.get(citation.block).is_some_and(|block| is_quoted(&block.words, work.range.start));
            let unlisted = match work.resolved {
                Resolved::Nothing(None) => missing || alone || quoted(),
                Resolved::Nothing(Some(_)) => missing || quoted(),
                _ => false,
            };
            if unlisted && matches!(work.by, By::Name { .. } | By::Number(_) | By::Key(_)) {
                work.resolved = Resolved::NotCheckable;
            }
        }
    }
}

/// Whether a place lies within marks of quotation: what is cited there, another author cites.
pub(crate) fn is_quoted(words: &str, at: usize) -> bool {
    /// The longest quotation, in bytes on either side.
    const FAR: usize = 2000;
    let before = &words[words.floor_char_boundary(at.saturating_sub(FAR))..at];
    let behind = &words[at..words.ceil_char_boundary((at + FAR).min(words.len()))];
    let opened = |open: char, close: char| {
        let is_open = before.rfind(open).is_some_and(|start| !before[start + open.len_utf8()..].contains(close));
        is_open && behind.contains(close)
    };
    let straight = before.matches('"').count() % 2 == 1 && behind.contains('"');
    straight || [('“', '”'), ('«', '»'), ('„', '“')].into_iter().any(|(open, close)| opened(open, close))
}

fn resolves(citation: &Citation) -> bool {
    citation.works.iter().any(|work| matches!(work.resolved, Resolved::One(..) | Resolved::Several(..)))
}
