//! The names at the head of an entry, in the order of any style: `Ford, Arthur P., and Jane Doe`, `Smith, J., & Lee,
//! K.`, `J. K. Smith and K. Lee`, `Smith J, Lee KA`, `World Bank`.

use std::ops::Range;

use super::Who;
use crate::language::{OTHERS, PARTICLES, Term, Vocabulary, joins, row};

static BODIES: Vocabulary = Vocabulary::of(|language| row(language.references, &Term::Body));
static UNIVERSITIES: Vocabulary = Vocabulary::of(|language| row(language.references, &Term::University));
static OF_BODIES: Vocabulary = Vocabulary::of(|language| row(language.references, &Term::OfBody));

/// The names in `text`, each with its place in it.
pub(crate) fn authors(text: &str) -> Vec<(Who, Range<usize>)> {
    let text_end = without_others(text);
    let text = &text[..text_end];
    let bare = text.trim_matches(|c: char| c.is_whitespace() || ",;:".contains(c));
    let first_is_person = || {
        let mut parts = bare.split(',').map(str::trim);
        let family = parts.next().is_some_and(|first| !is_body(first));
        family && parts.next().is_some_and(|given| given.split(' ').any(is_initials)) && parts.next().is_some()
    };
    if is_body(bare)
        && !first_is_person()
        && !bare.contains(';')
        && !bare.split_once(',').is_some_and(|(name, rest)| is_double(name, rest))
    {
        return trimmed(text, 0..text.len()).map(|range| literal(text, range)).into_iter().collect();
    }
    let parts = parts(text);
    let alone = parts.iter().filter(|part| !part.joined).count() == 1;
    let mut people = People { text, found: Vec::new() };
    let single = |part: &Part| !text[part.range.clone()].contains(' ') && !is_initials(&text[part.range.clone()]);
    let apart = |part: &Part| part.joined || part.ends_with_semicolon;
    if parts.len() >= 3 && !parts.iter().any(apart) && parts.iter().all(single) {
        return parts.into_iter().map(|part| literal(text, part.range)).collect();
    }
    let mut at = 0;
    while let Some(part) = parts.get(at) {
        let next = parts.get(at + 1).filter(|next| !next.joined && !part.ends_with_semicolon);
        at += 1;
        match next {
            Some(next) if people.takes_given(&part.range, &next.range, parts.len()) => {
                people.inverted(part.range.clone(), next.range.clone());
                at += 1;
                if let Some(suffix) = parts.get(at).filter(|part| is_suffix(&text[part.range.clone()])) {
                    people.suffix(&suffix.range);
                    at += 1;
                }
            }
            _ => people.in_order(part.range.clone(), alone),
        }
    }
    people.found
}

/// Where a list of names ends that is cut short with `et al.`
fn without_others(text: &str) -> usize {
    let trimmed = text.trim_end();
    let lower = trimmed.to_lowercase();
    if lower.len() != trimmed.len() {
        return trimmed.len();
    }
    let bare = lower.strip_suffix('.').unwrap_or(&lower);
    let cut = OTHERS.longest_first().iter().find_map(|others| {
        let rest = bare.strip_suffix(others)?;
        rest.ends_with([' ', ',']).then_some(rest.len())
    });
    let end = cut.unwrap_or(trimmed.len());
    trimmed[..end].trim_end_matches([' ', ',', ';', '.', '&']).len().max(usize::from(cut.is_none()) * end)
}

/// Whether a name is an organisation's, a newspaper's, a site's.
pub(crate) fn is_body(name: &str) -> bool {
    let words = || name.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty());
    let site = |word: &str| {
        let dot = word.trim_end_matches('.').find('.');
        dot.is_some_and(|dot| dot >= 2 && word[dot + 1..].starts_with(|c: char| c.is_ascii_lowercase()))
    };
    let acronym = |word: &str| {
        word.chars().count() >= 3
            && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
            && word.chars().any(char::is_alphabetic)
    };
    words().any(|word| {
        let lower = word.to_lowercase();
        [&BODIES, &UNIVERSITIES, &OF_BODIES].iter().any(|known| known.has(&lower))
            || site(word)
            || acronym(word) && !name.contains(',') && !name.split_whitespace().skip(1).any(is_initials)
            || word.bytes().any(|byte| byte.is_ascii_digit())
    })
}

