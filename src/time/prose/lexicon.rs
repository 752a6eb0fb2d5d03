//! The words that shape a date in English and Indonesian: "since", "pertengahan", "ago", "Pasal".

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

/// What a word does to the date beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    /// An article, or a word that says what kind of date follows.
    Neutral,
    /// It leads to a date and adds nothing: "in", "pada".
    Lead,
    /// "of" and its like in other languages.
    Of,
    Tanggal,
    Tahun,
    Bulan,
    Early,
    Mid,
    Late,
    /// "end", as in "by the end of".
    End,
    Circa,
    Since,
    From,
    Between,
    And,
    To,
    Until,
    By,
    Before,
    After,
    Decade,
    Century,
    Bce,
    Ce,
    /// "musim", before the name of a season.
    Musim,
    /// A season, by its code in EDTF.
    Season(u8),
    Quarter,
    /// A count in words.
    Count(u8),
    /// A count that is not told: "several".
    Several,
    /// A unit of time, in the singular or the plural.
    Unit(Unit),
    /// "sehari", "setahun": one of the unit.
    One(Unit),
    /// Before a unit or a month: the one before today's, today's, the one behind it.
    Last,
    This,
    Next,
    /// The same behind it; behind a count, so far from today.
    Lalu,
    Ago,
    Ini,
    Depan,
    /// The one told of, before it and behind it.
    That,
    Itu,
    /// Told of, and one further or back.
    Following,
    Berikutnya,
    Previous,
    Sebelumnya,
    /// Behind a count: after what was told.
    Later,
    /// Days counted from the day told of.
    FromTold(i8),
    /// Days counted from today: yesterday, tomorrow.
    FromToday(i8),
    /// "yang", between a count and "lalu".
    Yang,
    /// "no", "later", "than": parts of what is read in one go.
    Than,
    /// What stands before a number that is no year: "Pasal", "No", "page".
    Numbered,
    /// An act that is known by its number: "Resolusi".
    Act,
    /// A sign or code of money before a number.
    Money,
    /// What stands behind a number that counts it: "troops", "km", "juta".
    Counted,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Years.
    Year,
    /// Decades.
    Decade,
}

