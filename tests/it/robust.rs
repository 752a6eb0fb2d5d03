//! Whatever the bytes: no panic, every place inside one file, and a broken record takes no other with it.

use std::fmt::Write;
use std::panic::catch_unwind;

use gainsay::load;
use gainsay::model::{Dossier, Home};
use gainsay::text::Texts;

use crate::fuzz::{self, Reader};
use crate::rules::{fixtures, toml_files};

/// The numbers of splitmix64 (Steele, Lea and Flood 2014).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % bound as u64) as usize
    }

    pub(crate) fn of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }
}

/// What the mutations put in: what TOML, EDTF or the records give a meaning.
const FRAGMENTS: &[&str] = &[
    "[[claim]]",
    "\n[[claim]]\n",
    "[claim]",
    "[[claim",
    "]]",
    "[[",
    "[",
    "]",
    "{",
    "}",
    "=",
    ",",
    "\"",
    "'",
    "\"\"\"",
    "'''",
    "#",
    "\\",
    "\\u0000",
    "\\uD800",
    "\0",
    "\u{FEFF}",
    "\u{202E}",
    "\r",
    "\r\n",
    "\n",
    "\t",
    "é",
    "日本",
    "\u{1F468}\u{200D}\u{1F469}",
    "id = \"a\"",
    "id = ",
    "says = { event = \"a\", before = \"a\" }",
    "says = []",
    "cites = [[[[",
    "a.b.c = 1\n",
    "2024-06",
    "2024-02-30",
    "\"2024-06-31\"",
    "\"Y-999999999999\"",
    "\"/\"",
    "\"..\"",
    "\"XXXX\"",
    "\"-9999\"",
    "99999999999999999999",
    "1e400",
    "nan",
    "0x_",
    "-0",
    "true",
    "on = \"2024\"",
    "from = \"2025\", until = \"2020\"",
    "gap = \"P4M\"",
    "gap = \"P99999999999Y\"",
    "who = [\"a\", \"a\"]",
    "not = true",
    "mode = \"hedged\"",
    "[dossier]\n",
    "[dossier.rules]\n",
    "issued = \"2020\"\n",
    "as-of = \"0000\"\n",
    "allow = [{ rule = \"x\", because = \"y\" }]\n",
];

/// Every fixture and every file of our own claims, by name and text.
pub(crate) fn dossiers() -> Vec<(String, String)> {
    let folders = std::fs::read_dir(fixtures()).expect("there are fixtures");
    let mut folders: Vec<_> = folders.map(|folder| folder.expect("the folder can be read").path()).collect();
    let claims = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("claims");
    folders.extend([claims.join("paper"), claims.join("record")]);
    folders.sort();
    let files = folders.iter().flat_map(|folder| toml_files(folder));
    files.map(|file| (file.display().to_string(), std::fs::read_to_string(&file).expect("it can be read"))).collect()
}

/// One change to some bytes.
fn mutate(random: &mut Random, bytes: &mut Vec<u8>, other: &str) {
    let at = random.below(bytes.len() + 1);
    let end = (at + random.below(40)).min(bytes.len());
    match random.below(11) {
        0 if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
        1 => drop(bytes.drain(at..end)),
        2 => bytes.truncate(at),
        3 => {
            let copy = bytes[at..end].to_vec();
            let to = random.below(bytes.len() + 1);
            bytes.splice(to..to, copy);
        }
        4 => {
            let mut lines: Vec<&[u8]> = bytes.split_inclusive(|&byte| byte == b'\n').collect();
            if lines.is_empty() {
                return;
            }
            let (from, to) = (random.below(lines.len()), random.below(lines.len()));
            lines.insert(to, lines[from]);
            *bytes = lines.concat();
        }
        5 => {
            let (from, to) = [(b'"', b'\''), (b'\'', b'"'), (b'[', b'{'), (b'=', b'\n')][random.below(4)];
            if let Some(found) = bytes[at..].iter().position(|&byte| byte == from) {
                bytes[at + found] = to;
            }
        }
        6 => {
            let nested = random.of(&["[", "{a=", "[{a=", "\"\"\"", "[["]).repeat(1 + random.below(300));
            bytes.splice(at..at, nested.into_bytes());
        }
        7 => drop(bytes.splice(at..end, vec![random.below(256) as u8; 1 + random.below(4)])),
        8 => {
            let from = random.below(other.len() + 1);
            let piece = other.as_bytes()[from..(from + random.below(120)).min(other.len())].to_vec();
            bytes.splice(at..at, piece);
        }
        _ => drop(bytes.splice(at..at, random.of(FRAGMENTS).bytes())),
    }
}

/// What goes wrong when some bytes are read.
fn goes_wrong(read: fn(&[u8]), bytes: &[u8]) -> Option<String> {
    let panic = catch_unwind(|| read(bytes)).err()?;
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).or(Some("it panics".to_owned()))
}

