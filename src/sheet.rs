//! Tables of text, as spreadsheets keep them: CSV and XLSX, in and out.
//!
//! Read are the worksheets that hold anything, cell by cell as text: a number as it is written, a date in ISO 8601. CSV
//! may be parted by commas, semicolons or tabs. Written cells are text and nothing else: what a spreadsheet would take
//! for a formula gets an apostrophe in CSV, which is taken off again when it is read.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read};

use calamine::{DataRef, Reader, Xlsx};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Workbook, Worksheet, XlsxError,
};

use crate::document::{Unreadable, decoded};

/// A file of more bytes, packed or not, is refused.
const LARGEST: u64 = 64 << 20;

/// Cells behind so many columns are no table that a person keeps.
const COLUMNS: u32 = 256;

/// How high a line of text is, in points.
const LINE: f64 = 15.0;

/// So many rows below those that are written are offered choices, too.
const ROOM: u32 = 1000;

/// A column of a table that is written.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// How wide a spreadsheet shows it, in digits.
    pub width: f64,
    /// Whether a spreadsheet shows it where somebody asks for it alone.
    pub is_hidden: bool,
    /// What a spreadsheet offers for its cells.
    pub choices: &'static [&'static str],
}

impl Column {
    /// A column that is shown.
    pub const fn new(name: &'static str, width: f64) -> Self {
        Self { name, width, is_hidden: false, choices: &[] }
    }

    /// A column that is kept for the program.
    pub const fn hidden(name: &'static str, width: f64) -> Self {
        Self { is_hidden: true, ..Self::new(name, width) }
    }

    /// A column whose cells are one of a few words.
    pub const fn of(name: &'static str, width: f64, choices: &'static [&'static str]) -> Self {
        Self { choices, ..Self::new(name, width) }
    }
}

/// A table that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What its file is called.
    pub name: String,
    /// Its rows that hold anything, the first of them with the names of the columns.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its number, from 1.
    pub number: usize,
    /// What its cells hold, without the white space around it.
    pub cells: Vec<String>,
}

impl Row {
    /// What a cell holds; nothing behind the last one.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// The name of a cell: `C12`.
    pub fn place(&self, column: usize) -> String {
        format!("{}{}", letters(column), self.number)
    }
}

/// The letters of a column, counted from 0: `A`, `Z`, `AA`.
fn letters(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    let before = if column < 26 { String::new() } else { letters(column / 26 - 1) };
    format!("{before}{last}")
}

