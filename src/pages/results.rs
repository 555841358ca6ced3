//! What came out of a quiz: the score, by objective and by kind of question, and what was missed.

use super::adaptive::changed;
use super::{MissedQuestion, Passage, Share};
use crate::course::Course;
use crate::course::model::Id;
use crate::study::adaptive::AbilityChange;
use crate::study::certainty::{CertaintyUse, certainty_percent};
use crate::study::quiz::{Mode, Results, Sitting, Tally};
use crate::study::score::{Score, Verdict, points};

/// How a quiz ended, beside its answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QuizEnding {
    /// The time ran out before the learner handed in.
    pub time_is_up: bool,
    /// Percent needed to pass, if a mark was set.
    pub pass_mark: Option<u32>,
    /// What certainty decides.
    pub certainty: CertaintyUse,
    /// What an adaptive practice changed.
    pub change: Option<AbilityChange>,
}

/// The percent that decide whether a quiz is passed: by certainty where that is scored and was told.
#[must_use]
pub fn earned_percent(sitting: &Sitting, results: &Results, certainty: CertaintyUse) -> u32 {
    let scored = sitting.certainty_score().filter(|_| certainty == CertaintyUse::Scored);
    scored.map_or(results.percent(), certainty_percent)
}

/// The results of a sitting in the order in which they are read.
#[must_use]
pub fn passages(course: &Course, sitting: &Sitting, results: &Results, ending: QuizEnding) -> Vec<Passage> {
    let spent_ms: u64 = sitting.all_given().iter().flatten().map(|g| u64::from(g.took_ms)).sum();
    let share = |of: String, tally: &Tally| Share { of, score: tally.score, questions: tally.questions };
    let objectives = results.objectives.iter().map(|((lesson, id), t)| share(objective(course, lesson, id), t));
    let kinds = results.kinds.iter().map(|(kind, t)| share(kind.name().to_owned(), t));
    let mut passages = opening(sitting, results, ending);
    passages.extend([Passage::Score {
        percent: results.percent(),
        score: results.score,
        right: results.right,
        questions: results.of,
    }]);
    passages.extend(ending.change.map(|change| Passage::Words(changed(change))));
    passages.extend(sitting.certainty_score().map(|score| Passage::Words(by_certainty(score))));
    passages.extend([
        Passage::TimeSpent(spent_ms / 1000),
        Passage::ListHead("By objective".to_owned()),
        Passage::Tallies(objectives.collect()),
        Passage::ListHead("By kind of question".to_owned()),
        Passage::Tallies(kinds.collect()),
    ]);
    if sitting.mode() == Mode::Exam && sitting.paper.spec.lessons.is_empty() && sitting.paper.spec.only.is_empty() {
        let words =
            "An exam on the whole course counts for the certificate: statistics show it, or what is still missing.";
        passages.push(Passage::Words(words.to_owned()));
    }
    if !results.missed.is_empty() {
        passages.push(Passage::ListHead("Missed".to_owned()));
        passages.push(Passage::Missed(missed(course, sitting, results)));
    }
    passages
}

/// Whether it was an exam, how it ended, and whether it was passed.
fn opening(sitting: &Sitting, results: &Results, ending: QuizEnding) -> Vec<Passage> {
    let mut passages = Vec::new();
    if ending.time_is_up {
        let (answered, of) = (sitting.answered(), sitting.len());
        passages.push(Passage::Words(format!("Time is up: {answered} of {of} answered, the others count as wrong.")));
    }
    let is_exam = sitting.mode() == Mode::Exam;
    passages.extend(match ending.pass_mark {
        Some(needed) => {
            Some(Passage::PassVerdict { earned: earned_percent(sitting, results, ending.certainty), needed })
        }
        None if is_exam => Some(Passage::Words("Exam without a pass mark.".to_owned())),
        None => None,
    });
    passages
}

/// What the answers earned by how certain the learner was of them.
fn by_certainty(score: Score) -> String {
    format!(
        "By certainty: {} of {} points, {} %. Right earns 1, 2 or 3, wrong costs 0, 2 or 6.",
        points(score.points),
        points(score.of),
        certainty_percent(score)
    )
}

/// The objective in its author's words; the lesson's title for questions that name none, and the id when there is neither.
pub(super) fn objective(course: &Course, lesson: &Id, objective: &Id) -> String {
    let known = course.outline(lesson).and_then(|o| o.objectives.iter().find(|x| &x.id == objective));
    known.map_or_else(|| course.title(objective), |o| o.text.to_string())
}

fn missed(course: &Course, sitting: &Sitting, results: &Results) -> Vec<MissedQuestion> {
    let one = |id: &Id| MissedQuestion {
        number: sitting.paper.items.iter().position(|i| &i.question == id).map_or(0, |at| at + 1),
        is_partly: is_partly(sitting, id),
        question: id.clone(),
        stem: course.question(id).map_or_else(|| id.to_string(), |(_, q)| q.stem.to_string()),
    };
    results.missed.iter().map(one).collect()
}

fn is_partly(sitting: &Sitting, question: &Id) -> bool {
    let at = sitting.paper.items.iter().position(|i| &i.question == question);
    at.and_then(|at| sitting.given(at)).is_some_and(|given| given.score.verdict() == Verdict::Partly)
}
