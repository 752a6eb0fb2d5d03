//! Where in its manuscript each part of drafted records is from, so that what is found in them can be told of the
//! paper.
//!
//! A source is from its entry in a list of works, or from the citation that describes it; a claim from its sentence,
//! what it cites from the citation there, and what it says from the date or the quantity. A part of which no such place
//! is known is from where its record is, and what lies in no record from the head of the manuscript.

use std::ops::Range;

use super::edtf::clause;
use super::sources::{described_where_cited, wanted};
use crate::Reasoned;
use crate::amount::Amount;
use crate::archive::Passages;
use crate::document::Block;
use crate::frame::Filler;
use crate::load::{self, Input};
use crate::model::{Citation, Claim, ClaimId, Dossier, Source, Statement, Statistic, Written};
use crate::passage::anchors::Anchor;
use crate::passage::statistics::Placed;
use crate::passage::{Manuscript, Sentence};
use crate::statistics::{Estimate, Printed};
use crate::text::{Span, Texts, Word};
use crate::time::prose::What;

/// How many citations behind a sentence are looked at for one that is presumed to bear it.
const AHEAD: usize = 32;

/// The parts of the drafted `pages`, each with the place that it is from. `reasoned` holds nothing but their records,
/// and those in the order in which they were drafted.
pub fn origins(texts: &Texts, reasoned: &Reasoned, pages: &[Input]) -> Vec<(Span, Span)> {
    let Some(passages) = reasoned.archive.manuscript() else { return Vec::new() };
    let files = pages.iter().map(|&(page, _)| texts.file(page));
    let records = files.flat_map(|file| load::records(&file.text).into_iter().map(|record| file.span().part(record)));
    let records = records.collect();
    let dossier = &reasoned.dossier;
    let mut origins = Origins { texts, dossier, passages, text: &passages.text, records, all: Vec::new() };
    origins.paper(pages);
    origins.sources();
    dossier.claims().for_each(|(id, claim)| origins.claim(id, claim));
    origins.all
}

struct Origins<'a> {
    texts: &'a Texts,
    dossier: &'a Dossier,
    passages: &'a Passages,
    text: &'a Manuscript,
    /// The records of the pages, in their order.
    records: Vec<Span>,
    all: Vec<(Span, Span)>,
}

impl<'a> Origins<'a> {
    /// The pages as a whole, and what they say of the paper itself.
    fn paper(&mut self, pages: &[Input]) {
        let (text, paper) = (self.text, &self.dossier.paper);
        let head = text.blocks.first().map_or(0..0, Block::whole);
        let head = text.at(text.preface.title.as_ref().map_or(head, |title| title.at.clone()));
        self.all.extend(pages.iter().map(|&(page, _)| (self.texts.file(page).span(), head)));
        let parts = [
            (paper.issued.map(|issued| issued.span), &text.preface.date),
            (paper.language.map(|language| language.span), &text.preface.language),
        ];
        self.all
            .extend(parts.into_iter().filter_map(|(part, stated)| Some((part?, text.at(stated.as_ref()?.at.clone())))));
    }

    fn sources(&mut self) {
        let (text, dossier) = (self.text, self.dossier);
        let is_wanted = wanted(&text.bibliography, &text.citations, &text.preface);
        let listed = text.bibliography.entries.iter().enumerate().filter(|(number, entry)| is_wanted(*number, entry));
        let listed = listed.map(|(number, entry)| (Some(number), entry));
        // A work that several citations describe is one source, as the first of them has it.
        let mut seen = 0;
        let described = described_where_cited(&text.citations).into_iter().filter(|(number, ..)| {
            let is_first = *number == seen;
            seen += usize::from(is_first);
            is_first
        });
        let described = described.map(|(.., entry)| (None, entry));
        for (source, (number, entry)) in dossier.sources.iter().zip(listed.chain(described)) {
            let place = |at: &Range<usize>| match number {
                Some(number) => text.listed(number, at.clone()),
                None => text.at(at.clone()),
            };
            self.all.push((self.record(source.header), place(&entry.at)));
            let fields = fields(source).into_iter().filter_map(|(span, name)| Some((span?, &entry.field(name)?.at)));
            let authors = source.author.iter().zip(&entry.author).map(|(word, name)| (word.span, &name.at));
            self.all.extend(fields.chain(authors).filter(|(_, at)| !at.is_empty()).map(|(span, at)| (span, place(at))));
        }
    }

