//! Drafted records as TOML, laid out for the person who completes them.

use std::fmt::Write;

use toml_writer::ToTomlValue;

use super::claims::{Cite, Claim, Claims, Once, Quantity};
use super::ids::{Ids, slug};
use super::known::{Known, MARK};
use super::sources::{Source, Sources, Standing, unread};
use super::tone::Mode;
use super::{Brief, Draft, File, Page, Remark, Works};
use crate::document::{Fault, Lines};
use crate::language::Link;
use crate::passage::spellings::recurring;
use crate::text::counted;

/// How often a name stands in the text that is proposed as an entity, and how many names are.
const OFTEN: usize = 3;
const NAMES: usize = 60;

/// The files of a dossier with what was drafted written into them.
pub(super) fn written(
    brief: &Brief<'_>,
    known: &Known,
    works: &Works<'_>,
    sources: &Sources,
    claims: &Claims,
    ids: &mut Ids,
) -> Draft {
    let mut pages = Pages { there: brief.there, files: Vec::new() };
    let fresh: Vec<&Source> = sources.all.iter().filter(|source| source.standing == Standing::Fresh).collect();
    if !known.is_paper {
        pages.add("dossier", "the paper itself", &paper(brief, claims), "");
    }
    if !fresh.is_empty() {
        let head = format!("# The bibliography of {}, entry by entry.\n", brief.path);
        let records: String =
            fresh.iter().map(|source| self::source(&format!("{MARK} {}; check it", source.from), source)).collect();
        let copies: String = fresh.iter().filter_map(|source| copy(brief, source)).collect();
        let records = records + &copies;
        pages.add("sources", &counted(fresh.len(), "source"), &records, &head);
    }
    for file in in_order(claims.drafted.iter().map(|claim| claim.file.as_str())) {
        let own: Vec<&Claim> = claims.drafted.iter().filter(|claim| claim.file == file).collect();
        let records: String = own.iter().map(|claim| self::claim(claim)).collect();
        pages.add(file, &counted(own.len(), "claim"), &records, &head(brief, own[0]));
    }
    let (names, entities) = entities(claims, ids);
    if names > 0 && !pages.has("entities") {
        pages.add("entities", &format!("{} in comments", counted(names, "name")), &entities, NAMES_HEAD);
    }
    let mut left = claims.left.clone();
    left.unread = unread(works, brief.manuscript);
    left.broken = broken(brief);
    left.uncited = uncited(works, sources);
    left.other_manuscript = known.manuscript.clone().filter(|named| named != brief.path);
    let kept = [known.sources.len(), known.claims.len()];
    Draft { files: pages.files, sources: fresh.len(), claims: claims.drafted.len(), kept, left }
}

/// Of each file that lists works, how many nothing cites, and how many there are.
fn uncited(works: &Works<'_>, sources: &Sources) -> Vec<(String, [usize; 2])> {
    let mut files: Vec<(String, [usize; 2])> = Vec::new();
    for (file, source) in works.files.iter().zip(&sources.all) {
        if files.last().is_none_or(|(last, _)| last != file) {
            files.push(((*file).to_owned(), [0, 0]));
        }
        let (_, [uncited, all]) = files.last_mut().expect("one was put there");
        *uncited += usize::from(source.standing == Standing::Uncited);
        *all += 1;
    }
    files.retain(|(_, [uncited, _])| *uncited > 0);
    files
}

/// The parts of the manuscript and of its lists that could not be read.
fn broken(brief: &Brief<'_>) -> Vec<(Option<String>, Remark)> {
    let Brief { manuscript, lists, .. } = brief;
    let own = [&manuscript.unread, &manuscript.faults].map(|faults| (None, Lines::of(manuscript), faults));
    let lists = lists.iter().map(|list| (Some(list.path.clone()), Lines::new(&list.text), &list.bibliography.faults));
    let faults = own.into_iter().chain(lists).flat_map(|(path, lines, faults)| {
        let remark = move |fault: &Fault| Remark { at: lines.spot(fault.at.start), words: fault.what.clone() };
        faults.iter().map(remark).map(move |remark| (path.clone(), remark)).collect::<Vec<_>>()
    });
    faults.collect()
}

/// The files that are written.
pub(super) struct Pages<'a> {
    pub(super) there: &'a [File],
    pub(super) files: Vec<Page>,
}

