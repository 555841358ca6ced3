//! Reasons: one of three holds, and nothing but its worth gives it away.

use super::OPTIONS;
use crate::course::check::survey::place;
use crate::course::files::File;
use crate::course::finding::Finding;
use crate::course::locate;
use crate::course::model::{Choice, Reason, Scenario};

/// The longest reason has at most this many times the characters of the shortest.
const SPREAD: f64 = 1.6;

pub(super) fn check(file: &File, scenario: &Scenario) -> Vec<Finding> {
    let choices: Vec<&Choice> = scenario.scenes.iter().flat_map(|s| &s.choices).collect();
    let mut found: Vec<Finding> = choices.iter().flat_map(|c| one(file, c)).collect();
    found.extend(given_away(file, scenario, &choices));
    found
}

fn one(file: &File, choice: &Choice) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut say = |message: String, help: &str| {
        found.push(Finding::error("scenario", locate::item(file, &choice.id), message).help(help));
    };
    let n = choice.reasons.len();
    if n != OPTIONS {
        say(format!("{n} reasons: a choice has {OPTIONS}"), "add or remove some");
    }
    let best = choice.reasons.iter().filter(|r| r.points == Reason::BEST).count();
    if best != 1 {
        say(
            format!("{best} reasons with 2 points: exactly one reason holds"),
            "give one reason 2 points, the others 1 or 0",
        );
    }
    let lengths = choice.reasons.iter().map(length);
    if let (Some(short), Some(long)) = (lengths.clone().min(), lengths.max())
        && f64::from(long) > SPREAD * f64::from(short)
    {
        say(
            format!("its reasons differ in length: {short} to {long} characters"),
            "make them similar, so that length gives nothing away",
        );
    }
    let high = choice.reasons.iter().filter(|r| r.points > Reason::BEST);
    found.extend(high.map(|r| {
        let at = place(file, &choice.id, &format!("points: {}", r.points));
        Finding::error("scenario", at, format!("a reason earns 0, 1 or 2 points, not {}", r.points))
            .help("write 0, 1 or 2")
    }));
    found
}

/// Over the whole scenario neither length nor place tells which reason holds.
fn given_away(file: &File, scenario: &Scenario, choices: &[&Choice]) -> Vec<Finding> {
    let best: Vec<(usize, &Choice)> =
        choices.iter().filter_map(|c| Some((c.reasons.iter().position(|r| r.points == Reason::BEST)?, *c))).collect();
    let longest = best.iter().filter(|&&(at, c)| c.reasons.iter().all(|r| length(r) <= length(&c.reasons[at]))).count();
    let mut found = Vec::new();
    let mut say = |message: String, help: &str| {
        found.push(Finding::warning("scenario", locate::item(file, &scenario.id), message).help(help));
    };
    if longest * 3 > best.len() && best.len() >= OPTIONS {
        say(
            format!("the reason that holds is the longest in {longest} of {} choices", best.len()),
            "shorten some, so that length gives nothing away",
        );
    }
    for place in 0..OPTIONS {
        let here = best.iter().filter(|(at, _)| *at == place).count();
        if here * 2 > best.len() && best.len() >= OPTIONS {
            say(
                format!("the reason that holds is in place {} in {here} of {} choices", place + 1, best.len()),
                "move it in some of them",
            );
        }
    }
    found
}

fn length(reason: &Reason) -> u32 {
    u32::try_from(reason.text.as_str().chars().count()).unwrap_or(u32::MAX)
}
