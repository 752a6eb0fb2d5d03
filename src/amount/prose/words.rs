//! The words around values in English and Indonesian.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

/// Words that bound a number, by the sign for them. Of two that fit, the longer stands first.
pub(super) const BOUNDS: &[(&str, &str)] = &[
    ("no more than", "<="),
    ("no fewer than", ">="),
    ("no less than", ">="),
    ("not less than", ">="),
    ("tidak kurang dari", ">="),
    ("tidak lebih dari", "<="),
    ("more than", ">"),
    ("lebih dari", ">"),
    ("greater than", ">"),
    ("less than", "<"),
    ("fewer than", "<"),
    ("kurang dari", "<"),
    ("at least", ">="),
    ("at most", "<="),
    ("up to", "<="),
    ("paling sedikit", ">="),
    ("paling banyak", "<="),
    ("di atas", ">"),
    ("di bawah", "<"),
    ("kurang lebih", "~"),
    ("kira-kira", "~"),
    ("setidaknya", ">="),
    ("sedikitnya", ">="),
    ("minimal", ">="),
    ("maksimal", "<="),
    ("hingga", "<="),
    ("mencapai", ""),
    ("over", ">"),
    ("above", ">"),
    ("below", "<"),
    ("under", "<"),
    ("approximately", "~"),
    ("roughly", "~"),
    ("around", "~"),
    ("about", "~"),
    ("nearly", "~"),
    ("almost", "~"),
    ("some", "~"),
    ("circa", "~"),
    ("sekitar", "~"),
    ("hampir", "~"),
];

/// Scales by their power of ten.
pub(super) const SCALES: &[(&str, u32)] = &[
    ("ratus", 2),
    ("hundred", 2),
    ("ribu", 3),
    ("thousand", 3),
    ("juta", 6),
    ("million", 6),
    ("miliar", 9),
    ("milyar", 9),
    ("billion", 9),
    ("triliun", 12),
    ("trillion", 12),
];

/// Small numbers.
pub(super) const COUNTS: &[(&str, u32)] = &[
    ("one", 1),
    ("satu", 1),
    ("two", 2),
    ("dua", 2),
    ("three", 3),
    ("tiga", 3),
    ("four", 4),
    ("empat", 4),
    ("five", 5),
    ("lima", 5),
    ("six", 6),
    ("enam", 6),
    ("seven", 7),
    ("tujuh", 7),
    ("eight", 8),
    ("delapan", 8),
    ("nine", 9),
    ("sembilan", 9),
    ("ten", 10),
    ("sepuluh", 10),
];

/// Currencies by what stands before a number; the longest first.
pub(super) const MONEY_BEFORE: &[(&str, &str)] = &[
    ("US$", "USD"),
    ("USD", "USD"),
    ("EUR", "EUR"),
    ("IDR", "IDR"),
    ("GBP", "GBP"),
    ("JPY", "JPY"),
    ("RUB", "RUB"),
    ("KRW", "KRW"),
    ("CNY", "CNY"),
    ("Rp", "IDR"),
    ("€", "EUR"),
    ("₽", "RUB"),
    ("$", "dollars"),
    ("£", "pounds sterling"),
    ("¥", "yen or yuan"),
];

/// Units by their words behind a number; of two that fit, the longer stands first.
pub(super) const UNITS: &[(&str, &str)] = &[
    ("percentage points", "pp"),
    ("percentage point", "pp"),
    ("poin persentase", "pp"),
    ("poin persen", "pp"),
    ("per cent", "%"),
    ("percent", "%"),
    ("persen", "%"),
    ("%", "%"),
    ("‰", "‰"),
    ("dollar Amerika Serikat", "USD"),
    ("dolar Amerika Serikat", "USD"),
    ("dollar AS", "USD"),
    ("dolar AS", "USD"),
    ("US dollars", "USD"),
    ("U.S. dollars", "USD"),
    ("USD", "USD"),
    ("EUR", "EUR"),
    ("euros", "EUR"),
    ("euro", "EUR"),
    ("rupiah", "IDR"),
    ("rubel", "RUB"),
    ("roubles", "RUB"),
    ("rubles", "RUB"),
    ("kilometer persegi", "km²"),
    ("square kilometers", "km²"),
    ("square kilometres", "km²"),
    ("kilometer", "km"),
    ("kilogram", "kg"),
    ("meter", "m"),
    ("liter", "l"),
    ("km/h", "km/h"),
    ("km²", "km²"),
    ("km2", "km²"),
    ("km", "km"),
    ("kg", "kg"),
    ("cm", "cm"),
    ("mm", "mm"),
    ("ha", "ha"),
    ("MW", "MW"),
    ("GW", "GW"),
    ("kW", "kW"),
    ("°C", "°C"),
    ("m", "m"),
];

/// Words that count nothing: what stands behind a number that is no amount of it.
const NO_UNITS: &str = "a an and are as at but by for from had has have in is it of on or over said than that the this to until was \
were when which who will with would adalah agar akan antara atas atau bagi bahwa berisi dalam dan dapat dari \
dengan di ditujukan hingga ini itu juga kali karena ke kepada ketika maka menjadi merupakan namun oleh pada \
para pasal per saat sampai sebagai secara sehingga sejak serta setelah tahun telah tentang tersebut terhadap \
untuk yaitu yang";

/// Words before a number that is no amount.
const NUMBERED: &str = "pasal article articles art ayat section chapter bab no nomor number page pages pp p hlm hal halaman version \
versi vol volume figure fig gambar table tabel line baris resolution resolutions resolusi item butir nos room \
flight act law uu ke protocol grade type tipe model step tahap tanggal pukul tahun";

/// Whether a word in small letters is none for what is counted.
pub(super) fn counts_nothing(word: &str) -> bool {
    static WORDS: OnceLock<FxHashSet<&'static str>> = OnceLock::new();
    WORDS.get_or_init(|| NO_UNITS.split_whitespace().collect()).contains(word)
}

/// Whether a word in small letters makes the number behind it a number of something: an article, a page.
pub(super) fn numbers(word: &str) -> bool {
    static WORDS: OnceLock<FxHashSet<&'static str>> = OnceLock::new();
    WORDS.get_or_init(|| NUMBERED.split_whitespace().collect()).contains(word)
}
