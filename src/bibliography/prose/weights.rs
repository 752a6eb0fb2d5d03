//! How well a part suits its pieces, and its neighbours: the weights of readings.
//!
//! All are in tenths of what a plain sign is worth. A part is weighed by its words ([`Weights::words`]), by the marks
//! inside it ([`Weights::inside`]), and by those around it ([`Weights::ending`], [`Weights::edge`]). They were chosen
//! by hand from what styles prescribe, and hold for all styles alike: the list of works that are printed in every
//! style and read back (`tests/styles`) says how well they do.

#![expect(clippy::match_same_arms, reason = "each arm is a weight of its own, and the first that fits counts")]

use super::labels::{LABELS, Label, Part, Used};
use super::pieces::{First, Gap, Last, Look, Piece, Shape};
use crate::language::Term;

/// What a part costs that no entry should have.
const NEVER: i32 = -400;

/// The pieces of an entry, with what the weights need to know of the whole.
pub(super) struct Weights<'p> {
    pieces: &'p [Piece],
    /// The costs of the marks within a part, summed up before each piece, for each label of words.
    inside: Vec<[i32; LABELS.len()]>,
    /// The looks of the pieces, summed up before each.
    looks: Vec<Sum>,
    /// How much the whole entry looks like part of something.
    part_of: i32,
    /// Whether a part of it stands in quotation marks, as titles of articles do.
    quoted: bool,
    /// Whether commas part what points part elsewhere.
    by_commas: bool,
    /// Whether the first name begins with its initials: then none ends with them.
    initials_first: bool,
    /// How many dates there are.
    dates: usize,
}

/// What pieces look like together.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    look: Look,
    /// How much they look like names of persons.
    person: i32,
    serial: i32,
    press: i32,
    body: i32,
    thesis: i32,
    law: i32,
    /// The names of journals that are cut short.
    journals: i32,
}

impl<'p> Weights<'p> {
    pub(super) fn new(pieces: &'p [Piece], online: bool) -> Self {
        let mut inside = vec![[0; LABELS.len()]; pieces.len() + 1];
        let mut looks = vec![Sum::default(); pieces.len() + 1];
        let head = pieces.iter().find(|piece| piece.shape == Shape::Words);
        let initials_first = head.is_some_and(|piece| piece.look.initials > 0 && piece.starts_with_initial);
        for (at, piece) in pieces.iter().enumerate() {
            for label in LABELS {
                let people = matches!(label, Label::Author | Label::Editor | Label::Translator);
                // Editors may stand in another order than the authors.
                let initials_first = (label == Label::Author).then_some(initials_first);
                let cost = at.checked_sub(1).map_or(0, |before| {
                    let before = &pieces[before];
                    crossing(label, before, piece) + if people { astray(before, piece, initials_first) } else { 0 }
                });
                inside[at + 1][label as usize] = inside[at][label as usize] + cost;
            }
            looks[at + 1] = looks[at].and(piece);
        }
        let quoted = pieces.iter().any(|piece| piece.quote > 0);
        let stops = pieces.iter().skip(2).filter(|piece| piece.gap.has(Gap::STOP) && !piece.gap.has(Gap::SHORT));
        let by_commas = stops.count() == 0;
        let has_day = pieces.iter().any(|piece| match &piece.shape {
            Shape::Dated(dated) => dated.edtf.as_ref().is_some_and(|edtf| edtf.len() == 10),
            shape => *shape == Shape::Labelled(Term::Day),
        });
        // What has an address or a title in quotation marks is mostly part of something, and what appeared on a day may
        // be.
        let part_of = match () {
            () if quoted || online => 2,
            () if has_day => 0,
            () => -4,
        };
        let dates = pieces.iter().filter(|piece| matches!(piece.shape, Shape::Dated(_))).count();
        Self { pieces, inside, looks, part_of, quoted, by_commas, initials_first, dates }
    }

    /// How well a part suits its pieces; `None` if it cannot be, nor any that is longer.
    pub(super) fn part(&self, label: Label, from: usize, to: usize) -> Option<i32> {
        let piece = &self.pieces[from];
        let one = to == from + 1;
        match label {
            Label::Date => dated(piece).filter(|_| one),
            Label::Volume | Label::Issue | Label::Page => counted(label, piece),
            Label::Edition => edition(piece),
            Label::Mark => matches!(piece.shape, Shape::Mark(_)).then_some(0),
            Label::Genre => genre(piece),
            Label::Other => Some(other(piece)),
            _ => {
                let last = &self.pieces[to - 1];
                let closed = matches!(
                    last.shape,
                    Shape::Words | Shape::Number | Shape::Dated(_) | Shape::Labelled(_) | Shape::Mark(Term::In)
                );
                let names = matches!(label, Label::Author | Label::Editor | Label::Translator | Label::Place);
                let marked = matches!(last.shape, Shape::Mark(Term::EditedBy | Term::TranslatedBy));
                let introduced = matches!(piece.shape, Shape::Mark(_)) && from > 0;
                if marked || introduced || names && !matches!(last.shape, Shape::Words) || !closed && one {
                    return None;
                }
                let inside = self.inside[to][label as usize] - self.inside[from + 1][label as usize];
                let labelled = if matches!(piece.shape, Shape::Labelled(_)) { -20 } else { 0 };
                (inside > NEVER).then(|| inside + labelled + self.words(label, from, to))
            }
        }
    }

