//! The frames of English.

use super::{CHANGES, DIVIDED, Frames, Group, LISTS, Link, MEANS, MEDIANS, REMAINS, Says};

pub(in crate::language) const ENGLISH: Frames = Frames {
    lists: &[
        ("namely", "namely, viz, i.e, that is"),
        ("about", "about, around, roughly, approximately, nearly, some, or, equivalent to, equal to, i.e."),
        ("det", "the, all, all the, these, those, our, its, their, his, her, a total of, the total, the total of"),
        ("open", "(, ["),
        ("close", "), ], ,, ;"),
        ("only", "only, just, fully, exactly"),
        ("whose", "with, without, who, that, which, whose, where, in which, for which, for whom"),
        ("of-whom", "of whom, of which, of these, of them, among whom, among these"),
        ("that-is", "or, i.e, i.e., that is, equal to, equivalent to, corresponding to, representing, a share of"),
        ("asked", "sent, mailed, distributed, invited, approached, contacted, circulated, handed out, sent out"),
        ("rate", "response rate, return rate, participation rate, completion rate, reply rate"),
        (
            "assigned",
            "assigned to, randomised to, randomized to, allocated to, divided into, split into, randomised into",
        ),
        ("exclusion", "excluding, removing, dropping, discarding, the exclusion of, the removal of"),
        ("excluded", "excluded, removed, dropped, discarded"),
        (
            "total",
            "a total of, for a total of, giving a total of, making a total of, totalling, totaling, in total, in all",
        ),
        ("in-all", "in all, in total, altogether, all told"),
        (
            "came",
            "came, comes, come, originated, originates, stemmed, derived, was generated, were generated, was drawn",
        ),
        (
            "opinion",
            "agreed, disagreed, abstained, undecided, neutral, against, in favour, in favor, opposed, no opinion",
        ),
        (
            "did",
            "were, was, are, is, had, have, did, could, said, agreed, disagreed, died, survived, failed, passed, voted, \
             took, came, answered, replied, responded, left, stayed, chose, remained, returned, became",
        ),
        (
            "rose",
            "rose, risen, rises, grew, grown, grows, increased, increases, climbed, jumped, surged, soared, expanded, increasing, rising, growing, climbing, jumping",
        ),
        (
            "fell",
            "fell, fallen, falls, declined, declines, decreased, decreases, dropped, shrank, shrunk, plunged, sank, \
             contracted, reduced, cut, decreasing, falling, declining, dropping, shrinking, sinking",
        ),
        (
            "equals",
            "equating to, equivalent to, representing, which is, which represents, that is, corresponding to, meaning, marking",
        ),
        ("increase", "increase, rise, growth, jump, gain, surge, expansion"),
        ("decrease", "decrease, fall, decline, drop, reduction, cut, loss, contraction"),
        ("plus", "+, up, up by, increase of, an increase of, a rise of, growth of"),
        (
            "minus",
            "-, −, –, down, down by, decrease of, a decrease of, a fall of, a drop of, a decline of, a reduction of",
        ),
        (
            "gives",
            "gives, gave, give, allocates, allocated, allocate, devotes, devoted, assigns, assigned, earmarks, \
             earmarked, distributes, distributed, spends, spent",
        ),
        (
            "consists",
            "consists of, consisted of, consist of, is made up of, was made up of, are made up of, were made up of, \
             is composed of, was composed of, are composed of, comprises, comprised, comprise",
        ),
        (
            "lasted",
            "lasted, was, were, served, worked, existed, ruled, reigned, lived, operated, ran, held, studied, taught, \
             continued, remained, governed, stayed, occupied, led, chaired, employed",
        ),
        (
            "partition",
            "agreed, disagreed, abstained, silent, against, opposed, in favour, in favor, for, undecided, refused, \
             declined, women, men, female, male, females, males, boys, girls, survived, died, dead, alive, passed, failed, \
             won, lost, drew, urban, rural, yes, no, positive, negative, successful, unsuccessful, completed, withdrew, \
             adopted, rejected, withdrawn, approved, dismissed, upheld, pending, accepted, unchanged, married, single, \
             widowed, divorced, employed, unemployed",
        ),
        ("gender", "women, men, female, male, females, males, boys, girls, non-binary, other, woman, man, girl, boy"),
        (
            "behind",
            "., ,, ;, ), of, in, from, at, on, across, who, which, that, and, were, was, had, have, are, to, with, for, by, \
             between, during, about, living, working, drawn",
        ),
        (
            "surveyed",
            "surveyed, interviewed, interviews with, survey of, sample of, covered, covers, studied, examined, analysed, \
             analyzed, visited, sampled, recruited, wrote to, collected, polled, questioned, tested, enrolled, based on, \
             analysis of, interviewing, surveying, examining, analysing, analyzing, comprising, comprised",
        ),
        (
            "in",
            "=, in, from, for, at, on, by, with, to, were, was, are, had, have, as, under, who, that, agreed, disagreed, \
             abstained, women, men, female, male, females, males, boys, girls, qualitative, quantitative, mixed",
        ),
        (
            "joined",
            "joined, has joined, have joined, officially joined, formally joined, finally joined, acceded to, has acceded to, \
             became a member of, became a full member of, became members of, became full members of",
        ),
        ("accession", "accession, entry, admission"),
        ("whence", "after, when, as, because, while, but"),
        ("after", "after, following, since, with"),
        ("stop", "., ;, ), –, —, after, when, while, although, amid, but, because, despite"),
        ("pause", "., ;, ), –, —, ,, and, which, when, while, that, it, led, left, marked, opened, ended"),
        (
            "acted",
            "wrote, visited, met, married, travelled, traveled, moved, resigned, said, told, became, was elected, was \
             appointed, returned, founded, spoke, addressed, testified, arrived, fled, stood, ran, voted, signed",
        ),
        (
            "members",
            "members, wardens, authors, founders, signatories, delegates, judges, ministers, children, sons, daughters, brothers, sisters, \
             partners, coders, raters, reviewers, experts, winners, candidates, commissioners",
        ),
        (
            "split",
            "training, train, the training set, training data, model training, validation, the validation set, validating, development, testing, test, the test set, the testing set, evaluation",
        ),
        ("for", "for, for the, as, as the, to, to the, in the, into, went to, went into"),
        (
            "used",
            "of the data, of the dataset, of the data set, was, were, is, are, was used, were used, is used, are used, was reserved, were reserved, was kept, were kept, of the data was used, of the data were used, of the dataset was used",
        ),
        ("rest", "the remaining, the other, the rest"),
        ("and", "and, and the, &"),
        ("divided", "split of, split, divided, partitioned, breakdown of"),
        (
            "made-up",
            "of whom, of which, of them, consisting of, comprising, made up of, composed of, divided into, among them",
        ),
        (
            "mean",
            "mean age of, mean age was, mean age, average age of, average age was, average age, median age of, median age was, median age",
        ),
        ("between", "between, range, range of, ranging from, ranged from, aged, aged between, from, range from"),
        ("ends", "to, and"),
        ("years", "years, year, y, yrs, )"),
        (
            "people",
            "participants, the participants, patients, the patients, respondents, the respondents, subjects, the subjects, students, the students, all",
        ),
        (
            "how",
            "sharply, slightly, steadily, significantly, only, further, rapidly, dramatically, gradually, again, even, by about half",
        ),
        ("from", "from"),
        ("to", "to"),
        ("an", "a, an, another"),
        ("so", "or, i.e., i.e, that is, which is, representing, marking, meaning"),
        ("circa", "about, around, roughly, approximately, nearly, almost, some, i.e., i.e"),
        ("versus", "vs, vs., versus, against, compared with, compared to, v., v.s."),
        ("higher", "more, higher, larger, greater, longer, taller, heavier"),
        ("lower", "less, fewer, lower, smaller, shorter, lighter"),
        ("gap", "difference, gap, a difference, a gap"),
        ("gap-of", "of"),
        ("factor", "a factor of, by a factor of, factor of"),
        ("times", "times, ×"),
        ("than", "than"),
        ("by", "by, per"),
        ("whose-parts", "of which, of whom"),
        ("ousted", "excluded, removed, dropped, discarded, were excluded, were removed, were dropped, were discarded"),
        (
            "out-of",
            "of, of the, from, from the, from an original, from an initial, of an original, of an initial, of our, of these",
        ),
        ("leaving", "leaving, which left, which leaves, leaves, which gives, resulting in, yielding"),
        ("median", "median, medians"),
        ("middle-half", "iqr, interquartile range, inter-quartile range"),
    ],
    apart: "among, including, include, includes, included, whom, which, them, these, those, each, per, average, \
            averaging, respectively, with, without, while, whereas, but, who, where, when, than, only, another, \
            additional, further, excluding, except, at least, or",
    and: "and, &, as well as",
    in_names: "of, the, de, della, van, von, der, den, di, du, la, le, al, bin, ibn, el, da, dos, e",
    groups: &[
        Group {
            unless: "not, never, no, if, would, could, should, might, may, will, again, reopened, re-opened, second, second \
                     time, or, either, not yet, supposedly, probably, perhaps, allegedly, said, claims, claimed, according, \
                     \", “, ”, «, », ?",
            frames: &[
                (Says::Once("birth"), Link::Presumed, "{what:name} was born [ in|at ..2 ]? on|in {on:date}"),
                (Says::Once("death"), Link::Presumed, "{what:name} died [ in|at ..2 ]? on|in {on:date}"),
                (Says::Once("death"), Link::Presumed, "{what:name} was born ..5 and died ..3 on|in {on:date}"),
                (Says::Once("opening"), Link::Presumed, "{what:name} was officially|formally? opened on|in {on:date}"),
                (Says::Once("inauguration"), Link::Presumed, "{what:name} was inaugurated on|in {on:date}"),
                (Says::Once("founding"), Link::Presumed, "{what:name} was founded|established on|in {on:date}"),
                (Says::Once("entry into force"), Link::Presumed, "{what:name} entered into force on|in {on:date}"),
                (Says::Once("signing"), Link::Presumed, "the {what:word} of|at {what:name} was signed on|in {on:date}"),
                (
                    Says::Once("opening"),
                    Link::Presumed,
                    "the {what:word} of|at|in {what:name} was officially|formally? opened on|in {on:date}",
                ),
                (
                    Says::Once("founding"),
                    Link::Presumed,
                    "the {what:word} of|at|in {what:name} was founded|established on|in {on:date}",
                ),
                (Says::Acted, Link::Presumed, "^ on|in {on:date} ,? {who:name} @acted"),
                (Says::Acted, Link::Presumed, "^ {who:name} @acted ..6 on|in {on:date} $"),
            ],
        },
        Group {
            unless: "weighted, weighting, adjusted, imputed",
            frames: &[
                (
                    Says::Share,
                    Link::Stated,
                    "of|among @det? ..1 {whole:count} ..5 [ @whose ..6 ]? , @only? {part:count} ..3 ( {share:percent} ) \
                     [ ..5 ,|;|and and? {part:count} ..3 ( {share:percent} ) ]*",
                ),
                (
                    Says::Share,
                    Link::Presumed,
                    "of|among @det? {whole:count} ..6 ,? ..3 ( n? =? {part:count} ..2 ,|; {share:percent} )",
                ),
                (
                    Says::Share,
                    Link::Presumed,
                    "{whole:count} ..6 ,? @of-whom @only? {part:count} ..3 ( {share:percent} ) \
                     [ ..5 ,|;|and and? {part:count} ..3 ( {share:percent} ) ]*",
                ),
                (
                    Says::Share,
                    Link::Presumed,
                    "{whole:count} ..5 , @only? {part:count} ..1 @of-whom ..2 ( {share:percent} )",
                ),
                (Says::Share, Link::Presumed, "{whole:count} ..5 ,|;|and {part:count} of them ..2 ( {share:percent} )"),
                (
                    Says::Share,
                    Link::Presumed,
                    "{whole:count} ..4 with {part:count} ( {share:percent} ) [ ..6 ,|and and? {part:count} ( {share:percent} ) ]*",
                ),
                (Says::Share, Link::Presumed, "{whole:count} ..3 ( {part:count} @gender ,|; {share:percent} )"),
                (
                    Says::Share,
                    Link::Presumed,
                    "@asked ..2 {whole:count} ..6 ,? ..4 {part:count} ..6 ,|( ..5 @rate of|was|:? {share:percent}",
                ),
                (Says::Share, Link::Stated, "{part:count} ( {share:percent} ) of|out_of @det? {whole:count}"),
                (
                    Says::Share,
                    Link::Stated,
                    "{share:percent} @open n? =? {part:count} of|out_of|/ @det? {whole:count} ..2 @close",
                ),
                (
                    Says::Share,
                    Link::Stated,
                    "( n? =? {part:count} of|out_of|/ @det? {whole:count} ..2 ,|; {share:percent} )",
                ),
                (Says::Share, Link::Stated, "{share:percent} ( n? =? {part:count} ) of @det? {whole:count}"),
                (
                    Says::Share,
                    Link::Presumed,
                    "{share:percent} of|out_of @det? {whole:count} ..4 ( n? =? {part:count} )",
                ),
                (Says::Share, Link::Stated, "{part:count} of|out_of @det? {whole:count} ..3 ( {share:percent} @close"),
                // "140/90 mmHg (65%)", "24/7 (85%)" are no such thing.
                (Says::Share, Link::Presumed, "{part:count} / {whole:count} ..2 @open {share:percent} @close"),
                (
                    Says::Share,
                    Link::Stated,
                    "{part:count} of|out_of @det? {whole:count} ..3 , @that-is {share:percent}",
                ),
                (Says::Share, Link::Presumed, "{part:count} of|out_of @det? {whole:count} ..8 ( {share:percent} )"),
                (Says::Share, Link::Stated, "{part:count} ..3 ( {share:percent} of|out_of @det? {whole:count} ..3 )"),
                (Says::Share, Link::Stated, "{share:percent} ..4 ( {part:count} of|out_of @det? {whole:count} ..3 )"),
            ],
        },
        Group {
            unless: "times, average, mean, median",
            frames: &[
                (Says::Part, Link::Presumed, "^ of @det? {whole:count} ..4 , {part:count} @did"),
                (Says::Part, Link::Presumed, "{part:count} of|out_of the|these|those {whole:count}"),
            ],
        },
        Group {
            unless: "e.g., for example, for instance, such as, among others, at least, more than one, multiple, overlap, \
                     overlapping, both, each, every, per, respectively, between",
            frames: &[
                (
                    Says::Sum,
                    Link::Stated,
                    "{whole:count} ..6 :|– {part:count} @in ..6 [ , {part:count} @in ..6 ]* ,? and {part:count} @in ..6 $",
                ),
                (
                    Says::Sum,
                    Link::Stated,
                    "{whole:money} ..4 : {part:same} for|in|to|from ..6 [ , {part:same} for|in|to|from ..6 ]* ,? \
                     and {part:same} for|in|to|from ..6 $",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{whole:count} ..4 ( {part:count} @in ..5 [ ,|; {part:count} @in ..5 ]* ,? and {part:count} @in ..5 )",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "of @det? {whole:count} ..4 , {part:count} ..2 @partition ..4 [ , {part:count} ..2 @partition ..4 ]+ \
                     ,? and {part:count} ..2 @partition ..6 $",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "of @det? {whole:count} ..4 , {part:count} ..2 @partition ..4 and {part:count} ..2 @partition ..4 $",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{whole:count} ..3 ( {part:count} @gender [ ,|;|and and? {part:count} @gender ]+ )",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{whole:count} ..5 :|– {part:count} ..4 [ ,|; {part:count} ..4 ]* ,|;? and {part:count} ..4 $",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{whole:count} ..4 )? @consists {part:count} ..4 [ , {part:count} ..4 ]* ,? and {part:count} ..4 $",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{whole:money} ..4 @consists {part:same} ..5 [ , {part:same} ..5 ]* ,? and {part:same} ..6 $",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{whole:count} ..4 @assigned ..4 ( n = {part:count} ) [ ,? ..5 ( n = {part:count} ) ]* \
                     ,? and|or ..5 ( n = {part:count} )",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{part:count} ..3 [ , {part:count} ..3 ]* ,? and {part:count} ..3 ,|( @total {whole:count}",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{part:count} ..3 [ , {part:count} ..3 ]* ,? and {part:count} ..3 ,|( {whole:count} ..2 @in-all",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "after @exclusion {part:count} of|from @det? {whole:count} ..3 , {part:count} ..3 remained|remain|left",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "of|from @det? {whole:count} ..5 , {part:count} were @excluded ..6 ,? leaving {part:count}",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{whole:count} ..4 ,|: {part:count} @gender [ , {part:count} @gender ]* ,? and {part:count} @gender $",
                ),
            ],
        },
        Group {
            unless: "multiple, respondents could, more than one, overlap, overlapping, both",
            frames: &[
                (
                    Says::Hundred,
                    Link::Stated,
                    "@gives {part:percent} to|for|on ..5 [ , {part:percent} to|for|on ..5 ]* ,? \
                     and {part:percent} to|for|on",
                ),
                (
                    Says::Hundred,
                    Link::Presumed,
                    "@consists {part:percent} ..5 [ , {part:percent} ..5 ]* ,? and {part:percent}",
                ),
                (
                    Says::WholeHundred,
                    Link::Presumed,
                    "{part:percent} ..6 [ , and? {part:percent} ..6 ]* ,? and the remaining|rest|other {part:percent}",
                ),
                (
                    Says::Hundred,
                    Link::Presumed,
                    "{part:percent} ..2 @came from ..4 [ , {part:percent} ..1 from ..4 ]* ,? and {part:percent} ..1 from",
                ),
                (
                    Says::Hundred,
                    Link::Presumed,
                    "{part:percent} ..3 @opinion ..2 [ , {part:percent} ..2 @opinion ..2 ]* ,? and {part:percent} ..2 @opinion",
                ),
            ],
        },
        Group {
            unless: "accuracy, accuracies, error, errors, loss, precision, recall, score, scores, performance, achieved, achieves, achieve, reached, rate, rates, agreement, correct, correctly, improvement, each, both, overlap, overlapping, more than one",
            frames: DIVIDED,
        },
        Group { unless: "", frames: MEANS },
        Group { unless: "", frames: REMAINS },
        Group { unless: "", frames: MEDIANS },
        Group {
            unless: "real terms, in real, per year, a year, per annum, each year, annually, annual, average, averaging, \
                     per capita, inflation, adjusted, respectively, compound, seasonally, relative, more than doubled, \
                     more than doubles, more than doubling, more than tripled, more than triples, less than half",
            frames: &[
                (
                    Says::Growth,
                    Link::Stated,
                    "from {from:number} ..5 to {to:same} ..5 ,? a|an @increase of|by {growth:rate}",
                ),
                (
                    Says::Decline,
                    Link::Stated,
                    "from {from:number} ..5 to {to:same} ..5 ,? a|an @decrease of|by {growth:rate}",
                ),
                (
                    Says::Growth,
                    Link::Stated,
                    "from {from:number} ..5 to {to:same} ..5 ,? or? a|an {growth:rate} @increase",
                ),
                (
                    Says::Decline,
                    Link::Stated,
                    "from {from:number} ..5 to {to:same} ..5 ,? or? a|an {growth:rate} @decrease",
                ),
                (
                    Says::Growth,
                    Link::Presumed,
                    "from {from:number} ..5 to {to:same} ..5 , @equals a|an {growth:rate} @increase",
                ),
                (
                    Says::Growth,
                    Link::Presumed,
                    "from {from:number} ..5 to {to:same} ..5 , @equals a|an? @increase of {growth:rate}",
                ),
                (
                    Says::Decline,
                    Link::Presumed,
                    "from {from:number} ..5 to {to:same} ..5 , @equals a|an? @decrease of {growth:rate}",
                ),
                (
                    Says::Growth,
                    Link::Presumed,
                    "@rose to {to:number} ..4 from {from:same} ..4 , a|an @increase of|by {growth:rate}",
                ),
                (
                    Says::Decline,
                    Link::Presumed,
                    "@fell to {to:number} ..4 from {from:same} ..4 , a|an @decrease of|by {growth:rate}",
                ),
                (
                    Says::Decline,
                    Link::Presumed,
                    "from {from:number} ..5 to {to:same} ..5 , @equals a|an {growth:rate} @decrease",
                ),
                (
                    Says::Growth,
                    Link::Presumed,
                    "@rose ..4 from {from:number} ..5 to {to:same} ..4 ( @plus? {growth:rate} )",
                ),
                (Says::Growth, Link::Presumed, "@rose ..4 from {from:number} ..5 to {to:same} ..4 , up {growth:rate}"),
                // "to £50m, or 3.1% of GDP" is no growth.
                (
                    Says::Growth,
                    Link::Presumed,
                    "@rose ..4 from {from:number} ..5 to {to:same} ..4 , or {growth:rate} $",
                ),
                (Says::Growth, Link::Presumed, "@rose ..4 from {from:number} ..5 to {to:same} ..4 , {growth:rate} $"),
                (
                    Says::Decline,
                    Link::Presumed,
                    "@fell ..4 from {from:number} ..5 to {to:same} ..4 ( @minus? {growth:rate} )",
                ),
                (
                    Says::Decline,
                    Link::Presumed,
                    "@fell ..4 from {from:number} ..5 to {to:same} ..4 , down {growth:rate}",
                ),
                (
                    Says::Decline,
                    Link::Presumed,
                    "@fell ..4 from {from:number} ..5 to {to:same} ..4 , or {growth:rate} $",
                ),
                (Says::Growth, Link::Stated, "@rose by? {growth:rate} ,? from {from:number} ..5 to {to:same}"),
                (Says::Decline, Link::Stated, "@fell by? {growth:rate} ,? from {from:number} ..5 to {to:same}"),
                (Says::Growth, Link::Stated, "a|an {growth:rate} @increase ,? from {from:number} ..5 to {to:same}"),
                (Says::Decline, Link::Stated, "a|an {growth:rate} @decrease ,? from {from:number} ..5 to {to:same}"),
                (
                    Says::Multiplied("60..160%"),
                    Link::Presumed,
                    "doubles|doubled|doubling|twofold|two-fold ..5 ( {to:number} vs|versus|compared_with|compared_to|against .? {from:same} )",
                ),
                (
                    Says::Multiplied("140..270%"),
                    Link::Presumed,
                    "triples|tripled|tripling|trebles|trebled|threefold|three-fold ..5 ( {to:number} vs|versus|compared_with|compared_to|against .? {from:same} )",
                ),
                (
                    Says::Multiplied("-62..-35%"),
                    Link::Presumed,
                    "halves|halved|halving ..5 ( {to:number} vs|versus|compared_with|compared_to|against .? {from:same} )",
                ),
                (Says::Multiplied("~100%"), Link::Presumed, "doubled ..3 from {from:number} ..4 to {to:same}"),
                (Says::Multiplied("~200%"), Link::Presumed, "tripled|trebled ..3 from {from:number} ..4 to {to:same}"),
                (Says::Multiplied("~300%"), Link::Presumed, "quadrupled ..3 from {from:number} ..4 to {to:same}"),
                (Says::Multiplied("~-50%"), Link::Presumed, "halved ..3 from {from:number} ..4 to {to:same}"),
            ],
        },
        Group {
            unless: "rank, ranks, ranked, ranking, place, position, division, grade, level, stage, phase, p-value, ph, per, a day, a week, a month, a year",
            frames: CHANGES,
        },
        Group {
            unless: "further, additional, other, another, remaining",
            frames: &[
                (Says::Counts, Link::Presumed, "the|all|our|these|those {count:count} {what:word} @behind"),
                (Says::Counts, Link::Presumed, "@surveyed ..2 {count:count} {what:word} @behind"),
            ],
        },
        Group {
            unless: "today, in today's, adjusted, inflation",
            frames: &[(Says::Equals, Link::Stated, "{value:money} ( @about? {equals:money} )")],
        },
        Group {
            unless: "not, or, about, nearly, almost, either, if, would",
            frames: &[
                (
                    Says::Age,
                    Link::Presumed,
                    "{on:date} ..8 ,? born ..3 {from:date} ,? ..1 {age:number} year|years? old",
                ),
                (
                    Says::Age,
                    Link::Presumed,
                    "born ..4 {from:date} [ ..6 , ]? ..8 {on:date} ,? aged|at_age|at_the_age_of|when_he_was|when_she_was {age:count}",
                ),
            ],
        },
        Group {
            unless: "back, backwards, level, levels, compared",
            frames: &[
                (Says::Stretch, Link::Presumed, "@lasted ..5 {from:since} to|until|till|through? {until:date}"),
                (Says::Stretch, Link::Presumed, "@lasted ..5 between {from:date} and {until:date}"),
                (Says::Lasting, Link::Stated, "@lasted ..5 {span:span}"),
            ],
        },
        Group {
            unless: "not, never, no, nor, neither, if, unless, whether, until, before, would, could, should, might, may, will, \
                     shall, must, cannot, had, suppose, imagine, hypothetical, hypothetically, scenario, fictional, novel, \
                     game, wants, wanted, want, hope, hopes, hoped, wish, wishes, apply, applied, applies, plan, plans, \
                     planned, bid, aspires, aspiration, possible, possibility, potential, prospect, prospective, future, \
                     eventual, opposed, opposes, oppose, prevent, prevented, block, blocked, refused, rejected, denied, \
                     false, falsely, wrongly, myth, claim, claims, claimed, alleged, almost, nearly, \", “, ”, «, », ?",
            frames: &[
                (
                    Says::JoinedOn,
                    Link::Stated,
                    "^ [ ..4 , ]? the? {who:state} [ ,|and|,_and the? {who:state} ]* @joined the? {body:body} \
                     [ ( ..1 ) ]? in|on {on:date}",
                ),
                (
                    Says::JoinedOn,
                    Link::Stated,
                    "@whence the? {who:state} [ ,|and|,_and the? {who:state} ]* @joined the? {body:body} [ ( ..1 ) ]? \
                     in|on {on:date}",
                ),
                (
                    Says::JoinedOn,
                    Link::Stated,
                    "^ in|on {on:date} ,? the? {who:state} [ ,|and|,_and the? {who:state} ]* @joined the? {body:body} \
                     [ ( ..1 ) ]? @stop",
                ),
                (
                    Says::JoinedOn,
                    Link::Stated,
                    "@after the? @accession of the? {who:state} [ ,|and|,_and the? {who:state} ]* to|into the? {body:body} \
                     [ ( ..1 ) ]? in|on {on:date}",
                ),
                (
                    Says::Joined,
                    Link::Presumed,
                    "^ [ ..4 , ]? the? {who:state} [ ,|and|,_and the? {who:state} ]* @joined the? {body:body} \
                     [ ( ..1 ) ]? @stop",
                ),
                (
                    Says::Joined,
                    Link::Presumed,
                    "@whence the? {who:state} [ ,|and|,_and the? {who:state} ]* @joined the? {body:body} [ ( ..1 ) ]? @stop",
                ),
                (
                    Says::Joined,
                    Link::Presumed,
                    "@after the? @accession of the? {who:state} [ ,|and|,_and the? {who:state} ]* to|into the? {body:body} \
                     [ ( ..1 ) ]? @pause",
                ),
                (
                    Says::Joined,
                    Link::Presumed,
                    "@after {who:state's} @accession to|into|in the? {body:body} [ ( ..1 ) ]? @pause",
                ),
            ],
        },
        Group {
            unless: "not, never, no, if, compared, comparison, like, unlike, versus, than, analogous, resembles, similar, \
                     anniversary, commemorated, imagine, novel, fictional, \", “, ”, «, », ?",
            frames: &[
                (Says::Within, Link::Presumed, "{event:event} in|during the? {era:era} @pause"),
                (Says::Dated, Link::Presumed, "^ the? {event:event} in|on {on:date}"),
                (Says::Dated, Link::Presumed, "@after the? {event:event} in|on {on:date}"),
            ],
        },
        Group {
            unless: "e.g., for example, including, among others, initially, at first, etc",
            frames: &[
                (
                    Says::Named,
                    Link::Presumed,
                    "^ its|their|our|the|his|her {stated:count} @members were|are|: {named:names} $",
                ),
                (Says::Named, Link::Presumed, "{stated:count} @members ( {named:names} )"),
            ],
        },
        Group {
            unless: "including, such as, for example, e.g, etc, among, …, at least, or more, more than, up to, other, \
                     another, respectively, first, last, each, per, times",
            frames: LISTS,
        },
    ],
};
