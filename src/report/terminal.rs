//! The report for a person: every finding with the lines it rests on, as a good compiler shows a type error, and in the
//! end what was looked at and how much was found.

use std::fmt;

use unicode_width::UnicodeWidthStr;

use super::counts::{all_of, counted_levels, counts, read, record, seen, tally_of_levels, unfinished, unknown};
use super::groups::{Group, groups};
use super::overview::Overview;
use super::passages::{Drawn, Passage, Told};
use super::snippets::snippets;
use super::{Detail, Glyphs, Layout, Outcome, Paint, wrapped};
use crate::Reasoned;
use crate::archive::Coverage;
use crate::finding::{Applicability, Certainty, Finding, Level, NotCheckable};
use crate::rules::{Covered, Tally};
use crate::text::{Texts, counted};

/// The columns of what stands on both sides of a heading.
const FRAME: usize = 6;
/// Up to so many findings are read without an overview.
const FEW: usize = 5;
/// So many groups of findings are shown in brief.
const GROUPS: usize = 10;
/// So many reasons are named for what could not be checked; the rest is counted.
const REASONS: usize = 5;

/// What is said of a paper in which nothing was found.
const UNSEEN: &str = "citations and sources, dates and numbers were held against one another: what a source says, and what \
    is true, no draft can see. `gainsay draft` writes records for a person to complete";
/// What is said where warnings do not fail the run.
const PASSES: &str = "there is no error, so the run passes: what rests on a guess of the draft is a warning at most, and \
    `--fail-on warning` fails on it";

/// The report on some dossiers, laid out for a terminal.
#[derive(Clone, Copy, Debug)]
pub struct Terminal<'a> {
    /// The dossiers, in the order in which they were checked.
    pub outcomes: &'a [Outcome<'a>],
    /// How lines are laid out.
    pub layout: Layout,
    /// How much is shown.
    pub detail: Detail,
    /// From which level on findings fail the run.
    pub fail_on: Level,
}

impl fmt::Display for Terminal<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, outcome) in self.outcomes.iter().enumerate() {
            if self.outcomes.len() > 1 {
                let gap = if index > 0 { "\n" } else { "" };
                writeln!(f, "{gap}{}\n", self.heading("══", "==", outcome.path))?;
            }
            self.overview(f, outcome)?;
            self.findings(f, outcome)?;
            self.closing(f, outcome)?;
        }
        if self.outcomes.len() > 1 {
            let reports = || self.outcomes.iter().map(|outcome| outcome.report);
            let found = tally_of_levels(reports());
            let line = format!("in all: {} in {}", counted_levels(found), all_of(self.outcomes.iter()));
            writeln!(f)?;
            self.layout.line(f, verdict(found), &line)?;
        }
        Ok(())
    }
}