    /// What the words of a part say for its label.
    fn words(&self, label: Label, from: usize, to: usize) -> i32 {
        let sum = self.looks[to].without(&self.looks[from]);
        let exact = self.exact(from, to);
        let first = &self.pieces[from];
        let Look { words, small, capital, digits, initials, .. } = sum.look;
        match label {
            Label::Author => sum.person - 12 * digits - 10 * sum.law.min(1) + if exact.1 { -10 } else { 0 },
            Label::Editor | Label::Translator => sum.person.min(14) - 20 * digits - 6,
            Label::Title => {
                let length = 3 * small + capital + digits + sum.look.little;
                let within = first.quote > 0 && self.pieces[to - 1].quote == first.quote;
                let quoted = match () {
                    () if exact.0 && self.names_a_journal(from, to) => -20,
                    () if exact.0 => 40,
                    () => -8 * i32::from(within),
                };
                let set = if exact.1 { if self.quoted { 10 } else { 22 } } else { 0 };
                let short = if words <= 1 && !exact.0 && !exact.1 { -9 } else { 0 };
                let bare = small + sum.look.little == 0 && !exact.0 && !exact.1;
                let named = if initials > 0 && bare { -12 } else { 0 };
                let paged =
                    if to > from + 1 && self.pieces[to - 1].is_range() && self.pieces[to - 1].shape == Shape::Number {
                        -12
                    } else {
                        0
                    };
                let last = &self.pieces[to - 1];
                let placed = if to > from + 1 && last.look.city && last.gap.has(Gap::COMMA) { -12 } else { 0 };
                // `Lind, E. M. Nine Quays`: the second initial of a name.
                let second = first.look.initials == 1 && first.range.len() == 1 && first.gap == Gap::SHORT;
                let second = second && to > from + 1 && self.pieces[from + 1].gap == Gap::SHORT;
                let short = short + named + paged + placed - 12 * i32::from(second);

                let worded = self.pieces[from..to]
                    .iter()
                    .any(|piece| piece.shape == Shape::Words && piece.look.digits < piece.look.words);
                let wordless = if !worded && !exact.0 && !exact.1 { -25 } else { 0 };
                wordless - 18 * sum.journals.min(1) + 5 * sum.law.min(1) + length.min(30) - 6 * (initials - 1).max(0)
                    + quoted
                    + set
                    + short
                    + start(first)
                    - 4 * sum.serial.min(1)
            }
            Label::Container => {
                let set = if exact.1 { 22 } else { 0 };
                let quoted = match () {
                    () if exact.0 && self.names_a_journal(from, to) => 20,
                    () if exact.0 => -25,
                    () => 0,
                };
                let abbreviated = if sum.look.is_short() && words <= 8 && small == 0 { 4 } else { 0 };
                let wordless = match () {
                    // `BMJ`
                    () if small + capital == 0 && words == 1 && initials == 1 => -8,
                    () if small + capital == 0 => -25,
                    () => 0,
                };
                let city = if first.look.city && to == from + 1 && !exact.1 { -10 } else { 0 };
                12 * sum.journals.min(1) + city + wordless - 4 * initials + 8 * sum.serial.min(2) + 2 * capital.min(5)
                    - small
                    - (words - 12).max(0) * 3
                    - 4 * digits.min(2)
                    + set
                    + quoted
                    + abbreviated
                    + start(first)
                    - 4 * sum.press.min(1)
                    - 15 * sum.thesis.min(1)
            }
            Label::Publisher => {
                let set = if exact.1 || exact.0 { -12 } else { 0 };
                let wordless = if small + capital + initials == 0 { -25 } else { 0 };
                // A subtitle has words in small letters, a publisher hardly any.
                let plain = match sum.press + sum.body {
                    0 => 10 * small + 3 * sum.look.little + 5 * sum.look.bound,
                    _ => 4 * small,
                };
                wordless + 9 * sum.press.min(2) + capital.min(3) - plain - (words - 6).max(0) * 4 - 4 * digits
                    + set
                    + 4 * sum.body.min(1)
                    - 6 * sum.serial.min(1)
                    + start(first)
                    - if first.look.city && to == from + 1 { 10 } else { 0 }
            }
            Label::Place => {
                let city = if first.look.city && self.pieces[to - 1].look.city { 12 } else { 1 };
                city - 10 * small
                    - 5 * sum.look.little
                    - 10 * digits
                    - (words - 3).max(0) * 6
                    - 8 * (sum.serial + sum.press + sum.body).min(1)
                    + start(first)
                    - 4 * initials
            }
            _ => 0,
        }
    }

