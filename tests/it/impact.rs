//! Whether what falls with a source is what its definition says, and how it is told.
//!
//! Small dossiers are made up, with sources that repeat each other, citations that name nothing and causes of causes.
//! What stands is computed again from the page of `reason::support` by trying until nothing more does.

use std::collections::BTreeSet;
use std::fmt::Write;

use gainsay::load;
use gainsay::model::{Home, Record};
use gainsay::reason::Support;
use gainsay::text::Texts;

use crate::cases;
use crate::cli::Folder;
use crate::timeline::Random;

/// A made-up dossier. What has a number too high names nothing.
#[derive(Debug, Default)]
struct World {
    sources: Vec<MadeSource>,
    /// Whether the record dates each event.
    events: Vec<bool>,
    claims: Vec<MadeRecord>,
    facts: Vec<MadeRecord>,
    /// The source of each evidence, and what it tells of.
    evidence: Vec<(usize, usize)>,
}

#[derive(Debug, Default)]
struct MadeSource {
    repeats: Vec<usize>,
    is_retracted: bool,
}

#[derive(Debug, Default)]
struct MadeRecord {
    /// What it cites, and whether that attests it.
    cites: Vec<(usize, bool)>,
    says: Vec<Told>,
}

#[derive(Debug)]
struct Told {
    event: usize,
    causes: Vec<usize>,
    /// Whether it is told as a fact, undenied.
    asserts: bool,
}

impl World {
    fn new(random: &mut Random) -> Self {
        let sources = 1 + random.below(5);
        let events = 1 + random.below(4);
        let mut some =
            |most: usize, of: usize| -> Vec<usize> { (0..random.below(most + 1)).map(|_| random.below(of)).collect() };
        let made = |some: &mut dyn FnMut(usize, usize) -> Vec<usize>| MadeRecord {
            cites: some(2, 2 * (sources + 1)).into_iter().map(|at| (at / 2, at % 2 == 0 || at % 4 == 1)).collect(),
            says: some(2, 4 * events)
                .into_iter()
                .map(|at| Told { event: at / 4, causes: some(2, events), asserts: at % 4 > 0 })
                .collect(),
        };
        Self {
            sources: (0..sources)
                .map(|_| MadeSource { repeats: some(2, sources + 1), is_retracted: some(1, 6) == [0] })
                .collect(),
            events: (0..events).map(|_| some(1, 6) == [0]).collect(),
            claims: (0..5).map(|_| made(&mut some)).collect(),
            facts: (0..2).map(|_| made(&mut some)).collect(),
            evidence: some(2, sources * events).into_iter().map(|at| (at / events, at % events)).collect(),
        }
    }

    fn text(&self) -> String {
        let mut text = String::new();
        let ids = |kind: &str, list: &[usize]| {
            let mut ids: Vec<String> = list.iter().map(|at| format!("\"{kind}-{at}\"")).collect();
            ids.sort();
            ids.dedup();
            ids.join(", ")
        };
        for (at, source) in self.sources.iter().enumerate() {
            let status = if source.is_retracted { "status = \"retracted\"\n" } else { "" };
            let repeats = ids("source", &source.repeats);
            let _ = writeln!(text, "[[source]]\nid = \"source-{at}\"\nderived-from = [{repeats}]\n{status}");
        }
        for (at, dated) in self.events.iter().enumerate() {
            let date = if *dated { "on = \"2001\"\n" } else { "" };
            let _ = writeln!(text, "[[event]]\nid = \"event-{at}\"\n{date}");
        }
        for (kind, records) in [("claim", &self.claims), ("fact", &self.facts)] {
            for (at, record) in records.iter().enumerate() {
                let cite = |(source, attests): &(usize, bool)| match attests {
                    true => format!("\"source-{source}\""),
                    false => format!("{{ source = \"source-{source}\", role = \"background\" }}"),
                };
                let cites: Vec<String> = record.cites.iter().map(cite).collect();
                let tell = |told: &Told| {
                    let denied = if told.asserts { "" } else { ", not = true" };
                    let causes = ids("event", &told.causes);
                    format!("{{ event = \"event-{}\", because-of = [{causes}]{denied} }}", told.event)
                };
                let says: Vec<String> = record.says.iter().map(tell).collect();
                let (cites, says) = (cites.join(", "), says.join(", "));
                let _ = writeln!(text, "[[{kind}]]\nid = \"{kind}-{at}\"\ncites = [{cites}]\nsays = [{says}]\n");
            }
        }
        for (at, (source, event)) in self.evidence.iter().enumerate() {
            let says = format!("says = {{ event = \"event-{event}\", on = \"2001\" }}");
            let _ = writeln!(text, "[[evidence]]\nid = \"evidence-{at}\"\nsource = \"source-{source}\"\n{says}\n");
        }
        text
    }

