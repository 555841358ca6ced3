//! A lesson of 45 minutes with 27 pupils, in each way to play: killed twice, it has the report of one that went through.

use std::sync::Arc;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use ninetracks::course::Course;
use ninetracks::course::model::{Id, Kind};
use ninetracks::store::{Learner, Store};
use ninetracks::study::class::{Attendance, ClassId, DrillLabel, Pupil, SchoolClass};
use ninetracks::study::drill::{Floor, Hands, Mode, Open, Plan, QuestionPlan, Setup, Stage, State, Team};
use ninetracks::study::event::{Event, EventKind};
use ninetracks::study::item::{Form, Item};
use ninetracks::study::names::{Name, PersonName};
use ninetracks::study::quiz::{Choosing, QuestionFilter};
use ninetracks::study::report::{Report, ReportHead};
use ninetracks::study::session::drill::{Decided, DrillHost, Pending, Taken};
use ninetracks::study::time::Clock;

/// Seconds of a lesson.
const LESSON_S: i64 = 45 * 60;

/// The teacher's program, a class before it, and its folder.
struct Lesson {
    course: Arc<Course>,
    folder: tempfile::TempDir,
    store: Store,
    host: DrillHost,
    now: Timestamp,
    /// Seconds of each step: the class thinks, argues, listens.
    step_s: i64,
    acts: usize,
}

fn learner(course: &Course) -> Learner {
    Learner { profile: "teacher".into(), course: course.about().id.clone() }
}

fn class() -> SchoolClass {
    let name = Name::new("8b").unwrap();
    let pupil = |n: u8| Pupil::new(PersonName::new(&format!("Pupil {n}")).unwrap());
    SchoolClass { id: ClassId::new(&name, 1), name, pupils: (1..=27).map(pupil).collect() }
}

/// Teams of those who are here, two being away.
fn attendance() -> Attendance {
    let mut roll = Attendance::new(class(), 7).unwrap();
    roll.toggle(3);
    roll.toggle(20);
    roll
}

fn questions(course: &Course, mode: Mode, teams: Vec<Team>) -> Setup {
    let kinds = match mode {
        Mode::Argue => vec![Kind::Choice, Kind::Classify],
        _ => vec![Kind::Choice, Kind::Several, Kind::TrueFalse, Kind::Typed, Kind::Order],
    };
    let filter = QuestionFilter { kinds, ..QuestionFilter::default() };
    let only = Choosing { filter, ..Choosing::default() }.ids(course, 10, 7);
    let plan =
        QuestionPlan { mode, length: only.len(), only, timer_s: Some(240), seed: Some(7), ..QuestionPlan::usual() };
    Setup::new(Plan::Questions(plan).draft(course, teams, 7).0).unwrap()
}

