//! A record as TOML reads it: keys and values in the order of the text, each with its place.
//!
//! Nearly every record is written in [`plain`] TOML, whose tree is made at a fraction of the cost of a [`DeTable`].
//! [`toml`] reads all others and alone says what is no TOML; [`of`] makes the same tree of what it has read.

mod plain;

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::text::Span;

pub(super) use plain::plain;

/// A key of a table and its value.
#[derive(Debug, PartialEq)]
pub(super) struct Pair<'t> {
    pub(super) key: Cow<'t, str>,
    pub(super) place: Span,
    pub(super) node: Node<'t>,
}

/// A value and its place: of a table with a header, the header; of a list of such, the first header.
#[derive(Debug, PartialEq)]
pub(super) struct Node<'t> {
    pub(super) span: Span,
    pub(super) value: Value<'t>,
}

/// A value.
#[derive(Debug, PartialEq)]
pub(super) enum Value<'t> {
    /// Borrowed where it is written as it reads.
    String(Cow<'t, str>),
    Integer {
        digits: Cow<'t, str>,
        radix: u32,
    },
    Float,
    Boolean(bool),
    /// The date as EDTF writes it, unless it is a time of day.
    Datetime(Option<String>),
    Array(Vec<Node<'t>>),
    Table(Vec<Pair<'t>>),
}

impl<'t> Node<'t> {
    /// The members of a list, or the one value that stands for a list of one.
    pub(super) fn listed(&self) -> &[Node<'t>] {
        match &self.value {
            Value::Array(nodes) => nodes,
            _ => std::slice::from_ref(self),
        }
    }
}

/// A key of a table with its value.
pub(super) fn get<'r, 't>(table: &'r [Pair<'t>], key: &str) -> Option<&'r Pair<'t>> {
    table.iter().find(|pair| pair.key == key)
}

/// The tree of a table that [`toml`] has read from a text at `base`.
pub(super) fn of(table: DeTable<'_>, base: u32) -> Vec<Pair<'_>> {
    let mut pairs: Vec<Pair> = table
        .into_iter()
        .map(|(key, value)| Pair { place: placed(key.span(), base), key: key.into_inner(), node: node(value, base) })
        .collect();
    pairs.sort_by_key(|pair| pair.place.start);
    pairs
}

fn node(value: Spanned<DeValue<'_>>, base: u32) -> Node<'_> {
    let span = placed(value.span(), base);
    let value = match value.into_inner() {
        DeValue::String(text) => Value::String(text),
        DeValue::Integer(number) => {
            Value::Integer { digits: Cow::Owned(number.as_str().to_owned()), radix: number.radix() }
        }
        DeValue::Float(_) => Value::Float,
        DeValue::Boolean(flag) => Value::Boolean(flag),
        DeValue::Datetime(time) => Value::Datetime(time.date.map(|date| date.to_string())),
        DeValue::Array(values) => Value::Array(values.into_iter().map(|value| node(value, base)).collect()),
        DeValue::Table(table) => Value::Table(of(table, base)),
    };
    Node { span, value }
}

fn placed(range: std::ops::Range<usize>, base: u32) -> Span {
    Span::new(base + range.start as u32, base + range.end as u32)
}
