//! What is known of the learner's memory.

use super::error::ended;
use super::{Outcome, PlainError, Session, passage};
use crate::pages::memory as pages;
use crate::study::memory_report::MemoryReport;

/// Says what the schedule knows of the learner's memory, and what a desired retention costs.
///
/// # Errors
/// When a line cannot be written.
pub fn memory(mut session: Session<'_>, report: &MemoryReport) -> Result<Outcome, PlainError> {
    let said = passage::say(&mut session.console, session.course, &pages::passages(report));
    ended(said.map(|()| Outcome::Done))
}
