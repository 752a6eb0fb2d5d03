//! An entry cut into pieces at its marks, with what each piece looks like and what stands before it.

use std::ops::Range;

use super::super::dates::{self, Dated};
use super::words::{Terms, names_cities, phrase, terms};
use super::{DOUBLE, SINGLE, TAKEN};
use crate::language::Term;

/// What stands between two pieces, a bit for each kind of mark. None set: a space alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Gap(u16);

impl Gap {
    pub(super) const COMMA: Gap = Gap(1);
    pub(super) const SEMICOLON: Gap = Gap(1 << 1);
    pub(super) const COLON: Gap = Gap(1 << 2);
    /// The end of a sentence.
    pub(super) const STOP: Gap = Gap(1 << 3);
    /// The point of an initial or an abbreviation, which may end a sentence too.
    pub(super) const SHORT: Gap = Gap(1 << 4);
    pub(super) const DASH: Gap = Gap(1 << 5);
    pub(super) const SLASH: Gap = Gap(1 << 6);
    pub(super) const OPEN: Gap = Gap(1 << 7);
    pub(super) const CLOSE: Gap = Gap(1 << 8);
    pub(super) const QUOTE: Gap = Gap(1 << 9);
    /// Where words that are set apart begin or end.
    pub(super) const SET: Gap = Gap(1 << 10);
    /// An address, or another part that is told already.
    pub(super) const TOLD: Gap = Gap(1 << 11);
    /// A square bracket that opens.
    pub(super) const SQUARE: Gap = Gap(1 << 12);
    /// Nothing but a space, between a word in small letters and capitalised ones.
    pub(super) const CASE: Gap = Gap(1 << 13);

    /// Whether it holds any of the marks of another.
    pub(super) fn has(self, other: Gap) -> bool {
        self.0 & other.0 != 0
    }

    /// The marks of both.
    pub(super) const fn or(self, other: Gap) -> Gap {
        Gap(self.0 | other.0)
    }
}

/// What a piece is by its form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Words, which may be part of anything.
    Words,
    /// A number, or a range of them.
    Number,
    /// A number behind a label that says what it counts.
    Labelled(Term),
    /// A date; a year by itself may be a number too.
    Dated(Dated),
    /// Words that say what the next part is, or the one before: `In`, `edited by`, `eds.`
    Mark(Term),
}

/// A stretch of an entry that belongs to one part as a whole.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// Its bytes, without white space and marks.
    pub(super) range: Range<usize>,
    /// Where its number stands, if a label stands before it.
    pub(super) value: Range<usize>,
    /// What stands before it.
    pub(super) gap: Gap,
    pub(super) shape: Shape,
    /// In which quotation it stands, counted from 1.
    pub(super) quote: u16,
    /// In which stretch that is set apart it stands, counted from 1.
    pub(super) set: u16,
    pub(super) look: Look,
    /// Whether its first word is an initial.
    pub(super) starts_with_initial: bool,
    /// In how many brackets it stands.
    pub(super) depth: usize,
    /// Whether a dash stands in it.
    range_mark: bool,
}

impl Piece {
    /// Whether its number is a range.
    pub(super) fn is_range(&self) -> bool {
        self.range_mark
    }
}

/// What the words of a piece look like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// How many there are.
    pub(super) words: i32,
    /// Those in small letters, articles and the like left out.
    pub(super) small: i32,
    /// Articles, prepositions.
    pub(super) little: i32,
    /// Those with a capital, initials left out.
    pub(super) capital: i32,
    /// `J.`, `JA`, `J.-P.`
    pub(super) initials: i32,
    /// Those that hold a digit.
    pub(super) digits: i32,
    /// What some of them tell of the whole.
    pub(super) terms: Terms,
    /// What the last one looks like.
    pub(super) last: Last,
    /// What the first one looks like.
    pub(super) first: First,
    /// Articles and prepositions in small letters that join nothing.
    pub(super) bound: i32,
    /// Whether they name where books appear, and nothing else.
    pub(super) city: bool,
    /// Whether all of them are in capitals, and they are no initials.
    pub(super) capitals: bool,
    /// Whether they are the name of a journal, cut short.
    pub(super) journal: bool,
}

/// What the last word of a piece looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Last {
    /// It may be an abbreviation.
    Short,
    /// It is an article or a preposition in small letters.
    Open,
    #[default]
    Other,
}

/// What the first word of a piece looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum First {
    /// It joins the piece to what stands before: "and".
    Join,
    /// It is in small letters.
    Small,
    #[default]
    Other,
}

impl Look {
    /// Whether the words are joined to those before.
    pub(super) fn is_joined(&self) -> bool {
        self.first == First::Join
    }

    /// Whether the last word may be cut short.
    pub(super) fn is_short(&self) -> bool {
        self.last == Last::Short
    }

    /// Whether they may be those of a title: some in small letters, and no body's.
    pub(super) fn is_worded(&self) -> bool {
        self.small > 0 && self.words > 2 && !self.terms.has(Term::Body) && !self.terms.has(Term::University)
    }
}

