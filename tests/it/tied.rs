//! Numbers and dates that the sentences of a paper tie together, held against each other without a record.

use crate::cli::Folder;

/// What is found in a paper as it is.
fn found(paper: &str) -> Vec<String> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/manuscripts").join(paper);
    let text = std::fs::read_to_string(path).expect("the paper can be read");
    Folder::new(&[("paper.md", &text)]).run(&["check", "paper.md", "--format", "short"]).told()
}

#[test]
fn what_a_sentence_says_twice_has_to_agree() {
    let of_harbour = [
        "13 error share-mismatch",
        "13 warning quantity-conflict",
        "14 warning part-exceeds-whole",
        "15 warning quantity-conflict",
        "19 warning parts-do-not-sum",
        "20 error growth-mismatch",
        "20 warning growth-mismatch",
        "21 warning parts-do-not-sum",
        "21 warning quantity-conflict",
        "22 warning implied-rate-conflict",
        "26 warning inverted-interval",
    ];
    assert_eq!(found("harbour.md"), of_harbour);
    let of_pelabuhan = [
        "13 error share-mismatch",
        "13 warning inverted-interval",
        "14 warning part-exceeds-whole",
        "18 warning parts-do-not-sum",
        "19 error growth-mismatch",
        "19 warning growth-mismatch",
        "19 warning parts-do-not-sum",
        "20 warning quantity-conflict",
        "9 warning quantity-conflict",
    ];
    assert_eq!(found("pelabuhan.md"), of_pelabuhan);
}

#[test]
fn what_agrees_is_left_alone() {
    for paper in ["harbour-mended.md", "pelabuhan-benar.md"] {
        assert_eq!(found(paper), [""; 0], "{paper}");
    }
}

/// A paper with a day, so that something of it is worth checking.
fn dated(text: &str) -> String {
    format!("# Tolls\n\n{text}\n\n4 May 1931.\n")
}

/// How often a rule warns of a paper.
fn warned(rule: &str, paper: &str) -> usize {
    let folder = Folder::new(&[("paper.md", paper)]);
    let ran = folder.run(&["check", "paper.md", "--format", "short"]);
    assert_eq!(ran.code, Some(0), "what is presumed fails no run: {ran:?}");
    ran.out.matches(&format!("warning[{rule}]")).count()
}

#[test]
fn how_far_dates_lie_apart_is_held_against_them() {
    for (paper, expected) in [
        ("The pact was signed in 1950. Three years later, in 1958, it was denounced.", 1),
        ("The pier opened in 1920 and closed thirty years later, in 1945.", 1),
        ("Der Hafen wurde 1920 eröffnet. Drei Jahre später, 1928, wurde er geschlossen.", 1),
        ("Ada Holt was born in 1950 and died in 2010 at the age of 72.", 1),
        ("Ani Sari lahir pada 1950 dan wafat pada 2010 pada usia 72 tahun.", 1),
        ("The pact was signed in March 1950.\n\nTwenty-seven months later, in August 1951, it was denounced.", 1),
        ("The pact was signed in March 1950.\n\nSeventeen months later, in August 1951, it was denounced.", 0),
        // One of two dates fits; an age is a year off before the birthday; another thing lies between.
        ("The pact of 1950 was read in 1954. Three years later, in 1953, it was denounced.", 0),
        ("Ada Holt was born in 1950 and died in 2010 at the age of 59.", 0),
        ("The pact was signed in 1950. Three years later it failed, and in 1958 it was denounced.", 0),
    ] {
        assert_eq!(warned("gap-mismatch", paper), expected, "{paper}");
    }
}

