//! Fixes applied to the files of dossiers: those that are safe, those that a person asks for, and none that does harm.
//!
//! A fix has to clear its finding, or one of those that it is offered for, and may bring no finding that was not there;
//! what does not is left out, and told. But who asks for fixes that a person has to judge gets a name spelt right
//! though that brings to light what the wrong one hid: what comes is told. Findings are counted by their rule and
//! records for this, since a fix may well change the values of another one that stays. Every fix that is applied leaves
//! fewer names that mean nothing, or fewer findings and no more of those, so that the rounds come to an end, and
//! mending what was mended changes nothing.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::archive::Fetch;
use crate::finding::{Finding, Fix, Subject};
use crate::load::Input;
use crate::model::Home;
use crate::rules::Wanted;
use crate::text::{Span, Texts};
use crate::time::Day;
use crate::{Checked, check};

/// A file that holds records.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Its path, as reports print it.
    pub path: String,
    /// What it says.
    pub text: String,
    /// Whether it may be changed.
    pub is_open: bool,
}

/// Dossiers that may share files.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    /// The files.
    pub sheets: Vec<Sheet>,
    /// Of each dossier the sheets by their numbers, and whose records they hold for it.
    pub dossiers: Vec<Vec<(usize, Home)>>,
}

/// What findings are held to: the fixes of which are applied.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// Of these rules only; of all where there are none.
    pub select: Vec<String>,
    /// Not of these rules.
    pub ignore: Vec<String>,
    /// Also those that a person has to judge, where there is one for a finding.
    pub judged: bool,
    /// Those that the person picks, whatever the rules.
    pub picks: Vec<Pick>,
}

/// One of the fixes of some findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// The findings: their rule, or how a fingerprint begins.
    pub of: String,
    /// Which of their fixes, from 1.
    pub number: usize,
}

impl Choice {
    /// The fix of a finding that is to be applied.
    fn of<'f>(&self, finding: &'f Finding) -> Option<&'f Fix> {
        let fingerprint = finding.fingerprint();
        if let Some(pick) = self.picks.iter().find(|pick| pick.of == finding.rule || fingerprint.starts_with(&pick.of))
        {
            return finding.fixes.get(pick.number.checked_sub(1)?);
        }
        let named = |list: &[String]| list.iter().any(|name| name == finding.rule);
        if named(&self.ignore) || !self.select.is_empty() && !named(&self.select) {
            return None;
        }
        match finding.fixes.as_slice() {
            [fix] if fix.is_safe() || self.judged => Some(fix),
            _ => None,
        }
    }
}

/// A fix that was applied, or that was tried and left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried {
    /// Where its finding stood when it was tried: `path:line:column`.
    pub place: String,
    /// The rule of the finding.
    pub rule: &'static str,
    /// What the fix does.
    pub title: String,
}

/// What became of the fixes.
#[derive(Debug, Default)]
pub struct Mended {
    /// Those that were applied.
    pub applied: Vec<Tried>,
    /// Those that were left out, and why: the end of "not applied: …".
    pub left_out: Vec<(Tried, String)>,
    /// How many findings were cleared.
    pub cleared: usize,
    /// What names that were spelt wrong had hidden: the findings that came, each with its message.
    pub brought: Vec<Tried>,
    /// What the dossiers look like in the end.
    pub end: Vec<(Texts, Checked)>,
}

/// Applies the fixes that are chosen to the sheets that are open, until nothing is left to apply.
pub fn mend(desk: &mut Desk, fetch: &Fetch<'_>, today: Option<Day>, choice: &Choice) -> Mended {
    let mut mended = Mended::default();
    let mut view = desk.view(fetch, today);
    let first = view.counts(&Renames::default());
    let mut made: Vec<Candidate> = Vec::new();
    loop {
        let mut round =
            Round { desk, fetch, today, choice, accepted: Vec::new(), view: None, left_out: Vec::new(), tries: 0 };
        round.admit(&view, &apart(candidates(desk, &view, choice)));
        round.left_out.sort_by_key(|left| left.fix.number);
        let Round { accepted, left_out, view: seen, .. } = round;
        if let Some(seen) = seen {
            desk.take(&accepted);
            mended.applied.extend(cleared(&view, &seen, &accepted));
            made.extend(accepted);
            view = seen;
            continue;
        }
        let leading = left_out.iter().filter(|left| left.leads_on).take(CHAINS);
        let chains = leading.filter_map(|left| chain(desk, fetch, today, choice, &view, &left.fix));
        let Some(chain) = chains.into_iter().next() else {
            let told = |left: Left| left.fix.from.into_iter().map(move |(tried, _)| (tried, left.why.clone()));
            mended.left_out = left_out.into_iter().flat_map(told).collect();
            break;
        };
        mended.applied.extend(chain.applied);
        made.extend(chain.fixes);
        *desk = chain.desk;
        view = chain.view;
    }
    mended.brought = brought(&first, &view, &made);
    let had: usize = first.iter().flat_map(BTreeMap::values).sum();
    mended.cleared = (had + mended.brought.len()).saturating_sub(view.findings());
    mended.end = view.dossiers;
    mended
}

