//! The frames of German.

use super::{CHANGES, DIVIDED, Frames, Group, LISTS, Link, MEANS, MEDIANS, REMAINS, Says};

pub(in crate::language) const GERMAN: Frames = Frames {
    lists: &[
        ("namely", "nämlich, und zwar, d. h, d.h"),
        ("about", "etwa, rund, ungefähr, umgerechnet, oder, das sind"),
        ("det", "den, der, die, allen, insgesamt, diesen, seinen, ihren, unseren"),
        ("close", "), ,, ;"),
        ("consists", "umfasst, umfassen, umfasste, umfassten, bestehen aus, bestand aus, bestanden aus, besteht aus"),
        ("gender", "männer, frauen, jungen, mädchen, männlich, weiblich, männliche, weibliche, divers"),
        ("total", "insgesamt, zusammen, also insgesamt, in summe"),
        (
            "rose",
            "stieg, stiegen, wuchs, wuchsen, erhöhte sich, kletterte, stiegen, stieg, steigt, steigen, ansteigend",
        ),
        ("fell", "sank, sanken, fiel, fielen, schrumpfte, verringerte sich, sinkt, sinken, fallend, sinkend"),
        ("increase", "zuwachs, anstieg, zunahme, plus, steigerung, erhöhung, wachstum"),
        ("decrease", "rückgang, abnahme, minus, verlust, senkung, verringerung"),
        ("gives", "gibt, gab, geben, verteilt, verteilte, verwendet, verwendete, vergibt, vergab"),
        (
            "lasted",
            "dauerte, dauerten, war, waren, bestand, arbeitete, regierte, lebte, diente, amtierte, lehrte, leitete, blieb, galt",
        ),
        (
            "in",
            "in, im, aus, für, von, bei, mit, an, am, auf, zu, zur, zum, waren, sind, frauen, männer, jungen, mädchen",
        ),
        (
            "members",
            "mitglieder, autoren, gründer, richter, minister, kinder, söhne, töchter, brüder, schwestern, sieger, \
             unterzeichner",
        ),
        (
            "behind",
            "., ,, ;, ), in, im, aus, von, der, des, die, das, den, und, mit, für, zu, zwischen, waren, sind, hatten, haben, wurden",
        ),
        ("surveyed", "befragten wir, befragt wurden, befragte, untersuchten, untersucht, umfasst, umfasste, besuchten"),
        (
            "split",
            "training, das training, trainieren, trainingsdaten, validierung, die validierung, validierungsdaten, validieren, test, den test, das testen, testen, testdaten",
        ),
        ("for", "für, als, zum, zur, auf, in"),
        ("used", "der daten, der daten wurden, wurden, werden, der daten werden"),
        ("rest", "die restlichen, die übrigen"),
        ("and", "und, und die"),
        ("divided", "aufteilung, aufgeteilt, aufgeteilt in"),
        ("made-up", "davon, von denen, bestehend aus, darunter"),
        (
            "mean",
            "durchschnittsalter, durchschnittsalter von, durchschnittsalter betrug, durchschnittsalter lag bei, mittleres alter, mittlere alter",
        ),
        ("between", "zwischen, von, spanne, spannweite"),
        ("ends", "und, bis"),
        ("years", "jahre, jahren, j, )"),
        (
            "people",
            "die probanden, die teilnehmer, die teilnehmenden, die patienten, die befragten, die versuchspersonen, alle",
        ),
        ("how", "stark, leicht, deutlich, stetig, nur, weiter, schnell, sogar, signifikant"),
        ("from", "von"),
        ("to", "auf"),
        ("an", "ein, eine, einem, einer"),
        ("so", "also, das ist, das heißt, d. h., d.h."),
        ("circa", "etwa, rund, ungefähr, fast, ca., ca, knapp"),
        ("versus", "vs, vs., versus, gegenüber, gegen, im vergleich zu"),
        ("higher", "mehr, höher, größer, länger"),
        ("lower", "weniger, niedriger, kleiner, kürzer, geringer"),
        ("gap", "differenz, unterschied, abstand"),
        ("gap-of", "von"),
        ("factor", "faktor, um den faktor, ein faktor von"),
        ("times", "mal, ×, fach"),
        ("than", "als"),
        ("by", "nach, pro, je"),
        ("whose-parts", "davon, von denen"),
        ("ousted", "ausgeschlossen, entfernt, wurden ausgeschlossen, wurden entfernt"),
        ("out-of", "von, der, von den, von ursprünglich, aus"),
        ("leaving", "sodass, so dass, verblieben, es verblieben, es blieben, übrig blieben"),
        ("median", "median"),
        ("middle-half", "iqr, interquartilsabstand, interquartilbereich, quartilsabstand"),
    ],
    apart: "darunter, davon, deren, denen, einschließlich, unter, je, pro, jeweils, durchschnittlich, während, aber, sondern, \
            nur, weitere, weiteren, außer, mindestens, oder, ohne",
    and: "und, sowie",
    in_names: "von, van, der, den, zu, zur, de, und zu",
    groups: &[
        Group {
            unless: "nicht, nie, kein, keine, wenn, falls, wieder, erneut, zweite, oder, wohl, angeblich, soll, laut, ?, \", “, „",
            frames: &[
                (Says::Once("birth"), Link::Presumed, "{what:name} wurde am|im? {on:date} [ in ..2 ]? geboren"),
                (Says::Once("death"), Link::Presumed, "{what:name} starb [ in ..1 ]? am|im? {on:date}"),
                (Says::Once("opening"), Link::Presumed, "{what:name} wurde am|im? {on:date} eröffnet"),
                (Says::Once("founding"), Link::Presumed, "{what:name} wurde am|im? {on:date} gegründet"),
                (
                    Says::Once("signing"),
                    Link::Presumed,
                    "der {what:word} von|über {what:name} wurde am|im? {on:date} unterzeichnet",
                ),
            ],
        },
        Group {
            unless: "gewichtet, gewichtung, bereinigt",
            frames: &[
                (
                    Says::Share,
                    Link::Stated,
                    "von|unter @det? ..1 {whole:count} ..6 ,? {part:count} ..3 ( {share:percent} ) \
                     [ ..5 ,|und {part:count} ..3 ( {share:percent} ) ]*",
                ),
                (
                    Says::Share,
                    Link::Presumed,
                    "{whole:count} ..5 , von_denen|davon {part:count} ..3 ( {share:percent} )",
                ),
                (Says::Share, Link::Presumed, "{part:count} der|von|aus @det? {whole:count} ..8 ( {share:percent} )"),
                (Says::Share, Link::Presumed, "( n? =? {part:count} von|/ {whole:count} ..2 ,|; {share:percent} )"),
                (Says::Share, Link::Presumed, "{part:count} / {whole:count} ..2 ( {share:percent} )"),
                (Says::Share, Link::Stated, "{part:count} ( {share:percent} ) der|von|aus @det? {whole:count}"),
                (
                    Says::Share,
                    Link::Stated,
                    "{part:count} der|von|aus @det? {whole:count} ..3 ( {share:percent} @close",
                ),
                (
                    Says::Share,
                    Link::Stated,
                    "{share:percent} ( n? =? {part:count} von|der|aus @det? {whole:count} ..2 @close",
                ),
            ],
        },
        Group {
            unless: "mal, durchschnitt, mittel",
            frames: &[(
                Says::Part,
                Link::Presumed,
                "^ von|unter den|diesen {whole:count} ..4 waren|sind|hatten|haben|stimmten|starben {part:count}",
            )],
        },
        Group {
            unless: "z.b, zum beispiel, etwa, unter anderem, mehrfachnennungen, sowohl, beide, je, jeweils, pro, zwischen",
            frames: &[
                (
                    Says::Sum,
                    Link::Stated,
                    "{whole:count} ..4 : {part:count} @in ..6 [ , {part:count} @in ..6 ]* und {part:count} @in ..6 $",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{whole:count} ..5 : {part:count} ..4 [ ,|; {part:count} ..4 ]* und {part:count} ..4 $",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{whole:count} ..3 ( {part:count} @gender [ ,|;|und {part:count} @gender ]+ )",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{whole:count} ..4 @consists {part:count} ..4 [ , {part:count} ..4 ]* und {part:count} ..4 $",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{part:count} ..3 [ , {part:count} ..3 ]* und {part:count} ..3 , @total {whole:count}",
                ),
            ],
        },
        Group {
            unless: "mehrfachnennungen, beide",
            frames: &[
                (
                    Says::Hundred,
                    Link::Stated,
                    "@gives {part:percent} für|an ..5 [ , {part:percent} für|an ..5 ]* und {part:percent} für|an",
                ),
                (
                    Says::Hundred,
                    Link::Presumed,
                    "besteht|bestand|bestehen zu {part:percent} aus ..4 [ , zu {part:percent} aus ..4 ]* und zu {part:percent} aus",
                ),
            ],
        },
        Group {
            unless: "genauigkeit, genauigkeiten, präzision, fehler, verlust, score, leistung, rate, quote, erreicht, erreichte, jeweils, je",
            frames: DIVIDED,
        },
        Group { unless: "", frames: MEANS },
        Group { unless: "", frames: REMAINS },
        Group { unless: "", frames: MEDIANS },
        Group {
            unless: "real, preisbereinigt, inflationsbereinigt, bereinigt, pro jahr, jährlich, durchschnittlich, im schnitt, \
                     pro kopf, jeweils",
            frames: &[
                (
                    Says::Growth,
                    Link::Stated,
                    "von {from:number} ..5 auf {to:same} ..5 ,? ein|eine|einem|einer @increase von|um {growth:rate}",
                ),
                (
                    Says::Decline,
                    Link::Stated,
                    "von {from:number} ..5 auf {to:same} ..5 ,? ein|eine|einem|einer @decrease von|um {growth:rate}",
                ),
                (Says::Growth, Link::Presumed, "@rose ..3 um {growth:rate} ,? von {from:number} ..5 auf {to:same}"),
                (Says::Decline, Link::Presumed, "@fell ..3 um {growth:rate} ,? von {from:number} ..5 auf {to:same}"),
                (Says::Growth, Link::Presumed, "@rose ..4 von {from:number} ..5 auf {to:same} ..3 ( {growth:rate} )"),
                (
                    Says::Multiplied("~100%"),
                    Link::Presumed,
                    "verdoppelte_sich|verdoppelten_sich ..3 von {from:number} ..4 auf {to:same}",
                ),
                (
                    Says::Multiplied("~-50%"),
                    Link::Presumed,
                    "halbierte_sich|halbierten_sich ..3 von {from:number} ..4 auf {to:same}",
                ),
            ],
        },
        Group { unless: "rang, platz, position, stufe, niveau, klasse", frames: CHANGES },
        Group {
            unless: "rang, platz, position, stufe, niveau, klasse",
            frames: &[
                (Says::Rise, Link::Presumed, "von {from:number} ..4 auf {to:same} ..2 gestiegen|gewachsen|angestiegen"),
                (
                    Says::Fall,
                    Link::Presumed,
                    "von {from:number} ..4 auf {to:same} ..2 gesunken|gefallen|zurückgegangen",
                ),
                (Says::Rise, Link::Presumed, "nahm|nahmen ..3 von {from:number} ..4 auf {to:same} ..2 zu"),
                (
                    Says::Fall,
                    Link::Presumed,
                    "nahm|nahmen|ging|gingen ..3 von {from:number} ..4 auf {to:same} ..2 ab|zurück",
                ),
            ],
        },
        Group { unless: "", frames: &[(Says::Equals, Link::Stated, "{value:money} ( @about? {equals:money} )")] },
        Group {
            unless: "nicht, oder, etwa, fast, knapp",
            frames: &[
                (Says::Age, Link::Presumed, "{from:date} ..2 geboren ..6 {on:date} im_alter_von|mit {age:count}"),
                (
                    Says::Age,
                    Link::Presumed,
                    "geboren ..2 {from:date} [ ..6 , ]? ..6 {on:date} im_alter_von|mit {age:count}",
                ),
            ],
        },
        Group {
            unless: "v. chr, rückwärts, gegenüber",
            frames: &[
                (Says::Stretch, Link::Presumed, "@lasted ..5 {from:since} bis? {until:date}"),
                (Says::Stretch, Link::Presumed, "@lasted ..5 von {from:date} bis {until:date}"),
                (Says::Lasting, Link::Stated, "@lasted ..5 {span:span}"),
            ],
        },
        Group {
            unless: "z.b, zum beispiel, darunter, unter anderem",
            frames: &[
                (Says::Named, Link::Presumed, "^ die|seine|ihre {stated:count} @members waren|sind|: {named:names} $"),
                (Says::Named, Link::Presumed, "{stated:count} @members ( {named:names} )"),
            ],
        },
        Group {
            unless: "weitere, weiteren, andere, anderen, übrigen",
            frames: &[
                (Says::Counts, Link::Presumed, "die|den|der|alle|allen|diese|diesen {count:count} {what:word} @behind"),
                (Says::Counts, Link::Presumed, "@surveyed ..2 {count:count} {what:word} @behind"),
            ],
        },
        Group {
            unless: "z. B, z.B, etc, usw, u. a, u.a, unter anderem, darunter, etwa, wie, beispielsweise, …, mindestens, mehr als, \
                     bis zu, weitere, andere, jeweils, je, pro, ersten, letzten, mal",
            frames: LISTS,
        },
    ],
};
