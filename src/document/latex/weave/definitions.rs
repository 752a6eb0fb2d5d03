//! Macros: what a document defines, and what stands where it is used.

use std::ops::Range;

use super::{DEEPEST, Frame, Weaver, parts};
use crate::document::latex::{cite, commands, letters};
use crate::document::parts::Patchwork;

/// A macro of the document.
#[derive(Clone, Debug)]
pub(super) struct Macro {
    /// How many arguments it takes.
    arguments: usize,
    /// What the first is if it is not given; it stands in square brackets then.
    default: Option<String>,
    body: String,
}

/// The longest definition that is filled in, in bytes.
const LONGEST: usize = 4000;

/// What a definition has that asks or computes.
const COMPUTES: &[&str] = &["\\expandafter", "\\csname", "\\if", "\\let", "\\def", "\\newcommand", "\\the", "\\@"];

/// Commands that mean the same whatever a document makes of their looks.
const FIXED: &[&str] = &[
    "begin",
    "end",
    "item",
    "bibitem",
    "par",
    "and",
    "title",
    "author",
    "date",
    "footnote",
    "endnote",
    "thanks",
    "footnotetext",
    "caption",
    "bibliography",
    "href",
    "url",
    "maketitle",
    "tableofcontents",
];

pub(super) fn defines(name: &str) -> bool {
    matches!(
        name,
        "newcommand" | "renewcommand" | "providecommand" | "DeclareRobustCommand" | "def" | "gdef" | "edef" | "xdef"
    ) || name.ends_with("DocumentCommand")
}

fn is_fixed(name: &str) -> bool {
    FIXED.contains(&name)
        || cite::is_of_family(name)
        || commands::heading(name).is_some()
        || commands::silent(name).is_some()
        || commands::COUNTED.contains(&name)
        || commands::ITALIC.contains(&name)
        || letters::symbol(name).is_some()
        || parts::takes_in(name)
}

/// Whether a definition cites or takes in, whatever it prints.
fn tells(body: &str) -> bool {
    let names = body.split('\\').skip(1);
    let name =
        |rest: &str| rest.split(|letter: char| !letter.is_ascii_alphabetic()).next().unwrap_or_default().to_owned();
    names.map(name).any(|name| cite::dress(&name).is_some() || parts::takes_in(&name))
}

impl Weaver<'_> {
    /// A definition is no text; it is kept if what it says can be filled in.
    pub(super) fn definition(&mut self, frame: &mut Frame<'_>, name: &str, after: usize) {
        let start = frame.at;
        frame.at = after + usize::from(frame.from.text[after..frame.end].starts_with('*'));
        let Some((defined, signature, body)) = defined(frame, name) else {
            frame.at = start;
            self.keep(frame, after);
            return;
        };
        let body = frame.from.text[body].replace("\\xspace", "");
        let fits = body.len() < LONGEST && !COMPUTES.iter().any(|sign| body.contains(sign));
        let wanted = !frame.is_silent || tells(&body);
        // `\newcommand{\CITE}{\gls{cite}}` is an abbreviation, whatever its name.
        let plain = |signature: &Signature| signature.0 == 0 && !tells(&body);
        let free = |signature: &_| !is_fixed(defined) || cite::is_of_family(defined) && plain(signature);
        if let Some((arguments, default)) = signature.filter(|signature| fits && wanted && free(signature)) {
            self.macros.insert(defined.to_owned(), Macro { arguments, default, body });
        } else {
            self.macros.remove(defined);
        }
    }

    /// Puts what a macro says where it is used. `false` if it cannot be done.
    pub(super) fn expand(&mut self, frame: &mut Frame<'_>, name: &str, after: usize) -> bool {
        let Some(known) = self.macros.get(name).cloned() else { return false };
        let start = frame.at;
        frame.at = after;
        let arguments = used(frame, &known);
        let Some(arguments) = arguments.filter(|_| frame.depth < DEEPEST) else {
            frame.at = start;
            return false;
        };
        let mut filled = Patchwork::default();
        let mut pieces = known.body.split('#');
        filled.stand_in(pieces.next().unwrap_or_default(), frame.from, start..frame.at);
        for piece in pieces {
            let number = piece.chars().next().and_then(|digit| digit.to_digit(10)).map(|digit| digit as usize);
            match number.and_then(|number| arguments.get(number.checked_sub(1)?)) {
                Some(Some(given)) => filled.copy(frame.from, given.clone()),
                Some(None) => {
                    filled.stand_in(known.default.as_deref().unwrap_or_default(), frame.from, start..frame.at);
                }
                None => {}
            }
            let literal = if number.is_some() { &piece[1..] } else { piece };
            filled.stand_in(literal, frame.from, start..frame.at);
        }
        let Some(room) = self.room.checked_sub(1 + filled.text.len()) else {
            frame.at = start;
            return false;
        };
        self.room = room;
        self.run(&mut Frame::new(&filled, frame.folder.clone(), frame.depth + 1));
        true
    }
}

type Signature = (usize, Option<String>);

/// The name, the arguments and the body of a definition; no arguments if they are more than can be told.
fn defined<'a>(frame: &mut Frame<'a>, by: &str) -> Option<(&'a str, Option<Signature>, Range<usize>)> {
    let text = &frame.from.text;
    frame.skip_white();
    let name = if frame.rest().starts_with('\\') {
        let name = frame.name();
        frame.at += 1 + name.len();
        name
    } else {
        let inside = frame.argument()?;
        text[inside].trim().trim_start_matches('\\')
    };
    let signature = if by.ends_with("DocumentCommand") {
        let inside = frame.argument()?;
        let takes: String = text[inside].split_whitespace().collect();
        match takes.strip_prefix('o') {
            Some(rest) if rest.chars().all(|c| c == 'm') => Some((takes.len(), Some(String::new()))),
            None if takes.chars().all(|c| c == 'm') => Some((takes.len(), None)),
            _ => None,
        }
    } else if by.ends_with("def") {
        let takes = frame.rest().split('{').next().unwrap_or_default();
        frame.at += takes.len();
        let takes = takes.trim();
        let count = takes.matches('#').count();
        let plain: Vec<String> = (1..=count).map(|number| format!("#{number}")).collect();
        (takes == plain.concat()).then_some((count, None))
    } else {
        frame.skip_white();
        let count = frame.option().map_or(Some(0), |inside| text[inside].trim().parse().ok());
        let default = frame.option().map(|inside| text[inside].to_owned());
        count.map(|count| (count, default))
    };
    let body = frame.argument()?;
    Some((name, signature, body)).filter(|_| !name.is_empty())
}

/// The arguments with which a macro is used here; `None` in it where the default holds, and at all where one is
/// missing.
fn used(frame: &mut Frame<'_>, known: &Macro) -> Option<Vec<Option<Range<usize>>>> {
    let mut arguments = Vec::new();
    if known.default.is_some() {
        arguments.push(frame.option());
    }
    while arguments.len() < known.arguments {
        let given = if let Some(given) = frame.argument() {
            given
        } else {
            frame.skip_white();
            let letter = frame.rest().chars().next().filter(|letter| letter.is_alphanumeric())?;
            frame.at += letter.len_utf8();
            frame.at - letter.len_utf8()..frame.at
        };
        arguments.push(Some(given));
    }
    if known.arguments == 0 && frame.rest().starts_with("{}") {
        frame.at += 2;
    }
    Some(arguments)
}
