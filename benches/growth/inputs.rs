//! Input that is made to be slow, of any size: each function writes it into a folder and tells the command that reads
//! it. Of several commands, with semicolons between, the last is what is measured.

use std::fmt::Write as _;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;

type Command = &'static [&'static str];

const CHECK: Command = &["check", "records.toml", "--format", "json"];
const IMPORT_LIST: Command = &["import", "list.bib"];
const DRAFT_MARKDOWN: Command = &["draft", "paper.md", "--out", "claims"];
const DRAFT_WORD: Command = &["draft", "paper.docx", "--out", "claims"];
const CHECK_MARKDOWN: Command = &["draft", "paper.md", "--out", "claims", ";", "check", "claims", "--format", "json"];

fn put(folder: &Path, name: &str, text: &str) {
    std::fs::write(folder.join(name), text).expect("the temporary folder can be written");
}

fn records(folder: &Path, text: &str) -> Command {
    put(folder, "records.toml", text);
    CHECK
}

/// What is written for each number below `size`, in one text.
fn each(size: usize, one: impl Fn(usize, &mut String)) -> String {
    let mut text = String::new();
    (0..size).for_each(|number| one(number, &mut text));
    text
}

macro_rules! put {
    ($to:expr, $($format:tt)*) => {
        writeln!($to, $($format)*).expect("a text takes what is written")
    };
}

pub(super) fn chain_of_parts(size: usize, folder: &Path) -> Command {
    let quantity = |number: usize, out: &mut String| {
        put!(out, "[[quantity]]\nid = \"q{number}\"");
        if number > 0 {
            put!(out, "part-of = \"q{}\"", number - 1);
        }
        put!(out, "[[claim]]\nid = \"c{number}\"\nsays = {{ quantity = \"q{number}\", value = \"{}\" }}", number + 11);
    };
    records(folder, &each(size, quantity))
}

pub(super) fn ring_of_subproperties(size: usize, folder: &Path) -> Command {
    let relation = |number: usize, out: &mut String| {
        put!(out, "[[relation]]\nid = \"r{number}\"\nsubproperty-of = [\"r{}\"]", (number + 1) % size);
    };
    let said = "[[entity]]\nid = \"a\"\n[[entity]]\nid = \"b\"\n[[claim]]\nid = \"c\"\n\
                says = { subject = \"a\", relation = \"r0\", object = \"b\" }\n";
    records(folder, &(each(size, relation) + said))
}

pub(super) fn chain_of_states(size: usize, folder: &Path) -> Command {
    let state = |number: usize, out: &mut String| {
        put!(out, "[[entity]]\nid = \"s{number}\"\nfrom = \"{}\"\nuntil = \"{}\"", 1000 + number, 1001 + number);
        if number > 0 {
            put!(out, "continues = \"s{}\"", number - 1);
        }
        put!(out, "[[event]]\nid = \"e{number}\"\n[[claim]]\nid = \"c{number}\"");
        put!(out, "says = {{ event = \"e{number}\", on = \"0900\", who = [\"s{number}\"] }}");
    };
    records(folder, &each(size, state))
}

pub(super) fn crowded_event(size: usize, folder: &Path) -> Command {
    let who = each(size, |number, out| put!(out, "\"p{number}\","));
    let people = each(size, |number, out| put!(out, "[[entity]]\nid = \"p{number}\"\nfrom = \"1990\""));
    let event = "[[event]]\nid = \"e\"\n[[claim]]\nid = \"c\"\nsays = { event = \"e\", on = \"1980\", who = [\n";
    records(folder, &format!("{people}{event}{who}] }}\n"))
}

pub(super) fn values_of_a_quantity(size: usize, folder: &Path) -> Command {
    let claim = |number: usize, out: &mut String| {
        put!(out, "[[claim]]\nid = \"c{number}\"\nsays = {{ quantity = \"q\", value = \"{}\" }}", number + 11);
    };
    records(folder, &("[[quantity]]\nid = \"q\"\n".to_owned() + &each(size, claim)))
}

