//! The passages that a finding begins with: what the paper says there, with the words that clash marked.
//!
//! They are sentences and entries of the manuscript where there is one. Where there is none, a claim is told in its own
//! words and a source as a list of works would have it.

mod drawn;

use std::ops::Range;

use crate::Reasoned;
use crate::archive::Passages;
use crate::atlas;
use crate::finding::{Finding, Label};
use crate::model::{Claim, ClaimId, Record, Source, SourceId};
use crate::names::one_line;
use crate::passage::anchors;
use crate::rules;
use crate::text::{Span, Texts, Word, shown};

pub(super) use drawn::Drawn;

/// So many passages of claims are shown, and of everything else.
const MOST: [usize; 2] = [2, 2];
/// What is longer than so many bytes is cut, but for so many around what is marked.
const LONG: usize = 360;
const AROUND: usize = 140;

/// Words of the paper, or of what it rests on.
#[derive(Debug)]
pub(super) struct Passage {
    /// Where they stand, for a person: `line 57, Results`.
    pub(super) place: String,
    /// Words of it as the paper has them, where its own are others.
    phrase: Option<String>,
    /// Where they stand in the manuscript.
    pub(super) at: Option<Span>,
    pub(super) words: String,
    /// What clashes, in order and apart from each other.
    pub(super) marks: Vec<Mark>,
}

/// A part of a passage that clashes.
#[derive(Debug)]
pub(super) struct Mark {
    pub(super) range: Range<usize>,
    /// What is said of it; nothing where the records say so.
    pub(super) said: Vec<String>,
    pub(super) is_primary: bool,
}

/// A finding as a person reads it: its passages, and what it says of other places.
#[derive(Debug)]
pub(super) struct Told<'f> {
    pub(super) passages: Vec<Passage>,
    /// What is said of further places of the paper, and of the shipped record, of which no lines are shown.
    pub(super) further: Vec<String>,
    /// The labels that no passage shows, in records that a person keeps.
    pub(super) rest: Vec<&'f Label>,
}

/// What a passage is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Block(usize, Option<usize>),
    Record(Record),
}

impl<'f> Told<'f> {
    pub(super) fn new(texts: &Texts, reasoned: &Reasoned, finding: &'f Finding) -> Self {
        let teller = Teller { texts, reasoned, manuscript: reasoned.archive.manuscript() };
        // What is wrong with the records themselves is in no passage.
        let is_of_records = rules::named(finding.rule).is_some_and(|rule| rule.family == "dossier");
        let mut found: Vec<(Of, Passage)> = Vec::new();
        let (mut further, mut rest) = (Vec::new(), Vec::new());
        for (number, label) in std::iter::once(&finding.primary).chain(&finding.labels).enumerate() {
            let tells = |of: &Of| !is_of_records || matches!(of, Of::Block(..)) && !teller.is_of_source(label.span);
            let of = teller.of(label.span).filter(tells);
            let is_shown = of.is_some_and(|of| {
                let at = found.iter().position(|(known, _)| *known == of).or_else(|| {
                    let claims = found.iter().filter(|(of, _)| of.is_claim()).count();
                    let room = MOST[usize::from(!of.is_claim())];
                    let is_full = room <= if of.is_claim() { claims } else { found.len() - claims };
                    let passage = (!is_full).then(|| teller.passage(of)).flatten()?;
                    found.push((of, passage));
                    Some(found.len() - 1)
                });
                at.is_some_and(|at| teller.mark(of, &mut found[at].1, label, number == 0))
            });
            if is_shown {
                continue;
            }
            match of.filter(|_| !found.is_empty()).and_then(|of| teller.further(of, label)) {
                Some(told) => further.push(told),
                None => rest.push(label),
            }
        }
        if found.first().is_some_and(|(of, _)| of.is_claim()) {
            found.sort_by_key(|(of, _)| !of.is_claim());
        }
        let passages = found.into_iter().map(|(_, passage)| passage.finished()).collect();
        Self { passages, further, rest }
    }

    /// Where it is to be looked for first: in the manuscript where there is one.
    pub(super) fn at(&self, finding: &Finding) -> Span {
        let Some(passage) = self.passages.iter().find_map(|passage| passage.at) else { return finding.primary.span };
        let places = std::iter::once(&finding.primary).chain(&finding.labels).map(|label| label.span);
        places.into_iter().find(|place| passage.holds(*place)).unwrap_or(passage)
    }
}

