//! HTML, tag soup included, to blocks; every place is one of the original file.
//!
//! Tags are the tokenizer's of the standard (WHATWG HTML, section 13.2.5); what they enclose is kept simple: an element
//! that a browser shows as a block begins and ends a block, and ends of elements that nothing has begun mean nothing.
//! What a reader of the page does not see is left out (scripts, styles, what is hidden, what only shows without
//! scripts), and so is what leads around the page (`nav`, menus, buttons) and back from a note.
//!
//! What elements of the class `title`, `author` or `date` hold is said of the paper itself; so are its language and,
//! where nothing is printed, the author and the date in its head.
//!
//! Lost are pictures and their texts, formulas in anything but letters, what scripts or styles alone show or hide, and
//! the title in the head of the file.

use std::collections::BTreeSet;
use std::ops::Range;

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::raised::Raised;
use super::table::Grid;
use super::{Cell, Document, Format, Kind, Marked, Preface, Scribe, Stated, Unreadable, assemble};

/// Elements may be open in one another so deep.
const DEEPEST: usize = 2_000;
/// So many marks are kept of those that are open at one place.
const MARKS: usize = 16;
/// The longest reference to a character that has a name, or so.
const REFERENCE: usize = 40;

/// What is not shown, or is not the text: all up to the end of the element.
const LEFT_OUT: &[&str] = &[
    "script", "style", "nav", "noscript", "template", "head", "svg", "math", "iframe", "object", "canvas", "audio",
    "video", "select", "button", "menu", "dialog", "textarea",
];
/// What has no end.
const EMPTY: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
/// What stands in the line of the text around it. Everything else is a block.
const IN_LINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "d-cite", "data", "del", "dfn", "dt-cite", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "output", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "input", "link", "meta", "area",
];

/// The blocks of an HTML file.
///
/// # Errors
/// Where elements are nested deeper than anything that was written to be read.
pub(crate) fn read(html: &str) -> Result<Document, Unreadable> {
    let mut emitter = DefaultEmitter::new_with_span();
    emitter.naively_switch_states(true);
    let mut reader = Reader::new(html);
    let mut last = 0;
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        let span = match &token {
            Token::StartTag(tag) => tag.span,
            Token::EndTag(tag) => tag.span,
            Token::Comment(comment) => comment.span,
            Token::Doctype(doctype) => doctype.span,
            Token::String(_) | Token::Error(_) => continue,
        };
        reader.text(last..span.start);
        last = span.end;
        match token {
            Token::StartTag(tag) => reader.start(&tag),
            Token::EndTag(tag) => reader.end(&String::from_utf8_lossy(&tag.name)),
            _ => {}
        }
        if reader.open.len() > DEEPEST {
            return Err(Unreadable { why: format!("its elements are nested more than {DEEPEST} deep") });
        }
    }
    reader.text(last..html.len());
    reader.finish();
    let Reader { blocks, mut preface, head, .. } = reader;
    preface.date = preface.date.or(head.date);
    if preface.authors.is_empty() {
        preface.authors = head.authors;
    }
    Ok(Document { blocks: assemble::notes(blocks), preface, ..Document::new(Format::Html, html.to_owned()) })
}

/// What an element says of the paper itself.
#[derive(Clone, Copy)]
enum Role {
    Title,
    Author,
    Date,
}

/// An element that is open.
struct Open {
    name: String,
    /// What a block in it is, if it says so.
    kind: Option<Kind>,
    /// What it says of the paper, if it does.
    role: Option<Role>,
    is_left_out: bool,
}

struct Reader<'h> {
    html: &'h str,
    blocks: Vec<super::Block>,
    /// The block that is being written.
    scribe: Option<Scribe>,
    open: Vec<Open>,
    /// How many open elements leave out what they enclose.
    left_out: usize,
    /// The elements in the line that mark what they enclose.
    marks: Vec<(String, Marked)>,
    /// The tables that are open, and the last cell that was begun.
    grids: Vec<Grid>,
    cell: Option<Cell>,
    /// The notes that were called so far.
    called: BTreeSet<String>,
    /// The element in whose stead a note is called, if one is open.
    call: Option<String>,
    /// What is printed of the paper itself, and what only its head says.
    preface: Preface,
    head: Preface,
}

