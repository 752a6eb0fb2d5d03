//! What falls with a source, and with which sources most falls: for a person and for programs.
//!
//! For programs it is a JSON object: `version` (1), `tool`, and `dossiers`, each with its `path`, how many `claims` it
//! has, and `unsupported`, those that nothing supports even with all sources. Where a source was named:
//!
//! | field | value |
//! |---|---|
//! | `withdrawn` | the source |
//! | `lost` | the records that lose all support: a record, with `directly` (whether the source attests it) and `why` |
//! | `weakened` | the claims that keep some: a record, with its `sources` and those that are `left` |
//!
//! Where none was named, `single_points`: the sources with each of which claims fall, that with which most do in front:
//! a record, with `lost`, the records that fall with it.
//!
//! A record is `{kind, id, path, line}`.

use std::fmt;

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use super::{Layout, Paint, json, wrapped};
use crate::model::{Dossier, Record, SourceId};
use crate::reason::{Fall, Gone, Support};
use crate::text::{Texts, bare, counted, listed};
use crate::wording::Wording;

/// The form of the report for programs.
const VERSION: u32 = 1;
/// The columns of what falls with a source.
const COLUMNS: [&str; 2] = ["claims", "others"];

/// What rests on what in a dossier, and what falls.
#[derive(Debug)]
pub struct Impact<'a> {
    /// The dossier's folder, or its file, as it was given.
    pub path: &'a str,
    /// Its texts.
    pub texts: &'a Texts,
    /// Its records.
    pub dossier: &'a Dossier,
    /// How they are told: by names for people, by ids for programs.
    pub wording: Wording<'a>,
    /// What rests on what in it.
    pub support: &'a Support<'a>,
    /// What falls with a source; where none is named, with each alone.
    pub falls: Falls,
}

/// What falls.
#[derive(Debug)]
pub enum Falls {
    /// What falls with a source that was named.
    With(Fall),
    /// What falls with each source alone, most in front.
    Ranked(Vec<Fall>),
}

impl Impact<'_> {
    fn named(&self, source: SourceId) -> String {
        self.wording.name(Record::Source(source))
    }

    /// A record with its place, a claim with its words; it needs no word for what it is.
    fn told(&self, record: Record) -> String {
        let place = self.texts.place(self.dossier.id_span(record));
        let name = self.wording.name(record);
        let name = match record {
            Record::Claim(id) => match self.wording.words(id) {
                words if words == name => name,
                words => format!("{name}, {words}"),
            },
            Record::Source(id) => format!("source {}", self.wording.full_name(id)),
            Record::Evidence(_) => format!("evidence of {name}"),
            _ => format!("{} {name}", record.kind()),
        };
        format!("{name} ({}:{})", place.path, place.line)
    }

    /// Why a record does not stand, as the end of a sentence about it.
    fn why(&self, record: Record, fall: Option<&Fall>) -> String {
        let verb = if let Record::Source(_) = record {
            "repeats"
        } else if let Record::Evidence(_) = record {
            "quotes"
        } else {
            "cites"
        };
        match self.support.gone(record, fall) {
            Gone::Sources(sources) if fall.is_some_and(|fall| sources == [fall.withdrawn]) => {
                format!("{verb} nothing else")
            }
            Gone::Sources(sources) => {
                let each: Vec<String> = sources.iter().map(|&source| self.fate(source, fall)).collect();
                format!("{verb} {}", listed(&each, "and"))
            }
            Gone::Nothing => "cites nothing that is there".to_owned(),
            Gone::Retracted => "is retracted".to_owned(),
            Gone::Cause(event) => {
                let cause = self.wording.name(Record::Event(event));
                format!("cites nothing, and nothing that stands tells of its cause {cause}")
            }
        }
    }

    /// A source that does not stand, and why.
    fn fate(&self, source: SourceId, fall: Option<&Fall>) -> String {
        let name = self.named(source);
        if fall.is_some_and(|fall| fall.withdrawn == source) {
            name
        } else if fall.is_some_and(|fall| fall.fallen.contains(&Record::Source(source))) {
            format!("{name} (falls with it)")
        } else if self.support.gone(Record::Source(source), None) == Gone::Retracted {
            format!("{name} (retracted)")
        } else {
            format!("{name} (rests on nothing)")
        }
    }

    /// The claims that nothing supports even with all sources.
    fn unsupported(&self) -> Vec<Record> {
        let claims = self.dossier.claims().map(|(id, _)| Record::Claim(id));
        claims.filter(|&claim| !self.support.stands(claim)).collect()
    }
}

