//! `ninetracks learn`: a lesson.

use super::{Ended, app, session};
use crate::cli::Global;
use crate::ui::effect::Place;

/// # Errors
/// When there is no such lesson, or it cannot be shown.
pub fn run(global: &Global, named: Option<&str>) -> anyhow::Result<Ended> {
    let course = session::course(global)?;
    let lesson = named.map(|n| session::lesson(&course, n)).transpose()?;
    if let Some(lesson) = lesson {
        return app::open_in(global, course, Place::Lesson { lesson, section: None });
    }
    let kept = session::store(global, &course)?.last_place()?.filter(|(lesson, _)| course.outline(lesson).is_some());
    let (lesson, section) = kept.map_or_else(|| (course.outlines()[0].id.clone(), None), |(l, s)| (l, Some(s)));
    app::open_in(global, course, Place::Lesson { lesson, section })
}
