//! A source that attests a claim speaks of what the claim says.
//!
//! # Why
//! A footnote looks the same whether or not its source has anything to say. What was read in another work, or
//! remembered, ends up behind the nearest citation.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette"
//! issued = "1998-06"
//!
//! [[event]]
//! id = "bridge-opened"
//!
//! [[event]]
//! id = "toll-abolished"
//!
//! [[evidence]]
//! source = "gazette"
//! says = { event = "bridge-opened", on = "1998-05-02" }
//!
//! [[claim]]
//! id = "toll"
//! cites = ["gazette"]
//! says = { event = "toll-abolished", on = "1998" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette"
//! issued = "1998-06"
//!
//! [[event]]
//! id = "bridge-opened"
//!
//! [[event]]
//! id = "toll-abolished"
//!
//! [[evidence]]
//! source = "gazette"
//! says = { event = "toll-abolished", before = "bridge-opened" }
//!
//! [[claim]]
//! id = "toll"
//! cites = ["gazette"]
//! says = { event = "toll-abolished", on = "1998" }
//! ```
//!
//! # When it stays silent
//! Nobody has written down what the source says: then the citation is counted as not checkable. The source names the
//! event, the two things of the relation or the quantity, whatever it says of them; whether that agrees is for other
//! rules. A source cited as background, as a definition or as disputing the claim need not say it. Of a claim that says
//! several things, each source has to speak of one, and of each thing one of its sources, where all have been read.
//!
//! Not found is not false: the page may say it in a passage that nobody wrote down. Hence a warning.

use crate::finding::{Finding, Level, Verdicts};
use crate::model::{Citation, Claim, ClaimId, Record, SourceId, Statement};
use crate::rules::Case;
use crate::text::listed;

use super::attested::{Mentions, Testimony, witnesses};

pub(crate) const RULE: &str = "source-does-not-say";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] =
    ["citation against what its source says", "citations against what their sources say"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let testimony = Testimony::new(case);
    let mentions = Mentions::new(case, &testimony);
    for (id, claim) in case.dossier.claims().filter(|(_, claim)| !claim.says.is_empty()) {
        let said = case.dossier.says(claim.says);
        let witnesses = witnesses(case, claim);
        let speaks = |source: SourceId, of: &Statement| mentions.speaks(case, source, of);
        let (mut silent, mut all_read) = (0, !witnesses.is_empty());
        for &(source, citation) in &witnesses {
            match () {
                () if !testimony.is_read(source) => verdicts.not_checkable("no evidence of the source", claim.id.span),
                () if testimony.of(source).is_empty() => {
                    verdicts.not_checkable("its evidence states nothing", claim.id.span);
                }
                () if said.iter().any(|statement| speaks(source, statement)) => {
                    let because = || format!("the evidence of {} speaks of it", case.name(source));
                    verdicts.fine(|| [citation.word.span], because);
                    continue;
                }
                () => {
                    verdicts.find(whole(case, (id, claim), (source, citation), &testimony));
                    silent += 1;
                    continue;
                }
            }
            all_read = false;
        }
        if !all_read || silent > 0 {
            continue;
        }
        let spoken_of = |statement: &&Statement| witnesses.iter().any(|(source, _)| speaks(*source, statement));
        for statement in said.iter().filter(|statement| !spoken_of(statement)) {
            verdicts.find(part(case, id, statement, &witnesses));
        }
    }
}

/// A source that says nothing of a claim.
fn whole(
    case: &Case<'_>,
    (id, claim): (ClaimId, &Claim),
    (source, citation): (SourceId, &Citation),
    testimony: &Testimony<'_>,
) -> Finding {
    let (name, cited) = (case.name(id), case.name(source));
    let said = case.dossier.says(claim.says);
    let mut topics: Vec<String> = said.iter().map(|statement| case.wording().subject(statement)).collect();
    topics.dedup();
    topics.truncate(3);
    let message = format!("nothing in the evidence of {cited} speaks of {}", listed(&topics, "and"));
    let mut finding = Finding::new(RULE, LEVEL, message, citation.word.span, format!("cited here for {name}"))
        .against(said[0].span, "what it is to attest")
        .help(format!("write down where {cited} says it, or cite what does"));
    for statement in testimony.of(source).iter().take(3) {
        finding = finding.against(statement.span, format!("it speaks of {}", case.wording().subject(statement)));
    }
    about(case, finding, id, source)
}

/// One thing of a claim that none of its sources speaks of.
fn part(case: &Case<'_>, id: ClaimId, statement: &Statement, witnesses: &[(SourceId, &Citation)]) -> Finding {
    let names: Vec<String> = witnesses.iter().map(|(source, _)| case.name(*source)).collect();
    let topic = case.wording().subject(statement);
    let name = case.name(id);
    let message = format!("nothing in the evidence of {} speaks of {topic}, which {name} says", listed(&names, "and"));
    let mut finding = Finding::new(RULE, LEVEL, message, statement.span, "none of its sources speaks of it")
        .help("write down where one of them says it, or cite what does")
        .value(case.in_ids().wording().subject(statement));
    for (_, citation) in witnesses {
        finding = finding.against(citation.word.span, "cited here");
    }
    witnesses.iter().fold(finding, |finding, (source, _)| about(case, finding, id, *source))
}

fn about(case: &Case<'_>, mut finding: Finding, claim: ClaimId, source: SourceId) -> Finding {
    for record in [Record::Claim(claim), Record::Source(source)] {
        let subject = case.dossier.subject(case.texts, record);
        if !finding.subjects.contains(&subject) {
            finding.subjects.push(subject);
        }
    }
    finding
}
