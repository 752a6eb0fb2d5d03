//! What an annotated draft lacks: what its author is to bring before anybody begins to check it.

use std::path::Path;

use serde::Serialize;

use super::Found;
use crate::Reasoned;
use crate::document::beside;
use crate::load::unread;
use crate::model::{Citation, Cited, Claim};
use crate::text::Span;

/// What can be lacking, in the order in which it is told.
pub(super) const LACKS: [&str; 5] = [
    "without a source",
    "with a source and no page, address or time in it",
    "with a backup that is not there",
    "on secondary sources alone",
    "still to come in the text",
];

/// Something that is lacking.
#[derive(Debug, Serialize)]
pub(super) struct Lack {
    /// Which of the [`LACKS`] it is.
    pub(super) what: &'static str,
    /// The file and the line.
    pub(super) place: String,
    /// The claim or the passage in words.
    pub(super) words: String,
}

/// What the claims of a dossier lack, and its manuscript.
pub(super) fn lacks(found: &Found, reasoned: &Reasoned) -> Vec<Lack> {
    let passages = reasoned.archive.manuscript();
    let place = |span: Span| {
        let place = found.texts.place(span);
        format!("{}:{}", place.path, place.line)
    };
    let mut lacks = Vec::new();
    for (id, claim) in reasoned.dossier.claims() {
        let passage = passages.and_then(|passages| Some((passages, passages.passage(id)?)));
        let stands = passage.map(|(passages, passage)| passages.text.place(passage.block, passage.range.clone()));
        let lack = |what| Lack {
            what,
            place: place(stands.unwrap_or(claim.id.span)),
            words: reasoned.case(&found.texts).wording().words(id),
        };
        lacks.extend(of_claim(found, reasoned, claim).map(lack));
    }
    for (block, it) in passages.map_or(&[][..], |passages| &passages.text.blocks).iter().enumerate() {
        // "To come", as editors mark it: no other word has these two letters alone.
        let mut words = it.words.split(|c: char| !c.is_alphanumeric());
        if let (true, Some(passages)) = (words.any(|word| matches!(word, "TK" | "TKTK")), passages) {
            let at = passages.text.place(block, 0..it.words.len());
            lacks.push(Lack { what: LACKS[4], place: place(at), words: crate::text::shown(&it.words) });
        }
    }
    lacks
}

fn of_claim(found: &Found, reasoned: &Reasoned, claim: &Claim) -> impl Iterator<Item = &'static str> + use<> {
    let (texts, dossier) = (&found.texts, &reasoned.dossier);
    let citations = dossier.citations(claim.cites);
    let is_located = |citation: &Citation| match dossier.cited(citation) {
        Cited::One(source) => {
            let source = &dossier[source];
            let has_address = source.url.or(source.doi).is_some();
            citation.locator.is_some() || has_address || unread(texts, source.header, "page").is_some()
        }
        // That it is no source is said by a check.
        Cited::Nothing | Cited::Several(_) => true,
    };
    let is_missing = |backup: &str, at: Span| {
        let path = beside(&texts.place(at).path.replace('\\', "/"), backup);
        // Words such as "folder 3, green" are no path.
        let is_path = Path::new(backup).extension().is_some() && !backup.contains("://") && !backup.contains(' ');
        is_path && !Path::new(&path).is_file()
    };
    let backup = unread(texts, claim.header, "backup");
    let sourcing = unread(texts, claim.header, "sourcing");
    let lacking = [
        citations.is_empty(),
        !citations.iter().all(is_located),
        backup.is_some_and(|(backup, at)| is_missing(&backup, at)),
        sourcing.is_some_and(|(sourcing, _)| sourcing == "secondary"),
    ];
    LACKS.into_iter().zip(lacking).filter(|(_, is)| *is).map(|(lack, _)| lack)
}
