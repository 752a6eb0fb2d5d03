//! Spanish.

use super::{
    Calendar, Citing, Counted, Cue, Heading, Language, Numbered, Numbers, Research, Sentence, Term, Tone, Unit,
};

pub(super) const SPANISH: Language = Language {
    code: "es",
    abstracts: "resumen",
    restating: "introducción, conclusión, conclusiones, discusión",
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
        quarters: ["primer", "segundo", "tercer", "cuarto"],
        plural_verbs: "fueron, son, eran, han",
        ..Calendar::EMPTY
    },
    cues: &[
        (Cue::Neutral, "la, los, las, período, periodo"),
        (Cue::Lead, "el, en, durante"),
        (Cue::Of, "de, del"),
        (Cue::Year, "año"),
        (Cue::Early, "principios, comienzos, inicios"),
        (Cue::Mid, "mediados"),
        (Cue::Late, "finales, fines"),
        (Cue::Circa, "hacia, alrededor"),
        (Cue::Since, "desde"),
        (Cue::Between, "entre"),
        (Cue::And, "y, e"),
        (Cue::To, "a, al"),
        (Cue::Until, "hasta"),
        (Cue::Before, "antes"),
        (Cue::After, "tras"),
        (Cue::Decade, "década, decenio"),
        (Cue::Century, "siglo"),
        (Cue::Season(21), "primavera"),
        (Cue::Season(22), "verano"),
        (Cue::Season(23), "otoño"),
        (Cue::Season(24), "invierno"),
        (Cue::Quarter, "trimestre"),
        (Cue::Unit(Unit::Month), "meses"),
        (Cue::Unit(Unit::Year), "años"),
        (Cue::Which, "más"),
        (Cue::Later, "después, tarde"),
        (
            Cue::Numbered,
            "artículo, artículos, art, capítulo, n, núm, número, página, páginas, pág, p, pp, versión, volumen, vol, \
             tomo, figura, fig, tabla, cuadro, línea, sección, párrafo, modelo",
        ),
        (Cue::Act, "ley, decreto, resolución, reglamento, directiva"),
        (Cue::Counted, "mil, millones, por, personas, habitantes, hombres, mujeres, dólares, euros, metros, veces"),
    ],
    commonest: "los, las, y, del, una, con, por, el, se, su",
    frames: super::frames::SPANISH,
    numbers: Numbers {
        decimal: ',',
        counted: Counted::UnitsOnly,
        numerals: "un, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez",
        own_numerals: &[
            "una, uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce",
        ],
        ordinals: &[
            "primero, primera, primer, primeros, primeras",
            "segundo, segunda, segundos, segundas",
            "tercero, tercera, tercer, terceros, terceras",
            "cuarto, cuarta, cuartos, cuartas",
            "quinto, quinta, quintos, quintas",
            "sexto, sexta, sextos, sextas",
            "séptimo, séptima, séptimos, séptimas",
        ],
        tens: "veinte, treinta, cuarenta, cincuenta, sesenta, setenta, ochenta, noventa",
        scales: &[(9, "mil millones"), (3, "mil"), (6, "millones, millón"), (12, "billones, billón")],
        bounds: &[
            ("<=", "como máximo, a lo sumo"),
            (">=", "por lo menos, al menos, como mínimo, no menos de"),
            (">", "más de, superior a"),
            ("<", "menos de, inferior a"),
            ("~", "aproximadamente, alrededor de, cerca de, casi, unos, unas"),
        ],
        between: "entre",
        from: "de, desde",
        to: "a, hasta",
        and: "y",
        units: &[("pp", "puntos porcentuales"), ("%", "por ciento"), ("EUR", "de euros")],
        ..Numbers::EMPTY
    },
    tone: Tone {
        planned: "será, serán, planea, planean, planeaba, prevé, prevén, previsto, prevista, previstos, previstas, pretende, pretenden, debería, deberían, deberá, deberán",
        future_endings: "ará, erá, irá, drá, arán, erán, irán, drán",
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
    negations: "no, nunca, jamás, ni, sin, ningún, ninguna",
    research: Research {
        significant: "significativo, significativa, significativos, significativas, significativamente",
        statistically: "estadísticamente",
        otherwise: "marginalmente, casi, tendencia, clínicamente, nivel, umbral, solo, sólo, débilmente, excepto, \
            salvo, pero, mientras",
        levels: "nivel de, umbral",
        leads: "de, fue de, es de",
        scales: "escala, escalas, likert",
        points: "punto, puntos, niveles",
        ..Research::EMPTY
    },
    prepositions: "en, por, de, con",
    accessed: "consultado el, consultada el, consulta el, fecha de consulta, recuperado el, recuperado de, obtenido el, obtenido de, consultado en, accedido el, accedido, acceso el, último acceso el, último acceso, última consulta, visitado el",
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
        (
            Term::Body,
            "ministerio, instituto, agencia, banco, comisión, consejo, sociedad, fundación, asociación, municipalidad, \
             ayuntamiento, biblioteca, congreso, tribunal, secretaría, dirección",
        ),
        (Term::University, "universidad"),
        (Term::Join, "y, e"),
        (Term::Particle, "de, del, los, las, el, la"),
        (Term::Law, "ley, decreto, reglamento, constitución"),
        (Term::Little, "el, los, las, del, de, la, y, en, para, por, con, una, un, al, sobre, entre"),
        (Term::Short, "núm, pág, págs, coord"),
        (
            Term::City,
            "madrid, barcelona, méxico, buenos aires, bogotá, santiago de chile, lima, caracas, quito, \
             valencia, sevilla, salamanca, la habana, montevideo, medellín, berlín, viena, estocolmo, londres, \
             parís, moscú, ginebra, praga, varsovia, copenhague, atenas, bruselas, nueva york, pekín, tokio, la \
             haya, estambul, milán, múnich, zúrich, hamburgo, fráncfort, florencia, turín, nápoles, dublín, \
             edimburgo, amberes, ámsterdam, el cairo, jerusalén, nueva delhi, seúl, ciudad de méxico, lisboa, \
             roma",
        ),
    ],
    headings: &[
        (Heading::Section, "anexo, anexos, apéndice, apéndices"),
        (
            Heading::Statement,
            "agradecimientos, conflicto de intereses, conflictos de intereses, conflicto de interés, financiación, \
             financiamiento, contribución de los autores, contribuciones de los autores, disponibilidad de datos",
        ),
        (
            Heading::Bibliography,
            "bibliografía, referencias, referencias bibliográficas, obras citadas, obras consultadas, fuentes, \
             fuentes consultadas",
        ),
        (Heading::Part, "libros, artículos, páginas web"),
        (Heading::Notes, "notas"),
    ],
    citing: &[
        (Citing::ReadOn, "de, desde, en"),
        (
            Citing::Method,
            "método, métodos, metodología, enfoque, técnica, técnicas, algoritmo, cuestionario, definición, \
             criterios, muestreo, regresión, teoría, modelo, concepto, noción, falacia",
        ),
        (
            Citing::Own,
            "nuestro, nuestra, nuestros, nuestras, este trabajo, este estudio, este artículo, esta tesis, \
             presente estudio, presente trabajo",
        ),
        (Citing::CitedIn, "citado en, citado por, citados en, citados por, como se citó en, cit. en, apud"),
        (
            Citing::NoAuthor,
            "ley, decreto, directiva, reglamento, resolución, acuerdo, tratado, guerra, constitución, tabla",
        ),
        (Citing::WithinName, "de, del, el, la, y"),
        (
            Citing::Tells,
            "según, acuerdo con, por, para, afirma, afirman, argumenta, argumentan, concluye, concluyen, \
             define, definen, describe, describen, explica, explican, muestra, muestran, observa, observan, \
             plantea, plantean, propone, proponen, señala, señalan, sostiene, sostienen, sugiere, sugieren, analiza, \
             analizan, encontró, encontraron, encuentra, encuentran, estudia, estudian, estudió, estudiaron, mostró, \
             mostraron",
        ),
        (Citing::Available, "disponible en, recuperado de, en línea"),
        (Citing::Published, "publicado, publicada, publicados, publicadas, publicó, apareció"),
        (Citing::Undated, "s.f, s. f, sin fecha"),
        (Citing::Signal, "véase también, véase, véanse, cf., cfr., ver"),
    ],
    sentences: &[
        (Sentence::Announces, "siguiente, siguientes, continuación"),
        (Sentence::Closes, "finalmente, por último, por fin, el último, la última, luego, a continuación, después"),
        (Sentence::Abbreviation, "a.c, d.c, arts, dra, ee.uu, n.º, p.ej, p. ej, sra, sres, ss"),
        (Sentence::LooksBack, "esto, este, esta, estos, estas, ello, dicho, dicha"),
        (Sentence::HalfOfAPair, "y, o"),
    ],
    columns: &[
        ("id", "identificador"),
        ("text", "afirmación, enunciado, hecho, dato"),
        ("section", "sección, capítulo"),
        ("file", "archivo"),
        ("line", "línea"),
        ("phrase", "tal como se imprimió, como se imprimió, cita, pasaje"),
        ("cites", "fuente, fuentes, referencia, referencias"),
        ("locator", "página, páginas, ubicación"),
        ("sourcing", "primaria o secundaria"),
        ("backup", "respaldo, copia"),
        ("verdict", "estado, resultado"),
        ("checked-by", "verificado por, comprobado por, verificador, verificadora"),
        ("checked-on", "verificado el, comprobado el, fecha de verificación"),
        ("why", "por qué, motivo, razón"),
        ("query", "pregunta, pregunta al autor, consulta"),
        ("answer", "respuesta, respuesta del autor"),
        ("note", "nota, notas, comentario, comentarios, observación, observaciones"),
        ("event", "acontecimiento, evento"),
        ("quantity", "magnitud"),
        ("value", "valor"),
        ("on", "fecha, cuándo"),
        ("from", "desde"),
        ("until", "hasta"),
        ("where", "lugar"),
        ("who", "quién"),
        ("said-by", "hablante"),
        ("told", "número, núm, tipo, hallazgos"),
    ],
    marks: &[
        ("confirmed", "confirmado, confirmada, verificado, verificada, correcto, correcta, sí"),
        ("stet", "dejar así, se deja así, queda así, déjese así"),
        ("changed", "cambiado, cambiada, corregido, corregida"),
        ("on-author", "según el autor, según la autora"),
        ("query", "pregunta, consulta"),
        ("disputed", "discutido, discutida, en disputa"),
        ("refuted", "refutado, refutada, falso, falsa"),
        ("unverifiable", "no verificable, no se pudo verificar, sin verificar"),
        ("primary", "primaria"),
        ("secondary", "secundaria"),
    ],
    superlatives: "primer, primera, primero, último, última, único, única, mayor, menor, mejor, peor, nunca, jamás",
    ..Language::EMPTY
};