/// Of so many fixes that were left out it is tried what becomes of those that they bring to light.
const CHAINS: usize = 64;

/// So many fixes after one another are tried for what the first brings to light.
const LINKS: usize = 4;

/// A fix, and those of the findings that it brings to light: a line may have two faults of which the one hides the
/// other.
struct Chain {
    desk: Desk,
    view: View,
    applied: Vec<Tried>,
    fixes: Vec<Candidate>,
}

/// The chain that begins with a fix, if all of it does no harm.
fn chain(
    desk: &Desk,
    fetch: &Fetch<'_>,
    today: Option<Day>,
    choice: &Choice,
    before: &View,
    fix: &Candidate,
) -> Option<Chain> {
    let mut all = vec![fix.clone()];
    let mut desk = desk.clone();
    desk.take(&all);
    let tried = |fix: &Candidate| fix.from.iter().map(|(tried, _)| tried.clone()).collect::<Vec<_>>();
    let mut applied = tried(fix);
    for _ in 0..LINKS {
        let view = desk.view(fetch, today);
        let Some(Harm { came, .. }) = harm(before, &view, choice, &all, &all[..1]) else {
            return Some(Chain { desk, view, applied, fixes: all });
        };
        let next = candidates(&desk, &view, choice)
            .into_iter()
            .filter(|fix| fix.from.iter().any(|(_, (dossier, key))| came.iter().any(|it| it.is(*dossier, key))));
        let next = apart(next.collect());
        if next.is_empty() {
            return None;
        }
        desk.take(&next);
        applied.extend(next.iter().flat_map(tried));
        all.extend(next);
    }
    None
}

/// A fix with its edits by sheet.
#[derive(Clone, Debug)]
struct Candidate {
    /// Its place among those of a round.
    number: usize,
    edits: Vec<(usize, Range<usize>, String)>,
    /// What it was offered for, with the keys of the findings, each in its dossier: several may have one fix.
    from: Vec<(Tried, (usize, String))>,
    /// The records that those findings are about, each with its dossier.
    about: Vec<(usize, Subject)>,
    renames: Option<(String, String)>,
}

/// What the rules see on a desk.
struct View {
    dossiers: Vec<(Texts, Checked)>,
}

/// How often findings stand, by dossier and [`key`].
type Counts = Vec<BTreeMap<String, usize>>;

impl View {
    fn findings(&self) -> usize {
        self.dossiers.iter().map(|(_, checked)| checked.report.findings.len()).sum()
    }

    /// The findings by what they are about; ids that were given are read as those that they took the place of.
    fn counts(&self, renames: &Renames<'_>) -> Counts {
        let count = |(_, checked): &(Texts, Checked)| {
            let mut counts = BTreeMap::new();
            for finding in &checked.report.findings {
                *counts.entry(key(finding, renames)).or_default() += 1;
            }
            counts
        };
        self.dossiers.iter().map(count).collect()
    }
}

/// The ids that fixes give, each with the one that it takes the place of.
type Renames<'f> = FxHashMap<&'f str, &'f str>;

fn renames(fixes: &[Candidate]) -> Renames<'_> {
    let given = fixes.iter().rev().filter_map(|fix| fix.renames.as_ref());
    given.map(|(from, to)| (to.as_str(), from.as_str())).collect()
}

/// What a finding is about: its rule and records, or its values where it is about none.
fn key(finding: &Finding, renames: &Renames<'_>) -> String {
    let before = |id: &str| renames.get(id).map_or_else(|| id.to_owned(), |&from| from.to_owned());
    let mut parts = vec![finding.rule.to_owned()];
    parts.extend(finding.subjects.iter().map(|subject| format!("{}:{}", subject.kind, before(&subject.id))));
    if finding.subjects.is_empty() {
        parts.extend(finding.values.iter().cloned());
    }
    parts.join("\u{1f}")
}

