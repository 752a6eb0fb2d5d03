//! A finding: one inconsistency, with the places that show it, and what a rule counted while it looked.
//!
//! A finding says nothing of how it is printed. It cannot be built without the label that it is about.

use crate::text::{Span, Texts};

/// How much a finding matters. The user may change it rule by rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Worth knowing.
    Note,
    /// Worth a look before publication.
    Warning,
    /// Cannot stand.
    Error,
}

impl Level {
    /// The word for it in every report.
    pub fn name(self) -> &'static str {
        match self {
            Level::Note => "note",
            Level::Warning => "warning",
            Level::Error => "error",
        }
    }

    /// The next milder level.
    #[must_use]
    pub fn milder(self) -> Self {
        match self {
            Level::Error => Level::Warning,
            Level::Warning | Level::Note => Level::Note,
        }
    }
}

/// How sure a finding is. Severity is a separate thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Some completions of what was written remove it, some do not. Reported only when asked for.
    Possible,
    /// It holds for the dates as written, and rests on what a `~`, a `?` or a season leaves open.
    Nominal,
    /// No completion of what was written removes it.
    Certain,
}

impl Certainty {
    /// The word for it in every report.
    pub fn name(self) -> &'static str {
        match self {
            Certainty::Possible => "possible",
            Certainty::Nominal => "nominal",
            Certainty::Certain => "certain",
        }
    }
}

/// Whom the paper contradicts, or who else contradicts whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Contradicts {
    /// The paper's own statements cannot all hold.
    Itself,
    /// The paper says what a source does not.
    Source,
    /// The paper, or a source, says what the record does not.
    Record,
    /// The sources' statements cannot all hold.
    Sources,
    /// The record's own statements cannot all hold.
    RecordItself,
}

impl Contradicts {
    /// The words of it that follow the rule's name.
    pub fn name(self) -> &'static str {
        match self {
            Contradicts::Itself => "contradicts itself",
            Contradicts::Source => "contradicts its source",
            Contradicts::Record => "contradicts the record",
            Contradicts::Sources => "the sources disagree",
            Contradicts::RecordItself => "the record contradicts itself",
        }
    }
}

/// What a place has to do with a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearing {
    /// What stands there cannot be right together with the others: correcting it clears the finding.
    Conflicts,
    /// It tells more, and correcting it clears nothing.
    Explains,
}

/// A fact read off one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What stands there, in words.
    pub text: String,
    /// What it has to do with the finding.
    pub bearing: Bearing,
}

/// One step of the reasoning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The place that it rests on.
    pub span: Span,
    /// What follows from it, in words.
    pub text: String,
}

/// A piece of text put in the place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; nothing, where something is only put in.
    pub span: Span,
    /// What stands there instead.
    pub text: String,
}

/// Whether a fix can be applied without a person's judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applicability {
    /// Only this can have been meant.
    Safe,
    /// It may be what was meant; a person has to say so.
    Unsafe,
}

/// A change of the records that clears a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as an imperative.
    pub title: String,
    /// Whether it can be applied unseen.
    pub applicability: Applicability,
    /// What it changes. No two edits overlap.
    pub edits: Vec<Edit>,
    /// The id that it takes from a record, and the one that it gives to it.
    pub renames: Option<(String, String)>,
}

impl Fix {
    /// A fix that only writes what can alone have been meant.
    pub fn safe(title: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { title: title.into(), applicability: Applicability::Safe, edits, renames: None }
    }

    /// A fix that a person has to judge.
    pub fn judged(title: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { applicability: Applicability::Unsafe, ..Self::safe(title, edits) }
    }

    /// Whether it can be applied unseen.
    pub fn is_safe(&self) -> bool {
        self.applicability == Applicability::Safe
    }
}

/// A record that a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    /// The name of its table: `claim`, `source`, …
    pub kind: &'static str,
    /// Its id, or what stands in for one.
    pub id: String,
}

/// One inconsistency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's name.
    pub rule: &'static str,
    /// How much it matters.
    pub level: Level,
    /// How sure it is.
    pub certainty: Certainty,
    /// Whose statements collide, where it is about statements.
    pub contradicts: Option<Contradicts>,
    /// What is wrong, on one line, understandable alone.
    pub message: String,
    /// The place that it is about.
    pub primary: Label,
    /// The places against it, in any number of files.
    pub labels: Vec<Label>,
    /// The reasoning, where it has more than two statements.
    pub steps: Vec<Step>,
    /// What to do about it.
    pub help: Option<String>,
    /// The records that it is about, the one to look at first in front.
    pub subjects: Vec<Subject>,
    /// The values that collide. With the rule and the subjects they are what makes two findings the same.
    pub values: Vec<String>,
    /// What makes it the same in their stead, where the records were drafted just now.
    pub lasting: Option<String>,
    /// Whether the baseline of the run knows it.
    pub known: bool,
    /// Sets of places that cannot all be right, where they are not the places of the labels.
    /// See [`conflicts`](Finding::conflicts).
    pub conflicts: Vec<Vec<Span>>,
    /// Places that conflict with the rest in the stead of another: which, and the other. Whoever corrects that one only
    /// has not cleared the finding.
    pub instead: Vec<(Span, Span)>,
    /// What would clear it, where that is mechanical: one fix, or several of which a person has to pick one.
    pub fixes: Vec<Fix>,
}

