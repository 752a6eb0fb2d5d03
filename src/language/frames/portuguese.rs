//! The frames of Portuguese.

use super::{CHANGES, DIVIDED, Frames, Group, LISTS, Link, MEANS, MEDIANS, REMAINS, SIGNS, Says};

pub(in crate::language) const PORTUGUESE: Frames = Frames {
    lists: &[
        ("namely", "a saber, isto é, quais sejam, ou seja"),
        ("det", "os, as, estes, estas, esses, essas, seus, suas, nossos, um total de, todos os, todas as"),
        ("close", "), ], ,, ;"),
        ("gender", "homens, mulheres, meninos, meninas, masculino, feminino, rapazes, moças"),
        ("total", "totalizando, perfazendo, num total de, em um total de, somando"),
        (
            "split",
            "treinamento, o treinamento, treino, o treino, treinar, validação, a validação, validar, teste, o teste, testes, os testes, testar, avaliação",
        ),
        ("for", "para, a, ao, como, em"),
        (
            "used",
            "dos dados, dos dados foram, foi, foram, foram usados, foram utilizados, foram destinados, dos dados foram usados, dos dados foram utilizados",
        ),
        ("rest", "os, o restante, os restantes"),
        ("and", "e, e os, e as, e o"),
        ("divided", "divisão, dividido, dividida, divididos, divididas, proporção, repartição"),
        (
            "made-up",
            "dos quais, das quais, sendo, compostos por, composta por, composto por, compostas por, composta de",
        ),
        (
            "rose",
            "subiu, subiram, aumentou, aumentaram, cresceu, cresceram, aumentando, aumenta, sobe, cresce, subindo, crescendo",
        ),
        (
            "fell",
            "caiu, caíram, diminuiu, diminuíram, reduziu, reduziram, recuou, caindo, cai, diminui, diminuindo, recua, reduzindo, reduz",
        ),
        ("increase", "aumento, incremento, alta, crescimento, acréscimo, elevação"),
        ("decrease", "queda, diminuição, redução, decréscimo, recuo"),
        ("in", "em, no, na, nos, nas, de, do, da, dos, das, para, por, com, mulheres, homens, meninas, meninos"),
        (
            "mean",
            "idade média, idade média de, idade média foi de, idade média era de, média de idade de, idade mediana de",
        ),
        ("between", "entre, de, variando de, variação"),
        ("ends", "e, a, até"),
        ("years", "anos, )"),
        ("people", "os participantes, as participantes, os pacientes, os respondentes, os sujeitos, todos"),
        ("how", "fortemente, levemente, significativamente, apenas, rapidamente, ligeiramente"),
        ("from", "de, desde"),
        ("to", "para, a, até"),
        ("an", "um, uma"),
        ("so", "ou seja, isto é, o que representa"),
        ("circa", "cerca de, aproximadamente, quase, em torno de, ou seja"),
        ("versus", "contra, vs, vs., versus, em comparação com, frente a"),
        ("higher", "maior, maiores, mais alto, mais alta, superior"),
        ("lower", "menor, menores, mais baixo, mais baixa, inferior"),
        ("gap", "diferença"),
        ("gap-of", "de"),
        ("factor", "um fator de, fator de"),
        ("times", "vezes, ×"),
        ("than", "que, do que, ao, à"),
        ("by", "por"),
        ("whose-parts", "dos quais, das quais"),
        (
            "ousted",
            "excluímos, excluídos, excluídas, removemos, removidos, removidas, descartamos, descartados, descartadas, foram excluídos, foram excluídas, foram removidos, foram descartados",
        ),
        ("out-of", "de, dos, das, de um total de, entre os"),
        ("leaving", "restando, ficando, restaram, o que deixa, resultando em, totalizando"),
        ("median", "mediana, medianas"),
        ("middle-half", "iiq, aiq, iqr, intervalo interquartil, amplitude interquartil"),
    ],
    apart: "entre, incluindo, incluídos, quais, eles, elas, cada, por, média, médio, mas, enquanto, exceto, apenas, só, outros, outras, adicionais, ou, sem, respectivamente",
    and: "e, bem como",
    in_names: "de, da, do, dos, das, e",
    groups: &[
        SIGNS,
        Group {
            unless: "ponderado, ponderada, ponderação, ajustado",
            frames: &[
                (
                    Says::Share,
                    Link::Stated,
                    "de|dentre|dos|das|entre @det? ..1 {whole:count} ..5 , {part:count} ..3 ( {share:percent} ) [ ..5 ,|e {part:count} ..3 ( {share:percent} ) ]*",
                ),
                (
                    Says::Share,
                    Link::Presumed,
                    "{whole:count} ..5 , dos_quais|das_quais|dentre_os_quais {part:count} ..3 ( {share:percent} )",
                ),
                (Says::Share, Link::Stated, "{part:count} ( {share:percent} ) de|dos|das|em @det? {whole:count}"),
                (
                    Says::Share,
                    Link::Stated,
                    "{part:count} de|dos|das|em @det? {whole:count} ..3 ( {share:percent} @close",
                ),
                (
                    Says::Share,
                    Link::Stated,
                    "{share:percent} (|[ n? =? {part:count} de|dos|das|em @det? {whole:count} ..2 @close",
                ),
                (
                    Says::Share,
                    Link::Presumed,
                    "( n? =? {part:count} de|dos|das|em {whole:count} ..2 ,|; {share:percent} )",
                ),
            ],
        },
        Group {
            unless: "por exemplo, entre outros, entre outras, dentre outros, múltipla escolha, ambos, ambas, cada, por, entre",
            frames: &[
                (
                    Says::Sum,
                    Link::Stated,
                    "{whole:count} ..4 : {part:count} @in ..6 [ , {part:count} @in ..6 ]* e {part:count} @in ..6 $",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{whole:count} ..3 ( {part:count} @gender [ ,|;|e {part:count} @gender ]+ )",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{part:count} ..3 [ , {part:count} ..3 ]* e {part:count} ..3 , @total {whole:count}",
                ),
            ],
        },
        Group {
            unless: "acurácia, exatidão, precisão, erro, erros, perda, pontuação, desempenho, taxa, alcançou, atingiu, obteve, cada",
            frames: DIVIDED,
        },
        Group { unless: "", frames: MEANS },
        Group { unless: "", frames: REMAINS },
        Group { unless: "", frames: MEDIANS },
        Group { unless: "posição, lugar, nível, grau, classificação", frames: CHANGES },
        Group {
            unless: "termos reais, real, ao ano, por ano, anual, média, per capita, inflação, respectivamente, posição, lugar, nível, grau, classificação",
            frames: &[
                (
                    Says::Growth,
                    Link::Stated,
                    "de {from:number} ..5 para|a {to:same} ..5 ,? um|uma @increase de {growth:rate}",
                ),
                (
                    Says::Decline,
                    Link::Stated,
                    "de {from:number} ..5 para|a {to:same} ..5 ,? um|uma @decrease de {growth:rate}",
                ),
            ],
        },
        Group {
            unless: "por exemplo, etc, como, entre, incluindo, incluídos, incluídas, tais como, …, pelo menos, mais de, outros, outras, \
                     cada, respectivamente, primeiros, primeiras, últimos, últimas, vezes",
            frames: LISTS,
        },
    ],
};
