//! The rows by which questions are filtered, one value each.

use crate::course::Course;
use crate::course::model::{Bloom, Id, Kind, Objective};
use crate::course::outline::LessonOutline;
use crate::study::quiz::{QuestionFilter, WantedObjective};
use crate::ui::screens::quiz_setup::around;

/// A row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FilterRow {
    Kind,
    Level,
    Objective,
    Tag,
    Novelty,
}

impl FilterRow {
    pub(super) const ALL: [Self; 5] = [Self::Kind, Self::Level, Self::Objective, Self::Tag, Self::Novelty];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Kind => "Kind",
            Self::Level => "Level",
            Self::Objective => "Objective",
            Self::Tag => "Tag",
            Self::Novelty => "Case",
        }
    }

    /// What is admitted.
    pub(super) fn value(self, filter: &QuestionFilter, course: &Course) -> String {
        let any = || "any".to_owned();
        match self {
            Self::Kind => filter.kinds.first().map_or_else(any, |kind| kind.name().to_owned()),
            Self::Level => filter.levels.first().map_or_else(any, |level| format!("{level:?}").to_lowercase()),
            Self::Objective => filter.objectives.first().map_or_else(any, |id| objective(course, id)),
            Self::Tag => filter.tags.first().map_or_else(any, ToString::to_string),
            Self::Novelty => match filter.novel {
                None => any(),
                Some(true) => "one that the lessons do not have".to_owned(),
                Some(false) => "one of the lessons, or none".to_owned(),
            },
        }
    }

    /// The next value or the one before; `lessons` are those chosen, none for all.
    pub(super) fn turn(self, filter: &mut QuestionFilter, course: &Course, lessons: &[Id], more: bool) {
        match self {
            Self::Kind => turned(&mut filter.kinds, Kind::ALL, more),
            Self::Level => turned(&mut filter.levels, Bloom::ALL, more),
            Self::Objective => turned(&mut filter.objectives, objectives(course, lessons), more),
            Self::Tag => turned(&mut filter.tags, tags(course, lessons), more),
            Self::Novelty => {
                let values = [None, Some(true), Some(false)];
                filter.novel = around(&values, &filter.novel, more).flatten();
            }
        }
    }
}

/// One value more or less, `any` before the first.
fn turned<T: Clone + PartialEq>(now: &mut Vec<T>, all: impl IntoIterator<Item = T>, more: bool) {
    let values: Vec<Option<T>> = [None].into_iter().chain(all.into_iter().map(Some)).collect();
    *now = around(&values, &now.first().cloned(), more).flatten().into_iter().collect();
}

fn objective(course: &Course, wanted: &WantedObjective) -> String {
    let lesson = wanted.lesson.as_ref().and_then(|lesson| course.outline(lesson));
    let found = lesson.and_then(|outline| outline.objectives.iter().find(|it| it.id == wanted.objective));
    let number = wanted.lesson.as_ref().map(|lesson| format!("{}: ", course.number(lesson))).unwrap_or_default();
    found.map_or_else(|| wanted.objective.to_string(), |objective| format!("{number}{}", objective.text))
}

fn objectives(course: &Course, lessons: &[Id]) -> Vec<WantedObjective> {
    let chosen = course.outlines().iter().filter(|outline| lessons.is_empty() || lessons.contains(&outline.id));
    let of = |outline: &LessonOutline| {
        let lesson = outline.id.clone();
        let one = move |it: &Objective| WantedObjective { lesson: Some(lesson.clone()), objective: it.id.clone() };
        outline.objectives.iter().map(one).collect::<Vec<_>>()
    };
    chosen.flat_map(of).collect()
}

fn tags(course: &Course, lessons: &[Id]) -> Vec<Id> {
    let banks = course.banks().filter(|bank| lessons.is_empty() || lessons.contains(&bank.lesson));
    let mut tags: Vec<Id> = banks.flat_map(|bank| &bank.questions).flat_map(|q| q.tags.iter().cloned()).collect();
    tags.sort();
    tags.dedup();
    tags
}
