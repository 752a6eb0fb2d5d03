//! A value written again, on one line.

use toml::de::DeValue;
use toml_writer::{ToTomlKey, ToTomlValue};

/// A value as TOML on one line, its keys in the order in which they stand.
pub fn inline(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => text.to_toml_value(),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.to_string(),
        DeValue::Boolean(flag) => flag.to_string(),
        DeValue::Datetime(date) => date.to_string(),
        DeValue::Array(values) => {
            let values: Vec<String> = values.iter().map(|value| inline(value.get_ref())).collect();
            format!("[{}]", values.join(", "))
        }
        DeValue::Table(table) => {
            let mut entries: Vec<_> = table.iter().collect();
            entries.sort_by_key(|(key, _)| key.span().start);
            let entries = entries
                .into_iter()
                .map(|(key, value)| format!("{} = {}", key.get_ref().to_toml_key(), inline(value.get_ref())));
            match entries.collect::<Vec<_>>().join(", ") {
                nothing if nothing.is_empty() => "{}".to_owned(),
                entries => format!("{{ {entries} }}"),
            }
        }
    }
}