    /// Whether a quotation names what the work is in, as the styles of Italy and Poland have it: behind a title and a
    /// mark, no words behind it (`Le aste, «Mercati», 12 (2019)`).
    fn names_a_journal(&self, from: usize, to: usize) -> bool {
        let quoted = self.looks[to].without(&self.looks[from]).look;
        let marked = self.pieces[from].gap.has(Gap::COMMA.or(Gap::STOP).or(Gap::SEMICOLON));
        let title = from.checked_sub(1).map(|before| &self.pieces[before]);
        let title = title.filter(|piece| piece.shape == Shape::Words && piece.look.is_worded());
        let worded = |piece: &Piece| piece.shape == Shape::Words && piece.look.capital > 0 && !piece.look.city;
        let shorter = title.is_some_and(|title| quoted.small == 0 || quoted.small < title.look.small);
        marked && shorter && !self.pieces[to..].iter().any(worded)
    }

    /// Whether a part is all of a quotation, and whether it is all of a stretch that is set apart.
    fn exact(&self, from: usize, to: usize) -> (bool, bool) {
        let whole = |of: fn(&Piece) -> u16| {
            let of = |at: usize| self.pieces.get(at).map_or(0, of);
            let first = of(from);
            first > 0 && of(to - 1) == first && of(to) != first && (from == 0 || of(from - 1) != first)
        };
        // What a title quotes is no title: `The last scene of the “Odyssey”`.
        let quotes = self.pieces[from].gap == Gap::QUOTE
            && from.checked_sub(1).is_some_and(|before| {
                let before = &self.pieces[before];
                before.shape == Shape::Words && before.look.small + before.look.little > 0
            });
        (whole(|piece| piece.quote) && !quotes, whole(|piece| piece.set))
    }

    /// What a reading has used with a part more.
    pub(super) fn used(&self, used: Used, part: Part) -> Used {
        let used = used.with(part.label);
        let within = part.label == Label::Mark && self.pieces[part.from].shape == Shape::Mark(Term::In);
        if within { used.within() } else { used }
    }

    /// What a whole reading is worth for the parts that it has.
    pub(super) fn whole(&self, used: Used) -> i32 {
        let has = |label| used.has(label);
        let mut score = 0;
        if !has(Label::Title) {
            score -= if has(Label::Container) && has(Label::Volume) { 15 } else { 40 };
        }
        if !has(Label::Author) && !has(Label::Editor) {
            score -= 8;
        }
        if !has(Label::Date) {
            score -= 12;
        }
        let has_city = || self.pieces.iter().any(|piece| piece.look.city);
        if has(Label::Place) && !has(Label::Publisher) && !has_city() {
            score -= 5;
        }
        if has(Label::Volume) && !has(Label::Container) {
            score -= 2;
        }
        // Nothing says that the work is in another: a subtitle stands there.
        let told = used.is_within() || [Label::Volume, Label::Issue, Label::Page].into_iter().any(has);
        if has(Label::Container) && !told && self.part_of < 0 {
            score -= if has(Label::Place) { 14 } else { 1 };
        }
        score
    }

    /// Whether a part ends with what may be the first word of an abbreviated name: `…, Clim. Dynam., 22`.
    fn ends_short(&self, from: usize, to: usize) -> bool {
        let last = &self.pieces[to - 1];
        let next = self.pieces.get(to).is_some_and(|next| next.look.is_short() && next.shape == Shape::Words);
        let bare = last.look.words <= 2 && last.look.small + last.look.little + last.look.digits == 0;
        let begins = to == from + 1 || last.gap.has(Gap::COMMA);
        begins && next && bare && last.look.is_short() && last.shape == Shape::Words
    }

