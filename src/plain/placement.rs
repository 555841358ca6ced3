//! The placement test as lines: the test that comes next, then what came of both.

use serde::Serialize;

use super::error::ended;
use super::{Outcome, PlainError, Session, passage, quiz::QuizOptions, quiz::quiz, quiz::resume};
use crate::course::Course;
use crate::course::model::Id;
use crate::course::model::text::outgoing_json;
use crate::pages::placement as pages;
use crate::study::placement::{LessonPair, NOT_SHOWN, NextTest, PlacementState, PlacementTest, RightOf};

/// Says what the test is and takes the one that comes next; then says what came of it, and of both. With `json`, that is
/// written to the console's result as one object.
///
/// # Errors
/// When something could not be saved, or a line not be read or written.
pub fn placement(mut session: Session<'_>, seed: u64, json: bool) -> Result<Outcome, PlainError> {
    let zone = session.now().zone;
    let state = session.store.placement(session.course, &zone)?;
    let next = state.next(session.course, seed);
    let outcome = match next.clone() {
        NextTest::Lost | NextTest::BothTaken => Outcome::Done,
        NextTest::Resume(open) => {
            say(&mut session, &state, &next)?;
            resume(session.lent(), open.run, QuizOptions::default())?
        }
        NextTest::Take(_, paper) => {
            say(&mut session, &state, &next)?;
            session.gap()?;
            quiz(session.lent(), paper, QuizOptions::default())?
        }
    };
    if outcome == Outcome::Left {
        return Ok(outcome);
    }
    let state = session.store.placement(session.course, &zone)?;
    if json {
        let object = serde_json::to_string(&PlacementResult::of(session.course, &state));
        let object = object.unwrap_or_else(|_| unreachable!("numbers, texts and lists are JSON"));
        return ended(session.console.give(&outgoing_json(&object)).map(|()| outcome));
    }
    session.gap()?;
    let after = state.next(session.course, seed);
    ended(say(&mut session, &state, &after).map(|()| outcome))
}

fn say(session: &mut Session<'_>, state: &PlacementState, next: &NextTest) -> Result<(), PlainError> {
    passage::say(&mut session.console, session.course, &pages::passages(session.course, state, next))
}

/// Both tests for a program; what was not taken yet is `null`.
#[derive(Serialize)]
struct PlacementResult {
    before: Option<PlacementScore>,
    after: Option<PlacementScore>,
    gain: Option<GainResult>,
    lessons: Vec<LessonResult>,
}

#[derive(Serialize)]
struct PlacementScore {
    date: String,
    seed: u64,
    questions: usize,
    right: usize,
}

/// Differences of the shares answered fully right, −1 to 1, of questions paired.
#[derive(Serialize)]
struct GainResult {
    pairs: usize,
    difference: f64,
    low: f64,
    high: f64,
    confidence: f64,
    shows: &'static str,
    does_not_show: &'static str,
}

#[derive(Serialize)]
struct LessonResult {
    id: Id,
    before: RightShare,
    after: Option<RightShare>,
}

#[derive(Serialize)]
struct RightShare {
    questions: usize,
    right: usize,
}

impl PlacementResult {
    fn of(course: &Course, state: &PlacementState) -> Self {
        let test = |test: &PlacementTest| {
            let (right, questions) = test.right();
            PlacementScore { date: test.on.to_string(), seed: test.seed, questions, right }
        };
        let share = |(right, questions): RightOf| RightShare { questions, right };
        let gain = state.gain().map(|gain| GainResult {
            pairs: gain.of,
            difference: gain.difference,
            low: gain.low,
            high: gain.high,
            confidence: 0.95,
            shows: gain.shows(),
            does_not_show: NOT_SHOWN,
        });
        let lesson = |LessonPair { lesson, before, after }: LessonPair| LessonResult {
            id: lesson,
            before: share(before),
            after: after.map(share),
        };
        Self {
            before: state.before.as_ref().map(test),
            after: state.after.as_ref().map(test),
            gain,
            lessons: state.by_lesson(course).into_iter().map(lesson).collect(),
        }
    }
}
