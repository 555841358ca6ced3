//! Activities as lines, answered by anything.

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use ninetracks::course::Course;
use ninetracks::course::model::Id;
use ninetracks::plain::{self, Console, Outcome, PlainError, QuizOptions, Session};
use ninetracks::study::drill::{Mode as Way, Plan, QuestionPlan, Setup, Team};
use ninetracks::study::queue::Limits;
use ninetracks::study::quiz::{Mode, PaperSpec};
use ninetracks::study::session::drill::DrillStart;
use ninetracks::study::time::Clock;

use super::{FIXTURE, store};

const WITH_JSON: QuizOptions =
    QuizOptions { json: true, pass_mark: None, certainty: ninetracks::study::certainty::CertaintyUse::Off };

/// The first byte chooses what is done; the rest is typed.
///
/// # Panics
/// When what is said holds a control character or an activity ends with an error.
pub fn lines(data: &[u8]) {
    let Some((&activity, typed)) = data.split_first() else { return };
    let course = &*FIXTURE;
    at(course, typed, |session| match activity % 9 {
        0 => plain::cards(session, Some(course.outlines()[0].id.clone()), Limits::default()),
        1 => plain::quiz(session, spec(Mode::Practice), WITH_JSON),
        2 => plain::quiz(session, spec(Mode::Exam), QuizOptions::default()),
        3 => plain::learn(session, &course.outlines()[0].id, true),
        4 => plain::learn(session, &course.outlines()[1].id, false),
        5 => {
            let sheets = ninetracks::study::sheet::sheets(session.course, &spec(Mode::Exam), 3);
            plain::enter(session, plain::SheetEntry { spec: spec(Mode::Exam), sheets, class: None })
        }
        6 => drill(session, Way::Together),
        7 => drill(session, Way::Buzzer),
        _ => drill(session, Way::Argue),
    });
}

/// Every activity of `course`, with `typed` at each of them.
pub fn all(course: &Course, typed: &[u8]) {
    for outline in course.outlines() {
        at(course, typed, |session| plain::learn(session, &outline.id, true));
    }
    at(course, typed, |session| plain::cards(session, Some(course.outlines()[0].id.clone()), Limits::default()));
    at(course, typed, |session| plain::quiz(session, spec(Mode::Practice), WITH_JSON));
    for scenario in course.scenario_outlines() {
        at(course, typed, |session| plain::scenario(session, Some(&scenario.id)));
    }
}

fn spec(mode: Mode) -> PaperSpec {
    PaperSpec { lessons: Vec::new(), length: 9, seed: 7, mode, limit_s: None, only: Vec::new() }
}

fn drill(session: Session<'_>, mode: Way) -> Result<Outcome, PlainError> {
    let only: Vec<Id> = ["q-choice", "q-truefalse", "q-classify"].iter().map(|id| Id::new(*id).unwrap()).collect();
    let plan = QuestionPlan { mode, length: only.len(), timer_s: None, seed: Some(7), only, ..QuestionPlan::default() };
    let draft = Plan::Questions(plan).draft(session.course, Team::line_up(3), 7).0;
    plain::drill(session, DrillStart::New(Box::new(Setup::new(draft).unwrap())), true)
}

fn at(course: &Course, typed: &[u8], activity: impl FnOnce(Session<'_>) -> Result<Outcome, PlainError>) {
    let (mut input, mut talk, mut result) = (typed, Vec::new(), Vec::new());
    let now = std::cell::Cell::new(Timestamp::UNIX_EPOCH + SignedDuration::from_hours(500_000));
    let clock = || {
        now.set(now.get() + SignedDuration::from_secs(2));
        Clock::new(now.get(), TimeZone::UTC)
    };
    let console = Console::new(&mut input, &mut talk, &mut result);
    let mut store = store(course);
    let ended = activity(Session { course, store: &mut store, clock: &clock, seed: Some(7), console });
    assert!(matches!(ended, Ok(_) | Err(PlainError::NoQuestion)), "{ended:?}");
    for said in [talk, result] {
        let said = String::from_utf8(said).unwrap();
        assert!(!said.chars().any(|c| c.is_control() && c != '\n'), "a control character was said: {said:?}");
    }
}
