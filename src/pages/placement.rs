//! The placement test: what it is, what came of it, and what that shows.

use super::{LessonScores, Passage, TestScore};
use crate::course::Course;
use crate::course::wording::count;
use crate::study::placement::{self, LessonPair, NOT_SHOWN, NextTest, OpenTest, PlacementState, PlacementTest};
use crate::study::quiz::Half;

/// The page in the order in which it is read.
#[must_use]
pub fn passages(course: &Course, state: &PlacementState, next: &NextTest) -> Vec<Passage> {
    let mut passages = comes_next(next);
    passages.extend(scores(state));
    if let Some(gain) = state.gain() {
        passages.push(Passage::Gain(gain));
        passages.push(Passage::Words(gain.shows().to_owned()));
        passages.push(Passage::Words(NOT_SHOWN.to_owned()));
    }
    let lessons: Vec<LessonScores> = state.by_lesson(course).into_iter().map(|pair| lesson(course, pair)).collect();
    if !lessons.is_empty() {
        passages.push(Passage::ListHead("Fully right, by lesson".to_owned()));
        passages.push(Passage::LessonPairs(lessons));
        passages
            .push(Passage::Words("So few questions on a lesson show where to look, not how much you know.".to_owned()));
    }
    passages
}

fn comes_next(next: &NextTest) -> Vec<Passage> {
    match next {
        NextTest::Resume(OpenTest { half, answered, of, .. }) => vec![
            Passage::ListHead(format!("The placement test {}", half.words())),
            Passage::Words(format!("You left it after {} of {of}. It goes on where you left it.", count(*answered, "answer"))),
        ],
        NextTest::Take(Half::Before, paper) => introduction(paper.only.len()),
        NextTest::Take(Half::After, paper) => vec![
            Passage::ListHead("The placement test after the course".to_owned()),
            Passage::Words(format!(
                "{}, about {}: not those of the first test, but on the same matters. It tells most once you have finished the \
                 course, and can be taken only once.",
                count(paper.only.len(), "question"),
                count(placement::minutes(paper.only.len()), "minute")
            )),
        ],
        NextTest::Lost => vec![Passage::Words(
            "The course has changed since the first test, and keeps no other questions on the same matters. There is no second test."
                .to_owned(),
        )],
        NextTest::BothTaken => vec![Passage::ListHead("Before the course and after it".to_owned())],
    }
}

fn introduction(questions: usize) -> Vec<Passage> {
    vec![
        Passage::ListHead("A test before the course".to_owned()),
        Passage::Words(format!(
            "{} on what the course teaches, about {}. After the course a second test asks other questions on the same matters, \
             and both results stand side by side: what you have gained.",
            count(questions, "question"),
            count(placement::minutes(questions), "minute")
        )),
        Passage::Points(vec![
            "You need not take it. You can leave it at any time and resume it.".to_owned(),
            "It is not counted: neither in your statistics nor for your cards and quizzes.".to_owned(),
            "Skip what you do not know: before the course that is most of it, and a guess blurs the gain.".to_owned(),
            "No answers are shown before you have taken both tests.".to_owned(),
        ]),
    ]
}

fn scores(state: &PlacementState) -> Option<Passage> {
    let score = |half, test: &Option<PlacementTest>| {
        test.as_ref().map(|test| TestScore { half, on: test.on, right: test.right() })
    };
    let scores: Vec<TestScore> =
        [score(Half::Before, &state.before), score(Half::After, &state.after)].into_iter().flatten().collect();
    (!scores.is_empty()).then_some(Passage::TestScores(scores))
}

fn lesson(course: &Course, LessonPair { lesson, before, after }: LessonPair) -> LessonScores {
    LessonScores { number: course.number(&lesson), title: course.title(&lesson), before, after }
}
