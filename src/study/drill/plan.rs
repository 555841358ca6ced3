//! What a teacher plans: where the questions come from, how they are played, how they are scored. A plan can be kept and
//! used again; it becomes a [`Draft`] when teams and a seed are added.

use serde::{Deserialize, Serialize};

use super::{Draft, Drill, LeftOut, Mode, Pace, Questions, Road, Scoring, Setup, Team, TimeUp};
use crate::course::Course;
use crate::course::model::Id;
use crate::study::quiz::{self, Paper, PaperSpec};

/// Questions of a drill, unless the teacher says otherwise.
pub const USUAL_LENGTH: usize = 10;

/// Per cent of the points that a class is asked to reach, unless the teacher says otherwise.
pub const USUAL_TARGET_PERCENT: u8 = 60;

/// A plan for a drill.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Plan {
    Questions(QuestionPlan),
    /// A scenario played by vote.
    Scenario(Id),
}

/// A plan for questions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionPlan {
    /// The lessons to draw from; empty for the whole course.
    pub lessons: Vec<Id>,
    /// Questions to be asked.
    pub length: usize,
    pub mode: Mode,
    /// Points for each question.
    pub points: u32,
    /// Seconds for each question; `None` for no clock.
    pub timer_s: Option<u16>,
    /// Questions between two boards; `None` for one at the end only.
    pub round: Option<u8>,
    #[serde(default)]
    pub scoring: Scoring,
    #[serde(default)]
    pub pace: Pace,
    /// `None` for another paper each time.
    pub seed: Option<u64>,
    /// Just these questions, in place of a draw.
    #[serde(default)]
    pub only: Vec<Id>,
}

impl Default for QuestionPlan {
    fn default() -> Self {
        Self {
            lessons: Vec::new(),
            length: USUAL_LENGTH,
            mode: Mode::Together,
            points: 1,
            timer_s: Some(30),
            round: Some(5),
            scoring: Scoring::default(),
            pace: Pace::default(),
            seed: None,
            only: Vec::new(),
        }
    }
}

impl Default for Plan {
    fn default() -> Self {
        Self::Questions(QuestionPlan::default())
    }
}

impl Plan {
    /// What a drill begins with, until the teacher says otherwise.
    #[must_use]
    pub fn usual() -> Self {
        Self::Questions(QuestionPlan::usual())
    }

    /// A plan for another drill such as `setup`: other questions of the same lessons.
    #[must_use]
    pub fn like(setup: &Setup) -> Self {
        match setup.drill() {
            Drill::Scenario(road) => Self::Scenario(road.scenario.clone()),
            Drill::Questions(questions) => Self::Questions(QuestionPlan::like(questions)),
        }
    }

    /// The drill of this plan for `teams`, and the questions that its mode leaves out. `seed` counts when the plan has
    /// none. A scenario that the course no longer has gives a road of no scenes, which a setup refuses.
    #[must_use]
    pub fn draft(&self, course: &Course, teams: Vec<Team>, seed: u64) -> (Draft, Vec<LeftOut>) {
        match self {
            Self::Scenario(id) => {
                let none = || Road { scenario: id.clone(), forks: Vec::new() };
                let road = course.scenario(id).map_or_else(none, |it| Road::shuffled(it, seed));
                (Draft { teams, drill: Drill::Scenario(road) }, Vec::new())
            }
            Self::Questions(plan) => {
                let (questions, out) = plan.questions(course, seed);
                (Draft { teams, drill: Drill::Questions(questions) }, out)
            }
        }
    }
}

impl QuestionPlan {
    /// The default with the usual pace.
    #[must_use]
    pub fn usual() -> Self {
        Self { pace: Pace::usual(), ..Self::default() }
    }

    /// Questions that were named one by one, such as those missed before, are not asked again, nor is their number.
    fn like(questions: &Questions) -> Self {
        let Questions { mode, paper, asked, timer_s, round, scoring, time_up: _, pace } = questions;
        Self {
            lessons: paper.lessons.clone(),
            length: if paper.only.is_empty() { asked.len() } else { USUAL_LENGTH },
            mode: *mode,
            points: asked.first().map_or(1, |a| a.points),
            timer_s: *timer_s,
            round: *round,
            scoring: *scoring,
            pace: *pace,
            seed: None,
            only: Vec::new(),
        }
    }