#[test]
fn a_list_has_as_many_items_as_it_is_said_to_have() {
    for (paper, expected) in [
        ("The port has four wares: nets, ropes and tar.", 1),
        ("She saw two towns, Vell, Lind and Sund.", 1),
        ("Ada tiga tujuan utama, yaitu jaring dan tali, ter, serta layar.", 0),
        ("The port has four wares, namely (1) nets; (2) ropes; and (3) tar.", 1),
        ("Ada empat tujuan utama, yaitu jaring, tali, dan ter.", 1),
        ("The port has three wares: nets, ropes and tar.", 0),
        ("The port has four wares, including ropes: nets, ropes and tar.", 0),
        ("The port has two wares: nets, ropes, tar, sails and fish.", 0),
        ("The port has four kinds of wares that skippers buy: nets (of Vell), ropes (of Lind) and tar (of Sund).", 1),
        ("The port has three kinds of wares that skippers buy: nets (of Vell), ropes (of Lind) and tar (of Sund).", 0),
        ("The port has three wares: nets of Vell, ropes and tar (1901).", 0),
        ("Tolls rose with four depths of the pier: 0.5, 1.5, 2.5, 3.5 and 4.5.", 1),
        ("Tolls rose with five depths of the pier (0.5, 1.5, 2.5, 3.5 and 4.5).", 0),
        ("Tolls rose in two ports (4.1, 2.5, 6.3).", 0),
        ("It has two laws: one of fog, ice and rain; and one of snow.", 0),
    ] {
        let paper = format!("{paper}\n\n4 May 1931.");
        assert_eq!(warned("quantity-conflict", &paper), expected, "{paper}");
    }
}

#[test]
fn what_is_announced_is_listed() {
    for (language, paper, expected) in [
        ("pt", "Havia quatro metas: (i) o alcatrão é caro; (ii) a corda não; (iii) as redes são velhas.", 1),
        ("pt", "Quatro metas foram descritas para os portos de pesca do norte: (a) o alcatrão; (b) a corda.", 1),
        ("pt", "Havia duas metas simples: a) o alcatrão e b) a corda.", 0),
        (
            "en",
            "It had two aims: (1) tar was dear; (2) rope was not. Of wares it sold (1) sails, (2) nets, (3) fish.",
            0,
        ),
        ("it", "Ci sono cinque limiti. Primo, la nebbia. Secondo, il ghiaccio. Terzo, il vento. Quarto, il mare.", 1),
        ("en", "It had two limits. First, fog is thick. Second, ice is cold. Third, wind is strong.", 1),
        ("en", "It had four limits. First, fog is thick. Second, ice is cold. Third, wind. Finally, rain falls.", 0),
        ("it", "Dei primi quattro porti si dice:\n\n- alcatrão\n- corda", 0),
        (
            "en",
            "It had four aims:\n\n- The tar of Vell was dear.\n- The rope of Lind was not.\n- Nets of Sund were old.\n\nSo it went.",
            1,
        ),
        (
            "en",
            "It had two aims:\n\n- The tar of Vell was dear.\n- The rope of Lind was not.\n- Nets of Sund were old.\n\nSo it went.",
            0,
        ),
        (
            "en",
            "It had two aims:\n\n1. The tar of Vell was dear.\n2. The rope of Lind was not.\n3. Nets of Sund were old.\n\nSo it went.",
            1,
        ),
        ("es", "Había cuatro tipos: las redes de pesca, las redes de arrastre y las redes de mano y de niebla.", 1),
        ("nl", "De haven heeft vier soorten waren: touwen, netten en teer.", 1),
        ("it", "Il porto ha quattro merci: reti, corde e catrame.", 1),
        ("pt", "O porto tem três mercadorias: redes, cordas e alcatrão.", 0),
        (
            "de",
            "Es folgen fünf Waren, die im Folgenden beschrieben sind:\n\n- Netze: aus Vell.\n- Taue: aus Lind.\n\
             - Teer: aus Sund.\n- Segel: aus Hanf.\n\nSo ging es.",
            1,
        ),
        (
            "fr",
            "On décrit les quatre types suivants de marchandises du port.\n\nFilets : ils sont chers.\n\n\
             Cordes : elles sont vieilles.\n\nGoudron : il est noir.\n\nAinsi va le port.",
            1,
        ),
        (
            "en",
            "So far it has the two ports of Vell, and one may think of what they need:\n\n- nets\n- ropes\n- tar\n\nSo it went.",
            0,
        ),
        (
            "en",
            "Our long study of five old ports reveals:\n\n- Tar: dear.\n- Rope: old.\n- Nets: torn.\n- Sails: thin.\n\nSo it went.",
            0,
        ),
        (
            "en",
            "This leads to four wide aims:\n\n## Tar\n\nIt is dear.\n\n## Rope\n\nIt is old.\n\n## Nets\n\nThey rot.\n\n\
             # Fish\n\nSo it went.",
            1,
        ),
        ("en", "It was met in five of the 18 ports (port 2, 3, 5 and 7) of the coast.", 1),
        ("en", "It was met in four of the 18 ports (port 2, 3, 5 and 7) of the coast.", 0),
        ("en", "It was met in five ports (2, 3 and 14 days behind) of the coast.", 0),
        (
            "en",
            "It had at least two aims:\n\n1. The tar of Vell was dear.\n2. The rope of Lind was not.\n3. Nets of Sund were old.\n\nSo it went.",
            0,
        ),
    ] {
        let paper = format!("---\nlang: {language}\n---\n\n# Tolls\n\n{paper}\n\n4 May 1931.");
        assert_eq!(warned("quantity-conflict", &paper), expected, "{paper}");
    }
}