/// The words of the manuscript that a finding is about, each by its block: those of its labels, and of the claims and
/// entries whose records they are in.
pub(super) fn printed(texts: &Texts, reasoned: &Reasoned, finding: &Finding) -> Vec<(usize, Range<usize>)> {
    let Some(manuscript) = reasoned.archive.manuscript() else { return Vec::new() };
    let teller = Teller { texts, reasoned, manuscript: Some(manuscript) };
    let labels = std::iter::once(&finding.primary).chain(&finding.labels);
    let of_record = |record| match record {
        Record::Claim(id) => teller.anchored(id).map(|(_, passage)| (passage.block, passage.range.clone())),
        Record::Source(id) => teller.listed(id).map(|block| (block, 0..manuscript.text.blocks[block].words.len())),
        _ => None,
    };
    let words = |label: &Label| {
        let own = manuscript.text.words_at(label.span);
        own.or_else(|| of_record(teller.record(label.span)?))
    };
    labels.filter_map(words).collect()
}

impl Of {
    fn is_claim(self) -> bool {
        matches!(self, Of::Block(_, Some(_)) | Of::Record(Record::Claim(_)))
    }
}

#[derive(Clone, Copy)]
struct Teller<'a> {
    texts: &'a Texts,
    reasoned: &'a Reasoned,
    manuscript: Option<&'a Passages>,
}

impl<'a> Teller<'a> {
    /// What has a passage of its own and holds a place.
    fn of(&self, place: Span) -> Option<Of> {
        if let Some((block, words)) = self.manuscript.and_then(|manuscript| manuscript.text.words_at(place)) {
            return Some(Of::Block(block, self.manuscript?.text.sentence_at(block, words.start)));
        }
        let record = self.record(place)?;
        let printed = match record {
            Record::Claim(id) => self
                .anchored(id)
                .map(|(manuscript, passage)| Of::Block(passage.block, manuscript.sentences(passage).first().copied())),
            Record::Source(id) => self.listed(id).map(|block| Of::Block(block, None)),
            _ => None,
        };
        Some(printed.unwrap_or(Of::Record(record)))
    }

    fn is_of_source(&self, place: Span) -> bool {
        matches!(self.record(place), Some(Record::Source(_)))
    }

    /// The block of the manuscript that lists a source.
    fn listed(&self, id: SourceId) -> Option<usize> {
        let manuscript = self.manuscript?;
        let number = manuscript.entry(id)?;
        let at = manuscript.text.bibliography.entries.get(number)?.at.clone();
        let (block, _) = manuscript.text.words_at(manuscript.text.listed(number, at.start..at.start + 1))?;
        Some(block)
    }

    /// The record that holds a place.
    fn record(&self, place: Span) -> Option<Record> {
        let (texts, dossier) = (self.texts, &self.reasoned.dossier);
        let record = dossier.last_before(place)?;
        let header = dossier.head(record).header;
        (texts.file_at(header.start) == texts.file_at(place.start)).then_some(record)
    }

    /// Where a claim stands in the manuscript.
    fn anchored(&self, id: ClaimId) -> Option<(&'a Passages, &'a anchors::Passage)> {
        let manuscript = self.manuscript?;
        Some((manuscript, manuscript.passage(id)?))
    }

    fn passage(&self, of: Of) -> Option<Passage> {
        match of {
            Of::Block(block, sentence) => Some(self.printed(block, sentence)),
            Of::Record(Record::Claim(id)) => self.claim(id),
            Of::Record(Record::Source(id)) => self.source(id),
            Of::Record(record @ (Record::Fact(_) | Record::Evidence(_))) => {
                let words = self.reasoned.dossier.head(record).words?;
                let place = match record {
                    Record::Evidence(_) => format!("{} says", self.reasoned.case(self.texts).name(record)),
                    _ => "the record".to_owned(),
                };
                Some(Passage::new(place, self.read(words)))
            }
            Of::Record(_) => None,
        }
    }

    /// What is said of a place, and where that is, if it is none in records that a person keeps.
    fn further(&self, of: Of, label: &Label) -> Option<String> {
        if atlas::is_file(self.texts.place(label.span).path) {
            return Some(format!("the shipped record: {}", label.text));
        }
        self.manuscript?.text.words_at(label.span)?;
        let passage = self.passage(of)?;
        Some(format!("{}, {}: {}", passage.place, passage.quote(), label.text))
    }

    /// A sentence of the manuscript, or a block that is not told in sentences.
    fn printed(&self, block: usize, sentence: Option<usize>) -> Passage {
        let text = &self.manuscript.expect("only a manuscript has blocks").text;
        let whole = 0..text.blocks[block].words.len();
        let range = sentence.map_or(whole, |number| text.sentences[number].range.clone());
        let line = text.line(block, range.start);
        // The lines of a PDF are those of its text, which nobody sees.
        let line = text.blocks[block].page.map_or(format!("line {line}"), |page| format!("page {page} (line {line})"));
        let file = text.file(block, range.start).map_or_else(String::new, |file| format!(" of {}", shown(file)));
        let section = text.heading(block).map_or_else(String::new, |heading| format!(", {}", shown(heading)));
        let at = Some(text.place(block, range.clone()));
        Passage { at, ..Passage::new(format!("{line}{file}{section}"), text.blocks[block].words[range].to_owned()) }
    }