/// Whether the first word of a double family name is one that bodies have too: `Bank Muñoz, Carolina`.
fn is_double(family: &str, given: &str) -> bool {
    let plain = |word: &str| word.starts_with(char::is_uppercase) && !is_body(word);
    let (given, words) = (given.trim(), given.split_whitespace().count());
    let second = family.trim().split_once(' ').map(|(_, second)| second);
    second.is_some_and(|second| !second.contains(' ') && plain(second)) && words <= 2 && given.split(' ').all(plain)
}

/// A stretch between commas and joins.
struct Part {
    range: Range<usize>,
    /// Whether a join stands before it: it starts a name.
    joined: bool,
    ends_with_semicolon: bool,
}

fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut joined = false;
    while start < text.len() {
        let rest = &text[start..];
        let comma = rest.find(',').map(|at| (at, 1, false));
        let join = next_join(rest);
        let opening = rest.split_whitespace().next().filter(|word| joins(word));
        if let Some(word) =
            opening.filter(|word| !word.starts_with(char::is_uppercase) || names_two(rest.trim_start(), word))
        {
            start += rest.len() - rest.trim_start().len() + word.len();
            joined = true;
            continue;
        }
        let (at, length, joins) = comma.into_iter().chain(join).min().unwrap_or((rest.len(), 0, false));
        let semicolon = rest[at..].starts_with(';');
        if let Some(range) = trimmed(text, start..start + at) {
            parts.push(Part { range, joined, ends_with_semicolon: semicolon });
            joined = false;
        }
        joined |= joins;
        start += at + length.max(1);
        while start < text.len() && !text.is_char_boundary(start) {
            start += 1;
        }
    }
    parts
}

/// The next word or mark that joins two names, with the blanks around it, as [`parts`] takes it.
fn next_join(rest: &str) -> Option<(usize, usize, bool)> {
    let mark = ["/", "; ", " – ", " - "].iter().filter_map(|mark| Some((rest.find(mark)?, mark.len(), true))).min();
    let word = rest.match_indices(' ').find_map(|(at, _)| {
        let word = rest[at + 1..].split(' ').next()?;
        (joins(word) && rest[at + 1 + word.len()..].starts_with(' ')).then_some((at, word.len() + 2, true))
    });
    word.into_iter().chain(mark).min()
}

/// Whether two words follow on the `Dan` of a list: `Dan Jeffrey Taliaffero`, not `Dan Brown`.
fn names_two(rest: &str, word: &str) -> bool {
    let name = rest[word.len()..].split([',', ';']).next().unwrap_or_default();
    name.split_whitespace().count() >= 2
}

/// A place without white space and stray marks at its ends; `None` where nothing is left.
fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let part = &text[range.clone()];
    let stray =
        |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '(' | ')' | '[' | ']' | '*' | '_' | '\u{1}');
    let start = range.start + (part.len() - part.trim_start_matches(|c| stray(c) || c == '.').len());
    let mut kept = part.trim_end_matches(stray);
    while let Some(bare) = kept.strip_suffix('.') {
        let last = bare.rsplit(stray).next().unwrap_or_default();
        // The point of an initial or an abbreviation belongs to it; that of a sentence does not.
        let initial = last.chars().count() == 1 || last.len() < 6 && last.contains(['.', '-']) || is_suffix(last);
        if initial && bare.ends_with(char::is_alphanumeric) {
            break;
        }
        kept = bare.trim_end_matches(stray);
    }
    let mut end = range.start + kept.len();
    // `Ministry of Health (MoH)`
    let opened = text.get(start..end).is_some_and(|name| name.matches('(').count() > name.matches(')').count());
    if opened && text[end..].starts_with(')') {
        end += 1;
    }
    (start < end && text[start..end].chars().any(char::is_alphanumeric)).then_some(start..end)
}