impl<'h> Reader<'h> {
    fn new(html: &'h str) -> Self {
        Self {
            html,
            blocks: Vec::new(),
            scribe: None,
            open: Vec::new(),
            left_out: 0,
            marks: Vec::new(),
            grids: Vec::new(),
            cell: None,
            called: BTreeSet::new(),
            call: None,
            preface: Preface::default(),
            head: Preface::default(),
        }
    }

    fn start(&mut self, tag: &StartTag<usize>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        if !IN_LINE.contains(&name.as_str()) {
            // No call of a note holds a block: its end was forgotten.
            self.call = None;
        }
        match name.as_str() {
            "meta" => self.meta(tag),
            "d-bibliography" => self.preface.bibliographies.extend(attribute(tag, "src").map(|src| stated(src, tag))),
            "html" => self.preface.language = attribute(tag, "lang").map(|words| stated(words, tag)),
            _ => {}
        }
        if self.is_out() {
            if !EMPTY.contains(&name.as_str()) && !tag.self_closing {
                self.open.push(Open { name, kind: None, role: None, is_left_out: false });
            }
            return;
        }
        if IN_LINE.contains(&name.as_str()) {
            return self.start_in_line(&name, tag);
        }
        if name == "br" {
            self.scribe().resolved(" ", tag.span.start..tag.span.end);
            return;
        }
        self.finish();
        self.close_implied(&name);
        if EMPTY.contains(&name.as_str()) {
            return;
        }
        let is_left_out = LEFT_OUT.contains(&name.as_str()) || is_hidden(tag) || leads_around(tag);
        self.left_out += usize::from(is_left_out);
        match name.as_str() {
            "table" => self.grids.push(Grid::default()),
            "tr" => {
                if let Some(grid) = self.grids.last_mut() {
                    grid.row();
                }
            }
            _ => {}
        }
        let kind = self.kind_of(&name, tag);
        self.open.push(Open { name, kind, role: role(tag), is_left_out });
    }

    fn start_in_line(&mut self, name: &str, tag: &StartTag<usize>) {
        let href = attribute(tag, "href");
        if matches!(name, "dt-cite" | "d-cite") {
            return self.cite(tag);
        }
        let target = href.as_deref().and_then(|href| href.strip_prefix('#')).filter(|id| !id.is_empty());
        let is_raised = self.open.last().is_some_and(|open| open.name == "sup");
        if let Some(id) = target.filter(|_| name == "a" && (is_raised || is_call(tag))) {
            self.call(id.to_owned(), name);
            return;
        }
        // A program and what it printed are no text: "[1] LC_COLLATE=C" cites nothing.
        let is_code = matches!(name, "code" | "samp") && self.open.last().is_some_and(|open| open.name == "pre");
        let drops = is_code || is_hidden(tag) || is_way_back(tag) || matches!(name, "del" | "s" | "strike");
        if name == "sup" || drops {
            // Inside a link to a place of the page, what is raised is the number of a note.
            if let Some((_, Marked::Link(href))) =
                self.marks.last().filter(|(element, _)| name == "sup" && element == "a")
                && let Some(id) = href.strip_prefix('#').map(str::to_owned)
            {
                self.call(id, name);
                return;
            }
            self.left_out += usize::from(drops);
            self.open.push(Open { name: name.to_owned(), kind: None, role: None, is_left_out: drops });
            return;
        }
        let what = match (name, href) {
            ("a", Some(href)) => Marked::Link(href),
            ("em" | "i" | "cite" | "dfn" | "var", _) => Marked::Emphasis,
            _ => return,
        };
        if name == "a" {
            self.unmark("a");
        }
        if self.marks.len() < MARKS {
            self.scribe().open(what.clone());
            self.marks.push((name.to_owned(), what));
        }
    }

    /// Distill's `<d-cite key="osei,lind">` prints a number for each work.
    fn cite(&mut self, tag: &StartTag<usize>) {
        let place = tag.span.start..tag.span.end;
        for key in attribute(tag, "key").unwrap_or_default().split(',').map(str::trim).filter(|key| !key.is_empty()) {
            self.scribe().resolved(" ", place.clone());
            self.scribe().open(Marked::Key(key.to_owned()));
            self.scribe().resolved(&format!("[{key}]"), place.clone());
            self.scribe().close();
        }
    }

