//! What came out of a quiz: the score, by objective and by kind of question, and what was missed.

use super::{MissedQuestion, Passage, Share};
use crate::course::Course;
use crate::course::model::Id;
use crate::study::quiz::{Results, Sitting, Tally};

/// The results of a sitting in the order in which they are read.
#[must_use]
pub fn passages(course: &Course, sitting: &Sitting, results: &Results) -> Vec<Passage> {
    let spent_ms: u64 = sitting.all_given().iter().flatten().map(|g| u64::from(g.took_ms)).sum();
    let share = |of: String, tally: &Tally| Share { of, score: tally.score, questions: tally.questions };
    let objectives = results.objectives.iter().map(|((lesson, id), t)| share(objective(course, lesson, id), t));
    let kinds = results.kinds.iter().map(|(kind, t)| share(kind.name().to_owned(), t));
    let mut passages = vec![
        Passage::Score {
            percent: results.percent(),
            score: results.score,
            right: results.right,
            questions: results.of,
        },
        Passage::TimeSpent(spent_ms / 1000),
        Passage::ListHead("By objective".to_owned()),
        Passage::Tallies(objectives.collect()),
        Passage::ListHead("By kind of question".to_owned()),
        Passage::Tallies(kinds.collect()),
    ];
    if !results.missed.is_empty() {
        passages.push(Passage::ListHead("Missed".to_owned()));
        passages.push(Passage::Missed(missed(course, sitting, results)));
    }
    passages
}

/// The objective in its author's words; the lesson's title for questions that name none, and the id when there is neither.
fn objective(course: &Course, lesson: &Id, objective: &Id) -> String {
    let known = course.outline(lesson).and_then(|o| o.objectives.iter().find(|x| &x.id == objective));
    known.map_or_else(|| course.title(objective), |o| o.text.to_string())
}

fn missed(course: &Course, sitting: &Sitting, results: &Results) -> Vec<MissedQuestion> {
    let one = |id: &Id| MissedQuestion {
        number: sitting.paper.items.iter().position(|i| &i.question == id).map_or(0, |at| at + 1),
        question: id.clone(),
        stem: course.question(id).map_or_else(|| id.to_string(), |(_, q)| q.stem.to_string()),
    };
    results.missed.iter().map(one).collect()
}