impl Finding {
    /// A certain finding of `rule` with nothing but its message and the place it is about.
    pub fn new(
        rule: &'static str,
        level: Level,
        message: impl Into<String>,
        span: Span,
        label: impl Into<String>,
    ) -> Self {
        Self {
            rule,
            level,
            certainty: Certainty::Certain,
            contradicts: None,
            message: message.into(),
            primary: Label { span, text: label.into(), bearing: Bearing::Conflicts },
            labels: Vec::new(),
            steps: Vec::new(),
            help: None,
            subjects: Vec::new(),
            values: Vec::new(),
            lasting: None,
            known: false,
            conflicts: Vec::new(),
            instead: Vec::new(),
            fixes: Vec::new(),
        }
    }

    /// With a fact against it.
    #[must_use]
    pub fn against(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into(), bearing: Bearing::Conflicts });
        self
    }

    /// With a fact that tells more; correcting it would clear nothing.
    #[must_use]
    pub fn beside(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into(), bearing: Bearing::Explains });
        self
    }

    /// The sets of places that cannot all be right: whoever corrects one of each clears the finding. Unless a rule says
    /// otherwise they are one set, the places of the labels that conflict.
    pub fn conflicts(&self) -> Vec<Vec<Span>> {
        let labels = std::iter::once(&self.primary).chain(&self.labels);
        let labels = labels.filter(|label| label.bearing == Bearing::Conflicts).map(|label| label.span);
        let sets = if self.conflicts.is_empty() { vec![labels.collect()] } else { self.conflicts.clone() };
        let swapped = |set: &Vec<Span>| -> Vec<Vec<Span>> {
            let swaps = self.instead.iter().filter(|(own, _)| set.contains(own));
            swaps
                .map(|(own, other)| set.iter().map(|place| if place == own { *other } else { *place }).collect())
                .collect()
        };
        let others: Vec<Vec<Span>> = sets.iter().flat_map(swapped).collect();
        sets.into_iter().chain(others).collect()
    }

    /// With what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// With what would clear it; of several fixes a person has to pick one.
    #[must_use]
    pub fn fixed_by(mut self, fixes: impl IntoIterator<Item = Fix>) -> Self {
        self.fixes.extend(fixes);
        self
    }

    /// About a record; the first one named is the one to look at first.
    #[must_use]
    pub fn about(mut self, kind: &'static str, id: impl Into<String>) -> Self {
        self.subjects.push(Subject { kind, id: id.into() });
        self
    }

    /// With a value that collides.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.values.push(value.into());
        self
    }

    /// As sure as `certainty`; what is less than certain weighs a level less.
    #[must_use]
    pub fn as_sure_as(mut self, certainty: Certainty) -> Self {
        if certainty < Certainty::Certain && self.certainty == Certainty::Certain {
            self.level = self.level.milder();
        }
        self.certainty = certainty;
        self
    }

    /// Saying whose statements collide.
    #[must_use]
    pub fn contradicting(mut self, contradicts: Contradicts) -> Self {
        self.contradicts = Some(contradicts);
        self
    }

    /// Tells it of the places that its own are [from](Texts::origin). A fix of what no person wrote is none.
    pub fn tell_of_origins(&mut self, texts: &Texts) {
        self.fixes.retain(|fix| fix.edits.iter().all(|edit| texts.origin(edit.span) == edit.span));
        for label in std::iter::once(&mut self.primary).chain(&mut self.labels) {
            label.span = texts.origin(label.span);
        }
        for step in &mut self.steps {
            step.span = texts.origin(step.span);
        }
    }

    /// The message behind whose statements collide: "contradicts the record: …".
    pub fn said(&self) -> String {
        match self.contradicts {
            Some(contradicts) => format!("{}: {}", contradicts.name(), self.message),
            None => self.message.clone(),
        }
    }

    /// What makes two findings the same: rule, records and colliding values, never text, line or order.
    pub fn identity(&self) -> String {
        if let Some(lasting) = &self.lasting {
            return lasting.clone();
        }
        let subjects = self.subjects.iter().map(|subject| format!("{}:{}", subject.kind, subject.id));
        let parts: Vec<String> =
            std::iter::once(self.rule.to_owned()).chain(subjects).chain(self.values.clone()).collect();
        parts.join("\u{1f}")
    }

    /// The [identity](Finding::identity) as 16 hexadecimal digits.
    pub fn fingerprint(&self) -> String {
        format!("{:016x}", crate::text::digest(self.identity().bytes()))
    }
}

