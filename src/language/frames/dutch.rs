//! The frames of Dutch.

use super::{CHANGES, Frames, Group, LISTS, Link, MEDIANS, REMAINS, SIGNS, Says};

pub(in crate::language) const DUTCH: Frames = Frames {
    lists: &[
        ("namely", "namelijk, te weten, d.w.z, dat wil zeggen"),
        ("det", "de, het, deze, alle, die, onze, in totaal"),
        ("close", "), ], ,, ;"),
        ("gender", "mannen, vrouwen, jongens, meisjes, mannelijk, vrouwelijk"),
        ("total", "in totaal, samen, oftewel"),
        ("and", "en, en de"),
        ("consists", "bestaat uit, bestaan uit, bestond uit, bestonden uit, omvat, omvatten"),
        ("rose", "steeg, stegen, stijgt, stijgen, groeide, groeiden, groeit, toenam, stijgend"),
        ("fell", "daalde, daalden, daalt, dalen, zakte, zakten, kromp, krompen, afnam, dalend"),
        ("increase", "stijging, toename, groei, verhoging"),
        ("decrease", "daling, afname, vermindering, verlaging"),
        ("how", "sterk, licht, duidelijk, significant, slechts, verder, snel, zelfs"),
        ("from", "van"),
        ("to", "naar, tot"),
        ("an", "een"),
        ("so", "oftewel, dus, dat is, ofwel"),
        ("circa", "ongeveer, circa, bijna, rond, ca."),
        ("versus", "vs, vs., versus, tegen, tegenover, vergeleken met"),
        ("higher", "meer, hoger, groter, langer"),
        ("lower", "minder, lager, kleiner, korter"),
        ("gap", "verschil, kloof"),
        ("gap-of", "van"),
        ("factor", "factor, een factor, een factor van"),
        ("times", "keer, maal, ×"),
        ("than", "dan"),
        ("by", "per, volgens"),
        ("whose-parts", "waarvan, van wie, onder wie"),
        ("ousted", "uitgesloten, verwijderd, verwijderden, werden uitgesloten, werden verwijderd, zijn verwijderd"),
        ("out-of", "van, van de, uit, van oorspronkelijk, van in totaal"),
        ("leaving", "waardoor er, zodat er, bleven er, resteren, resteerden"),
        ("median", "mediaan, mediane"),
        ("middle-half", "iqr, interkwartielafstand, interkwartielbereik"),
        ("ends", "tot, en"),
    ],
    apart: "waarvan, waaronder, onder, inclusief, behalve, per, elk, elke, gemiddeld, gemiddelde, terwijl, maar, slechts, waarbij, \
            alleen, andere, overige, minstens, zonder, respectievelijk",
    and: "en, alsook",
    in_names: "van, de, der, den, het, te, ten",
    groups: &[
        SIGNS,
        Group {
            unless: "gewogen, weging, gecorrigeerd",
            frames: &[
                (
                    Says::Share,
                    Link::Stated,
                    "van @det? ..1 {whole:count} ..6 ,? {part:count} ..3 ( {share:percent} ) \
                     [ ..5 ,|en {part:count} ..3 ( {share:percent} ) ]*",
                ),
                (Says::Share, Link::Presumed, "{whole:count} ..5 , waarvan {part:count} ..3 ( {share:percent} )"),
                (Says::Share, Link::Stated, "{part:count} ( {share:percent} ) van @det? {whole:count}"),
                (Says::Share, Link::Stated, "{part:count} van @det? {whole:count} ..3 ( {share:percent} @close"),
                (Says::Share, Link::Stated, "{share:percent} ( n? =? {part:count} van @det? {whole:count} ..2 @close"),
            ],
        },
        Group {
            unless: "bijvoorbeeld, onder andere, beide, elk, elke, per, tussen",
            frames: &[
                (
                    Says::Sum,
                    Link::Presumed,
                    "{whole:count} ..5 : {part:count} ..4 [ ,|; {part:count} ..4 ]* en {part:count} ..4 $",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{whole:count} ..3 ( {part:count} @gender [ ,|;|en {part:count} @gender ]+ )",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{whole:count} ..4 @consists {part:count} ..4 [ , {part:count} ..4 ]* en {part:count} ..4 $",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{part:count} ..3 [ , {part:count} ..3 ]* en {part:count} ..3 , @total {whole:count}",
                ),
            ],
        },
        Group {
            unless: "reëel, gecorrigeerd, per jaar, jaarlijks, gemiddeld, respectievelijk",
            frames: &[
                (
                    Says::Growth,
                    Link::Stated,
                    "van {from:number} ..5 naar {to:same} ..5 ,? een @increase van|met {growth:rate}",
                ),
                (
                    Says::Decline,
                    Link::Stated,
                    "van {from:number} ..5 naar {to:same} ..5 ,? een @decrease van|met {growth:rate}",
                ),
                (Says::Growth, Link::Presumed, "@rose ..3 met {growth:rate} ,? van {from:number} ..5 naar {to:same}"),
                (Says::Decline, Link::Presumed, "@fell ..3 met {growth:rate} ,? van {from:number} ..5 naar {to:same}"),
            ],
        },
        Group { unless: "rang, plaats, positie, niveau, graad, klasse", frames: CHANGES },
        Group { unless: "", frames: REMAINS },
        Group { unless: "", frames: MEDIANS },
        Group {
            unless: "rang, plaats, positie, niveau, graad, klasse",
            frames: &[
                (Says::Rise, Link::Presumed, "van {from:number} ..4 naar {to:same} ..2 gestegen|toegenomen|gegroeid"),
                (Says::Fall, Link::Presumed, "van {from:number} ..4 naar {to:same} ..2 gedaald|afgenomen|gezakt"),
            ],
        },
        Group {
            unless: "bijvoorbeeld, bijv, zoals, onder meer, onder andere, o.a, waaronder, enz, enzovoort, …, minstens, \
                     meer dan, andere, elk, telkens, respectievelijk, eerste, laatste, keer",
            frames: LISTS,
        },
    ],
};
