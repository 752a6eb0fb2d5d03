//! A source issued before an event cannot be evidence that it happened.
//!
//! # Why
//! A wrong year in a bibliography, a citation that slipped to the wrong source, or an event remembered too early: one
//! of the three is always behind it, and each misleads whoever looks the source up.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "harbour-report"
//! issued = "2022"
//!
//! [[event]]
//! id = "bridge-opened"
//!
//! [[claim]]
//! id = "opening"
//! cites = ["harbour-report"]
//! says = { event = "bridge-opened", on = "2024-05-03" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "harbour-report"
//! issued = "2024"
//!
//! [[event]]
//! id = "bridge-opened"
//!
//! [[claim]]
//! id = "opening"
//! cites = ["harbour-report"]
//! says = { event = "bridge-opened", on = "2024-05-03" }
//! ```
//!
//! # When it stays silent
//! The source appeared in the year, month or on the day of the event: `2024` is not before `2024-05-03`, and a day of
//! slack is left between two places on earth. It was updated later (`updated`), is forthcoming, or is a revised edition
//! with a date of its own; a reprint counts by `original-date`. It is cited with another role than `attests`. What is
//! said of it is planned, wished or forecast, or denied. A page that was updated after the event, and first issued
//! before it, is a possible finding.
//!
//! That a source is `presumed` to attest something is a guess of the draft, and an older source shows that the guess is
//! wrong. Where the source's own address has a later date, or it is too early for what it is cited for without a guess,
//! its date is in doubt, and each is a warning.
//!
//! What one printed citation, by the line of its claims, is too early for is one finding, unless a claim is allowed it.
//!
//! A source that was read (`accessed`) before the event is too early whatever its date. Of several attesting sources a
//! lone early one is a note: the others may carry the claim. Where an event has no date of its own, the timeline's
//! bounds count, and the finding names the statements that force them. Where a claim dates an event earlier than others
//! do, its sources are held to its own date: that the dates disagree is a finding of its own.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use crate::finding::{Certainty, Finding, Fix, Level, Verdicts};
use crate::load::edit;
use crate::model::{Citation, Claim, ClaimId, Record, Role, SourceId};
use crate::rules::Case;
use crate::rules::dates::well_before;
use crate::text::{Span, Word, counted, listed};
use crate::time::{Day, UrlDate, date_in_url};
use crate::wording;

use super::attested::{LatestChange, TooLate, first_issue, is_dated, latest_beginning, latest_changes, too_late};

pub(crate) const RULE: &str = "source-predates-event";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["citation against what it attests", "citations against what they attest"];

/// So many sentences beside the first are shown where they stand; all are named by their lines.
const SHOWN: usize = 4;

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let mut cited_early = Vec::new();
    let mut judged: Vec<(&Citation, Verdict)> = Vec::new();
    for (id, claim) in case.dossier.claims() {
        let latest = latest_beginning(case, case.dossier.says(claim.says));
        let attests = |citation: &&Citation| matches!(citation.role, Role::Attests | Role::Presumed);
        let attesting = case.dossier.citations(claim.cites).iter().filter(attests);
        judged.extend(attesting.map(|citation| (citation, judge(case, claim, citation, latest).of(citation.role))));
        // The claim is in trouble as surely as its least early source is early.
        let sure = |(_, verdict): &(&Citation, Verdict)| {
            if let Verdict::Early(early) = verdict { early.late.certainty } else { Certainty::Possible }
        };
        let all = judged.iter().map(sure).min().unwrap_or(Certainty::Possible);
        for (citation, verdict) in judged.drain(..) {
            match verdict {
                Verdict::Early(early) => cited_early.push(CitedEarly { claim: id, citation, early, all }),
                Verdict::Fine => {
                    verdicts.fine(|| places(case, citation), || not_before(case, claim, citation));
                }
                Verdict::NotCheckable(because) => verdicts.not_checkable(because, citation.word.span),
            }
        }
    }
    let doubted = doubted(case, &cited_early);
    let mut printed: BTreeMap<_, Vec<Finding>> = BTreeMap::new();
    for it in &cited_early {
        if !it.is_guess() || doubted.contains(&it.early.source) {
            let finding = tell(case, it.claim, it.citation, &it.early, it.all);
            printed.entry(it.printed(case)).or_default().push(finding);
        } else {
            let carried = || "another sentence or another source may be meant".to_owned();
            verdicts.fine(|| places(case, it.citation), carried);
        }
    }
    verdicts.found.extend(printed.into_values().map(as_one));
}

