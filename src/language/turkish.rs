//! Turkish.

use super::{Calendar, Counted, Cue, Heading, Language, Numbered, Numbers};

pub(super) const TURKISH: Language = Language {
    code: "tr",
    calendar: Calendar {
        months: [
            "ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül", "ekim", "kasım",
            "aralık",
        ],
        short: ["oca", "şub", "mar", "nis", "may", "haz", "tem", "ağu", "eyl", "eki", "kas", "ara"],
        weekdays: ["pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar"],
        day_first: true,
        weekday_last: true,
        ..Calendar::EMPTY
    },
    cues: &[(Cue::And, "ve")],
    numbers: Numbers { decimal: ',', counted: Counted::UnitsOnly, ..Numbers::EMPTY },
    headings: &[(Heading::Bibliography, "kaynakça, kaynaklar")],
    accessed: "erişim tarihi",
    totals: "toplam",
    numbered: &[(Numbered::Table, "tablo"), (Numbered::Figure, "şekil")],
    naming: "kaynak",
    ..Language::EMPTY
};
