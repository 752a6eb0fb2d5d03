//! The cells of tables, row by row, and what is raised in words.

use super::Scanner;
use crate::document::raised::Raised;
use crate::document::table::Grid;
use crate::document::{Cell, Marked};

impl Scanner<'_> {
    pub(super) fn begin_table(&mut self) {
        let mut grid = Grid::default();
        grid.row();
        self.tables.push((grid, [1, 1]));
    }

    /// Ends a cell, at `&`. What stands below one that reaches down is written, too, and is empty.
    pub(super) fn end_cell(&mut self) {
        if let Some((grid, span)) = self.tables.last_mut() {
            let [rows, columns] = std::mem::replace(span, [1, 1]);
            let cell = Cell { rows: Grid::reach(rows), ..grid.cell(1, columns, grid.is_first()) };
            self.scribe.point(Marked::Cell(cell));
        }
        self.flush();
    }

    pub(super) fn end_row(&mut self) {
        self.end_cell();
        if let Some((grid, _)) = self.tables.last_mut() {
            grid.row();
        }
    }

    pub(super) fn end_table(&mut self) {
        self.end_cell();
        self.tables.pop();
    }

    /// `\multicolumn{2}{c}{words}`, `\multirow[t]{2}{*}{words}`: the words follow as any others.
    pub(super) fn spanning(&mut self, name: &str) {
        self.options();
        let count = self.argument().and_then(|inside| self.text[inside].trim().parse().ok()).unwrap_or(1);
        self.options();
        self.argument();
        self.options();
        if let Some((_, [rows, columns])) = self.tables.last_mut() {
            *(if name == "multirow" { rows } else { columns }) = count;
        }
    }

    /// `\textsuperscript{1}`
    pub(super) fn raised(&mut self, start: usize) {
        let behind = self.at;
        let Some(inside) = self.argument() else { return };
        let raised = &self.text[inside];
        match Raised::of(raised, self.scribe.words()) {
            Raised::Call => self.scribe.point(Marked::Call(raised.trim().to_owned())),
            Raised::Power => self.scribe.resolved(&format!("^{}", raised.trim()), start..self.at),
            // Its letters follow as any others.
            Raised::Letters => self.at = behind,
        }
    }
}
