//! Russian: months and days in the cases that dates put them in.

use super::{Calendar, Counted, Cue, Heading, Language, Numbered, Numbers, Term};

pub(super) const RUSSIAN: Language = Language {
    code: "ru",
    calendar: Calendar {
        months: [
            "января, январь, январе",
            "февраля, февраль, феврале",
            "марта, март, марте",
            "апреля, апрель, апреле",
            "мая, май, мае",
            "июня, июнь, июне",
            "июля, июль, июле",
            "августа, август, августе",
            "сентября, сентябрь, сентябре",
            "октября, октябрь, октябре",
            "ноября, ноябрь, ноябре",
            "декабря, декабрь, декабре",
        ],
        short: ["янв", "февр", "мар", "апр", "", "июн", "июл", "авг", "сент", "окт", "нояб", "дек"],
        weekdays: [
            "понедельник",
            "вторник",
            "среда, среду",
            "четверг",
            "пятница, пятницу",
            "суббота, субботу",
            "воскресенье",
        ],
        day_first: true,
        ..Calendar::EMPTY
    },
    cues: &[(Cue::And, "и")],
    numbers: Numbers { decimal: ',', counted: Counted::UnitsOnly, ..Numbers::EMPTY },
    prepositions: "в, из, по, от",
    accessed: "дата обращения, дата доступа",
    totals: "итого, всего",
    numbered: &[(Numbered::Table, "таблица, таблице, таблицы"), (Numbered::Figure, "рисунок, рисунке, рис")],
    naming: "источник, источники",
    references: &[
        (Term::In, "в кн"),
        (Term::EditedBy, "под ред"),
        (Term::Editors, "ред"),
        (Term::TranslatedBy, "пер. с"),
        (Term::Translators, "пер"),
        (Term::Volume, "т, том"),
        (Term::Issue, "№, вып"),
        (Term::Page, "с, сс, стр"),
        (Term::Edition, "изд"),
        (Term::Serial, "журнал, вестник, известия"),
        (Term::Press, "издательство"),
        (Term::Join, "и"),
        (Term::Little, "и, в, на, по, с, для, о, к, из"),
        (Term::Short, "ред, изд, стр, вып"),
        (Term::Others, "и др"),
        (Term::City, "москва, санкт-петербург, спб, ленинград, киев, минск, новосибирск, moskva"),
    ],
    headings: &[(
        Heading::Bibliography,
        "список литературы, литература, источники, список использованных источников, \
             список использованной литературы, библиографический список, библиография",
    )],
    frames: super::frames::Frames::OF_SIGNS,
    ..Language::EMPTY
};
