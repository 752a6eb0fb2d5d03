//! How two drafts differ, printed: for a person, for a program, and as Markdown for the comment on a change.
//!
//! For a program it is one JSON object, `{version, tool, dossiers}`. A dossier has `old` and `new` (its paths, or
//! null), `counts` (`{new, changed, fixed, unchanged}`), `findings`, each `{fate, before, after}` with the findings of
//! [`Json`](super::Json) or null, `claims`, `sources` and `passages`, each `{kind, id, before, after, facets}`:
//! `before` and `after` are places (`path:line:col`) or null, a facet is `{what, before, after}`. A passage is told by
//! the id of its claim. `text` is null, or how the manuscripts differ: `{checkable, unsupported, passages}`, the
//! sentences of the new one that have something to check, those of them that cite nothing, and each passage that is
//! another as `{fate, moved, before, after, edits, claims, unsupported}`.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::{Value, json};

use super::rewrites::Revised;
use super::{Layout, Paint, VERSION, json, markdown, rewrites, wrapped};
use crate::finding::Finding;
use crate::revise::{Change, Fate, Followed, Revision};
use crate::text::{Span, Texts, bare, counted};

impl Revised<'_> {
    fn path(&self) -> &str {
        self.new.or(self.old).map_or("", |(path, _)| path)
    }

    /// "2 new, 1 changed, 3 fixed, 80 unchanged".
    fn counts(&self) -> String {
        let count = |fate: Fate| format!("{} {}", self.revision.count(fate), fate.name());
        [Fate::New, Fate::Changed, Fate::Fixed, Fate::Unchanged].map(count).join(", ")
    }

    /// The records that differ, by what they are: of those that the program drew up, the sources of lists in files of
    /// their own alone, since the passages say the rest; and the passages of claims that are gone or found again.
    fn records(&self) -> Vec<(&'static str, Vec<&Change>)> {
        let Revision { claims, sources, passages, rewriting, .. } = &self.revision;
        let is_drawn_up = self.new.or(self.old).is_some_and(|(_, texts)| texts.has_origins());
        let is_told = |change: &&Change| {
            !is_drawn_up
                || change.record.kind == "source" && self.place(change).is_some_and(|place| !self.is_paper(&place))
        };
        let is_left = |change: &&Change| rewriting.is_none() || change.before.is_none() || change.after.is_none();
        [
            ("claims", claims.iter().filter(is_told).collect()),
            ("sources", sources.iter().filter(is_told).collect()),
            ("passages", passages.iter().filter(is_told).filter(is_left).collect()),
        ]
        .into()
    }

    /// Whether a place lies in the paper itself.
    fn is_paper(&self, place: &str) -> bool {
        [self.old, self.new].into_iter().flatten().any(|(path, _)| place.starts_with(&format!("{path}:")))
    }

    /// The findings of one fate, each as it is told, with its place.
    fn of(&self, fate: Fate) -> Vec<(&Finding, String, Option<&Finding>)> {
        let of_fate = self.revision.findings.iter().filter(|followed| followed.fate == fate);
        let told = of_fate.filter_map(|followed: &Followed| {
            let (finding, draft) = match followed.after {
                Some(after) => (after, self.new),
                None => (followed.before?, self.old),
            };
            let place = draft?.1.place(finding.primary.span).to_string();
            Some((finding, place, followed.before.filter(|_| followed.after.is_some())))
        });
        told.collect()
    }

    /// The place of a record that is there in one draft or both.
    fn place(&self, change: &Change) -> Option<String> {
        let place = |draft: Option<(&str, &Texts)>, span: Option<Span>| Some(draft?.1.place(span?).to_string());
        place(self.new, change.after).or_else(|| place(self.old, change.before))
    }
}

/// What a change of a record is called, with the sign for it.
fn turn(change: &Change) -> (char, &'static str) {
    let is_passage = change.record.kind == "passage";
    match (change.before, change.after) {
        (None, _) if is_passage => ('+', "found again"),
        (_, None) if is_passage => ('-', "gone"),
        (None, _) => ('+', "added"),
        (_, None) => ('-', "removed"),
        _ if is_passage && change.facets.iter().all(|facet| facet.what == "section") => ('>', "moved"),
        _ => ('~', "changed"),
    }
}

/// "2 added, 1 changed", of changes of one kind.
fn turns(changes: &[&Change]) -> String {
    let mut counts: BTreeMap<(u8, &str), usize> = BTreeMap::new();
    for change in changes {
        let (sign, word) = turn(change);
        let rank = match sign {
            '+' => 0,
            '-' => 1,
            '>' => 2,
            _ => 3,
        };
        *counts.entry((rank, word)).or_default() += 1;
    }
    counts.into_iter().map(|((_, word), count)| format!("{count} {word}")).collect::<Vec<_>>().join(", ")
}

