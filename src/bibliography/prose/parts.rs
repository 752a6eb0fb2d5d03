//! The parts of an entry, as the best reading of it gives them.

use std::ops::Range;

use super::labels::{Label, Part};
use super::pieces::{Last, Piece, Shape, pieces};
use super::search::best;
use super::weights::Weights;
use super::words::terms;
use super::{Reading, TAKEN, kind};
use crate::bibliography::authors::authors;
use crate::bibliography::{Name, dates};
use crate::language::Term;
use crate::time::When;

/// An entry of more pieces is read as far as these go.
const MOST: usize = 400;

/// A shorter word behind words that are set apart may be "ed", "v", "no".
const SHORT: usize = 3;

/// Reads the parts of an entry whose addresses are told.
pub(super) fn read(reading: &mut Reading<'_>) {
    let from = reading.left.find(|c: char| c != TAKEN && !c.is_whitespace()).unwrap_or(reading.left.len());
    let sets = reading.strip.emphasis.iter().filter(|set| !is_within_words(&reading.left, set));
    let (mut pieces, last) = pieces(&reading.left, from, &sets.cloned().collect::<Vec<_>>());
    pieces.truncate(MOST);
    let online = reading.entry.field("URL").is_some();
    let parts = best(&pieces, last, &Weights::new(&pieces, online));
    for (at, part) in parts.iter().enumerate() {
        take(reading, &pieces, &parts, at, *part);
    }
    for piece in pieces.iter().filter(|piece| piece.shape == Shape::Labelled(Term::Day)) {
        day(reading, piece);
    }
}

/// Whether words that are set apart are no title, but words of one: "The fitness of *Salix alba* on sand".
fn is_within_words(text: &str, set: &Range<usize>) -> bool {
    let plain = |word: &str| !word.is_empty() && word.chars().all(char::is_lowercase);
    let behind = text.get(set.end..).and_then(|behind| behind.strip_prefix(' ')).unwrap_or_default();
    let next = behind.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let goes_on = plain(next) && next.chars().count() >= SHORT && behind[next.len()..].starts_with([' ', ',', '.']);
    let before = text.get(..set.start).and_then(|before| before.strip_suffix(' ')).unwrap_or_default();
    let last = before.rsplit(' ').next().unwrap_or_default();
    let leads = plain(last) && terms(last).has(Term::Little) && !terms(last).has(Term::In);
    goes_on && terms(next).are_within(&[Term::Little, Term::Join]) || leads
}

/// Takes one part into the entry.
fn take(reading: &mut Reading<'_>, pieces: &[Piece], parts: &[Part], at: usize, part: Part) {
    let first = &pieces[part.from];
    let range = first.range.start..pieces[part.to - 1].range.end;
    let name = match part.label {
        Label::Author if edits(pieces, parts, at) => return people(reading, range, Label::Editor),
        Label::Author | Label::Editor | Label::Translator => return people(reading, range, part.label),
        Label::Date => return date(reading, first),
        Label::Volume => "volume",
        Label::Issue => "issue",
        Label::Page => "page",
        Label::Title => "title",
        // A thesis stands in no university: that publishes it.
        Label::Container if kind::publishes(&reading.left[range.clone()].to_lowercase()) => "publisher",
        Label::Container => return container(reading, range, &pieces[part.to - 1]),
        Label::Edition => "edition",
        Label::Publisher => "publisher",
        Label::Place => "publisher-place",
        Label::Genre => "genre",
        Label::Mark => {
            if first.shape == Shape::Mark(Term::In) {
                reading.entry.put("type", "chapter", reading.entry.at.clone());
            }
            return reading.claim(range);
        }
        Label::Other if at == 0 && first.shape == Shape::Number => return number(reading, first),
        Label::Other => return another(reading, first),
    };
    if matches!(part.label, Label::Volume | Label::Issue | Label::Page) && first.value != range {
        reading.claim(range.start..first.value.start);
        return reading.take(name, first.value.clone());
    }
    reading.take(name, range);
}

/// The name of what the work is in, without the preposition that leads on to its day: "Hafenzeitung vom 28.09.2004".
fn container(reading: &mut Reading<'_>, range: Range<usize>, last: &Piece) {
    let name = &reading.left[range.clone()];
    let end = name.rfind(' ').filter(|_| last.look.last == Last::Open).unwrap_or(name.len());
    reading.take("container-title", range.start..range.start + end);
}

/// Whether what stands behind the names at the head says that they edited the work.
fn edits(pieces: &[Piece], parts: &[Part], at: usize) -> bool {
    let next = parts.get(at + 1).filter(|part| part.label == Label::Mark);
    next.is_some_and(|part| pieces[part.from].shape == Shape::Mark(Term::Editors))
}

fn people(reading: &mut Reading<'_>, range: Range<usize>, label: Label) {
    // The point behind an initial belongs to it, and the bracket behind short letters: "Institute of Ports (IP)".
    let named = &reading.left[range.clone()];
    let open = named.matches('(').count() > named.matches(')').count();
    let point = usize::from(reading.left[range.end..].starts_with(if open { ')' } else { '.' }));
    let range = range.start..range.end + point;
    let found = authors(&reading.strip.words[range.clone()]);
    let place = |part: Range<usize>| reading.strip.place(range.start + part.start..range.start + part.end);
    let people: Vec<Name> = found.into_iter().map(|(who, part)| Name { who, at: place(part) }).collect();
    if people.is_empty() {
        return;
    }
    match label {
        Label::Editor => reading.entry.editor = people,
        Label::Translator => reading.entry.translator = people,
        _ => reading.entry.author = people,
    }
    reading.claim(range);
}

fn date(reading: &mut Reading<'_>, piece: &Piece) {
    if let Shape::Dated(dated) = &piece.shape {
        reading.issued(&dated.clone(), piece.range.clone());
    }
}

/// The number of an entry that no mark parts from its names.
fn number(reading: &mut Reading<'_>, piece: &Piece) {
    if reading.entry.number.is_none() {
        reading.entry.number = reading.left[piece.range.clone()].parse().ok();
    }
    reading.claim(piece.range.clone());
}

/// `August 14`, of a year that stands at the head.
fn day(reading: &mut Reading<'_>, piece: &Piece) {
    let Some(((month, day), _)) = dates::day_of_year(&reading.left[piece.range.clone()]) else { return };
    let Some(issued) = reading.entry.fields.iter_mut().find(|field| field.name == "issued") else { return };
    let full = format!("{}-{month:02}-{day:02}", issued.value);
    if issued.value.len() == 4 && When::parse(&full).is_ok() {
        issued.value = full;
        reading.claim(piece.range.clone());
    }
}

/// What is no part of its own: when a work first appeared.
fn another(reading: &mut Reading<'_>, piece: &Piece) {
    if piece.shape == Shape::Labelled(Term::Original)
        && let Some(edtf) = dates::leading(&reading.left[piece.range.clone()]).and_then(|dated| dated.edtf)
    {
        reading.entry.put("original-date", edtf, reading.strip.place(piece.range.clone()));
        reading.claim(piece.range.clone());
    }
}
