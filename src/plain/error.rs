//! What ends an activity before its time.

use std::io;

use super::Outcome;
use crate::course::model::Id;
use crate::store::StoreError;

/// Why an activity could not go on.
#[derive(Debug, thiserror::Error)]
pub enum PlainError {
    /// Inside an activity: it then ends with [`Outcome::Left`], which is no error.
    #[error("the learner left")]
    Left,
    #[error("the output cannot be written: {0}")]
    Output(io::Error),
    #[error("the input cannot be read: {0}")]
    Input(io::Error),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("these lessons have no questions. `ninetracks list questions` shows which lessons have some")]
    NoQuestion,
    #[error("there is no lesson `{0}` that can be read. `ninetracks list lessons` lists them")]
    NoLesson(Id),
    #[error("there is no scenario `{0}` that can be read. `ninetracks list scenarios` lists them")]
    NoScenario(Id),
    #[error("there is no quiz with the number {0} to resume")]
    NoQuiz(i64),
    #[error("there is no quiz {0}. `ninetracks stats` lists them with their numbers")]
    NoSuchQuiz(usize),
    #[error("quiz {0} is not handed in yet, and nothing is told before: `ninetracks quiz --resume` resumes it")]
    NotHandedIn(usize),
    #[error("there is no drill with the number {0} to resume")]
    NoDrill(i64),
}

/// How an activity ended. Leaving is an end like any other, and a reader that has closed the pipe wants no more, and no
/// message about it.
pub(super) fn ended(activity: Result<Outcome, PlainError>) -> Result<Outcome, PlainError> {
    match activity {
        Err(PlainError::Left) => Ok(Outcome::Left),
        Err(PlainError::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Outcome::Left),
        other => other,
    }
}