impl Terminal<'_> {
    /// A heading, cut to one line.
    fn heading(&self, unicode: &str, ascii: &str, text: &str) -> String {
        let text = self.layout.clean(text);
        let text = self.layout.cut(&text, self.layout.width.saturating_sub(FRAME));
        let heading = match self.layout.glyphs {
            Glyphs::Unicode => format!("{unicode} {text} {unicode}"),
            Glyphs::Ascii => format!("{ascii} {text} {ascii}"),
            Glyphs::Words => text,
        };
        self.layout.paint(Paint::Bold, &heading)
    }

    /// What to do, on one screen: the sums, and what to mend first. A few findings need none; of a paper in which
    /// nothing was found it is what was looked at, and what could not be seen.
    fn overview(&self, f: &mut fmt::Formatter<'_>, outcome: &Outcome<'_>) -> fmt::Result {
        if is_clean_paper(outcome) {
            self.layout.line(f, Paint::Green, &sums(outcome))?;
            self.layout.line(f, Paint::None, &read(outcome))?;
            self.layout.line(f, Paint::None, UNSEEN)?;
            return writeln!(f);
        }
        if unknown(outcome.report).count() <= FEW {
            return Ok(());
        }
        self.layout.line(f, verdict(tally_of_levels(std::iter::once(outcome.report))), &sums(outcome))?;
        writeln!(f, "{}", self.rows(outcome))
    }

    fn rows<'o>(&self, outcome: &'o Outcome<'o>) -> Overview<'o> {
        Overview { outcome, layout: self.layout }
    }

    /// The findings in groups, in brief the first of them.
    fn findings(&self, f: &mut fmt::Formatter<'_>, outcome: &Outcome<'_>) -> fmt::Result {
        let rows = if unknown(outcome.report).count() > FEW { self.rows(outcome).shown() } else { 0 };
        let mut groups = groups(outcome);
        let shown = if self.detail == Detail::Full { groups.len() } else { groups.len().min(GROUPS) };
        let left: usize = groups.split_off(shown).iter().map(Group::len).sum();
        for group in groups {
            let (heading, list) = match group {
                Group::Alone(at) => (None, vec![at]),
                Group::Run(list) => {
                    let rule = outcome.report.findings[list[0]].rule;
                    (Some(format!("{rule}: {} findings", list.len())), list)
                }
                // What is read without a first screen needs no heading over one finding.
                Group::Repair(at, list) if list.len() == 1 && at >= rows => (None, list),
                Group::Repair(at, list) => {
                    let repair = &outcome.repairs.list[at];
                    let others = repair.instead.first().map(|&other| format!(", or {}", record(outcome, other)));
                    let what = format!("{}{}", record(outcome, repair.culprit), others.unwrap_or_default());
                    // Behind the first screen its number is that of no row.
                    let number = if at < rows { format!("{}. ", at + 1) } else { String::new() };
                    let sum = format!(": {}", counted(list.len(), "finding"));
                    let room = self.layout.width.saturating_sub(FRAME + sum.width());
                    let what = self.layout.cut(&self.layout.clean(&format!("{number}{what}")), room);
                    (Some(format!("{what}{sum}")), list)
                }
            };
            if let Some(heading) = heading {
                writeln!(f, "{}\n", self.heading("──", "--", &heading))?;
            }
            self.group(f, outcome, &list)?;
        }
        if left == 0 {
            return Ok(());
        }
        self.layout.line(
            f,
            Paint::Bold,
            &format!("{} not shown: `--full` shows all", counted(left, "more finding")),
        )?;
        writeln!(f)
    }

    /// Findings that are read together: the first in full, of the others the place and the message.
    fn group(&self, f: &mut fmt::Formatter<'_>, outcome: &Outcome<'_>, list: &[usize]) -> fmt::Result {
        for (at, &finding) in list.iter().enumerate() {
            let finding = &outcome.report.findings[finding];
            if at == 0 || self.detail == Detail::Full {
                self.finding(f, outcome.texts, outcome.reasoned, finding)?;
            } else {
                self.brief(f, outcome, finding)?;
            }
        }
        if list.len() > 1 && self.detail == Detail::Brief { writeln!(f) } else { Ok(()) }
    }

    /// A finding in a line or two.
    fn brief(&self, f: &mut fmt::Formatter<'_>, outcome: &Outcome<'_>, finding: &Finding) -> fmt::Result {
        let name = format!("{}[{}]", finding.level.name(), finding.rule);
        let told = Told::new(outcome.texts, outcome.reasoned, finding);
        let text = match told.passages.first() {
            Some(passage) => format!("{name} {}, {}: {}", passage.place, passage.quote(), finding.message),
            None => format!("{name} {}: {}", outcome.texts.place(finding.primary.span), finding.message),
        };
        let text = self.layout.clean(&text).into_owned();
        for line in wrapped(&text, self.layout.width, "", "    ") {
            match line.strip_prefix(&name) {
                Some(rest) => writeln!(f, "{}{rest}", self.layout.paint(Paint::of(finding.level), &name))?,
                None => writeln!(f, "{line}")?,
            }
        }
        Ok(())
    }

    pub(super) fn finding(
        &self,
        f: &mut fmt::Formatter<'_>,
        texts: &Texts,
        reasoned: &Reasoned,
        finding: &Finding,
    ) -> fmt::Result {
        let layout = self.layout;
        let Told { passages, further, rest } = Told::new(texts, reasoned, finding);
        let name = format!("{}[{}]", finding.level.name(), finding.rule);
        let certainty = match finding.certainty {
            Certainty::Certain => "",
            Certainty::Nominal => " (if dates and numbers are taken as written)",
            Certainty::Possible => " (possible)",
        };
        let first = passages.first().map_or_else(|| finding.said(), Passage::whereabouts);
        let head = layout.clean(&format!("{name}{certainty}: {first}")).into_owned();
        for (index, line) in wrapped(&head, layout.width, "", "  ").into_iter().enumerate() {
            if let Some(rest) = line.strip_prefix(&name).filter(|_| index == 0) {
                write!(f, "{}", layout.paint(Paint::of(finding.level), &name))?;
                writeln!(f, "{}", layout.paint(Paint::Bold, rest))?;
            } else {
                writeln!(f, "{}", layout.paint(Paint::Bold, &line))?;
            }
        }
        let paint = Paint::of(finding.level);
        for (number, passage) in passages.iter().enumerate() {
            if number > 0 {
                self.indented(f, Paint::Dim, &passage.whereabouts())?;
            }
            write!(f, "{}", Drawn { passage, layout, paint })?;
        }
        further.iter().try_for_each(|told| self.indented(f, Paint::None, told))?;
        if !passages.is_empty() {
            self.indented(f, Paint::Bold, &finding.said())?;
        }
        f.write_str(&snippets(texts, rest, finding.level, layout))?;
        for (index, step) in finding.steps.iter().enumerate() {
            let place = texts.place(step.span);
            let text = format!("{} ({}:{})", step.text, place.path, place.line);
            let number = format!("  {}. ", index + 1);
            for line in wrapped(&layout.clean(&text), layout.width, &number, &" ".repeat(number.len())) {
                writeln!(f, "{line}")?;
            }
        }
        self.remedies(f, finding)?;
        writeln!(f)
    }

    /// A text, all of it indented.
    fn indented(&self, f: &mut fmt::Formatter<'_>, paint: Paint, text: &str) -> fmt::Result {
        let lines = wrapped(&self.layout.clean(text), self.layout.width, "  ", "  ");
        lines.iter().try_for_each(|line| writeln!(f, "{}", self.layout.paint(paint, line)))
    }

    /// What to do about a finding: its help and its fixes.
    fn remedies(&self, f: &mut fmt::Formatter<'_>, finding: &Finding) -> fmt::Result {
        // What a fix says in the same words is said there.
        let meant = |help: &str| Some(format!("write {}", help.strip_prefix("did you mean ")?.strip_suffix('?')?));
        let says = |help: &str| {
            let first = finding.fixes.first();
            first.is_some_and(|fix| fix.title == help || fix.is_safe() && meant(help).as_ref() == Some(&fix.title))
        };
        if let Some(help) = finding.help.as_deref().filter(|help| !says(help)) {
            self.advice(f, "help", help)?;
        }
        let several = finding.fixes.len() > 1;
        for (number, fix) in (1..).zip(&finding.fixes) {
            let (name, how) = match fix.applicability {
                _ if several => {
                    let pick = format!("--pick {}={number}", &finding.fingerprint()[..8]);
                    (format!("fix {number}"), format!("`gainsay fix {pick}`"))
                }
                Applicability::Safe => ("fix".to_owned(), "`gainsay fix`".to_owned()),
                Applicability::Unsafe => ("fix".to_owned(), "`gainsay fix --unsafe`".to_owned()),
            };
            self.advice(f, &name, &format!("{} ({how})", fix.title))?;
        }
        Ok(())
    }

    /// What was looked at, above all what could not be judged, and the sums.
    fn closing(&self, f: &mut fmt::Formatter<'_>, outcome: &Outcome<'_>) -> fmt::Result {
        let tallies = &outcome.report.tallies;
        let (busy, idle): (Vec<&Tally>, Vec<&Tally>) = tallies.iter().partition(|tally| seen(tally) > 0);
        // Why a draft cannot compare two things is for whoever asks: its author has no records to complete.
        let is_draft = outcome.texts.has_origins();
        let told = |tally: &Tally| match self.detail {
            Detail::Brief => !is_draft && !tally.not_checkable.is_empty(),
            Detail::Full => tally.found + tally.allowed + tally.not_checkable.len() > 0,
        };
        let (told, rest): (Vec<&Tally>, Vec<&Tally>) = busy.into_iter().partition(|tally| told(tally));
        let widest = told.iter().map(|tally| seen(tally).to_string().len()).max().unwrap_or_default();
        for tally in told {
            let first = format!("checked {:>widest$} ", seen(tally));
            let verdicts = if self.detail == Detail::Full { verdicts(tally) } else { lacking(tally) };
            let text = self.layout.clean(&format!("{}: {verdicts}", counts(tally))).into_owned();
            for line in wrapped(&text, self.layout.width, &first, &" ".repeat(first.len())) {
                writeln!(f, "{line}")?;
            }
        }
        if !rest.is_empty() && self.detail == Detail::Full {
            self.layout.line(f, Paint::Green, &format!("checked, and all compatible: {}", looked_at(&rest)))?;
        }
        // What was drafted from the sentences covers them.
        if let Some(covered) = outcome.report.manuscript.as_ref().filter(|_| !is_draft) {
            self.layout.line(f, Paint::Dim, &coverage(outcome.texts, covered))?;
        }
        self.counted(f, outcome, idle.len())?;
        self.fixable(f, outcome)?;
        if let Some(why) = unfinished(outcome) {
            self.layout.line(f, Paint::Yellow, why)?;
        }
        let known = outcome.report.findings.len() - unknown(outcome.report).count();
        if known > 0 {
            let text = format!("{} known to the baseline, not shown", counted(known, "finding"));
            self.layout.line(f, Paint::Dim, &text)?;
        }
        if is_clean_paper(outcome) {
            return Ok(());
        }
        writeln!(f)?;
        let found = tally_of_levels(std::iter::once(outcome.report));
        self.layout.line(f, verdict(found), &sums(outcome))?;
        if unknown(outcome.report).count() > FEW {
            self.rows(outcome).again(f)?;
        } else if is_draft {
            // Whoever reads of few findings has to know whether the list of works was read.
            self.layout.line(f, Paint::Dim, &read(outcome))?;
        }
        let passes = unknown(outcome.report).all(|finding| finding.level < self.fail_on);
        if passes && found[1] > 0 && is_draft {
            self.layout.line(f, Paint::Dim, PASSES)?;
        }
        Ok(())
    }

    /// In one line how much was looked at, and where to read more.
    fn counted(&self, f: &mut fmt::Formatter<'_>, outcome: &Outcome<'_>, idle: usize) -> fmt::Result {
        let (tallies, is_draft) = (&outcome.report.tallies, outcome.texts.has_origins());
        let sum = |of: fn(&Tally) -> usize| tallies.iter().map(of).sum::<usize>();
        let found = sum(|tally| tally.found);
        let more = "`gainsay explain RULE` says more about a rule, `gainsay explain repairs` about what to mend first; \
                    `--full` shows everything";
        let more = Some(more).filter(|_| found > 0);
        // How many checks pass in a paper, its last lines say.
        if is_draft && self.detail == Detail::Brief {
            return more.map_or(Ok(()), |more| self.layout.line(f, Paint::Dim, more));
        }
        let rules = counted(tallies.len() - idle, "rule");
        let mut counts = vec![format!("{} compatible", sum(|tally| tally.compatible))];
        for (count, word) in [
            (found, "found"),
            (sum(|tally| tally.allowed), "allowed"),
            (sum(|tally| tally.not_checkable.len()), "not checkable"),
        ] {
            if count > 0 {
                counts.push(format!("{count} {word}"));
            }
        }
        let idle = match idle {
            0 => String::new(),
            _ => format!("; {} had nothing to look at", counted(idle, "rule")),
        };
        self.layout.line(f, Paint::Dim, &format!("checked by {rules} in all: {}{idle}", counts.join(", ")))?;
        more.map_or(Ok(()), |more| self.layout.line(f, Paint::Dim, more))
    }

    /// What to do, behind a word for it.
    fn advice(&self, f: &mut fmt::Formatter<'_>, name: &str, text: &str) -> fmt::Result {
        let first = format!("  {name}: ");
        for line in wrapped(&self.layout.clean(text), self.layout.width, &first, &" ".repeat(first.len())) {
            match line.strip_prefix(&first) {
                Some(rest) => writeln!(f, "  {}: {rest}", self.layout.paint(Paint::Cyan, name))?,
                None => writeln!(f, "{line}")?,
            }
        }
        Ok(())
    }

    /// How many findings can be fixed, where one can.
    fn fixable(&self, f: &mut fmt::Formatter<'_>, outcome: &Outcome<'_>) -> fmt::Result {
        let all = || unknown(outcome.report).filter(|finding| !finding.fixes.is_empty());
        let safe = all().filter(|finding| matches!(finding.fixes.as_slice(), [fix] if fix.is_safe())).count();
        let judged = all().count() - safe;
        let mends = |safe| format!("`gainsay fix` can mend {}", counted(safe, "finding"));
        let left = "with a fix that you have to judge: `gainsay fix --unsafe --diff` shows it";
        let text = match (safe, judged) {
            (0, 0) => return Ok(()),
            (safe, 0) => mends(safe),
            (0, judged) => format!("{} {left}", counted(judged, "finding")),
            (safe, judged) => format!("{}; {judged} more {left}", mends(safe)),
        };
        self.layout.line(f, Paint::Dim, &text)
    }
}