    /// What the marks behind a part say for it.
    pub(super) fn ending(&self, label: Label, from: usize, to: usize, gap: Gap) -> i32 {
        let at_the_end = to == self.pieces.len();
        let bare = gap == Gap::default() && !at_the_end;
        let (quoted, set) = self.exact(from, to);
        let (outer, inner) = (self.pieces[from].depth, self.pieces[to - 1].depth);
        let closed = outer == inner || inner == outer + 1 && gap.has(Gap::CLOSE);
        let torn = if closed || to == from + 1 { 0 } else { -15 };
        torn + match label {
            Label::Title | Label::Container if gap.has(Gap::DASH) && !gap.has(Gap::STOP) && !quoted && !set => -12,
            Label::Title if gap.has(Gap::STOP) && self.ends_short(from, to) && !quoted && !set => -16,
            // `Politik nach 1918, Vell 2002`: the date is the title's.
            Label::Title | Label::Container if bare && self.dates > 1 && self.opens_a_date(to) => -16,
            Label::Title if quoted && gap.has(Gap::COLON) => -45,
            Label::Title if quoted && gap == Gap::QUOTE && !self.turns(to) => -20,
            Label::Title if quoted || set => 0,
            Label::Title if gap.has(Gap::STOP) => {
                if gap.has(Gap::SHORT) {
                    1
                } else {
                    4
                }
            }
            Label::Title if gap.has(Gap::SQUARE) => 2,
            Label::Title if gap.has(Gap::CASE) => -4,
            Label::Title if gap.has(Gap::COMMA) && self.by_commas => -2,
            Label::Title if bare && !self.turns(to) => -25,
            Label::Title if gap.has(Gap::COMMA) && !gap.has(Gap::CLOSE.or(Gap::QUOTE)) => -8,
            Label::Title if gap.has(Gap::COLON) => -12,
            Label::Container if bare && !self.turns(to) => -20,
            Label::Container if gap.has(Gap::COLON) => -8,
            // `R. J.` ends no name.
            Label::Author if self.ends_with_initials(from, to) => -16,
            Label::Author if bare && !self.turns(to) => -12,
            // `Act No. 12 of 4 May 1931, on the tolls of quays`
            Label::Date if gap == Gap::COMMA && self.goes_on_small(to) => -16,
            Label::Place if gap.has(Gap::COLON) => 6,
            Label::Publisher if gap.has(Gap::COLON) => -12,
            Label::Volume | Label::Issue | Label::Page if bare && !self.turns(to) => -25,
            Label::Publisher | Label::Place | Label::Editor | Label::Translator | Label::Genre | Label::Other
                if bare && !self.turns(to) =>
            {
                -15
            }
            _ => 0,
        }
    }

    /// Whether a date stands at a piece, behind a preposition.
    fn opens_a_date(&self, at: usize) -> bool {
        self.pieces[at - 1].look.last == Last::Open
            && matches!(self.pieces.get(at).map(|next| &next.shape), Some(Shape::Dated(_)))
    }

    /// Whether a piece is words that go on in small letters.
    fn goes_on_small(&self, at: usize) -> bool {
        self.pieces.get(at).is_some_and(|piece| {
            piece.shape == Shape::Words && piece.look.first != First::Other && piece.look.words > 1
        })
    }

    /// Whether names end with one that begins with initials and has no more.
    fn ends_with_initials(&self, from: usize, to: usize) -> bool {
        let last = &self.pieces[to - 1];
        let bare = last.look.capital == 0 && last.look.initials > 0 && to > from + 1;
        bare && (last.look.is_joined() || self.initials_first && last.gap.has(Gap::COMMA.or(Gap::SHORT)))
    }

    /// Whether another part may start at a piece though no mark stands before it: at a date, a mark's words, a number
    /// that counts nothing behind it.
    fn turns(&self, at: usize) -> bool {
        let goes_on = |next: &Piece| next.gap == Gap::default() && next.shape == Shape::Words;
        self.pieces.get(at).is_none_or(|piece| match piece.shape {
            Shape::Words => false,
            Shape::Number => !self.pieces.get(at + 1).is_some_and(goes_on),
            _ => true,
        })
    }

    /// What it says for a part that an entry begins with it.
    pub(super) fn opening(&self, label: Label) -> i32 {
        match label {
            // A dash stands for the names of the entry before: behind its point no further ones follow.
            Label::Author if self.pieces[0].gap.has(Gap::DASH) && self.pieces[0].gap.has(Gap::STOP) => -40,
            Label::Author if self.pieces[0].gap.has(Gap::DASH) && !self.pieces[0].look.is_joined() => -14,
            Label::Author => 4,
            Label::Title if self.is_numbered() => -14,
            Label::Title => -4,
            Label::Editor => -2,
            Label::Other if self.is_numbered() => 4,
            Label::Other | Label::Mark => -8,
            _ => -25,
        }
    }

    /// What stands before a part says for it: the part before, and the marks between.
    pub(super) fn edge(&self, before: Part, used: Used, label: Label, from: usize) -> i32 {
        self.edge_of_people(before, used, label, from)
            .or_else(|| self.edge_of_titles(before, used, label, from))
            .unwrap_or_else(|| self.edge_of_rest(before, used, label, from))
    }