impl Desk {
    fn view(&self, fetch: &Fetch<'_>, today: Option<Day>) -> View {
        let texts: Vec<&str> = self.sheets.iter().map(|sheet| sheet.text.as_str()).collect();
        self.view_of(&texts, fetch, today)
    }

    /// What the rules see where the sheets say `texts`.
    fn view_of(&self, texts: &[&str], fetch: &Fetch<'_>, today: Option<Day>) -> View {
        let checked = self.dossiers.iter().map(|files| {
            let mut all = Texts::default();
            let inputs: Vec<Input> = files
                .iter()
                .filter_map(|&(sheet, home)| {
                    let file = all.add(self.sheets[sheet].path.as_str(), texts[sheet].to_owned()).ok()?;
                    Some((file, home))
                })
                .collect();
            let checked = check(&mut all, &inputs, fetch, today, &Wanted::default());
            (all, checked)
        });
        View { dossiers: checked.collect() }
    }

    /// What the sheets say with some fixes applied, none of which overlaps another.
    fn with(&self, fixes: &[Candidate]) -> Vec<String> {
        let mut edits: Vec<&(usize, Range<usize>, String)> = fixes.iter().flat_map(|fix| &fix.edits).collect();
        edits.sort_by_key(|(sheet, range, _)| (*sheet, range.start));
        let write = |(number, sheet): (usize, &Sheet)| {
            let (mut text, mut at) = (String::new(), 0);
            for (_, range, new) in edits.iter().filter(|(sheet, ..)| *sheet == number) {
                text.push_str(&sheet.text[at..range.start]);
                text.push_str(new);
                at = range.end;
            }
            text + &sheet.text[at..]
        };
        self.sheets.iter().enumerate().map(write).collect()
    }

    /// Applies fixes, none of which overlaps another.
    fn take(&mut self, fixes: &[Candidate]) {
        let texts = self.with(fixes);
        for (sheet, text) in self.sheets.iter_mut().zip(texts) {
            sheet.text = text;
        }
    }

    /// The sheet in which a place of a dossier lies, if it may be changed, and where in it.
    fn on_open_sheet(&self, dossier: usize, texts: &Texts, span: Span) -> Option<(usize, Range<usize>)> {
        let file = texts.file_at(span.start);
        // Behind the files of a dossier lie the vocabulary, the manuscript and copies of sources.
        let &(sheet, _) = self.dossiers[dossier].get(file)?;
        let start = (span.start - texts.file(file).base) as usize;
        self.sheets[sheet].is_open.then_some((sheet, start..start + span.len()))
    }
}

/// The fixes that are chosen, with the places of their edits in the sheets.
fn candidates(desk: &Desk, view: &View, choice: &Choice) -> Vec<Candidate> {
    let mut all = Vec::new();
    for (dossier, (texts, checked)) in view.dossiers.iter().enumerate() {
        for finding in &checked.report.findings {
            let Some(fix) = choice.of(finding) else { continue };
            let edits = fix.edits.iter().map(|edit| {
                let (sheet, range) = desk.on_open_sheet(dossier, texts, edit.span)?;
                Some((sheet, range, edit.text.clone()))
            });
            let Some(edits) = edits.collect::<Option<Vec<_>>>() else { continue };
            let place = texts.place(finding.primary.span).to_string();
            all.push(Candidate {
                number: all.len(),
                edits,
                about: finding.subjects.iter().map(|subject| (dossier, subject.clone())).collect(),
                from: vec![(
                    Tried { place, rule: finding.rule, title: fix.title.clone() },
                    (dossier, key(finding, &Renames::default())),
                )],
                renames: fix.renames.clone(),
            });
        }
    }
    all
}

/// What fixes were applied for, but for the findings that stay.
fn cleared(before: &View, after: &View, fixes: &[Candidate]) -> Vec<Tried> {
    let renames = renames(fixes);
    let (mut had, has) = (before.counts(&renames), after.counts(&renames));
    let mut goes = |dossier: usize, key: &str| {
        let left = has[dossier].get(key).copied().unwrap_or_default();
        let count = had[dossier].get_mut(key).filter(|count| **count > left);
        count.map(|count| *count -= 1).is_some()
    };
    let all = fixes.iter().flat_map(|fix| &fix.from);
    all.filter(|(_, (dossier, key))| goes(*dossier, key)).map(|(tried, _)| tried.clone()).collect()
}

