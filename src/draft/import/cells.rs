//! The cells of a row by their columns, and what is wrong with them.

use toml::de::DeTable;

use super::Unread;
use super::columns::Columns;
use crate::amount::Amount;
use crate::language::{Meanings, rows};
use crate::load::inline;
use crate::load::keys::SOURCING;
use crate::model::Verdict;
use crate::names::{nearest, one_line};
use crate::sheet::{Row, Sheet};
use crate::text::{named, shown};
use crate::time::When;
use crate::time::prose::{Language, What, dates, whole};

/// What a cell says of how a claim was checked.
pub(super) static MARKS: Meanings<&str> = Meanings::of(|language| rows(language.marks));

/// What is wrong with a mark that says nothing.
pub(super) const NO_VERDICT: &str = "whoever has checked a claim comes to a `verdict`, and there is none";

/// A row with the columns of its table.
pub(super) struct Cells<'r> {
    pub(super) sheet: &'r Sheet,
    pub(super) row: &'r Row,
    pub(super) columns: &'r Columns,
    pub(super) unread: &'r mut Vec<Unread>,
}

impl<'r> Cells<'r> {
    /// What the column says, if it is there and says anything.
    pub(super) fn get(&self, column: &str) -> Option<&'r str> {
        let text = self.row.cell(self.columns.column(column)?);
        (!text.is_empty()).then_some(text)
    }

    /// Tells what is wrong with a cell.
    pub(super) fn unread(&mut self, column: &str, what: String) {
        let cell = self.columns.column(column).map(|column| self.row.place(column)).unwrap_or_default();
        self.unread.push(Unread { file: self.sheet.name.clone(), cell, what });
    }

    /// The parts of a cell, which semicolons or lines keep apart.
    pub(super) fn list(&self, column: &str) -> Vec<&'r str> {
        let parts = self.get(column).unwrap_or_default().split([';', '\n']).map(str::trim);
        parts.filter(|part| !part.is_empty()).collect()
    }

    /// A date, in EDTF or in words.
    pub(super) fn date(&mut self, column: &str) -> Option<String> {
        let text = self.get(column)?;
        let date = self.dated(text);
        if date.is_none() {
            self.unread(column, format!("`{}` is no date", shown(text)));
        }
        date
    }

    /// How a claim was checked, in the word of a record.
    pub(super) fn mark(&mut self, column: &str) -> Option<&'static str> {
        let choices: Vec<&'static str> =
            if column == "sourcing" { SOURCING.into() } else { Verdict::NAMED.map(|(name, _)| name).into() };
        let meant = MARKS.meaning(&self.get(column)?.to_lowercase()).filter(|meant| choices.contains(meant));
        meant.or_else(|| self.choice(column, &choices))
    }

    /// The number of a line.
    pub(super) fn line(&mut self) -> Option<u32> {
        let line = self.get("line")?.parse();
        if line.is_err() {
            self.unread("line", "a line is a number".to_owned());
        }
        line.ok()
    }

    /// A cell in TOML, on one line.
    pub(super) fn toml(&mut self, column: &str) -> Option<String> {
        let text = format!("x = {}", self.get(column)?);
        match DeTable::parse(&text) {
            Ok(table) => Some(inline(table.get_ref().get("x")?.get_ref())),
            Err(error) => {
                self.unread(column, format!("it is no TOML: {}", one_line(error.message())));
                None
            }
        }
    }

    /// A value as a record writes it, its decimals as the language of the table parts them.
    pub(super) fn amount(&mut self, column: &str) -> Option<String> {
        let text = self.get(column)?;
        let pointed = || text.replace('.', "").replace(',', ".");
        let has_commas = self.columns.language.is_some_and(|language| language.numbers.decimal == ',');
        let written = if has_commas && text.contains(',') { pointed() } else { text.to_owned() };
        match Amount::parse(&written) {
            Ok(_) => Some(written),
            Err(bad) => {
                self.unread(column, format!("`{}` cannot be read: {}", shown(text), named(&bad.what)));
                None
            }
        }
    }

    /// One of a few words.
    pub(super) fn choice(&mut self, column: &str, choices: &[&'static str]) -> Option<&'static str> {
        let text = self.get(column)?;
        let folded = text.to_lowercase();
        let choice = choices.iter().find(|choice| **choice == folded).copied();
        if choice.is_none() {
            let all: Vec<String> = choices.iter().map(|choice| format!("`{choice}`")).collect();
            let meant = nearest(&folded, choices.iter().copied())
                .map_or_else(|| format!("write one of {}", all.join(", ")), |near| format!("did you mean `{near}`?"));
            self.unread(column, format!("`{}` is no `{column}`: {meant}", shown(text)));
        }
        choice
    }

    /// A date in EDTF, or one that a text is nothing but, in EDTF; in figures as the language of the table has them.
    pub(super) fn dated(&self, text: &str) -> Option<String> {
        if When::parse(text).is_ok() {
            return Some(text.to_owned());
        }
        let own = self.columns.language.and_then(|language| Language::named(language.code));
        let own = own
            .map(|own| dates(text, own, &[]))
            .filter(|dates| dates.first().is_some_and(|it| it.at == (0..text.len())));
        if let Some(What::Date(when)) = own.and_then(|mut own| own.pop()).map(|found| found.what) {
            return Some(when.to_string());
        }
        Some(whole(text)?.ok()?.to_string())
    }
}
