//! `ninetracks scenario`: a branching case.

use anyhow::Context as _;

use super::{Ended, app, environment, plain};
use crate::cli::Global;
use crate::course::Course;
use crate::course::model::Id;
use crate::course::model::text::in_one_line;
use crate::ui::effect::Place;

/// # Errors
/// When there is no such scenario, or it cannot be shown.
pub(super) fn run(global: &Global, named: Option<&str>) -> anyhow::Result<Ended> {
    let course = environment::course(global)?;
    let scenario = named.map(|n| find(&course, n)).transpose()?;
    if environment::is_plain(global) {
        let outcome = plain::run(global, &course, false, |session| crate::plain::scenario(session, scenario.as_ref()))?;
        return Ok(plain::ended(outcome, None));
    }
    if course.scenario_outlines().is_empty() {
        anyhow::bail!("this course has no scenarios. Write them in quizzes/scenarios/");
    }
    let place = scenario.map_or(Place::Scenarios, |scenario| Place::Scenario { scenario, anew: false });
    app::open_in(global, course, place)
}

/// The scenario a learner named by number or id.
///
/// # Errors
/// Says which scenarios there are.
pub(super) fn find(course: &Course, named: &str) -> anyhow::Result<Id> {
    let all = course.scenario_outlines();
    let by_number = named.parse::<usize>().ok().and_then(|n| all.get(n.checked_sub(1)?));
    let found = by_number.or_else(|| all.iter().find(|o| o.id.as_str() == named));
    let known = || all.iter().enumerate().map(|(i, o)| format!("{} {}", i + 1, o.id)).collect::<Vec<_>>().join(", ");
    found
        .map(|o| o.id.clone())
        .with_context(|| format!("there is no scenario `{}`. The scenarios are: {}", in_one_line(named), known()))
}
