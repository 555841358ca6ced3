//! Whether a course fits the smallest terminal: every table at 80x24 with its columns side by side, nothing cut; every
//! page of a scenario at 80x24 without scrolling, but for the debrief.

use crate::course::files::File;
use crate::course::finding::Finding;
use crate::course::model::{Block, Lesson};
use crate::course::{Course, locate};

use super::scenario::{self as pages, PlayView};
use super::theme::{ColourScheme, Theme};
use super::{frame, table};
use crate::course::model::{Id, Scenario, Scene};
use crate::study::scenario::{Move, Play, Trace};

/// Columns of the reading column at 80x24.
const WIDTH: usize = 76;
/// Lines of a screen's body at 80x24.
const HEIGHT: usize = 20;
/// Decisions that are followed: a longer scenario is no sound one.
const DEPTH: usize = 5;

/// Tables that would have to be broken up.
#[must_use]
pub fn check(course: &Course) -> Vec<Finding> {
    debug_assert_eq!(WIDTH, usize::from(frame::COLUMN));
    let files = course.files_by_id("lessons/");
    course
        .lessons()
        .flat_map(|l| files.get(l.id.as_str()).map_or_else(Vec::new, |file| lesson(file, l)))
        .chain(course.scenarios().flat_map(|s| scenario(course, s)))
        .collect()
}

fn lesson(file: &File, lesson: &Lesson) -> Vec<Finding> {
    let tables = lesson
        .sections
        .iter()
        .flat_map(|s| s.body.iter().map(move |b| (s, b)))
        .filter_map(|(s, b)| if let Block::Table(t) = b { Some((s, t)) } else { None });
    let cut = tables.filter(|(_, t)| !table::fits(t, WIDTH));
    let finding = |(section, it): (&crate::course::model::Section, &crate::course::model::Table)| {
        let at = locate::token(file, Some(&section.id), it.caption.as_str());
        Finding::error(
            "fits",
            at,
            format!("the table \"{}\" does not fit 80x24 with its columns side by side", it.caption),
        )
        .help("use shorter words, fewer columns, or two tables")
    };
    cut.map(finding).collect()
}

/// Pages of a scenario that are too tall on some way through it.
fn scenario(course: &Course, scenario: &Scenario) -> Vec<Finding> {
    let Some(file) = course
        .files()
        .iter()
        .find(|f| f.path.starts_with("quizzes/scenarios/") && f.text.contains(&format!("\"{}\"", scenario.id)))
    else {
        return Vec::new();
    };
    let theme = Theme::named(ColourScheme::None);
    let mut measure = Measure {
        view: PlayView { course, scenario, theme: &theme, width: WIDTH },
        seen: Vec::new(),
        tall: Vec::new(),
    };
    measure.page(&scenario.id, "the opening page", pages::opening(measure.view).lines.len());
    measure.follow(&Play::default());
    let finding = |(item, what, lines): (Id, &str, usize)| {
        let message = format!("{what} takes {lines} lines: at 80x24 there are {HEIGHT}");
        Finding::error("fits", locate::item(file, &item), message).help("use fewer words")
    };
    measure.tall.into_iter().map(finding).collect()
}

struct Measure<'a> {
    view: PlayView<'a>,
    /// Scenes with what is heard in them.
    seen: Vec<(&'a Id, Vec<&'a Id>)>,
    tall: Vec<(Id, &'static str, usize)>,
}

impl<'a> Measure<'a> {
    fn page(&mut self, item: &Id, what: &'static str, lines: usize) {
        if lines > HEIGHT && !self.tall.iter().any(|(i, w, _)| i == item && *w == what) {
            self.tall.push((item.clone(), what, lines));
        }
    }

    fn follow(&mut self, play: &Play) {
        let trace = play.trace(self.view.scenario);
        let Some(scene) = trace.scene().filter(|_| play.len() < DEPTH) else { return };
        let here = (&scene.id, trace.echoes.iter().map(|e| &e.if_taken).collect::<Vec<_>>());
        if !self.seen.contains(&here) {
            self.seen.push(here);
            self.scene(play, &trace, scene);
        }
        for choice in &scene.choices {
            let mut on = play.clone();
            if on.make(
                self.view.scenario,
                &Move::Decided { scene: scene.id.clone(), choice: choice.id.clone(), reason: 0 },
            ) {
                self.follow(&on);
            }
        }
    }

    fn scene(&mut self, play: &Play, trace: &Trace<'a>, scene: &'a Scene) {
        self.page(&scene.id, "this scene", pages::scene(self.view, trace, scene, None).doc.lines.len());
        for choice in &scene.choices {
            self.page(
                &choice.id,
                "the page with the reasons",
                pages::reasons(self.view, trace, choice, None).doc.lines.len(),
            );
            for reason in 0..choice.reasons.len() {
                let mut on = play.clone();
                on.make(
                    self.view.scenario,
                    &Move::Decided { scene: scene.id.clone(), choice: choice.id.clone(), reason },
                );
                let lines =
                    on.trace(self.view.scenario).steps.last().map_or(0, |s| pages::outcome(self.view, s).lines.len());
                self.page(&choice.id, "what came of it", lines);
            }
        }
    }
}