/// A citation as the paper prints it, as far as that is known: its place, its file and line, or else whose it is.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Printed<'c> {
    At(Span),
    OnLine(&'c str, u32),
    Of(ClaimId),
}

/// A citation of a claim by a source that is too early for it.
struct CitedEarly<'c> {
    claim: ClaimId,
    citation: &'c Citation,
    early: Box<Early>,
    /// How surely all that attests the claim is too early.
    all: Certainty,
}

impl CitedEarly<'_> {
    /// Which citation of the paper it is: one that is printed once may stand for several claims.
    fn printed<'c>(&self, case: &Case<'c>) -> (SourceId, Printed<'c>) {
        let claim = &case.dossier[self.claim];
        let place = case.texts.origin(self.citation.word.span);
        let is_allowed = case.dossier.allows(claim.allows).iter().any(|allow| case.read(allow.rule) == RULE);
        let printed = match claim.at.line {
            _ if place != self.citation.word.span => Printed::At(place),
            Some((line, _)) if !is_allowed => Printed::OnLine(claim.at.file.map_or("", |file| case.read(file)), line),
            _ => Printed::Of(self.claim),
        };
        (self.early.source, printed)
    }

    /// Whether the source is only guessed to be cited for the claim.
    fn is_guess(&self) -> bool {
        self.citation.role == Role::Presumed && self.early.late.certainty > Certainty::Possible
    }
}

/// The sources whose date is in doubt whatever is guessed of them: by their address, or by what they are surely cited
/// for.
fn doubted(case: &Case<'_>, cited_early: &[CitedEarly<'_>]) -> FxHashSet<SourceId> {
    let later = |early: &Early| {
        let (_, dated) = dated_address(case, early)?;
        let own = &case.dossier[early.change.date.when];
        Some(well_before(own.nominal(), dated.when.nominal()))
    };
    let is_doubted = |it: &&CitedEarly<'_>| match it.citation.role {
        Role::Presumed => later(&it.early) == Some(true),
        _ => it.all > Certainty::Possible,
    };
    cited_early.iter().filter(is_doubted).map(|it| it.early.source).collect()
}

/// Where the source is cited, and the sources that are meant.
fn places(case: &Case<'_>, citation: &Citation) -> Vec<Span> {
    let sources = case.dossier.sources_meant(citation);
    std::iter::once(citation.word.span).chain(sources.iter().map(|&id| case.dossier[id].id.span)).collect()
}

/// Why none of what the claim says comes after its source.
fn not_before(case: &Case<'_>, claim: &Claim, citation: &Citation) -> String {
    let said = case.dossier.says(claim.says);
    let event = said.iter().find(|statement| is_dated(case, statement));
    let time = event.map_or_else(String::new, |statement| format!(", and {}", case.wording().time_of(statement)));
    let dated = |&id: &SourceId| {
        let source = &case.dossier[id];
        let told = latest_changes(case, source).next().map(|change| change.told(case));
        format!("{} {}", case.name(id), told.unwrap_or_else(|| "has no date".to_owned()))
    };
    let sources: Vec<String> = case.dossier.sources_meant(citation).iter().map(dated).collect();
    format!("{}{time}", listed(&sources, "and"))
}

