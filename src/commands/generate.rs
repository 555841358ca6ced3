//! `ninetracks completions`: made from the command line's own description.

use std::io::Write as _;

use clap::CommandFactory as _;

use super::{Ended, output};
use crate::cli::Cli;

/// # Errors
/// When standard output cannot be written.
pub(super) fn completions(shell: clap_complete::Shell) -> anyhow::Result<Ended> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "ninetracks", &mut script);
    output::results().write_all(&script)?;
    Ok(Ended::Done)
}
