//! Dates in prose, as they should be found.

use std::fmt::Write;

use proptest::prelude::*;

use super::*;
use crate::language::{LANGUAGES, words};
use crate::time::Day;

/// What is found in `text`, each with its words: the EDTF behind the sign of its side, `?` for a relative date and `!`
/// for one that no calendar has.
fn found(text: &str, language: Language) -> Vec<(String, &str)> {
    let shown = |date: &Found| {
        let side = match date.side {
            Side::On => "",
            Side::Since => "since ",
            Side::Until => "until ",
            Side::By => "by ",
            Side::Before => "before ",
            Side::After => "after ",
        };
        match &date.what {
            What::Date(when) => format!("{side}{when}"),
            What::Relative(relative) => {
                format!("{side}{}", if relative.from == Anchor::Told { "told" } else { "writing" })
            }
            What::Bad(bad) => format!("! {}", bad.what),
        }
    };
    dates(text, language, &[]).iter().map(|date| (shown(date), &text[date.at.clone()])).collect()
}

fn language(code: &str) -> Language {
    if code == "any" { Language::ANY } else { Language::named(code).expect("the test names a language that is known") }
}

/// A line of a table: the language, the text, and each date that is in it, with its words.
type Line = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

#[track_caller]
fn all_found(table: &[Line]) {
    let mut wrong = String::new();
    for (code, text, expected) in table {
        let found = found(text, language(code));
        let found: Vec<(&str, &str)> = found.iter().map(|(edtf, words)| (edtf.as_str(), *words)).collect();
        if found != *expected {
            let _ = writeln!(wrong, "{code}: {text}\n    found    {found:?}\n    expected {expected:?}");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn days_are_found_in_english_and_indonesian() {
    all_found(&[
        ("en", "The bridge opened on 19 June 2024 at noon.", &[("2024-06-19", "19 June 2024")]),
        (
            "en",
            "On June 19, 2024, it opened; on July 3rd 2024 it closed.",
            &[("2024-06-19", "June 19, 2024"), ("2024-07-03", "July 3rd 2024")],
        ),
        ("en", "the 19th of June 2024 was dry", &[("2024-06-19", "19th of June 2024")]),
        ("en", "It fell on Sept. 5, 2019. Then rain.", &[("2019-09-05", "Sept. 5, 2019")]),
        ("en", "dated 2024-06-19 and 2024/06/20", &[("2024-06-19", "2024-06-19"), ("2024-06-20", "2024/06/20")]),
        ("en", "Logged at 2024-06-19T10:00.", &[("2024-06-19", "2024-06-19")]),
        ("id", "Pada tanggal 19 Juni 2024, jembatan itu dibuka.", &[("2024-06-19", "tanggal 19 Juni 2024")]),
        ("id", "16 Januari 2024, Menteri bertemu tamu.", &[("2024-01-16", "16 Januari 2024")]),
        ("id", "Rapat 6 Nop 2019 dan 7 Agt. 2020.", &[("2019-11-06", "6 Nop 2019"), ("2020-08-07", "7 Agt. 2020")]),
        ("id", "pada 19 Juni tahun 2024 di Solo", &[("2024-06-19", "19 Juni tahun 2024")]),
        ("id", "Jembatan dibuka Rabu (19/6/2024) pagi.", &[("2024-06-19", "19/6/2024")]),
        ("id", "terbit 12/02/2022", &[("2022-02-12", "12/02/2022")]),
        ("en", "printed 12/02/2022", &[("[2022-02-12,2022-12-02]", "12/02/2022")]),
        ("en", "printed 13/02/2022 or 02/13/2022", &[("2022-02-13", "13/02/2022"), ("2022-02-13", "02/13/2022")]),
        ("any", "printed 02/02/2022", &[("2022-02-02", "02/02/2022")]),
    ]);
}

#[test]
fn months_years_and_longer_times_are_found() {
    all_found(&[
        ("en", "In June 2024 and in 2025 it rained.", &[("2024-06", "June 2024"), ("2025", "2025")]),
        ("id", "Pada Juni 1950 dan Juli tahun 2000.", &[("1950-06", "Juni 1950"), ("2000-07", "Juli tahun 2000")]),
        ("id", "kunjungan tahun 1961, perjanjian 1962 yang lama", &[("1961", "tahun 1961"), ("1962", "1962")]),
        ("en", "after the 2014 revolution", &[("2014", "2014")]),
        ("en", "the mid-1950s and the 1990s", &[("1953~/1956~", "mid-1950s"), ("199X", "1990s")]),
        (
            "id",
            "Pada pertengahan 1950-an, lalu dekade 1970-an",
            &[("1953~/1956~", "pertengahan 1950-an"), ("197X", "dekade 1970-an")],
        ),
        ("id", "akhir tahun 1991", &[("1991-~09/1991-12", "akhir tahun 1991")]),
        (
            "en",
            "in early 2000 and late June 2001",
            &[("2000-01/2000-~04", "early 2000"), ("2001-06-~21/2001-06-30", "late June 2001")],
        ),
        ("en", "the late 19th century", &[("186X~/1900", "late 19th century")]),
        ("id", "awal abad ke-20 dan abad XIX", &[("1901/193X~", "awal abad ke-20"), ("1801/1900", "abad XIX")]),
        ("en", "in spring 2024 and Q3 2023", &[("2024-21", "spring 2024"), ("2023-35", "Q3 2023")]),
        ("en", "the first quarter of 2023", &[("2023-33", "first quarter of 2023")]),
        ("id", "musim gugur 2023, kuartal II 2022", &[("2023-23", "musim gugur 2023"), ("2022-34", "kuartal II 2022")]),
        (
            "en",
            "circa 1920, c. 1930, around 1940",
            &[("1920~", "circa 1920"), ("1930~", "c. 1930"), ("1940~", "around 1940")],
        ),
        ("id", "kira-kira tahun 1920", &[("1920~", "kira-kira tahun 1920")]),
        ("en", "from 44 BC to AD 79", &[("-0043/0079", "from 44 BC to AD 79")]),
        // Whoever says "the 1900s" may mean the century.
        ("en", "in the 1900s and the 2000s", &[("19XX", "1900s"), ("200X", "2000s")]),
        ("en", "filed under 2024-06.", &[("2024-06", "2024-06")]),
    ]);
}

#[test]
fn ranges_are_found_whole() {
    all_found(&[
        ("en", "between 2014 and 2018 the dam leaked", &[("2014/2018", "between 2014 and 2018")]),
        ("id", "antara tahun 2014 dan 2018", &[("2014/2018", "antara tahun 2014 dan 2018")]),
        ("en", "between the years 2014 and 2018", &[("2014/2018", "between the years 2014 and 2018")]),
        ("pt", "entre os anos de 2014 e 2018", &[("2014/2018", "entre os anos de 2014 e 2018")]),
        ("fr", "du 18 juillet au 4 août 2018", &[("2018-07-18/2018-08-04", "18 juillet au 4 août 2018")]),
        ("it", "il decreto 1551/2012", &[]),
        // Over the turn of the year.
        ("en", "from December to May 2017", &[("2016-12/2017-05", "from December to May 2017")]),
        (
            "de",
            "vom 5. November bis zum 3. März 2019",
            &[("2018-11-05/2019-03-03", "5. November bis zum 3. März 2019")],
        ),
        ("en", "from 3 to 5 March 2021", &[("2021-03-03/2021-03-05", "from 3 to 5 March 2021")]),
        (
            "en",
            "3-5 March 2021; March 3-5, 2021",
            &[("2021-03-03/2021-03-05", "3-5 March 2021"), ("2021-03-03/2021-03-05", "March 3-5, 2021")],
        ),
        ("en", "28 February to 5 March 2021", &[("2021-02-28/2021-03-05", "28 February to 5 March 2021")]),
        (
            "en",
            "1949-1953, 1949\u{2013}53 and 2023/24",
            &[("1949/1953", "1949-1953"), ("1949/1953", "1949\u{2013}53"), ("2023/2024", "2023/24")],
        ),
        ("en", "the 2004-06 term", &[("2004/2006", "2004-06")]),
        ("id", "sejak tahun 1950 hingga 1953", &[("1950/1953", "sejak tahun 1950 hingga 1953")]),
        ("id", "dari Februari hingga Mei 2024", &[("2024-02/2024-05", "dari Februari hingga Mei 2024")]),
        ("id", "pertengahan 1950-an hingga 1960-an", &[("1953~/196X", "pertengahan 1950-an hingga 1960-an")]),
        ("id", "tahun 1945 s.d. 1948", &[("1945/1948", "tahun 1945 s.d. 1948")]),
        ("id", "30 September/1 Oktober 1965", &[("1965-09-30/1965-10-01", "30 September/1 Oktober 1965")]),
        ("en", "in 2001 and 2002", &[("2001", "2001"), ("2002", "2002")]),
    ]);
}

#[test]
fn the_side_of_a_date_is_told() {
    all_found(&[
        ("en", "since August 2023", &[("since 2023-08", "since August 2023")]),
        (
            "id",
            "Sejak Agustus 2023, hingga tahun 2025",
            &[("since 2023-08", "Sejak Agustus 2023"), ("until 2025", "hingga tahun 2025")],
        ),
        ("en", "by the end of 2022", &[("by 2022", "by the end of 2022")]),
        (
            "id",
            "paling lambat tanggal 22 Desember 2019",
            &[("by 2019-12-22", "paling lambat tanggal 22 Desember 2019")],
        ),
        ("en", "no later than 5 May 2020", &[("by 2020-05-05", "no later than 5 May 2020")]),
        (
            "en",
            "before 1990, after March 1991, post-1992",
            &[("before 1990", "before 1990"), ("after 1991-03", "after March 1991"), ("after 1992", "post-1992")],
        ),
        (
            "id",
            "Sebelum tahun 2014 dan pasca 1991",
            &[("before 2014", "Sebelum tahun 2014"), ("after 1991", "pasca 1991")],
        ),
    ]);
}

#[test]
fn relative_dates_are_told_from_their_anchors() {
    all_found(&[
        ("en", "on 19 June", &[("told", "19 June")]),
        ("id", "Pada tanggal 28 Oktober, delegasi tiba.", &[("told", "tanggal 28 Oktober")]),
        ("id", "satelit Mei lalu, kereta 6 Juni lalu", &[("writing", "Mei lalu"), ("writing", "6 Juni lalu")]),
        ("id", "sejak Februari lalu", &[("since writing", "sejak Februari lalu")]),
        (
            "id",
            "bulan lalu, tahun lalu, kemarin",
            &[("writing", "bulan lalu"), ("writing", "tahun lalu"), ("writing", "kemarin")],
        ),
        (
            "en",
            "last month; two years ago; last May",
            &[("writing", "last month"), ("writing", "two years ago"), ("writing", "last May")],
        ),
        ("en", "four months later, the following day", &[("told", "four months later"), ("told", "following day")]),
        (
            "id",
            "empat bulan kemudian dan sehari sebelumnya",
            &[("told", "empat bulan kemudian"), ("told", "sehari sebelumnya")],
        ),
        ("id", "pada 12 September tahun itu", &[("told", "12 September tahun itu")]),
        ("en", "in June of that year", &[("told", "June of that year")]),
        ("id", "Senin (17/6) dan Senin lalu", &[("told", "17/6"), ("writing", "Senin lalu")]),
        ("id", "kehadirannya pada Juli dan pada Juni (nanti)", &[("told", "Juli"), ("told", "Juni")]),
        ("en", "this autumn", &[("writing", "this autumn")]),
        ("id", "musim gugur ini", &[("writing", "musim gugur ini")]),
    ]);
}

#[test]
fn numbers_that_are_no_dates_stay_silent() {
    for text in [
        "Pasal 4 dan Pasal 51 Piagam PBB",
        "ketentuan Pasal 54, 55 dan 48",
        "UU No. 34 Tahun 2004 tentang TNI",
        "Undang-Undang Nomor 34 Tahun 2004",
        "Law No. 34 of 2004",
        "Peraturan Pemerintah Nomor 2010",
        "Resolution 1718 was adopted",
        "Security Council resolutions 1695, 1718 and 1874",
        "Resolusi DK PBB 1718 (2006)",
        "USD 2024 million",
        "Rp 2.000 dan Rp2000",
        "US$1999 and $1999 and \u{20ac}1999",
        "2000 troops and 1.900 tentara, 10.000 orang",
        "In 2000 cases",
        "1945 prajurit",
        "page 1984, pp. 1984-1986, hlm. 1984",
        "version 2.2024 and Windows 2000",
        "phone 021-1998, tel. 1998",
        "https://example.com/2024/06/19/story and www.example.com/1999",
        "doi:10.1000/2024 10.1000/1999",
        "1500 km from here",
        "a T-62 and an F-1998",
        "a 2022-style offensive",
        "flight 1848",
        "at 20.15 or 19:45",
        "3.1415 and 1,998",
        "99.1999%",
        "12 may be enough, and they march on",
        "ISBN 978-1984-2024",
        "12345, 007, 123",
        "in the fall of the city",
        "1728 were left out, and 1651 days",
        "DGR 1551/2012",
    ] {
        for code in ["en", "id", "any"] {
            assert_eq!(found(text, language(code)), [], "{code}: {text}");
        }
    }
}

#[test]
fn dates_are_read_in_each_language_to_one_depth() {
    let spans = [
        ("es", "del 18 de julio al 4 de agosto de 1918", "entre los años 2010 y 2022", "desde 2014", "después de 2014"),
        ("fr", "du 18 juillet au 4 août 1918", "entre 2010 et 2022", "depuis 2014", "après 2014"),
        ("de", "vom 18. Juli bis zum 4. August 1918", "zwischen den Jahren 2010 und 2022", "seit 2014", "nach 2014"),
        ("pt", "de 18 de julho a 4 de agosto de 1918", "entre os anos de 2010 e 2022", "desde 2014", "após 2014"),
        ("it", "dal 18 luglio al 4 agosto 1918", "tra il 2010 e il 2022", "dal 2014", "dopo il 2014"),
        ("nl", "van 18 juli tot 4 augustus 1918", "tussen 2010 en 2022", "sinds 2014", "na 2014"),
    ];
    for (code, days, years, since, after) in spans {
        for (text, expected) in
            [(days, "1918-07-18/1918-08-04"), (years, "2010/2022"), (since, "since 2014"), (after, "after 2014")]
        {
            let read: Vec<String> = found(text, language(code)).into_iter().map(|(date, _)| date).collect();
            assert_eq!(read, [expected], "{code}: {text}");
        }
    }
    all_found(&[
        ("fr", "du 1er au 31 mai 1918", &[("1918-05-01/1918-05-31", "1er au 31 mai 1918")]),
        ("fr", "la loi du 9 décembre 1905", &[("1905-12-09", "9 décembre 1905")]),
        ("fr", "jusqu’en 2012, vers 1950", &[("until 2012", "jusqu’en 2012"), ("1950~", "vers 1950")]),
        (
            "de",
            "Ende 2014 und im 19. Jahrhundert",
            &[("2014-~09/2014-12", "Ende 2014"), ("1801/1900", "19. Jahrhundert")],
        ),
        (
            "it",
            "l’8 settembre 1943, poi dall'11 dicembre 1944",
            &[("1943-09-08", "8 settembre 1943"), ("since 1944-12-11", "dall'11 dicembre 1944")],
        ),
        ("it", "fino al 2012, prima del 2010", &[("until 2012", "fino al 2012"), ("before 2010", "prima del 2010")]),
        ("es", "la década de 1950, la Ley 1712 de 2014", &[("195X", "década de 1950")]),
        ("en", "The na 2015 and van 1990 of it", &[("2015", "2015"), ("1990", "1990")]),
    ]);
}

#[test]
fn a_day_that_no_calendar_has_is_told_and_not_moved() {
    all_found(&[
        ("en", "It was on 31 June 2024.", &[("! June 2024 has 30 days, not 31", "31 June 2024")]),
        ("id", "tanggal 30 Februari", &[("! February has at most 29 days, not 30", "tanggal 30 Februari")]),
        ("id", "31/06/2024", &[("! June 2024 has 30 days, not 31", "31/06/2024")]),
        ("en", "2023-02-29", &[("! February 2023 has 28 days, not 29", "2023-02-29")]),
    ]);
    let text = "from 28 to 31 June 2024";
    let [Found { what: What::Bad(bad), .. }] = &dates(text, Language::ANY, &[])[..] else { panic!("one bad date") };
    assert_eq!(&text[bad.at.clone()], "31");
}

#[test]
fn a_weekday_is_kept_beside_its_date() {
    for (code, text, said, words, right) in [
        ("en", "on Wednesday, 19 June 2024,", Weekday::Wed, "Wednesday", true),
        ("en", "on Tuesday 19 June 2024", Weekday::Tue, "Tuesday", false),
        ("id", "Rabu (19/6/2024)", Weekday::Wed, "Rabu", true),
        ("id", "Minggu, 19 Juni 2024", Weekday::Sun, "Minggu", false),
        ("tr", "19 Haziran 2024 Çarşamba günü", Weekday::Wed, "Çarşamba", true),
    ] {
        let found = dates(text, language(code), &[]);
        let [date] = &found[..] else { panic!("{text}: {found:?}") };
        let weekday = date.weekday.as_ref().expect(text);
        assert_eq!((weekday.day, &text[weekday.at.clone()]), (said, words));
        assert_eq!(date.true_weekday() == Some(said), right, "{text}");
    }
}

#[test]
fn every_language_names_its_own_months() {
    all_found(&[
        (
            "de",
            "Am Mittwoch, dem 19. Juni 2024, und am 3. März 2021",
            &[("2024-06-19", "19. Juni 2024"), ("2021-03-03", "3. März 2021")],
        ),
        ("de", "im Jänner 1920 am 19.06.2024.", &[("1920-01", "Jänner 1920"), ("2024-06-19", "19.06.2024")]),
        ("fr", "le 1er août 2023 et en février 2024", &[("2023-08-01", "1er août 2023"), ("2024-02", "février 2024")]),
        (
            "es",
            "el 19 de junio de 2024 y en mayo de 2021",
            &[("2024-06-19", "19 de junio de 2024"), ("2021-05", "mayo de 2021")],
        ),
        (
            "pt",
            "em 7 de setembro de 1822, em março de 1964",
            &[("1822-09-07", "7 de setembro de 1822"), ("1964-03", "março de 1964")],
        ),
        ("it", "il 25 aprile 1945 e nel giugno 1946", &[("1945-04-25", "25 aprile 1945"), ("1946-06", "giugno 1946")]),
        ("nl", "op 5 mei 1945 en in maart 1946", &[("1945-05-05", "5 mei 1945"), ("1946-03", "maart 1946")]),
        ("ru", "9 мая 1945 г. и в июне 1946 года", &[("1945-05-09", "9 мая 1945"), ("1946-06", "июне 1946")]),
        ("pl", "1 września 1939 r., w maju 1945", &[("1939-09-01", "1 września 1939"), ("1945-05", "maju 1945")]),
        ("tr", "29 Ekim 1923'te ve Mayıs 1924", &[("1923-10-29", "29 Ekim 1923"), ("1924-05", "Mayıs 1924")]),
        (
            "any",
            "2024年6月19日に会談、2024년 6월 19일, 2023年",
            &[("2024-06-19", "2024年6月19日"), ("2024-06-19", "2024년 6월 19일"), ("2023", "2023年")],
        ),
        // A name of another language needs a day and a year beside it.
        ("en", "The Mars 2020 rover; le 3 mars 2020", &[("2020", "2020"), ("2020-03-03", "3 mars 2020")]),
    ]);
}

#[test]
fn what_is_excepted_is_not_read() {
    let text = "It began in 2014 (Lee 2019) and ended in 2015.";
    let at = text.find('(').expect("it cites");
    let citation = at..at + "(Lee 2019)".len();
    let found = dates(text, Language::ANY, std::slice::from_ref(&citation));
    let words: Vec<&str> = found.iter().map(|date| &text[date.at.clone()]).collect();
    assert_eq!(words, ["2014", "2015"]);
}

/// What the only relative date in a text means, told from `told` and written on `written`.
#[track_caller]
fn means(text: &str, told: &str, written: &str, date: Option<&str>) {
    let when = |edtf: &str| When::parse(edtf).ok();
    let found = dates(text, Language::ANY, &[]);
    let resolved = resolve(&found, when(told).as_ref(), when(written).as_ref());
    let [resolved] = &resolved[..] else { panic!("{text}: {found:?}") };
    assert_eq!(resolved.as_ref().map(ToString::to_string).as_deref(), date, "{text}");
}

#[test]
fn relative_dates_are_resolved_where_their_anchor_is_known() {
    for (text, told, written, date) in [
        ("four months later", "2024-06-19", "", Some("2024-10~")),
        ("empat bulan kemudian", "2024", "", Some("2024-05~/2025-04~")),
        ("the following day", "2024-06-30", "", Some("2024-07-01")),
        ("sehari sebelumnya", "2024-06-20", "", Some("2024-06-19")),
        ("ten days later", "2024-06-20", "", Some("2024-06-30~")),
        ("two years ago", "", "2024-06-20", Some("2022~")),
        ("last month", "", "2024-01-31", Some("2023-12")),
        ("last month", "", "2024", Some("2023-12/2024-11")),
        ("bulan lalu", "", "", None),
        ("tahun lalu", "2010", "2024-05", Some("2023")),
        ("that year", "2010-05", "2024", Some("2010")),
        ("kemarin", "", "2024-03-01", Some("2024-02-29")),
        ("last week", "", "2024-06-19", Some("2024-06-10/2024-06-16")),
        ("Mei lalu", "", "2025-05-31", Some("2024-05")),
        ("Mei lalu", "", "2025-06-01", Some("2025-05")),
        ("Mei lalu", "", "2025", Some("[2024-05,2025-05]")),
        ("6 Juni lalu", "", "2024-06-07", Some("2024-06-06")),
        ("next March", "", "2024-03-02", Some("2025-03")),
        ("the next year", "2011", "2024-03-02", Some("2012")),
        ("next year", "2011", "2024-03-02", Some("2025")),
        ("Senin lalu", "", "2024-06-19", Some("2024-06-17")),
        ("pada 28 Oktober", "2024-06-19", "", Some("2024?-10-28")),
        ("pada 28 Oktober", "2023/2024", "", None),
        ("June of that year", "2024", "", Some("2024-06")),
        ("several years ago", "", "2024", None),
        ("this autumn", "", "2024-06", Some("2024-23")),
    ] {
        means(text, told, written, date);
    }
}

#[test]
fn a_relative_date_is_told_from_the_last_one_before_it() {
    let text = "It opened on 19 June 2024. The following day it rained, and a day later it closed.";
    let resolved = resolve(&dates(text, Language::ANY, &[]), None, None);
    let days: Vec<Option<String>> = resolved.iter().map(|day| day.as_ref().map(ToString::to_string)).collect();
    assert_eq!(days, [None, Some("2024-06-20".into()), Some("2024-06-21".into())]);
}

/// How many languages have names for months; they stand first.
const DATED: usize = 11;

/// A day in words, as the long form of each language has it in CLDR, with its weekday.
fn long_form(place: usize, day: Day) -> String {
    let (year, month, of_month) = day.year_month_day();
    let names = &LANGUAGES[place].calendar;
    let first = |names| words(names).next().unwrap_or_default();
    let (weekday, month) = (
        first(names.weekdays[day.weekday().num_days_from_monday() as usize]),
        first(names.months[usize::from(month) - 1]),
    );
    match LANGUAGES[place].code {
        "en" => format!("{weekday}, {}{} {of_month}, {year}", month[..1].to_uppercase(), &month[1..]),
        "de" => format!("{weekday}, {of_month}. {month} {year}"),
        "es" | "pt" => format!("{weekday}, {of_month} de {month} de {year}"),
        "fr" | "it" | "nl" => format!("{weekday} {of_month} {month} {year}"),
        "ru" => format!("{weekday}, {of_month} {month} {year}\u{202f}г."),
        "tr" => format!(
            "{of_month} {month} {year} {}",
            weekday.replacen(
                |_| true,
                &weekday.chars().next().map_or(String::new(), |c| c.to_uppercase().to_string()),
                1
            )
        ),
        _ => format!("{weekday}, {of_month} {month} {year}"),
    }
}

fn nearly_prose() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "2024",
        "19",
        "6",
        "June",
        "Juni",
        "mei",
        "lalu",
        "tahun",
        "-",
        "/",
        ".",
        ",",
        " ",
        "(",
        ")",
        "1950",
        "s",
        "-an",
        "an",
        "between",
        "and",
        "dan",
        "to",
        "hingga",
        "abad",
        "ke",
        "th",
        "century",
        "last",
        "bulan",
        "four",
        "year",
        "late",
        "c.",
        "No.",
        "Resolution",
        "Rp",
        "Wednesday",
        "Rabu",
        "年",
        "月",
        "é",
        "\u{ff12}",
        "31",
        "00",
        "Q",
        "BC",
        "by",
        "the",
        "end",
        "of",
        "s.d.",
        "several",
        "musim",
        "gugur",
        "'",
        "XIX",
        "99999999999",
    ]);
    prop::collection::vec((part, prop::bool::ANY), 0..12).prop_map(|parts| {
        parts.into_iter().map(|(part, blank)| if blank { format!("{part} ") } else { part.into() }).collect()
    })
}

