//! One TOML table being read: known keys are taken with their types, the rest is reported.
//!
//! Nothing here gives up: a value of the wrong type is a fault with its place, and reads as absent.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Mutex;

use rustc_hash::FxHashMap;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::edit;
use super::keys::{Shape, Takes};
use crate::amount::Amount;
use crate::finding::{Edit, Finding, Fix, Level};
use crate::model::{AmountId, Date, GapId, Value, WhenId};
use crate::names::{Distance, Slip};
use crate::text::{Span, Word, named, shown};
use crate::time::{BadDate, Gap, When};

/// The rule that reports what cannot be read.
pub(crate) const MALFORMED: &str = "malformed-record";
/// The rule that reports names of nothing.
pub(crate) const UNKNOWN: &str = "unknown-id";
/// The rule that reports names of two things.
pub(crate) const DUPLICATE: &str = "duplicate-id";

/// A word of a few that are all there are, written as it was meant.
pub(crate) fn respelt(span: Span, slip: Slip<'_>, text: String) -> Fix {
    let title = format!("write `{}`", shown(slip.meant));
    let edits = vec![Edit { span, text }];
    if slip.distance <= Distance::Letter { Fix::safe(title, edits) } else { Fix::judged(title, edits) }
}

/// What all parts of all files share while they are read: every written form of a date is parsed once.
#[derive(Debug, Default)]
pub(super) struct Shared {
    /// What strings with escapes say, by their addresses.
    pub(super) decoded: Mutex<Vec<(u32, Box<str>)>>,
    pub(super) dates: Mutex<Interned<When>>,
    pub(super) gaps: Mutex<Interned<Gap>>,
    pub(super) amounts: Mutex<Interned<Amount>>,
}

/// Values by their written form.
#[derive(Debug)]
pub(super) struct Interned<T> {
    numbers: FxHashMap<Box<str>, usize>,
    pub(super) values: Vec<T>,
}

impl<T> Default for Interned<T> {
    fn default() -> Self {
        Self { numbers: FxHashMap::default(), values: Vec::new() }
    }
}

impl<T> Interned<T> {
    fn number<E>(&mut self, text: &str, parse: impl FnOnce(&str) -> Result<T, E>) -> Result<usize, E> {
        if let Some(&number) = self.numbers.get(text) {
            return Ok(number);
        }
        self.values.push(parse(text)?);
        self.numbers.insert(text.into(), self.values.len() - 1);
        Ok(self.values.len() - 1)
    }
}

/// Where a part of a file is being read, and what was wrong with it so far.
pub(super) struct Part<'s> {
    /// The address of the part's first byte.
    pub(super) base: u32,
    pub(super) text: &'s str,
    pub(super) shared: &'s Shared,
    pub(super) faults: Vec<Finding>,
    /// The lines that TOML could not read: what they lack or hold is not reported again.
    pub(super) broken: Vec<Span>,
}

const LOCK: &str = "no thread panics while it holds the lock";

/// What a lock held.
pub(super) fn unlocked<T>(lock: Mutex<T>) -> T {
    lock.into_inner().expect(LOCK)
}

