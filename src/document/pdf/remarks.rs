//! Remarks of our own in a copy of a PDF: highlights with notes, written behind its end as an update (ISO 32000-1,
//! 7.5.6 and 12.5.6.10).
//!
//! What the file held before stays byte for byte, and is what is left when the remarks are taken out. Where another
//! program has saved the copy since, our own remarks are known by their names, and taken out by a further update; those
//! that somebody has answered stay.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use memchr::memmem;

use super::layout::Place;
use super::objects::{Objects, Page};
use super::paragraphs::Written;
use super::value::{Id, Value};
use crate::document::{By, Remark, Unreadable};
use crate::text::{bare, digest};

/// How the names of our own remarks begin.
const OWN: &[u8] = b"gainsay-";

/// How the line begins that our update stands behind: it tells where that is, and how long the file is with it.
const TAIL: &[u8] = b"\n%gainsay ";

/// The colour of a highlight.
const YELLOW: &str = "1 0.85 0.2";

/// The file without our own remarks.
///
/// # Errors
/// Where it cannot be read, or is encrypted.
pub(crate) fn without(bytes: &[u8]) -> Result<Vec<u8>, Unreadable> {
    let bytes = original(bytes);
    let mut file = Objects::read(bytes)?;
    let mut update = Update::new(&file)?;
    for page in file.pages()? {
        let all = annotations(&mut file, &page);
        let stay = staying(&all);
        if stay.len() < all.len() {
            update.annotate(&page, &stay, "");
        }
    }
    update.behind(bytes, &file)
}

/// The file with remarks on its text as [`read`](super::read) draws it up from the same layout.
///
/// # Errors
/// Where it cannot be read, is encrypted, or has other pages than the layout.
pub(crate) fn with(bytes: &[u8], layout: &str, remarks: &[Remark], by: &By) -> Result<Vec<u8>, Unreadable> {
    let (count, words) = super::words(layout);
    let mut file = Objects::read(bytes)?;
    let pages = file.pages()?;
    if pages.len() != count {
        let why = "its pages cannot be told apart: open it in a reader of PDF and save it anew".to_owned();
        return Err(Unreadable { why });
    }
    let there: Vec<Vec<Annotation>> = pages.iter().map(|page| annotations(&mut file, page)).collect();
    let made: BTreeSet<&[u8]> = there.iter().flatten().map(|annotation| &annotation.name[..]).collect();
    let mut update = Update::new(&file)?;
    let mut new: BTreeMap<usize, String> = BTreeMap::new();
    let mut alike: BTreeMap<u64, usize> = BTreeMap::new();
    for remark in remarks {
        let told = digest(remark.text.bytes());
        let number = alike.entry(told).or_default();
        *number += 1;
        let name = format!("{}{told:016x}-{number}", String::from_utf8_lossy(OWN));
        if made.contains(name.as_bytes()) {
            continue;
        }
        for (page, lines) in lines(&words, remark) {
            let Id { number, .. } = update.highlight(&pages[page], &lines, &note(remark, by, &name));
            let _ = write!(new.entry(page).or_default(), " {number} 0 R");
        }
    }
    for (page, new) in new {
        update.annotate(&pages[page], &there[page].iter().collect::<Vec<_>>(), &new);
    }
    update.behind(bytes, &file)
}

/// What stands before our own update, if one ends the file.
fn original(bytes: &[u8]) -> &[u8] {
    let Some(start) = memmem::rfind(bytes, TAIL) else { return bytes };
    let told = bytes[start + TAIL.len()..].split(|byte| *byte == b'\n').next().unwrap_or_default();
    if told == tail(start, bytes.len()).as_bytes() { &bytes[..start] } else { bytes }
}

fn tail(start: usize, length: usize) -> String {
    format!("{start:010} {length:010}")
}

/// An annotation of a page.
struct Annotation {
    /// As the page lists it.
    item: Vec<u8>,
    id: Option<Id>,
    /// Its name, if it has one.
    name: Vec<u8>,
    /// The annotation that it answers.
    answers: Option<Id>,
    /// The one whose window it is.
    pops_up: Option<Id>,
}

fn annotations(file: &mut Objects<'_>, page: &Page) -> Vec<Annotation> {
    let list = Value(&page.dict).get("Annots").and_then(|list| file.followed(list)).unwrap_or_default();
    let annotation = |item: Value<'_>| {
        let dict = file.followed(item).unwrap_or_default();
        let about = |name| Value(&dict).get(name);
        let is_popup = about("Subtype").and_then(Value::name) == Some(b"Popup");
        Annotation {
            item: item.0.to_vec(),
            id: item.reference(),
            name: about("NM").and_then(Value::string).unwrap_or_default(),
            answers: about("IRT").and_then(Value::reference),
            pops_up: about("Parent").and_then(Value::reference).filter(|_| is_popup),
        }
    };
    Value(&list).items().map(annotation).collect()
}

