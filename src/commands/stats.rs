//! `ninetracks stats`: progress in figures.

use super::{Ended, environment, output, plain};
use crate::cli::Global;
use crate::plain::{past_quiz, statistics};
use crate::store::progress::Progress;

/// # Errors
/// When progress cannot be read.
pub(super) fn run(global: &Global, as_json: bool) -> anyhow::Result<Ended> {
    let course = environment::course(global)?;
    let progress = Progress::load(&environment::store(global, &course)?, &course, &environment::study_clock(global))?;
    if as_json {
        output::json(&progress)?;
    } else {
        plain::run(global, &course, false, |session| statistics(session, &progress))?;
    }
    Ok(Ended::Done)
}

/// What came of the quiz with this number.
///
/// # Errors
/// When there is none, or progress cannot be read.
pub(super) fn quiz(global: &Global, number: usize, as_json: bool) -> anyhow::Result<Ended> {
    let course = environment::course(global)?;
    plain::run(global, &course, as_json, |session| past_quiz(session, number, as_json))?;
    Ok(Ended::Done)
}