    /// What stands without a source, by id: from nothing, until nothing more does.
    fn standing(&self, withdrawn: Option<usize>) -> BTreeSet<String> {
        let mut stands = BTreeSet::new();
        loop {
            let before = stands.len();
            let has = |kind: &str, at: usize| stands.contains(&format!("{kind}-{at}"));
            let mut more: Vec<String> = Vec::new();
            for (at, source) in self.sources.iter().enumerate() {
                let repeats = |&at: &usize| at >= self.sources.len() || has("source", at);
                let rests = source.repeats.is_empty() || source.repeats.iter().any(repeats);
                if rests && !source.is_retracted && withdrawn != Some(at) {
                    more.push(format!("source-{at}"));
                }
            }
            for (kind, records) in [("claim", &self.claims), ("fact", &self.facts)] {
                for (at, record) in records.iter().enumerate() {
                    let mut attesting = record.cites.iter().filter(|(_, attests)| *attests).peekable();
                    let rests = match attesting.peek() {
                        Some(_) => attesting.any(|(source, _)| has("source", *source)),
                        None => kind == "fact" || Self::causes(record).all(|cause| self.is_attested(cause, &has)),
                    };
                    if rests {
                        more.push(format!("{kind}-{at}"));
                    }
                }
            }
            let evidence = self.evidence.iter().enumerate();
            more.extend(
                evidence.filter(|(_, (source, _))| has("source", *source)).map(|(at, _)| format!("evidence-{at}")),
            );
            stands.extend(more);
            if stands.len() == before {
                return stands;
            }
        }
    }

    /// The causes on which a claim without citation rests.
    fn causes(record: &MadeRecord) -> impl Iterator<Item = usize> {
        let told = || record.says.iter().filter(|told| told.asserts);
        let own: Vec<usize> = told().map(|told| told.event).collect();
        let causes: Vec<usize> = told().flat_map(|told| told.causes.clone()).collect();
        causes.into_iter().filter(move |cause| !own.contains(cause))
    }

    fn is_attested(&self, event: usize, has: &dyn Fn(&str, usize) -> bool) -> bool {
        let tells = |record: &MadeRecord| record.says.iter().any(|told| told.asserts && told.event == event);
        let claims = self.claims.iter().enumerate().filter(|(_, claim)| tells(claim)).map(|(at, _)| ("claim", at));
        let facts = self.facts.iter().enumerate().filter(|(_, fact)| tells(fact)).map(|(at, _)| ("fact", at));
        let evidence = self.evidence.iter().enumerate().filter(|(_, (_, told))| *told == event);
        let mut all = claims.chain(facts).chain(evidence.map(|(at, _)| ("evidence", at))).peekable();
        self.events[event] || all.peek().is_none() || all.any(|(kind, at)| has(kind, at))
    }
}

#[test]
fn what_falls_is_what_trying_again_finds() {
    // The sources with which something falls, with which a source does, and with which a claim does by way of others.
    let dossiers = cases(10);
    let mut seen = [0; 3];
    for seed in 0..dossiers {
        let world = World::new(&mut Random(seed));
        let text = world.text();
        let mut texts = Texts::default();
        let file = texts.add("made-up.toml", text.clone()).expect("a small text");
        let mut dossier = load::read(&mut texts, &[(file, Home::Own)]);
        load::link(&texts, &mut dossier);
        let support = Support::new(&dossier);
        let id = |record: Record| dossier.id(&texts, record).to_owned();
        let before = world.standing(None);
        for (source, _) in dossier.sources() {
            let after = world.standing(Some(source.index()));
            let withdrawn = id(Record::Source(source));
            let expected: BTreeSet<String> =
                before.difference(&after).filter(|lost| **lost != withdrawn).cloned().collect();
            let fall = support.without(source);
            let fallen: BTreeSet<String> = fall.fallen.iter().map(|&record| id(record)).collect();
            assert_eq!(fallen, expected, "seed {seed}, without {withdrawn}\n{text}");
            let gone = |source: &usize| {
                let source = format!("source-{source}");
                before.contains(&source) && !after.contains(&source)
            };
            let cites_gone =
                |at: usize| world.claims[at].cites.iter().any(|(source, attests)| *attests && gone(source));
            let keeps = |at: &usize| after.contains(&format!("claim-{at}")) && cites_gone(*at);
            let kept: BTreeSet<String> =
                (0..world.claims.len()).filter(keeps).map(|at| format!("claim-{at}")).collect();
            let weakened: BTreeSet<String> = fall.weakened.iter().map(|&claim| id(Record::Claim(claim))).collect();
            assert_eq!(weakened, kept, "seed {seed}, without {withdrawn}\n{text}");
            seen[0] += u64::from(!fallen.is_empty());
            seen[1] += u64::from(fallen.iter().any(|id| id.starts_with("source")));
            let through = fall.claims().any(|claim| !support.rests_directly(Record::Claim(claim), &fall));
            seen[2] += u64::from(through);
        }
    }
    assert!(seen.iter().all(|&seen| seen > dossiers / 10), "too few of the made-up dossiers show anything: {seen:?}");
}

