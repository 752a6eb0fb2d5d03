//! Which column of a table says what of a claim.

use super::Unread;
use crate::language::{LANGUAGES, Language, rows};
use crate::names;
use crate::sheet::Sheet;
use crate::text::shown;

/// The columns by which a table is known to be one of claims.
pub(super) const LEADING: &str = "`id`, `text`, `phrase`, `cites` and `says`";

/// What a column can say, as a dossier calls it. What fact-checkers call it are words of their language.
const COLUMNS: [&str; 56] = [
    "id",
    "text",
    "section",
    "file",
    "line",
    "phrase",
    "cites",
    "role",
    "locator",
    "sourcing",
    "backup",
    "says",
    "verdict",
    "checked-by",
    "checked-on",
    "why",
    "query",
    "answer",
    "note",
    "record",
    "rest",
    "as-exported",
    "event",
    "subject",
    "relation",
    "object",
    "quantity",
    "value",
    "on",
    "from",
    "until",
    "before",
    "after",
    "during",
    "because-of",
    "leads-to",
    "same-time-as",
    "gap",
    "who",
    "as",
    "where",
    "scope",
    "equals",
    "not",
    "said-by",
    "mode",
    "source-type",
    "source-title",
    "source-author",
    "source-issued",
    "source-accessed",
    "source-url",
    "source-doi",
    "source-publisher",
    "source-container-title",
    TOLD,
];

/// What an export tells beside a claim, and nobody reads back.
const TOLD: &str = "told";

/// The columns of a table, by what they say.
pub(super) struct Columns {
    at: Vec<(&'static str, usize)>,
    /// The language of its first row, where that is not English: decimals and days are written as there.
    pub(super) language: Option<&'static Language>,
}

/// What a column of that name says, and in which language it has it.
fn called(name: &str) -> Option<(&'static str, Option<&'static Language>)> {
    let folded = names::words(name);
    let own = COLUMNS.iter().find(|own| **own == folded.join("-"));
    let plain = folded.join(" ");
    let of = |language: &'static Language| {
        let mut words = rows(language.columns).into_iter();
        words.find(|(word, _)| names::words(word).join(" ") == plain).map(|(_, own)| (own, Some(language)))
    };
    own.map(|own| (*own, None)).or_else(|| LANGUAGES.iter().find_map(of))
}

impl Columns {
    /// The columns that the first row of a table names; `None` where it is no table of claims. A name that is not known
    /// is told, and its column left out.
    pub(super) fn of(sheet: &Sheet, unread: &mut Vec<Unread>) -> Option<Self> {
        let header = sheet.rows.first()?;
        let mut columns = Self { at: Vec::new(), language: None };
        let mut odd = Vec::new();
        for (column, name) in header.cells.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            let tell = |what: String| Unread { file: sheet.name.clone(), cell: header.place(column), what };
            match called(name) {
                Some((TOLD, _)) => {}
                Some((own, _)) if columns.column(own).is_some() => {
                    odd.push(tell(format!("a second column says `{own}`, and is left out")));
                }
                Some((own, language)) => {
                    columns.at.push((own, column));
                    columns.language = columns.language.or(language.filter(|language| language.code != "en"));
                }
                None => {
                    let known = LANGUAGES.iter().flat_map(|language| rows(language.columns)).map(|(word, _)| word);
                    let near = names::nearest(&name.to_lowercase(), COLUMNS.into_iter().chain(known));
                    let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
                    odd.push(tell(format!("no claim has a `{}`: the column is left out{near}", shown(name))));
                }
            }
        }
        let leads = |name: &str| LEADING.contains(&format!("`{name}`"));
        if !columns.at.iter().any(|(name, _)| leads(name)) {
            return None;
        }
        unread.append(&mut odd);
        Some(columns)
    }

    /// Where a column stands that says this.
    pub(super) fn column(&self, name: &str) -> Option<usize> {
        self.at.iter().find(|(own, _)| *own == name).map(|(_, column)| *column)
    }
}
