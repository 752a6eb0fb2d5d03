//! `gainsay date`: what a date in EDTF means, for a person or for a program.
//!
//! With `--json` every string becomes one object on a line of its own. Its first three keys are the contract; the rest
//! explains. `earliest` and `latest` are the bounds of the notation itself, not widened by its marks:
//! `"YYYY-MM-DD"` with an astronomical year of at least four digits (`-0043-03-15`; more digits as they are, without
//! EDTF's `Y`: `12345-01-01`), `"-inf"` and `"inf"` for open ends, `null` for unknown ones.

use std::borrow::Cow;
use std::io::{self, BufRead, Write};

use serde::Serialize;

use crate::time::{BadDate, End, Shape, Stretch, When};

/// Explain dates: the earliest and the latest day that each can mean, or why it is no date.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  gainsay date 2024-06              every day of June 2024
  gainsay date 1920~                about 1920, and how far that reaches
  gainsay date 1950-06-25/1953-07-27
  gainsay date '[1667,1670..1672]'  one of these years (quote it from the shell)
  gainsay date 'XXXX-10-28'         a 28 October, the year not known
  gainsay date '20 June 2024'       not EDTF: tells how to write it
  gainsay date --json - <dates.txt  one string a line in, one object a line out

An approximate date (`~`) gives way by 3 days, 1 month, 2 years, 5 years (decades) or 25 years (centuries).
Exits with 0 if every string is a date, with 1 if not.")]
pub struct DateArgs {
    /// Write one JSON object a line: `{"valid":…,"earliest":…,"latest":…}`
    ///
    /// The bounds are `"YYYY-MM-DD"`, `"-inf"` or `"inf"` for an open end, null for an unknown one. Years are
    /// astronomical: 44 BCE is -0043.
    #[arg(long)]
    json: bool,

    /// Dates in EDTF (ISO 8601-2), or `-` to read one from each line of the standard input
    #[arg(required = true, value_name = "EDTF", allow_hyphen_values = true)]
    dates: Vec<String>,
}

/// Explains the dates, and gives the exit code: 0 if every string is a date, 1 if not.
///
/// # Errors
///
/// Those of reading `stdin` and of writing to `out`.
pub fn run(args: &DateArgs, mut stdin: impl BufRead, out: &mut impl Write) -> io::Result<u8> {
    // A year may begin with a hyphen, and so a flag that follows a date is handed over as one.
    let (flags, dates): (Vec<_>, Vec<_>) = args.dates.iter().partition(|text| *text == "--json");
    let explain = if args.json || !flags.is_empty() { as_json } else { in_words };
    let mut exit = 0;
    for text in dates {
        if text != "-" {
            exit |= explain(text.as_bytes(), out)?;
            continue;
        }
        let mut line = Vec::new();
        while stdin.read_until(b'\n', &mut line)? > 0 {
            // Only the line's end goes: a blank beside a date makes it something else.
            let text = line.strip_suffix(b"\n").unwrap_or(&line);
            exit |= explain(text.strip_suffix(b"\r").unwrap_or(text), out)?;
            line.clear();
        }
    }
    Ok(exit)
}

/// One object of the output for programs.
#[derive(Serialize, Default)]
struct Line<'a> {
    valid: bool,
    earliest: Option<Cow<'a, str>>,
    latest: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    edtf: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reads: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
    /// The EDTF that can only have been meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    instead: Option<String>,
    /// The first and the last byte at fault, the last one not included.
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<[usize; 2]>,
}

fn as_json(text: &[u8], out: &mut impl Write) -> io::Result<u8> {
    let line = match read(text) {
        Ok(when) => {
            let bounds = when.bounds();
            Line {
                valid: true,
                earliest: bound(bounds.earliest),
                latest: bound(bounds.latest),
                edtf: Some(when.to_string()),
                level: Some(when.level()),
                reads: Some(when.spoken()),
                ..Line::default()
            }
        }
        Err(bad) => Line {
            error: Some(bad.what),
            help: bad.help,
            instead: bad.instead,
            at: Some([bad.at.start, bad.at.end]),
            ..Line::default()
        },
    };
    serde_json::to_writer(&mut *out, &line)?;
    out.write_all(b"\n")?;
    Ok(u8::from(!line.valid))
}

