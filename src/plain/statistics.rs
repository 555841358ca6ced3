//! Progress in figures.

use super::error::ended;
use super::{Outcome, PlainError, Session, passage};
use crate::pages::statistics as pages;
use crate::study::certificate::Certificate;
use crate::study::progress::Progress;

/// Says what is known, what was done lately, and the quizzes.
///
/// # Errors
/// When a line cannot be written.
pub fn statistics(mut session: Session<'_>, progress: &Progress) -> Result<Outcome, PlainError> {
    let said = passage::say(&mut session.console, session.course, &pages::passages(progress));
    ended(said.map(|()| Outcome::Done))
}

/// Says the certificate, or what is still missing for it.
///
/// # Errors
/// When a line cannot be written.
pub fn certificate(mut session: Session<'_>, certificate: &Certificate) -> Result<Outcome, PlainError> {
    let said = passage::say(&mut session.console, session.course, &pages::certificate(certificate));
    ended(said.map(|()| Outcome::Done))
}
