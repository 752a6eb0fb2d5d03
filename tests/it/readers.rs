//! Manuscripts are read alike from every format, and nothing that a file holds makes a reader panic.

use std::fs;
use std::path::Path;

use gainsay::document::{self, Document, Format, Kind, Marked, Outline};
use gainsay::passage::sentences;

use crate::fuzz::is_sound;
use crate::robust::Random;

fn bytes(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/manuscripts").join(name);
    fs::read(path).expect("the test paper is there")
}

fn paper(name: &str) -> Document {
    document::read(name, &bytes(name)).expect("the test paper can be read")
}

/// Straight quotation marks for all, and in brackets no citation: LaTeX has keys there.
fn plain(words: &str) -> String {
    let straight = words.replace(['“', '”'], "\"").replace(['‘', '’'], "'");
    let mut plain = String::new();
    let mut rest = straight.as_str();
    while let Some((before, bracket)) = rest.split_once('(') {
        let (inside, behind) = bracket.split_once(')').unwrap_or((bracket, ""));
        plain.push_str(before);
        let cites =
            inside.contains(|letter: char| letter.is_ascii_digit()) || inside.contains("n.d.") || inside == "kanto";
        plain.push_str(if cites { "(…)" } else { inside });
        rest = behind;
    }
    plain + rest
}

/// The blocks of the text without its bibliography, and their sentences, as lines.
fn body(manuscript: &Document) -> Vec<String> {
    let outline = Outline::new(&manuscript.blocks);
    let body = manuscript.blocks.iter().enumerate().take_while(|(number, block)| {
        let is_its_heading = matches!(block.kind, Kind::Heading(_)) && block.words == "References";
        !outline.is_bibliography(*number) && !is_its_heading
    });
    let lines = body.flat_map(|(number, block)| {
        let depth = outline.path(number).len();
        let calls = block.marks.iter().filter(|mark| matches!(mark.what, Marked::Call(_))).count();
        // What a note is called by differs: its number, or the place that a link leads to.
        let kind = if let Kind::Note(_) = &block.kind { "Note".to_owned() } else { format!("{:?}", block.kind) };
        let head = format!("{kind}, {depth} deep, {calls} calls");
        let sentences = sentences(&block.words).into_iter().map(|range| plain(&block.words[range]));
        std::iter::once(head).chain(sentences).collect::<Vec<_>>()
    });
    lines.collect()
}

#[test]
fn the_paper_is_the_same_in_every_format() {
    let markdown = body(&paper("ferry.md"));
    let blocks = markdown.iter().filter(|line| line.ends_with(" calls")).count();
    assert_eq!((blocks, markdown.len() - blocks), (37, 60), "{markdown:#?}");
    for name in ["ferry.docx", "ferry.tex", "ferry.html", "ferry.txt"] {
        let other = paper(name);
        assert!(other.faults.is_empty(), "{name}: {:?}", other.faults);
        assert_eq!(body(&other), markdown, "{name}");
    }
}

#[test]
fn the_bibliography_is_told_apart() {
    for (name, entries) in
        [("ferry.md", 14), ("ferry.docx", 14), ("ferry.html", 14), ("ferry.txt", 14), ("feri.md", 10)]
    {
        let paper = paper(name);
        let outline = Outline::new(&paper.blocks);
        let listed: Vec<&str> = (0..paper.blocks.len())
            .filter(|number| outline.is_bibliography(*number))
            .map(|number| paper.blocks[number].words.as_str())
            .collect();
        assert_eq!(listed.len(), entries, "{name}: {listed:#?}");
        assert!(
            listed.iter().all(|entry| entry.contains("20") || entry.contains("19") || entry.contains("n.d.")),
            "{name}"
        );
    }
}