pub(super) fn parts_of_a_sum(size: usize, folder: &Path) -> Command {
    let parts = each(size, |number, out| put!(out, "[[quantity]]\nid = \"q{number}\""));
    let names = each(size, |number, out| put!(out, "\"q{number}\","));
    let told = each(size, |number, out| put!(out, "{{ quantity = \"q{number}\", value = \"3\" }},"));
    let whole = format!("[[quantity]]\nid = \"all\"\nsum-of = [\n{names}]\n");
    let claim = format!("[[claim]]\nid = \"c\"\nsays = [\n{told}{{ quantity = \"all\", value = \"7\" }} ]\n");
    records(folder, &(parts + &whole + &claim))
}

pub(super) fn sources_of_a_claim(size: usize, folder: &Path) -> Command {
    let sources = each(size, |number, out| {
        put!(out, "[[source]]\nid = \"s{number}\"\ntitle = \"Report {number}\"\nissued = \"1990\"");
    });
    let cites = each(size, |number, out| put!(out, "\"s{number}\","));
    let claim = format!(
        "[[event]]\nid = \"e\"\n[[claim]]\nid = \"c\"\ncites = [\n{cites}]\nsays = {{ event = \"e\", on = \"2001\" }}\n"
    );
    records(folder, &(sources + &claim))
}

pub(super) fn ring_of_events(size: usize, folder: &Path) -> Command {
    let event = |number: usize, out: &mut String| {
        put!(out, "[[event]]\nid = \"e{number}\"\n[[claim]]\nid = \"c{number}\"");
        put!(out, "says = {{ event = \"e{number}\", before = \"e{}\" }}", (number + 1) % size);
    };
    records(folder, &each(size, event))
}

pub(super) fn members_of_a_roll(size: usize, folder: &Path) -> Command {
    let people = each(size, |number, out| put!(out, "[[entity]]\nid = \"p{number}\"\nkind = \"person\""));
    let members = each(size, |number, out| {
        put!(out, "{{ subject = \"p{number}\", from = \"{}\", until = \"2400\" }},", 1000 + number % 1000);
    });
    let roll = "[[entity]]\nid = \"mayor\"\nkind = \"office\"\n[[roll]]\nrelation = \"holds-office\"\nobject = \"mayor\"\n\
                seats = 1\nmembers = [\n";
    let claim = "[[claim]]\nid = \"c\"\n\
                 says = { subject = \"p0\", relation = \"holds-office\", object = \"mayor\", on = \"1990\" }\n";
    records(folder, &format!("{people}{roll}{members}]\n{claim}"))
}

/// A source, and a claim that cites it: a dossier without a claim is not checked.
const CITED: &str = "[[source]]\nid = \"s\"\n[[claim]]\nid = \"c\"\ncites = [\"s\"]\n";

pub(super) fn evidence_of_a_file(size: usize, folder: &Path) -> Command {
    let words = each(size, |number, out| put!(out, "The {number}th bridge was closed to all ships at night.\n"));
    put(folder, "copy.txt", &words);
    let evidence = |number: usize, out: &mut String| {
        put!(out, "[[evidence]]\nsource = \"s\"\nfile = \"copy.txt\"");
        put!(out, "quote = \"The {number}th bridge was opened to all ships at night.\"");
    };
    records(folder, &(CITED.to_owned() + &each(size, evidence)))
}

pub(super) fn words_of_a_quotation(size: usize, folder: &Path) -> Command {
    put(folder, "copy.txt", &each(size, |number, out| put!(out, "word{}", number * 7 % 1000)));
    let quote = each(size, |number, out| write!(out, "word{} ", number * 11 % 1000).expect("as above"));
    records(folder, &format!("{CITED}[[evidence]]\nsource = \"s\"\nfile = \"copy.txt\"\nquote = \"{quote}\"\n"))
}

