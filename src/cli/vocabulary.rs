//! `gainsay vocabulary`: the relations that every dossier may use, in the dossier's own form.

use std::io::Write;

use super::{Refusal, similar_of};
use crate::VOCABULARY;
use crate::load;
use crate::model::{Dossier, Home};
use crate::text::Texts;

/// What `gainsay vocabulary` is asked.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A dossier adds relations of its own. One with the id of a relation here takes its place; where that promises less, or
the contrary, the rule `vocabulary-conflict` says so.

Examples:
  gainsay vocabulary                     all of it, as TOML
  gainsay vocabulary member-of ratified  these relations
  gainsay vocabulary > relations.toml    a first draft of relations of one's own")]
pub(super) struct VocabularyArgs {
    /// Relations, by their ids [default: all]
    #[arg(value_name = "RELATION")]
    relations: Vec<String>,
}

/// Prints the vocabulary, or some of its relations.
pub(super) fn run(args: &VocabularyArgs, out: &mut impl Write) -> Result<u8, Refusal> {
    if args.relations.is_empty() {
        write!(out, "{VOCABULARY}")?;
        return Ok(0);
    }
    let mut texts = Texts::default();
    let file = texts.add_own("<vocabulary>", VOCABULARY);
    let dossier: Dossier = load::read(&mut texts, &[(file, Home::Vocabulary)]);
    let ids: Vec<&str> = dossier.relations.iter().map(|relation| texts.read(relation.id)).collect();
    let mut records = Vec::new();
    for name in &args.relations {
        let row = ids.iter().position(|id| id == name).ok_or_else(|| Refusal::Unknown {
            name: name.clone(),
            among: "relation in the vocabulary called",
            near: similar_of(name, &ids),
        })?;
        // A comment above the next relation is not this one's.
        let record = texts.slice(load::record_around(&texts, dossier.relations[row].id.span));
        records.push(record.split("\n#").next().unwrap_or_default().trim_end());
    }
    writeln!(out, "{}", records.join("\n\n"))?;
    Ok(0)
}
