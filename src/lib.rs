//! A consistency checker for claims and their evidence: a type checker for facts.
//!
//! What a paper says is a *dossier* of TOML records: claims, with the sources they cite and the statements they make;
//! what those sources say; and the record, facts that are held as given. Rules find what cannot all be true.
//!
//! # The pipeline
//! [`check`] is all of it: text is [read](load::read) into the [model](model::Dossier), names are [linked](load::link),
//! the manuscript and local copies of sources are taken into the [archive], statements are laid on the
//! [timeline](reason::Timeline) and read as [holdings](reason::Holdings), [rules](rules::judge) look at the whole and
//! report [findings](finding::Finding). The [command line](cli) brings the files in and prints the [report].
//!
//! # The layers
//! Each module uses only those before it:
//!
//! | module | what it is |
//! |---|---|
//! | [`text`] | every text of a run in one address space; places |
//! | `language` | the words of natural languages that are read in texts, a file each; uses nothing |
//! | [`time`] | dates as stretches of days (EDTF), gaps, dates in URLs and in prose; uses only `language` |
//! | [`names`] | names and printed keys: folded, compared, the nearest known one; uses nothing |
//! | [`amount`] | values as stretches of exact numbers, with units, and values found in prose; uses only `text` and `language` |
//! | [`statistics`] | numbers of research as they are printed, and what they can be: p-values of test statistics; uses nothing |
//! | [`finding`] | one inconsistency, and what a rule counted |
//! | [`model`] | the records, names resolved, every value's place kept; no judgement |
//! | [`load`] | TOML text to model, never giving up |
//! | [`atlas`] | the shipped record: states, bodies with their rolls, dated events, and what they are called |
//! | [`document`] | what manuscripts and sources are written in, to blocks of plain words: one reader a format |
//! | [`bibliography`] | the works that a manuscript or a file of its own lists, entry by entry |
//! | [`citation`] | what a manuscript cites, and which entries that is |
//! | `frame` | what the words of one sentence tie together: its numbers, dates, names and what the record knows |
//! | [`passage`] | sentences and what makes them worth checking, where noted words stand, how names are spelt |
//! | [`sheet`] | tables of text: CSV and XLSX |
//! | [`archive`] | the manuscript and the local copies of sources that the records name, read; where each claim stands |
//! | [`reason`] | what follows from the statements: the temporal network and its contradictions, who stands in which relation when, which records to mend first, what falls with a source |
//! | [`wording`] | how dates and statements are told in messages, by rules and reports alike |
//! | [`rules`] | one module a rule, by family; the list; allowances and severities |
//! | [`manual`] | a rule's page split into prose and runnable examples |
//! | [`export`] | records as other programs keep them: reference managers, spreadsheets, the web |
//! | [`draft`] | records written down from a manuscript, a bibliography or a table, for a person to complete |
//! | [`revise`] | what changed: what a baseline knew, how two drafts differ |
//! | [`mend`] | fixes applied to the files, those that clear what they should and do no harm |
//! | [`report`] | findings as a person, an editor or a program reads them |
//! | [`cli`] | one file a command; all input and output |
//!
//! # Invariants
//! - No input or output below [`cli`], and no clock anywhere: "today" is an argument or stands in the dossier.
//! - Nothing but [`cli`] can fail: what cannot be read or resolved is a finding, and the rest is checked. Any bytes in,
//!   never a panic.
//! - A *certain* finding holds for every more precise date inside what was written.
//! - The findings depend on what the records say: not on the order of files or records, nor on the number of threads.
//!   No hash map is iterated.
//! - No rule knows another rule, or how a finding is printed.

pub mod amount;
pub mod archive;
pub mod atlas;
pub mod bibliography;
pub mod citation;
pub mod cli;
pub mod document;
pub mod draft;
pub mod export;
pub mod finding;
pub(crate) mod frame;
pub(crate) mod language;
pub mod load;
pub mod manual;
pub mod mend;
pub mod model;
pub mod names;
pub mod passage;
pub mod reason;
pub mod report;
pub mod revise;
pub mod rules;
pub mod sheet;
pub mod statistics;
pub mod text;
pub mod time;
pub mod wording;