/// The annotations of a page but for our own ones that nobody has answered, and their windows.
fn staying(all: &[Annotation]) -> Vec<&Annotation> {
    let answered: BTreeSet<Id> = all.iter().filter_map(|annotation| annotation.answers).collect();
    let is_in = |ids: &BTreeSet<Id>, id: Option<Id>| id.is_some_and(|id| ids.contains(&id));
    let goes = |annotation: &&Annotation| annotation.name.starts_with(OWN) && !is_in(&answered, annotation.id);
    let gone: BTreeSet<Id> = all.iter().filter(goes).filter_map(|annotation| annotation.id).collect();
    all.iter().filter(|annotation| !goes(annotation) && !is_in(&gone, annotation.pops_up)).collect()
}

/// The words of a remark, page by page and line by line.
fn lines(words: &[Written], remark: &Remark) -> Vec<(usize, Vec<Place>)> {
    let first = words.partition_point(|word| word.at.end <= remark.at.start).min(words.len().saturating_sub(1));
    let last = words.partition_point(|word| word.at.start < remark.at.end).max(first + 1).min(words.len());
    let lines = words[first..last]
        .chunk_by(|word, next| word.line == next.line)
        .filter_map(|line| Some((line[0].page as usize - 1, line.iter().map(|word| word.place).reduce(Place::with)?)));
    let lines: Vec<(usize, Place)> = lines.collect();
    let pages = lines.chunk_by(|line, next| line.0 == next.0);
    pages.map(|lines| (lines[0].0, lines.iter().map(|(_, place)| *place).collect())).collect()
}

/// What is said and who says it, as entries of an annotation.
fn note(remark: &Remark, by: &By, name: &str) -> String {
    let day = by.date.as_ref().map_or_else(String::new, |date| format!(" /M (D:{})", date.replace('-', "")));
    format!("/NM ({name}) /Contents {} /T {}{day}", string(&remark.text), string(&by.name))
}

/// A text as a string of a PDF (7.9.2.2): as it is where that is plain, else in UTF-16.
fn string(text: &str) -> String {
    let text = bare(text);
    if text.is_ascii() {
        let escaped = text.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)").replace('\n', "\\n");
        return format!("({escaped})");
    }
    let units = text.encode_utf16().fold(String::new(), |units, unit| format!("{units}{unit:04X}"));
    format!("<FEFF{units}>")
}

/// The corners of a place on a page, which is told as the page is shown: upper left, upper right, lower left, lower
/// right, as all who read highlights expect them, though the standard has them in a circle.
fn corners(page: &Page, place: Place) -> [[f32; 2]; 4] {
    let [left, low, right, high] = page.sheet;
    let corner = |[across, down]: [f32; 2]| match page.turned {
        90 => [left + down, low + across],
        180 => [right - across, low + down],
        270 => [right - down, high - across],
        _ => [left + across, high - down],
    };
    let Place { left, right, top, bottom } = place;
    [[left, top], [right, top], [left, bottom], [right, bottom]].map(corner)
}

/// Numbers as they stand in an array.
fn numbers(numbers: impl IntoIterator<Item = f32>) -> String {
    numbers.into_iter().map(|number| format!("{number:.2}")).collect::<Vec<_>>().join(" ")
}

/// Objects that are written behind a file.
struct Update {
    /// Their generations and values, by their numbers.
    objects: BTreeMap<u32, (u16, Vec<u8>)>,
    /// The number that no object has, nor any after it.
    next: u32,
}

impl Update {
    fn new(file: &Objects<'_>) -> Result<Self, Unreadable> {
        Ok(Self { objects: BTreeMap::new(), next: file.next_number()? })
    }

    fn add(&mut self, value: String) -> Id {
        let id = Id { number: self.next, generation: 0 };
        self.next += 1;
        self.objects.insert(id.number, (id.generation, value.into_bytes()));
        id
    }

    /// A highlight of lines of a page, with a look of its own: not every reader draws one for itself.
    fn highlight(&mut self, page: &Page, lines: &[Place], note: &str) -> Id {
        let quads: Vec<[[f32; 2]; 4]> = lines.iter().map(|line| corners(page, *line)).collect();
        let edge = |axis: usize, further: fn(f32, f32) -> f32| {
            quads.iter().flatten().map(|corner| corner[axis]).reduce(further).unwrap_or_default()
        };
        let around = numbers([edge(0, f32::min), edge(1, f32::min), edge(0, f32::max), edge(1, f32::max)]);
        let drawn = |[one, two, four, three]: &[[f32; 2]; 4]| {
            let [one, two, three, four] = [one, two, three, four].map(|corner| numbers(*corner));
            format!("{one} m {two} l {three} l {four} l h f\n")
        };
        let drawn: String = quads.iter().map(drawn).collect();
        let drawn = format!("/Over gs {YELLOW} rg\n{drawn}");
        let look = self.add(format!(
            "<< /Type /XObject /Subtype /Form /BBox [{around}] /Resources << /ExtGState << /Over << /BM /Multiply >> >> \
             >> /Length {} >>\nstream\n{drawn}endstream",
            drawn.len()
        ));
        let quads = numbers(quads.into_iter().flatten().flatten());
        let Id { number, generation } = page.id;
        self.add(format!(
            "<< /Type /Annot /Subtype /Highlight {note} /P {number} {generation} R /F 4 /C [{YELLOW}] /Rect [{around}] \
             /QuadPoints [{quads}] /AP << /N {} 0 R >> >>",
            look.number
        ))
    }

