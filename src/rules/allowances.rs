//! What records are allowed to break and what somebody lets stand: which findings an allowance silences, and which
//! allowances silence nothing.

use std::cell::LazyCell;

use rustc_hash::FxHashMap;

use super::Case;
use crate::archive::Passages;
use crate::finding::{Bearing, Finding};
use crate::model::{Allow, Record};
use crate::names::one_line;
use crate::passage;
use crate::text::{Span, Word};
use crate::time::Day;

/// What somebody lets stand without a record: in a comment of the paper, or in the configuration.
#[derive(Clone, Debug)]
pub struct Stet {
    /// The rule.
    pub rule: String,
    /// Why.
    pub because: String,
    /// What of the rule stands.
    pub of: Of,
    /// Where it is said.
    pub at: Span,
    /// Whether it may be said of another paper: then nobody can say that it finds nothing.
    pub may_be_elsewhere: bool,
}

/// What stands of all that a rule finds.
#[derive(Clone, Debug)]
pub enum Of {
    /// What it finds at this place of the manuscript.
    Place(Span),
    /// What it finds in a sentence, or in an entry of the list of works, that has these words.
    Phrase(String),
    /// The findings of this fingerprint.
    Fingerprint(String),
}

impl Stet {
    pub(super) fn of_comment(stet: &passage::Stet) -> Self {
        let passage::Stet { rule, because, at, of } = stet.clone();
        Self { rule, because, at, of: Of::Place(of), may_be_elsewhere: false }
    }
}

/// What is allowed: first the allowances of records, by their rows, then what somebody lets stand without a record.
pub(super) struct Allowances<'a> {
    case: Case<'a>,
    by_rule: FxHashMap<(&'static str, &'a str, &'a str), Vec<usize>>,
    allows: Vec<Permit<'a>>,
    pub(super) used: Vec<bool>,
}

/// One allowance of a record.
struct Permit<'a> {
    rule: &'a str,
    because: &'a str,
    until: Option<Day>,
}

impl<'a> Allowances<'a> {
    pub(super) fn new(case: &Case<'a>) -> Self {
        let Case { texts, dossier, .. } = *case;
        let until = |allow: &Allow| allow.until.and_then(|date| dossier[date.when].hard().latest().day());
        let permit = |allow: &Allow| Permit {
            rule: texts.read(allow.rule),
            because: texts.read(allow.because),
            until: until(allow),
        };
        let mut this = Self {
            case: *case,
            by_rule: FxHashMap::default(),
            allows: dossier.allows.iter().map(permit).collect(),
            used: vec![false; dossier.allows.len() + case.stets.len()],
        };
        for (record, rows) in dossier.allowing() {
            for row in rows.range() {
                let key = (record.kind().name(), dossier.id(texts, record), this.allows[row].rule);
                this.by_rule.entry(key).or_default().push(row);
            }
        }
        this
    }

    /// Why the finding is allowed, today, if it is.
    pub(super) fn silences(&mut self, finding: &Finding) -> Option<&'a str> {
        let allowed = self.allows(finding);
        self.stands(finding).or(allowed)
    }

    /// Why a record that the finding is about is allowed it.
    fn allows(&mut self, finding: &Finding) -> Option<&'a str> {
        if self.by_rule.is_empty() {
            return None;
        }
        let mut because = None;
        for subject in &finding.subjects {
            let key = (subject.kind, subject.id.as_str(), finding.rule);
            let Some(rows) = self.by_rule.get(&key) else { continue };
            for &row in rows {
                let permit = &self.allows[row];
                let expired = self.case.dossier.today.zip(permit.until).is_some_and(|(today, until)| until < today);
                self.used[row] = true;
                because = because.or((!expired).then_some(permit.because));
            }
        }
        because
    }

    /// Why somebody lets the finding stand.
    fn stands(&mut self, finding: &Finding) -> Option<&'a str> {
        let case = self.case;
        // Both stets and findings may be many in a paper.
        let fingerprint = LazyCell::new(|| finding.fingerprint());
        let places = LazyCell::new(|| places(&case, finding).collect::<Vec<Span>>());
        let mut because = None;
        for (number, stet) in case.stets.iter().enumerate().filter(|(_, stet)| stet.rule == finding.rule) {
            let is_it = match &stet.of {
                Of::Fingerprint(own) => *own == *fingerprint,
                Of::Place(place) => places.iter().any(|at| at.start < place.end() && place.start < at.end()),
                Of::Phrase(phrase) => says(&case, &places, &one_line(phrase)),
            };
            if is_it {
                self.used[self.allows.len() + number] = true;
                because = because.or(Some(stet.because.as_str()));
            }
        }
        because
    }

    /// Counts the allowances of rules that did not run as used: nobody can say that they are not.
    pub(super) fn spare(&mut self, did_not_run: &dyn Fn(&str) -> bool) {
        let rules = self.allows.iter().map(|permit| permit.rule);
        let rules = rules.chain(self.case.stets.iter().map(|stet| stet.rule.as_str()));
        for (used, rule) in self.used.iter_mut().zip(rules) {
            *used |= did_not_run(rule);
        }
    }
}

/// Where a finding stands in the manuscript: where its labels do, or the claims and the entries whose records they are
/// in.
fn places(case: &Case<'_>, finding: &Finding) -> impl Iterator<Item = Span> {
    let labels = std::iter::once(&finding.primary).chain(&finding.labels);
    let clashing = labels.filter(|label| label.bearing == Bearing::Conflicts);
    clashing.filter_map(|label| place(case, case.manuscript()?, label.span))
}

fn place(case: &Case<'_>, manuscript: &Passages, span: Span) -> Option<Span> {
    let (text, origin) = (&manuscript.text, case.texts.origin(span));
    if origin != span || text.words_at(origin).is_some() {
        return Some(origin);
    }
    match case.dossier.last_before(span)? {
        Record::Claim(id) => manuscript.passage(id).map(|passage| text.place(passage.block, passage.range.clone())),
        Record::Source(id) => {
            let entry = manuscript.entry(id)?;
            Some(text.listed(entry, text.bibliography.entries.get(entry)?.at.clone()))
        }
        _ => None,
    }
}

/// Whether one of the places lies in a sentence, or in an entry of the list of works, that has these words on one line.
fn says(case: &Case<'_>, places: &[Span], phrase: &str) -> bool {
    places.iter().any(|&at| {
        let printed = case.manuscript().and_then(|manuscript| {
            let (block, words) = manuscript.text.words_at(at)?;
            let sentence = manuscript.text.sentence_at(block, words.start);
            let whole = || manuscript.text.blocks[block].words.as_str();
            Some(sentence.map_or_else(whole, |number| manuscript.text.words(&manuscript.text.sentences[number])))
        });
        // An entry of a list in a file of its own is in no block.
        let words = printed.unwrap_or_else(|| case.read(Word { span: at }));
        one_line(words).contains(phrase)
    })
}