#[test]
fn a_paper_says_of_itself_who_wrote_it_and_when() {
    for name in ["ferry.md", "ferry.docx", "ferry.tex", "ferry.html", "ferry.txt"] {
        let paper = paper(name);
        let preface = &paper.preface;
        let stated: Vec<&str> = preface
            .title
            .iter()
            .chain(&preface.authors)
            .chain(&preface.date)
            .map(|stated| stated.words.as_str())
            .collect();
        let expected = ["The Ferry Compact: How Two Ports Came to Share One Strait", "Nora Lindqvist", "12 May 2023"];
        assert_eq!(stated, expected, "{name}");
        let title = preface.title.as_ref().expect("there is a title");
        assert_eq!(&paper.text[title.at.clone()], expected[0], "{name}");
    }
    let files: Vec<String> = paper("ferry.tex").preface.bibliographies.into_iter().map(|stated| stated.words).collect();
    assert_eq!(files, ["ferry.bib"]);
}

#[test]
fn what_a_page_break_tore_is_one_paragraph() {
    let paper = paper("feri.md");
    let torn = paper.blocks.iter().find(|block| block.words.contains("menanamkan")).expect("the words are there");
    assert!(torn.words.contains("Badan Mari-tim mengangkut"), "{}", torn.words);
    assert!(torn.words.contains("kedua negara menanamkan"), "{}", torn.words);
    let cut: Vec<&str> = sentences(&torn.words).into_iter().map(|range| &torn.words[range]).collect();
    assert_eq!(cut.len(), 4, "{cut:#?}");
}

#[test]
fn formats_are_known_by_what_they_hold() {
    let known = |name: &str, bytes: &[u8]| document::recognise(name, bytes).map_err(|unreadable| unreadable.why);
    assert_eq!(known("paper", &bytes("ferry.docx")), Ok(Format::Docx));
    assert_eq!(known("paper.txt", &bytes("ferry.tex")), Ok(Format::Latex));
    assert_eq!(known("paper.txt", &bytes("ferry.html")), Ok(Format::Html));
    assert_eq!(known("paper.md", &bytes("ferry.pdf")), Ok(Format::Pdf));
    assert_eq!(known("paper", &bytes("ferry.md")), Ok(Format::Markdown));
    assert_eq!(known("paper.txt", b"Plain words."), Ok(Format::Plain));
    assert!(known("paper.org", b"* A heading").is_err_and(|why| why.starts_with("it is an Org file")));
    assert!(known("paper.docx", b"Plain words.").is_err_and(|why| why.contains("and is none")));
    for (bytes, why) in [
        (&b""[..], "it holds no text"),
        (&[0; 4096][..], "it holds no text"),
        (&b"{\\rtf1 words"[..], "it is Rich Text (.rtf): save it as .docx"),
        (&b"\x01\x02\x03\x04words\x05\x06"[..], "it is no text: it is full of control characters"),
    ] {
        assert_eq!(known("paper.md", bytes), Err(why.to_owned()));
    }
}

#[test]
fn other_encodings_are_read_and_told() {
    let read = |bytes: &[u8]| document::read("a.md", bytes).expect("it is text");
    let utf16: Vec<u8> = "\u{FEFF}Lünden".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let paper = read(&utf16);
    assert_eq!((paper.text.as_str(), paper.faults.len()), ("Lünden", 0));
    let paper = read(b"one\nL\xFCnden \x93so\x94");
    assert_eq!(paper.text, "one\nLünden “so”");
    assert_eq!(paper.faults[0].what, "the text is not UTF-8 (line 2), and is read as Windows-1252: save it as UTF-8");
    let declared =
        b"\\documentclass{article}\\usepackage[applemac]{inputenc}\\begin{document}Universit\x88\\end{document}";
    let paper = document::read("a.tex", declared).expect("it is text");
    assert_eq!((paper.blocks[0].words.as_str(), paper.faults.len()), ("Universit\u{E0}", 0));
}

#[test]
fn a_zip_that_is_no_document_is_refused_in_one_sentence() {
    let why = |bytes: &[u8]| document::read("a.docx", bytes).expect_err("it is no document").why;
    let docx = bytes("ferry.docx");
    assert!(why(&docx[..docx.len() / 2]).starts_with("its zip is damaged or cut off"));
    assert_eq!(
        why(&zip(&[("other.txt", b"words")])),
        "it is a zip without a Word document in it: there is no `word/document.xml`"
    );
    let odt = zip(&[("mimetype", b"application/vnd.oasis.opendocument.text")]);
    assert_eq!(why(&odt), "it is an OpenDocument text without a text: there is no `content.xml`");
    let bomb = zip(&[("word/document.xml", &vec![b' '; (64 << 20) + 1])]);
    assert!(bomb.len() < 1 << 20);
    assert_eq!(why(&bomb), "its part `word/document.xml` expands to more than 64 MiB");
}

fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a part can be begun");
        zip.write_all(content).expect("a part can be written");
    }
    zip.finish().expect("the zip can be ended").into_inner()
}

fn docx(body: &str) -> Document {
    let xml = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:m=\"m\"><w:body>{body}</w:body></w:document>"
    );
    document::read("a.docx", &zip(&[("word/document.xml", xml.as_bytes())])).expect("it is a document")
}

#[test]
fn what_was_deleted_is_not_read_and_what_was_inserted_is() {
    let paper = docx(
        "<w:p><w:r><w:t>Signed in </w:t></w:r><w:del><w:r><w:delText>2018</w:delText></w:r></w:del>\
         <w:ins><w:r><w:t>2019</w:t></w:r></w:ins><w:r><w:t> &amp; kept.</w:t></w:r></w:p>",
    );
    assert_eq!(paper.blocks[0].words, "Signed in 2019 & kept.");
    assert_eq!(paper.text, "Signed in 2019 & kept.\n");
}

#[test]
fn a_remark_that_names_a_source_is_a_note() {
    let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let body = format!(
        "<w:document {space}><w:body><w:p><w:r><w:t>The pier fell in 2018.</w:t></w:r><w:r><w:commentReference w:id=\"0\"/>\
         </w:r><w:r><w:t> Who knows?</w:t></w:r><w:r><w:commentReference w:id=\"1\"/></w:r></w:p></w:body></w:document>"
    );
    let remark =
        |id: u8, words: &str| format!("<w:comment w:id=\"{id}\"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>");
    let remarks = [remark(0, "Source: Gazette, 20 June 2018, p. 4"), remark(1, "Really?")].concat();
    let remarks = format!("<w:comments {space}>{remarks}</w:comments>");
    let file = zip(&[("word/document.xml", body.as_bytes()), ("word/comments.xml", remarks.as_bytes())]);
    let paper = document::read("a.docx", &file).expect("it is a document");
    let kinds: Vec<&Kind> = paper.blocks.iter().map(|block| &block.kind).collect();
    assert_eq!(kinds, [&Kind::Paragraph, &Kind::Note("remark 1".to_owned()), &Kind::Comment]);
    let [call] = &paper.blocks[0].marks[..] else { panic!("{:?}", paper.blocks[0].marks) };
    assert_eq!((call.range.start, &call.what), (22, &Marked::Call("remark 1".to_owned())));
}

