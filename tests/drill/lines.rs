//! A drill as lines saves what the screen saves for the same acts.

use jiff::{Timestamp, tz::TimeZone};
use ninetracks::course::Course;
use ninetracks::course::model::Id;
use ninetracks::plain::{self, Console, Session};
use ninetracks::store::{Learner, Store};
use ninetracks::study::drill::{Draft, Input, Mode, Plan, Setup, Team};
use ninetracks::study::names::PersonName;
use ninetracks::study::session::drill::DrillStart;
use ninetracks::study::time::Clock;

use crate::class::{Class, drill, fixture};

/// What a class of lines saves when `script` is typed, its lines apart by `|`.
fn typed(course: &Course, drill: Setup, script: &str) -> Vec<Input> {
    let mut store = Store::in_memory(Learner { profile: "default".into(), course: course.about().id.clone() }).unwrap();
    let lines: String = script.split('|').map(|line| format!("{line}\n")).collect();
    let (mut input, mut talk, mut result) = (lines.as_bytes(), Vec::new(), Vec::new());
    let clock = || Clock::new(Timestamp::UNIX_EPOCH, TimeZone::UTC);
    let console = Console::new(&mut input, &mut talk, &mut result);
    let session = Session { course, store: &mut store, clock: &clock, seed: None, console };
    plain::drill(session, DrillStart::New(Box::new(drill)), false).unwrap();
    acts(store.last_drill().unwrap().unwrap().entries)
}

fn acts(entries: Vec<ninetracks::study::drill::Entry>) -> Vec<Input> {
    entries.into_iter().map(|e| e.what).collect()
}

#[track_caller]
fn same(mode: Mode, questions: &[&str], keys: &str, lines: &str) {
    let on_screen = acts(Class::of(drill(mode, 3, questions)).keys(keys).log().entries);
    assert!(on_screen.len() > 3);
    assert_eq!(typed(&fixture(), drill(mode, 3, questions), lines), on_screen);
}

#[test]
fn in_every_mode() {
    same(Mode::Together, &["q-choice"], "<enter><enter>d-a<enter><enter><enter><enter>", "||d||a||||");
    same(Mode::Class { target_percent: 60 }, &["q-typed"], "<enter><enter>1991 / - / -<enter><enter>", "||1991||||");
    same(Mode::Buzzer, &["q-choice"], "<enter><enter>z1<enter>p4<enter><enter>", "||z|a|p d|");
    same(Mode::Turns, &["q-choice"], "<enter><enter>a<enter><tab>d<enter><enter>", "||a|pass|d|");
    same(
        Mode::Argue,
        &["q-choice"],
        "<enter><enter>9<enter>5<enter>3<enter>3<enter><enter>1<enter>1<enter>1<enter>17<enter><enter>",
        "||9|5|3|3||1 1 1 17|",
    );
}

#[test]
fn of_what_is_taken_back_and_of_what_is_paused() {
    same(
        Mode::Together,
        &["q-choice"],
        "<enter><enter>da<enter><delete>b<enter><esc><esc>c<enter>",
        "||d|a|undo|b|pause||c",
    );
    same(Mode::Together, &["q-choice"], "<enter><enter>da<enter><esc><esc><delete>b<enter>", "||d|a|pause||undo|b");
}

#[test]
fn of_a_scenario() {
    let island = Id::new("island-dialogue").unwrap();
    let course = Course::builtin().unwrap();
    let on_screen =
        acts(Class::of_scenario("island-dialogue").keys("<enter><enter>1<enter>9<enter>0<enter>").log().entries);
    let setup = Setup::new(Plan::Scenario(island).draft(&course, Team::line_up(2), 7).0).unwrap();
    assert_eq!(typed(&course, setup, "|1 9 0"), on_screen);
    assert!(matches!(on_screen.last(), Some(Input::Chosen { .. })));
}

#[test]
fn of_people_who_go_move_and_are_renamed() {
    let name = |text: &str| PersonName::new(text).unwrap();
    let peopled = || {
        let mut teams = Team::line_up(3);
        teams[0].members = ["Ana Ruiz", "Ben"].map(name).into();
        teams[1].members = vec![name("Cem")];
        Setup::new(Draft { teams, drill: drill(Mode::Together, 3, &["q-choice"]).drill().clone() }).unwrap()
    };
    let keys = "<enter><enter><esc>*<down><space><up><up><up><up>m<enter>Bo<enter><up><up><up><enter>Owls<enter>";
    let lines = "||pause|away ana|move Ben 2|rename ben = Bo|rename 1 = Owls|people|away nobody";
    assert_eq!(typed(&fixture(), peopled(), lines), acts(Class::of(peopled()).keys(keys).log().entries));
}
