//! The manuscript of a dossier, and the passage of it that each claim is about.

use super::works::Works;
use crate::citation::{Citation, Cited};
use crate::model::{self, Claim, ClaimId, Dossier, SourceId};
use crate::passage::Manuscript;
use crate::passage::anchors::{self, Anchor, Index, Locator, Passage};
use crate::text::{Span, Texts};

/// A manuscript with the claims that are made of it.
#[derive(Debug)]
pub struct Passages {
    /// The manuscript.
    pub text: Manuscript,
    /// Where each claim stands, by its row; `None` for those that do not note any words.
    anchors: Vec<Option<Anchor>>,
    /// Which claims have left their place among the others.
    moved: Vec<bool>,
    /// The claims that each sentence holds, by the number of the sentence.
    held: Vec<Vec<ClaimId>>,
    /// The sentences that cite, by their numbers.
    citing: Vec<usize>,
    works: Works,
    is_of_another_paper: bool,
}

/// So many passages, none of which is there, tell that the file is another paper's.
const FEWEST: usize = 3;

/// How many sentences of a manuscript that are worth checking claims cover.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Those of which a claim says something.
    pub covered: usize,
    /// All.
    pub sentences: usize,
}

/// How many claims stand where in a manuscript.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Located {
    /// Their words stand there, where they are noted.
    pub in_place: usize,
    /// Their words stand elsewhere among the others.
    pub moved: usize,
    /// Words stand there of which some are others.
    pub edited: usize,
    /// Their words stand in several places.
    pub ambiguous: usize,
    /// Their words stand nowhere.
    pub gone: usize,
    /// No words are noted.
    pub unlocated: usize,
}

impl Passages {
    /// Finds the claims of a dossier in a manuscript.
    pub fn new(texts: &Texts, dossier: &Dossier, text: Manuscript) -> Self {
        let index = Index::new(&text);
        let locate = |claim: &Claim| locator(texts, claim, &text).map(|locator| index.find(&locator));
        let anchors: Vec<Option<Anchor>> = dossier.claims.iter().map(locate).collect();
        let mut held = vec![Vec::new(); text.sentences.len()];
        for (row, anchor) in anchors.iter().enumerate() {
            let Some(Anchor::Found(passage)) = anchor else { continue };
            for number in sentences(&text, passage) {
                held[number].push(ClaimId::new(row));
            }
        }
        let moved = moved(texts, dossier, &text, &anchors);
        let works = Works::new(texts, dossier, &text);
        let citing = (0..text.sentences.len()).filter(|number| !text.cited_in(*number).is_empty()).collect();
        let noted = || anchors.iter().flatten();
        let is_of_another_paper = noted().count() >= FEWEST && noted().all(|anchor| matches!(anchor, Anchor::Gone));
        Self { text, anchors, moved, held, citing, works, is_of_another_paper }
    }

    /// Whether none of the passages of several claims is in it.
    pub fn is_of_another_paper(&self) -> bool {
        self.is_of_another_paper
    }

    /// The entry of the bibliography that is a source, by its number.
    pub fn entry(&self, source: SourceId) -> Option<usize> {
        self.works.entry(source)
    }

    /// Whether a work that the text cites is one that a claim cites: by the same key, or as the same entry.
    pub fn is_cited(&self, texts: &Texts, dossier: &Dossier, by: &model::Citation, it: (&Citation, &Cited)) -> bool {
        self.works.is_cited(texts, dossier, &self.text, by, it)
    }

    /// Where a claim stands; `None` if it notes no words.
    pub fn anchor(&self, claim: ClaimId) -> Option<&Anchor> {
        self.anchors[claim.index()].as_ref()
    }

    /// The passage that a claim is about, if it was found.
    pub fn passage(&self, claim: ClaimId) -> Option<&Passage> {
        match self.anchor(claim)? {
            Anchor::Found(passage) => Some(passage),
            Anchor::Ambiguous(_) | Anchor::Gone => None,
        }
    }

    /// The place of the heading that a claim names as its section, if the manuscript has it.
    pub fn heading(&self, section: &str) -> Option<Span> {
        let folded = anchors::folded(section);
        let headings = (0..self.text.blocks.len()).filter_map(|block| self.text.outline.path(block).last().copied());
        let mut headings: Vec<usize> = headings.collect();
        headings.dedup();
        let named =
            |heading: &&usize| anchors::is_same_heading(&anchors::folded(&self.text.blocks[**heading].words), &folded);
        let heading = *headings.iter().find(named)?;
        Some(self.text.place(heading, 0..self.text.blocks[heading].words.len()))
    }

