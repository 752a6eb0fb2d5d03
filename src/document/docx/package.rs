//! The zip that a DOCX is, and its parts.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::ops::Range;

use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::MAX_PART;
use crate::document::Unreadable;

/// The initials of remarks of our own.
pub(super) const INITIALS: &str = "gainsay";

/// So many parts of `customXml` are looked into.
const CUSTOM_PARTS: usize = 20;

pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// The folder that the main part lies in, with its slash: "word/".
    folder: String,
    main: String,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        let zip = ZipArchive::new(Cursor::new(bytes))
            .map_err(|error| Unreadable { why: format!("its zip is damaged or cut off ({error})") })?;
        let mut package = Self { zip, folder: String::new(), main: String::new() };
        let relations = package.part("_rels/.rels")?.unwrap_or_default();
        let main = relationships(&relations)
            .into_iter()
            .find(|relation| relation.kind.ends_with("/officeDocument"))
            .map_or_else(
                || "word/document.xml".to_owned(),
                |relation| relation.target.trim_start_matches('/').to_owned(),
            );
        package.folder = main.rsplit_once('/').map_or_else(String::new, |(folder, _)| format!("{folder}/"));
        package.main = main;
        Ok(package)
    }

    /// The main part: the text itself.
    pub(super) fn main(&mut self) -> Result<String, Unreadable> {
        let name = self.main.clone();
        if let Some(xml) = self.part(&name)?
            && xml.contains("wordprocessingml")
        {
            return Ok(xml);
        }
        let kind = self.part("mimetype")?.unwrap_or_default();
        let why = if kind.contains("epub") {
            "it is an e-book (.epub): convert it to .html or .docx".to_owned()
        } else {
            format!("it is a zip without a Word document in it: there is no `{name}`")
        };
        Err(Unreadable { why })
    }

    /// The name of the main part.
    pub(super) fn main_name(&self) -> String {
        self.main.clone()
    }

    /// The name of a part beside the main one.
    pub(super) fn beside(&self, name: &str) -> String {
        format!("{}{name}", self.folder)
    }

    /// The name of the part that tells what the main one leads to.
    pub(super) fn relations_name(&self) -> String {
        let file = self.main.rsplit('/').next().unwrap_or_default();
        self.beside(&format!("_rels/{file}.rels"))
    }

    /// The name of the part that the main one leads to for a purpose, by the end of its name.
    pub(super) fn related(&mut self, kind: &str) -> Result<Option<String>, Unreadable> {
        let name = self.relations_name();
        let relations = relationships(&self.part(&name)?.unwrap_or_default());
        let target =
            relations.into_iter().find(|relation| relation.kind.ends_with(kind)).map(|relation| relation.target);
        Ok(target.map(|target| target.strip_prefix('/').map_or_else(|| self.beside(&target), str::to_owned)))
    }

    /// Whether it is an `OpenDocument` text.
    pub(super) fn is_odt(&mut self) -> Result<bool, Unreadable> {
        Ok(self.part("mimetype")?.is_some_and(|kind| kind.contains("opendocument.text")))
    }

    /// A part by its whole name.
    pub(super) fn whole(&mut self, name: &str) -> Result<Option<String>, Unreadable> {
        self.part(name)
    }

    /// A part beside the main one, if it is there.
    pub(super) fn optional(&mut self, name: &str) -> Result<Option<String>, Unreadable> {
        self.part(&self.beside(name))
    }

    /// The parts of `customXml` that hold these words.
    pub(super) fn custom_parts(&mut self, words: &str) -> Result<Vec<String>, Unreadable> {
        let is_item = |name: &String| name.starts_with("customXml/item") && !name.contains("Props");
        let names = self.zip.file_names().flatten().map(std::borrow::Cow::into_owned);
        let names: Vec<String> = names.filter(is_item).take(CUSTOM_PARTS).collect();
        let mut parts = Vec::new();
        for name in names {
            parts.extend(self.part(&name)?.filter(|xml| xml.contains(words)));
        }
        Ok(parts)
    }

    /// The addresses that the main part leads to, by the ids that it knows them by.
    pub(super) fn links(&mut self) -> Result<BTreeMap<String, String>, Unreadable> {
        let xml = self.part(&self.relations_name())?.unwrap_or_default();
        let links = relationships(&xml).into_iter().filter(|relation| relation.kind.ends_with("/hyperlink"));
        Ok(links.map(|relation| (relation.id, relation.target)).collect())
    }

    fn part(&mut self, name: &str) -> Result<Option<String>, Unreadable> {
        let file = match self.zip.by_name(name) {
            Ok(file) => file,
            Err(zip::result::ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(Unreadable { why: format!("its part `{name}` cannot be taken out ({error})") }),
        };
        let mut bytes = Vec::new();
        file.take(MAX_PART + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| Unreadable { why: format!("its part `{name}` is damaged ({error})") })?;
        if bytes.len() as u64 > MAX_PART {
            let why = format!("its part `{name}` expands to more than {} MiB", MAX_PART >> 20);
            return Err(Unreadable { why });
        }
        Ok(Some(crate::document::recognise::decoded(&bytes).0))
    }
}

