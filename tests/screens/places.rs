//! Where a test opens the app.

use ninetracks::course::model::Id;
use ninetracks::study::drill::{Team, teams_of};
use ninetracks::study::names::PersonName;
use ninetracks::study::quiz::{Mode, PaperSpec};
use ninetracks::ui::effect::{Place, SetupStart};

pub(super) fn id(raw: &str) -> Id {
    Id::new(raw).unwrap()
}

pub(super) fn lesson(named: &str) -> Place {
    Place::Lesson { lesson: id(named), section: None }
}

pub(super) fn section(lesson: &str, section: &str) -> Place {
    Place::Lesson { lesson: id(lesson), section: Some(id(section)) }
}

pub(super) fn lesson_cards(lesson: &str) -> Place {
    Place::Cards { lesson: Some(id(lesson)) }
}

pub(super) fn spec(mode: Mode, questions: &[&str]) -> PaperSpec {
    PaperSpec {
        lessons: vec![id("ferry")],
        length: questions.len(),
        seed: 7,
        mode,
        limit_s: None,
        only: questions.iter().map(|q| id(q)).collect(),
    }
}

/// A practice quiz of one question.
pub(super) fn quiz(question: &str) -> Place {
    Place::Quiz(spec(Mode::Practice, &[question]))
}

pub(super) fn practice() -> Place {
    Place::Quiz(spec(Mode::Practice, &["q-choice", "q-typed", "q-truefalse"]))
}

pub(super) fn exam_spec() -> PaperSpec {
    PaperSpec { limit_s: Some(600), ..spec(Mode::Exam, &["q-truefalse", "q-wheel", "q-bars"]) }
}

pub(super) fn an_exam() -> Place {
    Place::Quiz(exam_spec())
}

/// Adaptive practice on the whole course.
pub(super) fn adaptive() -> Place {
    Place::Quiz(PaperSpec { lessons: Vec::new(), length: 5, ..spec(Mode::Adaptive, &[]) })
}

/// Setting up a drill for so many teams.
pub(super) fn drill(teams: usize) -> Place {
    Place::DrillSetup(SetupStart { teams: Team::line_up(teams), ..SetupStart::default() })
}

/// The same with so many people in teams.
pub(super) fn people(n: usize) -> Place {
    let names: Vec<_> = (1..=n).map(|i| PersonName::new(&format!("Pupil {i}")).unwrap()).collect();
    Place::DrillSetup(SetupStart { teams: teams_of(&names, None, 7).unwrap(), ..SetupStart::default() })
}