    /// As many questions as asked for, where the lessons hold so many that suit the mode: those left out are made up
    /// for by the next of the same draw.
    fn questions(&self, course: &Course, seed: u64) -> (Questions, Vec<LeftOut>) {
        let seed = self.seed.unwrap_or(seed);
        let spec = |length| PaperSpec {
            lessons: self.lessons.clone(),
            length,
            seed,
            mode: quiz::Mode::Practice,
            limit_s: None,
            only: self.only.clone(),
        };
        let drawn = |length| Questions::from_paper(Paper::draw(course, spec(length)), self.mode, self.points);
        let mut length = self.length;
        let (mut asked, mut out) = drawn(length);
        while asked.len() < self.length && asked.len() + out.len() == length {
            length += self.length - asked.len();
            (asked, out) = drawn(length);
        }
        let Self { mode, timer_s, round, scoring, pace, .. } = *self;
        // Without a clock for a vote there is none for the argument.
        let pace = Pace { argue_s: pace.argue_s.filter(|_| timer_s.is_some()), ..pace };
        let time_up = TimeUp::Calls;
        (Questions { mode, paper: spec(length), asked, timer_s, round, scoring, time_up, pace }, out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::model::Kind;

    fn questions(plan: QuestionPlan) -> (Questions, Vec<LeftOut>) {
        plan.questions(&Course::builtin().unwrap(), 7)
    }

    #[test]
    fn what_the_mode_leaves_out_is_made_up_for() {
        let plan = || QuestionPlan { mode: Mode::Argue, length: 20, ..QuestionPlan::default() };
        let (drawn, out) = questions(plan());
        assert_eq!(drawn.asked.len(), 20);
        assert!(!out.is_empty() && drawn.asked.iter().all(|a| plan().mode.leaves_out(&a.form).is_none()));
        assert!(out.iter().all(|o| o.kind != Kind::Choice));
    }

    #[test]
    fn the_same_seed_asks_the_questions_of_the_quiz() {
        let (drawn, _) = questions(QuestionPlan { seed: Some(42), ..QuestionPlan::default() });
        let quiz =
            Paper::draw(&Course::builtin().unwrap(), PaperSpec { mode: quiz::Mode::Exam, ..drawn.paper.clone() });
        assert_eq!(
            drawn.asked.iter().map(|a| &a.question).collect::<Vec<_>>(),
            quiz.items.iter().map(|i| &i.question).collect::<Vec<_>>()
        );
    }

    #[test]
    fn a_bank_that_is_too_small_gives_all_that_may_come_together() {
        let course = Course::builtin().unwrap();
        let (drawn, _) = questions(QuestionPlan { length: 5000, ..QuestionPlan::default() });
        let whole = Paper::draw(&course, PaperSpec { length: 5000, ..drawn.paper.clone() });
        assert_eq!(drawn.asked.len(), whole.items.len());
        assert!(drawn.asked.len() <= course.outlines().iter().map(|o| o.questions).sum::<usize>());
    }

    #[test]
    fn the_usual_plan_is_a_setup() {
        let course = Course::builtin().unwrap();
        let teams = Team::line_up(4);
        let (draft, _) = Plan::default().draft(&course, teams.clone(), 1);
        assert_eq!(Setup::new(draft).unwrap().teams(), teams);
    }

    #[test]
    fn another_drill_asks_as_many_in_the_same_way_from_another_seed() {
        let course = Course::builtin().unwrap();
        let plan = QuestionPlan { mode: Mode::Argue, length: 20, points: 3, seed: Some(9), ..QuestionPlan::default() };
        let (draft, _) = Plan::Questions(plan.clone()).draft(&course, Team::line_up(2), 1);
        assert_eq!(Plan::like(&Setup::new(draft).unwrap()), Plan::Questions(QuestionPlan { seed: None, ..plan }));
    }

    #[test]
    fn a_scenario_that_is_gone_is_refused() {
        let (draft, _) =
            Plan::Scenario(Id::new("gone").unwrap()).draft(&Course::builtin().unwrap(), Team::line_up(2), 1);
        assert!(Setup::new(draft).is_err());
    }
}
