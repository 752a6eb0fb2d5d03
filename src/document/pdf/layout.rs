//! The pages of a PDF as `pdftotext -bbox-layout` tells them: words with their boxes, lines and blocks in reading
//! order.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

/// A page. Lengths are in points, from its upper left corner.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Its blocks in reading order: lines that belong together by where they stand.
    pub(super) blocks: Vec<Vec<Line>>,
}

/// A line of a block.
#[derive(Debug, Default)]
pub(super) struct Line {
    pub(super) words: Vec<Word>,
    pub(super) at: Place,
    /// How high most of its letters are.
    pub(super) size: f32,
}

/// A word of one size.
#[derive(Debug, Default)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) at: Place,
}

/// Where something stands.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) top: f32,
    pub(super) bottom: f32,
}

impl Place {
    pub(super) fn height(self) -> f32 {
        self.bottom - self.top
    }

    pub(super) fn width(self) -> f32 {
        self.right - self.left
    }

    /// Whether one stands above or below the other.
    pub(super) fn shares_columns(self, other: Place) -> bool {
        self.left < other.right && other.left < self.right
    }

    /// Whether one stands beside the other, by more than half of the lower one's height.
    pub(super) fn is_beside(self, other: Place) -> bool {
        let common = self.bottom.min(other.bottom) - self.top.max(other.top);
        common * 2.0 > self.height().min(other.height()) && !self.shares_columns(other)
    }

    /// The smallest box around both.
    pub(super) fn with(self, other: Place) -> Place {
        Place {
            left: self.left.min(other.left),
            right: self.right.max(other.right),
            top: self.top.min(other.top),
            bottom: self.bottom.max(other.bottom),
        }
    }
}

impl Line {
    /// Whether a word of it is small and raised.
    pub(super) fn is_raised(&self, word: &Word) -> bool {
        word.at.height() < self.size * 0.87 && word.at.bottom < self.at.bottom - self.size * 0.08
    }

    fn measured(mut self) -> Self {
        let mut letters: BTreeMap<i32, usize> = BTreeMap::new();
        for word in &self.words {
            *letters.entry((word.at.height() * 10.0).round() as i32).or_default() += word.text.chars().count();
        }
        let most = letters.iter().max_by_key(|(height, letters)| (**letters, **height));
        self.size = most.map_or(0.0, |(height, _)| *height as f32 / 10.0);
        let whole = |words: &mut dyn Iterator<Item = Place>| words.reduce(Place::with);
        let all = whole(&mut self.words.iter().map(|word| word.at)).unwrap_or_default();
        // What is raised or larger does not move the line.
        let usual = self.words.iter().filter(|word| (word.at.height() - self.size).abs() < 0.1);
        let usual = whole(&mut usual.map(|word| word.at)).unwrap_or(all);
        self.at = Place { top: usual.top, bottom: usual.bottom, ..all };
        self
    }
}

/// The pages that `layout` tells, up to where it is no longer what was promised.
pub(super) fn pages(layout: &str) -> Vec<Page> {
    let mut reader = Reader::from_str(layout);
    reader.config_mut().check_end_names = false;
    let mut pages: Vec<Page> = Vec::new();
    let (mut line, mut word): (Line, Option<Word>) = Default::default();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => match tag.name().as_ref() {
                "page" => pages.push(Page::default()),
                "block" => pages.last_mut().into_iter().for_each(|page| page.blocks.push(Vec::new())),
                "word" => word = Some(Word { text: String::new(), at: place(&tag) }),
                _ => {}
            },
            Ok(Event::Text(text)) => {
                if let Some(word) = &mut word {
                    word.text.push_str(&text);
                }
            }
            Ok(Event::GeneralRef(name)) => {
                let letter = name.resolve_char_ref().ok().flatten().map(String::from);
                let letter = letter.or_else(|| resolve_predefined_entity(&name).map(str::to_owned));
                if let (Some(word), Some(letter)) = (&mut word, letter) {
                    word.text.push_str(&letter);
                }
            }
            Ok(Event::End(tag)) => match tag.name().as_ref() {
                "word" => line.words.extend(word.take().filter(|word| !word.text.trim().is_empty())),
                "line" => {
                    let line = std::mem::take(&mut line).measured();
                    let block = pages.last_mut().and_then(|page| page.blocks.last_mut());
                    if let Some(block) = block.filter(|_| !line.words.is_empty()) {
                        block.push(line);
                    }
                }
                _ => {}
            },
            Ok(Event::Eof) | Err(_) => return pages,
            Ok(_) => {}
        }
    }
}

fn place(tag: &BytesStart<'_>) -> Place {
    let length = |name: &str| {
        let value = tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == name);
        value.and_then(|value| value.value.parse::<f32>().ok()).filter(|length| length.is_finite()).unwrap_or_default()
    };
    Place { left: length("xMin"), right: length("xMax"), top: length("yMin"), bottom: length("yMax") }
}
