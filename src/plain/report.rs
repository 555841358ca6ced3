//! What came out of a quiz: in words, and as one JSON object for a program.

use serde::Serialize;

use super::error::ended;
use super::{Console, Outcome, PlainError, Session, feedback, passage, text};
use crate::course::Course;
use crate::course::model::text::outgoing_json;
use crate::course::model::{Id, Kind};
use crate::pages::{MissedQuestion, Passage, results as pages};
use crate::study::adaptive::AbilityChange;
use crate::study::certainty::{Certainty, certainty_percent};
use crate::study::item::Response;
use crate::study::quiz::{Mode, Results, Sitting};
use crate::study::score::{Score, Verdict};

/// Says the score, then by objective and by kind, then what was missed: after an exam with what was right and why, which
/// practice has told already.
pub(super) fn say(
    console: &mut Console<'_>,
    course: &Course,
    sitting: &Sitting,
    results: &Results,
    ending: pages::QuizEnding,
) -> Result<(), PlainError> {
    console.gap()?;
    for passage in &pages::passages(course, sitting, results, ending) {
        match passage {
            Passage::Missed(missed) if sitting.mode() == Mode::Exam => say_missed(console, course, sitting, missed)?,
            _ => passage::say(console, course, std::slice::from_ref(passage))?,
        }
    }
    Ok(())
}

/// What came of the quiz with this number, then every question with what was right and why.
///
/// # Errors
/// When there is no such quiz, it cannot be read, or a line not be written.
pub fn past_quiz(mut session: Session<'_>, number: usize, json: bool) -> Result<Outcome, PlainError> {
    let run = session.store.run_numbered(number)?.ok_or(PlainError::NoSuchQuiz(number))?;
    let known = session.store.run(run)?.ok_or(PlainError::NoSuchQuiz(number))?;
    let is_open = session.store.unfinished_run()?.is_some_and(|left| left.id == run);
    if is_open && !known.paper.mode.tells_at_once() {
        return Err(PlainError::NotHandedIn(number));
    }
    let paper = session.store.taken_paper(session.course, &known)?.paper;
    let given = session.store.given(run, &paper)?;
    let sitting = Sitting::resumed(paper, given, known.started);
    let results = Results::of(session.course, &sitting);
    if is_open && !json {
        return ended(say_answered(&mut session, &sitting).map(|()| Outcome::Done));
    }
    let change = session.store.ability_change(session.course, &sitting, known.started)?;
    ended(say_past(&mut session, &sitting, &results, change, json).map(|()| Outcome::Done))
}

fn say_past(
    session: &mut Session<'_>,
    sitting: &Sitting,
    results: &Results,
    change: Option<AbilityChange>,
    json: bool,
) -> Result<(), PlainError> {
    let (course, console) = (session.course, &mut session.console);
    if json {
        return console.give(&self::json(sitting, results, change));
    }
    let mut passages =
        pages::passages(course, sitting, results, pages::QuizEnding { change, ..pages::QuizEnding::default() });
    // What was missed and its heading stand last; here every question follows.
    if matches!(passages.last(), Some(Passage::Missed(_))) {
        passages.truncate(passages.len() - 2);
    }
    passage::say(console, course, &passages)?;
    if let Mode::Placement(_) = sitting.mode() {
        return Ok(());
    }
    (0..sitting.len()).try_for_each(|at| say_question(session, sitting, at))
}

/// What was answered so far in a quiz that goes on: of the rest nothing is told.
pub(super) fn say_answered(session: &mut Session<'_>, sitting: &Sitting) -> Result<(), PlainError> {
    let asked = (0..sitting.len()).filter(|&at| sitting.given(at).is_some());
    for at in asked {
        say_question(session, sitting, at)?;
    }
    session.gap()
}

/// A question, its answer and what was right.
fn say_question(session: &mut Session<'_>, sitting: &Sitting, at: usize) -> Result<(), PlainError> {
    let Some(item) = sitting.paper.items.get(at) else { return Ok(()) };
    let (course, console) = (session.course, &mut session.console);
    console.gap()?;
    console.say(&format!("Question {} ({})", at + 1, item.kind.name()))?;
    text::say(console, course, item.stem.as_str())?;
    feedback::say(console, course, item, sitting.given(at))
}

