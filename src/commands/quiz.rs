//! `ninetracks quiz`: a scored quiz.

mod placement;

use std::io::Write as _;

use super::{Ended, app, environment, output, plain};
use crate::cli::{Global, QuizArgs};
use crate::course::Course;
use crate::pages::words::pass_verdict;
use crate::plain::{Outcome, Session};
use crate::study::quiz::{Mode, PaperSpec};
use crate::ui::effect::Place;
use crate::ui::overview::USUAL_LENGTH;

/// # Errors
/// When there is no such lesson, or the quiz cannot be shown.
pub(super) fn run(global: &Global, args: &QuizArgs) -> anyhow::Result<Ended> {
    let course = environment::course(global)?;
    if args.placement {
        return placement::run(global, course, args);
    }
    let spec = spec(global, &course, args)?;
    if environment::is_plain(global) {
        let quiz = |session: Session<'_>| crate::plain::quiz(session, spec, args.json);
        let outcome = plain::run(global, &course, args.json, quiz)?;
        if let (Outcome::Scored { percent }, Some(needed)) = (outcome, args.pass) {
            let verdict = pass_verdict(percent, needed);
            if args.json { writeln!(output::talk(), "{verdict}")? } else { writeln!(output::results(), "{verdict}")? }
        }
        return Ok(plain::ended(outcome, args.pass));
    }
    let chosen = args.length.is_some() || args.exam || args.limit.is_some();
    let place = if chosen { Place::Quiz(spec) } else { Place::QuizSetup { lessons: spec.lessons } };
    app::open_with_mark(global, course, place, args.pass)
}

fn spec(global: &Global, course: &Course, args: &QuizArgs) -> anyhow::Result<PaperSpec> {
    let lessons = args.lessons.iter().map(|l| environment::lesson(course, l)).collect::<anyhow::Result<_>>()?;
    Ok(PaperSpec {
        lessons,
        length: args.length.map_or(USUAL_LENGTH, usize::from),
        seed: environment::seed(global),
        mode: if args.exam { Mode::Exam } else { Mode::Practice },
        limit_s: args.limit.map(|minutes| minutes * 60),
        only: Vec::new(),
    })
}