/// Whether it is a paper without records in which nothing was found.
fn is_clean_paper(outcome: &Outcome<'_>) -> bool {
    outcome.texts.has_origins() && unknown(outcome.report).next().is_none()
}

/// The last line of the report on a dossier, and its first.
fn sums(outcome: &Outcome<'_>) -> String {
    let found = tally_of_levels(std::iter::once(outcome.report));
    let (claims, sources) = (outcome.reasoned.dossier.claims.len(), outcome.own_sources());
    format!(
        "{}: {} in {} ({})",
        outcome.path,
        counted_levels(found),
        counted(claims, "claim"),
        counted(sources, "source"),
    )
}

/// How far the claims cover the manuscript.
fn coverage(texts: &Texts, covered: &Covered) -> String {
    let Coverage { covered: held, sentences } = covered.coverage;
    let path = texts.place(covered.at).path;
    match sentences {
        0 => format!("no sentence of {path} is worth checking"),
        _ => format!(
            "claims cover {held} of {} of {path} worth checking ({}%): `gainsay coverage` shows which",
            counted(sentences, "sentence"),
            held * 100 / sentences
        ),
    }
}

/// What a rule saw, in words.
fn verdicts(tally: &Tally) -> String {
    let mut parts = Vec::new();
    for (count, word) in [(tally.found, tally.rule), (tally.allowed, "allowed"), (tally.compatible, "compatible")] {
        if count > 0 {
            parts.push(format!("{count} {word}"));
        }
    }
    if !tally.not_checkable.is_empty() {
        parts.push(lacking(tally));
    }
    parts.join(", ")
}

