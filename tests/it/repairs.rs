//! Whether what is wrong is what ranks first, and whether what a finding names is all that it takes.
//!
//! A paper without a contradiction is made up, one record of it is made wrong, and the repairs are asked for. The maker
//! knows nothing of how they are ranked.

use std::fmt::Write;

use gainsay::Checked;
use gainsay::model::Home;
use gainsay::reason::Repairs;
use gainsay::rules::Wanted;
use gainsay::text::Texts;

use crate::rules::every_fixture;
use crate::timeline::Random;

/// So many papers are made wrong.
const PAPERS: u64 = 1_000;

/// A paper that tells of events on a line: several claims of each, from sources of which each is cited more than once.
struct Paper {
    /// The year of each event, ascending, three years apart.
    years: Vec<i32>,
    records: Vec<Record>,
}

/// A record, and how it is written if it is wrong.
struct Record {
    kind: &'static str,
    id: String,
    right: String,
    wrong: Option<String>,
}

impl Paper {
    fn new(random: &mut Random) -> Self {
        let mut year = 1950 + random.below(20) as i32;
        let mut next = || {
            year += 3 + random.below(4) as i32;
            year
        };
        let years: Vec<i32> = (0..5).map(|_| next()).collect();
        let mut paper = Self { years, records: Vec::new() };
        paper.sources(random);
        paper.claims(random);
        paper.facts(random);
        paper
    }

    fn add(&mut self, kind: &'static str, id: String, right: &str, wrong: Option<String>) {
        let whole = |rest: &str| format!("[[{kind}]]\nid = \"{id}\"\n{rest}\n");
        self.records.push(Record { kind, right: whole(right), wrong: wrong.map(|wrong| whole(&wrong)), id });
    }

    /// Two sources for each event, of its year or soon after; wrong is a year before it.
    fn sources(&mut self, random: &mut Random) {
        for (event, year) in self.years.clone().into_iter().enumerate() {
            self.add("event", format!("event-{event}"), "", None);
            for number in 0..2 {
                let issued = |year: i32| format!("issued = \"{year}\"");
                let wrong = issued(year - 1 - random.below(3) as i32);
                self.add("source", format!("source-{event}-{number}"), &issued(year + number), Some(wrong));
            }
        }
        let (first, last) = (self.years[0] - 30, self.years[4] + 30);
        let life = |from: i32| format!("kind = \"person\"\nfrom = \"{from}\"\nuntil = \"{last}\"");
        self.add("entity", "witness".into(), &life(first), Some(life(self.years[3])));
    }

    /// Three claims of each event, most with a date, some with what came before or what it came of.
    fn claims(&mut self, random: &mut Random) {
        for event in 0..self.years.len() {
            for number in 0..3 {
                let cites = format!("cites = [\"source-{event}-{}\"]\n", random.below(2));
                let date = |year: i32| format!("on = \"{year}\"");
                let (right, wrong) = match random.below(6) {
                    0 if event > 0 => {
                        let other = random.below(event);
                        (format!("after = \"event-{other}\""), Some(format!("before = \"event-{other}\"")))
                    }
                    1 if event > 0 => {
                        let other = random.below(event);
                        (format!("because-of = \"event-{other}\""), Some(format!("leads-to = \"event-{other}\"")))
                    }
                    2 => (format!("{}, who = \"witness\"", date(self.years[event])), None),
                    _ => {
                        let off = if random.below(2) == 0 { 2 } else { -2 };
                        (date(self.years[event]), Some(date(self.years[event] + off)))
                    }
                };
                let says = |rest: &str| format!("{cites}says = {{ event = \"event-{event}\", {rest} }}");
                let wrong = wrong.map(|wrong| says(&wrong));
                self.add("claim", format!("claim-{event}-{number}"), &says(&right), wrong);
            }
        }
    }

    /// The record knows of every second event.
    fn facts(&mut self, random: &mut Random) {
        for event in (0..self.years.len()).step_by(2) {
            let year = self.years[event];
            let says = |year: i32| {
                format!("cites = [\"source-{event}-0\"]\nsays = {{ event = \"event-{event}\", on = \"{year}\" }}")
            };
            let off = if random.below(2) == 0 { 2 } else { -2 };
            self.add("fact", format!("fact-{event}"), &says(year), Some(says(year + off)));
        }
    }

    /// The paper, with one of its records as it is wrong.
    fn text(&self, wrong: Option<usize>) -> String {
        let last = self.years.last().expect("there are events") + 10;
        let mut text = format!("[dossier]\nissued = \"{last}\"\n");
        for (at, record) in self.records.iter().enumerate() {
            let written = record.wrong.as_ref().filter(|_| wrong == Some(at)).unwrap_or(&record.right);
            let _ = writeln!(text, "{written}");
        }
        text
    }
}

