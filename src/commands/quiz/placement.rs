//! `ninetracks quiz --placement`: the test before the course, the test after it, and both side by side.

use super::super::{Ended, app, environment, plain};
use crate::cli::{Global, QuizArgs};
use crate::course::Course;
use crate::plain::Session;
use crate::ui::effect::Place;

/// # Errors
/// When the course keeps no questions in reserve, or progress cannot be read.
pub(super) fn run(global: &Global, course: Course, args: &QuizArgs) -> anyhow::Result<Ended> {
    if !course.has_placement() {
        anyhow::bail!(
            "this course has no placement test. It needs questions with `reserve: true`, two or more in a lesson"
        );
    }
    if !environment::chooses_lines(global) {
        return app::open_in(global, course, Place::Placement);
    }
    let seed = environment::seed(global);
    let test = |session: Session<'_>| crate::plain::placement(session, seed, args.json);
    plain::run(global, &course, args.json, test).map(|outcome| plain::ended(outcome, None))
}
