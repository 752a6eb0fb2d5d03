//! The bibliography of a manuscript: where it lies, and which entries it holds.
//!
//! An entry is a paragraph or an item below a heading that says so. Two entries in one paragraph are parted, and one
//! that is torn over two is put together, even where others stand between its parts.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::document::{Block, Document, Fault, Kind, Mark, Marked, Outline};
use crate::language::{Citing, PARTICLES, SIGNALS, Vocabulary, opens_caption, row};

mod addresses;
pub(crate) mod authors;
mod bibtex;
pub(crate) mod csl;
pub(crate) mod dates;
mod entry;
mod files;
mod prose;
mod ris;
mod strip;

use rustc_hash::FxHashMap;

pub(crate) use bibtex::{class as class_of_bibtex, kind as kind_of_bibtex};
pub use entry::{Entry, Field, Name, Part, Who};
pub use files::read;
pub(crate) use prose::names_cities;
pub(crate) use prose::read as read_reference;
use prose::{LONGEST, has_head};
pub(crate) use ris::{kind as kind_of_ris, sign as sign_of_ris};
pub(crate) use strip::Strip;

/// "Online, accessed": a shorter word than this says nothing of when a work was read.
const SHORT: usize = 5;

/// So many entries at the end of a text are a list even without a heading.
const FEWEST: usize = 3;

/// A heading that is none by its form has at most so many words.
const HEADING: usize = 2;

/// So many years stand at most in what is left over of an entry that is one.
const MOST_YEARS: usize = 4;

/// A line that sends on to another name has so many words at most.
const CROSS: usize = 10;

/// The works that a manuscript lists.
#[derive(Debug, Default)]
pub struct Bibliography {
    /// The entries, in the order of the text.
    pub entries: Vec<Entry>,
    /// The blocks that it takes up, its headings left out. Empty for one in a file of its own.
    pub blocks: Vec<Range<usize>>,
    /// What could not be read, each with its place.
    pub faults: Vec<Fault>,
    /// How many of the entries, the first ones, are of files of their own.
    pub kept: usize,
    /// Whether works may be missing that the manuscript lists: a list is not there or breaks off, or a part of the
    /// manuscript was not read.
    pub incomplete: bool,
}

impl Bibliography {
    /// Whether a block of the manuscript is part of it.
    pub(crate) fn holds(&self, block: usize) -> bool {
        self.blocks.iter().any(|range| range.contains(&block))
    }
}

/// A bibliography in a file of its own.
#[derive(Debug)]
pub struct List {
    /// The path of the file as it is to be shown.
    pub path: String,
    /// What the file holds; the places of its entries lie in it.
    pub text: String,
    /// What it lists.
    pub bibliography: Bibliography,
}

/// All works that a manuscript can cite: those of lists, then those that it lists itself and that no list has. With
/// them, for each entry of a list, the number of the list. Of the lists that it names, those that are not here are
/// missing.
pub fn of<'l>(manuscript: &Document, lists: impl IntoIterator<Item = &'l Bibliography>) -> (Bibliography, Vec<usize>) {
    let lists: Vec<&Bibliography> = lists.into_iter().collect();
    let own = listed_in(&manuscript.blocks);
    let missing = lists.len() < manuscript.preface.bibliographies.len();
    let faults = lists.iter().flat_map(|list| &list.faults).chain(&own.faults);
    let incomplete = missing || !manuscript.is_whole() || faults.into_iter().any(|fault| fault.lost);
    let listed = lists.iter().enumerate();
    let (mut entries, from): (Vec<Entry>, Vec<usize>) =
        listed.flat_map(|(number, list)| list.entries.iter().map(move |entry| (entry.clone(), number))).unzip();
    let title = |entry: &Entry| entry.value("title").map(crate::names::run_together);
    let titles: BTreeSet<String> = entries.iter().filter_map(title).collect();
    let unlisted = |own: &Entry| title(own).is_none_or(|own| !titles.contains(&own));
    entries.extend(own.entries.into_iter().filter(unlisted));
    (Bibliography { entries, kept: from.len(), incomplete, ..own }, from)
}

