//! Amounts as they are read, told, and pointed at where they are none.

use proptest::prelude::*;

use super::*;

fn amount(text: &str) -> Amount {
    Amount::parse(text).unwrap_or_else(|bad| panic!("{text}: {bad}"))
}

/// The ends of both readings, as halves: `["84.5..85.5", "84.5..85.5"]`.
fn readings(text: &str) -> [String; 2] {
    let amount = amount(text);
    [Reading::Nominal, Reading::Hard].map(|reading| {
        let interval = amount.interval(reading, amount.unit()).expect("small");
        let end = |end: Option<Exact>| end.map_or_else(String::new, rounded);
        format!("{}..{}", end(interval.low()), end(interval.high()))
    })
}

#[test]
fn a_number_is_as_precise_as_its_last_digit() {
    for (text, nominal, hard) in [
        ("85%", "84.5..85.5", "84.5..85.5"),
        ("100%", "99.5..100.5", "50..150"),
        ("0%", "-0.5..0.5", "-0.5..0.5"),
        ("100.0%", "99.95..100.05", "99.95..100.05"),
        ("90%", "89.5..90.5", "85..95"),
        ("31 Rpm", "31..31", "31..31"),
        ("5.0 km", "4,950..5,050", "4,950..5,050"),
        ("5 km", "4,500..5,500", "4,500..5,500"),
        ("100 USD", "99.5..100.5", "50..150"),
        ("100.0 USD", "99.95..100.05", "99.95..100.05"),
        ("12.3e6 IDR", "12,250,000..12,350,000", "12,250,000..12,350,000"),
        ("12.3 juta IDR", "12,250,000..12,350,000", "12,250,000..12,350,000"),
        ("11 billion USD", "10,500,000,000..11,500,000,000", "10,500,000,000..11,500,000,000"),
        ("10 miliar IDR", "9,500,000,000..10,500,000,000", "5,000,000,000..15,000,000,000"),
        ("13427 soldiers", "13,427..13,427", "13,427..13,427"),
        ("10000", "10,000..10,000", "5,000..15,000"),
        ("16,500", "16,500..16,500", "16,450..16,550"),
        ("16.500", "16.4995..16.5005", "16.4995..16.5005"),
        ("1.5 million tourists", "1,450,000..1,550,000", "1,450,000..1,550,000"),
        ("2 dozen", "18..30", "18..30"),
        ("0", "0..0", "0..0"),
        ("-2.1%", "-2.15..-2.05", "-2.15..-2.05"),
        ("\u{2212}2.1%", "-2.15..-2.05", "-2.15..-2.05"),
        ("~70%", "63..77", "52.5..87.5"),
        ("~-2%", "-2.2..-1.8", "-2.5..-1.5"),
        (">400", "400..", "400.."),
        ("at least 1,000 people", "1,000..", "1,000.."),
        ("<=5", "..5", "..5"),
        ("5..7", "5..7", "5..7"),
        ("between 5 and 7 days", "388,800..648,000", "388,800..648,000"),
        ("1.5 to 2 million", "1,450,000..2,500,000", "1,450,000..2,500,000"),
        ("5–7", "5..7", "5..7"),
        ("dozens of soldiers", "24..1,200", "12.."),
        ("hundreds", "200..10,000", "100.."),
        ("USD 60", "59.5..60.5", "55..65"),
    ] {
        assert_eq!(readings(text), [nominal, hard], "{text}");
    }
}

#[test]
fn amounts_are_spoken() {
    for (text, spoken) in [
        ("12.3e6 IDR", "12,300,000 IDR"),
        (">400", "more than 400"),
        ("~11e9 USD", "about 11,000,000,000 USD"),
        ("5..7", "5 to 7"),
        ("60%", "60%"),
        ("2.10 pp", "2.10 pp"),
        ("-2.1%", "-2.1%"),
        ("up to 5 days", "at most 5 days"),
        ("dozens of soldiers", "dozens of soldiers"),
        ("-0.0%", "0.0%"),
    ] {
        assert_eq!(amount(text).spoken(), spoken, "{text}");
    }
}