/// `J. A.`, `J.-P.`, `JA`, `J`.
fn is_initials(text: &str) -> bool {
    let mut words = text.split_whitespace().peekable();
    let initial = |word: &str| {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        let marks = word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '‐' | '’' | '\''));
        marks && letters > 0 && (letters == capitals && letters <= 3 || word.contains('.') && capitals * 2 >= letters)
    };
    words.peek().is_some() && words.all(initial)
}

fn is_suffix(text: &str) -> bool {
    matches!(text.trim_end_matches('.'), "Jr" | "Sr" | "II" | "III" | "IV" | "2nd" | "3rd")
}

fn literal(text: &str, range: Range<usize>) -> (Who, Range<usize>) {
    (Who::Literal(text[range.clone()].to_owned()), range)
}

struct People<'t> {
    text: &'t str,
    found: Vec<(Who, Range<usize>)>,
}

impl People<'_> {
    /// Whether the next part holds the given names of the person whose family name a part is.
    fn takes_given(&self, family: &Range<usize>, given: &Range<usize>, parts: usize) -> bool {
        let (family, given) = (&self.text[family.clone()], &self.text[given.clone()]);
        let words = family.split_whitespace().count();
        let is_whole = |word: &str| is_initials(word) && !is_suffix(word);
        if family.split_whitespace().skip(1).any(is_whole) && !starts_with_initial(family) {
            // `Doe JK` is whole.
            return false;
        }
        if is_initials(given) {
            return !starts_with_initial(family) && words <= 4;
        }
        // `KAMIS, Rais`: in capitals, as the Brazilian standard sets family names.
        let set_in_capitals = family.chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
            && given.contains(char::is_lowercase)
            && !is_body(given);
        if is_suffix(given) || is_body(family) && !set_in_capitals && !is_double(family, given) {
            return false;
        }
        let particle = family.split_whitespace().next().is_some_and(|word| PARTICLES.has(word));
        let given_words = given.split_whitespace().count();
        let two_people = words == 2 && given_words == 2 && !given.contains('.') && !particle;
        if let Some(particles) = behind_initials(given) {
            // `Bennett, L. Michelle, and Howard Gadlin`
            let is_second_named = self.found.is_empty() && words == 1 && given.split_whitespace().count() == 2;
            return (particles || is_second_named) && words <= 2 && !starts_with_initial(family);
        }
        // Only the first name of a list is turned round where names are written in full.
        let first = self.found.is_empty();
        // `La Noue, Pierre de`
        let ends_in_particle = given_words > 1 && given.split(' ').next_back().is_some_and(|word| PARTICLES.has(word));
        !starts_with_initial(family)
            && (words == 1
                || particle
                || ends_in_particle
                || words <= 3 && !two_people && (parts == 2 || given_words == 1))
            && first
            || words == 1 && given.split_whitespace().count() <= 2 && self.all_inverted()
    }

    fn all_inverted(&self) -> bool {
        self.found.iter().all(|(who, range)| {
            matches!(who, Who::Person { family, .. } if self.text[range.clone()].starts_with(family.as_str()))
        })
    }

    /// `Ford, Arthur P.`
    fn inverted(&mut self, family: Range<usize>, given: Range<usize>) {
        let range = family.start..given.end;
        let mut family = self.text[family].trim_end_matches('.').to_owned();
        let mut given = self.text[given].to_owned();
        // `Miller II, A. J.`
        let suffix = family.rsplit_once(' ').filter(|(_, last)| is_suffix(last)).map(|(own, last)| [own, last]);
        if let Some([own, suffix]) = suffix.map(|parts| parts.map(str::to_owned)) {
            family = own;
            given = format!("{given}, {suffix}");
        }
        let particle = |word: &&str| PARTICLES.has(word);
        let named = given.split_whitespace().take_while(|word| !particle(word)).count();
        let particles: Vec<&str> = given.split_whitespace().skip(named).collect();
        if named > 0 && !particles.is_empty() && particles.iter().all(particle) {
            // `Meulen, P. van der`
            family = format!("{} {family}", particles.join(" "));
            given = given.split_whitespace().take(named).collect::<Vec<_>>().join(" ");
        }
        self.found.push((Who::Person { family, given }, range));
    }

    fn suffix(&mut self, suffix: &Range<usize>) {
        if let Some((Who::Person { given, .. }, range)) = self.found.last_mut() {
            given.push_str(", ");
            given.push_str(&self.text[suffix.clone()]);
            range.end = suffix.end;
        }
    }

    /// `Jane Doe`, `J. K. Doe`, `Doe JK`. A name that stands alone in full letters is not taken apart.
    fn in_order(&mut self, range: Range<usize>, alone: bool) {
        let name = &self.text[range.clone()];
        let mut words: Vec<&str> = name.split_whitespace().collect();
        let suffix = words.pop_if(|word| is_suffix(word));
        let suffix = suffix.filter(|_| words.len() >= 2).map_or(String::new(), |suffix| format!(", {suffix}"));
        // "Marsh KWTR" among others: four initials, which may be a body's letters elsewhere.
        let four = |word: &str| (4..=5).contains(&word.len()) && word.bytes().all(|c| c.is_ascii_uppercase());
        let lettered = words.len() == 2 && words[0].contains(char::is_lowercase) && four(words[1]) && !alone;
        let is_initials = |word: &str| is_initials(word) || lettered && four(word);
        let initials =
            !words.is_empty() && words[1..].iter().any(|word| is_initials(word)) || starts_with_initial(name);
        if words.len() < 2 || is_body(name) && !lettered || alone && self.found.is_empty() && !initials {
            self.found.push(literal(self.text, range));
            return;
        }
        // A short name in capitals looks like initials: `LIN G`, and `J. NG` the other way round.
        let behind = words.iter().skip(1).position(|word| is_initials(word));
        let first = behind.map(|behind| behind + 1).filter(|_| !starts_with_initial(name));
        let (family, given) = if let Some(first) = first
            && words[first..].iter().all(|word| is_initials(word) || PARTICLES.has(word))
        {
            // `Doe J K`, `Meulen P van der`
            let particles = words[first..].iter().filter(|word| PARTICLES.has(word));
            let given = words[first..].iter().filter(|word| !PARTICLES.has(word));
            let family = particles.chain(&words[..first]).copied().collect::<Vec<_>>().join(" ");
            (family, given.copied().collect::<Vec<_>>().join(" "))
        } else {
            let last = words.len() - 1;
            let named = (1..last).rev().take_while(|&at| PARTICLES.has(words[at])).last().unwrap_or(last);
            (words[named..].join(" "), words[..named].join(" "))
        };
        let given = given + &suffix;
        self.found.push((Who::Person { family, given }, range));
    }
}

