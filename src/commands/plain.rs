//! The activities as lines: the console over standard input and output.

use std::io::{BufRead, IsTerminal as _, Write, stderr, stdin, stdout};

use super::timed_lines::TimedLines;
use super::{Ended, environment, output};
use crate::cli::Global;
use crate::course::Course;
use crate::plain::{Console, Outcome, PlainError, Session};
use crate::study::time::Clock;

/// Runs `activity` at the console, for the learner that the options name. With `json` the talk goes to standard error, so
/// that standard output is the result alone.
///
/// # Errors
/// When progress cannot be opened, and whatever hindered the activity.
pub(super) fn run(
    global: &Global,
    course: &Course,
    json: bool,
    activity: impl FnOnce(Session<'_>) -> Result<Outcome, PlainError>,
) -> anyhow::Result<Outcome> {
    run_on(Box::new(stdin().lock()), global, course, (json, activity))
}

/// The same for an activity that looks at something else while nothing is typed.
///
/// # Errors
/// As [`run`], and when no more threads can be had.
pub(super) fn run_ticking(
    global: &Global,
    course: &Course,
    json: bool,
    activity: impl FnOnce(Session<'_>) -> Result<Outcome, PlainError>,
) -> anyhow::Result<Outcome> {
    run_on(Box::new(TimedLines::of_stdin()?), global, course, (json, activity))
}

fn run_on(
    mut input: Box<dyn BufRead>,
    global: &Global,
    course: &Course,
    (json, activity): (bool, impl FnOnce(Session<'_>) -> Result<Outcome, PlainError>),
) -> anyhow::Result<Outcome> {
    let mut store = environment::store(global, course)?;
    let day_start = environment::study_clock(global).day_start;
    let clock = || Clock { day_start, ..environment::clock() };
    let mut talk: Box<dyn Write> = if json { Box::new(output::talk()) } else { Box::new(output::results()) };
    let mut result = output::json_results();
    let console = Console::new(&mut *input, &mut *talk, &mut result);
    let seen = if json { stderr().is_terminal() } else { stdout().is_terminal() };
    let console = if seen { console } else { console.unwrapped() };
    let outcome = activity(Session { course, store: &mut store, clock: &clock, seed: global.seed, console })?;
    drop(store);
    environment::back_up(&environment::data_folder(global)?);
    Ok(outcome)
}

/// Leaving is an end like any other, but for a quiz that a pass mark was set for.
pub(super) fn ended(outcome: Outcome, pass: Option<u32>) -> Ended {
    match (outcome, pass) {
        (Outcome::Scored { percent }, Some(pass)) if percent < pass => Ended::Failed,
        (Outcome::Left, Some(_)) => Ended::Failed,
        _ => Ended::Done,
    }
}