/// The report for a person.
#[derive(Debug)]
pub struct ImpactForPeople<'a> {
    /// The dossiers.
    pub impacts: &'a [Impact<'a>],
    /// How it is laid out.
    pub layout: Layout,
}

impl fmt::Display for ImpactForPeople<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, impact) in self.impacts.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            match &impact.falls {
                Falls::With(fall) => self.with(f, impact, fall)?,
                Falls::Ranked(falls) => self.ranked(f, impact, falls)?,
            }
        }
        Ok(())
    }
}

impl ImpactForPeople<'_> {
    fn item(&self, f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
        let lines = wrapped(&self.layout.clean(text), self.layout.width, "  ", "    ");
        lines.iter().try_for_each(|line| writeln!(f, "{line}"))
    }

    /// What falls with a source, and why.
    fn with(&self, f: &mut fmt::Formatter<'_>, impact: &Impact<'_>, fall: &Fall) -> fmt::Result {
        let claims = fall.claims().count();
        let lost = if claims == 1 { "loses" } else { "lose" };
        let kept = match fall.weakened.len() {
            0 => String::new(),
            1 => ", and 1 keeps some".to_owned(),
            kept => format!(", and {kept} keep some"),
        };
        let head = format!(
            "{}: without {}, {claims} of {} {lost} all support{kept}",
            impact.path,
            impact.wording.full_name(fall.withdrawn),
            counted(impact.dossier.claims.len(), "claim"),
        );
        self.layout.line(f, Paint::Bold, &head)?;
        if !impact.support.stands(Record::Source(fall.withdrawn)) {
            let why = impact.why(Record::Source(fall.withdrawn), None);
            self.layout.line(f, Paint::Yellow, &format!("nothing rests on it as it is: it {why}"))?;
        }
        let is_claim = |record: &Record| matches!(record, Record::Claim(_));
        let directly = |record: &Record| impact.support.rests_directly(*record, fall);
        let (claims, others): (Vec<Record>, Vec<Record>) = fall.fallen.iter().copied().partition(is_claim);
        let (direct, through): (Vec<Record>, Vec<Record>) = claims.into_iter().partition(directly);
        for (heading, records) in [
            ("claims that cite it and lose all support", direct),
            ("claims that lose all support through others", through),
            ("what else falls with it", others),
        ] {
            self.records(f, heading, &records, |record| {
                format!("{}: {}", impact.told(record), impact.why(record, Some(fall)))
            })?;
        }
        let weakened: Vec<Record> = fall.weakened.iter().map(|&id| Record::Claim(id)).collect();
        self.records(f, "claims that keep some", &weakened, |record| {
            let left: Vec<String> =
                impact.support.left(record, Some(fall)).iter().map(|&source| impact.named(source)).collect();
            let all = impact.support.sources(record).len();
            format!("{}: keeps {} of {all} sources, {}", impact.told(record), left.len(), listed(&left, "and"))
        })
    }

    fn records(
        &self,
        f: &mut fmt::Formatter<'_>,
        heading: &str,
        records: &[Record],
        told: impl Fn(Record) -> String,
    ) -> fmt::Result {
        if records.is_empty() {
            return Ok(());
        }
        writeln!(f, "\n{}", self.layout.paint(Paint::Bold, &format!("{heading}:")))?;
        records.iter().try_for_each(|&record| self.item(f, &told(record)))
    }

    /// With which sources most falls, and which claims rest on one source alone.
    fn ranked(&self, f: &mut fmt::Formatter<'_>, impact: &Impact<'_>, falls: &[Fall]) -> fmt::Result {
        let all = impact.dossier.claims.len();
        let mut single: Vec<_> = falls.iter().flat_map(Fall::claims).collect();
        single.sort_unstable();
        single.dedup();
        let head = format!("{}: {} of {} rest on one source alone", impact.path, single.len(), counted(all, "claim"));
        self.layout.line(f, Paint::Bold, &head)?;
        if !falls.is_empty() {
            let head = self.row("withdraw it, and with it fall:", &COLUMNS.map(str::to_owned));
            writeln!(f, "\n{}", self.layout.paint(Paint::Bold, &head))?;
        }
        for (at, fall) in falls.iter().enumerate() {
            let claims = fall.claims().count();
            let others = fall.fallen.len() - claims;
            let counts = [claims, others].map(|count| if count > 0 { count.to_string() } else { String::new() });
            let text = format!("{:>3}. {}", at + 1, impact.wording.full_name(fall.withdrawn));
            let text = self.layout.cut(&self.layout.clean(&text), self.room());
            writeln!(f, "{}", self.row(&text, &counts).trim_end())?;
        }
        if !falls.is_empty() {
            writeln!(f, "\n{}", self.layout.paint(Paint::Bold, "claims that rest on one source alone:"))?;
        }
        for fall in falls {
            let claims: Vec<String> = fall.claims().map(|id| impact.wording.name(Record::Claim(id))).collect();
            self.item(f, &format!("{}: {}", impact.named(fall.withdrawn), claims.join(", ")))?;
        }
        self.records(f, "claims that nothing supports as it is", &impact.unsupported(), |record| {
            format!("{}: {}", impact.told(record), impact.why(record, None))
        })
    }

    /// A text, and at the end of the line what falls.
    fn row(&self, text: &str, counts: &[String; 2]) -> String {
        let gap = " ".repeat(self.room().saturating_sub(text.width()));
        let cells = counts.iter().zip(COLUMNS).map(|(count, column)| format!(" {count:>0$}", column.len()));
        format!("{text}{gap}{}", cells.collect::<String>())
    }

    /// How many columns a row has for its text.
    fn room(&self) -> usize {
        self.layout.width - COLUMNS.iter().map(|column| 1 + column.len()).sum::<usize>()
    }
}

