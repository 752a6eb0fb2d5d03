//! The entries of a bibliography by what they may be cited by.

use std::cell::RefCell;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{How, Resolved, Year};
use crate::bibliography::{Entry, Name, Who, authors};
use crate::language::{Citing, OTHERS, Vocabulary, joins, row};
use crate::names::{nearest, one_line, run_together, words};

/// What is cut short behind a name, and what it is in full.
const JUNIOR: &str = "Jr";
static YOUNGER: Vocabulary = Vocabulary::of(|language| row(language.citing, &Citing::Younger));

/// What Zotero's keys have in the place of a year, and of an author.
const UNDATED_KEY: &str = "nodate";
const UNSIGNED_KEY: &str = "noauthor";

/// Names of more words are no names.
const WORDS: usize = 24;

/// What letters are written as where there are no others.
const SPELT_OUT: [(char, &str); 5] = [('ä', "ae"), ('ö', "oe"), ('ü', "ue"), ('ø', "oe"), ('å', "aa")];

/// What is cut short behind its first words keeps so many.
const FIRST_WORDS: usize = 2;

/// The entries of a bibliography by name, key, number, address and title.
pub(super) struct Index<'e> {
    pub(super) entries: &'e [Entry],
    /// By the name of the first author, or of all of them together, folded.
    by_first: FxHashMap<String, Vec<usize>>,
    /// By the name of any other author, folded.
    by_later: FxHashMap<String, Vec<usize>>,
    /// By the last word of a name that is not taken apart, or by the first letters of its words, folded.
    by_part: FxHashMap<String, Vec<usize>>,
    /// By the name of the first author without its particles, folded: `Felice` of `de Felice`.
    by_bare: FxHashMap<String, Vec<usize>>,
    by_key: FxHashMap<String, Vec<usize>>,
    /// By key in small letters: BibTeX takes `\cite{Vell}` for `vell`.
    by_small_key: FxHashMap<String, Vec<usize>>,
    by_title: FxHashMap<String, Vec<usize>>,
    /// The titles of works that nobody signs and the names of bodies, folded and sorted: they are cited by how those
    /// begin.
    begins: Vec<(String, usize)>,
    by_year: FxHashMap<Option<i32>, Vec<usize>>,
    by_address: FxHashMap<String, Vec<usize>>,
    /// What was asked before: a paper cites few works, and each again and again.
    asked: RefCell<FxHashMap<Asked, Option<Resolved>>>,
}

/// A name, and the year, the letter and the first year behind it.
type Asked = (String, Option<(Option<i32>, Option<char>, Option<i32>)>);

impl<'e> Index<'e> {
    pub(super) fn new(entries: &'e [Entry]) -> Self {
        let mut index = Self {
            entries,
            by_first: FxHashMap::default(),
            by_later: FxHashMap::default(),
            by_part: FxHashMap::default(),
            by_bare: FxHashMap::default(),
            by_key: FxHashMap::default(),
            by_small_key: FxHashMap::default(),
            by_title: FxHashMap::default(),
            begins: Vec::new(),
            by_year: FxHashMap::default(),
            by_address: FxHashMap::default(),
            asked: RefCell::default(),
        };
        let people: FxHashSet<String> = entries.iter().flat_map(|entry| &entry.author).filter_map(turned).collect();
        for (at, entry) in entries.iter().enumerate() {
            index.by_year.entry(entry.year()).or_default().push(at);
            if let Some(key) = &entry.key {
                index.by_key.entry(key.words.clone()).or_default().push(at);
                index.by_small_key.entry(key.words.to_lowercase()).or_default().push(at);
            } else if let Some(number) = entry.number {
                index.by_key.entry(number.to_string()).or_default().push(at);
            }
            if let Some(title) = entry.value("title") {
                index.by_title.entry(words(title).join(" ")).or_default().push(at);
            }
            for name in ["DOI", "URL"] {
                if let Some(address) = entry.value(name) {
                    index.by_address.entry(bare_address(address)).or_default().push(at);
                }
            }
            index.take_names(at, entry, &people);
        }
        index.begins.sort_unstable();
        index
    }

