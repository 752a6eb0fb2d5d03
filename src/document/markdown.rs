//! Markdown to blocks: `CommonMark` with tables and footnotes, and from Pandoc the metadata block and `[@key]`.
//!
//! Places are exact: every letter knows its byte in the file. HTML between the words is passed over, its text kept;
//! fenced code is no prose and is left out.

mod keys;
mod metadata;
mod notebook;
pub(super) mod project;
mod weave;

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use rustc_hash::FxHashSet;

use super::parts::{folder_of, joined};
use super::raised::Raised;
use super::recognise::has_ending;
use super::table::Grid;
use super::{Block, Cell, Document, Fault, Folder, Format, Kind, Marked, Scribe, assemble, formula};

/// Stands for what is computed.
const STAND_IN: &str = super::latex::STAND_IN;

/// A number from which on "1949. The treaty …" at the start of a line is the end of a sentence, and no item of a list.
const FIRST_YEAR: u64 = 1000;

/// A comment that is open is looked for so many bytes before a call.
const COMMENT: usize = 2000;

/// So many notes that are called and written nowhere are told one by one.
const FEW_NOTES: usize = 3;

/// Reads the file called `name`, with those of its `folder` that it takes in, and the lists of works of its project. Of
/// a notebook what is read is its cells of words.
pub(crate) fn read(name: &str, text: String, folder: &dyn Folder) -> Document {
    let text = if has_ending(name, "ipynb") { notebook::words(&text) } else { text };
    let mut manuscript = weave::weave(name, &text, folder).document(Format::Markdown, text);
    let (mut blocks, metadata) = parsed(&manuscript.text);
    if let Some(range) = metadata {
        let (preface, mut printed, summary) = metadata::read(&manuscript.text, range);
        assemble::under_title(&mut blocks, preface.title.is_some());
        printed.extend(summary.into_iter().flat_map(|at| summarised(&manuscript.text, at)));
        printed.append(&mut blocks);
        blocks = printed;
        manuscript.preface = preface;
    }
    manuscript.preface.bibliographies.extend(keys::bibliographies(&manuscript.text));
    let keyed = !manuscript.preface.bibliographies.is_empty() || keys::are_used(&manuscript.text);
    let labels = keys::labels(&manuscript.text);
    let dangling = keys::dangling(&manuscript.text, &labels);
    let mut blocks = assemble::torn(blocks);
    // The parser does not see that the metadata calls one.
    let defined = manuscript.text.lines().filter_map(|line| Some(line.strip_prefix("[^")?.split_once("]:")?.0));
    let written: FxHashSet<&str> = defined.collect();
    let mut missing: Vec<Fault> = Vec::new();
    for block in &mut blocks {
        // What an author is called elsewhere, `@nora`, is no key.
        let place = block.place(0..1).start;
        if keyed && !manuscript.preface.authors.iter().any(|author| author.at.contains(&place)) {
            keys::mark(block, &manuscript.text, &labels);
        }
        keys::mark_dangling(block, &dangling);
        if block.kind != Kind::Comment {
            missing.extend(missing_notes(&manuscript.text, block, &written));
        }
    }
    // A chapter whose notes stand in another file.
    if missing.len() > FEW_NOTES {
        let others = missing.len() - 1;
        missing.truncate(1);
        missing[0].what = format!("{}, and so are {others} more", missing[0].what);
    }
    manuscript.faults.extend(missing);
    manuscript.blocks = assemble::notes(blocks);
    let own = folder_of(name);
    for list in
        manuscript.preface.bibliographies.iter_mut().filter(|list| !own.is_empty() && !list.words.starts_with('/'))
    {
        list.words = joined(own, &list.words);
    }
    if keyed && manuscript.preface.bibliographies.is_empty() {
        project::take_lists(name, &mut manuscript, folder);
    }
    manuscript
}

/// The blocks of a text, and the place of its metadata.
fn parsed(text: &str) -> (Vec<Block>, Option<Range<usize>>) {
    let mut reader = Reader {
        text,
        scribe: None,
        within: Vec::new(),
        blocks: Vec::new(),
        metadata: None,
        raised: None,
        struck: 0,
        grid: Grid::default(),
    };
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_MATH
        | Options::ENABLE_STRIKETHROUGH;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        reader.event(event, range);
    }
    reader.flush();
    (reader.blocks, reader.metadata)
}

/// The abstract at a place in the metadata under its heading, as Pandoc prints it.
fn summarised(text: &str, at: Range<usize>) -> Vec<Block> {
    let mut heading = Scribe::new(Kind::Heading(2));
    heading.resolved("Abstract", at.start..at.start);
    // What stands before it keeps its place, and no sign of it is read.
    let alone = " ".repeat(at.start - 1) + "\n" + &text[at];
    heading.done().into_iter().chain(parsed(&alone).0).collect()
}

