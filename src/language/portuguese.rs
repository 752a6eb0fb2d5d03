//! Portuguese. Its days of the week are cut at their hyphen.

use super::{Calendar, Citing, Counted, Cue, Heading, Language, Numbered, Numbers, Term, Tone};

pub(super) const PORTUGUESE: Language = Language {
    code: "pt",
    abstracts: "resumo",
    calendar: Calendar {
        months: [
            "janeiro",
            "fevereiro",
            "março",
            "abril",
            "maio",
            "junho",
            "julho",
            "agosto",
            "setembro",
            "outubro",
            "novembro",
            "dezembro",
        ],
        short: ["jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"],
        weekdays: ["segunda", "terça", "quarta", "quinta", "sexta", "sábado", "domingo"],
        ordinals: "º, ª, o",
        day_first: true,
        ..Calendar::EMPTY
    },
    cues: &[(Cue::Lead, "em"), (Cue::Of, "de, do"), (Cue::And, "e")],
    commonest: "os, e, do, da, dos, das, uma, com, não, em, ao",
    numbers: Numbers { decimal: ',', counted: Counted::UnitsOnly, ..Numbers::EMPTY },
    tone: Tone {
        planned: "será, serão, planeja, planejam, planejava, prevê, preveem, previsto, prevista, previstos, previstas, pretende, pretendem, deverá, deverão, deveria, deveriam",
        forecast: "projeta, projetam, projeções, espera, esperam, esperava, previsão, previsões",
        alleged: "suposto, suposta, supostamente, acusa, acusam, acusado, acusada",
        hedged: "poderia, poderiam, talvez, provavelmente, possivelmente, parece, parecem",
        conditions: "caso, exceto",
        past: "foi, foram, havia, haviam, tinha, tinham",
        relatives: "cujo, cuja, cujos, cujas",
        joining: "mas, porque, enquanto, embora",
        before_nouns: "um, uma, os, seu, sua, seus, suas",
        ..Tone::EMPTY
    },
    prepositions: "em, por, de, com, no, na, pelo, pela",
    accessed: "acesso em, acessado em, acessado a, consultado em, acedido em, acedido a, último acesso em, último acesso",
    totals: "soma, total geral",
    numbered: &[
        (Numbered::Table, "tabela, tabelas, quadro"),
        (Numbered::Figure, "figura, figuras, fig"),
        (Numbered::Section, "seção"),
        (Numbered::Elsewhere, "anexo, apêndice"),
    ],
    naming: "fonte, fontes",
    references: &[
        (Term::In, "em"),
        (Term::EditedBy, "organizado por, editado por"),
        (Term::Editors, "org, orgs"),
        (Term::TranslatedBy, "tradução de, traduzido por"),
        (Term::Edition, "edição"),
        (Term::Serial, "revista, cadernos, anais, boletim"),
        (Term::Press, "editora"),
        (Term::Thesis, "tese, dissertação"),
        (Term::Body, "ministério, fundação, associação, sociedade"),
        (Term::University, "universidade"),
        (Term::Join, "e"),
        (Term::Particle, "dos, da, do, das, de"),
        (Term::Little, "o, os, as, do, da, dos, das, em, para, por, com, uma, um, no, na, nos, nas, ao"),
        (Term::Short, "org, orgs"),
    ],
    headings: &[(Heading::Bibliography, "referências, referências bibliográficas, bibliografia, referências citadas")],
    citing: &[(Citing::WithinName, "da, do, dos, e")],
    ..Language::EMPTY
};
