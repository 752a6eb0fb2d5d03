//! Copies of PDFs with queries to the author: highlights on the right words, the file before them untouched.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::Command;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use gainsay::document::{By, Remark, remarked_pdf, unremarked};

use crate::cli::Folder;

/// What a PDF begins with; no text, so that nobody takes it for some.
const HEAD: &[u8] = b"%PDF-1.5\n%\xE2\xE3\n";

const UPRIGHT: [f32; 6] = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// How the objects of a PDF are written.
#[derive(Clone, Copy, PartialEq)]
enum Kept {
    /// As they are, with a table of where they stand.
    Plain,
    /// Packed in a stream, with a packed stream of where they stand.
    Packed,
}

const SENTENCE: &str = "Of 48 harbours, 12 \\(35%\\) were closed in the winter of 1998.";

/// What a page holds that has a mistake in its first line: `(35%)`, which Helvetica sets 175.4 to 207.4 points from the
/// left, on a line that is 720 points above where the page counts from.
fn content(matrix: [f32; 6]) -> String {
    let matrix = matrix.map(|number| number.to_string()).join(" ");
    let text = format!("{matrix} cm BT /F1 12 Tf 72 720 Td 14 TL ({SENTENCE}) Tj T* (The boats were laid up.) Tj ET");
    format!("<< /Length {} >>\nstream\n{text}\nendstream", text.len())
}

/// The objects of a paper of two pages, the second of which has the mistake. `page` is what else that page says of
/// itself.
fn objects(page: &str) -> Vec<String> {
    [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [-20 -30 612 792] \
         /Resources << /Font << /F1 5 0 R >> >> >>",
        "<< /Type /Page /Parent 2 0 R >>",
        &format!("<< /Type /Page /Parent 2 0 R /Contents 8 0 R {page} >>"),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "[7 0 R]",
        "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /NM (theirs) >>",
    ]
    .map(str::to_owned)
    .into()
}