#[test]
fn what_is_numbered_is_as_many_as_it_is_said_to_be() {
    let steps = "## Step 1: Tar\n\nIt is dear.\n\n## Step 2: Rope\n\nIt is old.\n\n## Step 3: Nets\n\nThey rot.";
    let passos = steps.replace("Step ", "Passo #");
    for (language, text, steps, expected) in [
        ("en", "The four long steps matter.", steps, 1),
        ("en", "In the fourth and last step nets are mended.", steps, 1),
        ("pt", "Há quatro passos de que se fala.", &passos, 1),
        // As many; some of them; told twice, and so of others.
        ("en", "The three long steps matter.", steps, 0),
        ("en", "Two steps are dear.", steps, 0),
        ("en", "The four steps of Lind are others. Four steps it was.", steps, 0),
    ] {
        let paper = format!("---\nlang: {language}\n---\n\n# Tolls\n\n{text}\n\n{steps}\n\n4 May 1931.");
        assert_eq!(warned("quantity-conflict", &paper), expected, "{text}");
    }
}

#[test]
fn things_are_numbered_one_after_the_other() {
    let first = "A first survey asks why.\n\nA second survey asks how.\n\nIn a third survey, nobody asks.\n\n";
    for (language, text, expected) in [
        ("en", format!("{first}A sixth survey asks who.\n\nA fifth and last survey asks where."), 1),
        ("en", format!("{first}A fifth survey asks who."), 1),
        ("es", "El primero es bajo. El segundo es alto. El cuarto y el quinto son viejos.".to_owned(), 1),
        ("id", "Langkah pertama mudah.\n\nLangkah kelima sulit.\n\nLangkah ketiga lama.".to_owned(), 1),
        // In order; one is told otherwise; one of another kind; one that is left out.
        ("en", format!("{first}A fourth survey asks who.\n\nA fifth and last survey asks where."), 0),
        ("en", format!("{first}Of the fourth survey nothing is left.\n\nA fifth survey asks who."), 0),
        ("en", format!("{first}A fifth boat asks who."), 0),
        ("en", "The first is low. The second is high, and a third is old. The fourth is new.".to_owned(), 0),
        ("en", "The first survey asks why.\n\nThe third survey asks how.".to_owned(), 0),
    ] {
        let paper = format!("---\nlang: {language}\n---\n\n{}", dated(&text));
        assert_eq!(warned("quantity-conflict", &paper), expected, "{text}");
    }
}

