//! `ninetracks quiz --placement`: the test before the course, the test after it, and both side by side.

use std::collections::HashMap;
use std::io::Write as _;

use super::super::{Ended, app, environment, output, plain};
use crate::cli::{Global, QuizArgs};
use crate::course::Course;
use crate::course::model::Id;
use crate::plain::Session;
use crate::store::{Run, RunEnd, Store, StoreError};
use crate::study::placement::{self, Gain, PairOutcome};
use crate::study::quiz::PaperSpec;
use crate::ui::effect::Place;

/// Tests that a learner has finished, oldest first.
struct Taken {
    before: Option<Run>,
    after: Option<Run>,
}

/// # Errors
/// When the course keeps no questions in reserve, or progress cannot be read.
pub(super) fn run(global: &Global, course: Course, args: &QuizArgs) -> anyhow::Result<Ended> {
    let taken = Taken::read(&environment::store(global, &course)?, &course)?;
    let Some(spec) = next(&course, &taken, environment::seed(global)) else {
        compare(global, &course)?;
        return Ok(Ended::Done);
    };
    if spec.only.is_empty() {
        anyhow::bail!(
            "this course has no placement test. It needs questions with `reserve: true`, two or more in a lesson"
        );
    }
    if environment::is_plain(global) {
        let quiz = |session: Session<'_>| crate::plain::quiz(session, spec, args.json);
        let outcome = plain::run(global, &course, args.json, quiz)?;
        if !args.json {
            compare(global, &course)?;
        }
        return Ok(plain::ended(outcome, args.pass));
    }
    app::open_in(global, course, Place::Quiz(spec))
}

/// The test that comes next; `None` when both were taken.
fn next(course: &Course, taken: &Taken, seed: u64) -> Option<PaperSpec> {
    match (&taken.before, &taken.after) {
        (None, _) => Some(placement::before(course, seed)),
        (Some(before), None) => Some(placement::after(course, before.paper.seed)),
        (Some(_), Some(_)) => None,
    }
}

/// Both results and the gain, when both tests were taken.
fn compare(global: &Global, course: &Course) -> anyhow::Result<()> {
    let store = environment::store(global, course)?;
    if let Taken { before: Some(before), after: Some(after) } = Taken::read(&store, course)? {
        let (first, second) = (right(&store, &before)?, right(&store, &after)?);
        let both = placement::pairs(course, before.paper.seed).into_iter();
        let outcome = |(a, b): (Id, Id)| -> Option<PairOutcome> { Some((*first.get(&a)?, *second.get(&b)?)) };
        if let Some(gain) = Gain::of(&both.filter_map(outcome).collect::<Vec<_>>()) {
            for line in gain.words() {
                writeln!(output::results(), "{line}")?;
            }
        }
    }
    Ok(())
}

/// Whether each question of a test was answered fully right; one without an answer was not.
fn right(store: &Store, run: &Run) -> Result<HashMap<Id, bool>, StoreError> {
    let answers = store.answers(run.id)?;
    let is_right =
        |id: &Id| answers.iter().rev().find(|a| &a.question == id).is_some_and(|a| a.score.points + 1e-9 >= a.score.of);
    Ok(run.paper.only.iter().map(|id| (id.clone(), is_right(id))).collect())
}

impl Taken {
    fn read(store: &Store, course: &Course) -> Result<Self, StoreError> {
        let is_done = |run: &Run| matches!(run.end, RunEnd::Finished(_)) && placement::is_placement(course, &run.paper);
        let mut runs: Vec<Run> = store.runs(usize::MAX)?.into_iter().filter(is_done).collect();
        let before = runs.pop();
        let asks =
            |run: &Run| before.as_ref().is_some_and(|b| run.paper.only.iter().all(|id| !b.paper.only.contains(id)));
        let after = runs.into_iter().rev().find(asks);
        Ok(Self { before, after })
    }
}