    fn claim(&self, id: ClaimId) -> Option<Passage> {
        let claim = &self.reasoned.dossier[id];
        let words = self.read(claim.text.or(claim.at.phrase)?);
        let keys: Vec<String> = self.cited(claim).map(|word| self.read(word)).collect();
        let cited = if keys.is_empty() { String::new() } else { format!(" ({})", keys.join("; ")) };
        let phrase = claim.at.phrase.filter(|_| claim.text.is_some()).map(|phrase| shown(&self.read(phrase)));
        Some(Passage { phrase, ..Passage::new(self.noted(claim), format!("{words}{cited}")) })
    }

    fn cited(&self, claim: &Claim) -> impl Iterator<Item = Word> + use<'a> {
        self.reasoned.dossier.citations(claim.cites).iter().map(|citation| citation.word)
    }

    /// Where a claim says that it stands.
    fn noted(&self, claim: &Claim) -> String {
        let line = claim.at.line.map(|(line, _)| format!("line {line}"));
        let file = claim.at.file.map(|file| format!("of {}", shown(&self.read(file))));
        let line: Vec<String> = line.into_iter().chain(file).collect();
        let section = claim.at.section.map(|section| shown(&self.read(section)));
        let parts = [Some(line.join(" ")).filter(|line| !line.is_empty()), section];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() { "the paper".to_owned() } else { parts.join(", ") }
    }

    /// A source as a list of works would tell it. A year alone tells nobody which source it is.
    fn source(&self, id: SourceId) -> Option<Passage> {
        let source = &self.reasoned.dossier[id];
        source.title?;
        let words: Vec<String> = parts(source).map(|part| self.spelt(part)).collect();
        Some(Passage::new("the list of sources".to_owned(), words.join(". ")))
    }

    /// Marks what a label is about in a passage, if it is there; whether the label needs to be shown no more.
    fn mark(&self, of: Of, passage: &mut Passage, label: &Label, is_primary: bool) -> bool {
        let mut push = |range: Range<usize>, said: Option<&String>| {
            passage.marks.push(Mark { range, said: said.into_iter().cloned().collect(), is_primary });
        };
        match of {
            Of::Block(_, sentence) => {
                let Some(text) = self.manuscript.map(|manuscript| &manuscript.text) else { return false };
                let start = sentence.map_or(0, |number| text.sentences[number].range.start);
                let within = |words: Range<usize>| words.start.saturating_sub(start)..words.end.saturating_sub(start);
                if let Some((_, words)) = text.words_at(label.span) {
                    push(within(words), Some(&label.text));
                    return true;
                }
                if let Some(Record::Claim(id)) = self.record(label.span)
                    && let Some((_, passage)) = self.anchored(id)
                {
                    push(within(passage.range.clone()), None);
                }
                false
            }
            Of::Record(Record::Claim(id)) => {
                let claim = &self.reasoned.dossier[id];
                let text = claim.text.or(claim.at.phrase).map_or(0, |text| self.read(text).len());
                let mut start = text + " (".len();
                for word in self.cited(claim) {
                    let key = self.read(word).len();
                    if word.span == label.span {
                        push(start..start + key, None);
                    }
                    start += key + "; ".len();
                }
                false
            }
            Of::Record(Record::Source(id)) => {
                let mut start = 0;
                for part in parts(&self.reasoned.dossier[id]) {
                    let spelt = self.spelt(part).len();
                    if part.holds(label.span) && !label.span.is_empty() {
                        let from = (label.span.start - part.start) as usize;
                        let quote = usize::from(part != label.span);
                        let from = start + from.saturating_sub(quote).min(spelt);
                        // White space that was folded has moved what follows it.
                        let is_folded = self.texts.read(Word { span: part }).len() != spelt;
                        let of_part =
                            if quote == 0 || is_folded { start..start + spelt } else { from..from + label.span.len() };
                        push(of_part.start..of_part.end.min(start + spelt), None);
                    }
                    start += spelt + ". ".len();
                }
                false
            }
            Of::Record(_) => false,
        }
    }

    /// Words of the records on one line.
    fn read(&self, word: Word) -> String {
        one_line(self.texts.read(word))
    }

    fn spelt(&self, part: Span) -> String {
        self.read(Word { span: part })
    }
}

