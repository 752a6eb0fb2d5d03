//! Input that is made to be slow: what each kind of it costs, and how that grows with its size.
//!
//! `cargo bench --bench growth` prints for each row of [`ROWS`] the seconds of the processors and the most memory at
//! three sizes, each double the one before, and the exponent of the last doubling: 1 is linear, 2 is quadratic. Words
//! among the arguments choose the rows whose names hold them, and a number divides the sizes. Each size is measured in
//! a process of its own, which is ended after [`PATIENCE`] or past [`MOST_MEMORY`].
//!
//! A new reader of files, and a new rule that compares records with one another, gets a row here.

use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

#[path = "growth/inputs.rs"]
mod inputs;

/// So long a size may take.
const PATIENCE: Duration = Duration::from_mins(1);
/// So many bytes a size may hold.
const MOST_MEMORY: usize = 4 << 30;
/// Under so many seconds the clock, which ticks a hundred times a second, tells no exponent.
const MEASURABLE: f64 = 0.05;

/// What a size is written as: the command that reads it, its folder being the current one.
type Write = fn(usize, &Path) -> &'static [&'static str];

/// The kinds of input: their names, the largest size, and what writes them.
const ROWS: &[(&str, usize, Write)] = &[
    ("parts of parts, each too large", 4_000, inputs::chain_of_parts),
    ("ring of subproperties", 8_000, inputs::ring_of_subproperties),
    ("chain of states that continue one another", 8_000, inputs::chain_of_states),
    ("one event with many in it", 16_000, inputs::crowded_event),
    ("values of one quantity", 32_000, inputs::values_of_a_quantity),
    ("parts of one sum", 64_000, inputs::parts_of_a_sum),
    ("sources of one claim", 32_000, inputs::sources_of_a_claim),
    ("ring of events before one another", 64_000, inputs::ring_of_events),
    ("members of a roll with one seat", 8_000, inputs::members_of_a_roll),
    ("evidence of one file", 4_000, inputs::evidence_of_a_file),
    ("words of a quotation", 64_000, inputs::words_of_a_quotation),
    ("records on one line", 16_000, inputs::records_on_a_line),
    ("fixes that do not apply", 800, inputs::fixes_that_do_not_apply),
    ("equal entries imported", 16_000, inputs::equal_entries),
    ("equal rows imported", 16_000, inputs::equal_rows),
    ("ring of crossrefs", 64_000, inputs::ring_of_crossrefs),
    ("bytes of a cell, packed", 512_000_000, inputs::cell_of_a_workbook),
    ("empty paragraphs, packed", 8_000_000, inputs::empty_paragraphs),
    ("equal paragraphs of DOCX", 16_000, inputs::equal_paragraphs),
    ("sentences of a paragraph, drafted", 8_000, inputs::sentences_of_a_paragraph),
    ("sentences of a paragraph, checked", 8_000, inputs::sentences_checked),
    ("brackets that do not close", 16_000, inputs::open_brackets),
    ("equal cited paragraphs", 8_000, inputs::equal_cited_paragraphs),
    ("citations of LaTeX", 8_000, inputs::citations_of_latex),
    ("footnotes", 8_000, inputs::footnotes),
    ("works of one name and year, cited", 4_000, inputs::works_of_one_key),
    ("variants of a name", 4_000, inputs::variants_of_a_name),
    ("paragraphs of HTML", 8_000, inputs::paragraphs_of_html),
    ("paragraphs of text", 8_000, inputs::paragraphs_of_text),
    ("lines of PDF", 8_000, inputs::lines_of_pdf),
    ("words of a PDF that swells", 64_000_000, inputs::words_of_a_swelling_pdf),
    ("records of RIS", 16_000, inputs::records_of_ris),
    ("items of CSL", 16_000, inputs::items_of_csl),
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [child, rest @ ..] = &arguments[..]
        && child == "--child"
    {
        return child_main(rest);
    }
    let (numbers, words): (Vec<&String>, Vec<&String>) = arguments
        .iter()
        .filter(|argument| !argument.starts_with('-'))
        .partition(|argument| argument.parse::<usize>().is_ok());
    let part = numbers.first().and_then(|number| number.parse().ok()).unwrap_or(1);
    let folder = std::env::temp_dir().join(format!("gainsay-growth-{}", std::process::id()));
    table(&words, part, &folder);
    let _ = std::fs::remove_dir_all(&folder);
}