impl Part<'_> {
    pub(super) fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(self.base + range.start as u32, self.base + range.end as u32)
    }

    pub(super) fn fault(&mut self, span: Span, message: impl Into<String>, label: impl Into<String>) -> &mut Finding {
        let index = self.faults.len();
        self.faults.push(Finding::new(MALFORMED, Level::Error, message, span, label));
        &mut self.faults[index]
    }

    /// The letters of a place in the part.
    pub(super) fn letters(&self, span: Span) -> &str {
        let inside = |address: u32| address.saturating_sub(self.base) as usize;
        self.text.get(inside(span.start)..inside(span.end())).unwrap_or_default()
    }

    #[expect(clippy::ptr_arg, reason = "whether it is borrowed says whether it was decoded")]
    fn word(&self, span: Span, text: &Cow<'_, str>) -> Word {
        if let Cow::Owned(owned) = text {
            self.shared.decoded.lock().expect(LOCK).push((span.start, owned.as_str().into()));
        }
        Word { span }
    }

    /// The date that `text` writes; `shift` is where its letters start in the value's place.
    pub(super) fn when(&mut self, span: Span, text: &str, shift: usize) -> Option<Date> {
        let number = self.shared.dates.lock().expect(LOCK).number(text, When::parse);
        match number {
            Ok(number) => Some(Date { span, when: WhenId::new(number) }),
            Err(bad) => {
                self.bad_date(span, text, shift, bad);
                None
            }
        }
    }

    fn gap(&mut self, span: Span, text: &str) -> Option<(GapId, Span)> {
        let number = self.shared.gaps.lock().expect(LOCK).number(text, Gap::parse);
        match number {
            Ok(number) => Some((GapId::new(number), span)),
            Err(bad) => {
                self.bad_date(span, text, 1, bad);
                None
            }
        }
    }

    fn amount(&mut self, span: Span, text: &str) -> Option<Value> {
        let number = self.shared.amounts.lock().expect(LOCK).number(text, Amount::parse);
        match number {
            Ok(number) => Some(Value { span, amount: AmountId::new(number) }),
            Err(bad) => {
                self.unreadable(bad.at, span, text, 1, (&bad.what, bad.help));
                None
            }
        }
    }

    fn bad_date(&mut self, span: Span, text: &str, shift: usize, bad: BadDate) {
        let fault = self.unreadable(bad.at, span, text, shift, (&bad.what, bad.help));
        let instead = bad.instead.as_ref();
        fault.fixes.extend(instead.map(|date| Fix::safe(format!("write `{date}`"), vec![edit::written(span, date)])));
    }

    /// Says that `text`, whose letters start `shift` bytes into `span`, cannot be read because of what stands at `at`.
    fn unreadable(
        &mut self,
        at: Range<usize>,
        span: Span,
        text: &str,
        shift: usize,
        (what, help): (&str, Option<String>),
    ) -> &mut Finding {
        // Where the text reads otherwise than it is written, its letters have no places of their own.
        let as_written = span.len() == text.len() + 2 * shift;
        let at = span.part(at.start + shift..at.end + shift);
        let at = if at.is_empty() || !as_written { span } else { at };
        let what = named(what);
        let fault = self.fault(at, format!("`{}` cannot be read: {what}", shown(text)), what);
        fault.help = help;
        fault.values.push(text.to_owned());
        fault
    }
}

/// A key of a table and its value.
#[derive(Clone, Copy)]
pub(super) struct Entry<'t> {
    pub(super) key: Span,
    pub(super) span: Span,
    pub(super) value: &'t DeValue<'t>,
}

/// One table being read.
pub(super) struct Table<'t> {
    /// The header, or the inline table.
    pub(super) span: Span,
    shape: &'static Shape,
    rows: &'t DeTable<'t>,
    /// A bit for each key that is there, perhaps the same for two: most keys of most tables are absent.
    there: u64,
}

/// The bit of a key in [`Table::there`].
fn bit(key: &str) -> u64 {
    let first = key.as_bytes().first().copied().unwrap_or(0);
    1 << ((usize::from(first) + 5 * key.len()) % 64)
}

impl<'t> Table<'t> {
    /// A table of this shape; keys that it does not have, and those that it needs and are not there, are reported.
    pub(super) fn new(part: &mut Part<'_>, shape: &'static Shape, span: Span, table: &'t DeTable<'t>) -> Self {
        for key in table.keys().filter(|key| shape.field(key.get_ref()).is_none()) {
            let name = key.get_ref();
            let at = part.span(key.span());
            let fault = part.fault(at, format!("{} has no key `{}`", shape.what, shown(name)), "unknown key");
            fault.values.push(name.to_string());
            fault.help = crate::names::nearest(name, shape.names()).map(|known| format!("did you mean `{known}`?"));
            let slip = crate::names::slip(name, shape.names()).filter(|slip| !table.contains_key(slip.meant));
            fault.fixes.extend(slip.map(|slip| respelt(at, slip, slip.meant.to_owned())));
        }
        let there = table.keys().fold(0, |there, key| there | bit(key.get_ref()));
        let this = Self { span, shape, rows: table, there };
        for field in shape.needed().filter(|field| !this.has(field.name)) {
            this.missing(part, field.name);
        }
        this
    }

    /// Whether a key is described so.
    pub(super) fn takes(&self, key: &str, so: fn(Takes) -> bool) -> bool {
        self.shape.field(key).is_some_and(|field| so(field.takes))
    }