#[test]
fn a_scale_has_as_many_points_as_its_ends_say() {
    for (language, text, expected) in [
        ("en", "Skippers answered on a 7-point Likert scale from 1 (never) to 5 (always).", 1),
        ("en", "Skippers answered on a five-point scale, from never (1) to always (7).", 1),
        ("es", "Se usó una escala de 5 puntos (1 = nunca, 4 = a veces, 7 = siempre).", 1),
        ("de", "Gefragt wurde auf einer 5-stufigen Skala von 1 (nie) bis 7 (immer).", 1),
        ("en", "Skippers answered on a 5-point scale (1 = never, 5 = always).", 0),
        ("en", "Skippers answered on a 5-point scale from 0 (never) to 4 (always).", 0),
        ("en", "They told on a 5-point scale of their (1) toil, (2) fear and (3) sleep.", 0),
        ("en", "A 5-point and a 7-point scale (1 = never, 7 = always) were used.", 0),
        ("en", "A 5-point scale was used; sex was told, too (1 = male, 3 = other).", 0),
    ] {
        let paper = format!("---\nlang: {language}\n---\n\n# Tolls\n\n{text}\n\n4 May 1931.");
        assert_eq!(warned("quantity-conflict", &paper), expected, "{text}");
    }
}

#[test]
fn what_happens_once_has_one_date() {
    for (paper, expected) in [
        ("The Sund Bridge was opened on 3 June 1968.\n\nThe Sund Bridge was opened on 5 July 1968.", 1),
        ("Ada Holt was born in Lunden on 4 May 1901. Later Ada Holt was born in 1911.", 1),
        ("Jembatan Sund diresmikan pada 3 Juni 1968.\n\nJembatan Sund diresmikan pada 5 Juli 1968.", 1),
        // A year holds its day; names differ, or tell of two; what is opened again, or hardly, is left.
        ("The Sund Bridge was opened on 3 June 1968.\n\nThe Sund Bridge was opened in 1968.", 0),
        ("Ada Holt was born in 1901. Eva Holt was born in 1911.", 0),
        ("The treaty of Vell was signed on 3 May 1921.\n\nThe treaty of Vell was signed on 13 May 1921.", 1),
        ("El tratado de Vell se firmó el 3 de mayo de 1921. El tratado de Vell se firmó el 9 de mayo de 1921.", 1),
        ("---\nlang: de\n---\n\nAda Holt starb 1921. Der Hafen war klein. Ada Holt starb 1925.", 1),
        ("The pier at Vell was opened in 1931. The pier at Lind was opened in 1934.", 0),
        ("Holt was born in 1901. Holt was born in 1911.", 0),
        ("The Sund Bridge was opened on 3 June 1968. The Sund Bridge was opened again in 1971.", 0),
        ("The Sund Bridge was opened on 3 June 1968. It is said that the Sund Bridge was opened in 1969.", 0),
    ] {
        assert_eq!(warned("date-conflict", paper), expected, "{paper}");
    }
}

#[test]
fn nobody_acts_after_their_death() {
    for (paper, expected) in [
        ("Ada Holt died in 1950. In 1953 Ada Holt wrote to the port.", 1),
        ("In 1953 Ada Holt wrote to the port.\n\nAda Holt died in 1950.", 1),
        ("Ani Sari wafat pada 1962. Pada 1975 Ani Sari menulis surat kepada bupati.", 1),
        ("Ada Holt died in 1950. In 1949 Ada Holt wrote to the port.", 0),
        ("Ada Holt died in 1950. In 1953 Eva Holt wrote to the port.", 0),
        ("Ada Holt died in 1950. In 1953 the Ada Holt Prize was founded.", 0),
    ] {
        let warnings: usize = ["order-conflict", "date-conflict"].iter().map(|rule| warned(rule, paper)).sum();
        assert_eq!(warnings, expected, "{paper}");
    }
}

