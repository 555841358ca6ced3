//! What a learner notices of adaptive practice.

mod simulation;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiff::{SignedDuration, Timestamp, tz::TimeZone};

use super::*;
use crate::course::Course;
use crate::course::model::Id;
use crate::study::event::{EventId, EventKind};
use crate::study::item::Response;
use crate::study::quiz::{Mode, PaperSpec};
use crate::study::session::QuizSession;
use crate::study::time::Clock;

static COURSE: LazyLock<Course> = LazyLock::new(|| Course::builtin().unwrap());

fn spec(lessons: usize, length: usize) -> PaperSpec {
    let lessons = COURSE.outlines().iter().take(lessons).map(|o| o.id.clone()).collect();
    PaperSpec { lessons, length, seed: 7, mode: Mode::Adaptive, limit_s: None, only: Vec::new() }
}

fn started(spec: PaperSpec, past: &[PastAnswer]) -> QuizSession {
    let adaptive = AdaptivePractice::new(&COURSE, past);
    let (mut session, started) = QuizSession::start_adaptive(&COURSE, spec, adaptive, Timestamp::UNIX_EPOCH).unwrap();
    session.saved(&started, EventId(1));
    session
}

/// Every question of the first lesson, answered so by `by`.
fn past(by: &Respondent, share: impl Fn(&Id) -> f64) -> Vec<PastAnswer> {
    let lesson = &COURSE.outlines()[0].id;
    let questions = COURSE.bank(lesson).unwrap().questions.iter().filter(|q| !q.reserve);
    let answer = |(at, question): (i64, &crate::course::model::Question)| PastAnswer {
        at: Timestamp::UNIX_EPOCH + SignedDuration::from_secs(at),
        by: by.clone(),
        question: question.id.clone(),
        share: share(question.aim(lesson)),
    };
    (0..).zip(questions).map(answer).collect()
}

fn answer(session: &mut QuizSession, right: bool) -> EventKind {
    let clock = Clock::new(Timestamp::UNIX_EPOCH, TimeZone::UTC);
    let item = session.item().unwrap().clone();
    let answer = if right { item.form.right().remove(0) } else { Response::Passed };
    session.answer(answer, None, &clock).unwrap()
}

#[test]
fn the_same_answers_in_any_order_give_the_same_practice() {
    let mut answers = past(&Respondent::Learner, |objective| f64::from(u8::from(objective.as_str().len() % 2 == 1)));
    answers.extend(past(&Respondent::Other("8b".into()), |_| 0.25));
    let forward = AdaptivePractice::new(&COURSE, &answers);
    answers.reverse();
    assert_eq!(AdaptivePractice::new(&COURSE, &answers), forward);
}

#[test]
fn questions_come_once_and_none_comes_after_as_many_as_were_wanted() {
    for (length, least) in [(8, 8), (500, 15)] {
        let mut session = started(spec(1, length), &[]);
        let mut asked = BTreeSet::new();
        let mut right = false;
        loop {
            assert!(asked.insert(session.item().unwrap().question.clone()), "asked twice");
            right = !right;
            answer(&mut session, right);
            let Some(next) = session.next_open(&COURSE) else { break };
            session.go(next, Timestamp::UNIX_EPOCH);
        }
        assert!((least..=length).contains(&asked.len()), "{}", asked.len());
    }
}

#[test]
fn who_is_right_is_asked_harder_questions_and_is_said_to_know_more() {
    let chances = |right: bool| {
        let mut session = started(spec(9, 12), &[]);
        let begun = session.why(&COURSE).unwrap();
        (0..12).for_each(|_| {
            answer(&mut session, right);
            if let Some(next) = session.next_open(&COURSE) {
                session.go(next, Timestamp::UNIX_EPOCH);
            }
        });
        let (sitting, change) = session.handed_in(&COURSE);
        let levels = sitting.paper.items.iter().filter(|item| item.level > begun.level).count();
        (levels, change.unwrap())
    };
    let ((harder, up), (easier, down)) = (chances(true), chances(false));
    assert!(harder > easier, "{harder} {easier}");
    assert!(
        up.after_percent > up.before_percent + 5 && down.after_percent + 5 < down.before_percent,
        "{up:?} {down:?}"
    );
    assert_eq!((up.before_percent, up.answers), (down.before_percent, 12));
}

#[test]
fn what_is_known_worst_is_asked_first() {
    let weak = COURSE.outlines()[0].objectives[1].id.clone();
    let answers = past(&Respondent::Learner, |objective| f64::from(u8::from(*objective != weak)));
    let why = started(spec(1, 5), &answers).why(&COURSE).unwrap();
    assert_eq!(why.objective, weak);
    assert!(why.objective_percent < why.all_percent, "{why:?}");
    assert_eq!(usize::try_from(why.answers).unwrap(), answers.len());
}

#[test]
fn what_a_class_gets_wrong_is_harder_for_everybody() {
    let before = started(spec(1, 5), &[]).handed_in(&COURSE).1.unwrap();
    // One pupil each, so that it is the questions that are hard and not a pupil who knows little.
    let class: Vec<PastAnswer> = (0..20).flat_map(|n| past(&Respondent::Other(n.to_string()), |_| 0.0)).collect();
    let after = started(spec(1, 5), &class).handed_in(&COURSE).1.unwrap();
    assert!(after.before_percent < before.before_percent && after.answers == 0, "{before:?} {after:?}");
}

#[test]
fn a_question_without_an_answer_is_no_part_of_what_is_handed_in() {
    let mut session = started(spec(2, 10), &[]);
    let EventKind::Answered { items, question, .. } = answer(&mut session, true) else { panic!() };
    assert_eq!(items.into_iter().map(|item| item.question).collect::<Vec<_>>(), [question]);
    let next = session.next_open(&COURSE).unwrap();
    session.go(next, Timestamp::UNIX_EPOCH);
    assert_eq!((session.sitting().len(), session.handed_in(&COURSE).0.len(), session.length()), (2, 1, 10));
    let ended = session.finish(&COURSE);
    assert!(
        matches!(ended[0], EventKind::QuizEnded { done: true, .. }) && ended.len() == 1,
        "nothing was missed: {ended:?}"
    );
}