/// Cuts an entry into pieces. `sets` are the stretches of it that are set apart.
pub(super) fn pieces(text: &str, from: usize, sets: &[Range<usize>]) -> (Vec<Piece>, Gap) {
    let lower: String = text.chars().map(lowered).collect();
    let mut cutter = Cutter { text, lower, sets, ..Cutter::default() };
    cutter.cut(from);
    join_short_names(&mut cutter.pieces, text);
    tell_originals(&mut cutter.pieces);
    part_at_case(&mut cutter.pieces, text);
    (cutter.pieces, cutter.gap)
}

/// Tells which of two dates in a row is when a work first appeared: `[1867] 1976`, `1976 (1867)`, `published 1867`.
fn tell_originals(pieces: &mut [Piece]) {
    let year = |piece: &Piece| match &piece.shape {
        Shape::Dated(dated) => dated.edtf.as_ref()?.get(..4)?.parse::<i32>().ok(),
        _ => None,
    };
    for at in 0..pieces.len().saturating_sub(1) {
        let (Some(first), Some(second)) = (year(&pieces[at]), year(&pieces[at + 1])) else { continue };
        let bracketed = pieces[at].gap.has(Gap::OPEN) != pieces[at + 1].gap.has(Gap::OPEN);
        let original = if first < second { at } else { at + 1 };
        if bracketed && first != second && pieces[original].gap.has(Gap::OPEN) {
            pieces[original].shape = Shape::Labelled(Term::Original);
        }
    }
}

/// Puts the words of a journal's name together that are cut short each, before the volume: `Fortsch. Phys. 55`. A
/// letter at the volume is that of its section: `Phys. Rev. D93`.
fn join_short_names(pieces: &mut Vec<Piece>, text: &str) {
    let mut last = 1;
    while last < pieces.len() {
        if let Some(first) = short_name_before(pieces, last, text) {
            let section = text[pieces[last].range.clone()].bytes().take_while(u8::is_ascii_uppercase).count();
            let number = &mut pieces[last];
            let is_section = section == 1 && number.shape == Shape::Number;
            let end = if is_section { number.range.start + 1 } else { pieces[last - 1].range.end };
            if is_section {
                (pieces[last].range.start, pieces[last].value.start) = (end, end);
            }
            let range = pieces[first].range.start..end;
            let words = look(&text[range.clone()]);
            let look = Look { capital: words.words, initials: 0, journal: true, ..words };
            pieces[first] = Piece { look, value: range.clone(), range, ..pieces[first].clone() };
            pieces.drain(first + 1..last);
            last = first + 1;
        }
        last += 1;
    }
}

/// Letters that stand for "journal".
const JOURNALS: [&str; 2] = ["J", "Z"];

/// Where the short name of a journal starts that ends before the volume at a piece, or before a year and a volume.
fn short_name_before(pieces: &[Piece], volume: usize, text: &str) -> Option<usize> {
    let counts = match &pieces[volume].shape {
        Shape::Number => !pieces[volume].is_range(),
        Shape::Dated(_) => pieces.get(volume + 1).is_some_and(|next| next.shape == Shape::Number && !next.is_range()),
        _ => false,
    };
    let plain = |piece: &Piece| {
        let Look { words, small, little, digits, .. } = piece.look;
        piece.shape == Shape::Words && piece.depth == 0 && words <= 3 && small + little + digits == 0
    };
    let pointed = |piece: &Piece| piece.gap == Gap::SHORT || piece.gap == Gap::STOP;
    let initial = |piece: &Piece| piece.range.len() == 1;
    let is_journal = |piece: &Piece| JOURNALS.contains(&&text[piece.range.clone()]);
    let before = &pieces[..volume];
    if !counts || pieces[volume].gap.has(Gap::COLON.or(Gap::QUOTE)) || !before.last().is_some_and(plain) {
        return None;
    }
    let mut first = volume - 1;
    while let Some(piece) = first.checked_sub(1).map(|before| &pieces[before]).filter(|_| pointed(&pieces[first])) {
        // What an initial stands before is the name of a person, but for that of "J. Phys."
        let named = first >= 2 && pointed(piece) && initial(&pieces[first - 2]) && !is_journal(&pieces[first - 2]);
        let led = pointed(piece) && !(first >= 2 && is_journal(&pieces[first - 2]));
        let cut = piece.look.words == 1 || piece.look.words == 2 && !led;
        if !plain(piece) || !cut || !is_cut(&text[piece.range.clone()]) || named && !initial(piece) {
            break;
        }
        first -= 1;
    }
    let behind_a_title = |at: usize| at > 0 && pieces[at - 1].look.small > 0 && pieces[at - 1].shape == Shape::Words;
    while first + 1 < volume && initial(&pieces[first]) && !is_journal(&pieces[first]) && !behind_a_title(first) {
        first += 1;
    }
    // `Lind, J. Phys. 12`: of a name turned round.
    let turned = first > 0 && pieces[first].gap.has(Gap::COMMA) && initial(&pieces[first]) && !behind_a_title(first);
    let family = |piece: &Piece| piece.look.initials == 0 && piece.shape == Shape::Words;
    if turned && !pieces[0].starts_with_initial && family(&pieces[first - 1]) {
        first += 1;
    }
    let tells = |piece: &Piece| {
        let last = text[piece.range.clone()].rsplit(' ').next();
        piece.look.terms.has(Term::Serial) || last.is_some_and(|last| JOURNALS.contains(&last))
    };
    let told = first + 2 < volume || pieces[first..volume].iter().any(tells) || behind_a_title(first);
    // `(1960). Waves. Tide Journal, 82`: a title may begin behind a stop.
    let short = |word: &str| may_be_short(word) || terms(&word.to_lowercase()).has(Term::Serial);
    let all_short = || pieces[first..volume].iter().all(|piece| text[piece.range.clone()].split(' ').all(short));
    let apart = pieces[first].gap.has(Gap::COMMA) || behind_a_title(first) || !pieces[first].gap.has(Gap::STOP);
    (first + 1 < volume && told && (apart || all_short())).then_some(first)
}