/// Whether a file is a workbook rather than text.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Reads the tables of a file that hold anything, the first of them under the file's own name.
///
/// # Errors
/// If it is no workbook and no text, or too large.
pub fn read(name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, Unreadable> {
    let rows = match bytes {
        _ if bytes.len() as u64 > LARGEST => return Err(too_large()),
        _ if is_workbook(bytes) => return of_workbook(name, bytes),
        _ if bytes.starts_with(b"\xD0\xCF\x11\xE0") => {
            return Err(unreadable(
                "it is an old workbook (.xls), or one that is locked by a password: save it as .xlsx",
            ));
        }
        _ if bytes.contains(&0) && !bytes.starts_with(b"\xFF\xFE") && !bytes.starts_with(b"\xFE\xFF") => {
            return Err(unreadable("it is neither a workbook nor text"));
        }
        _ => of_text(&decoded(bytes).0),
    };
    Ok(vec![Sheet { name: name.to_owned(), rows }])
}

fn unreadable(why: &str) -> Unreadable {
    Unreadable { why: why.to_owned() }
}

fn too_large() -> Unreadable {
    Unreadable { why: format!("a table of more than {} MiB is not read", LARGEST >> 20) }
}

fn of_workbook(name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, Unreadable> {
    let damaged =
        |error: &dyn std::fmt::Display| Unreadable { why: format!("it is no workbook, or a damaged one ({error})") };
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let mut left = LARGEST;
    for part in 0..zip.len() {
        let part = zip.by_index(part).map_err(|error| damaged(&error))?;
        // What a part says of its own size need not be so.
        if part.size() > left {
            return Err(too_large());
        }
        let size = io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(|error| damaged(&error))?;
        left = left.checked_sub(size).ok_or_else(too_large)?;
    }
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let mut sheets: Vec<Sheet> = Vec::new();
    for sheet in workbook.sheet_names() {
        // A sheet of charts has no cells.
        let Ok(mut cells) = workbook.worksheet_cells_reader(&sheet) else { continue };
        let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
        while let Some(cell) = cells.next_cell().map_err(|error| damaged(&error))? {
            let (row, column) = cell.get_position();
            let text = shown(cell.get_value());
            if text.is_empty() || column >= COLUMNS {
                continue;
            }
            let row = rows.entry(row).or_default();
            row.resize(row.len().max(column as usize + 1), String::new());
            row[column as usize] = text;
        }
        if !rows.is_empty() {
            let rows = rows.into_iter().map(|(row, cells)| Row { number: row as usize + 1, cells }).collect();
            let name = if sheets.is_empty() { name.to_owned() } else { format!("{name}, {sheet}") };
            sheets.push(Sheet { name, rows });
        }
    }
    Ok(sheets)
}

/// A cell as a person reads it.
fn shown(value: &DataRef<'_>) -> String {
    let text = match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(flag) => flag.to_string(),
        DataRef::DateTime(date) if date.is_datetime() => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::DateTime(duration) => duration.as_f64().to_string(),
        DataRef::DateTimeIso(text) => text.split('T').next().unwrap_or_default().to_owned(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    };
    text.trim().to_owned()
}

fn of_text(text: &str) -> Vec<Row> {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |mark: u8| header.bytes().filter(|byte| *byte == mark).count();
    let mark = [b',', b';', b'\t'].into_iter().rev().max_by_key(|mark| count(*mark)).unwrap_or(b',');
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(mark).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    let mut number = 0;
    // In memory nothing fails, and the text is UTF-8.
    while let Ok(true) = reader.read_record(&mut record) {
        // The reader passes over empty lines; a spreadsheet counts them.
        let start = record.position().map_or(0, |position| position.byte() as usize);
        let rest = text.get(start..).unwrap_or_default();
        let blank = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        number += 1 + rest[..blank].matches('\n').count();
        let cells: Vec<String> = record.iter().map(|cell| unmarked(cell.trim()).to_owned()).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(Row { number, cells });
        }
    }
    rows
}

/// Whether a spreadsheet would take a cell for a formula (OWASP, CSV Injection), apostrophes before it left out.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// A cell as it is written into CSV.
fn marked(text: &str) -> String {
    if is_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// A cell as it was before it was [`marked`].
fn unmarked(text: &str) -> &str {
    text.strip_prefix('\'').filter(|_| is_formula(text)).unwrap_or(text)
}

/// A table as CSV (RFC 4180), the names of its columns first.
///
/// # Panics
/// If a row is longer or shorter than the row of names.
pub fn csv(columns: &[&str], rows: &[Vec<String>]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header = columns.iter().map(|column| (*column).to_owned()).collect();
    for row in std::iter::once(&header).chain(rows) {
        writer.write_record(row.iter().map(|cell| marked(cell))).expect("rows of one length go into memory");
    }
    String::from_utf8(writer.into_inner().expect("it goes into memory")).expect("text stays text")
}

/// A worksheet that is written.
#[derive(Clone, Debug)]
pub struct Page<'r> {
    /// What it is called.
    pub name: &'r str,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: &'r [Vec<String>],
    /// So many columns are printed.
    pub printed: usize,
}

/// Tables as a workbook, the names of the columns first, each to be filtered and printed as it is. The same tables give
/// the same bytes.
///
/// # Errors
/// What a worksheet cannot hold.
pub fn xlsx(pages: &[Page<'_>]) -> Result<Vec<u8>, String> {
    let mut workbook = Workbook::new();
    // Else the workbook bears the time of its making.
    let never = ExcelDateTime::from_ymd(2000, 1, 1).map_err(|error| error.to_string())?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&never));
    let filled = pages.iter().try_for_each(|page| fill(workbook.add_worksheet(), page));
    filled.and_then(|()| workbook.save_to_buffer()).map_err(|error| error.to_string())
}