#[test]
fn a_stretch_that_is_told_again_differs_by_no_slip() {
    for (other, expected) in [("1912", 1), ("1921", 0), ("1934", 0)] {
        let paper = format!(
            "The ledgers of Vell tell of tolls on boats and nets, 1894-1921.\n\nIt rained.\n\n\
             We read of the tolls on boats and nets in ledgers of Vell from 1894-{other}."
        );
        assert_eq!(warned("date-conflict", &paper), expected, "{other}");
    }
}

/// A paper whose abstract stands in its metadata.
fn with_abstract(told: &str, text: &str) -> String {
    format!("---\ntitle: Tolls\nabstract: |\n  {told}\n---\n\n# Ports\n\n{text}\n")
}

#[test]
fn a_number_that_is_told_again_differs_by_no_slip() {
    for (told, text, expected) in [
        ("We read 127 toll ledgers of the coast.", "The 172 toll ledgers of the coast were read twice.", 1),
        ("Skippers paid 942,629 marks of tolls.", "In all, skippers paid 942,669 marks of tolls.", 1),
        ("Tolls were read in 24 ports.", "In all 24 ports tolls rose. Of the 42 ports most are small.", 1),
        // The same; another thing; no slip; both in one sentence.
        ("We read 127 toll ledgers of the coast.", "The 127 toll ledgers of the coast were read twice.", 0),
        ("We read 127 toll ledgers of the coast.", "The 172 letters of a skipper were found.", 0),
        ("We read 127 toll ledgers of the coast.", "The 350 toll ledgers of the coast were read twice.", 0),
        ("We read 127 toll ledgers of the coast.", "Of 127 toll ledgers of the coast 172 copies were read.", 0),
    ] {
        assert_eq!(warned("quantity-conflict", &with_abstract(told, text)), expected, "{told} {text}");
    }
}

#[test]
fn two_digits_stand_the_other_way_round() {
    for (paper, expected) in [
        ("We read 4,716 letters of skippers. All 4,716 are here.\n\nThe 4,176 letters tell of fog.", 1),
        ("All 3,600 voyages were logged, and 3,600 times it was dark.\n\nIt is a 6,300-voyage log.", 1),
        ("The ratio was 0.64 (0.31 to 1.92) in fog.\n\nAt sea, a ratio of 0.64 (0.31 to 1.29) was seen.", 1),
        ("Skippers with lamps lose 41.7 nets a year in fog.\n\nLamps cost skippers 14.7 nets in a year of fog.", 1),
        ("All the wives are 41.7 more often at sea, as it is.\n\nThe wives are 14.7 more often at sea, as we saw.", 1),
        (
            "Wives are 41.7% more likely to mend nets than widows.\n\nAt sea, wives are 14.7% more likely to mend \
             nets than widows.",
            1,
        ),
        ("Skippers with lamps lose 41.7 nets a year in fog.\n\nLamps cost widows 14.7 boats in a year of ice.", 0),
        // Of other things; of both; no slip; both in one sentence.
        ("We read 4,716 letters of skippers. All 4,716 are here.\n\nThe 4,176 boats sank.", 0),
        ("We read 4,716 letters of skippers. All 4,716 are here.\n\nOf 4,716 letters 4,176 letters are torn.", 0),
        ("The ratio was 0.64 (0.31 to 1.92) in fog.\n\nAt sea, a ratio of 0.64 (0.31 to 4.11) was seen.", 0),
        ("The ratio was 0.713 (0.695, 0.731), not 0.793.\n\nThe ratio of 0.713, not 0.793, was seen.", 0),
    ] {
        let paper = format!("# Tolls\n\n{paper}\n\n4 May 1931.");
        assert_eq!(warned("quantity-conflict", &paper), expected, "{paper}");
    }
}

