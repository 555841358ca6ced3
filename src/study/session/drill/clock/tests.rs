//! A clock that is looked at every second and hardly written.

use jiff::{SignedDuration, Timestamp};

use super::*;
use crate::course::Course;
use crate::study::drill::{Entry, Mode, Plan, QuestionPlan, Room, Ruling, Setup, Team, TeamId};
use crate::study::event::EventId;

/// A host, the clock on the teacher's desk, and what was saved.
struct Desk {
    host: DrillHost,
    setup: Setup,
    clock: Clock,
    log: Vec<Entry>,
}

impl Desk {
    /// A drill of three questions with a clock of 30 seconds, the first question open.
    fn new(mode: Mode) -> Self {
        let plan = QuestionPlan { mode, length: 3, timer_s: Some(30), ..QuestionPlan::default() };
        let course = Course::builtin().unwrap();
        let setup = Setup::new(Plan::Questions(plan).draft(&course, Team::line_up(2), 7).0).unwrap();
        let (mut host, _) = DrillHost::start(setup.clone());
        host.started(EventId(1));
        let mut desk =
            Self { host, setup, clock: Clock::new(Timestamp::UNIX_EPOCH, jiff::tz::TimeZone::UTC), log: Vec::new() };
        desk.does(Input::Asked { question: 0 });
        desk.does(Input::Opened);
        desk.log.clear();
        desk
    }

    fn keeps(&mut self, events: Vec<EventKind>) {
        for event in events {
            let EventKind::DrillEntered { entry, .. } = event else { panic!("an entry") };
            self.log.push(entry);
        }
    }

    #[track_caller]
    fn does(&mut self, what: Input) {
        let taken = self.host.take(&self.clock, what);
        assert_eq!(taken.refused, None);
        self.keeps(taken.events);
    }

    /// Time goes by, and nobody looks.
    fn sleeps(&mut self, ms: i64) {
        self.clock.now += SignedDuration::from_millis(ms);
    }

    /// The screen looks once a second.
    fn looks_on(&mut self, seconds: i64) {
        for _ in 0..seconds {
            self.sleeps(1000);
            let events = self.host.tick(&self.clock).events;
            self.keeps(events);
        }
    }

    fn left(&self) -> u64 {
        self.host.left_ms(&self.clock).unwrap()
    }

    fn ticks(&self) -> usize {
        self.log.iter().filter(|e| e.what == Input::Tick).count()
    }

    /// The room that the log leads to, begun and opened.
    fn folded(&self) -> Room {
        let mut room = Room::new(self.setup.clone());
        let first = [Input::Asked { question: 0 }, Input::Opened];
        for entry in first.map(|what| Entry::new(Moment(0), what)).iter().chain(&self.log) {
            room.apply(entry).unwrap();
        }
        room
    }
}

#[test]
fn a_running_clock_is_written_every_ten_seconds_and_when_it_is_up() {
    let mut desk = Desk::new(Mode::Together);
    desk.looks_on(9);
    assert_eq!((desk.left(), desk.ticks()), (21_000, 0));
    desk.looks_on(20);
    assert_eq!((desk.left(), desk.ticks()), (1_000, 2));
    desk.looks_on(1);
    assert_eq!(desk.ticks(), 3);
    assert!(matches!(desk.host.room().state(), State::Live(Stage::Open(_))), "entry stays open");
    assert_eq!(&desk.folded(), desk.host.room());
}

#[test]
fn a_kill_costs_at_most_ten_seconds_whenever_it_comes() {
    let mut desk = Desk::new(Mode::Together);
    for second in 0..29 {
        let saved = desk.folded().left_after(0).unwrap();
        assert!((desk.left()..desk.left() + 10_000).contains(&saved), "after {second} s: {saved} of {}", desk.left());
        assert_eq!(&desk.folded(), desk.host.room());
        desk.looks_on(1);
    }
}

