//! What people answered to remarks.
//!
//! Word and `LibreOffice` tell of replies in a part of their own (`commentsExtended`, of \[MS-DOCX\]). Where nothing
//! is told there of a remark on the very same words as an earlier one, it is taken for a reply.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::comments;
use crate::document::docx::package::{Node, Package, attribute, each, each_tag, is_own, local};
use crate::document::{Answer, Thread, Unreadable};

/// A remark as its part has it.
#[derive(Default)]
pub(super) struct Comment {
    pub(super) id: String,
    pub(super) at: Range<usize>,
    pub(super) is_own: bool,
    author: String,
    day: Option<String>,
    /// The ids of its paragraphs, by which other parts call it.
    pub(super) paragraphs: Vec<String>,
    lines: Vec<String>,
}

impl Comment {
    pub(super) fn text(&self) -> String {
        self.lines.join("\n")
    }

    fn answer(&self) -> Answer {
        Answer { by: self.author.clone(), on: self.day.clone(), text: self.text() }
    }
}

/// The remarks of a part, in its order.
pub(super) fn all(comments: &str) -> Vec<Comment> {
    let mut found: Vec<Comment> = Vec::new();
    let mut is_open = false;
    each(comments, |node, at| match node {
        Node::Start(tag) if local(tag.name().as_ref()) == "comment" => {
            is_open = true;
            let of = |name: &str| attribute(tag, name).unwrap_or_default();
            let day = attribute(tag, "date").and_then(|date| date.get(.."2024-06-19".len()).map(str::to_owned));
            let [id, author] = ["id", "author"].map(of);
            found.push(Comment { id, author, day, at, is_own: is_own(tag), ..Comment::default() });
        }
        Node::End("comment") => {
            is_open = false;
            if let Some(comment) = found.last_mut() {
                comment.at.end = at.end;
            }
        }
        Node::Start(tag) if is_open && local(tag.name().as_ref()) == "p" => {
            let Some(comment) = found.last_mut() else { return };
            comment.paragraphs.extend(attribute(tag, "paraId"));
            comment.lines.push(String::new());
        }
        Node::Words(words) if is_open => {
            if let Some(line) = found.last_mut().and_then(|comment| comment.lines.last_mut()) {
                line.push_str(words);
            }
        }
        _ => {}
    });
    found
}

/// How remarks hang together, by the ids of their paragraphs.
#[derive(Default)]
pub(super) struct Extended {
    /// What each answers.
    parents: BTreeMap<String, String>,
    answered: BTreeSet<String>,
    settled: BTreeSet<String>,
}

impl Extended {
    pub(super) fn of(package: &mut Package<'_>) -> Result<Self, Unreadable> {
        let mut extended = Self::default();
        each_tag(&package.optional("commentsExtended.xml")?.unwrap_or_default(), |tag| {
            let [id, parent] = ["paraId", "paraIdParent"].map(|name| attribute(tag, name));
            extended.answered.extend(parent.clone());
            if attribute(tag, "done").is_some_and(|done| done == "1") {
                extended.settled.extend(id.clone());
            }
            extended.parents.extend(id.zip(parent));
        });
        Ok(extended)
    }

    fn parent(&self, comment: &Comment) -> Option<&str> {
        comment.paragraphs.iter().find_map(|id| self.parents.get(id)).map(String::as_str)
    }

    fn is_settled(&self, comment: &Comment) -> bool {
        comment.paragraphs.iter().any(|id| self.settled.contains(id))
    }

    /// Whether somebody has answered a remark, or called it settled.
    pub(super) fn is_answered(&self, comment: &Comment) -> bool {
        self.is_settled(comment) || comment.paragraphs.iter().any(|id| self.answered.contains(id))
    }
}

/// The remarks of a package that answer nothing, in the order of the text, each with what was answered to it.
///
/// # Errors
/// Where it is no DOCX that can be read.
pub(crate) fn threads(bytes: &[u8]) -> Result<Vec<Thread>, Unreadable> {
    let mut package = Package::open(bytes)?;
    let main = package.main()?;
    let Some((_, part)) = comments(&mut package)? else { return Ok(Vec::new()) };
    let extended = Extended::of(&mut package)?;
    let ranges = ranges(&main);
    let mut all = all(&part);
    let place = |comment: &Comment| ranges.get(&comment.id).cloned().unwrap_or(usize::MAX..usize::MAX);
    // Stable, so that a reply stays behind what it answers.
    all.sort_by_key(|comment| (place(comment).start, place(comment).end));
    let mut threads: Vec<Thread> = Vec::new();
    let mut by_paragraph: BTreeMap<&str, usize> = BTreeMap::new();
    let mut by_range: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let (replies, first): (Vec<&Comment>, Vec<&Comment>) =
        all.iter().partition(|comment| extended.parent(comment).is_some());
    for comment in first {
        let Range { start, end } = place(comment);
        let earlier = by_range.get(&(start, end)).filter(|_| start < end && !comment.is_own);
        if let Some(&thread) = earlier {
            threads[thread].answers.push(comment.answer());
            continue;
        }
        by_range.insert((start, end), threads.len());
        by_paragraph.extend(comment.paragraphs.iter().map(|id| (id.as_str(), threads.len())));
        let (text, is_settled) = (comment.text(), extended.is_settled(comment));
        threads.push(Thread { text, is_ours: comment.is_own, answers: Vec::new(), is_settled });
    }
    for comment in replies {
        let thread = extended.parent(comment).and_then(|parent| by_paragraph.get(parent));
        if let Some(&thread) = thread {
            threads[thread].answers.push(comment.answer());
        }
    }
    Ok(threads)
}

/// What the remarks of a text are on, by their ids, counted in bytes of what it says.
fn ranges(main: &str) -> BTreeMap<String, Range<usize>> {
    let mut ranges: BTreeMap<String, Range<usize>> = BTreeMap::new();
    let mut said = 0;
    each(main, |node, _| match node {
        Node::Words(words) => said += words.len(),
        Node::Start(tag) => {
            let Some(id) = attribute(tag, "id") else { return };
            match local(tag.name().as_ref()) {
                "commentRangeStart" => drop(ranges.insert(id, said..said)),
                "commentRangeEnd" => ranges.entry(id).or_insert(said..said).end = said,
                _ => {}
            }
        }
        Node::End(_) | Node::Unknown(_) => {}
    });
    ranges
}
