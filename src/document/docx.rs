//! DOCX, and ODT, to blocks: what a reader of the printed page sees, with notes, remarks and the fields of reference
//! managers.
//!
//! A DOCX has no lines, so its text is drawn up here: one line a paragraph, a note behind the paragraph that calls it.
//! What was inserted while changes were tracked is read, what was deleted is not. A remark that names the source of a
//! passage is a note that cites it. The zip is read within bounds:
//! however far it would expand, and however deep its markup lies, memory stays in proportion to [`MAX_PART`].

mod draw;
mod fields;
mod numbers;
mod odt;
mod package;
mod paragraphs;
pub(super) mod remarks;
mod sources;
mod styles;

use std::collections::BTreeMap;

use super::{Document, Unreadable};
use draw::Drawing;
use package::Package;
use paragraphs::{Para, Role};

/// The most bytes that one part of the package may expand to.
const MAX_PART: u64 = 64 << 20;

pub(crate) fn read(bytes: &[u8]) -> Result<Document, Unreadable> {
    let mut package = Package::open(bytes)?;
    if package.is_odt()? {
        return odt::read(&mut package);
    }
    let main = package.main()?;
    let (drawing, broken) = drawn(&mut package, &main)?;
    Ok(drawing.done(broken))
}

/// The text drawn up, but for notes that nobody calls; and why its main part could not be read to its end, if so.
fn drawn(package: &mut Package<'_>, main: &str) -> Result<(Drawing, Option<String>), Unreadable> {
    let styles = styles::read(&package.optional("styles.xml")?.unwrap_or_default());
    let mut numbers = numbers::read(&package.optional("numbering.xml")?.unwrap_or_default());
    let links = package.links()?;
    let works = package.custom_parts("bibliography\"")?.iter().flat_map(|xml| sources::read(xml)).collect();
    let body = paragraphs::read(main, &styles, &links, &works);
    let mut notes: BTreeMap<(Role, String), Vec<Para>> = BTreeMap::new();
    for (part, role) in
        [("footnotes.xml", Role::Footnote), ("endnotes.xml", Role::Endnote), ("comments.xml", Role::Comment)]
    {
        let Some(xml) = package.optional(part)? else { continue };
        for para in paragraphs::read(&xml, &styles, &BTreeMap::new(), &works).paras {
            if let Some(id) = para.note.clone() {
                notes.entry((role, id)).or_default().push(para);
            }
        }
    }
    let mut drawing = Drawing::new(notes);
    for para in body.paras {
        drawing.body(para, &mut numbers);
    }
    Ok((drawing, body.broken))
}