    /// The edges beside people, and beside the words that say what they did.
    fn edge_of_people(&self, before: Part, used: Used, label: Label, from: usize) -> Option<i32> {
        let gap = self.pieces[from].gap;
        let last = &self.pieces[before.to - 1];
        let marked = |term: &[Term]| matches!(&last.shape, Shape::Mark(mark) if term.contains(mark));
        let next = &self.pieces[from].shape;
        let numbered = before.to == 1 && before.label == Label::Other && last.shape == Shape::Number;
        match (before.label, label) {
            (Label::Author, _) if self.goes_on_with_people(before.to - 1, from) => Some(-30),
            (_, Label::Author) if numbered => Some(4),
            (_, Label::Title) if numbered => Some(-4),
            (Label::Mark, Label::Container) if marked(&[Term::In]) => Some(24),
            (Label::Mark, Label::Editor) if marked(&[Term::In]) => Some(18),
            (Label::Editor, label) if label != Label::Mark && self.is_in(before.from) => Some(-10),
            (Label::Mark, Label::Container) if marked(&[Term::Editors]) => Some(8),
            // `Cheah, P., eds. Harbours: …`
            (Label::Mark, Label::Editor) if marked(&[Term::Editors]) && !used.has(Label::Title) => Some(-25),
            (Label::Mark, Label::Editor | Label::Translator)
                if gap.has(Gap::SEMICOLON.or(Gap::COMMA).or(Gap::CLOSE).or(Gap::STOP)) =>
            {
                Some(-15)
            }
            (Label::Mark, Label::Editor) if marked(&[Term::EditedBy, Term::Editors]) => Some(20),
            (Label::Mark, Label::Translator) if marked(&[Term::TranslatedBy, Term::Translators]) => Some(20),
            (Label::Mark, Label::Title) if marked(&[Term::In]) => Some(-20),
            (Label::Mark, Label::Author) => Some(-20),
            // `In Essays, ed. Ruth Holm`: the names follow.
            (Label::Editor, Label::Mark) if used.has(Label::Container) && self.leads_names(from) => Some(-10),
            (Label::Editor, Label::Mark) if *next == Shape::Mark(Term::Editors) => Some(24),
            (Label::Translator, Label::Mark) if *next == Shape::Mark(Term::Translators) => Some(24),
            (Label::Author, Label::Mark) if *next == Shape::Mark(Term::Editors) => Some(4),
            (_, Label::Mark) if matches!(next, Shape::Mark(Term::Editors | Term::Translators)) => Some(-10),
            // What stands before an "in" is the title's.
            (Label::Container | Label::Place | Label::Publisher, Label::Mark) if *next == Shape::Mark(Term::In) => {
                Some(-20)
            }
            (_, Label::Editor | Label::Translator) => Some(-14),
            _ => None,
        }
    }

    /// The edges between who, when and the title.
    fn edge_of_titles(&self, before: Part, used: Used, label: Label, from: usize) -> Option<i32> {
        let gap = self.pieces[from].gap;
        let head = gap.has(Gap::STOP.or(Gap::QUOTE).or(Gap::COLON));
        let untitled = !used.has(Label::Title);
        match (before.label, label) {
            (Label::Author, Label::Date) if gap.has(Gap::OPEN) => Some(12),
            (Label::Author, Label::Date) => Some(6),
            (_, Label::Title) if used.is_within() => Some(-25),
            // What stands between a title and the rest is more of it, and so is what stands before one.
            (Label::Title | Label::Container, Label::Other) if gap.has(Gap::STOP) && self.is_plain(from) => Some(-16),
            (Label::Other, Label::Title) if self.is_plain(before.from) => Some(-12),
            (Label::Author, Label::Title) if head => Some(4),
            // Where initials stand first the point of one ends no name.
            (Label::Author, Label::Title) if gap.has(Gap::SHORT) && self.initials_first => Some(-8),
            (Label::Author, Label::Title) if gap.has(Gap::SHORT) => Some(4),
            (Label::Author, Label::Title) if self.initials_first => Some(2),
            (Label::Author, Label::Title) => Some(-3),
            (Label::Author, Label::Container) => Some(-6),
            (_, Label::Container) if gap.has(Gap::OPEN) => Some(-18),
            (Label::Title, Label::Container) if gap.has(Gap::CASE) => Some(8),
            (Label::Date, Label::Place | Label::Publisher) if untitled => Some(-15),
            (Label::Author, Label::Place | Label::Publisher) => Some(-15),
            (_, Label::Author) => Some(-25),
            (Label::Date, Label::Title) if !used.has(Label::Container) => Some(5),
            (_, Label::Title)
                if used.has(Label::Container) || used.has(Label::Publisher) || used.has(Label::Volume) =>
            {
                Some(-25)
            }
            (_, Label::Title) if !used.has(Label::Author) && !used.has(Label::Date) => Some(-4),
            _ => None,
        }
    }

