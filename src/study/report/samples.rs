//! Reports for tests: drills on the small course of `tests/fixtures/course`, and a quiz of any number of people.

use std::path::Path;

use super::*;
use crate::course::Course;
use crate::course::model::Id;
use crate::study::drill::{
    Draft, Drill, Entry, Fork, Input, Moment, Questions, Road, Room, Setup, Stage, State, TeamId,
};
use crate::study::drill::{Mode as Play, Team, To, Vote, Way};
use crate::study::item::tests::backwards;
use crate::study::item::{Item, Key, Response};
use crate::study::names::Name;
use crate::study::quiz::{self, Paper, PaperSpec};
use crate::study::score::Score;

pub(crate) fn course() -> Course {
    Course::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/course")).unwrap()
}

pub(crate) fn id(raw: &str) -> Id {
    Id::new(raw).unwrap()
}

fn team(name: &str, others: &[Team]) -> Team {
    Team::next(Name::new(name).unwrap(), others).unwrap()
}

fn teams() -> Vec<Team> {
    let mut teams = Vec::new();
    for name in ["Ada", "<b>Bo</b>", "=SUM(A1)"] {
        teams.push(team(name, &teams));
    }
    teams
}

pub(crate) fn spec() -> PaperSpec {
    PaperSpec {
        lessons: vec![id("ferry")],
        length: 7,
        seed: 1,
        mode: quiz::Mode::Exam,
        limit_s: None,
        only: Vec::new(),
    }
}

/// The questions of the fixture in the author's order, options turned round.
fn questions(mode: Play) -> Questions {
    let course = course();
    let bank = course.bank(&id("ferry")).unwrap();
    let items = bank.questions.iter().map(|q| Item { points: 1, ..backwards(Item::written(&course, &bank.lesson, q)) });
    let asked = items.filter(|item| mode.leaves_out(&item.form).is_none()).collect();
    Questions { paper: spec(), round: None, ..Questions::sample(mode, asked) }
}

/// The room of `drill` after these inputs, a second apart.
pub(crate) fn played(drill: Drill, inputs: Vec<Input>) -> Room {
    let mut room = Room::new(Setup::new(Draft { teams: teams(), drill }).unwrap());
    for (at, what) in (1..).zip(inputs) {
        room.apply(&Entry::new(Moment(at * 1000), what)).unwrap();
    }
    room
}

fn opens(question: usize) -> [Input; 2] {
    [Input::Asked { question }, Input::Opened]
}

fn says(team: u8, answer: Response) -> Input {
    Input::Answered { team: TeamId(team), answer }
}

/// Three teams and one that comes late: a question whose key is mended, one skipped, one void, a tie, an early end.
pub(crate) fn room() -> Room {
    played(Drill::Questions(questions(Play::Together)), inputs())
}

/// The room of [`room`] when only the first `n` inputs have come.
pub(crate) fn room_after(n: usize) -> Room {
    played(Drill::Questions(questions(Play::Together)), inputs().into_iter().take(n).collect())
}

pub(crate) fn inputs() -> Vec<Input> {
    let typed = "<script>x</script>\u{202e}".to_owned();
    [
        opens(0).to_vec(),
        vec![
            says(0, Response::Picked(0)),
            says(1, Response::Picked(2)),
            Input::Passed { team: TeamId(2) },
            Input::Closed,
            Input::Revealed,
        ],
        opens(1).to_vec(),
        vec![Input::Skipped, Input::Joined(team("Dot", &teams())), Input::Opened],
        vec![says(0, Response::Picked(1)), says(1, Response::Picked(0)), says(3, Response::Picked(1))],
        vec![Input::Closed, Input::Revealed],
        opens(3).to_vec(),
        vec![says(0, Response::Joined(vec![Some(0), Some(1), None, Some(4)])), Input::Closed, Input::Revealed],
        opens(4).to_vec(),
        vec![Input::Closed, Input::Revealed],
        opens(5).to_vec(),
        vec![
            says(1, Response::typed(typed)),
            says(2, Response::typed("1990".to_owned())),
            Input::Closed,
            Input::Revealed,
            Input::Ended,
        ],
        vec![Input::Regraded { question: 0, key: Key::AnyOf(vec![Response::Picked(0), Response::Picked(2)]) }],
        vec![Input::Regraded { question: 3, key: Key::Void }],
    ]
    .concat()
}