/// A file with these objects behind those that it has, and what its trailer says beside.
fn append(file: &mut Vec<u8>, objects: &[(u32, String)], trailer: &str) {
    let mut places = Vec::new();
    for (number, object) in objects {
        places.push((number, file.len()));
        let _ = write!(file, "{number} 0 obj\n{object}\nendobj\n");
    }
    let table = file.len();
    let _ = file.write_all(b"xref\n");
    for (number, place) in places {
        let _ = write!(file, "{number} 1\n{place:010} 00000 n \n");
    }
    let _ = write!(file, "trailer\n<< /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::default());
    packer.write_all(bytes).expect("it is packed");
    packer.finish().expect("it is packed")
}

fn paper(page: &str, kept: Kept) -> Vec<u8> {
    turned(page, UPRIGHT, kept)
}

/// The paper with the words of its second page moved and turned by a matrix.
fn turned(page: &str, matrix: [f32; 6], kept: Kept) -> Vec<u8> {
    let numbered: Vec<(u32, String)> = (1..).zip(objects(page)).collect();
    if kept == Kept::Plain {
        let all = [&numbered[..], &[(8, content(matrix))]].concat();
        let mut file = HEAD.to_vec();
        append(&mut file, &all, "/Size 9 /Info << /Title (a) >>");
        return file;
    }
    let before = &b"some bytes before\n"[..];
    let (mut file, head) = ([before, HEAD].concat(), before.len());
    let (mut places, mut bodies) = (String::new(), String::new());
    for (number, object) in &numbered {
        let _ = write!(places, "{number} {} ", bodies.len());
        bodies.push_str(object);
        bodies.push(' ');
    }
    let pack = packed(format!("{places}{bodies}").as_bytes());
    let content_at = file.len() - head;
    let _ = write!(file, "8 0 obj\n{}\nendobj\n", content(matrix));
    let pack_at = file.len() - head;
    let about = format!("/N {} /First {} /Filter /FlateDecode /Length {}", numbered.len(), places.len(), pack.len());
    let _ = write!(file, "9 0 obj\n<< /Type /ObjStm {about} >>\nstream\n");
    file.extend([&pack[..], b"\nendstream\nendobj\n"].concat());
    let section = file.len() - head;
    let entry = |kind: u8, place: usize, index: u8| [kind, (place >> 8) as u8, place as u8, index];
    let mut entries = vec![entry(0, 0, 0)];
    entries.extend((0..7).map(|index| entry(2, 9, index)));
    entries.extend([content_at, pack_at, section].map(|place| entry(1, place, 0)));
    // Of each row stands what it has more than the row above.
    let mut rows = Vec::new();
    for (row, entry) in entries.iter().enumerate() {
        let above = row.checked_sub(1).map_or([0; 4], |above| entries[above]);
        rows.push(2);
        rows.extend(entry.iter().zip(above).map(|(byte, above)| byte.wrapping_sub(above)));
    }
    let rows = packed(&rows);
    let about = "/Size 11 /W [1 2 1] /Root 1 0 R /Filter [/FlateDecode] /DecodeParms [<< /Predictor 12 /Columns 4 >>]";
    let _ = write!(file, "10 0 obj\n<< /Type /XRef {about} /Length {} >>\nstream\n", rows.len());
    file.extend([&rows[..], b"\nendstream\nendobj\n"].concat());
    let _ = write!(file, "startxref\n{section}\n%%EOF");
    file
}

/// Where `(35%)` stands on a page that is not turned, as `pdftotext` would tell it.
const LAYOUT: &str = "<page></page><page><block><line><word xMin=\"100\" yMin=\"60\" xMax=\"140\" yMax=\"72\">12</word>\
    <word xMin=\"150\" yMin=\"60\" xMax=\"190\" yMax=\"72\">(35%)</word></line><line>\
    <word xMin=\"100\" yMin=\"74\" xMax=\"170\" yMax=\"86\">were</word></line></block></page>";

/// The copy with a query on what the layout above tells from the third letter on.
fn asked(bytes: &[u8], text: &str) -> Result<Vec<u8>, String> {
    let remark = Remark { at: 3..12, end: 12, text: text.to_owned() };
    let by = By { name: "Ina (desk)".to_owned(), date: Some("2024-06-19".to_owned()) };
    remarked_pdf(bytes, LAYOUT, &[remark], &by).map_err(|refused| refused.why)
}

fn bare(bytes: &[u8]) -> Result<Vec<u8>, String> {
    unremarked("a.pdf", bytes).map_err(|refused| refused.why)
}

/// What was written behind a file.
fn behind(bytes: &[u8], file: &[u8]) -> String {
    String::from_utf8_lossy(bytes.strip_prefix(file).expect("the file stands before it")).into_owned()
}

/// The numbers of an array of the last annotation that has one.
fn numbers(update: &str, name: &str) -> Vec<f32> {
    let (_, array) = update.rsplit_once(&format!("{name} [")).expect("it has one");
    let (array, _) = array.split_once(']').expect("it ends");
    array.split_whitespace().map(|number| number.parse().expect("a number")).collect()
}

#[test]
fn highlights_lie_on_the_words_however_a_page_is_turned_and_cropped() {
    if Command::new("pdftotext").arg("-v").output().is_err() {
        return;
    }
    for (page, matrix, kept) in [
        ("", UPRIGHT, Kept::Plain),
        ("/Rotate 90", [0.0, 1.0, -1.0, 0.0, 800.0, 0.0], Kept::Packed),
        ("/Rotate 180 /Annots 6 0 R", [-1.0, 0.0, 0.0, -1.0, 600.0, 800.0], Kept::Plain),
        ("/Rotate -90 /CropBox [100 100 600 760]", [0.0, -1.0, 1.0, 0.0, -200.0, 700.0], Kept::Packed),
        ("/Annots [7 0 R] /CropBox [0 0 595 770]", UPRIGHT, Kept::Packed),
    ] {
        let (folder, file) = (Folder::new(&[]), turned(page, matrix, kept));
        folder.write("a.pdf", &file);
        let read = |name: &str| std::fs::read(folder.path(name)).expect("it is written");
        let ran = folder.run(&["annotate", "a.pdf"]);
        assert_eq!(ran.out, "Wrote a.queries.pdf, with 1 question to the author.\n", "{page}: {ran:?}");
        let update = behind(&read("a.queries.pdf"), &file);
        let at = |x: f32, y: f32| [0, 1].map(|axis| matrix[axis] * x + matrix[axis + 2] * y + matrix[axis + 4]);
        let ([one, other], rect) = ([at(175.4, 717.5), at(207.4, 730.0)], numbers(&update, "/Rect"));
        let expected = [one[0].min(other[0]), one[1].min(other[1]), one[0].max(other[0]), one[1].max(other[1])];
        let is_near = rect.iter().zip(expected).all(|(is, expected)| (is - expected).abs() < 4.0);
        assert!(is_near, "{page}: {rect:?} is not {expected:?}");
        assert_eq!(update.contains("7 0 R"), page.contains("/Annots"), "{page}: {update}");
        folder.run(&["annotate", "a.queries.pdf", "-o", "again.pdf"]);
        assert_eq!(read("again.pdf"), read("a.queries.pdf"), "{page}");
        folder.run(&["annotate", "again.pdf", "--remove", "-o", "clean.pdf"]);
        assert_eq!(read("clean.pdf"), file, "{page}");
        assert_eq!(folder.run(&["annotate", "a.pdf"]).code, Some(1));
        folder.write("a.queries.pdf", b"something else");
        assert!(folder.run(&["annotate", "a.pdf"]).err.contains("holds what would be lost"));
    }
}

#[test]
fn a_highlight_has_a_quad_for_each_line_and_says_what_is_asked_by_whom_and_when() {
    let file = paper("/Annots 6 0 R", Kept::Plain);
    let update = behind(&asked(&file, "Is 35% (\u{2248} 12) right?").expect("it can be read"), &file);
    // Upper left, upper right, lower left, lower right, counted from 792 downwards and from -20.
    let lines = [
        [130.0, 732.0, 170.0, 732.0, 130.0, 720.0, 170.0, 720.0],
        [80.0, 718.0, 150.0, 718.0, 80.0, 706.0, 150.0, 706.0],
    ];
    assert_eq!(numbers(&update, "/QuadPoints"), lines.concat());
    assert!(
        update.contains("/Contents <FEFF00490073") && update.contains("/T (Ina \\(desk\\)) /M (D:20240619)"),
        "{update}"
    );
    assert!(update.contains("/BM /Multiply") && update.contains("6 0 obj\n[7 0 R 10 0 R]\nendobj"), "{update}");
    assert!(!update.contains("4 0 obj"), "a list of its own is extended, and not the page: {update}");
    assert!(update.contains(&format!("/Prev {}", numbers_behind(&file, "startxref"))), "{update}");
}

/// The number behind the last such word.
fn numbers_behind(bytes: &[u8], word: &str) -> usize {
    let text = String::from_utf8_lossy(bytes);
    let (_, behind) = text.rsplit_once(word).expect("it is there");
    behind.split_whitespace().next().and_then(|number| number.parse().ok()).expect("a number")
}

#[test]
fn queries_are_known_and_taken_out_where_another_program_has_saved_the_copy_since_but_for_answered_ones() {
    let file = paper("/Annots 6 0 R", Kept::Plain);
    let copy = asked(&file, "Is it right?").expect("it can be read");
    let saved = |answers: &str| {
        let mut saved = copy.clone();
        let trailer = format!("/Size 13 /Prev {}", numbers_behind(&copy, "startxref"));
        let window = "<< /Subtype /Popup /Parent 10 0 R >>".to_owned();
        let answer = format!("<< /Subtype /Text /Contents (It is.) {answers} >>");
        append(&mut saved, &[(6, "[7 0 R 10 0 R 11 0 R 12 0 R]".to_owned()), (11, window), (12, answer)], &trailer);
        saved
    };
    let other = saved("");
    let cleaned = bare(&other).expect("it can be read");
    assert!(behind(&cleaned, &other).contains("6 0 obj\n[7 0 R 12 0 R]\nendobj"));
    assert_eq!(bare(&cleaned), Ok(cleaned.clone()));
    let again = asked(&cleaned, "Is it right?").expect("it can be read");
    assert_eq!(bare(&again), Ok(cleaned));
    let answered = saved("/IRT 10 0 R");
    assert_eq!(bare(&answered), Ok(answered.clone()));
    assert_eq!(asked(&answered, "Is it right?"), Ok(answered.clone()));
    assert!(behind(&asked(&answered, "Or this?").expect("it can be read"), &answered).contains("(Or this?)"));
}

#[test]
fn what_is_encrypted_damaged_or_goes_in_circles_is_refused_with_the_reason() {
    let (damaged, other) = ("damaged: open it in a reader of PDF", "its pages cannot be told apart");
    let file = paper("", Kept::Plain);
    let (head, rest) = file.split_at(HEAD.len());
    let plain = |from: &str, to: &str| [head, String::from_utf8_lossy(rest).replacen(from, to, 1).as_bytes()].concat();
    let far = "/Prev 99999999999999999999 /XRefStm 7";
    for (file, why) in [
        (plain("/Size 9", "/Size 9 /Encrypt 7 0 R"), "it is encrypted"),
        (plain("startxref\n", "startxref\n9"), damaged),
        (plain("/Size 9", "/Size 99999999999"), damaged),
        (plain("xref\n1 1\n", "xref\n1 999999999999\n"), damaged),
        (plain("/Root 1 0 R", "/Root 2 0 R"), damaged),
        (plain("/Size 9", far), damaged),
        (plain("[3 0 R 4 0 R]", "[3 0 R 2 0 R]"), other),
        (plain("[3 0 R 4 0 R]", "[3 0 R 9 0 R]"), other),
        (b"%PDF-1.4\nnothing".to_vec(), damaged),
    ] {
        let told = asked(&file, "Is it right?").expect_err("it is no use");
        assert!(told.contains(why), "{told}: {}", String::from_utf8_lossy(&file));
    }
    let folder = Folder::new(&[]);
    folder.write("a.pdf", &plain("/Size 9", "/Size 9 /Encrypt 7 0 R"));
    let ran = folder.run(&["annotate", "a.pdf"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.err.contains("cannot read `a.pdf`: it is encrypted, and nothing can be written into it"), "{ran:?}");
    assert!(!folder.path("a.queries.pdf").exists());
}

#[test]
fn a_small_file_costs_little_however_far_it_would_unpack_and_whatever_lies_in_its_strings() {
    // A stream that swells, and sections within strings of sections.
    let mut bomb = b"%PDF-1.5\n".to_vec();
    let zeros = packed(&vec![0; 12 << 20]);
    let about = format!("/Size 9 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode /Length {}", zeros.len());
    let _ = write!(bomb, "1 0 obj\n<< {about} >>\nstream\n");
    bomb.extend([&zeros[..], b"\nendstream\nendobj\nstartxref\n9\n%%EOF"].concat());
    let mut nested = String::from("%PDF-1.5\n");
    let sections = 2000;
    for number in 0..sections {
        let _ = write!(nested, "xref\n0 1\n0 0 ({number:06}");
    }
    let length = "xref\n0 1\n0 0 (000000".len();
    for number in (0..sections).rev() {
        let _ = write!(nested, ") trailer << /Root 1 0 R /Prev {} >>", "%PDF-1.5\n".len() + (number + 1) * length);
    }
    nested.push_str("\nstartxref\n9\n%%EOF");
    for file in [bomb, nested.into_bytes()] {
        assert_eq!(bare(&file), Err("it unpacks to more than a PDF of its size can hold".to_owned()));
    }
}