#[test]
fn fields_of_reference_managers_are_citations() {
    let field = |code: &str| {
        format!(
            "<w:p><w:r><w:t>So it was </w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
             <w:r><w:instrText>{code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\
             <w:r><w:t>(Dahl 2020)</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>.</w:t></w:r></w:p>"
        )
    };
    let item = "{\"title\":\"Sea\"}";
    let paper =
        docx(&field(&format!("ADDIN ZOTERO_ITEM CSL_CITATION {{\"citationItems\":[{{\"itemData\":{item}}}]}}")));
    let block = &paper.blocks[0];
    assert_eq!(block.words, "So it was (Dahl 2020).");
    let [mark] = &block.marks[..] else { panic!("{:?}", block.marks) };
    assert_eq!((&block.words[mark.range.clone()], &mark.what), ("(Dahl 2020)", &Marked::Item(item.to_owned())));
    let paper = docx(&field("ADDIN ZOTERO_ITEM CSL_CITATION {"));
    assert_eq!(paper.faults.len(), 1);
    let unknown = docx(&field(" CITATION Dahl20 \\l 1033 "));
    assert_eq!(unknown.blocks[0].marks, [], "of a work that Word does not keep the printed words tell");
}

#[test]
fn latex_is_read_as_it_is_printed() {
    let text = "\\newcommand{\\MV}{Maravel}\nThe \\emph{Queen} of \\MV{} cost 60\\% of \\$3~million --- see\n\
                \\parencite[see][p.~3]{dahl,weiss} and \\textcite[4]{kanto}. % not this\n\nCaf\\'e, \\v{S}koda, na\\\"\\i ve; $x^2$ is $45$.\n";
    let paper = document::read("a.tex", text.as_bytes()).expect("it is text");
    let words: Vec<&str> = paper.blocks.iter().map(|block| block.words.as_str()).collect();
    assert_eq!(
        words,
        [
            "The Queen of Maravel cost 60% of $3 million — see (see dahl; weiss, p. 3) and kanto (4).",
            "Café, Škoda, naïve; □ is 45.",
        ]
    );
    let keys = paper.blocks[0].marks.iter().filter(|mark| matches!(mark.what, Marked::Key(_)));
    let keys: Vec<&str> = keys.map(|mark| &paper.text[paper.blocks[0].place(mark.range.clone())]).collect();
    assert_eq!(keys, ["dahl", "weiss", "kanto"]);
    assert!(paper.faults.is_empty(), "{:?}", paper.faults);
}

#[test]
fn broken_latex_is_told_with_its_place() {
    for (text, what) in [
        ("Words {here.", "this brace is never closed"),
        ("Words} here.", "no brace is open that this one could close"),
        ("Of $x.\n\nMore.", "this formula is never closed"),
        ("\\begin{quote}Words.", "`\\begin{quote}` is never ended"),
        ("Words. \\end{quote}", "no `\\begin{quote}` stands before this `\\end`"),
        ("So \\citep it is.", "no key follows `\\citep`"),
    ] {
        let paper = document::read("a.tex", text.as_bytes()).expect("it is text");
        assert_eq!(paper.faults.iter().map(|fault| fault.what.as_str()).collect::<Vec<_>>(), [what], "{text}");
    }
}

/// "A billion laughs": no entity that a file declares is followed, and no more of them are told than a person reads.
#[test]
fn entities_that_expand_are_not_followed() {
    let declared = (1..10).fold("<!ENTITY l0 \"ha\">".to_owned(), |all, number| {
        format!("{all}<!ENTITY l{number} \"{}\">", format!("&l{};", number - 1).repeat(10))
    });
    let xml = format!(
        "<!DOCTYPE w:document [{declared}]><w:document \
         xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:m=\"m\"><w:body><w:p><w:r><w:t>It {}said.\
         </w:t></w:r></w:p></w:body></w:document>",
        "&l9;".repeat(100_000)
    );
    let paper = document::read("a.docx", &zip(&[("word/document.xml", xml.as_bytes())])).expect("it is a document");
    assert_eq!(paper.blocks[0].words, "It said.");
    assert_eq!((paper.faults.len(), paper.faults[0].what.as_str()), (200, "the entity `l9` is not known"));
    let html = format!("<!DOCTYPE html [{declared}]><html><body><p>It &l9;said.</p></body></html>");
    let paper = document::read("a.html", html.as_bytes()).expect("it is a page");
    assert!(paper.text.len() < 10_000 && paper.blocks.iter().all(|block| block.words.len() < 10_000));
}

const FRAGMENTS: &[&str] = &[
    "\n\n",
    "\n",
    "{",
    "}",
    "\\",
    "$",
    "%",
    "[",
    "]",
    "(",
    "*",
    "**",
    "_",
    "`",
    "<",
    ">",
    "&",
    "&amp;",
    "@",
    "[@a; @b]",
    "[^1]",
    "[^1]: x",
    "\\footnote{",
    "\\section{",
    "\\cite",
    "\\cite[a][b]{c,d}",
    "\\begin{",
    "\\end{",
    "\\begin{tabular}{l}",
    "\\item",
    "\\'",
    "\\v",
    "\\verb",
    "\\def",
    "\\title{",
    "\\author{",
    "\\and",
    "---",
    "```",
    "|",
    "| a | b |",
    "<sup>",
    "</sup>",
    "<!--",
    "# ",
    "> ",
    "1. ",
    "2024. ",
    "- ",
    "ü",
    "\u{202E}",
    "\u{300}",
    "\0",
    "“",
    "c. ",
    "S. N. ",
    "et al. ",
    "(2020).",
];

#[test]
fn no_bytes_make_a_reader_panic() {
    let mut random = Random(5);
    for name in ["ferry.md", "feri.md", "ferry.tex", "ferry.docx", "ferry.html", "ferry.txt"] {
        let original = bytes(name);
        for _ in 0..150 {
            let mut bytes = original.clone();
            for _ in 0..=random.below(6) {
                let at = random.below(bytes.len().max(1)).min(bytes.len());
                match random.below(4) {
                    0 => bytes.truncate(at.max(16)),
                    1 if at < bytes.len() => bytes[at] = random.below(256) as u8,
                    2 => drop(bytes.drain(at..(at + random.below(40)).min(bytes.len()))),
                    _ => drop(bytes.splice(at..at, random.of(FRAGMENTS).bytes())),
                }
            }
            if let Ok(paper) = document::read(name, &bytes) {
                is_sound(&paper);
            }
        }
        is_sound(&paper(name));
    }
}

/// What a hostile file would repeat costs no more than its length, roughly: all of this is read in a moment.
#[test]
fn deep_and_endless_markup_is_read() {
    for (name, piece) in [
        ("a.md", "> "),
        ("a.md", "["),
        ("a.md", "*a "),
        ("a.md", "- "),
        ("a.md", "<sup>"),
        ("a.md", "[@"),
        ("a.tex", "{"),
        ("a.tex", "\\emph{"),
        ("a.tex", "\\footnote{a "),
        ("a.tex", "\\begin{a}"),
        ("a.tex", "$a "),
        ("a.tex", "\\( "),
        ("a.tex", "\\cite["),
        ("a.tex", "\\label{"),
        ("a.md", "(a. B "),
        ("a.tex", "\\section{"),
    ] {
        let paper = document::read(name, piece.repeat(20_000).as_bytes()).expect("it is text");
        is_sound(&paper);
    }
    let deep = "<w:p><w:r><w:t>".repeat(20_000);
    is_sound(&docx(&deep));
}

#[test]
fn the_line_of_a_fraction_parts_what_stands_above_and_below_it() {
    let run = |words: &str| format!("<m:r><m:t>{words}</m:t></m:r>");
    let body = format!(
        "<w:p><m:oMath>{}<m:f><m:num>{}</m:num><m:den>{}</m:den></m:f>{}<m:sSup><m:e>{}</m:e><m:sup>{}</m:sup></m:sSup>\
         </m:oMath></w:p>",
        run("p="),
        run("104"),
        run("104+65"),
        run("=0.6153, "),
        run("3"),
        run("2")
    );
    assert_eq!(docx(&body).blocks[0].words, "p=(104)/(104+65)=0.6153, 3^2");
}

#[test]
fn tables_and_raised_marks_of_word_are_read() {
    let run =
        |words: &str, look: &str| format!("<w:r><w:rPr>{look}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>");
    let cell = |words: &str, span: &str| format!("<w:tc><w:tcPr>{span}</w:tcPr><w:p>{}</w:p></w:tc>", run(words, ""));
    let raised = "<w:vertAlign w:val=\"superscript\"/>";
    let paper = docx(&format!(
        "<w:p>{}{}{}{}{}{}</w:p><w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}{}</w:tr></w:tbl>",
        run("Closed in 2012", ""),
        run("1", raised),
        run(", at 10", ""),
        run("6", raised),
        run(" crowns", ""),
        run(" or more", "<w:strike/>"),
        cell("Port", ""),
        cell("Tolls", "<w:gridSpan w:val=\"2\"/>"),
        cell("Vell", ""),
        cell("3", ""),
        cell("4", ""),
    ));
    assert_eq!(paper.blocks[0].words, "Closed in 2012, at 10^6 crowns");
    assert_eq!(
        paper.blocks[0].marks.iter().map(|mark| &mark.what).collect::<Vec<_>>(),
        [&Marked::Call("1".to_owned())]
    );
    let [table] = &document::Table::all(&paper.blocks)[..] else { panic!("{:#?}", paper.blocks) };
    let words = |row, column| table.at(row, column).map(|block| paper.blocks[block].words.as_str());
    assert_eq!([words(0, 0), words(0, 2), words(1, 2)], [Some("Port"), Some("Tolls"), Some("4")]);
}

#[test]
fn opendocument_texts_are_read_with_notes_remarks_tables_and_citations() {
    let item = "ZOTERO_ITEM CSL_CITATION {&quot;citationItems&quot;:[{&quot;itemData&quot;:{&quot;title&quot;:&quot;Sea&quot;}}]} RNDx";
    let content = format!(
        "<office:document-content><office:automatic-styles><style:style style:name=\"T1\"><style:text-properties \
         fo:font-style=\"italic\"/></style:style></office:automatic-styles><office:body><office:text>\
         <text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:p text:style-name=\"Title\">Ports</text:p>\
         <text:h text:outline-level=\"1\">One</text:h><text:p>The <text:span text:style-name=\"T1\">Vell</text:span> fell in \
         2019<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body><text:p>A \
         note.</text:p></text:note-body></text:note> <text:reference-mark-start text:name=\"{item}\"/>(Dahl &amp; Orum 2020)\
         <text:reference-mark-end text:name=\"{item}\"/>.</text:p><table:table><table:table-row><table:table-cell><text:p>Port\
         </text:p></table:table-cell></table:table-row></table:table><text:illustration-index><text:index-body><text:p>Figure \
         1 : Vell, 1901</text:p></text:index-body></text:illustration-index></office:text></office:body>\
         </office:document-content>"
    );
    let file = zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text".as_slice()),
        ("content.xml", content.as_bytes()),
    ]);
    let paper = document::read("a.odt", &file).expect("it is a text");
    let blocks: Vec<(&Kind, &str)> = paper.blocks.iter().map(|block| (&block.kind, block.words.as_str())).collect();
    assert_eq!(
        blocks,
        [
            (&Kind::Heading(1), "Ports"),
            (&Kind::Heading(2), "One"),
            (&Kind::Paragraph, "The Vell fell in 2019 (Dahl & Orum 2020)."),
            (&Kind::Note("1".to_owned()), "A note."),
            (&Kind::Cell, "Port"),
        ]
    );
    let marks: Vec<&Marked> = paper.blocks[2].marks.iter().map(|mark| &mark.what).collect();
    let item = Marked::Item("{\"title\":\"Sea\"}".to_owned());
    assert_eq!(marks, [&Marked::Emphasis, &Marked::Call("1".to_owned()), &item]);
    assert_eq!(paper.preface.title.as_ref().map(|title| title.words.as_str()), Some("Ports"));
}