/// The bibliography among the blocks of a manuscript.
pub fn listed_in(blocks: &[Block]) -> Bibliography {
    let sections = sections(blocks);
    let mut strips = Vec::new();
    for section in &sections {
        let blocks = &blocks[section.clone()];
        let items = blocks.iter().filter(|block| block.kind == Kind::Item).count();
        for block in blocks {
            // A paragraph among items goes on with the one before that is not whole: a converter tore it there. What is
            // no more than a number is that of the next one.
            let is_torn = block.kind == Kind::Paragraph && items * 4 >= blocks.len() * 3;
            let is_open = |last: &&mut Strip<'_>| is_torn && !ends_whole(&last.words) || is_a_number(&last.words);
            if let Some(last) = strips.last_mut().filter(is_open) {
                last.push(block, 0..block.words.len());
                continue;
            }
            let mut strip = Strip::default();
            strip.push(block, 0..block.words.len());
            // What has a label of its own is one entry.
            if strip.label().is_some() {
                strips.push(strip);
            } else {
                strips.extend(parted(strip));
            }
        }
    }
    let mut strips = joined(strips);
    strips.retain(|strip| !is_cross_reference(&strip.words));
    let labelled = strips.iter().filter(|strip| in_brackets(&strip.words).is_some()).count() * 2 > strips.len();
    let mut faults = Vec::new();
    let mut entries = Vec::new();
    for strip in strips {
        let end = in_brackets(&strip.words).filter(|_| labelled && strip.label().is_none());
        let (label, strip) = match end {
            Some(end) => {
                let (label, rest) = strip.split(end);
                (Some(Part { words: label.words[1..end - 1].to_owned(), at: label.whole() }), rest)
            }
            None => (None, strip),
        };
        let mut entry = read_reference(&strip);
        entry.key = label;
        if let Some(before) = entries.last().filter(|_| is_by_the_same(&strip.words)) {
            inherit_author(&mut entry, before);
        }
        if let Some(label) = strip.label() {
            if let Ok(number) = label.words.parse() {
                entry.number = entry.number.or(Some(number));
            } else {
                let is_key = strip.labels().count() == 1;
                strip.labels().for_each(|label| take_label(&mut entry, &label.words, is_key));
                entry.key = Some(label);
            }
        }
        // "[12] http://…" is an entry, too.
        let placed = entry.field("URL").is_some() && entry.rest.is_empty();
        if entry.author.is_empty() && entry.editor.is_empty() && entry.field("title").is_none() && !placed {
            faults.push(Fault::losing(
                entry.at.clone(),
                "this has neither an author nor a title that could be told, and is no entry".to_owned(),
            ));
        } else if holds_several(&entry) {
            faults.push(Fault::losing(
                entry.at.clone(),
                "this holds several entries that could not be told apart".to_owned(),
            ));
        }
        entries.push(entry);
    }
    number(&mut entries);
    if sections.len() > 1 {
        told_once(&mut entries, blocks, &sections);
    }
    Bibliography { entries, blocks: sections, faults, ..Bibliography::default() }
}

