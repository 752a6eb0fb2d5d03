//! Italian.

use super::{Calendar, Citing, Counted, Cue, Heading, Language, Numbers, Term};

pub(super) const ITALIAN: Language = Language {
    code: "it",
    calendar: Calendar {
        months: [
            "gennaio",
            "febbraio",
            "marzo",
            "aprile",
            "maggio",
            "giugno",
            "luglio",
            "agosto",
            "settembre",
            "ottobre",
            "novembre",
            "dicembre",
        ],
        short: ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"],
        weekdays: ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"],
        ordinals: "º, ª, o",
        day_first: true,
        ..Calendar::EMPTY
    },
    cues: &[(Cue::Lead, "il"), (Cue::Of, "di, del"), (Cue::And, "e")],
    numbers: Numbers { decimal: ',', counted: Counted::UnitsOnly, ..Numbers::EMPTY },
    references: &[
        (Term::EditedBy, "a cura di"),
        (Term::Editors, "a cura di"),
        (Term::TranslatedBy, "tradotto da, trad. di, traduzione di"),
        (Term::Issue, "numero"),
        (Term::Edition, "edizione"),
        (Term::Serial, "rivista, giornale, annali, quaderni"),
        (Term::Press, "edizioni, editore, editrice"),
        (Term::Thesis, "tesi"),
        (Term::Body, "ministero, istituto, società"),
        (Term::University, "università"),
        (Term::Join, "e"),
        (Term::Particle, "di, della, del, dal, dalla, degli"),
        (Term::Little, "il, lo, gli, di, della, delle, dei, nel, nella, con, per, su, tra"),
    ],
    headings: &[(Heading::Bibliography, "bibliografia, riferimenti bibliografici, riferimenti, sitografia")],
    citing: &[(Citing::WithinName, "della, di")],
    ..Language::EMPTY
};