pub(super) fn records_on_a_line(size: usize, folder: &Path) -> Command {
    let claim = |number: usize, out: &mut String| {
        write!(out, "{{ id = \"c{number}\", cites = [\"s{number}\"] }},").expect("as above");
    };
    records(folder, &format!("claim = [{}]\n", each(size, claim)))
}

pub(super) fn fixes_that_do_not_apply(size: usize, folder: &Path) -> Command {
    let event = |number: usize, out: &mut String| {
        put!(out, "[[event]]\nid = \"e{number}\"\n[[claim]]\nid = \"c{number}\"");
        put!(out, "says = {{ event = \"e{number}\", from = \"2020\", until = \"2010\" }}");
        put!(out, "[[claim]]\nid = \"d{number}\"\nsays = {{ event = \"e{number}\", on = \"2030\" }}");
    };
    records(folder, &each(size, event));
    &["fix", "records.toml", "--unsafe"]
}

pub(super) fn equal_entries(size: usize, folder: &Path) -> Command {
    let entry = |_, out: &mut String| {
        put!(out, "@book{{smith,\n author = {{Smith, Ann}},\n title = {{Harbours}},\n year = {{2020}}\n}}");
    };
    put(folder, "list.bib", &each(size, entry));
    IMPORT_LIST
}

pub(super) fn equal_rows(size: usize, folder: &Path) -> Command {
    let rows = each(size, |_, out| put!(out, "The bridge was opened in 1990.,Gazette,1991"));
    put(folder, "claims.csv", &("text,source title,source date\n".to_owned() + &rows));
    &["import", "claims.csv"]
}

pub(super) fn ring_of_crossrefs(size: usize, folder: &Path) -> Command {
    let entry = |number: usize, out: &mut String| {
        put!(out, "@incollection{{k{number}, title = {{Part {number}}}, crossref = {{k{}}}}}", (number + 1) % size);
    };
    put(folder, "list.bib", &each(size, entry));
    IMPORT_LIST
}

/// Writes a part of a package bit by bit, so that this process does not hold it.
fn packed(folder: &Path, name: &str, parts: &[(&str, &str, &str, usize, &str)]) {
    let file = File::create(folder.join(name)).expect("the temporary folder can be written");
    let mut zip = zip::ZipWriter::new(file);
    for (part, before, again, times, behind) in parts {
        zip.start_file(*part, zip::write::SimpleFileOptions::default()).expect("a part can be begun");
        zip.write_all(before.as_bytes()).expect("a part can be written");
        (0..*times).for_each(|_| zip.write_all(again.as_bytes()).expect("a part can be written"));
        zip.write_all(behind.as_bytes()).expect("a part can be written");
    }
    zip.finish().expect("the package can be ended");
}

pub(super) fn cell_of_a_workbook(size: usize, folder: &Path) -> Command {
    const KIBIBYTE: &str = match std::str::from_utf8(&[b'a'; 1024]) {
        Ok(text) => text,
        Err(_) => unreachable!(),
    };
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
    let links = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship \
                 Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" \
                 Target=\"worksheets/sheet1.xml\"/></Relationships>";
    let book = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
                xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"a\" \
                sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
    let cells = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c \
                 r=\"A1\" t=\"inlineStr\"><is><t>text</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>";
    packed(
        folder,
        "claims.xlsx",
        &[
            ("[Content_Types].xml", types, "", 0, ""),
            ("xl/workbook.xml", book, "", 0, ""),
            ("xl/_rels/workbook.xml.rels", links, "", 0, ""),
            ("xl/worksheets/sheet1.xml", cells, KIBIBYTE, size / 1024, "</t></is></c></row></sheetData></worksheet>"),
        ],
    );
    &["import", "claims.xlsx"]
}

fn word(folder: &Path, paragraph: &str, times: usize) -> Command {
    let head = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
    let heading = "<w:p><w:r><w:t>The bridge was opened in March 1990 (Smith 2020).</w:t></w:r></w:p>";
    let before = format!("{head}{heading}");
    packed(folder, "paper.docx", &[("word/document.xml", &before, paragraph, times, "</w:body></w:document>")]);
    DRAFT_WORD
}