    /// A call of a note stands here; what the element says of it is no word of the text.
    fn call(&mut self, id: String, element: &str) {
        self.scribe().point(Marked::Call(id.clone()));
        self.called.insert(id);
        self.call = Some(element.to_owned());
    }

    fn end(&mut self, name: &str) {
        if self.call.is_some() && !IN_LINE.contains(&name) {
            self.call = None;
        }
        if self.call.as_deref() == Some(name) {
            self.call = None;
            return;
        }
        if self.marks.iter().any(|(element, _)| element == name) && self.left_out == 0 {
            self.unmark(name);
            return;
        }
        let Some(at) = self.open.iter().rposition(|open| open.name == name) else {
            // The end of a paragraph that is not open, or that another block has ended already.
            if !IN_LINE.contains(&name) && !self.is_out() {
                self.finish();
            }
            return;
        };
        if !IN_LINE.contains(&name) {
            self.finish();
        }
        self.close_from(at);
        if name == "table" {
            self.grids.pop();
        }
    }

    /// Ends what a new block of that name ends without saying so.
    fn close_implied(&mut self, name: &str) {
        let (ends, within): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "menu"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "td" | "th" => (&["td", "th"], &["table", "tr"]),
            "tr" => (&["tr"], &["table"]),
            "option" => (&["option"], &["select"]),
            _ => (&[], &[]),
        };
        // Whatever begins, a paragraph ends.
        if self.open.last().is_some_and(|open| open.name == "p") {
            self.close_from(self.open.len() - 1);
        }
        let inner = self.open.iter().rposition(|open| within.contains(&open.name.as_str())).map_or(0, |at| at + 1);
        if let Some(at) = self.open[inner..].iter().position(|open| ends.contains(&open.name.as_str())) {
            self.close_from(inner + at);
        }
    }

    fn close_from(&mut self, at: usize) {
        self.left_out -= self.open[at..].iter().filter(|open| open.is_left_out).count();
        self.open.truncate(at);
    }

    /// Ends the mark that `name` has opened; those that were opened in it go on.
    fn unmark(&mut self, name: &str) {
        let Some(at) = self.marks.iter().rposition(|(element, _)| element == name) else { return };
        let inner = self.marks.split_off(at);
        if let Some(scribe) = &mut self.scribe {
            for _ in &inner {
                scribe.close();
            }
            for (_, what) in &inner[1..] {
                scribe.open(what.clone());
            }
        }
        self.marks.extend(inner.into_iter().skip(1));
    }

    fn kind_of(&mut self, name: &str, tag: &StartTag<usize>) -> Option<Kind> {
        if let Some(id) = attribute(tag, "id").filter(|id| self.called.contains(id)) {
            return Some(Kind::Note(id));
        }
        let outer = || self.open.iter().rev().find_map(|open| open.kind.as_ref());
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(Kind::Heading(name.as_bytes()[1] - b'0')),
            _ if matches!(outer(), Some(Kind::Note(_))) => None,
            _ if outer() == Some(&Kind::Entry) || lists_works(tag) => Some(Kind::Entry),
            "li" | "dt" | "dd" => Some(Kind::Item),
            "td" | "th" => {
                let span = |name: &str| attribute(tag, name).and_then(|count| count.trim().parse().ok()).unwrap_or(1);
                let (rows, columns) = (span("rowspan"), span("colspan"));
                self.cell = self.grids.last_mut().map(|grid| grid.cell(rows, columns, name == "th"));
                Some(Kind::Cell)
            }
            "blockquote" => Some(Kind::Quote),
            _ => None,
        }
    }

    fn is_out(&self) -> bool {
        self.left_out > 0 || self.call.is_some()
    }

    fn scribe(&mut self) -> &mut Scribe {
        let kind = || self.open.iter().rev().find_map(|open| open.kind.clone()).unwrap_or(Kind::Paragraph);
        self.scribe.get_or_insert_with(|| {
            let kind = kind();
            let cell = self.cell.filter(|_| kind == Kind::Cell);
            let mut scribe = Scribe::new(kind);
            if let Some(cell) = cell {
                scribe.point(Marked::Cell(cell));
            } else if self.open.last().is_some_and(|open| open.name == "caption") {
                scribe.point(Marked::Caption);
            }
            for (_, what) in &self.marks {
                scribe.open(what.clone());
            }
            scribe
        })
    }

    fn finish(&mut self) {
        let Some(block) = self.scribe.take().and_then(Scribe::done) else { return };
        let said = || Stated { words: block.words.clone(), at: block.whole() };
        match self.open.iter().rev().find_map(|open| open.role) {
            Some(Role::Title) if self.preface.title.is_none() => self.preface.title = Some(said()),
            Some(Role::Date) if self.preface.date.is_none() => self.preface.date = Some(said()),
            Some(Role::Author) => self.preface.authors.push(said()),
            _ => {}
        }
        self.blocks.push(block);
    }

    /// What the head of the file says of the paper.
    fn meta(&mut self, tag: &StartTag<usize>) {
        let (Some(name), Some(words)) = (attribute(tag, "name"), attribute(tag, "content")) else { return };
        match name.to_ascii_lowercase().as_str() {
            "author" | "dcterms.creator" | "dc.creator" | "citation_author" => {
                self.head.authors.push(stated(words, tag));
            }
            "date" | "dcterms.date" | "dc.date" | "dcterms.issued" | "citation_publication_date" => {
                self.head.date = Some(stated(words, tag));
            }
            _ => {}
        }
    }

    /// The letters of the file in `range`, which holds no tag.
    fn text(&mut self, range: Range<usize>) {
        let Some(text) = self.html.get(range.clone()).filter(|text| !text.is_empty()) else { return };
        if self.is_out() || self.scribe.is_none() && text.trim().is_empty() {
            return;
        }
        let is_raised = self.open.last().is_some_and(|open| open.name == "sup");
        let scribe = self.scribe();
        match is_raised.then(|| Raised::of(text, scribe.words())) {
            Some(Raised::Call) => return scribe.point(Marked::Call(text.trim().to_owned())),
            Some(Raised::Power) => scribe.resolved("^", range.start..range.start),
            Some(Raised::Letters) | None => {}
        }
        let mut done = 0;
        for (at, _) in text.match_indices('&') {
            let Some((length, letters)) = reference(&text[at..]).filter(|_| at >= done) else { continue };
            plain(scribe, &text[done..at], range.start + done);
            resolved(scribe, &letters, range.start + at..range.start + at + length);
            done = at + length;
        }
        plain(scribe, &text[done..], range.start + done);
    }
}

