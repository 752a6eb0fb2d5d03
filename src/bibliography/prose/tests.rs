//! One reference of each kind that there is, made up.

use super::read;
use crate::bibliography::Strip;
use crate::document::{Kind, Marked, Scribe};

/// The first author, the date, the title, the container, the volume and the pages of a reference. Words between two
/// stars are set apart.
fn parts(text: &str) -> [String; 6] {
    let mut scribe = Scribe::new(Kind::Paragraph);
    for (number, part) in text.split('*').enumerate() {
        if number % 2 == 1 {
            scribe.open(Marked::Emphasis);
        }
        scribe.plain(part, text.find(part).expect("it is a part"));
        if number % 2 == 1 {
            scribe.close();
        }
    }
    let block = scribe.done().expect("there are words");
    let mut strip = Strip::default();
    strip.push(&block, 0..block.words.len());
    let entry = read(&strip);
    let value = |name: &str| entry.value(name).unwrap_or_default().to_owned();
    let author = entry.author.first().or(entry.editor.first()).map(|name| name.who.sorted()).unwrap_or_default();
    [author, value("issued"), value("title"), value("container-title"), value("volume"), value("page")]
}

#[track_caller]
fn are_read(references: &[(&str, [&str; 6])]) {
    for (text, read) in references {
        assert_eq!(parts(text), *read, "{text}");
    }
}

#[test]
fn references_are_read_in_any_style() {
    are_read(&[
        (
            "Holm EJ, Rask M. Costs of nets for herring. Seaplus. 2013;2:531.",
            ["Holm, EJ", "2013", "Costs of nets for herring", "Seaplus", "2", "531"],
        ),
        (
            "[1] K. Lind and P. Holm. Tides in shallow harbours. Coastal Letters, 7(4):321–359, November 1989.",
            ["Lind, K.", "1989-11", "Tides in shallow harbours", "Coastal Letters", "7", "321-359"],
        ),
        (
            "Ferrante, Ada D. Salt: Norway, 1889–1930. New York: Palmer, 2000.",
            ["Ferrante, Ada D.", "2000", "Salt: Norway, 1889–1930", "", "", ""],
        ),
        (
            "HOLM B K, RASK O. Tides of the northern belt[J]. Journal of Coastal Works, 2013, 24(3): 211-229.",
            ["HOLM, B K", "2013", "Tides of the northern belt", "Journal of Coastal Works", "24", "211-229"],
        ),
        (
            "Imai, T., and H. Kato. 1998. “Ledgers in the making.” Economic Chronicle 41 (2): 1952–1962.",
            ["Imai, T.", "1998", "Ledgers in the making", "Economic Chronicle", "41", "1952-1962"],
        ),
        ("Ottley, C. 2020. Nine harbours. Leeds: Quay Books.", ["Ottley, C.", "2020", "Nine harbours", "", "", ""]),
        (
            "2. xSea (2025). The ferries that talk. Harbour Blog. https://sea.example/talk",
            ["xSea", "2025", "The ferries that talk", "Harbour Blog", "", ""],
        ),
        (
            "Brandt CT. The harbour seal. J. Comp. Neurol. 1976;365:113–139.",
            ["Brandt, CT", "1976", "The harbour seal", "J. Comp. Neurol", "365", "113-139"],
        ),
        (
            "Marlowe, Karl. [1867] 1976. Labour and its measure. London: Pelham.",
            ["Marlowe, Karl", "1976", "Labour and its measure", "", "", ""],
        ),
        (
            "Lund, M. (1996). Ice roads in winter. In C. Moreau (Ed.), Essays on roads (pp. 55–80). Oslo: Borealis.",
            ["Lund, M.", "1996", "Ice roads in winter", "Essays on roads", "", "55-80"],
        ),
        (
            "Lund, K. (2002): Der kurze Fluss. Eine Einführung in die Lehre vom Ufer. Leipzig: Ufer Verlag.",
            ["Lund, K.", "2002", "Der kurze Fluss. Eine Einführung in die Lehre vom Ufer", "", "", ""],
        ),
        ("Nolte, B. (1994): Hafenkunde, München, Wien.", ["Nolte, B.", "1994", "Hafenkunde", "", "", ""]),
        (
            "M. Kattner, Penelope's Harbour: Meaning and Measure in the Ferry Songs, Princeton 1991.",
            ["Kattner, M.", "1991", "Penelope's Harbour: Meaning and Measure in the Ferry Songs", "", "", ""],
        ),
        (
            "Hazel, T.J.; Weiler, H.A. Vitamin D: An overview of its role in rowing. Coast. Rev. 2012, 70, 520–533.",
            ["Hazel, T.J.", "2012", "Vitamin D: An overview of its role in rowing", "Coast. Rev", "70", "520-533"],
        ),
        (
            "I. Affel and A. W. Ludwig, Coast. Rev. Lett. 67, 161 (1991).",
            ["Affel, I.", "1991", "", "Coast. Rev. Lett", "67", "161"],
        ),
        (
            "Bouch, O., Myhrer, G.: Direct human influence on tides, Clim. Dynam., 22, 597-603, 2004.",
            ["Bouch, O.", "2004", "Direct human influence on tides", "Clim. Dynam", "22", "597-603"],
        ),
        (
            "Chan, Chris. “Sound and the Sea.” Ferry Comment 40.1 (January 2004): 17.",
            ["Chan, Chris", "2004-01", "Sound and the Sea", "Ferry Comment", "40", "17"],
        ),
        (
            "Ornell, Uzi. 1983. How is a tide formed? In M. Barr and D. Tennant (eds), Tidal Studies, 13-42. Jerusalem: \
             Magnet. (in Hebrew)",
            ["Ornell, Uzi", "1983", "How is a tide formed?", "Tidal Studies", "", "13-42"],
        ),
        (
            "Barang, D. (2007), Use of the Reserve at Mabel, Uganda, in: Journal of Shores, 45, 2-6.",
            ["Barang, D.", "2007", "Use of the Reserve at Mabel, Uganda", "Journal of Shores", "45", "2-6"],
        ),
        (
            "Holm F, Rask S. Nets that were mended by hand Nature 1993; 362:834-838.",
            ["Holm, F", "1993", "Nets that were mended by hand", "Nature", "362", "834-838"],
        ),
        (
            "1. Roe J, Poe K, et al. Global Harbours: signs of recent decline. Seaplus. 2010;328:11-8.",
            ["Roe, J", "2010", "Global Harbours: signs of recent decline", "Seaplus", "328", "11-8"],
        ),
        (
            "Gale, L.R., Harris, S.A. 2011. Fitness of *Salix alba* on quays. Portology 101:124-134.",
            ["Gale, L.R.", "2011", "Fitness of Salix alba on quays", "Portology", "101", "124-134"],
        ),
        (
            "Stone, B. 2013. *Salix alba* survives in brine. *Coast Letters* 33:97-111.",
            ["Stone, B.", "2013", "Salix alba survives in brine", "Coast Letters", "33", "97-111"],
        ),
        (
            "LIMA, A. B. Canto do cais.(Coleção Mar)–Lisboa: Cais, 1931. Boletim, v. 4, p. 55–60, 1934.",
            ["LIMA, A. B.", "1934", "Canto do cais", "Boletim", "4", "55-60"],
        ),
        (
            "World Harbour Clinic. Scurvy at sea. Geneva: WHC; 2014 [cited 2015 May 3].",
            ["World Harbour Clinic", "2014", "Scurvy at sea", "", "", ""],
        ),
    ]);
}

