//! Writes remarks of our own into a DOCX: ranges around words of the text, and what is said of them beside it.
//!
//! Parts are spliced, and nothing else of the package is touched: other people's remarks, tracked changes and pictures
//! stay byte for byte. A range begins and ends between runs (ECMA-376, part 1, 17.13.4); where words begin or end
//! within a run, that is parted in two of the same properties, in its link or its insertion. A run that holds others,
//! as a text box does, is marked as a whole, and of a note what calls it: neither can hold remarks.
//!
//! Our own remarks are known by their initials. They are taken out before others are written, but for those that
//! somebody has answered.

mod runs;
mod threads;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Write};
use std::ops::Range;

use quick_xml::escape::escape;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::draw::Origin;
use super::package::{INITIALS, Node, Package, attribute, each, local};
use crate::document::{By, Remark, Unreadable};
use crate::text::bare;
use runs::{Cut, Runs};
pub(crate) use threads::threads;
use threads::{Comment, Extended};

/// What a package calls its remarks.
const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
const CONTENT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A change of a text: what stands at a place gives way to other text.
type Edit = (Range<usize>, String);

/// The package without our own remarks.
///
/// # Errors
/// Where it is no DOCX that can be read.
pub(crate) fn without(bytes: &[u8]) -> Result<Vec<u8>, Unreadable> {
    let mut package = Package::open(bytes)?;
    let main = package.main()?;
    let Some((name, comments)) = comments(&mut package)? else { return Ok(bytes.to_vec()) };
    let (ids, gone) = own(&comments, &Extended::of(&mut package)?);
    if ids.is_empty() {
        return Ok(bytes.to_vec());
    }
    let parts = [(name, spliced(&comments, gone)), (package.main_name(), spliced(&main, marks_of(&main, &ids)))];
    repacked(bytes, parts.into())
}

/// The package with remarks on its text as [`read`](super::read) draws it up. What was remarked before is kept.
///
/// # Errors
/// Where it is no DOCX that can be read.
pub(crate) fn with(bytes: &[u8], remarks: &[Remark], by: &By) -> Result<Vec<u8>, Unreadable> {
    let mut package = Package::open(bytes)?;
    let main = package.main()?;
    let origins = super::drawn(&mut package, &main)?.0.origins();
    let known = comments(&mut package)?;
    let (mut id, made) = known.as_ref().map_or_else(Default::default, |(_, xml)| made(xml));
    let runs = Runs::of(&main, prefix(&main));
    let mut cuts: BTreeMap<usize, Cut> = BTreeMap::new();
    let mut written = String::new();
    let part_prefix = known.as_ref().map_or("w", |(_, xml)| prefix(xml));
    for remark in remarks.iter().filter(|remark| !made.contains(&bare(&remark.text))) {
        let Some([start, end]) = place(&origins, &runs, &remark.at) else { continue };
        start.begin(&mut cuts, id);
        end.end(&mut cuts, id);
        written.push_str(&comment(id, &remark.text, by, part_prefix));
        id += 1;
    }
    if written.is_empty() {
        return Ok(bytes.to_vec());
    }
    let edits = cuts.into_values().flat_map(|cut| cut.edits(&main, prefix(&main))).collect();
    let mut parts: BTreeMap<String, String> = [(package.main_name(), spliced(&main, edits))].into();
    if let Some((name, xml)) = known {
        parts.insert(name, spliced(&xml, vec![at_end(&xml, written)]));
    } else {
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        let whole = format!("{head}<w:comments xmlns:w=\"{NAMESPACE}\">{written}</w:comments>");
        parts.insert(package.beside("comments.xml"), whole);
        announce(&mut package, &mut parts)?;
    }
    repacked(bytes, parts)
}

/// Text at the end of what a part holds, which may be an empty element yet.
fn at_end(xml: &str, new: String) -> Edit {
    match (xml.rfind("</"), xml.rfind("/>")) {
        (None, Some(end)) => (end..end + "/>".len(), format!(">{new}</{}>", root(xml))),
        (end, _) => {
            let end = end.unwrap_or(xml.len());
            (end..end, new)
        }
    }
}

/// Tells the package of a part for remarks.
fn announce(package: &mut Package<'_>, parts: &mut BTreeMap<String, String>) -> Result<(), Unreadable> {
    let part = package.beside("comments.xml");
    let (types, relations) = ("[Content_Types].xml".to_owned(), package.relations_name());
    let ours = format!("<Override PartName=\"/{part}\" ContentType=\"{CONTENT}\"/>");
    let link = format!("<Relationship Id=\"gainsayRemarks\" Type=\"{KIND}\" Target=\"comments.xml\"/>");
    let empty =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";
    for (name, without, added) in [(types, "<Types></Types>", ours), (relations, empty, link)] {
        let xml = package.whole(&name)?.unwrap_or_else(|| without.to_owned());
        let edit = at_end(&xml, added);
        parts.insert(name, spliced(&xml, vec![edit]));
    }
    Ok(())
}

/// The part that holds the remarks, with its name.
fn comments(package: &mut Package<'_>) -> Result<Option<(String, String)>, Unreadable> {
    let Some(name) = package.related("/comments")? else { return Ok(None) };
    Ok(package.whole(&name)?.map(|xml| (name, xml)))
}

