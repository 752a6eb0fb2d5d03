//! A world drawn by chance, and a dossier that says of it what holds, with faults planted at known places.

use std::fmt::Write;

use gainsay::time::Day;

/// The numbers of splitmix64 (Steele, Lea and Flood 2014).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % bound as u64) as usize
    }

    fn chance(&mut self, in_hundred: usize) -> bool {
        self.below(100) < in_hundred
    }

    fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }
}

/// How many records stand in one file.
const FILE: usize = 50_000;
/// The days of the events: 1950 to 1999. The sources appear from 2000 on, and the paper in 2025.
const FIRST_DAY: i64 = -7_305;
const DAYS: usize = 18_262;

const WORDS: &[&str] = &[
    "the",
    "harbour",
    "council",
    "opened",
    "signed",
    "after",
    "treaty",
    "second",
    "bridge",
    "of",
    "north",
    "ministry",
    "announced",
    "trade",
    "agreement",
    "with",
    "during",
    "members",
    "first",
    "delegation",
    "reported",
    "that",
    "aid",
    "reached",
    "provinces",
    "and",
    "railway",
    "commission",
    "elected",
    "border",
];
const SECTIONS: &[&str] =
    &["Introduction", "History of the harbour", "The council and its members", "Trade", "Outlook"];

/// What a claim is there for.
#[derive(Clone, Copy)]
enum Part {
    /// To say something true.
    True,
    /// To cite a source that is older than what it says.
    Early(usize),
    /// To date an event as another claim does not.
    Date(usize, &'static str),
    /// To put an event before the next of a circle of three.
    Order(usize, usize),
    /// To cite a source of which the evidence speaks of something else.
    Silent(usize),
    /// To state as a fact what its source only alleges.
    Alleged(usize),
}

/// How much evidence there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Evidence {
    /// One source of twenty has been read.
    Some,
    /// One of four, with quotes; and a person has checked every tenth claim.
    Much,
}

impl Evidence {
    /// One source of so many has been read: there is evidence for all that is said by it.
    fn one_of(self) -> usize {
        match self {
            Evidence::Some => 20,
            Evidence::Much => 4,
        }
    }
}

/// Which things claims speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spread {
    /// Mostly those near them in the files, each as often as the others.
    Near,
    /// Those of any place, and a few of them most of the time: by their ranks, as Zipf 1949 counted words.
    Zipf,
}

/// How many faults of each kind are planted: early sources, disputed dates, circles, silent sources, allegations.
pub(crate) type Planted = [usize; 5];

pub(crate) struct World {
    random: Random,
    /// The first and the last day of every event.
    events: Vec<(i64, i64)>,
    /// Which events something was said of.
    spoken_of: Vec<bool>,
    claims: Vec<Part>,
    planted: Planted,
    evidence: Evidence,
    spread: Spread,
    /// What the claims say by the sources that have been read, and by which.
    attested: Vec<(usize, String)>,
    sources: usize,
    entities: usize,
    /// How far the writing of the claims has come, of 2^16: a claim mostly speaks of what is near it.
    progress: usize,
}

impl World {
    /// A world that `claims` claims speak of.
    pub(crate) fn new(claims: usize, evidence: Evidence, spread: Spread, seed: u64) -> Self {
        let mut random = Random(claims as u64 ^ seed << 32);
        let event = |random: &mut Random| {
            let start = FIRST_DAY + random.below(DAYS) as i64;
            let length = if random.chance(15) { 30 + random.below(1_500) as i64 } else { 0 };
            (start, (start + length).min(FIRST_DAY + DAYS as i64))
        };
        let few = (claims / 1_000).max(2);
        let planted = [(claims / 500).max(3), few, few, few, few];
        let [early, dates, orders, silent, alleged] = planted;
        let mut parts: Vec<Part> = (0..early).map(Part::Early).collect();
        parts.extend((0..dates).flat_map(|n| [Part::Date(n, "1962-05"), Part::Date(n, "1971")]));
        parts.extend((0..orders).flat_map(|n| [0, 1, 2].map(|step| Part::Order(n, step))));
        parts.extend((0..silent).map(Part::Silent).chain((0..alleged).map(Part::Alleged)));
        parts.resize(claims, Part::True);
        for last in (1..claims).rev() {
            parts.swap(last, random.below(last + 1));
        }
        Self {
            events: (0..claims * 5 / 6).map(|_| event(&mut random)).collect(),
            spoken_of: vec![false; claims * 5 / 6],
            random,
            claims: parts,
            planted,
            evidence,
            spread,
            attested: Vec::new(),
            sources: claims / 20 + 1,
            entities: claims / 40 + 2,
            progress: 0,
        }
    }