/// What the rules that compare things say of a paper; not those on what nobody cites or names.
fn checked(text: &str) -> (Checked, Repairs) {
    let mut texts = Texts::default();
    let file = texts.add("paper.toml", text.to_owned()).expect("a small text");
    let ignore = ["uncited-source", "unused-record", "uncited-claim"].map(str::to_owned).to_vec();
    let wanted = Wanted { ignore, ..Wanted::default() };
    let checked = gainsay::check(&mut texts, &[(file, Home::Own)], &gainsay::archive::nothing, None, &wanted);
    assert!(checked.reasoned.dossier.faults.is_empty(), "{:?}\n{text}", checked.reasoned.dossier.faults);
    let repairs = checked.repairs(&texts);
    (checked, repairs)
}

#[test]
#[expect(clippy::print_stdout, reason = "the figures are what is asked for")]
fn a_single_wrong_record_ranks_first() {
    let (mut first, mut among_three, mut planted_in) = (0, 0, 0_u32);
    let mut by_kind = std::collections::BTreeMap::<&str, (u32, u32, u32)>::new();
    let mut seed = 0;
    while u64::from(planted_in) < PAPERS {
        seed += 1;
        let mut random = Random(seed);
        let paper = Paper::new(&mut random);
        assert!(checked(&paper.text(None)).0.report.findings.is_empty(), "{}", paper.text(None));
        let can_be_wrong: Vec<usize> =
            (0..paper.records.len()).filter(|&at| paper.records[at].wrong.is_some()).collect();
        let planted = random.of(&can_be_wrong);
        let text = paper.text(Some(planted));
        let (checked, repairs) = checked(&text);
        // A source that no claim cites may be of any year.
        if checked.report.findings.is_empty() {
            continue;
        }
        planted_in += 1;
        let planted = &paper.records[planted];
        let rank = repairs.ranking.iter().position(|&culprit| {
            let subject = &repairs.culprits[culprit].subject;
            (subject.kind, &subject.id) == (planted.kind, &planted.id)
        });
        let count = by_kind.entry(planted.kind).or_default();
        count.0 += 1;
        if rank == Some(0) {
            first += 1;
            count.1 += 1;
        }
        if rank.is_some_and(|rank| rank < 3) {
            among_three += 1;
            count.2 += 1;
        }
    }
    println!("first: {first} of {planted_in}; among the first three: {among_three} of {planted_in}");
    println!("by kind of record (planted, first, among three): {by_kind:?}");
    assert!(f64::from(first) >= 0.85 * f64::from(planted_in), "first: {first} of {planted_in}");
    assert!(f64::from(among_three) >= 0.97 * f64::from(planted_in), "among three: {among_three} of {planted_in}");
}

/// Removes the record of each repair by itself, and tells which of the findings that it clears stay; how many it
/// clears.
fn clears(
    name: &str,
    text: &str,
    (texts, checked, repairs): (&Texts, &Checked, &Repairs),
    wrong: &mut Vec<String>,
) -> usize {
    let mut cleared = 0;
    for repair in &repairs.list {
        let culprit = &repairs.culprits[repair.culprit];
        let record = gainsay::load::record_around(texts, culprit.span);
        let base = texts.file(texts.file_at(record.start)).base;
        let (start, end) = ((record.start - base) as usize, (record.end() - base) as usize);
        let rest = format!("{}{}", &text[..start], &text[end..]);
        let (_, after) = crate::rules::check(name, &rest);
        let left: Vec<String> = after.report.findings.iter().map(gainsay::finding::Finding::identity).collect();
        for &at in &repair.clears {
            let finding = &checked.report.findings[at];
            if left.contains(&finding.identity()) {
                wrong.push(format!("{name}: {} without {:?}", finding.message, culprit.subject));
            }
            cleared += 1;
        }
    }
    cleared
}