#[test]
fn what_is_no_amount_is_pointed_at() {
    for (text, part, what) in [
        ("", "", "there is no value here"),
        ("many", "many", "a value begins with a number"),
        ("16,5", ",", "`,` stands between groups of three digits"),
        ("1.234.567", ".", "the number has a second point"),
        ("10 000", "000", "a second number follows the first"),
        ("5-7", "-", "a value is one number or a range"),
        ("5 ± 1", "±", "a value is one number or a range"),
        ("7..5", "5", "the range ends below where it begins"),
        ("~5..7", ".", "a range is not marked as a bound or as approximate"),
        ("between 5", "5", "a range names two numbers"),
        ("$5", "$", "`$` is no code of a currency"),
        ("5 €", "€", "`€` is no code of a currency"),
        ("USD 5 EUR", "EUR", "there are two units"),
        ("1234567890123456789", "1234567890123456789", TOO_LARGE),
        ("5e25", "5e25", TOO_LARGE),
        ("5e2147483647", "5e2147483647", TOO_LARGE),
        ("Rp12,3 juta", "Rp", "`Rp` is no code of a currency"),
        ("5e99999999999", "e99999999999", TOO_LARGE),
        ("99e9 billion billion", "99e9", TOO_LARGE),
        ("5 &", "&", "neither a digit nor a unit stands here"),
    ] {
        let bad = Amount::parse(text).expect_err(text);
        assert_eq!((&text[bad.at.clone()], bad.what.as_str()), (part, what), "{text}");
    }
}

const TOO_LARGE: &str = "the number is too large or too fine to reckon with";

#[test]
fn three_decimals_may_be_thousands() {
    assert!(amount("16.500").misreading().is_some_and(|help| help.contains("`16500`")));
    assert!(amount("1.250 USD").misreading().is_some());
    for fine in ["16,500", "16.5", "0.125", "1.2500", "1250"] {
        assert_eq!(amount(fine).misreading(), None, "{fine}");
    }
}

proptest! {
    #![proptest_config(crate::cases(8))]

    #[test]
    fn what_is_written_reads_back(text in "[~<>]?-?[0-9]{1,6}(\\.[0-9]{1,3})?(e-?[0-9])?( (million|km|USD|%|soldiers))?") {
        let amount = amount(&text);
        prop_assert_eq!(Amount::parse(&amount.to_string()), Ok(amount.clone()));
        prop_assert_eq!(Amount::parse(&format!("  {text} ")), Ok(amount));
    }

    #[test]
    fn what_is_spoken_means_the_same(text in "-?[1-9][0-9]{0,6}(\\.[0-9]{1,3})?( (km|USD|pp|soldiers))?") {
        let (written, spoken) = (amount(&text), amount(&amount(&text).spoken()));
        for reading in [Reading::Nominal, Reading::Hard] {
            prop_assert_eq!(written.interval(reading, written.unit()), spoken.interval(reading, spoken.unit()));
        }
    }

    #[test]
    fn the_hard_reading_allows_all_of_the_nominal_one(text in "(|~|>|<=)-?[0-9]{1,6}(\\.[0-9]{1,3})?( (million|%))?") {
        let amount = amount(&text);
        let [nominal, hard] =
            [Reading::Nominal, Reading::Hard].map(|reading| amount.interval(reading, amount.unit()).expect("small"));
        prop_assert_eq!(nominal.common(&hard), Some(nominal));
    }

    #[test]
    fn every_string_is_read_or_pointed_at(text in prop_oneof!["[~<>=0-9.,e% –-]{0,12}", "[0-9., ]{1,6}( ?(million|dozen|to|USD|and) ?){0,3}[0-9a-z %°]{0,5}", any::<String>()]) {
        match Amount::parse(&text) {
            Ok(amount) => {
                for reading in [Reading::Nominal, Reading::Hard] {
                    let _ = amount.interval(reading, amount.unit());
                }
                let _ = (amount.spoken(), amount.misreading());
            }
            Err(bad) => prop_assert!(text.get(bad.at).is_some()),
        }
    }
}
