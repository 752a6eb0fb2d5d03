//! Frames as they should be found.

use super::*;
use crate::time::prose::{Language as Tongue, dates};

/// What the sentence says, with the words of each slot.
fn told(language: &str, text: &str) -> Vec<String> {
    let told = matches(text, language, &dates(text, Tongue::ANY, &[]), &[]);
    let words = |slot: &Filled| format!("{} {}", slot.name, &text[slot.at.clone()]);
    // What is counted is told of nearly every sentence here, and has a test of its own.
    let told = told.iter().filter(|it| it.says != Says::Counts).map(|it| {
        let slots: Vec<String> = it.slots.iter().map(words).collect();
        format!("{:?}: {}", it.says, slots.join(", "))
    });
    told.collect()
}

#[test]
fn every_frame_fills_the_slots_that_it_needs() {
    for language in &LANGUAGES {
        for (says, _, reads) in language.frames.groups.iter().flat_map(|group| group.frames) {
            let names = reads.split(['{', '}']).skip(1).step_by(2).filter_map(|slot| slot.split(':').next());
            let mut names: Vec<&str> = names.collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names, says.slots(), "{}: {reads}", language.code);
        }
        Compiled::new(language);
    }
}

#[test]
fn what_a_sentence_ties_together_is_told() {
    for (language, text, expected) in [
        // Two sentences alone do not tell their language.
        ("", "Of the 90 boats, 30 (40%) leaked.", &["Share: whole 90, part 30, share 40%"][..]),
        ("", "Dari 90 perahu, 30 perahu (40 persen) bocor.", &["Share: whole 90, part 30, share 40 persen"]),
        ("en", "Of the 90 boats, 30 (40%) leaked.", &["Share: whole 90, part 30, share 40%"]),
        ("en", "They lost 12 of their 48 nets (20 per cent).", &["Share: part 12, whole 48, share 20 per cent"]),
        (
            "en",
            "Of 80 sheep, 20 (25%) were sold, 4 (5%) eaten, and 8 (10%) lost.",
            &["Share: whole 80, part 20, share 25%, part 4, share 5%, part 8, share 10%"],
        ),
        (
            "en",
            "The yard has 30 hands: 12 in rigging, 9 in paint and 8 in stores.",
            &["Sum: whole 30, part 12, part 9, part 8"],
        ),
        (
            "en",
            "Fares rose from €2 million in spring to €3 million, an increase of 40%.",
            &["Growth: from €2 million, to €3 million, growth 40%"],
        ),
        (
            "en",
            "Its three founders were Ada Holt, Jon van der Meer and Li Po.",
            &["Named: stated three, named Ada Holt, Jon van der Meer and Li Po"],
        ),
        (
            "en",
            "It has three aims: nets, ropes, tar and sails.",
            &["Named: stated three, named nets, ropes, tar and sails"],
        ),
        (
            "en",
            "It has two aims, namely (1) nets; (2) ropes; and (3) tar.",
            &["Named: stated two, named (1) nets; (2) ropes; and (3) tar."],
        ),
        ("de", "Es gibt vier Ziele: Netze, Seile und Teer.", &["Named: stated vier, named Netze, Seile und Teer"]),
        ("id", "Ada dua tujuan, yaitu jaring, tali, dan ter.", &["Named: stated dua, named jaring, tali, dan ter"]),
        (
            "fr",
            "Il y a deux buts : filets, cordes et goudron.",
            &["Named: stated deux, named filets, cordes et goudron"],
        ),
        ("es", "Hay dos fines (redes, cuerdas y brea).", &["Named: stated dos, named redes, cuerdas y brea"]),
        ("en", "She saw two towns, Vell, Lind and Sund.", &["Named: stated two, named Vell, Lind and Sund"]),
        // It may go on, tell how they are, or be of others.
        ("en", "She saw two towns, small, poor and cold.", &[]),
        ("en", "It has three aims, such as (nets, ropes, tar and sails).", &[]),
        ("en", "It has three of the five aims: nets, ropes, tar and sails.", &["Part: part three, whole five"]),
        ("en", "It has three aims: nets and ropes, tar and sails.", &[]),
        ("en", "Phase 2 aims: nets, ropes and tar.", &[]),
        ("en", "The quay was in use from 1961 until 1958.", &["Stretch: from from 1961, until until 1958"]),
        ("en", "The quay was in use from 1958 until 1961.", &["Lasting: span from 1958 until 1961"]),
        ("id", "Dari 90 perahu, 30 perahu (40 persen) bocor.", &["Share: whole 90, part 30, share 40 persen"]),
        ("en", "Landings increased by 50% from 210 to 350 tonnes.", &["Growth: growth 50%, from 210, to 350"]),
        ("en", "Of the remaining 90 boats with sails, only 30 (40%) leaked.", &["Share: whole 90, part 30, share 40%"]),
        ("en", "They saw 90 boats, of which 30 (40%) leaked.", &["Share: whole 90, part 30, share 40%"]),
        ("en", "Most boats leaked (n = 30 of 90; 40%).", &["Share: part 30, whole 90, share 40%"]),
        ("en", "Leaks were found in 30/90 boats [40%].", &["Share: part 30, whole 90, share 40%"]),
        (
            "en",
            "We sent 90 letters and got 30 replies, a response rate of 40%.",
            &["Share: whole 90, part 30, share 40%"],
        ),
        ("en", "Thirty-two of the forty boats (60%) leaked.", &["Share: part Thirty-two, whole forty, share 60%"]),
        ("en", "The yard has 30 hands: 12 riggers and 9 cooks.", &["Sum: whole 30, part 12, part 9"]),
        ("en", "There were 12 riggers and 9 cooks, 30 hands in all.", &["Sum: part 12, part 9, whole 30"]),
        ("en", "Landings tripled from 10 to 40 tonnes.", &["Multiplied(\"~200%\"): from 10, to 40"]),
        ("de", "Von den 90 Booten waren 30 (40 %) leck.", &["Share: whole 90, part 30, share 40 %"]),
        ("de", "Befragt wurden 30 Personen (12 Männer und 9 Frauen).", &["Sum: whole 30, part 12, part 9"]),
        ("id", "Sampel 30 orang terdiri atas 12 nelayan dan 9 juru masak.", &["Sum: whole 30, part 12, part 9"]),
        (
            "de",
            "Der Etat stieg von 2 Millionen Euro auf 3 Millionen Euro, ein Zuwachs von 40 Prozent.",
            &["Growth: from 2 Millionen Euro, to 3 Millionen Euro, growth 40 Prozent"],
        ),
        (
            "en",
            "In all, 70% was used for training, 20% for validation, and 15% for testing.",
            &["WholeHundred: part 70%, part 20%, part 15%"],
        ),
        ("en", "The lamp nearly doubles catches (9 vs. 3) at night.", &["Multiplied(\"60..160%\"): to 9, from 3"]),
        ("fr", "La répartition est de 45 % de chalutiers et 65 % de caboteurs.", &["Hundred: part 45 %, part 65 %"]),
        (
            "id",
            "Ada 30 nelayan yang terdiri dari 17 perempuan dan 15 laki-laki di pelabuhan itu.",
            &["Sum: whole 30, part 17, part 15"],
        ),
        ("pt", "Dos 90 barcos, 30 (40%) vazavam.", &["Share: whole 90, part 30, share 40%"]),
        ("it", "Dei 90 battelli, 30 (40%) perdevano.", &["Share: whole 90, part 30, share 40%"]),
        ("fr", "Sur les 90 bateaux, 30 (40 %) fuyaient.", &["Share: whole 90, part 30, share 40 %"]),
        ("es", "De los 90 barcos, 30 (40 %) hacían agua.", &["Share: whole 90, part 30, share 40 %"]),
        (
            "id",
            "Penumpang naik dari 200 orang menjadi 300 orang, kenaikan sebesar 40 persen.",
            &["Growth: from 200, to 300, growth 40 persen"],
        ),
    ] {
        assert_eq!(told(language, text), expected, "{text}");
    }
}

