//! The rules: what each is given, and the list of them.
//!
//! A rule is a module: its `//!` header is its page, `RULE` its name, `LEVEL` its severity, `COUNTS` what it looks at,
//! `check` the rule itself. No rule knows another, or how a finding is printed. To add one: its file, `mod` and its
//! place in the list below, `tests/rules/<rule>/bad.toml` and `good.toml`, and one snapshot read and accepted.

use std::sync::OnceLock;

use crate::archive::{Archive, Passages};
use crate::finding::{Level, Verdicts};
use crate::model::{Dossier, Record};
use crate::reason::{Holdings, Timeline};
use crate::text::{Span, Texts, Word};
use crate::wording::{Calls, Wording};

mod allowances;
pub(crate) mod dates;
mod dossier {
    pub(super) mod bad_roll;
    pub(super) mod duplicate_id;
    pub(super) mod expired_allow;
    mod faults;
    pub(super) mod malformed_record;
    pub(super) mod unknown_id;
    pub(super) mod unreadable_file;
    pub(super) mod unused_allow;
    pub(super) mod unused_record;
    pub(super) mod vocabulary_conflict;
}
mod evidence {
    mod attested;
    pub(super) mod claim_against_source;
    pub(super) mod quote_not_in_source;
    pub(super) mod source_does_not_say;
    pub(super) mod unchecked_claim;
    mod wording;
}
mod judge;
mod lasting;
mod manuscript {
    pub(super) mod bibliography_drift;
    pub(super) mod citation_differs_from_passage;
    pub(super) mod dangling_reference;
    pub(super) mod equation_mismatch;
    mod held;
    pub(super) mod impossible_date;
    pub(super) mod impossible_stretch;
    pub(super) mod name_variant;
    pub(super) mod passage_changed;
    pub(super) mod passage_not_found;
    pub(super) mod quotation_variant;
    pub(super) mod same_text_two_sources;
    mod stated;
    pub(super) mod table_share_mismatch;
    pub(super) mod table_total_mismatch;
    pub(super) mod unencoded_passage;
    pub(super) mod unresolved_relative_date;
    pub(super) mod wrong_weekday;
}
mod quantity {
    mod figures;
    pub(super) mod growth_mismatch;
    pub(super) mod implied_rate_conflict;
    pub(super) mod part_exceeds_whole;
    pub(super) mod parts_do_not_sum;
    pub(super) mod quantity_conflict;
    mod rounding;
    pub(super) mod share_mismatch;
    pub(super) mod unit_mismatch;
}
mod relation {
    pub(super) mod asymmetry_broken;
    mod clash;
    pub(super) mod contradiction;
    pub(super) mod disjoint_relations;
    pub(super) mod functional_conflict;
    pub(super) mod not_on_roll;
    pub(super) mod planned_and_done;
    pub(super) mod reflexive_relation;
    pub(super) mod relation_kind_mismatch;
    mod roll;
    pub(super) mod roll_seats_exceeded;
    pub(super) mod stage_out_of_order;
}
mod research {
    pub(super) mod degrees_of_freedom_mismatch;
    pub(super) mod estimate_outside_interval;
    pub(super) mod impossible_deviation;
    pub(super) mod impossible_mean;
    pub(super) mod impossible_percentage;
    pub(super) mod interval_against_p_value;
    pub(super) mod lopsided_interval;
    pub(super) mod p_value_mismatch;
    mod reported;
}
mod source {
    pub(super) mod accessed_before_issued;
    pub(super) mod ambiguous_citation;
    pub(super) mod circular_support;
    pub(super) mod confusable_citations;
    mod derivation;
    pub(super) mod duplicate_source;
    mod identifier;
    pub(super) mod issued_in_future;
    pub(super) mod malformed_identifier;
    mod printed;
    pub(super) mod retracted_source;
    pub(super) mod same_work;
    pub(super) mod same_work_two_dates;
    pub(super) mod single_source;
    pub(super) mod uncited_claim;
    pub(super) mod uncited_source;
    pub(super) mod undated_source;
    pub(super) mod unresolved_citation;
    pub(super) mod url_date_disagrees;
}
mod time {
    pub(super) mod anachronistic_name;
    mod attested;
    pub(super) mod circular_cause;
    mod collision;
    pub(super) mod date_conflict;
    pub(super) mod effect_before_cause;
    pub(super) mod event_after_paper;
    pub(super) mod gap_mismatch;
    mod held;
    mod inverted;
    pub(super) mod inverted_interval;
    mod life;
    pub(super) mod order_conflict;
    pub(super) mod outside_lifetime;
    pub(super) mod outside_term;
    pub(super) mod source_predates_event;
    mod terms;
    pub(super) mod title_names_later_event;
}
mod told;

pub use allowances::{Of, Stet};
pub use judge::{Allowed, Covered, Report, Tally, Wanted, judge};

/// The sources that are one work, found once for all rules.
#[derive(Debug, Default)]
pub struct Works(OnceLock<Vec<source::same_work::Work>>);

