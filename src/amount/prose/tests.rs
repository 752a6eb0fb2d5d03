//! Values in prose, as they should be found.

use proptest::prelude::*;

use super::*;

fn found(text: &str, style: Style) -> Vec<(String, &str)> {
    amounts(text, style, &[]).iter().map(|found| (found.amount.to_string(), &text[found.at.clone()])).collect()
}

#[track_caller]
fn all_found(style: Style, table: &[(&str, &[(&str, &str)])]) {
    for (text, expected) in table {
        let found = found(text, style);
        let found: Vec<(&str, &str)> = found.iter().map(|(value, words)| (value.as_str(), *words)).collect();
        assert_eq!(found, *expected, "{text}");
    }
}

#[test]
fn indonesian_values_are_found() {
    all_found(
        Style::of("id"),
        &[
            ("mengirim 10.000 tentara", &[("10000 tentara", "10.000 tentara")]),
            ("Lebih dari 400 wisatawan datang", &[(">400 wisatawan", "Lebih dari 400 wisatawan")]),
            ("mencapai sekitar 11 miliar dolar AS.", &[("~11e9 USD", "sekitar 11 miliar dolar AS")]),
            ("60 persen dan 2,1% naik", &[("60%", "60 persen"), ("2.1%", "2,1%")]),
            ("harga Rp12,3 juta (US$750)", &[("12.3e6 IDR", "Rp12,3 juta"), ("750 USD", "US$750")]),
            ("lebih dari satu juta orang", &[(">1e6 orang", "lebih dari satu juta orang")]),
            ("antara 5 dan 7 juta orang", &[("5e6..7e6 orang", "antara 5 dan 7 juta orang")]),
            ("sebesar 1,5 hingga 2 persen", &[("1.5..2%", "1,5 hingga 2 persen")]),
            ("dana $175 miliar itu", &[("175e9 dollars", "$175 miliar")]),
            ("jarak 1.500 km", &[("1500 km", "1.500 km")]),
        ],
    );
}

#[test]
fn english_values_are_found() {
    all_found(
        Style::of("en"),
        &[
            ("a watch of 1000 CHF costs 666 euro", &[("1000 CHF", "1000 CHF"), ("666 EUR", "666 euro")]),
            ("lost (n=3, <1%), in all ≥ 5 %", &[("<1%", "<1%"), (">=5%", "≥ 5 %")]),
            ("sent 10,000 North Korean troops", &[("10000 troops", "10,000 North Korean troops")]),
            ("between 5 and 7 million people", &[("5e6..7e6 people", "between 5 and 7 million people")]),
            (
                "at least 58 per cent of 2.5 billion euros",
                &[(">=58%", "at least 58 per cent"), ("2.5e9 EUR", "2.5 billion euros")],
            ),
            ("fell by 1.5 percentage points", &[("1.5 pp", "1.5 percentage points")]),
            ("about 70% of it, up to 16,500", &[("~70%", "about 70%"), ("<=16500", "up to 16,500")]),
            ("two million tourists", &[("2e6 tourists", "two million tourists")]),
            ("USD 60 to 70 a barrel", &[("60..70 USD", "USD 60 to 70")]),
        ],
    );
}

#[test]
fn values_are_found_in_each_language() {
    for (code, text, expected) in [
        ("es", "más de 3 millones, de 3 a 8 km", [">3e6", "3..8 km"]),
        ("fr", "plus de 3 millions, entre 3 et 8 km", [">3e6", "3..8 km"]),
        ("de", "mehr als 3 Millionen, zwischen 3 und 8 km", [">3e6", "3..8 km"]),
        ("pt", "mais de 3 milhões, de 3 a 8 km", [">3e6", "3..8 km"]),
        ("it", "più di 3 milioni, tra 3 e 8 km", [">3e6", "3..8 km"]),
        ("nl", "meer dan 3 miljoen, tussen 3 en 8 km", [">3e6", "3..8 km"]),
        ("en", "about 5%- 10% of it; more than 3 million", ["5..10%", ">3e6"]),
        ("en", "92.8% (from 90.3% to 94.6%)", ["92.8%", "90.3..94.6%"]),
    ] {
        let values: Vec<String> = found(text, Style::of(code)).into_iter().map(|(value, _)| value).collect();
        assert_eq!(values, expected, "{text}");
    }
}

#[test]
fn numbers_that_count_nothing_stay_silent() {
    for text in [
        "Pasal 54, 55 dan 48",
        "Article 5 applies",
        "on Apollo 11 astronauts",
        "a T-62 and Covid-19 cases",
        "version 2.1.3",
        "in 1984 and 1986",
        "page 12 of it",
        "1. The first",
        "(2) the second",
        "the 3rd wave",
        "G7 and G20",
        "phone 021-555-1234",
        "007 agents",
        "two reasons",
        "at 10:30",
        "q=xss+%3c%73%63",
        "92.0→95.1%",
    ] {
        for style in [Style::of("en"), Style::of("id")] {
            assert_eq!(found(text, style), [], "{text}");
        }
    }
}

#[test]
fn what_is_excepted_is_not_read() {
    let text = "in 1,945 days and 300 troops";
    let wall = 3..13;
    let found = amounts(text, Style::of("en"), std::slice::from_ref(&wall));
    assert_eq!(found.iter().map(|found| &text[found.at.clone()]).collect::<Vec<_>>(), ["300 troops"]);
}

proptest! {
    #![proptest_config(crate::cases(8))]

    #[test]
    fn any_text_is_read_and_every_place_lies_in_it(text in prop_oneof![
        any::<String>(),
        "(1|2\\.5|1\\.500|1,500|007|satu|two|juta|million|Rp|US\\$|\\$|%| |-|–|antara|dan|to|é|km|tentara|lebih dari|\\.|,){0,12}",
    ], wall in any::<(u8, u8)>()) {
        let wall = usize::from(wall.0)..usize::from(wall.0) + usize::from(wall.1);
        for style in [Style::of("en"), Style::of("id"), Style::of("de")] {
            let mut end = 0;
            for value in amounts(&text, style, std::slice::from_ref(&wall)) {
                prop_assert!(value.at.start >= end && text.get(value.at.clone()).is_some_and(|words| !words.is_empty()));
                end = value.at.end;
                prop_assert_eq!(Amount::parse(&value.amount.to_string()), Ok(value.amount));
            }
        }
    }

    #[test]
    fn a_number_with_its_thousands_parted_is_read_back(number in 1000_u32..2_000_000_000) {
        let digits = number.to_string();
        for (style, mark) in [(Style::of("en"), ","), (Style::of("id"), ".")] {
            let mut parted = String::new();
            for (place, digit) in digits.chars().enumerate() {
                if place > 0 && (digits.len() - place).is_multiple_of(3) {
                    parted.push_str(mark);
                }
                parted.push(digit);
            }
            let text = format!("x {parted} km");
            prop_assert_eq!(found(&text, style), [(format!("{digits} km"), &text[2..])]);
        }
    }
}
