//! The form of a dossier as a JSON Schema (draft 2020-12), made from the keys that the loader reads, so that editors
//! complete and check the records while they are written.
//!
//! What the loader refuses for its form the schema refuses, and the reverse. It leaves out what no form can tell:
//! whether a string is a date, a duration or a value, whether a name names a record, whether an id stands twice.
//! Strings take no pattern but for ids; JSON knows no hexadecimal year and no time of day, which the loader refuses
//! where it wants a date.

use std::fmt;

use serde_json::{Map, Value, json};

use super::json;
use crate::load::keys::{ALLOWANCE, CITATION, Field, MEMBER, STATEMENTS, Shape, Takes, tables};
use crate::rules::{ALL, SEVERITIES};

/// The schema of a file of a dossier.
#[derive(Clone, Copy, Debug)]
pub struct Schema;

impl fmt::Display for Schema {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tables = tables().map(|(name, shape)| {
            let one = table(shape);
            let list = json!({ "type": "array", "items": one.clone(), "description": shape.doc });
            (name.to_owned(), if name == "dossier" { one } else { list })
        });
        let schema = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "A file of a gainsay dossier",
            "description": "Claims, the sources that they cite, and the record that they are held against",
            "type": "object",
            "properties": tables.collect::<Map<_, _>>(),
            "additionalProperties": false,
            "$defs": definitions(),
        });
        json::pretty(f, &schema)
    }
}

/// What stands in several places.
fn definitions() -> Value {
    json!({
        "id": { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" },
        "date": {
            // An editor takes a date of TOML for a string of one of these formats.
            "anyOf": [
                { "type": "string" },
                { "type": "string", "format": "date" },
                { "type": "string", "format": "date-time" },
                { "type": "string", "format": "date-time-local" },
                { "type": "integer", "minimum": -9999, "maximum": 9999 },
            ],
        },
        "rule": { "enum": ALL.iter().map(|rule| rule.name).collect::<Vec<_>>() },
        "allowance": table(&ALLOWANCE),
        "member": table(&MEMBER),
        "citation": { "anyOf": [{ "type": "string" }, table(&CITATION)] },
        "statement": { "oneOf": STATEMENTS.map(|(name, shape)| statement(name, shape)) },
    })
}

/// A table with its keys.
fn table(shape: &Shape) -> Value {
    let needed: Vec<&str> = shape.fields.iter().filter(|field| field.needed).map(|field| field.name).collect();
    let keys = shape.fields.iter().map(|field| (field.name.to_owned(), key(field)));
    json!({
        "type": "object",
        "description": shape.doc,
        "properties": keys.collect::<Map<_, _>>(),
        "required": needed,
        "additionalProperties": false,
    })
}

/// A statement of one form, with what its keys ask of each other.
fn statement(form: &str, shape: &Shape) -> Value {
    let mut table = table(shape);
    match form {
        "event" => {
            let one = json!([{ "required": ["before"] }, { "required": ["after"] }]);
            table["dependentSchemas"] = json!({ "gap": { "oneOf": one } });
        }
        "relation" => table["not"] = json!({ "required": ["object", "value"] }),
        _ => {}
    }
    table
}

fn key(field: &Field) -> Value {
    let mut schema = value(field.takes);
    schema["description"] = json!(field.doc);
    schema
}

fn value(takes: Takes) -> Value {
    let text = || json!({ "type": "string" });
    match takes {
        Takes::Id => defined("id"),
        Takes::Text | Takes::Gap | Takes::Amount | Takes::Test | Takes::Printed => text(),
        Takes::Texts => one_or_more(&text()),
        Takes::Word(words) => json!({ "enum": words }),
        Takes::Rule => defined("rule"),
        Takes::Flag => json!({ "type": "boolean" }),
        Takes::Number => json!({ "type": "integer", "minimum": 0, "maximum": u32::MAX }),
        Takes::Date => defined("date"),
        Takes::Times => one_or_more(&defined("date")),
        Takes::Table(shape) => table(shape),
        Takes::Tables(shape) => one_or_more(&defined(shape.what.split(' ').next_back().unwrap_or_default())),
        Takes::Citations => one_or_more(&defined("citation")),
        Takes::Statements => one_or_more(&defined("statement")),
        Takes::Severities => severities(),
        Takes::Unread => json!({}),
    }
}

fn defined(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

/// One of them, or a list.
fn one_or_more(one: &Value) -> Value {
    json!({ "anyOf": [one, { "type": "array", "items": one }] })
}

/// A severity for each rule, with the law that it holds.
fn severities() -> Value {
    let rules = ALL.iter().map(|rule| {
        (
            rule.name.to_owned(),
            json!({ "enum": SEVERITIES, "default": rule.default_level(), "description": rule.law() }),
        )
    });
    json!({ "type": "object", "properties": rules.collect::<Map<_, _>>(), "additionalProperties": false })
}