pub(super) fn empty_paragraphs(size: usize, folder: &Path) -> Command {
    word(folder, "<w:p/>", size)
}

pub(super) fn equal_paragraphs(size: usize, folder: &Path) -> Command {
    word(folder, "<w:p><w:r><w:t>The bridge was opened in March 1990.</w:t></w:r></w:p>", size)
}

fn one_paragraph(size: usize, folder: &Path) {
    let sentence = |number: usize, out: &mut String| {
        write!(out, "Ship {number} came in {}. ", 1900 + number % 100).expect("as above");
    };
    put(folder, "paper.md", &each(size, sentence));
}

pub(super) fn sentences_of_a_paragraph(size: usize, folder: &Path) -> Command {
    one_paragraph(size, folder);
    DRAFT_MARKDOWN
}

pub(super) fn sentences_checked(size: usize, folder: &Path) -> Command {
    one_paragraph(size, folder);
    CHECK_MARKDOWN
}

pub(super) fn open_brackets(size: usize, folder: &Path) -> Command {
    put(folder, "paper.md", &("The bridge was opened in 1990. ".to_owned() + &"(2020 ".repeat(size)));
    DRAFT_MARKDOWN
}

const SMITH: &str = "Smith, Ann. 2020. Harbours of the North. Lunden: Lantern Press.";

pub(super) fn equal_cited_paragraphs(size: usize, folder: &Path) -> Command {
    let text = each(size, |_, out| put!(out, "The bridge was opened in March 1990 (Smith 2020).\n"));
    put(folder, "paper.md", &format!("{text}\n## References\n\n{SMITH}\n"));
    CHECK_MARKDOWN
}

pub(super) fn citations_of_latex(size: usize, folder: &Path) -> Command {
    let body = each(size, |number, out| put!(out, "Ship {number} came in 1990 \\cite{{smith}}.\n"));
    let list = "\\begin{thebibliography}{9}\\bibitem{smith} Smith, Ann. 2020. Harbours. Lunden.\\end{thebibliography}";
    put(
        folder,
        "paper.tex",
        &format!("\\documentclass{{article}}\\begin{{document}}\n{body}{list}\n\\end{{document}}\n"),
    );
    &["draft", "paper.tex", "--out", "claims"]
}

pub(super) fn footnotes(size: usize, folder: &Path) -> Command {
    let body = each(size, |number, out| put!(out, "Ship {number} came in 1990.[^{number}]\n"));
    let notes =
        each(size, |number, out| put!(out, "[^{number}]: Smith, Ann. *Harbours*. Lunden: Lantern Press, 2020.\n"));
    put(folder, "paper.md", &(body + &notes));
    DRAFT_MARKDOWN
}

pub(super) fn works_of_one_key(size: usize, folder: &Path) -> Command {
    let body = each(size, |number, out| put!(out, "Ship {number} came in 1990 (Smith 2020).\n"));
    let works = each(size, |number, out| put!(out, "- Smith, Ann. 2020. Harbours, part {number}. Lunden: Lantern.\n"));
    put(folder, "paper.md", &format!("{body}\n## References\n\n{works}"));
    CHECK_MARKDOWN
}

pub(super) fn variants_of_a_name(size: usize, folder: &Path) -> Command {
    let name = |number: usize| {
        let letter = |power: u32| char::from(b'a' + (number / 26_usize.pow(power) % 26) as u8);
        format!("Marav{}l{}s{}n", letter(0), letter(1), letter(2))
    };
    let body = each(size, |number, out| put!(out, "In 1990 {} Harbour was closed by the council.\n", name(number)));
    let entities = each(size, |number, out| {
        put!(out, "[[entity]]\nid = \"h{number}\"\nname = \"{} Harbour\"", name(number + 1));
    });
    put(folder, "paper.md", &body);
    std::fs::create_dir_all(folder.join("claims")).expect("the temporary folder can be written");
    put(folder, "claims/entities.toml", &entities);
    CHECK_MARKDOWN
}

