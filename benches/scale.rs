//! Load, timeline and whole check on generated dossiers, with what they cost and what they find.
//!
//! `cargo bench --bench scale` prints a table for 150 to 1,000,000 claims, `-- --quick` stops at 10,000, and numbers
//! among the arguments are sizes of one's own; `--evidence` has one source of four read, not one of twenty; `-- --write
//! 1000 FOLDER` only writes a dossier. A dossier is written to a folder and measured in a process of its own, so that
//! sizes do not disturb each other; the peak of memory is that process's after one whole check. Up to 100,000 claims
//! each time is the median of several runs.
//!
//! "Parse" is the measure that the whole check is held against: the files read and parsed with `toml` on all cores,
//! into trees that are dropped at once.
//!
//! The generated dossiers are true but for the faults planted in them: a world is drawn first (events with their days,
//! lives, sources that are younger than what they attest), and the claims say of it what holds, at mixed precision.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use gainsay::archive::Archive;
use gainsay::load;
use gainsay::model::Home;
use gainsay::reason::{Holdings, Timeline};
use gainsay::rules::{self, Case, Wanted, Works};
use gainsay::text::Texts;
use world::{Evidence, Planted, World};

#[path = "scale/world.rs"]
mod world;

/// The rules whose faults are planted, in the order of [`world::Planted`]'s counts.
const PLANTED: [&str; 5] =
    ["source-predates-event", "date-conflict", "order-conflict", "source-does-not-say", "claim-against-source"];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [child, folder, runs] = &arguments[..]
        && child == "--child"
    {
        return child_main(Path::new(folder), runs.parse().expect("the parent passes a number"));
    }
    if let [write_to, size, folder, ..] = &arguments[..]
        && write_to == "--write"
    {
        let size = size.parse().expect("`--write` takes a number of claims and a folder");
        write(size, evidence(&arguments), Path::new(folder));
        return;
    }
    let mut sizes: Vec<usize> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![150, 1_000, 10_000, 100_000, 1_000_000];
    }
    if arguments.iter().any(|argument| argument == "--quick") {
        sizes.retain(|&size| size <= 10_000);
    }
    let folder = std::env::temp_dir().join(format!("gainsay-scale-{}", std::process::id()));
    table(&sizes, evidence(&arguments), &folder);
    start_to_exit(&folder);
    std::fs::remove_dir_all(&folder).expect("the folder is this run's own");
}

fn evidence(arguments: &[String]) -> Evidence {
    if arguments.iter().any(|argument| argument == "--evidence") { Evidence::Much } else { Evidence::Some }
}

#[expect(clippy::print_stdout, reason = "a bench reports")]
fn table(sizes: &[usize], evidence: Evidence, folder: &Path) {
    println!(
        "{:>9} {:>6} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9} {:>7} {:>7} {:>8}  planted/found: early, date, order, silent, alleged",
        "claims",
        "B/cl.",
        "parse ms",
        "load ms",
        "time ms",
        "rules ms",
        "mend ms",
        "whole ms",
        "/parse",
        "growth",
        "peak/cl."
    );
    let mut before: Option<(usize, f64)> = None;
    for &size in sizes {
        let planted = write(size, evidence, folder);
        let measured = in_child(size, folder);
        let [parse, load, timeline, rules, mend, whole] = measured.milliseconds;
        let growth = before
            .map_or(String::new(), |(smaller, time)| format!("{:.2}", whole / time / (size as f64 / smaller as f64)));
        before = Some((size, whole));
        println!(
            "{size:>9} {:>6} {parse:>9.1} {load:>9.1} {timeline:>9.1} {rules:>9.1} {mend:>9.1} {whole:>9.1} {:>7.2} {growth:>7} {:>8}  {}",
            measured.bytes / size,
            whole / parse,
            measured.peak / size,
            planted.iter().zip(&measured.found).map(|(p, f)| format!("{p}/{f}")).collect::<Vec<_>>().join(", "),
        );
    }
}

/// Writes a dossier of `size` claims to an empty `folder`.
fn write(size: usize, evidence: Evidence, folder: &Path) -> Planted {
    // Where the folder is left over, writing the files over it would mix two sizes.
    let _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).expect("the temporary folder can be written");
    World::new(size, evidence).write(&mut |name, text| {
        std::fs::write(folder.join(name), text).expect("the temporary folder can be written");
    })
}

/// What the child process prints, in this order.
struct Measured {
    bytes: usize,
    /// Parse, load, timeline, rules, repairs, whole check with these.
    milliseconds: [f64; 6],
    /// Bytes.
    peak: usize,
    found: Planted,
}