    pub(super) fn entry(&self, part: &Part<'_>, key: &str) -> Option<Entry<'t>> {
        if self.there & bit(key) == 0 {
            return None;
        }
        let (name, value) = self.rows.get_key_value(key)?;
        Some(Entry { key: part.span(name.span()), span: part.span(value.span()), value: value.get_ref() })
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.there & bit(key) != 0 && self.rows.contains_key(key)
    }

    /// Says that the table lacks `key`.
    fn missing(&self, part: &mut Part<'_>, key: &str) {
        if !part.broken.is_empty() {
            return;
        }
        part.fault(self.span, format!("{} has no `{key}`", self.shape.what), format!("needs `{key} = …`"))
            .values
            .push(key.to_owned());
    }

    pub(super) fn word(&self, part: &mut Part<'_>, key: &str) -> Option<Word> {
        debug_assert!(
            self.takes(key, |takes| matches!(takes, Takes::Id | Takes::Text | Takes::Rule)),
            "`{key}` is described otherwise"
        );
        let entry = self.entry(part, key)?;
        word_of(part, key, entry.span, entry.value)
    }

    /// A string or a list of strings.
    pub(super) fn words(&self, part: &mut Part<'_>, key: &str) -> Vec<Word> {
        debug_assert!(self.takes(key, |takes| matches!(takes, Takes::Texts)), "`{key}` is described otherwise");
        let Some(entry) = self.entry(part, key) else { return Vec::new() };
        listed(part, &entry).into_iter().filter_map(|(span, value)| word_of(part, key, span, value)).collect()
    }

    pub(super) fn date(&self, part: &mut Part<'_>, key: &str) -> Option<Date> {
        debug_assert!(self.takes(key, |takes| matches!(takes, Takes::Date)), "`{key}` is described otherwise");
        let entry = self.entry(part, key)?;
        date_of(part, key, entry.span, entry.value)
    }

    pub(super) fn gap(&self, part: &mut Part<'_>, key: &str) -> Option<(GapId, Span)> {
        debug_assert!(self.takes(key, |takes| matches!(takes, Takes::Gap)), "`{key}` is described otherwise");
        let entry = self.entry(part, key)?;
        match entry.value {
            DeValue::String(text) => part.gap(entry.span, text),
            other => wrong_type(part, key, entry.span, Takes::Gap.wanted(), other),
        }
    }

    /// The value of a quantity.
    pub(super) fn amount(&self, part: &mut Part<'_>, key: &str) -> Option<Value> {
        debug_assert!(self.takes(key, |takes| matches!(takes, Takes::Amount)), "`{key}` is described otherwise");
        let entry = self.entry(part, key)?;
        match entry.value {
            DeValue::String(text) => part.amount(entry.span, text),
            other => wrong_type(part, key, entry.span, Takes::Amount.wanted(), other),
        }
    }

    /// A flag and its place; absent is `None`.
    pub(super) fn flag(&self, part: &mut Part<'_>, key: &str) -> Option<(bool, Span)> {
        debug_assert!(self.takes(key, |takes| matches!(takes, Takes::Flag)), "`{key}` is described otherwise");
        let entry = self.entry(part, key)?;
        match entry.value {
            DeValue::Boolean(flag) => Some((*flag, Span::new(entry.key.start, entry.span.end()))),
            other => wrong_type(part, key, entry.span, Takes::Flag.wanted(), other),
        }
    }

    pub(super) fn number(&self, part: &mut Part<'_>, key: &str) -> Option<(u32, Span)> {
        debug_assert!(self.takes(key, |takes| matches!(takes, Takes::Number)), "`{key}` is described otherwise");
        let entry = self.entry(part, key)?;
        match entry.value {
            DeValue::Integer(number) => {
                if let Ok(number) = u32::from_str_radix(number.as_str(), number.radix()) {
                    return Some((number, entry.span));
                }
                part.fault(entry.span, format!("`{key}` counts from 0 to 4294967295"), "out of range");
                None
            }
            other => wrong_type(part, key, entry.span, Takes::Number.wanted(), other),
        }
    }

    /// One inline table.
    pub(super) fn table(&self, part: &mut Part<'_>, key: &str) -> Option<(Span, &'t DeTable<'t>)> {
        debug_assert!(
            self.takes(key, |takes| matches!(takes, Takes::Table(_) | Takes::Severities)),
            "`{key}` is described otherwise"
        );
        let entry = self.entry(part, key)?;
        match entry.value {
            DeValue::Table(table) => Some((entry.span, table)),
            other => wrong_type(part, key, entry.span, Takes::Severities.wanted(), other),
        }
    }

    /// An inline table or a list of them.
    pub(super) fn tables(&self, part: &mut Part<'_>, key: &str) -> Vec<(Span, &'t DeTable<'t>)> {
        debug_assert!(
            self.takes(key, |takes| matches!(takes, Takes::Tables(_) | Takes::Statements)),
            "`{key}` is described otherwise"
        );
        let Some(entry) = self.entry(part, key) else { return Vec::new() };
        let mut tables = Vec::new();
        for (span, value) in listed(part, &entry) {
            match value {
                DeValue::Table(table) => tables.push((span, table)),
                other => {
                    wrong_type::<()>(part, key, span, Takes::Statements.wanted(), other);
                }
            }
        }
        tables
    }
}

/// The members of a list, or the one value that stands for a list of one.
pub(super) fn listed<'t>(part: &Part<'_>, entry: &Entry<'t>) -> Vec<(Span, &'t DeValue<'t>)> {
    match entry.value {
        DeValue::Array(array) => members(part, array),
        one => vec![(entry.span, one)],
    }
}

