//! What a claim states, held against the dates and the amounts of its passage.

use crate::amount::prose::{Style, figures};
use crate::amount::{Amount, Dimension, Interval, Reading, Unit};
use crate::archive::Passages;
use crate::finding::{Finding, Level};
use crate::model::{ClaimId, Date, Key, Link, Record, Statement, Target, Value};
use crate::passage::anchors::Passage;
use crate::rules::Case;
use crate::text::{Span, shown};
use crate::time::Answer;
use crate::time::prose::{Found, What};

/// Whole numbers below this are written in words as often as in digits.
const IN_WORDS: i128 = 21;

/// Something that a claim states, and that its passage has otherwise.
pub(super) struct Stated {
    /// The claim.
    name: String,
    id: String,
    /// What it states: as a person says it, as it is written, and where.
    spoken: String,
    written: String,
    at: Span,
    /// What the passage has instead, and where.
    words: String,
    there: Span,
    /// What in the paragraph is not what was stated: `date`, `amount`.
    kind: &'static str,
}

impl Stated {
    pub(super) fn finding(self, rule: &'static str, level: Level) -> Finding {
        let message = format!("the claim {} states {}, and its passage has “{}”", self.name, self.spoken, self.words);
        Finding::new(rule, level, message, self.at, format!("no {} in the paragraph is this", self.kind))
            .against(self.there, "the passage has this")
            .help("read the passage again, and correct what the claim notes and says of it")
            .about("claim", self.id)
            .value(self.written)
            .value(self.words)
    }
}

/// The first date that a claim states and that its passage has otherwise: its sentence has dates, and none of them, nor
/// any of its paragraph, is this one.
pub(super) fn redated(case: &Case<'_>, manuscript: &Passages, id: ClaimId, passage: &Passage) -> Option<Stated> {
    let text = &manuscript.text;
    let in_sentence = manuscript.sentences(passage);
    let of = |number: usize| {
        let dates = text.sentences[number].worth.iter().flat_map(|worth| &worth.dates);
        dates.map(move |date| (number, date))
    };
    let told: Vec<_> = in_sentence.into_iter().flat_map(of).collect();
    let (sentence, there) = told.first()?;
    let stated = dates_of(case, id).into_iter().find(|date| {
        let stated = case.dossier[date.when].nominal();
        let is_other = |(_, told): &(usize, &Found)| match &told.what {
            What::Date(when) => when.nominal().meets(stated) == Answer::SurelyNot,
            What::Relative(_) | What::Bad(_) => false,
        };
        // Of a paragraph with many sentences few are read whole: most say themselves what is stated.
        told.iter().all(is_other) && text.of_block(passage.block).flat_map(of).all(|told| is_other(&told))
    })?;
    Some(Stated {
        name: case.wording().words(id),
        id: case.id(Record::Claim(id)),
        spoken: case.dossier[stated.when].spoken(),
        written: case.dossier[stated.when].to_string(),
        at: stated.span,
        words: shown(&text.words(&text.sentences[*sentence])[there.at.clone()]),
        there: text.part(&text.sentences[*sentence], there.at.clone()),
        kind: "date",
    })
}

/// The dates that a claim states as facts; what it denies may hold outside of what the passage dates.
fn dates_of(case: &Case<'_>, id: ClaimId) -> Vec<Date> {
    let stated = statements(case, id).filter(|statement| statement.mode.asserts());
    let clauses = stated.flat_map(|statement| case.dossier.clauses(statement));
    let dates = clauses.filter_map(|clause| match (clause.key, clause.target) {
        (Key::On | Key::From | Key::Until, Target::Date(date)) => Some(date),
        _ => None,
    });
    dates.collect()
}

fn statements<'c>(case: &Case<'c>, id: ClaimId) -> impl Iterator<Item = &'c Statement> + use<'c> {
    case.dossier.says(case.dossier[id].says).iter().filter(|statement| statement.denied.is_none())
}

