//! The sentences that are worth checking as claims.

mod bearing;
mod gaps;
mod labels;
mod listed;
mod matching;
mod naming;
mod once;
mod ordinals;
mod passages;
mod scales;
mod shares;
mod slips;
mod standing;
mod statements;
mod statistics;
mod stretches;
mod tie_out;
mod tied;

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

pub(super) use self::once::Once;
use super::ids::{Ids, of_words};
use super::known::Known;
use super::language::language;
use super::phrase::Phrases;
use super::sources::{Source, Sources};
use super::tone::Mode;
use super::{Left, Remark};
use crate::amount::prose::Style;
use crate::atlas::Extent;
use crate::bibliography::Bibliography;
use crate::citation::{By, Citation, Cited, Resolved};
use crate::document::{Document, Kind, Lines, Spot};
use crate::language::Link;
use crate::names::one_line;
use crate::time::When;
use crate::time::prose::{Language, What, dates};
use gaps::After;
use labels::tie_labels;
use listed::tie_lists;
use matching::Matching;
use once::Lives;
use ordinals::tie_ordinals;
use passages::{Ahead, Bears, Passage};
use scales::tie_scales;
use shares::tie_shares;
use slips::tie_slips;
use statements::{Statements, Told};
use tie_out::tie_out;

/// Of the further sources that a citation may mean so many are named.
const NAMED: usize = 8;

/// A claim that is drafted.
#[derive(Debug)]
pub(super) struct Claim {
    pub(super) id: String,
    /// The file that it goes to, without its ending, and what stands over it there.
    pub(super) file: String,
    pub(super) chapter: String,
    pub(super) section: String,
    pub(super) at: Spot,
    pub(super) phrase: String,
    pub(super) text: String,
    pub(super) cites: Vec<Cite>,
    pub(super) events: Vec<Event>,
    pub(super) quantities: Vec<Quantity>,
    /// What is said of numbers of research, as TOML.
    pub(super) statistics: Vec<String>,
    pub(super) standings: Vec<Standing>,
    /// What is to be said in comments.
    pub(super) remarks: Vec<String>,
}

/// A citation of a claim.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cite {
    /// The source's key or id.
    pub(super) source: String,
    pub(super) role: Option<&'static str>,
    pub(super) locator: Option<String>,
}

/// A date of a claim, and the event that is drafted for it.
#[derive(Debug)]
pub(super) struct Event {
    pub(super) id: String,
    pub(super) name: String,
    /// The keys of the statement, and their dates in EDTF.
    pub(super) clauses: Vec<(&'static str, String)>,
    pub(super) mode: Option<Mode>,
    pub(super) link: Link,
    /// Where its date stands in the sentence.
    at: Range<usize>,
    /// Whether it happens once.
    pub(super) once: Option<Once>,
    /// Who did it.
    who: Option<String>,
    /// What it is said to lie behind.
    after: Option<After>,
    /// The event of another sentence that it is taken for.
    same_as: Option<(usize, usize)>,
}

/// A quantity of a claim.
#[derive(Debug, Default)]
pub(super) struct Quantity {
    pub(super) id: String,
    pub(super) name: String,
    /// Empty where it has none.
    pub(super) unit: String,
    pub(super) values: Vec<Value>,
    pub(super) on: Option<String>,
    pub(super) mode: Option<Mode>,
    /// Whether a date of its sentence says nothing of it.
    pub(super) is_dateless: bool,
    /// Where its number stands in the sentence; nowhere, where no number of the text gives it.
    pub(super) at: Range<usize>,
    /// The quantity of an earlier sentence that it is taken for: the number of the sentence, and its own there.
    pub(super) same_as: Option<(usize, usize)>,
    /// What it is to others of the claim: the key for it, and their numbers.
    pub(super) ties: Vec<(&'static str, Vec<usize>)>,
}

/// A value of a quantity.
#[derive(Debug)]
pub(super) struct Value {
    pub(super) written: String,
    /// The same in another money.
    pub(super) equals: Option<String>,
    pub(super) link: Link,
}

impl Quantity {
    /// Takes its value for one of a quantity that is told elsewhere: of whatever day, in the unit of that one.
    fn presume(&mut self) {
        self.is_dateless = true;
        let value = &mut self.values[0];
        value.link = Link::Presumed;
        if let Some((number, _)) = value.written.split_once(' ').filter(|(number, _)| !number.contains('e')) {
            value.written = number.to_owned();
        }
    }
}

/// What a claim says of things of the shipped record.
#[derive(Debug)]
pub(super) struct Standing {
    /// The keys of the statement with their values.
    pub(super) fields: Vec<(&'static str, String)>,
    pub(super) link: Link,
}

/// What the sentences of a manuscript come to.
pub(super) struct Claims {
    pub(super) drafted: Vec<Claim>,
    /// The title of the manuscript.
    pub(super) title: Option<String>,
    pub(super) language: String,
    /// The day that the manuscript bears, with the line of it and its words.
    pub(super) written: Option<(When, Remark)>,
    /// The texts of its sentences, in order.
    pub(super) texts: Vec<String>,
    pub(super) left: Left,
}

/// A manuscript that is being read.
pub(super) struct Reading<'m> {
    manuscript: &'m Document,
    citations: &'m [Citation],
    sources: &'m Sources,
    lines: Lines,
    language: String,
    written: Option<(When, Remark)>,
    passages: Vec<Passage<'m>>,
    ahead: Ahead,
    /// How many sources are cited by each key.
    keyed: FxHashMap<&'m str, Vec<usize>>,
}

impl<'m> Reading<'m> {
    pub(super) fn new(
        manuscript: &'m Document,
        bibliography: &Bibliography,
        citations: &'m [Citation],
        sources: &'m Sources,
    ) -> Self {
        let language = language(manuscript);
        let lines = Lines::of(manuscript);
        let written = written(manuscript, &language, &lines);
        let passages = passages::passages(manuscript, bibliography, citations, &lines, &language);
        let ahead = Ahead::new(&passages);
        let mut keyed: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (number, source) in sources.all.iter().enumerate() {
            if let Some(key) = &source.cited_as {
                keyed.entry(key).or_default().push(number);
            }
        }
        Self { manuscript, citations, sources, lines, language, written, passages, ahead, keyed }
    }