/// How many candidates a rule could not judge, and why.
fn lacking(tally: &Tally) -> String {
    format!("{} not checkable ({})", tally.not_checkable.len(), because(&tally.not_checkable))
}

/// What rules looked at; what several of them looked at is named once.
fn looked_at(tallies: &[&Tally]) -> String {
    let mut named: Vec<(usize, &str, usize)> = Vec::new();
    for tally in tallies {
        let (seen, counts) = (seen(tally), counts(tally));
        match named.iter_mut().find(|(count, what, _)| *count == seen && *what == counts) {
            Some((.., rules)) => *rules += 1,
            None => named.push((seen, counts, 1)),
        }
    }
    let parts: Vec<String> = named
        .iter()
        .map(|(seen, counts, rules)| match rules {
            1 => format!("{seen} {counts}"),
            _ => format!("{seen} {counts} (by {rules} rules)"),
        })
        .collect();
    parts.join("; ")
}

fn because(lacking: &NotCheckable) -> String {
    let reasons = lacking.reasons();
    if let [(only, _)] = reasons[..] {
        return only.to_owned();
    }
    let mut named: Vec<String> =
        reasons.iter().take(REASONS).map(|(because, places)| format!("{}: {because}", places.len())).collect();
    if reasons.len() > REASONS {
        named.push(format!("and {} more reasons", reasons.len() - REASONS));
    }
    named.join("; ")
}

