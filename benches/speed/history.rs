//! A learner's database: as it is on the first day, and after weeks of study.

use std::path::Path;

use jiff::{SignedDuration, Timestamp};
use ninetracks::course::Course;
use ninetracks::store::{Learner, Store};
use ninetracks::study::event::{Event, EventId, EventKind, PagePlace};
use ninetracks::study::item::Response;
use ninetracks::study::memory::{CardState, Grade, Memory};
use ninetracks::study::quiz::{Mode, PaperSpec};
use ninetracks::study::score::Score;
use ninetracks::study::time::StudyDay;

use crate::Result;

/// Reviewed cards, and quizzes of ten questions.
const CARDS: usize = 300;
const QUIZZES: usize = 50;

pub(crate) fn store(course: &Course, folder: &Path) -> Result<Store> {
    Ok(Store::open(folder, Learner { profile: "default".into(), course: course.about().id.clone() })?)
}

/// Writes the log of a learner who has read, reviewed and taken quizzes for the last fifty days.
pub(crate) fn weeks_of_study(course: &Course, store: &mut Store) -> Result<()> {
    let now = Timestamp::now();
    let days = |ago: usize| {
        StudyDay::of(now - SignedDuration::from_hours(24 * i64::try_from(ago).unwrap_or(0)), &jiff::tz::TimeZone::UTC)
    };
    let mut log = |ago: usize, what| {
        store.append(
            &Event { at: now - SignedDuration::from_hours(24 * i64::try_from(ago).unwrap_or(0)), what },
            days(ago),
        )
    };
    let half = course.outlines().len() / 2;
    for (n, lesson) in course.outlines()[..half].iter().enumerate() {
        for section in &lesson.sections {
            log(
                50 - n,
                EventKind::SectionOpened {
                    lesson: lesson.id.clone(),
                    section: section.id.clone(),
                    at: PagePlace::default(),
                },
            )?;
            log(50 - n, EventKind::SectionRead { lesson: lesson.id.clone(), section: section.id.clone() })?;
        }
    }
    let cards = course.outlines().iter().flat_map(|o| &o.cards).cycle().take(CARDS);
    for (n, card) in cards.enumerate() {
        let ago = 50 - n / 6;
        let after = CardState::Review {
            memory: Memory { stability_days: 10.0, difficulty: 5.0 },
            last: days(ago),
            due: days(0).plus(i32::try_from(n % 20).unwrap_or(0) - 2),
            lapses: 0,
            reviews: 1,
        };
        log(
            ago,
            EventKind::Reviewed {
                card: card.clone(),
                grade: Grade::Good,
                before: CardState::New,
                after,
                took_ms: 6000,
            },
        )?;
    }
    for n in 0..QUIZZES {
        let (lesson, bank) = (&course.outlines()[n % half].id, course.banks().nth(n % half));
        let run = log(QUIZZES - n, started(course, n % half))?;
        for question in bank.into_iter().flat_map(|b| &b.questions).cycle().skip(n).take(10) {
            let objective = question.aim(lesson).clone();
            log(QUIZZES - n, answered(run, lesson.clone(), question.id.clone(), objective, n % 3 > 0))?;
        }
        log(QUIZZES - n, EventKind::QuizEnded { run, done: true })?;
    }
    Ok(())
}

pub(crate) fn started(course: &Course, lesson: usize) -> EventKind {
    let lessons = vec![course.outlines()[lesson].id.clone()];
    EventKind::QuizStarted {
        paper: PaperSpec { lessons, length: 10, seed: 1, mode: Mode::Practice, limit_s: None, only: Vec::new() },
        items: Vec::new(),
    }
}

pub(crate) fn answered(
    run: EventId,
    lesson: ninetracks::course::model::Id,
    question: ninetracks::course::model::Id,
    objective: ninetracks::course::model::Id,
    right: bool,
) -> EventKind {
    let score = Score { points: if right { 1.0 } else { 0.0 }, of: 1.0 };
    EventKind::Answered {
        run,
        question,
        objective,
        lesson,
        answer: Response::Picked(0),
        score,
        took_ms: 9000,
        certainty: None,
        items: Vec::new(),
    }
}
