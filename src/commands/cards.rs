//! `ninetracks cards`: the cards that are due.

use super::{Ended, app, environment, plain};
use crate::cli::Global;
use crate::study::queue::Limits;
use crate::ui::effect::Place;

/// # Errors
/// When there is no such lesson, or the cards cannot be shown.
pub fn run(global: &Global, named: Option<&str>) -> anyhow::Result<Ended> {
    let course = environment::course(global)?;
    let lesson = named.map(|n| environment::lesson(&course, n)).transpose()?;
    if environment::is_plain(global) {
        let mut store = environment::store(global, &course)?;
        let outcome = plain::at_console(false, |console| {
            crate::plain::cards(
                &course,
                &mut store,
                lesson.as_ref(),
                Limits::default(),
                global.seed,
                &environment::clock,
                console,
            )
        })?;
        return Ok(plain::ended(outcome, None));
    }
    app::open_in(global, course, Place::Cards { lesson })
}