    /// The edges behind the title.
    fn edge_of_rest(&self, before: Part, used: Used, label: Label, from: usize) -> i32 {
        let gap = self.pieces[from].gap;
        let stop = gap.has(Gap::STOP);
        let next = &self.pieces[from].shape;
        match (before.label, label) {
            (Label::Container | Label::Title, Label::Volume) if matches!(next, Shape::Labelled(_)) => 3,
            (Label::Container, Label::Volume) if stop => 8,
            (Label::Container, Label::Volume) => 10,
            (Label::Volume, Label::Issue) if gap.has(Gap::OPEN) => 12,
            (Label::Volume | Label::Issue, Label::Page) if gap.has(Gap::COLON.or(Gap::COMMA)) => 10,
            (Label::Volume, Label::Issue) => 5,
            (Label::Volume | Label::Issue, Label::Page) => 3,
            (Label::Date, Label::Volume) if used.has(Label::Container) => 9,
            (Label::Date, Label::Page) if used.has(Label::Container) => 6,
            (Label::Page, Label::Volume | Label::Issue) => -10,
            (Label::Publisher | Label::Place, Label::Volume | Label::Issue) if used.has(Label::Container) => -12,
            (_, Label::Volume) => -6,
            (_, Label::Issue) if !used.has(Label::Volume) => -10,
            (Label::Container | Label::Title, Label::Page) if matches!(next, Shape::Dated(_)) => -14,
            (_, Label::Page) if !used.has(Label::Container) => -6,
            (_, Label::Container) if used.has(Label::Volume) => -15,
            (Label::Title | Label::Genre | Label::Edition, Label::Container) => 4 + self.part_of,
            (Label::Publisher | Label::Place, Label::Container) => -12,
            (Label::Container, Label::Publisher | Label::Place) if !used.is_within() && self.part_of < 0 => -10,
            (_, Label::Container) => self.part_of - 2,
            (Label::Place, Label::Publisher) if gap.has(Gap::COLON) => 18,
            (Label::Publisher, Label::Place) if gap.has(Gap::COLON) => 16,
            (Label::Publisher, Label::Place) if gap.has(Gap::COMMA.or(Gap::OPEN)) => 6,
            (Label::Publisher, Label::Place) if stop => -8,
            (Label::Publisher, Label::Date) => 6,
            (Label::Place, Label::Date) => 3,
            // `Vell: Cais, 1931. Boletim, v. 4, p. 55–60, 1934`: an imprint is told within a title.
            (Label::Page, Label::Date) if from + 1 == self.pieces.len() => 10,
            (Label::Volume | Label::Issue | Label::Page | Label::Container, Label::Date) => 4,
            // A day in brackets behind an address is when that was read.
            (_, Label::Date) if gap.has(Gap::TOLD) && gap.has(Gap::OPEN) && !self.is_a_year(from) => -40,
            (_, Label::Date) if gap.has(Gap::TOLD) => -8,
            (_, Label::Date) => 2,
            (Label::Title, Label::Publisher) if stop => 2,
            (_, Label::Place) if gap.has(Gap::OPEN) => 2,
            (_, Label::Place) => -2,
            _ => 0,
        }
    }

    /// Whether a number stands at the head that may be the entry's own.
    fn is_numbered(&self) -> bool {
        let bare = self
            .pieces
            .get(1)
            .is_some_and(|next| (next.gap == Gap::default() || next.gap == Gap::QUOTE) && next.shape == Shape::Words);
        bare && self.pieces[0].shape == Shape::Number && self.pieces[0].range.len() <= 3
    }

    /// Whether a piece is the given name of a person whose family name is set in capitals, or the next such name:
    /// `LIND, Karl; ROE, Omar. Quays`.
    fn goes_on_with_people(&self, family: usize, at: usize) -> bool {
        let (family, piece) = (&self.pieces[family], &self.pieces[at]);
        let Look { words, small, little, capital, city, capitals, .. } = piece.look;
        let ends = self.pieces.get(at + 1).is_none_or(|next| next.gap.has(Gap::STOP.or(Gap::SEMICOLON)));
        let named = piece.shape == Shape::Words && words <= 3 && capital > 0 && small + little == 0;
        let inverted = self.pieces.get(at + 1).is_some_and(|next| next.gap == Gap::COMMA);
        let next_family = capitals && piece.gap.has(Gap::SEMICOLON) && inverted && words <= 3;
        family.look.capitals && piece.gap == Gap::COMMA && named && ends && !city && !capitals || next_family
    }

    /// Whether names stand behind a mark, and no other mark between.
    fn leads_names(&self, mark: usize) -> bool {
        let parts = Gap::STOP.or(Gap::COMMA).or(Gap::SEMICOLON).or(Gap::CLOSE).or(Gap::COLON);
        self.pieces
            .get(mark + 1)
            .is_some_and(|next| next.shape == Shape::Words && next.look.capital > 0 && !next.gap.has(parts))
    }

    /// Whether a piece is words that stand in no bracket.
    fn is_plain(&self, at: usize) -> bool {
        self.pieces[at].shape == Shape::Words && self.pieces[at].depth == 0
    }

    /// Whether a piece is a year and no more.
    fn is_a_year(&self, at: usize) -> bool {
        matches!(&self.pieces[at].shape, Shape::Dated(dated) if dated.edtf.as_ref().is_some_and(|edtf| edtf.len() == 4))
    }

    /// Whether an "in" stands before a piece.
    fn is_in(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.pieces[before].shape == Shape::Mark(Term::In))
    }
}

