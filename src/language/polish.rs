//! Polish: months and days in the cases that dates put them in.

use super::{Calendar, Counted, Cue, Heading, Language, Numbered, Numbers, Term};

pub(super) const POLISH: Language = Language {
    code: "pl",
    calendar: Calendar {
        months: [
            "stycznia, styczeń, styczniu",
            "lutego, luty, lutym",
            "marca, marzec, marcu",
            "kwietnia, kwiecień, kwietniu",
            "maja, maj, maju",
            "czerwca, czerwiec, czerwcu",
            "lipca, lipiec, lipcu",
            "sierpnia, sierpień, sierpniu",
            "września, wrzesień, wrześniu",
            "października, październik, październiku",
            "listopada, listopad, listopadzie",
            "grudnia, grudzień, grudniu",
        ],
        short: ["sty", "lut", "mar", "kwi", "", "cze", "lip", "sie", "wrz", "paź", "lis", "gru"],
        weekdays: [
            "poniedziałek",
            "wtorek",
            "środa, środę",
            "czwartek",
            "piątek",
            "sobota, sobotę",
            "niedziela, niedzielę",
        ],
        day_first: true,
        ..Calendar::EMPTY
    },
    cues: &[(Cue::And, "i")],
    numbers: Numbers { decimal: ',', counted: Counted::UnitsOnly, ..Numbers::EMPTY },
    prepositions: "w, z, przez, od",
    accessed: "dostęp, dostęp z dn., dostęp z dnia, dostęp dnia, data dostępu",
    totals: "razem, suma, ogółem",
    numbered: &[(Numbered::Table, "tabela, tabeli"), (Numbered::Figure, "rysunek, rysunku, rys")],
    naming: "źródło, źródła",
    references: &[
        (Term::EditedBy, "pod redakcją"),
        (Term::Editors, "red"),
        (Term::TranslatedBy, "tłum"),
        (Term::Page, "str"),
        (Term::Edition, "wyd"),
        (Term::Serial, "przegląd"),
        (Term::Press, "wydawnictwo"),
        (Term::Join, "i"),
        (Term::Little, "w, z, na, do"),
        (Term::Short, "wyd, tłum"),
        (Term::City, "warszawa, kraków, poznań, wrocław, łódź, gdańsk, toruń, lublin, katowice"),
    ],
    headings: &[(Heading::Bibliography, "bibliografia, literatura, spis literatury, wykaz literatury, netografia")],
    frames: super::frames::Frames::OF_SIGNS,
    ..Language::EMPTY
};
