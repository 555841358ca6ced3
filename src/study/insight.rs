//! What a history of study says, beyond counts: how regular it is, what comes, how well memory is predicted, what is weak.
//! A part of `ninetracks stats --json`.

use std::collections::HashMap;

use jiff::civil::Date;
use serde::Serialize;

use super::certainty::Certainty;
use super::memory::{CardState, Due};
use super::progress::DayLine;
use super::score::{Score, percent};
use super::time::{Clock, StudyDay};
use crate::course::Course;
use crate::course::outline::CardKey;

/// Days of a forecast.
const FORECAST_DAYS: i32 = 7;

/// What a history says.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Insight {
    /// Days in a row up to today, or to yesterday when nothing was done today yet.
    pub streak_days: usize,
    pub longest_streak_days: usize,
    /// The last 53 weeks, oldest first, days without study included.
    pub calendar: Vec<DayLine>,
    /// The next seven days, today first; what is overdue counts today.
    pub forecast: Vec<DueDay>,
    pub prediction: Option<Prediction>,
    /// By the latest answer to each question, the weakest first.
    pub objectives: Vec<Mastery>,
    /// The categories of the course's wheel, in its order.
    pub wheel: Vec<Mastery>,
    /// Lessons by the latest answers, the weakest first.
    pub lessons: Vec<Mastery>,
    /// Forgotten most often first.
    pub hard_cards: Vec<HardItem>,
    /// Missed most often first.
    pub hard_questions: Vec<HardItem>,
    /// Median seconds of the latest answers.
    pub seconds_a_card: Option<f64>,
    pub seconds_a_question: Option<f64>,
    pub scenarios: Vec<ScenarioLine>,
    /// How certain answers were, beside how often they were right; empty where that was never asked.
    pub calibration: Vec<CalibrationLine>,
}

/// A day to come and the cards that fall due on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DueDay {
    pub date: Date,
    pub cards: usize,
}

/// How often cards were remembered, beside how often the schedule expected it, over the same reviews.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Prediction {
    pub reviews: usize,
    pub measured_percent: u32,
    pub predicted_percent: u32,
}

/// What the latest answers on something earned.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mastery {
    pub id: String,
    pub name: String,
    /// Number of questions answered.
    pub questions: usize,
    /// `null` without any.
    pub percent: Option<u32>,
    #[serde(skip)]
    pub score: Score,
}

/// A card or a question, and how often it was forgotten or missed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HardItem {
    pub id: String,
    pub text: String,
    pub times: usize,
}

/// The answers that were given with one certainty.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CalibrationLine {
    pub level: Certainty,
    pub answers: usize,
    pub right_percent: u32,
    #[serde(skip)]
    pub score: Score,
}

impl CalibrationLine {
    #[must_use]
    pub fn new(level: Certainty, answers: usize, score: Score) -> Self {
        Self { level, answers, right_percent: percent(score), score }
    }
}

/// A scenario that was played.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ScenarioLine {
    pub id: String,
    pub title: String,
    /// Plays that came to an end.
    pub ended: usize,
    pub best_percent: Option<u32>,
}

impl Mastery {
    #[must_use]
    pub fn new(id: String, name: String, questions: usize, score: Score) -> Self {
        Self { id, name, questions, percent: (questions > 0).then(|| percent(score)), score }
    }
}

impl Prediction {
    /// Of reviews, each with the chance of recall that was expected and whether it was recalled. `None` of none.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "numbers of reviews")]
    pub fn of(reviews: &[(f64, bool)]) -> Option<Self> {
        let of = reviews.len() as f64;
        let remembered = reviews.iter().filter(|(_, recalled)| *recalled).count() as f64;
        (!reviews.is_empty()).then(|| Self {
            reviews: reviews.len(),
            measured_percent: percent(Score { points: remembered, of }),
            predicted_percent: percent(Score { points: reviews.iter().map(|(chance, _)| chance).sum(), of }),
        })
    }
}

/// Seven days from `from` on, and how many cards of `course` fall due on each; what is due before counts on the first.
#[must_use]
pub(crate) fn forecast(
    course: &Course,
    clock: &Clock,
    states: &HashMap<CardKey, CardState>,
    from: StudyDay,
) -> Vec<DueDay> {
    let mut days: Vec<DueDay> =
        (0..FORECAST_DAYS).map(|ahead| DueDay { date: from.plus(ahead).date(), cards: 0 }).collect();
    for state in course.outlines().iter().flat_map(|o| &o.cards).filter_map(|key| states.get(key)) {
        let day = match state.due() {
            None => continue,
            Some(Due::On(day)) => day,
            Some(Due::At(at)) => clock.day_of(at),
        };
        if let Some(due) = usize::try_from(day.since(from).max(0)).ok().and_then(|ahead| days.get_mut(ahead)) {
            due.cards += 1;
        }
    }
    days
}

/// The run of study days that reaches to the end of `studied` (oldest first; today is last and may still be empty), and the
/// longest run.
#[must_use]
pub fn streaks(studied: &[bool]) -> (usize, usize) {
    let longest = studied.split(|is| !is).map(<[bool]>::len).max().unwrap_or(0);
    let until = if studied.last() == Some(&false) { studied.len() - 1 } else { studied.len() };
    let current = studied[..until].iter().rev().take_while(|is| **is).count();
    (current, longest)
}

/// The median of whole milliseconds, in seconds with one decimal.
#[must_use]
pub fn median_seconds(mut took_ms: Vec<u32>) -> Option<f64> {
    took_ms.sort_unstable();
    let middle = took_ms.get(took_ms.len() / 2)?;
    Some((f64::from(*middle) / 100.0).round() / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_streak_is_kept_until_a_day_has_passed_without_study() {
        let (yes, no) = (true, false);
        assert_eq!(streaks(&[yes, yes, yes, no, yes, yes, no]), (2, 3));
        assert_eq!(streaks(&[yes, yes, no, no]), (0, 2));
        assert_eq!(streaks(&[no, yes]), (1, 1));
        assert_eq!(streaks(&[]), (0, 0));
    }

    #[test]
    fn a_prediction_is_held_against_the_same_reviews() {
        let of = Prediction::of(&[(0.9, true), (0.8, true), (0.7, false), (0.9, true)]);
        assert_eq!(of, Some(Prediction { reviews: 4, measured_percent: 75, predicted_percent: 83 }));
        assert_eq!(Prediction::of(&[]), None);
    }

    #[test]
    fn the_median_is_told_in_tenths_of_a_second() {
        assert_eq!(median_seconds(vec![90_000, 1_260, 2_000]), Some(2.0));
        assert_eq!(median_seconds(Vec::new()), None);
    }
}
