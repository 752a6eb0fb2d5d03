//! Dutch.

use super::{Calendar, Citing, Counted, Cue, Heading, Language, Numbered, Numbers, Term, Tone};

pub(super) const DUTCH: Language = Language {
    code: "nl",
    abstracts: "samenvatting",
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
    commonest: "het, een, en, van, dat, niet, zijn, op, te, wordt",
    numbers: Numbers { decimal: ',', counted: Counted::UnitsOnly, ..Numbers::EMPTY },
    tone: Tone {
        planned: "zal, zullen, gepland, geplande, plannen, voornemens, beloofde, aangekondigd, aangekondigde",
        forecast: "verwacht, verwachten, verwachting, voorspelt, voorspelde, voorspeld, zou, zouden, prognose",
        alleged: "vermeend, vermeende, beschuldigd, beschuldigt, verdacht",
        hedged: "misschien, waarschijnlijk, mogelijk, vermoedelijk, lijkt, lijken",
        conditions: "indien, tenzij",
        past: "werd, hadden, waren",
        relatives: "welke, wiens",
        joining: "maar, omdat, terwijl, hoewel",
        before_nouns: "het, een, hun, haar, zijn, deze",
        ..Tone::EMPTY
    },
    prepositions: "in, door, uit, van, met",
    accessed: "geraadpleegd op, bezocht op, geopend op",
    totals: "totaal",
    numbered: &[(Numbered::Table, "tabel, tabellen"), (Numbered::Figure, "figuur, figuren")],
    naming: "bron, bronnen",
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