/// Whether the last of the words is cut short: few letters, or more of them that end in no vowel.
fn is_cut(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or_default();
    last.starts_with(char::is_uppercase)
        && (may_be_short(last) || last.chars().count() <= 11 && !last.ends_with(|c: char| "aeiouy".contains(c)))
}

/// Parts a title from the name of a journal where neither has a mark, as behind a year without one: `2013 Tidal
/// erosion of harbours Journal of Works 24 211`.
fn part_at_case(pieces: &mut Vec<Piece>, text: &str) {
    let bare = |piece: &Piece| piece.gap == Gap::default();
    let dated = pieces.iter().position(|piece| matches!(piece.shape, Shape::Dated(_)) && bare(piece));
    if let Some((at, cut)) = dated.and_then(|dated| before_a_date(pieces, text, dated)) {
        return part(pieces, text, at, cut);
    }
    let Some(first) = dated.map(|dated| dated + 1).filter(|first| pieces.get(*first).is_some_and(bare)) else { return };
    let unmarked = !pieces[first..].iter().any(|piece| piece.gap.has(Gap::STOP.or(Gap::COMMA)));
    let Some((at, cut)) = (first..pieces.len()).rev().find_map(|at| {
        let ends = match pieces.get(at + 1) {
            Some(next) => {
                next.gap.has(Gap::OPEN)
                    || matches!(next.shape, Shape::Mark(_))
                    || next.shape == Shape::Number && bare(next)
            }
            None => unmarked,
        };
        let words = ends && pieces[at].shape == Shape::Words;
        words.then(|| name_at_the_end(&text[pieces[at].range.clone()])).flatten().map(|cut| (at, cut))
    }) else {
        return;
    };
    part(pieces, text, at, cut);
}

/// Where the name of a journal starts in the words before a date and a volume, if those before are names alone:
/// `Holm J. Nets that were mended by hand Nature 1993; 362:834`.
fn before_a_date(pieces: &[Piece], text: &str, dated: usize) -> Option<(usize, usize)> {
    let at = dated.checked_sub(1)?;
    let volume = pieces.get(dated + 1).is_some_and(|next| next.shape == Shape::Number && !next.gap.has(Gap::STOP));
    let names = pieces[..at].iter().all(|piece| piece.shape == Shape::Words && piece.look.small == 0);
    let words = &text[pieces[at].range.clone()];
    let cut = name_at_the_end(words).filter(|_| volume && names && pieces[at].shape == Shape::Words)?;
    let title = look(&words[..cut]);
    (title.small >= 3 && !title.terms.has(Term::Serial)).then_some((at, cut))
}

/// Parts a piece in two before a byte of its words.
fn part(pieces: &mut Vec<Piece>, text: &str, at: usize, cut: usize) {
    let range = pieces[at].range.clone();
    let title = range.start..range.start + text[range.start..range.start + cut].trim_end().len();
    let name = range.start + cut..range.end;
    let journal = Piece {
        gap: Gap::CASE,
        look: look(&text[name.clone()]),
        value: name.clone(),
        range: name,
        ..pieces[at].clone()
    };
    pieces[at] = Piece { look: look(&text[title.clone()]), value: title.clone(), range: title, ..pieces[at].clone() };
    pieces.insert(at + 1, journal);
}

/// Where the capitalised words start that others in small letters stand before, the last of them no preposition: the
/// Rust of "analysis in Rust" belongs to it.
fn name_at_the_end(words: &str) -> Option<usize> {
    let mut start = None;
    let mut at = words.len() + 1;
    for word in words.rsplit(' ') {
        at -= word.len() + 1;
        let little = terms(word).has(Term::Little) || terms(word).has(Term::Particle);
        match () {
            () if word.starts_with(char::is_uppercase) => start = Some(at),
            () if little => {}
            () => return start.filter(|start| *start == at + word.len() + 1),
        }
    }
    None
}

/// A letter in lower case, if that takes as many bytes.
fn lowered(letter: char) -> char {
    let mut lower = letter.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(small), None) if small.len_utf8() == letter.len_utf8() => small,
        _ => letter,
    }
}

#[derive(Default)]
struct Cutter<'t> {
    text: &'t str,
    /// The text in lower case, of the same bytes.
    lower: String,
    sets: &'t [Range<usize>],
    pieces: Vec<Piece>,
    /// Where the piece at hand starts.
    start: Option<usize>,
    /// What stands before it.
    gap: Gap,
    /// How many brackets are open.
    depth: usize,
    /// The marks of the quotations that are open, and how many there were.
    open: Vec<char>,
    quotes: u16,
}