fn say_missed(
    console: &mut Console<'_>,
    course: &Course,
    sitting: &Sitting,
    missed: &[MissedQuestion],
) -> Result<(), PlainError> {
    for it in missed {
        passage::say_missed(console, course, it)?;
        let at = it.number.saturating_sub(1);
        if let Some(item) = sitting.paper.items.get(at) {
            feedback::say(console, course, item, sitting.given(at))?;
        }
    }
    Ok(())
}

/// The whole sitting for a program. Positions in answers count as the author wrote, from 0.
#[derive(Serialize)]
struct QuizResult<'a> {
    seed: u64,
    lessons: &'a [Id],
    mode: &'static str,
    length: usize,
    questions: Vec<AnsweredQuestion<'a>>,
    score: Total,
    /// Left out where no certainty was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    by_certainty: Option<CertaintyTotal>,
    /// What an adaptive practice changed; left out elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<AbilityChange>,
    objectives: Vec<ObjectiveResult<'a>>,
    kinds: Vec<KindScore>,
}

#[derive(Serialize)]
struct AnsweredQuestion<'a> {
    id: &'a Id,
    lesson: &'a Id,
    kind: Kind,
    objective: &'a Id,
    /// `null` when the question was never reached.
    answer: Option<&'a Response>,
    points: f64,
    of: f64,
    verdict: &'static str,
    /// Left out where it was not asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    certainty: Option<Certainty>,
}

#[derive(Serialize)]
struct Total {
    points: f64,
    of: f64,
    percent: u32,
    right: usize,
}

/// What was earned by certainty; the points can be below 0, the per cent not.
#[derive(Serialize)]
struct CertaintyTotal {
    points: f64,
    of: f64,
    percent: u32,
}

#[derive(Serialize)]
struct ObjectiveResult<'a> {
    lesson: &'a Id,
    id: &'a Id,
    questions: usize,
    points: f64,
    of: f64,
}

#[derive(Serialize)]
struct KindScore {
    kind: Kind,
    questions: usize,
    points: f64,
    of: f64,
}

/// What came out, as one JSON object on one line.
pub(super) fn json(sitting: &Sitting, results: &Results, level: Option<AbilityChange>) -> String {
    let spec = &sitting.paper.spec;
    let Score { points, of } = results.score;
    let report = QuizResult {
        seed: spec.seed,
        lessons: &spec.lessons,
        mode: match spec.mode {
            Mode::Practice => "practice",
            Mode::Adaptive => "adaptive practice",
            Mode::InClass => "practice in class",
            Mode::Exam => "exam",
            Mode::Placement(_) => "placement",
        },
        length: sitting.len(),
        questions: (0..sitting.len()).filter_map(|at| asked(sitting, at)).collect(),
        score: Total { points, of, percent: results.percent(), right: results.right },
        by_certainty: sitting.certainty_score().map(|score| CertaintyTotal {
            points: score.points,
            of: score.of,
            percent: certainty_percent(score),
        }),
        level,
        objectives: results
            .objectives
            .iter()
            .map(|((lesson, id), t)| ObjectiveResult {
                lesson,
                id,
                questions: t.questions,
                points: t.score.points,
                of: t.score.of,
            })
            .collect(),
        kinds: results
            .kinds
            .iter()
            .map(|(kind, t)| KindScore { kind: *kind, questions: t.questions, points: t.score.points, of: t.score.of })
            .collect(),
    };
    let json = serde_json::to_string(&report).unwrap_or_else(|_| unreachable!("numbers, texts and lists are JSON"));
    outgoing_json(&json).into_owned()
}

fn asked(sitting: &Sitting, at: usize) -> Option<AnsweredQuestion<'_>> {
    let item = sitting.paper.items.get(at)?;
    let given = sitting.given(at);
    let score = given.map_or(item.nothing(), |g| g.score);
    let verdict = match score.verdict() {
        _ if given.is_none() => "no answer",
        _ if given.is_some_and(|g| !g.answer.is_answer()) => "passed",
        Verdict::Right => "right",
        Verdict::Partly => "partly",
        Verdict::Wrong => "wrong",
    };
    let answer = given.map(|g| &g.answer);
    Some(AnsweredQuestion {
        id: &item.question,
        lesson: &item.lesson,
        kind: item.kind,
        objective: &item.objective,
        answer,
        points: score.points,
        of: score.of,
        verdict,
        certainty: given.and_then(|g| g.certainty),
    })
}
