//! A quiz where one was left: nothing takes its place unasked.

use super::error::ended;
use super::quiz::{QuizOptions, quiz, resume};
use super::report::say_answered;
use super::session::Session;
use super::{Outcome, PlainError};
use crate::course::Course;
use crate::course::wording::count;
use crate::store::Run;
use crate::study::quiz::{Mode, PaperSpec, Sitting};

/// What becomes of the quiz that was left.
enum LeftQuiz {
    Resume,
    Review,
    Replace,
}

/// Takes the quiz of `spec`; where one was left, asks first whether to resume it.
///
/// # Errors
/// As [`quiz`].
pub fn quiz_or_unfinished(
    mut session: Session<'_>,
    spec: PaperSpec,
    options: QuizOptions,
) -> Result<Outcome, PlainError> {
    let Some(left) = session.store.unfinished_run()? else { return quiz(session, spec, options) };
    match choose(&mut session, &left) {
        Ok(LeftQuiz::Resume) => resume(session, left.id, options),
        Ok(LeftQuiz::Review | LeftQuiz::Replace) => quiz(session, spec, options),
        Err(error) => ended(Err(error)),
    }
}

/// Asks until it is to be resumed or replaced.
fn choose(session: &mut Session<'_>, left: &Run) -> Result<LeftQuiz, PlainError> {
    // What an exam told before its end would be no exam.
    let can_be_reviewed = left.paper.mode.tells_at_once() && left.answered > 0;
    loop {
        session.say(&format!("{}, is not finished.", named(session.course, left)))?;
        session.say_after("1. ", "Resume it.")?;
        session.say_after("2. ", "Start a new quiz; this one then stays unfinished.")?;
        if can_be_reviewed {
            session.say_after("3. ", "Hear what you have answered so far.")?;
        }
        let n = if can_be_reviewed { 3 } else { 2 };
        let prompt = format!("Type a number from 1 to {n}; q leaves it as it is.");
        let choice = [LeftQuiz::Resume, LeftQuiz::Replace, LeftQuiz::Review];
        match choice.into_iter().nth(session.ask_number(&prompt, n)?) {
            Some(LeftQuiz::Review) | None => review(session, left)?,
            Some(chosen) => return Ok(chosen),
        }
    }
}

/// "The practice quiz on Two ports, 2 of 5 questions answered".
pub(super) fn named(course: &Course, left: &Run) -> String {
    let kind = match left.paper.mode {
        Mode::Practice | Mode::InClass => "practice quiz",
        Mode::Adaptive => "adaptive practice",
        Mode::Exam => "exam",
        Mode::Placement(half) => return format!("The placement test {}", half.words()),
    };
    let about = match left.paper.lessons.as_slice() {
        [] => "the whole course".to_owned(),
        [one] => course.title(one),
        many => count(many.len(), "lesson"),
    };
    let n = left.paper.length.max(left.answered);
    format!("The {kind} on {about}, {} of {} answered", left.answered, count(n, "question"))
}

fn review(session: &mut Session<'_>, left: &Run) -> Result<(), PlainError> {
    let paper = session.store.taken_paper(session.course, left)?.paper;
    let given = session.store.given(left.id, &paper)?;
    say_answered(session, &Sitting::resumed(paper, given, left.started))
}