    fn take_names(&mut self, at: usize, entry: &Entry, persons: &FxHashSet<String>) {
        let people = if entry.author.is_empty() { &entry.editor } else { &entry.author };
        for (place, name) in people.iter().enumerate() {
            let by = if place == 0 { &mut self.by_first } else { &mut self.by_later };
            for spelt in spellings(&name.who) {
                put(by, run_together(&spelt), at);
            }
            if let (0, Who::Literal(name)) = (place, &name.who) {
                self.put_short(name, at);
                self.begins.push((run_together(name), at));
                // "(Liberia, 2021b)" for the Liberia Institute of Statistics.
                let first = name.split(' ').next().filter(|first| first.len() > 3 && name.split(' ').count() > 2);
                if let Some(first) = first.filter(|_| authors::is_body(name)) {
                    put(&mut self.by_part, run_together(first), at);
                }
            }
            if let (0, Some(bare)) = (place, without_particles(&name.who)) {
                put(&mut self.by_bare, run_together(bare), at);
            }
            // "Soerensen" is cited for Sørensen.
            let lower = short(&name.who).to_lowercase();
            if place == 0 && lower.contains(SPELT_OUT.map(|(letter, _)| letter)) {
                let spelt_out = SPELT_OUT.iter().fold(lower, |name, (letter, letters)| name.replace(*letter, letters));
                put(&mut self.by_part, run_together(&spelt_out), at);
            }
            // A name that is nowhere taken apart may be a person's; one that is, elsewhere in the list, surely is.
            if let Some(last) = last_word(&name.who) {
                let sure = place == 0 && persons.contains(&sorted_words(short(&name.who)));
                put(if sure { &mut self.by_first } else { &mut self.by_part }, run_together(last), at);
            }
        }
        // A work that nobody signs is cited by its title, or by who put it out.
        if let Some(title) = entry.value("title").filter(|_| entry.author.is_empty()) {
            let by = if people.is_empty() { &mut self.by_first } else { &mut self.by_part };
            put(by, run_together(title), at);
            self.put_short(title, at);
            self.begins.push((run_together(title), at));
        }
        // "HARBOUR OFFICE OF VELL. HOV. Quays in use": what stands in front and is no part of the entry.
        if let Some(rest) = entry.rest.first().filter(|rest| rest.at.start == entry.at.start) {
            self.begins.push((run_together(&rest.words), at));
        }
        if people.is_empty() {
            for body in ["publisher", "container-title"].iter().filter_map(|name| entry.value(name)) {
                put(&mut self.by_part, run_together(body), at);
                self.put_short(body, at);
            }
        }
        // The start of a title may have been taken for a name: `Towards Zero: Safe roads. 2008.`
        if let ([Name { who: Who::Literal(name), .. }], Some(title)) = (people.as_slice(), entry.value("title")) {
            put(&mut self.by_part, run_together(&format!("{name} {title}")), at);
        }
        // Of what could not be told apart an acronym is sure to be a name.
        let rest = entry.rest.iter().flat_map(|part| part.words.split(|c: char| !c.is_alphanumeric()));
        for word in rest.filter(|word| word.len() > 2 && word.chars().filter(|c| c.is_uppercase()).count() > 1) {
            put(&mut self.by_part, run_together(word), at);
        }
    }

    /// What the name of a body may be cut short to: `Northern Port Authority (NPA)`.
    fn put_short(&mut self, name: &str, at: usize) {
        put(&mut self.by_part, initials(name), at);
        let large = name.split([' ', '-', '\'', '’']).filter(|word| word.chars().count() > 3 || !is_small(word));
        put(&mut self.by_part, initials(&large.map(capital).collect::<Vec<_>>().join(" ")), at);
        if let Some((whole, rest)) = name.split_once(" (")
            && let Some(short) = rest.split(')').next()
        {
            put(&mut self.by_first, run_together(whole), at);
            put(&mut self.by_first, run_together(short), at);
        }
    }

    /// The entries that a name with a year may mean, else the one that may have been meant.
    pub(super) fn named(&self, name: &str, year: Option<&Year>) -> Resolved {
        self.known(name, year).unwrap_or_else(|| Resolved::Nothing(self.near(name, year)))
    }

