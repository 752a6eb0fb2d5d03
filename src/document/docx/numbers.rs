//! The numbers that a DOCX gives to the items of its lists: no letter of them stands in the text.

use std::collections::BTreeMap;

use super::package::{attribute, each_tag, local};

/// The lists of a document, and how far each is counted.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    /// For each list, the numbering that it follows.
    follows: BTreeMap<String, String>,
    /// The levels that are counted in digits, and the number that each starts with.
    starts: BTreeMap<(String, String), u32>,
    counted: BTreeMap<(String, String), u32>,
}

impl Numbers {
    /// The number of the next item of a list at a level; `None` if it bears a bullet or a letter.
    pub(super) fn next(&mut self, list: &str, level: &str) -> Option<String> {
        let follows = self.follows.get(list)?.clone();
        let start = *self.starts.get(&(follows.clone(), level.to_owned()))?;
        // An item of a level begins the levels below it anew.
        self.counted.retain(|(other, below), _| *other != follows || below.as_str() <= level);
        let number = self.counted.entry((follows, level.to_owned())).or_insert(start);
        let label = number.to_string();
        *number = number.saturating_add(1);
        Some(label)
    }
}

pub(super) fn read(xml: &str) -> Numbers {
    let mut numbers = Numbers::default();
    let (mut numbering, mut level, mut list, mut start) = (String::new(), String::new(), String::new(), 1);
    each_tag(xml, |tag| {
        let value = || attribute(tag, "val").unwrap_or_default();
        match local(tag.name().as_ref()) {
            "abstractNum" => numbering = attribute(tag, "abstractNumId").unwrap_or_default(),
            "lvl" => (level, start) = (attribute(tag, "ilvl").unwrap_or_default(), 1),
            "start" => start = value().parse().unwrap_or(1),
            "numFmt" if value() == "decimal" => {
                numbers.starts.insert((numbering.clone(), level.clone()), start);
            }
            "num" => list = attribute(tag, "numId").unwrap_or_default(),
            "abstractNumId" => {
                numbers.follows.insert(list.clone(), value());
            }
            _ => {}
        }
    });
    numbers
}
