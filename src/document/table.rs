//! Tables: the grid that the cells of a manuscript make.

use super::block::{Block, Cell, Kind, Marked};

/// A table of a manuscript. Empty cells are none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Its cells with the numbers of their blocks, in the order of the text; a cell may have several blocks.
    pub cells: Vec<(Cell, usize)>,
    /// The block of its caption, by its number, if it has one.
    pub caption: Option<usize>,
}

impl Table {
    /// The tables among the blocks of a manuscript, in the order of the text.
    pub fn all(blocks: &[Block]) -> Vec<Table> {
        let mut tables: Vec<Table> = Vec::new();
        let mut last: Option<Cell> = None;
        let mut open = false;
        for (number, block) in blocks.iter().enumerate() {
            match place(block) {
                Some(cell) => {
                    // A cell that stands before the last one is of the next table.
                    let goes_on = open && last.is_some_and(|last| (last.row, last.column) <= (cell.row, cell.column));
                    match tables.last_mut().filter(|_| goes_on) {
                        Some(table) => table.cells.push((cell, number)),
                        None => tables.push(Table {
                            cells: vec![(cell, number)],
                            caption: caption(blocks, number.checked_sub(1)),
                        }),
                    }
                    (last, open) = (Some(cell), true);
                }
                None if matches!(block.kind, Kind::Note(_) | Kind::Comment) => {}
                None => {
                    if let Some(table) = tables.last_mut().filter(|table| open && table.caption.is_none()) {
                        table.caption = caption(blocks, Some(number));
                    }
                    open = false;
                }
            }
        }
        tables
    }

    /// The block of the cell that covers a place, by its number.
    pub fn at(&self, row: u32, column: u32) -> Option<usize> {
        let covers = |cell: &Cell| {
            (cell.row..cell.row + cell.rows).contains(&row)
                && (cell.column..cell.column + cell.columns).contains(&column)
        };
        self.cells.iter().find(|(cell, _)| covers(cell)).map(|(_, block)| *block)
    }
}

/// The place of a block in its table, if it is a cell.
fn place(block: &Block) -> Option<Cell> {
    block.marks.iter().find_map(|mark| if let Marked::Cell(cell) = mark.what { Some(cell) } else { None })
}

/// A block that is the caption of the table beside it: marked as one, or "Table 3: …", ": …".
fn caption(blocks: &[Block], number: Option<usize>) -> Option<usize> {
    let block = blocks.get(number?)?;
    let marked = block.marks.iter().any(|mark| mark.what == Marked::Caption);
    let is_text = matches!(block.kind, Kind::Paragraph | Kind::Heading(_));
    let named = || crate::language::names_table(&block.words) || block.words.starts_with(": ");
    (marked || is_text && named()).then_some(number?)
}

/// Where the next cell of a table goes, as a reader comes upon its rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    row: u32,
    column: u32,
    begun: bool,
    /// The row that each column is free from.
    free: Vec<u32>,
}

impl Grid {
    /// More columns or rows than a page has are not counted.
    const MOST: u32 = 1_000;

    /// So many rows or columns, as far as they are counted.
    pub(super) fn reach(count: u32) -> u32 {
        count.clamp(1, Self::MOST)
    }

    /// A further row begins.
    pub(super) fn row(&mut self) {
        self.row += u32::from(self.begun);
        (self.begun, self.column) = (true, 0);
    }

    /// Whether no row was ended yet.
    pub(super) fn is_first(&self) -> bool {
        self.row == 0
    }

    /// The place of the next cell, which takes up so many rows and columns.
    pub(super) fn cell(&mut self, rows: u32, columns: u32, is_head: bool) -> Cell {
        let (rows, columns) = (Self::reach(rows), Self::reach(columns));
        while self.free.get(self.column as usize).is_some_and(|free| *free > self.row) {
            self.column += 1;
        }
        let cell = Cell { row: self.row, column: self.column, rows, columns, is_head };
        self.column = (self.column + columns).min(Self::MOST * Self::MOST);
        if rows > 1 {
            let end = (self.column as usize).min(Self::MOST as usize);
            self.free.resize(self.free.len().max(end), 0);
            self.free[(cell.column as usize).min(end)..end].fill(self.row + rows);
        }
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_beside_those_that_reach_down() {
        let mut grid = Grid::default();
        let places = [
            (true, 2, 1),
            (false, 1, 2), // a head that reaches down, and one over two columns
            (true, 1, 1),
            (false, 1, 1),
            (true, 1, 1),
        ]
        .map(|(begins, rows, columns)| {
            if begins {
                grid.row();
            }
            let cell = grid.cell(rows, columns, false);
            (cell.row, cell.column)
        });
        assert_eq!(places, [(0, 0), (0, 1), (1, 1), (1, 2), (2, 0)]);
    }

    #[test]
    fn tables_are_read_from_every_markup() {
        let markdown =
            "Table 1: Tolls.\n\n| Port | 2019 | 2020 |\n|--|--|--|\n| Vell | 3 | |\n| Lind | 5 | 7 |\n\nWords.\n";
        let html = "<table><caption>Tolls.</caption><tr><th>Port<th>2019<th>2020<tr><td>Vell<td>3<td>\
                    <tr><td>Lind<td>5<td>7</table><p>Words.";
        let latex = "\\begin{table}\\caption{Tolls.}\\begin{tabular}{lrr}\nPort & 2019 & 2020 \\\\ \\hline\nVell & 3 & \\\\\n\
                     Lind & 5 & 7 \\\\\n\\end{tabular}\\end{table}\nWords.\n";
        for (name, text) in [("a.md", markdown), ("a.html", html), ("a.tex", latex)] {
            let read = crate::document::read(name, text.as_bytes()).expect("it is text");
            let [table] = &Table::all(&read.blocks)[..] else { panic!("{name}: {:#?}", read.blocks) };
            let words = |row, column| table.at(row, column).map(|block| read.blocks[block].words.as_str());
            let caption = table.caption.map(|block| read.blocks[block].words.as_str());
            assert!(caption.is_some_and(|words| words.ends_with("Tolls.")), "{name}: {caption:?}");
            assert_eq!([words(0, 2), words(1, 2), words(2, 2)], [Some("2020"), None, Some("7")], "{name}");
            assert_eq!(table.cells.iter().filter(|(cell, _)| cell.is_head).count(), 3, "{name}");
        }
    }

    #[test]
    fn merged_cells_cover_what_they_reach_over() {
        let html = "<table><tr><th rowspan=2>Port<th colspan=2>Tolls<tr><th>2019<th>2020<tr><td>Vell<td>3<td>4</table>";
        let latex = "\\begin{tabular}{lrr}\n\\multirow{2}{*}{Port} & \\multicolumn{2}{c}{Tolls} \\\\\n & 2019 & 2020 \\\\\n\
                     Vell & 3 & 4 \\\\\n\\end{tabular}\n";
        for (name, text) in [("a.html", html), ("a.tex", latex)] {
            let read = crate::document::read(name, text.as_bytes()).expect("it is text");
            let [table] = &Table::all(&read.blocks)[..] else { panic!("{name}: {:#?}", read.blocks) };
            let words = |row, column| table.at(row, column).map(|block| read.blocks[block].words.as_str());
            assert_eq!(
                [words(1, 0), words(0, 2), words(1, 2), words(2, 2)],
                ["Port", "Tolls", "2020", "4"].map(Some),
                "{name}"
            );
        }
    }
}
