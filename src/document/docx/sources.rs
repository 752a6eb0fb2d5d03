//! The works that Word itself keeps for a document, as CSL-JSON: what its own citations name by their tags.
//!
//! They lie in a part of `customXml` in the form of ISO/IEC 29500-1, section 22.6, each field under its name there.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::package::{Node, each, local};

/// Fields of Word by their names in CSL.
const FIELDS: [(&str, &str); 15] = [
    ("Title", "title"),
    ("JournalName", "container-title"),
    ("PeriodicalTitle", "container-title"),
    ("BookTitle", "container-title"),
    ("ConferenceName", "container-title"),
    ("InternetSiteTitle", "container-title"),
    ("Publisher", "publisher"),
    ("Institution", "publisher"),
    ("City", "publisher-place"),
    ("Volume", "volume"),
    ("Issue", "issue"),
    ("Pages", "page"),
    ("Edition", "edition"),
    ("URL", "URL"),
    ("DOI", "DOI"),
];

/// Kinds of sources in Word by the types of CSL.
const KINDS: [(&str, &str); 9] = [
    ("JournalArticle", "article-journal"),
    ("ArticleInAPeriodical", "article-magazine"),
    ("Book", "book"),
    ("BookSection", "chapter"),
    ("ConferenceProceedings", "paper-conference"),
    ("Report", "report"),
    ("InternetSite", "webpage"),
    ("DocumentFromInternetSite", "webpage"),
    ("Case", "legal_case"),
];

/// The works of a part, by their tags. One that is broken off is left out.
pub(super) fn read(xml: &str) -> BTreeMap<String, String> {
    let (mut works, mut work, mut path) = (BTreeMap::new(), Work::default(), Vec::new());
    each(xml, |node, _| match node {
        Node::Start(tag) => path.push(local(tag.name().as_ref()).to_owned()),
        Node::Words(text) => work.take(&path, text),
        Node::End(_) => match path.pop().as_deref() {
            Some("Person") => work.end_name(&path),
            Some("Source") => {
                let (tag, json) = std::mem::take(&mut work).done();
                works.insert(tag, json);
            }
            _ => {}
        },
        Node::Unknown(_) => {}
    });
    works
}

/// A work that is being read.
#[derive(Default)]
struct Work {
    fields: BTreeMap<String, String>,
    person: [String; 3],
    authors: Vec<Value>,
    editors: Vec<Value>,
}

impl Work {
    /// Letters of the field that a path leads to.
    fn take(&mut self, path: &[String], letters: &str) {
        let Some(field) = path.last() else { return };
        match ["Last", "First", "Middle"].iter().position(|part| part == field) {
            Some(part) => self.person[part].push_str(letters),
            None => self.fields.entry(field.clone()).or_default().push_str(letters),
        }
    }

    fn end_name(&mut self, path: &[String]) {
        let [last, first, middle] = std::mem::take(&mut self.person);
        if [&last, &first, &middle].iter().all(|part| part.is_empty()) {
            return;
        }
        let given = format!("{first} {middle}");
        let name = json!({ "family": last.trim(), "given": given.trim() });
        // The names lie in `Author/Author/NameList`, those of editors in `Author/Editor/NameList`.
        match path.iter().rev().nth(1).map(String::as_str) {
            Some("Editor") => self.editors.push(name),
            Some("Author") => self.authors.push(name),
            _ => {}
        }
    }

    /// Its tag, and the work.
    fn done(mut self) -> (String, String) {
        let text = |name: &str| self.fields.get(name).map(|value| value.trim()).filter(|value| !value.is_empty());
        let number = |name: &str| text(name)?.parse::<u32>().ok();
        let mut item = Map::new();
        for (own, name) in FIELDS {
            if let Some(value) = text(own) {
                item.entry(name).or_insert_with(|| value.into());
            }
        }
        if let Some((_, kind)) = KINDS.iter().find(|(own, _)| text("SourceType") == Some(own)) {
            item.insert("type".to_owned(), (*kind).into());
        }
        let date = |[year, month, day]: [&str; 3]| {
            let parts = [number(year), number(month), number(day)].into_iter().map_while(|part| part);
            let parts: Vec<u32> = parts.collect();
            (!parts.is_empty()).then(|| json!({ "date-parts": [parts] }))
        };
        let issued = date(["Year", "Month", "Day"]);
        let accessed = date(["YearAccessed", "MonthAccessed", "DayAccessed"]);
        item.extend(issued.map(|date| ("issued".to_owned(), date)));
        item.extend(accessed.map(|date| ("accessed".to_owned(), date)));
        if let Some(body) = text("Corporate") {
            self.authors.push(json!({ "literal": body }));
        }
        let names = [("author", &self.authors), ("editor", &self.editors)];
        item.extend(
            names
                .into_iter()
                .filter(|(_, all)| !all.is_empty())
                .map(|(key, all)| (key.to_owned(), Value::from(all.clone()))),
        );
        let tag = text("Tag").unwrap_or_default().to_owned();
        (tag, Value::Object(item).to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_works_of_word_are_read_by_their_tags() {
        let xml = "<b:Sources><b:Source><b:Tag>Oru12</b:Tag><b:SourceType>Book</b:SourceType><b:Author><b:Author>\
                   <b:NameList><b:Person><b:Last>Orum</b:Last><b:First>Ada</b:First></b:Person></b:NameList></b:Author>\
                   </b:Author><b:Title>Tides &amp; tolls</b:Title><b:Year>2012</b:Year></b:Source></b:Sources>";
        let works = read(xml);
        let work: Value = serde_json::from_str(&works["Oru12"]).expect("it is JSON");
        let expected = json!({
            "type": "book",
            "title": "Tides & tolls",
            "author": [{ "family": "Orum", "given": "Ada" }],
            "issued": { "date-parts": [[2012]] },
        });
        assert_eq!(work, expected);
        assert!(read("<b:Sources><b:Source><b:Tag>cut").is_empty());
    }
}
