//! `ninetracks learn`: a lesson.

use std::io::IsTerminal;

use super::{Ended, app, environment, plain};
use crate::cli::Global;
use crate::course::Course;
use crate::course::model::Id;
use crate::ui::effect::Place;

/// # Errors
/// When there is no such lesson, or it cannot be shown.
pub(super) fn run(global: &Global, named: Option<&str>) -> anyhow::Result<Ended> {
    let course = environment::course(global)?;
    let lesson = named.map(|n| environment::lesson(&course, n)).transpose()?;
    if environment::chooses_lines(global) {
        return in_lines(global, &course, lesson);
    }
    if let Some(lesson) = lesson {
        return app::open_in(global, course, Place::Lesson { lesson, section: None });
    }
    let kept =
        environment::store(global, &course)?.last_place()?.filter(|(lesson, _)| course.outline(lesson).is_some());
    let lesson = kept.map_or_else(|| course.outlines()[0].id.clone(), |(lesson, _)| lesson);
    app::open_in(global, course, Place::Lesson { lesson, section: None })
}

fn in_lines(global: &Global, course: &Course, lesson: Option<Id>) -> anyhow::Result<Ended> {
    let kept = environment::store(global, course)?
        .last_place()?
        .map(|(lesson, _)| lesson)
        .filter(|l| course.outline(l).is_some());
    let lesson = lesson.or(kept).unwrap_or_else(|| course.outlines()[0].id.clone());
    let pauses = std::io::stdin().is_terminal();
    let outcome = plain::run(global, course, false, |session| crate::plain::learn(session, &lesson, pauses))?;
    Ok(plain::ended(outcome, None))
}