/// The quantities that a claim states and that its passage has otherwise: its sentence has amounts that can be compared
/// with one, and no number of its paragraph is that.
pub(super) fn recounted(case: &Case<'_>, manuscript: &Passages, id: ClaimId, passage: &Passage) -> Vec<Stated> {
    let text = &manuscript.text;
    // What a draft presumed need not stand there: that shares come to a hundred, that what rose is more.
    let noted = statements(case, id).filter(|statement| statement.link == Link::Stated);
    let stated: Vec<(Value, Unit)> = noted.flat_map(|statement| values(case, statement)).collect();
    let there: Vec<(usize, &crate::amount::prose::Found)> = manuscript
        .sentences(passage)
        .into_iter()
        .flat_map(|number| {
            text.sentences[number].worth.iter().flat_map(|worth| &worth.amounts).map(move |amount| (number, amount))
        })
        .collect();
    if stated.is_empty() || there.is_empty() {
        return Vec::new();
    }
    let paragraph = Paragraph::new(manuscript, passage);
    let others = |(value, unit): &(Value, Unit)| {
        let amount = without_sign(&case.dossier[value.amount]);
        let is_alone = stated.len() == 1 && there.len() == 1;
        let (sentence, other) =
            there.iter().find(|(_, other)| can_be_compared(&amount, unit, &other.amount, is_alone))?;
        (!paragraph.has(&amount, unit)?).then(|| Stated {
            name: case.wording().words(id),
            id: case.id(Record::Claim(id)),
            spoken: shown(&case.dossier[value.amount].to_string()),
            written: case.dossier[value.amount].to_string(),
            at: value.span,
            words: shown(&text.words(&text.sentences[*sentence])[other.at.clone()]),
            there: text.part(&text.sentences[*sentence], other.at.clone()),
            kind: "number",
        })
    };
    stated.iter().filter_map(others).collect()
}

/// The values of a statement, each with the unit that it is of.
fn values(case: &Case<'_>, statement: &Statement) -> Vec<(Value, Unit)> {
    let Some(counted) = statement.counted() else { return Vec::new() };
    let understood = || {
        let unit = counted.quantity.target.and_then(|quantity| case.dossier[quantity].unit);
        unit.map_or_else(Unit::none, |unit| Unit::named(case.read(unit)))
    };
    let unit = |value: Value| match case.dossier[value.amount].unit() {
        unit if unit.is_none() => understood(),
        unit => unit.clone(),
    };
    counted.value.into_iter().chain(counted.equals).map(|value| (value, unit(value))).collect()
}

/// A value as its size: prose says that something shrank by 2%, the record that it grew by -2%.
fn without_sign(amount: &Amount) -> Amount {
    let written = amount.to_string();
    written.strip_prefix('-').and_then(|size| Amount::parse(size).ok()).unwrap_or_else(|| amount.clone())
}

/// Whether a value would be told by an amount of the text if it stood there. The words for what is counted may be of
/// two languages: numbers that nobody writes in words are compared all the same, where there is only one on each side.
fn can_be_compared(stated: &Amount, unit: &Unit, there: &Amount, is_alone: bool) -> bool {
    let is_small = stated.face().is_some_and(|number| number < IN_WORDS.into());
    match (&unit.dimension, &there.unit().dimension) {
        (Dimension::Money(_), Dimension::Counted(word)) => matches!(&**word, "dollar" | "pound sterling"),
        (one, other) if one == other => !unit.counts() || is_alone || !is_small,
        _ => unit.counts() && there.unit().counts() && is_alone && !is_small,
    }
}

/// What a paragraph counts.
struct Paragraph<'m> {
    amounts: Vec<&'m Amount>,
    /// Every number in it, without its unit.
    figures: Vec<Amount>,
}

impl<'m> Paragraph<'m> {
    fn new(manuscript: &'m Passages, passage: &Passage) -> Self {
        let text = &manuscript.text;
        let worth = text.of_block(passage.block).filter_map(|number| text.sentences[number].worth.as_ref());
        let amounts = worth.flat_map(|worth| &worth.amounts).map(|found| &found.amount);
        let words = &text.blocks[passage.block].words;
        Self { amounts: amounts.collect(), figures: figures(words, Style::of(&text.language)) }
    }

    /// Whether a value stands in it, as far as numbers can tell; `None` where they are too large to reckon with.
    fn has(&self, stated: &Amount, unit: &Unit) -> Option<bool> {
        let ours = stated.interval(Reading::Hard, unit)?;
        let meets = |other: Option<Interval>| other.is_none_or(|other| other.meets(&ours));
        let alike = |amount: &&&Amount| amount.unit().dimension == unit.dimension;
        let told = self.amounts.iter().filter(alike).any(|amount| meets(amount.interval(Reading::Hard, amount.unit())));
        Some(told || self.figures.iter().any(|figure| meets(figure.interval(Reading::Hard, unit))))
    }
}