    /// Hands out the files of the dossier, by name and text; gives how many faults of each kind it holds.
    pub(crate) fn write(mut self, file: &mut dyn FnMut(&str, &str)) -> Planted {
        let record = "[dossier]\ntitle = \"A generated paper\"\nissued = \"2025-05\"\nas-of = \"2025-05-31\"\n\n";
        file("dossier.toml", record);
        let [early, dates, orders, silent, alleged] = self.planted;
        let planted = (0..early).map(|n| format!("late-{n}"));
        let planted = planted.chain((0..dates).map(|n| format!("disputed-{n}")));
        let planted = planted.chain((0..orders).flat_map(|n| [0, 1, 2].map(|step| format!("circle-{n}-{step}"))));
        let planted = planted.chain((0..silent).flat_map(|n| [format!("unsaid-{n}"), format!("beside-{n}")]));
        let planted = planted.chain((0..alleged).map(|n| format!("alleged-{n}")));
        let mut events = String::new();
        for id in planted {
            push(&mut events, format_args!("[[event]]\nid = \"{id}\"\n\n"));
        }
        file("planted.toml", &events);
        self.each(file, "sources", self.sources, Self::source);
        self.each(file, "early", early, |_, n, out| {
            push(out, format_args!("[[source]]\nid = \"early-{n}\"\ntitle = \"Early {n}\"\nissued = \"1949\"\n\n"));
        });
        self.each(file, "silent", silent, |_, n, out| {
            read(out, "silent", n, &format!("event = \"beside-{n}\", on = \"1984\""));
        });
        self.each(file, "alleging", alleged, |_, n, out| {
            read(out, "alleging", n, &format!("event = \"alleged-{n}\", on = \"1984\", mode = \"alleged\""));
        });
        self.each(file, "entities", self.entities, Self::entity);
        self.each(file, "facts", self.claims.len() / 50, Self::fact);
        self.each(file, "claims", self.claims.len(), Self::claim);
        self.each(file, "evidence", self.attested.len(), Self::attestation);
        self.each(file, "events", self.events.len(), Self::event);
        self.planted
    }

    fn each(
        &mut self,
        file: &mut dyn FnMut(&str, &str),
        name: &str,
        count: usize,
        write: impl Fn(&mut Self, usize, &mut String),
    ) {
        for first in (0..count).step_by(FILE) {
            let mut text = String::new();
            for number in first..count.min(first + FILE) {
                self.progress = (number << 16) / count;
                write(self, number, &mut text);
            }
            file(&format!("{name}-{:03}.toml", first / FILE), &text);
        }
    }

    fn event(&mut self, number: usize, out: &mut String) {
        if !self.spoken_of[number] {
            return;
        }
        push(out, format_args!("[[event]]\nid   = \"event-{number}\"\nname = \"{}\"\n\n", self.words(3)));
    }

    fn source(&mut self, number: usize, out: &mut String) {
        let (year, month) = (2000 + self.random.below(25), 1 + self.random.below(12));
        let title = self.words(8);
        push(
            out,
            format_args!(
                "[[source]]\nid       = \"source-{number}\"\ncited-as = \"Author {number} {year}\"\ntype     = \
                 \"webpage\"\ntitle    = \"{title} {number}\"\nissued   = \"{year}-{month:02}\"\nurl      = \
                 \"https://news.example.com/{year}/{month:02}/article-{number}\"\n\n"
            ),
        );
    }

    /// What a source that has been read says of a claim.
    fn attestation(&mut self, number: usize, out: &mut String) {
        let (source, says) = std::mem::take(&mut self.attested[number]);
        let quote = match self.evidence {
            Evidence::Some => String::new(),
            Evidence::Much => format!("quote  = \"{}\"\n", self.words(8)),
        };
        push(out, format_args!("[[evidence]]\nsource = \"source-{source}\"\n{quote}says   = {says}\n\n"));
    }

