//! What is said of quantities, as the rules of this family compare it: by quantity, unit, scope, speaker and time.

use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::amount::{Amount, Dimension, Exact, Interval, Reading, SLACK, Unit};
use crate::finding::{Certainty, Contradicts, Finding, Verdicts};
use crate::model::{
    AmountId, Counted, Date, EntityId, Key, Quantity, QuantityId, Record, Ref, Statement, Target, Value, Voice,
};
use crate::rules::Case;
use crate::text::{Span, listed, shown};
use crate::time::{Answer, Day, Shape, Stretch, When};
use crate::wording;

/// One value that somebody asserts of a quantity.
#[derive(Clone)]
pub(super) struct Figure<'c> {
    pub(super) quantity: QuantityId,
    pub(super) statement: &'c Statement,
    pub(super) value: Value,
    pub(super) amount: &'c Amount,
    pub(super) on: Option<Date>,
    /// The days of `on`: hard first and last, nominal first and last.
    days: Option<[i64; 4]>,
    scope: String,
    speaker: Option<EntityId>,
    reckoned: Rc<Reckoned>,
}

/// A value as the numbers that it can mean, in the base unit of what it measures.
struct Reckoned {
    dimension: Dimension,
    hard: Interval,
    nominal: Interval,
    /// The number as it is written; none for bounds, ranges and what is approximate.
    face: Option<Interval>,
    /// The one of the unit of which it is a whole number, where that may be a count.
    count_of: Option<Interval>,
}

impl Figure<'_> {
    pub(super) fn interval(&self, reading: Reading) -> &Interval {
        match reading {
            Reading::Hard => &self.reckoned.hard,
            Reading::Nominal => &self.reckoned.nominal,
        }
    }

    /// The number as it is written, as if it were not rounded; none for bounds, ranges and what is approximate.
    pub(super) fn face(&self) -> Option<&Interval> {
        self.reckoned.face.as_ref()
    }

    /// What it may be a count of, as one of them: days are no count of weeks.
    pub(super) fn count_of(&self) -> Option<&Interval> {
        self.reckoned.count_of.as_ref()
    }

    pub(super) fn dimension(&self) -> &Dimension {
        &self.reckoned.dimension
    }

    pub(super) fn speaker(&self) -> Option<EntityId> {
        self.speaker
    }

    pub(super) fn voice(&self) -> Voice {
        self.statement.owner.voice()
    }

    /// By what figures are told apart: those of one key give the same thing at the same time.
    fn key(&self) -> (QuantityId, &Dimension, &str, Option<EntityId>, Option<[i64; 4]>) {
        (self.quantity, self.dimension(), &self.scope, self.speaker, self.days)
    }

    /// Whether the two give the same thing, at whatever times.
    pub(super) fn is_of_one_kind(&self, other: &Figure<'_>) -> bool {
        let (one, two) = (self.key(), other.key());
        (one.0, one.1, one.2, one.3) == (two.0, two.1, two.2, two.3)
    }
}