impl Cutter<'_> {
    fn cut(&mut self, from: usize) {
        let mut at = from;
        while let Some(c) = self.text[at..].chars().next() {
            if self.sets.iter().any(|set| set.start == at || set.end == at) {
                self.close(at);
                self.gap = self.gap.or(Gap::SET);
            }
            if self.begins_a_word(at)
                && let Some((shape, value)) = self.typed(at)
            {
                self.close(at);
                let end = value.end;
                self.push(at..end, value, shape);
                at = end;
                continue;
            }
            if self.text[at..].starts_with("//") && self.depth == 0 {
                // What GB/T 7714 and GOST write for "in".
                self.close(at);
                self.push(at..at + 2, at..at + 2, Shape::Mark(Term::In));
                at += 2;
                continue;
            }
            let kept = matches!(c, '?' | '!');
            if let Some(gap) = self.mark(at, c) {
                self.close(if kept { at + 1 } else { at });
                self.bracket(gap);
                self.gap = self.gap.or(gap);
                self.quote(c, gap);
            } else if !c.is_whitespace() && self.start.is_none() {
                self.start = Some(at);
            }
            at += c.len_utf8();
        }
        self.close(self.text.len());
    }

    /// Ends the piece at hand before a byte.
    fn close(&mut self, at: usize) {
        let Some(start) = self.start.take() else { return };
        let range = start..start + self.text[start..at].trim_end().len();
        let whole = self.lower[range.clone()].trim_end_matches('.');
        let known = terms(whole);
        let shape = [Term::Editors, Term::Translators].into_iter().find(|term| known.has(*term));
        self.push(range.clone(), range, shape.map_or(Shape::Words, Shape::Mark));
    }

    fn push(&mut self, range: Range<usize>, value: Range<usize>, shape: Shape) {
        if range.is_empty() {
            return;
        }
        let set = self.sets.iter().position(|set| set.start <= range.start && range.end <= set.end);
        let quote = if self.open.is_empty() { 0 } else { self.quotes };
        let look = look(&self.text[range.clone()]);
        let set = set.map_or(0, |set| set as u16 + 1);
        let first = self.text[range.clone()].split(' ').next().unwrap_or_default().trim_end_matches('.');
        let starts_with_initial = is_initial(first);
        let range_mark = self.text[value.clone()].contains(['-', '–', '—', '−', '‑', '‐']);
        self.pieces.push(Piece {
            range,
            value,
            gap: self.gap,
            shape,
            quote,
            set,
            look,
            starts_with_initial,
            depth: self.depth,
            range_mark,
        });
        self.gap = Gap::default();
    }

    fn before(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back()
    }

    fn behind(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next()
    }

    fn begins_a_word(&self, at: usize) -> bool {
        self.behind(at).is_some_and(char::is_alphanumeric)
            && self.before(at).is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '-' | '‐'))
            && !self.inside_a_number(at)
    }

    /// Whether a digit stands behind the point of a decimal: `2.1`.
    fn inside_a_number(&self, at: usize) -> bool {
        let before = &self.text[..at];
        let digit = |c: char| c.is_ascii_digit();
        before.strip_suffix('.').is_some_and(|rest| rest.ends_with(digit) && !self.ends_a_volume(rest.len()))
            && self.text[at..].starts_with(digit)
    }

    /// Where the volume ends in `Film Comment 40.1 (2004): 17`, whose issue a point parts from it.
    fn volume_with_issue(&self, at: usize) -> Option<usize> {
        let figures = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let volume = figures(&self.text[at..]);
        let behind = self.text[at + volume..].strip_prefix('.')?;
        let issue = figures(behind);
        let ends = [":", " (", ", p"].iter().any(|mark| behind[issue..].starts_with(mark));
        let named = self.start.is_some() || self.gap.has(Gap::COMMA.or(Gap::SET));
        ((1..=3).contains(&volume) && (1..=2).contains(&issue) && ends && named).then_some(at + volume)
    }

    /// Whether a number of its own ends at a byte.
    fn ends_a_volume(&self, at: usize) -> bool {
        self.pieces.last().is_some_and(|piece| piece.range.end == at && piece.shape == Shape::Number)
    }

    /// Whether the words before the number at hand are those of a law.
    fn names_a_law(&self) -> bool {
        self.pieces.iter().rev().nth(1).is_some_and(|piece| piece.look.terms.has(Term::Law))
    }

    /// A piece of a form of its own that starts at a byte, with its number.
    fn typed(&self, at: usize) -> Option<(Shape, Range<usize>)> {
        let text = &self.text[at..];
        let fresh = self.start.is_none();
        if text.starts_with(|c: char| c.is_ascii_digit())
            && let Some(end) = self.edition(at)
        {
            return Some((Shape::Labelled(Term::Edition), at..end));
        }
        if let Some(end) = self.volume_with_issue(at) {
            return Some((Shape::Number, at..end));
        }
        if let Some(dated) = dates::leading(text).filter(|dated| self.ends_a_word(at + dated.end))
            && !self.given_name(text)
            && !self.inside_a_title(at, &dated)
            && !self.abbreviates(text, &dated)
        {
            let end = at + dated.end;
            return Some((Shape::Dated(dated), at..end));
        }
        if let Some((_, length)) = dates::day_of_year(text).filter(|(_, length)| fresh && self.ends_a_word(at + length))
            && self.gap != Gap::default()
        {
            return Some((Shape::Labelled(Term::Day), at..at + length));
        }
        if let Some(labelled) = self.labelled(at) {
            return Some(labelled);
        }
        if let Some(length) = number_length(text, false)
            && self.ends_a_word(at + length)
            && !(self.start.is_some() && self.orders(at + length))
        {
            return Some(match self.extent(at + length) {
                Some(end) => (Shape::Labelled(Term::Extent), at..end),
                None => (Shape::Number, at..at + length),
            });
        }
        let (term, length) = phrase(&self.lower[at..], Terms::marks)?;
        // `(a cura di)` stands behind the names, as `(eds)` does.
        let closed = self.text[at + length..].trim_start_matches('.').starts_with([')', ']']);
        let term = if closed && term == Term::EditedBy { Term::Editors } else { term };
        let stands = match term {
            Term::In => fresh && self.leads_in(at, length),
            Term::Editors if closed => fresh,
            // The `Trans` of a journal's name is no word by itself.
            Term::EditedBy | Term::TranslatedBy => fresh || self.text[at..at + length].contains(' '),
            // `eds R. Whitfield`
            Term::Editors | Term::Translators => self.leads_names(at, length),
            _ => false,
        };
        (stands && self.ends_a_word(at + length)).then_some((Shape::Mark(term), at..at + length))
    }

    /// Whether the name of a month is a person's: `Svoboda, Jan. 2018.`
    fn given_name(&self, text: &str) -> bool {
        let family = self.pieces.len() == 1 && self.pieces[0].look.words == 1;
        self.start.is_none() && self.gap == Gap::COMMA && family && text.starts_with(char::is_alphabetic)
    }

    /// Whether a year stands among words, or ends those before an "in", and another one behind a mark: `Ferry map 2016
    /// of the north. Vell. 2017.`, `The strikes of 1980. In: Ports (1981)`.
    fn inside_a_title(&self, at: usize, dated: &Dated) -> bool {
        let behind = &self.text[at + dated.end..];
        let among = behind.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_alphabetic))
            || self.lower[at + dated.end..].strip_prefix(". ").is_some_and(|rest| {
                let within = phrase(rest, |terms| terms.only(Term::In));
                within.is_some_and(|(_, length)| rest[length..].starts_with(':'))
            });
        let is_year = dated.end == 4 && dated.letter.is_none() && self.start.is_some() && among;
        is_year
            && dates::years(behind).any(|(year, _)| {
                let before = behind[..year.start].trim_end_matches([' ', '(']);
                before.ends_with(['.', ';', ',']) && behind[year.end..].starts_with(['.', ';', ')', ','])
                    || before.ends_with('.') && year.end == behind.len()
            })
    }

    /// Whether what would say "about" is a word of a name: `Sci Total Environ 2024`.
    fn abbreviates(&self, text: &str, dated: &Dated) -> bool {
        let about = dated.edtf.as_ref().is_some_and(|edtf| edtf.ends_with('~'));
        about && self.start.is_some() && text.starts_with(char::is_uppercase)
    }

    /// Whether an "in" that starts a piece says what the work is in: behind a mark, and before a name. That of `(in
    /// Hebrew)` does not.
    fn leads_in(&self, at: usize, length: usize) -> bool {
        let typed = self.pieces.last().is_some_and(|piece| piece.shape != Shape::Words);
        let marked = (self.gap != Gap::default() || typed) && !self.pieces.is_empty();
        let behind = self.text[at + length..].trim_start_matches([':', '.', ' ', '“', '"', '«', '„', '\'', '‘']);
        let (word, rest) = behind.split_at(behind.find(|c: char| !c.is_alphabetic()).unwrap_or(behind.len()));
        if self.gap.has(Gap::OPEN) && rest.starts_with([')', ']']) {
            return false;
        }
        // `Em 2022, mulheres …`
        let digits = behind.trim_start_matches(|c: char| c.is_ascii_digit());
        if digits.len() < behind.len() && digits.starts_with(',') {
            return false;
        }
        // `in the Proceedings of …`
        let behind = if terms(word).has(Term::Little) { rest.trim_start() } else { behind };
        let capital = self.text[at..].starts_with(char::is_uppercase) || self.text[at + length..].starts_with(':');
        marked && (capital && behind.starts_with(char::is_alphanumeric) || behind.starts_with(char::is_uppercase))
    }

    /// A number behind a label. An initial before a year is none, nor before another one: `Paredes T. 2015.`, `Ng, T.
    /// C.`
    fn labelled(&self, at: usize) -> Option<(Shape, Range<usize>)> {
        let (term, length) = phrase(&self.lower[at..], Terms::counts)?;
        let number = self.label_end(at + length, length)?;
        let end = number + number_length(&self.text[number..], term == Term::Volume)?;
        let initial = length == 1 && self.text[at..].starts_with(char::is_uppercase);
        let counted = &self.text[number..end];
        let year = counted.len() == 4 && dates::leading(counted).is_some();
        let second = counted.len() == 1 && counted.starts_with(char::is_uppercase);
        (self.ends_a_word(end) && !(initial && (year || second))).then_some((Shape::Labelled(term), number..end))
    }

    /// Whether names follow on a mark for them: `eds. Ruth Whitfield`, or without any mark before it `ed R Whitfield`.
    fn leads_names(&self, at: usize, length: usize) -> bool {
        let behind = self.text[at + length..].trim_start_matches('.');
        let name = behind.trim_start();
        let initial = name.chars().nth(1).is_some_and(|c| matches!(c, ' ' | '.'));
        let apart = self.start.is_none() && self.gap != Gap::default();
        let small = self.text[at..].starts_with(char::is_lowercase);
        small && behind.starts_with(' ') && name.starts_with(char::is_uppercase) && (apart || initial)
    }

    fn ends_a_word(&self, at: usize) -> bool {
        let mut rest = self.text[at..].chars();
        let next = rest.next();
        let joined =
            matches!(next, Some('-' | '–' | '.' | '\'' | '’')) && rest.next().is_some_and(char::is_alphanumeric);
        next.is_none_or(|c| !c.is_alphanumeric()) && !joined
    }

    /// Where the number behind a label starts. A label of one letter needs its point.
    fn label_end(&self, at: usize, length: usize) -> Option<usize> {
        let rest = &self.text[at..];
        let gap = rest.len() - rest.trim_start_matches(['.', ':', ' ', '\u{a0}', '°', 'º']).len();
        let pointed = rest[..gap].contains(['.', ':', '°', 'º']);
        (gap > 0 && (pointed || length > 1)).then_some(at + gap)
    }

    /// Where `2nd ed.` ends that starts at a byte.
    fn edition(&self, at: usize) -> Option<usize> {
        let rest = &self.lower[at..];
        let digits = rest.find(|c: char| !c.is_ascii_digit()).filter(|digits| *digits <= 2)?;
        let suffix = rest[digits..].find(|c: char| !(c.is_alphabetic() || matches!(c, '.' | 'ª' | 'º' | '°')))?;
        let gap = rest[digits + suffix..].len() - rest[digits + suffix..].trim_start().len();
        let (_, length) = phrase(&rest[digits + suffix + gap..], |terms| terms.only(Term::Edition))?;
        Some(at + digits + suffix + gap + length).filter(|end| self.ends_a_word(*end) && suffix <= 5)
    }

    /// Where `320 pages` ends, whose number ends at a byte.
    fn extent(&self, at: usize) -> Option<usize> {
        if self.pieces.is_empty() {
            return None;
        }
        let rest = self.lower[at..].trim_start_matches([' ', '\u{a0}']);
        let (_, length) = phrase(rest, |terms| terms.only(Term::Page))?;
        let end = self.text.len() - rest.len() + length;
        let behind = self.text[end..].trim_start_matches(['.', ' ']);
        let spaced = rest.len() < self.text.len() - at;
        let ends =
            behind.is_empty() || self.text[end..].starts_with([',', ';', ')']) || self.text[end..].starts_with(". ");
        (spaced && ends && !behind.starts_with(|c: char| c.is_ascii_digit())).then_some(end)
    }

    /// The gap that a mark makes; `None` if it is part of a word.
    fn mark(&self, at: usize, c: char) -> Option<Gap> {
        let (before, next) = (self.before(at), self.behind(at + c.len_utf8()));
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let spaced = next.is_none_or(char::is_whitespace);
        match c {
            TAKEN => Some(Gap::TOLD),
            ',' => (!(digit(before) && digit(next)) || self.start.is_none()).then_some(Gap::COMMA),
            ';' => Some(Gap::SEMICOLON),
            ':' => (spaced || digit(next) || self.start.is_none() || !word(next)).then_some(Gap::COLON),
            '.' if digit(next) && self.ends_a_volume(at) => Some(Gap::default()),
            '.' if self.start.is_some() && self.orders(at) => None,
            '.' | '?' | '!' => self.stop(at, c),
            '|' | '•' | '·' => Some(Gap::STOP),
            '(' | '[' | '{'
                if c == '[' || !(word(before) && next.is_some_and(char::is_alphabetic)) || self.start.is_none() =>
            {
                Some(if c == '[' { Gap::OPEN.or(Gap::SQUARE) } else { Gap::OPEN })
            }
            ')' | ']' | '}' if self.depth > 0 => Some(Gap::CLOSE),
            '-' | '–' | '—' | '−' if !word(before) && !word(next) => Some(Gap::DASH),
            '—' if self.start.is_none() => Some(Gap::DASH),
            '/' if spaced || next == Some('/') || before == Some('/') => Some(Gap::SLASH),
            // `Journal 10/3: 215`, `Report 18/2007`, but not the `Act 15/1999`.
            '/' if digit(next) && self.ends_a_volume(at) && !self.names_a_law() => Some(Gap::SLASH),
            '*' | '_' | '<' | '>' if !word(before) || !word(next) => Some(Gap::SET),
            _ if DOUBLE.contains(&c) || SINGLE.contains(&c) => self.quotation(at, c),
            _ => None,
        }
    }

    fn bracket(&mut self, gap: Gap) {
        match () {
            () if gap.has(Gap::OPEN) => self.depth += 1,
            () if gap.has(Gap::CLOSE) => self.depth -= 1,
            () => {}
        }
    }

    fn stop(&self, at: usize, c: char) -> Option<Gap> {
        let rest = &self.text[at + 1..];
        let behind = rest.trim_start_matches(|c| DOUBLE.contains(&c) || SINGLE.contains(&c) || matches!(c, ')' | ']'));
        let ends =
            behind.is_empty() || behind.starts_with(|c: char| c.is_whitespace() || c == TAKEN || ",;:([".contains(c));
        if !ends && !self.forgets_a_blank(at) {
            // A point that no space follows ends what a number or a bracket follows: `Sci.(2)`.
            return None;
        }
        let next = behind.trim_start().chars().next();
        let goes_on = next.is_some_and(|c| c.is_lowercase() || matches!(c, ',' | ';'));
        let before = self.text[..at].trim_end();
        let word = before.rsplit([' ', '(', '[', '“', '"', '\u{a0}', TAKEN]).next().unwrap_or_default();
        match c {
            '.' if goes_on || is_abbreviation(word) => Some(Gap::SHORT),
            '.' => Some(Gap::STOP),
            // A title may go on behind its question.
            _ => (!goes_on).then_some(Gap::STOP.or(Gap::SHORT)),
        }
    }

    /// Whether a blank is missing behind a point, or stands before it: `of harbours.Nature 12`, `Nucl .Phys`.
    fn forgets_a_blank(&self, at: usize) -> bool {
        let mut behind = self.text[at + 1..].chars();
        let capital = behind.next().is_some_and(char::is_uppercase);
        let goes_on = behind.next().is_some_and(|c| c.is_lowercase() || matches!(c, '.' | ' '));
        let before = &self.text[..at];
        let word = before.trim_end_matches(char::is_alphabetic);
        let long = before.len() - word.len() >= 3 && before.ends_with(char::is_lowercase);
        let spaced = before.ends_with(' ') && self.start.is_some();
        capital && goes_on && (long && !word.ends_with(['.', '/', '@']) || spaced)
    }

    /// Whether the point behind a number makes it one of order: "in the 20. century", as German writes it.
    fn orders(&self, at: usize) -> bool {
        let before = &self.text[..at];
        let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let last = before[..before.len() - digits].strip_suffix(' ').and_then(|before| before.rsplit(' ').next());
        let behind = self.text[at..].strip_prefix(". ").unwrap_or_default();
        (1..=2).contains(&digits)
            && last.is_some_and(|last| last.starts_with(char::is_lowercase) && terms(last).has(Term::Little))
            && behind.starts_with(char::is_uppercase)
    }

    /// A quotation mark that opens or closes: an apostrophe does neither.
    fn quotation(&self, at: usize, c: char) -> Option<Gap> {
        let next = self.behind(at + c.len_utf8());
        let inner = next.is_some_and(char::is_alphanumeric) && !self.runs_into(at, next);
        let apart = self.before(at).is_none_or(|c| c.is_whitespace() || "([—–/\u{1}“„«\"".contains(c));
        let opens = apart && (c == '«' || next.is_some_and(|c| !c.is_whitespace() || c == '\u{a0}'));
        let closes = !inner && self.open.iter().any(|open| closes(*open, c));
        let single = SINGLE.contains(&c);
        (if single { opens && self.closed_later(at, c) || closes } else { opens || closes || !inner })
            .then_some(Gap::QUOTE)
    }

    /// Whether a name runs into the quotation before it, as where a style forgets the blank: `harbours’Journal`.
    fn runs_into(&self, at: usize, next: Option<char>) -> bool {
        let mut before = self.text[..at].chars().rev();
        next.is_some_and(char::is_uppercase) && (0..3).all(|_| before.next().is_some_and(char::is_lowercase))
    }

    /// Whether a single quotation mark is closed further on.
    fn closed_later(&self, at: usize, open: char) -> bool {
        let rest = &self.text[at + open.len_utf8()..];
        let from = self.text.len() - rest.len();
        rest.match_indices(SINGLE).any(|(at, mark)| {
            let next = self.behind(from + at + mark.len());
            let ends =
                self.runs_into(from + at, next) || rest[at + mark.len()..].starts_with(|c: char| !c.is_alphanumeric());
            mark.chars().all(|mark| closes(open, mark)) && ends && !rest[..at].ends_with(' ')
        })
    }

    /// Counts the quotations that are open.
    fn quote(&mut self, c: char, gap: Gap) {
        if !gap.has(Gap::QUOTE) {
            return;
        }
        match self.open.iter().rposition(|open| closes(*open, c)) {
            Some(at) if !matches!(c, '„' | '«' | '‘') || self.open.last() == Some(&'»') => self.open.truncate(at),
            _ => {
                self.quotes += u16::from(self.open.is_empty());
                self.open.push(c);
            }
        }
    }
}

