//! Rooms in tests: the fixture course's seven questions, teams with standard keys, and a clock that is told.

mod hands_on;
mod laws;
mod marks;
mod modes;
mod routes;
mod scores;
mod setups;
mod times;

use super::*;
use crate::course::model::{Bank, Id};
use crate::study::item::tests::backwards;
use crate::study::item::{Credit, Item, Response};
use crate::study::names::Name;

const BANK: &str = include_str!("../../../../tests/fixtures/course/quizzes/01-ferry.ron");

pub(super) fn id(raw: &str) -> Id {
    Id::new(raw).unwrap()
}

pub(super) fn teams(n: usize) -> Vec<Team> {
    let mut teams = Vec::new();
    for name in ["Ada", "Bo", "Cy", "Dot", "Eve", "Fay", "Gus", "Hal"].iter().take(n) {
        teams.push(Team::next(Name::new(name).unwrap(), &teams).unwrap());
    }
    teams
}

/// The questions of the fixture that suit `mode`, each shown in the author's order.
pub(super) fn questions(mode: Mode) -> Questions {
    let bank: Bank = crate::course::read::read("a bank", BANK).unwrap();
    let course = crate::study::report::samples::course();
    let item = |question| Item { points: 3, ..backwards(Item::written(&course, &bank.lesson, question)) };
    let items = bank.questions.iter().map(item);
    Questions::sample(mode, items.filter(|item| mode.leaves_out(&item.form).is_none()).collect())
}

pub(super) fn setup(n: usize, questions: Questions) -> Setup {
    Setup::new(Draft { teams: teams(n), drill: Drill::Questions(questions) }).unwrap()
}

/// A room being played: a second goes by before each act.
pub(super) struct Play {
    pub room: Room,
    pub now: i64,
}

impl Play {
    pub(super) fn new(n: usize, mode: Mode) -> Self {
        Self::of(setup(n, questions(mode)))
    }

    pub(super) fn of(setup: Setup) -> Self {
        Self { room: Room::new(setup), now: 0 }
    }

    #[track_caller]
    pub(super) fn does(&mut self, what: Input) -> &mut Self {
        self.tries(what).unwrap();
        self
    }

    pub(super) fn tries(&mut self, what: Input) -> Result<(), Refused> {
        self.after(1000, what)
    }

    pub(super) fn after(&mut self, ms: i64, what: Input) -> Result<(), Refused> {
        self.now += ms;
        self.room.apply(&Entry::new(Moment(self.now), what))
    }

    /// Asks and opens the next question.
    #[track_caller]
    pub(super) fn opens(&mut self) -> &mut Self {
        let question = self.room.next_question().unwrap();
        if !matches!(self.room.state(), State::Live(Stage::Ask { .. })) {
            self.does(Input::Asked { question });
        }
        self.does(Input::Opened)
    }

    #[track_caller]
    pub(super) fn says(&mut self, team: u8, answer: Response) -> &mut Self {
        self.does(Input::Answered { team: TeamId(team), answer })
    }

    #[track_caller]
    pub(super) fn reveals(&mut self) -> &mut Self {
        if matches!(self.room.state(), State::Live(Stage::Open(_))) {
            self.does(Input::Closed);
        }
        self.does(Input::Revealed)
    }

    pub(super) fn points(&self) -> Vec<String> {
        self.room.standings().iter().map(|s| s.points.to_string()).collect()
    }

    pub(super) fn floor(&self) -> Option<&Floor> {
        match self.room.state() {
            State::Live(Stage::Open(open)) => Some(&open.floor),
            _ => None,
        }
    }

    pub(super) fn is_closed(&self) -> bool {
        matches!(self.room.state(), State::Live(Stage::Closed(_)))
    }
}

/// Nine people in `teams` teams, one of them away.
fn seating(teams: usize, seed: u64) -> Seating {
    let person = |n: u8| PersonName::new(&format!("Pupil {n}")).unwrap();
    let mut seating = Seating { teams: vec![(1..9).map(person).collect()], away: vec![person(9)] };
    seating.teams.resize(teams.max(1), Vec::new());
    seating.deal(&(0..seating.teams.len()).collect::<Vec<_>>(), seed);
    seating
}

/// Nine pupils and what each votes for, now and then one of them twice.
fn raised() -> impl proptest::strategy::Strategy<Value = Input> {
    use proptest::prelude::*;
    let vote = prop_oneof![Just(Vote::First), Just(Vote::Second)];
    let one = (1..10_u8, 0..4_usize);
    (vote, prop::collection::vec(one, 0..5)).prop_map(|(vote, by)| Input::Raised {
        vote,
        by: by
            .into_iter()
            .map(|(n, option)| PupilVote { who: PersonName::new(&format!("Pupil {n}")).unwrap(), option })
            .collect(),
    })
}
