//! `ninetracks cards`: the cards that are due.

use super::{Ended, app, session};
use crate::cli::Global;
use crate::ui::effect::Place;

/// # Errors
/// When there is no such lesson, or the cards cannot be shown.
pub fn run(global: &Global, named: Option<&str>) -> anyhow::Result<Ended> {
    let course = session::course(global)?;
    let lesson = named.map(|n| session::lesson(&course, n)).transpose()?;
    app::open_in(global, course, Place::Cards { lesson })
}