#[test]
fn what_is_done_keeps_the_time_to_the_millisecond() {
    let mut desk = Desk::new(Mode::Together);
    desk.looks_on(7);
    desk.sleeps(300);
    desk.does(Input::Passed { team: TeamId(0) });
    assert_eq!((desk.left(), desk.folded().left_after(0)), (22_700, Some(22_700)));
    let given = desk.host.open_question().unwrap().given[0].time;
    assert_eq!(given, Some((22_700, 30_000)));
}

#[test]
fn taking_back_gives_no_more_time_back_than_the_last_act_took() {
    let mut desk = Desk::new(Mode::Together);
    desk.looks_on(8);
    desk.does(Input::Passed { team: TeamId(0) });
    desk.does(Input::Undone);
    assert_eq!((desk.left(), &desk.folded()), (22_000, desk.host.room()));
}

#[test]
fn a_clock_that_jumps_ends_nothing_and_is_not_believed() {
    let mut desk = Desk::new(Mode::Together);
    desk.looks_on(5);
    for jump in [3_600_000, -7_200_000, 86_400_000] {
        desk.sleeps(jump);
        let events = desk.host.tick(&desk.clock).events;
        desk.keeps(events);
    }
    assert_eq!((desk.left(), desk.ticks()), (21_000, 0), "two jumps forward counted two seconds each");
    desk.looks_on(1);
    assert_eq!((desk.left(), desk.ticks()), (20_000, 1));
}

#[test]
fn the_wall_is_woken_when_its_second_changes_and_not_before() {
    let mut desk = Desk::new(Mode::Together);
    desk.sleeps(400);
    assert_eq!(desk.host.wakes_in_ms(&desk.clock), Some(600));
    desk.sleeps(600);
    let _ = desk.host.tick(&desk.clock);
    assert_eq!(desk.host.wakes_in_ms(&desk.clock), Some(1000));
}

#[test]
fn a_clock_that_ran_out_while_hands_are_counted_is_written_once() {
    let mut desk = Desk::new(Mode::Argue);
    desk.looks_on(100);
    assert_eq!((desk.left(), desk.ticks(), desk.host.wakes_in_ms(&desk.clock)), (0, 3, None));
    assert_eq!(&desk.folded(), desk.host.room());
}

#[test]
fn the_clock_stands_while_a_team_speaks() {
    let mut desk = Desk::new(Mode::Buzzer);
    desk.looks_on(4);
    desk.does(Input::Buzzed { teams: vec![TeamId(1)] });
    desk.looks_on(60);
    desk.does(Input::Judged { team: TeamId(1), ruling: Ruling::Wrong });
    assert_eq!((desk.left(), desk.ticks(), &desk.folded()), (26_000, 0, desk.host.room()));
}

#[test]
fn lines_that_wait_long_write_once() {
    for (mode, closes) in [(Mode::Turns, false), (Mode::Together, false), (Mode::Buzzer, true)] {
        let mut desk = Desk::new(mode);
        desk.sleeps(100_000);
        let caught_up = desk.host.catch_up(&desk.clock);
        assert_eq!((caught_up.time_is_up, caught_up.is_called), (closes, !closes), "{mode:?}");
        desk.keeps(caught_up.events);
        assert_eq!((desk.ticks(), desk.left(), &desk.folded()), (1, 0, desk.host.room()), "{mode:?}");
    }
}

#[test]
fn a_log_that_ticked_every_second_is_read_as_it_was() {
    let mut desk = Desk::new(Mode::Together);
    desk.log = (1..=12).map(|s| Entry::new(Moment(s * 1000), Input::Tick)).collect();
    let json = serde_json::to_string(&desk.log).unwrap();
    assert!(!json.contains("ran_ms"), "{json}");
    desk.log = serde_json::from_str(&json).unwrap();
    assert_eq!(desk.folded().left_after(0), Some(18_000));
}