impl Sum {
    fn and(mut self, piece: &Piece) -> Self {
        let look = &piece.look;
        self.look.words += look.words;
        self.look.small += look.small;
        self.look.little += look.little;
        self.look.bound += look.bound;
        self.look.capital += look.capital;
        self.look.initials += look.initials;
        self.look.digits += look.digits;
        self.look.last = look.last;
        self.person += person(look);
        let has = |terms: &[Term]| i32::from(terms.iter().any(|term| look.terms.has(*term)));
        self.serial += has(&[Term::Serial, Term::Proceedings]);
        self.press += has(&[Term::Press, Term::University]);
        self.body += has(&[Term::Body, Term::University]);
        self.thesis += has(&[Term::Thesis]);
        self.law += has(&[Term::Law]);
        self.journals += i32::from(look.journal);
        self
    }

    fn without(mut self, before: &Sum) -> Self {
        self.look.words -= before.look.words;
        self.look.small -= before.look.small;
        self.look.little -= before.look.little;
        self.look.bound -= before.look.bound;
        self.look.capital -= before.look.capital;
        self.look.initials -= before.look.initials;
        self.look.digits -= before.look.digits;
        self.person -= before.person;
        self.serial -= before.serial;
        self.press -= before.press;
        self.body -= before.body;
        self.thesis -= before.thesis;
        self.law -= before.law;
        self.journals -= before.journals;
        self
    }
}

/// How much words look like the name of a person, a part of one, or several joined.
fn person(look: &Look) -> i32 {
    if look.terms.has(Term::Others) {
        return 8;
    }
    if look.journal {
        return -20;
    }
    let joined = if look.terms.has(Term::Join) { 3 } else { 0 };
    let wrong = -14 * look.small.min(4) - 3 * look.little;
    if look.terms.has(Term::Body) || look.terms.has(Term::University) {
        return 6 + wrong;
    }
    wrong
        + match (look.capital, look.initials) {
            (0, 0) => 0,
            (0, _) => 5,
            (1..=2, 1..) => 9 + joined,
            (3..=5, 1..) => 6 + joined,
            (1..=2, 0) => 4 + joined,
            (3, 0) => 2 + joined,
            (more, _) => 3 - 2 * (more - 3).min(5) + joined,
        }
}

/// What the start of a part says for its being a name or a title: a small letter speaks against it.
fn start(piece: &Piece) -> i32 {
    if piece.look.is_joined() {
        return -16;
    }
    if piece.look.words == 0 || piece.look.capital + piece.look.initials + piece.look.digits > 0 { 0 } else { -8 }
}

/// What it costs names to go on with a piece that is none of them: behind "et al.", without initials where all others
/// begin with them, a title behind the last initial (`Weiler, H.A. Vitamin D: …`).
fn astray(before: &Piece, piece: &Piece, initials_first: Option<bool>) -> i32 {
    let look = &piece.look;
    let full = look.capital > 0 && look.initials == 0 && !look.is_joined() && !look.terms.has(Term::Others);
    let short = look.terms.has(Term::Short) && look.words == 1;
    match () {
        () if before.look.terms.has(Term::Others) => -25,
        () if initials_first == Some(true) && full && !short && piece.gap.has(Gap::COMMA) => -12,
        () if initials_first == Some(false)
            && before.look.capital == 0
            && before.look.initials > 0
            && piece.gap == Gap::SHORT
            && look.words >= 2
            && look.capital > 0
            && !look.is_joined()
            && !look.terms.has(Term::Particle) =>
        {
            -12
        }
        () => 0,
    }
}