/// The candidates that a rule looked at and could not judge, by what was missing.
#[derive(Debug, Default)]
pub struct NotCheckable(Vec<(&'static str, Vec<Span>)>);

impl NotCheckable {
    /// Takes in a candidate: what was missing, as the end of "not checkable: …", and the place of the record's id.
    pub fn add(&mut self, because: &'static str, at: Span) {
        match self.0.iter_mut().find(|(reason, _)| *reason == because) {
            Some((_, places)) => places.push(at),
            None => self.0.push((because, vec![at])),
        }
    }

    /// How many candidates there are.
    pub fn len(&self) -> usize {
        self.0.iter().map(|(_, places)| places.len()).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The reasons with the places of their candidates, the most frequent first, then by alphabet.
    pub fn reasons(&self) -> Vec<(&'static str, &[Span])> {
        let mut reasons: Vec<_> = self.0.iter().map(|(because, places)| (*because, places.as_slice())).collect();
        reasons.sort_by_key(|(because, places)| (std::cmp::Reverse(places.len()), *because));
        reasons
    }
}

/// A candidate that a rule judged and found fine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fine {
    /// Why, as the end of "compatible: …".
    pub because: String,
    /// Where it stands, in the record that is watched.
    pub at: Span,
}

/// What one rule saw: what it found, what was fine, and what it could not judge.
#[derive(Debug, Default)]
pub struct Verdicts {
    /// What cannot all be true.
    pub found: Vec<Finding>,
    /// How many candidates were judged and are fine.
    pub compatible: usize,
    /// The candidates that lacked something.
    pub not_checkable: NotCheckable,
    /// Why the candidates in the watched record are fine.
    pub fine: Vec<Fine>,
    /// Whether something was left out for a bound of the program's.
    pub is_cut_short: bool,
    /// Whether what is merely possible is only counted: nobody wants to see it, and nothing allows it.
    pub counts_possible: bool,
    watched: Option<Span>,
}

impl Verdicts {
    /// Nothing seen so far. In `watched`, the place of one record, the rule says of each candidate why it is fine.
    pub fn watching(watched: Option<Span>) -> Self {
        Self { watched, ..Self::default() }
    }

    /// Reports a finding.
    pub fn find(&mut self, finding: Finding) {
        self.found.push(finding);
    }

    /// Reports a finding that is as sure as said, or only counts it: there may be many that are merely possible.
    pub fn find_as(&mut self, certainty: Certainty, finding: impl FnOnce() -> Finding) {
        if certainty == Certainty::Possible && self.counts_possible {
            self.compatible += 1;
        } else {
            self.found.push(finding());
        }
    }

    /// Counts a candidate that is fine. `at` gives its places in the records that were held against each other, and
    /// `because` says why, as the end of "compatible: …". Neither is asked unless a record is watched.
    pub fn fine<I: IntoIterator<Item = Span>>(&mut self, at: impl FnOnce() -> I, because: impl FnOnce() -> String) {
        self.compatible += 1;
        let Some(watched) = self.watched else { return };
        if let Some(at) = at().into_iter().find(|at| watched.holds(*at)) {
            self.fine.push(Fine { because: because(), at });
        }
    }

    /// Counts candidates that are all fine for one reason. Of their places, `at`, those count at which nothing was
    /// found.
    pub fn all_fine<I: IntoIterator<Item = Span>>(&mut self, count: usize, at: impl FnOnce() -> I, because: &str) {
        self.compatible += count;
        let Some(watched) = self.watched else { return };
        if self.found.iter().any(|found| watched.holds(found.primary.span)) {
            return;
        }
        let there = at().into_iter().filter(|at| watched.holds(*at));
        self.fine.extend(there.map(|at| Fine { because: because.to_owned(), at }));
    }

    /// Names a candidate that lacked something.
    pub fn not_checkable(&mut self, because: &'static str, at: Span) {
        self.not_checkable.add(because, at);
    }

    /// Names a candidate that the rule left out for a bound of its own: the report is not complete.
    pub fn left_out(&mut self, because: &'static str, at: Span) {
        self.not_checkable.add(because, at);
        self.is_cut_short = true;
    }
}
