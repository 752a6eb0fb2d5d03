//! Portuguese. Its days of the week are cut at their hyphen.

use super::{
    Calendar, Citing, Counted, Cue, Heading, Language, Numbered, Numbers, Research, Sentence, Term, Tone, Unit,
};

pub(super) const PORTUGUESE: Language = Language {
    code: "pt",
    abstracts: "resumo",
    restating: "introdução, conclusão, conclusões, discussão, considerações",
    calendar: Calendar {
        months: [
            "janeiro",
            "fevereiro",
            "março",
            "abril",
            "maio",
            "junho",
            "julho",
            "agosto",
            "setembro",
            "outubro",
            "novembro",
            "dezembro",
        ],
        short: ["jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"],
        weekdays: ["segunda", "terça", "quarta", "quinta", "sexta", "sábado", "domingo"],
        ordinals: "º, ª, o",
        day_first: true,
        quarters: ["primeiro", "segundo", "terceiro", "quarto"],
        plural_verbs: "foram, são, eram",
        ..Calendar::EMPTY
    },
    cues: &[
        (Cue::Neutral, "o, os, as, período"),
        (Cue::Lead, "em, no, durante"),
        (Cue::Of, "de, do, da"),
        (Cue::Year, "ano"),
        (Cue::Early, "início, começo"),
        (Cue::Mid, "meados"),
        (Cue::Late, "final, finais, fim, fins"),
        (Cue::Since, "desde"),
        (Cue::Between, "entre"),
        (Cue::And, "e"),
        (Cue::To, "a, ao, à"),
        (Cue::Until, "até"),
        (Cue::Before, "antes"),
        (Cue::After, "após"),
        (Cue::Decade, "década"),
        (Cue::Century, "século"),
        (Cue::Season(21), "primavera"),
        (Cue::Season(22), "verão"),
        (Cue::Season(23), "outono"),
        (Cue::Season(24), "inverno"),
        (Cue::Quarter, "trimestre"),
        (Cue::Unit(Unit::Month), "meses"),
        (Cue::Unit(Unit::Year), "anos"),
        (Cue::Which, "mais"),
        (Cue::Later, "depois, tarde"),
        (
            Cue::Numbered,
            "artigo, artigos, art, arts, capítulo, n, número, página, páginas, p, pp, versão, volume, vol, tomo, figura, \
             fig, tabela, quadro, linha, seção, parágrafo, inciso, modelo",
        ),
        (Cue::Act, "lei, decreto, resolução, portaria, regulamento, diretiva"),
        (
            Cue::Counted,
            "mil, milhões, bilhões, por, pessoas, habitantes, homens, mulheres, dólares, euros, reais, metros",
        ),
    ],
    commonest: "os, e, do, da, dos, das, uma, com, não, em, ao",
    numbers: Numbers {
        own_numerals: &[
            "um, uma",
            "dois, duas",
            "três",
            "quatro",
            "cinco",
            "seis",
            "sete",
            "oito",
            "nove",
            "dez",
            "onze",
            "doze",
        ],
        ordinals: &[
            "primeiro, primeira, primeiros, primeiras",
            "segundo, segunda, segundos, segundas",
            "terceiro, terceira, terceiros, terceiras",
            "quarto, quarta, quartos, quartas",
            "quinto, quinta, quintos, quintas",
            "sexto, sexta, sextos, sextas",
            "sétimo, sétima, sétimos, sétimas",
        ],
        decimal: ',',
        counted: Counted::UnitsOnly,
        scales: &[(3, "mil"), (6, "milhões, milhão"), (9, "bilhões, bilhão"), (12, "trilhões, trilhão")],
        bounds: &[
            ("<=", "no máximo"),
            (">=", "pelo menos, ao menos, no mínimo"),
            (">", "mais de, superior a"),
            ("<", "menos de, inferior a"),
            ("~", "aproximadamente, cerca de, em torno de, quase"),
        ],
        between: "entre",
        from: "de",
        to: "a, até",
        and: "e",
        units: &[("pp", "pontos percentuais"), ("%", "por cento"), ("EUR", "de euros, euros")],
        ..Numbers::EMPTY
    },
    tone: Tone {
        planned: "será, serão, planeja, planejam, planejava, prevê, preveem, previsto, prevista, previstos, previstas, pretende, pretendem, deverá, deverão, deveria, deveriam",
        future_endings: "ará, erá, irá, arão, irão",
        forecast: "projeta, projetam, projeções, espera, esperam, esperava, previsão, previsões",
        alleged: "suposto, suposta, supostamente, acusa, acusam, acusado, acusada",
        hedged: "poderia, poderiam, talvez, provavelmente, possivelmente, parece, parecem",
        conditions: "caso, exceto",
        past: "foi, foram, havia, haviam, tinha, tinham",
        relatives: "cujo, cuja, cujos, cujas",
        joining: "mas, porque, enquanto, embora",
        before_nouns: "um, uma, os, seu, sua, seus, suas",
        ..Tone::EMPTY
    },
    prepositions: "em, por, de, com, no, na, pelo, pela",
    accessed: "acesso em, acessado em, acessado a, consultado em, acedido em, acedido a, último acesso em, último acesso",
    totals: "soma, total geral",
    numbered: &[
        (Numbered::Table, "tabela, tabelas, quadro"),
        (Numbered::Figure, "figura, figuras, fig"),
        (Numbered::Section, "seção"),
        (Numbered::Elsewhere, "anexo, apêndice"),
    ],
    naming: "fonte, fontes",
    references: &[
        (Term::In, "em"),
        (Term::EditedBy, "organizado por, editado por"),
        (Term::Editors, "org, orgs"),
        (Term::TranslatedBy, "tradução de, traduzido por"),
        (Term::Edition, "edição"),
        (Term::Serial, "revista, cadernos, anais, boletim"),
        (Term::Press, "editora"),
        (Term::Thesis, "tese, dissertação"),
        (
            Term::Body,
            "ministério, fundação, associação, sociedade, secretaria, prefeitura, tribunal, conselho, biblioteca",
        ),
        (Term::University, "universidade"),
        (Term::Join, "e"),
        (Term::Particle, "dos, da, do, das, de"),
        (Term::Law, "lei, decreto, portaria, constituição"),
        (Term::Little, "o, os, as, do, da, dos, das, em, para, por, com, uma, um, no, na, nos, nas, ao"),
        (Term::Short, "org, orgs"),
        (
            Term::City,
            "são paulo, rio de janeiro, lisboa, coimbra, brasília, curitiba, porto alegre, belo horizonte, \
             petrópolis, campinas, salvador, nova york, nova iorque, londres, paris, viena, estocolmo, moscou, \
             moscovo, genebra, varsóvia, copenhaga, atenas, bruxelas, pequim, tóquio, haia, istambul, milão, \
             munique, zurique, hamburgo, florença, turim, edimburgo, antuérpia, amsterdã, jerusalém, nova \
             délhi, berlim",
        ),
    ],
    headings: &[
        (Heading::Bibliography, "referências, referências bibliográficas, bibliografia, referências citadas"),
        (Heading::Section, "anexo, anexos, apêndice, apêndices"),
        (
            Heading::Statement,
            "agradecimentos, conflito de interesse, conflito de interesses, conflitos de interesse, financiamento, \
             contribuição dos autores, contribuições dos autores, disponibilidade de dados",
        ),
    ],
    citing: &[
        (Citing::ReadOn, "de, em"),
        (
            Citing::Method,
            "método, métodos, metodologia, abordagem, técnica, técnicas, algoritmo, questionário, definição, \
             critérios, amostra, amostragem, regressão, teoria, modelo, conceito, noção",
        ),
        (
            Citing::Own,
            "nosso, nossa, nossos, nossas, este trabalho, este estudo, este artigo, esta tese, esta pesquisa, \
             presente estudo, presente trabalho",
        ),
        (Citing::Younger, "júnior, junior"),
        (Citing::CitedIn, "citado por, citado em, citados por, apud"),
        (Citing::NoAuthor, "lei, decreto, diretiva, regulamento, resolução, acordo, tratado, guerra, tabela, portaria"),
        (Citing::WithinName, "da, do, dos, e"),
        (
            Citing::Tells,
            "segundo, conforme, consoante, acordo com, por, para, afirma, afirmam, apontam, aponta, argumenta, \
             argumentam, conclui, concluem, define, definem, descreve, descrevem, destaca, destacam, explica, \
             explicam, mostra, mostram, observa, observam, propõe, propõem, sugere, sugerem, defende, defendem, \
             analisa, analisam, apresenta, apresentam, demonstra, demonstram, encontrou, encontraram, estuda, estudam",
        ),
        (Citing::Available, "disponível em, disponível, online"),
        (Citing::Published, "publicado, publicada, publicados, publicadas, publicou"),
        (Citing::Undated, "sem data"),
        (Citing::Signal, "cf., cfr., ver também, ver, veja-se, vide"),
    ],
    sentences: &[
        (Sentence::Announces, "seguinte, seguintes, seguir"),
        (Sentence::Closes, "finalmente, enfim, por fim, por último, o último, a última, em seguida, a seguir, depois"),
        (Sentence::Abbreviation, "a.c, d.c, arts, dra, n.º, p.ex, p. ex, sra, srs"),
        (Sentence::LooksBack, "isto, isso, este, esta, estes, estas, esse, essa, esses, essas, tal"),
        (Sentence::HalfOfAPair, "e, ou"),
    ],
    research: Research {
        significant: "significativo, significativa, significativos, significativas, significante, significantes, \
            significativamente",
        statistically: "estatisticamente",
        otherwise: "marginalmente, quase, tendência, clinicamente, nível, limiar, apenas, fracamente, exceto, salvo, \
            mas, enquanto",
        levels: "nível de, limiar",
        intervals: "ic, intervalo de confiança",
        ratios: "razão de chances, razão de riscos, risco relativo, razão de prevalência",
        differences: "diferença média, diferença de médias",
        leads: "de, foi, foram, era, eram",
        scales: "escala, escalas, likert",
        points: "ponto, pontos, níveis",
        ..Research::EMPTY
    },
    negations: "não, nunca, jamais, nem, sem, nenhum, nenhuma",
    frames: super::frames::PORTUGUESE,
    ..Language::EMPTY
};
