//! What came out of a quiz: in words, and as one JSON object for a program.

use serde::Serialize;

use super::feedback::{self, question_of};
use super::{Console, PlainError, passage};
use crate::course::Course;
use crate::course::model::{Id, Kind};
use crate::pages::{MissedQuestion, Passage, results as pages};
use crate::study::answer::{Answer, Score, Verdict};
use crate::study::quiz::{Mode, Results, Sitting};

/// Says the score, then by objective and by kind, then what was missed: after an exam with what was right and why, which
/// practice has told already.
pub fn say(console: &mut Console<'_>, course: &Course, sitting: &Sitting, results: &Results) -> Result<(), PlainError> {
    console.gap()?;
    for passage in &pages::passages(course, sitting, results) {
        match passage {
            Passage::Missed(missed) if sitting.mode() == Mode::Exam => say_missed(console, course, sitting, missed)?,
            _ => passage::say(console, course, std::slice::from_ref(passage))?,
        }
    }
    Ok(())
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
        if let (Some(question), Some(item)) = (question_of(course, &it.question), sitting.paper.items.get(at)) {
            let nothing = feedback::nothing(question);
            feedback::say(console, course, question, item, sitting.given(at).unwrap_or(&nothing))?;
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
    objectives: Vec<ObjectiveScore<'a>>,
    kinds: Vec<KindScore>,
}

#[derive(Serialize)]
struct AnsweredQuestion<'a> {
    id: &'a Id,
    lesson: &'a Id,
    kind: Kind,
    objective: &'a Id,
    /// `null` when the question was never reached.
    answer: Option<&'a Answer>,
    points: f64,
    of: f64,
    verdict: &'static str,
}

#[derive(Serialize)]
struct Total {
    points: f64,
    of: f64,
    percent: u32,
    right: usize,
}

#[derive(Serialize)]
struct ObjectiveScore<'a> {
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
pub fn json(course: &Course, sitting: &Sitting, results: &Results) -> String {
    let spec = &sitting.paper.spec;
    let Score { points, of } = results.score;
    let report = QuizResult {
        seed: spec.seed,
        lessons: &spec.lessons,
        mode: if spec.mode == Mode::Exam { "exam" } else { "practice" },
        length: sitting.len(),
        questions: (0..sitting.len()).filter_map(|at| asked(course, sitting, at)).collect(),
        score: Total { points, of, percent: results.percent(), right: results.right },
        objectives: results
            .objectives
            .iter()
            .map(|((lesson, id), t)| ObjectiveScore {
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
    serde_json::to_string(&report).unwrap_or_else(|_| unreachable!("numbers, texts and lists are JSON"))
}

fn asked<'a>(course: &'a Course, sitting: &'a Sitting, at: usize) -> Option<AnsweredQuestion<'a>> {
    let item = sitting.paper.items.get(at)?;
    let question = question_of(course, &item.question)?;
    let given = sitting.given(at);
    let score = given.map_or(Score { points: 0.0, of: f64::from(question.points) }, |g| g.score);
    let verdict = match score.verdict() {
        _ if given.is_none_or(|g| g.answer == Answer::Skipped) => "skipped",
        Verdict::Right => "right",
        Verdict::Partly => "partly",
        Verdict::Wrong => "wrong",
    };
    let answer = given.map(|g| &g.answer);
    Some(AnsweredQuestion {
        id: &question.id,
        lesson: &item.lesson,
        kind: question.ask.kind(),
        objective: question.aim(&item.lesson),
        answer,
        points: score.points,
        of: score.of,
        verdict,
    })
}
