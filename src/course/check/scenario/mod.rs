//! Scenarios: each has its shape, every scene can be reached, every way ends, and no meter leaves its range.

mod reasons;
#[cfg(test)]
mod tests;
mod ways;

use super::survey::{Survey, place};
use crate::course::files::File;
use crate::course::finding::Finding;
use crate::course::locate;
use crate::course::model::{At, Choice, Echo, Effects, Id, Meter, Scenario, Scene, Standard, Then};

/// Meters on show.
const METERS: usize = 4;
/// Ways to decide, and reasons for each.
const OPTIONS: usize = 3;

pub(super) fn check(survey: &Survey<'_>) -> Vec<Finding> {
    let sides = survey.scenarios.iter().flat_map(|(file, scenario)| of(file, scenario));
    let whole = survey.whole_scenarios.iter();
    let unnamed = whole.clone().filter_map(|(file, scenario)| unnamed(file, scenario));
    let wanting = whole.filter(|_| survey.standard() == Standard::Full).flat_map(|(file, it)| wanting(file, it));
    sides.chain(unnamed).chain(wanting).collect()
}

/// What the full standard wants of a case beside a way through it.
fn wanting(file: &File, scenario: &Scenario) -> Vec<Finding> {
    let say = |message: &str, help: &str| {
        let message = format!("the scenario `{}` {message}", scenario.id);
        Finding::warning("scenario", locate::item(file, &scenario.id), message).help(help)
    };
    let one_side = scenario
        .sides
        .is_empty()
        .then(|| say("is played from one side only", "write the case from another side too: `sides: [Side(…)]`"));
    let no_note = scenario
        .note
        .is_none()
        .then(|| say("has no note for the teacher", "write how to run it with a class: `note: Note(…)`"));
    one_side.into_iter().chain(no_note).collect()
}

/// Where there are several sides, the first has a name too.
fn unnamed(file: &File, scenario: &Scenario) -> Option<Finding> {
    (scenario.side.is_none() && !scenario.sides.is_empty()).then(|| {
        let message = "this scenario has several sides, and the first does not say whose it is".to_owned();
        error(file, &scenario.id, message, "write `side: \"…\"` above its `role`")
    })
}

fn of(file: &File, scenario: &Scenario) -> Vec<Finding> {
    let mut found = meters(file, scenario);
    for scene in &scenario.scenes {
        found.extend(scene_shape(file, scene));
        found.extend(echoes(file, scenario, At::Scene(scene)));
        found.extend(scene.choices.iter().flat_map(|c| choice_shape(file, scenario, c)));
    }
    found.extend(scenario.endings.iter().flat_map(|e| echoes(file, scenario, At::End(e))));
    found.extend(reasons::check(file, scenario));
    found.extend(ways::check(file, scenario));
    found
}

fn error(file: &File, item: &Id, message: String, help: &str) -> Finding {
    Finding::error("scenario", locate::item(file, item), message).help(help)
}

fn meters(file: &File, scenario: &Scenario) -> Vec<Finding> {
    let n = scenario.meters.len();
    let count = (n != METERS)
        .then(|| error(file, &scenario.id, format!("{n} meters: a scenario shows {METERS}"), "add or remove some"));
    let most = Meter::MOST;
    let high = |m: &&Meter| i16::from(m.start) > most;
    let say = |m: &Meter| {
        error(file, &m.id, format!("the meter `{}` starts at {}", m.id, m.start), "start it between 0 and 10")
    };
    count.into_iter().chain(scenario.meters.iter().filter(high).map(say)).collect()
}

fn scene_shape(file: &File, scene: &Scene) -> Option<Finding> {
    let n = scene.choices.len();
    (n != OPTIONS)
        .then(|| error(file, &scene.id, format!("{n} choices: a decision has {OPTIONS}"), "add or remove some"))
}

fn choice_shape(file: &File, scenario: &Scenario, choice: &Choice) -> Vec<Finding> {
    let mut found = effects(file, scenario, &choice.id, &choice.effects);
    if !choice.effects.values().any(|&by| by < 0) {
        let message = format!("the choice `{}` costs nothing: no meter goes down", choice.id);
        found.push(error(file, &choice.id, message, "let one of its effects be below 0: every way has its price"));
    }
    if scenario.follow(&choice.then).is_none() {
        let (what, id) = match &choice.then {
            Then::Scene(id) => ("scene", id),
            Then::End(id) => ("ending", id),
        };
        let at = place(file, &choice.id, &format!("\"{id}\""));
        found.push(
            Finding::error("scenario", at, format!("there is no {what} `{id}`")).help("name one of this scenario"),
        );
    }
    found
}

fn effects(file: &File, scenario: &Scenario, item: &Id, effects: &Effects) -> Vec<Finding> {
    let unknown = effects.keys().filter(|id| !scenario.meters.iter().any(|m| &m.id == *id));
    let named: Vec<&str> = scenario.meters.iter().map(|m| m.id.as_str()).collect();
    let say = |id: &Id| {
        let at = place(file, item, &format!("\"{id}\""));
        Finding::error("scenario", at, format!("there is no meter `{id}`"))
            .help(format!("the meters are: {}", named.join(", ")))
    };
    unknown.map(say).collect()
}

/// Echoes name a choice and known meters. Whether they can be heard, the ways show.
fn echoes(file: &File, scenario: &Scenario, at: At<'_>) -> Vec<Finding> {
    let known = |id: &Id| scenario.scenes.iter().any(|s| s.choice(id).is_some());
    let one = |echo: &Echo| {
        let mut found = effects(file, scenario, at.id(), &echo.effects);
        if !known(&echo.if_taken) {
            let place = place(file, at.id(), &format!("\"{}\"", echo.if_taken));
            let message = format!("there is no choice `{}`", echo.if_taken);
            found.push(Finding::error("scenario", place, message).help("name a choice of this scenario"));
        }
        found
    };
    at.echoes().iter().flat_map(one).collect()
}