enum Verdict {
    Early(Box<Early>),
    Fine,
    NotCheckable(&'static str),
}

impl Verdict {
    /// What is only presumed to be cited for a claim is not surely too early for it.
    fn of(mut self, role: Role) -> Self {
        if let (Verdict::Early(early), Role::Presumed) = (&mut self, role) {
            early.late.certainty = early.late.certainty.min(Certainty::Nominal);
        }
        self
    }
}

struct Early {
    source: SourceId,
    change: LatestChange,
    late: TooLate,
}

/// A citation is too early if every source that it may mean is; the one that comes nearest is told.
fn judge(case: &Case<'_>, claim: &Claim, citation: &Citation, latest: Day) -> Verdict {
    let sources = case.dossier.sources_meant(citation);
    if sources.is_empty() {
        return Verdict::NotCheckable("the citation resolves to nothing");
    }
    let mut early = Vec::new();
    for &source in sources {
        match judge_source(case, claim, source, latest) {
            Verdict::Early(found) => early.push(found),
            other => return other,
        }
    }
    let nearness = |early: &Early| (early.late.certainty, Reverse(early.change.limits(case)[1]));
    let nearest = early.into_iter().min_by_key(|early| (nearness(early), case.id(Record::Source(early.source))));
    nearest.map_or(Verdict::Fine, Verdict::Early)
}

/// Nothing that the claim says begins after `latest`.
fn judge_source(case: &Case<'_>, claim: &Claim, source: SourceId, latest: Day) -> Verdict {
    let said = case.dossier.says(claim.says);
    if said.is_empty() {
        return Verdict::NotCheckable("the claim says nothing checkable");
    }
    let mut changes = latest_changes(case, &case.dossier[source]).peekable();
    if changes.peek().is_none() {
        return Verdict::NotCheckable("no date of the source");
    }
    let first = case.dossier[source].updated.and(first_issue(&case.dossier[source]));
    let early = |change: LatestChange| {
        change.limits(case).into_iter().flatten().any(|limit| limit <= latest).then_some(())?;
        let late = said.iter().filter_map(|statement| too_late(case, statement, &change));
        let late = late.max_by_key(|late| (late.certainty, late.day))?;
        Some(Box::new(Early { source, change, late }))
    };
    let found = changes.filter_map(early);
    if let Some(found) = found.max_by_key(|early| (early.late.certainty, Reverse(early.change.limits(case)[1]))) {
        return Verdict::Early(found);
    }
    // It was changed since, and may have told of it only then.
    if let Some(mut found) = first.and_then(early) {
        found.late.certainty = Certainty::Possible;
        return Verdict::Early(found);
    }
    let dated = said.iter().any(|statement| is_dated(case, statement));
    if dated { Verdict::Fine } else { Verdict::NotCheckable("no date of what it attests") }
}

fn tell(case: &Case<'_>, id: ClaimId, citation: &Citation, early: &Early, all: Certainty) -> Finding {
    let Early { source, change, late } = early;
    let name = case.name(*source);
    let updated = case.dossier[*source].updated.filter(|_| late.certainty == Certainty::Possible);
    let level = match all {
        Certainty::Certain => LEVEL,
        Certainty::Nominal => LEVEL.milder(),
        Certainty::Possible if updated.is_some() => LEVEL,
        Certainty::Possible => Level::Note,
    };
    let since = updated.map_or_else(String::new, |date| format!(", updated {}", wording::at(&case.dossier[date.when])));
    let presumably = if citation.role == Role::Presumed { "presumably " } else { "" };
    let line = case.dossier[id].at.line.map_or_else(String::new, |(line, _)| format!(" on line {line}"));
    let meant = case.dossier.sources_meant(citation);
    let name =
        if meant.len() > 1 { format!("{name} means one of {} works, the latest of which", meant.len()) } else { name };
    let message = format!("{name} {}{since}, and is {presumably}cited{line} for {}", change.told(case), late.told());
    let cited = match late.subject.as_str() {
        "" => format!("{presumably}cited here"),
        subject => format!("{presumably}cited here for {subject}"),
    };
    let mut finding =
        Finding::new(RULE, level, message, citation.word.span, cited).against(late.at, late.label.clone());
    for premise in &late.because {
        finding = finding.against(case.wording().place(premise), case.wording().told(premise));
    }
    finding = finding.against(change.date.span, change.too_early(case, late.day, late.certainty));
    if let Some(date) = updated {
        finding = finding.against(date.span, format!("updated {}", wording::at(&case.dossier[date.when])));
    }
    finding.instead.clone_from(&late.instead);
    finding.subjects.push(case.dossier.subject(case.texts, Record::Source(*source)));
    finding.subjects.push(case.dossier.subject(case.texts, Record::Claim(id)));
    let when = &case.dossier[change.date.when];
    let finding = address(case, finding, early, all);
    let finding = if meant.len() > 1 { with_others(case, finding, *source, meant) } else { finding };
    let finding =
        finding.value(when.to_string()).value(late.day.to_string()).value(&late.value).contradicting(late.contradicts);
    Finding { certainty: late.certainty, level: finding.level.min(ceiling(late.certainty)), ..finding }
}

/// With the other works that the citation may mean. To mend the date of the one clears nothing if another is meant.
fn with_others(case: &Case<'_>, mut finding: Finding, source: SourceId, meant: &[SourceId]) -> Finding {
    finding.fixes.clear();
    let mut others: Vec<SourceId> = meant.iter().copied().filter(|other| *other != source).collect();
    others.sort_by_key(|&other| case.id(Record::Source(other)));
    let finding = others.iter().take(SHOWN).fold(finding, |finding, &other| {
        let dated = latest_changes(case, &case.dossier[other]).next().map(|change| change.told(case));
        let dated = dated.unwrap_or_else(|| "has no date".to_owned());
        finding.beside(case.dossier[other].id.span, format!("{} {dated}", case.wording().full_name(other)))
    });
    finding.help("say which of them is cited, or cite a later source")
}

/// What is found of one printed citation, as one finding: the surest in front.
fn as_one(mut found: Vec<Finding>) -> Finding {
    found.sort_by_cached_key(|one| (Reverse(one.level), Reverse(one.certainty), one.identity()));
    let conflicts: Vec<Vec<Span>> = found.iter().flat_map(Finding::conflicts).collect();
    let others = found.split_off(1);
    let mut whole = found.remove(0);
    if others.is_empty() {
        return whole;
    }
    whole.message = format!("{}, and for {} that came later", whole.message, counted(others.len(), "more thing"));
    whole.conflicts = conflicts;
    for other in others {
        whole.contradicts = whole.contradicts.min(other.contradicts);
        for label in std::iter::once(other.primary).chain(other.labels).filter(|label| !label.text.is_empty()) {
            if label.span != whole.primary.span && !whole.labels.contains(&label) {
                whole.labels.push(label);
            }
        }
        whole
            .subjects
            .extend(other.subjects.into_iter().filter(|one| !whole.subjects.contains(one)).collect::<Vec<_>>());
        whole.values.extend(other.values.into_iter().filter(|one| !whole.values.contains(one)).collect::<Vec<_>>());
    }
    whole
}

/// What is less than certain is no error.
fn ceiling(certainty: Certainty) -> Level {
    if certainty == Certainty::Certain { LEVEL } else { LEVEL.milder() }
}

/// The source's own address, and the date that it holds.
fn dated_address(case: &Case<'_>, early: &Early) -> Option<(Word, UrlDate)> {
    let url = case.dossier[early.source].url?;
    Some((url, date_in_url(case.read(url))?))
}

/// Whether the source's own address says that it is not too early.
fn is_belied(case: &Case<'_>, early: &Early) -> bool {
    let stated = dated_address(case, early).and_then(|(_, dated)| dated.when.hard().latest().day());
    stated.is_some_and(|day| day >= early.late.day)
}

/// What the source's own address says of its date, and what to do.
fn address(case: &Case<'_>, finding: Finding, early: &Early, all: Certainty) -> Finding {
    if early.late.certainty == Certainty::Possible {
        return finding.help("look whether the page told of it before it was updated");
    }
    if all == Certainty::Possible {
        return finding
            .help("another source may carry the claim; correct this one's date, or cite it for something else");
    }
    let Some((url, dated)) = dated_address(case, early) else {
        return finding.help("correct the source's date, or cite a later source");
    };
    let place = case.part(url, dated.at.clone());
    let finding = finding.beside(place, format!("its own address says {}", dated.when.spoken()));
    match dated.when.hard().latest().day() {
        Some(_) if is_belied(case, early) => {
            let date = dated.when.to_string();
            let issued = case.dossier[early.source].issued;
            let title = format!("if the address is right, date it {}", dated.when.spoken());
            let fix = issued.map(|issued| Fix::judged(title.clone(), vec![edit::written(issued.span, &date)]));
            finding.help(title).fixed_by(fix)
        }
        _ => finding.help("correct the source's date, or cite a later source"),
    }
}
