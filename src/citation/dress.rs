//! Whether a bracket that no entry stands behind is a citation: by how the manuscript dresses those that have one.
//!
//! A place, an event, a product or a law has a year behind it, too: `(Rome 1960)`. It has neither a second name nor a
//! fellow that is listed, and mostly another dress than the citations of the same manuscript.

use super::index::{Names, each_name};
use super::printed_names::{is_short_form, is_thing};
use super::{By, Citation, Form, Resolved};
use crate::document::{Block, Mark, Marked, in_statements};
use crate::names::one_line;

/// So many citations tell which dress a manuscript has.
const ENOUGH: usize = 5;

/// How a bracket is dressed.
struct Dress {
    /// Whether a comma stands between the name and the year.
    comma: bool,
    /// Whether the name is one word in capitals.
    acronym: bool,
}

/// How many brackets of a manuscript have an entry, and in which dress.
pub(super) struct Dresses {
    all: usize,
    with_comma: usize,
    acronyms: usize,
    /// Whether each block is a statement of the authors on themselves: "advised the Programme (Ministry, 2020)".
    stated: Vec<bool>,
}

impl Dresses {
    pub(super) fn of(found: &[Citation], blocks: &[Block]) -> Self {
        let is_bracket = |citation: &&Citation| citation.form == Form::Bracket && super::resolves(citation);
        let mut dresses = Self { all: 0, with_comma: 0, acronyms: 0, stated: in_statements(blocks) };
        for dress in found.iter().filter(is_bracket).filter_map(|citation| dress(citation, blocks)) {
            dresses.all += 1;
            dresses.with_comma += usize::from(dress.comma);
            dresses.acronyms += usize::from(dress.acronym);
        }
        dresses
    }

    /// Whether a citation that has no entry surely is one.
    pub(super) fn surely_cites(&self, citation: &Citation, blocks: &[Block]) -> bool {
        let Some(own) = dress(citation, blocks).filter(|_| citation.form == Form::Bracket) else { return true };
        if citation.works.iter().any(|work| work.resolved != Resolved::Nothing(None)) {
            return true;
        }
        if self.stated[citation.block] {
            return false;
        }
        // "the novel of Roy (*Marée haute*, 1931)"
        if is_set_apart(citation, blocks) {
            return false;
        }
        let names = names(citation, blocks);
        if names.iter().flat_map(|names| &names.names).any(|name| is_thing(name)) {
            return false;
        }
        let several = names.iter().any(|names| names.others || names.names.len() > 1);
        let alike = if own.comma { self.with_comma } else { self.all - self.with_comma };
        let acronyms = !own.acronym || 10 * self.acronyms >= self.all;
        several || self.all < ENOUGH || 10 * alike >= 2 * self.all && acronyms
    }
}

/// How a bracket is dressed that prints a name and a year.
fn dress(citation: &Citation, blocks: &[Block]) -> Option<Dress> {
    let By::Name { name, year: Some(year) } = &citation.works.first()?.by else { return None };
    let words = &blocks.get(citation.block)?.words;
    let acronym = is_short_form(words.get(name.clone())?);
    Some(Dress { comma: words.get(name.end..year.range.start)?.contains(','), acronym })
}

/// Whether the first name of a citation, and not the year behind it, is set apart as titles are.
fn is_set_apart(citation: &Citation, blocks: &[Block]) -> bool {
    let Some(By::Name { name, year: Some(year) }) = citation.works.first().map(|work| &work.by) else { return false };
    let is_title = |mark: &Mark| {
        let at = &mark.range;
        mark.what == Marked::Emphasis && at.start <= name.start && name.end <= at.end && at.end <= year.range.start
    };
    blocks.get(citation.block).is_some_and(|block| block.marks.iter().any(is_title))
}

/// The names of each work of a citation.
fn names(citation: &Citation, blocks: &[Block]) -> Vec<Names> {
    let words = blocks.get(citation.block).map_or("", |block| block.words.as_str());
    let printed = citation.works.iter().filter_map(|work| match &work.by {
        By::Name { name, .. } => words.get(name.clone()),
        _ => None,
    });
    printed.map(|name| each_name(&one_line(name))).collect()
}