    /// The claims of it that the dossier does not have.
    pub(super) fn claims(self, known: &Known, ids: &mut Ids, record: Extent) -> Claims {
        let phrases = Phrases::new(&self.manuscript.blocks);
        let phrase = |passage: &Passage<'m>| phrases.of(passage.words, &passage.range, &passage.cited);
        let wanted = self.wanted();
        let matching = Matching::new(known, &self.passages);
        let mut left = self.left();
        let written = self.written.as_ref().map(|(when, _)| when);
        let mut statements = Statements::new(written, &self.language, &self.passages, record);
        let mut told: Vec<Told> = self.passages.iter().map(|passage| statements.read(passage, &mut left)).collect();
        let style = Style::of(&self.language);
        tie_out(&self.passages, &mut told, style);
        tie_slips(&self.passages, &mut told, &self.manuscript.blocks, style);
        tie_shares(&self.passages, &mut told, style);
        tie_lists(&self.passages, &mut told, &self.manuscript.blocks, &self.language, style);
        tie_labels(&self.passages, &mut told, &self.manuscript.blocks, &self.language);
        tie_ordinals(&self.passages, &mut told, &self.manuscript.blocks, &self.language);
        tie_scales(&self.passages, &mut told, &self.language);
        let mut drafted = Vec::new();
        let mut lives = Lives::default();
        let (mut named, mut once, mut events) = (FxHashMap::default(), FxHashMap::default(), FxHashMap::default());
        for ((at, passage), told) in self.passages.iter().enumerate().zip(told) {
            let is_wanted = wanted.contains(&at) || !told.amounts.is_empty();
            if !is_wanted || matching.has(at, phrase(passage)) {
                continue;
            }
            let mut claim = self.claim(at, phrase(passage), told, ids);
            once::tie(&mut claim.events, &mut once);
            lives.tie(&mut claim.events);
            for (number, event) in claim.events.iter_mut().enumerate() {
                if let Some(id) = event.same_as.and_then(|same| events.get(&same)) {
                    event.once = Some(Once::Again);
                    String::clone_from(&mut event.id, id);
                    event.link = Link::Presumed;
                }
                events.insert((at, number), event.id.clone());
            }
            for event in &mut claim.events {
                if let Some((id, after)) = event.after.take().and_then(|after| Some((events.get(&after.event)?, after)))
                {
                    event.clauses.extend([("after", id.clone()), ("gap", after.gap)]);
                    event.link = Link::Presumed;
                }
            }
            for (number, quantity) in claim.quantities.iter_mut().enumerate() {
                match quantity.same_as.and_then(|same| named.get(&same)) {
                    Some(id) => String::clone_from(&mut quantity.id, id),
                    None => quantity.same_as = None,
                }
                named.insert((at, number), quantity.id.clone());
            }
            drafted.push(claim);
        }
        left.changed = matching.changed;
        left.gone = matching.gone.into_iter().chain(self.sources.gone.iter().cloned()).collect();
        let texts = self.passages.iter().map(|passage| passage.text().to_owned()).collect();
        Claims { drafted, title: title(self.manuscript), language: self.language, written: self.written, texts, left }
    }