/// The report for a person.
#[derive(Debug)]
pub struct RevisionForPeople<'a> {
    /// The dossiers.
    pub revised: &'a [Revised<'a>],
    /// How it is laid out.
    pub layout: Layout,
}

impl fmt::Display for RevisionForPeople<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for revised in self.revised {
            let answers = rewrites::answers(revised);
            answers.iter().try_for_each(|answer| self.line(f, Paint::Bold, answer, "", "  "))?;
            if !answers.is_empty() {
                writeln!(f)?;
            }
            for fate in [Fate::New, Fate::Changed, Fate::Fixed] {
                self.findings(f, revised, fate)?;
            }
            self.rewrites(f, revised)?;
            for (name, changes) in revised.records() {
                self.changes(f, revised, name, &changes)?;
            }
            let closing = format!("{}: {}", revised.path(), revised.counts());
            self.line(f, Paint::Bold, &closing, "", "  ")?;
        }
        Ok(())
    }
}

impl RevisionForPeople<'_> {
    fn line(&self, f: &mut fmt::Formatter<'_>, paint: Paint, text: &str, first: &str, rest: &str) -> fmt::Result {
        for line in wrapped(&self.layout.clean(text), self.layout.width, first, rest) {
            writeln!(f, "{}", self.layout.paint(paint, &line))?;
        }
        Ok(())
    }

    fn findings(&self, f: &mut fmt::Formatter<'_>, revised: &Revised<'_>, fate: Fate) -> fmt::Result {
        let findings = revised.of(fate);
        if findings.is_empty() {
            return Ok(());
        }
        let heading = if fate == Fate::Fixed { Paint::Green } else { Paint::Bold };
        self.line(f, heading, &format!("{}: {}", fate.name(), counted(findings.len(), "finding")), "", "")?;
        for (finding, place, before) in findings {
            let head = format!("{}[{}]: {}", finding.level.name(), finding.rule, finding.said());
            self.line(f, Paint::of(finding.level), &head, "  ", "    ")?;
            if let Some(before) = before {
                let was = format!("was {}: {}", before.level.name(), before.said());
                self.line(f, Paint::Dim, &was, "    ", "      ")?;
            }
            self.line(f, Paint::Dim, &format!("{place} ({})", finding.fingerprint()), "    ", "      ")?;
        }
        writeln!(f)
    }

    fn rewrites(&self, f: &mut fmt::Formatter<'_>, revised: &Revised<'_>) -> fmt::Result {
        let Some(rewriting) = &revised.revision.rewriting else { return Ok(()) };
        for (what, passages) in rewrites::groups(rewriting) {
            self.line(f, Paint::Bold, &format!("text that {what}: {}", counted(passages.len(), "passage")), "", "")?;
            for passage in passages {
                let told = rewrites::told(revised, passage);
                self.line(f, Paint::Cyan, &format!("{} {}", told.sign, told.head), "  ", "    ")?;
                told.lines.iter().try_for_each(|line| self.line(f, Paint::None, line, "    ", "      "))?;
            }
            writeln!(f)?;
        }
        Ok(())
    }

    fn changes(
        &self,
        f: &mut fmt::Formatter<'_>,
        revised: &Revised<'_>,
        name: &str,
        changes: &[&Change],
    ) -> fmt::Result {
        if changes.is_empty() {
            return Ok(());
        }
        self.line(f, Paint::Bold, &format!("{name}: {}", turns(changes)), "", "")?;
        for change in changes {
            let place = revised.place(change).map(|place| format!(" ({place})"));
            let head = format!("{} `{}`{}", turn(change).0, bare(&change.record.id), place.unwrap_or_default());
            self.line(f, Paint::Cyan, &head, "  ", "    ")?;
            for facet in &change.facets {
                self.line(
                    f,
                    Paint::Dim,
                    &format!("{}: - {}", facet.what, or_nothing(&facet.before)),
                    "    ",
                    "      ",
                )?;
                let indent = " ".repeat(4 + facet.what.len() + 2);
                self.line(f, Paint::Dim, &format!("+ {}", or_nothing(&facet.after)), &indent, "      ")?;
            }
        }
        writeln!(f)
    }
}

fn or_nothing(text: &str) -> &str {
    if text.is_empty() { "(nothing)" } else { text }
}