/// The findings that are there in the end and were not at first.
fn brought(first: &Counts, last: &View, made: &[Candidate]) -> Vec<Tried> {
    let (renames, mut left, mut brought) = (renames(made), first.clone(), Vec::new());
    for (dossier, (texts, checked)) in last.dossiers.iter().enumerate() {
        for finding in &checked.report.findings {
            match left[dossier].get_mut(&key(finding, &renames)).filter(|count| **count > 0) {
                Some(count) => *count -= 1,
                None => brought.push(Tried {
                    place: texts.place(finding.primary.span).to_string(),
                    rule: finding.rule,
                    title: finding.message.clone(),
                }),
            }
        }
    }
    brought
}

/// The fixes that can be applied together: those that are the same made one, and of two that overlap the first.
fn apart(candidates: Vec<Candidate>) -> Vec<Candidate> {
    let mut kept: Vec<Candidate> = Vec::new();
    let mut known: FxHashMap<Vec<(usize, Range<usize>, String)>, usize> = FxHashMap::default();
    // Where the edits of those that are kept end, by their sheets and starts.
    let mut ends: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for candidate in candidates {
        if let Some(&same) = known.get(&candidate.edits) {
            kept[same].from.extend(candidate.from);
            kept[same].about.extend(candidate.about);
            continue;
        }
        let overlaps = |(sheet, range, _): &(usize, Range<usize>, String)| {
            let before = ends.range(..=(*sheet, range.start)).next_back();
            let behind = ends.range((*sheet, range.start)..).next();
            before.is_some_and(|((of, start), end)| of == sheet && (*start == range.start || range.start < *end))
                || behind.is_some_and(|((of, start), _)| of == sheet && *start < range.end)
        };
        if !candidate.edits.iter().any(overlaps) {
            ends.extend(candidate.edits.iter().map(|(sheet, range, _)| ((*sheet, range.start), range.end)));
            known.insert(candidate.edits.clone(), kept.len());
            kept.push(candidate);
        }
    }
    kept
}

/// One round of fixes on a desk as it lies.
struct Round<'d> {
    desk: &'d Desk,
    fetch: &'d Fetch<'d>,
    today: Option<Day>,
    choice: &'d Choice,
    accepted: Vec<Candidate>,
    /// What the rules see with those that are accepted, if any is.
    view: Option<View>,
    left_out: Vec<Left>,
    /// How often the dossiers were checked.
    tries: usize,
}

/// A fix that is left out.
struct Left {
    fix: Candidate,
    /// The end of "not applied: …".
    why: String,
    /// Whether there are fixes for what it brings.
    leads_on: bool,
}

/// Of so many fixes that do harm together, the harm tells which of them do it.
const MANY: usize = 8;
/// In one round the dossiers are checked so often.
const TRIES: usize = 256;

impl Round<'_> {
    /// Accepts those of some fixes that do what they should: all at once where they do; else without those that what
    /// comes or stays points at, where there are many; else half by half.
    fn admit(&mut self, before: &View, fixes: &[Candidate]) {
        if fixes.is_empty() {
            return;
        }
        if self.tries == TRIES {
            let why = "it was not tried: too many others do harm";
            let left = |fix: &Candidate| Left { fix: fix.clone(), why: why.to_owned(), leads_on: false };
            self.left_out.extend(fixes.iter().map(left));
            return;
        }
        self.tries += 1;
        let together: Vec<Candidate> = self.accepted.iter().chain(fixes).cloned().collect();
        let texts = self.desk.with(&together);
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let after = self.desk.view_of(&texts, self.fetch, self.today);
        let harm = harm(self.view.as_ref().unwrap_or(before), &after, self.choice, &together, fixes);
        match (harm, fixes) {
            (None, _) => {
                self.accepted = together;
                self.view = Some(after);
            }
            (Some(harm), [one]) => {
                let leads_on = harm.came.iter().any(|came| came.has_fix);
                self.left_out.push(Left { fix: one.clone(), why: harm.why(), leads_on });
            }
            (Some(harm), several) => {
                let (done, rest) = if several.len() < MANY { (Vec::new(), Vec::new()) } else { harm.parted(several) };
                if !done.is_empty() {
                    self.left_out.extend(done);
                    return self.admit(before, &rest);
                }
                let (first, second) = several.split_at(several.len() / 2);
                self.admit(before, first);
                self.admit(before, second);
            }
        }
    }
}

