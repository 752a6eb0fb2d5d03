//! `gainsay man`: the pages of the manual, for `man`.

use std::io::Write;

use super::{Refusal, similar_of};

/// What `gainsay man` is asked.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  gainsay man | man -l -
  gainsay man check > gainsay-check.1")]
pub(super) struct ManArgs {
    /// The command whose page is printed [default: the page of the program]
    command: Option<String>,
}

/// Prints a page of the manual, of the program or of one of its commands.
pub(super) fn run(args: &ManArgs, mut program: clap::Command, out: &mut impl Write) -> Result<u8, Refusal> {
    program.build();
    let Some(name) = &args.command else { return page(program, out) };
    let Some(command) = program.find_subcommand(name) else {
        let names: Vec<&str> = program.get_subcommands().map(clap::Command::get_name).collect();
        let near = similar_of(name, &names);
        return Err(Refusal::Unknown { name: name.clone(), among: "command", near });
    };
    let whole = format!("gainsay-{}", command.get_name());
    page(command.clone().display_name(whole), out)
}

fn page(command: clap::Command, out: &mut impl Write) -> Result<u8, Refusal> {
    let version = concat!("gainsay ", env!("CARGO_PKG_VERSION"));
    clap_mangen::Man::new(command).source(version).manual("gainsay").render(out)?;
    Ok(0)
}