#[test]
fn what_counts_something_else_is_left() {
    for (language, text) in [
        ("en", "Of the 90 boats, 30 (40% of the trawlers) leaked."),
        ("en", "Of the 90 boats, 30 (40% after weighting) leaked."),
        ("en", "Of the 90 boats, among them 30 trawlers (40%), most leaked."),
        ("en", "The yard has 30 hands, among them 12 in rigging and 9 in paint."),
        ("en", "Fares rose from €2 million to €3 million, an increase of 4% per year."),
        ("en", "Catches rose from 2 to 3 million, an increase of 40%."),
        ("de", "Von den 90 Booten, darunter 30 Kutter (40 %), waren viele leck."),
        ("en", "See Table 30 of the 12 (40%)."),
        ("en", "Accuracy was 70% for training, 60% for validation, and 50% for testing."),
        ("id", "Dari 90 perahu, 30 perahu (40 persen kapal pukat) bocor."),
        ("id", "Pendapatan naik dari Rp2 juta menjadi Rp3 juta, rata-rata 4 persen per tahun."),
    ] {
        // That something rose at all may be said all the same.
        let ties: Vec<String> = told(language, text).into_iter().filter(|it| !it.starts_with("Rise")).collect();
        assert_eq!(ties, [""; 0], "{text}");
    }
}