/// Why fixes cannot be applied.
struct Harm {
    /// The findings that come.
    came: Vec<Came>,
    /// The fixes whose findings stay, by their places.
    stay: Vec<usize>,
}

/// A finding that comes with fixes.
struct Came {
    dossier: usize,
    key: String,
    /// The end of "not applied: …".
    why: String,
    about: Vec<Subject>,
    /// Whether there is a fix for it, in its turn.
    has_fix: bool,
}

impl Came {
    fn is(&self, dossier: usize, key: &str) -> bool {
        self.dossier == dossier && self.key == key
    }
}

impl Harm {
    fn why(&self) -> String {
        self.came.first().map_or_else(|| STAYS.to_owned(), |came| came.why.clone())
    }

    /// The fixes that do it, as far as each finding that comes is about records of one of them alone, and the others.
    fn parted(self, fixes: &[Candidate]) -> (Vec<Left>, Vec<Candidate>) {
        let mut of: FxHashMap<&(usize, Subject), Vec<usize>> = FxHashMap::default();
        for (at, fix) in fixes.iter().enumerate() {
            fix.about.iter().for_each(|about| of.entry(about).or_default().push(at));
        }
        let mut left: BTreeMap<usize, (String, bool)> = BTreeMap::new();
        for came in self.came {
            let about = came.about.into_iter().map(|subject| (came.dossier, subject));
            let mut near: Vec<usize> = about.filter_map(|about| of.get(&about)).flatten().copied().collect();
            near.sort_unstable();
            near.dedup();
            if let [one] = near[..] {
                left.entry(one).or_insert((came.why, false)).1 |= came.has_fix;
            }
        }
        for at in self.stay {
            left.entry(at).or_insert_with(|| (STAYS.to_owned(), false));
        }
        let (mut done, mut rest) = (Vec::new(), Vec::new());
        for (at, fix) in fixes.iter().enumerate() {
            match left.remove(&at) {
                Some((why, leads_on)) => done.push(Left { fix: fix.clone(), why, leads_on }),
                None => rest.push(fix.clone()),
            }
        }
        (done, rest)
    }
}

const STAYS: &str = "it would not clear what was found";

/// Rules on names that mean nothing as they are spelt. What a record says is not judged until they do.
const NAMES: [&str; 3] = ["unknown-id", "unresolved-citation", "malformed-record"];

/// Whether a finding that comes was hidden by a name that one of the fixes has spelt right.
fn was_hidden(dossier: usize, finding: &Finding, fixes: &[Candidate]) -> bool {
    let is_of_names = |fix: &&Candidate| fix.from.iter().any(|(tried, _)| NAMES.contains(&tried.rule));
    let is_about = |fix: &Candidate| {
        finding.subjects.iter().any(|subject| fix.about.iter().any(|(of, about)| *of == dossier && about == subject))
    };
    !NAMES.contains(&finding.rule) && fixes.iter().filter(is_of_names).any(is_about)
}

/// What harm some fixes do, `together` being all that are tried: a finding comes, or one does not go.
fn harm(before: &View, after: &View, choice: &Choice, together: &[Candidate], fixes: &[Candidate]) -> Option<Harm> {
    let renames = renames(together);
    let (had, has) = (before.counts(&renames), after.counts(&renames));
    let count = |counts: &Counts, dossier: usize, key: &str| counts[dossier].get(key).copied().unwrap_or_default();
    let mut came = Vec::new();
    for (dossier, (_, checked)) in after.dossiers.iter().enumerate() {
        for finding in &checked.report.findings {
            let key = key(finding, &renames);
            let comes = count(&has, dossier, &key) > count(&had, dossier, &key);
            if comes && !(choice.judged && was_hidden(dossier, finding, together)) {
                let why = format!("it would bring {}: {}", finding.rule, finding.message);
                let has_fix = choice.of(finding).is_some();
                came.push(Came { dossier, key, why, about: finding.subjects.clone(), has_fix });
            }
        }
    }
    let goes = |(_, (dossier, key)): &(Tried, (usize, String))| count(&has, *dossier, key) < count(&had, *dossier, key);
    let stay = (0..fixes.len()).filter(|&at| !fixes[at].from.iter().any(goes)).collect();
    let harm = Harm { came, stay };
    (!harm.came.is_empty() || !harm.stay.is_empty()).then_some(harm)
}
