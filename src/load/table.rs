//! One TOML table being read: known keys are taken with their types, the rest is reported.
//!
//! Nothing here gives up: a value of the wrong type is a fault with its place, and reads as absent.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Mutex, RwLock};

use super::edit;
use super::keys::{Shape, Takes};
use super::tree::{self, Node, Pair, Value};
use crate::amount::Amount;
use crate::finding::{Edit, Finding, Fix, Level};
use crate::model::{self, AmountId, Date, GapId, WhenId};
use crate::names::{Distance, Slip};
use crate::statistics::{Printed, Test};
use crate::text::{Span, Word, named, shown};
use crate::time::{BadDate, Gap, When};
use rustc_hash::FxHashMap;

/// The rule that reports what cannot be read.
pub(crate) const MALFORMED: &str = "malformed-record";
/// The rule that reports names of nothing.
pub(crate) const UNKNOWN: &str = "unknown-id";
/// The rule that reports names of two things.
pub(crate) const DUPLICATE: &str = "duplicate-id";
/// The rule of what is named and cannot be read.
pub(crate) const UNREADABLE: &str = "unreadable-file";

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
    pub(super) dates: Interned<When>,
    pub(super) gaps: Interned<Gap>,
    pub(super) amounts: Interned<Amount>,
}

/// Values by their written form. Most are asked for again and again.
#[derive(Debug)]
pub(super) struct Interned<T>(RwLock<Values<T>>);

#[derive(Debug)]
struct Values<T> {
    numbers: FxHashMap<Box<str>, usize>,
    values: Vec<T>,
}

impl<T> Default for Interned<T> {
    fn default() -> Self {
        Self(RwLock::new(Values { numbers: FxHashMap::default(), values: Vec::new() }))
    }
}

impl<T> Interned<T> {
    fn number<E>(&self, text: &str, parse: impl FnOnce(&str) -> Result<T, E>) -> Result<usize, E> {
        if let Some(&number) = self.0.read().expect(LOCK).numbers.get(text) {
            return Ok(number);
        }
        let value = parse(text)?;
        let Values { numbers, values } = &mut *self.0.write().expect(LOCK);
        Ok(*numbers.entry(text.into()).or_insert_with(|| {
            values.push(value);
            values.len() - 1
        }))
    }