/// A remark as the part has it, a paragraph a line. `p` is the part's prefix.
fn comment(id: u64, text: &str, by: &By, p: &str) -> String {
    let date = by.date.as_ref().map_or_else(String::new, |date| format!(" {p}:date=\"{}T00:00:00Z\"", escape(date)));
    let line =
        |line: &str| format!("<{p}:p><{p}:r><{p}:t xml:space=\"preserve\">{}</{p}:t></{p}:r></{p}:p>", escape(line));
    let lines: String = bare(text).lines().map(line).collect();
    let author = escape(bare(&by.name)).into_owned();
    let whose = format!("{p}:author=\"{author}\"{date} {p}:initials=\"{INITIALS}\"");
    format!("<{p}:comment {p}:id=\"{id}\" {whose}>{lines}</{p}:comment>")
}

/// The id that no remark has, nor any after it; and what our own ones say.
fn made(comments: &str) -> (u64, BTreeSet<String>) {
    let all = threads::all(comments);
    let ids = all.iter().map(|comment| comment.id.parse::<u32>().unwrap_or(0));
    let next = ids.max().map_or(0, |id| u64::from(id) + 1);
    (next, all.iter().filter(|comment| comment.is_own).map(Comment::text).collect())
}

/// Our own remarks that nobody has answered: their ids, and what takes them out of their part.
fn own(comments: &str, extended: &Extended) -> (BTreeSet<String>, Vec<Edit>) {
    let all = threads::all(comments).into_iter();
    let own = all.filter(|comment| comment.is_own && !extended.is_answered(comment));
    own.map(|comment| (comment.id, (comment.at, String::new()))).unzip()
}

/// What takes the ranges of remarks out of the main part, and the runs that do nothing but refer to them.
fn marks_of(main: &str, ids: &BTreeSet<String>) -> Vec<Edit> {
    let mut gone: Vec<Edit> = Vec::new();
    let (mut run, mut refers, mut holds, mut in_properties) = (0, false, false, false);
    each(main, |node, at| match node {
        Node::Start(tag) => {
            let name = tag.name();
            let is_ours = || attribute(tag, "id").is_some_and(|id| ids.contains(&id));
            match local(name.as_ref()) {
                "commentRangeStart" | "commentRangeEnd" if is_ours() => gone.push((at, String::new())),
                "r" => (run, refers, holds) = (at.start, false, false),
                "commentReference" if is_ours() => refers = true,
                "rPr" => in_properties = true,
                _ => holds |= !in_properties,
            }
        }
        Node::End("rPr") => in_properties = false,
        Node::End("r") if std::mem::take(&mut refers) && !holds => gone.push((run..at.end, String::new())),
        _ => {}
    });
    gone
}

/// Where the range of some letters begins and ends in the main part.
fn place<'r>(origins: &[Origin], runs: &'r Runs, letters: &Range<usize>) -> Option<[runs::Point<'r>; 2]> {
    let first = origins.partition_point(|origin| origin.drawn.end <= letters.start);
    let last = origins.partition_point(|origin| origin.drawn.start < letters.end).checked_sub(1)?;
    let (first, last) = (origins.get(first)?, origins.get(last)?);
    // Letters that an entity stands for are not parted.
    let inside = |origin: &Origin, at: usize, otherwise: usize| {
        let by = at.clamp(origin.drawn.start, origin.drawn.end) - origin.drawn.start;
        if origin.drawn.len() == origin.main.len() { origin.main.start + by } else { otherwise }
    };
    let start = runs.start(inside(first, letters.start, first.main.start))?;
    let end = runs.end(inside(last, letters.end, last.main.end))?;
    Some([start, end])
}

/// The name of the element that a part is.
fn root(xml: &str) -> &str {
    let tags = xml.match_indices('<').map(|(at, _)| &xml[at + 1..]);
    let root = tags.filter(|rest| !rest.starts_with(['?', '!'])).take(1);
    root.flat_map(|rest| rest.split([' ', '>', '/', '\n', '\r', '\t'])).next().unwrap_or_default()
}

/// The prefix of the names of a part, which is `w` but for few.
fn prefix(xml: &str) -> &str {
    root(xml).split_once(':').map_or("w", |(prefix, _)| prefix)
}

/// A text with its edits made.
fn spliced(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|(at, _)| (at.start, at.end));
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (at, new) in edits {
        if at.start >= done {
            out.push_str(&text[done..at.start]);
            out.push_str(&new);
            done = at.end;
        }
    }
    out.push_str(&text[done..]);
    out
}

/// The package with other parts in the place of its own, or beside them.
fn repacked(bytes: &[u8], mut parts: BTreeMap<String, String>) -> Result<Vec<u8>, Unreadable> {
    let failed =
        |error: &dyn std::fmt::Display| Unreadable { why: format!("its zip cannot be written again ({error})") };
    let mut from = ZipArchive::new(Cursor::new(bytes)).map_err(|error| failed(&error))?;
    let mut to = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    for number in 0..from.len() {
        let file = from.by_index_raw(number).map_err(|error| failed(&error))?;
        match parts.remove(&*file.name().map_err(|error| failed(&error))?) {
            None => to.raw_copy_file(file).map_err(|error| failed(&error))?,
            Some(part) => {
                let (name, time) = (file.name().map_err(|error| failed(&error))?.into_owned(), file.last_modified());
                write(&mut to, &name, &part, time).map_err(|error| failed(&error))?;
            }
        }
    }
    for (name, part) in parts {
        write(&mut to, &name, &part, None).map_err(|error| failed(&error))?;
    }
    Ok(to.finish().map_err(|error| failed(&error))?.into_inner())
}

fn write(
    to: &mut ZipWriter<Cursor<Vec<u8>>>,
    name: &str,
    part: &str,
    time: Option<zip::DateTime>,
) -> zip::result::ZipResult<()> {
    // The same bytes whenever it is written.
    let options = SimpleFileOptions::default().last_modified_time(time.unwrap_or_default());
    to.start_file(name, options)?;
    to.write_all(part.as_bytes())?;
    Ok(())
}
