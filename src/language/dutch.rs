//! Dutch.

use super::{Calendar, Citing, Counted, Cue, Heading, Language, Numbers, Term};

pub(super) const DUTCH: Language = Language {
    code: "nl",
    calendar: Calendar {
        months: [
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ],
        short: ["jan", "feb", "mrt", "apr", "", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
        weekdays: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
        ordinals: "e",
        day_first: true,
        ..Calendar::EMPTY
    },
    cues: &[(Cue::And, "en")],
    numbers: Numbers { decimal: ',', counted: Counted::UnitsOnly, ..Numbers::EMPTY },
    references: &[
        (Term::EditedBy, "onder redactie van, bewerkt door"),
        (Term::Editors, "red"),
        (Term::TranslatedBy, "vertaald door"),
        (Term::Volume, "deel, jrg"),
        (Term::Edition, "druk"),
        (Term::Serial, "tijdschrift, blad"),
        (Term::Press, "uitgeverij"),
        (Term::Thesis, "proefschrift, scriptie"),
        (Term::University, "universiteit"),
        (Term::Join, "en"),
        (Term::Particle, "van, van der, van den, ten, ter, op, 't, te"),
        (Term::Little, "het, een, van, voor, met, op, aan, bij, naar, uit"),
        (Term::Short, "red, jrg"),
    ],
    headings: &[(Heading::Bibliography, "literatuur, literatuurlijst, referenties, bronnen, bronnenlijst")],
    citing: &[(Citing::WithinName, "van, ten, ter")],
    ..Language::EMPTY
};