struct Relation {
    id: String,
    kind: String,
    target: String,
}

fn relationships(xml: &str) -> Vec<Relation> {
    let mut relations = Vec::new();
    each_tag(xml, |tag| {
        if let (Some(id), Some(kind), Some(target)) =
            (attribute(tag, "Id"), attribute(tag, "Type"), attribute(tag, "Target"))
        {
            relations.push(Relation { id, kind, target });
        }
    });
    relations
}

/// A piece of a part, as it is come upon.
pub(super) enum Node<'n> {
    Start(&'n BytesStart<'n>),
    /// The name of an element without its prefix; an empty one ends where it starts.
    End(&'n str),
    Words(&'n str),
    /// The name of an entity that is not known: what a document type of its own declares, is not followed.
    Unknown(&'n str),
}

/// Hands on the pieces of a part one after the other, each with its place; why it could not be read to its end, if so.
pub(super) fn each(xml: &str, mut take: impl FnMut(Node<'_>, Range<usize>)) -> Option<String> {
    let mut reader = quick_xml::Reader::from_str(xml);
    loop {
        let start = reader.buffer_position() as usize;
        let event = reader.read_event();
        let at = start..reader.buffer_position() as usize;
        let mut take = |node: Node<'_>| take(node, at.clone());
        match event {
            Ok(Event::Eof) => return None,
            Ok(Event::Start(tag)) => take(Node::Start(&tag)),
            Ok(Event::Empty(tag)) => {
                take(Node::Start(&tag));
                take(Node::End(local(tag.name().as_ref())));
            }
            Ok(Event::End(tag)) => take(Node::End(local(tag.name().as_ref()))),
            Ok(Event::Text(text)) => take(Node::Words(&text)),
            Ok(Event::CData(text)) => take(Node::Words(&text)),
            Ok(Event::GeneralRef(name)) => {
                let own = name.resolve_char_ref().ok().flatten().map(String::from);
                match own.as_deref().or_else(|| quick_xml::escape::resolve_predefined_entity(&name)) {
                    Some(letter) => take(Node::Words(letter)),
                    None => take(Node::Unknown(&name)),
                }
            }
            Ok(_) => {}
            Err(error) => return Some(format!("its XML is broken at byte {}: {error}", reader.error_position())),
        }
    }
}

/// The elements of a part, as far as it can be read.
pub(super) fn each_tag(xml: &str, mut take: impl FnMut(&BytesStart<'_>)) {
    each(xml, |node, _| {
        if let Node::Start(tag) = node {
            take(tag);
        }
    });
}

/// An attribute of an element, whatever its prefix.
pub(super) fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let found =
        tag.attributes().with_checks(false).flatten().find(|attribute| local(attribute.key.as_ref()) == name)?;
    let value: &str = found.value.as_ref();
    Some(quick_xml::escape::unescape(value).map_or_else(|_| value.to_owned(), std::borrow::Cow::into_owned))
}

/// A name without its prefix.
pub(super) fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or_default()
}

/// Whether an element is a remark of our own.
pub(super) fn is_own(tag: &BytesStart) -> bool {
    attribute(tag, "initials").is_some_and(|initials| initials == INITIALS)
}
