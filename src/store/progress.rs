//! A learner's progress in figures, read from the database: for the statistics screen and `ninetracks stats`.

use std::collections::{HashMap, HashSet};

use super::insight::day_lines;
use super::read::days::reviews_of;
use super::{Run, RunEnd, Store, StoreError};
use crate::course::Course;
use crate::course::markdown::plain;
use crate::course::outline::CardKey;
use crate::study::certificate::{Certificate, EXAM_QUESTIONS, FinalExam};
use crate::study::insight::Insight;
use crate::study::memory::fit::is_offered;
use crate::study::memory::{CardState, ForgettingCurve, MemoryParameters, Stage};
use crate::study::progress::about_quiz;
pub use crate::study::progress::{CardCounts, DayLine, Progress, QuizLine};
use crate::study::quiz::{Mode, PaperSpec, percent};
use crate::study::score::Score;
use crate::study::time::{Clock, StudyDay};

/// Days of the window for retention.
const RETENTION_DAYS: i32 = 30;
/// Days shown one by one.
const SHOWN_DAYS: i32 = 14;
/// Quizzes listed.
const SHOWN_QUIZZES: usize = 50;
/// Quizzes among which the final exam is looked for.
const EXAMS_LOOKED_AT: usize = 1000;

impl Progress {
    /// # Errors
    /// When progress cannot be read.
    pub fn load(store: &Store, course: &Course, clock: &Clock) -> Result<Self, StoreError> {
        let read = store.sections_read()?;
        let today = clock.today();
        let states = store.card_states()?;
        let fit = store.memory_fit()?;
        let curve = fit
            .as_ref()
            .and_then(|fit| fit.parameters.as_ref())
            .map_or_else(ForgettingCurve::default, MemoryParameters::curve);
        let totals = store.day_totals()?;
        let (cards, mean_recall_percent) = cards(&states, course, (curve, today));
        let begun = store.runs_begun()?;
        let runs = store.runs(SHOWN_QUIZZES)?;
        let days = store.study_days()?;
        let sections_read = course
            .outlines()
            .iter()
            .map(|o| read.get(&o.id).map_or(0, |r| o.sections.iter().filter(|s| r.contains(&s.id)).count()))
            .sum();
        let sections = course.outlines().iter().map(|o| o.sections.len()).sum();
        let certificate = Certificate {
            course: plain(course.about().title.as_str()),
            learner: store.learner().profile.clone(),
            lessons: course.outlines().len(),
            sections,
            sections_read,
            cards: cards.total(),
            cards_learned: cards.young + cards.mature,
            exam_questions: exam_questions(course),
            exam: final_exam(store, course, clock)?,
            days: days.first().zip(days.last()).map(|(first, last)| (first.date(), last.date())),
            days_studied: days.len(),
        };
        Ok(Self {
            days_studied: days.len(),
            sections_read,
            sections,
            certificate,
            cards,
            mean_recall_percent,
            retention_percent: retention(store, today)?,
            is_fit_offered: is_offered(fit.as_ref().map(|fit| fit.reviews), reviews_of(&totals)),
            last_days: day_lines(&totals, today, SHOWN_DAYS),
            quizzes: runs.iter().enumerate().map(|(at, r)| quiz(r, begun.saturating_sub(at), course, clock)).collect(),
            insight: Insight::load(store, course, clock, &states)?,
        })
    }
}

fn cards(
    states: &HashMap<CardKey, CardState>,
    course: &Course,
    (curve, today): (ForgettingCurve, StudyDay),
) -> (CardCounts, Option<u32>) {
    let mut counts = CardCounts::default();
    let mut recall = Vec::new();
    for key in course.outlines().iter().flat_map(|o| &o.cards) {
        let state = states.get(key).copied().unwrap_or_default();
        recall.extend(curve.recall(&state, today));
        match state.stage() {
            Stage::New => counts.new += 1,
            Stage::Learning | Stage::Relearning => counts.learning += 1,
            Stage::Review if state.is_well_known() => counts.mature += 1,
            Stage::Review => counts.young += 1,
        }
    }
    let held: HashSet<&CardKey> = course.outlines().iter().flat_map(|o| &o.cards).collect();
    for (key, _) in states.iter().filter(|(key, state)| state.stage() != Stage::New && !held.contains(key)) {
        if course.is_retired(&key.card) {
            counts.retired += 1;
        } else {
            counts.unknown += 1;
        }
    }
    (counts, mean_percent(&recall))
}

#[expect(clippy::cast_precision_loss, reason = "numbers of cards")]
fn mean_percent(shares: &[f64]) -> Option<u32> {
    (!shares.is_empty()).then(|| percent(Score { points: shares.iter().sum(), of: shares.len() as f64 }))
}

fn retention(store: &Store, today: StudyDay) -> Result<Option<(u32, u32)>, StoreError> {
    let recent = store.review_days(today.plus(-RETENTION_DAYS))?;
    let (reviews, remembered) = recent.iter().fold((0, 0), |(a, b), d| (a + d.reviews, b + d.remembered));
    Ok((reviews > 0).then(|| (percent(Score { points: f64::from(remembered), of: f64::from(reviews) }), reviews)))
}

/// The score of a paper of `length` questions, of which `answered` are in `score`: the others are taken for as many points each.
#[expect(clippy::cast_precision_loss, reason = "numbers of questions")]
fn whole(score: Score, answered: usize, length: usize) -> Score {
    Score { of: score.of * length as f64 / answered.max(1) as f64, ..score }
}

/// Questions of a final exam.
fn exam_questions(course: &Course) -> usize {
    course.outlines().iter().map(|o| o.questions).sum::<usize>().min(EXAM_QUESTIONS)
}

/// The best exam on the whole course that is long enough.
fn final_exam(store: &Store, course: &Course, clock: &Clock) -> Result<Option<FinalExam>, StoreError> {
    let needed = exam_questions(course).max(1);
    let exam = |run: &Run| {
        let PaperSpec { lessons, only, mode, length, .. } = &run.paper;
        let is_final = *mode == Mode::Exam && lessons.is_empty() && only.is_empty() && *length >= needed;
        let RunEnd::Finished(at) = run.end else { return None };
        is_final.then(|| FinalExam {
            date: clock.day_of(at).date(),
            questions: *length,
            percent: percent(whole(run.score, run.answered, *length)),
        })
    };
    let runs = store.runs(EXAMS_LOOKED_AT)?;
    Ok(runs.iter().filter_map(exam).max_by_key(|exam| exam.percent))
}

fn quiz(run: &Run, number: usize, course: &Course, clock: &Clock) -> QuizLine {
    let about = about_quiz(course, &run.paper);
    QuizLine {
        run: run.id,
        number,
        mode: match run.paper.mode {
            Mode::Practice => "practice",
            Mode::Adaptive => "adaptive practice",
            Mode::InClass => "practice in class",
            Mode::Exam => "exam",
            Mode::Placement(_) => "placement",
        },
        date: clock.day_of(run.started).date(),
        about,
        questions: run.questions(),
        answered: run.answered,
        percent: percent(run.score),
        finished: matches!(run.end, RunEnd::Finished(_)),
        seed: run.paper.seed,
    }
}