#[expect(clippy::print_stdout, reason = "a bench reports")]
fn table(words: &[&String], part: usize, folder: &Path) {
    println!("{:<42} {:>11} {:>22} {:>10} {:>9}", "input", "size", "s at 1/4, 1/2, 1", "peak MiB", "exponent");
    let chosen = |name: &str| words.is_empty() || words.iter().any(|word| name.contains(word.as_str()));
    for &(name, size, write) in ROWS.iter().filter(|(name, ..)| chosen(name)) {
        let size = size / part;
        let costs = [size / 4, size / 2, size].map(|size| cost(size, write, folder));
        let [first, half, whole] = costs;
        let exponent = match (half.seconds, whole.seconds) {
            (Some(half), Some(whole)) if half > MEASURABLE => format!("{:.2}", (whole / half).log2()),
            (_, Some(_)) => "-".to_owned(),
            (_, None) => "stopped".to_owned(),
        };
        let seconds = [first, half, whole].map(|cost| cost.seconds.map_or("-".to_owned(), |s| format!("{s:.2}")));
        let peak = whole.peak as f64 / f64::from(1 << 20);
        println!("{name:<42} {size:>11} {:>22} {peak:>10.0} {exponent:>9}", seconds.join(", "));
    }
}

/// What a size costs.
#[derive(Clone, Copy)]
struct Cost {
    /// Of the processors; none where it was stopped.
    seconds: Option<f64>,
    /// Bytes.
    peak: usize,
}

fn cost(size: usize, write: Write, folder: &Path) -> Cost {
    let _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).expect("the temporary folder can be written");
    let command = write(size, folder);
    let prepared = command.split(|word| *word == ";");
    let mut cost = Cost { seconds: None, peak: 0 };
    // Of several commands the last is measured: what is checked is drafted first.
    for arguments in prepared {
        cost = in_child(arguments, folder);
    }
    cost
}

fn in_child(arguments: &[&str], folder: &Path) -> Cost {
    let this = std::env::current_exe().expect("a running program has a path");
    let mut child = Command::new(this)
        .arg("--child")
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("this program can be run");
    let start = Instant::now();
    let mut peak = 0;
    while child.try_wait().expect("it is a child of this process").is_none() {
        peak = peak.max(peak_of(&child.id().to_string()));
        if start.elapsed() > PATIENCE || peak > MOST_MEMORY {
            child.kill().expect("it is a child of this process");
            child.wait().expect("it is a child of this process");
            return Cost { seconds: None, peak };
        }
        thread::sleep(Duration::from_millis(5));
    }
    let told = std::fs::read_to_string(folder.join("cost")).unwrap_or_default();
    let mut numbers = told.split_whitespace();
    let seconds = numbers.next().and_then(|number| number.parse().ok());
    let last = numbers.next().and_then(|number| number.parse().ok());
    Cost { seconds, peak: peak.max(last.unwrap_or_default()) }
}

fn child_main(arguments: &[String]) {
    let all = std::iter::once("gainsay").chain(arguments.iter().map(String::as_str)).map(Into::into);
    // What is refused is no failure here: a bound may be what keeps the cost down.
    gainsay::cli::main(all);
    std::fs::write("cost", format!("{} {}", spent(), peak_of("self"))).expect("the parent made the folder");
}

/// The seconds that the processors have spent on this process and on those that it ran, by hundredths; 0 where the
/// system does not say.
fn spent() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let behind_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks = behind_name.split_whitespace().skip(11).take(4);
    ticks.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// The most memory that a process and those that it runs have held, in bytes; 0 where the system does not say.
fn peak_of(process: &str) -> usize {
    let read = |file: &str| std::fs::read_to_string(format!("/proc/{process}/{file}")).unwrap_or_default();
    let status = read("status");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let own = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<usize>().ok()).unwrap_or(0) * 1024;
    own + read(&format!("task/{process}/children")).split_whitespace().map(peak_of).sum::<usize>()
}