    fn claim(&mut self, id: ClaimId, claim: &Claim) {
        let sentence = self.sentence(id);
        let whole = sentence.map_or_else(
            || self.line(claim),
            |sentence| self.text.part(sentence, 0..self.text.words(sentence).trim_end().len()),
        );
        self.all.push((self.record(claim.header), whole));
        for citation in self.dossier.citations(claim.cites) {
            let cited = sentence.and_then(|sentence| self.cited(sentence, citation));
            self.all.extend(cited.map(|cited| (citation.word.span, cited)));
        }
        for statement in self.dossier.says(claim.says) {
            self.statement(sentence, statement, whole);
        }
    }

    /// A statement, and the event or the quantity that was drafted for it.
    fn statement(&mut self, sentence: Option<&Sentence>, statement: &Statement, whole: Span) {
        let (dossier, counted) = (self.dossier, statement.counted());
        let dates = dossier.clauses(statement).iter().map(|clause| clause.target.span());
        let dates = dates.map(|span| (span, sentence.and_then(|sentence| self.date(sentence, span))));
        let values = counted.into_iter().flat_map(|counted| counted.value.into_iter().chain(counted.equals));
        let values = values.map(|value| value.span);
        let values = values.map(|span| (span, sentence.and_then(|sentence| self.amount(sentence, span))));
        let parts = values.chain(dates).filter_map(|(span, place)| Some((span, place?)));
        let parts = parts.chain(sentence.map(|sentence| self.statistic(sentence, statement)).unwrap_or_default());
        let parts: Vec<(Span, Span)> = parts.collect();
        let place = parts.first().map_or(whole, |(_, place)| *place);
        let event = dossier.event_of(statement).map(|event| dossier[event].header);
        let quantity = counted.and_then(|counted| counted.quantity.target).map(|quantity| dossier[quantity].header);
        let named = event.into_iter().chain(quantity).map(|header| self.record(header));
        let named: Vec<Span> = named.chain([statement.span]).collect();
        self.all.extend(named.into_iter().map(|span| (span, place)).chain(parts));
    }

    /// The record that begins with a header.
    fn record(&self, header: Span) -> Span {
        let before = self.records.partition_point(|record| record.start <= header.start);
        before.checked_sub(1).map_or(header, |last| self.records[last])
    }

