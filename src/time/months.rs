//! The names of the months, as manuscripts and addresses spell them.
//!
//! One entry a language: its twelve months, each with its names in lower case and without dots, the usual one first.
//! A further language is a further entry; a name that means different months in two languages must not go in.

/// Names and abbreviations by language (ISO 639-1).
const LANGUAGES: &[(&str, [&[&str]; 12])] = &[
    (
        "en",
        [
            &["january", "jan"],
            &["february", "feb"],
            &["march", "mar"],
            &["april", "apr"],
            &["may"],
            &["june", "jun"],
            &["july", "jul"],
            &["august", "aug"],
            &["september", "sept", "sep"],
            &["october", "oct"],
            &["november", "nov"],
            &["december", "dec"],
        ],
    ),
    (
        // Nopember, Pebruari, Djanuari and the like are older spellings that archives still carry.
        "id",
        [
            &["januari", "jan", "djanuari", "djan"],
            &["februari", "feb", "pebruari", "peb"],
            &["maret", "mar", "mrt"],
            &["april", "apr"],
            &["mei"],
            &["juni", "jun", "djuni"],
            &["juli", "jul", "djuli"],
            &["agustus", "agt", "agu", "ags", "agst"],
            &["september", "sep"],
            &["oktober", "okt"],
            &["november", "nov", "nopember", "nop"],
            &["desember", "des"],
        ],
    ),
];

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The month from 1 to 12 that a name or abbreviation means, in any of the languages and any case.
pub fn month_named(name: &str) -> Option<u8> {
    let means = |names: &[&str]| names.iter().any(|known| known.eq_ignore_ascii_case(name));
    let place = LANGUAGES.iter().find_map(|(_, months)| months.iter().position(|names| means(names)))?;
    Some(place as u8 + 1)
}

/// The English name of a month from 1 to 12.
pub(super) fn english(month: u8) -> &'static str {
    ENGLISH[usize::from(month.clamp(1, 12)) - 1]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_means_two_months() {
        for (_, months) in LANGUAGES {
            for (place, names) in months.iter().enumerate() {
                for name in *names {
                    assert_eq!(month_named(name), Some(place as u8 + 1), "{name}");
                }
            }
        }
    }

    #[test]
    fn older_indonesian_spellings_are_known() {
        assert_eq!(month_named("Nopember"), Some(11));
        assert_eq!(month_named("PEBRUARI"), Some(2));
        assert_eq!(month_named("Agt"), Some(8));
        assert_eq!(month_named("maybe"), None);
    }
}
