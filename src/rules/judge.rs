//! A dossier judged: the rules that are wanted run side by side, and what they find is set against severities and
//! allowances.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::allowances::{Allowances, Stet};
use super::dossier::unused_allow;
use super::lasting::Lasting;
use super::{ALL, Case, Rule, named, severity, unquoted};
use crate::archive::{Coverage, Located, Passages};
use crate::finding::{Certainty, Finding, Fine, Level, NotCheckable, Verdicts};
use crate::model::{Dossier, Link};
use crate::text::{Span, Texts};

/// What the user wants to see.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Only these rules, or those of these families; all where there are none.
    pub select: Vec<String>,
    /// Not these rules, nor those of these families.
    pub ignore: Vec<String>,
    /// These rules too, at their own level: a gate that no dossier sets aside.
    pub require: Vec<String>,
    /// What stands although these rules find it.
    pub stets: Vec<Stet>,
    /// Also what is merely possible.
    pub possible: bool,
    /// The place of a record of which the rules say also why it is fine.
    pub watch: Option<Span>,
}

impl Wanted {
    fn wants(&self, rule: &Rule) -> bool {
        let named = |list: &[String]| list.iter().any(|name| rule.is_called(name));
        named(&self.require) || (self.select.is_empty() || named(&self.select)) && !named(&self.ignore)
    }

    /// Whether a rule that runs on request is asked for by its name.
    fn asks_for(&self, rule: &str) -> bool {
        self.select.iter().chain(&self.require).any(|name| name == rule)
    }
}

/// What one rule saw.
#[derive(Debug, Default)]
pub struct Tally {
    /// The rule.
    pub rule: &'static str,
    /// How many findings it has in the report.
    pub found: usize,
    /// How many of its findings are allowed.
    pub allowed: usize,
    /// How many candidates are fine.
    pub compatible: usize,
    /// The candidates that it could not judge.
    pub not_checkable: NotCheckable,
    /// Why the candidates in the watched record are fine.
    pub fine: Vec<Fine>,
}

/// A finding that the dossier allows.
#[derive(Debug)]
pub struct Allowed {
    /// What is allowed.
    pub finding: Finding,
    /// Why, in the words of the dossier.
    pub because: String,
}

/// What all rules saw.
#[derive(Debug)]
pub struct Report {
    /// The findings, most severe first, then by rule and by what they are about. Their order does not depend on the
    /// order of files and records.
    pub findings: Vec<Finding>,
    /// What would be findings if the dossier did not allow them, in the same order.
    pub allowed: Vec<Allowed>,
    /// One tally for each rule that ran, in the order of [`ALL`].
    pub tallies: Vec<Tally>,
    /// Whether nothing was left out for a bound of the program's: every contradiction in time was looked for to the end
    /// ([`Timeline::complete`](crate::reason::Timeline::complete)), all that follows was followed, and every rule
    /// looked at all of its candidates.
    pub complete: bool,
    /// How the claims cover the manuscript, where there is one.
    pub manuscript: Option<Covered>,
}

impl Default for Report {
    /// What rules see where there is nothing.
    fn default() -> Self {
        Self { findings: Vec::new(), allowed: Vec::new(), tallies: Vec::new(), complete: true, manuscript: None }
    }
}

/// How the claims of a dossier cover its manuscript.
#[derive(Clone, Copy, Debug)]
pub struct Covered {
    /// Where the manuscript lies.
    pub at: Span,
    /// How many of its sentences they cover.
    pub coverage: Coverage,
    /// How many of them stand where.
    pub claims: Located,
}

impl Covered {
    fn new(passages: &Passages) -> Self {
        Self { at: passages.text.whole(), coverage: passages.coverage(), claims: passages.located() }
    }
}