impl Pages<'_> {
    fn has(&self, name: &str) -> bool {
        self.there.iter().any(|file| file.name == format!("{name}.toml"))
    }

    /// Writes records behind what a file holds, or `head` and the records into a new file.
    pub(super) fn add(&mut self, name: &str, gains: &str, records: &str, head: &str) {
        let name = format!("{name}.toml");
        let old = self.there.iter().find(|file| file.name == name);
        let text = match old {
            Some(old) => {
                let gap = if old.text.is_empty() || old.text.ends_with('\n') { "" } else { "\n" };
                format!("{}{gap}{records}", old.text)
            }
            None if head.is_empty() => records.to_owned(),
            None => format!("{head}{records}"),
        };
        self.files.push(Page { file: File { name, text }, gains: gains.to_owned(), is_new: old.is_none() });
    }
}

/// Each name once, in the order in which they first stand.
fn in_order<'n>(names: impl Iterator<Item = &'n str>) -> Vec<&'n str> {
    let mut once: Vec<&str> = Vec::new();
    for name in names {
        if !once.contains(&name) {
            once.push(name);
        }
    }
    once
}

const HOW: &str = "\
# How to go on:
# - `gainsay check` here and again after every step.
# - A record that bears a comment \"drafted from ...\" was looked at by nobody. Complete it, then take the comment away.
# - `text`: say in your own words what the sentence claims. `at` finds the passage again.
# - `says`: each date has an event of its own. Give two claims the same event where they tell of the same thing: then
#   their dates are held against each other. Add who did it, what came before, what it led to.
# - `role = \"presumed\"`: the citation stands behind a later sentence, or by another date of this one. Write the key alone
#   if it is for this too.
# - Not worth a claim? Put it into comments, and `gainsay draft` leaves it alone.
# - When the paper was revised, draft again: what is new is added behind what is here, and nothing is overwritten.
";

fn paper(brief: &Brief<'_>, claims: &Claims) -> String {
    let mut page = format!("# The records of {}, drafted by gainsay for you to complete.\n#\n{HOW}", brief.path);
    let files = in_order(claims.drafted.iter().map(|claim| claim.file.as_str()));
    page.push_str("#\n# The files, in the order of the text: ");
    let names: Vec<String> = files.iter().map(|file| format!("{file}.toml")).collect();
    page.push_str(&wrapped(&names.join(", "), 78));
    page.push_str("\n\n[dossier]\n");
    match &claims.title {
        Some(title) => field(&mut page, "title", 10, &title.to_toml_value()),
        None => page.push_str("# title    = \"\"\n"),
    }
    match &claims.written {
        Some((when, remark)) => {
            let value = when.to_string().to_toml_value();
            let _ = writeln!(
                page,
                "issued     = {value}  # \"{}\" in line {}",
                crate::text::shown(&remark.words),
                remark.at.line
            );
        }
        None => {
            page.push_str("# issued   = \"2025\"        # when it appears: what it tells as past happened before\n");
        }
    }
    page.push_str("# as-of    = \"2025-12-31\"  # the day of the check: nothing can be issued or read after it\n");
    match claims.language.as_str() {
        "" => page.push_str("# language = \"en\"\n"),
        language => field(&mut page, "language", 10, &language.to_toml_value()),
    }
    field(&mut page, "manuscript", 10, &brief.path.to_toml_value());
    page.push_str("\n[dossier.rules]\nuncited-claim = \"off\"  # \"note\" lists the claims that cite nothing\n");
    page
}

/// What stands at the head of a file of claims.
fn head(brief: &Brief<'_>, first: &Claim) -> String {
    let chapter = if first.chapter.is_empty() { "the text" } else { &first.chapter };
    format!("# Claims of {}: {}.\n", brief.path, crate::text::shown(chapter))
}

/// A source as a record below the comment that says where it is from.
pub(super) fn source(remark: &str, source: &Source) -> String {
    let mut record = format!("\n# {}\n[[source]]\n", crate::text::shown(remark));
    let keys = source.fields.iter().map(|(key, _)| key.len());
    let width = keys.chain([if source.cited_as.is_some() { 8 } else { 2 }]).max().unwrap_or(0);
    field(&mut record, "id", width, &source.id.to_toml_value());
    if let Some(key) = &source.cited_as {
        field(&mut record, "cited-as", width, &key.to_toml_value());
    }
    for (key, values) in &source.fields {
        let value = match &values[..] {
            [one] => one.to_toml_value(),
            several => list(several.iter().map(ToTomlValue::to_toml_value)),
        };
        field(&mut record, key, width, &value);
    }
    comments(&mut record, &source.remarks);
    record
}

