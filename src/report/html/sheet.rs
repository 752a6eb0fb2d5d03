//! The manuscript as a proof sheet: its words as they are read, what clashes in them marked, beside them a note that
//! leads to the finding, and a tick behind each date, number and citation that was checked and agrees.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use maud::{Markup, html};
use rustc_hash::FxHashMap;

use super::super::passages::printed;
use super::section::Section;
use super::{class, words};
use crate::document::{Block, Cell, Kind, Table};
use crate::passage::Manuscript;
use crate::rules::{self, Tally};
use crate::text::counted;

/// The manuscript of a dossier, or the paper itself, where there is one.
pub(super) fn sheet(section: &Section<'_>) -> Markup {
    let Some(manuscript) = section.outcome.reasoned.archive.manuscript() else { return html! {} };
    let sheet = Sheet::new(section, &manuscript.text);
    let ticks: usize = sheet.blocks.iter().map(|block| block.ticks.len()).sum();
    html! {
        section.sheet {
            h3 #{ (section.id) "-sheet" } { "The paper" }
            p.hint {
                "What clashes is marked, and its note leads to the finding. "
                span.tick { "✓" } " stands behind what was checked and agrees: " (counted(ticks, "tick")) "."
            }
            @for number in 0..sheet.blocks.len() { (sheet.block(number)) }
        }
    }
}

struct Sheet<'a> {
    section: &'a Section<'a>,
    text: &'a Manuscript,
    blocks: Vec<Noted<'a>>,
    tables: Vec<Table>,
    /// The table, by its number, of each block that stands in one.
    of_table: FxHashMap<usize, usize>,
}

/// What is noted of a block.
#[derive(Default)]
struct Noted<'a> {
    /// Its words that clash, each with the number of the finding.
    hits: Vec<(Range<usize>, usize)>,
    /// Where in its words something ends that was checked and agrees, in order, and why it does.
    ticks: Vec<(usize, &'a str)>,
}

/// More empty cells side by side are not drawn.
const GAP: usize = 1_000;

/// The rows of a table: its cells with their blocks, each behind so many columns in which nothing stands.
fn rows(table: &Table) -> Vec<Vec<(usize, Cell, Vec<usize>)>> {
    let mut rows: Vec<Vec<(usize, Cell, Vec<usize>)>> = Vec::new();
    // The row that each column is free from, below cells that reach down.
    let mut free: BTreeMap<u32, u32> = BTreeMap::new();
    let mut last: Option<Cell> = None;
    for &(cell, block) in &table.cells {
        let left = last.filter(|last| last.row == cell.row);
        if left.is_some_and(|left| left.column == cell.column)
            && let Some((.., blocks)) = rows.last_mut().and_then(|row| row.last_mut())
        {
            blocks.push(block);
            continue;
        }
        if left.is_none() {
            let further = last.map_or(1, |last| cell.row.saturating_sub(last.row));
            rows.extend((0..further).map(|_| Vec::new()));
        }
        let from = left.map_or(0, |left| left.column + left.columns);
        let is_free = |column: &u32| free.get(column).is_none_or(|from| *from <= cell.row);
        let gap = (from..cell.column).filter(is_free).take(GAP).count();
        if cell.rows > 1 {
            let end = cell.row.saturating_add(cell.rows);
            free.extend((cell.column..cell.column + cell.columns).map(|column| (column, end)));
        }
        if let Some(row) = rows.last_mut() {
            row.push((gap, cell, vec![block]));
        }
        last = Some(cell);
    }
    rows
}

impl<'a> Sheet<'a> {
    fn new(section: &'a Section<'a>, text: &'a Manuscript) -> Self {
        let mut blocks: Vec<Noted> = text.blocks.iter().map(|_| Noted::default()).collect();
        let outcome = section.outcome;
        for (number, finding) in outcome.report.findings.iter().enumerate() {
            for (block, range) in printed(outcome.texts, outcome.reasoned, finding) {
                blocks[block].hits.push((range, number));
            }
        }
        let tables = Table::all(&text.blocks);
        let mut of_table = FxHashMap::default();
        for (number, table) in tables.iter().enumerate() {
            of_table.extend(table.cells.iter().map(|(_, block)| (*block, number)));
        }
        let mut sheet = Self { section, text, blocks, tables, of_table };
        sheet.tick();
        sheet
    }

    /// Ticks what can be checked by itself, wherever a rule found it fine and none found anything.
    fn tick(&mut self) {
        let outcome = self.section.outcome;
        let holds = |tally: &&Tally| match rules::named(tally.rule).map(|rule| rule.family) {
            // That records fit one another says nothing of the paper, nor that they fit the paper that they were
            // drafted from.
            None | Some("dossier") => false,
            Some("manuscript") => !outcome.texts.has_origins(),
            Some(_) => true,
        };
        let fine = outcome.report.tallies.iter().filter(holds).flat_map(|tally| &tally.fine);
        let mut fine: Vec<(usize, Range<usize>, &str)> = fine
            .filter_map(|fine| {
                let (block, range) = self.text.words_at(outcome.texts.origin(fine.at))?;
                Some((block, range, fine.because.as_str()))
            })
            .collect();
        fine.sort_by_key(|(block, range, _)| (*block, range.start, range.end));
        for (block, item) in items(self.text) {
            let from = fine.partition_point(|(other, range, _)| (*other, range.start) < (block, item.start));
            let within = fine[from..].iter().take_while(|(other, range, _)| *other == block && range.start < item.end);
            let agrees = within.filter(|(_, range, _)| range.end <= item.end && !range.is_empty()).last();
            let noted = &mut self.blocks[block];
            let clashes = noted.hits.iter().any(|(hit, _)| hit.start < item.end && item.start < hit.end);
            if let Some((.., because)) = agrees.filter(|_| !clashes) {
                noted.ticks.push((item.end, because));
            }
        }
        for block in &mut self.blocks {
            block.ticks.sort_unstable();
            block.ticks.dedup_by_key(|(end, _)| *end);
        }
    }