#[test]
fn who_joined_and_what_lay_within_is_told() {
    for (language, text, expected) in [
        (
            "en",
            "Patrols grew after the accession of Norway and Chile to NATO.",
            "Joined: who Norway, who Chile, body NATO",
        ),
        ("en", "In that autumn, Norway joined the European Union.", "Joined: who Norway, body European Union"),
        ("en", "Fares fell after Norway's entry into NATO, and rose again.", "Joined: who Norway's, body NATO"),
        (
            "en",
            "Trade fell after the collapse of the Soviet Union during World War I.",
            "Within: event collapse of the Soviet Union, era World War I",
        ),
        (
            "id",
            "Patroli bertambah pasca bergabungnya Norwegia dan Cile ke dalam NATO.",
            "Joined: who Norwegia, who Cile, body NATO",
        ),
        ("id", "Norwegia telah bergabung dengan Uni Eropa.", "Joined: who Norwegia, body Uni Eropa"),
        (
            "id",
            "Sesudah runtuhnya Uni Soviet pada masa Perang Dingin, pasar sepi.",
            "Within: event runtuhnya Uni Soviet, era Perang Dingin",
        ),
    ] {
        assert_eq!(told(language, text), [expected], "{text}");
    }
}

#[test]
fn what_was_wished_supposed_or_done_beside_a_body_is_left() {
    for (language, text) in [
        ("en", "Chile joined NATO in a protest against the quotas."),
        ("en", "Chile joined NATO forces."),
        ("en", "Chile joined NATO, the quay and its masters in a protest."),
        ("en", "Chile has not joined NATO."),
        ("en", "If Chile joined NATO, fares would fall."),
        ("en", "Chile's wish to join NATO grew after the accession of Peru."),
        ("en", "Boats from Chile joined NATO."),
        ("en", "A “Chile joined NATO” was heard."),
        ("en", "Before Chile joined NATO, fares fell."),
        ("en", "It was told of the fall of the Berlin Wall in World War II films."),
        ("id", "Cile bergabung dengan NATO dalam latihan."),
        ("id", "Keinginan Cile untuk bergabung dengan NATO bertambah."),
        ("id", "Jika Cile telah bergabung dengan NATO, patroli bertambah."),
        ("id", "Wacana bergabungnya Cile ke NATO ramai setelah itu."),
    ] {
        assert_eq!(told(language, text), [""; 0], "{text}");
    }
}
