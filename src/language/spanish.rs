//! Spanish.

use super::{Calendar, Citing, Counted, Cue, Heading, Language, Numbered, Numbers, Sentence, Term, Tone, Unit};

pub(super) const SPANISH: Language = Language {
    code: "es",
    abstracts: "resumen",
    calendar: Calendar {
        months: [
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
        short: ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"],
        weekdays: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
        ordinals: "º, ª, o",
        day_first: true,
        ..Calendar::EMPTY
    },
    cues: &[
        (Cue::Lead, "el"),
        (Cue::Of, "de, del"),
        (Cue::And, "y, e"),
        (Cue::Unit(Unit::Month), "meses"),
        (Cue::Unit(Unit::Year), "años"),
        (Cue::Which, "más"),
        (Cue::Later, "después, tarde"),
    ],
    commonest: "los, las, y, del, una, con, por, el, se, su",
    frames: super::frames::SPANISH,
    numbers: Numbers {
        decimal: ',',
        counted: Counted::UnitsOnly,
        numerals: "un, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez",
        tens: "veinte, treinta, cuarenta, cincuenta, sesenta, setenta, ochenta, noventa",
        scales: &[(9, "mil millones"), (6, "millones, millón"), (12, "billones")],
        units: &[("pp", "puntos porcentuales"), ("%", "por ciento"), ("EUR", "de euros")],
        ..Numbers::EMPTY
    },
    tone: Tone {
        planned: "será, serán, planea, planean, planeaba, prevé, prevén, previsto, prevista, previstos, previstas, pretende, pretenden, debería, deberían, deberá, deberán",
        forecast: "pronostica, pronostican, pronosticó, proyecta, proyectan, proyecciones, espera, esperan, esperaba",
        alleged: "presunto, presunta, presuntamente, supuesto, supuesta, supuestamente, acusa, acusan, acusado, acusada",
        hedged: "podría, podrían, quizás, quizá, probablemente, posiblemente, parece, parecen",
        conditions: "salvo, siempre que",
        past: "fue, fueron, había, habían",
        relatives: "cuyo, cuya, cuyos, cuyas",
        joining: "pero, porque, mientras, aunque",
        before_nouns: "el, los, las, esta, estos, su, sus",
        ..Tone::EMPTY
    },
    prepositions: "en, por, de, con",
    accessed: "consultado el, consultada el, consulta el, fecha de consulta, recuperado el, consultado en, accedido el, accedido, acceso el, último acceso el, último acceso, última consulta, visitado el",
    totals: "suma, total general",
    numbered: &[
        (Numbered::Table, "tabla, tablas, cuadro"),
        (Numbered::Figure, "figura, figuras, fig"),
        (Numbered::Section, "sección"),
        (Numbered::Elsewhere, "anexo, apéndice"),
    ],
    naming: "fuente, fuentes",
    references: &[
        (Term::In, "en"),
        (Term::EditedBy, "editado por, ed. por, coordinado por"),
        (Term::Editors, "coord, coords"),
        (Term::TranslatedBy, "traducido por, trad. por, traducción de"),
        (Term::Volume, "volumen, tomo"),
        (Term::Issue, "número, núm"),
        (Term::Page, "página, páginas, pág, págs, pp"),
        (Term::Edition, "edición, ed"),
        (Term::Serial, "revista, anuario, boletín, cuadernos, anales"),
        (Term::Proceedings, "actas, congreso"),
        (Term::Press, "editorial, ediciones, editora"),
        (Term::Thesis, "tesis"),
        (Term::Body, "ministerio, instituto, agencia, banco, comisión, consejo, sociedad, fundación, asociación"),
        (Term::University, "universidad"),
        (Term::Join, "y, e"),
        (Term::Particle, "de, del, los, las, el, la"),
        (Term::Little, "el, los, las, del, de, la, y, en, para, por, con, una, un, al, sobre, entre"),
        (Term::Short, "núm, pág, págs, coord"),
    ],
    headings: &[
        (
            Heading::Bibliography,
            "bibliografía, referencias, referencias bibliográficas, obras citadas, obras consultadas, fuentes, \
             fuentes consultadas",
        ),
        (Heading::Part, "libros, artículos, páginas web"),
        (Heading::Notes, "notas"),
    ],
    citing: &[(Citing::WithinName, "de, del, el, la, y")],
    sentences: &[(Sentence::HalfOfAPair, "y, o")],
    ..Language::EMPTY
};