    /// The entries that a name with a year may mean, if there are any.
    pub(super) fn known(&self, name: &str, year: Option<&Year>) -> Option<Resolved> {
        let asked = (one_line(name), year.map(|year| (year.year, year.letter, year.original)));
        if let Some(known) = self.asked.borrow().get(&asked) {
            return known.clone();
        }
        let resolved = self.looked_up(name, year);
        self.asked.borrow_mut().insert(asked, resolved.clone());
        resolved
    }

    fn looked_up(&self, name: &str, year: Option<&Year>) -> Option<Resolved> {
        let candidates = self.candidates(name);
        let of_year = |(_, at): &&(How, usize)| year.is_none_or(|year| self.appeared(*at, year));
        let mut fitting: Vec<(How, usize)> = candidates.iter().filter(of_year).copied().collect();
        if fitting.is_empty() {
            // An entry without a date may be of any year.
            let undated = |(_, at): &(How, usize)| self.entries[*at].field("issued").is_none();
            fitting = candidates.into_iter().filter(undated).collect();
        }
        let best = fitting.iter().map(|(how, _)| *how).min()?;
        let mut entries: Vec<usize> = fitting.into_iter().filter(|(how, _)| *how == best).map(|(_, at)| at).collect();
        entries.sort_unstable();
        entries.dedup();
        self.keep_of_as_many(name, &mut entries);
        let lettered = year.and_then(|year| year.letter).filter(|_| entries.len() > 1);
        if let Some(letter) = lettered {
            let own = |at: &usize| self.entries[*at].value("year-suffix").is_some_and(|own| own.starts_with(letter));
            let told: Vec<usize> = entries.iter().copied().filter(own).collect();
            entries = if told.is_empty() { entries } else { told };
        }
        Some(one_or_several(&entries, best))
    }

    /// Of several entries those of one author for `Smith`, those of several for `Smith et al.`, if there are any.
    fn keep_of_as_many(&self, name: &str, entries: &mut Vec<usize>) {
        let several = |at: &usize| self.entries[*at].author.len() > 1;
        if entries.len() > 1 && entries.iter().any(several) && !entries.iter().all(several) {
            let printed = each_name(&one_line(name));
            let meant = printed.others || printed.names.len() > 1;
            entries.retain(|at| several(at) == meant);
        }
    }

    /// The entries that have the name, whatever their year, and how it fits them.
    fn candidates(&self, name: &str) -> Vec<(How, usize)> {
        let printed = one_line(name);
        let folded = run_together(&printed);
        if folded.is_empty() || printed.split(' ').count() > WORDS {
            return Vec::new();
        }
        let mut found = Vec::new();
        for &at in self.by_first.get(&folded).into_iter().flatten() {
            let entry = &self.entries[at];
            let people = if entry.author.is_empty() { &entry.editor } else { &entry.author };
            let exact = people.first().is_some_and(|name| {
                spellings(&name.who).contains(&printed) || last_word(&name.who).is_some_and(|last| last == printed)
            });
            found.push((if exact { How::Exactly } else { How::Folded }, at));
        }
        if found.is_empty() {
            found.extend(self.several_authors(&printed));
        }
        if found.is_empty() {
            found.extend(self.by_bare.get(&folded).into_iter().flatten().map(|&at| (How::Folded, at)));
        }
        if found.is_empty() {
            found.extend(self.by_later.get(&folded).into_iter().flatten().map(|&at| (How::LaterAuthor, at)));
        }
        if found.is_empty() {
            found.extend(self.by_part.get(&folded).into_iter().flatten().map(|&at| (How::Part, at)));
        }
        if found.is_empty() && printed.split(' ').count() >= FIRST_WORDS {
            let from = self.begins.partition_point(|(whole, _)| *whole < folded);
            let begun = self.begins[from..].iter().take_while(|(whole, _)| whole.starts_with(&folded));
            found.extend(begun.map(|(_, at)| (How::Title, *at)));
        }
        found
    }

