//! Values of a PDF as they stand in its file (ISO 32000-1, 7.2 and 7.3): found and cut out, not taken apart.
//!
//! Escapes in names and strings are left as they are: nobody writes those that are looked for with any.

use std::ops::Range;

use memchr::memchr;

/// What an object is referred to by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Id {
    pub(super) number: u32,
    pub(super) generation: u16,
}

/// A value, by the bytes that it is written in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Value<'f>(pub(super) &'f [u8]);

impl<'f> Value<'f> {
    /// The values of an array.
    pub(super) fn items(self) -> impl Iterator<Item = Self> {
        let inside = self.0.strip_prefix(b"[").and_then(|inside| inside.strip_suffix(b"]")).unwrap_or_default();
        let mut at = 0;
        std::iter::from_fn(move || {
            let found = value(inside, at)?;
            at = found.end;
            Some(Self(&inside[found]))
        })
    }

    /// Where the value of a name stands in a dictionary.
    pub(super) fn place(self, name: &str) -> Option<Range<usize>> {
        let mut at = self.0.starts_with(b"<<").then_some("<<".len())?;
        loop {
            let key = token(self.0, at)?;
            let found = value(self.0, key.end)?;
            if self.0[key].strip_prefix(b"/") == Some(name.as_bytes()) {
                return Some(found);
            }
            at = found.end;
        }
    }

    /// The value of a name in a dictionary.
    pub(super) fn get(self, name: &str) -> Option<Self> {
        self.place(name).map(|place| Self(&self.0[place]))
    }

    pub(super) fn name(self) -> Option<&'f [u8]> {
        self.0.strip_prefix(b"/")
    }

    pub(super) fn integer(self) -> Option<usize> {
        std::str::from_utf8(self.0).ok()?.parse().ok()
    }

    pub(super) fn real(self) -> Option<f32> {
        std::str::from_utf8(self.0).ok()?.parse().ok().filter(|number: &f32| number.is_finite())
    }

    pub(super) fn reference(self) -> Option<Id> {
        let whole = self.0.strip_suffix(b"R")?;
        let number = token(whole, 0)?;
        let generation = token(whole, number.end)?;
        let part = |place: Range<usize>| Self(&whole[place]).integer();
        Some(Id { number: part(number)?.try_into().ok()?, generation: part(generation)?.try_into().ok()? })
    }

    /// The bytes of a string.
    pub(super) fn string(self) -> Option<Vec<u8>> {
        match self.0 {
            [b'(', letters @ .., b')'] => Some(letters.to_vec()),
            [b'<', digits @ .., b'>'] => {
                let digits: Vec<u8> = digits
                    .iter()
                    .filter_map(|digit| char::from(*digit).to_digit(16))
                    .map(|digit| digit as u8)
                    .collect();
                Some(digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0)).collect())
            }
            _ => None,
        }
    }
}

/// Where the next value stands from a place on. A reference is one.
pub(super) fn value(bytes: &[u8], at: usize) -> Option<Range<usize>> {
    let first = token(bytes, at)?;
    let (mut depth, mut end) = (deeper(&bytes[first.clone()]), first.end);
    if depth < 0 {
        return None;
    }
    while depth > 0 {
        let next = token(bytes, end)?;
        depth += deeper(&bytes[next.clone()]);
        end = next.end;
    }
    if bytes[first.clone()].iter().all(u8::is_ascii_digit)
        && let Some(generation) = token(bytes, end).filter(|next| bytes[next.clone()].iter().all(u8::is_ascii_digit))
        && let Some(letter) = token(bytes, generation.end).filter(|next| &bytes[next.clone()] == b"R")
    {
        end = letter.end;
    }
    Some(first.start..end)
}

fn deeper(token: &[u8]) -> i32 {
    match token {
        b"[" | b"<<" => 1,
        b"]" | b">>" => -1,
        _ => 0,
    }
}

/// Where the next token stands from a place on: a bracket, a string, a name, or letters that no mark stands before.
pub(super) fn token(bytes: &[u8], at: usize) -> Option<Range<usize>> {
    let start = past_space(bytes, at)?;
    let rest = &bytes[start..];
    let length = match rest {
        [b'<', b'<', ..] | [b'>', b'>', ..] => 2,
        [b'(', ..] => literal(rest)?,
        [b'<', ..] => memchr(b'>', rest)? + 1,
        [b'[' | b']' | b'{' | b'}' | b')' | b'>', ..] => 1,
        [_, behind @ ..] => 1 + behind.iter().position(|byte| !is_regular(*byte)).unwrap_or(behind.len()),
        [] => return None,
    };
    Some(start..start + length)
}

/// The next place that holds neither white space nor a comment.
fn past_space(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        at += bytes.get(at..)?.iter().position(|byte| !is_space(*byte))?;
        if bytes[at] != b'%' {
            return Some(at);
        }
        at += bytes[at..].iter().position(|byte| matches!(byte, b'\r' | b'\n'))?;
    }
}

/// How long the string is that a parenthesis opens.
fn literal(bytes: &[u8]) -> Option<usize> {
    let (mut depth, mut is_escaped) = (0_usize, false);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'(' => depth += 1,
            b')' if depth == 1 => return Some(at + 1),
            b')' => depth -= 1,
            _ => {}
        }
    }
    None
}

fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ')
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}