#[test]
fn no_bytes_make_it_panic_or_point_outside_a_file() {
    let dossiers = dossiers();
    let mut random = Random(20_250_531);
    let mut wrong = String::new();
    for round in 0..crate::cases(2) {
        // The big files of our own claims in turn with the small ones of the fixtures.
        let (name, text) = &dossiers[random.below(dossiers.len())];
        let mut bytes = text.clone().into_bytes();
        if bytes.len() > 3_000 {
            let start = random.below(bytes.len() - 3_000);
            bytes = bytes[start..start + 3_000].to_vec();
        }
        for _ in 0..=random.below(5) {
            let other = &dossiers[random.below(dossiers.len())].1;
            mutate(&mut random, &mut bytes, other);
        }
        if let Some(what) = goes_wrong(fuzz::check, &bytes) {
            let _ = writeln!(wrong, "round {round}, from {name}: {what}\n{}\n", String::from_utf8_lossy(&bytes));
            break;
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn nothing_but_odd_bytes_is_no_trouble() {
    let cases: [&[u8]; 12] = [
        b"",
        b"\0",
        b"\xFF\xFE[\0[\0c\0",
        b"[[",
        b"[[claim]]\n\xF0\x9F",
        b"[[claim]]\nid = \"",
        b"[[claim]]\nid = \"a\"\ntext = \"\"\"\n",
        b"[[claim]]\nid = \"\\uD800\"",
        b"[[claim]]\r",
        b"\xEF\xBB\xBF\xEF\xBB\xBF[[claim]]",
        b"[[claim]]\nid = \"a\"\nsays = { event = \"a\", on = \"\" }",
        b"[dossier]\nissued = \"\"\nas-of = \"\"\n[dossier.rules]\n\"\" = \"\"",
    ];
    for bytes in cases {
        assert_eq!(goes_wrong(fuzz::check, bytes), None, "{}", String::from_utf8_lossy(bytes));
    }
    let deep = ["[", "{ a = ", "[{ a = "].map(|open| format!("[[claim]]\nid = \"a\"\nsays = {}", open.repeat(100_000)));
    for text in deep {
        assert_eq!(goes_wrong(fuzz::check, text.as_bytes()), None);
    }
}

fn read(text: &str) -> (Texts, Dossier) {
    let mut texts = Texts::default();
    let file = texts.add("a.toml", text.to_owned()).expect("a test is small");
    let dossier = load::read(&mut texts, &[(file, Home::Own)]);
    (texts, dossier)
}

/// The ids of all records that have one.
fn ids(texts: &Texts, dossier: &Dossier) -> Vec<String> {
    let words = dossier.sources.iter().map(|row| row.id).chain(dossier.entities.iter().map(|row| row.id));
    let words = words.chain(dossier.events.iter().map(|row| row.id)).chain(dossier.claims.iter().map(|row| row.id));
    let words = words.chain(dossier.facts.iter().map(|row| row.id)).chain(dossier.relations.iter().map(|row| row.id));
    let words = words.chain(dossier.quantities.iter().map(|row| row.id));
    words.map(|word| texts.read(word).to_owned()).collect()
}

#[test]
fn a_broken_record_takes_no_other_with_it() {
    type Break = (&'static str, fn(&str) -> String);
    let breaks: [Break; 8] = [
        ("an open bracket", |record| record.trim_end().to_owned() + "\ncites = [\"a\",\n\n"),
        ("an open brace", |record| record.trim_end().to_owned() + "\nsays = { event = \"a\",\n\n"),
        ("a date without quotes", |record| record.trim_end().to_owned() + "\nissued = 2024-06\n\n"),
        ("a header without its end", |record| record.replacen("]]", "]", 1)),
        ("a header without any end", |record| record.replacen("]]", "", 1)),
        ("an open string", |record| record.trim_end().to_owned() + "\nnote = \"open\n\n"),
        ("a key without a value", |record| record.trim_end().to_owned() + "\nnote =\n\n"),
        ("a key that stands twice", |record| record.trim_end().to_owned() + "\nnote = \"a\"\nnote = \"b\"\n\n"),
    ];
    let mut wrong = String::new();
    for (name, text) in dossiers() {
        let starts: Vec<usize> = text.match_indices("\n[[").map(|(at, _)| at + 1).collect();
        if read(&text).1.faults.iter().any(|fault| fault.message.contains("TOML")) || text.contains("\"\"\"") {
            continue;
        }
        let every = (starts.len() / 6).max(1);
        for (number, &start) in starts.iter().enumerate().step_by(every) {
            let end = starts.get(number + 1).copied().unwrap_or(text.len());
            let (before, behind) = (read(&text[..start]), read(&text[end..]));
            let mut others = ids(&before.0, &before.1);
            others.extend(ids(&behind.0, &behind.1));
            for (what, broken) in &breaks {
                let mutant = text[..start].to_owned() + &broken(&text[start..end]) + &text[end..];
                let (texts, dossier) = read(&mutant);
                let found = ids(&texts, &dossier);
                let lost: Vec<&String> = others.iter().filter(|id| !found.contains(id)).collect();
                if !lost.is_empty() {
                    let _ = writeln!(wrong, "{name}: {what} in record {number} loses {lost:?}");
                }
                if dossier.faults.is_empty() {
                    let _ = writeln!(wrong, "{name}: {what} in record {number} is not reported");
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Letters of two, three and four bytes, white space that is not ASCII, and what steers.
const LETTERS: [&str; 7] = ["\u{dc}", "\u{2003}", "\u{301}", "\u{1d518}", "\0", "\u{feff}", "\u{202e}"];

#[test]
fn no_reader_panics_wherever_its_text_is_cut_and_whatever_letter_comes_between() {
    // At so many places of a sample.
    let cuts = crate::cases(1).max(32) as usize / 8;
    let mut wrong = String::new();
    for Reader { name, read, sample } in fuzz::READERS {
        let mut tell = |bytes: &[u8]| {
            if let Some(what) = goes_wrong(*read, bytes) {
                let _ = writeln!(wrong, "{name}: {what}\n{}\n", String::from_utf8_lossy(bytes));
            }
        };
        for at in (0..=sample.len()).step_by(1 + sample.len() / cuts) {
            tell(&sample[..at]);
            tell(&sample[at..]);
            // The last is no letter of UTF-8.
            for letter in LETTERS.map(str::as_bytes).into_iter().chain([&b"\xa6\xa6"[..]]) {
                tell(&[&sample[..at], letter, &sample[at..]].concat());
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