    fn entity(&mut self, number: usize, out: &mut String) {
        let name = self.words(2);
        let (from, until) = (1880 + self.random.below(60), 2010 + self.random.below(15));
        push(
            out,
            format_args!(
                "[[entity]]\nid    = \"entity-{number}\"\nname  = \"{name}\"\nkind  = \"organisation\"\nfrom  = \
                 \"{from}\"\nuntil = \"{until}\"\n\n[[quantity]]\nid   = \"quantity-{number}\"\nunit = \"USD\"\n\n"
            ),
        );
        if number == 0 {
            out.push_str("[[relation]]\nid    = \"works-with\"\nreads = \"{subject} works with {object}\"\n\n");
        }
    }

    fn fact(&mut self, number: usize, out: &mut String) {
        let (text, source) = (self.words(8), self.near(self.sources));
        let (event, days) = self.dated();
        push(
            out,
            format_args!(
                "[[fact]]\nid    = \"fact-{number}\"\ntext  = \"{text}\"\ncites = [\"source-{source}\"]\nsays  = {{ \
                 event = \"event-{event}\", {days} }}\n\n"
            ),
        );
    }

    fn claim(&mut self, number: usize, out: &mut String) {
        let (text, phrase) = (self.words(6), self.words(2));
        let (section, line) = (self.random.of(SECTIONS), 10 + self.random.below(400));
        push(
            out,
            format_args!(
                "[[claim]]\nid    = \"claim-{number}\"\ntext  = \"{text}\"\nat    = {{ section = \"{section}\", line = \
                 {line}, phrase = \"{phrase}\" }}\n"
            ),
        );
        let part = self.claims[number];
        let sources = self.cited(part);
        let cites = match part {
            Part::Early(early) => format!("\"early-{early}\""),
            Part::Silent(silent) => format!("\"silent-{silent}\""),
            Part::Alleged(alleged) => format!("\"alleging-{alleged}\""),
            _ => sources.iter().map(|source| format!("\"source-{source}\"")).collect::<Vec<_>>().join(", "),
        };
        let says = self.says(part);
        push(out, format_args!("cites = [{cites}]\nsays  = {says}\n"));
        if self.evidence == Evidence::Much && number.is_multiple_of(10) {
            out.push_str("checked = { by = \"N. Holm\", on = \"2025-03-02\", verdict = \"confirmed\" }\n");
        }
        out.push('\n');
        let read = sources.into_iter().filter(|source| source.is_multiple_of(self.evidence.one_of()));
        self.attested.extend(read.map(|source| (source, says.clone())));
    }

    /// The sources that a claim cites. What is planted cites none that has been read, unless that is its fault.
    fn cited(&mut self, part: Part) -> Vec<usize> {
        match part {
            Part::True if self.random.chance(30) => {
                let mut sources = vec![self.near(self.sources), self.near(self.sources)];
                sources.dedup();
                sources
            }
            Part::True => vec![self.near(self.sources)],
            Part::Date(..) | Part::Order(..) => {
                let source = self.near(self.sources);
                let read = source.is_multiple_of(self.evidence.one_of());
                vec![if read { (source + 1) % self.sources } else { source }]
            }
            Part::Early(_) | Part::Silent(_) | Part::Alleged(_) => Vec::new(),
        }
    }

    fn says(&mut self, part: Part) -> String {
        match part {
            Part::Early(early) => format!("{{ event = \"late-{early}\", on = \"1984-06-19\" }}"),
            Part::Date(dispute, date) => format!("{{ event = \"disputed-{dispute}\", on = \"{date}\" }}"),
            Part::Order(circle, step) => {
                let next = (step + 1) % 3;
                format!("{{ event = \"circle-{circle}-{step}\", before = \"circle-{circle}-{next}\" }}")
            }
            Part::Silent(silent) => format!("{{ event = \"unsaid-{silent}\", on = \"1984-06-19\" }}"),
            Part::Alleged(alleged) => format!("{{ event = \"alleged-{alleged}\", on = \"1984-06-19\" }}"),
            Part::True if self.random.chance(20) => {
                let (one, other) = (self.statement(), self.statement());
                format!("[\n  {one},\n  {other},\n]")
            }
            Part::True => self.statement(),
        }
    }