/// The figures of a dossier.
pub(super) struct Figures<'c> {
    all: Vec<Figure<'c>>,
    /// Values that a statement gives in two currencies, the converted one second.
    pub(super) converted: Vec<[Figure<'c>; 2]>,
    /// What is alleged or hedged: it contradicts nothing for sure.
    pub(super) unsure: Vec<Figure<'c>>,
    /// The statements that take no part, with what keeps them out.
    pub(super) left_out: Vec<(&'static str, Span)>,
}

impl<'c> Figures<'c> {
    pub(super) fn new(case: &Case<'c>) -> Self {
        let mut figures = Self { all: Vec::new(), converted: Vec::new(), unsure: Vec::new(), left_out: Vec::new() };
        let mut reader = Reader { case, units: FxHashMap::default(), reckoned: FxHashMap::default() };
        for statement in case.dossier.statements.iter().filter(|statement| case.dossier.stands(statement)) {
            figures.take(&mut reader, statement);
        }
        figures.all.sort_by(|one, two| one.key().cmp(&two.key()));
        for class in figures.all.chunk_by_mut(|one, two| one.key() == two.key()) {
            class
                .sort_by_cached_key(|figure| (figure.voice(), case.id(owner(case, figure)), figure.amount.to_string()));
        }
        figures
    }

    fn take(&mut self, reader: &mut Reader<'_, 'c>, statement: &'c Statement) {
        let Some(&Counted { quantity: Ref { target: Some(quantity), .. }, value: Some(value), equals, .. }) =
            statement.counted()
        else {
            return;
        };
        let dossier = reader.case.dossier;
        let owner = || dossier.id_span(dossier.owner_record(statement.owner));
        let unnamed = statement.said_by.is_some_and(|speaker| speaker.target.is_none());
        if statement.denied.is_none() && !statement.mode.asserts() && !statement.mode.looks_ahead() && !unnamed {
            match reader.figure(quantity, statement, value) {
                Some(figure) => self.unsure.push(figure),
                None => self.left_out.push(("not asserted", owner())),
            }
            return;
        }
        if statement.denied.is_some() || !statement.mode.asserts() || unnamed {
            let because = match statement.denied {
                Some(_) => "denied",
                None if unnamed => "no known speaker",
                None => "not asserted",
            };
            self.left_out.push((because, owner()));
            return;
        }
        let first = reader.figure(quantity, statement, value);
        let second = equals.and_then(|equals| reader.figure(quantity, statement, equals));
        if first.is_none() {
            self.left_out.push(("too large to reckon with", owner()));
        }
        if let (Some(first), Some(second)) = (&first, &second)
            && matches!((first.dimension(), second.dimension()), (Dimension::Money(one), Dimension::Money(two)) if one != two)
        {
            self.converted.push([first.clone(), second.clone()]);
        }
        self.all.extend(first.into_iter().chain(second));
    }

    /// All figures by key: those that give the same thing at the same time stand together.
    pub(super) fn classes(&self) -> impl Iterator<Item = &[Figure<'c>]> {
        self.all.chunk_by(|one, two| one.key() == two.key())
    }

    /// All figures by kind: those that give the same thing, earlier times first.
    pub(super) fn kinds(&self) -> impl Iterator<Item = &[Figure<'c>]> {
        self.all.chunk_by(Figure::is_of_one_kind)
    }

    /// The classes of one quantity.
    pub(super) fn classes_of(&self, quantity: QuantityId) -> impl Iterator<Item = &[Figure<'c>]> {
        let start = self.all.partition_point(|figure| figure.quantity < quantity);
        let end = self.all.partition_point(|figure| figure.quantity <= quantity);
        self.all[start..end].chunk_by(|one, two| one.key() == two.key())
    }

    /// What the same speaker gives for `quantity` in a unit of `dimension` and in the scope of `like`, at its time if
    /// there is such a figure, else at a time that may be its own; and how surely it is.
    pub(super) fn beside(
        &self,
        like: &Figure<'c>,
        quantity: QuantityId,
        dimension: &Dimension,
    ) -> Option<(Certainty, &[Figure<'c>])> {
        self.in_scope(&like.scope, like, quantity, dimension)
    }

    /// As [`beside`](Self::beside), and where nothing is given in the scope of `like`, what is given in none: for all.
    pub(super) fn around(&self, like: &Figure<'c>, quantity: QuantityId) -> Option<(Certainty, &[Figure<'c>])> {
        let beside = self.beside(like, quantity, like.dimension());
        beside.or_else(|| self.in_scope("", like, quantity, like.dimension()))
    }

    fn in_scope(
        &self,
        scope: &str,
        like: &Figure<'c>,
        quantity: QuantityId,
        dimension: &Dimension,
    ) -> Option<(Certainty, &[Figure<'c>])> {
        let classes = self.classes_of(quantity).filter(|class| {
            class[0].speaker == like.speaker && class[0].scope == scope && class[0].dimension() == dimension
        });
        let timed = classes.filter_map(|class| Some((common_time(&class[0], like)?, class)));
        timed.reduce(|best, next| if next.0 > best.0 { next } else { best })
    }
}

/// Reads values as intervals, each written form once for each unit that it is understood in, and once as a share.
struct Reader<'r, 'c> {
    case: &'r Case<'c>,
    units: FxHashMap<QuantityId, Unit>,
    reckoned: FxHashMap<(AmountId, Option<QuantityId>, bool), Option<Rc<Reckoned>>>,
}

impl<'c> Reader<'_, 'c> {
    fn figure(&mut self, quantity: QuantityId, statement: &'c Statement, value: Value) -> Option<Figure<'c>> {
        let case = self.case;
        let amount = &case.dossier[value.amount];
        let understood = amount.unit().is_none().then_some(quantity);
        let units = &mut self.units;
        let is_share = case.dossier[quantity].is_share();
        let takes = if is_share { Amount::share } else { Amount::interval };
        let reckoned = self.reckoned.entry((value.amount, understood, is_share)).or_insert_with(|| {
            let unit = match understood {
                Some(quantity) => units.entry(quantity).or_insert_with(|| unit(case, &case.dossier[quantity])),
                None => amount.unit(),
            };
            let (hard, nominal) = (takes(amount, Reading::Hard, unit)?, takes(amount, Reading::Nominal, unit)?);
            let face = amount.face().filter(|_| !amount.is_approximate());
            let point = |number| unit.to_base(&Interval::between(number, number));
            let count_of = amount.is_count(unit).then(|| point(Exact::from(1))).flatten();
            let face = face.and_then(point);
            Some(Rc::new(Reckoned { dimension: unit.dimension.clone(), hard, nominal, face, count_of }))
        });
        let reckoned = Rc::clone(reckoned.as_ref()?);
        let scope = statement.counted()?.scope.map_or_else(String::new, |scope| {
            case.read(scope).split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
        });
        let on = case.dossier.clauses_of(statement, Key::On).find_map(|clause| match clause.target {
            Target::Date(date) => Some(date),
            _ => None,
        });
        Some(Figure {
            quantity,
            statement,
            value,
            amount,
            on,
            days: on.map(|date| days(&case.dossier[date.when])),
            scope,
            speaker: statement.said_by.and_then(|speaker| speaker.target),
            reckoned,
        })
    }
}

/// The first and the last day of both stretches of a date, far out where there is none.
fn days(when: &When) -> [i64; 4] {
    let first = |days: Stretch| days.earliest().day().map_or(i64::MIN, Day::number);
    let last = |days: Stretch| days.latest().day().map_or(i64::MAX, Day::number);
    [first(when.hard()), last(when.hard()), first(when.nominal()), last(when.nominal())]
}

/// The unit of a quantity's values.
pub(super) fn unit(case: &Case<'_>, quantity: &Quantity) -> Unit {
    quantity.unit.map_or_else(Unit::none, |unit| Unit::named(case.read(unit)))
}

/// How surely two figures are of a common time; `None` where they are not. Figures without a date are of the time of
/// the text, and possibly of any other.
pub(super) fn common_time(one: &Figure<'_>, two: &Figure<'_>) -> Option<Certainty> {
    match (one.days, two.days) {
        (days, other) if days == other => Some(Certainty::Certain),
        (Some([first, last, ..]), Some([other_first, other_last, ..])) if last < other_first || other_last < first => {
            None
        }
        _ => Some(Certainty::Possible),
    }
}

/// How surely the date of a figure means the stretch of time that it names.
pub(super) fn date_certainty(case: &Case<'_>, figure: &Figure<'_>) -> Certainty {
    let Some(date) = figure.on else { return Certainty::Certain };
    let when = &case.dossier[date.when];
    let vague = when.is_approximate() || when.is_uncertain() || when.shape() == Shape::OneOf;
    if vague { Certainty::Nominal } else { Certainty::Certain }
}

/// Whether `early` is of a time that is over before that of `late` begins.
pub(super) fn is_before(case: &Case<'_>, early: &Figure<'_>, late: &Figure<'_>) -> bool {
    let (Some(early), Some(late)) = (early.on, late.on) else { return false };
    case.dossier[early.when].hard().before(case.dossier[late.when].hard()) == Answer::Surely
}

/// What comes of holding several quantities against each other.
pub(super) enum Outcome<'f, 'c> {
    /// They cannot all hold; the figures of each side that show it.
    Clash(Certainty, Contradicts, Vec<Vec<&'f Figure<'c>>>),
    Fine,
    /// They cannot be compared, because of this.
    Unknown(&'static str),
}

/// Holds figures against each other: each side is what is given for one quantity, and `clash` says whether its numbers
/// cannot go together, or `None` where they are too large or make no sense together.
///
/// The paper's figures are tried first, then the sources' with them, then the record's; and what holds hard goes before
/// what holds nominally.
pub(super) fn against<'f, 'c>(
    sides: &[&'f [Figure<'c>]],
    clash: impl Fn(&[Interval]) -> Option<bool>,
) -> Outcome<'f, 'c> {
    let mut unknown = None;
    for (reading, certainty) in [(Reading::Hard, Certainty::Certain), (Reading::Nominal, Certainty::Nominal)] {
        for voice in [Voice::Paper, Voice::Source, Voice::Record] {
            let heard: Vec<Vec<&Figure<'c>>> =
                sides.iter().map(|side| side.iter().filter(|figure| figure.voice() <= voice).collect()).collect();
            if heard.iter().any(Vec::is_empty) {
                continue;
            }
            let Some(numbers) = heard.iter().map(|side| agreed(side, reading)).collect::<Option<Vec<_>>>() else {
                unknown = Some("its values disagree");
                continue;
            };
            match clash(&numbers) {
                Some(true) => return Outcome::Clash(certainty, contradicts(heard.iter().flatten().copied()), heard),
                Some(false) => {}
                None => unknown = Some("no numbers to reckon with"),
            }
        }
    }
    unknown.map_or(Outcome::Fine, Outcome::Unknown)
}

/// Counts figures that go together, each side by what is given for one quantity.
pub(super) fn fit(case: &Case<'_>, verdicts: &mut Verdicts, sides: &[&[Figure<'_>]]) {
    let each = || sides.iter().copied().flatten();
    verdicts.fine(
        || each().map(|figure| figure.value.span),
        || {
            let given = each()
                .map(|figure| format!("{} is {}{}", subject(case, figure), amount(case, figure), time(case, figure)));
            let mut given: Vec<String> = given.collect();
            given.dedup();
            format!("{}: the numbers go together", listed(&given, "and"))
        },
    );
}

