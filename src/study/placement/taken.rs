//! How far a learner is with the placement test: what came of each half, and what comes next.

use jiff::civil::Date;

use super::{Gain, PairOutcome, after, before};
use crate::course::Course;
use crate::course::model::{Id, Kind};
use crate::study::event::RunId;
use crate::study::quiz::{Half, PaperSpec};

/// A placement test that was taken to its end.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacementTest {
    pub run: RunId,
    pub seed: u64,
    pub on: Date,
    pub answers: Vec<TestAnswer>,
}

/// What came of a question of it. One without an answer is not right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestAnswer {
    pub question: Id,
    pub lesson: Id,
    pub kind: Kind,
    /// Whether it earned all its points.
    pub is_right: bool,
}

/// A test that was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenTest {
    pub run: RunId,
    pub half: Half,
    pub answered: usize,
    pub of: usize,
}

/// How far a learner is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacementState {
    pub before: Option<PlacementTest>,
    pub after: Option<PlacementTest>,
    pub open: Option<OpenTest>,
    /// Halves that are not to be offered.
    pub declined: Vec<Half>,
}

/// What can be done next.
#[derive(Clone, Debug, PartialEq)]
pub enum NextTest {
    Resume(OpenTest),
    Take(Half, PaperSpec),
    /// The first was taken, and the course keeps no partner of its questions any more.
    Lost,
    BothTaken,
}

/// How many were right, of so many.
pub type RightOf = (usize, usize);

/// What came of the questions on a lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LessonPair {
    pub lesson: Id,
    pub before: RightOf,
    pub after: Option<RightOf>,
}

impl PlacementTest {
    #[must_use]
    pub fn right(&self) -> RightOf {
        (self.answers.iter().filter(|a| a.is_right).count(), self.answers.len())
    }

    fn right_on(&self, lesson: &Id) -> RightOf {
        let on = || self.answers.iter().filter(|a| &a.lesson == lesson);
        (on().filter(|a| a.is_right).count(), on().count())
    }
}

impl PlacementState {
    /// What comes next; `seed` is for a first test.
    #[must_use]
    pub fn next(&self, course: &Course, seed: u64) -> NextTest {
        let taken = |half| match half {
            Half::Before => self.before.is_some(),
            Half::After => self.after.is_some(),
        };
        match (self.open, &self.before, &self.after) {
            (Some(open), ..) if !taken(open.half) => NextTest::Resume(open),
            (_, None, _) => NextTest::Take(Half::Before, before(course, seed)),
            (_, Some(first), None) => match after(course, first) {
                paper if paper.only.is_empty() => NextTest::Lost,
                paper => NextTest::Take(Half::After, paper),
            },
            (_, Some(_), Some(_)) => NextTest::BothTaken,
        }
    }

    /// The gain, when both were taken. A question is paired with one of the other test on the same lesson and, as far as there
    /// is one, of the same kind: from what was asked, whatever became of the course.
    #[must_use]
    pub fn gain(&self) -> Option<Gain> {
        let (before, after) = (self.before.as_ref()?, self.after.as_ref()?);
        Gain::of(&paired(&before.answers, &after.answers))
    }

    /// By lesson, in the order of the course; lessons that were not asked about are left out.
    #[must_use]
    pub fn by_lesson(&self, course: &Course) -> Vec<LessonPair> {
        let Some(first) = &self.before else { return Vec::new() };
        let pair = |lesson: &Id| LessonPair {
            lesson: lesson.clone(),
            before: first.right_on(lesson),
            after: self.after.as_ref().map(|second| second.right_on(lesson)),
        };
        let asked = |pair: &LessonPair| pair.before.1 > 0 || pair.after.is_some_and(|(_, of)| of > 0);
        course.outlines().iter().map(|o| pair(&o.id)).filter(asked).collect()
    }
}

fn paired(before: &[TestAnswer], after: &[TestAnswer]) -> Vec<PairOutcome> {
    let mut rest: Vec<&TestAnswer> = after.iter().collect();
    let mut pairs = Vec::new();
    let mut single: Vec<&TestAnswer> = before.iter().collect();
    let alike: [fn(&TestAnswer, &TestAnswer) -> bool; 2] =
        [|a, b| a.lesson == b.lesson && a.kind == b.kind, |a, b| a.lesson == b.lesson];
    for is_alike in alike {
        single.retain(|one| {
            let partner = rest.iter().position(|other| is_alike(one, other)).map(|at| rest.remove(at));
            pairs.extend(partner.map(|other| (one.is_right, other.is_right)));
            partner.is_none()
        });
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(lesson: &str, kind: Kind, is_right: bool) -> TestAnswer {
        TestAnswer { question: Id::new("q").unwrap(), lesson: Id::new(lesson).unwrap(), kind, is_right }
    }

    #[test]
    fn a_question_is_paired_with_its_like_first() {
        let before = [answer("a", Kind::Choice, true), answer("a", Kind::Typed, false), answer("b", Kind::Match, true)];
        let after = [answer("a", Kind::Typed, true), answer("a", Kind::Order, false), answer("c", Kind::Match, true)];
        assert_eq!(paired(&before, &after), [(false, true), (true, false)]);
    }
}
