//! Dutch.

use super::{
    Calendar, Citing, Counted, Cue, Heading, Language, Numbered, Numbers, Research, Sentence, Term, Tone, Unit,
};

pub(super) const DUTCH: Language = Language {
    code: "nl",
    abstracts: "samenvatting",
    restating: "inleiding, conclusie, conclusies, discussie",
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
        ordinals: "e, de, ste",
        day_first: true,
        quarters: ["eerste", "tweede", "derde", "vierde"],
        plural_verbs: "werden, zijn, waren, hebben",
        ..Calendar::EMPTY
    },
    cues: &[
        (Cue::Neutral, "de, het, periode"),
        (Cue::Lead, "in, op, tijdens"),
        (Cue::Of, "van"),
        (Cue::Year, "jaar"),
        (Cue::Mid, "midden, medio"),
        (Cue::Late, "eind"),
        (Cue::Circa, "rond, omstreeks"),
        (Cue::Since, "sinds, vanaf"),
        (Cue::Between, "tussen"),
        (Cue::And, "en"),
        (Cue::Until, "tot"),
        (Cue::Before, "voor, vóór"),
        (Cue::After, "na"),
        (Cue::Century, "eeuw"),
        (Cue::Season(21), "lente, voorjaar"),
        (Cue::Season(22), "zomer"),
        (Cue::Season(23), "herfst, najaar"),
        (Cue::Season(24), "winter"),
        (Cue::Quarter, "kwartaal"),
        (Cue::Unit(Unit::Month), "maanden"),
        (Cue::Unit(Unit::Year), "jaren"),
        (Cue::Later, "later"),
        (
            Cue::Numbered,
            "artikel, artikelen, art, hoofdstuk, nr, nummer, pagina, blz, p, versie, deel, figuur, fig, tabel, regel, \
             model",
        ),
        (Cue::Act, "wet, besluit, resolutie, verordening, richtlijn"),
        (
            Cue::Counted,
            "duizend, miljoen, miljard, procent, euro, meter, kilometer, ton, mensen, personen, inwoners, \
             mannen, vrouwen, kinderen, deelnemers, gevallen, keer, dagen, uur",
        ),
    ],
    commonest: "het, een, en, van, dat, niet, zijn, op, te, wordt",
    numbers: Numbers {
        decimal: ',',
        counted: Counted::UnitsOnly,
        numerals: "een, twee, drie, vier, vijf, zes, zeven, acht, negen, tien, elf, twaalf",
        ordinals: &["eerste, eerstens", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende"],
        tens: "twintig, dertig, veertig, vijftig, zestig, zeventig, tachtig, negentig",
        scales: &[(3, "duizend"), (6, "miljoen, mln"), (9, "miljard, mld"), (12, "biljoen")],
        bounds: &[
            ("<=", "hoogstens, maximaal, ten hoogste"),
            (">=", "minstens, minimaal, ten minste"),
            (">", "meer dan"),
            ("<", "minder dan"),
            ("~", "ongeveer, circa, bijna"),
        ],
        between: "tussen",
        from: "van",
        to: "tot",
        and: "en",
        units: &[("pp", "procentpunten, procentpunt"), ("%", "procent"), ("EUR", "euro")],
        ..Numbers::EMPTY
    },
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
        (Term::Law, "wet, besluit, verordening, richtlijn"),
        (Term::Little, "het, een, van, voor, met, op, aan, bij, naar, uit"),
        (Term::Short, "red, jrg"),
        (
            Term::City,
            "den haag, leiden, utrecht, rotterdam, antwerpen, gent, leuven, nijmegen, groningen, assen, \
             amsterdam, wenen, parijs, londen, brussel, berlijn, moskou, praag, warschau, kopenhagen, athene, \
             lissabon, keulen, caïro, jeruzalem",
        ),
    ],
    headings: &[
        (Heading::Bibliography, "literatuur, literatuurlijst, referenties, bibliografie, bronnen, bronnenlijst"),
        (Heading::Section, "bijlage, bijlagen"),
        (Heading::Statement, "dankwoord, belangenverstrengeling, belangenconflict, financiering, over de auteurs"),
    ],
    citing: &[
        (
            Citing::Method,
            "methode, methoden, methodologie, aanpak, techniek, algoritme, vragenlijst, definitie, criteria, \
             steekproef, regressie, theorie, model, concept, begrip",
        ),
        (Citing::Own, "wij, we, ons, onze, deze studie, dit onderzoek, dit artikel, deze scriptie"),
        (Citing::CitedIn, "geciteerd in, geciteerd door"),
        (Citing::NoAuthor, "wet, richtlijn, verordening, verdrag, oorlog, tabel, figuur"),
        (Citing::WithinName, "van, ten, ter"),
        (
            Citing::Tells,
            "volgens, door, bij, beschrijft, beschrijven, betoogt, betogen, concludeert, concluderen, \
             definieert, definiëren, schrijft, schrijven, stelt, stellen, toont, tonen, analyseert, analyseren, \
             onderscheidt, onderscheiden, onderzocht, onderzochten, suggereert, suggereren, vindt, vinden, vond, vonden",
        ),
        (Citing::Available, "beschikbaar op, beschikbaar via"),
        (Citing::Published, "gepubliceerd, verschenen, verscheen"),
        (Citing::Undated, "z.d, z. d, z.j, z. j"),
        (Citing::Signal, "zie ook, zie, vgl."),
    ],
    sentences: &[
        (Sentence::Announces, "volgende, hieronder, volgt"),
        (Sentence::Closes, "ten slotte, tenslotte, tot slot, als laatste, het laatste, de laatste, vervolgens, daarna"),
        (Sentence::Abbreviation, "bijv, blz, d.w.z, dhr, drs, enz, mevr, mr, nr, o.a, resp, t.o.v"),
        (Sentence::LooksBack, "dit, deze, zij, hij, het"),
        (Sentence::HalfOfAPair, "en, of"),
    ],
    negations: "niet, geen, nooit, zonder, noch",
    research: Research {
        significant: "significant, significante, significanter",
        insignificant: "insignificant, insignificante",
        statistically: "statistisch",
        otherwise: "marginaal, bijna, trend, klinisch, niveau, drempel, alleen, zwak, behalve, maar, terwijl",
        levels: "significantieniveau, niveau, drempel",
        leads: "van, was, is",
        scales: "schaal, schalen, likertschaal, likert, puntsschaal",
        points: "punts, punten, puntsschaal",
        ..Research::EMPTY
    },
    frames: super::frames::DUTCH,
    ..Language::EMPTY
};