pub(crate) fn report(room: &Room) -> DrillReport {
    DrillReport::of(&course(), room, 3, "2026-11-20T09:14:00Z".parse().unwrap())
}

pub(crate) fn drill() -> DrillReport {
    report(&room())
}

/// A question argued about: 9 of 25 hands right at first, then 20 of 25; and one with a single vote.
pub(crate) fn argued() -> DrillReport {
    let vote = |vote, hands: &[u32]| Input::Voted { vote, hands: hands.to_vec() };
    let inputs = [
        opens(0).to_vec(),
        vec![
            vote(Vote::First, &[9, 8, 7, 1]),
            Input::Opened,
            vote(Vote::Second, &[20, 3, 2, 0]),
            Input::Closed,
            Input::Revealed,
        ],
        opens(1).to_vec(),
        vec![vote(Vote::First, &[4, 8]), Input::Closed, Input::Revealed, Input::Ended],
    ];
    report(&played(Drill::Questions(questions(Play::Argue)), inputs.concat()))
}

/// The class against a target of 60 %.
pub(crate) fn class() -> DrillReport {
    let all = [
        says(0, Response::Picked(0)),
        says(1, Response::Picked(0)),
        says(2, Response::Picked(3)),
        Input::Closed,
        Input::Revealed,
        Input::Ended,
    ];
    report(&played(
        Drill::Questions(questions(Play::Class { target_percent: 60 })),
        [opens(0).to_vec(), all.to_vec()].concat(),
    ))
}

/// A road through a scenario of the built-in course, always by the second choice.
pub(crate) fn road() -> DrillReport {
    let course = Course::builtin().unwrap();
    let scenario = course.scenarios().next().unwrap();
    let to = |then: &crate::course::model::Then| match then {
        crate::course::model::Then::Scene(id) => To::Scene(id.clone()),
        crate::course::model::Then::End(id) => To::Ending(id.clone()),
    };
    let ways = |scene: &crate::course::model::Scene| {
        scene.choices.iter().map(|c| Way { choice: c.id.clone(), to: to(&c.then) }).collect()
    };
    let forks = scenario.scenes.iter().map(|scene| Fork { scene: scene.id.clone(), ways: ways(scene) }).collect();
    let mut room = played(Drill::Scenario(Road { scenario: scenario.id.clone(), forks }), vec![Input::Opened]);
    while let State::Live(Stage::Scene { scene }) = room.state().clone() {
        let choice = scenario.scene(&scene).unwrap().choices[1].id.clone();
        room.apply(&Entry::new(Moment(2000), Input::Chosen { scene, choice, hands: vec![5, 14, 6] })).unwrap();
    }
    DrillReport::of(&course, &room, 6, "2026-11-20T09:14:00Z".parse().unwrap())
}

/// `people` attempts at the fixture's seven questions: person `i` is right at the questions whose number `i` exceeds, so
/// that the first question is the easiest, but the last question only the first person gets right.
pub(crate) fn attempts(people: usize) -> Vec<Attempt> {
    let course = course();
    let paper = Paper::draw(&course, spec());
    let attempt = |who: usize| {
        let answer = |(at, item): (usize, &Item)| {
            let right = if at == 6 { who == 0 } else { who % 7 > at };
            let answer = if right { item.form.right().remove(0) } else { Response::Passed };
            let score: Score = item.grade(&answer);
            (item.question.clone(), answer, score)
        };
        Attempt {
            who: if who == 1 { "<i>=Eve()\u{202e}".to_owned() } else { format!("Person {who}") },
            how: if who == 2 { How::Paper } else { How::Screen },
            version: if who == 2 { 'B' } else { 'A' },
            answers: paper.items.iter().enumerate().map(answer).collect(),
            took_ms: Some(61_000),
        }
    };
    (0..people).map(attempt).collect()
}

pub(crate) fn test(people: usize) -> TestReport {
    TestReport::of(&course(), &Paper::draw(&course(), spec()), &attempts(people))
}

/// One of each.
pub(crate) fn all() -> Vec<Report> {
    let drills = [drill(), argued(), class(), road()].map(Report::Drill);
    let tests = [0, 1, 3, 9, 10, 30].map(|n| Report::Test(test(n)));
    drills.into_iter().chain(tests).collect()
}
