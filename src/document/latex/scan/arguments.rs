//! The arguments of commands, in braces and in square brackets.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{LONGEST_OPTION, Scanner, Then};

impl Scanner<'_> {
    pub(super) fn skip_white(&mut self) {
        let rest = self.rest();
        let white = rest.len() - rest.trim_start().len();
        if rest[..white].matches('\n').count() < 2 {
            self.at += white;
        }
    }

    /// An argument in braces: where its inside lies. It is passed over.
    pub(super) fn argument(&mut self) -> Option<Range<usize>> {
        let before = self.at;
        self.skip_white();
        let close = self.fellows.get(&self.at).copied().filter(|close| *close < self.end);
        let Some(close) = close else {
            self.at = before;
            return None;
        };
        let inside = self.at + 1..close;
        self.at = close + 1;
        Some(inside)
    }

    /// An argument in square brackets right here.
    pub(super) fn option(&mut self) -> Option<Range<usize>> {
        let rest = self.rest();
        let head = &rest[..rest.floor_char_boundary(LONGEST_OPTION)];
        if !head.starts_with('[') || !head.contains(']') {
            return None;
        }
        let mut depth = 0;
        for (at, byte) in head.bytes().enumerate().skip(1) {
            match byte {
                b'{' => depth += 1,
                b'}' => depth -= 1,
                b']' if depth <= 0 => {
                    let inside = self.at + 1..self.at + at;
                    self.at += at + 1;
                    return Some(inside);
                }
                _ => {}
            }
        }
        None
    }

    pub(super) fn options(&mut self) {
        while self.option().is_some() {}
    }

    /// Begins a group here that ends as told, if a brace opens here.
    pub(super) fn group(&mut self, then: Then) -> bool {
        self.skip_white();
        let opens = self.rest().starts_with('{');
        if opens {
            self.groups.push((self.at, then));
            self.at += 1;
        }
        opens
    }

    /// Scans an argument that lies elsewhere, and comes back.
    pub(super) fn inner(&mut self, range: Range<usize>) {
        let back = (self.at, self.end);
        let groups = self.groups.len();
        (self.at, self.end) = (range.start, range.end);
        while self.at < self.end && self.groups.len() >= groups {
            self.step();
        }
        while self.groups.len() > groups {
            if let Some((_, then)) = self.groups.pop() {
                self.close(&then);
            }
        }
        (self.at, self.end) = back;
    }
}

/// Commands whose argument is an address, in which `%20` begins no comment.
const ADDRESSES: [&str; 3] = ["href{", "url{", "nolinkurl{"];

/// For each brace that opens, where its fellow stands; braces that are letters or lie in comments aside.
pub(in crate::document::latex) fn fellows(text: &str) -> BTreeMap<usize, usize> {
    let (mut open, mut fellows) = (Vec::new(), BTreeMap::new());
    // How many braces are open where an address begins.
    let mut address: Option<usize> = None;
    let mut bytes = text.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'\\' => {
                if ADDRESSES.iter().any(|name| text.as_bytes()[at + 1..].starts_with(name.as_bytes())) {
                    address = address.or(Some(open.len()));
                }
                bytes.next();
            }
            b'%' if address.is_none_or(|outer| outer == open.len()) => {
                bytes.find(|(_, byte)| *byte == b'\n');
            }
            b'{' => open.push(at),
            b'}' => {
                if let Some(opened) = open.pop() {
                    fellows.insert(opened, at);
                }
                address = address.filter(|outer| open.len() > *outer);
            }
            _ => {}
        }
    }
    fellows
}
