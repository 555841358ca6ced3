//! A class: the app opened at a drill, keys typed at it, time that passes when told to.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use jiff::{SignedDuration, Timestamp};
use ninetracks::course::Course;
use ninetracks::course::model::{Id, Text};
use ninetracks::store::{Learner, LoggedDrill, Store};
use ninetracks::study::drill::{self, Mode, Plan, QuestionPlan, Room, Setup as Drill, Team};
use ninetracks::study::event::{Event, EventKind};
use ninetracks::study::time::StudyDay;
use ninetracks::ui::app::{App, Config, Flow, Message};
use ninetracks::ui::effect::{DrillStart, Place};
use ninetracks::ui::script;
use ratatui::buffer::Buffer;

/// An app on a drill.
pub(crate) struct Class {
    course: Arc<Course>,
    app: App,
    now: Timestamp,
    pub size: (u16, u16),
    data: tempfile::TempDir,
}

pub(crate) fn fixture() -> Arc<Course> {
    static COURSE: LazyLock<Arc<Course>> = LazyLock::new(|| {
        Arc::new(Course::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/course")).unwrap())
    });
    Arc::clone(&COURSE)
}

/// A drill of these questions of the fixture for `n` teams.
pub(crate) fn drill(mode: Mode, n: usize, questions: &[&str]) -> Drill {
    let only: Vec<Id> = questions.iter().map(|q| Id::new(*q).unwrap()).collect();
    let plan = QuestionPlan { mode, length: only.len(), only, seed: Some(7), ..QuestionPlan::default() };
    Drill::new(Plan::Questions(plan).draft(&fixture(), Team::line_up(n), 7).0).unwrap()
}

/// The same drill, whose first question is so long that a wall has it on pages.
pub(crate) fn long(setup: &Drill) -> Drill {
    let drill::Drill::Questions(mut questions) = setup.drill().clone() else { return setup.clone() };
    let stem = format!("{} {}", "Some say so, and others say that.".repeat(8), questions.asked[0].stem.as_str());
    questions.asked[0].stem = Text::new(stem).unwrap();
    let drill = drill::Drill::Questions(questions);
    Drill::new(drill::Draft { teams: setup.teams().to_vec(), drill }).unwrap()
}

impl Class {
    pub(crate) fn of(drill: Drill) -> Self {
        Self::in_course(fixture(), drill)
    }

    /// A scenario of the built-in course, played by vote.
    pub(crate) fn of_scenario(id: &str) -> Self {
        let course = Course::builtin().unwrap();
        let drill = Plan::Scenario(Id::new(id).unwrap()).draft(&course, Team::line_up(2), 7).0;
        Self::in_course(Arc::new(course), Drill::new(drill).unwrap())
    }

    fn in_course(course: Arc<Course>, drill: Drill) -> Self {
        let data = tempfile::tempdir().unwrap();
        let store = Store::open(data.path(), learner());
        Self::opened(course, data, store.unwrap(), DrillStart::New(Box::new(drill)))
    }

    fn opened(course: Arc<Course>, data: tempfile::TempDir, store: Store, start: DrillStart) -> Self {
        let now: Timestamp = "2026-03-10T09:00:00Z".parse().unwrap();
        let setup = Config { data: data.path().to_owned(), place: Place::Drill(start), ..Config::fixed(learner()) };
        let app = App::new(Arc::clone(&course), Ok(store), setup, now, (80, 24)).unwrap();
        Self { course, app, now, size: (80, 24), data }
    }

    /// The program is killed and started again an hour later.
    pub(crate) fn killed(self) -> Self {
        let Self { course, app, now, data, .. } = self;
        drop(app);
        let store = Store::open(data.path(), learner()).unwrap();
        let run = store.last_drill().unwrap().unwrap().run;
        let mut class = Self::opened(course, data, store, DrillStart::Resume(run));
        class.now = now + SignedDuration::from_hours(1);
        class
    }

    pub(crate) fn keys(mut self, keys: &str) -> Self {
        for key in script::keys(keys).unwrap() {
            assert_eq!(self.app.handle(Message::Key(key), self.now), Flow::Continue, "`{keys}` leaves the app");
        }
        self
    }

    /// Hands the app one message and draws what comes of it.
    pub(crate) fn does(&mut self, message: Message) -> Flow {
        if let Message::Resize(width, height) = message {
            self.size = (width, height);
        }
        let flow = self.app.handle(message, self.now);
        script::screen(&self.app, self.size.0, self.size.1).unwrap();
        flow
    }

    /// All of `keys` in one read.
    pub(crate) fn at_once(mut self, keys: &str) -> Self {
        assert_eq!(self.app.handle(Message::Keys(script::keys(keys).unwrap()), self.now), Flow::Continue);
        self
    }

    /// What `then` does while another program holds the database.
    pub(crate) fn locked(self, then: impl FnOnce(Self) -> Self) -> Self {
        let other = rusqlite::Connection::open(self.data.path().join(ninetracks::store::FILE)).unwrap();
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        let class = then(self);
        other.execute_batch("ROLLBACK").unwrap();
        class
    }

    /// Does `what` in the drill, as another window would that was opened on it just now.
    pub(crate) fn elsewhere(self, what: drill::Input) -> Self {
        let mut store = Store::open(self.data.path(), learner()).unwrap();
        let LoggedDrill { run, entries, .. } = store.last_drill().unwrap().unwrap();
        let entry = drill::Entry::new(drill::Moment(self.now.as_millisecond()), what);
        let what = EventKind::DrillEntered { run, after: entries.len(), entry };
        store.append(&Event { at: self.now, what }, StudyDay::of(self.now, &jiff::tz::TimeZone::UTC)).unwrap();
        self
    }

    /// Lets `seconds` go by, waking the app as often as it asks.
    pub(crate) fn wait(self, seconds: i64) -> Self {
        self.wait_ms(seconds * 1000)
    }

    pub(crate) fn wait_ms(mut self, ms: i64) -> Self {
        let until = self.now + SignedDuration::from_millis(ms);
        while let Some(at) = self.app.wake_at().filter(|&at| at <= until) {
            self.now = at;
            assert_eq!(self.app.handle(Message::Wake, at), Flow::Continue);
        }
        self.now = until;
        self
    }

    pub(crate) fn sized(mut self, width: u16, height: u16) -> Self {
        self.size = (width, height);
        assert_eq!(self.app.handle(Message::Resize(width, height), self.now), Flow::Continue);
        self
    }

    pub(crate) fn screen(&self) -> String {
        script::text(&self.picture())
    }

    /// The screen with its colours.
    pub(crate) fn picture(&self) -> Buffer {
        script::screen(&self.app, self.size.0, self.size.1).unwrap()
    }

    #[track_caller]
    pub(crate) fn shows(self, text: &str) -> Self {
        assert!(self.screen().contains(text), "no `{text}` in\n{}", self.screen());
        self
    }

    #[track_caller]
    pub(crate) fn hides(self, text: &str) -> Self {
        assert!(!self.screen().contains(text), "`{text}` in\n{}", self.screen());
        self
    }

    pub(crate) fn log(&self) -> LoggedDrill {
        Store::open(self.data.path(), learner()).unwrap().last_drill().unwrap().unwrap()
    }

    /// The room as it can be folded from what is on disk.
    pub(crate) fn room(&self) -> Room {
        self.log().room()
    }

    /// Points of each team, as on the board.
    pub(crate) fn points(&self) -> Vec<String> {
        self.room().standings().iter().map(|s| s.points.to_string()).collect()
    }
}

fn learner() -> Learner {
    Learner { profile: "default".into(), course: Id::new("fixture").unwrap() }
}
