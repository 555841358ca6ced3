//! Which question it is: number, place in the course, words.

use serde::Serialize;

use crate::course::Course;
use crate::course::markdown::plain;
use crate::course::model::Id;
use crate::study::item::Item;

/// A lesson by its number, from 1; 0 when the course has it no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LessonName {
    pub id: Id,
    pub number: usize,
    pub title: String,
}

impl LessonName {
    pub(super) fn of(course: &Course, id: &Id) -> Self {
        Self { id: id.clone(), number: course.number(id), title: course.title(id) }
    }
}

/// A question of the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct About {
    /// Its place in the drill or quiz, from 1.
    pub number: usize,
    pub id: Id,
    pub lesson: LessonName,
    /// The title of the section that teaches it; empty where none does.
    pub section: String,
    /// `single choice`, `several right`, `true or false`, `matching`, `ordering`, `typed answer` or `classification`.
    pub kind: &'static str,
    /// Most points that a right answer earns, without extras.
    pub points: u32,
    /// Without marks and citations.
    pub stem: String,
}

impl About {
    pub(super) fn of(course: &Course, number: usize, item: &Item) -> Self {
        let outline =
            course.outline(&item.lesson).and_then(|o| o.sections.iter().find(|s| Some(&s.id) == item.section.as_ref()));
        Self {
            number,
            id: item.question.clone(),
            lesson: LessonName::of(course, &item.lesson),
            section: outline
                .map_or_else(|| item.section.as_ref().map_or_else(String::new, Id::to_string), |s| s.title.to_string()),
            kind: item.kind.name(),
            points: item.points,
            stem: plain(item.stem.as_str()),
        }
    }
}
