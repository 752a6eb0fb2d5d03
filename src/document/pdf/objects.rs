//! The objects of a PDF, as its cross-reference sections tell where they lie (ISO 32000-1, 7.5): those that are asked
//! for, and no others.
//!
//! What is encrypted is not read, nor is a file whose sections are wrong: what stands where would be guessed. However
//! often its objects refer to each other, and however far it would unpack, the work stays in proportion to its size.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::ops::Range;
use std::rc::Rc;

use flate2::bufread::ZlibDecoder;
use memchr::memmem;

use super::value::{Id, Value, token, value};
use crate::document::Unreadable;

/// The sheet of a page that says nothing of it: a letter.
const LETTER: [f32; 4] = [0.0, 0.0, 612.0, 792.0];

/// The words before an object take no more bytes than so many.
const HEAD: usize = 64;

/// What a cross-reference entry takes, in bytes.
const ENTRY: usize = 48;

/// The objects of a PDF.
pub(super) struct Objects<'f> {
    /// From its header on: all places count from there.
    pub(super) bytes: &'f [u8],
    /// What the newest section says of the whole.
    pub(super) trailer: Value<'f>,
    /// Where the newest section stands.
    pub(super) newest: usize,
    /// Where objects lie; `None` for one that is gone.
    places: BTreeMap<u32, Option<Place>>,
    packs: BTreeMap<u32, Option<Rc<Pack>>>,
    /// How many bytes may still be read or unpacked.
    left: usize,
}

/// Where an object lies.
#[derive(Clone, Copy)]
enum Place {
    At(usize),
    /// In an object stream, as the object of that number in it.
    In {
        pack: u32,
        index: usize,
    },
}

/// An object stream, unpacked.
struct Pack {
    bytes: Vec<u8>,
    /// The numbers of its objects, and where they begin.
    objects: Vec<(u32, usize)>,
}

/// A page.
pub(super) struct Page {
    pub(super) id: Id,
    /// Its dictionary.
    pub(super) dict: Vec<u8>,
    /// Left, lower, right and upper edge of its sheet, cropped or not.
    pub(super) sheet: [f32; 4],
    /// By how many degrees it is turned when it is shown, clockwise: 0, 90, 180 or 270.
    pub(super) turned: u16,
}

impl<'f> Objects<'f> {
    /// # Errors
    /// Where it is encrypted, or damaged.
    pub(super) fn read(bytes: &'f [u8]) -> Result<Self, Unreadable> {
        let head = memmem::find(&bytes[..bytes.len().min(1024)], b"%PDF-").unwrap_or(0);
        let bytes = &bytes[head..];
        let mut file = Self {
            bytes,
            trailer: Value(b""),
            newest: 0,
            places: BTreeMap::new(),
            packs: BTreeMap::new(),
            left: (8 << 20) + 16 * bytes.len(),
        };
        if file.read_sections().is_none() {
            return Err(file.refused());
        }
        if file.trailer.get("Encrypt").is_some() {
            let why = "it is encrypted, and nothing can be written into it: save it without its protection".to_owned();
            return Err(Unreadable { why });
        }
        Ok(file)
    }

    /// Why the file is of no use.
    fn refused(&self) -> Unreadable {
        let why = match self.left {
            0 => "it unpacks to more than a PDF of its size can hold",
            _ => "what it says of where its parts lie is damaged: open it in a reader of PDF and save it anew",
        };
        Unreadable { why: why.to_owned() }
    }

    /// Nothing that was asked for is missing because there was too much of it.
    ///
    /// # Errors
    /// Where something is.
    pub(super) fn within_bounds(&self) -> Result<(), Unreadable> {
        if self.left == 0 { Err(self.refused()) } else { Ok(()) }
    }

    fn spend(&mut self, bytes: usize) -> Option<()> {
        self.left = self.left.saturating_sub(bytes);
        (self.left > 0).then_some(())
    }

