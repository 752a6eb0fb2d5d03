//! Which language a manuscript is written in, where it does not say so.

use crate::document::Document;
use crate::language::commonest;

/// How much of a text is looked at, in words.
const LOOK: usize = 20_000;

/// The code of its language: the one that it states, else the one whose commonest words are commoner than the other's;
/// nothing where there are hardly any.
pub(super) fn language(manuscript: &Document) -> String {
    if let Some(stated) = &manuscript.preface.language {
        return stated.words.clone();
    }
    let words = manuscript.blocks.iter().flat_map(|block| block.words.split(' ')).take(LOOK);
    let all = words.clone().count();
    let most = commonest(words).filter(|(count, _)| count * 20 > all);
    most.map(|(_, code)| code.to_owned()).unwrap_or_default()
}