#[test]
fn journals_are_told_by_words_cut_short_and_by_quotations() {
    are_read(&[
        ("H. Krone, W. Stahl, J. Sea Phys. G 6 (1980) L85.", ["Krone, H.", "1980", "", "J. Sea Phys. G", "6", "L85"]),
        (
            "T. Becker and L. Leitner, Eur. Sea J. C9, 643 (1999).",
            ["Becker, T.", "1999", "", "Eur. Sea J. C", "9", "643"],
        ),
        (
            "Dorn, G., Nucl. Instrum. Methods A, 62 (1995) 487.",
            ["Dorn, G.", "1995", "", "Nucl. Instrum. Methods A", "62", "487"],
        ),
        (
            "Feder, S., Tides on a sloping shore, J. Harbour Logic, 27, 259-316 (1962).",
            ["Feder, S.", "1962", "Tides on a sloping shore", "J. Harbour Logic", "27", "259-316"],
        ),
        (
            "G. Lamm, A quay on which it never rains, Dock Math. Journal 57 (1988), no. 2, 647-671.",
            ["Lamm, G.", "1988", "A quay on which it never rains", "Dock Math. Journal", "57", "647-671"],
        ),
        (
            "Foster, M. A. Ropes of a fast harbour.Nature 456, 81-84 (2008).",
            ["Foster, M. A.", "2008", "Ropes of a fast harbour", "Nature", "456", "81-84"],
        ),
        (
            "Scheel, R. Frieden am Hafen. In: Der verlorene Hafen. Häfen im 20. Jahrhundert. Essen: Klarsicht, 2002, S. 5-8.",
            ["Scheel, R.", "2002", "Frieden am Hafen", "Der verlorene Hafen. Häfen im 20. Jahrhundert", "", "5-8"],
        ),
        (
            "Rossetti, A., Le fiere moderne del mare, «Porti», 12 (2019), pp. 3-9.",
            ["Rossetti, A.", "2019", "Le fiere moderne del mare", "Porti", "12", "3-9"],
        ),
        (
            "Janek J.: Bezpłatne akcje pracownicze. „Gazeta Portowa” 1997, nr 29.",
            ["Janek, J.", "1997", "Bezpłatne akcje pracownicze", "Gazeta Portowa", "", ""],
        ),
        (
            "Baum, M. (2002). Teaching at sea. In J. C. Watt, R. N. Gold & M. S. Wern (Eds.), Sailing schools (pp. 15-24).",
            ["Baum, M.", "2002", "Teaching at sea", "Sailing schools", "", "15-24"],
        ),
        (
            "Foster, E. M. Harbours End. New York: Barns & Noll, 2003.",
            ["Foster, E. M.", "2003", "Harbours End", "", "", ""],
        ),
    ]);
}