/// The numbers that all figures allow.
fn agreed(figures: &[&Figure<'_>], reading: Reading) -> Option<Interval> {
    let mut intervals = figures.iter().map(|figure| *figure.interval(reading));
    let first = intervals.next()?;
    intervals.try_fold(first, |so_far, next| so_far.common(&next))
}

/// Whose figures these are, where they cannot all hold.
pub(super) fn contradicts<'f, 'c: 'f>(figures: impl Iterator<Item = &'f Figure<'c>>) -> Contradicts {
    crate::rules::told::whose(figures.map(Figure::voice))
}

pub(super) fn owner(case: &Case<'_>, figure: &Figure<'_>) -> Record {
    case.dossier.owner_record(figure.statement.owner)
}

/// The id of the record that gives a figure.
pub(super) fn id_span(case: &Case<'_>, figure: &Figure<'_>) -> Span {
    case.dossier.id_span(owner(case, figure))
}

/// The quantity and, where it has one, the scope of a figure: ``` `troops-sent` (`first wave`) ```.
pub(super) fn subject(case: &Case<'_>, figure: &Figure<'_>) -> String {
    let quantity = case.name(figure.quantity);
    if figure.scope.is_empty() { quantity } else { format!("{quantity} (“{}”)", scope(case, figure)) }
}

