//! What is wrong with a paper as a whole: findings of one kind, told in a sentence.

use rustc_hash::FxHashSet;

use super::Outcome;
use super::counts::unknown;
use crate::finding::Finding;
use crate::text::counted;

/// Up to so many causes are told.
const TOLD: usize = 6;

/// Rules whose findings have one cause, what is counted of them, and what is said of one and of many.
struct Cause {
    rules: &'static [&'static str],
    counts: Counts,
    said: [&'static str; 2],
}

/// What a cause counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counts {
    /// The sources that its findings are about.
    Sources,
    /// Its findings.
    Findings,
}

const CAUSES: &[Cause] = &[
    Cause {
        rules: &["source-predates-event", "url-date-disagrees", "title-names-later-event", "accessed-before-issued"],
        counts: Counts::Sources,
        said: [
            "has a date that its address, its title or what it is cited for speaks against",
            "have dates that their addresses, their titles or what they are cited for speak against",
        ],
    },
    Cause {
        rules: &["unresolved-citation"],
        counts: Counts::Findings,
        said: ["citation names no work that is listed", "citations name no work that is listed"],
    },
    Cause {
        rules: &["ambiguous-citation", "confusable-citations", "same-work-two-dates", "duplicate-source"],
        counts: Counts::Findings,
        said: [
            "time it is not clear which source is meant, or one work is listed twice",
            "times it is not clear which source is meant, or one work is listed twice",
        ],
    },
    Cause {
        rules: &[
            "date-conflict",
            "order-conflict",
            "effect-before-cause",
            "circular-cause",
            "gap-mismatch",
            "inverted-interval",
            "stage-out-of-order",
        ],
        counts: Counts::Findings,
        said: [
            "time the dates and the order of events cannot all be right",
            "times the dates and the order of events cannot all be right",
        ],
    },
    Cause {
        rules: &[
            "contradiction",
            "functional-conflict",
            "disjoint-relations",
            "asymmetry-broken",
            "reflexive-relation",
            "roll-seats-exceeded",
            "planned-and-done",
        ],
        counts: Counts::Findings,
        said: ["pair of statements contradict each other", "pairs of statements contradict each other"],
    },
    Cause {
        rules: &["anachronistic-name", "outside-lifetime", "outside-term", "not-on-roll", "event-after-paper"],
        counts: Counts::Findings,
        said: [
            "time somebody or something is named for a time at which it was not there",
            "times somebody or something is named for a time at which it was not there",
        ],
    },
    Cause {
        rules: &[
            "quantity-conflict",
            "part-exceeds-whole",
            "parts-do-not-sum",
            "share-mismatch",
            "implied-rate-conflict",
            "growth-mismatch",
            "unit-mismatch",
            "equation-mismatch",
            "table-share-mismatch",
            "table-total-mismatch",
            "impossible-stretch",
        ],
        counts: Counts::Findings,
        said: ["time numbers do not fit one another", "times numbers do not fit one another"],
    },
    Cause {
        rules: &[
            "p-value-mismatch",
            "degrees-of-freedom-mismatch",
            "impossible-mean",
            "impossible-deviation",
            "impossible-percentage",
            "estimate-outside-interval",
            "lopsided-interval",
            "interval-against-p-value",
        ],
        counts: Counts::Findings,
        said: ["statistic cannot be as it is printed", "statistics cannot be as they are printed"],
    },
    Cause {
        rules: &["claim-against-source", "quote-not-in-source", "source-does-not-say"],
        counts: Counts::Findings,
        said: ["statement is not what its source says", "statements are not what their sources say"],
    },
    Cause {
        rules: &["retracted-source", "issued-in-future"],
        counts: Counts::Sources,
        said: ["is retracted or has not appeared", "are retracted or have not appeared"],
    },
    Cause {
        rules: &["unchecked-claim"],
        counts: Counts::Findings,
        said: ["statement is confirmed by nobody", "statements are confirmed by nobody"],
    },
    Cause {
        rules: &["uncited-source"],
        counts: Counts::Findings,
        said: ["listed source is cited nowhere", "listed sources are cited nowhere"],
    },
    Cause {
        rules: &["dangling-reference"],
        counts: Counts::Findings,
        said: ["cross-reference leads nowhere", "cross-references lead nowhere"],
    },
    Cause {
        rules: &["uncited-claim"],
        counts: Counts::Findings,
        said: ["statement has no source", "statements have no source"],
    },
    Cause {
        rules: &["name-variant"],
        counts: Counts::Findings,
        said: ["name is spelt in two ways", "names are spelt in two ways"],
    },
    Cause {
        rules: &["wrong-weekday", "impossible-date"],
        counts: Counts::Findings,
        said: ["date is not in the calendar", "dates are not in the calendar"],
    },
];

/// What is wrong in sentences, that which is gravest and most in front.
pub(super) fn causes(outcome: &Outcome<'_>) -> Vec<String> {
    let told = |cause: &Cause| {
        let found: Vec<&Finding> = unknown(outcome.report).filter(|it| cause.rules.contains(&it.rule)).collect();
        let worst = found.iter().map(|finding| finding.level).max()?;
        let of_worst = found.iter().filter(|finding| finding.level == worst).count();
        Some(((worst, of_worst, found.len()), sentence(outcome, cause, &found)?))
    };
    let mut told: Vec<_> = CAUSES.iter().filter_map(told).collect();
    told.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    told.into_iter().take(TOLD).map(|(_, sentence)| sentence).collect()
}

/// The cause of findings in a sentence; `None` where it counts sources, and they are of none: a note on dated
/// sentences.
fn sentence(outcome: &Outcome<'_>, cause: &Cause, found: &[&Finding]) -> Option<String> {
    let many = |count: usize| cause.said[usize::from(count != 1)];
    if cause.counts == Counts::Findings {
        return Some(format!("{} {}", found.len(), many(found.len())));
    }
    let of_sources = |finding: &&&Finding| finding.subjects.iter().any(|subject| subject.kind == "source");
    let findings = found.iter().filter(of_sources).count();
    let subjects = found.iter().flat_map(|finding| &finding.subjects);
    let sources: FxHashSet<&str> =
        subjects.filter(|subject| subject.kind == "source").map(|subject| subject.id.as_str()).collect();
    let (count, all) = (sources.len(), counted(outcome.own_sources(), "source"));
    (count > 0).then(|| format!("{count} of {all} {} ({})", many(count), counted(findings, "finding")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Level;
    use crate::rules::ALL;

    #[test]
    fn every_error_of_a_paper_has_one_cause() {
        let causes = |rule: &str| CAUSES.iter().filter(|cause| cause.rules.contains(&rule)).count();
        for rule in ALL.iter().filter(|rule| rule.level == Level::Error && rule.family != "dossier") {
            assert_eq!(causes(rule.name), 1, "{}", rule.name);
        }
        let known = |rule: &str| ALL.iter().any(|it| it.name == rule);
        assert!(CAUSES.iter().flat_map(|cause| cause.rules).all(|rule| known(rule)));
    }
}
