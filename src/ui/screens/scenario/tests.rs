//! A built-in scenario played by key script, at 80x24.

use std::sync::Arc;

use jiff::Timestamp;

use crate::course::Course;
use crate::course::model::{Id, Scenario};
use crate::store::{Learner, Store};
use crate::study::session::ScenarioSession;
use crate::ui::app::{App, Config, Flow, Message};
use crate::ui::effect::Place;
use crate::ui::script;
use crate::ui::theme::{ColourScheme, Theme};

const SIZE: (u16, u16) = (80, 24);

fn app(folder: &std::path::Path, place: Place) -> App {
    let learner = Learner { profile: "ada".into(), course: Id::new("multi-track-diplomacy").unwrap() };
    let setup = Config {
        theme: Theme::named(ColourScheme::None),
        data: folder.to_owned(),
        place,
        ..Config::fixed(learner.clone())
    };
    let course = Arc::new(Course::builtin().unwrap());
    App::new(course, Store::open(folder, learner), setup, Timestamp::UNIX_EPOCH, SIZE).unwrap()
}

fn island() -> Place {
    Place::Scenario { scenario: Id::new("island-dialogue").unwrap(), anew: false }
}

/// The keys that take a choice, and one of its reasons by its place in the file, in the order of the seed 7.
fn decide(choice: &str, reason: usize) -> String {
    let course = Course::builtin().unwrap();
    let written = course.scenario(&Id::new("island-dialogue").unwrap()).unwrap();
    let shown = &ScenarioSession::new(written, 7).shown().shown;
    let made = |s: &Scenario| {
        let choices = s.scenes.iter().find_map(|scene| {
            scene.choices.iter().position(|c| c.id.as_str() == choice).map(|at| (at, scene.choices[at].clone()))
        });
        choices.unwrap()
    };
    let text = made(written).1.reasons[reason].text.clone();
    let (at, choice) = made(shown);
    let why = choice.reasons.iter().position(|r| r.text == text).unwrap();
    format!("{}<enter>{}<enter>", at + 1, why + 1)
}

/// The first key of [`decide`].
fn choose(choice: &str) -> String {
    format!("{}<enter>", decide(choice, 0).split('<').next().unwrap())
}

fn press(app: &mut App, keys: &str) -> String {
    for key in script::keys(keys).unwrap() {
        assert_eq!(app.handle(Message::Key(key), Timestamp::UNIX_EPOCH), Flow::Continue, "{keys}");
    }
    let screen = script::text(&script::screen(app, SIZE.0, SIZE.1).unwrap());
    screen.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn shows(screen: &str, words: &str) {
    assert!(screen.contains(words), "{words:?} is not on the screen:\n{screen}");
}

#[test]
fn home_leads_to_the_list_and_into_a_scenario() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = app(folder.path(), Place::Home);
    shows(&press(&mut app, ""), "Scenarios The island dialogue");
    shows(&press(&mut app, "s"), "with lesson 11 · about 20 min · not played yet");
    shows(&press(&mut app, "<enter>"), "of three, one holds");
    shows(&press(&mut app, "<esc>"), "not played yet");
}

#[test]
fn a_decision_needs_a_choice_and_a_reason() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = app(folder.path(), island());
    shows(&press(&mut app, "<enter>"), "trust ■■■■□□□□□□ 4");
    shows(&press(&mut app, "<enter>"), "Choose one first.");
    shows(&press(&mut app, &choose("ministers")), "Its price: People in office defend positions");
    let at = &choose("ministers")[..1];
    shows(&press(&mut app, "<left>"), &format!("▸ {at} Invite serving ministers"));
    let outcome = press(&mut app, &decide("influentials", 1));
    shows(&outcome, "trust ■■■■■■□□□□ 6 +2");
    shows(&outcome, "legitimacy ■■■■■□□□□□ 5 −1");
    shows(&outcome, "✗ Your reason does not hold: 0 of 2 points.");
    shows(&outcome, "Stronger: “They stand near enough");
}

#[test]
fn what_was_decided_is_there_after_a_sudden_end() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = app(folder.path(), island());
    press(&mut first, &format!("<enter> {}", decide("influentials", 0)));
    drop(first);
    let mut again = app(folder.path(), island());
    let screen = press(&mut again, "");
    shows(&screen, "decision 2 reasons 2 of 2");
    shows(&screen, "How do you begin?");
}

#[test]
fn going_back_and_the_debrief() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = app(folder.path(), island());
    press(&mut app, &format!("<enter> {}<enter>", decide("influentials", 1)));
    shows(&press(&mut app, "r"), "Go back to which decision? ▸ 1 Whom do you invite?");
    shows(&press(&mut app, "<esc>"), "How do you begin?");
    shows(&press(&mut app, "r<enter>"), "Whom do you invite?");
    // By the ministers there are four decisions; the first reason for the first decision was worth nothing.
    let road: Vec<String> =
        [("ministers", 1), ("deny", 2), ("both", 1), ("refuse", 1)].map(|(c, r)| decide(c, r)).into();
    let debrief = press(&mut app, &format!("{}<enter>", road.join("<enter> ")));
    shows(&debrief, "debrief reasons 6 of 8");
    shows(&debrief, "You went back once.");
    let rest: String = (0..12).map(|_| press(&mut app, "<space>") + " ").collect();
    for words in
        ["Not taken:", "Literature:", "Works named", "Cuhadar 2009: Cuhadar (2009)", "Press r to take another route"]
    {
        shows(&rest, words);
    }
    shows(&press(&mut app, "<esc> s"), "best reasons 6 of 8");
}

#[test]
fn every_built_in_page_fits() {
    let course = Course::builtin().unwrap();
    let found: Vec<_> =
        crate::ui::fit::check(&course).into_iter().filter(|f| f.place.path.contains("scenarios")).collect();
    assert_eq!(found, []);
}