fn fill(sheet: &mut Worksheet, page: &Page<'_>) -> Result<(), XlsxError> {
    let head = Format::new().set_bold().set_text_wrap().set_background_color(Color::RGB(0x00E7_E6E6));
    let head = head.set_border_bottom(FormatBorder::Thin).set_align(FormatAlign::Top);
    let body = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_border_bottom(FormatBorder::Dotted);
    // What is printed of a fact sheet goes on landscape A4, as wide as a page.
    sheet.set_name(page.name)?.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_footer("&L&F, &A&R&P / &N");
    let last = page.rows.len() as u32;
    for (at, column) in (0..).zip(&page.columns) {
        sheet.set_column_width(at, column.width)?;
        sheet.write_string_with_format(0, at, column.name, &head)?;
        if column.is_hidden {
            sheet.set_column_hidden(at)?;
        }
        if !column.choices.is_empty() {
            // Rows are added below; a word that is none of these is told when the sheet is read.
            let choices = DataValidation::new().allow_list_strings(column.choices)?;
            let choices = choices.set_error_style(DataValidationErrorStyle::Warning);
            sheet.add_data_validation(1, at, last + ROOM, at, &choices)?;
        }
    }
    sheet.set_row_height(0, 2.0 * LINE)?;
    for (number, row) in (1..).zip(page.rows) {
        sheet.set_row_height(number, height(row, &page.columns[..page.printed.min(page.columns.len())]))?;
        // An empty text leaves a cell that is ruled like the others.
        for (column, cell) in (0..).zip(row) {
            sheet.write_string_with_format(number, column, cell, &body)?;
        }
    }
    if let (Some(end), Some(printed)) = (page.columns.len().checked_sub(1), page.printed.checked_sub(1)) {
        sheet.autofilter(0, 0, last, end as u16)?.set_print_area(0, 0, last, printed as u16)?;
    }
    Ok(())
}

/// How high a row is, in points, whose cells are wrapped: not all programs reckon that themselves.
fn height(row: &[String], columns: &[Column]) -> f64 {
    let lines = |(cell, column): (&String, &Column)| {
        let line = |line: &str| (line.chars().count() as f64 / column.width).ceil().max(1.0);
        cell.split('\n').map(line).sum::<f64>()
    };
    let shown = row.iter().zip(columns).filter(|(_, column)| !column.is_hidden);
    // No row is higher than 409 points.
    (shown.map(lines).fold(1.0, f64::max) * LINE).min(409.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Row> {
        read("a.csv", text.as_bytes()).expect("it is text").remove(0).rows
    }

    #[test]
    fn cells_have_the_names_that_a_spreadsheet_gives_them() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
        let rows = rows("id,text\n\n\na,\"two\nlines\"\nb,c\n");
        let places: Vec<String> = rows.iter().map(|row| row.place(1)).collect();
        assert_eq!(places, ["B1", "B4", "B5"]);
        assert_eq!(rows[1].cell(1), "two\nlines");
    }

    #[test]
    fn a_table_is_read_whatever_parts_its_columns() {
        for text in ["id,text\na,b\n", "\u{feff}id;text\r\na;b\r\n", "id\ttext\na\tb"] {
            let cells: Vec<Vec<String>> = rows(text).into_iter().map(|row| row.cells).collect();
            assert_eq!(cells, [["id", "text"], ["a", "b"]], "{text:?}");
        }
    }

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+1", "-0043", "@SUM(A1)", "'=1", "''+1", "'quoted", "plain", "a=b"] {
            let written = csv(&["text"], &[vec![cell.to_owned()]]);
            let line = written.lines().nth(1).expect("there is a row");
            assert!(!line.starts_with(['=', '+', '-', '@', '\t']), "{line}");
            assert_eq!(rows(&written)[1].cell(0), cell, "{written}");
        }
        let page = Page {
            name: "claims",
            columns: vec![Column::new("text", 20.0)],
            rows: &[vec!["=1+1".to_owned()]],
            printed: 1,
        };
        let book = xlsx(std::slice::from_ref(&page)).expect("it fits");
        let read = read("a.xlsx", &book).expect("it is a workbook");
        assert_eq!(read[0].rows[1].cell(0), "=1+1");
        assert_eq!(Ok(book), xlsx(&[page]), "the clock is in it");
    }
}
