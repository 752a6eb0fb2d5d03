//! Parse arguments, run, exit code.

fn main() {
    // What a run has read is not freed piece by piece: the process ends here.
    std::process::exit(gainsay::cli::main(std::env::args_os()).into());
}