/// The scope as it was written.
fn scope(case: &Case<'_>, figure: &Figure<'_>) -> String {
    let scope = figure.statement.counted().and_then(|counted| counted.scope);
    scope.map_or_else(String::new, |scope| crate::text::shown(case.read(scope)))
}

/// The time of a figure as the end of a sentence: ` in 2022`; nothing where it has none.
pub(super) fn time(case: &Case<'_>, figure: &Figure<'_>) -> String {
    figure.on.map_or_else(String::new, |date| format!(" {}", wording::at(&case.dossier[date.when])))
}

/// The amount of a figure as a person says it; in the unit of the quantity where it has none of its own.
pub(super) fn amount(case: &Case<'_>, figure: &Figure<'_>) -> String {
    let spoken = figure.amount.spoken();
    match case.dossier[figure.quantity].unit {
        Some(unit) if figure.amount.unit().is_none() && is_sign(case.read(unit)) => {
            let unit = shown(case.read(unit));
            if unit == "%" { format!("{spoken}%") } else { format!("{spoken} {unit}") }
        }
        _ => spoken,
    }
}

/// Whether a unit is a sign or a code, which stands behind one as behind many.
fn is_sign(unit: &str) -> bool {
    unit.chars().count() <= 3
}

/// Who gives what for what: ``` `opening` gives `bridge-length` as about 200 m, give or take 25 % ```.
pub(super) fn told(case: &Case<'_>, figure: &Figure<'_>, certainty: Certainty) -> String {
    let slack = SLACK[usize::from(certainty == Certainty::Certain)];
    let slack = if figure.amount.is_approximate() { format!(", give or take {slack} %") } else { String::new() };
    let who = case.wording().owner(figure.statement);
    format!("{who} gives {} as {}{slack}{}", subject(case, figure), amount(case, figure), time(case, figure))
}