    /// A block with its notes; a table at its first cell.
    fn block(&self, number: usize) -> Markup {
        let block = &self.text.blocks[number];
        if let Some(table) = self.of_table.get(&number).map(|table| &self.tables[*table]) {
            let is_first = table.cells.first().is_some_and(|(_, first)| *first == number);
            return if is_first {
                self.table(table)
            } else {
                html! {}
            };
        }
        let inner = self.words(number);
        html! {
            @if block.kind != Kind::Comment {
                div.printed {
                    @match &block.kind {
                        Kind::Heading(_) => h4 { (inner) },
                        Kind::Quote => blockquote { (inner) },
                        Kind::Item => p.item { (inner) },
                        Kind::Note(label) => p.footnote { sup { (label) } " " (inner) },
                        _ => p { (inner) },
                    }
                    (self.notes(std::iter::once(number)))
                }
            }
        }
    }

    fn table(&self, table: &Table) -> Markup {
        let rows = rows(table);
        html! {
            div.printed {
                div.scroll tabindex="0" role="region" aria-label="A table of the paper" {
                    table {
                        @for row in &rows {
                            tr {
                                @for (gap, cell, blocks) in row {
                                    @for _ in 0..*gap { td {} }
                                    td rowspan=[(cell.rows > 1).then_some(cell.rows)]
                                        colspan=[(cell.columns > 1).then_some(cell.columns)] {
                                        @for (at, block) in blocks.iter().enumerate() {
                                            @if at > 0 { br; }
                                            (self.words(*block))
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
                (self.notes(table.cells.iter().map(|(_, block)| *block)))
            }
        }
    }

    /// The words of a block with its marks and ticks.
    fn words(&self, number: usize) -> Markup {
        let Noted { hits, ticks } = &self.blocks[number];
        let block: &Block = &self.text.blocks[number];
        let mut cuts: BTreeSet<usize> = ticks.iter().map(|(end, _)| *end).chain([0, block.words.len()]).collect();
        cuts.extend(hits.iter().flat_map(|(range, _)| [range.start, range.end]));
        let cuts: Vec<usize> = cuts.into_iter().filter(|cut| block.words.is_char_boundary(*cut)).collect();
        let mut starts: Vec<&(Range<usize>, usize)> = hits.iter().collect();
        starts.sort_by_key(|(range, _)| range.start);
        let (mut next, mut open) = (0, BTreeSet::new());
        let mut tick = ticks.iter().peekable();
        let mut parts = Vec::new();
        for part in cuts.windows(2) {
            while let Some((range, finding)) = starts.get(next).filter(|(range, _)| range.start <= part[0]) {
                open.insert((*finding, range.end));
                next += 1;
            }
            open.retain(|(_, end)| *end > part[0]);
            let said = &block.words[part[0]..part[1]];
            let because = tick.next_if(|(end, _)| *end <= part[1]).map(|(_, because)| *because);
            parts.push((said, open.first().map(|(finding, _)| *finding), because));
        }
        html! {
            @for (said, finding, because) in parts {
                @match finding {
                    Some(finding) => (self.hit(finding, said)),
                    None => (said),
                }
                @if let Some(because) = because { span.tick title=(because) { "✓" } }
            }
        }
    }

    fn hit(&self, finding: usize, said: &str) -> Markup {
        let anchor = &self.section.anchors[finding];
        let found = &self.section.outcome.report.findings[finding];
        html! { a.hit.(class(found.level)) href={ "#" (anchor) } title=(found.message) { (said) } }
    }

    /// What was found in some blocks, each once.
    fn notes(&self, blocks: impl Iterator<Item = usize>) -> Markup {
        let found: BTreeSet<usize> =
            blocks.flat_map(|block| &self.blocks[block].hits).map(|(_, finding)| *finding).collect();
        html! {
            @if !found.is_empty() {
                ul.notes {
                    @for number in found {
                        @let finding = &self.section.outcome.report.findings[number];
                        li.(class(finding.level)) {
                            a href={ "#" (self.section.anchors[number]) } { span.level { (finding.level.name()) } }
                            " " (words(&finding.message))
                        }
                    }
                }
            }
        }
    }
}

/// What of a manuscript can be checked by itself, by block and place: its citations, and the dates and numbers of its
/// sentences.
fn items(text: &Manuscript) -> Vec<(usize, Range<usize>)> {
    let citations = text.citations.iter().map(|citation| (citation.block, citation.range.clone()));
    let stated = text.sentences.iter().filter_map(|sentence| Some((sentence, sentence.worth.as_ref()?)));
    let stated = stated.flat_map(|(sentence, worth)| {
        let dates = worth.dates.iter().map(|date| &date.at);
        let all = dates.chain(worth.amounts.iter().map(|amount| &amount.at));
        all.map(|at| (sentence.block, sentence.range.start + at.start..sentence.range.start + at.end))
    });
    citations.chain(stated).collect()
}