/// One dossier to be judged: its texts, its records, and what was reasoned from them.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// The texts that the records' places lie in.
    pub texts: &'a Texts,
    /// The records.
    pub dossier: &'a Dossier,
    /// The local copies of its sources.
    pub archive: &'a Archive,
    /// What the statements imply about time.
    pub timeline: &'a Timeline,
    /// Who stands in which relation to what, and when.
    pub holdings: &'a Holdings,
    /// Which sources are one work, once a rule has asked.
    works: &'a Works,
    /// What somebody lets stand without a record.
    stets: &'a [Stet],
    /// Which allowances silenced a finding, those of records first; empty until all other rules have run.
    used: &'a [bool],
    /// By what records are called.
    calls: Calls,
}

impl<'a> Case<'a> {
    /// The dossier with what was reasoned from it.
    pub fn new(
        texts: &'a Texts,
        dossier: &'a Dossier,
        archive: &'a Archive,
        timeline: &'a Timeline,
        holdings: &'a Holdings,
        works: &'a Works,
    ) -> Self {
        Self { texts, dossier, archive, timeline, holdings, works, stets: &[], used: &[], calls: Calls::Names }
    }

    /// A record's id, fit to be shown: for what lasts, and for what a person is to type.
    pub fn id(&self, record: Record) -> String {
        self.wording().id(record)
    }

    /// A record as a message calls it.
    pub fn name(&self, record: impl Into<Record>) -> String {
        self.wording().name(record.into())
    }

    /// Whether its records were drafted of a paper just now: whoever reads of it has no records.
    pub(crate) fn is_drafted(&self) -> bool {
        self.texts.has_origins()
    }

    /// What to do: for the author of a paper without records, and for who keeps them.
    pub(crate) fn advice<'t>(&self, author: &'t str, keeper: &'t str) -> &'t str {
        if self.is_drafted() { author } else { keeper }
    }

    /// By what it calls records.
    pub(crate) fn calls(&self) -> Calls {
        self.calls
    }

    /// The same in ids: the values of a finding are worded so.
    #[must_use]
    pub fn in_ids(self) -> Self {
        Self { calls: Calls::Ids, ..self }
    }

    /// How its records are told in a message.
    pub fn wording(&self) -> Wording<'a> {
        Wording { texts: self.texts, dossier: self.dossier, timeline: self.timeline, calls: self.calls }
    }

    /// The place of a part of what a string says. One with escapes has other letters than its reading: then the whole
    /// of it is the place.
    pub fn part(&self, word: Word, range: std::ops::Range<usize>) -> Span {
        let plain = word.span.len() == self.read(word).len() + 2;
        if plain { word.span.part(range.start + 1..range.end + 1) } else { word.span }
    }

    /// The manuscript with the claims in it, if there is one, and it is theirs.
    pub fn manuscript(&self) -> Option<&'a Passages> {
        self.archive.manuscript().filter(|manuscript| !manuscript.is_of_another_paper())
    }

    /// The manuscript, if somebody keeps the records of it: those that were drafted of it just now say what it says.
    pub(crate) fn recorded_manuscript(&self) -> Option<&'a Passages> {
        self.manuscript().filter(|_| !self.is_drafted())
    }

    /// What a string of a file says.
    pub fn read(&self, word: Word) -> &'a str {
        self.texts.read(word)
    }
}