#[test]
fn two_rare_words_in_a_long_text_are_no_accident() {
    let rain = "It rained again in Vell.\n\n".repeat(80);
    let works = "# References\n\nKent, A. (1921). *Tolls*. Vell: Sund.\n\nMoss, B. (1930). *Nets*. Vell: Sund.";
    for (first, second, expected) in [
        ("Lanterns cost 41.7 marks at sea.", "Some 14.7 marks were paid for lanterns.", 1),
        ("About 41% of the widows mended torn nets in spring.", "In spring 14% of widows had torn nets to mend.", 1),
        ("Lanterns cost 41.7 marks at sea.", "The widows paid 14.7 marks of it.", 0),
        ("Lanterns cost 41 marks at sea.", "Some 14 boats have lanterns.", 0),
        // What two works tell is of two things.
        ("Lanterns cost 41.7 marks (Kent, 1921).", "Some 14.7 marks were paid for lanterns (Moss, 1930).", 0),
    ] {
        let paper = format!("# Tolls\n\n{first}\n\n{rain}{second}\n\n4 May 1931.\n\n{works}");
        assert_eq!(warned("quantity-conflict", &paper), expected, "{first}");
    }
}

#[test]
fn a_day_that_is_told_again_differs_by_no_slip() {
    for (told, text, expected) in [
        (
            "The toll ledgers were closed on 20 September 1923.",
            "Clerks closed the toll ledgers on 20 November 1923.",
            1,
        ),
        (
            "The toll ledgers were closed on 20 September 1923.",
            "Clerks closed the toll ledgers on 20 September 1923.",
            0,
        ),
        ("The toll ledgers were closed on 20 September 1923.", "The fog of 20 November 1923 sank two boats.", 0),
    ] {
        assert_eq!(warned("date-conflict", &with_abstract(told, text)), expected, "{told} {text}");
    }
}

#[test]
fn a_share_in_brackets_is_of_the_whole_that_its_like_is_of() {
    let fleet = |wood: &str, steel: &str| {
        format!("The fleet had 640 boats of all kinds. Of these boats, {wood} were of wood, and {steel} were of steel.")
    };
    for (wood, steel, expected) in [
        ("190 (25.0%)", "96 (15.0%)", 1),
        ("160 (52.0%)", "96 (15.0%)", 1),
        // They agree; no slip explains it; nothing else is of that whole.
        ("160 (25.0%)", "96 (15.0%)", 0),
        ("277 (25.0%)", "96 (15.0%)", 0),
        ("190 (25.0%)", "most", 0),
    ] {
        assert_eq!(warned("share-mismatch", &fleet(wood, steel)), expected, "{wood} {steel}");
    }
}

#[test]
fn a_multiple_is_that_of_its_two_numbers() {
    for (catches, expected) in [("9.1 vs. 3.2", 1), ("61% vs. 22%", 1), ("6.4 vs. 3.2", 0), ("3.2 vs. 6.0", 0)] {
        let paper = format!("At night the lamp nearly doubles catches ({catches}), as was seen.");
        assert_eq!(warned("growth-mismatch", &paper), expected, "{catches}");
    }
}