fn in_child(size: usize, folder: &Path) -> Measured {
    let runs = if size <= 10_000 {
        "7"
    } else if size <= 100_000 {
        "3"
    } else {
        "1"
    };
    let this = std::env::current_exe().expect("a running program has a path");
    let child = Command::new(this).arg("--child").arg(folder).arg(runs).output().expect("this program can be run");
    assert!(child.status.success(), "{}", String::from_utf8_lossy(&child.stderr));
    let printed = String::from_utf8_lossy(&child.stdout).into_owned();
    let numbers: Vec<f64> = printed.split_whitespace().map(|n| n.parse().expect("the child prints numbers")).collect();
    Measured {
        bytes: numbers[0] as usize,
        milliseconds: std::array::from_fn(|n| numbers[1 + n]),
        peak: numbers[7] as usize,
        found: std::array::from_fn(|n| numbers[8 + n] as usize),
    }
}

#[expect(clippy::print_stdout, reason = "the parent reads it")]
fn child_main(folder: &Path, runs: usize) {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("the parent wrote it").map(|entry| entry.expect("as above").path()).collect();
    files.sort();
    let wanted = Wanted::default();

    let (mut texts, inputs) = read(&files);
    let checked = gainsay::check(&mut texts, &inputs, &gainsay::archive::nothing, None, &wanted);
    let repairs = checked.repairs(&texts);
    let peak = peak();
    let found = PLANTED.map(|rule| checked.report.findings.iter().filter(|finding| finding.rule == rule).count());
    let bytes: usize = texts.files().iter().map(|file| file.text.len()).sum();
    drop((texts, checked, repairs));

    let mut times: [Vec<Duration>; 6] = std::array::from_fn(|_| Vec::new());
    for _ in 0..runs {
        let start = Instant::now();
        let (texts, inputs) = read(&files);
        load::parse_only(&texts, &inputs);
        times[0].push(start.elapsed());
        drop(texts);

        let start = Instant::now();
        let (mut texts, inputs) = read(&files);
        let mut dossier = load::read(&mut texts, &inputs);
        load::link(&texts, &mut dossier);
        times[1].push(start.elapsed());
        dossier.today = dossier.stated_today();
        let start = Instant::now();
        let timeline = Timeline::new(&texts, &dossier);
        times[2].push(start.elapsed());
        let start = Instant::now();
        let holdings = Holdings::new(&texts, &dossier, &timeline);
        let (archive, works) = (Archive::default(), Works::default());
        let report = rules::judge(&Case::new(&texts, &dossier, &archive, &timeline, &holdings, &works), &wanted);
        times[3].push(start.elapsed());
        drop((texts, dossier, timeline, holdings, works, report));

        let start = Instant::now();
        let (mut texts, inputs) = read(&files);
        let checked = gainsay::check(&mut texts, &inputs, &gainsay::archive::nothing, None, &wanted);
        let judged = Instant::now();
        let repairs = checked.repairs(&texts);
        times[4].push(judged.elapsed());
        times[5].push(start.elapsed());
        drop((texts, checked, repairs));
    }
    print!("{bytes}");
    for mut times in times {
        times.sort();
        print!(" {}", times[times.len() / 2].as_secs_f64() * 1e3);
    }
    println!(" {peak} {}", found.map(|count| count.to_string()).join(" "));
}

fn read(files: &[PathBuf]) -> (Texts, Vec<load::Input>) {
    let mut texts = Texts::default();
    let mut inputs = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(file).expect("the parent wrote it");
        inputs.push((texts.add(file.to_string_lossy(), text).expect("less than 4 GiB"), Home::Own));
    }
    (texts, inputs)
}

/// The most memory that this process has held, in bytes; 0 where the system does not say.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<usize>().ok()).unwrap_or(0) * 1024
}

/// The time that the program takes on a paper of 150 claims, from start to exit.
#[expect(clippy::print_stdout, reason = "a bench reports")]
fn start_to_exit(folder: &Path) {
    write(150, Evidence::Some, folder);
    let mut times: Vec<Duration> = (0..50)
        .map(|_| {
            let start = Instant::now();
            let run = Command::new(env!("CARGO_BIN_EXE_gainsay")).arg("check").arg(folder).output();
            let took = start.elapsed();
            assert_ne!(run.expect("the program was built").status.code(), Some(2), "the run is possible");
            took
        })
        .collect();
    times.sort();
    let milliseconds = |at: usize| times[at].as_secs_f64() * 1e3;
    println!(
        "gainsay check, 150 claims, start to exit: {:.1} ms (50 runs, best {:.1} ms)",
        milliseconds(25),
        milliseconds(0)
    );
}
