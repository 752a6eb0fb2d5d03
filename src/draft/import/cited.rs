//! What a row cites, in words or in TOML.

use toml::de::{DeTable, DeValue};
use toml_writer::ToTomlValue;

use crate::load::inline;
use crate::names::one_line;

/// What a citation is for.
pub(super) const ROLES: [&str; 6] = ["attests", "presumed", "predicts", "defines", "background", "disputes"];

/// A key of a source, and what a word behind it in brackets says that it is cited for.
pub(super) fn with_role(key: &str) -> (&str, Option<&str>) {
    let role = key.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    role.filter(|(_, role)| ROLES.contains(role)).map_or((key, None), |(key, role)| (key, Some(role)))
}

/// `Gazette 2024; Herald 2019 (presumed)`, with the place in all of them or, parted like them, in each, as citations.
pub(super) fn cited(cites: &str, locator: &str) -> Option<String> {
    if cites.starts_with(['[', '{'])
        && let Some(written) = citations(cites)
    {
        return Some(written);
    }
    let keys: Vec<&str> = cites.split([';', '\n']).map(str::trim).filter(|key| !key.is_empty()).collect();
    let locators: Vec<&str> = locator.split(';').map(str::trim).collect();
    let one = |(at, key): (usize, &&str)| {
        let (key, role) = with_role(key);
        let locator = if locators.len() == keys.len() { locators[at] } else { locator };
        let rest =
            [("role", role.unwrap_or_default()), ("locator", locator)].into_iter().filter(|(_, said)| !said.is_empty());
        let rest = rest.map(|(key, said)| format!(", {key} = {}", one_line(said).to_toml_value()));
        let rest = rest.collect::<Vec<_>>().concat();
        let key = one_line(key).to_toml_value();
        if rest.is_empty() { key } else { format!("{{ source = {key}{rest} }}") }
    };
    let cites: Vec<String> = keys.iter().enumerate().map(one).collect();
    (!cites.is_empty()).then(|| format!("[{}]", cites.join(", ")))
}

/// Citations in TOML: a list of keys and tables.
fn citations(written: &str) -> Option<String> {
    let text = format!("cites = {written}");
    let table = DeTable::parse(&text).ok()?;
    let value = table.get_ref().get("cites")?.get_ref();
    let is_citation = |value: &DeValue<'_>| matches!(value, DeValue::String(_) | DeValue::Table(_));
    match value {
        DeValue::Array(values) if values.iter().all(|value| is_citation(value.get_ref())) => Some(inline(value)),
        DeValue::Table(_) => Some(inline(value)),
        _ => None,
    }
}