    /// `Smith & Lee`, `Smith, Lee, and Park`, `Smith et al.`: each name is that of an author, in their order.
    fn several_authors(&self, printed: &str) -> Vec<(How, usize)> {
        let parts = each_name(printed);
        let Some(first) = parts.names.first().filter(|_| parts.names.len() > 1 || parts.others) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        let first = run_together(first);
        let named = self.by_first.get(&first).or_else(|| self.by_bare.get(&first)).or_else(|| self.by_part.get(&first));
        for &at in named.into_iter().flatten() {
            let entry = &self.entries[at];
            let people = if entry.author.is_empty() { &entry.editor } else { &entry.author };
            let fits = parts.names.iter().enumerate().all(|(place, name)| {
                let folded = run_together(name);
                let is_own = |own: &str| run_together(own) == folded;
                people.get(place).is_some_and(|person| {
                    spellings(&person.who).iter().any(|own| is_own(own))
                        || without_particles(&person.who).is_some_and(is_own)
                        || is_part(short(&person.who), &folded)
                })
            });
            // Names that an entry does not take apart may all stand in its one name.
            let run = people.len() == 1
                && parts.names.iter().all(|name| run_together(&people[0].who.sorted()).contains(&run_together(name)));
            // The "et al." may stand in the entry as well: "Soto, R. and Lind, K. et al. (2010)".
            let enough = !parts.others || people.len() >= parts.names.len() || people.len() == 1;
            if (fits || run) && enough {
                let exact = parts.names.iter().zip(people).all(|(name, person)| spellings(&person.who).contains(name));
                found.push((if exact { How::Exactly } else { How::Folded }, at));
            }
        }
        found
    }

    /// Whether an entry is of the year that a citation prints.
    fn appeared(&self, at: usize, year: &Year) -> bool {
        let entry = &self.entries[at];
        let letters = entry.value("year-suffix").and_then(|own| own.chars().next()).zip(year.letter);
        let same = match year.year {
            None => entry.year().is_none(),
            Some(edition) => {
                entry.year() == Some(edition)
                    || year.original.is_some() && entry.year() == year.original
                    || entry.value("original-date").is_some_and(|date| date.starts_with(&edition.to_string()))
            }
        };
        same && letters.is_none_or(|(own, cited)| own == cited)
    }

    /// The entry that may have been meant: of the same year with a name that is nearly the same, or else with the same
    /// name of another year.
    fn near(&self, name: &str, year: Option<&Year>) -> Option<usize> {
        let printed = one_line(name);
        if printed.len() > 200 {
            return None;
        }
        let parts = each_name(&printed);
        let of_year = year.map_or(&[][..], |year| self.by_year.get(&year.year).map_or(&[][..], Vec::as_slice));
        let mut spelt: Vec<(String, usize)> = Vec::new();
        for &at in of_year {
            let entry = &self.entries[at];
            let people = if entry.author.is_empty() { &entry.editor } else { &entry.author };
            spelt.extend(people.first().iter().flat_map(|name| spellings(&name.who)).map(|spelling| (spelling, at)));
            let together: Vec<&str> = people.iter().take(parts.names.len()).map(|name| short(&name.who)).collect();
            spelt.push((together.join(" & "), at));
        }
        let printed = if parts.names.len() > 1 || parts.others { parts.names.join(" & ") } else { printed };
        let similar = |own: &&str| own.len().abs_diff(printed.len()) * 3 <= own.len().max(printed.len());
        let near = nearest(&printed, spelt.iter().map(|(own, _)| own.as_str()).filter(similar));
        let near = near.and_then(|near| spelt.iter().find(|(own, _)| own == near)).map(|(_, at)| *at);
        near.or_else(|| self.candidates(name).into_iter().min().map(|(_, at)| at))
    }

    /// Whether some entry has the name, of whatever year.
    pub(super) fn is_listed(&self, name: &str) -> bool {
        !self.candidates(name).is_empty()
    }

    /// Whether a person of this name, or several people in this order, wrote some entry.
    pub(super) fn is_author(&self, name: &str) -> bool {
        let person = |at: usize| matches!(self.entries[at].author.first(), Some(Name { who: Who::Person { .. }, .. }));
        self.candidates(name).into_iter().any(|(how, at)| how <= How::Folded && person(at))
    }

    pub(super) fn has_key(&self, key: &str) -> bool {
        self.by_key.contains_key(key)
    }

