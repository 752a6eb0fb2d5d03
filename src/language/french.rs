//! French.

use super::{Calendar, Citing, Counted, Cue, Heading, Language, Numbered, Numbers, Sentence, Term, Tone, Unit};

pub(super) const FRENCH: Language = Language {
    code: "fr",
    abstracts: "résumé, sommaire",
    calendar: Calendar {
        months: [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        short: ["janv", "févr", "", "avr", "", "", "juil", "", "sept", "oct", "nov", "déc"],
        weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
        ordinals: "er, e",
        day_first: true,
        ..Calendar::EMPTY
    },
    cues: &[
        (Cue::Lead, "le"),
        (Cue::Of, "de, des"),
        (Cue::And, "et"),
        (Cue::Unit(Unit::Month), "mois"),
        (Cue::Unit(Unit::Year), "ans"),
        (Cue::Which, "plus"),
        (Cue::Later, "tard, après"),
    ],
    commonest: "les, des, et, est, dans, une, du, au, pour, qui",
    frames: super::frames::FRENCH,
    numbers: Numbers {
        decimal: ',',
        counted: Counted::UnitsOnly,
        numerals: "un, deux, trois, quatre, cinq, six",
        tens: "vingt, trente, quarante, cinquante, soixante",
        scales: &[(3, "mille"), (6, "millions, million"), (9, "milliards, milliard")],
        units: &[("pp", "points de pourcentage"), ("%", "pour cent, p. cent"), ("EUR", "d'euros, d’euros")],
        ..Numbers::EMPTY
    },
    negations: "ne, pas, jamais, sans",
    tone: Tone {
        planned: "sera, seront, devra, devront, devrait, devraient, prévoit, prévoient, prévoyait, prévu, prévue, prévus, prévues, envisage, envisagent, annoncé, annoncée",
        forecast: "prévision, prévisions, attendu, attendue, attendus, attendues, projections, prédit, prédisent, serait, seraient",
        alleged: "prétend, prétendent, prétendument, accusé, accusée, accusés, présumé, présumée",
        hedged: "pourrait, pourraient, probablement, vraisemblablement, semble, semblent",
        conditions: "sauf, pourvu",
        past: "fut, furent, était, étaient, avait, avaient",
        relatives: "lequel, laquelle, lesquels, lesquelles, dont",
        joining: "mais, car, puisque, tandis",
        before_nouns: "le, les, une, cette, ces, leur, leurs",
        ..Tone::EMPTY
    },
    prepositions: "dans, par, de, chez, avec",
    accessed: "consulté le, consultée le, page consultée le, accédé le, consulté en, dernier accès le, dernière consultation le, accès le",
    totals: "totaux, total général",
    numbered: &[
        (Numbered::Table, "tableau, tableaux"),
        (Numbered::Figure, "figure, figures, fig"),
        (Numbered::Section, "section"),
        (Numbered::Elsewhere, "annexe"),
    ],
    naming: "source, sources",
    references: &[
        (Term::In, "dans"),
        (Term::EditedBy, "édité par, éd. par, sous la direction de, sous la dir. de, dirigé par"),
        (Term::Editors, "éd, éds, dir, éditeur"),
        (Term::TranslatedBy, "traduit par, trad. par, traduit de"),
        (Term::Translators, "trad, traducteur"),
        (Term::Volume, "tome, t"),
        (Term::Issue, "numéro, nᵒ, n°"),
        (Term::Edition, "éd, édition"),
        (Term::Serial, "revue, annales, cahiers, bulletin, chronique"),
        (Term::Proceedings, "actes, colloque"),
        (Term::Press, "éditions, presses, éditeur, librairie, imprimerie"),
        (Term::Thesis, "thèse, mémoire"),
        (Term::Body, "ministère, agence, institut, société, comité, conseil, observatoire"),
        (Term::University, "université"),
        (Term::Join, "et"),
        (Term::Particle, "de, du, la, le, des, d"),
        (Term::Little, "les, des, du, de, la, le, et, en, au, aux, pour, dans, sur, une, un, par"),
        (Term::Short, "éd, éds, trad, dir"),
    ],
    headings: &[
        (
            Heading::Bibliography,
            "bibliographie, références, références bibliographiques, liste des références, ouvrages cités, \
             bibliographie et sources",
        ),
        (Heading::Part, "livres, revues, sites web"),
        (Heading::Notes, "notes de bas de page"),
    ],
    citing: &[
        (Citing::Introduces, "voir"),
        (Citing::WithinName, "de, des, du, et, la, le"),
        (Citing::Signal, "voir"),
        (Citing::Undated, "s.a"),
    ],
    sentences: &[(Sentence::Abbreviation, "cap, ste"), (Sentence::HalfOfAPair, "et, ou")],
    ..Language::EMPTY
};