    /// The sentence that a claim was drafted from.
    fn sentence(&self, claim: ClaimId) -> Option<&'a Sentence> {
        let passage = match self.passages.anchor(claim)? {
            Anchor::Found(passage) => passage,
            Anchor::Ambiguous(passages) => passages.first()?,
            Anchor::Gone => return None,
        };
        let number = *self.passages.sentences(passage).first()?;
        self.text.sentences.get(number)
    }

    /// The line that a claim notes.
    fn line(&self, claim: &Claim) -> Span {
        let whole = self.text.whole();
        let file = self.texts.file(self.texts.file_at(whole.start));
        let line = claim.at.line.map_or(0, |(line, _)| line.saturating_sub(1) as usize);
        let start = file.line_starts().get(line).map_or(0, |start| *start as usize);
        let length = file.text[start..].lines().next().map_or(0, str::len);
        whole.part(start..start + length)
    }

    /// Where the text prints what a claim cites: in the claim's sentence, or behind it.
    fn cited(&self, sentence: &Sentence, by: &Citation) -> Option<Span> {
        let printed = self.text.citations.get(sentence.citations.start..)?.iter().take(AHEAD);
        let mut works = printed.flat_map(|printed| printed.works.iter().map(move |work| (printed, work)));
        let (printed, work) = works.find(|it| self.passages.is_cited(self.texts, self.dossier, by, *it))?;
        Some(self.text.place(printed.block, work.range.clone()))
    }

    /// Where a sentence names a date: the one that was written so, else the only one that is told from another.
    fn date(&self, sentence: &Sentence, written: Span) -> Option<Span> {
        let written = self.texts.read(Word { span: written });
        let dates = &sentence.worth.as_ref()?.dates;
        let is_written = |what: &What, side| match what {
            What::Date(when) => {
                let whole = clause(side, when).1;
                whole == written || whole.split('/').any(|end| end == written)
            }
            What::Relative(_) | What::Bad(_) => false,
        };
        let told: Vec<_> = dates.iter().filter(|date| matches!(date.what, What::Relative(_))).collect();
        let only = || if let [only] = told[..] { Some(only) } else { None };
        let date = dates.iter().find(|date| is_written(&date.what, date.side)).or_else(only)?;
        Some(self.text.part(sentence, date.at.clone()))
    }

    /// Where a sentence gives a number of research and what stands beside it.
    fn statistic(&self, sentence: &Sentence, statement: &Statement) -> Vec<(Span, Span)> {
        let Some(worth) = &sentence.worth else { return Vec::new() };
        let p_value = |p: Option<Written<Printed>>, there: Option<&Placed>| match (p, there) {
            (Some(p), Some((value, _))) if p.value != *value => None,
            (Some(p), Some((_, at))) => Some(vec![(p.span, at.clone())]),
            (None, None) => Some(Vec::new()),
            _ => None,
        };
        let parts = match statement.statistic() {
            Some(Statistic::Test(tested)) => worth.tests.iter().find_map(|found| {
                let p = p_value(tested.p, Some(&found.p)).filter(|_| found.test.0 == tested.test.value)?;
                Some([vec![(tested.test.span, found.test.1.clone())], p].concat())
            }),
            Some(Statistic::Estimate(estimated)) => worth.estimates.iter().find_map(|found| {
                let there = Estimate { value: found.value.0, ends: [found.ends[0].0, found.ends[1].0] };
                let p = p_value(estimated.p, found.p.as_ref()).filter(|_| there == estimated.estimate())?;
                let ends = estimated.ends.iter().zip(&found.ends).map(|(end, (_, at))| (end.span, at.clone()));
                Some([vec![(estimated.value.span, found.value.1.clone())], ends.collect(), p].concat())
            }),
            _ => None,
        };
        parts.unwrap_or_default().into_iter().map(|(span, at)| (span, self.text.part(sentence, at))).collect()
    }

    /// Where a sentence names a quantity.
    fn amount(&self, sentence: &Sentence, written: Span) -> Option<Span> {
        let written = self.texts.read(Word { span: written });
        let worth = sentence.worth.as_ref()?;
        let tied = worth.frames.iter().flat_map(|it| &it.slots).filter_map(|slot| match &slot.filler {
            Filler::Amount(amount) => Some((&**amount, &slot.at)),
            Filler::Date(_) | Filler::Name | Filler::Known(_) => None,
        });
        let mut amounts = tied.chain(worth.amounts.iter().map(|found| (&found.amount, &found.at)));
        // What went down by 5 % grew by -5 %.
        let size = written.replace('-', "");
        let is_written = |amount: &Amount| {
            let whole = amount.to_string();
            whole == size || whole.split_once(' ').is_some_and(|(number, _)| number == size)
        };
        let (_, at) = amounts.find(|(amount, _)| is_written(amount))?;
        Some(self.text.part(sentence, at.clone()))
    }
}

/// The parts of a source that are told apart in an entry, with their names in CSL.
fn fields(source: &Source) -> [(Option<Span>, &'static str); 11] {
    let date = |date: Option<crate::model::Date>| date.map(|date| date.span);
    let word = |word: Option<Word>| word.map(|word| word.span);
    [
        (word(source.title), "title"),
        (word(source.container_title), "container-title"),
        (date(source.issued), "issued"),
        (date(source.original_date), "original-date"),
        (date(source.accessed), "accessed"),
        (date(source.updated), "updated"),
        (word(source.url), "URL"),
        (word(source.doi), "DOI"),
        (word(source.isbn), "ISBN"),
        (word(source.issn), "ISSN"),
        (source.status.map(|(_, span)| span), "status"),
    ]
}
