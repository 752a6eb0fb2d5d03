//! Errors planted in papers that are clean, one at a time: how many are told, and that nothing is told without them.

use crate::cli::Folder;

const LEDGERS: &str = include_str!("../manuscripts/ledgers.md");
const BUKU: &str = include_str!("../manuscripts/buku-bea.md");

/// What is planted: what stands there, and what then stands there in its first place.
const PLANTS: [(&str, &[(&str, &str)]); 2] = [
    (
        LEDGERS,
        &[
            ("read 127 toll", "read 172 toll"),
            ("24 ports, in which", "42 ports, in which"),
            ("entered 48,629 passages. The", "entered 48,269 passages. The"),
            ("14 March 1931. Tolls", "24 March 1931. Tolls"),
            ("42 (33%)", "42 (43%)"),
            ("42 (33%)", "62 (33%)"),
            ("entered 48,629 passages in", "entered 48,692 passages in"),
            ("from 40 to\n60", "from 40 to\n80"),
            ("an increase of 50%", "a decrease of 50%"),
            ("20 were women", "30 were women"),
            ("signed on 3 May 1921. Three", "signed on 3 June 1921. Three"),
            ("Three years later", "Five years later"),
            ("at the age of 49", "at the age of 59"),
            ("died in 1929", "died in 1919"),
            ("In 1926 Ada", "In 1936 Ada"),
            ("| 31.3% |", "| 33.1% |"),
            ("| 30 | 26.1%", "| 30 | 62.1%"),
            ("| 115 |", "| 151 |"),
            ("on 14 March 1931. The treaty", "on 14 April 1931. The treaty"),
            ("with the 127 ledgers", "with the 137 ledgers"),
        ],
    ),
    (
        BUKU,
        &[
            ("membaca 127 buku", "membaca 172 buku"),
            ("14 Maret 1931.\n\n# Isi", "14 April 1931.\n\n# Isi"),
            ("30 perahu (25 persen)", "30 perahu (35 persen)"),
            ("menjadi 60 mark", "menjadi 70 mark"),
            ("kenaikan 50 persen", "penurunan 50 persen"),
            ("20 perempuan", "22 perempuan"),
            ("wafat pada 1929", "wafat pada 1939"),
            ("usia 49 tahun", "usia 59 tahun"),
            ("Pada 1926 Ani", "Pada 1936 Ani"),
            ("3 Mei 1921. Ani", "13 Mei 1921. Ani"),
        ],
    ),
];

/// So many of them have to be told.
const FLOOR: usize = 27;

/// The errors and warnings of a paper.
fn told(paper: &str) -> Vec<String> {
    Folder::new(&[("paper.md", paper)]).run(&["check", "paper.md", "--format", "short"]).told()
}

#[test]
fn what_is_planted_is_told_and_nothing_else() {
    let mut missed = Vec::new();
    let mut planted = 0;
    for (paper, plants) in PLANTS {
        assert_eq!(told(paper), [""; 0], "a clean paper");
        for (before, after) in plants {
            assert!(paper.contains(before), "{before}");
            planted += 1;
            if told(&paper.replacen(before, after, 1)).is_empty() {
                missed.push(after);
            }
        }
    }
    assert!(planted - missed.len() >= FLOOR, "{} of {planted} are missed: {missed:#?}", missed.len());
}
