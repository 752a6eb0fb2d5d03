//! The frames of Spanish.

use super::{CHANGES, DIVIDED, Frames, Group, LISTS, Link, MEANS, MEDIANS, REMAINS, Says};

pub(in crate::language) const SPANISH: Frames = Frames {
    lists: &[
        ("namely", "a saber, es decir, esto es"),
        ("about", "unos, unas, cerca de, alrededor de, aproximadamente, o, equivalentes a, equivalente a"),
        ("det", "los, las, estos, estas, sus, nuestros, un total de"),
        ("close", "), ,, ;"),
        ("did", "eran, fueron, estaban, son, están, tenían, tienen, votaron, murieron, respondieron"),
        ("consists", "comprende, comprenden, comprendía, comprendían, se compone de, se componen de, constaba de"),
        ("gender", "hombres, mujeres, niños, niñas, varones"),
        ("total", "en total, un total de, para un total de, lo que suma, en total de"),
        (
            "rose",
            "subió, subieron, aumentó, aumentaron, creció, crecieron, ascendió, aumentando, aumenta, sube, crece, subiendo, creciendo",
        ),
        (
            "fell",
            "bajó, bajaron, cayó, cayeron, disminuyó, disminuyeron, descendió, descendieron, bajando, baja, cae, disminuye, desciende, cayendo, disminuyendo, redujo, se redujo, se reduce",
        ),
        ("increase", "aumento, incremento, alza, crecimiento, subida"),
        ("decrease", "descenso, disminución, reducción, caída, baja"),
        ("gives", "da, dio, destina, destinó, asigna, asignó, dedica, dedicó, reparte"),
        (
            "lasted",
            "duró, duraron, fue, era, existió, trabajó, gobernó, reinó, vivió, sirvió, enseñó, dirigió, presidió, permaneció",
        ),
        ("in", "en, de, del, para, por, con, a, al, eran, fueron, son, mujeres, hombres, niñas, niños"),
        (
            "members",
            "miembros, autores, fundadores, jueces, ministros, hijos, hijas, hermanos, hermanas, socios, ganadores, firmantes",
        ),
        ("behind", "., ,, ;, ), de, del, en, que, y, para, con, por, eran, fueron, son, tenían"),
        (
            "surveyed",
            "encuestamos, encuestó, entrevistamos, entrevistó, estudiamos, analizamos, visitamos, abarca, abarcó, entrevistas con, \
             muestra de",
        ),
        (
            "split",
            "entrenamiento, el entrenamiento, entrenar, validación, la validación, validar, prueba, pruebas, la prueba, las pruebas, test, evaluación, la evaluación",
        ),
        ("for", "para, a, al, como, en"),
        ("used", "de los datos, de los datos se, se usó, se utilizó, se destinó, se usaron, se utilizaron"),
        ("rest", "el, el resto, los"),
        ("and", "y, y el, y un, e"),
        ("divided", "reparto, repartidos, repartidas, dividido, divididos, dividida, divididas, proporción"),
        (
            "made-up",
            "de los cuales, de las cuales, compuesto por, compuesta por, compuestos por, conformado por, conformada por, integrado por, integrada por",
        ),
        (
            "mean",
            "edad media, edad media de, edad media fue de, edad promedio, edad promedio de, edad promedio fue de, edad mediana de",
        ),
        ("between", "entre, de, rango, desde"),
        ("ends", "y, a, hasta"),
        ("years", "años, )"),
        ("people", "los participantes, las participantes, los pacientes, los encuestados, los sujetos, todos"),
        ("how", "fuertemente, ligeramente, significativamente, solo, notablemente, rápidamente"),
        ("from", "de, desde, del"),
        ("to", "a, hasta, al"),
        ("an", "un, una"),
        ("so", "es decir, o sea, lo que representa"),
        ("circa", "unos, unas, cerca de, aproximadamente, casi, alrededor de"),
        ("versus", "frente a, vs, vs., versus, contra, en comparación con"),
        ("higher", "mayor, mayores, más alto, más alta, superior"),
        ("lower", "menor, menores, más bajo, más baja, inferior"),
        ("gap", "diferencia, brecha"),
        ("gap-of", "de"),
        ("factor", "un factor de, factor de"),
        ("times", "veces, ×"),
        ("than", "que, a, al"),
        ("by", "por"),
        ("whose-parts", "de los cuales, de las cuales"),
        (
            "ousted",
            "excluimos, excluyeron, excluidos, excluidas, eliminaron, eliminamos, eliminados, descartaron, descartamos, descartados, fueron excluidos, fueron excluidas, se excluyeron, se eliminaron, se descartaron",
        ),
        ("out-of", "de, de los, de las, de un total de"),
        ("leaving", "dejando, quedando, quedaron, lo que deja, restando"),
        ("median", "mediana, medianas"),
        ("middle-half", "ric, iqr, rango intercuartílico, rango intercuartil, rango intercuartílico de"),
    ],
    apart: "entre, incluidos, incluidas, cuales, ellos, ellas, cada, por, promedio, media, pero, mientras, salvo, solo, sólo, otros, \
            otras, adicionales, o, sin, respectivamente",
    and: "y, e, así como",
    in_names: "de, del, la, las, los, y",
    groups: &[
        Group {
            unless: "no, nunca, si, de nuevo, otra vez, segundo, segunda, o, quizá, según, ?, \", “, «",
            frames: &[
                (Says::Once("birth"), Link::Presumed, "{what:name} nació [ en ..2 ]? el|en {on:date}"),
                (Says::Once("death"), Link::Presumed, "{what:name} murió|falleció [ en ..2 ]? el|en {on:date}"),
                (
                    Says::Once("signing"),
                    Link::Presumed,
                    "el|la {what:word} de {what:name} se_firmó|fue_firmado|fue_firmada el|en {on:date}",
                ),
                (
                    Says::Once("founding"),
                    Link::Presumed,
                    "{what:name} fue_fundado|fue_fundada|se_fundó el|en {on:date}",
                ),
            ],
        },
        Group {
            unless: "ponderado, ponderada, ponderación, ajustado",
            frames: &[
                (
                    Says::Share,
                    Link::Stated,
                    "de @det? ..1 {whole:count} ..5 [ que|con|sin ..6 ]? , solo|sólo? {part:count} ..3 ( {share:percent} ) \
                     [ ..5 ,|y {part:count} ..3 ( {share:percent} ) ]*",
                ),
                (
                    Says::Share,
                    Link::Presumed,
                    "{whole:count} ..5 , de_los_cuales|de_las_cuales {part:count} ..3 ( {share:percent} )",
                ),
                (Says::Share, Link::Presumed, "{part:count} de @det? {whole:count} ..8 ( {share:percent} )"),
                (Says::Share, Link::Presumed, "( n? =? {part:count} de|/ {whole:count} ..2 ,|; {share:percent} )"),
                (Says::Share, Link::Presumed, "{part:count} / {whole:count} ..2 ( {share:percent} )"),
                (Says::Share, Link::Stated, "{part:count} ( {share:percent} ) de @det? {whole:count}"),
                (Says::Share, Link::Stated, "{part:count} de @det? {whole:count} ..3 ( {share:percent} @close"),
                (Says::Share, Link::Stated, "{share:percent} ( n? =? {part:count} de @det? {whole:count} ..2 @close"),
            ],
        },
        Group {
            unless: "veces, promedio, media",
            frames: &[(Says::Part, Link::Presumed, "^ de los|las|estos|estas {whole:count} ..4 , {part:count} @did")],
        },
        Group {
            unless: "por ejemplo, entre otros, entre otras, respuesta múltiple, ambos, ambas, cada, por, entre",
            frames: &[
                (
                    Says::Sum,
                    Link::Stated,
                    "{whole:count} ..4 : {part:count} @in ..6 [ , {part:count} @in ..6 ]* y {part:count} @in ..6 $",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{whole:count} ..5 : {part:count} ..4 [ ,|; {part:count} ..4 ]* y {part:count} ..4 $",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{whole:count} ..3 ( {part:count} @gender [ ,|;|y {part:count} @gender ]+ )",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{whole:count} ..4 @consists {part:count} ..4 [ , {part:count} ..4 ]* y {part:count} ..4 $",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{part:count} ..3 [ , {part:count} ..3 ]* y {part:count} ..3 , @total {whole:count}",
                ),
            ],
        },
        Group {
            unless: "respuesta múltiple",
            frames: &[(
                Says::Hundred,
                Link::Stated,
                "@gives el? {part:percent} a|para ..5 [ , el? {part:percent} a|para ..5 ]* y el? {part:percent} a|para",
            )],
        },
        Group {
            unless: "exactitud, precisión, error, errores, pérdida, puntuación, rendimiento, tasa, logró, alcanzó, obtuvo, cada",
            frames: DIVIDED,
        },
        Group { unless: "", frames: MEANS },
        Group { unless: "", frames: REMAINS },
        Group { unless: "", frames: MEDIANS },
        Group {
            unless: "términos reales, real, al año, por año, anual, promedio, media, per cápita, inflación, respectivamente",
            frames: &[
                (
                    Says::Growth,
                    Link::Stated,
                    "de {from:number} ..5 a {to:same} ..5 ,? un|una @increase del|de {growth:rate}",
                ),
                (
                    Says::Decline,
                    Link::Stated,
                    "de {from:number} ..5 a {to:same} ..5 ,? un|una @decrease del|de {growth:rate}",
                ),
                (Says::Growth, Link::Presumed, "@rose un {growth:rate} , de {from:number} ..5 a {to:same}"),
                (Says::Decline, Link::Presumed, "@fell un {growth:rate} , de {from:number} ..5 a {to:same}"),
                (Says::Multiplied("~100%"), Link::Presumed, "duplicó|duplicaron ..3 de {from:number} ..4 a {to:same}"),
            ],
        },
        Group { unless: "puesto, posición, nivel, grado, lugar, rango", frames: CHANGES },
        Group { unless: "", frames: &[(Says::Equals, Link::Stated, "{value:money} ( @about? {equals:money} )")] },
        Group {
            unless: "no, o, casi, unos",
            frames: &[(
                Says::Age,
                Link::Presumed,
                "nació|nacido|nacida ..4 {from:date} [ ..6 , ]? ..6 {on:date} ,? a_los|a_la_edad_de|con {age:count}",
            )],
        },
        Group {
            unless: "a.c, retrospectivamente",
            frames: &[
                (Says::Stretch, Link::Presumed, "@lasted ..5 {from:since} a|hasta|al? {until:date}"),
                (Says::Stretch, Link::Presumed, "@lasted ..5 de|desde {from:date} a|hasta {until:date}"),
                (Says::Lasting, Link::Stated, "@lasted ..5 {span:span}"),
            ],
        },
        Group {
            unless: "por ejemplo, entre ellos, entre otros, incluidos",
            frames: &[
                (
                    Says::Named,
                    Link::Presumed,
                    "^ los|las|sus {stated:count} @members eran|fueron|son|: {named:names} $",
                ),
                (Says::Named, Link::Presumed, "{stated:count} @members ( {named:names} )"),
            ],
        },
        Group {
            unless: "otros, otras, adicionales",
            frames: &[
                (Says::Counts, Link::Presumed, "los|las|estos|estas {count:count} {what:word} @behind"),
                (Says::Counts, Link::Presumed, "@surveyed ..2 {count:count} {what:word} @behind"),
            ],
        },
        Group {
            unless: "por ejemplo, etc, como, entre, incluidos, incluidas, incluyendo, tales como, …, al menos, más de, \
                     otros, otras, cada, respectivamente, primeros, primeras, últimos, veces",
            frames: LISTS,
        },
    ],
};
