//! `ninetracks scenario`: a branching case.

use std::io::Write as _;

use anyhow::Context as _;

use super::{Ended, app, environment, output, plain, write_file};
use crate::cli::{Global, ScenarioArgs};
use crate::course::Course;
use crate::course::model::Id;
use crate::course::model::text::in_one_line;
use crate::course::model::text::named_path;
use crate::course::suggestion::did_you_mean;
use crate::print::note::NotePage;
use crate::ui::effect::Place;

/// # Errors
/// When there is no such scenario, or it cannot be shown.
pub(super) fn run(global: &Global, args: &ScenarioArgs) -> anyhow::Result<Ended> {
    let course = environment::course(global)?;
    let scenario = args.id.as_deref().map(|named| find(&course, named)).transpose()?;
    if let (Some(scenario), true) = (&scenario, args.note) {
        return note(&course, scenario, args);
    }
    if environment::chooses_lines(global) {
        let outcome = plain::run(global, &course, false, |session| crate::plain::scenario(session, scenario.as_ref()))?;
        return Ok(plain::ended(outcome, None));
    }
    if course.scenario_outlines().is_empty() {
        anyhow::bail!("this course has no scenarios. Write them in quizzes/scenarios/");
    }
    let place = scenario.map_or(Place::Scenarios, |scenario| Place::Scenario { scenario, anew: false });
    app::open_in(global, course, place)
}

/// Writes the note of the case that `scenario` is a side of.
fn note(course: &Course, scenario: &Id, args: &ScenarioArgs) -> anyhow::Result<Ended> {
    let whole = course.whole_scenario(scenario);
    let page = whole.and_then(|it| Some(NotePage { course, scenario: it, note: it.note.as_ref()? }));
    let page = page.with_context(|| {
        format!("the scenario `{scenario}` has no note for the teacher. It is written as `note` in its file in quizzes/scenarios/")
    })?;
    match &args.out {
        None => write!(output::results(), "{}", page.markdown())?,
        Some(file) => {
            let is_page = file.extension().is_some_and(|e| e.eq_ignore_ascii_case("html"));
            write_file::write(file, &if is_page { page.html() } else { page.markdown() }, args.force, "--out")?;
            output::note(format_args!("Written to {}", named_path(file)));
        }
    }
    Ok(Ended::Done)
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
    found.map(|o| o.id.clone()).with_context(|| {
        let meant = did_you_mean(named, all.iter().map(|o| o.id.as_str()));
        format!("there is no scenario `{}`.{meant} The scenarios are: {}", in_one_line(named), known())
    })
}
