//! Citations and bibliographies of small papers, with everything that is to be found in them.

use gainsay::bibliography::{self, Bibliography, Entry};
use gainsay::citation::{By, Citation, Form, How, Resolved, citations};
use gainsay::document::{Block, Kind, Mark, Marked, Scribe};
use proptest::prelude::*;

/// A block of words in which `*stars*` set apart.
fn block(kind: Kind, text: &str) -> Block {
    let mut scribe = Scribe::new(kind);
    let mut at = 0;
    for (number, piece) in text.split('*').enumerate() {
        if number % 2 == 1 {
            scribe.open(Marked::Emphasis);
        }
        scribe.plain(piece, at);
        if number % 2 == 1 {
            scribe.close();
        }
        at += piece.len() + 1;
    }
    scribe.done().expect("a block has words")
}

/// A paper of one paragraph and a list of entries.
fn paper(text: &str, entries: &[&str]) -> Vec<Block> {
    let mut blocks = vec![block(Kind::Paragraph, text), block(Kind::Heading(2), "References")];
    blocks.extend(entries.iter().map(|entry| block(Kind::Item, entry)));
    blocks
}

fn read(blocks: &[Block]) -> (Bibliography, Vec<Citation>) {
    let bibliography = bibliography::listed_in(blocks);
    let citations = citations(blocks, &bibliography);
    (bibliography, citations)
}

/// What is cited, as it is printed, and what it resolves to.
fn cited(text: &str, entries: &[&str]) -> Vec<(String, Resolved)> {
    let blocks = paper(text, entries);
    let (_, citations) = read(&blocks);
    let works = citations.iter().flat_map(|citation| citation.works.iter().map(move |work| (citation, work)));
    works.map(|(citation, work)| (citation.printed(work, &blocks), work.resolved.clone())).collect()
}

fn one(entry: usize, how: How) -> Resolved {
    Resolved::One(entry, how)
}

/// The entry that a single line in prose is read as.
fn entry(text: &str) -> Entry {
    let (found, _) = read(&paper("Text.", &[text]));
    assert_eq!(found.entries.len(), 1, "{text}: {found:#?}");
    found.entries.into_iter().next().expect("there is one")
}

/// An entry's parts: names first, then its fields as `name: value`, then what is left.
fn parts(entry: &Entry) -> Vec<String> {
    let author = entry.author.iter().map(|name| format!("author: {}", name.who.sorted()));
    let editor = entry.editor.iter().map(|name| format!("editor: {}", name.who.sorted()));
    let mut fields: Vec<_> = entry.fields.iter().collect();
    fields.sort_by_key(|field| field.name);
    let fields = fields.into_iter().map(|field| format!("{}: {}", field.name, field.value));
    let rest = entry.rest.iter().map(|part| format!("rest: {}", part.words));
    author.chain(editor).chain(fields).chain(rest).collect()
}

const ENTRIES: [&str; 9] = [
    "Smith, John, and Ann Lee. 2020a. *Harbours of the North*. London: Quay Books.",
    "Smith, John, and Ann Lee. 2020b. *Harbours of the South*. London: Quay Books.",
    "Park, Min. 2019. \"Tides.\" *Journal of Ports* 4 (2): 10–20.",
    "Port News Indonesia. 2023. *Kapal Tenggelam*. Accessed 2024. <https://port.example/2023/kapal>.",
    "PortNews. 2022. *Old Ships*. Accessed 2024. <https://port.example/old>.",
    "Müller, Karl. 2021. *Schiffe*. Hamburg: Hafen.",
    "Brookings. n.d. \"Fleets of the World.\" <https://brook.example/fleets>.",
    "Brookings. 2022. \"Fleets Again.\" <https://brook.example/again>.",
    "Waltz, Kenneth. 1979. *Theory of Harbours*. Reading: Addison.",
];