/// Leaves out what a list has word for word as an earlier list of the manuscript: each part of a thesis has its own.
fn told_once(entries: &mut Vec<Entry>, blocks: &[Block], sections: &[Range<usize>]) {
    let starts: Vec<usize> = sections.iter().map(|section| blocks[section.start].place(0..1).start).collect();
    let mut seen: FxHashMap<Vec<(&'static str, String)>, usize> = FxHashMap::default();
    entries.retain(|entry| {
        let list = starts.partition_point(|start| *start <= entry.at.start);
        let mut parts: Vec<(&str, String)> = entry.fields.iter().map(|it| (it.name, it.value.clone())).collect();
        parts.extend(entry.author.iter().map(|name| ("author", name.who.sorted())));
        entry.number.is_some() || entry.key.is_some() || *seen.entry(parts).or_insert(list) == list
    });
}

/// Takes names and a year from a label that prints them: `Lane, K. (2015)`, `Ana Lane, 2015`. One that is the key as
/// well says who wrote it; another one no more than the entry leaves out.
fn take_label(entry: &mut Entry, label: &str, is_key: bool) {
    let Some((at, year)) = dates::years(label).next() else { return };
    let before = &label[..at.start];
    let names = authors::authors(before.trim_end_matches([' ', '(', ',']));
    let names: Vec<Name> = names.into_iter().map(|(who, _)| Name { who, at: entry.at.clone() }).collect();
    let says_who = is_key && label.contains(" (") && !names.is_empty();
    if says_who {
        entry.author = names;
    }
    if says_who || entry.field("issued").is_none() && before.ends_with([' ', '(']) {
        entry.put("issued", year.to_string(), entry.at.clone());
    }
}

/// Where a label in square brackets ends that is no number: `[LR21] Lind, K., and Omar Roe`.
fn in_brackets(words: &str) -> Option<usize> {
    let (label, rest) = words.strip_prefix('[')?.split_once(']')?;
    let fits = label.len() <= 12 && label.contains(char::is_alphabetic) && label.split(' ').count() <= 2;
    (fits && rest.starts_with(' ')).then_some(label.len() + 2)
}

/// `27.`, `[3]`
fn is_a_number(words: &str) -> bool {
    let digits = words.trim_matches(['[', ']', '(', ')', '.', ' ']);
    (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether an entry begins with its number: `[3] Lind`, `12. Lind`.
fn begins_with_a_number(words: &str) -> bool {
    words.split_once(' ').is_some_and(|(first, _)| is_a_number(first) && first.ends_with([']', ')', '.']))
}

/// Whether an entry may end here: with a stop, a bracket or a year.
fn ends_whole(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or_default();
    words.ends_with(['.', ')', ']', '>', '/', '”', '"'])
        || has_address(last)
        || last.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether an entry begins with the dash that stands for the names of the one before: `———. 2021. Ports.`
fn is_by_the_same(words: &str) -> bool {
    let dashes = words.trim_start().chars().take_while(|c| matches!(c, '—' | '–' | '-' | '_' | '⸺' | '⸻'));
    let width: usize = dashes.map(|dash| if matches!(dash, '-' | '_') { 1 } else { 2 }).sum();
    width >= 3
}

/// Gives an entry the names that a dash at its head stands for; what follows on the dash are further ones.
fn inherit_author(entry: &mut Entry, before: &Entry) {
    let names = if before.author.is_empty() { &before.editor } else { &before.author };
    let kept = if entry.author.is_empty() { names.len() } else { 1 };
    let own = std::mem::take(&mut entry.author);
    entry.author = names.iter().take(kept).cloned().chain(own).collect();
}

/// Whether so much of an entry belongs to no part of it, with so many years, that it holds more works than one.
fn holds_several(entry: &Entry) -> bool {
    let years = entry.rest.iter().map(|part| dates::years(&part.words).count()).sum::<usize>();
    years > MOST_YEARS
}

/// The stretches of blocks that are listed.
fn sections(blocks: &[Block]) -> Vec<Range<usize>> {
    let outline = Outline::new(blocks);
    let mut sections: Vec<Range<usize>> = Vec::new();
    let mut last: Option<usize> = None;
    for at in (0..blocks.len()).filter(|&at| outline.is_bibliography(at)) {
        if last.replace(at).is_some_and(|last| last + 1 != at) {
            cut(blocks, &mut sections);
        }
        if is_layout(&blocks[at]) {
            continue;
        }
        match sections.last_mut().filter(|section| section.end == at) {
            Some(section) => section.end += 1,
            None => sections.push(at..at + 1),
        }
    }
    cut(blocks, &mut sections);
    // A table behind the list (APA) has cells that a PDF gives as paragraphs.
    let is_entry = |words: &str| has_head(words) || has_address(words);
    let heads = |section: &Range<usize>| section.clone().filter(|&at| is_entry(&blocks[at].words)).count();
    let (mut end, mut captioned) = (0, false);
    sections.retain(|section| {
        let between = &blocks[end..section.start];
        captioned &= !between.iter().any(|block| matches!(block.kind, Kind::Heading(_)));
        captioned |= between.iter().any(|block| opens_caption(&block.words)) && end > 0;
        end = section.end;
        !captioned || heads(section) * 2 >= section.len()
    });
    // A plan of the chapters has one that is called so as well.
    if sections.iter().any(|section| heads(section) * 2 >= section.len()) {
        sections.retain(|section| heads(section) > 0);
    }
    if sections.is_empty() {
        sections.extend(without_heading(blocks));
    }
    sections
}

/// The entries at the very end of a text that heads them by nothing.
fn without_heading(blocks: &[Block]) -> Option<Range<usize>> {
    let end = blocks.iter().rposition(|block| !matches!(block.kind, Kind::Note(_) | Kind::Comment))? + 1;
    let is_entry = |block: &&Block| matches!(block.kind, Kind::Paragraph | Kind::Item) && has_head(&block.words);
    let entries = blocks[..end].iter().rev().take_while(is_entry).count();
    (entries >= FEWEST).then_some(end - entries..end)
}

/// Takes from the last section what stands behind its entries: the captions, notes and remarks of an appendix that has
/// no heading.
fn cut(blocks: &[Block], sections: &mut Vec<Range<usize>>) {
    while let Some(section) = sections.last_mut() {
        let headed = section.clone().filter(|&at| has_head(&blocks[at].words)).count();
        // Where the entries begin with names and a year, a year alone makes no entry, nor does a link: "Last updated on
        // 3 May 2024.", "© 2026 Mary Slate · Contact".
        let dated = headed < FEWEST || headed * 4 < section.len() * 3;
        let stays = section.clone().rev().find(|&at| may_be_an_entry(&blocks[at], dated));
        match stays {
            Some(at) => {
                section.end = at + 1;
                return;
            }
            None => sections.pop(),
        };
    }
}

/// Cells, captions, words that head what follows ("Websites:"), and what lays out a page: `\newpage`, `::: {#refs}`,
/// `{{< pagebreak >}}`.
fn is_layout(block: &Block) -> bool {
    let heads = block.words.ends_with(':') && block.words.split(' ').count() <= HEADING && !is_open(&block.words);
    heads && block.words.starts_with(char::is_uppercase)
        || block.kind == Kind::Cell
        || opens_caption(&block.words)
        || ["\\", ":::", "{{<"].iter().any(|sign| block.words.starts_with(sign))
}

/// Whether a block has what an entry has: a label, a year (if that tells) or an address; or whether it is the end of
/// one.
fn may_be_an_entry(block: &Block, dated: bool) -> bool {
    let words = &block.words;
    let dated = dated && !words.starts_with('©');
    let marked = |mark: &Mark| matches!(mark.what, Marked::Label(_)) || dated && matches!(mark.what, Marked::Link(_));
    block.kind == Kind::Entry
        || block.marks.iter().any(marked)
        || dated && words.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4)
        || has_address(words)
        || has_head(words)
        || Torn::of(words).is_some()
}

/// The entries of one paragraph.
fn parted(strip: Strip<'_>) -> Vec<Strip<'_>> {
    let mut parted = Vec::new();
    let mut rest = strip;
    while let Some(at) = second_entry(&rest.words) {
        let (first, second) = rest.split(at);
        parted.push(first);
        rest = second;
    }
    parted.push(rest);
    parted
}

/// Where a second entry starts in the words of a paragraph.
fn second_entry(words: &str) -> Option<usize> {
    let number = |text: &str| text.strip_prefix('[')?.split_once("] ")?.0.parse::<u32>().ok();
    let first = number(words);
    let starts = words.match_indices(' ').map(|(at, _)| at + 1);
    starts.filter(|&at| at >= 24).find(|&at| {
        let (before, rest) = (&words[..at - 1], &words[at..]);
        if let Some(first) = first {
            return number(rest) == Some(first + 1);
        }
        let last = before.rsplit(' ').next().unwrap_or_default();
        let behind_address = last.contains("://") && rest.starts_with(char::is_uppercase);
        if behind_address {
            // "Springer, 2009." behind it ends the entry.
            let year = dates::years(rest).next();
            return has_head(rest) && year.is_none_or(|(year, _)| rest[year.end..].contains(char::is_alphabetic));
        }
        let complete = before.ends_with('.') && rest.starts_with(char::is_uppercase);
        complete && dates::years(before).next().is_some() && begins_like_an_entry(rest)
    })
}

/// Whether words begin as only an entry does: a name turned round, then a year in brackets or between points, then
/// more.
fn begins_like_an_entry(words: &str) -> bool {
    let Some((name, rest)) = words.split_once(", ") else { return false };
    let family =
        !name.is_empty() && name.len() <= 40 && name.split(' ').count() <= 3 && !name.contains(['.', ':', '"', '“']);
    let initial = rest.split(' ').next().unwrap_or_default();
    let letters = initial.chars().filter(|c| c.is_alphabetic()).count();
    let turned = initial.ends_with(['.', ',']) && letters <= 3 && initial.starts_with(char::is_uppercase);
    family && turned && has_head(words)
}

/// The strips with those that are no entries of their own put to the entries that they belong to.
fn joined(strips: Vec<Strip<'_>>) -> Vec<Strip<'_>> {
    let mut whole: Vec<Strip<'_>> = Vec::new();
    let mut torn: Vec<(usize, Strip<'_>)> = Vec::new();
    let torn_off = |strip: &Strip<'_>| Torn::of(&strip.words).filter(|_| strip.label().is_none());
    // In a list whose entries bear numbers, what has none goes on with the one before.
    let is_counted = |strip: &Strip<'_>| strip.label().is_some() || begins_with_a_number(&strip.words);
    let counted = strips.iter().filter(|strip| is_counted(strip)).count();
    let is_counted_list = counted >= FEWEST && counted * 2 >= strips.len();
    let is_bare = |words: &str| !has_head(words) && !has_address(words) && dates::years(words).next().is_none();
    // Where most begin in small letters, that tells nothing.
    let small = strips.iter().filter(|strip| torn_off(strip) == Some(Torn::Words)).count() * 2 > strips.len();
    for strip in strips {
        // "[PowerPoint" on a line of a PDF, and "presentation]." on the next.
        let closes = strip.words.find(']').is_some_and(|at| strip.words.find('[').is_none_or(|open| at < open));
        let is_open = |last: &Strip<'_>| last.words.len() <= LONGEST && last.words.rfind('[') > last.words.rfind(']');
        if closes && whole.last().is_some_and(is_open)
            || is_counted_list && !whole.is_empty() && !is_counted(&strip) && is_bare(&strip.words)
        {
            whole.last_mut().expect("there is one").append(&strip);
            continue;
        }
        match torn_off(&strip).filter(|torn| !small || *torn != Torn::Words) {
            Some(Torn::Words) if !whole.is_empty() => whole.last_mut().expect("there is one").append(&strip),
            Some(torn_off) if !whole.is_empty() || torn_off != Torn::Words => torn.push((whole.len(), strip)),
            _ => whole.push(strip),
        }
    }
    let mut alone = Vec::new();
    for (at, strip) in torn {
        let open: Vec<usize> = (0..whole.len()).filter(|&at| is_open(&whole[at].words)).collect();
        let before = at.checked_sub(1).filter(|&before| !has_address(&whole[before].words));
        let dated = Torn::of(&strip.words) == Some(Torn::Dated);
        let home = match (open.as_slice(), before) {
            (open, Some(before)) if open.contains(&before) => Some(before),
            ([one], _) if dated => Some(*one),
            (_, Some(before)) => Some(before),
            ([one], None) => Some(*one),
            _ => None,
        };
        match home {
            Some(home) => whole[home].append(&strip),
            None => alone.push((at, strip)),
        }
    }
    for (at, strip) in alone.into_iter().rev() {
        whole.insert(at, strip);
    }
    whole
}

/// Whether a line of a list sends on to the name under which the work stands: "Lane, K., see Weir, A."
fn is_cross_reference(words: &str) -> bool {
    let has_digits = words.contains(|letter: char| letter.is_ascii_digit());
    if has_digits || words.split(' ').count() > CROSS {
        return false;
    }
    let mut behind = words.match_indices([',', '.']).map(|(at, _)| words[at + 1..].trim_start());
    behind.any(|piece| {
        let small = piece.to_lowercase();
        let mut signs = SIGNALS.longest_first().iter();
        signs.any(|sign| small.strip_prefix(sign).is_some_and(|rest| rest.starts_with(' ')))
    })
}

/// What a paragraph that is no entry of its own begins with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Torn {
    /// A year, then an address.
    Dated,
    Address,
    /// Words in small letters.
    Words,
}

impl Torn {
    fn of(words: &str) -> Option<Self> {
        let bare = words.trim_start_matches(['<', '[', '(', ' ']);
        let is_address = |text: &str| {
            let start = text.get(..8).unwrap_or(text).to_ascii_lowercase();
            start.starts_with("http") || start.starts_with("www.") || start.starts_with("//www.")
        };
        let is_bare_address = !bare.contains(' ') && bare.contains('/') && bare.starts_with(char::is_lowercase);
        if is_address(bare) || is_bare_address && bare.split('/').next().is_some_and(|host| host.contains('.')) {
            return Some(Torn::Address);
        }
        let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
        let behind = bare[digits..].trim_start_matches(['.', ',', ' ', '<', '(', '[']);
        if digits == 4 && is_address(behind) {
            return Some(Torn::Dated);
        }
        // "[Online]." at the end of a line of a PDF.
        let is_available = |sign: &&str| {
            let start = bare.get(..sign.len()).is_some_and(|start| start.eq_ignore_ascii_case(sign));
            let behind = bare.get(sign.len()..).unwrap_or_default().trim_start_matches([':', ',', ' ']);
            let next = behind.split([' ', ',']).next().unwrap_or_default();
            start && (behind.starts_with("http") || READ_ON.has(&next.to_lowercase()) && next.len() > SHORT)
        };
        if AVAILABLE.longest_first().iter().any(is_available) {
            return Some(Torn::Address);
        }
        let first = bare.split([' ', '-', '’', '\'']).next().unwrap_or_default();
        // `eXist` is a name.
        let small =
            bare.starts_with(char::is_lowercase) && !first.contains(char::is_uppercase) && !PARTICLES.has(first);
        let site = bare.split(' ').next().is_some_and(|word| word.trim_end_matches('.').contains('.'));
        (small && !site && !has_head(bare)).then_some(Torn::Words)
    }
}

static AVAILABLE: Vocabulary = Vocabulary::of(|language| row(language.citing, &Citing::Available));
static READ_ON: Vocabulary = Vocabulary::of(|language| row(language.citing, &Citing::ReadOn));

/// Whether the words end in the middle of saying when the work was read.
fn is_open(words: &str) -> bool {
    let last = words.trim_end_matches(['.', ' ', ':']).rsplit([' ', '.']).next().unwrap_or_default().to_lowercase();
    READ_ON.has(&last)
}

fn has_address(words: &str) -> bool {
    words.contains("://") || words.contains("www.")
}

/// Takes the printed numbers away where they are no numbering of the list.
fn number(entries: &mut [Entry]) {
    let printed = entries.iter().filter(|entry| entry.number.is_some()).count();
    // A stray number at the head of some entry numbers nothing.
    if printed * 2 <= entries.len() {
        for entry in entries {
            entry.number = None;
        }
    }
}
