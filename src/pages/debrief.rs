//! The debrief of a scenario: how it ended, what the reasons earned, each way taken and not taken, and the literature.
//! One learner gives reasons; a class votes.

use super::passage::works;
use super::{Level, Passage};
use crate::course::Course;
use crate::course::model::{Choice, Scenario, Scene};
use crate::study::drill::{Decision, letter};
use crate::study::scenario::{ClassTrace, Play, Trace};

/// A meter is near 0 up to here.
const NEAR_ZERO: i16 = 2;

/// The debrief of one learner.
#[must_use]
pub fn of_play(course: &Course, scenario: &Scenario, play: &Play) -> Vec<Passage> {
    let trace = play.trace(scenario);
    let mut passages = ending(&trace);
    passages.push(Passage::Reasons(play.score(scenario)));
    passages.extend((play.rewinds() > 0).then(|| Passage::Rewinds(play.rewinds())));
    passages.extend(meters(scenario, &trace));
    passages.push(Passage::Heading("The route you took, and those you did not".to_owned()));
    for (at, step) in trace.steps.iter().enumerate() {
        passages.push(decision(at, step.scene));
        passages.push(labelled("You", step.choice));
        passages.push(Passage::Reason { points: step.reason.points, text: step.reason.text.clone() });
        let others = step.scene.choices.iter().filter(|c| c.id != step.choice.id);
        passages.extend(others.map(|other| not_taken(None, other)));
        passages.push(literature(step.scene));
    }
    passages.extend(unseen(scenario, &trace, true));
    closed(course, scenario, passages)
}

/// The debrief of a class; `made` are the decisions that `trace` follows.
#[must_use]
pub fn of_class(course: &Course, scenario: &Scenario, trace: &ClassTrace<'_>, made: &[Decision]) -> Vec<Passage> {
    let mut passages = ending(trace);
    passages.extend(meters(scenario, trace));
    passages.push(Passage::Heading("The route the class took, and those it did not".to_owned()));
    for (at, (step, made)) in trace.steps.iter().zip(made).enumerate() {
        let taken = step.scene.choices.iter().position(|c| c.id == step.choice.id).unwrap_or(0);
        passages.push(decision(at, step.scene));
        passages.push(Passage::Hands { counted: made.hands.clone(), taken });
        passages.push(labelled(&format!("The class chose {}", letter(taken)), step.choice));
        let others = step.scene.choices.iter().enumerate().filter(|(at, _)| *at != taken);
        passages.extend(others.map(|(at, other)| not_taken(Some(letter(at)), other)));
        passages.push(literature(step.scene));
    }
    passages.extend(unseen(scenario, trace, false));
    closed(course, scenario, passages)
}

/// How the meters stand, each with what it moved by since `before`.
#[must_use]
pub fn levels(scenario: &Scenario, levels: &[i16], before: &[i16]) -> Vec<Level> {
    let level = |(meter, (&level, &before)): (&crate::course::model::Meter, (&i16, &i16))| Level {
        meter: meter.name.to_string(),
        level,
        change: level - before,
    };
    scenario.meters.iter().zip(levels.iter().zip(before)).map(level).collect()
}

fn ending<R>(trace: &Trace<'_, R>) -> Vec<Passage> {
    let Some(ending) = trace.ending() else { return Vec::new() };
    let echoes = trace.echoes.iter().map(|echo| Passage::Echo(echo.text.clone()));
    [Passage::Ending(ending.title.to_string()), Passage::Prose(ending.text.clone())].into_iter().chain(echoes).collect()
}

/// The meters, and what those that came near 0 mean.
fn meters<R>(scenario: &Scenario, trace: &Trace<'_, R>) -> Vec<Passage> {
    let levels = levels(scenario, &trace.levels, &scenario.start());
    let low = scenario.meters.iter().zip(&levels).filter(|(_, level)| level.level <= NEAR_ZERO);
    let low: Vec<Passage> =
        low.map(|(meter, level)| Passage::NearZero { level: level.clone(), meaning: meter.low.clone() }).collect();
    [Passage::Meters(levels)].into_iter().chain(low).collect()
}

fn decision(at: usize, scene: &Scene) -> Passage {
    Passage::Decision { number: at + 1, scene: scene.title.to_string() }
}

fn labelled(label: &str, choice: &Choice) -> Passage {
    Passage::Labelled { label: label.to_owned(), text: choice.text.clone() }
}

fn literature(scene: &Scene) -> Passage {
    Passage::Labelled { label: "Literature".to_owned(), text: scene.reading.clone() }
}

fn not_taken(letter: Option<char>, choice: &Choice) -> Passage {
    Passage::NotTaken { letter, choice: choice.text.clone(), outcome: choice.outcome.clone() }
}

/// Scenes and endings that lay on other roads.
fn unseen<R>(scenario: &Scenario, trace: &Trace<'_, R>, can_go_back: bool) -> Option<Passage> {
    let seen = |id| trace.steps.iter().any(|s| &s.scene.id == id) || trace.at.is_some_and(|at| at.id() == id);
    let scenes = scenario.scenes.iter().filter(|s| !seen(&s.id)).map(|s| format!("“{}”", s.title));
    let endings = scenario.endings.iter().filter(|e| !seen(&e.id)).map(|e| format!("an ending, “{}”", e.title));
    let titles: Vec<String> = scenes.chain(endings).collect();
    (!titles.is_empty()).then_some(Passage::Unseen { titles, can_go_back })
}

/// What is written on the whole case, and every work named so far.
fn closed(course: &Course, scenario: &Scenario, mut passages: Vec<Passage>) -> Vec<Passage> {
    passages.push(Passage::Heading("What the literature makes of it".to_owned()));
    passages.extend(scenario.debrief.iter().cloned().map(Passage::Prose));
    let works = works(&passages);
    if works.is_empty() {
        return passages;
    }
    passages.push(Passage::Heading("Works named".to_owned()));
    passages.extend(works.iter().enumerate().map(|(at, work)| Passage::Work {
        number: at + 1,
        name: course.short_name(work),
        full: course.reference(work).map_or_else(|| work.to_string(), |r| r.full.to_string()),
    }));
    passages
}