    /// The passages that are to be claims: those worth checking, and those without which a citation would be lost: one
    /// that resolves to nothing, and the first of a source that no other claim cites.
    fn wanted(&self) -> FxHashSet<usize> {
        let mut wanted: FxHashSet<usize> = FxHashSet::default();
        let mut cited: FxHashSet<&str> = FxHashSet::default();
        // What several citations share is taken in once.
        let mut taken: FxHashSet<*const usize> = FxHashSet::default();
        let works = |at: usize| self.passages[at].cites.iter().map(|bears| self.work(bears).1);
        for at in (0..self.passages.len()).filter(|at| self.passages[*at].worth.is_some()) {
            wanted.insert(at);
            for work in works(at) {
                let sources = self.sources.of(work);
                if taken.insert(sources.as_ptr()) {
                    cited.extend(self.ids(sources));
                }
            }
        }
        for at in 0..self.passages.len() {
            for work in works(at) {
                let sources = self.sources.of(work);
                let is_open = sources.is_empty() && !work.points_back();
                let is_first = taken.insert(sources.as_ptr()) && self.ids(sources).any(|id| !cited.contains(id));
                if is_open || is_first {
                    wanted.insert(at);
                    cited.extend(self.ids(sources));
                }
            }
        }
        wanted
    }

    fn work(&self, bears: &Bears) -> (&'m Citation, &'m Cited) {
        let citation = &self.citations[bears.citation];
        (citation, &citation.works[bears.work])
    }

    fn claim(&self, at: usize, phrase: &str, mut told: Told, ids: &mut Ids) -> Claim {
        let passage = &self.passages[at];
        let bare = passage.bare();
        let id = ids.fresh(&of_words(&bare, 5).unwrap_or_else(|| format!("line-{}", passage.at.line)));
        let mut remarks = std::mem::take(&mut told.remarks);
        let statistics = std::mem::take(&mut told.statistics);
        let standings = std::mem::take(&mut told.standings);
        let (events, quantities) = told.named(&bare, &id, ids);
        let mut cites = self.cites(passage, &passage.cites, &mut remarks);
        if let Some(later) = self.ahead.presumed(&self.passages, at) {
            let resolved = |bears: &&Bears| !self.sources.of(self.work(bears).1).is_empty();
            let bears: Vec<Bears> = later.cites.iter().filter(resolved).copied().collect();
            cites = self.cites(later, &bears, &mut remarks);
            for cite in &mut cites {
                cite.role = Some("presumed");
            }
            remarks.extend((!cites.is_empty()).then(|| presumption(passage, later)));
        }
        Claim {
            id,
            file: passage.file.clone(),
            chapter: passage.chapter.clone(),
            section: passage.section.clone(),
            at: passage.at.clone(),
            phrase: phrase.to_owned(),
            text: one_line(passage.text()),
            cites,
            events,
            quantities,
            statistics,
            standings,
            remarks,
        }
    }

    /// What a claim cites that rests on these works.
    fn cites(&self, passage: &Passage<'_>, bears: &[Bears], remarks: &mut Vec<String>) -> Vec<Cite> {
        let mut cites: Vec<Cite> = Vec::new();
        for bears in bears {
            let (citation, work) = self.work(bears);
            let words = self.manuscript.blocks[citation.block].words.as_str();
            let said = |range: &std::ops::Range<usize>| one_line(words.get(range.clone()).unwrap_or_default());
            let Some(source) = self.source(citation, work, remarks) else { continue };
            let role = bearing::role(passage, (citation, work, bears), words, self.first(work));
            let cite = Cite { source, role, locator: work.locator.as_ref().map(said) };
            if !cites.contains(&cite) {
                cites.push(cite);
            }
        }
        cites
    }

