//! LaTeX to blocks, by a scanner of our own: what a reader of the printed page sees, with citations by key.
//!
//! The files of the project are woven into one text first, macros of the document filled in. A command that is not
//! known is passed over and its arguments are read as words, so that `\ship{Queen Maud}` is "Queen Maud". Mathematics
//! and what TeX counts (`\ref`) are one letter, [`STAND_IN`].

pub(super) mod cite;
mod commands;
mod letters;
mod scan;
mod weave;

pub(crate) use letters::leading as letter_of_tex;
use rustc_hash::FxHashMap;

use super::{Block, Document, Folder, Format, Kind, Mark, Marked, assemble};
use scan::Scanner;

pub(crate) use super::formula::STAND_IN;

/// Reads the file called `name`, with those of its `folder` that it takes in.
pub(crate) fn read(name: &str, text: String, folder: &dyn Folder) -> Document {
    let mut manuscript = weave::weave(name, &text, folder).document(Format::Latex, text);
    let mut scanner = Scanner::new(&manuscript.text);
    scanner.run();
    let read = scanner.done();
    manuscript.preface = read.preface;
    manuscript.faults = read.faults;
    manuscript.faults.sort_by_key(|fault| fault.at.start);
    let titled = manuscript.preface.title.is_some();
    let mut blocks = read.blocks;
    // From chapters or from sections on: the highest that is there comes right under the title.
    let levels = |block: &super::Block| match block.kind {
        Kind::Heading(level) if level >= commands::PART && level != scan::TOP => Some(level),
        _ => None,
    };
    let highest = blocks.iter().filter_map(levels).min().unwrap_or(commands::PART);
    for block in &mut blocks {
        if let Kind::Heading(level) = &mut block.kind
            && *level >= commands::PART
        {
            if *level == scan::TOP {
                *level = highest;
            }
            *level -= highest - 1 - u8::from(titled);
        }
    }
    keep_dangling(&manuscript, &mut blocks);
    manuscript.blocks = assemble::notes(blocks);
    manuscript
}

/// Whether a text is of `ConTeXt`, whose commands are others.
pub(crate) fn is_context(text: &str) -> bool {
    let starts = ["\\starttext", "\\startproduct", "\\startproject", "\\startcomponent"];
    !text.contains("\\documentclass") && starts.iter().any(|start| text.contains(start))
}

/// Takes the mark off every cross-reference whose key stands anywhere but in cross-references: in a `\label`, in an
/// option, in a command that is not known. Where a part was not read, nothing is known to lead nowhere.
fn keep_dangling(manuscript: &Document, blocks: &mut [Block]) {
    let keys = |mark: &Mark| match &mark.what {
        Marked::Dangling(keys) => Some(keys.clone()),
        _ => None,
    };
    let referred: Vec<String> = blocks.iter().flat_map(|block| &block.marks).filter_map(keys).collect();
    let mut uses: FxHashMap<&str, (usize, usize)> = FxHashMap::default();
    for key in referred.iter().flat_map(|keys| keys.split(is_outside_key)) {
        uses.entry(key).or_default().1 += 1;
    }
    for word in manuscript.text.split(is_outside_key) {
        if let Some((all, _)) = uses.get_mut(word) {
            *all += 1;
        }
    }
    let is_whole = manuscript.is_whole() && !manuscript.text.contains("\\externaldocument");
    let leads_nowhere = |key: &&str| {
        let all_refer = uses.get(key).is_some_and(|(all, referring)| all == referring);
        is_whole && all_refer && !key.is_empty() && !key.contains('#')
    };
    let dangles = |mark: &mut Mark| {
        let Marked::Dangling(keys) = &mut mark.what else { return true };
        *keys = keys.split(is_outside_key).filter(leads_nowhere).collect::<Vec<_>>().join(", ");
        !keys.is_empty()
    };
    for block in blocks {
        block.marks.retain_mut(dangles);
    }
}

/// Whether a letter cannot stand in the key of a label.
fn is_outside_key(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, ',' | '{' | '}' | '[' | ']' | '\\' | '%' | '=')
}