    /// Gives a page these annotations, and new ones behind them. A list that is an object of its own stays one, unless
    /// it is another page's, too.
    fn annotate(&mut self, page: &Page, there: &[&Annotation], new: &str) {
        let items = there.iter().map(|annotation| &annotation.item[..]).collect::<Vec<_>>().join(&b' ');
        let list = [b"[", &items[..], new.as_bytes(), b"]"].concat();
        let place = Value(&page.dict).place("Annots");
        let own = place.clone().and_then(|place| Value(&page.dict[place]).reference());
        if let Some(id) = own.filter(|id| !self.objects.contains_key(&id.number)) {
            self.objects.insert(id.number, (id.generation, list));
            return;
        }
        let dict = &page.dict;
        let value = match place {
            Some(place) => [&dict[..place.start], &list, &dict[place.end..]].concat(),
            None => [&dict[..dict.len() - ">>".len()], b" /Annots ", &list, b" >>"].concat(),
        };
        self.objects.insert(page.id.number, (page.id.generation, value));
    }

    /// The file with the update behind it, with a cross-reference section of the kind that it has (7.5.4, 7.5.8).
    fn behind(self, bytes: &[u8], file: &Objects<'_>) -> Result<Vec<u8>, Unreadable> {
        file.within_bounds()?;
        if self.objects.is_empty() {
            return Ok(bytes.to_vec());
        }
        let head = bytes.len() - file.bytes.len();
        let mut out = bytes.to_vec();
        out.extend([TAIL, tail(bytes.len(), 0).as_bytes(), b"\n"].concat());
        let mut places: Vec<(u32, u16, usize)> = Vec::new();
        for (number, (generation, value)) in &self.objects {
            places.push((*number, *generation, out.len() - head));
            out.extend([format!("{number} {generation} obj\n").as_bytes(), value, b"\nendobj\n"].concat());
        }
        let section = out.len() - head;
        let kept = ["Root", "Info", "ID"].into_iter().filter_map(|key| Some((key, file.trailer.get(key)?.0)));
        let mut trailer: Vec<u8> = format!("/Prev {}", file.newest).into_bytes();
        for (key, value) in kept {
            trailer.extend([b" /", key.as_bytes(), b" ", value].concat());
        }
        if file.has_streams() {
            places.push((self.next, 0, section));
            out.extend(stream(&places, &trailer));
        } else {
            out.extend(table(&places, &trailer, self.next));
        }
        out.extend(format!("startxref\n{section}\n%%EOF\n").bytes());
        let told = tail(bytes.len(), out.len());
        let place = bytes.len() + TAIL.len();
        out[place..place + told.len()].copy_from_slice(told.as_bytes());
        Ok(out)
    }
}

/// A cross-reference stream of objects in the order of their numbers, which is the last of them itself.
fn stream(places: &[(u32, u16, usize)], trailer: &[u8]) -> Vec<u8> {
    let (number, ..) = places[places.len() - 1];
    let runs = places.chunk_by(|place, next| place.0 + 1 == next.0);
    let index: Vec<String> = runs.map(|run| format!("{} {}", run[0].0, run.len())).collect();
    let entry = |(_, generation, place): &(u32, u16, usize)| {
        [&[1][..], &(*place as u32).to_be_bytes(), &generation.to_be_bytes()].concat()
    };
    let entries: Vec<u8> = places.iter().flat_map(entry).collect();
    let about = format!(
        "{number} 0 obj\n<< /Type /XRef /Size {} /W [1 4 2] /Index [{}] /Length {} ",
        number + 1,
        index.join(" "),
        entries.len()
    );
    [about.as_bytes(), trailer, b" >>\nstream\n", &entries, b"\nendstream\nendobj\n"].concat()
}

/// A cross-reference table of objects in the order of their numbers, with its trailer.
fn table(places: &[(u32, u16, usize)], trailer: &[u8], size: u32) -> Vec<u8> {
    let mut table = String::from("xref\n");
    for run in places.chunk_by(|place, next| place.0 + 1 == next.0) {
        let _ = writeln!(table, "{} {}", run[0].0, run.len());
        for (_, generation, place) in run {
            let _ = writeln!(table, "{place:010} {generation:05} n ");
        }
    }
    [table.as_bytes(), format!("trailer\n<< /Size {size} ").as_bytes(), trailer, b" >>\n"].concat()
}
