//! The styles of a DOCX: which of them are headings, titles, quotations or lists.

use std::collections::BTreeMap;

use super::package::{attribute, each_tag, local};

/// How far a style is followed to the one that it is based on: further than any word processor allows.
const MAX_BASES: usize = 16;

/// What a style says of its paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    Title,
    Author,
    Date,
    /// A heading of this level, from 1.
    Heading(u8),
    Quote,
    /// An entry of a list of works.
    Entry,
}

#[derive(Debug, Default)]
pub(super) struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    numbering: Option<String>,
}

#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: BTreeMap<String, Style>,
}

impl Styles {
    /// What the style of this id says, by its own name, else by the style that it is based on.
    pub(super) fn look(&self, id: &str) -> Option<Look> {
        self.family(id).find_map(|style| {
            let name = style.name.to_lowercase();
            let heading = name.strip_prefix("heading ").and_then(|level| level.parse().ok());
            match name.as_str() {
                "title" => Some(Look::Title),
                "author" | "authors" => Some(Look::Author),
                "date" => Some(Look::Date),
                "bibliography" => Some(Look::Entry),
                "quote" | "intense quote" | "block text" | "quotations" => Some(Look::Quote),
                _ => heading.or(style.outline).map(Look::Heading),
            }
        })
    }

    /// The list that the paragraphs of this style are items of.
    pub(super) fn numbering(&self, id: &str) -> Option<&str> {
        self.family(id).find_map(|style| style.numbering.as_deref())
    }

    fn family(&self, id: &str) -> impl Iterator<Item = &Style> {
        let base = |style: &&Style| self.by_id.get(style.based_on.as_ref()?);
        std::iter::successors(self.by_id.get(id), base).take(MAX_BASES)
    }
}

pub(super) fn read(xml: &str) -> Styles {
    let mut styles = Styles::default();
    let mut id = String::new();
    each_tag(xml, |tag| {
        if local(tag.name().as_ref()) == "style" {
            id = attribute(tag, "styleId").unwrap_or_default();
            styles.by_id.insert(id.clone(), Style::default());
            return;
        }
        let (Some(style), Some(value)) = (styles.by_id.get_mut(&id), attribute(tag, "val")) else { return };
        match local(tag.name().as_ref()) {
            "name" => style.name = value,
            "basedOn" => style.based_on = Some(value),
            "outlineLvl" => style.outline = value.parse().ok().filter(|level| *level < 9).map(|level: u8| level + 1),
            "numId" => style.numbering = Some(value),
            _ => {}
        }
    });
    styles
}