/// The copy of a source that the manuscript names, as what a person has yet to read.
fn copy(brief: &Brief<'_>, source: &Source) -> Option<String> {
    let file = source.file.as_ref()?;
    let folder = brief.path.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let mut record = format!("\n# {MARK} {}; check it\n[[evidence]]\n", crate::text::shown(&source.from));
    field(&mut record, "source", 6, &source.id.to_toml_value());
    field(&mut record, "file", 6, &format!("{folder}{file}").to_toml_value());
    Some(record)
}

fn claim(claim: &Claim) -> String {
    let mut record = format!("\n# {MARK} line {}; check it\n", claim.at.line);
    comments(&mut record, &claim.remarks);
    comments(&mut record, &modes(claim));
    for event in claim.events.iter().filter(|event| event.once != Some(Once::Again)) {
        let _ =
            writeln!(record, "[[event]]\nid   = {}\nname = {}\n", event.id.to_toml_value(), event.name.to_toml_value());
    }
    for quantity in claim.quantities.iter().filter(|quantity| quantity.same_as.is_none()) {
        record.push_str(&self::quantity(claim, quantity));
    }
    record.push_str("[[claim]]\n");
    field(&mut record, "id", 5, &claim.id.to_toml_value());
    field(&mut record, "text", 5, &claim.text.to_toml_value());
    let section = match claim.section.as_str() {
        "" => String::new(),
        section => format!("section = {}, ", section.to_toml_value()),
    };
    let file = claim.at.file.as_ref().map_or(String::new(), |file| format!("file = {}, ", file.to_toml_value()));
    let at = format!("{{ {file}{section}line = {}, phrase = {} }}", claim.at.line, claim.phrase.to_toml_value());
    field(&mut record, "at", 5, &at);
    if !claim.cites.is_empty() {
        field(&mut record, "cites", 5, &list(claim.cites.iter().map(cite)));
    }
    let says = says(claim);
    match &says[..] {
        [] => {}
        [one] => field(&mut record, "says", 5, one),
        several => {
            field(&mut record, "says", 5, &format!("[\n  {},\n]", several.join(",\n  ")));
        }
    }
    record
}

/// A quantity, with what it is to others of its claim.
fn quantity(claim: &Claim, quantity: &Quantity) -> String {
    let ids = |of: &[usize]| -> Vec<String> { of.iter().map(|at| claim.quantities[*at].id.to_toml_value()).collect() };
    let tie = |(key, of): &(&'static str, Vec<usize>)| match ids(of) {
        several if *key == "sum-of" => (*key, list(several.into_iter())),
        one => (*key, one.concat()),
    };
    let mut fields = vec![("id", quantity.id.to_toml_value()), ("name", quantity.name.to_toml_value())];
    fields.extend((!quantity.unit.is_empty()).then(|| ("unit", quantity.unit.to_toml_value())));
    fields.extend(quantity.ties.iter().map(tie));
    let width = fields.iter().map(|(key, _)| key.len()).max().unwrap_or_default();
    let mut record = "[[quantity]]\n".to_owned();
    for (key, value) in &fields {
        field(&mut record, key, width, value);
    }
    record.push('\n');
    record
}

/// What the modes of a claim were told by, each once.
fn modes(claim: &Claim) -> Vec<String> {
    let of_events = claim.events.iter().filter_map(|event| event.mode.as_ref());
    let modes = of_events.chain(claim.quantities.iter().filter_map(|quantity| quantity.mode.as_ref()));
    let mut told: Vec<String> = modes.map(|(mode, word)| format!("\"{word}\": taken for {mode}")).collect();
    told.sort_unstable();
    told.dedup();
    told
}