    /// What a claim cites: the key as it is printed where that means the sources it resolves to, else an id.
    fn source(&self, citation: &Citation, work: &Cited, remarks: &mut Vec<String>) -> Option<String> {
        let printed = citation.printed(work, &self.manuscript.blocks);
        let numbers = self.sources.of(work);
        let Some(first) = self.first(work) else {
            let key = if matches!(work.by, By::Key(_)) { printed } else { clipped(&printed) };
            return (!work.points_back() && !key.is_empty()).then_some(key);
        };
        let numbered = matches!(work.by, By::Number(_));
        let keyed = self.keyed.get(printed.as_str()).map_or(&[][..], Vec::as_slice);
        // Where it means no other.
        let has_key = keyed.len() <= numbers.len() && keyed.iter().any(|key| numbers.binary_search(key).is_ok());
        if !numbered && has_key {
            return Some(printed);
        }
        if numbers.len() > 1 {
            let others = numbers[1..].iter().map(|number| &self.sources.all[*number].id);
            let mut ids: Vec<String> = others.take(NAMED).map(|id| format!("`{id}`")).collect();
            ids.extend(numbers.len().checked_sub(NAMED + 2).map(|more| format!("{} more", more + 1)));
            remarks.push(format!("`{printed}` may also be {}", ids.join(", ")));
        } else if !numbered && !printed.is_empty() && first.cited_as.as_deref() != Some(printed.as_str()) {
            remarks.push(format!("printed here: `{}`", clipped(&printed)));
        }
        Some(first.id.clone())
    }

    fn ids<'s>(&'s self, sources: &'s [usize]) -> impl Iterator<Item = &'s str> {
        sources.iter().map(|source| self.sources.all[*source].id.as_str())
    }

    /// The first of the sources that a citation may mean.
    fn first(&self, work: &Cited) -> Option<&Source> {
        self.sources.of(work).first().map(|number| &self.sources.all[*number])
    }

    /// The citations that no claim can settle.
    fn left(&self) -> Left {
        let mut left = Left::default();
        for citation in self.citations {
            let Some(block) = self.manuscript.blocks.get(citation.block) else { continue };
            for work in &citation.works {
                let at = self.lines.spot(block.place(work.range.clone()).start);
                let words = clipped(&citation.printed(work, &self.manuscript.blocks));
                match work.resolved {
                    Resolved::Several(..) => left.ambiguous.push(Remark { at, words }),
                    Resolved::Nothing(_) if self.sources.of(work).is_empty() && !repeats(work) => {
                        left.unresolved.push(Remark { at, words });
                    }
                    Resolved::NotCheckable => left.open += usize::from(!work.tells_itself()),
                    Resolved::Nothing(_) | Resolved::One(..) => {}
                }
            }
        }
        left
    }
}

/// What is presumed where a sentence is taken to be borne by the citation of a later one.
fn presumption(passage: &Passage<'_>, later: &Passage<'_>) -> String {
    if later.block == passage.block {
        "the citation stands behind a later sentence of the paragraph: is it for this one too?".to_owned()
    } else {
        format!("the citation stands in a later paragraph, {}: is it for this one too?", later.at)
    }
}

/// Whether a work is cited by what was cited before it, and something was.
fn repeats(work: &Cited) -> bool {
    matches!(work.by, By::Again { of: Some(_), .. })
}

/// A printed citation that is no whole note.
fn clipped(printed: &str) -> String {
    crate::text::shown(printed)
}

/// What a manuscript is called: as it says itself, else its first heading, if nothing stands before that.
fn title(manuscript: &Document) -> Option<String> {
    let stated = manuscript.preface.title.as_ref().map(|title| one_line(&title.words));
    let first = || manuscript.blocks.first().filter(|block| matches!(block.kind, Kind::Heading(_)));
    stated.or_else(|| first().map(|block| one_line(&block.words)))
}

/// The day that a manuscript bears, if its words are one date.
fn written(manuscript: &Document, language: &str, lines: &Lines) -> Option<(When, Remark)> {
    let stated = manuscript.preface.date.as_ref()?;
    let remark = Remark { at: lines.spot(stated.at.start), words: one_line(&stated.words) };
    if let Ok(when) = When::parse(stated.words.trim()) {
        return Some((when, remark));
    }
    let found = dates(&stated.words, Language::named(language).unwrap_or(Language::ANY), &[]);
    match &found[..] {
        [one] => match &one.what {
            What::Date(when) => Some((when.clone(), remark)),
            What::Relative(_) | What::Bad(_) => None,
        },
        _ => None,
    }
}

/// Whether a block's sentences say what the manuscript says.
fn speaks(kind: &Kind) -> bool {
    matches!(kind, Kind::Paragraph | Kind::Item | Kind::Quote | Kind::Note(_))
}
