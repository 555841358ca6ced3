//! Whether a course fits the smallest terminal: every table at 80x24 with its columns side by side, nothing cut.

use crate::course::finding::Finding;
use crate::course::model::{Block, Lesson};
use crate::course::{Course, locate};

use super::{frame, table};

/// Columns of the reading column at 80x24.
const WIDTH: usize = 76;

/// Tables that would have to be broken up.
#[must_use]
pub fn check(course: &Course) -> Vec<Finding> {
    debug_assert_eq!(WIDTH, usize::from(frame::COLUMN));
    course.lessons().flat_map(|l| lesson(course, l)).collect()
}

fn lesson(course: &Course, lesson: &Lesson) -> Vec<Finding> {
    let Some(file) = course.files().iter().find(|f| f.path.starts_with("lessons/") && f.text.contains(&format!("id: \"{}\"", lesson.id)))
    else {
        return Vec::new();
    };
    let tables = lesson
        .sections
        .iter()
        .flat_map(|s| s.body.iter().map(move |b| (s, b)))
        .filter_map(|(s, b)| if let Block::Table(t) = b { Some((s, t)) } else { None });
    let cut = tables.filter(|(_, t)| !table::fits(t, WIDTH));
    let finding = |(section, it): (&crate::course::model::Section, &crate::course::model::Table)| {
        let at = locate::token(file, Some(&section.id), it.caption.as_str());
        Finding::error("fits", at, format!("the table \"{}\" does not fit 80x24 with its columns side by side", it.caption))
            .help("use shorter words, fewer columns, or two tables")
    };
    cut.map(finding).collect()
}