/// The report as Markdown.
#[derive(Debug)]
pub struct RevisionAsMarkdown<'a>(pub &'a [Revised<'a>]);

impl fmt::Display for RevisionAsMarkdown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for revised in self.0 {
            writeln!(f, "### {}: {}\n", markdown::code(revised.path()), revised.counts())?;
            let answers = rewrites::answers(revised);
            answers.iter().try_for_each(|answer| writeln!(f, "- {}", markdown::escaped(answer)))?;
            if !answers.is_empty() {
                writeln!(f)?;
            }
            for fate in [Fate::New, Fate::Changed, Fate::Fixed] {
                for (finding, place, _) in revised.of(fate) {
                    let said = markdown::escaped(&finding.said());
                    let level = finding.level.name();
                    writeln!(
                        f,
                        "- **{}** {level} `{}`: {said} ({})",
                        fate.name(),
                        finding.rule,
                        markdown::code(&place)
                    )?;
                }
            }
            Self::rewrites(f, revised)?;
            for (name, changes) in revised.records() {
                if changes.is_empty() {
                    continue;
                }
                let name = format!("{}{}", name[..1].to_uppercase(), &name[1..]);
                writeln!(f, "\n<details><summary>{name}: {}</summary>\n", turns(&changes))?;
                for change in changes {
                    writeln!(f, "- {} {}", turn(change).1, markdown::code(&change.record.id))?;
                    for facet in &change.facets {
                        let [before, after] =
                            [&facet.before, &facet.after].map(|text| markdown::escaped(or_nothing(text)));
                        writeln!(f, "  - {}: {before} → {after}", facet.what)?;
                    }
                }
                writeln!(f, "\n</details>")?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

impl RevisionAsMarkdown<'_> {
    fn rewrites(f: &mut fmt::Formatter<'_>, revised: &Revised<'_>) -> fmt::Result {
        let groups = revised.revision.rewriting.as_ref().map(rewrites::groups).unwrap_or_default();
        for (what, passages) in groups {
            writeln!(f, "\n<details><summary>Text that {what}: {}</summary>\n", counted(passages.len(), "passage"))?;
            for passage in passages {
                let told = rewrites::told(revised, passage);
                writeln!(f, "- {}", markdown::escaped(&told.head))?;
                told.lines.iter().try_for_each(|line| writeln!(f, "  - {}", markdown::escaped(line)))?;
            }
            writeln!(f, "\n</details>")?;
        }
        Ok(())
    }
}

/// The report for a program.
#[derive(Debug)]
pub struct RevisionAsJson<'a>(pub &'a [Revised<'a>]);

impl fmt::Display for RevisionAsJson<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        json::of_dossiers(f, VERSION, &self.0.iter().map(dossier).collect::<Vec<_>>())
    }
}

fn dossier(revised: &Revised<'_>) -> Value {
    let finding = |draft: Option<(&str, &Texts)>, finding: Option<&Finding>| {
        draft.zip(finding).map(|((_, texts), finding)| json!(json::finding(texts, finding)))
    };
    let followed = |followed: &Followed<'_>| {
        json!({
            "fate": followed.fate.name(),
            "before": finding(revised.old, followed.before),
            "after": finding(revised.new, followed.after),
        })
    };
    let count = |fate| revised.revision.count(fate);
    json!({
        "old": revised.old.map(|(path, _)| path),
        "new": revised.new.map(|(path, _)| path),
        "counts": {
            "new": count(Fate::New),
            "changed": count(Fate::Changed),
            "fixed": count(Fate::Fixed),
            "unchanged": count(Fate::Unchanged),
        },
        "findings": revised.revision.findings.iter().map(followed).collect::<Vec<_>>(),
        "claims": revised.revision.claims.iter().map(|change| changed(revised, change)).collect::<Vec<_>>(),
        "sources": revised.revision.sources.iter().map(|change| changed(revised, change)).collect::<Vec<_>>(),
        "passages": revised.revision.passages.iter().map(|change| changed(revised, change)).collect::<Vec<_>>(),
        "text": revised.revision.rewriting.as_ref().map(|rewriting| rewrites::as_json(revised, rewriting)),
    })
}

fn changed(revised: &Revised<'_>, change: &Change) -> Value {
    let place = |draft: Option<(&str, &Texts)>, span: Option<Span>| Some(draft?.1.place(span?).to_string());
    let facets = change.facets.iter();
    let facets = facets.map(|facet| json!({ "what": facet.what, "before": facet.before, "after": facet.after }));
    json!({
        "kind": change.record.kind,
        "id": change.record.id,
        "before": place(revised.old, change.before),
        "after": place(revised.new, change.after),
        "facets": facets.collect::<Vec<_>>(),
    })
}
