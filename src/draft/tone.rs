//! In which mode a sentence speaks, by its words in English and Indonesian.
//!
//! A word counts wherever it stands in the sentence: to take a fact for a plan hides a finding, to take a plan for a fact
//! invents one.

/// Words of a mode, as they stand between others; those in the plural and in other tenses are named too.
const MODES: &[(&str, &[&str])] = &[
    (
        "planned",
        &[
            "will",
            "shall",
            "plan",
            "plans",
            "planned",
            "planning",
            "scheduled",
            "intends",
            "intended",
            "promised",
            "promises",
            "aims",
            "aimed",
            "slated",
            "upcoming",
            "akan",
            "bakal",
            "rencana",
            "rencananya",
            "berencana",
            "direncanakan",
            "merencanakan",
            "dijadwalkan",
            "berjanji",
            "bertekad",
            "ditargetkan",
            "mendatang",
        ],
    ),
    (
        "forecast",
        &[
            "expected",
            "expects",
            "forecast",
            "forecasts",
            "projected",
            "predicted",
            "predicts",
            "anticipated",
            "would",
            "diperkirakan",
            "memperkirakan",
            "diprediksi",
            "diproyeksikan",
            "diharapkan",
            "berharap",
        ],
    ),
    (
        "alleged",
        &[
            "alleged",
            "allegedly",
            "accused",
            "accuses",
            "accusing",
            "suspected",
            "claimed",
            "claims",
            "rumoured",
            "diduga",
            "dugaan",
            "menuding",
            "dituding",
            "menuduh",
            "dituduh",
            "mengklaim",
            "konon",
            "dikabarkan",
        ],
    ),
    (
        "hedged",
        &[
            "may",
            "might",
            "could",
            "perhaps",
            "possibly",
            "probably",
            "likely",
            "seem",
            "seems",
            "seemed",
            "mungkin",
            "kemungkinan",
            "barangkali",
            "seandainya",
            "andaikan",
            "tampaknya",
            "sepertinya",
            "berpotensi",
        ],
    ),
];

/// Words that make what follows them a condition.
const CONDITIONS: &[&str] = &["if", "unless", "jika", "apabila", "bila", "kalau"];

/// The mode of a sentence that states no plain fact, and the word that tells. A condition counts only before the byte
/// `dated`, where the last date of the sentence begins: behind it, it is a condition of something else.
pub(super) fn mode(sentence: &str, dated: usize) -> Option<(&'static str, String)> {
    let before = words(sentence.get(..dated).unwrap_or(sentence));
    let condition =
        before.map(|word| ("hedged", word.to_lowercase())).find(|(_, word)| CONDITIONS.contains(&word.as_str()));
    spoken(sentence).or(condition)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

fn spoken(sentence: &str) -> Option<(&'static str, String)> {
    let words = || words(sentence);
    MODES.iter().find_map(|(mode, cues)| {
        // "May" with a capital is a month, and "Will" a name.
        let cue = words().enumerate().find(|(place, word)| {
            let small = if *place == 0 { word.to_lowercase() } else { (*word).to_owned() };
            cues.contains(&small.as_str()) && !(small == "may" && word.starts_with('M'))
        });
        cue.map(|(_, word)| (*mode, word.to_owned()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plans_and_guesses_are_no_facts() {
        for (sentence, expected) in [
            ("The bridge was opened in May 2024.", None),
            ("The bridge will be opened in 2030.", Some("planned")),
            ("Jembatan itu akan dibuka pada 2030.", Some("planned")),
            ("It is expected to open in 2030.", Some("forecast")),
            ("Seoul menuding Pyongyang sejak 2023.", Some("alleged")),
            ("If it opens in 2030, fares fall.", Some("hedged")),
            ("In 2024 they agreed to help if one is attacked.", None),
            ("May 2024 was warm.", None),
        ] {
            let dated = sentence.find("20").unwrap_or(0);
            assert_eq!(mode(sentence, dated).map(|(mode, _)| mode), expected, "{sentence}");
        }
    }
}
