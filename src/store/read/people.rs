//! Everybody who learns on this computer: for what a class does together.

use rusqlite::params;

use crate::store::{Run, RunAnswer, RunEnd, Store, StoreError};

/// A finished quiz of somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct TakenQuiz {
    pub profile: String,
    pub run: Run,
    pub answers: Vec<RunAnswer>,
}

impl Store {
    /// The profiles that ever did anything in this course, by name.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn profiles(&self) -> Result<Vec<String>, StoreError> {
        self.all("SELECT DISTINCT profile FROM event WHERE course = ? ORDER BY profile", params![self.me()[1]], |row| {
            row.get(0)
        })
    }

    /// Every finished quiz of every profile, oldest first of each.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn quizzes_of_all(&self) -> Result<Vec<TakenQuiz>, StoreError> {
        let mut taken = Vec::new();
        for profile in self.profiles()? {
            let finished =
                self.runs_of(&profile, usize::MAX)?.into_iter().rev().filter(|r| matches!(r.end, RunEnd::Finished(_)));
            for run in finished {
                taken.push(TakenQuiz { profile: profile.clone(), answers: self.answers_of(&profile, run.id)?, run });
            }
        }
        Ok(taken)
    }
}