/// A paper in which one agency's report stands behind much.
const PAPER: &str = "\
[[source]]
id = \"agency\"
cited-as = \"Agency 2024\"
issued = \"2024-06-20\"

[[source]]
id = \"port-news\"
issued = \"2024-06-21\"
derived-from = [\"agency\"]

[[source]]
id = \"port-log\"
issued = \"2024-06-19\"

[[event]]
id = \"ferry-sank\"

[[event]]
id = \"harbour-closed\"

[[claim]]
id = \"it-sank\"
cites = [\"Agency 2024\", \"port-news\"]
says = { event = \"ferry-sank\", on = \"2024-06-19\" }

[[claim]]
id = \"harbour-closes\"
says = { event = \"harbour-closed\", because-of = \"ferry-sank\" }

[[claim]]
id = \"ferries-stay\"
cites = [\"port-news\", \"port-log\"]

[[claim]]
id = \"logs-are-kept\"
cites = [\"port-log\"]
";

#[test]
fn what_falls_asserts_with_why() {
    let folder = Folder::new(&[("claims/a.toml", PAPER)]);
    let ran = folder.run(&["impact", "Agency 2024", "--width", "100"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    insta::assert_snapshot!("named", ran.out);
    assert_eq!(folder.run(&["impact", "agency", "--width", "100"]).out, ran.out);
    let ranked = folder.run(&["impact", "--width", "80"]);
    assert_eq!(ranked.code, Some(0));
    insta::assert_snapshot!("ranked", ranked.out);
}

/// A paper of which nothing but the reasons differ: why each record falls, and why one stands on nothing as it is.
const REASONS: &str = "\
[[source]]
id = \"agency\"

[[source]]
id = \"port-log\"

[[source]]
id = \"old-chart\"
status = \"retracted\"

[[event]]
id = \"ferry-sank\"

[[event]]
id = \"bridge-fell\"

[[event]]
id = \"harbour-closed\"

[[claim]]
id = \"it-sank\"
cites = [\"agency\"]
says = { event = \"ferry-sank\", on = \"2024-06-19\" }

[[claim]]
id = \"it-fell\"
cites = [\"port-log\"]
says = { event = \"bridge-fell\", on = \"2024-06-19\" }

[[claim]]
id = \"harbour-closes\"
says = [
  { event = \"harbour-closed\", because-of = \"ferry-sank\" },
  { event = \"harbour-closed\", because-of = \"bridge-fell\" },
]

[[claim]]
id = \"shoals\"
cites = [\"old-chart\"]

[[evidence]]
id = \"agency-says\"
source = \"agency\"

[[fact]]
id = \"inquiry\"
cites = [\"agency\"]
";

#[test]
fn each_record_falls_for_its_own_reason() {
    let folder = Folder::new(&[("claims/a.toml", REASONS)]);
    let said = ["agency", "port-log", "old-chart"].map(|source| folder.run(&["impact", source, "--width", "100"]).out);
    let ranked = folder.run(&["impact", "--width", "80"]).out;
    insta::assert_snapshot!("reasons", format!("{}\n{ranked}", said.join("\n")));
}

#[test]
fn programs_read_what_falls() {
    let folder = Folder::new(&[("claims/a.toml", PAPER)]);
    let named = folder.run(&["impact", "agency", "--format", "json"]).json();
    let dossier = &named["dossiers"][0];
    let ids = |list: &serde_json::Value| -> Vec<String> {
        let list = list.as_array().expect("it is a list");
        list.iter().map(|record| record["id"].as_str().expect("it has an id").to_owned()).collect()
    };
    assert_eq!(dossier["withdrawn"]["id"], "agency");
    assert_eq!(ids(&dossier["lost"]), ["port-news", "it-sank", "harbour-closes"]);
    assert_eq!(ids(&dossier["weakened"]), ["ferries-stay"]);
    assert_eq!(ids(&dossier["weakened"][0]["left"]), ["port-log"]);
    let ranked = folder.run(&["impact", "--format", "json"]).json();
    assert_eq!(ids(&ranked["dossiers"][0]["single_points"]), ["agency", "port-log"]);
}

#[test]
fn a_source_that_is_not_there_is_refused_with_what_was_meant() {
    let folder = Folder::new(&[("claims/a.toml", PAPER)]);
    let ran = folder.run(&["impact", "port-new"]);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (Some(2), "gainsay: there is no source `port-new`; did you mean `port-news`?\n")
    );
    let twice = format!("{PAPER}\n[[source]]\nid = \"other\"\ncited-as = \"Agency 2024\"\n");
    let folder = Folder::new(&[("claims/a.toml", &twice)]);
    let ran = folder.run(&["impact", "Agency 2024"]);
    let sentence = "gainsay: `Agency 2024` may mean `agency`, `other`: name one by its id\n";
    assert_eq!((ran.code, ran.err.as_str()), (Some(2), sentence));
}
