//! How a lesson opens and how it closes.

use super::Passage;
use crate::course::Course;
use crate::course::model::{Lesson, Text};

/// What it is about, what one can do afterwards, its sections and how long it is.
#[must_use]
pub fn opening(course: &Course, lesson: &Lesson) -> Vec<Passage> {
    let requires = lesson.requires.iter().map(|l| course.title(l)).collect();
    vec![
        Passage::Prose(lesson.summary.clone()),
        Passage::Length { minutes: lesson.minutes, sections: lesson.sections.len(), requires },
        Passage::ListHead("Afterwards you can".to_owned()),
        Passage::Objectives(objectives(lesson)),
        Passage::ListHead("Sections".to_owned()),
        Passage::Sections(lesson.sections.iter().map(|s| s.title.to_string()).collect()),
    ]
}

/// What to try now, what there is to do on the lesson, and its terms.
#[must_use]
pub fn closing(course: &Course, lesson: &Lesson) -> Vec<Passage> {
    let mut passages = vec![
        Passage::Done("That was the lesson."),
        Passage::ListHead("Now try whether you can".to_owned()),
        Passage::Objectives(objectives(lesson)),
    ];
    passages.extend(
        course
            .outline(&lesson.id)
            .map(|outline| Passage::Exercises { cards: outline.cards.len(), questions: outline.questions }),
    );
    if !lesson.terms.is_empty() {
        passages.push(Passage::ListHead("Terms of this lesson".to_owned()));
        passages.push(Passage::Terms(lesson.terms.clone()));
    }
    passages
}

fn objectives(lesson: &Lesson) -> Vec<Text> {
    lesson.objectives.iter().map(|o| o.text.clone()).collect()
}
