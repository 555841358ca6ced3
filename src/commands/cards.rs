//! `ninetracks cards`: the cards that are due.

use super::{Ended, app, environment, plain, settings_desk};
use crate::cli::Global;
use crate::plain::Session;
use crate::ui::effect::Place;

/// # Errors
/// When there is no such lesson, or the cards cannot be shown.
pub(super) fn run(global: &Global, named: Option<&str>) -> anyhow::Result<Ended> {
    let course = environment::course(global)?;
    let lesson = named.map(|n| environment::lesson(&course, n)).transpose()?;
    if environment::chooses_lines(global) {
        let rules = settings_desk::load_and_tell(global).settings.review_rules();
        let cards = |session: Session<'_>| crate::plain::cards(session, lesson, rules);
        let outcome = plain::run(global, &course, false, cards)?;
        return Ok(plain::ended(outcome, None));
    }
    app::open_in(global, course, Place::Cards { lesson })
}