fn bound(bound: edtf_core::Bound) -> Option<Cow<'static, str>> {
    match bound {
        edtf_core::Bound::NegativeInfinity => Some("-inf".into()),
        edtf_core::Bound::PositiveInfinity => Some("inf".into()),
        edtf_core::Bound::Unknown => None,
        edtf_core::Bound::Date(date) => Some(date.to_string().into()),
    }
}

fn read(text: &[u8]) -> Result<When, BadDate> {
    match str::from_utf8(text) {
        Ok(text) => When::parse(text),
        Err(fault) => {
            let start = fault.valid_up_to();
            let length = fault.error_len().unwrap_or(text.len() - start);
            Err(BadDate {
                at: start..start + length,
                what: "this is not text in UTF-8".into(),
                help: None,
                instead: None,
            })
        }
    }
}

fn in_words(text: &[u8], out: &mut impl Write) -> io::Result<u8> {
    match read(text) {
        Ok(when) => explain(&String::from_utf8_lossy(text), &when, out).map(|()| 0),
        Err(bad) => point_out(text, &bad, out).map(|()| 1),
    }
}

fn explain(text: &str, when: &When, out: &mut impl Write) -> io::Result<()> {
    let kind = match when.shape() {
        Shape::Date => "one date",
        Shape::Interval => "a range",
        Shape::OneOf => "one of a set, not known which",
        Shape::AllOf => "all of a set",
    };
    writeln!(out, "{text}")?;
    writeln!(out, "  reads      {}", when.spoken())?;
    writeln!(out, "  notation   {when}  (EDTF level {}, {kind})", when.level())?;
    let nominal = when.nominal();
    writeln!(out, "  earliest   {}", day_or(nominal.earliest()))?;
    writeln!(out, "  latest     {}", day_or(nominal.latest()))?;
    if when.hard() != nominal {
        writeln!(out, "  certainly  {}", span(when.hard()))?;
        writeln!(out, "             {}", why_widened(when))?;
    }
    if let Some(caution) = when.caution() {
        writeln!(out, "  note       {caution}")?;
    }
    Ok(())
}

fn day_or(end: End) -> String {
    match end {
        End::Day(day) => format!("{day}  {}, {}", weekday(day), day.spoken()),
        End::Open => "open".into(),
        End::Unknown => "unknown".into(),
    }
}

fn weekday(day: crate::time::Day) -> &'static str {
    const NAMES: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    NAMES[day.weekday().num_days_from_monday() as usize]
}

fn span(stretch: Stretch) -> String {
    let name = |end| match end {
        End::Day(day) => day.to_string(),
        End::Open => "open".into(),
        End::Unknown => "unknown".into(),
    };
    match (stretch.earliest(), stretch.latest()) {
        (End::Unknown, End::Unknown) => "nothing".into(),
        (first, last) => format!("{} to {}", name(first), name(last)),
    }
}

fn why_widened(when: &When) -> String {
    let mut why = Vec::new();
    if when.is_uncertain() {
        why.push("what is marked `?` or `%` may be wrong altogether".to_string());
    }
    why.extend(when.slack().iter().map(|slack| format!("an approximate {} may be off by {slack}", slack.of)));
    if why.is_empty() {
        why.push("the months of a season depend on the hemisphere, and a winter has two years".to_string());
    }
    why.join("; ")
}