    /// Takes in the newest section, and those before it as far as they can be read.
    fn read_sections(&mut self) -> Option<()> {
        let word = token(self.bytes, memmem::rfind(self.bytes, b"startxref")?)?;
        self.newest = Value(&self.bytes[value(self.bytes, word.end)?]).integer()?;
        self.trailer = self.read_section(self.newest)?;
        let mut seen = BTreeSet::from([self.newest]);
        let before = |trailer: Value| trailer.get("Prev").and_then(Value::integer);
        let mut next = before(self.trailer);
        while let Some(at) = next.filter(|at| seen.insert(*at)) {
            next = self.read_section(at).and_then(before);
        }
        self.spend(0)
    }

    /// Whether the newest section is a stream.
    pub(super) fn has_streams(&self) -> bool {
        !self.bytes[self.newest..].trim_ascii_start().starts_with(b"xref")
    }

    /// The number that no object has, nor any after it.
    ///
    /// # Errors
    /// Where there is none.
    pub(super) fn next_number(&self) -> Result<u32, Unreadable> {
        let told = self.trailer.get("Size").and_then(Value::integer).unwrap_or(0);
        let known = self.places.last_key_value().map_or(0, |(number, _)| *number as usize + 1);
        let next = u32::try_from(told.max(known)).ok();
        next.filter(|next| *next < u32::MAX / 2).ok_or_else(|| self.refused())
    }