#[test]
fn what_changes_does_so_in_the_direction_that_its_words_say() {
    for (paper, expected) in [
        ("Tolls are affected, falling from ≈3 marks to ≈6 marks.", 1),
        ("Tolls saw a sharp decrease from 30 to 60 marks.", 1),
        ("Der Anteil der Kutter sank in dieser Zeit auf See stark. Er sank von 12 auf 15 Prozent.", 1),
        ("Der Anteil der Kutter ist in dieser Zeit von 15 auf 12 Prozent gestiegen.", 1),
        ("Le tonnage des bateaux passe de 10 à 7 dans ce port, soit une hausse.", 1),
        ("Las capturas de los barcos del puerto aumentaron de 15 a 12 toneladas.", 1),
        ("A taxa dos barcos que entram no porto caiu de 12 para 15 casos.", 1),
        ("Il numero delle barche nel porto è diminuito da 12 a 15.", 1),
        ("Het aantal schepen in de haven steeg van 15 naar 12.", 1),
        ("Jumlah perahu di pelabuhan itu meningkat dari 15 menjadi 12 buah.", 1),
        ("Waits went from 20.4 ms → 52.9 ms, about 6.2×.", 1),
        ("Use was higher in the north than in the south (31.2% vs. 39.4%).", 1),
        ("Catches went 12 → 15 (+35%) at night.", 1),
        ("Lind has 29% higher losses than Vell (22.1% vs. 19.1%), as was seen.", 1),
        ("Lind pays 35% higher tolls than the port of Vell (22 vs. 18 marks).", 1),
        // The words fit, or say no direction.
        ("Tolls are affected, falling from ≈6 marks to ≈3 marks.", 0),
        ("Der Ertrag der Kutter nahm in dieser Zeit von 15 auf 12 Tonnen ab.", 0),
        ("Las capturas de los barcos del puerto pasaron de 15 a 12 toneladas.", 0),
        ("Waits went from 20.4 ms → 52.9 ms, about 2.6×.", 0),
        ("Use was higher in the north than in the south (39.4% vs. 31.2%).", 0),
        ("Catches went 12 → 15 (+25%) at night.", 0),
        ("Lind has 29% higher losses than Vell (22.1% vs. 17.1%), as was seen.", 0),
        ("Lind has 5% higher losses than Vell (22.1% vs. 17.1%), as was seen.", 0),
        ("Lind pays 22% higher tolls than the port of Vell (22 vs. 18 marks).", 0),
    ] {
        assert_eq!(warned("growth-mismatch", &dated(paper)), expected, "{paper}");
    }
}

#[test]
fn what_is_left_is_what_was_not_taken_away() {
    for (paper, expected) in [
        ("We excluded 40 of the 96 ledgers, leaving 46.", 1),
        ("Of 96 ledgers, 40 were excluded as torn, leaving 46.", 1),
        ("We read 2,180 ledgers of tolls (20 were dropped from an original 2,220).", 1),
        ("There are 87 pairs, of which 19 pairs are of one port and 58 pairs of two.", 1),
        ("Les 87 paires, dont 19 paires d’un port et 58 paires de deux.", 1),
        ("The boat drew 92 tons against 66 tons, a difference of 36 tons.", 1),
        ("We excluded 50 of the 96 ledgers, leaving 46.", 0),
        ("There are 87 pairs, of which 19 pairs are of one port and 68 pairs of two.", 0),
        ("There are 87 boats, of which 19 sank and 58 were saved.", 0),
        ("The boat drew 92 tons against 66 tons, a difference of 26 tons.", 0),
    ] {
        assert_eq!(warned("parts-do-not-sum", &dated(paper)), expected, "{paper}");
    }
}

#[test]
fn a_p_value_is_called_what_it_is() {
    for (paper, expected) in [
        ("The gap between the two ports was not statistically significant (p = 0.02).", 1),
        ("The gap between the two ports was significant, p = .34.", 1),
        ("The gap between the two ports was not statistically significant (p = 0.42).", 0),
        ("We set alpha at .01. The gap between the two ports was not significant (p = 0.02).", 0),
        ("The gap was not significant (p = 0.02). All p-values were Bonferroni corrected.", 0),
    ] {
        assert_eq!(warned("p-value-mismatch", &dated(paper)), expected, "{paper}");
    }
}