/// The report for programs.
#[derive(Debug)]
pub struct ImpactAsJson<'a>(pub &'a [Impact<'a>]);

impl fmt::Display for ImpactAsJson<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        json::of_dossiers(f, VERSION, &self.0.iter().map(dossier).collect::<Vec<_>>())
    }
}

fn dossier(impact: &Impact<'_>) -> Value {
    let mut told = json!({
        "path": impact.path,
        "claims": impact.dossier.claims.len(),
        "unsupported": records(impact, impact.unsupported()),
    });
    match &impact.falls {
        Falls::With(fall) => {
            let lost = fall.fallen.iter().map(|&lost| {
                let mut told = record(impact, lost);
                told["directly"] = json!(impact.support.rests_directly(lost, fall));
                told["why"] = json!(impact.why(lost, Some(fall)));
                told
            });
            let weakened = fall.weakened.iter().map(|&id| {
                let claim = Record::Claim(id);
                let ids = |sources: Vec<SourceId>| records(impact, sources.into_iter().map(Record::Source));
                let mut told = record(impact, claim);
                told["sources"] = ids(impact.support.sources(claim));
                told["left"] = ids(impact.support.left(claim, Some(fall)));
                told
            });
            told["withdrawn"] = record(impact, Record::Source(fall.withdrawn));
            told["lost"] = lost.collect();
            told["weakened"] = weakened.collect();
        }
        Falls::Ranked(falls) => {
            let points = falls.iter().map(|fall| {
                let mut told = record(impact, Record::Source(fall.withdrawn));
                told["lost"] = records(impact, fall.fallen.iter().copied());
                told
            });
            told["single_points"] = points.collect();
        }
    }
    told
}

fn records(impact: &Impact<'_>, records: impl IntoIterator<Item = Record>) -> Value {
    records.into_iter().map(|one| record(impact, one)).collect()
}

fn record(impact: &Impact<'_>, record: Record) -> Value {
    let place = impact.texts.place(impact.dossier.id_span(record));
    let id = bare(impact.dossier.id(impact.texts, record));
    json!({ "kind": record.kind().name(), "id": id, "path": place.path, "line": place.line })
}
