//! English, in which every language's papers date and count some things.

use super::{
    Calendar, Citing, Counted, Cue, Heading, Language, Numbered, Numbers, Research, Sentence, Term, Tone, Unit,
};

pub(super) const ENGLISH: Language = Language {
    code: "en",
    abstracts: "abstract, summary, executive summary",
    restating: "introduction, conclusion, conclusions, concluding, discussion, overview, highlights",
    calendar: Calendar {
        months: [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
        short: ["jan", "feb", "mar", "apr", "", "jun", "jul", "aug", "sep, sept", "oct", "nov", "dec"],
        weekdays: [
            "monday, mon",
            "tuesday, tue, tues",
            "wednesday, wed",
            "thursday, thu, thurs",
            "friday, fri",
            "saturday, sat",
            "sunday, sun",
        ],
        mistakable: "may, march, mar, set, out, ago",
        articles: "the",
        ordinals: "st, nd, rd, th",
        decades: "s, -s, 's, ’s",
        circa: "c",
        quarters: ["first", "second", "third", "fourth"],
        plural_verbs: "were, are, have",
        ..Calendar::EMPTY
    },
    cues: &[
        (Cue::Neutral, "the, period"),
        (Cue::Lead, "fy, in, on, at, per, dated, during, throughout"),
        (Cue::Of, "of"),
        (Cue::Early, "early"),
        (Cue::Mid, "mid, middle"),
        (Cue::Late, "late"),
        (Cue::End, "end"),
        (Cue::Circa, "circa, ca, around, about, approximately, roughly"),
        (Cue::Since, "since"),
        (Cue::From, "from"),
        (Cue::Between, "between"),
        (Cue::And, "and"),
        (Cue::To, "to, through"),
        (Cue::Until, "until, till"),
        (Cue::By, "by"),
        (Cue::Before, "before, prior, pre"),
        (Cue::After, "after, post"),
        (Cue::Decade, "decade"),
        (Cue::Century, "century"),
        (Cue::Bce, "bc, bce"),
        (Cue::Ce, "ce"),
        (Cue::AnnoDomini, "ad"),
        (Cue::Season(21), "spring"),
        (Cue::Season(22), "summer"),
        (Cue::Season(23), "autumn, fall"),
        (Cue::Season(24), "winter"),
        (Cue::Quarter, "quarter"),
        (Cue::Count(1), "a, an"),
        (Cue::Several, "several, few"),
        (Cue::Unit(Unit::Day), "day, days"),
        (Cue::Unit(Unit::Week), "week, weeks"),
        (Cue::Unit(Unit::Month), "month, months"),
        (Cue::Unit(Unit::Year), "year, years"),
        (Cue::Unit(Unit::Decade), "decades"),
        (Cue::LastBefore, "last"),
        (Cue::ThisBefore, "this"),
        (Cue::NextBefore, "next"),
        (Cue::AgoBehind, "ago"),
        (Cue::ToldBefore, "that, same"),
        (Cue::FollowingBefore, "following"),
        (Cue::PreviousBefore, "previous, preceding"),
        (Cue::PreviousBehind, "earlier"),
        (Cue::Later, "later, afterwards"),
        (Cue::FromToday(-1), "yesterday"),
        (Cue::FromToday(1), "tomorrow"),
        (Cue::Than, "than, not"),
        (
            Cue::Numbered,
            "article, articles, art, section, sections, sec, chapter, no, nos, number, numbers, page, \
            pages, p, pp, version, ver, v, volume, vol, line, lines, figure, fig, table, isbn, issn, doi, rfc, iso, \
            room, flight, bus, tel, phone, fax, box, route, grade, type, model, paragraph, para, protocol, convention",
        ),
        (Cue::Act, "resolution, resolutions, unscr, unscrs"),
        (Cue::Money, "usd, eur, idr, gbp, jpy, rub, krw, cny, us"),
        (
            Cue::Counted,
            "thousand, million, billion, trillion, hundred, percent, km, m, cm, mm, kg, g, ton, tons, \
            tonne, tonnes, ha, hectares, meter, meters, metres, kilometer, kilometers, kilometres, mile, miles, mil, \
            mph, kw, mw, gw, hp, liter, liters, litres, barrels, dollar, dollars, euro, euros, people, men, women, \
            children, personnel, soldiers, troops, times, words, pages, kcal, volt, watt, unit",
        ),
    ],
    frames: super::frames::ENGLISH,
    numbers: Numbers {
        counted: Counted::BehindAdjectives,
        numerals: "one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen, \
                   sixteen, seventeen, eighteen, nineteen",
        ordinals: &[
            "first, firstly",
            "second, secondly",
            "third, thirdly",
            "fourth, fourthly",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
        ],
        tens: "twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety",
        scales: &[(2, "hundred"), (3, "thousand"), (6, "million"), (9, "billion"), (12, "trillion")],
        money_scales: &[(3, "k"), (6, "m, mn"), (9, "bn, b"), (12, "tn")],
        dozens: "dozens, dozen",
        many: &[
            (100_000, "hundreds of thousands"),
            (10_000, "tens of thousands"),
            (12, "dozens"),
            (100, "hundreds"),
            (1000, "thousands"),
            (1_000_000, "millions"),
            (1_000_000_000, "billions"),
        ],
        bounds: &[
            ("<=", "no more than, at most, up to"),
            (">=", "no fewer than, no less than, not less than, at least"),
            (">", "more than, greater than, over, above"),
            ("<", "less than, fewer than, below, under"),
            ("~", "approximately, roughly, around, about, nearly, almost, some, circa"),
        ],
        between: "between",
        from: "from",
        to: "to",
        and: "and",
        units: &[
            ("pp", "percentage points, percentage point"),
            ("%", "per cent, percent"),
            ("USD", "US dollars, U.S. dollars"),
            ("EUR", "euros, euro"),
            ("RUB", "roubles, rubles"),
            ("km²", "square kilometers, square kilometres"),
            ("km", "kilometer"),
            ("kg", "kilogram"),
            ("m", "meter"),
            ("l", "liter"),
        ],
        no_units: "a, an, and, are, as, at, but, by, for, from, had, has, have, in, is, it, of, on, or, over, said, \
            than, that, the, this, to, until, was, were, when, which, who, will, with, would",
        numbered: "article, articles, art, section, chapter, no, number, page, pages, pp, p, version, vol, volume, \
            figure, fig, table, line, resolution, resolutions, item, nos, room, flight, act, law, protocol, grade, \
            type, model, step",
        plurals: "people, men, women, children, personnel, staff, aircraft",
        singulars: &[
            ("people", "person"),
            ("persons", "person"),
            ("men", "man"),
            ("women", "woman"),
            ("children", "child"),
            ("feet", "foot"),
            ("inches", "inch"),
        ],
        ..Numbers::EMPTY
    },
    tone: Tone {
        planned: "will, shall, should, plan, plans, planned, planning, scheduled, intends, intended, promised, \
            promises, seeks, aims, aimed, slated, upcoming",
        future_endings: "",
        forecast: "expected, expects, forecast, forecasts, projected, predicted, predicts, anticipated, would",
        alleged: "alleged, allegedly, accused, accuses, accusing, suspected, claimed, claims, rumoured",
        hedged: "may, might, could, perhaps, possibly, probably, likely, seem, seems, seemed",
        compared: "more, less, equally",
        conditions: "if, unless",
        past: "was, were, had, did, been",
        participles: "became, began, broke, brought, built, came, chose, cut, drew, fell, flew, fought, found, gave, \
            grew, held, hit, kept, led, left, lost, made, met, paid, put, ran, rose, said, sank, saw, sent, set, shut, \
            sold, spent, stood, struck, thought, told, took, went, won, wrote",
        participle_endings: "ed",
        no_participles: "breed, exceed, hundred, indeed, proceed, sacred, speed, succeed",
        before_participles: "are, be, being, get, is, to",
        relatives: "which, who, whom, whose",
        joining: "although, and, because, but, that, though, whereas, while",
        before_nouns: "a, an, her, his, its, our, that, the, their, these, this, those",
    },
    commonest: "the, of, and, to, was, is, that, with",
    light: "about, also, been, from, have, however, into, such, than, that, their, them, there, these, they, this, \
        those, were, when, which, while, will, with",
    before_dates: "in, on, at, the, during, of, year",
    negations: "not, no, never, nobody, nothing, neither, nor, without, cannot",
    research: Research {
        significant: "significant, significantly",
        insignificant: "insignificant, insignificantly, nonsignificant, nonsignificantly",
        statistically: "statistically",
        otherwise: "marginal, marginally, borderline, trend, trending, weak, weakly, nearly, almost, approached, \
            approaching, clinically, clinical, practically, practical, substantively, substantive, economically, \
            economic, biologically, level, levels, threshold, alpha, one-tailed, one-sided, only, if, whether, \
            jointly, failed, fails, fail, lack, lacked, absence, hardly, except, apart, unlike, whereas, but, \
            though, although, while",
        levels: "significance level, alpha level, alpha, threshold, thresholds, significant at, level, levels",
        not_significant: "n.s, ns, n. s",
        one_sided: "one-tailed, one tailed, 1-tailed, one-tail, one-sided, one sided, 1-sided, single-tailed, directional",
        corrections: "bonferroni, holm, tukey, tukey's, scheffé, scheffe, sidak, šidák, šídák, dunnett, dunnett's, \
                      games-howell, greenhouse, greenhouse-geisser, huynh, huynh-feldt, fdr, fdr-corrected, benjamini, \
                      benjamini-hochberg, hochberg, hommel, newman-keuls, fwe, fwe-corrected, familywise, family-wise, \
                      corrected, correction, corrections, adjusted p, p adjusted, adjusted p-value, adjusted p-values, \
                      adjusted alpha, alpha adjustment, multiple comparisons, multiple testing, multiple tests",
        resampled: "permutation, permutations, permuted, bootstrap, bootstrapped, bootstrapping, exact, monte carlo, \
                    cluster-based",
        beside: "partial, cohen, cohen's, cohen’s, cohens, hedges, hedges’, hedge's, hedge’s, glass's, glass, cramer, \
                 cramer's, cramer’s, cramér, cramér's, cramér’s, kendall, kendall's, omega, squared, confidence, \
                 interval, intervals, effect, size, power, delta, difference, two-tailed, two-sided, tailed, sided, \
                 two-tail, mean, with, odds, ratio, value, sqrt",
        intervals: "ci, cis, confidence interval, confidence intervals, confidence limits",
        ratios: "odds ratio, hazard ratio, hazards ratio, risk ratio, rate ratio, relative risk, relative rate, \
                 incidence rate ratio, prevalence ratio",
        differences: "mean difference, difference, risk difference, regression coefficient, coefficient, \
                      mean change, between-group difference, treatment effect",
        leads: "of, was, is, were, =",
        scales: "scale, scales, likert, rating, ratings",
        points: "point, points",
    },
    prepositions: "in, by, from, of, with, on, using",
    accessed: "cited, last accessed on, last accessed, accessed on, accessed at, accessible at, accessed, retrieved on, retrieved, viewed on, viewed, consulted on, consulted, visited on, last visited",
    totals: "total, totals, grand total, sum",
    numbered: &[
        (Numbered::Table, "table, tables"),
        (Numbered::Figure, "figure, figures, fig, figs"),
        (Numbered::Section, "section, sections"),
        (Numbered::Elsewhere, "supplementary, supplemental, appendix, data, online, web, additional, their, his, her"),
    ],
    naming: "source, sources, src",
    references: &[
        (Term::In, "in, presented at, paper presented at"),
        (Term::Editors, "ed, eds, edit, editor, editors"),
        (Term::EditedBy, "edited by, ed. by, eds. by, edited and translated by"),
        (Term::Translators, "trans, transl, tr, translator, translators"),
        (Term::TranslatedBy, "translated by, trans. by, transl. by, tr. by, trans, translated from the"),
        (Term::Volume, "vol, vols, volume, v"),
        (Term::Issue, "no, nos, nr, number, iss, issue, num, n"),
        (Term::Page, "p, pp, page, pages, pgs, pg"),
        (Term::Law, "act, bill, treaty, convention, directive, regulation, statute, v, protocol"),
        (Term::Other, "art, article, chap, chapter, ch, ser, series, sec, section, part, pt, para, paper, fig, figure"),
        (Term::Edition, "ed, edn, edit, edition"),
        (
            Term::Serial,
            "journal, review, magazine, letters, annals, transactions, bulletin, quarterly, archives, gazette, \
             times, herald, tribune, courier, newsletter, monthly, weekly, yearbook, chronicle, reports, \
             encyclopedia, encyclopaedia, dictionary, j, rev, lett, ann, trans, bull, proc, phys, sci, res, int, \
             acta, blog, wikipedia",
        ),
        (
            Term::Proceedings,
            "proceedings, proc, conference, conf, symposium, symp, workshop, congress, meeting, advances",
        ),
        (
            Term::Press,
            "press, publisher, publishers, publishing, publications, books, inc, ltd, llc, co, sons, wiley, \
             elsevier, springer, routledge, sage, macmillan, oxford, cambridge, pearson, mcgraw-hill, palgrave, \
             norton, penguin, academic, harper, random, house, ieee, acm, archive, printing, records",
        ),
        (
            Term::Thesis,
            "thesis, dissertation, master thesis, phd, ph.d, doctoral, masters, master's, master’s, msc, m.sc, bachelor's, \
             bachelor’s, diss",
        ),
        (
            Term::Genre,
            "film, video, motion picture, data set, dataset, computer software, software, song, recorded by, map, \
             painting, photograph, broadcast, working paper, technical report, tech. rep, report, preprint, online, \
             internet, blog post, post, tweet, interview, speech, patent, translated, manuscript, white paper, fact \
             sheet, brief, press release, podcast, motion, graphic, standard, dvd, cd, print, web, ebook, e-book, \
             performance, artwork",
        ),
        (
            Term::Body,
            "academy, administration, agency, alliance, association, authority, bank, board, bureau, center, \
             centre, college, commission, committee, company, congress, consortium, corporation, council, court, \
             daily, department, faculty, federation, forum, foundation, government, group, guardian, herald, initiative, \
             institute, institution, international, journal, laboratory, magazine, media, ministry, museum, \
             network, news, newspaper, observatory, office, online, organisation, organization, parliament, party, \
             police, post, press, program, programme, project, radio, relations, reuters, school, secretariat, service, services, \
             society, staff, survey, team, times, tribune, trust, union, clinic, nations, collaboration",
        ),
        (Term::University, "university, univ"),
        (Term::OfBody, "of, for, on"),
        (Term::Join, "and, &, with"),
        (Term::Others, "et al, et. al, et.al, and others, others"),
        (
            Term::Little,
            "a, an, the, of, on, in, for, to, and, or, with, by, from, at, as, into, is, are, its, their, between, \
             under, over, after, before, during, through, against, about, within, without, toward, towards, via, \
             vs, v",
        ),
        (
            Term::Short,
            "vs, no, nos, vol, vols, dr, prof, st, mr, mrs, ms, jr, sr, ed, eds, al, pp, rev, univ, dept, inc, ltd, \
             co, corp, proc, conf, trans, transl, chap, ch, fig, cf, ca, approx, mt, ft, gen, col, capt, rep, sen, \
             gov, tech, publ, assoc, natl, int, intl, acad, bros, ser, suppl, ph.d, repr",
        ),
        (
            Term::City,
            "london, new york, oxford, cambridge, chicago, boston, philadelphia, washington, los angeles, \
             berkeley, san francisco, princeton, new haven, ithaca, stanford, baltimore, ann arbor, durham, \
             minneapolis, bloomington, thousand oaks, beverly hills, newbury park, englewood cliffs, upper \
             saddle river, hoboken, westport, lanham, boulder, austin, tucson, seattle, san diego, toronto, \
             montreal, vancouver, ottawa, edinburgh, glasgow, manchester, bristol, cardiff, dublin, \
             aldershot, farnham, basingstoke, houndmills, harmondsworth, cheltenham, northampton, abingdon, \
             maidenhead, leicester, leeds, liverpool, birmingham, sydney, melbourne, canberra, auckland, \
             wellington, new delhi, delhi, mumbai, bombay, calcutta, singapore, hong kong, beijing, shanghai, \
             tokyo, seoul, manila, cape town, nairobi, lagos, vienna, munich, berlin, cologne, zurich, \
             geneva, paris, brussels, amsterdam, rome, milan, florence, madrid, barcelona, lisbon, stockholm, \
             copenhagen, oslo, helsinki, moscow, prague, warsaw, budapest, athens, jerusalem, tel aviv, \
             cairo, dordrecht, the hague, leiden, luxembourg, mass, garden city",
        ),
    ],
    headings: &[
        (
            Heading::Bibliography,
            "references, reference, reference list, list of references, references cited, bibliography, select bibliography, \
             selected bibliography, works cited, works consulted, literature cited, literature, sources, \
             sources cited, references and notes, notes and references, authorities, table of authorities, \
             bibliographical references, references and further reading",
        ),
        (
            Heading::Part,
            "books, book, articles, journals, journal articles, books and articles, web, websites, web sources, \
             internet, internet sources, online sources, online, news, newspapers, media, interviews, reports, \
             documents, primary sources, secondary sources, archives, archival sources, laws, legislation, cases, \
             theses, dissertations, others, other sources, website",
        ),
        (
            Heading::Section,
            "abstract, summary, executive summary, keywords, introduction, preface, foreword, background, \
             conclusion, conclusions, concluding remarks, discussion, results, methods, method, methodology, \
             appendix, appendices, contents, table of contents, \
             figure legends, figure captions, figures, tables, list of figures, list of tables, \
             supplementary material, supplementary materials, supplementary information, supporting information",
        ),
        (
            Heading::Statement,
            "acknowledgements, acknowledgments, acknowledgement, author contributions, authors' contributions, \
             competing interests, declaration of competing interest, declaration of interests, \
             conflict of interest, conflicts of interest, conflict of interest statement, disclosure, disclosures, \
             funding, funding statement, data availability, data availability statement, about the author, \
             about the authors, ethics statement",
        ),
        (Heading::Notes, "notes, endnotes, footnotes"),
    ],
    citing: &[
        (
            Citing::Method,
            "method, methods, methodology, approach, approaches, technique, techniques, algorithm, questionnaire, \
             definition, taxonomy, typology, criteria, sample, sampling, regression, theory, model, concept, \
             notion, fallacy",
        ),
        (Citing::Own, "we, our, this study, this paper, this article, this thesis, present study, my"),
        (Citing::CitedIn, "as cited in, cited in, cited by, as quoted in, quoted in, as cited by, qtd. in, in"),
        (
            Citing::Introduces,
            "according, adapted, after, also, as, based, cf, cited, compare, eg, for, from, ie, in, per, quoted, \
             see, source, via",
        ),
        (Citing::WithinName, "al, and, for, in, of, on, the, to"),
        (
            Citing::NoAuthor,
            "act, agreement, annex, article, born, brexit, century, championship, championships, chapter, circa, \
             conference, constitution, convention, corp, crisis, cup, decree, died, directive, edition, effective, \
             election, equation, era, established, fig, figure, figures, founded, games, ibid, ibidem, inc, law, ltd, olympics, \
             period, protocol, referendum, regulation, resolution, revolution, session, since, statute, summit, \
             table, treaty, until, usd, version, war, windows, year",
        ),
        (
            Citing::Locator,
            "p, pp, page, pages, ch, chap, chapter, para, paras, par, sec, section, fig, figure, table, vol, n, \
             note, art",
        ),
        (
            Citing::Speaks,
            "argue, argued, argues, claims, concluded, concludes, defines, demonstrates, describes, explains, \
             finds, found, noted, notes, observes, reported, reports, says, showed, shows, states, stated, \
             suggested, suggests, wrote, writes",
        ),
        (
            Citing::Tells,
            "analyse, analyze, analysed, analyzed, claim, conclude, define, demonstrate, describe, developed, estimate, \
             estimated, examine, examined, explain, find, identify, identified, investigate, investigated, introduced, \
             note, observe, propose, proposed, report, show, state, studied, suggest, write",
        ),
        (Citing::SaidBy, "by, see, according to"),
        (Citing::Ibid, "ibidem, ibid, idem"),
        (Citing::OpCit, "op. cit, op.cit, opcit, loc. cit, loc.cit"),
        (Citing::Aside, "see, see also, cf, compare, but see, for more"),
        (Citing::Signal, "see also, see, cf., in"),
        (Citing::Published, "published, appeared, printed"),
        (Citing::Undated, "n.d, n. d, nd, s.d, s. d, no date"),
        (Citing::Forthcoming, "forthcoming, in press"),
        (
            Citing::Available,
            "available online at, available online, available from, available at, available, retrieved from, \
             online, url, link, at, from",
        ),
        (Citing::ReadOn, "accessed, retrieved, from, online, available, url"),
    ],
    sentences: &[
        (Sentence::Announces, "following, below, follows"),
        (Sentence::Closes, "finally, lastly, last, the last, a last, a final, the final, then, next"),
        (
            Sentence::Abbreviation,
            "a.k.a, adm, al, app, approx, art, arts, bk, c, ca, cf, ch, chap, co, col, comp, cpt, dept, doc, dr, \
             e.g, ed, eds, edn, eq, esp, et al, f, ff, fig, figs, fol, gen, gov, hon, i.e, ibid, jr, lt, maj, mr, \
             mrs, ms, msgr, mt, n, nn, no, nos, op, p, para, paras, pp, pres, prof, pt, pts, q.v, ref, refs, rev, \
             sec, sect, sen, ser, sgt, st, supp, suppl, tab, trans, univ, v, viz, vol, vols, vs",
        ),
        (Sentence::LooksBack, "this, these, that, those, such, it, they, he, she"),
        (Sentence::EndsToo, "etc, n.d, inc, ltd, a.m, p.m"),
        (
            Sentence::Opener,
            "a, after, all, although, an, and, as, at, because, before, both, but, by, during, earlier, even, \
             finally, for, from, he, her, here, his, however, if, in, it, its, later, many, meanwhile, most, no, \
             on, one, only, she, since, some, still, such, that, the, their, then, there, these, they, this, \
             those, thus, to, today, under, we, when, while, with, yet",
        ),
        (Sentence::HalfOfAPair, "and, or, to"),
        (
            Sentence::Act,
            "abolished, accused, acquired, adopted, agreed, annexed, announced, appointed, approved, arrested, \
             attacked, banned, became, bombed, built, called, captured, claimed, closed, condemned, conquered, cut, \
             declared, delivered, denied, deployed, died, elected, ended, established, exported, fired, founded, \
             gave, imported, imposed, invaded, joined, killed, launched, left, met, occupied, offered, opened, \
             ordered, paid, passed, promised, published, ratified, received, recognised, recognized, rejected, \
             released, reported, resigned, said, sent, signed, sold, stated, supplied, supported, tested, \
             threatened, told, urged, vetoed, visited, voted, warned, withdrew, won",
        ),
    ],
    columns: &[
        ("id", "claim id"),
        ("text", "claim, statement, fact, assertion"),
        ("section", "chapter, heading"),
        ("file", "file"),
        ("backup", "backup"),
        ("event", "event"),
        ("quantity", "quantity"),
        ("phrase", "as printed, passage, quote, words"),
        ("cites", "cited, citation, citations, source, sources, reference, references"),
        ("locator", "page, pages"),
        ("sourcing", "primary or secondary, primary secondary"),
        ("verdict", "status, rating"),
        ("checked-by", "by, checker, fact checker"),
        ("checked-on", "checked, date checked, looked up on"),
        ("why", "why not, reason"),
        ("query", "query to the author, question"),
        ("answer", "authors answer, reply"),
        ("note", "notes, comment, comments, remark, remarks"),
        ("on", "date, when"),
        ("from", "since"),
        ("where", "place"),
        ("not", "denied"),
        ("said-by", "speaker"),
        ("source-author", "source authors"),
        ("source-issued", "source date, source year"),
        ("source-url", "url, link, source link"),
        ("source-doi", "doi"),
        ("told", "number, no, kind, worst, findings"),
    ],
    marks: &[
        ("confirmed", "confirmed, verified, correct, ok, true, yes"),
        ("stet", "stet, as is, leave as is, keep as is, ok as is, let it stand, as printed, as intended, intended"),
        ("changed", "changed, corrected"),
        ("on-author", "on author, on-author"),
        ("query", "query, open"),
        ("disputed", "disputed"),
        ("refuted", "refuted, wrong, false, no"),
        ("unverifiable", "could not verify, unverifiable, cannot verify, not verified"),
        ("primary", "primary"),
        ("secondary", "secondary"),
    ],
    superlatives: "first, last, only, largest, biggest, smallest, highest, lowest, longest, oldest, youngest, newest, most, least, best, \
                   worst, greatest, fastest, earliest, latest, deadliest, richest, poorest, sole, never, unique",
};