#[test]
fn a_repair_clears_what_it_says_in_papers_that_are_made_up() {
    let (mut cleared, mut wrong) = (0, Vec::new());
    for seed in 1..=crate::cases(1) {
        let mut random = Random(seed);
        let paper = Paper::new(&mut random);
        let can_be_wrong: Vec<usize> =
            (0..paper.records.len()).filter(|&at| paper.records[at].wrong.is_some()).collect();
        let text = paper.text(Some(random.of(&can_be_wrong)));
        let (texts, checked) = crate::rules::check("paper.toml", &text);
        let repairs = checked.repairs(&texts);
        cleared += clears("paper.toml", &text, (&texts, &checked, &repairs), &mut wrong);
    }
    assert!(wrong.is_empty(), "{} of {cleared}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(cleared as u64 > crate::cases(1) / 2, "only {cleared} findings");
}

#[test]
fn the_record_and_agreeing_twins_say_which_claim_is_wrong_whatever_else_is_noted_of_the_others() {
    let flood = |kind: &str, id: &str, more: &str, on: &str| {
        format!("[[{kind}]]\nid = \"{id}\"\n{more}says = {{ event = \"flood\", on = \"{on}\" }}\n\n")
    };
    let cited = "cites = [\"gazette\"]\n";
    let [twin, second, wrong] =
        [("one", "", "1984-11-13"), ("two", cited, "1984-11-13"), ("three", cited, "1985-11-13")]
            .map(|(id, more, on)| flood("claim", id, more, on));
    let fact = flood("fact", "gauge", cited, "1984-11-13");
    for text in [[&twin, &second, &wrong].map(String::as_str), [&twin, &wrong, &fact].map(String::as_str)] {
        let (texts, checked) = crate::rules::check("paper.toml", &format!("{CHARTER}\n{}", text.concat()));
        let repairs = checked.repairs(&texts);
        assert_eq!(repairs.culprits[repairs.list[0].culprit].subject.id, "three", "{}", text.concat());
    }
}

#[test]
fn who_removes_what_a_repair_names_is_rid_of_what_it_clears() {
    let mut cleared = 0;
    let mut wrong = Vec::new();
    for fixture in every_fixture() {
        let (name, text) = (fixture.path(), &fixture.text);
        let (texts, checked) = crate::rules::check(&name, text);
        let repairs = checked.repairs(&texts);
        cleared += clears(&name, text, (&texts, &checked, &repairs), &mut wrong);
    }
    assert!(wrong.is_empty(), "{} of {cleared}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(cleared > 300, "only {cleared} findings in all fixtures");
}

/// What the record says of where Norland was governed from, and what it takes to say more of it.
const CHARTER: &str = "\
[[source]]
id = \"gazette\"
issued = \"1990\"

[[source]]
id = \"almanac\"
issued = \"1991\"

[[event]]
id = \"flood\"

[[entity]]
id = \"norland\"

[[entity]]
id = \"port-ada\"

[[entity]]
id = \"lindholm\"

[[entity]]
id = \"new-port\"

[[relation]]
id = \"governed-from\"
reads = \"{subject} governed from {object}\"
functional = true

[[fact]]
id = \"charter\"
says = { subject = \"norland\", relation = \"governed-from\", object = \"port-ada\", from = \"1900-01-01\", until = \"1950-01-01\" }
";

/// That it was governed from elsewhere in a year.
fn governed(object: &str, year: u32) -> String {
    format!("{{ subject = \"norland\", relation = \"governed-from\", object = \"{object}\", on = \"{year}\" }}")
}

#[test]
fn one_mistake_ranks_before_several_that_would_explain_the_same() {
    let ranking = |said: &[String]| -> Vec<String> {
        let claim = format!("[[claim]]\nid = \"moves\"\ncites = [\"gazette\"]\nsays = [{}]\n", said.join(", "));
        let repairs = checked(&format!("{CHARTER}\n{claim}")).1;
        repairs.ranking.iter().map(|&at| repairs.culprits[at].subject.id.clone()).collect()
    };
    assert_eq!(ranking(&[governed("lindholm", 1910)]), ["moves", "charter"]);
    assert_eq!(ranking(&[governed("lindholm", 1910), governed("new-port", 1920)]), ["charter", "moves"]);
}

#[test]
fn the_part_of_a_record_that_clears_most_is_named_in_front() {
    let flood = "{ event = \"flood\", on = \"2000\" }";
    let claim = "[[claim]]\nid = \"hard-years\"\ncites = [\"gazette\", \"almanac\"]";
    let text = format!("{CHARTER}\n{claim}\nsays = [{}, {flood}]\n", governed("lindholm", 1910));
    let (texts, checked) = crate::rules::check("paper.toml", &text);
    let repairs = checked.repairs(&texts);
    let repair = &repairs.list[0];
    let culprit = &repairs.culprits[repair.culprit];
    assert_eq!((culprit.subject.id.as_str(), repair.clears.len()), ("hard-years", 3));
    let parts = repair.parts.iter().map(|&at| texts.slice(culprit.parts[at].span));
    assert_eq!(parts.collect::<Vec<_>>(), [flood, &governed("lindholm", 1910)]);
    let mut cures = repair.clears.iter().map(|&finding| {
        repairs.cures(finding).iter().map(|&at| repairs.culprits[at].subject.id.as_str()).collect::<Vec<_>>()
    });
    assert!(cures.all(|cures| matches!(cures[..], ["hard-years", "charter" | "gazette" | "almanac"])));
}

#[test]
fn of_one_that_two_others_contradict_only_that_one_clears_all() {
    let says = |id: &str, says: &str| format!("[[claim]]\nid = \"{id}\"\ncites = [\"gazette\"]\nsays = {says}\n\n");
    let others = says("first", &governed("lindholm", 1910)) + &says("then", &governed("new-port", 1920));
    let (found, repairs) = checked(&format!("{CHARTER}\n{others}"));
    assert_eq!(found.report.findings.len(), 1);
    let cures: Vec<&str> = repairs.cures(0).iter().map(|&at| repairs.culprits[at].subject.id.as_str()).collect();
    assert_eq!(cures, ["charter"]);
    let mend: Vec<&str> = repairs.list.iter().map(|mend| repairs.culprits[mend.culprit].subject.id.as_str()).collect();
    assert_eq!(mend, ["first", "then"], "two claims are likelier wrong than the record");
}

#[test]
fn who_dates_an_event_as_others_do_is_not_to_blame_for_what_happens_then() {
    let says = |id: &str, says: &str| format!("[[claim]]\nid = \"{id}\"\ncites = [\"gazette\"]\nsays = {says}\n\n");
    let moved = governed("lindholm", 1910).replace("\"1910\"", "\"flood\"");
    let [one, two] = ["one", "two"].map(|id| says(id, "{ event = \"flood\", on = \"1910-03-02\" }"));
    let cures = |text: &str| -> Vec<String> {
        let (found, repairs) = checked(&format!("{CHARTER}\n{text}{}", says("moved", &moved)));
        assert_eq!(found.report.findings.len(), 1, "{text}");
        repairs.cures(0).iter().map(|&at| repairs.culprits[at].subject.id.clone()).collect()
    };
    assert_eq!(cures(&one), ["moved", "one", "charter"]);
    assert_eq!(cures(&format!("{one}{two}")), ["moved", "charter"]);
}

#[test]
fn what_is_blamed_is_a_whole_value_statement_or_entry() {
    let text = "[dossier]\nissued = \"2025\"\n[dossier.rules]\nuncited-clam = \"off\"\n\n\
                [[source]]\nid = \"gazette\"\nissued =   '2024-13-01'\n\n\
                [[event]]\nid = \"flood\"\n\n[[entity]]\nid = \"norland\"\n\n[[entity]]\nid = \"league\"\n\n\
                [[roll]]\nid = \"members\"\nrelation = \"member-of\"\nobject = \"league\"\n\
                members = [{ subject = \"norland\", from = \"2024-14\" }]\n\n\
                [[evidence]]\nid = \"read\"\nsource = \"gazette\"\n\
                says = { event = \"flood\", on = \"2024-15\" }\n\n\
                [[quantity]]\nid = \"toll\"\nreads = 7";
    let (texts, checked) = crate::rules::check("paper.toml", text);
    let repairs = checked.repairs(&texts);
    let mut parts = Vec::new();
    for culprit in &repairs.culprits {
        let record = format!("{} {}", culprit.subject.kind, culprit.subject.id);
        for part in &culprit.parts {
            parts.push(format!("{}: {} {}", record.trim(), part.key, texts.slice(part.span)));
        }
    }
    let told = [
        "dossier: uncited-clam uncited-clam",
        "evidence read: says { event = \"flood\", on = \"2024-15\" }",
        "quantity toll: reads reads",
        "roll members: members { subject = \"norland\", from = \"2024-14\" }",
        "source gazette:  \"gazette\"",
        "source gazette: issued '2024-13-01'",
    ];
    assert_eq!(parts, told);
}

#[test]
fn a_source_of_the_folder_that_a_dossier_extends_is_trusted_more_than_a_claim() {
    let mut texts = Texts::default();
    let shared = "[[source]]\nid = \"almanac\"\nissued = \"1990\"\n";
    let own = "[[event]]\nid = \"flood\"\n\n[[claim]]\nid = \"flooded\"\ncites = [\"almanac\"]\n\
               says = { event = \"flood\", on = \"2000\" }\n";
    let first = |shared_as: Home| {
        let files = [("shared.toml", shared, shared_as), ("paper.toml", own, Home::Own)];
        let files = files.map(|(name, text, home)| (texts.add(name, text.to_owned()).expect("a small text"), home));
        let checked = gainsay::check(&mut texts, &files, &gainsay::archive::nothing, None, &Wanted::default());
        let repairs = checked.repairs(&texts);
        repairs.culprits[repairs.list[0].culprit].subject.id.clone()
    };
    assert_eq!([Home::Own, Home::Extended].map(first), ["almanac", "flooded"]);
}
