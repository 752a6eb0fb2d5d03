//! German, with the Austrian January.

use super::{
    Calendar, Citing, Counted, Cue, Heading, Language, Numbered, Numbers, Research, Sentence, Term, Tone, Unit,
};

pub(super) const GERMAN: Language = Language {
    code: "de",
    abstracts: "zusammenfassung, kurzfassung",
    restating: "einleitung, fazit, schluss, diskussion, schlussfolgerung, schlussfolgerungen",
    calendar: Calendar {
        months: [
            "januar, jänner",
            "februar, feber",
            "märz",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "dezember",
        ],
        short: ["jan", "feb", "mär", "apr", "", "jun", "jul", "aug", "sept, sep", "okt", "nov", "dez"],
        weekdays: ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"],
        decades: "er",
        day_first: true,
        quarters: ["erstes, ersten", "zweites, zweiten", "drittes, dritten", "viertes, vierten"],
        plural_verbs: "wurden, sind, waren, haben",
        ..Calendar::EMPTY
    },
    cues: &[
        (Cue::Neutral, "der, die, das, den, dem, zeitraum"),
        (Cue::Lead, "am, im, vom, zum, während"),
        (Cue::Year, "jahr, jahren"),
        (Cue::Early, "anfang"),
        (Cue::Mid, "mitte"),
        (Cue::Late, "ende"),
        (Cue::Circa, "um, circa, ca"),
        (Cue::Since, "seit, ab"),
        (Cue::Between, "zwischen"),
        (Cue::And, "und"),
        (Cue::Until, "bis"),
        (Cue::Before, "vor"),
        (Cue::After, "nach"),
        (Cue::Century, "jahrhundert, jahrhunderts"),
        (Cue::Season(21), "frühjahr, frühling"),
        (Cue::Season(22), "sommer"),
        (Cue::Season(23), "herbst"),
        (Cue::Season(24), "winter"),
        (Cue::Quarter, "quartal"),
        (
            Cue::Numbered,
            "nr, nummer, artikel, art, kapitel, seite, seiten, s, abs, absatz, version, band, bd, tabelle, abbildung, \
             abb, zeile, typ, modell",
        ),
        (Cue::Act, "resolution, gesetz, verordnung, richtlinie"),
        (
            Cue::Counted,
            "tausend, millionen, milliarden, prozent, euro, meter, kilometer, tonnen, hektar, menschen, personen, \
             einwohner, einwohnern, männer, frauen, kinder, mann, soldaten, teilnehmer, teilnehmern, patienten, \
             fälle, fällen, seiten, stück, mal, tage, tagen, stunden",
        ),
        (Cue::Unit(Unit::Month), "monate"),
        (Cue::Unit(Unit::Year), "jahre"),
        (Cue::Later, "später, danach"),
    ],
    commonest: "und, der, das, nicht, ist, für, mit, auf, sich, eine",
    frames: super::frames::GERMAN,
    numbers: Numbers {
        decimal: ',',
        counted: Counted::UnitsOnly,
        numerals: "eins, zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn, elf, zwölf, dreizehn, vierzehn, fünfzehn, \
                   sechzehn, siebzehn, achtzehn, neunzehn",
        ordinals: &[
            "erste, ersten, erster, erstes, erstens",
            "zweite, zweiten, zweiter, zweites, zweitens",
            "dritte, dritten, dritter, drittes, drittens",
            "vierte, vierten, vierter, viertes, viertens",
            "fünfte, fünften, fünfter, fünftes, fünftens",
            "sechste, sechsten, sechster, sechstes, sechstens",
        ],
        tens: "zwanzig, dreißig, vierzig, fünfzig, sechzig, siebzig, achtzig, neunzig",
        scales: &[(3, "tausend"), (6, "millionen, million, mio"), (9, "milliarden, milliarde, mrd"), (12, "billionen")],
        bounds: &[
            ("<=", "höchstens, maximal, nicht mehr als"),
            (">=", "mindestens, wenigstens, nicht weniger als"),
            (">", "mehr als, über"),
            ("<", "weniger als, unter"),
            ("~", "ungefähr, etwa, rund, fast, knapp, circa, ca."),
        ],
        between: "zwischen",
        from: "von",
        to: "bis",
        and: "und",
        units: &[("pp", "Prozentpunkte, Prozentpunkten"), ("%", "Prozent"), ("EUR", "Euro")],
        ..Numbers::EMPTY
    },
    negations: "nicht, kein, keine, nie",
    research: Research {
        significant: "signifikant, signifikante, signifikanter, signifikantes, signifikanten",
        insignificant: "insignifikant, insignifikante",
        statistically: "statistisch",
        otherwise: "marginal, tendenziell, trend, knapp, fast, nahezu, klinisch, praktisch, niveau, \
            signifikanzniveau, nur, wenn, schwach, außer, jedoch, aber, während",
        levels: "signifikanzniveau, niveau, schwelle, irrtumswahrscheinlichkeit",
        not_significant: "n.s, ns",
        one_sided: "einseitig, einseitige, einseitigen, einseitiger",
        corrections: "korrigiert, korrigierte, korrigierten, korrektur, adjustiert, adjustierte, alpha-adjustierung",
        resampled: "permutationstest, bootstrapping, exakter, exakte",
        beside: "zweiseitig, partielles, konfidenzintervall, effektstärke",
        intervals: "ki, konfidenzintervall, vertrauensintervall",
        ratios: "odds ratio, hazard ratio, relatives risiko, chancenverhältnis",
        differences: "mittelwertsdifferenz, differenz, regressionskoeffizient",
        leads: "von, war, beträgt, betrug",
        scales: "skala, skalen, likertskala, antwortskala, ratingskala",
        points: "stufig, stufige, stufigen, stufiger, punkt, punkte, punkten, stufen",
    },
    tone: Tone {
        planned: "soll, sollen, sollte, sollten, wird, geplant, geplante, geplanten, plante, planten, planen, beabsichtigt, vorgesehen, vorgesehene, versprach, angekündigt",
        forecast: "prognostiziert, prognostizieren, prognostizierte, prognose, prognosen, erwartet, erwarten, erwartete, voraussichtlich, vorhergesagt, würde, würden",
        alleged: "angeblich, mutmaßlich, beschuldigt, beschuldigte, verdächtigt",
        hedged: "könnte, könnten, möglicherweise, vielleicht, wahrscheinlich, vermutlich, dürfte, dürften",
        conditions: "wenn, sofern",
        past: "wurde, wurden, hatte, hatten",
        relatives: "welche, welcher, welches, deren, dessen",
        joining: "und, aber, weil, dass, sondern, während, obwohl",
        before_nouns: "das, dem, des, ein, eine, einem, einen, einer, eines, ihre, ihrer, seine, seiner",
        ..Tone::EMPTY
    },
    prepositions: "in, von, aus, mit, bei",
    accessed: "zugriff am, letzter zugriff am, letzter zugriff, zugegriffen am, zuletzt abgerufen am, abgerufen am, aufgerufen am, zuletzt besucht am, letzter aufruf am, letzter aufruf, letzter abruf am, letzter abruf, besucht am, eingesehen am, abruf am, zugriff",
    totals: "gesamt, summe, insgesamt, gesamtsumme",
    numbered: &[
        (Numbered::Table, "tabelle, tabellen"),
        (Numbered::Figure, "abbildung, abbildungen, abb"),
        (Numbered::Section, "abschnitt"),
        (Numbered::Elsewhere, "anhang, dessen, deren"),
    ],
    naming: "quelle, quellen",
    references: &[
        (Term::EditedBy, "herausgegeben von, hrsg. von, hg. von, hrsg. v"),
        (Term::Editors, "hrsg, hg, herausgeber, hgg"),
        (Term::TranslatedBy, "übersetzt von, übers. von, aus dem"),
        (Term::Translators, "übers"),
        (Term::Volume, "band, bd, bde, jg, jahrgang"),
        (Term::Issue, "heft, h, nummer"),
        (Term::Page, "seite, seiten, s"),
        (Term::Edition, "auflage, aufl"),
        (Term::Serial, "zeitschrift, jahrbuch, zeitung, archiv, mitteilungen, berichte, annalen, z"),
        (Term::Proceedings, "tagung, tagungsband"),
        (Term::Press, "verlag, verl, verlagsgesellschaft"),
        (Term::Thesis, "dissertation, diss, masterarbeit, diplomarbeit, bachelorarbeit, habilitation"),
        (
            Term::Body,
            "bundesamt, ministerium, bundesministerium, institut, gesellschaft, hochschule, verein, verband, amt, stiftung",
        ),
        (Term::University, "universität"),
        (Term::Join, "und, u"),
        (Term::Others, "u. a, u.a"),
        (Term::Particle, "von, zu, zum, zur, vom, der, den"),
        (Term::Law, "gesetz, verordnung, richtlinie"),
        (
            Term::Little,
            "die, das, des, dem, ein, eine, einer, und, für, mit, im, am, auf, aus, bei, nach, über, als, zur, zum",
        ),
        (Term::Short, "bd, hrsg, hg, aufl, verl, jg, bzw, übers, nr"),
        (
            Term::City,
            "berlin, münchen, wien, leipzig, stuttgart, frankfurt am main, frankfurt, hamburg, köln, opladen, \
             wiesbaden, göttingen, tübingen, heidelberg, bonn, bern, zürich, basel, münster, weinheim, \
             bielefeld, baden-baden, darmstadt, düsseldorf, freiburg im breisgau, freiburg, reinbek bei \
             hamburg, reinbek, würzburg, mannheim, konstanz, graz, innsbruck, salzburg, hannover, kiel, jena, \
             dresden, mainz, potsdam, nürnberg, gütersloh, neuwied, paderborn, bochum, essen, dortmund, bremen, \
             braunschweig, marburg, gießen, kassel, erlangen, augsburg, regensburg, passau, halle, weimar, \
             erfurt, rostock, karlsruhe, saarbrücken, trier, ludwigsburg, budapest, genf, kaiserslautern, \
             oldenburg, hildesheim, lüneburg, leverkusen, farmington hills, berlin u.a, kairo, brüssel, moskau, \
             prag, warschau, kopenhagen, athen, rom, lissabon, mailand, turin, neapel, florenz, venedig, \
             peking, tokio, straßburg",
        ),
    ],
    headings: &[
        (Heading::Section, "anhang, abbildungsverzeichnis, tabellenverzeichnis, eidesstattliche erklärung"),
        (
            Heading::Statement,
            "danksagung, interessenkonflikt, interessenkonflikte, förderung, finanzierung, datenverfügbarkeit, \
             zu den autoren, über die autoren",
        ),
        (
            Heading::Bibliography,
            "literaturverzeichnis, literatur, quellen, quellenverzeichnis, literatur- und quellenverzeichnis, \
             quellen- und literaturverzeichnis, literaturangaben",
        ),
        (Heading::Part, "bücher, aufsätze, zeitschriften, internetquellen, primärquellen, sekundärliteratur"),
        (Heading::Notes, "anmerkungen, fußnoten, endnoten"),
    ],
    citing: &[
        (
            Citing::Method,
            "methode, methoden, methodik, verfahren, ansatz, fragebogen, fragebogens, definition, kriterien, \
             stichprobe, modell, modells, theorie, konzept, begriff, algorithmus, fehlschluss",
        ),
        (
            Citing::Own,
            "wir, unser, unsere, unserer, unseren, ich, diese arbeit, dieser arbeit, diese studie, dieser studie",
        ),
        (Citing::CitedIn, "zitiert nach, zit. nach, zit. n., zit. in, zitiert in"),
        (
            Citing::NoAuthor,
            "bgbl, rgbl, gmbh, verordnung, richtlinie, gesetz, urteil, beschluss, krieg, wahl, abb, tab",
        ),
        (Citing::Introduces, "siehe, vgl"),
        (Citing::WithinName, "den, der, für, und, von, zu"),
        (
            Citing::Tells,
            "laut, nach, gemäß, bei, von, argumentiert, argumentieren, beschreibt, beschreiben, betont, \
             betonen, definiert, definieren, erklärt, erklären, fand, fanden, findet, finden, \
             folgert, schreibt, schreiben, untersucht, untersuchen, untersuchte, untersuchten, zeigt, zeigen, zeigte, \
             zeigten",
        ),
        (Citing::Locator, "s"),
        (Citing::Ibid, "ebenda, ebd"),
        (Citing::OpCit, "a.a.o"),
        (Citing::Available, "verfügbar unter, abrufbar unter, online unter, unter, im internet"),
        (Citing::Signal, "siehe auch, siehe, vgl. auch, vgl. dazu, vgl., s. auch"),
        (Citing::Published, "erschien, erschienen, veröffentlicht"),
        (Citing::Undated, "o.j, o. j, o.d, o. d, ohne jahr"),
        (Citing::Forthcoming, "im druck"),
    ],
    sentences: &[
        (Sentence::Announces, "folgende, folgenden, folgendes, folgender"),
        (
            Sentence::Closes,
            "schließlich, abschließend, zuletzt, letztens, der letzte, die letzte, das letzte, danach, anschließend, dann",
        ),
        (
            Sentence::Abbreviation,
            "abb, abs, anm, aufl, bd, bspw, bzw, ca, d.h, d. h, diss, evtl, ggf, hrsg, jh, kap, nr, o.ä, sog, st, u.a, u. a, \
             usw, v.a, vgl, z.b, z. b, z.t",
        ),
        (Sentence::LooksBack, "dies, diese, dieser, dieses, er, sie, es"),
        (Sentence::HalfOfAPair, "und, oder, bis"),
    ],
    columns: &[
        ("id", "kennung"),
        ("text", "behauptung, aussage, fakt"),
        ("section", "abschnitt, kapitel, überschrift"),
        ("file", "datei"),
        ("line", "zeile"),
        ("phrase", "wortlaut, im wortlaut, zitat, textstelle"),
        ("cites", "quelle, quellen, beleg, belege"),
        ("locator", "fundstelle, seite, seiten"),
        ("sourcing", "primär oder sekundär, primär sekundär"),
        ("backup", "ablage, belegkopie"),
        ("verdict", "status, ergebnis, urteil"),
        ("checked-by", "geprüft von, prüfer, prüferin"),
        ("checked-on", "geprüft am, prüfdatum"),
        ("why", "warum, grund, begründung"),
        ("query", "rückfrage, frage, frage an den autor, frage an die autorin"),
        ("answer", "antwort, antwort des autors, antwort der autorin"),
        ("note", "anmerkung, anmerkungen, bemerkung, notiz"),
        ("event", "ereignis"),
        ("quantity", "größe"),
        ("value", "wert"),
        ("on", "datum, am, wann"),
        ("from", "seit"),
        ("until", "bis"),
        ("where", "ort, wo"),
        ("who", "wer"),
        ("said-by", "sprecher"),
        ("told", "nummer, nr, art, schwerster befund, befunde"),
    ],
    marks: &[
        ("confirmed", "bestätigt, stimmt, richtig, korrekt, geprüft, ja"),
        ("stet", "so lassen, bleibt so, so stehen lassen, stehen lassen"),
        ("changed", "geändert, berichtigt, korrigiert"),
        ("on-author", "laut autor, laut autorin"),
        ("query", "rückfrage, offen"),
        ("disputed", "umstritten"),
        ("refuted", "widerlegt, falsch, nein"),
        ("unverifiable", "nicht überprüfbar, nicht prüfbar, nicht belegt"),
        ("primary", "primär"),
        ("secondary", "sekundär"),
    ],
    superlatives: "erste, ersten, erster, erstes, letzte, letzten, letzter, letztes, einzige, einzigen, einziger, einziges, größte, größten, \
                   größter, kleinste, kleinsten, höchste, höchsten, längste, längsten, älteste, ältesten, meisten, niemals",
    ..Language::EMPTY
};