/// Letters as they stand, but for those that only say where a word may be broken.
fn plain(scribe: &mut Scribe, text: &str, at: usize) {
    let mut start = 0;
    for (soft, letter) in text.match_indices(is_soft) {
        scribe.plain(&text[start..soft], at + start);
        start = soft + letter.len();
    }
    scribe.plain(&text[start..], at + start);
}

fn resolved(scribe: &mut Scribe, letters: &str, from: Range<usize>) {
    if !letters.chars().all(is_soft) {
        scribe.resolved(letters, from);
    }
}

/// Soft hyphens, and spaces and joiners of no width.
fn is_soft(letter: char) -> bool {
    matches!(letter, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

/// The reference to a character that a text begins with: its length, and what it stands for.
fn reference(text: &str) -> Option<(usize, String)> {
    let end = text.bytes().take(REFERENCE).position(|byte| byte == b';')? + 1;
    let raw = text.get(..end)?;
    let letters = html_escape::decode_html_entities(raw);
    (letters != raw).then(|| (end, letters.into_owned()))
}

/// What the tag itself says of the paper.
fn stated(words: String, tag: &StartTag<usize>) -> Stated {
    Stated { words, at: tag.span.start..tag.span.end }
}

fn role(tag: &StartTag<usize>) -> Option<Role> {
    let is = |class: &str| has(tag, "class", &[class]);
    match () {
        () if is("title") => Some(Role::Title),
        () if is("author") || is("byline") => Some(Role::Author),
        () if ["date", "published", "post-date", "entry-date", "pubdate", "dateline"].into_iter().any(is) => {
            Some(Role::Date)
        }
        () => None,
    }
}

fn attribute(tag: &StartTag<usize>, name: &str) -> Option<String> {
    let value = tag.attributes.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(&value.value.0).trim().to_owned())
}

/// Whether an element holds a list of works: what Pandoc and CSL write, Wikipedia's references, and what says so by its
/// role.
fn lists_works(tag: &StartTag<usize>) -> bool {
    has(tag, "id", &["refs"])
        || has(tag, "role", &["doc-bibliography", "doc-biblioentry"])
        || has(tag, "class", &["references", "csl-entry", "csl-bib-body"])
}

/// Whether the element itself says that it is not shown.
fn is_hidden(tag: &StartTag<usize>) -> bool {
    let style = attribute(tag, "style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    let read_aloud = attribute(tag, "aria-hidden").is_none_or(|hidden| hidden != "true");
    let shown = attribute(tag, "hidden").is_none_or(|hidden| hidden == "until-found");
    !shown || !read_aloud || style.contains("display:none") || style.contains("visibility:hidden")
}

/// What a page puts around its article, by roles and by the classes and ids of the usual templates.
const AROUND: [&str; 30] = [
    "advertisement",
    "breadcrumb",
    "breadcrumbs",
    "comment-list",
    "comment-respond",
    "commentlist",
    "comments",
    "comments-area",
    "cookie-banner",
    "disqus_thread",
    "nav",
    "navbar",
    "newsletter",
    "pagination",
    "promo",
    "recommended",
    "related",
    "related-articles",
    "related-posts",
    "respond",
    "share",
    "sharedaddy",
    "sidebar",
    "site-footer",
    "site-header",
    "social-share",
    "toc",
    "widget",
    "widget-area",
    "wm-ipp-base",
];

/// Whether an element leads around the page or stands beside the article: menus, readers' comments, other articles, the
/// bar of a web archive.
fn leads_around(tag: &StartTag<usize>) -> bool {
    has(tag, "role", &["navigation", "complementary", "contentinfo", "search"])
        || ["class", "id"].iter().any(|name| has(tag, name, &AROUND))
}

/// Whether a link is the number of a note.
fn is_call(tag: &StartTag<usize>) -> bool {
    has(tag, "role", &["doc-noteref"]) || has(tag, "class", &["footnote-ref", "noteref", "footnote-reference"])
}

/// Whether an element leads from a note back to its call.
fn is_way_back(tag: &StartTag<usize>) -> bool {
    has(tag, "role", &["doc-backlink"])
        || has(tag, "class", &["footnote-back", "footnote-backref", "reversefootnote", "mw-cite-backlink"])
}

fn has(tag: &StartTag<usize>, name: &str, words: &[&str]) -> bool {
    attribute(tag, name).is_some_and(|value| value.split_whitespace().any(|word| words.contains(&word)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Mark;

    fn blocks(html: &str) -> Vec<(Kind, String)> {
        let manuscript = read(html).expect("the test is not nested deep");
        manuscript.blocks.into_iter().map(|block| (block.kind, block.words)).collect()
    }

    fn words(html: &str) -> Vec<String> {
        blocks(html).into_iter().map(|(_, words)| words).collect()
    }

    #[test]
    fn blocks_are_what_a_browser_shows_as_blocks() {
        let html = "<!DOCTYPE html><html><head><title>T</title><style>p {}</style></head><body>\n<h2>Ports</h2>\n\
            <p>One<br>two<p>Three <b>four</b></p><ul><li>a<li>b</ul><blockquote><p>said</p></blockquote>\
            <table><tr><td>x<td>y</table>tail</body></html>";
        let expected = [
            (Kind::Heading(2), "Ports"),
            (Kind::Paragraph, "One two"),
            (Kind::Paragraph, "Three four"),
            (Kind::Item, "a"),
            (Kind::Item, "b"),
            (Kind::Quote, "said"),
            (Kind::Cell, "x"),
            (Kind::Cell, "y"),
            (Kind::Paragraph, "tail"),
        ];
        assert_eq!(blocks(html), expected.map(|(kind, words)| (kind, words.to_owned())));
    }

    #[test]
    fn what_nobody_sees_is_left_out() {
        for html in [
            "<p>seen</p><script>if (a < b) { '<p>not</p>' }</script>",
            "<nav><ul><li>Home</li></ul></nav><p>seen</p>",
            "<p>seen</p><div hidden><p>not</p><div>nor</div></div>",
            "<p>seen</p><p style='color: red; display : none'>not</p>",
            "<p>se<span aria-hidden=true>not</span>en</p>",
            "<p>seen</p><pre><code>[1] not <span>nor</span></code></pre>",
            "<p>seen<!-- not --></p><noscript>not</noscript>",
            "<p>se&shy;en\u{AD}</p>",
            "<p>seen</p></div></p></b>",
            "<p>seen<a href='#n' role='doc-noteref'>1</p>",
        ] {
            assert_eq!(words(html), ["seen"], "{html}");
        }
    }

    #[test]
    fn every_place_is_one_of_the_file() {
        let html = "<p>Caf&eacute;\r\n &amp;&#x20;<i>tea</i>\u{E9} AT&T &c; &nosuch; &lt;br&gt;</p>\r\n<p>end</p>";
        let manuscript = read(html).expect("the test is not nested deep");
        let block = &manuscript.blocks[0];
        assert_eq!(block.words, "Café & teaé AT&T &c; &nosuch; <br>");
        let place = |words: &str| {
            let at = block.words.find(words).expect("the words are in the block");
            &html[block.place(at..at + words.len())]
        };
        assert_eq!(place("Café"), "Caf&eacute;");
        assert_eq!(place("& tea"), "&amp;&#x20;<i>tea");
        assert_eq!(place("AT&T"), "AT&T");
        assert_eq!(place("<br>"), "&lt;br&gt;");
        assert_eq!(&html[manuscript.blocks[1].whole()], "end");
    }

    #[test]
    fn links_and_emphasis_are_marks() {
        let manuscript =
            read("<p>A <a href='x.html'>link <em>to</b></em> it</a> <i>and</p><p>on</i> so</p>").expect("flat");
        let [first, second] = &manuscript.blocks[..] else { panic!("{:?}", manuscript.blocks) };
        let link = Marked::Link("x.html".into());
        let mark = |range, what| Mark { range, what };
        assert_eq!(first.marks, [mark(2..12, link), mark(7..9, Marked::Emphasis), mark(13..16, Marked::Emphasis)]);
        assert_eq!(second.marks, [mark(0..2, Marked::Emphasis)]);
    }

    #[test]
    fn notes_are_called_and_their_numbers_are_no_words() {
        for call in [
            "<a href='#n1' class='footnote-ref' role='doc-noteref'><sup>1</sup></a>",
            "<sup class='reference'><a href='#n1'>[1]</a></sup>",
            "<a href='#n1'><sup>1</sup></a>",
        ] {
            let html = format!(
                "<p>It holds{call}, they say.</p><ol><li id='n1'><p>See p. 5. <a href='#r' role='doc-backlink'>back</a>\
                 </p></li></ol><p>End</p>"
            );
            let manuscript = read(&html).expect("flat");
            let shown: Vec<_> = manuscript.blocks.iter().map(|block| (&block.kind, block.words.as_str())).collect();
            let note = Kind::Note("n1".into());
            assert_eq!(
                shown,
                [(&Kind::Paragraph, "It holds, they say."), (&note, "See p. 5."), (&Kind::Paragraph, "End")],
                "{call}"
            );
            let calls = manuscript.blocks[0].marks.iter().filter(|mark| mark.what == Marked::Call("n1".into()));
            assert_eq!(
                calls.map(|mark| mark.range.clone()).collect::<Vec<_>>(),
                std::iter::once(8..8).collect::<Vec<_>>()
            );
        }
    }

    #[test]
    fn what_is_nested_without_end_is_refused() {
        let deep = "<div>".repeat(100_000);
        let refused = read(&deep).expect_err("it is nested too deep");
        assert_eq!(refused.why, "its elements are nested more than 2000 deep");
        assert_eq!(words(&("<p>x".repeat(10_000) + &"<i>".repeat(100_000) + "y")).len(), 10_000);
    }
}