    /// Takes in a section, and gives its trailer. What a newer one said before holds.
    fn read_section(&mut self, at: usize) -> Option<Value<'f>> {
        let first = token(self.bytes, at)?;
        if &self.bytes[first.clone()] != b"xref" {
            return self.read_stream(at);
        }
        let (bytes, start, mut at, mut entries) = (self.bytes, at, first.end, Vec::new());
        let mut word = || {
            let word = token(bytes, at)?;
            at = word.end;
            Some(Value(&bytes[word]))
        };
        loop {
            let first = word()?;
            if first.0 == b"trailer" {
                break;
            }
            let (first, count) = (first.integer()?, word()?.integer()?);
            for number in first..first.checked_add(count)? {
                let (place, _, kind) = (word()?.integer()?, word()?, word()?);
                entries.push((number.try_into().ok()?, (kind.0 == b"n").then_some(Place::At(place))));
            }
        }
        let trailer = value(bytes, at)?;
        self.spend(trailer.end - start)?;
        let trailer = Value(&bytes[trailer]);
        // What is for newer readers alone stands as free in the table.
        if let Some(beside) = trailer.get("XRefStm").and_then(Value::integer) {
            self.read_stream(beside)?;
        }
        self.take_in(entries)?;
        Some(trailer)
    }

    fn read_stream(&mut self, at: usize) -> Option<Value<'f>> {
        let place = self.object_at(at, None)?;
        let trailer = Value(&self.bytes[place.clone()]);
        let table = self.unpacked(place)?;
        let whole = |value: Value<'_>| value.items().filter_map(Value::integer).collect::<Vec<usize>>();
        let widths: [usize; 3] = whole(trailer.get("W")?).try_into().ok()?;
        if widths.iter().any(|width| *width > 8) || widths == [0; 3] {
            return None;
        }
        let ranges = trailer
            .get("Index")
            .map_or_else(|| Some(vec![0, trailer.get("Size")?.integer()?]), |index| Some(whole(index)))?;
        let numbers = ranges.chunks_exact(2).flat_map(|range| range[0]..range[0].saturating_add(range[1]));
        let entries = numbers.zip(table.chunks_exact(widths.iter().sum())).map(|(number, entry)| {
            let (kind, rest) = entry.split_at(widths[0]);
            let (place, index) = rest.split_at(widths[1]);
            let field = |bytes: &[u8]| bytes.iter().fold(0, |sum, byte| sum << 8 | usize::from(*byte));
            let lies = match if kind.is_empty() { 1 } else { field(kind) } {
                1 => Some(Place::At(field(place))),
                2 => Some(Place::In { pack: field(place).try_into().ok()?, index: field(index) }),
                _ => None,
            };
            Some((number.try_into().ok()?, lies))
        });
        self.take_in(entries.collect::<Option<Vec<_>>>()?)?;
        Some(trailer)
    }

    fn take_in(&mut self, entries: Vec<(u32, Option<Place>)>) -> Option<()> {
        self.spend(entries.len() * ENTRY)?;
        for (number, place) in entries {
            self.places.entry(number).or_insert(place);
        }
        Some(())
    }

    /// Where the value of the object stands that begins at a place, and has that number, if it is known.
    fn object_at(&mut self, at: usize, number: Option<u32>) -> Option<Range<usize>> {
        let head = &self.bytes[..self.bytes.len().min(at.saturating_add(HEAD))];
        let own = token(head, at)?;
        let generation = token(head, own.end)?;
        let word = token(head, generation.end).filter(|word| &head[word.clone()] == b"obj")?;
        let own = Value(&head[own]).integer()?;
        if number.is_some_and(|number| own != number as usize) {
            return None;
        }
        let found = value(self.bytes, word.end);
        self.spend(found.as_ref().map_or(self.bytes.len(), |found| found.end) - at)?;
        found
    }

    /// What the stream holds whose dictionary stands at a place.
    fn unpacked(&mut self, dict: Range<usize>) -> Option<Vec<u8>> {
        let word = token(self.bytes, dict.end).filter(|word| &self.bytes[word.clone()] == b"stream")?;
        let rest = &self.bytes[word.end..];
        let rest = rest.strip_prefix(b"\r").unwrap_or(rest);
        let rest = rest.strip_prefix(b"\n").unwrap_or(rest);
        let dict = Value(&self.bytes[dict]);
        let only = |value: Value<'f>| value.items().next().unwrap_or(value);
        let mut bytes = Vec::new();
        match dict.get("Filter").map(|filter| only(filter).name()) {
            None => bytes.extend(rest.get(..dict.get("Length")?.integer()?)?),
            Some(Some(b"FlateDecode")) => {
                ZlibDecoder::new(rest).take(self.left as u64).read_to_end(&mut bytes).ok()?;
            }
            Some(_) => return None,
        }
        self.spend(bytes.len())?;
        let how = dict.get("DecodeParms").map(only);
        let whole = |name: &str| how.and_then(|how| how.get(name)).and_then(Value::integer).unwrap_or(1);
        match whole("Predictor") {
            1 => Some(bytes),
            10..=15 => unpredicted(&bytes, whole("Columns")),
            _ => None,
        }
    }

    fn pack(&mut self, number: u32) -> Option<Rc<Pack>> {
        if let Some(known) = self.packs.get(&number) {
            return known.clone();
        }
        let pack = self.unpack(number).map(Rc::new);
        self.packs.insert(number, pack.clone());
        pack
    }

    fn unpack(&mut self, number: u32) -> Option<Pack> {
        let Some(Some(Place::At(at))) = self.places.get(&number).copied() else { return None };
        let place = self.object_at(at, Some(number))?;
        let dict = Value(&self.bytes[place.clone()]);
        let (first, count) = (dict.get("First")?.integer()?, dict.get("N")?.integer()?);
        let bytes = self.unpacked(place)?;
        let mut at = 0;
        let mut word = || {
            let word = token(&bytes, at)?;
            at = word.end;
            Value(&bytes[word]).integer()
        };
        let mut object = || Some((word()?.try_into().ok()?, first.checked_add(word()?)?));
        let objects = (0..count).map_while(|_| object()).collect();
        Some(Pack { bytes, objects })
    }

    /// The value of an object.
    pub(super) fn object(&mut self, id: Id) -> Option<Vec<u8>> {
        match (*self.places.get(&id.number)?)? {
            Place::At(at) => self.object_at(at, Some(id.number)).map(|place| self.bytes[place].to_vec()),
            Place::In { pack, index } => {
                let pack = self.pack(pack)?;
                let (_, at) = pack.objects.get(index).filter(|(number, _)| *number == id.number)?;
                let found = value(&pack.bytes, *at);
                self.spend(found.as_ref().map_or(pack.bytes.len(), |found| found.end).saturating_sub(*at))?;
                found.map(|place| pack.bytes[place].to_vec())
            }
        }
    }

    /// A value, or that of the object that it refers to.
    pub(super) fn followed(&mut self, value: Value<'_>) -> Option<Vec<u8>> {
        match value.reference() {
            Some(id) => self.object(id),
            None => self.spend(value.0.len()).map(|()| value.0.to_vec()),
        }
    }

    /// The pages. One that comes twice is there once.
    ///
    /// # Errors
    /// Where they cannot be found.
    pub(super) fn pages(&mut self) -> Result<Vec<Page>, Unreadable> {
        let top = self.trailer.get("Root").and_then(|root| self.followed(root));
        let top = top.and_then(|root| Value(&root).get("Pages")?.reference()).ok_or_else(|| self.refused())?;
        let (mut pages, mut seen) = (Vec::new(), BTreeSet::new());
        let mut waiting = vec![(top, LETTER, 0)];
        while let Some((id, sheet, turned)) = waiting.pop() {
            if !seen.insert(id) {
                continue;
            }
            let dict = self.object(id).filter(|dict| dict.starts_with(b"<<") && dict.ends_with(b">>"));
            let Some(dict) = dict else { continue };
            let node = Value(&dict);
            let sheet = node.get("MediaBox").and_then(|edges| self.sheet(edges)).unwrap_or(sheet);
            let turned = node.get("Rotate").and_then(|turned| self.turn(turned)).unwrap_or(turned);
            let Some(kids) = node.get("Kids") else {
                pages.push(Page { id, dict, sheet, turned });
                continue;
            };
            let kids = self.followed(kids).unwrap_or_default();
            let kids: Vec<Id> = Value(&kids).items().filter_map(Value::reference).collect();
            waiting.extend(kids.into_iter().rev().map(|kid| (kid, sheet, turned)));
        }
        self.within_bounds().map(|()| pages)
    }

    fn sheet(&mut self, edges: Value<'_>) -> Option<[f32; 4]> {
        let edges = self.followed(edges)?;
        let edges: Vec<f32> = Value(&edges).items().filter_map(Value::real).collect();
        let [one, low, other, high] = edges[..] else { return None };
        let sheet = [one.min(other), low.min(high), one.max(other), low.max(high)];
        (sheet[0] < sheet[2] && sheet[1] < sheet[3]).then_some(sheet)
    }

    fn turn(&mut self, turned: Value<'_>) -> Option<u16> {
        let turned = self.followed(turned)?;
        let turned = (Value(&turned).real()? as i32).rem_euclid(360) as u16;
        Some(if turned.is_multiple_of(90) { turned } else { 0 })
    }
}

