//! Italian.

use super::{
    Calendar, Citing, Counted, Cue, Heading, Language, Numbered, Numbers, Research, Sentence, Term, Tone, Unit,
};

pub(super) const ITALIAN: Language = Language {
    code: "it",
    abstracts: "sommario",
    restating: "introduzione, conclusione, conclusioni, discussione",
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
        quarters: ["primo", "secondo", "terzo", "quarto"],
        plural_verbs: "furono, sono, erano, hanno",
        ..Calendar::EMPTY
    },
    cues: &[
        (Cue::Neutral, "l, la, i, gli, periodo"),
        (Cue::Lead, "il, nel, nell, durante"),
        (Cue::Of, "di, del, dell"),
        (Cue::Year, "anno"),
        (Cue::Early, "inizio, inizi"),
        (Cue::Mid, "metà"),
        (Cue::Late, "fine"),
        (Cue::Circa, "intorno, circa"),
        (Cue::Since, "dal, dall"),
        (Cue::Between, "tra, fra"),
        (Cue::And, "e"),
        (Cue::To, "a, al, all"),
        (Cue::Until, "fino, sino"),
        (Cue::Before, "prima"),
        (Cue::After, "dopo"),
        (Cue::Decade, "decennio"),
        (Cue::Century, "secolo"),
        (Cue::Season(21), "primavera"),
        (Cue::Season(22), "estate"),
        (Cue::Season(23), "autunno"),
        (Cue::Season(24), "inverno"),
        (Cue::Quarter, "trimestre"),
        (Cue::Unit(Unit::Month), "mesi"),
        (Cue::Unit(Unit::Year), "anni"),
        (Cue::Which, "più"),
        (Cue::Later, "tardi"),
        (
            Cue::Numbered,
            "articolo, articoli, art, artt, capitolo, n, nr, numero, pagina, pagine, p, pp, versione, volume, vol, tomo, \
             figura, fig, tabella, comma, sezione, riga, modello",
        ),
        (Cue::Act, "legge, decreto, delibera, risoluzione, regolamento, direttiva"),
        (
            Cue::Counted,
            "mila, milioni, miliardi, per, persone, abitanti, uomini, donne, euro, metri, chilometri, volte, casi",
        ),
    ],
    commonest: "il, di, che, della, del, una, è, sono, nel, gli, e",
    numbers: Numbers {
        own_numerals: &[
            "un, uno, una",
            "due",
            "tre",
            "quattro",
            "cinque",
            "sei",
            "sette",
            "otto",
            "nove",
            "dieci",
            "undici",
            "dodici",
        ],
        ordinals: &[
            "primo, prima, primi, prime",
            "secondo, seconda, secondi, seconde",
            "terzo, terza, terzi, terze",
            "quarto, quarta, quarti, quarte",
            "quinto, quinta, quinti, quinte",
            "sesto, sesta, sesti, seste",
            "settimo, settima, settimi, settime",
        ],
        decimal: ',',
        counted: Counted::UnitsOnly,
        scales: &[(3, "mila"), (6, "milioni, milione"), (9, "miliardi, miliardo")],
        bounds: &[
            ("<=", "al massimo, non più di"),
            (">=", "almeno, non meno di"),
            (">", "più di, oltre, superiore a"),
            ("<", "meno di, inferiore a"),
            ("~", "approssimativamente, circa, quasi"),
        ],
        between: "tra, fra",
        from: "da, dal",
        to: "a, al",
        and: "e",
        units: &[("pp", "punti percentuali"), ("%", "per cento, percento"), ("EUR", "di euro, euro")],
        ..Numbers::EMPTY
    },
    tone: Tone {
        planned: "sarà, saranno, prevede, prevedono, prevedeva, previsto, prevista, previsti, previste, dovrebbe, dovrebbero, dovrà, dovranno, intende, intendono",
        future_endings: "erà, irà, eranno, iranno, vrà, vranno",
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
        (Term::Editors, "a cura di, a c. di, edd"),
        (Term::TranslatedBy, "tradotto da, trad. di, traduzione di"),
        (Term::Issue, "numero"),
        (Term::Edition, "edizione"),
        (Term::Serial, "rivista, giornale, annali, quaderni"),
        (Term::Press, "edizioni, editore, editrice"),
        (Term::Thesis, "tesi"),
        (Term::Body, "ministero, istituto, società, biblioteca, comune, tribunale, fondazione, associazione"),
        (Term::University, "università"),
        (Term::Join, "e"),
        (Term::Particle, "di, della, del, dal, dalla, degli"),
        (Term::Law, "legge, decreto, direttiva, regolamento"),
        (Term::Little, "il, lo, gli, di, della, delle, dei, nel, nella, con, per, su, tra"),
        (
            Term::City,
            "milano, roma, torino, bologna, firenze, bari, napoli, padova, pisa, palermo, venezia, brescia, \
             genova, messina, pavia, parigi, londra, ginevra, berlino, stoccolma, varsavia, copenaghen, atene, \
             pechino, l’aia, monaco di baviera, zurigo, amburgo, francoforte, lisbona, barcellona, dublino, \
             edimburgo, anversa, il cairo, gerusalemme, nuova delhi, san pietroburgo, vienna",
        ),
    ],
    headings: &[
        (Heading::Bibliography, "bibliografia, riferimenti bibliografici, riferimenti, sitografia"),
        (Heading::Section, "appendice, appendici, allegati"),
        (
            Heading::Statement,
            "ringraziamenti, conflitto di interessi, conflitti di interesse, finanziamenti, disponibilità dei dati",
        ),
    ],
    citing: &[
        (Citing::ReadOn, "da, dal"),
        (
            Citing::Method,
            "metodo, metodi, metodologia, approccio, tecnica, tecniche, algoritmo, questionario, definizione, \
             criteri, campione, campionamento, regressione, teoria, modello, concetto, nozione",
        ),
        (
            Citing::Own,
            "nostro, nostra, nostri, nostre, questo studio, questo articolo, questo lavoro, questa tesi, presente \
             studio",
        ),
        (Citing::CitedIn, "citato in, citato da, cit. in"),
        (Citing::NoAuthor, "legge, decreto, direttiva, regolamento, trattato, guerra, tabella, figura"),
        (Citing::WithinName, "della, di"),
        (
            Citing::Tells,
            "secondo, per, da, afferma, affermano, conclude, concludono, definisce, definiscono, descrive, \
             descrivono, mostra, mostrano, osserva, osservano, propone, propongono, sostiene, sostengono, \
             spiega, spiegano, suggerisce, suggeriscono, analizza, analizzano, presenta, presentano, ritiene, ritengono, \
             studia, studiano, trova, trovano",
        ),
        (Citing::Available, "disponibile su, disponibile al, disponibile all’indirizzo, online"),
        (Citing::Published, "pubblicato, pubblicata, pubblicati, pubblicate, uscito, uscita"),
        (Citing::Undated, "senza data"),
        (Citing::Signal, "cfr. anche, cfr., cf., si veda, vedi"),
    ],
    sentences: &[
        (Sentence::Announces, "seguente, seguenti, seguito"),
        (
            Sentence::Closes,
            "infine, in seguito, poi, successivamente, da ultimo, per ultimo, l'ultimo, l’ultimo, l'ultima, l’ultima",
        ),
        (Sentence::Abbreviation, "artt, avv, cfr, dott, ecc, ing, on, pag, pagg, sig, sigg"),
        (Sentence::LooksBack, "questo, questa, questi, queste, ciò, tale, tali"),
        (Sentence::HalfOfAPair, "e, o"),
    ],
    negations: "non, mai, nessun, nessuna, nessuno, senza",
    research: Research {
        significant: "significativo, significativa, significativi, significative, significativamente",
        statistically: "statisticamente",
        otherwise: "marginalmente, quasi, tendenza, clinicamente, livello, soglia, solo, debolmente, tranne, \
            eccetto, mentre",
        levels: "livello di, soglia",
        leads: "di, è di, era di, pari a",
        scales: "scala, scale, likert",
        points: "punto, punti, livelli",
        ..Research::EMPTY
    },
    frames: super::frames::ITALIAN,
    ..Language::EMPTY
};
