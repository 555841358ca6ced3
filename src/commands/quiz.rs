//! `ninetracks quiz`: a scored quiz.

mod at_home;
mod placement;

use anyhow::Context as _;

use super::{Ended, app, environment, plain, settings_desk};
use crate::cli::{Global, QuizArgs};
use crate::course::Course;
use crate::course::model::Id;
use crate::plain::{Outcome, PlainError, QuizOptions, Session};
use crate::study::quiz::{Mode, PaperSpec, USUAL_LENGTH};
use crate::study::settings::Setting;
use crate::ui::effect::Place;

/// # Errors
/// When there is no such lesson, or the quiz cannot be shown.
pub(super) fn run(global: &Global, args: &QuizArgs) -> anyhow::Result<Ended> {
    // What is asked for here comes before what is set.
    let mut global = global.clone();
    global.set.extend(args.certainty.map(|certainty| (Setting::Certainty, certainty.to_string())));
    let global = &global;
    let course = environment::course(global)?;
    if args.placement {
        return placement::run(global, course, args);
    }
    if args.resume {
        return resume(global, course, args);
    }
    if let Some(file) = &args.file {
        return at_home::run(global, course, args, file);
    }
    let spec = if args.returning { returning(global, &course)? } else { spec(global, &course, args)? };
    if environment::chooses_lines(global) {
        let options = options(global, args);
        let quiz = |session: Session<'_>| {
            if args.new {
                crate::plain::quiz(session, spec, options)
            } else {
                crate::plain::quiz_or_unfinished(session, spec, options)
            }
        };
        return in_lines(global, &course, args, quiz);
    }
    let chosen = args.returning || args.length.is_some() || args.exam || args.adaptive || args.limit.is_some();
    let place = if chosen { Place::Quiz(spec) } else { Place::QuizSetup { lessons: spec.lessons } };
    app::open_with_mark(global, course, place, args.pass)
}

fn in_lines(
    global: &Global,
    course: &Course,
    args: &QuizArgs,
    quiz: impl FnOnce(Session<'_>) -> Result<Outcome, PlainError>,
) -> anyhow::Result<Ended> {
    let outcome = plain::run(global, course, args.json, quiz)?;
    Ok(plain::ended(outcome, args.pass))
}

fn resume(global: &Global, course: Course, args: &QuizArgs) -> anyhow::Result<Ended> {
    let left = environment::store(global, &course)?.unfinished_run()?;
    let left = left.context("there is no unfinished quiz to resume. `ninetracks quiz` starts one")?.id;
    if environment::chooses_lines(global) {
        return in_lines(global, &course, args, |session| crate::plain::resume(session, left, options(global, args)));
    }
    app::open_with_mark(global, course, Place::QuizAgain(left), args.pass)
}

/// The questions that return today.
fn returning(global: &Global, course: &Course) -> anyhow::Result<PaperSpec> {
    let today = environment::study_clock(global).today();
    let all = environment::store(global, course)?.returning_questions()?;
    let can_be_asked = |id: &Id| course.practice_question(id).is_some();
    let due: Vec<Id> =
        all.iter().filter(|(day, id)| *day <= today && can_be_asked(id)).map(|(_, id)| id.clone()).collect();
    if due.is_empty() {
        let next = all.first().map(|(day, _)| format!(" The next ones return on {}.", day.date())).unwrap_or_default();
        anyhow::bail!("no question that you were certain of and got wrong returns today.{next}");
    }
    Ok(PaperSpec::of_questions(due, environment::seed(global)))
}

fn options(global: &Global, args: &QuizArgs) -> QuizOptions {
    let certainty = settings_desk::load_and_tell(global).settings.certainty();
    QuizOptions { json: args.json, pass_mark: args.pass, certainty }
}

fn spec(global: &Global, course: &Course, args: &QuizArgs) -> anyhow::Result<PaperSpec> {
    let lessons = args.lessons.iter().map(|l| environment::lesson(course, l)).collect::<anyhow::Result<_>>()?;
    Ok(PaperSpec {
        lessons,
        length: args.length.map_or(USUAL_LENGTH, usize::from),
        seed: environment::seed(global),
        mode: match (args.exam, args.adaptive) {
            (true, _) => Mode::Exam,
            (false, true) => Mode::Adaptive,
            (false, false) => Mode::Practice,
        },
        limit_s: args.limit.map(|minutes| minutes * 60),
        only: Vec::new(),
    })
}