/// What stands in rows of so many bytes, each behind a byte that says what was taken off its bytes (PNG, 9.2).
fn unpredicted(rows: &[u8], columns: usize) -> Option<Vec<u8>> {
    if columns == 0 || columns >= rows.len() {
        return None;
    }
    let mut bytes = Vec::with_capacity(rows.len());
    let mut above = vec![0; columns];
    for row in rows.chunks_exact(columns + 1) {
        let (mut left, mut corner) = (0_u8, 0_u8);
        for (byte, up) in row[1..].iter().zip(&mut above) {
            let taken = match row[0] {
                0 => 0,
                1 => left,
                2 => *up,
                3 => left.midpoint(*up),
                4 => nearest(left, *up, corner),
                _ => return None,
            };
            left = byte.wrapping_add(taken);
            corner = std::mem::replace(up, left);
            bytes.push(left);
        }
    }
    Some(bytes)
}

/// Which of three neighbours is nearest to left + above - corner (PNG, 9.4).
fn nearest(left: u8, up: u8, corner: u8) -> u8 {
    let guess = i16::from(left) + i16::from(up) - i16::from(corner);
    let off = |byte: u8| (guess - i16::from(byte)).abs();
    [left, up, corner].into_iter().min_by_key(|byte| off(*byte)).unwrap_or(left)
}
