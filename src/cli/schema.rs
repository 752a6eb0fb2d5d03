//! `gainsay schema`: the form of a dossier, for editors.

use std::io::Write;

use super::Refusal;
use crate::report::Schema;

/// What `gainsay schema` is asked.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
An editor that knows TOML (Tombi, Taplo) completes and checks a file whose first line names its schema:

  #:schema ./dossier.schema.json

The schema is the form of the records: their tables and keys, and what each key takes. Whether dates are dates, names name \
a record and claims hold, `gainsay check` says.

Examples:
  gainsay schema > claims/dossier.schema.json")]
pub(super) struct SchemaArgs {}

/// Prints the schema.
pub(super) fn run(_: &SchemaArgs, out: &mut impl Write) -> Result<u8, Refusal> {
    write!(out, "{Schema}")?;
    Ok(0)
}