#[test]
fn names_with_years_in_brackets_are_citations_in_any_dress() {
    use How::{Exactly, Folded, LaterAuthor};
    for (text, expected) in [
        ("It sank (Port News Indonesia 2023).", vec![("Port News Indonesia 2023", one(3, Exactly))]),
        ("Models of tides (MT, Park 2019) are old.", vec![("Park 2019", one(2, Exactly))]),
        ("It sank. (Port News Indonesia, 2023)", vec![("Port News Indonesia 2023", one(3, Exactly))]),
        (
            "Both (Smith & Lee, 2020a; Park 2019, p. 4) agree.",
            vec![("Smith & Lee 2020a", one(0, Exactly)), ("Park 2019", one(2, Exactly))],
        ),
        (
            "Twice (Smith and Lee 2020a, 2020b).",
            vec![("Smith and Lee 2020a", one(0, Exactly)), ("Smith and Lee 2020b", one(1, Exactly))],
        ),
        (
            "Twice (Smith and Lee 2020a, b).",
            vec![("Smith and Lee 2020a", one(0, Exactly)), ("Smith and Lee b", one(1, Exactly))],
        ),
        (
            "Without a letter (Smith and Lee 2020).",
            vec![("Smith and Lee 2020", Resolved::Several([0, 1].into(), Exactly))],
        ),
        (
            "Cut short (Smith et al. 2020b; Smith dkk., 2020a).",
            vec![("Smith et al. 2020b", one(1, Exactly)), ("Smith dkk. 2020a", one(0, Exactly))],
        ),
        ("The second author (Lee 2020a).", vec![("Lee 2020a", one(0, LaterAuthor))]),
        (
            "Spelt otherwise (Port News 2022; Muller 2021; PARK 2019).",
            vec![("Port News 2022", one(4, Folded)), ("Muller 2021", one(5, Folded)), ("PARK 2019", one(2, Folded))],
        ),
        (
            "No date (Brookings n.d.; Brookings t.t.).",
            vec![("Brookings n.d.", one(6, Exactly)), ("Brookings t.t.", one(6, Exactly))],
        ),
        ("Misspelt (Brookngs 2022).", vec![("Brookngs 2022", Resolved::Nothing(Some(7)))]),
        ("Another year (Park 2018).", vec![("Park 2018", Resolved::Nothing(Some(2)))]),
        ("In no list (Hollis 2020).", vec![("Hollis 2020", Resolved::NotCheckable)]),
        (
            "Introduced (see Park 2019), (dalam Waltz 1979, 45) and (cf. also Hollis 2020).",
            vec![
                ("Park 2019", one(2, Exactly)),
                ("Waltz 1979", one(8, Exactly)),
                ("Hollis 2020", Resolved::Nothing(None)),
            ],
        ),
        (
            "Parted by commas (Park 2019, Waltz 1979).",
            vec![("Park 2019", one(2, Exactly)), ("Waltz 1979", one(8, Exactly))],
        ),
        ("Two misspelt (Smyth and Lee 2020a).", vec![("Smyth and Lee 2020a", Resolved::Nothing(Some(0)))]),
        ("With the first name (Kenneth Waltz 1979).", vec![("Kenneth Waltz 1979", one(8, Exactly))]),
        ("No year but a page (Waltz 45).", vec![("Waltz", one(8, Exactly))]),
        ("A page like a year (Park 2019, 1679).", vec![("Park 2019", one(2, Exactly))]),
    ] {
        let expected: Vec<(String, Resolved)> =
            expected.into_iter().map(|(printed, resolved)| (printed.to_owned(), resolved)).collect();
        let found: Vec<(String, Resolved)> =
            cited(text, &ENTRIES).into_iter().map(|(printed, resolved)| (printed.replace(',', ""), resolved)).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_name_before_a_bracket_is_a_citation_where_an_entry_has_it() {
    for (text, expected) in [
        ("As Waltz (1979, p. 4) says.", vec![("Waltz 1979", one(8, How::Exactly))]),
        ("The work of Smith and Lee (2020a) is old.", vec![("Smith and Lee 2020a", one(0, How::Exactly))]),
        ("Park’s (2019) tides.", vec![("Park 2019", one(2, How::Exactly))]),
        ("Menurut Kenneth Waltz (1979), kapal tenggelam.", vec![("Kenneth Waltz 1979", one(8, How::Exactly))]),
        ("Hollis et al. (2020) found it.", vec![("Hollis et al. 2020", Resolved::NotCheckable)]),
        ("Waltts (1979) found it.", vec![("Waltts 1979", Resolved::Nothing(Some(8)))]),
        ("Hollis (2020) argues so.", vec![("Hollis 2020", Resolved::NotCheckable)]),
        ("In Paris (2015) it rained.", vec![]),
    ] {
        let expected: Vec<(String, Resolved)> =
            expected.into_iter().map(|(printed, resolved)| (printed.to_owned(), resolved)).collect();
        assert_eq!(cited(text, &ENTRIES), expected, "{text}");
    }
}

#[test]
fn other_brackets_are_no_citations() {
    for text in [
        "It sank then (2023), in June (June 2024) and again (20 Juni 2024).",
        "By law (pasal 4), by resolution (Resolution 1718) and (UU 2008), by treaty (Treaty of Rome 1957).",
        "The alliance (NATO) and the ministry (Kemlu) grew (5-7 percent) from (1945-1948) on (Periode 2009-2013).",
        "A ship (US$750) of the fleet (sekitar Rp938.790) left (1) or stayed (a) for good (the war of 1812).",
        "All of it [sic] and more was said (as everyone knew in 1990) before.",
        "(see section 4) (p. 12) (Tabel 2) (Figure 3, 2020) ( ) () ((2020)) (2020",
    ] {
        assert_eq!(cited(text, &ENTRIES), [], "{text}");
    }
}

#[test]
fn a_citation_knows_its_place_its_prefix_and_its_locator() {
    let text = "Both (see Smith & Lee, 2020a; Park 2019, p. 4) agree, as does Waltz (1979: 12).";
    let blocks = paper(text, &ENTRIES);
    let (_, found) = read(&blocks);
    let words = |range: &std::ops::Range<usize>| &blocks[0].words[range.clone()];
    let [bracket, running] = &found[..] else { panic!("{found:#?}") };
    assert_eq!((words(&bracket.range), bracket.form), ("(see Smith & Lee, 2020a; Park 2019, p. 4)", Form::Bracket));
    assert_eq!((words(&running.range), running.form), ("Waltz (1979: 12)", Form::Running));
    let [smith, park] = &bracket.works[..] else { panic!("{bracket:#?}") };
    assert_eq!(smith.prefix.as_ref().map(words), Some("see"));
    assert_eq!(words(&smith.range), "Smith & Lee, 2020a");
    assert_eq!(park.locator.as_ref().map(words), Some("p. 4"));
    assert_eq!(running.works[0].locator.as_ref().map(words), Some("12"));
    let By::Name { name, year: Some(year) } = &smith.by else { panic!("{smith:#?}") };
    assert_eq!((words(name), year.year, year.letter), ("Smith & Lee", Some(2020), Some('a')));
}

#[test]
fn numbers_are_citations_where_the_list_is_numbered() {
    let entries = [
        "[1] J. K. Smith and A. Lee, \"Harbours,\" Journal of Ports, vol. 4, no. 2, pp. 1–9, Mar. 2020.",
        "[2] World Bank, *Ports*. Washington: World Bank, 2019.",
        "[3] M. Park, *Tides*. London: Quay, 2018.",
    ];
    let text = "So it is [1], [e.g. 2-3], and [see 1, 3, p. 4], not [9] or (2).";
    let found = cited(text, &entries);
    let numbers: Vec<(&str, &Resolved)> =
        found.iter().map(|(printed, resolved)| (printed.as_str(), resolved)).collect();
    let [a, b, c] = [one(0, How::Exactly), one(1, How::Exactly), one(2, How::Exactly)];
    let nothing = Resolved::Nothing(None);
    assert_eq!(numbers, [("1", &a), ("2", &b), ("3", &c), ("1", &a), ("3", &c), ("9", &nothing)]);
    assert_eq!(cited("Here [1].", &ENTRIES[..2]), [("1".to_owned(), a)], "a list that prints no numbers is counted");
    assert_eq!(cited("Here [1] (Park 2019).", &ENTRIES).len(), 1, "a text that cites by names is not");
}

#[test]
fn keys_resolve_against_a_file() {
    let file = "@book{waltz1979, author = {Waltz, Kenneth}, title = {Theory}, year = 1979}\n\
                @book{park2019,\n author = {Min Park}, title = {Tides}, year = 2019}\n";
    let list = bibliography::read(file).expect("it is BibTeX");
    let mut scribe = Scribe::new(Kind::Paragraph);
    scribe.plain("So it is [see ", 0);
    scribe.open(Marked::Key("waltz1979".into()));
    scribe.plain("@waltz1979", 14);
    scribe.close();
    scribe.plain(", p. 3; ", 24);
    scribe.open(Marked::Key("prak2019".into()));
    scribe.plain("@prak2019", 32);
    scribe.close();
    scribe.plain("].", 41);
    let blocks = [scribe.done().expect("there are words")];
    let found = citations(&blocks, &list);
    let [citation] = &found[..] else { panic!("{found:#?}") };
    let words = |range: &std::ops::Range<usize>| &blocks[0].words[range.clone()];
    assert_eq!(words(&citation.range), "[see @waltz1979, p. 3; @prak2019]");
    let [waltz, park] = &citation.works[..] else { panic!("{citation:#?}") };
    assert_eq!((&waltz.by, &waltz.resolved), (&By::Key("waltz1979".into()), &one(0, How::Exactly)));
    assert_eq!(waltz.prefix.as_ref().map(words), Some("see"));
    assert_eq!(waltz.locator.as_ref().map(words), Some("p. 3"));
    assert_eq!(park.resolved, Resolved::Nothing(Some(1)), "`prak2019` is nearly `park2019`");
}

#[test]
fn what_a_reference_manager_left_is_matched_with_the_list() {
    let json = r#"{"citationItems":[{"id":7,"itemData":{"type":"book","title":"Theory of Harbours","author":
        [{"family":"Waltz","given":"Kenneth"}],"issued":{"date-parts":[["1979"]]}}}]}"#;
    let mut scribe = Scribe::new(Kind::Paragraph);
    scribe.plain("So it is ", 0);
    scribe.open(Marked::Item(json.into()));
    scribe.plain("(Waltz 1979)", 9);
    scribe.close();
    let mut blocks = paper("x", &ENTRIES);
    blocks[0] = scribe.done().expect("there are words");
    let (_, found) = read(&blocks);
    let [citation] = &found[..] else { panic!("{found:#?}") };
    assert_eq!((citation.form, &citation.works[0].resolved), (Form::Marked, &one(8, How::Title)));
    let By::Work(work) = &citation.works[0].by else { panic!("{citation:#?}") };
    assert_eq!(work.value("issued"), Some("1979"));
}

#[test]
fn notes_hold_references() {
    let mut blocks = paper("Text.", &ENTRIES);
    for (number, text) in [
        "Kenneth Waltz, *Theory of Harbours* (Reading: Addison, 1979), p. 12.",
        "Ibid., 14.",
        "Vgl. dazu Park 2019, 15.",
        "The harbour was closed in 1950, and nobody minded.",
    ]
    .into_iter()
    .enumerate()
    {
        blocks.insert(1 + number, block(Kind::Note((number + 1).to_string()), text));
    }
    let (_, found) = read(&blocks);
    let notes: Vec<(usize, &Form, &Resolved)> =
        found.iter().map(|citation| (citation.block, &citation.form, &citation.works[0].resolved)).collect();
    assert_eq!(
        notes,
        [
            (1, &Form::Note, &one(8, How::Title)),
            (2, &Form::Note, &one(8, How::Title)),
            (3, &Form::Note, &one(2, How::Exactly)),
        ]
    );
    assert!(found[1].works[0].points_back());
}

/// What the notes of a text cite: the words, the entries, and the locator.
fn in_notes(notes: &[&str]) -> Vec<(usize, String, Vec<usize>, String)> {
    let mut blocks = paper("Text.", &ENTRIES);
    for (number, text) in notes.iter().enumerate() {
        blocks.insert(1 + number, block(Kind::Note((number + 1).to_string()), text));
    }
    let (_, found) = read(&blocks);
    let works = found.iter().flat_map(|citation| citation.works.iter().map(move |work| (citation.block, work)));
    let told = works.map(|(number, work)| {
        let letters = |range: &std::ops::Range<usize>| blocks[number].words[range.clone()].to_owned();
        let entries = work.resolved.entries().to_vec();
        (number, letters(&work.range), entries, work.locator.as_ref().map(letters).unwrap_or_default())
    });
    told.collect()
}

#[test]
fn what_points_back_cites_what_was_cited_before() {
    let told = |number: usize, words: &str, entries: &[usize], locator: &str| {
        (number, words.to_owned(), entries.to_vec(), locator.to_owned())
    };
    assert_eq!(
        in_notes(&[
            "Kenneth Waltz, *Theory of Harbours* (Reading: Addison, 1979), p. 12.",
            "Ibid., p. 14. The passage was cut later.",
            "See Park 2019, 15; Waltz, op. cit., hlm. 20.",
            "ibid.",
            "Kenneth Waltz, Op.Cit., p. 3; see also Park, loc. cit.",
            "Nothing is cited here.",
            "Ibid., 5.",
        ]),
        [
            told(1, "Kenneth Waltz, Theory of Harbours (Reading: Addison, 1979), p. 12.", &[8], ""),
            told(2, "Ibid., p. 14", &[8], "p. 14"),
            told(3, "Park 2019, 15", &[2], "15"),
            told(3, "Waltz, op. cit., hlm. 20", &[8], "hlm. 20"),
            told(4, "ibid", &[8], ""),
            told(5, "Kenneth Waltz, Op.Cit., p. 3", &[8], "p. 3"),
            told(5, "Park, loc. cit", &[2], ""),
            told(7, "Ibid., 5", &[], "5"),
        ]
    );
    assert_eq!(
        in_notes(&["Ibid., p. 4.", "He was an idem sort of man, and an ibis."]),
        [told(1, "Ibid., p. 4", &[], "p. 4")]
    );
}