proptest! {
    #![proptest_config(crate::cases(8))]

    #[test]
    fn any_text_is_read_and_every_place_lies_in_it(
        text in prop_oneof![nearly_prose(), any::<String>()], code in 0..DATED, wall in any::<(u8, u8)>(),
    ) {
        let language = Language::named(LANGUAGES[code].code).expect("the table names it");
        let wall = usize::from(wall.0)..usize::from(wall.0) + usize::from(wall.1);
        let mut end = 0;
        for date in &dates(&text, language, std::slice::from_ref(&wall)) {
            prop_assert!(date.at.start >= end && text.get(date.at.clone()).is_some_and(|words| !words.is_empty()));
            end = date.at.end;
            if let What::Bad(bad) = &date.what {
                prop_assert!(text.get(bad.at.clone()).is_some());
            }
            if let Some(said) = &date.weekday {
                prop_assert!(text.get(said.at.clone()).is_some());
            }
        }
    }

    #[test]
    fn a_relative_date_is_resolved_without_a_fault(text in nearly_prose(), number in -1_000_000_i64..1_000_000) {
        let anchor = When::parse(&Day::from_number(number).to_string()).expect("a day within four digits");
        let found = dates(&text, Language::ANY, &[]);
        prop_assert_eq!(resolve(&found, Some(&anchor), Some(&anchor)).len(), found.len());
    }

    #[test]
    fn a_day_in_each_language_is_read_back(place in 0..DATED, number in -170_000_i64..47_000) {
        let day = Day::from_number(number);
        let text = format!("x {} x", long_form(place, day));
        let language = Language::named(LANGUAGES[place].code).expect("the table names it");
        let found = dates(&text, language, &[]);
        let [Found { what: What::Date(when), weekday, .. }] = &found[..] else { panic!("{text}: {found:?}") };
        prop_assert_eq!(when.to_string(), day.to_string(), "{}", text);
        prop_assert_eq!(weekday.as_ref().map(|said| said.day), Some(day.weekday()), "{}", text);
    }
}