/// Whether a quotation mark closes what another has opened.
fn closes(open: char, mark: char) -> bool {
    match open {
        '“' | '‟' | '”' => matches!(mark, '”' | '"'),
        '„' => matches!(mark, '“' | '”' | '"'),
        '«' => mark == '»',
        '»' => mark == '«',
        '"' => matches!(mark, '"' | '”'),
        '‘' | '\'' | '’' => matches!(mark, '’' | '\''),
        '‚' => matches!(mark, '‘' | '’'),
        _ => false,
    }
}

/// The length of a number or of a range of them: `e1042`, `12A`, `211–229`, `IV` where `roman` numbers may stand.
fn number_length(text: &str, roman: bool) -> Option<usize> {
    let first = single_number(text).or_else(|| roman.then(|| roman_number(text)).flatten())?;
    let rest = &text[first..];
    let trimmed = rest.trim_start_matches(' ');
    let dash = trimmed.chars().next().filter(|c| matches!(c, '-' | '–' | '—' | '‐' | '−' | '‑'));
    let Some(dash) = dash else { return Some(first) };
    let behind = trimmed[dash.len_utf8()..].trim_start_matches(['-', ' ']);
    let second = single_number(behind);
    Some(second.map_or(first, |second| text.len() - behind.len() + second))
}

