//! What the code of a field says: citations of Zotero, Mendeley and Word, and links.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::document::Marked;

/// What a field's code marks its result with; `works` are those that Word keeps, by their tags. `Err` says what is
/// wrong with a citation.
pub(super) fn marks(code: &str, works: &BTreeMap<String, String>) -> Result<Vec<Marked>, String> {
    let code = code.trim();
    let (word, rest) = code.split_once(char::is_whitespace).unwrap_or((code, ""));
    match word.to_ascii_uppercase().as_str() {
        "HYPERLINK" => Ok(link(rest)),
        "CITATION" => Ok(word_citation(rest, works)),
        "ADDIN" if code.contains("CSL_CITATION") => csl_citation(code),
        _ => Ok(Vec::new()),
    }
}

/// `HYPERLINK "https://…" \o "tip"`. A link within the document (`\l`) leads nowhere.
fn link(rest: &str) -> Vec<Marked> {
    let rest = rest.trim_start();
    let address = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => rest.split_whitespace().next(),
    };
    let address = address.filter(|address| !address.is_empty() && !address.starts_with('\\'));
    address.map(|address| Marked::Link(address.to_owned())).into_iter().collect()
}

/// `CITATION Smi20 \p 3 \m Lee19 \l 1033`: the first word and those behind `\m` are tags. Where a work is missing, what
/// is printed has to tell.
fn word_citation(rest: &str, kept: &BTreeMap<String, String>) -> Vec<Marked> {
    let mut words = rest.split_whitespace();
    let first = words.next().filter(|key| !key.starts_with('\\'));
    let mut keys: Vec<&str> = first.into_iter().collect();
    while let Some(word) = words.next() {
        if word == "\\m" {
            keys.extend(words.next());
        }
    }
    let items: Option<Vec<Marked>> = keys.into_iter().map(|key| kept.get(key).cloned().map(Marked::Item)).collect();
    items.unwrap_or_default()
}

/// `ADDIN ZOTERO_ITEM CSL_CITATION {…}` (Zotero) and `ADDIN CSL_CITATION {…}` (Mendeley): the works described in
/// CSL-JSON, <https://github.com/citation-style-language/schema>, `csl-citation.json`.
fn csl_citation(code: &str) -> Result<Vec<Marked>, String> {
    let json = code.find('{').map_or("", |at| &code[at..]);
    let bad = |what: &str| format!("the citation that a reference manager put here cannot be read: {what}");
    let value: Value = serde_json::from_str(json).map_err(|error| bad(&error.to_string()))?;
    let items = value.get("citationItems").and_then(Value::as_array).ok_or_else(|| bad("it has no `citationItems`"))?;
    let described: Vec<&Value> = items.iter().filter_map(|item| item.get("itemData")).collect();
    // What was printed by hand instead says which work is meant, if it names nobody of those that are described.
    let by_hand = value.pointer("/mendeley/manualFormatting").and_then(Value::as_str).unwrap_or_default();
    if by_hand.contains(char::is_alphabetic) && !described.iter().any(|item| is_named(item, by_hand)) {
        return Ok(Vec::new());
    }
    let described = described.into_iter();
    Ok(described.map(|item| Marked::Item(item.to_string())).collect())
}

/// Whether words name one of the authors of a work in CSL-JSON, by any word of the name.
fn is_named(item: &Value, words: &str) -> bool {
    let authors = item.get("author").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let parts = authors.iter().flat_map(|name| ["family", "literal", "given"].map(|part| name.get(part)));
    let words = words.to_lowercase();
    let mut each = parts.flatten().filter_map(Value::as_str).flat_map(str::split_whitespace).map(str::to_lowercase);
    each.any(|part| part.chars().count() > 2 && words.contains(&part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_fields_say_what_is_cited() {
        let works = ["Smi20", "Lee19"].map(|tag| (tag.to_owned(), format!("{{\"title\":\"{tag}\"}}"))).into();
        let marks = |code: &str| marks(code, &works);
        let item = |tag: &str| Marked::Item(works[tag].clone());
        assert_eq!(marks(r" CITATION Smi20 \p 3 \m Lee19 \l 1033 "), Ok(vec![item("Smi20"), item("Lee19")]));
        assert_eq!(marks(r" CITATION Smi20 \m Roe01 \l 1033 "), Ok(Vec::new()));
        assert_eq!(
            marks(r#"HYPERLINK "https://x.example/a" \o "tip""#),
            Ok(vec![Marked::Link("https://x.example/a".to_owned())])
        );
        assert_eq!(marks(r#"HYPERLINK \l "part""#), Ok(Vec::new()));
        let zotero = r#"ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems":[{"id":1,"itemData":{"id":1,"title":"A"}}]}"#;
        assert_eq!(marks(zotero), Ok(vec![Marked::Item(r#"{"id":1,"title":"A"}"#.to_owned())]));
        assert_eq!(marks("PAGE"), Ok(Vec::new()));
        assert!(marks("ADDIN CSL_CITATION {").is_err_and(|what| what.contains("cannot be read")));
    }
}