impl Lesson {
    fn begins(course: Arc<Course>, setup: Setup, label: DrillLabel, step_s: i64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path(), learner(&course)).unwrap();
        let (host, started) = DrillHost::start_labelled(setup, label);
        let now = "2026-03-10T09:00:00Z".parse().unwrap();
        let mut lesson = Self { course, folder, store, host, now, step_s, acts: 0 };
        lesson.save(EventKind::ClassKept { class: Box::new(class()) });
        let id = lesson.save(started);
        lesson.host.started(id);
        lesson
    }

    fn clock(&self) -> Clock {
        Clock::new(self.now, TimeZone::UTC)
    }

    fn save(&mut self, what: EventKind) -> ninetracks::study::event::EventId {
        let today = self.clock().today();
        self.store.append(&Event { at: self.now, what }, today).unwrap()
    }

    fn keep(&mut self, taken: Taken) {
        assert_eq!(taken.refused, None, "in {:?}", self.host.stage());
        taken.events.into_iter().for_each(|event| {
            self.save(event);
        });
    }

    fn does(&mut self, act: impl FnOnce(&mut DrillHost, &Clock) -> Taken) {
        let clock = self.clock();
        let taken = act(&mut self.host, &clock);
        self.keep(taken);
    }

    /// Lets time go by as the screen does: it looks as often as the clock shows another second.
    fn wait(&mut self, seconds: i64) {
        let until = self.now + SignedDuration::from_secs(seconds);
        while let Some(ms) = self.host.wakes_in_ms(&self.clock()) {
            let at = self.now + SignedDuration::from_millis(i64::try_from(ms).unwrap());
            if at > until {
                break;
            }
            self.now = at;
            self.does(DrillHost::tick);
        }
        self.now = until;
    }

    /// The program is killed and, after a break, started again.
    fn killed(self) -> Self {
        let Self { course, folder, store, now, step_s, acts, .. } = self;
        drop(store);
        let store = Store::open(folder.path(), learner(&course)).unwrap();
        let drill = store.last_drill().unwrap().unwrap();
        let (host, taken) = DrillHost::resume(drill.run, drill.room(), drill.entries.len());
        let now = now + SignedDuration::from_mins(95);
        let mut lesson = Self { course, folder, store, host, now, step_s, acts };
        lesson.keep(taken);
        lesson.does(DrillHost::go_on);
        lesson
    }

    /// Plays to the end; `kills` are the acts after which the program is killed.
    fn plays(mut self, kills: &[usize]) -> Self {
        while !self.host.room().is_over() {
            self.wait(self.step_s);
            self.acts += 1;
            self.act();
            if kills.contains(&self.acts) {
                self = self.killed();
            }
            assert!(self.acts < 400, "never over: {:?}", self.host.stage());
        }
        self
    }

    /// What teacher and class do next, which follows from where the drill is.
    fn act(&mut self) {
        match self.host.pending().clone() {
            Pending::Votes { count, .. } => {
                let hands: Vec<u32> = (0..count.options()).map(|at| self.hands(at)).collect();
                assert!(self.host.fill(&hands));
                self.does(|host, clock| host.count_on(clock).unwrap());
            }
            Pending::Decision { count, .. } => {
                let hands: Vec<u32> = (0..count.options()).map(|at| self.hands(at)).collect();
                assert!(self.host.fill(&hands));
                self.does(|host, clock| match host.decide(clock) {
                    Decided::Made(taken) => taken,
                    other => panic!("{other:?}"),
                });
            }
            Pending::Answer(spelling) if spelling.team.is_some() => {
                let question = self.host.room().setup().asked(spelling.question).unwrap().clone();
                let answer = self.answer(&question);
                self.does(|host, clock| host.answer(clock, &answer).unwrap());
            }
            Pending::Answer(_) | Pending::Nothing if self.is_open_to_buzzers() => {
                let room = self.host.room();
                let key =
                    room.waiting().get(self.turn() % room.waiting().len()).and_then(|id| room.team(*id)).unwrap().key;
                let pressed = room.presses(&key.to_string()).unwrap();
                self.does(|host, clock| host.take(clock, pressed));
            }
            Pending::Answer(_) | Pending::Nothing => self.does(DrillHost::go_on_fast),
        }
    }

    fn is_open_to_buzzers(&self) -> bool {
        let is = |open: &Open| open.floor == Floor::Buzzers && !self.host.room().waiting().is_empty();
        matches!(self.host.room().state(), State::Live(Stage::Open(open)) if is(open))
    }

    /// A number that goes on with the drill, and is the same after a kill.
    fn turn(&self) -> usize {
        let room = self.host.room();
        let given = self.host.open_question().map_or(0, |open| open.given.len());
        let votes = self
            .host
            .open_question()
            .map_or(0, |open| usize::from(matches!(open.floor, Floor::Hands(Hands::Second { .. }))));
        room.played().len() * 7 + room.road().len() * 5 + given * 3 + votes
    }

    fn hands(&self, option: usize) -> u32 {
        u32::try_from((self.turn() + option * 11) % 13 + option).unwrap()
    }

    fn answer(&self, item: &Item) -> String {
        let n = item.letters();
        let letter = |at: usize| item.label_at(at % n.max(1));
        match item.form {
            Form::Type { .. } => format!("word {}", self.turn() % 3),
            Form::Sort { .. } => (0..n).map(|at| letter(at + self.turn())).collect(),
            Form::PickMany { .. } => [letter(self.turn()), letter(self.turn() + 1)].iter().collect(),
            Form::PickOne { .. } | Form::Join { .. } => letter(self.turn()).to_string(),
        }
    }

    fn report(&self) -> Report {
        let run = self.store.last_drill().unwrap().unwrap().run;
        self.store.drill_report(&self.course, run, &TimeZone::UTC).unwrap().unwrap()
    }
}

#[track_caller]
fn is_the_same_when_killed(setup: impl Fn(&Course, Vec<Team>) -> Setup) {
    let course = Arc::new(Course::builtin().unwrap());
    let roll = attendance();
    let begins = |step_s| Lesson::begins(Arc::clone(&course), setup(&course, roll.teams()), roll.label(), step_s);
    let acts = i64::try_from(begins(1).plays(&[]).acts).unwrap();
    let step_s = LESSON_S / acts + 1;
    let through = begins(step_s).plays(&[]);
    let (acts, report) = (through.acts, through.report());
    let killed = begins(step_s).plays(&[acts / 3, acts * 2 / 3]);
    assert!(killed.now > through.now, "it took longer by the clock on the wall");
    assert_eq!(killed.report().json(), report.json());
    let Report::Drill(drill) = report else { panic!("a report of a drill") };
    let ReportHead { people, class, seconds, .. } = drill.headline;
    assert_eq!((people, drill.roster.absent.len(), class.as_deref()), (25, 2, Some("8b")));
    assert!((2700..2900).contains(&seconds.unwrap()), "{seconds:?} seconds");
}

#[test]
fn in_every_way_to_play_a_lesson_that_was_killed_twice_has_the_report_of_one_that_went_through() {
    for mode in [Mode::Together, Mode::Turns, Mode::Buzzer, Mode::Argue, Mode::Class { target_percent: 60 }] {
        is_the_same_when_killed(|course, teams| questions(course, mode, teams));
    }
    is_the_same_when_killed(|course, teams| {
        let island = Id::new("island-dialogue").unwrap();
        Setup::new(Plan::Scenario(island).draft(course, teams, 7).0).unwrap()
    });
}
