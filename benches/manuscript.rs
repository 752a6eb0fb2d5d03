//! A long manuscript drafted and checked, in each of several formats: how long it takes and how much memory.
//!
//! `cargo bench --bench manuscript` takes 300 pages; a number among the arguments is another count of pages. Each
//! format is measured in a process of its own, start to exit without the start of the program: `gainsay draft`, then
//! `gainsay check` on what was drafted. A page has 400 words; a third of its sentences has a date, a quantity or a
//! citation, and each page adds two entries to the bibliography. Beside the time that passes stands what the processors
//! spend, which others on the machine do not lengthen.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

const FORMATS: [&str; 3] = ["md", "docx", "txt"];

/// Words on a page.
const PAGE: usize = 400;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [child, rest @ ..] = &arguments[..]
        && child == "--child"
    {
        return child_main(rest);
    }
    let pages = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(300);
    let folder = std::env::temp_dir().join(format!("gainsay-manuscript-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("the temporary folder can be written");
    table(pages, &folder);
    std::fs::remove_dir_all(&folder).expect("the folder is this run's own");
}

#[expect(clippy::print_stdout, reason = "a bench reports")]
fn table(pages: usize, folder: &Path) {
    let paper = Paper::of(pages);
    println!("{pages} pages, {} entries", paper.entries.len());
    println!(
        "{:<6} {:>7} {:>9} {:>7} {:>9} {:>9} {:>7} {:>9}",
        "format", "KiB", "draft ms", "cpu ms", "peak MiB", "check ms", "cpu ms", "peak MiB"
    );
    for format in FORMATS {
        let file = folder.join(format!("paper.{format}"));
        let bytes = match format {
            "md" => paper.markdown().into_bytes(),
            "txt" => paper.plain().into_bytes(),
            _ => paper.docx(),
        };
        std::fs::write(&file, &bytes).expect("the temporary folder can be written");
        let claims = folder.join(format!("claims-{format}"));
        let [file, claims] = [&file, &claims].map(|path| path.to_string_lossy().into_owned());
        let draft = in_child(&["draft", &file, "--out", &claims]);
        let check = in_child(&["check", &claims, "--format", "short"]);
        println!(
            "{format:<6} {:>7} {:>9.0} {:>7.0} {:>9.1} {:>9.0} {:>7.0} {:>9.1}",
            bytes.len() / 1024,
            draft[0],
            draft[1],
            draft[2],
            check[0],
            check[1],
            check[2]
        );
    }
}

/// What a command takes: milliseconds that pass, those of the processors, and the most memory in MiB.
fn in_child(arguments: &[&str]) -> [f64; 3] {
    let this = std::env::current_exe().expect("a running program has a path");
    let child = Command::new(this).arg("--child").args(arguments).output().expect("this program can be run");
    let told = String::from_utf8_lossy(&child.stderr).into_owned();
    assert!(child.status.success(), "{told}");
    let numbers: Vec<f64> = told.split_whitespace().filter_map(|number| number.parse().ok()).collect();
    let [.., passed, spent, peak] = numbers[..] else { panic!("the child tells three numbers: {told}") };
    [passed, spent, peak]
}

#[expect(clippy::print_stderr, reason = "the parent reads it")]
fn child_main(arguments: &[String]) {
    let start = Instant::now();
    let all = std::iter::once("gainsay").chain(arguments.iter().map(String::as_str)).map(Into::into);
    let code = gainsay::cli::main(all);
    let took = start.elapsed().as_secs_f64() * 1e3;
    assert!(code < 2, "the run is possible");
    eprintln!("{took} {} {}", spent(), peak() as f64 / 1_048_576.0);
}

/// The milliseconds that the processors have spent on this process, by hundredths of a second; 0 where the system does
/// not say.
fn spent() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let behind_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks = behind_name.split_whitespace().skip(11).take(2);
    ticks.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() * 10.0
}

/// The most memory that this process has held, in bytes; 0 where the system does not say.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<usize>().ok()).unwrap_or(0) * 1024
}

/// A paper of chapters of ten pages.
struct Paper {
    /// The headings, each with its paragraphs.
    chapters: Vec<(String, Vec<String>)>,
    entries: Vec<String>,
}

