//! The built-in scenarios, played by vote.

use super::*;
use crate::course::Course;
use crate::course::model::Scenario;
use crate::study::scenario::follow;

fn play(scenario: &Scenario) -> Play {
    let drill = Drill::Scenario(Road::of(scenario));
    let mut play = Play::of(Setup::new(Draft { teams: teams(2), drill }).unwrap());
    play.does(Input::Opened);
    play
}

/// Takes every way on from `room`; gives how many there were.
fn every_way(scenario: &Scenario, room: &Room) -> usize {
    let trace = follow(scenario, room.road().iter().map(|d| (&d.scene, &d.choice)));
    match room.state() {
        State::Live(Stage::Debrief { ending }) => {
            assert_eq!(trace.ending().map(|e| &e.id), Some(ending));
            1
        }
        State::Live(Stage::Scene { scene }) => {
            let here = trace.scene().unwrap();
            assert_eq!(&here.id, scene);
            let on = |choice: &Id| {
                let mut play = Play { room: room.clone(), now: 0 };
                play.does(Input::Chosen { scene: scene.clone(), choice: choice.clone(), hands: Vec::new() });
                every_way(scenario, &play.room)
            };
            here.choices.iter().map(|c| on(&c.id)).sum()
        }
        state => panic!("{}: {state:?}", scenario.id),
    }
}

#[test]
fn every_way_a_class_can_take_ends_in_a_debrief() {
    let course = Course::builtin().unwrap();
    for scenario in course.scenarios() {
        assert!(every_way(scenario, &play(scenario).room) > scenario.endings.len(), "{}", scenario.id);
    }
}

#[test]
fn it_begins_at_the_first_scene_and_a_decision_can_be_taken_back() {
    let course = Course::builtin().unwrap();
    let scenario = course.scenario(&id("island-dialogue")).unwrap();
    let mut play = play(scenario);
    let first = State::Live(Stage::Scene { scene: id("whom") });
    assert_eq!(play.room.state(), &first);
    play.does(Input::Chosen { scene: id("whom"), choice: id("activists"), hands: vec![3, 9, 12] });
    assert_eq!(play.room.state(), &State::Live(Stage::Scene { scene: id("opening") }));
    play.does(Input::Undone);
    assert_eq!((play.room.state(), play.room.road().len()), (&first, 0));
}