pub(super) fn paragraphs_of_html(size: usize, folder: &Path) -> Command {
    let body = each(size, |number, out| put!(out, "<p>Ship {number} came in <em>1990</em> (Smith 2020).</p>"));
    put(folder, "paper.html", &format!("<html><body>{body}<h2>References</h2><p>{SMITH}</p></body></html>"));
    &["draft", "paper.html", "--out", "claims"]
}

pub(super) fn paragraphs_of_text(size: usize, folder: &Path) -> Command {
    let body = each(size, |number, out| put!(out, "Ship {number} came in 1990 (Smith 2020).\n"));
    put(folder, "paper.txt", &format!("{body}References\n\n{SMITH}\n"));
    &["draft", "paper.txt", "--out", "claims"]
}

pub(super) fn records_of_ris(size: usize, folder: &Path) -> Command {
    let entry = |number: usize, out: &mut String| {
        put!(out, "TY  - BOOK\nTI  - Harbours, part {number}\nAU  - Smith, Ann\nPY  - 2020\nER  - ");
    };
    put(folder, "list.ris", &each(size, entry));
    &["import", "list.ris"]
}

pub(super) fn items_of_csl(size: usize, folder: &Path) -> Command {
    let item = |number: usize, out: &mut String| {
        let between = if number == 0 { "" } else { "," };
        put!(out, "{between}{{\"id\": \"s{number}\", \"type\": \"book\", \"title\": \"Harbours\"}}");
    };
    put(folder, "list.json", &format!("[{}]", each(size, item)));
    &["import", "list.json"]
}

const DRAFT_PDF: Command = &["draft", "paper.pdf", "--out", "claims"];

/// A PDF whose pages draw what `contents` has for them; they may share it. It tells no places of its objects: readers
/// look for them then.
fn portable(folder: &Path, contents: &[String], pages: &[usize]) {
    let mut objects = String::new();
    for (number, content) in (3..).zip(contents) {
        let stream = format!("BT /F 10 Tf 50 750 Td {content} ET");
        put!(objects, "{number} 0 obj << /Length {} >> stream\n{stream}\nendstream endobj", stream.len());
    }
    let first = 3 + contents.len();
    for (number, page) in (first..).zip(pages) {
        put!(objects, "{number} 0 obj << /Type /Page /Parent 2 0 R /Contents {} 0 R >> endobj", 3 + page);
    }
    let kids: Vec<String> = (first..first + pages.len()).map(|number| format!("{number} 0 R")).collect();
    let font = "/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>";
    let tree = format!("/Type /Pages /Count {} /Kids [{}] /MediaBox [0 0 600 800] {font}", pages.len(), kids.join(" "));
    let head = format!("1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << {tree} >> endobj\n");
    put(folder, "paper.pdf", &format!("%PDF-1.4\n{head}{objects}trailer << /Root 1 0 R >>\n%%EOF\n"));
}

/// Fifty lines a page.
pub(super) fn lines_of_pdf(size: usize, folder: &Path) -> Command {
    let pages: Vec<usize> = (0..size.div_ceil(50)).collect();
    let page = |page: &usize| {
        each(50, |line, out| put!(out, "(Ship {} came in 1990, and left it again.) Tj 0 -14 Td", page * 50 + line))
    };
    portable(folder, &pages.iter().map(page).collect::<Vec<_>>(), &pages);
    DRAFT_PDF
}

/// All pages draw the same thousand words.
pub(super) fn words_of_a_swelling_pdf(size: usize, folder: &Path) -> Command {
    let lines = each(50, |_, out| put!(out, "({}) Tj 0 -14 Td", "word ".repeat(20)));
    portable(folder, &[lines], &vec![0; size / 1000]);
    DRAFT_PDF
}
