//! What a history of study says, put together from the database and the course.

use std::collections::HashMap;

use super::{Store, StoreError};
use crate::course::Course;
use crate::course::markdown::plain;
use crate::course::model::{Ask, Id};
use crate::course::outline::CardKey;
use crate::store::read::days::DayTotals;
use crate::study::insight::{
    CalibrationLine, HardItem, Insight, Mastery, Prediction, ScenarioLine, forecast, median_seconds, streaks,
};
use crate::study::memory::CardState;
use crate::study::progress::DayLine;
use crate::study::score::{Score, percent};
use crate::study::session::card_words;
use crate::study::time::{Clock, StudyDay};

/// Days of the calendar: 53 weeks.
const CALENDAR_DAYS: i32 = 53 * 7;
/// Hard cards that are named.
const HARDEST: usize = 5;

type Scores = HashMap<(Id, Id), Score>;

impl Insight {
    /// # Errors
    /// When progress cannot be read.
    pub(super) fn load(
        store: &Store,
        course: &Course,
        clock: &Clock,
        states: &HashMap<CardKey, CardState>,
    ) -> Result<Self, StoreError> {
        let today = clock.today();
        let totals = store.day_totals()?;
        let (streak_days, longest_streak_days) = streaks(&studied(&totals, today));
        let latest = store.latest_scores()?;
        let reviews = store.late_reviews()?;
        let recalls: Vec<(f64, bool)> = reviews.iter().filter_map(|r| r.recall).collect();
        Ok(Self {
            streak_days,
            longest_streak_days,
            calendar: day_lines(&totals, today, CALENDAR_DAYS).into_iter().rev().collect(),
            forecast: forecast(course, clock, states, clock.today()),
            prediction: Prediction::of(&recalls),
            objectives: objectives(store, course)?,
            wheel: wheel(course, &latest),
            lessons: lessons(course, &latest),
            hard_cards: hard_cards(course, states),
            hard_questions: hard_questions(store, course)?,
            seconds_a_card: median_seconds(reviews.iter().map(|r| r.took_ms).collect()),
            seconds_a_question: median_seconds(store.late_answer_times()?),
            scenarios: scenarios(store, course)?,
            calibration: store
                .calibration()?
                .into_iter()
                .map(|(level, answers, score)| CalibrationLine::new(level, answers, score))
                .collect(),
        })
    }
}

/// The last `count` days, the newest first, days without study included.
pub(super) fn day_lines(totals: &[DayTotals], today: StudyDay, count: i32) -> Vec<DayLine> {
    let by_day: HashMap<i32, &DayTotals> = totals.iter().map(|t| (t.day.0, t)).collect();
    let line = |back: i32| {
        let day = today.plus(-back);
        let found = by_day.get(&day.0);
        DayLine {
            date: day.date(),
            done: found.map_or(0, |t| t.counts.new + t.counts.reviews),
            minutes: found.map_or(0, |t| t.minutes),
            studied: found.is_some(),
        }
    };
    (0..count).map(line).collect()
}

/// Whether there was study, day by day from the first day to today.
fn studied(totals: &[DayTotals], today: StudyDay) -> Vec<bool> {
    let days: std::collections::HashSet<i32> = totals.iter().map(|t| t.day.0).collect();
    let first = totals.first().map_or(today.0, |t| t.day.0);
    (first..=today.0).map(|day| days.contains(&day)).collect()
}

fn weakest_first(mut all: Vec<Mastery>) -> Vec<Mastery> {
    all.sort_by(|a, b| a.score.share().total_cmp(&b.score.share()));
    all
}

fn objectives(store: &Store, course: &Course) -> Result<Vec<Mastery>, StoreError> {
    let scores = store.objective_scores()?;
    let all = course.outlines().iter().flat_map(|o| o.objectives.iter().map(move |it| (o, it)));
    let answered = all.filter_map(|(o, it)| {
        let found = scores.get(&(o.id.clone(), it.id.clone()))?;
        let name = format!("{} {}", course.number(&o.id), plain(it.text.as_str()));
        Some(Mastery::new(format!("{}/{}", o.id, it.id), name, found.n, found.score))
    });
    Ok(weakest_first(answered.collect()))
}

fn lessons(course: &Course, latest: &Scores) -> Vec<Mastery> {
    let mut by_lesson: HashMap<&Id, Vec<Score>> = HashMap::new();
    for ((lesson, _), score) in latest {
        by_lesson.entry(lesson).or_default().push(*score);
    }
    let one = |o: &crate::course::outline::LessonOutline| {
        let scores = by_lesson.get(&o.id)?;
        let name = format!("{} {}", course.number(&o.id), course.title(&o.id));
        Some(Mastery::new(o.id.to_string(), name, scores.len(), scores.iter().copied().sum()))
    };
    weakest_first(course.outlines().iter().filter_map(one).collect())
}

/// By the questions that ask for a category of the wheel's scheme.
fn wheel(course: &Course, latest: &Scores) -> Vec<Mastery> {
    let Some((wheel, spokes)) = course.wheel() else { return Vec::new() };
    let mut by_key: HashMap<&Id, Vec<Score>> = HashMap::new();
    for ((_, question), score) in latest {
        if let Some((_, question)) = course.question(question)
            && let Ask::Classify { scheme, key, .. } = &question.ask
            && *scheme == wheel.scheme
        {
            by_key.entry(key).or_default().push(*score);
        }
    }
    let one = |spoke: &crate::course::model::Category| {
        let scores = by_key.get(&spoke.key).map_or(&[][..], Vec::as_slice);
        let name = format!("{} {}", spoke.key, plain(spoke.name.as_str()));
        Mastery::new(spoke.key.to_string(), name, scores.len(), scores.iter().copied().sum())
    };
    spokes.iter().map(one).collect()
}

fn hard_cards(course: &Course, states: &HashMap<CardKey, CardState>) -> Vec<HardItem> {
    let mut lapsed: Vec<(&CardKey, u16)> =
        states.iter().map(|(key, state)| (key, state.lapses())).filter(|(_, lapses)| *lapses > 0).collect();
    lapsed.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    let item = |(key, lapses): (&CardKey, u16)| {
        let (_, card) = course.card(&key.card)?;
        Some(HardItem { id: key.to_string(), text: card_words(&card.face), times: usize::from(lapses) })
    };
    lapsed.into_iter().filter_map(item).take(HARDEST).collect()
}

fn hard_questions(store: &Store, course: &Course) -> Result<Vec<HardItem>, StoreError> {
    let item = |it: super::read::insight::OftenMissed| {
        let (_, question) = course.question(&it.question)?;
        Some(HardItem { id: it.question.to_string(), text: plain(question.stem.as_str()), times: it.times })
    };
    Ok(store.often_missed()?.into_iter().filter_map(item).collect())
}

fn scenarios(store: &Store, course: &Course) -> Result<Vec<ScenarioLine>, StoreError> {
    let records = store.scenario_records()?;
    let line = |o: &crate::course::outline::ScenarioOutline| {
        let record = records.get(&o.id)?;
        let (id, title) = (o.id.to_string(), o.title.to_string());
        Some(ScenarioLine { id, title, ended: record.ended, best_percent: record.best.map(percent) })
    };
    Ok(course.scenario_outlines().iter().filter_map(line).collect())
}