fn verdict(found: [usize; 3]) -> Paint {
    match found {
        [0, 0, _] => Paint::Green,
        [0, ..] => Paint::Yellow,
        _ => Paint::Red,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Level;
    use crate::report::Colour;
    use crate::text::Span;

    const PLAIN: Layout = Layout { width: 80, colour: Colour::Off, glyphs: Glyphs::Unicode };

    fn texts(files: &[(&str, &str)]) -> Texts {
        let mut texts = Texts::default();
        for (path, text) in files {
            texts.add(*path, (*text).to_owned()).expect("small");
        }
        texts
    }

    /// The place of `part` in file number `file`.
    fn at(texts: &Texts, file: usize, part: &str) -> Span {
        let file = texts.file(file);
        let start = file.text.find(part).expect("the part stands there") as u32;
        Span::new(file.base + start, file.base + start + part.len() as u32)
    }

    /// The lines of all labels.
    fn lines(texts: &Texts, finding: &Finding, layout: Layout) -> String {
        snippets(texts, std::iter::once(&finding.primary).chain(&finding.labels), finding.level, layout)
    }

    fn finding(span: Span, label: &str) -> Finding {
        Finding::new("some-rule", Level::Error, "this cannot be", span, label)
    }

    #[test]
    fn labels_in_two_files_stand_in_two_snippets_with_the_primary_first() {
        let texts = texts(&[("a.toml", "one = 1\n\ntwo = 2\n"), ("b.toml", "x = 0\nthree = 3\n")]);
        let finding =
            finding(at(&texts, 1, "3"), "three").against(at(&texts, 0, "2"), "two").against(at(&texts, 0, "1"), "one");
        let expected = "   ╭─[b.toml:2:9]
 2 │ three = 3
   ·         ┬
   ·         ╰── three
   ╰────
   ╭─[a.toml:1:7]
 1 │ one = 1
   ·       ┬
   ·       ╰── one
 2 │ 
 3 │ two = 2
   ·       ┬
   ·       ╰── two
   ╰────
";
        assert_eq!(lines(&texts, &finding, PLAIN), expected);
    }

    #[test]
    fn places_far_apart_in_one_file_are_two_snippets() {
        let texts = texts(&[("a.toml", &format!("one = 1\n{}two = 2\n", "\n".repeat(30)))]);
        let finding = finding(at(&texts, 0, "2"), "two").against(at(&texts, 0, "1"), "one");
        let shown = lines(&texts, &finding, PLAIN);
        let (two, one) = (shown.find("[a.toml:32:7]"), shown.find("[a.toml:1:7]"));
        assert!(two.is_some() && two < one, "{shown}");
    }

    #[test]
    fn a_last_line_without_a_line_end_shows_its_label() {
        let texts = texts(&[("a.toml", "a = 1\nlast = 2")]);
        let end = texts.file(0).span().end();
        for span in [at(&texts, 0, "2"), Span::new(end, end)] {
            let shown = lines(&texts, &finding(span, "here"), PLAIN);
            assert!(shown.contains(" 2 │ last = 2\n") && shown.contains("╰── here\n"), "{shown}");
        }
        let empty = super::tests::texts(&[("e.toml", "")]);
        let shown = lines(&empty, &finding(empty.file(0).span(), "empty"), PLAIN);
        assert!(shown.contains("[e.toml:1:1]") && shown.contains("╰── empty"), "{shown}");
    }

    #[test]
    fn tabs_wide_glyphs_and_hidden_characters_keep_labels_below_their_place() {
        let texts = texts(&[("a.toml", "x = 1\r\n\tb = \"漢字\u{202E}\u{1b}[31m\" # c\r\ny = 2\r\n")]);
        let finding = finding(at(&texts, 0, "c\r").part(0..1), "behind").against(at(&texts, 0, "漢字"), "wide");
        let expected = "   ╭─[a.toml:2:19]
 2 │     b = \"漢字··[31m\" # c
   ·          ──┬─          ┬
   ·            │           ╰── behind
   ·            ╰── wide
   ╰────
";
        assert_eq!(lines(&texts, &finding, PLAIN), expected);
    }

    #[test]
    fn a_label_over_several_lines_or_a_whole_file_is_drawn_on_its_first() {
        let texts = texts(&[("a.toml", "says = [\n  1,\n]\n")]);
        let shown = lines(&texts, &finding(texts.file(0).span(), "all of it"), PLAIN);
        assert_eq!(shown.lines().count(), 5, "{shown}");
        assert!(shown.contains(" 1 │ says = [\n   · ────┬───\n"), "{shown}");
    }

    #[test]
    fn labels_of_one_place_share_an_underline_and_nested_ones_stand_beside_each_other() {
        let texts = texts(&[("a.toml", "says = { event = \"x\", on = \"2024\" }\n")]);
        let finding = finding(at(&texts, 0, "\"2024\""), "one").against(at(&texts, 0, "\"2024\""), "two");
        let shown = lines(&texts, &finding.against(at(&texts, 0, "{ event = \"x\", on = \"2024\" }"), "all"), PLAIN);
        let expected = "   ╭─[a.toml:1:28]
 1 │ says = { event = \"x\", on = \"2024\" }
   ·        ──────────┬────────────┬──
   ·                  │            ╰─┤ one
   ·                  │              │ two
   ·                  ╰── all
   ╰────
";
        assert_eq!(shown, expected);
    }

    #[test]
    fn no_line_is_wider_than_the_report() {
        let long =
            format!("text = \"{} needle {} second {}\"", "word ".repeat(900), "more ".repeat(80), "漢字".repeat(900));
        let texts = texts(&[("a.toml", &long)]);
        let words = "here is a long label that says a good deal about what stands there, with the date of 20 June 2024";
        for width in [40, 60, 80, 120, 200] {
            for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
                let layout = Layout { width, glyphs, ..PLAIN };
                let one = finding(at(&texts, 0, "needle"), words);
                let two = one.clone().against(at(&texts, 0, "second"), "and there");
                let whole = finding(texts.file(0).span(), words).against(at(&texts, 0, "needle"), "in it");
                for finding in [one, two, whole] {
                    let shown = lines(&texts, &finding, layout);
                    assert!(shown.contains("needle"), "{shown}");
                    assert_eq!(glyphs == Glyphs::Unicode, shown.contains('╭'), "{shown}");
                    let widest = shown.lines().map(unicode_width::UnicodeWidthStr::width).max().unwrap_or_default();
                    assert!(widest <= width, "{widest} > {width}\n{shown}");
                }
            }
        }
    }

    #[test]
    fn places_far_into_a_big_file_are_found() {
        let line = "id = \"some-record-of-a-big-file\"\n";
        let texts = texts(&[("a.toml", &line.repeat(1_000_000))]);
        for number in 0..2_000 {
            let at = number * 400 * line.len();
            let shown = lines(&texts, &finding(texts.file(0).span().part(at..at + 2), "here"), PLAIN);
            assert!(shown.contains(&format!("[a.toml:{}:1]", number * 400 + 1)), "{shown}");
        }
    }

    #[test]
    fn reasons_come_by_how_often_they_stand_and_then_by_alphabet() {
        let because = ["no date", "an open end", "no date", "no event"];
        let mut lacking = NotCheckable::default();
        for because in because {
            lacking.add(because, Span::new(1, 1));
        }
        let counted = lacking.reasons().into_iter().map(|(because, places)| (because, places.len()));
        assert_eq!(counted.collect::<Vec<_>>(), [("no date", 2), ("an open end", 1), ("no event", 1)]);
    }
}