    /// Whether the passage of a claim has left its place among those of the others.
    pub fn has_moved(&self, claim: ClaimId) -> bool {
        self.moved[claim.index()]
    }

    /// The claims that a sentence holds.
    pub fn held(&self, sentence: usize) -> &[ClaimId] {
        &self.held[sentence]
    }

    /// The sentences that a passage lies in, by their numbers.
    pub fn sentences(&self, passage: &Passage) -> Vec<usize> {
        sentences(&self.text, passage)
    }

    /// What is cited for some sentences of one block: in them and in the notes that they call, else in the next
    /// sentence that cites, else in the last one before them.
    pub fn cited(&self, sentences: &[usize]) -> Vec<&Citation> {
        let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else { return Vec::new() };
        let of_block = self.text.of_block(self.text.sentences[*first].block);
        let own: Vec<&Citation> = (*first..=*last).flat_map(|number| self.text.cited_in(number)).collect();
        if !own.is_empty() {
            return own;
        }
        let (before, behind) = self.citing.split_at(self.citing.partition_point(|number| number < first));
        let next = behind.first().filter(|number| **number < of_block.end);
        let nearest = next.or(before.last().filter(|number| **number >= of_block.start));
        nearest.map(|number| self.text.cited_in(*number)).unwrap_or_default()
    }

    /// How many sentences that are worth checking claims cover.
    pub fn coverage(&self) -> Coverage {
        let worth = self.text.sentences.iter().zip(&self.held).filter(|(sentence, _)| sentence.worth.is_some());
        worth.fold(Coverage::default(), |sum, (_, held)| Coverage {
            covered: sum.covered + usize::from(!held.is_empty()),
            sentences: sum.sentences + 1,
        })
    }

    /// How many claims stand where.
    pub fn located(&self) -> Located {
        let mut located = Located::default();
        for (anchor, moved) in self.anchors.iter().zip(&self.moved) {
            let count = match anchor {
                None => &mut located.unlocated,
                Some(Anchor::Gone) => &mut located.gone,
                Some(Anchor::Ambiguous(_)) => &mut located.ambiguous,
                Some(Anchor::Found(passage)) if !passage.changes.is_empty() => &mut located.edited,
                Some(Anchor::Found(_)) if *moved => &mut located.moved,
                Some(Anchor::Found(_)) => &mut located.in_place,
            };
            *count += 1;
        }
        located
    }
}

fn locator<'t>(texts: &'t Texts, claim: &Claim, text: &Manuscript) -> Option<Locator<'t>> {
    let phrase = texts.read(claim.at.phrase?);
    let section = claim.at.section.map(|section| texts.read(section));
    Some(Locator { section, row: noted_row(texts, claim, text), phrase })
}

/// The line that a claim has noted, counted on from file to file.
fn noted_row(texts: &Texts, claim: &Claim, text: &Manuscript) -> Option<usize> {
    let file = claim.at.file.map(|file| texts.read(file));
    claim.at.line.map(|(line, _)| text.row_of(file, line))
}

fn sentences(text: &Manuscript, passage: &Passage) -> Vec<usize> {
    let of_block = text.of_block(passage.block);
    let here = &text.sentences[of_block.clone()];
    let first = here.partition_point(|sentence| sentence.range.end <= passage.range.start);
    let behind = here.partition_point(|sentence| sentence.range.start < passage.range.end);
    (of_block.start + first..of_block.start + behind).collect()
}

/// Which claims do not stand in the order in which the lines of their records have them.
fn moved(texts: &Texts, dossier: &Dossier, text: &Manuscript, anchors: &[Option<Anchor>]) -> Vec<bool> {
    let mut noted: Vec<(usize, usize, usize)> = Vec::new();
    for ((number, claim), anchor) in dossier.claims.iter().enumerate().zip(anchors) {
        if let (Some(row), Some(Anchor::Found(passage))) = (noted_row(texts, claim, text), anchor) {
            noted.push((row, text.row(passage.block, passage.range.start), number));
        }
    }
    noted.sort_unstable();
    let rows: Vec<usize> = noted.iter().map(|(_, row, _)| *row).collect();
    let mut moved = vec![false; dossier.claims.len()];
    for ((.., number), has_moved) in noted.iter().zip(anchors::moved(&rows)) {
        moved[*number] = has_moved;
    }
    moved
}