    /// What a key of a reference manager may mean that a converter has left in the text, `orum_tides_2012`: no entry,
    /// but one of that name and year. `None` where it is no such key.
    pub(super) fn raw_key(&self, key: &str) -> Option<Resolved> {
        let is_part =
            |part: &str| !part.is_empty() && part.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
        let parts: Vec<&str> = key.split('_').collect();
        let [name, _, .., last] = parts[..] else { return None };
        let year: Option<i32> = last.get(..4).and_then(|year| year.parse().ok());
        let letter = last.get(4..).unwrap_or_default().chars().next();
        if !parts.iter().all(|part| is_part(part)) || year.is_none() && last != UNDATED_KEY || last.len() > 6 {
            return None;
        }
        let meant = self.known(name, Some(&Year { range: 0..0, year, letter, original: None }));
        let meant = meant.and_then(|meant| meant.entries().first().copied());
        (meant.is_some() || name == UNSIGNED_KEY).then_some(Resolved::Nothing(meant))
    }

    pub(super) fn keyed(&self, key: &str) -> Resolved {
        match self.by_key.get(key).map_or(&[][..], Vec::as_slice) {
            [] if self.by_small_key.contains_key(&key.to_lowercase()) => {
                one_or_several(&self.by_small_key[&key.to_lowercase()], How::Folded)
            }
            [] => {
                let keys = self.entries.iter().filter_map(|entry| entry.key.as_ref().map(|key| key.words.as_str()));
                let similar = |own: &&str| own.len().abs_diff(key.len()) * 3 <= own.len().max(key.len());
                let near = nearest(key, keys.filter(similar));
                let near = near.and_then(|near| self.by_key.get(near)).and_then(|entries| entries.first());
                Resolved::Nothing(near.copied())
            }
            [one] => Resolved::One(*one, How::Exactly),
            several => Resolved::Several(several.into(), How::Exactly),
        }
    }

    /// The entries that are the work which a description describes.
    pub(super) fn described(&self, work: &Entry) -> Resolved {
        for name in ["DOI", "URL"] {
            let address = work.value(name).map(bare_address);
            if let Some(entries) = address.and_then(|address| self.by_address.get(&address)) {
                return one_or_several(entries, How::Exactly);
            }
        }
        if let Some(key) = &work.key
            && let found @ Resolved::One(..) = self.keyed(&key.words)
        {
            return found;
        }
        let title = work.value("title").map(|title| words(title).join(" ")).unwrap_or_default();
        if let Some(entries) = self.by_title.get(&title).filter(|_| !title.is_empty()) {
            return one_or_several(entries, How::Title);
        }
        let first = work.author.first().map(|name| short(&name.who));
        let of_author = first.map(|first| self.candidates(first)).unwrap_or_default();
        // A title that is printed once in full is cut short afterwards.
        let starts = |at: &usize| {
            let own = self.entries[*at].value("title").map(|own| words(own).join(" ")).unwrap_or_default();
            !title.is_empty() && !own.is_empty() && (own.starts_with(&title) || title.starts_with(&own))
        };
        let alike: Vec<usize> = of_author.into_iter().map(|(_, at)| at).filter(starts).collect();
        if alike.is_empty() { Resolved::Nothing(None) } else { one_or_several(&alike, How::Title) }
    }
}

fn one_or_several(entries: &[usize], how: How) -> Resolved {
    match entries {
        [one] => Resolved::One(*one, how),
        several => Resolved::Several(several.into(), how),
    }
}

fn put(by: &mut FxHashMap<String, Vec<usize>>, name: String, at: usize) {
    if !name.is_empty() {
        let entries = by.entry(name).or_default();
        if !entries.contains(&at) {
            entries.push(at);
        }
    }
}

/// An address without what differs between two ways of writing it.
pub(super) fn bare_address(address: &str) -> String {
    let lower = address.trim().to_lowercase();
    let bare = lower.split("://").last().unwrap_or_default();
    let bare = bare.strip_prefix("www.").unwrap_or(bare);
    let bare = bare.strip_prefix("dx.doi.org/").or(bare.strip_prefix("doi.org/")).unwrap_or(bare);
    bare.trim_end_matches('/').to_owned()
}

/// What a name is mostly cited by.
fn short(who: &Who) -> &str {
    match who {
        Who::Person { family, .. } => family,
        Who::Literal(name) => name,
    }
}