/// The string with carets below what is at fault, the message and the help.
fn point_out(text: &[u8], bad: &BadDate, out: &mut impl Write) -> io::Result<()> {
    let visible = |bytes: &[u8]| -> String {
        String::from_utf8_lossy(bytes).chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
    };
    let before = visible(&text[..bad.at.start]).chars().count();
    let marked = visible(&text[bad.at.clone()]).chars().count().max(1);
    writeln!(out, "{}", visible(text))?;
    writeln!(out, "{}{}", " ".repeat(before), "^".repeat(marked))?;
    writeln!(out, "  not a date: {}", bad.what)?;
    if let Some(help) = &bad.help {
        writeln!(out, "  help: {help}")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    fn output(json: bool, dates: &[&str], stdin: &[u8]) -> (String, u8) {
        let args = DateArgs { json, dates: dates.iter().map(ToString::to_string).collect() };
        let mut out = Vec::new();
        let exit = run(&args, stdin, &mut out).expect("memory can be written to");
        (String::from_utf8(out).expect("the output is UTF-8"), exit)
    }

    fn contract(text: &str) -> String {
        let (line, _) = output(true, &[text], b"");
        let value: serde_json::Value = serde_json::from_str(&line).expect("a line is JSON");
        format!("{} {} {}", value["valid"], value["earliest"], value["latest"]).replace('"', "")
    }

    #[test]
    fn the_first_three_keys_are_the_contract() {
        let (line, exit) = output(true, &["2024-06"], b"");
        assert!(line.starts_with(r#"{"valid":true,"earliest":"2024-06-01","latest":"2024-06-30""#), "{line}");
        assert_eq!(exit, 0);
        let (line, exit) = output(true, &["2024-06-31"], b"");
        assert!(line.starts_with(r#"{"valid":false,"earliest":null,"latest":null,"#), "{line}");
        assert_eq!(exit, 1);
    }

    #[test]
    fn ends_are_open_unknown_or_days_of_astronomical_years() {
        assert_eq!(contract("-0043-03-15"), "true -0043-03-15 -0043-03-15");
        assert_eq!(contract("Y12345"), "true 12345-01-01 12345-12-31");
        assert_eq!(contract("Y-17E7"), "true -170000000-01-01 -170000000-12-31");
        assert_eq!(contract("Y1E15"), "true 1000000000000000-01-01 1000000000000000-12-31");
        assert_eq!(contract("Y1E30"), "true null null");
        assert_eq!(contract("../1985"), "true -inf 1985-12-31");
        assert_eq!(contract("1985/"), "true 1985-01-01 null");
        assert_eq!(contract("1920%"), "true 1920-01-01 1920-12-31");
    }

    #[test]
    fn a_line_is_taken_as_it_is_but_for_its_end() {
        let (lines, exit) = output(true, &["-"], b"2024\r\n 2024\n2024 \n\n\xff2024\n2025");
        let valid: Vec<bool> = lines.lines().map(|line| line.contains(r#""valid":true"#)).collect();
        assert_eq!(valid, [true, false, false, false, false, true]);
        assert_eq!(exit, 1);
    }

    #[test]
    fn a_negative_year_is_no_flag_and_a_flag_after_it_is_one() {
        use clap::Parser;
        #[derive(Parser)]
        struct Command {
            #[command(flatten)]
            args: DateArgs,
        }
        let args = Command::parse_from(["date", "-0043-03-15", "--json"]).args;
        let mut out = Vec::new();
        assert_eq!(run(&args, &b""[..], &mut out).expect("memory can be written to"), 0);
        assert!(out.starts_with(b"{"));
    }

    #[test]
    fn carets_stand_below_what_is_at_fault() {
        let (shown, exit) = output(false, &["2023-02-30"], b"");
        assert_eq!(shown, "2023-02-30\n        ^^\n  not a date: February 2023 has 28 days, not 30\n");
        assert_eq!(exit, 1);
    }

    #[test]
    fn a_person_is_told_how_far_a_date_reaches() {
        let (shown, _) = output(false, &["1920~"], b"");
        for part in ["about 1920", "Thursday, 1 January 1920", "1918-01-01 to 1922-12-31", "may be off by 2 years"] {
            assert!(shown.contains(part), "{shown}");
        }
    }

    #[test]
    fn a_megabyte_of_dates_has_an_answer_for_each_line() {
        let mut lines = String::new();
        for year in 0..90_000 {
            writeln!(lines, "{:04}-{:02}~", year % 10_000, year % 13).expect("a string can be written to");
        }
        let (answers, _) = output(true, &["-"], lines.as_bytes());
        assert_eq!(answers.lines().count(), 90_000);
    }
}