const NAMES: [&str; 12] =
    ["Aldous", "Brandt", "Dahl", "Ilves", "Kanto", "Lindqvist", "Osei", "Petrova", "Tamm", "Weiss", "Yrsa", "Zorin"];
const PLACES: [&str; 6] = ["Maravel", "Osterby", "Lunden", "Kessel", "Arden", "Norby"];
const MONTHS: [&str; 4] = ["March", "June", "September", "November"];

impl Paper {
    fn of(pages: usize) -> Self {
        let mut paper = Self { chapters: Vec::new(), entries: Vec::new() };
        for page in 0..pages {
            if page % 10 == 0 {
                paper.chapters.push((format!("{}. Harbours of {}", page / 10 + 1, PLACES[page / 10 % 6]), Vec::new()));
            }
            for half in 0..2 {
                let number = page * 2 + half;
                let (name, year) = (author(number), 1960 + number % 60);
                paper.entries.push(format!(
                    "{name}, Ada. {year}. The {} Harbours of {}, Volume {number}. Lunden: Lantern Press.",
                    PLACES[number % 5],
                    PLACES[number % 6]
                ));
            }
            let mut words = 0;
            while words < PAGE {
                let paragraph: Vec<String> = (0..6).map(|place| sentence(page, words + place, pages)).collect();
                let paragraph = paragraph.join(" ");
                words += paragraph.split(' ').count();
                paper.chapters.last_mut().expect("there is one").1.push(paragraph);
            }
        }
        paper
    }

    fn markdown(&self) -> String {
        let mut text = String::from("---\ntitle: Harbours\ndate: 12 May 2023\n---\n");
        for (heading, paragraphs) in &self.chapters {
            let _ = write!(text, "\n## {heading}\n\n{}\n", paragraphs.join("\n\n"));
        }
        let entries: Vec<String> = self.entries.iter().map(|entry| format!("- {entry}")).collect();
        text + "\n## References\n\n" + &entries.join("\n") + "\n"
    }

    fn plain(&self) -> String {
        let mut text = String::from("Harbours\n\n12 May 2023\n");
        for (heading, paragraphs) in &self.chapters {
            let _ = write!(text, "\n{heading}\n\n{}\n", paragraphs.join("\n\n"));
        }
        text + "\nReferences\n\n" + &self.entries.join("\n\n") + "\n"
    }

    fn docx(&self) -> Vec<u8> {
        let paragraph = |style: &str, words: &str| {
            format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
        };
        let mut body = paragraph("Title", "Harbours");
        for (heading, paragraphs) in &self.chapters {
            body += &paragraph("Heading1", heading);
            body.extend(paragraphs.iter().map(|words| paragraph("Normal", words)));
        }
        body += &paragraph("Heading1", "References");
        body.extend(self.entries.iter().map(|entry| paragraph("Normal", entry)));
        let xml = format!(
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
        );
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        zip.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).expect("a part can be begun");
        zip.write_all(xml.as_bytes()).expect("a part can be written");
        zip.finish().expect("the zip can be ended").into_inner()
    }
}

/// The author of an entry: a name of its own for each dozen.
fn author(number: usize) -> String {
    let letters = |mut number: usize| {
        let mut word = String::new();
        while number > 0 {
            word.push(char::from(b'a' + (number % 26) as u8));
            number /= 26;
        }
        word
    };
    format!("{}{}", NAMES[number % 12], letters(number / 12))
}

fn sentence(page: usize, number: usize, pages: usize) -> String {
    let (seed, place) = (page * 31 + number * 7, PLACES[(page + number) % 6]);
    let year = 1960 + seed % 60;
    let cited = seed % (pages * 2);
    match number % 9 {
        0 => format!(
            "On {} {} {year} the council of {place} opened pier number {seed} to all ships.",
            1 + seed % 28,
            MONTHS[seed % 4]
        ),
        3 => format!(
            "The port carried {}.{} million passengers a year ({} {}).",
            1 + seed % 40,
            seed % 10,
            author(cited),
            1960 + cited % 60
        ),
        6 => format!(
            "The ministers of {place} signed the accord of the strait ({} {}, p. {seed}).",
            author(cited),
            1960 + cited % 60
        ),
        _ => format!(
            "Most of what was said of {place} by those who sailed there is told again in the letters of its keepers."
        ),
    }
}