/// What a name may be cited by: the family name, the whole name in either order; of one that is not taken apart, the
/// whole of it.
fn spellings(who: &Who) -> Vec<String> {
    match who {
        Who::Person { family, given } => {
            let suffix = given.rsplit_once(", ").map_or("", |(_, suffix)| suffix);
            let initials: Vec<String> =
                given.split([' ', '-']).filter_map(|part| part.chars().next()).map(|c| format!("{c}.")).collect();
            let mut all = vec![
                family.clone(),
                format!("{given} {family}"),
                format!("{family}, {given}"),
                format!("{} {family}", initials.join(" ")),
                format!("{family} {suffix}"),
                format!("{family}, {}", initials.join(" ")),
            ];
            if suffix.trim_end_matches('.') == JUNIOR {
                all.extend(YOUNGER.longest_first().iter().map(|word| format!("{family} {word}")));
            } else if let Some((own, last)) = family.rsplit_once(' ')
                && YOUNGER.has(&last.to_lowercase())
            {
                all.push(format!("{own} {JUNIOR}"));
            }
            all
        }
        Who::Literal(name) => vec![name.clone()],
    }
}

/// A family name without the small words that it begins with, if it has any.
fn without_particles(who: &Who) -> Option<&str> {
    let Who::Person { family, .. } = who else { return None };
    let at = family.find(char::is_uppercase).filter(|at| *at > 0 && family[..*at].ends_with(' '))?;
    Some(&family[at..])
}

/// What the name of a body or of a law is cut short to: `Northern Port Authority` is cited as `NPA`.
fn initials(name: &str) -> String {
    let first = name.split([' ', '-']).filter_map(|word| word.chars().next()).filter(|letter| letter.is_uppercase());
    let letters: String = first.flat_map(char::to_lowercase).collect();
    if (2..=8).contains(&letters.chars().count()) { run_together(&letters) } else { String::new() }
}

fn is_small(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
}

/// A word with a capital letter in front.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// The last word of a name that is not taken apart but may be a person's.
fn last_word(who: &Who) -> Option<&str> {
    let Who::Literal(name) = who else { return None };
    let person = (2..=3).contains(&name.split_whitespace().count()) && !authors::is_body(name);
    name.split_whitespace().last().filter(|_| person)
}

/// Whether a body is called by its first word or by the letters that its words begin with.
fn is_part(name: &str, folded: &str) -> bool {
    let bare = name.split(" (").next().unwrap_or_default();
    name.contains(' ')
        && (initials(bare) == folded || bare.split(' ').next().is_some_and(|first| run_together(first) == folded))
}

/// The words of a person's name, so that both of its orders are one.
fn turned(name: &Name) -> Option<String> {
    matches!(name.who, Who::Person { .. }).then(|| sorted_words(&name.who.sorted()))
}

fn sorted_words(name: &str) -> String {
    let mut words = words(name);
    words.sort_unstable();
    words.join(" ")
}

/// The names of a citation.
pub(super) struct Names {
    pub(super) names: Vec<String>,
    /// Whether it says that there are more.
    pub(super) others: bool,
}

/// The single names in `Smith, Lee, and Park et al.`
pub(super) fn each_name(printed: &str) -> Names {
    let mut others = false;
    let mut names: Vec<String> = vec![String::new()];
    let spaced = printed.replace('/', "; ");
    let mut words = spaced.split(' ').filter(|word| !word.is_empty()).peekable();
    while let Some(word) = words.next() {
        let bare = word.trim_matches([',', '.', ';']);
        let two = words.peek().is_some_and(|next| {
            let (first, next) = (word.to_lowercase(), next.trim_end_matches([',', '.', ';']));
            // "et al.", "et. al.", "u. a."
            [first.trim_matches([',', '.', ';']), &first].iter().any(|first| OTHERS.has(&format!("{first} {next}")))
        });
        if two || OTHERS.has(&bare.to_lowercase()) {
            others = true;
            if two {
                words.next();
            }
        } else if joins(bare) {
            names.push(String::new());
        } else {
            let last = names.last_mut().expect("there is one from the start");
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(word.trim_end_matches([',', ';']));
            if word.ends_with([',', ';']) {
                names.push(String::new());
            }
        }
    }
    // Initials behind a comma belong to the name before it.
    let initial = |name: &str| name.split(' ').all(|word| word.trim_end_matches('.').chars().count() <= 1);
    names.retain(|name| !name.is_empty() && !initial(name));
    Names { names, others }
}
