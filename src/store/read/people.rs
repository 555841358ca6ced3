//! Everybody who learns on this computer: for what a class does together.

use std::collections::HashMap;

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
        let sql = "SELECT name FROM profile WHERE EXISTS
                     (SELECT 1 FROM event JOIN learner ON learner.id = event.learner
                      WHERE learner.profile = profile.id AND learner.course = ?) ORDER BY name";
        self.all(sql, params![self.me()[1]], |row| row.get(0))
    }

    /// Every finished quiz of every profile, oldest first of each.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn quizzes_of_all(&self) -> Result<Vec<TakenQuiz>, StoreError> {
        let mut taken = Vec::new();
        let profiles: Vec<(String, String)> =
            self.all("SELECT id, name FROM profile ORDER BY name", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        for (id, name) in profiles {
            let runs = self.runs_of(&id, usize::MAX)?;
            let mut answers = if runs.is_empty() { HashMap::new() } else { self.answers_of_all(&id)? };
            for run in runs.into_iter().rev().filter(|r| matches!(r.end, RunEnd::Finished(_))) {
                taken.push(TakenQuiz {
                    profile: name.clone(),
                    answers: answers.remove(&run.id).unwrap_or_default(),
                    run,
                });
            }
        }
        Ok(taken)
    }
}
