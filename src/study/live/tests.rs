//! Seats beside rooms of the fixture course: what they said becomes what the room is told.

use super::*;
use crate::study::drill::{
    Draft, Drill, Entry, Input, Mode, Moment, Points, Questions, Room, Setup, Team, TeamId, Vote,
};
use crate::study::item::tests::backwards;
use crate::study::item::{Item, Key, Response};
use crate::study::names::PersonName;
use crate::study::report::samples::course;

/// A room with people on seats; a second goes by before each act.
struct Lesson {
    room: Room,
    seats: Seats,
    scores: PersonalScores,
    now: i64,
}

impl Lesson {
    fn new(mode: Mode, people: usize) -> Self {
        let course = course();
        let bank = course.banks().next().unwrap();
        let item = |q| Item { points: 2, ..backwards(Item::written(&course, &bank.lesson, q)) };
        let items = bank.questions.iter().map(item).filter(|item| item.form.is_one_option());
        let questions = Questions::sample(mode, items.collect());
        let setup = Setup::new(Draft { teams: Team::line_up(2), drill: Drill::Questions(questions) }).unwrap();
        let mut lesson =
            Self { room: Room::new(setup), seats: Seats::default(), scores: PersonalScores::default(), now: 0 };
        for n in 0..people {
            lesson.joins(n);
        }
        lesson
    }

    fn joins(&mut self, n: usize) {
        let name = self.seats.free_name(&PersonName::new("Ana").unwrap());
        let team = self.seats.smallest(&self.room.present());
        let (secret, since) = (SeatSecret([u8::try_from(n).unwrap(); 16]), self.room.played().len());
        assert!(self.logs(SeatInput::Joined { seat: SeatId(n), secret, name, team, since }));
    }

    fn logs(&mut self, what: SeatInput) -> bool {
        self.now += 1000;
        self.seats.apply(&SeatEntry { at: Moment(self.now), what })
    }

    fn says(&mut self, seat: usize, option: usize) {
        let poll = OpenPoll::of(&self.room).expect("a poll").poll;
        let answer = Response::Picked(option);
        self.logs(SeatInput::Answered { seat: SeatId(seat), poll, answer, credit_ms: 0, by_ticket: false });
    }

    #[track_caller]
    fn does(&mut self, what: Input) {
        self.now += 1000;
        self.room.apply(&Entry::new(Moment(self.now), what)).unwrap();
        self.scores.update(&self.room, &self.seats);
    }

    fn opens(&mut self) {
        self.does(Input::Asked { question: self.room.played().len() });
        self.does(Input::Opened);
    }

    fn closes(&mut self) {
        for what in inputs(&self.room, &self.seats) {
            self.does(what);
        }
        if OpenPoll::of(&self.room).is_some() {
            self.does(Input::Closed);
        }
        self.does(Input::Revealed);
    }

    fn points(&self, seat: usize) -> i64 {
        self.scores.of(SeatId(seat)).points.0
    }
}

#[test]
fn a_team_says_what_most_of_it_say_and_of_as_many_what_was_said_first() {
    let mut lesson = Lesson::new(Mode::Together, 6);
    lesson.opens();
    for (seat, option) in [(0, 1), (2, 0), (4, 0), (1, 2), (3, 1)] {
        lesson.says(seat, option);
    }
    let said = |team, option| Input::Answered { team: TeamId(team), answer: Response::Picked(option) };
    assert_eq!(inputs(&lesson.room, &lesson.seats), [said(0, 0), said(1, 2)]);
}

#[test]
fn an_answer_given_again_replaces_the_one_before_and_loses_its_turn() {
    let mut lesson = Lesson::new(Mode::Together, 4);
    lesson.opens();
    for (seat, option) in [(0, 1), (2, 0), (0, 2)] {
        lesson.says(seat, option);
    }
    let answer = Response::Picked(0);
    assert_eq!(inputs(&lesson.room, &lesson.seats), [Input::Answered { team: TeamId(0), answer }]);
}

#[test]
fn each_person_scores_by_the_key_that_stands_and_only_since_coming() {
    let mut lesson = Lesson::new(Mode::Together, 2);
    lesson.opens();
    lesson.says(0, 0);
    lesson.says(1, 1);
    lesson.closes();
    lesson.joins(2);
    assert_eq!([0, 1, 2].map(|seat| lesson.points(seat)), [200, 0, 0]);
    assert_eq!(lesson.scores.of(SeatId(2)).most, Points::ZERO);
    lesson.does(Input::Regraded { question: 0, key: Key::AnyOf(vec![Response::Picked(1)]) });
    assert_eq!([0, 1].map(|seat| lesson.points(seat)), [0, 200]);
    lesson.does(Input::Regraded { question: 0, key: Key::Void });
    assert_eq!(lesson.scores.of(SeatId(0)).asked, 0);
}

#[test]
fn a_vote_names_who_voted_and_the_second_is_another_poll() {
    let mut lesson = Lesson::new(Mode::Argue, 3);
    lesson.opens();
    lesson.says(0, 1);
    let [Input::Raised { vote: Vote::First, by }] = &inputs(&lesson.room, &lesson.seats)[..] else { panic!("a vote") };
    assert_eq!((by[0].who.as_str(), by[0].option), ("Ana", 1));
    let first = OpenPoll::of(&lesson.room).unwrap().poll;
    lesson.does(inputs(&lesson.room, &lesson.seats).remove(0));
    assert_eq!(OpenPoll::of(&lesson.room), None);
    lesson.does(Input::Opened);
    let second = OpenPoll::of(&lesson.room).unwrap().poll;
    assert!(second.number() > first.number() && inputs(&lesson.room, &lesson.seats).is_empty());
}

#[test]
fn only_the_team_whose_turn_it_is_answers() {
    let mut lesson = Lesson::new(Mode::Turns, 2);
    lesson.opens();
    let open = OpenPoll::of(&lesson.room).unwrap();
    assert_eq!([0, 1].map(|team| open.permits(Some(TeamId(team)))), [Permission::Answer, Permission::Watch]);
    assert_eq!(open.permits(None), Permission::Watch);
}

#[test]
fn who_was_taken_out_says_nothing_more_and_a_log_is_read_back_the_same() {
    let mut lesson = Lesson::new(Mode::Together, 2);
    lesson.opens();
    lesson.logs(SeatInput::Removed { seat: SeatId(1) });
    let poll = OpenPoll::of(&lesson.room).unwrap().poll;
    let answer = Response::Picked(0);
    assert!(!lesson.logs(SeatInput::Answered { seat: SeatId(1), poll, answer, credit_ms: 0, by_ticket: false }));
    assert_eq!(lesson.seats.seat_of(&SeatSecret([1; 16])), None);
    let entry = SeatEntry {
        at: Moment(1),
        what: SeatInput::Renamed { seat: SeatId(0), name: PersonName::new("Ben").unwrap() },
    };
    let json = serde_json::to_string(&entry).unwrap();
    assert_eq!(serde_json::from_str::<SeatEntry>(&json).unwrap(), entry);
}

#[test]
fn namesakes_are_told_apart() {
    let lesson = Lesson::new(Mode::Together, 3);
    let names: Vec<&str> = lesson.seats.all().map(|(_, occupant)| occupant.name.as_str()).collect();
    assert_eq!(names, ["Ana", "Ana (2)", "Ana (3)"]);
}