/// Whether inline code is run, and what it gives is printed: `` `r nrow(ships)` ``, `` `{python} ships` ``.
fn is_computed(code: &str) -> bool {
    code.starts_with("r ") || code.starts_with('{') && code.contains("} ")
}

/// Calls of notes that are nowhere written: the parser leaves them as they stand. A comment calls none.
fn missing_notes(text: &str, block: &Block, written: &FxHashSet<&str>) -> Vec<Fault> {
    let start = block.place(0..1).start.min(text.len());
    let before = &text[text.floor_char_boundary(start.saturating_sub(COMMENT))..text.floor_char_boundary(start)];
    if before.rfind("<!--") > before.rfind("-->") {
        return Vec::new();
    }
    let calls = block.words.match_indices("[^").filter_map(|(at, _)| {
        let label = block.words[at + 2..].split_once(']')?.0;
        let fine = !label.is_empty() && label.len() < 40 && !label.contains(['[', ' ']) && !written.contains(label);
        let what = || format!("the note `{label}` is called here and written nowhere");
        fine.then(|| Fault::new(block.place(at..at + label.len() + 3), what()))
    });
    calls.collect()
}

/// What the block that is being read lies in.
#[derive(Debug)]
enum Within {
    Heading(u8),
    Quote,
    /// An item, with its number where the list has numbers.
    Item(Option<u64>),
    Note(String),
    Cell(Cell),
    /// A list, with the number of its next item.
    List(Option<u64>),
    /// What is left out, such as code.
    Nothing,
    Markup,
}

struct Reader<'a> {
    text: &'a str,
    scribe: Option<Scribe>,
    within: Vec<Within>,
    blocks: Vec<Block>,
    metadata: Option<Range<usize>>,
    /// What stands in `<sup>`, and where that began.
    raised: Option<(String, usize)>,
    /// How many marks that strike words out are open.
    struck: usize,
    /// The table that is being read.
    grid: Grid,
}