use archive::{Archive, Fetch};
use load::Input;
use model::{Dossier, Home};
use rules::{Report, Wanted};
use text::Texts;
use time::Day;

/// So many times as many cases of random values as are usual: 256, or `PROPTEST_CASES`.
#[cfg(test)]
fn cases(times: u32) -> proptest::prelude::ProptestConfig {
    let usual = proptest::prelude::ProptestConfig::default();
    proptest::prelude::ProptestConfig { cases: usual.cases * times, ..usual }
}

/// A dossier that was checked.
#[derive(Debug)]
pub struct Checked {
    /// Its records, and what follows from them.
    pub reasoned: Reasoned,
    /// What the rules saw.
    pub report: Report,
}

impl Checked {
    /// What to mend to clear the findings that no baseline knows.
    pub fn repairs(&self, texts: &Texts) -> reason::Repairs {
        reason::Repairs::new(texts, &self.reasoned.dossier, &self.report.findings)
    }
}

/// A dossier that is ready to be judged: its records, and what follows from them.
#[derive(Debug)]
pub struct Reasoned {
    /// The records.
    pub dossier: Dossier,
    /// Its manuscript, and the local copies of its sources.
    pub archive: Archive,
    /// What the statements imply about time.
    pub timeline: reason::Timeline,
    /// Who stands in which relation to what, and when.
    pub holdings: reason::Holdings,
    works: rules::Works,
}

/// The relations that every dossier may use.
pub const VOCABULARY: &str = include_str!("vocabulary.toml");

/// Checks the dossier whose records lie in `files`, as of `today` (else as of the day that the dossier states). The
/// standard vocabulary is taken in beside them; what their records name by its path is got by `fetch`.
pub fn check(texts: &mut Texts, files: &[Input], fetch: &Fetch<'_>, today: Option<Day>, wanted: &Wanted) -> Checked {
    let reasoned = Reasoned::new(texts, files, fetch, today);
    let report = reasoned.judge(texts, wanted);
    Checked { reasoned, report }
}

impl Reasoned {
    /// Reads the records, and reasons about them.
    pub fn new(texts: &mut Texts, files: &[Input], fetch: &Fetch<'_>, today: Option<Day>) -> Self {
        let vocabulary = texts.add_own("<vocabulary>", VOCABULARY);
        let files: Vec<Input> = std::iter::once((vocabulary, Home::Vocabulary)).chain(files.iter().copied()).collect();
        let mut dossier = load::read(texts, &files);
        load::link(texts, &mut dossier);
        dossier.today = today.or_else(|| dossier.stated_today());
        let archive = Archive::new(texts, &dossier, fetch);
        let timeline = reason::Timeline::new(texts, &dossier);
        let holdings = reason::Holdings::new(texts, &dossier, &timeline);
        Self { dossier, archive, timeline, holdings, works: rules::Works::default() }
    }

    /// The dossier as a rule sees it.
    pub fn case<'a>(&'a self, texts: &'a Texts) -> rules::Case<'a> {
        rules::Case::new(texts, &self.dossier, &self.archive, &self.timeline, &self.holdings, &self.works)
    }

    /// Holds the claims against this manuscript instead of the one that the dossier names.
    ///
    /// # Errors
    /// If the texts of the run are too large with it.
    pub fn hold_against(
        &mut self,
        texts: &mut Texts,
        manuscript: archive::Fetched,
    ) -> Result<(), document::Unreadable> {
        self.archive.take_manuscript(texts, &self.dossier, manuscript)
    }

    /// Holds the sources against lists that somebody holds to be right, and against what others list as retracted.
    ///
    /// # Errors
    /// If the texts of the run are too large with them.
    pub fn hold_to(
        &mut self,
        texts: &mut Texts,
        lists: &[bibliography::List],
        retractions: &[archive::Retractions],
    ) -> Result<(), document::Unreadable> {
        for list in lists {
            self.archive.take_library(texts, &self.dossier, list)?;
        }
        retractions.iter().try_for_each(|list| archive::mark_retracted(texts, &mut self.dossier, list))
    }

    /// What the rules see in it.
    pub fn judge(&self, texts: &Texts, wanted: &Wanted) -> Report {
        rules::judge(&self.case(texts), wanted)
    }
}