fn single_number(text: &str) -> Option<usize> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let digits = text[letters..].bytes().take_while(u8::is_ascii_digit).count();
    let end = letters + digits;
    // `15(1_suppl)`
    if digits > 0 && letters == 0 && text[end..].starts_with("_suppl") {
        return Some(end + "_suppl".len());
    }
    let suffix = text[end..].bytes().take_while(u8::is_ascii_alphabetic).count();
    (digits > 0 && letters <= 2 && suffix <= 1 && digits <= 8).then_some(end + suffix)
}

fn roman_number(text: &str) -> Option<usize> {
    let length = text.bytes().take_while(|byte| b"IVXLC".contains(byte)).count();
    (1..=8).contains(&length).then_some(length)
}

/// Whether a point behind this word may be no end of a sentence.
fn is_abbreviation(word: &str) -> bool {
    let bare = word.trim_start_matches(['(', '"', '“', '‘', '\'']);
    let bare = bare.rsplit(['-', '‐']).next().unwrap_or_default();
    let letters = bare.chars().count();
    letters == 1 && bare.chars().all(char::is_alphabetic)
        || bare.contains('.') && bare.split('.').all(|part| part.chars().count() <= 3)
        || terms(&bare.to_lowercase()).has(Term::Short)
}

/// What words look like.
fn look(text: &str) -> Look {
    let mut look = Look::default();
    let long = text.split(' ').nth(2).is_some();
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let Some(first) = bare.chars().next() else { continue };
        // An initial is no word: neither "e" nor "v."
        let initial = bare.len() == first.len_utf8() && first.is_uppercase();
        // `A Comparative Review`
        if long && look.words == 0 && word == "A" {
            look.words = 1;
            look.little += 1;
            continue;
        }
        let known = if initial { Terms::default() } else { terms(&bare.to_lowercase()) };
        look.words += 1;
        look.terms = look.terms.or(known);
        let lower = first.is_lowercase();
        match () {
            () if bare.bytes().any(|byte| byte.is_ascii_digit()) => look.digits += 1,
            () if lower && (known.has(Term::Particle) || known.has(Term::Join) && !known.has(Term::Little)) => {}
            () if lower && known.has(Term::Little) => look.little += 1,
            () if is_initial(bare) => look.initials += 1,
            () if lower && bare.chars().all(|c| c.is_lowercase() || !c.is_alphabetic()) => look.small += 1,
            () => look.capital += 1,
        }
        look.last = match () {
            () if lower && known.has(Term::Little) => Last::Open,
            () if may_be_short(bare) => Last::Short,
            () => Last::Other,
        };
        look.bound += i32::from(look.last == Last::Open && !known.has(Term::Join));
        if look.words == 1 {
            look.first = match () {
                () if lower && known.has(Term::Join) || text.starts_with('&') => First::Join,
                () if lower => First::Small,
                () => First::Other,
            };
        }
    }
    // `et al` is one sign.
    let tail = text.rmatch_indices(' ').nth(1).map_or(text, |(at, _)| &text[at + 1..]);
    let tail = terms(tail.trim_end_matches(['.', ',']).to_lowercase().as_str());
    if tail.has(Term::Others) {
        look.terms = look.terms.or(tail);
    }
    look.capitals = text.chars().filter(|c| c.is_uppercase()).count() > 3 && !text.contains(char::is_lowercase);
    look.city = look.capital > 0 && look.small == 0 && names_cities(text);
    look
}

/// `J`, `J.A`, `JA`, `J-P`, `Ch`.
fn is_initial(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    letters > 0 && (letters == capitals && letters <= 3 || word.contains('.') && capitals * 2 >= letters)
}

/// Whether a word looks cut short: of few letters, the last of them no vowel.
fn may_be_short(word: &str) -> bool {
    let letters = word.chars().count();
    let vowel = word.chars().next_back().is_none_or(|c| "aeiouyAEIOUY".contains(c));
    letters <= 3 || letters <= 6 && !vowel && word.starts_with(char::is_uppercase)
}
