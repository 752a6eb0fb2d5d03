//! The known word that is nearest to another: what was meant by it, as far as that can be told.
//!
//! Known words are offered one at a time, so that those of a large dossier are gone through once for all that are
//! looked up. Nearly all of them have too many other letters to be near, which is seen without a count of steps.

use std::borrow::Cow;

use strsim::osa_distance;

/// The known word that another one can only be a slip of the pen for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slip<'w> {
    /// The known word.
    pub meant: &'w str,
    /// How far apart the two are.
    pub distance: Distance,
}

/// How far a word is from the one that was meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Distance {
    /// In capitals, blanks and `_` for `-` alone.
    Spelling,
    /// In one letter of four at most: among a few words that are all there are, no other can have been meant.
    Letter,
    /// In more.
    Guess,
}

/// The known word nearest to `word`, if one is near enough to be what was meant.
pub fn nearest<'w>(word: &str, known: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let mut nearest = Nearest::to(word);
    known.into_iter().for_each(|other| nearest.offer(other));
    nearest.found()
}

/// The known word nearest to `word`, if it is near enough and no other is as near.
pub fn slip<'w>(word: &str, known: impl IntoIterator<Item = &'w str>) -> Option<Slip<'w>> {
    let mut slips = Slips::of(word);
    known.into_iter().for_each(|other| slips.offer(other));
    slips.found()
}

/// The search for what [`nearest`] finds.
pub(crate) struct Nearest<'w> {
    word: Folded,
    best: Option<(usize, &'w str)>,
}

impl<'w> Nearest<'w> {
    pub(crate) fn to(word: &str) -> Self {
        Self { word: Folded::new(lower(word)), best: None }
    }

    pub(crate) fn offer(&mut self, other: &'w str) {
        let most = self.word.length.max(other.chars().count()).max(3) / 3;
        let most = self.best.map_or(most, |(best, _)| best.min(most));
        let Some(distance) = self.word.within(most, &lower(other)) else { return };
        if self.best.is_none_or(|best| (distance, other) < best) {
            self.best = Some((distance, other));
        }
    }

    pub(crate) fn found(&self) -> Option<&'w str> {
        self.best.map(|(_, other)| other)
    }
}

/// The search for what [`slip`] finds.
pub(crate) struct Slips<'w> {
    word: Folded,
    best: Option<(usize, &'w str)>,
    /// Whether another one is as near as the best.
    is_tied: bool,
}

impl<'w> Slips<'w> {
    pub(crate) fn of(word: &str) -> Self {
        Self { word: Folded::new(plain(word)), best: None, is_tied: false }
    }

    pub(crate) fn offer(&mut self, other: &'w str) {
        let most = self.best.map_or(usize::MAX, |(best, _)| best);
        let Some(distance) = self.word.within(most, &plain(other)) else { return };
        let is_nearer = distance < most;
        self.is_tied = !is_nearer && (self.is_tied || self.best.is_some_and(|(_, best)| best != other));
        if is_nearer {
            self.best = Some((distance, other));
        }
    }

    pub(crate) fn found(&self) -> Option<Slip<'w>> {
        let (steps, meant) = self.best.filter(|_| !self.is_tied)?;
        let (long, short) = (self.word.length.max(meant.chars().count()), self.word.length);
        if steps * 3 > long.max(3) {
            return None;
        }
        let distance = match steps {
            0 => Distance::Spelling,
            _ if steps * 4 <= short => Distance::Letter,
            _ => Distance::Guess,
        };
        Some(Slip { meant, distance })
    }
}

fn lower(text: &str) -> Cow<'_, str> {
    let is_lower = text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_lower { Cow::Borrowed(text) } else { Cow::Owned(text.to_lowercase()) }
}

fn plain(text: &str) -> Cow<'_, str> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic() && !byte.is_ascii_uppercase() && byte != b'_');
    if is_plain { Cow::Borrowed(text) } else { Cow::Owned(text.trim().to_lowercase().replace(['_', ' '], "-")) }
}

/// A word to which others are compared that are folded alike.
struct Folded {
    word: String,
    /// In characters.
    length: usize,
    /// How often it has each letter; `None` where it has others than those of ASCII.
    letters: Option<[u16; 128]>,
}

impl Folded {
    fn new(word: Cow<'_, str>) -> Self {
        let mut letters = [0_u16; 128];
        for byte in word.bytes().filter(u8::is_ascii) {
            letters[usize::from(byte)] = letters[usize::from(byte)].saturating_add(1);
        }
        let letters = (word.is_ascii() && word.len() < usize::from(u16::MAX)).then_some(letters);
        Self { length: word.chars().count(), word: word.into_owned(), letters }
    }

    /// How many steps another word is away, if they are no more than that.
    fn within(&self, most: usize, other: &str) -> Option<usize> {
        let other_letters = self.other_letters(other);
        (other_letters <= most).then(|| osa_distance(&self.word, other)).filter(|&distance| distance <= most)
    }

    /// How many letters one of the two words has that the other has not: each takes a step. 0 where that is not known.
    fn other_letters(&self, other: &str) -> usize {
        let Some(mut letters) = self.letters.filter(|_| other.is_ascii()) else { return 0 };
        let mut more = 0;
        for byte in other.bytes() {
            match &mut letters[usize::from(byte)] {
                0 => more += 1,
                left => *left -= 1,
            }
        }
        more.max(self.word.len() - (other.len() - more))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_slip_of_the_pen_can_only_mean_one_word() {
        let keys = ["id", "issued", "title", "from", "on"];
        let meant = |word| slip(word, keys).map(|slip| (slip.meant, slip.distance));
        assert_eq!(meant("isued"), Some(("issued", Distance::Letter)));
        assert_eq!(meant("form"), Some(("from", Distance::Letter)));
        assert_eq!(meant("Title"), Some(("title", Distance::Spelling)));
        assert_eq!(meant("in"), None, "as near to `id` as to `on`");
        assert_eq!(meant("publisher"), None);
        assert_eq!(slip("cited_as", ["cited-as"]).map(|slip| slip.distance), Some(Distance::Spelling));
        assert_eq!(slip("tittel", ["title"]).map(|slip| slip.distance), Some(Distance::Guess));
    }

    proptest! {
        #[test]
        fn what_is_passed_over_is_never_the_nearest(
            word in "[a-cA_é -]{0,6}",
            known in prop::collection::vec("[a-cA_é -]{0,6}", 0..8),
        ) {
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            let far = |folded: [String; 2]| osa_distance(&folded[0], &folded[1]);
            let near = known.iter().filter_map(|other| {
                let distance = far([word.to_lowercase(), other.to_lowercase()]);
                let longer = word.to_lowercase().chars().count().max(other.chars().count());
                (distance * 3 <= longer.max(3)).then_some((distance, *other))
            });
            prop_assert_eq!(nearest(&word, known.iter().copied()), near.min().map(|(_, other)| other));
            let steps = |other: &str| far([plain(&word).into_owned(), plain(other).into_owned()]);
            let least = known.iter().map(|other| steps(other)).min();
            let mut meant: Vec<&str> = known.iter().copied().filter(|other| Some(steps(other)) == least).collect();
            meant.sort_unstable();
            meant.dedup();
            if let Some(slip) = slip(&word, known.iter().copied()) {
                prop_assert_eq!(meant, [slip.meant]);
            }
        }
    }
}
