//! `ninetracks stats`: progress in figures.

use std::io::Write as _;

use super::{Ended, environment, plain};
use crate::cli::Global;
use crate::plain::statistics;
use crate::store::progress::Progress;

/// # Errors
/// When progress cannot be read.
pub(super) fn run(global: &Global, as_json: bool) -> anyhow::Result<Ended> {
    let course = environment::course(global)?;
    let progress = Progress::load(&environment::store(global, &course)?, &course, &environment::clock())?;
    if as_json {
        writeln!(std::io::stdout().lock(), "{}", serde_json::to_string_pretty(&progress)?)?;
    } else {
        plain::run(global, &course, false, |session| statistics(session, &progress))?;
    }
    Ok(Ended::Done)
}