/// Judges a dossier by every rule that is wanted and that the dossier does not switch off.
pub fn judge(case: &Case<'_>, wanted: &Wanted) -> Report {
    let settings = settings(case.texts, case.dossier, wanted);
    let comments = case.manuscript().into_iter().flat_map(|manuscript| &manuscript.text.stets);
    let stets: Vec<Stet> = comments.map(Stet::of_comment).chain(wanted.stets.iter().cloned()).collect();
    let case = &Case { stets: &stets, ..*case };
    let mut allowances = Allowances::new(case);
    let lasting = Lasting::new(case);
    let manuscript = case.archive.manuscript().map(Covered::new);
    let presumed = presumed(case.dossier);
    let complete = case.timeline.complete && case.holdings.is_complete;
    let mut report = Report { complete, manuscript, ..Report::default() };
    let counts_possible = !wanted.possible && allowances.used.is_empty();
    let run = |rule: &'static Rule, used: &[bool]| {
        let mut verdicts = Verdicts::watching(wanted.watch);
        verdicts.counts_possible = counts_possible;
        (rule.check)(&Case { used, ..*case }, &mut verdicts);
        (rule, verdicts)
    };
    let on = |rule: &&Rule| match settings.get(rule.name) {
        // What is listed may be held against other lists than the manuscript's.
        _ if rule.needs_manuscript() && case.archive.manuscript().is_none() => !case.archive.libraries().is_empty(),
        Some(level) => wanted.wants(rule) && level.is_some(),
        None => wanted.wants(rule) && (!rule.on_request || wanted.asks_for(rule.name)),
    };
    let (last, first): (Vec<&Rule>, Vec<&Rule>) =
        ALL.iter().filter(on).partition(|rule| rule.name == unused_allow::RULE);
    let verdicts: Vec<_> = first.into_par_iter().map(|rule| run(rule, &[])).collect();
    for (rule, mut verdicts) in verdicts {
        for finding in &mut verdicts.found {
            soften(finding, &presumed);
            finding.lasting = lasting.as_ref().map(|lasting| lasting.identity(finding));
        }
        report.take(rule, verdicts, &settings, &mut allowances, wanted);
    }
    for rule in last {
        allowances.spare(&|name| named(name).is_some_and(|rule| !on(&rule)));
        let (rule, verdicts) = run(rule, &allowances.used.clone());
        report.take(rule, verdicts, &settings, &mut allowances, wanted);
    }
    report.findings.sort_by_cached_key(rank);
    report.allowed.sort_by_cached_key(|allowed| rank(&allowed.finding));
    report
}

/// The places of the statements whose link is presumed, in order.
fn presumed(dossier: &Dossier) -> Vec<Span> {
    let presumed = dossier.statements.iter().filter(|statement| statement.link == Link::Presumed);
    let mut places: Vec<Span> = presumed.map(|statement| statement.span).collect();
    places.sort_unstable();
    places
}

/// Makes a finding that rests on one of these statements a warning at most.
fn soften(finding: &mut Finding, presumed: &[Span]) {
    let is_presumed = |at: Span| {
        let before = presumed.partition_point(|place| place.start <= at.start);
        before.checked_sub(1).is_some_and(|place| at.end() <= presumed[place].end())
    };
    let labels = std::iter::once(&finding.primary).chain(&finding.labels);
    if labels.map(|label| label.span).any(is_presumed) {
        finding.level = finding.level.min(Level::Warning);
    }
}

/// Where a finding stands among others: the most severe first, then by rule and by what they are about.
fn rank(finding: &Finding) -> impl Ord + use<> {
    let rule = ALL.iter().position(|rule| rule.name == finding.rule);
    (std::cmp::Reverse(finding.level), rule, finding.identity(), finding.primary.span)
}

impl Report {
    fn take(
        &mut self,
        rule: &'static Rule,
        verdicts: Verdicts,
        settings: &Settings<'_>,
        allowances: &mut Allowances<'_>,
        wanted: &Wanted,
    ) {
        self.complete &= !verdicts.is_cut_short;
        let mut tally = Tally {
            rule: rule.name,
            found: 0,
            allowed: 0,
            compatible: verdicts.compatible,
            not_checkable: verdicts.not_checkable,
            fine: verdicts.fine,
        };
        for mut finding in verdicts.found {
            if finding.certainty == Certainty::Possible && !wanted.possible {
                // What allows it is there for whoever asks for what is merely possible.
                allowances.silences(&finding);
                tally.compatible += 1;
                continue;
            }
            if let Some(Some(level)) = settings.get(rule.name) {
                finding.level = if finding.level == rule.level { *level } else { finding.level.min(*level) };
            }
            if let Some(because) = allowances.silences(&finding) {
                tally.allowed += 1;
                self.allowed.push(Allowed { because: because.to_owned(), finding });
                continue;
            }
            tally.found += 1;
            self.findings.push(finding);
        }
        self.tallies.push(tally);
    }
}

/// The severity that the dossier sets for a rule that is not required; `None` for off.
type Settings<'t> = FxHashMap<&'t str, Option<Level>>;

fn settings<'t>(texts: &'t Texts, dossier: &Dossier, wanted: &Wanted) -> Settings<'t> {
    let read = dossier.paper.settings.iter().filter_map(|setting| {
        let level = severity(texts.read(setting.severity))?;
        let rule = unquoted(texts.slice(setting.rule));
        (!wanted.require.iter().any(|name| name == rule)).then_some((rule, level))
    });
    read.collect()
}
