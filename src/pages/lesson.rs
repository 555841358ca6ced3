//! How a lesson opens and how it closes.

use super::Passage;
use crate::course::Course;
use crate::course::model::{Block, Lesson, Text};
use crate::course::wording::count;
use crate::study::session::{ReadingRecord, RecallCount};

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

/// How its recall stops were answered, what to try now, what comes next, and its terms.
#[must_use]
pub fn closing(course: &Course, lesson: &Lesson, record: &ReadingRecord) -> Vec<Passage> {
    let blocks = lesson.sections.iter().flat_map(|s| &s.body);
    let stops = blocks.filter_map(|b| if let Block::Recall(question) = b { Some(question) } else { None });
    let recall = record.count(stops.filter(|id| course.practice_question(id).is_some()));
    let mut passages = vec![Passage::Done("That was the lesson.")];
    passages.extend((recall.stops > 0).then(|| Passage::Words(recall_words(recall))));
    passages.extend([Passage::ListHead("Now try whether you can".to_owned()), Passage::Objectives(objectives(lesson))]);
    let next = course.next_lesson(&lesson.id).map(|o| (course.number(&o.id), course.title(&o.id)));
    let exercises =
        course.outline(&lesson.id).map(|o| Passage::Exercises { cards: o.cards.len(), questions: o.questions, next });
    passages.extend(exercises);
    if !lesson.terms.is_empty() {
        passages.push(Passage::ListHead("Terms of this lesson".to_owned()));
        passages.push(Passage::Terms(lesson.terms.clone()));
    }
    passages
}

fn recall_words(RecallCount { stops, answered, right }: RecallCount) -> String {
    match answered {
        0 => format!("You answered none of its {}.", count(stops, "recall stop")),
        _ => format!("You answered {answered} of its {}, {right} of them right.", count(stops, "recall stop")),
    }
}

fn objectives(lesson: &Lesson) -> Vec<Text> {
    lesson.objectives.iter().map(|o| o.text.clone()).collect()
}