/// A finding on figures: the first is the place to look at, the others stand against it; all are what it is about.
pub(super) fn with_figures(case: &Case<'_>, mut finding: Finding, figures: &[&Figure<'_>]) -> Finding {
    for figure in figures.iter().skip(1) {
        let certainty = finding.certainty;
        finding = finding.against(figure.value.span, told(case, figure, certainty));
    }
    about_figures(case, finding, figures)
}

/// With the records of the figures as what the finding is about, and their values as what collides.
pub(super) fn about_figures(case: &Case<'_>, mut finding: Finding, figures: &[&Figure<'_>]) -> Finding {
    let mut seen: FxHashSet<_> = finding.subjects.iter().cloned().collect();
    for figure in figures {
        let subject = case.dossier.subject(case.texts, owner(case, figure));
        if seen.insert(subject.clone()) {
            finding.subjects.push(subject);
        }
    }
    let mut seen: FxHashSet<_> = finding.values.iter().cloned().collect();
    for figure in figures {
        let mut value = format!("{} {}", case.dossier.id(case.texts, Record::Quantity(figure.quantity)), figure.amount);
        if let Some(date) = figure.on {
            value = format!("{value} {}", case.dossier[date.when]);
        }
        if !figure.scope.is_empty() {
            value = format!("{value} {}", figure.scope);
        }
        if seen.insert(value.clone()) {
            finding.values.push(value);
        }
    }
    finding
}

/// What to say where numbers clash only as they stand: ` (unless a number is rounded more than it shows)`.
pub(super) fn unless_rounded(certainty: Certainty) -> &'static str {
    if certainty == Certainty::Nominal { ", unless a number is rounded more than it shows" } else { "" }
}

/// The first help on a number whose point may stand between thousands.
pub(super) fn misreading(figures: &[&Figure<'_>]) -> Option<String> {
    figures.iter().find_map(|figure| figure.amount.misreading())
}
