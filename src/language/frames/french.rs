//! The frames of French.

use super::{CHANGES, DIVIDED, Frames, Group, LISTS, Link, MEANS, MEDIANS, REMAINS, Says};

pub(in crate::language) const FRENCH: Frames = Frames {
    lists: &[
        ("namely", "à savoir, soit, c'est-à-dire"),
        ("about", "environ, soit, soit environ, à peu près, ou"),
        ("det", "les, ces, ses, leurs, nos, un total de"),
        ("close", "), ,, ;"),
        ("did", "étaient, sont, avaient, ont, furent, ont été, avaient été"),
        (
            "consists",
            "comprend, comprennent, comprenait, comprenaient, se compose de, se composent de, se composait de",
        ),
        ("gender", "hommes, femmes, garçons, filles"),
        ("total", "soit, au total, soit un total de, soit au total, en tout"),
        ("rose", "augmenta, augmenté, augmente, monté, progressé, crû, grimpé"),
        (
            "fell",
            "baissé, baissa, baisse, chuté, chuta, diminué, diminua, reculé, recula, tombe, tombé, tombée, tomba, descend, descendu",
        ),
        ("increase", "hausse, augmentation, croissance, progression"),
        ("decrease", "baisse, diminution, réduction, chute, recul"),
        ("gives", "donne, donna, alloue, alloua, consacre, consacra, affecte, attribue, répartit"),
        (
            "lasted",
            "dura, durèrent, duré, était, étaient, fut, exista, existé, travailla, travaillé, régna, régné, vécut, vécu, \
             servit, enseigna, dirigea, dirigé, resta",
        ),
        (
            "in",
            "dans, de, du, des, à, au, aux, en, pour, par, avec, sur, étaient, sont, ont, avaient, femmes, hommes, filles, \
             garçons",
        ),
        (
            "members",
            "membres, auteurs, fondateurs, juges, ministres, enfants, fils, filles, frères, sœurs, partenaires, lauréats, \
             signataires",
        ),
        ("behind", "., ,, ;, ), de, du, des, dans, en, à, qui, que, et, pour, avec, sur, ont, sont, étaient, avaient"),
        (
            "surveyed",
            "interrogé, étudié, analysé, visité, recueilli, comprend, comprenait, porte sur, auprès de, échantillon de",
        ),
        (
            "split",
            "l'entraînement, l’entraînement, entraînement, apprentissage, l'apprentissage, l’apprentissage, validation, la validation, test, tests, le test, les tests, évaluation, l'évaluation, l’évaluation",
        ),
        ("for", "pour, à, en, comme"),
        ("used", "des données, des données pour, sont utilisés, sont utilisées, ont été utilisés, ont été utilisées"),
        ("rest", "les, les autres, les derniers"),
        ("and", "et, et les"),
        ("divided", "répartition, répartis, réparties, réparti, répartie"),
        ("made-up", "dont, composés de, composé de, composée de, comprenant, parmi lesquels, parmi lesquelles"),
        (
            "mean",
            "âge moyen, âge moyen de, âge moyen était de, âge médian, l'âge moyen, l’âge moyen, l'âge moyen était de, l’âge moyen était de, moyenne d'âge de, moyenne d’âge de",
        ),
        ("between", "entre, de, étendue"),
        ("ends", "et, à"),
        ("years", "ans, )"),
        ("people", "les participants, les participantes, les patients, les répondants, les sujets, tous"),
        ("how", "fortement, légèrement, nettement, significativement, seulement, encore, rapidement"),
        ("from", "de, d’, d"),
        ("to", "à"),
        ("an", "une, un"),
        ("so", "soit, c’est-à-dire, c'est-à-dire, ce qui représente"),
        ("circa", "environ, près de, presque, à peu près"),
        ("versus", "contre, vs, vs., versus, par rapport à"),
        ("higher", "plus élevé, plus élevée, plus élevés, plus grand, plus grande, supérieur, supérieure"),
        (
            "lower",
            "moins élevé, moins élevée, plus faible, plus petit, plus petite, inférieur, inférieure, plus bas, plus basse",
        ),
        ("gap", "différence, écart"),
        ("gap-of", "de"),
        ("factor", "un facteur, un facteur de, facteur de, facteur"),
        ("times", "fois, ×"),
        ("than", "que, à"),
        ("by", "par"),
        ("whose-parts", "dont, parmi lesquels, parmi lesquelles"),
        (
            "ousted",
            "exclu, exclus, exclue, exclues, écarté, écartés, écartées, retiré, retirés, retirées, supprimé, supprimés, ont été exclus, ont été exclues",
        ),
        ("out-of", "des, sur, sur les, de, sur un total de"),
        ("leaving", "laissant, ce qui laisse, il en reste, restent, il reste"),
        ("median", "médiane, médian, médianes"),
        ("middle-half", "iiq, eiq, iqr, intervalle interquartile, écart interquartile, intervalle interquartile de"),
    ],
    apart: "dont, parmi, notamment, lesquels, lesquelles, chacun, chacune, par, moyenne, moyen, mais, tandis, alors, sauf, seulement, \
            autres, supplémentaires, ou, sans, respectivement",
    and: "et, ainsi que",
    in_names: "de, du, des, la, le, d",
    groups: &[
        Group {
            unless: "ne, n, pas, jamais, si, à nouveau, de nouveau, second, seconde, ou, peut-être, selon, ?, \", “, «",
            frames: &[
                (
                    Says::Once("birth"),
                    Link::Presumed,
                    "{what:name} est_né|est_née|naquit|naît [ à ..2 ]? le|en {on:date}",
                ),
                (
                    Says::Once("death"),
                    Link::Presumed,
                    "{what:name} est_mort|est_morte|mourut|meurt [ à ..2 ]? le|en {on:date}",
                ),
                (
                    Says::Once("signing"),
                    Link::Presumed,
                    "le|la {what:word} de|d {what:name} fut|est|a_été signé|signée le|en {on:date}",
                ),
                (
                    Says::Once("founding"),
                    Link::Presumed,
                    "{what:name} fut|est|a_été fondé|fondée|créé|créée le|en {on:date}",
                ),
            ],
        },
        Group {
            unless: "pondéré, pondérée, pondération, redressement",
            frames: &[
                (
                    Says::Share,
                    Link::Stated,
                    "sur|parmi|des @det? ..1 {whole:count} ..5 [ qui|ayant ..6 ]? , seuls|seules? {part:count} ..3 ( {share:percent} ) \
                     [ ..5 ,|et {part:count} ..3 ( {share:percent} ) ]*",
                ),
                (Says::Share, Link::Presumed, "{whole:count} ..5 , dont {part:count} ..3 ( {share:percent} )"),
                (Says::Share, Link::Presumed, "{part:count} des|sur @det? {whole:count} ..8 ( {share:percent} )"),
                (Says::Share, Link::Presumed, "( n? =? {part:count} sur|/ {whole:count} ..2 ,|; {share:percent} )"),
                (Says::Share, Link::Presumed, "{share:percent} ( {part:count} ..1 sur|/ {whole:count} )"),
                (Says::Share, Link::Presumed, "{part:count} / {whole:count} ..2 ( {share:percent} )"),
                (Says::Share, Link::Stated, "{part:count} ( {share:percent} ) des|sur @det? {whole:count}"),
                (Says::Share, Link::Stated, "{part:count} des|sur @det? {whole:count} ..3 ( {share:percent} @close"),
                (
                    Says::Share,
                    Link::Stated,
                    "{share:percent} ( n? =? {part:count} sur|des @det? {whole:count} ..2 @close",
                ),
            ],
        },
        Group {
            unless: "fois, moyenne",
            frames: &[(Says::Part, Link::Presumed, "^ sur les|ces {whole:count} ..4 , {part:count} @did")],
        },
        Group {
            unless: "par exemple, notamment, entre autres, plusieurs réponses, à la fois, chacun, chacune, chaque, par, entre",
            frames: &[
                (
                    Says::Sum,
                    Link::Stated,
                    "{whole:count} ..4 : {part:count} @in ..6 [ , {part:count} @in ..6 ]* et {part:count} @in ..6 $",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{whole:count} ..5 : {part:count} ..4 [ ,|; {part:count} ..4 ]* et {part:count} ..4 $",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{whole:count} ..3 ( {part:count} @gender [ ,|;|et {part:count} @gender ]+ )",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{whole:count} ..4 @consists {part:count} ..4 [ , {part:count} ..4 ]* et {part:count} ..4 $",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{part:count} ..3 [ , {part:count} ..3 ]* et {part:count} ..3 , @total {whole:count}",
                ),
            ],
        },
        Group {
            unless: "plusieurs réponses",
            frames: &[(
                Says::Hundred,
                Link::Stated,
                "@gives {part:percent} à|aux|au|pour ..5 [ , {part:percent} à|aux|au|pour ..5 ]* et {part:percent} à|aux|au|pour",
            )],
        },
        Group {
            unless: "exactitude, précision, rappel, erreur, erreurs, perte, score, scores, performance, performances, taux, obtient, atteint, chacun, chacune, chaque",
            frames: DIVIDED,
        },
        Group { unless: "", frames: MEANS },
        Group { unless: "", frames: REMAINS },
        Group { unless: "", frames: MEDIANS },
        Group { unless: "rang, place, position, niveau, stade, grade, classe", frames: CHANGES },
        Group {
            unless: "en termes réels, réel, par an, annuelle, annuel, moyenne, par habitant, inflation, respectivement",
            frames: &[
                (
                    Says::Growth,
                    Link::Stated,
                    "de {from:number} ..5 à {to:same} ..5 ,? soit? une|un @increase de {growth:rate}",
                ),
                (
                    Says::Decline,
                    Link::Stated,
                    "de {from:number} ..5 à {to:same} ..5 ,? soit? une|un @decrease de {growth:rate}",
                ),
                (Says::Growth, Link::Presumed, "@rose ..4 de {growth:rate} , de {from:number} ..5 à {to:same}"),
                (Says::Decline, Link::Presumed, "@fell ..4 de {growth:rate} , de {from:number} ..5 à {to:same}"),
                (Says::Multiplied("~100%"), Link::Presumed, "doublé ..3 de {from:number} ..4 à {to:same}"),
            ],
        },
        Group { unless: "", frames: &[(Says::Equals, Link::Stated, "{value:money} ( @about? {equals:money} )")] },
        Group {
            unless: "pas, ou, environ, presque",
            frames: &[(
                Says::Age,
                Link::Presumed,
                "né|née ..4 {from:date} [ ..6 , ]? ..6 {on:date} ,? à_l'âge_de|à_l’âge_de|à {age:count}",
            )],
        },
        Group {
            unless: "av. j.-c, rétrospectivement",
            frames: &[
                (Says::Stretch, Link::Presumed, "@lasted ..5 {from:since} à|jusqu'à|jusqu'en|jusqu’en? {until:date}"),
                (Says::Stretch, Link::Presumed, "@lasted ..5 de {from:date} à {until:date}"),
                (Says::Lasting, Link::Stated, "@lasted ..5 {span:span}"),
            ],
        },
        Group {
            unless: "par exemple, dont, notamment, entre autres",
            frames: &[
                (
                    Says::Named,
                    Link::Presumed,
                    "^ les|ses|leurs {stated:count} @members étaient|sont|furent|: {named:names} $",
                ),
                (Says::Named, Link::Presumed, "{stated:count} @members ( {named:names} )"),
            ],
        },
        Group {
            unless: "autres, supplémentaires",
            frames: &[
                (Says::Counts, Link::Presumed, "les|ces|nos {count:count} {what:word} @behind"),
                (Says::Counts, Link::Presumed, "@surveyed ..2 {count:count} {what:word} @behind"),
            ],
        },
        Group {
            unless: "par exemple, p. ex, etc, dont, tels que, telles que, notamment, comme, entre autres, …, au moins, \
                     plus de, autres, chacun, chacune, respectivement, premiers, premières, derniers, fois",
            frames: LISTS,
        },
    ],
};