    /// Something that holds.
    fn statement(&mut self) -> String {
        match self.random.below(20) {
            0 => {
                let (one, other) = (self.near(self.entities), self.near(self.entities));
                let year = 1950 + self.random.below(40);
                format!(
                    "{{ subject = \"entity-{one}\", relation = \"works-with\", object = \"entity-{other}\", from = \
                     \"{year}\", until = \"{}\" }}",
                    year + 5
                )
            }
            1 => {
                let quantity = self.near(self.entities);
                format!("{{ quantity = \"quantity-{quantity}\", value = \"{}\" }}", 1_000 + quantity)
            }
            2..=10 => {
                let (event, days) = self.dated();
                let who = match self.random.below(4) {
                    0 => format!(", who = [\"entity-{}\"]", self.near(self.entities)),
                    _ => String::new(),
                };
                format!("{{ event = \"event-{event}\", {days}{who} }}")
            }
            _ => self.order(),
        }
    }

    /// An event, and its dates at some precision.
    fn dated(&mut self) -> (usize, String) {
        let event = self.near(self.events.len());
        self.spoken_of[event] = true;
        let (start, end) = self.events[event];
        let mut written = |day: i64| {
            let day = Day::from_number(day).to_string();
            match self.random.below(100) {
                0..30 => day,
                30..55 => day[..7].to_owned(),
                55..90 => day[..4].to_owned(),
                90..95 => format!("{}~", &day[..4]),
                _ => format!("{}X", &day[..3]),
            }
        };
        let dates = if start == end {
            format!("on = \"{}\"", written(start))
        } else {
            format!("from = \"{}\", until = \"{}\"", written(start), written(end))
        };
        (event, dates)
    }

    /// The number of one of so many things: nine of ten are among the few hundred near the claim, or few of them are
    /// named most of the time.
    fn near(&mut self, count: usize) -> usize {
        if self.spread == Spread::Zipf {
            let rank = (count as f64).powf(self.random.below(1 << 20) as f64 / f64::from(1 << 20)) as usize - 1;
            // Where they stand in the files says nothing of how often they are named.
            return rank * 7_919 % count;
        }
        if self.random.chance(10) {
            return self.random.below(count);
        }
        (((self.progress * count) >> 16) + self.random.below(300)) % count
    }

    /// Two events, mostly near each other in the file, and how they lie in time.
    fn order(&mut self) -> String {
        let one = self.near(self.events.len());
        let reach = if self.random.chance(90) { 50 } else { self.events.len() };
        let other = (one + 1 + self.random.below(reach.min(self.events.len() - 1))) % self.events.len();
        self.spoken_of[one] = true;
        self.spoken_of[other] = true;
        let ((start, end), (from, until)) = (self.events[one], self.events[other]);
        let key = match () {
            () if from <= start && end <= until && from < until => "during",
            () if from <= start && self.random.chance(20) => "because-of",
            () if end < from => "before",
            () if until < start => "after",
            () if from <= start => "because-of",
            () => "leads-to",
        };
        format!("{{ event = \"event-{one}\", {key} = \"event-{other}\" }}")
    }

    fn words(&mut self, count: usize) -> String {
        let mut line = self.random.of(WORDS).to_owned();
        for _ in 1..count {
            line.push(' ');
            line.push_str(self.random.of(WORDS));
        }
        line
    }
}

fn push(out: &mut String, text: std::fmt::Arguments<'_>) {
    out.write_fmt(text).expect("a string takes all that is written");
}

/// Writes a source of its own with what it says.
fn read(out: &mut String, name: &str, number: usize, says: &str) {
    push(
        out,
        format_args!(
            "[[source]]\nid = \"{name}-{number}\"\ntitle = \"{name} {number}\"\nissued = \"2001\"\n\n[[evidence]]\nsource = \
             \"{name}-{number}\"\nsays = {{ {says} }}\n\n"
        ),
    );
}