/// The parts of a source in the order of a list of works.
fn parts(source: &Source) -> impl Iterator<Item = Span> {
    let words = [source.title, source.container_title, source.url].map(|word| word.map(|word| word.span));
    let issued = source.issued.map(|date| date.span);
    source.author.iter().map(|author| author.span).chain(issued).chain(words.into_iter().flatten())
}

impl Passage {
    fn new(place: String, words: String) -> Self {
        Self { place, phrase: None, at: None, words, marks: Vec::new() }
    }

    /// Its words in parts, each with the mark that it is.
    pub(super) fn parts(&self) -> impl Iterator<Item = (&str, Option<&Mark>)> {
        let starts = std::iter::once(0).chain(self.marks.iter().map(|mark| mark.range.end));
        let marked = starts.zip(&self.marks).flat_map(|(start, mark)| {
            [(&self.words[start..mark.range.start], None), (&self.words[mark.range.clone()], Some(mark))]
        });
        let end = self.marks.last().map_or(0, |mark| mark.range.end);
        marked.chain([(&self.words[end..], None)]).filter(|(part, mark)| !part.is_empty() || mark.is_some())
    }

    /// Where to look for them in the paper.
    pub(super) fn whereabouts(&self) -> String {
        let phrase = self.phrase.as_ref().map_or_else(String::new, |phrase| format!(", “{phrase}”"));
        format!("{}{phrase}", self.place)
    }

    /// Its words in quotes, as many as a line holds.
    pub(super) fn quote(&self) -> String {
        format!("“{}”", shown(&self.words))
    }

    /// With its marks in order, within its words and apart from each other, and cut where it is long.
    fn finished(mut self) -> Self {
        // The words of a claim as a whole are not marked where some of them are.
        let said: Vec<Range<usize>> =
            self.marks.iter().filter(|mark| !mark.said.is_empty()).map(|mark| mark.range.clone()).collect();
        let overlaps = |mark: &Mark| said.iter().any(|it| it.start < mark.range.end && mark.range.start < it.end);
        self.marks.retain(|mark| !mark.said.is_empty() || !overlaps(mark));
        self.marks.sort_by_key(|mark| (mark.range.start, mark.range.end));
        let words = &self.words;
        let mut marks: Vec<Mark> = Vec::new();
        for mut mark in self.marks {
            mark.range =
                words.floor_char_boundary(mark.range.start)..words.ceil_char_boundary(mark.range.end.min(words.len()));
            match marks.last_mut() {
                Some(last) if mark.range.start < last.range.end || mark.range == last.range => {
                    last.range.end = last.range.end.max(mark.range.end);
                    last.is_primary |= mark.is_primary;
                    mark.said.retain(|said| !last.said.contains(said));
                    last.said.append(&mut mark.said);
                }
                _ => marks.push(mark),
            }
        }
        self.marks = marks;
        self.cut();
        self
    }

    /// Of what is long only what is marked, with some words around it.
    fn cut(&mut self) {
        let kept = kept(&self.words, &self.marks);
        let mut words = String::new();
        let mut marks = self.marks.iter_mut().peekable();
        for range in &kept {
            if range.start > 0 {
                words.push_str(if words.is_empty() { "… " } else { " … " });
            }
            while let Some(mark) = marks.next_if(|mark| mark.range.end <= range.end) {
                let shifted = |at: usize| words.len() + at.saturating_sub(range.start);
                mark.range = shifted(mark.range.start)..shifted(mark.range.end);
            }
            words.push_str(&self.words[range.clone()]);
        }
        if kept.last().is_some_and(|last| last.end < self.words.len()) {
            words.push_str(" …");
        }
        self.words = words;
    }
}

/// Which parts of long words are kept: those around the marks, from word to word.
fn kept(words: &str, marks: &[Mark]) -> Vec<Range<usize>> {
    if words.len() <= LONG {
        return std::iter::once(0..words.len()).collect();
    }
    let start = |at: usize| words[..words.floor_char_boundary(at)].rfind(' ').map_or(0, |space| space + 1);
    let end = |at: usize| {
        let at = words.ceil_char_boundary(at.min(words.len()));
        words[at..].find(' ').map_or(words.len(), |space| at + space)
    };
    let mut kept: Vec<Range<usize>> = Vec::new();
    for mark in marks {
        let range = start(mark.range.start.saturating_sub(AROUND))..end(mark.range.end + AROUND);
        match kept.last_mut() {
            Some(last) if range.start <= last.end + 1 => last.end = range.end.max(last.end),
            _ => kept.push(range),
        }
    }
    if kept.is_empty() {
        kept.push(0..end(LONG));
    }
    kept
}