#[test]
fn lengths_that_tex_is_told_are_no_words() {
    let item = "\\newcommand{\\work}[1]{\\par\\noindent\\hangindent=1.25cm\\hangafter=1 #1\\par}";
    let body = "\\parskip 6pt plus 1pt minus-2pt\\work{Lind. 2019. Quays.}\\vskip -1em\\kern3pt Tides\\penalty10000\\par\n\
                \\setlength\\itemsep{0pt}In 1949.";
    let paper = format!("\\documentclass{{article}}{item}\\begin{{document}}{body}\\end{{document}}");
    let paper = document::read("a.tex", paper.as_bytes()).expect("it is text");
    let words: Vec<&str> = paper.blocks.iter().map(|block| block.words.as_str()).collect();
    assert_eq!(words, ["Lind. 2019. Quays.", "Tides", "In 1949."]);
}

#[test]
fn of_a_web_page_the_article_is_read_alone() {
    let page = "<nav>Home</nav><div class=\"post\"><p class=\"post-date\">3 May 2019</p><p>The pier fell.</p></div>\
                <div id=\"comments\"><p>I was there in 2031.</p></div><section class=\"related-posts wide\"><p>More of \
                2032.</p></section><p>It <del>rose</del> stood.</p>";
    let paper = document::read("a.html", page.as_bytes()).expect("it is text");
    let words: Vec<&str> = paper.blocks.iter().map(|block| block.words.as_str()).collect();
    assert_eq!(words, ["3 May 2019", "The pier fell.", "It stood."]);
    assert_eq!(paper.preface.date.as_ref().map(|date| date.words.as_str()), Some("3 May 2019"));
}