    pub(super) fn into_values(self) -> Vec<T> {
        self.0.into_inner().expect(LOCK).values
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

impl<'s> Part<'s> {
    pub(super) fn new(shared: &'s Shared, text: &'s str, base: u32) -> Self {
        Self { base, text, shared, faults: Vec::new(), broken: Vec::new() }
    }

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
        let number = self.shared.dates.number(text, When::parse);
        match number {
            Ok(number) => Some(Date { span, when: WhenId::new(number) }),
            Err(bad) => {
                self.bad_date(span, text, shift, bad);
                None
            }
        }
    }

    fn gap(&mut self, span: Span, text: &str) -> Option<(GapId, Span)> {
        let number = self.shared.gaps.number(text, Gap::parse);
        match number {
            Ok(number) => Some((GapId::new(number), span)),
            Err(bad) => {
                self.bad_date(span, text, 1, bad);
                None
            }
        }
    }

    fn amount(&mut self, span: Span, text: &str) -> Option<model::Value> {
        let number = self.shared.amounts.number(text, Amount::parse);
        match number {
            Ok(number) => Some(model::Value { span, amount: AmountId::new(number) }),
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

/// One table being read.
pub(super) struct Table<'t> {
    /// The header, or the inline table.
    pub(super) span: Span,
    shape: &'static Shape,
    pairs: &'t [Pair<'t>],
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
    pub(super) fn new(part: &mut Part<'_>, shape: &'static Shape, span: Span, pairs: &'t [Pair<'t>]) -> Self {
        for pair in pairs.iter().filter(|pair| shape.field(&pair.key).is_none()) {
            let name = &*pair.key;
            let fault = part.fault(pair.place, format!("{} has no key `{}`", shape.what, shown(name)), "unknown key");
            fault.values.push(name.to_owned());
            fault.help = crate::names::nearest(name, shape.names()).map(|known| format!("did you mean `{known}`?"));
            let slip = crate::names::slip(name, shape.names()).filter(|slip| tree::get(pairs, slip.meant).is_none());
            fault.fixes.extend(slip.map(|slip| respelt(pair.place, slip, slip.meant.to_owned())));
        }
        let there = pairs.iter().fold(0, |there, pair| there | bit(&pair.key));
        let this = Self { span, shape, pairs, there };
        for field in shape.needed().filter(|field| !this.has(field.name)) {
            this.missing(part, field.name);
        }
        this
    }

    /// Whether a key is described so.
    pub(super) fn takes(&self, key: &str, so: fn(Takes) -> bool) -> bool {
        self.shape.field(key).is_some_and(|field| so(field.takes))
    }

    pub(super) fn pair(&self, key: &str) -> Option<&'t Pair<'t>> {
        if self.there & bit(key) == 0 {
            return None;
        }
        tree::get(self.pairs, key)
    }

    pub(super) fn node(&self, key: &str) -> Option<&'t Node<'t>> {
        self.pair(key).map(|pair| &pair.node)
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.pair(key).is_some()
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
        word_of(part, key, self.node(key)?)
    }

    /// A string or a list of strings.
    pub(super) fn words(&self, part: &mut Part<'_>, key: &str) -> Vec<Word> {
        debug_assert!(self.takes(key, |takes| matches!(takes, Takes::Texts)), "`{key}` is described otherwise");
        let Some(node) = self.node(key) else { return Vec::new() };
        node.listed().iter().filter_map(|node| word_of(part, key, node)).collect()
    }

    pub(super) fn date(&self, part: &mut Part<'_>, key: &str) -> Option<Date> {
        debug_assert!(self.takes(key, |takes| matches!(takes, Takes::Date)), "`{key}` is described otherwise");
        date_of(part, key, self.node(key)?)
    }

    pub(super) fn gap(&self, part: &mut Part<'_>, key: &str) -> Option<(GapId, Span)> {
        debug_assert!(self.takes(key, |takes| matches!(takes, Takes::Gap)), "`{key}` is described otherwise");
        let node = self.node(key)?;
        match &node.value {
            Value::String(text) => part.gap(node.span, text),
            _ => wrong_type(part, key, Takes::Gap.wanted(), node),
        }
    }

    /// The value of a quantity.
    pub(super) fn amount(&self, part: &mut Part<'_>, key: &str) -> Option<model::Value> {
        debug_assert!(self.takes(key, |takes| matches!(takes, Takes::Amount)), "`{key}` is described otherwise");
        let node = self.node(key)?;
        match &node.value {
            Value::String(text) => part.amount(node.span, text),
            _ => wrong_type(part, key, Takes::Amount.wanted(), node),
        }
    }

    /// What `read` makes of a string that keeps its digits; `form` shows one that it can read.
    fn written<T>(
        &self,
        part: &mut Part<'_>,
        key: &str,
        form: &str,
        read: fn(&str) -> Option<T>,
    ) -> Option<model::Written<T>> {
        let node = self.node(key)?;
        let Value::String(text) = &node.value else { return wrong_type(part, key, Takes::Printed.wanted(), node) };
        let value = read(text);
        if value.is_none() {
            let what = format!("it is not written like `{form}`");
            part.unreadable(0..0, node.span, text, 1, (&what, None));
        }
        Some(model::Written { span: node.span, value: value? })
    }

    /// A test statistic.
    pub(super) fn test(&self, part: &mut Part<'_>, key: &str) -> Option<model::Written<Test>> {
        debug_assert!(self.takes(key, |takes| matches!(takes, Takes::Test)), "`{key}` is described otherwise");
        self.written(part, key, "t(28) = 2.20", Test::parse)
    }

    /// A number as it is printed.
    pub(super) fn printed(&self, part: &mut Part<'_>, key: &str) -> Option<model::Written<Printed>> {
        debug_assert!(self.takes(key, |takes| matches!(takes, Takes::Printed)), "`{key}` is described otherwise");
        self.written(part, key, "2.20", Printed::parse)
    }

    /// A flag and its place; absent is `None`.
    pub(super) fn flag(&self, part: &mut Part<'_>, key: &str) -> Option<(bool, Span)> {
        debug_assert!(self.takes(key, |takes| matches!(takes, Takes::Flag)), "`{key}` is described otherwise");
        let Pair { place, node, .. } = self.pair(key)?;
        match node.value {
            Value::Boolean(flag) => Some((flag, Span::new(place.start, node.span.end()))),
            _ => wrong_type(part, key, Takes::Flag.wanted(), node),
        }
    }

    pub(super) fn number(&self, part: &mut Part<'_>, key: &str) -> Option<(u32, Span)> {
        debug_assert!(self.takes(key, |takes| matches!(takes, Takes::Number)), "`{key}` is described otherwise");
        let node = self.node(key)?;
        match &node.value {
            Value::Integer { digits, radix } => {
                if let Ok(number) = u32::from_str_radix(digits, *radix) {
                    return Some((number, node.span));
                }
                part.fault(node.span, format!("`{key}` counts from 0 to 4294967295"), "out of range");
                None
            }
            _ => wrong_type(part, key, Takes::Number.wanted(), node),
        }
    }

    /// One inline table.
    pub(super) fn table(&self, part: &mut Part<'_>, key: &str) -> Option<(Span, &'t [Pair<'t>])> {
        debug_assert!(
            self.takes(key, |takes| matches!(takes, Takes::Table(_) | Takes::Severities)),
            "`{key}` is described otherwise"
        );
        let node = self.node(key)?;
        match &node.value {
            Value::Table(pairs) => Some((node.span, pairs)),
            _ => wrong_type(part, key, Takes::Severities.wanted(), node),
        }
    }

    /// An inline table or a list of them.
    pub(super) fn tables(&self, part: &mut Part<'_>, key: &str) -> Vec<(Span, &'t [Pair<'t>])> {
        debug_assert!(
            self.takes(key, |takes| matches!(takes, Takes::Tables(_) | Takes::Statements)),
            "`{key}` is described otherwise"
        );
        let Some(node) = self.node(key) else { return Vec::new() };
        let mut tables = Vec::new();
        for node in node.listed() {
            match &node.value {
                Value::Table(pairs) => tables.push((node.span, &pairs[..])),
                _ => {
                    wrong_type::<()>(part, key, Takes::Statements.wanted(), node);
                }
            }
        }
        tables
    }
}

pub(super) fn word_of(part: &mut Part<'_>, key: &str, node: &Node<'_>) -> Option<Word> {
    match &node.value {
        Value::String(text) => Some(part.word(node.span, text)),
        _ => wrong_type(part, key, Takes::Text.wanted(), node),
    }
}

/// A quoted EDTF string, an integer year, or a TOML date.
pub(super) fn date_of(part: &mut Part<'_>, key: &str, node: &Node<'_>) -> Option<Date> {
    let span = node.span;
    match &node.value {
        Value::String(text) => part.when(span, text, 1),
        Value::Integer { digits, radix: 10 } => {
            if let Ok(year @ -9999..=9999) = digits.parse::<i64>() {
                let sign = if year < 0 { "-" } else { "" };
                return part.when(span, &format!("{sign}{:04}", year.abs()), 0);
            }
            let fault = part.fault(span, format!("`{key}` is a year of more than four digits"), "not a year");
            fault.help = Some(format!("quote it in EDTF: `{key} = \"Y{digits}\"`"));
            let edit = Edit { span, text: format!("\"Y{digits}\"") };
            fault.fixes.push(Fix::safe(format!("write `\"Y{}\"`", shown(digits)), vec![edit]));
            None
        }
        Value::Datetime(Some(date)) => part.when(span, date, 0),
        Value::Datetime(None) => {
            part.fault(span, format!("`{key}` is a time of day without a date"), "no date");
            None
        }
        _ => wrong_type(part, key, Takes::Date.wanted(), node),
    }
}

/// Says that a value is not what is wanted.
pub(super) fn wrong_type<T>(part: &mut Part<'_>, key: &str, wanted: &str, node: &Node<'_>) -> Option<T> {
    let span = node.span;
    let retyped = retyped(part.letters(span), wanted, &node.value);
    let found = match node.value {
        Value::String(_) => "a string",
        Value::Integer { .. } => "an integer",
        Value::Float => "a float",
        Value::Boolean(_) => "a boolean",
        Value::Datetime(_) => "a date",
        Value::Array(_) => "a list",
        Value::Table(_) => "a table",
    };
    let fault = part.fault(span, format!("`{key}` takes {wanted}, not {found}"), format!("this is {found}"));
    fault.values.push(key.to_owned());
    fault.fixes.extend(retyped.map(|text| Fix::safe(format!("write `{}`", shown(&text)), vec![Edit { span, text }])));
    None
}

/// A value with quotes that it lacks, or without quotes that it has, where that makes it what is wanted.
fn retyped(letters: &str, wanted: &str, found: &Value<'_>) -> Option<String> {
    let needs_quotes = wanted == Takes::Text.wanted() || wanted == Takes::Amount.wanted();
    match found {
        Value::Integer { .. } | Value::Float | Value::Datetime(_) if needs_quotes => {
            (!letters.is_empty()).then(|| edit::quoted(letters))
        }
        Value::String(text) if wanted == Takes::Flag.wanted() => {
            matches!(text.as_ref(), "true" | "false").then(|| text.to_string())
        }
        Value::String(text) if wanted == Takes::Number.wanted() => {
            text.parse::<u32>().ok().map(|number| number.to_string())
        }
        _ => None,
    }
}