/// Whether particles follow on the initials that words begin with, and nothing else: `P. van der`. `None` if they do
/// not begin with an initial.
fn behind_initials(words: &str) -> Option<bool> {
    let initials = words.split_whitespace().take_while(|word| is_initials(word)).count();
    let rest: Vec<&str> = words.split_whitespace().skip(initials).collect();
    (initials > 0 && !rest.is_empty()).then(|| rest.iter().all(|word| PARTICLES.has(word)))
}

fn starts_with_initial(name: &str) -> bool {
    name.split_whitespace().next().is_some_and(|word| {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        word.contains('.') && letters <= 2 || letters == 1
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(text: &str) -> Vec<String> {
        let names = authors(text);
        for (_, range) in &names {
            assert!(text.is_char_boundary(range.start) && text.is_char_boundary(range.end), "{text}");
        }
        names
            .into_iter()
            .map(|(who, _)| match who {
                Who::Literal(name) => format!("[{name}]"),
                person @ Who::Person { .. } => person.sorted(),
            })
            .collect()
    }

    #[test]
    fn names_are_read_in_the_order_of_any_style() {
        for (text, names) in [
            ("Ford, Arthur P.", &["Ford, Arthur P."][..]),
            ("Smith, J. A., Lee, K., & Park, C.-H.", &["Smith, J. A.", "Lee, K.", "Park, C.-H."]),
            ("Smith, J. and Lee, K.", &["Smith, J.", "Lee, K."]),
            (
                "Lobell, Steven E., Norrin M. Ripsman, Dan Jeffrey W. Taliaffero",
                &["Lobell, Steven E.", "Ripsman, Norrin M.", "Taliaffero, Jeffrey W."],
            ),
            ("Katzman, Kenneth, and Clayton Thomas", &["Katzman, Kenneth", "Thomas, Clayton"]),
            ("Bent, L. Moira, and Howard Gale", &["Bent, L. Moira", "Gale, Howard"]),
            ("B. Gentile - G. Paiani", &["Gentile, B.", "Paiani, G."]),
            ("Katzman, Kenneth, and Thomas, Clayton", &["Katzman, Kenneth", "Thomas, Clayton"]),
            ("J. K. Smith and K. van der Berg", &["Smith, J. K.", "van der Berg, K."]),
            ("Smith J, Lee KA, et al.", &["Smith, J", "Lee, KA"]),
            ("LIN G et al.", &["LIN, G"]),
            ("Marsh KWTR, Lowe MB, Lind LSH", &["Marsh, KWTR", "Lowe, MB", "Lind, LSH"]),
            ("La Noue, Pierre de", &["de La Noue, Pierre"]),
            ("J. K. NG and M. LIN", &["NG, J. K.", "LIN, M."]),
            ("KAMINS, Rai; PANE, Jess; SEAL, Kel", &["KAMINS, Rai", "PANE, Jess", "SEAL, Kel"]),
            ("Balkan Devlen, Ozgur Ozdamar", &["Devlen, Balkan", "Ozdamar, Ozgur"]),
            ("García Márquez, Gabriel", &["García Márquez, Gabriel"]),
            (
                "Cook, Nina J., Mara L. Hill, and National Harbour Council",
                &["Cook, Nina J.", "Hill, Mara L.", "[National Harbour Council]"],
            ),
            ("Bank Muñiz, Carla", &["Bank Muñiz, Carla"]),
            ("Bank of the North, Vell", &["[Bank of the North, Vell]"]),
            ("Ministry of Harbours (MoH). ", &["[Ministry of Harbours (MoH)]"]),
            ("de la Cruz, Juan", &["de la Cruz, Juan"]),
            ("Howard H. Lentner", &["Lentner, Howard H."]),
            ("Douglas Foyle", &["[Douglas Foyle]"]),
            (
                "Rizqiah, Rachmadyantira, Maharani, Angkasari",
                &["[Rizqiah]", "[Rachmadyantira]", "[Maharani]", "[Angkasari]"],
            ),
            ("Kompas.com, ", &["[Kompas.com]"]),
            ("Maulana., Arya Wirawan", &["Maulana, Arya Wirawan"]),
            ("King, Martin Luther, Jr.", &["King, Martin Luther, Jr."]),
            ("Miller II, A. J., Schmale Jr, D. G.", &["Miller, A. J., II", "Schmale, D. G., Jr"]),
            ("Ministry of Foreign Affairs and Trade", &["[Ministry of Foreign Affairs and Trade]"]),
            ("Kementerian Luar Negeri dan Perdagangan", &["[Kementerian Luar Negeri dan Perdagangan]"]),
            ("Smith, J.; Lee, K.", &["Smith, J.", "Lee, K."]),
            ("Sari, Dewi dkk.", &["Sari, Dewi"]),
            ("", &[]),
        ] {
            assert_eq!(sorted(text), names, "{text}");
        }
    }
}
