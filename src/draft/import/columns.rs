//! Which column of a table says what of a claim.

use super::Unread;
use crate::names;
use crate::sheet::Sheet;
use crate::text::shown;

/// The columns by which a table is known to be one of claims.
pub(super) const LEADING: &str = "`id`, `text`, `phrase`, `cites` and `says`";

/// What a column can say, first as a dossier calls it, then as fact-checkers do.
const COLUMNS: &[(&str, &[&str])] = &[
    ("id", &["claim-id"]),
    ("text", &["claim", "statement"]),
    ("section", &["chapter", "heading"]),
    ("line", &[]),
    ("phrase", &["passage", "quote", "words"]),
    ("cites", &["cited", "citation", "citations", "source", "sources", "reference", "references"]),
    ("role", &[]),
    ("locator", &["page", "pages"]),
    ("says", &[]),
    ("verdict", &["rating"]),
    ("checked-by", &["by", "checker", "fact-checker"]),
    ("checked-on", &["checked", "date-checked"]),
    ("note", &["notes", "comment", "comments", "remark", "remarks"]),
    ("event", &[]),
    ("subject", &[]),
    ("relation", &[]),
    ("object", &[]),
    ("quantity", &[]),
    ("value", &[]),
    ("on", &["date", "when"]),
    ("from", &["since"]),
    ("until", &[]),
    ("before", &[]),
    ("after", &[]),
    ("during", &[]),
    ("because-of", &[]),
    ("leads-to", &[]),
    ("same-time-as", &[]),
    ("gap", &[]),
    ("who", &[]),
    ("as", &[]),
    ("where", &["place"]),
    ("scope", &[]),
    ("equals", &[]),
    ("not", &["denied"]),
    ("said-by", &["speaker"]),
    ("mode", &[]),
    ("source-type", &[]),
    ("source-title", &[]),
    ("source-author", &["source-authors"]),
    ("source-issued", &["source-date", "source-year"]),
    ("source-accessed", &[]),
    ("source-url", &["url", "link", "source-link"]),
    ("source-doi", &["doi"]),
    ("source-publisher", &[]),
    ("source-container-title", &[]),
];

/// What an export writes beside a claim, and nobody reads back.
const REPORTED: [&str; 2] = ["worst", "findings"];

/// The columns of a table, by what they say.
pub(super) struct Columns {
    at: Vec<(&'static str, usize)>,
}

impl Columns {
    /// The columns that the first row of a table names; `None` where it is no table of claims. A name that is not known
    /// is told, and its column left out.
    pub(super) fn of(sheet: &Sheet, unread: &mut Vec<Unread>) -> Option<Self> {
        let header = sheet.rows.first()?;
        let mut columns = Self { at: Vec::new() };
        let mut odd = Vec::new();
        for (column, name) in header.cells.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            let folded = names::words(name).join("-");
            let tell = |what: String| Unread { file: sheet.name.clone(), cell: header.place(column), what };
            match COLUMNS.iter().find(|(own, others)| *own == folded || others.contains(&folded.as_str())) {
                Some((own, _)) if columns.column(own).is_some() => {
                    odd.push(tell(format!("a second column says `{own}`, and is left out")));
                }
                Some((own, _)) => columns.at.push((own, column)),
                None if REPORTED.contains(&folded.as_str()) => {}
                None => {
                    let near = names::nearest(&folded, COLUMNS.iter().map(|(own, _)| *own));
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
