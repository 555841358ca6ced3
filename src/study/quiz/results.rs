//! What came out of a sitting: the score, per objective and per kind, and what was missed.

use std::collections::BTreeMap;

use super::Sitting;
use crate::course::Course;
use crate::course::model::{Id, Kind};
use crate::study::score::{Score, Verdict, percent};

/// Results of a sitting. Questions without an answer count as wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    pub score: Score,
    pub right: usize,
    pub of: usize,
    /// In the course's order.
    pub objectives: Vec<((Id, Id), Tally)>,
    pub kinds: Vec<(Kind, Tally)>,
    /// Questions that did not earn all their points, in the paper's order.
    pub missed: Vec<Id>,
}

/// A score over a number of questions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tally {
    pub questions: usize,
    pub score: Score,
}

impl Tally {
    fn add(tally: Option<Self>, score: Score) -> Self {
        let Self { questions, score: before } =
            tally.unwrap_or(Self { questions: 0, score: Score { points: 0.0, of: 0.0 } });
        Self { questions: questions + 1, score: [before, score].into_iter().sum() }
    }
}

impl Results {
    #[must_use]
    pub fn of(course: &Course, sitting: &Sitting) -> Self {
        let mut objectives: BTreeMap<(usize, usize), ((Id, Id), Tally)> = BTreeMap::new();
        let mut kinds: BTreeMap<Kind, Tally> = BTreeMap::new();
        let mut results = Self {
            score: Score { points: 0.0, of: 0.0 },
            right: 0,
            of: sitting.len(),
            objectives: Vec::new(),
            kinds: Vec::new(),
            missed: Vec::new(),
        };
        for (at, item) in sitting.paper.items.iter().enumerate() {
            let score = sitting.given(at).map_or(item.nothing(), |g| g.score);
            results.count(score, &item.question);
            let place = objective_place(course, &item.lesson, &item.objective);
            let before = objectives.get(&place).map(|(_, tally)| *tally);
            objectives.insert(place, ((item.lesson.clone(), item.objective.clone()), Tally::add(before, score)));
            kinds.insert(item.kind, Tally::add(kinds.get(&item.kind).copied(), score));
        }
        Self { objectives: objectives.into_values().collect(), kinds: kinds.into_iter().collect(), ..results }
    }

    fn count(&mut self, score: Score, question: &Id) {
        self.score = [self.score, score].into_iter().sum();
        match score.verdict() {
            Verdict::Right => self.right += 1,
            Verdict::Partly | Verdict::Wrong => self.missed.push(question.clone()),
        }
    }

    /// Earned share in percent.
    #[must_use]
    pub fn percent(&self) -> u32 {
        percent(self.score)
    }
}

fn objective_place(course: &Course, lesson: &Id, objective: &Id) -> (usize, usize) {
    let number = course.position(lesson).unwrap_or(usize::MAX);
    let place = course.outline(lesson).and_then(|o| o.objectives.iter().position(|x| &x.id == objective));
    (number, place.unwrap_or(usize::MAX))
}
