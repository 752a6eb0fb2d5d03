//! Italian.

use super::{Calendar, Citing, Counted, Cue, Heading, Language, Numbered, Numbers, Term, Tone};

pub(super) const ITALIAN: Language = Language {
    code: "it",
    abstracts: "sommario",
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
    commonest: "il, di, che, della, del, una, è, sono, nel, gli, e",
    numbers: Numbers { decimal: ',', counted: Counted::UnitsOnly, ..Numbers::EMPTY },
    tone: Tone {
        planned: "sarà, saranno, prevede, prevedono, prevedeva, previsto, prevista, previsti, previste, dovrebbe, dovrebbero, dovrà, dovranno, intende, intendono",
        forecast: "previsione, previsioni, atteso, attesi, attese, stimato, proiezioni, sarebbe, sarebbero",
        alleged: "presunto, presunta, presunti, presumibilmente, accusa, accusano, accusato, accusata",
        hedged: "potrebbe, potrebbero, forse, probabilmente, sembra, sembrano",
        conditions: "qualora, purché",
        past: "fu, furono, aveva, avevano, venne, vennero",
        relatives: "quale, quali, cui",
        joining: "perché, mentre, sebbene",
        before_nouns: "il, lo, gli, uno, una, suo, sua, suoi, sue",
        ..Tone::EMPTY
    },
    prepositions: "in, da, di, con, nel, nella, dal",
    accessed: "consultato il, ultimo accesso il, ultimo accesso, visitato il, consultata il",
    totals: "totale, totali",
    numbered: &[
        (Numbered::Table, "tabella, tabelle"),
        (Numbered::Figure, "figura, figure, fig"),
        (Numbered::Section, "sezione"),
    ],
    naming: "fonte, fonti",
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