impl Reader<'_> {
    fn event(&mut self, event: Event, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(_) if matches!(self.within.last(), Some(Within::Nothing)) => {}
            Event::Code(code) if is_computed(&code) => self.scribe().resolved(STAND_IN, range),
            Event::Text(words) | Event::Code(words) => self.words(&words, range),
            Event::SoftBreak | Event::HardBreak => self.scribe().line(range),
            Event::InlineHtml(tag) => self.inline_html(&tag, range),
            Event::Html(html) => self.html(&html, range),
            Event::FootnoteReference(label) => self.scribe().point(Marked::Call(label.to_string())),
            Event::InlineMath(inner) | Event::DisplayMath(inner) if !self.is_money(&inner, &range) => {
                self.formula(&inner, range);
            }
            Event::InlineMath(_) | Event::DisplayMath(_) => self.words(&self.text[range.clone()], range),
            Event::Rule | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag, range: Range<usize>) {
        let within = match tag {
            Tag::Emphasis => {
                self.scribe().open(Marked::Emphasis);
                return;
            }
            Tag::Link { dest_url, .. } => {
                self.scribe().open(Marked::Link(dest_url.to_string()));
                return;
            }
            Tag::Strikethrough => {
                self.struck += 1;
                return;
            }
            Tag::Strong | Tag::Superscript | Tag::Subscript | Tag::Image { .. } => return,
            Tag::MetadataBlock(_) => {
                self.metadata = Some(range.clone());
                Within::Nothing
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) => Within::Nothing,
            Tag::Heading { level, .. } => Within::Heading(level_of(level)),
            Tag::BlockQuote(_) => Within::Quote,
            Tag::List(first) => Within::List(first),
            Tag::Item => self.item(),
            Tag::FootnoteDefinition(label) => Within::Note(label.to_string()),
            Tag::Table(_) => {
                self.grid = Grid::default();
                Within::Markup
            }
            Tag::TableHead | Tag::TableRow => {
                self.grid.row();
                Within::Markup
            }
            Tag::TableCell => Within::Cell(self.grid.cell(1, 1, self.grid.is_first())),
            _ => Within::Markup,
        };
        self.flush();
        let year = matches!(within, Within::Item(Some(FIRST_YEAR..)));
        self.within.push(within);
        if year {
            let marker = self.text[range.clone()].find(char::is_whitespace).unwrap_or(0);
            self.words(&self.text[range.start..range.start + marker], range.start..range.start + marker);
            self.words(" ", range.start + marker..range.start + marker);
        }
    }

    /// The next item of the innermost list.
    fn item(&mut self) -> Within {
        let list = self.within.iter_mut().rev().find_map(|within| match within {
            Within::List(next) => Some(next),
            _ => None,
        });
        let Some(Some(next)) = list else { return Within::Item(None) };
        let number = *next;
        *next = next.saturating_add(1);
        Within::Item(Some(number))
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Link => self.scribe().close(),
            TagEnd::Strikethrough => self.struck = self.struck.saturating_sub(1),
            TagEnd::Strong | TagEnd::Superscript | TagEnd::Subscript | TagEnd::Image => {}
            _ => {
                self.flush();
                self.within.pop();
            }
        }
    }

    fn words(&mut self, words: &str, range: Range<usize>) {
        if self.struck > 0 {
            return;
        }
        if let Some((raised, _)) = &mut self.raised {
            raised.push_str(words);
            return;
        }
        let verbatim = self.text.get(range.clone()) == Some(words);
        let inside = if verbatim { None } else { self.text[range.clone()].find(words) };
        let scribe = self.scribe();
        match (verbatim, inside) {
            (true, _) => scribe.plain(words, range.start),
            // A code span without its backticks.
            (false, Some(at)) => scribe.plain(words, range.start + at),
            (false, None) => scribe.resolved(words, range),
        }
    }

    /// Whether signs of dollars stand before sums, and around no formula: `from $5 (A$7) to US$9`.
    fn is_money(&self, inner: &str, range: &Range<usize>) -> bool {
        let goes_on = self.text[range.end..].starts_with(|c: char| c.is_ascii_digit());
        let is_sum = inner.starts_with(|c: char| c.is_ascii_digit());
        let has_words = inner.split(|c: char| !c.is_alphabetic()).any(|word| word.len() > 2);
        goes_on || is_sum && has_words && !inner.contains('\\')
    }

    fn formula(&mut self, inner: &str, range: Range<usize>) {
        match formula::told(inner) {
            Some(told) => self.words(&told, range),
            None => self.words(STAND_IN, range),
        }
    }

    fn inline_html(&mut self, tag: &str, range: Range<usize>) {
        match tag.to_ascii_lowercase().as_str() {
            "<sup>" => self.raised = Some((String::new(), range.end)),
            "</sup>" => {
                let Some((raised, at)) = self.raised.take() else { return };
                match Raised::of(&raised, self.scribe().words()) {
                    Raised::Call => self.scribe().point(Marked::Call(raised.trim().to_owned())),
                    Raised::Power => {
                        self.scribe().resolved("^", at..at);
                        self.words(&raised, at..range.start);
                    }
                    Raised::Letters => self.words(&raised, at..range.start),
                }
            }
            tag if tag.starts_with("<br") => self.scribe().resolved(" ", range),
            _ => {}
        }
    }

    /// Text between the tags of an HTML block.
    fn html(&mut self, html: &str, range: Range<usize>) {
        if self.text.get(range.clone()) != Some(html) {
            return;
        }
        let (mut at, mut rest) = (range.start, html);
        while !rest.is_empty() {
            let text = rest.find('<').unwrap_or(rest.len());
            if !rest[..text].trim().is_empty() {
                self.scribe().plain(&rest[..text], at);
            }
            let close = if rest[text..].starts_with("<!--") { "-->" } else { ">" };
            let end = rest[text..].find(close).map_or(rest.len(), |end| text + end + close.len());
            (at, rest) = (at + end, &rest[end..]);
        }
    }

    /// The block that is being written, begun where none is.
    fn scribe(&mut self) -> &mut Scribe {
        let within = &self.within;
        self.scribe.get_or_insert_with(|| begin(within))
    }

    fn flush(&mut self) {
        if let Some((raised, at)) = self.raised.take() {
            self.words(&raised, at..at + raised.len());
        }
        self.blocks.extend(self.scribe.take().and_then(Scribe::done));
    }
}

/// A block of the kind that the place asks for: the outermost note, else the innermost of the rest.
fn begin(within: &[Within]) -> Scribe {
    let note = within.iter().find_map(|within| match within {
        Within::Note(label) => Some(Kind::Note(label.clone())),
        _ => None,
    });
    let inner = within.iter().rev().find_map(|within| match within {
        Within::Heading(level) => Some((Kind::Heading(*level), None)),
        Within::Quote => Some((Kind::Quote, None)),
        Within::Item(Some(FIRST_YEAR..)) => Some((Kind::Paragraph, None)),
        Within::Item(number) => Some((Kind::Item, *number)),
        Within::Cell(_) => Some((Kind::Cell, None)),
        _ => None,
    });
    let (kind, number) = inner.unwrap_or((Kind::Paragraph, None));
    let mut scribe = Scribe::new(note.unwrap_or(kind));
    if let Some(number) = number {
        scribe.point(Marked::Label(number.to_string()));
    }
    if let Some(Within::Cell(cell)) = within.last() {
        scribe.point(Marked::Cell(*cell));
    }
    scribe
}

fn level_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
