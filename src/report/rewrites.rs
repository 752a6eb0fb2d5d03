//! How two manuscripts differ, told: the answers to what changed, what broke and what is unsupported, and each passage
//! with what of it is another.

use serde_json::{Value, json};

use crate::revise::{Edit, Fate, Piece, Revision, Rewrite, Rewriting, Stretch, What};
use crate::text::{Span, Texts, counted, listed, shown};

/// So many words that are others are told of a passage, and so many places at which an old value stands.
const TOLD: usize = 4;

/// A dossier of which there are two drafts, or only one.
#[derive(Debug)]
pub struct Revised<'a> {
    /// Its path and texts in the old draft.
    pub old: Option<(&'a str, &'a Texts)>,
    /// Its path and texts in the new draft.
    pub new: Option<(&'a str, &'a Texts)>,
    /// How they differ.
    pub revision: Revision<'a>,
}

/// A passage as it is told.
pub(super) struct Told {
    /// The sign for what became of it.
    pub(super) sign: char,
    /// Where it stands, and what became of it.
    pub(super) head: String,
    /// What of it is another.
    pub(super) lines: Vec<String>,
}

/// What became of a passage.
fn turn(rewrite: &Rewrite) -> (char, &'static str) {
    match (&rewrite.before, &rewrite.after) {
        (None, _) => ('+', "added"),
        (_, None) => ('-', "removed"),
        _ if rewrite.edits.is_empty() => ('>', "moved"),
        _ => ('~', "changed"),
    }
}

/// What changed, what broke, what is unsupported: a line each.
pub(super) fn answers(revised: &Revised<'_>) -> Vec<String> {
    let revision = &revised.revision;
    let Some(rewriting) = &revision.rewriting else { return Vec::new() };
    let stale = edits(rewriting).filter(|edit| !edit.still.is_empty()).count();
    let count = |fate: Fate, what: &str| {
        let count = revision.count(fate);
        (count > 0).then(|| counted(count, what))
    };
    let broke = [
        count(Fate::New, "new finding"),
        count(Fate::Changed, "changed finding"),
        (stale > 0).then(|| {
            let stand = if stale == 1 { "stands" } else { "stand" };
            format!("{} that still {stand} elsewhere", counted(stale, "old value"))
        }),
    ];
    let recent: usize = rewriting.passages.iter().map(|passage| passage.unsupported).sum();
    let Rewriting { checkable, unsupported, .. } = rewriting;
    let open = format!("{unsupported} of {} with something to check cite nothing", counted(*checkable, "sentence"));
    let open = if recent > 0 { format!("{open}, {recent} of them in what changed") } else { open };
    let open = std::iter::once(open).chain(count(Fate::Unchanged, "finding").map(|said| format!("{said} as before")));
    vec![
        format!("what changed: {}", or_nothing(&changed(rewriting))),
        format!("what broke: {}", or_nothing(&broke.into_iter().flatten().collect::<Vec<_>>())),
        format!("still unsupported: {}", open.collect::<Vec<_>>().join("; ")),
    ]
}

fn edits(rewriting: &Rewriting) -> impl Iterator<Item = &Edit> {
    rewriting.passages.iter().flat_map(|passage| &passage.edits)
}

fn or_nothing(things: &[String]) -> String {
    if things.is_empty() { "nothing".to_owned() } else { listed(things, "and") }
}

/// "2 numbers", "1 passage added".
fn changed(rewriting: &Rewriting) -> Vec<String> {
    let telling = What::ALL.iter().filter(|what| **what != What::Wording);
    let of_kind = telling.map(|what| (edits(rewriting).filter(|edit| edit.what == *what).count(), what.name()));
    let passages = |is: &dyn Fn(&Rewrite) -> bool| rewriting.passages.iter().filter(|passage| is(passage)).count();
    let of_passages = [
        (passages(&|it| !it.edits.is_empty() && !it.is_telling()), "reworded"),
        (passages(&|it| it.before.is_none()), "added"),
        (passages(&|it| it.after.is_none()), "removed"),
        (passages(&|it| it.has_moved), "moved"),
    ];
    let of_kind = of_kind.filter(|(count, _)| *count > 0).map(|(count, name)| counted(count, name));
    let of_passages = of_passages.into_iter().filter(|(count, _)| *count > 0);
    of_kind.chain(of_passages.map(|(count, turn)| format!("{} {turn}", counted(count, "passage")))).collect()
}

/// The passages, those in front that say something else.
pub(super) fn groups(rewriting: &Rewriting) -> Vec<(&'static str, Vec<&Rewrite>)> {
    let mut groups: [(&str, Vec<&Rewrite>); 4] = [
        ("changed in substance", Vec::new()),
        ("came or went", Vec::new()),
        ("moved", Vec::new()),
        ("changed in wording alone", Vec::new()),
    ];
    for passage in &rewriting.passages {
        let group = match (&passage.before, &passage.after) {
            (Some(_), Some(_)) if passage.is_telling() => 0,
            (None, _) | (_, None) => 1,
            _ if passage.has_moved => 2,
            _ => 3,
        };
        groups[group].1.push(passage);
    }
    groups.into_iter().filter(|(_, passages)| !passages.is_empty()).collect()
}

