//! Notes that hold a reference: `J. Smith, *Title* (London: Press, 2020), p. 4.`, `Smith 2020, 45.`, `Ibid., 6.`

use super::index::Index;
use super::{By, Citation, Cited, Form, Resolved, brackets};
use crate::manuscript::block::Block;
use crate::manuscript::entry::{self, Strip};

/// What cites the work of the note before.
const AGAIN: [&str; 5] = ["ibid", "ibidem", "ebd", "loc. cit", "loc.cit"];

/// What may stand in front of a reference.
const BEFORE: [&str; 8] = ["see also ", "see ", "cf. ", "lihat juga ", "lihat ", "bandingkan ", "siehe ", "voir "];

/// The citation that a note is, if it is one.
pub(super) fn citation(number: usize, block: &Block, index: &Index<'_>) -> Option<Citation> {
    let words = &block.words;
    let lower = words.to_ascii_lowercase();
    let prefix = BEFORE.iter().find(|word| lower.starts_with(**word)).map_or(0, |word| word.len());
    let whole = prefix..words.len();
    let before = (prefix > 0).then(|| 0..prefix - 1);
    let of = |work: Cited| Citation { block: number, range: 0..words.len(), form: Form::Note, works: vec![work] };
    if let Some(again) = AGAIN.iter().find(|word| lower[prefix..].starts_with(**word)) {
        let rest = brackets::trimmed(words, (prefix + again.len()).min(words.len())..words.len());
        let locator = words[rest.clone()].bytes().any(|byte| byte.is_ascii_digit()).then_some(rest);
        let resolved = Resolved::Nothing(None);
        return Some(of(Cited { range: whole, by: By::Again, prefix: before, locator, resolved }));
    }
    if let Some(works) = brackets::named(words, &whole, index) {
        return Some(Citation {
            works,
            ..of(Cited { range: whole, by: By::Again, prefix: None, locator: None, resolved: Resolved::Nothing(None) })
        });
    }
    let mut strip = Strip::default();
    strip.push(block, whole.clone());
    let entry = entry::read(&strip);
    let told = entry.field("title").is_some() && !entry.author.is_empty();
    let resolved = index.described(&entry);
    let found = !matches!(resolved, Resolved::Nothing(_));
    let whole_reference =
        told && (entry.field("issued").is_some() || entry.field("URL").is_some()) && entry.field("type").is_some();
    let addressed = entry.field("URL").is_some() && words.len() <= 400;
    if !(found && told || whole_reference || found && addressed) {
        return None;
    }
    Some(of(Cited { range: whole, by: By::Work(Box::new(entry)), prefix: before, locator: None, resolved }))
}