#[test]
fn a_number_of_the_text_stands_in_the_table_that_has_its_row() {
    let table =
        "| Port | Low tide | High tide |\n|---|---|---|\n| Sund harbour | 23.4 | 63.2 |\n| Vell | 11.7 | 40.5 |";
    for (text, expected) in [
        ("Sund harbour had 23.4 at low tide and 36.2 at high tide.", 1),
        ("At Sund harbour, 23.4 tons of 11.7 went out at low tide, and 36.2 at high tide.", 1),
        ("At Sund harbour, 23.4 tons of 11.7 went out at low tide, and 63.2 at high tide.", 0),
        ("At Sund harbour, 23.4 tons of 11.7 went out at low tide, and 58.9 at high tide.", 0),
        ("Boats of 36.2 tons are rare.", 0),
    ] {
        assert_eq!(warned("quantity-conflict", &dated(&format!("{text}\n\n{table}"))), expected, "{text}");
    }
    // A part of one may be told as a percentage.
    let parts =
        "| Port | Low tide | High tide |\n|---|---|---|\n| Sund harbour | 0.234 | 0.632 |\n| Vell | 0.117 | 0.405 |";
    for (share, expected) in [("36.2%", 1), ("63.2%", 0)] {
        let text = format!("Of Sund harbour, 23.4% are dry at low tide and {share} at high tide.");
        assert_eq!(warned("quantity-conflict", &dated(&format!("{text}\n\n{parts}"))), expected, "{share}");
    }
}

#[test]
fn two_answers_that_few_give_are_no_slip() {
    let of = |first: &str, second: &str| {
        format!("# Answers\n\nOf the hull, {first}.\n\nOf the sails of the other boat, {second}.\n\n4 May 1931.")
    };
    for (first, second, expected) in [
        ("27.4% gave a 5, 43.1% gave a 4 and 16.2% gave a 3", "27.4% gave a 5, 34.1% gave a 4 and 16.2% gave a 3", 0),
        // Of three with four digits two are no accident.
        ("27.42% went north, 43.15% went south and 16.23% sank", "27.42% sank, 34.15% sang and 16.23% slept", 1),
        (
            "the share was 43.1 in Oslo, 38.6 in Vell and 16.2 in Lind",
            "it was 34.1 in Oslo, 38.6 in Vell and 16.2 in Lind",
            0,
        ),
        ("the ratio was 27.4 (16.2 to 43.1)", "a ratio of 27.4 (16.2 to 34.1) was seen", 1),
    ] {
        assert_eq!(warned("quantity-conflict", &of(first, second)), expected, "{first}");
    }
}

#[test]
fn an_age_is_that_of_its_years() {
    for (born, expected) in [("1991", 1), ("1994", 0), ("1995", 0)] {
        let paper = format!("The 2012 death of Ada Holt, born in {born}, a 17 year old skipper, was a loss.");
        assert_eq!(warned("gap-mismatch", &paper), expected, "{born}");
    }
}

#[test]
fn a_mean_lies_within_its_range() {
    for (paper, expected) in [
        ("The mean age was 57 years (SD = 8; range 18–53 years).", 1),
        ("Das Durchschnittsalter betrug 57 Jahre (SD = 8), die Befragten waren zwischen 18 und 53 Jahre alt.", 1),
        ("The median wait was 12 days (IQR 13–20).", 1),
        ("La médiane des attentes est de 22,30 % et un IIQ [1,85-20,15] pour ce port.", 1),
        ("The median wait was 14 days (IQR 13–20).", 0),
        ("A idade média foi de 57 anos (de 18 a 53 anos).", 1),
        ("The mean age was 35 years (SD = 8; range 18–53 years).", 0),
        ("The mean age was 57 years, and the men of the other boat were from 18 to 53 years old.", 0),
    ] {
        assert_eq!(warned("quantity-conflict", paper), expected, "{paper}");
    }
}

#[test]
fn a_figure_has_one_scale() {
    for (other, expected) in [("1.62B", 1), ("1.62M", 0), ("1.64B", 0)] {
        let paper = format!(
            "The ferry lost 1.62M weighted passengers that year.\n\nThe loss of {other} weighted passengers hurt it."
        );
        assert_eq!(warned("quantity-conflict", &paper), expected, "{other}");
    }
}