/// A rule as the list holds it.
pub struct Rule {
    /// Its name: the fault, in the singular.
    pub name: &'static str,
    /// Its family.
    pub family: &'static str,
    /// The severity of its findings unless the dossier sets another.
    pub level: Level,
    /// What it looks at, one and many: `citation against its event`, `citations against their events`.
    pub counts: [&'static str; 2],
    /// Whether it runs only where it is asked for: by name, by `--require`, or by the dossier's settings.
    pub on_request: bool,
    file: &'static str,
    check: fn(&Case<'_>, &mut Verdicts),
}

impl Rule {
    /// The severity that it has where nobody asks for another: `off` where it runs on request.
    pub fn default_level(&self) -> &'static str {
        if self.on_request { "off" } else { self.level.name() }
    }

    /// Whether that is its name or its family's.
    pub fn is_called(&self, name: &str) -> bool {
        name == self.name || name == self.family
    }

    /// Whether it looks at the manuscript, and runs only where there is one.
    pub fn needs_manuscript(&self) -> bool {
        self.family == "manuscript"
    }

    /// The rule's page: the `//!` header of its module, as Markdown.
    pub fn page(&self) -> String {
        header(self.file)
    }

    /// The law that it holds, in one sentence: the first line of its page.
    pub fn law(&self) -> String {
        let page = self.page();
        let first = page.split("\n\n").next().unwrap_or_default();
        first.replace('\n', " ")
    }
}

/// The `//!` header of a file, as Markdown.
pub fn header(file: &str) -> String {
    let lines = file.lines().map_while(|line| line.strip_prefix("//!"));
    lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

macro_rules! rule {
    ($family:ident / $module:ident) => {
        Rule {
            name: $family::$module::RULE,
            family: stringify!($family),
            level: $family::$module::LEVEL,
            counts: $family::$module::COUNTS,
            on_request: false,
            file: include_str!(concat!("rules/", stringify!($family), "/", stringify!($module), ".rs")),
            check: $family::$module::check,
        }
    };
}

/// Every rule, by family, in the order in which reports name them.
pub const ALL: &[Rule] = &[
    rule!(time / source_predates_event),
    rule!(time / title_names_later_event),
    rule!(time / date_conflict),
    rule!(time / order_conflict),
    rule!(time / effect_before_cause),
    rule!(time / circular_cause),
    rule!(time / outside_lifetime),
    rule!(time / anachronistic_name),
    rule!(time / outside_term),
    rule!(time / event_after_paper),
    rule!(time / gap_mismatch),
    rule!(time / inverted_interval),
    rule!(source / url_date_disagrees),
    rule!(source / same_work_two_dates),
    rule!(source / duplicate_source),
    rule!(source / accessed_before_issued),
    rule!(source / issued_in_future),
    rule!(source / unresolved_citation),
    rule!(source / ambiguous_citation),
    rule!(source / confusable_citations),
    rule!(source / uncited_source),
    rule!(source / uncited_claim),
    rule!(source / undated_source),
    rule!(source / malformed_identifier),
    rule!(source / retracted_source),
    rule!(source / circular_support),
    rule!(source / single_source),
    rule!(relation / contradiction),
    rule!(relation / not_on_roll),
    rule!(relation / roll_seats_exceeded),
    rule!(relation / disjoint_relations),
    rule!(relation / functional_conflict),
    rule!(relation / relation_kind_mismatch),
    rule!(relation / reflexive_relation),
    rule!(relation / asymmetry_broken),
    rule!(relation / stage_out_of_order),
    rule!(relation / planned_and_done),
    rule!(quantity / quantity_conflict),
    rule!(quantity / part_exceeds_whole),
    rule!(quantity / parts_do_not_sum),
    rule!(quantity / share_mismatch),
    rule!(quantity / implied_rate_conflict),
    rule!(quantity / growth_mismatch),
    rule!(quantity / unit_mismatch),
    rule!(research / p_value_mismatch),
    rule!(research / degrees_of_freedom_mismatch),
    rule!(research / impossible_mean),
    rule!(research / impossible_deviation),
    rule!(research / impossible_percentage),
    rule!(research / estimate_outside_interval),
    rule!(research / lopsided_interval),
    rule!(research / interval_against_p_value),
    rule!(evidence / claim_against_source),
    rule!(evidence / quote_not_in_source),
    rule!(evidence / source_does_not_say),
    Rule { on_request: true, ..rule!(evidence / unchecked_claim) },
    rule!(manuscript / passage_not_found),
    rule!(manuscript / passage_changed),
    rule!(manuscript / citation_differs_from_passage),
    rule!(manuscript / unencoded_passage),
    rule!(manuscript / bibliography_drift),
    rule!(manuscript / name_variant),
    rule!(manuscript / same_text_two_sources),
    rule!(manuscript / quotation_variant),
    rule!(manuscript / unresolved_relative_date),
    rule!(manuscript / dangling_reference),
    rule!(manuscript / equation_mismatch),
    rule!(manuscript / table_share_mismatch),
    rule!(manuscript / table_total_mismatch),
    rule!(manuscript / impossible_date),
    rule!(manuscript / impossible_stretch),
    rule!(manuscript / wrong_weekday),
    rule!(dossier / malformed_record),
    rule!(dossier / unknown_id),
    rule!(dossier / duplicate_id),
    rule!(dossier / unreadable_file),
    rule!(dossier / unused_record),
    rule!(dossier / unused_allow),
    rule!(dossier / expired_allow),
    rule!(dossier / bad_roll),
    rule!(dossier / vocabulary_conflict),
];

/// The rule of that name.
pub fn named(name: &str) -> Option<&'static Rule> {
    ALL.iter().find(|rule| rule.name == name)
}

/// Whether rules are of a family of that name.
pub fn is_family(name: &str) -> bool {
    ALL.iter().any(|rule| rule.family == name)
}

/// The name of a rule as a key gives it.
fn unquoted(key: &str) -> &str {
    key.trim_matches(['"', '\''])
}

/// The severities as they are written.
pub const SEVERITIES: [&str; 4] = ["error", "warning", "note", "off"];

/// A severity as it is written: a level, or off.
#[expect(clippy::option_option, reason = "`None` is no severity, `Some(None)` is the severity `off`")]
fn severity(word: &str) -> Option<Option<Level>> {
    match word {
        "error" => Some(Some(Level::Error)),
        "warning" => Some(Some(Level::Warning)),
        "note" => Some(Some(Level::Note)),
        "off" => Some(None),
        _ => None,
    }
}
