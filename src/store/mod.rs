//! Progress on disk: the only SQL.
//!
//! ```text
//!  append(event) ─► event (the log: the truth) ─► projection ─► came read recalled review run answer latest ending card …
//!                   one transaction, on disk when it returns                ▲
//!  rebuild() ───────────────────────────────────────────────────────────────┘     read/ asks these
//! ```
//! Ids of profiles, courses, cards, lessons and questions are the keys. Several windows may have one database open.

mod append;
mod backup;
mod class_history;
mod copy;
mod displaced;
mod error;
mod examine;
mod forget;
mod glance;
mod histories;
mod insight;
mod items;
mod migrate;
mod open;
mod placement;
mod profiles;
pub mod progress;
mod projection;
mod quarantine;
mod read;
mod rebuild;
mod reports;
mod short_body;
mod transfer;
pub mod whole_file;

use std::path::PathBuf;

use rusqlite::Connection;

pub use backup::{Backup, back_up, backups};
pub use error::{StoreError, StoreErrorKind};
pub use examine::{Examination, Examined, SchemaVersion, examine};
pub use forget::{Erased, Forgettable};
pub use histories::Strays;
pub use items::{Reworded, TakenPaper};
pub use profiles::Profile;
pub use quarantine::{Beside, beside, set_aside};
pub use read::cards::{LastReview, LoggedReview};
pub use read::classes::MadePaper;
pub use read::days::{DayTotals, ReviewDay};
pub use read::drills::{DrillLine, EnteredSheet, Kept, LoggedDrill};
pub use read::flags::ItemFlag;
pub use read::people::TakenQuiz;
pub use read::plays::ScenarioRecord;
pub use read::quizzes::{LessonScore, Missed, ObjectiveScore, Run, RunAnswer, RunEnd};
pub use reports::{SatPaper, said_of_broken};
pub use transfer::{ExportScope, MergeOptions, Merged, ProgressFile, TransferError};

use self::displaced::FileIdentity;
use crate::course::model::Id;

/// Name of the database in its folder.
pub const FILE: &str = "progress.db";

/// Whose progress, in which course.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Learner {
    pub profile: String,
    pub course: Id,
}

/// The progress of one learner in one course.
#[derive(Debug)]
pub struct Store {
    db: Connection,
    who: Learner,
    /// The id of the profile; empty, and with no rows, until something is saved for it.
    profile: String,
    /// The database's file; for messages only when it is in memory.
    place: PathBuf,
    /// Which file is at `place`; `None` in memory, and for a store that only reads.
    file: Option<FileIdentity>,
}

impl Store {
    #[must_use]
    pub fn learner(&self) -> &Learner {
        &self.who
    }

    /// Whether what is appended outlives the program.
    #[must_use]
    pub fn is_saving(&self) -> bool {
        self.db.path().is_some_and(|path| !path.is_empty())
    }

    /// Finds out which profile it is: with every new database, and when another window may have made it.
    fn find_profile(&mut self) -> Result<(), StoreError> {
        let found = profiles::id(&self.db, &self.who.profile).map_err(|e| self.trouble(e))?;
        self.profile = found.unwrap_or_default();
        Ok(())
    }

    fn trouble(&self, error: rusqlite::Error) -> StoreError {
        StoreError::from_sqlite(&self.place, error)
    }
}

#[cfg(test)]
mod tests;
