//! The placement test of a learner, as the log has it.

use jiff::tz::TimeZone;
use rusqlite::params;

use super::{Run, RunEnd, Store, StoreError};
use crate::course::Course;
use crate::study::placement::{OpenTest, PlacementState, PlacementTest, TestAnswer};
use crate::study::quiz::{Half, Mode};
use crate::study::score::Verdict;
use crate::study::time::StudyDay;

impl Store {
    /// How far the learner is with the placement test. The first test of each half counts.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn placement(&self, course: &Course, zone: &TimeZone) -> Result<PlacementState, StoreError> {
        let mut state = PlacementState { declined: self.declined()?, ..PlacementState::default() };
        for run in self.placement_runs()? {
            let Mode::Placement(half) = run.paper.mode else { continue };
            match run.end {
                RunEnd::GivenUp(_) => {}
                RunEnd::Open => {
                    let of = run.paper.length;
                    state.open = Some(OpenTest { run: run.id, half, answered: run.answered, of });
                }
                RunEnd::Finished(_) => {
                    let place = match half {
                        Half::Before => &mut state.before,
                        Half::After => &mut state.after,
                    };
                    if place.is_none() {
                        *place = Some(self.placement_test(course, &run, zone)?);
                    }
                }
            }
        }
        Ok(state)
    }

    /// Whether the first test was taken, and the second is neither begun nor declined.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn awaits_second_placement(&self) -> Result<bool, StoreError> {
        let runs = self.placement_runs()?;
        let is_first =
            |run: &Run| matches!((run.paper.mode, run.end), (Mode::Placement(Half::Before), RunEnd::Finished(_)));
        let is_second = |run: &Run| run.paper.mode == Mode::Placement(Half::After);
        Ok(runs.iter().any(is_first) && !runs.iter().any(is_second) && !self.declined()?.contains(&Half::After))
    }

    fn placement_test(&self, course: &Course, run: &Run, zone: &TimeZone) -> Result<PlacementTest, StoreError> {
        let paper = self.taken_paper(course, run)?.paper;
        let given = self.given(run.id, &paper)?;
        let answers = paper.items.iter().zip(given).map(|(item, given)| TestAnswer {
            question: item.question.clone(),
            lesson: item.lesson.clone(),
            kind: item.kind,
            is_right: given.is_some_and(|g| g.score.verdict() == Verdict::Right),
        });
        let on = StudyDay::of(run.started, zone).date();
        Ok(PlacementTest { run: run.id, seed: run.paper.seed, on, answers: answers.collect() })
    }

    fn declined(&self) -> Result<Vec<Half>, StoreError> {
        let sql = "SELECT name FROM kept WHERE profile = ? AND course = ? AND kind = ?";
        let [profile, course] = self.me();
        let names: Vec<String> = self.all(sql, params![profile, course, DECLINED], |row| row.get(0))?;
        Ok([Half::Before, Half::After].into_iter().filter(|half| names.iter().any(|n| n == half.words())).collect())
    }
}

/// What a half that is not to be offered is kept as.
/// A run that is a placement test.
pub(super) const IS_PLACEMENT: &str = "run.paper ->> '$.mode.Placement' IS NOT NULL";

/// An answer that counts: one to a placement test shows in no statistics, and its question is not given away.
pub(super) const COUNTS: &str =
    "NOT EXISTS (SELECT 1 FROM run WHERE run.event = answer.run AND run.paper ->> '$.mode.Placement' IS NOT NULL)";

pub(super) const DECLINED: &str = "placement declined";