/// What it costs a part to go on over the marks before a piece.
fn crossing(label: Label, before: &Piece, piece: &Piece) -> i32 {
    let gap = piece.gap;
    let has = |gaps: Gap| gap.has(gaps);
    if has(Gap::TOLD) {
        return NEVER;
    }
    let quotes = match label {
        _ if before.quote == piece.quote => 0,
        Label::Title => -4,
        _ => -14,
    };
    let sets = if before.set == piece.set { 0 } else { -12 };
    let marked = if matches!(piece.shape, Shape::Mark(Term::EditedBy | Term::TranslatedBy)) { -30 } else { 0 };
    let labelled = if matches!(piece.shape, Shape::Labelled(_)) { -8 } else { 0 };
    let brackets = if has(Gap::SQUARE) {
        -8
    } else if has(Gap::OPEN) {
        -2
    } else {
        0
    };
    quotes
        + sets
        + marked
        + labelled
        + match label {
            Label::Author | Label::Editor | Label::Translator => {
                let digits = if matches!(piece.shape, Shape::Words | Shape::Mark(Term::In)) { 0 } else { -25 };
                // `Doe, Ada D. Salt: …` goes on with its title.
                let whole = before.gap.has(Gap::COMMA) && before.look.capital > 0 && before.look.initials > 0;
                let stop = match () {
                    () if has(Gap::STOP) => -14,
                    () if whole && gap == Gap::SHORT && piece.look.initials == 0 => -5,
                    () => 0,
                };
                let other = match () {
                    () if has(Gap::COLON) => -20,
                    () if has(Gap::SLASH) => -4,
                    () => 0,
                };
                digits + stop + 3 * brackets + other
            }
            Label::Title => {
                let stop = match () {
                    () if has(Gap::SHORT) && has(Gap::STOP) => -1,
                    () if has(Gap::SHORT) => -3,
                    () if has(Gap::STOP) => -14,
                    () => 0,
                };
                let press = piece.look.terms.has(Term::Press) && piece.look.small + piece.look.little == 0;
                stop + brackets
                    + if has(Gap::SEMICOLON.or(Gap::SLASH)) {
                        -6
                    } else if has(Gap::COMMA) && press {
                        -10
                    } else if has(Gap::COMMA) {
                        -2
                    } else {
                        0
                    }
            }
            Label::Container => {
                let stop = match () {
                    // A question.
                    () if has(Gap::SHORT) && has(Gap::STOP) => -14,
                    () if has(Gap::SHORT) => -1,
                    () if has(Gap::STOP) && before.look.is_short() && piece.look.is_short() => 2,
                    () if has(Gap::STOP) && before.look.is_short() => -3,
                    () if has(Gap::STOP) => -14,
                    () => 0,
                };
                let number = if matches!(piece.shape, Shape::Words) { 0 } else { -6 };
                stop + 2 * brackets
                    + number
                    + if has(Gap::SEMICOLON.or(Gap::SLASH)) {
                        -12
                    } else if has(Gap::COMMA) && piece.look.first != First::Other {
                        -1
                    } else if has(Gap::COMMA) {
                        -6
                    } else {
                        0
                    }
            }
            _ => {
                let stop = if has(Gap::STOP) { -14 } else { 0 };
                let number = if matches!(piece.shape, Shape::Words) { 0 } else { -12 };
                stop + 4 * brackets
                    + number
                    + if has(Gap::COLON.or(Gap::SEMICOLON)) {
                        -14
                    } else if has(Gap::COMMA) {
                        -4
                    } else {
                        0
                    }
            }
        }
}

fn dated(piece: &Piece) -> Option<i32> {
    let Shape::Dated(dated) = &piece.shape else { return None };
    // A day or a month says more surely that it is a date than a number that may be a year.
    let finer = dated.edtf.as_ref().is_none_or(|edtf| edtf.len() > 4 && !edtf.contains('/'));
    let ranged = dated.edtf.as_ref().is_some_and(|edtf| edtf.contains('/'));
    // A number below may be that of a law.
    let early = dated.edtf.as_ref().is_some_and(|edtf| edtf.len() == 4 && edtf.as_str() < "1500");
    Some(if early {
        -10
    } else if ranged {
        -4
    } else if finer {
        6
    } else {
        4
    })
}

fn counted(label: Label, piece: &Piece) -> Option<i32> {
    let meant = match label {
        Label::Volume => Term::Volume,
        Label::Issue => Term::Issue,
        _ => Term::Page,
    };
    match &piece.shape {
        Shape::Labelled(term) if *term == meant => Some(16),
        Shape::Number if label != Label::Page && (piece.range.len() > 5 || piece.is_range()) => None,
        Shape::Number => Some(2),
        Shape::Dated(dated) if dated.edtf.as_ref().is_some_and(|edtf| edtf.contains('/')) && label == Label::Page => {
            Some(0)
        }
        Shape::Dated(dated) if dated.edtf.as_ref().is_some_and(|edtf| edtf.len() == 4) => Some(-14),
        _ => None,
    }
}

fn edition(piece: &Piece) -> Option<i32> {
    match &piece.shape {
        Shape::Labelled(Term::Edition) => Some(14),
        Shape::Words | Shape::Mark(Term::Editors)
            if piece.look.terms.has(Term::Edition) && piece.look.words <= 3 && piece.look.words > 1 =>
        {
            Some(8)
        }
        _ => None,
    }
}

fn genre(piece: &Piece) -> Option<i32> {
    let bracketed = piece.gap.has(Gap::OPEN);
    let told = piece.look.terms.has(Term::Thesis) || piece.look.terms.has(Term::Genre) && bracketed;
    let short = piece.look.words <= 6 && piece.shape == Shape::Words;
    let alone = piece.gap.has(Gap::OPEN);
    let alien = if piece.gap.has(Gap::SQUARE) { -1 } else { -8 };
    (short && (told || alone))
        .then(|| if told { 7 } else { alien } + if piece.look.terms.has(Term::Thesis) { 6 } else { 0 })
}

fn other(piece: &Piece) -> i32 {
    match &piece.shape {
        Shape::Words if piece.look.digits == piece.look.words && piece.gap.has(Gap::OPEN) => -1,
        Shape::Words => -4 - piece.look.words.min(12),
        Shape::Number => -5,
        Shape::Labelled(Term::Other | Term::Extent | Term::Original | Term::Day) => 4,
        Shape::Labelled(_) => -10,
        Shape::Dated(_) | Shape::Mark(_) => -4,
    }
}