/// A passage as it is told to a person.
pub(super) fn told(revised: &Revised<'_>, rewrite: &Rewrite) -> Told {
    let stretch = rewrite.after.as_ref().or(rewrite.before.as_ref());
    let (sign, turn) = turn(rewrite);
    let place = place(revised, rewrite).unwrap_or_default();
    let section = stretch.map(|it| shown(&it.section)).filter(|section| !section.is_empty());
    let mut head = section.map_or(place.clone(), |section| format!("{section} ({place})"));
    let from = rewrite.before.as_ref().filter(|_| rewrite.has_moved);
    if let Some(from) = from {
        let sentences = counted(from.sentences, "sentence");
        let section = Some(shown(&from.section)).filter(|section| !section.is_empty());
        let is_there = rewrite.after.as_ref().is_some_and(|after| after.section == from.section);
        let from = match section {
            Some(_) if is_there => " within the section".to_owned(),
            section => section.map(|section| format!(" from “{section}”")).unwrap_or_default(),
        };
        head = format!("{head}: {sentences} moved{from}");
    } else if rewrite.edits.is_empty() {
        head = format!("{head}: {turn}");
    }
    if !rewrite.claims.is_empty() {
        let claims: Vec<String> = rewrite.claims.iter().map(|claim| format!("`{claim}`")).collect();
        head = format!("{head}, of {}", listed(&claims, "and"));
    }
    Told { sign, head, lines: lines(revised, rewrite) }
}

fn lines(revised: &Revised<'_>, rewrite: &Rewrite) -> Vec<String> {
    if rewrite.edits.is_empty() {
        let words = rewrite.after.as_ref().or(rewrite.before.as_ref()).map(|it| format!("“{}”", shown(&it.words)));
        return words.into_iter().collect();
    }
    let mut lines = Vec::new();
    for edit in rewrite.edits.iter().filter(|edit| edit.what != What::Wording) {
        lines.push(format!("{}: {}", edit.what.name(), said(edit)));
        if let Some(old) = edit.before.as_ref().filter(|_| !edit.still.is_empty()) {
            let places = edit.still.iter().take(TOLD).filter_map(|at| Some(revised.new?.1.place(*at).to_string()));
            let places: Vec<String> = places.collect();
            lines.push(format!("“{}” still stands at {}", shown(&old.words), listed(&places, "and")));
        }
    }
    let words: Vec<String> = rewrite.edits.iter().filter(|edit| edit.what == What::Wording).map(said).collect();
    if !words.is_empty() {
        let more = words.len().saturating_sub(TOLD);
        let more = if more > 0 { format!("; and {more} more") } else { String::new() };
        lines.push(format!("wording: {}{more}", words[..words.len().min(TOLD)].join("; ")));
    }
    lines
}

/// "“120” → “121”".
fn said(edit: &Edit) -> String {
    let words = |piece: &Option<Piece>| piece.as_ref().map(|piece| format!("“{}”", shown(&piece.words)));
    match (words(&edit.before), words(&edit.after)) {
        (Some(before), Some(after)) => format!("{before} → {after}"),
        (Some(before), None) => format!("{before} is gone"),
        (None, after) => format!("{} was put in", after.unwrap_or_default()),
    }
}

/// Where a passage stands, in the new manuscript if it is there.
fn place(revised: &Revised<'_>, rewrite: &Rewrite) -> Option<String> {
    let at = |stretch: &Option<Stretch>| stretch.as_ref().map(|it| it.at);
    let new = at(&rewrite.after).and_then(|at| Some(revised.new?.1.place(at).to_string()));
    new.or_else(|| Some(revised.old?.1.place(at(&rewrite.before)?).to_string()))
}

/// How the manuscripts differ, for a program.
pub(super) fn as_json(revised: &Revised<'_>, rewriting: &Rewriting) -> Value {
    let old = |at: Span| revised.old.map(|(_, texts)| texts.place(at).to_string());
    let new = |at: Span| revised.new.map(|(_, texts)| texts.place(at).to_string());
    let stretch = |it: &Option<Stretch>, place: &dyn Fn(Span) -> Option<String>| {
        let it = it.as_ref()?;
        Some(json!({ "place": place(it.at), "section": it.section, "words": it.words, "sentences": it.sentences }))
    };
    let piece = |it: &Option<Piece>, place: &dyn Fn(Span) -> Option<String>| {
        it.as_ref().map(|it| json!({ "words": it.words, "place": place(it.at) }))
    };
    let edit = |edit: &Edit| {
        json!({
            "what": edit.what.name(),
            "before": piece(&edit.before, &old),
            "after": piece(&edit.after, &new),
            "still": edit.still.iter().map(|at| new(*at)).collect::<Vec<_>>(),
        })
    };
    let passage = |it: &Rewrite| {
        json!({
            "fate": turn(it).1,
            "moved": it.has_moved,
            "before": stretch(&it.before, &old),
            "after": stretch(&it.after, &new),
            "edits": it.edits.iter().map(edit).collect::<Vec<_>>(),
            "claims": it.claims,
            "unsupported": it.unsupported,
        })
    };
    json!({
        "checkable": rewriting.checkable,
        "unsupported": rewriting.unsupported,
        "passages": rewriting.passages.iter().map(passage).collect::<Vec<_>>(),
    })
}