/// Words in lower case by what they do. Where a word does two things, it stands where it does more.
const WORDS: &[(Cue, &str)] = &[
    (Cue::Neutral, "the periode period kurun waktu rentang"),
    (
        Cue::Lead,
        "in on at pada di selama sepanjang per dated bertanggal tertanggal during throughout am im il le el em",
    ),
    (Cue::Of, "of de del di do des"),
    (Cue::Tanggal, "tanggal tgl"),
    (Cue::Tahun, "tahun thn"),
    (Cue::Bulan, "bulan"),
    (Cue::Early, "early awal"),
    (Cue::Mid, "mid middle pertengahan"),
    (Cue::Late, "late akhir penghujung"),
    (Cue::End, "end"),
    (Cue::Circa, "circa ca around about approximately roughly sekitar kira"),
    (Cue::Since, "since sejak semenjak"),
    (Cue::From, "from dari mulai"),
    (Cue::Between, "between antara"),
    (Cue::And, "and dan und et y e en и i ve"),
    (Cue::To, "to through bis"),
    (Cue::Until, "until till hingga sampai"),
    (Cue::By, "by selambat paling"),
    (Cue::Before, "before sebelum prior menjelang pre pra"),
    (Cue::After, "after setelah sesudah pasca pascal selepas post"),
    (Cue::Decade, "dekade decade dasawarsa"),
    (Cue::Century, "century abad"),
    (Cue::Bce, "bc bce sm"),
    (Cue::Ce, "ad ce masehi"),
    (Cue::Musim, "musim"),
    (Cue::Season(21), "spring semi"),
    (Cue::Season(22), "summer panas"),
    (Cue::Season(23), "autumn fall gugur"),
    (Cue::Season(24), "winter dingin"),
    (Cue::Quarter, "quarter kuartal triwulan"),
    (Cue::Count(1), "one satu a an"),
    (Cue::Count(2), "two dua"),
    (Cue::Count(3), "three tiga"),
    (Cue::Count(4), "four empat"),
    (Cue::Count(5), "five lima"),
    (Cue::Count(6), "six enam"),
    (Cue::Count(7), "seven tujuh"),
    (Cue::Count(8), "eight delapan"),
    (Cue::Count(9), "nine sembilan"),
    (Cue::Count(10), "ten sepuluh"),
    (Cue::Count(11), "eleven sebelas"),
    (Cue::Count(12), "twelve"),
    (Cue::Several, "several few beberapa"),
    (Cue::Unit(Unit::Day), "day days hari"),
    (Cue::Unit(Unit::Week), "week weeks minggu pekan"),
    (Cue::Unit(Unit::Month), "month months"),
    (Cue::Unit(Unit::Year), "year years"),
    (Cue::Unit(Unit::Decade), "decades"),
    (Cue::One(Unit::Day), "sehari"),
    (Cue::One(Unit::Week), "seminggu sepekan"),
    (Cue::One(Unit::Month), "sebulan"),
    (Cue::One(Unit::Year), "setahun"),
    (Cue::Last, "last"),
    (Cue::This, "this"),
    (Cue::Next, "next"),
    (Cue::Lalu, "lalu"),
    (Cue::Ago, "ago silam"),
    (Cue::Ini, "ini"),
    (Cue::Depan, "depan mendatang"),
    (Cue::That, "that same"),
    (Cue::Itu, "itu tersebut sama"),
    (Cue::Following, "following"),
    (Cue::Berikutnya, "berikutnya"),
    (Cue::Previous, "previous preceding"),
    (Cue::Sebelumnya, "sebelumnya earlier"),
    (Cue::Later, "later kemudian setelahnya sesudahnya afterwards"),
    (Cue::FromTold(1), "keesokan esoknya besoknya"),
    (Cue::FromToday(-1), "yesterday kemarin"),
    (Cue::FromToday(1), "tomorrow besok"),
    (Cue::Yang, "yang"),
    (Cue::Than, "than not lambat lambatnya"),
    (
        Cue::Numbered,
        "pasal article articles art ayat section sections sec chapter bab no nos nomor number numbers nr page pages p pp \
         hlm hal halaman version versi ver v volume vol line lines baris figure fig gambar table tabel isbn issn doi rfc \
         iso room flight bus tel telp phone fax box pos kode route grade type tipe model paragraph para butir huruf protocol \
         undang uu pp perpres keppres permen perppu convention",
    ),
    (Cue::Act, "resolution resolutions resolusi unscr unscrs"),
    (Cue::Money, "rp usd eur idr gbp jpy rub krw cny us"),
    (
        Cue::Counted,
        "ribu juta miliar milyar triliun ratus thousand million billion trillion hundred percent persen km m cm mm kg g ton \
         tons tonne tonnes ha hectares meter meters metres kilometer kilometers kilometres mile miles mil mph kw mw gw hp \
         liter liters litres barel barrels orang tentara prajurit personel pasukan warga jiwa unit buah kontainer peserta \
         anggota negara rumah kasus korban pekerja wisatawan halaman rupiah dolar dollar dollars euro euros rubel sanksi \
         people men women children personnel soldiers troops times kali kata words pages kcal volt watt hari jam menit \
         detik buku sekolah perusahaan",
    ),
];

/// What a word in lower case does.
pub(super) fn cue(word: &str) -> Option<Cue> {
    static CUES: OnceLock<FxHashMap<&'static str, Cue>> = OnceLock::new();
    let all = || WORDS.iter().rev().flat_map(|(cue, words)| words.split_whitespace().map(|word| (word, *cue)));
    CUES.get_or_init(|| all().collect()).get(word).copied()
}