fn members<'t>(part: &Part<'_>, array: &'t DeArray<'t>) -> Vec<(Span, &'t DeValue<'t>)> {
    array.iter().map(|value: &Spanned<DeValue<'t>>| (part.span(value.span()), value.get_ref())).collect()
}

pub(super) fn word_of(part: &mut Part<'_>, key: &str, span: Span, value: &DeValue<'_>) -> Option<Word> {
    match value {
        DeValue::String(text) => Some(part.word(span, text)),
        other => wrong_type(part, key, span, Takes::Text.wanted(), other),
    }
}

/// A quoted EDTF string, an integer year, or a TOML date.
pub(super) fn date_of(part: &mut Part<'_>, key: &str, span: Span, value: &DeValue<'_>) -> Option<Date> {
    match value {
        DeValue::String(text) => part.when(span, text, 1),
        DeValue::Integer(year) if year.radix() == 10 => {
            if let Ok(year @ -9999..=9999) = year.as_str().parse::<i64>() {
                let sign = if year < 0 { "-" } else { "" };
                return part.when(span, &format!("{sign}{:04}", year.abs()), 0);
            }
            let fault = part.fault(span, format!("`{key}` is a year of more than four digits"), "not a year");
            fault.help = Some(format!("quote it in EDTF: `{key} = \"Y{}\"`", year.as_str()));
            let edit = Edit { span, text: format!("\"Y{}\"", year.as_str()) };
            fault.fixes.push(Fix::safe(format!("write `\"Y{}\"`", shown(year.as_str())), vec![edit]));
            None
        }
        DeValue::Datetime(written) => {
            if let Some(date) = written.date {
                return part.when(span, &format!("{:04}-{:02}-{:02}", date.year, date.month, date.day), 0);
            }
            part.fault(span, format!("`{key}` is a time of day without a date"), "no date");
            None
        }
        other => wrong_type(part, key, span, Takes::Date.wanted(), other),
    }
}

pub(super) fn wrong_type<T>(
    part: &mut Part<'_>,
    key: &str,
    span: Span,
    wanted: &str,
    found: &DeValue<'_>,
) -> Option<T> {
    let retyped = retyped(part.letters(span), wanted, found);
    let found = match found {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "an integer",
        DeValue::Float(_) => "a float",
        DeValue::Boolean(_) => "a boolean",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    };
    let fault = part.fault(span, format!("`{key}` takes {wanted}, not {found}"), format!("this is {found}"));
    fault.values.push(key.to_owned());
    fault.fixes.extend(retyped.map(|text| Fix::safe(format!("write `{}`", shown(&text)), vec![Edit { span, text }])));
    None
}

/// A value with quotes that it lacks, or without quotes that it has, where that makes it what is wanted.
fn retyped(letters: &str, wanted: &str, found: &DeValue<'_>) -> Option<String> {
    let needs_quotes = wanted == Takes::Text.wanted() || wanted == Takes::Amount.wanted();
    match found {
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_) if needs_quotes => {
            (!letters.is_empty()).then(|| edit::quoted(letters))
        }
        DeValue::String(text) if wanted == Takes::Flag.wanted() => {
            matches!(text.as_ref(), "true" | "false").then(|| text.to_string())
        }
        DeValue::String(text) if wanted == Takes::Number.wanted() => {
            text.parse::<u32>().ok().map(|number| number.to_string())
        }
        _ => None,
    }
}