fn says(claim: &Claim) -> Vec<String> {
    let in_mode =
        |mode: &Option<Mode>| mode.as_ref().map(|(mode, _)| format!(", mode = \"{mode}\"")).unwrap_or_default();
    let events = claim.events.iter().map(|event| {
        let dates = event.clauses.iter().map(|(key, date)| format!(", {key} = {}", date.to_toml_value()));
        let (id, dates, mode) = (event.id.to_toml_value(), dates.collect::<String>(), in_mode(&event.mode));
        format!("{{ event = {id}{dates}{mode}{} }}", linked(event.link))
    });
    let quantities = claim.quantities.iter().flat_map(|quantity| {
        let id = quantity.id.to_toml_value();
        let key = |key: &str, value: &Option<String>| {
            value.as_ref().map(|value| format!(", {key} = {}", value.to_toml_value())).unwrap_or_default()
        };
        let (on, mode) = (key("on", &quantity.on), in_mode(&quantity.mode));
        let values = quantity.values.iter().map(move |value| {
            let (written, equals) = (value.written.to_toml_value(), key("equals", &value.equals));
            format!("{{ quantity = {id}, value = {written}{equals}{on}{mode}{} }}", linked(value.link))
        });
        values.collect::<Vec<_>>()
    });
    let standings = claim.standings.iter().map(|standing| {
        let fields = standing.fields.iter().map(|(key, value)| format!("{key} = {}", value.to_toml_value()));
        format!("{{ {}{} }}", fields.collect::<Vec<_>>().join(", "), linked(standing.link))
    });
    quantities.chain(events).chain(standings).chain(claim.statistics.iter().cloned()).collect()
}

/// How a statement says that it is presumed.
fn linked(link: Link) -> &'static str {
    match link {
        Link::Stated => "",
        Link::Presumed => ", link = \"presumed\"",
    }
}

fn cite(cite: &Cite) -> String {
    let source = cite.source.to_toml_value();
    let role = cite.role.map(|role| format!(", role = \"{role}\"")).unwrap_or_default();
    let locator = cite.locator.as_ref().map(|part| format!(", locator = {}", part.to_toml_value())).unwrap_or_default();
    if role.is_empty() && locator.is_empty() { source } else { format!("{{ source = {source}{role}{locator} }}") }
}

fn list(values: impl Iterator<Item = String>) -> String {
    format!("[{}]", values.collect::<Vec<_>>().join(", "))
}

pub(super) fn field(record: &mut String, key: &str, width: usize, value: &str) {
    let _ = writeln!(record, "{key:width$} = {value}");
}

fn comments(record: &mut String, remarks: &[String]) {
    for remark in remarks {
        let clean: String = remark.chars().map(|c| if crate::text::is_hidden(c) { ' ' } else { c }).collect();
        let _ = writeln!(record, "# {clean}");
    }
}

const NAMES_HEAD: &str = "\
# Names that recur in the text, the most frequent first, each with the spellings that it has. Uncomment those that the
# claims speak of (`who`, `where`, `subject`), say what they are (`kind`) and when they lived (`from`, `until`), and
# part the spellings that are not of one name.
";

/// The names that recur, as entities in comments, and how many there are.
fn entities(claims: &Claims, ids: &mut Ids) -> (usize, String) {
    let texts: Vec<&str> = claims.texts.iter().map(String::as_str).collect();
    let mut names = recurring(&texts);
    names.retain(|name| name.count() >= OFTEN || name.spellings.len() > 1);
    names.sort_by_key(|name| std::cmp::Reverse(name.count()));
    names.truncate(NAMES);
    let mut page = String::new();
    for name in &names {
        let main = &name.spellings[0].name;
        let id = slug(main);
        let id = ids.fresh(if id.is_empty() { "name" } else { &id });
        let _ = write!(
            page,
            "\n# [[entity]]  # {} times\n# id   = {}\n# name = {}\n",
            name.count(),
            id.to_toml_value(),
            main.to_toml_value()
        );
        let others: Vec<String> = name.spellings[1..].iter().map(|other| other.name.to_toml_value()).collect();
        if !others.is_empty() {
            let _ = writeln!(page, "# aka  = {}", list(others.into_iter()));
        }
    }
    (names.len(), page)
}

/// Words in lines of comments.
fn wrapped(words: &str, width: usize) -> String {
    let mut wrapped = String::new();
    let mut column = width / 2;
    for word in words.split(' ') {
        if column + word.len() > width {
            wrapped.push_str("\n#  ");
            column = 4;
        }
        if column > 0 && !wrapped.is_empty() {
            wrapped.push(' ');
        }
        wrapped.push_str(word);
        column += word.len() + 1;
    }
    wrapped
}
