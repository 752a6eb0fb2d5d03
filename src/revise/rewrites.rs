//! How one manuscript differs from the next: passages that were put in, taken out, moved or rewritten, and what of them
//! is another.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::align::differences;
use super::changes::Draft;
use super::edits::{Edit, What, edits};
use super::tokens::{Side, Words};
use crate::archive::Passages;
use crate::model::ClaimId;
use crate::names::one_line;
use crate::text::Span;

/// A word that stands more often says nothing of where else an old value stands.
const FREQUENT: usize = 200;
/// So many places at which an old value still stands are told.
const STILL: usize = 8;

/// How two manuscripts differ.
#[derive(Debug, Default)]
pub struct Rewriting {
    /// What differs, in the order of the new manuscript.
    pub passages: Vec<Rewrite>,
    /// How many sentences of the new one have something to check.
    pub checkable: usize,
    /// How many of them stand in a paragraph that cites nothing, and are of no claim that does.
    pub unsupported: usize,
}

/// A passage that was put in, taken out, moved or rewritten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewrite {
    /// It in the old manuscript; nothing where it was put in.
    pub before: Option<Stretch>,
    /// It in the new one; nothing where it was taken out.
    pub after: Option<Stretch>,
    /// Whether it stands elsewhere among the others.
    pub has_moved: bool,
    /// What of it is another.
    pub edits: Vec<Edit>,
    /// The claims that it holds in either manuscript, by their ids.
    pub claims: Vec<String>,
    /// How many of its new sentences have something to check and cite nothing.
    pub unsupported: usize,
}

/// Sentences that follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Where they stand.
    pub at: Span,
    /// The heading that they stand under.
    pub section: String,
    /// Their words.
    pub words: String,
    /// How many they are.
    pub sentences: usize,
}

impl Rewrite {
    /// Whether something is another but how it is worded.
    pub fn is_telling(&self) -> bool {
        self.edits.iter().any(|edit| edit.what != What::Wording)
    }
}

/// How the manuscript of `new` differs from that of `old`, if both have one.
pub(super) fn rewriting(old: Draft<'_>, new: Draft<'_>) -> Option<Rewriting> {
    let (before, after) = (old.manuscript?, new.manuscript?);
    let mut words = Words::default();
    let (was, is) = (Side::new(&before.text, &mut words), Side::new(&after.text, &mut words));
    let all = differences(&was, &is);
    let mut rewritten: Vec<Vec<Edit>> = all.iter().map(|difference| edits(&was, &is, difference)).collect();
    let unchanged = Unchanged::new(&is, rewritten.iter().flatten());
    for edit in rewritten.iter_mut().flatten() {
        edit.still = unchanged.still(&is, edit);
    }
    let open = unsupported(new, after);
    let passages = all.iter().zip(rewritten).map(|(difference, edits)| {
        let held = claims(old, before, &was, &difference.old).chain(claims(new, after, &is, &difference.new));
        let claims: BTreeSet<String> = held.collect();
        Rewrite {
            before: stretch(&was, &difference.old),
            after: stretch(&is, &difference.new),
            has_moved: difference.has_moved,
            edits,
            claims: claims.into_iter().collect(),
            unsupported: sentences(after, &is, &difference.new).filter(|number| open.contains(number)).count(),
        }
    });
    let checkable = after.text.sentences.iter().filter(|sentence| sentence.worth.is_some()).count();
    Some(Rewriting { passages: passages.collect(), checkable, unsupported: open.len() })
}

/// Some units as one stretch, which reaches over what stands between them.
fn stretch(side: &Side<'_>, units: &[usize]) -> Option<Stretch> {
    let (first, last) = (&side.units[*units.first()?], &side.units[*units.last()?]);
    let start = side.text.place(first.block, first.range.clone());
    let end = side.text.place(last.block, last.range.clone()).end().max(start.end());
    let words = units.iter().map(|unit| {
        let unit = &side.units[*unit];
        one_line(&side.text.blocks[unit.block].words[unit.range.clone()])
    });
    Some(Stretch {
        at: Span::new(start.start, end),
        section: side.text.heading(first.block).map(one_line).unwrap_or_default(),
        words: words.collect::<Vec<_>>().join(" "),
        sentences: units.len(),
    })
}

/// The sentences, by their numbers, that some units are.
fn sentences<'s>(
    passages: &'s Passages,
    side: &'s Side<'_>,
    units: &'s [usize],
) -> impl Iterator<Item = usize> + use<'s> {
    let units = units.iter().map(|unit| &side.units[*unit]);
    units.filter_map(|unit| passages.text.sentence_at(unit.block, unit.range.start))
}

/// The claims that some units hold, by their ids; a draft that the program drew up has none that a person knows.
fn claims<'s>(
    draft: Draft<'s>,
    passages: &'s Passages,
    side: &'s Side<'_>,
    units: &'s [usize],
) -> impl Iterator<Item = String> + use<'s> {
    let held = sentences(passages, side, units).flat_map(|number| passages.held(number));
    let held = held.filter(move |_| !draft.texts.has_origins());
    held.map(move |claim: &ClaimId| draft.texts.read(draft.dossier[*claim].id).to_owned())
}

/// The sentences that have something to check and for which nothing is cited, by their numbers.
fn unsupported(draft: Draft<'_>, passages: &Passages) -> FxHashSet<usize> {
    let cites = |claim: &ClaimId| !draft.dossier.citations(draft.dossier[*claim].cites).is_empty();
    let worth = passages.text.sentences.iter().enumerate().filter(|(_, sentence)| sentence.worth.is_some());
    let open =
        worth.filter(|(number, _)| passages.cited(&[*number]).is_empty() && !passages.held(*number).iter().any(cites));
    open.map(|(number, _)| number).collect()
}

/// The words of the new manuscript, but for those that were put in the place of others.
struct Unchanged {
    /// Where each word stands, by the numbers of its tokens.
    stands: FxHashMap<u32, Vec<usize>>,
}

impl Unchanged {
    fn new<'e>(side: &Side<'_>, edits: impl Iterator<Item = &'e Edit>) -> Self {
        let put_in: FxHashSet<usize> =
            edits.filter_map(|edit| edit.after.as_ref()).flat_map(|piece| piece.tokens.clone()).collect();
        let mut stands: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
        let tokens = side.tokens.iter().enumerate().filter(|(number, _)| !put_in.contains(number));
        tokens.for_each(|(number, token)| stands.entry(token.word).or_default().push(number));
        Self { stands }
    }

    /// Where the old number or date of an edit stands.
    fn still(&self, side: &Side<'_>, edit: &Edit) -> Vec<Span> {
        let (Some(before), Some(_), What::Number | What::Date) = (&edit.before, &edit.after, edit.what) else {
            return Vec::new();
        };
        let sought = &before.sought;
        let first = sought.first().and_then(|word| self.stands.get(word)).filter(|places| places.len() <= FREQUENT);
        let is_whole = |place: &&usize| {
            let tokens = side.tokens.get(**place..**place + sought.len()).unwrap_or_default();
            let unit = side.tokens[**place].unit;
            tokens.len() == sought.len()
                && tokens.iter().zip(sought).all(|(token, word)| token.word == *word && token.unit == unit)
        };
        let place = |place: &usize| {
            let (first, last) = (&side.tokens[*place], &side.tokens[place + sought.len() - 1]);
            side.text.place(side.units[first.unit].block, first.at.start..last.at.end)
        };
        first.into_iter().flatten().filter(is_whole).take(STILL).map(place).collect()
    }
}