#[test]
fn in_running_text_only_brackets_point_back() {
    let cites = |text: &str| cited(text, &ENTRIES);
    assert_eq!(
        cites("So it was (Park 2019). It went on (ibid., p. 7), and on (Ibid.)."),
        [
            ("Park 2019".to_owned(), one(2, How::Exactly)),
            ("ibid., p. 7".to_owned(), one(2, How::Exactly)),
            ("Ibid".to_owned(), one(2, How::Exactly)),
        ]
    );
    assert_eq!(cites("The word ibid. stands here, and so does op. cit. by itself."), []);
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of entries")]
fn entries_in_prose_are_split_in_any_style() {
    for (text, expected) in [
        (
            "Smith, J. A., & Lee, K. (2020, March 5). Harbours of the north. *Journal of Ports, 12*(3), 45–67. https://doi.org/10.1000/abc.5",
            &[
                "author: Smith, J. A.",
                "author: Lee, K.",
                "DOI: 10.1000/abc.5",
                "container-title: Journal of Ports",
                "issue: 3",
                "issued: 2020-03-05",
                "page: 45-67",
                "title: Harbours of the north",
                "type: article-journal",
                "volume: 12",
            ][..],
        ),
        (
            "Smith, John. \"Harbours.\" *Journal of Ports*, vol. 12, no. 3, 2020, pp. 45-67.",
            &[
                "author: Smith, John",
                "container-title: Journal of Ports",
                "issue: 3",
                "issued: 2020",
                "page: 45-67",
                "title: Harbours",
                "type: article-journal",
                "volume: 12",
            ],
        ),
        (
            "Smith, J. and Lee, K. (2020) *Harbours*. 2nd edn. London: Quay Books. ISBN 978-0-306-40615-7.",
            &[
                "author: Smith, J.",
                "author: Lee, K.",
                "ISBN: 978-0-306-40615-7",
                "edition: 2nd edn",
                "issued: 2020",
                "publisher: Quay Books",
                "publisher-place: London",
                "title: Harbours",
                "type: book",
            ],
        ),
        (
            "[4] J. K. Smith and A. Lee, \"Harbours,\" *Ports*, vol. 4, no. 2, pp. 1–9, Mar. 2020.",
            &[
                "author: Smith, J. K.",
                "author: Lee, A.",
                "container-title: Ports",
                "issue: 2",
                "issued: 2020-03",
                "page: 1-9",
                "title: Harbours",
                "type: article-journal",
                "volume: 4",
            ],
        ),
        (
            "Kementerian Kelautan. 2021. *Pelabuhan Baru*. April 6. Diakses pada 29 Januari 2024 pukul 10.15 WIB. <https://kkp.example/pelabuhan>.",
            &[
                "author: Kementerian Kelautan",
                "URL: https://kkp.example/pelabuhan",
                "accessed: 2024-01-29",
                "issued: 2021-04-06",
                "title: Pelabuhan Baru",
                "type: webpage",
            ],
        ),
        (
            "Sari, Dewi, dan Budi Putra. Desember 2013. \"Dermaga.\" *Program Studi Kelautan, Universitas Padang*.",
            &[
                "author: Sari, Dewi",
                "author: Putra, Budi",
                "issued: 2013-12",
                "publisher: Program Studi Kelautan, Universitas Padang",
                "title: Dermaga",
                "type: thesis",
            ],
        ),
        (
            "Port News, . 2024. *Putri Tenggelam, Awak Panik*. Accessed 2024. Online:<https://port.example/a_b/20240620-putri>.",
            &[
                "author: Port News",
                "URL: https://port.example/a_b/20240620-putri",
                "accessed: 2024",
                "issued: 2024",
                "title: Putri Tenggelam, Awak Panik",
                "type: webpage",
            ],
        ),
        (
            "Lee, K. (2018). Small boats. In J. Doe & M. Park (Eds.), *Handbook of ports* (pp. 10–20). London: Quay.",
            &[
                "author: Lee, K.",
                "editor: Doe, J.",
                "editor: Park, M.",
                "container-title: Handbook of ports",
                "issued: 2018",
                "page: 10-20",
                "publisher: Quay",
                "publisher-place: London",
                "title: Small boats",
                "type: chapter",
            ],
        ),
        (
            "Doe, Jane. n.d. \"A Title with “Quotes” in it.\" <https://x.example/long/\npath/20-points>. Some remark of 3 words.",
            &[
                "author: Doe, Jane",
                "URL: https://x.example/long/path/20-points",
                "container-title: Some remark of 3 words",
                "title: A Title with “Quotes” in it",
                "type: webpage",
            ],
        ),
    ] {
        let entry = entry(text);
        assert_eq!(parts(&entry), expected, "{text}");
    }
    assert_eq!(entry("[4] J. K. Smith, \"Harbours,\" *Ports*, 2020.").number, Some(4));
}

#[test]
fn the_parts_of_an_entry_know_their_places() {
    let text = "Doe, Jane. 2019. *Ports of Call*. Accessed 3 May 2023. <https://x.example/ports>.";
    let blocks = [block(Kind::Heading(1), "Daftar Pustaka"), block(Kind::Item, text)];
    let entry = &bibliography::listed_in(&blocks).entries[0];
    let at = |name: &str| &text[entry.field(name).expect("it is there").at.clone()];
    assert_eq!(&text[entry.author[0].at.clone()], "Doe, Jane");
    assert_eq!((at("issued"), at("title"), at("accessed")), ("2019", "Ports of Call", "Accessed 3 May 2023"));
    assert!(at("URL").contains("https://x.example/ports"));
    assert_eq!(entry.at, 0..text.len());
}

#[test]
fn two_entries_in_a_paragraph_are_parted_and_one_in_two_is_joined() {
    let blocks = [
        block(Kind::Heading(1), "7. Bibliography"),
        block(Kind::Heading(2), "Books"),
        block(Kind::Paragraph, "Smith, J. (2020). Harbours. London: Quay. Lee, K. (2019). Ports. Paris: Seine."),
        block(Kind::Item, "Port News. 2022. *Ships*. Accessed"),
        block(Kind::Item, "Doe, Jane. 2021. *Boats*. Accessed 2024."),
        block(Kind::Paragraph, "<https://x.example/boats>."),
        block(Kind::Paragraph, "2024. <https://port.example/ships>."),
        block(Kind::Heading(1), "Appendix"),
        block(Kind::Paragraph, "Nobody, N. (2020). Nothing. Nowhere: None."),
    ];
    let found = bibliography::listed_in(&blocks);
    let heads: Vec<String> = found
        .entries
        .iter()
        .map(|entry| {
            let part = |name| entry.value(name).unwrap_or("-").to_owned();
            format!("{} {} {} {}", entry.author[0].who.sorted(), part("issued"), part("accessed"), part("URL"))
        })
        .collect();
    assert_eq!(
        heads,
        [
            "Smith, J. 2020 - -",
            "Lee, K. 2019 - -",
            "Port News 2022 2024 https://port.example/ships",
            "Doe, Jane 2021 2024 https://x.example/boats",
        ]
    );
    assert_eq!(found.blocks.as_slice(), std::slice::from_ref(&(2..7)));
    assert_eq!(found.faults, []);
}

#[test]
fn a_short_line_heads_a_part_of_a_list_and_a_plan_has_no_list() {
    let list = [
        (Kind::Heading(1), "References"),
        (Kind::Paragraph, "8 Of methods"),
        (
            Kind::Paragraph,
            "The method is one of numbers, and was chosen since the number of things that can be asked of so many ships, \
             of their masters and of all who sail with them, is a small one. As in Neve (1996), they are counted.",
        ),
        (Kind::Heading(1), "References"),
        (Kind::Paragraph, "Books:"),
        (Kind::Paragraph, "Neve, J. (1996). Counting. Vell: Quay."),
        (Kind::Paragraph, "Rede, M. (2016). Ads. Quay Office, UK. Online, accessed 16 March 2016, quay.example/ads."),
    ];
    let blocks: Vec<Block> = list.into_iter().map(|(kind, text)| block(kind, text)).collect();
    let found = bibliography::listed_in(&blocks);
    let titles: Vec<&str> = found.entries.iter().filter_map(|entry| entry.value("title")).collect();
    assert_eq!(titles, ["Counting", "Ads"]);
}

#[test]
fn what_a_converter_tore_is_one_entry() {
    let list = [
        (Kind::Heading(1), "References"),
        (Kind::Item, "Boyle, J., Jessup, M., Crilly, J. and Wallis,"),
        (Kind::Paragraph, "Petra. Predicting tides. Tide Journal, 29(5):358–365, 2012."),
        (Kind::Item, "Cheng, Q. (2021). Forecasting harbours by the hour with time series"),
        (Kind::Paragraph, "analysis. Tide Journal, 48:177–182."),
        (Kind::Item, "Derlet, R. (2002). Crowded quays. Tide Journal, 39(4):430–432."),
        (Kind::Item, "Efron, B. (1981). Nets and knots. Tide Journal, 68(3):589–599."),
        (Kind::Item, "Gill, T. (2007). Calm seas. Tide Journal, 69(2):243–268."),
        (
            Kind::Item,
            "Hertz, M. (2017). Hourly ferries. Tide Journal, 10(1):1–9. Disponível em: https://t.example/h. Acesso \
                      em: 28 dez. 2023.",
        ),
        (Kind::Item, "Kalman, R. (1960). Waves. Tide Journal, 82(1):35."),
    ];
    let blocks: Vec<Block> = list.into_iter().map(|(kind, text)| block(kind, text)).collect();
    let found = bibliography::listed_in(&blocks);
    let titles: Vec<&str> = found.entries.iter().filter_map(|entry| entry.value("title")).collect();
    let forecasting = "Forecasting harbours by the hour with time series analysis";
    let others = ["Crowded quays", "Nets and knots", "Calm seas", "Hourly ferries", "Waves"];
    assert_eq!(titles, [&["Predicting tides", forecasting], &others[..]].concat());
    assert_eq!(found.entries[5].value("accessed"), Some("2023-12-28"));
    assert_eq!(found.faults, []);
}

#[test]
fn a_number_that_stands_apart_from_its_entry_is_its_number() {
    let blocks = [
        block(Kind::Heading(1), "References"),
        block(Kind::Paragraph, "1."),
        block(Kind::Paragraph, "Lind B. Tolls. J Ports. 2013;4:1."),
        block(Kind::Paragraph, "2."),
        block(Kind::Paragraph, "Park C. Quays. J Ports. 2014;4:1."),
    ];
    let numbers: Vec<_> = bibliography::listed_in(&blocks).entries.iter().map(|entry| entry.number).collect();
    assert_eq!(numbers, [Some(1), Some(2)]);
}

#[test]
fn bibtex_is_read_entry_by_entry() {
    let text = r#"% a comment
@string{jop = "Journal of Ports"}
@article{smith, author = {Smith, John and de la Cruz, Juan and {World Bank}}, title = {{H}arbours \& {\'e}tudes},
  journal = jop, year = 2020, month = mar, number = 3, volume = 12, pages = {45--67}, doi = {10.1000/ABC}}
@book{broken, title = {Never closed, year = 2019}
@online{web, author = {Doe, Jane}, title = {Ports}, date = {2021-05}, url = {https://x.example/a_b}, urldate = {2024-01-02}}
@inproceedings{child, author = {Lee, K.}, title = {Part}, crossref = {parent}}
@proceedings{parent, title = {Whole}, year = {2018}, publisher = {Quay}}
@misc{odd, title = {Odd}, year = {20l9}}
@misc{old, title = {Old}, author = {Mej{\'\i}a, Ana and Str{\o}m, Kai}, year = {Siglo IV a.C.}}
@misc{odd, title = {Twin}, year = {2001a}}
@misc{web, title = {{Ports}}, year = 2021}
"#;
    let found = bibliography::read(text).expect("it is BibTeX");
    let all: Vec<Vec<String>> = found.entries.iter().map(parts).collect();
    assert_eq!(
        all,
        [
            vec![
                "author: Smith, John",
                "author: de la Cruz, Juan",
                "author: World Bank",
                "DOI: 10.1000/ABC",
                "container-title: Journal of Ports",
                "issue: 3",
                "issued: 2020-03",
                "page: 45-67",
                "title: Harbours & études",
                "type: article-journal",
                "volume: 12",
            ],
            // Of the entry that is never closed the key alone is known.
            vec![],
            vec![
                "author: Doe, Jane",
                "URL: https://x.example/a_b",
                "accessed: 2024-01-02",
                "issued: 2021-05",
                "title: Ports",
                "type: webpage",
            ],
            vec![
                "author: Lee, K.",
                "container-title: Whole",
                "issued: 2018",
                "publisher: Quay",
                "title: Part",
                "type: paper-conference",
            ],
            vec!["issued: 2018", "publisher: Quay", "title: Whole", "type: book"],
            vec!["title: Odd", "type: document"],
            vec!["author: Mejía, Ana", "author: Strøm, Kai", "title: Old", "type: document"],
        ]
    );
    let faults: Vec<(&str, &str)> =
        found.faults.iter().map(|fault| (&text[fault.at.clone()], fault.what.as_str())).collect();
    assert_eq!(
        faults,
        [
            ("@book{broken, title = {Never closed, year = 2019}", "this entry is not closed"),
            ("20l9", "`20l9` is no date"),
            ("odd", "the key `odd` stands twice, for two works"),
        ]
    );
    let field = found.entries[0].field("title").expect("it has one");
    assert_eq!(&text[field.at.clone()], r"H}arbours \& {\'e}tudes");
}

#[test]
fn csl_json_is_read_item_by_item() {
    let text = r#"[
  {"id": "smith", "type": "book", "title": "Harbours", "author": [{"family": "Smith", "given": "J."},
   {"literal": "World Bank"}, {"family": "Cruz", "given": "Juan", "non-dropping-particle": "de la"}],
   "issued": {"date-parts": [[2020, 3, 5]]}, "accessed": {"raw": "2024-01-02"}, "volume": 3, "ISSN": "2049-3630"},
  {"id": "bad", "title": "Broken, "issued": 3},
  {"id": "odd", "title": ["not a text"], "issued": {"date-parts": [["2019", "13"]]}},
  {"id": "span", "title": "Years", "issued": {"date-parts": [[2018], [2019]]}}
]"#;
    let found = bibliography::read(text).expect("it is CSL-JSON");
    let all: Vec<Vec<String>> = found.entries.iter().map(parts).collect();
    assert_eq!(
        all,
        [
            vec![
                "author: Smith, J.",
                "author: World Bank",
                "author: de la Cruz, Juan",
                "ISSN: 2049-3630",
                "accessed: 2024-01-02",
                "issued: 2020-03-05",
                "title: Harbours",
                "type: book",
                "volume: 3",
            ],
            vec![],
            vec!["issued: 2018/2019", "title: Years"],
        ]
    );
    let places: Vec<&str> = found.faults.iter().map(|fault| &text[fault.at.clone()]).collect();
    assert_eq!(
        places,
        [
            r#"{"id": "bad", "title": "Broken, "issued": 3},"#,
            r#"["not a text"]"#,
            r#"{"date-parts": [["2019", "13"]]}"#,
        ]
    );
    assert_eq!(&text[found.entries[0].field("title").expect("it has one").at.clone()], "Harbours");
}

#[test]
fn csl_in_yaml_is_read_as_in_json() {
    let text = "---\nreferences:\n- id: smith\n  type: book\n  title: >-\n    Harbours of\n    the north\n  author:\n  - family: Smith\n    given: 'J.'\n\
                \x20 - literal: World Bank\n  issued:\n  - year: 2020\n    month: 3\n  accessed: 2024-01-02\n  volume: 3\n\n\
                - id: roe\n  title: \"Größe: tides\"\n  issued: {year: 1998, circa: true}\n- id: lind\n  issued:\n    - year: 2001\n\
                \x20   - year: 2003\n...\n";
    let found = bibliography::read(text).expect("it is YAML");
    let all: Vec<Vec<String>> = found.entries.iter().map(parts).collect();
    let smith = ["author: Smith, J.", "author: World Bank", "accessed: 2024-01-02", "issued: 2020-03"];
    let expected = [
        [&smith[..], &["title: Harbours of the north", "type: book", "volume: 3"]].concat(),
        vec!["issued: 1998~", "title: Größe: tides"],
        vec!["issued: 2001/2003"],
    ];
    assert_eq!(all, expected);
    assert_eq!(found.faults, []);
    let title = found.entries[1].field("title").expect("it has one");
    assert_eq!(&text[title.at.clone()], "Größe: tides");
    let broken = bibliography::read("references:\n- id: a\n  title: Quays\n- id: [b\n").expect("it looks like YAML");
    assert_eq!((broken.entries.len(), broken.faults.len()), (1, 1), "{broken:?}");
    assert!(broken.faults[0].lost);
}

#[test]
fn ris_is_read_work_by_work() {
    let text = "TY  - JOUR\r\nAU  - Smith, John\r\nAU  - World Bank\r\nTI  - Harbours\r\n  of the north\r\nJO  - Ports\r\n\
                PY  - 2020/03/05/\r\nVL  - 12\r\nIS  - 3\r\nSP  - 45\r\nEP  - 67\r\nDO  - 10.1000/abc\r\nID  - s20\r\nER  - \r\n\
                TY  - ELEC\r\nT1  - Ports\r\nY1  - sometime\r\nUR  - https://x.example/a\r\n\
                TY  - BOOK\r\nT1  - Boats\r\nER  - \r\nstray\r\n";
    let found = bibliography::read(text).expect("it is RIS");
    let all: Vec<Vec<String>> = found.entries.iter().map(parts).collect();
    assert_eq!(
        all,
        [
            vec![
                "author: Smith, John",
                "author: World Bank",
                "DOI: 10.1000/abc",
                "container-title: Ports",
                "issue: 3",
                "issued: 2020-03-05",
                "page: 45-67",
                "title: Harbours of the north",
                "type: article-journal",
                "volume: 12",
            ],
            vec!["URL: https://x.example/a", "title: Ports", "type: webpage"],
            vec!["title: Boats", "type: book"],
        ]
    );
    let faults: Vec<&str> = found.faults.iter().map(|fault| fault.what.as_str()).collect();
    assert_eq!(faults, ["this work is not closed with `ER`", "`sometime` is no date", "this line belongs to no work"]);
    assert_eq!(found.entries[0].key.as_ref().map(|key| key.words.as_str()), Some("s20"));
}

#[test]
fn what_is_no_bibliography_is_refused_and_what_is_hostile_is_bounded() {
    assert!(bibliography::read("Once upon a time.").is_err());
    let deep = format!("@book{{x, title = {{{}a{}}}}}", "{".repeat(100_000), "}".repeat(100_000));
    assert_eq!(bibliography::read(&deep).expect("it is BibTeX").faults.len(), 1);
    let commands = format!("@book{{x, title = {{{}a{}}}}}", r"\a{".repeat(20_000), "}".repeat(20_000));
    assert_eq!(bibliography::read(&commands).expect("it is BibTeX").faults.len(), 1);
    let itself = "@string{a = a # a}\n@book{x, crossref = {x}, xdata = {x}, title = a}";
    assert_eq!(bibliography::read(itself).expect("it is BibTeX").entries.len(), 1);
    let objects = "{\"a\":".repeat(100_000);
    assert!(bibliography::read(&objects).is_ok_and(|found| found.entries.is_empty()));
    let brackets = format!("{} (Smith 2020 {}", "(".repeat(50_000), ")".repeat(50_000));
    let blocks =
        [block(Kind::Paragraph, &brackets), block(Kind::Heading(1), "References"), block(Kind::Item, &brackets)];
    read(&blocks);
}

/// Words of which citations and entries are made, so that random texts come near to them.
fn pieces() -> impl Strategy<Value = String> {
    let words = prop_oneof![
        Just("(Smith 2020"),
        Just("; "),
        Just(")"),
        Just("["),
        Just("]"),
        Just(" & "),
        Just("et al."),
        Just("Müller,"),
        Just("n.d."),
        Just("2020a, b"),
        Just("“Zitat”"),
        Just("*"),
        Just("https://ä.example/x-"),
        Just("Accessed 3 May"),
        Just("doi:10.1/ß"),
        Just("Vol. 3"),
        Just("pp. 1–"),
        Just(" dan "),
        Just("’s (2019, p. é)"),
        Just("İ"),
        Just("\n"),
        Just("Ibid."),
        Just("12(3)"),
        Just("London: "),
        Just("(Ed."),
        Just("3 Mei 2020"),
        Just(". "),
        Just("@book{a, title={"),
        Just("}"),
        Just("TY  - "),
        Just("{\""),
        Just("\\'{"),
        Just("$"),
        Just("\"")
    ];
    let piece = prop_oneof![3 => words.prop_map(str::to_owned), 1 => "\\PC{0,4}"];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_panic_and_all_places_are_characters(texts in prop::collection::vec(pieces(), 1..6)) {
        let mut blocks: Vec<Block> = Vec::new();
        for (number, text) in texts.iter().enumerate() {
            let mut scribe = Scribe::new(if number % 3 == 0 { Kind::Note("1".into()) } else { Kind::Paragraph });
            scribe.open(Marked::Emphasis);
            scribe.plain(text, 0);
            scribe.close();
            blocks.extend(scribe.done());
        }
        let listed: Vec<Block> = blocks.clone();
        blocks.push(block(Kind::Heading(1), "References"));
        for mut block in listed {
            block.kind = Kind::Item;
            blocks.push(block);
        }
        let (found, citations) = read(&blocks);
        let all = texts.iter().max_by_key(|text| text.len()).map_or(0, String::len);
        for entry in &found.entries {
            let fields = entry.fields.iter().map(|field| &field.at).chain(entry.rest.iter().map(|part| &part.at));
            for at in fields.chain(entry.author.iter().map(|name| &name.at)).chain([&entry.at]) {
                prop_assert!(at.start <= at.end && at.end <= all, "{at:?}");
            }
        }
        for citation in &citations {
            let words = &blocks[citation.block].words;
            prop_assert!(words.get(citation.range.clone()).is_some_and(|part| !part.is_empty()));
            prop_assert!(!citation.works.is_empty());
            for work in &citation.works {
                for range in [Some(&work.range), work.prefix.as_ref(), work.locator.as_ref()].into_iter().flatten() {
                    prop_assert!(words.get(range.clone()).is_some(), "{work:?} in {words:?}");
                }
                if let By::Name { name, year } = &work.by {
                    prop_assert!(words.get(name.clone()).is_some_and(|name| !name.is_empty()));
                    prop_assert!(year.as_ref().is_none_or(|year| words.get(year.range.clone()).is_some()));
                }
            }
        }
    }

    #[test]
    fn no_file_makes_the_readers_of_bibliographies_panic(start in 0..4_usize, text in pieces(), more in "\\PC{0,60}") {
        let start = ["@book{x, author = {", "[{\"title\": ", "TY  - BOOK\nAU  - ", ""][start];
        let text = format!("{start}{text}{more}");
        if let Ok(found) = bibliography::read(&text) {
            for fault in &found.faults {
                prop_assert!(text.get(fault.at.clone()).is_some(), "{fault:?}");
            }
            for entry in &found.entries {
                for field in &entry.fields {
                    prop_assert!(text.get(field.at.clone()).is_some(), "{field:?}");
                }
            }
        }
    }
}

#[test]
fn a_mark_is_kept_with_its_words() {
    let blocks = [block(Kind::Item, "Doe. *Title*.")];
    assert_eq!(blocks[0].marks, [Mark { range: 5..10, what: Marked::Emphasis }]);
}

/// The keys that a manuscript cites by, as its reader marks them.
fn keys(name: &str, text: &str) -> Vec<String> {
    let read = gainsay::document::read(name, text.as_bytes()).expect("it is text");
    let marks = read.blocks.iter().flat_map(|block| &block.marks);
    let keys = marks.filter_map(|mark| match &mark.what {
        Marked::Key(key) => Some(key.clone()),
        _ => None,
    });
    keys.collect()
}

#[test]
fn a_key_is_cited_in_the_dress_of_pandoc_and_of_latex() {
    for (text, expected) in [
        ("So [@lind2019; see @osei, p. 3].", &["lind2019", "osei"][..]),
        ("So [@a], and @lind_2019---the first study---too.", &["a", "lind_2019"]),
        ("So [@a] and @doi:10.1000/quay.7.", &["a", "doi:10.1000/quay.7"]),
        ("So [@url:https://quay.example/a/b].", &["url:https://quay.example/a/b"]),
        ("So \\citep[see][p. 3]{lind2019, osei}, as \\citet*{roe} has it.", &["lind2019", "osei", "roe"]),
        ("So it is.^[See \\citealp{lind2019}.]", &["lind2019"]),
        ("So [@a]; \\@ref(fig:quay) and \\@osei lead elsewhere.", &["a"]),
        ("So [@a], as @map-quay shows.\n\n![Quay](quay.png){#map-quay}", &["a"]),
        ("So [@a], as @map-quay shows.\n\n```{r}\n#| label: map-quay\nplot(1)\n```", &["a"]),
        ("So \\citep{lind2019,\nosei,} and \\citep{}.", &["lind2019", "osei"]),
        ("So \\nocite{osei} and \\renewcommand{\\citeword}{x} cite nothing.", &[]),
        (
            "So {cite:t}`lind2019` says, as do others {cite:p}`osei, roe:2001`, {cite}`tide`.",
            &["lind2019", "osei", "roe:2001", "tide"],
        ),
        ("So [@a] and {cite:p}`{see}lind2019{p. 3}`, not `{cite}` or {ref}`osei`.", &["a", "lind2019"]),
    ] {
        assert_eq!(keys("paper.md", text), expected, "{text}");
    }
    let html = "<p>So<d-cite key=\"lind2019,osei\"></d-cite> and <dt-cite key='roe'></dt-cite>.</p>";
    assert_eq!(keys("paper.html", html), ["lind2019", "osei", "roe"]);
    let latex = "\\documentclass{x}\\begin{document}So (\\citeproc{ref-osei}{Osei, 2019}).\\end{document}";
    assert_eq!(keys("paper.tex", latex), ["ref-osei"]);
}

/// What a Markdown text with `[@…]` resolves to against a file.
fn keyed(text: &str, file: &str) -> Vec<(String, Resolved)> {
    let read = gainsay::document::read("paper.md", text.as_bytes()).expect("it is text");
    let list = bibliography::read(file).expect("it is BibTeX");
    let (works, _) = bibliography::of(&read, [&list]);
    let found = citations(&read.blocks, &works);
    let works = found.iter().flat_map(|citation| citation.works.iter().map(move |work| (citation, work)));
    works.map(|(citation, work)| (citation.printed(work, &read.blocks), work.resolved.clone())).collect()
}

#[test]
fn what_a_reference_manager_puts_around_an_entry_is_no_address_of_the_work() {
    let entry = |words: &str| {
        format!("<p class=\"csl-entry\"><a href=\"https://www.zotero.org/google-docs/?x1\">{words}</a></p>")
    };
    let printed = ["Osei, A. 2019. Quays. Vell: Quay. https://quay.example/7", "Lind, B. 1963. Ropes. Vell: Quay."];
    let html = format!("<div id=\"refs\">{}</div>", printed.map(entry).concat());
    let read = gainsay::document::read("paper.html", html.as_bytes()).expect("it is HTML");
    let (works, _) = bibliography::of(&read, []);
    let addresses: Vec<Option<&str>> = works.entries.iter().map(|entry| entry.value("URL")).collect();
    assert_eq!(addresses, [Some("https://quay.example/7"), None]);
}

#[test]
fn cross_references_and_addresses_need_no_entry() {
    let file = "@book{osei2019, title = {Quays}, doi = {10.1000/quay}, year = 2019}\n\
                @book{sec-2010, title = {Markets}, year = 2010}\n";
    let text = "So [@osei2019; @sec-2010]: @fig-map, @tbl:a, @sec-two, @suppfig-b; [@doi:10.1000/quay; @pmid:77; @lost]; @10.1000/tide.";
    let [osei, sec] = [one(0, How::Exactly), one(1, How::Exactly)];
    let expected = [
        ("osei2019", osei.clone()),
        ("sec-2010", sec),
        ("doi:10.1000/quay", osei),
        ("pmid:77", Resolved::NotCheckable),
        ("lost", Resolved::Nothing(None)),
        ("10.1000/tide", Resolved::NotCheckable),
    ];
    assert_eq!(keyed(text, file), expected.map(|(key, resolved)| (key.to_owned(), resolved)));
}

#[test]
fn what_has_no_entry_is_left_open_where_works_may_be_missing() {
    let open = |text: &str, file: &str| keyed(text, file).pop().expect("a citation").1 == Resolved::NotCheckable;
    let whole = "@book{osei, title = {Quays}, year = 2019}\n";
    assert!(!open("So [@osei; @lost].", whole));
    assert!(!open("So [@lost].", whole), "what the markup says is a citation is one");
    assert!(open("---\nbibliography: [a.bib, b.bib]\n---\n\nSo [@lost].", whole), "one of two lists is not there");
    assert!(open("So [@lost].", "@comment{nothing}\n"), "the list is empty");
    let entries = ["Osei, A. 2019. *Quays of the North*. Vell: Quay.", "Lind, B. 2020. *Tides*. Vell: Quay."];
    let last = |text: &str, entries: &[&str]| cited(text, entries).pop().map(|(_, resolved)| resolved);
    assert_eq!(last("So it is (Osei 2019; Hollis 2011).", &entries), Some(Resolved::Nothing(None)));
    assert_eq!(last("So it is (Hollis 2011).", &entries), Some(Resolved::NotCheckable), "is it a citation at all?");
    assert_eq!(last("So it is (Osie 2019).", &entries), Some(Resolved::Nothing(Some(0))), "nearly an entry");
    assert_eq!(last("So it is (Hollis 2011).", &[]), Some(Resolved::NotCheckable));
}

#[test]
fn a_dash_at_the_head_of_an_entry_stands_for_the_names_of_the_one_before() {
    let entries = [
        "Lind, Britta, and Omar Roe. 2019. \"Quays of the north.\" *Port Letters* 4 (2): 10–20.",
        "———. 2021. \"Quays of the south.\" *Port Letters* 6 (1): 1–9.",
        "------. 2022. \"Quays of the east.\" *Port Letters* 7 (1): 1–9.",
    ];
    let expected = [("Lind and Roe 2021", 1), ("Lind and Roe 2022", 2)];
    let expected = expected.map(|(printed, entry)| (printed.to_owned(), one(entry, How::Exactly)));
    assert_eq!(cited("So it is (Lind and Roe 2021; Lind and Roe 2022).", &entries), expected);
}

#[test]
fn a_name_alone_is_a_work_of_one_author_and_with_others_one_of_several() {
    let entries = ["Lind, B. 2019. *Quays*. Vell: Quay.", "Lind, B., Roe, O., Sæther, K. 2019. *Tides*. Vell: Quay."];
    let expected = [("Lind 2019", 0), ("Lind et al. 2019", 1)];
    let expected = expected.map(|(printed, entry)| (printed.to_owned(), one(entry, How::Exactly)));
    assert_eq!(cited("So it is (Lind 2019; Lind et al. 2019).", &entries), expected);
}

#[test]
fn semicolons_part_the_authors_of_one_work_as_well_as_works() {
    let entries = [
        "BULL, B.; NYMAN, M. E. Quays and ranks. *Ports*, v. 1, n. 2, p. 3-4, 2012.",
        "NYMAN, M. *Networks of quays*. Oxford: Quay, 2010.",
        "Lind, Karl. 2019. *Tides*. Vell: Quay.",
        "PALM, G.; BARD, A.; VICK, T. Tides again. *Ports*, v. 2, n. 1, p. 5-9, 2007.",
    ];
    for (text, expected) in [
        ("So [BULL; NYMAN, 2012].", vec![("BULL; NYMAN 2012", one(0, How::Exactly))]),
        (
            "So (cf. Bull; Nyman, 2012; NYMAN, 2010).",
            vec![("Bull; Nyman 2012", one(0, How::Folded)), ("NYMAN 2010", one(1, How::Exactly))],
        ),
        ("So (PALM; BARD; VICK, 2007, p. 5).", vec![("PALM; BARD; VICK 2007", one(3, How::Exactly))]),
        ("By a chain reaction (PCR; Lind 2019).", vec![("Lind 2019", one(2, How::Exactly))]),
        (
            "So (NYMAN, 2010) and (SOTO; ROE, 2001).",
            vec![("NYMAN 2010", one(1, How::Exactly)), ("SOTO; ROE 2001", Resolved::Nothing(None))],
        ),
    ] {
        let expected: Vec<(String, Resolved)> =
            expected.into_iter().map(|(printed, resolved)| (printed.to_owned(), resolved)).collect();
        assert_eq!(cited(text, &entries), expected, "{text}");
    }
}

#[test]
fn a_year_in_brackets_is_that_of_the_original_and_an_abbreviation_says_no_circa() {
    let list = "@book{a, author = {Osei, Kofi}, title = {Quays}, year = {2003 [1929]}}\n";
    let read = gainsay::bibliography::read(list).expect("it is BibTeX");
    assert_eq!((read.entries[0].value("issued"), read.entries[0].value("original-date")), (Some("2003"), Some("1929")));
    let read = entry("LIND, Karl. Pattern: Harbour Architecture. 2014. Disponível em: <http://a.example/m.html>.");
    assert_eq!((read.author[0].who.sorted(), read.value("title").is_some_and(|title| title.contains("Harbour"))), {
        ("LIND, Karl".to_owned(), true)
    });
    let paged = entry("Denn, C. & Bitter, W. Machines for fog. J. Tid. North. Ports 12, 2310–2318 (2024).");
    assert_eq!(paged.value("issued"), Some("2024"));
    let journal = entry("Osei K. Tides of the north. Sci Total Environ 2024;14(3):1-9.");
    assert_eq!((journal.value("issued"), journal.value("container-title")), (Some("2024"), Some("Sci Total Environ")));
}

#[test]
fn an_entry_is_found_by_whatever_it_may_be_cited_by() {
    let entries = [
        "Bank Muñiz, Carla. 2017. *Quays from below*. Vell: Quay University Press.",
        "Lockwell, David. s. f. *The ferry worker*. Vell: Quay.",
        "*Towards Nought: Safe harbours for all of us*. 2008. Vell: Port Forum.",
        "*How ferries were counted in the north*. 2011. Vell: Northern Port Authority.",
        "2015. HPFMP2, 2015-2019, April 2015. Ocean Commission.",
    ];
    for (text, entry) in [
        ("So (Bank Muñiz 2017).", 0),
        ("So (cf. Lockwell, s. f.; Bank Muñiz 2017).", 1),
        ("So (Towards Nought: Safe harbours for all of us 2008).", 2),
        ("So (“How ferries were counted,” 2011).", 3),
        ("So (NPA, 2011).", 3),
        ("So (HPFMP2, 2015).", 4),
    ] {
        let found = cited(text, &entries);
        assert!(matches!(found.first(), Some((_, Resolved::One(at, _))) if *at == entry), "{text}: {found:?}");
    }
}

#[test]
fn a_work_whose_entry_was_torn_is_not_said_to_be_missing() {
    let text = "So (Lind & Roe 2019), (Park 2019) and (Lind & Roe 2011).\n\n# References\n\nQuays of the north and how \
                they were built. Lind, Karl, and Omar Roe, in 2019, Vell.\n\nPark, Min. 2019. *Tides*. Vell: Quay.\n";
    let blocks = gainsay::document::read("a.md", text.as_bytes()).expect("it is text").blocks;
    let (_, found) = read(&blocks);
    let resolved: Vec<&Resolved> = found.iter().flat_map(|it| &it.works).map(|work| &work.resolved).collect();
    let entries: Vec<&[usize]> = resolved.iter().map(|resolved| resolved.entries()).collect();
    assert_eq!(entries, [&[0][..], &[1], &[]]);
    assert!(matches!(resolved[2], Resolved::Nothing(_)));
}

#[test]
fn captions_and_headings_behind_a_list_are_no_entries_and_small_letters_tear_none() {
    let entries = [
        "1. Lind K. Quay one. Ports. 2011;1:1-9.",
        "2. Roe O. Quay two. Ports. 2012;2:1-9.",
        "Figure 2: The quays of 2011 and those of 2012, by their length.",
        "3. https://port.example/quays/",
    ];
    let (bibliography, _) = read(&paper("Text.", &entries));
    let numbers: Vec<Option<u32>> = bibliography.entries.iter().map(|entry| entry.number).collect();
    assert_eq!((numbers, bibliography.faults.len()), (vec![Some(1), Some(2), Some(3)], 0));
    let legends = [entries[0], entries[1], "Figure Legends", "Position of the quays at low water in 2011."];
    let blocks = legends.map(|entry| block(Kind::Paragraph, entry));
    let blocks: Vec<Block> = paper("Text.", &[])[..2].iter().cloned().chain(blocks).collect();
    assert_eq!(read(&blocks).0.entries.len(), 2);
    let small = ["pre Lind, K. 2011. *Quay one*.", "pre Roe, O. 2012. *Quay two*.", "pre Soto, A. 2013. *Quay three*."];
    assert_eq!(read(&paper("Text.", &small)).0.entries.len(), 3);
}

#[test]
fn a_list_whose_entries_run_together_is_told_and_accuses_nobody() {
    let one =
        "pre Lind, Britta. 2019. “Quays.” Port Letters 4: 10–20. pre Roe, Omar. 2020. “Tides.” Port Letters 5: 1–9. ";
    let blocks = paper("So it is (Lind 2019; Hollis 2011; Vance 2012).", &[&one.repeat(4)]);
    let faults: Vec<String> = read(&blocks).0.faults.into_iter().map(|fault| fault.what).collect();
    assert_eq!(faults, ["this holds several entries that could not be told apart"]);
}

#[test]
fn what_stands_behind_the_list_is_no_entry() {
    let entries = [
        "LIND B et al. (2019) Quays of the north. Port Letters 4:10–20.",
        "ROE O et al. (2020) Tides. Port Letters 5:1–9.",
        "SÆTHER K (2021) Ports. Port Letters 6:1–9.",
        "SUN X et al. (2022) Piers. Port Letters 7:1–9.",
        "Document updated on 3 May 2024. State of the sections:",
    ];
    let (bibliography, _) = read(&paper("Text.", &entries));
    let names: Vec<String> = bibliography.entries.iter().map(|entry| entry.author[0].who.sorted()).collect();
    assert_eq!(names, ["LIND, B", "ROE, O", "SÆTHER, K", "SUN, X"]);
}

#[test]
fn the_key_of_a_broken_entry_is_known() {
    let file = "x@book{first, title = {Quays}}\n@book{broken, title = {Tides\n\n@book{last, title = {Ports}}\n";
    let keys: Vec<String> = keyed("So [@first; @broken; @last].", file)
        .into_iter()
        .filter(|(_, resolved)| matches!(resolved, Resolved::One(..)))
        .map(|(key, _)| key)
        .collect();
    assert_eq!(keys, ["first", "broken", "last"]);
}

#[test]
fn others_may_stand_in_the_entry_as_in_the_citation() {
    let entries = ["Soto, R., Lind, K. and Osei, J. et al. (2010). Quays. Ports, 3, 1–9.", ENTRIES[2]];
    assert_eq!(cited("So (Soto, Lind and Osei et al., 2010).", &entries)[0].1, one(0, How::Exactly));
    assert_eq!(cited("So (Soto et al., 2010).", &entries)[0].1, one(0, How::Exactly));
}

#[test]
fn numbers_in_round_brackets_cite_where_most_of_the_list_is_cited_so() {
    let entries: Vec<String> = (1..=6).map(|n| format!("{n}. Lind K. Quay {n}. Ports. 201{n};{n}:1-9.")).collect();
    let entries: Vec<&str> = entries.iter().map(String::as_str).collect();
    let text = "Ships leave(1) in spring (2,3), and return (4-6).";
    let found: Vec<usize> = cited(text, &entries)
        .into_iter()
        .filter_map(|(_, resolved)| if let Resolved::One(entry, _) = resolved { Some(entry) } else { None })
        .collect();
    assert_eq!(found, [0, 1, 2, 3, 4, 5]);
    assert_eq!(cited("Ships are [80, 140] m long [1].", &entries).len(), 1, "an interval is no citation");
    assert_eq!(cited("They did it (1) early, (2) often, and (3) well.", &entries), []);
    assert_eq!(keyed("So [1] and [@a].", "@book{a, title = {Quays}}\n").len(), 1, "a file's order numbers nothing");
}

#[test]
fn a_list_is_found_by_its_markup_or_by_its_shape() {
    let entries = |name: &str, text: &str| {
        let read = gainsay::document::read(name, text.as_bytes()).expect("it is text");
        let listed = bibliography::listed_in(&read.blocks).entries;
        listed
            .iter()
            .map(|entry| entry.key.as_ref().map_or_else(String::new, |key| key.words.clone()))
            .collect::<Vec<_>>()
    };
    let html =
        "<p>So (Osei 2019).</p><div id=\"refs\"><div class=\"csl-entry\">Osei, A. 2019. Quays. Vell.</div></div>";
    assert_eq!(entries("paper.html", html).len(), 1);
    let latex = "\\documentclass{x}\\begin{document}So.\n\\begin{CSLReferences}{1}{0}\n\n\
                 \\bibitem[\\citeproctext]{ref-osei}\nOsei, A. 2019. Quays. Vell: Quay.\n\
                 \\bibitem{lind}\n\nLind, B. 2020. Tides.\n\\end{CSLReferences}\\end{document}";
    assert_eq!(entries("paper.tex", latex), ["ref-osei", "lind"]);
    let plain = "So it is (Osei 2019).\n\nOsei, A. (2019). Quays. Vell: Quay.\n\n\
                 Lind, B. (2020). Tides. Vell: Quay.\n\n\
                 Roe, C. (2021). Ports. Vell: Quay.\n";
    assert_eq!(entries("paper.md", plain).len(), 3);
    let note = "# References (APA 7th edition)\n\nOsei, A. (2019). Quays. Vell: Quay.\n\n\
                \\newpage\n\n::: {#refs}\n:::\n\n\
                | Port | Ships |\n|--|--|\n| Vell | 40 |\n\nNote. Ships of each port.\n";
    assert_eq!(entries("paper.md", note).len(), 1, "what lays out the page, tables and their notes are no entries");
}

#[test]
fn a_name_is_cited_in_the_running_text_and_in_the_dates_of_reprints() {
    let entries = [
        "Osei, Ama. 1995. *Quays and Tides*. Vell: Quay Books.",
        "Lind, Karl, Rei Sato, and Ann Roe. 2012. *Ports*. Vell: Quay Books.",
        "Holt, Max. 1905. *Ships of the Spirit*. Vell: Quay Books.",
    ];
    let [osei, lind, holt] = [0, 1, 2].map(|number| one(number, How::Exactly));
    for (text, expected) in [
        ("As in Lind, Sato, and Roe 2012, ships are built of oak.", vec![("Lind, Sato, and Roe 2012", lind.clone())]),
        ("Lind et al. 2012 say that ships rot.", vec![("Lind et al. 2012", lind.clone())]),
        ("Osei 1995 argues so, in Vell 2015.", vec![("Osei 1995", osei.clone())]),
        ("So it was (Osei 1814/1995: 33).", vec![("Osei 1814/1995", osei.clone())]),
        ("So it was (e.g. Osei [1814] 1995).", vec![("Osei [1814] 1995", osei.clone())]),
        ("So it was (Holt 1904–05, 12), in the war (of 1904–05).", vec![("Holt 1904–05", holt)]),
        (
            "It is (Osei 1995), and Vane et al. 2013 argue so.",
            vec![("Osei 1995", osei), ("Vane et al. 2013", Resolved::Nothing(None))],
        ),
        ("According to Lind et al. (2002), it was not.", vec![("Lind et al. 2002", Resolved::Nothing(Some(1)))]),
        // Of an author whom the list has, another year.
        ("The model of Osei (1998) holds.", vec![("Osei 1998", Resolved::Nothing(Some(0)))]),
        ("So, Lind, Sato, and Roe (2014) left.", vec![("Lind, Sato, and Roe 2014", Resolved::Nothing(Some(1)))]),
        ("It was Ama Osei (1998, p. 3) who left.", vec![("Ama Osei 1998", Resolved::Nothing(Some(0)))]),
        ("Ama Osei. (1998, January 22). The novel *Osei* (1998) and Lake Osei (1998) are blue.", vec![]),
        ("In Vell 2015 it rained, and the Lind 2010 opened.", vec![]),
    ] {
        let expected: Vec<(String, Resolved)> =
            expected.into_iter().map(|(printed, resolved)| (printed.to_owned(), resolved)).collect();
        assert_eq!(cited(text, &entries), expected, "{text}");
    }
}

#[test]
fn a_key_that_a_converter_left_cites_and_has_no_entry() {
    let list = ["Orum, Ada. 2012. *Tides*. Vell: Quay.", "Souza Jr., C. (2016). *Marés*. Vell: Quay."];
    let found = cited("I look at P7 (orum_tides_2012; noauthor_old_nodate), not at (low_tide_2012).", &list);
    let keys = [("orum_tides_2012", Some(0)), ("noauthor_old_nodate", None)];
    assert_eq!(found, keys.map(|(key, meant)| (key.to_owned(), Resolved::Nothing(meant))));
    assert_eq!(cited("So it is (Souza Júnior 2016).", &list)[0].1, one(1, How::Folded));
}

#[test]
fn a_body_is_cited_by_its_first_letters() {
    let entries = [
        "Northern Port Authority. 2015. *Annual Report*. Vell: NPA.",
        "Harbour Markets Act. 2022. Vell: Parliament.",
        "Osei, Ama. 1995. *Quays and Tides*. Vell: Quay Books.",
    ];
    assert_eq!(cited("So (NPA 2015).", &entries)[0].1, one(0, How::Part));
    assert_eq!(cited("So (Osei 1995; NPA 2016).", &entries)[1].1, Resolved::Nothing(Some(0)));
}

#[test]
fn a_key_is_the_same_in_capitals_and_a_name_without_its_particles() {
    let file = "@book{orum2012, author = {Orum, Ada}, title = {Tides}, year = 2012}";
    assert_eq!(keyed("So it is [@Orum2012].", file), [("Orum2012".to_owned(), one(0, How::Folded))]);
    let list = ["de Vell, A. F., Orum, B., & Park, C. (2024). Rooted quays. Vell: Quay.", "Lind, K. (2020). *Tides*."];
    for (text, resolved) in [
        ("Conversely, Vell et al., (2024) found none.", one(0, How::Folded)),
        ("So it is (de Vell et al., 2024).", one(0, How::Exactly)),
        ("So it is (Vell, 2024).", one(0, How::Folded)),
    ] {
        let found = cited(text, &list);
        assert_eq!(found.first().map(|(_, resolved)| resolved), Some(&resolved), "{text}: {found:?}");
    }
    assert_eq!(cited("It was dry (March–September 2020), as told (Lind 2020).", &list).len(), 1);
}

#[test]
fn a_note_cites_each_of_its_works_and_names_the_source_of_a_passage() {
    let note = |text: &str| {
        let blocks = [block(Kind::Paragraph, "Text."), block(Kind::Note("1".to_owned()), text)];
        let (_, found) = read(&blocks);
        let works = found.into_iter().flat_map(|citation| citation.works);
        works
            .map(|work| {
                let By::Work(entry) = work.by else { panic!("{text}: {:?}", work.by) };
                let value = |name: &str| entry.value(name).unwrap_or_default().to_owned();
                let locator = work.locator.map(|at| blocks[1].words[at].to_owned()).unwrap_or_default();
                [value("title"), value("issued"), value("file"), locator]
            })
            .collect::<Vec<_>>()
    };
    let two = note(
        "Ada Orum, “Tolls of Vell,” *Harbour News*, 5 May 2017, https://news.example/tolls. For the reports of the time, \
         see Bo Lind, “The quay,” *Daily Vell*, 6 June 2018, https://daily.example/quay.",
    );
    assert_eq!(
        two.iter().map(|[title, issued, ..]| [title.as_str(), issued]).collect::<Vec<_>>(),
        [["Tolls of Vell", "2017-05-05"], ["The quay", "2018-06-06"]]
    );
    let [[_, issued, file, locator]] = &note("Source: Gazette, 20 June 2018, p. 4; backup/gazette.pdf")[..] else {
        panic!("it names one source")
    };
    assert_eq!([issued, file, locator], ["2018-06-20", "backup/gazette.pdf", "p. 4"]);
    assert_eq!(note("Sumber: Harian Vell, 3 Mei 2019")[0][1], "2019-05-03");
    assert_eq!(note("Source: own calculations"), [[""; 4]; 0]);
}

#[test]
fn each_work_of_a_field_has_its_own_words() {
    let item = |title: &str| Marked::Item(format!("{{\"title\":\"{title}\"}}"));
    let mut scribe = Scribe::new(Kind::Paragraph);
    scribe.plain("So it is ", 0);
    scribe.open(item("Tides"));
    scribe.open(item("Tolls"));
    scribe.plain("(Orum, 2019; Lind, 2020)", 9);
    scribe.close();
    scribe.close();
    let blocks = [scribe.done().expect("there are words")];
    let (_, found) = read(&blocks);
    let [citation] = &found[..] else { panic!("{found:#?}") };
    let words: Vec<&str> = citation.works.iter().map(|work| &blocks[0].words[work.range.clone()]).collect();
    assert_eq!(words, ["Orum, 2019", "Lind, 2020"]);
}

#[test]
fn raised_numbers_cite_where_the_list_prints_its_own() {
    let html = "<p>The pier was closed in 2012<sup>1</sup>. It cost 5×10<sup>6</sup> crowns.<sup>2,3</sup></p>\
                <h2>References</h2><p>1. Orum A. Tides. J Ports. 2012;4:1.</p><p>2. Lind B. Tolls. J Ports. 2013;4:1.</p>\
                <p>3. Park C. Quays. J Ports. 2014;4:1.</p>";
    let read = gainsay::document::read("a.html", html.as_bytes()).expect("it is text");
    assert_eq!(read.blocks[0].words, "The pier was closed in 2012. It cost 5×10^6 crowns.");
    let found = citations(&read.blocks, &bibliography::listed_in(&read.blocks));
    let works = found.iter().flat_map(|citation| citation.works.iter().map(|work| work.resolved.clone()));
    assert_eq!(works.collect::<Vec<_>>(), [0, 1, 2].map(|entry| one(entry, How::Exactly)));
}

#[test]
fn the_day_on_which_a_work_was_read_is_told_in_any_language() {
    for (text, accessed) in [
        ("López, A. (2021). El puerto. El Diario. Consultado el 10 de enero de 2023.", "2023-01-10"),
        ("Müller, K. (2014). Der Hafen. Vell: Kai. Abgerufen am 3. März 2015.", "2015-03-03"),
        ("Petit, J. (2014). Le port. Le Monde. Consulté le 5 juin 2016.", "2016-06-05"),
        ("Rossi, M. (2012). Il porto. Vell: Molo. Consultato il 3 maggio 2013.", "2013-05-03"),
        ("de Vries, J. (2011). De haven. Vell: Kade. Geraadpleegd op 4 mei 2012.", "2012-05-04"),
        ("Kowalski, J. (2013). Port. Vell: Molo. Dostęp 12 maja 2015.", "2015-05-12"),
        ("Orum, A. (2013). Quays. Vell: Quay. Accessed 12 May 2015.", "2015-05-12"),
    ] {
        assert_eq!(entry(text).value("accessed"), Some(accessed), "{text}");
    }
}
