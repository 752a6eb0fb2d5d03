//! Load, timeline and whole check on generated dossiers, with what they cost and what they find.
//!
//! `cargo bench --bench scale` prints a table for 150 to 1,000,000 claims, `-- --quick` stops at 10,000, and numbers
//! among the arguments are sizes of one's own; `--evidence` has one source of four read, not one of twenty; `--zipf`
//! has few things named most of the time, `--seed 7` draws another world; `-- --write 1000 FOLDER` only writes a
//! dossier. A dossier is written to a folder and measured in a process of its own, so that sizes do not disturb each
//! other; the peak of memory is that process's after one whole check. Up to 100,000 claims each time is the median of
//! several runs.
//!
//! `-- --of FOLDER COMMAND …` measures a dossier that something else has written, and the whole program on it beside a
//! command that checks the same in another way, in turn: a database, say.
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
use gainsay::rules::{self, Case, Works};
use gainsay::text::Texts;
use world::{Evidence, Planted, Spread, World};

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
        write(size, &Wanted::of(&arguments), Path::new(folder));
        return;
    }
    if let Some(of) = arguments.iter().position(|argument| argument == "--of") {
        let [folder, command @ ..] = &arguments[of + 1..] else { panic!("`--of` takes a folder") };
        return of_another(Path::new(folder), command);
    }
    let is_seed = |at: usize| at > 0 && arguments[at - 1] == "--seed";
    let numbers = arguments.iter().enumerate().filter(|(at, _)| !is_seed(*at));
    let mut sizes: Vec<usize> = numbers.filter_map(|(_, argument)| argument.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![150, 1_000, 10_000, 100_000, 1_000_000];
    }
    if arguments.iter().any(|argument| argument == "--quick") {
        sizes.retain(|&size| size <= 10_000);
    }
    let folder = std::env::temp_dir().join(format!("gainsay-scale-{}", std::process::id()));
    table(&sizes, &Wanted::of(&arguments), &folder);
    start_to_exit(&folder);
    std::fs::remove_dir_all(&folder).expect("the folder is this run's own");
}

/// What world is wanted.
struct Wanted {
    evidence: Evidence,
    spread: Spread,
    seed: u64,
}

impl Wanted {
    const USUAL: Self = Self { evidence: Evidence::Some, spread: Spread::Near, seed: 0 };

    fn of(arguments: &[String]) -> Self {
        let has = |name: &str| arguments.iter().any(|argument| argument == name);
        let seed = arguments.iter().skip_while(|argument| *argument != "--seed").nth(1);
        Self {
            evidence: if has("--evidence") { Evidence::Much } else { Evidence::Some },
            spread: if has("--zipf") { Spread::Zipf } else { Spread::Near },
            seed: seed.map_or(0, |seed| seed.parse().expect("`--seed` takes a number")),
        }
    }
}

#[expect(clippy::print_stdout, reason = "a bench reports")]
fn head() {
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
}

fn table(sizes: &[usize], wanted: &Wanted, folder: &Path) {
    head();
    let mut before: Option<(usize, f64)> = None;
    for &size in sizes {
        let planted = write(size, wanted, folder);
        let measured = in_child(size, folder);
        let whole = measured.milliseconds[5];
        let growth = before
            .map_or(String::new(), |(smaller, time)| format!("{:.2}", whole / time / (size as f64 / smaller as f64)));
        before = Some((size, whole));
        let counts: Vec<String> = planted.iter().zip(&measured.found).map(|(p, f)| format!("{p}/{f}")).collect();
        row(size, &measured, &growth, &counts);
    }
}

#[expect(clippy::print_stdout, reason = "a bench reports")]
fn row(size: usize, measured: &Measured, growth: &str, counts: &[String]) {
    let [parse, load, timeline, rules, mend, whole] = measured.milliseconds;
    println!(
        "{size:>9} {:>6} {parse:>9.1} {load:>9.1} {timeline:>9.1} {rules:>9.1} {mend:>9.1} {whole:>9.1} {:>7.2} {growth:>7} {:>8}  {}",
        measured.bytes / size,
        whole / parse,
        measured.peak / size,
        counts.join(", "),
    );
}

/// A dossier that is there, and the whole program beside a command that checks the same.
#[expect(clippy::print_stdout, reason = "a bench reports")]
fn of_another(folder: &Path, command: &[String]) {
    let files = std::fs::read_dir(folder).expect("`--of` takes a folder").map(|entry| entry.expect("as above").path());
    let texts = files.map(|file| std::fs::read_to_string(file).expect("a dossier is text"));
    let size = texts.map(|text| text.matches("[[claim]]").count()).sum::<usize>().max(1);
    head();
    let measured = in_child(size, folder);
    row(size, &measured, "", &measured.found.map(|count| count.to_string()));
    let Some((program, arguments)) = command.split_first() else { return };
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..5 {
        let mut check = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        let mut other = Command::new(program);
        for (times, run) in times.iter_mut().zip([check.arg("check").arg("-q").arg(folder), other.args(arguments)]) {
            let start = Instant::now();
            let code = run.output().expect("both can be run").status.code();
            assert!(matches!(code, Some(0 | 1)), "one of the two did not check");
            times.push(start.elapsed().as_secs_f64());
        }
    }
    let [own, other] = times.map(|mut times| {
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    });
    println!("gainsay check {own:.2} s, {program} {other:.2} s: {:.2} times (medians of 5, in turn)", own / other);
}

/// Writes a dossier of `size` claims to an empty `folder`.
fn write(size: usize, wanted: &Wanted, folder: &Path) -> Planted {
    // Where the folder is left over, writing the files over it would mix two sizes.
    let _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).expect("the temporary folder can be written");
    let Wanted { evidence, spread, seed } = *wanted;
    World::new(size, evidence, spread, seed).write(&mut |name, text| {
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
    let wanted = rules::Wanted::default();

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
    write(150, &Wanted::USUAL, folder);
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
