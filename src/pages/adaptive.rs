//! What adaptive practice says of itself: why a question was chosen, and what the practice changed.

use super::Passage;
use super::results::objective;
use crate::course::Course;
use crate::course::wording::count;
use crate::study::adaptive::{AbilityChange, ChoiceReason};

/// Answers below which the figures are said to be rough.
const FEW: u32 = 30;

/// Why a question was chosen.
#[must_use]
pub fn why(course: &Course, reason: &ChoiceReason) -> Vec<Passage> {
    let aim = objective(course, &reason.lesson, &reason.objective);
    let level = reason.level.map(|level| format!("Level: {}.", format!("{level:?}").to_lowercase()));
    let weaker = reason.objective_percent < reason.all_percent;
    let standing = format!(
        "You are likely to get {} % of the questions on it right, {}.",
        reason.objective_percent,
        if weaker {
            format!("of all questions here {} %", reason.all_percent)
        } else {
            format!("as many as of all questions here ({} %) or more", reason.all_percent)
        }
    );
    let mut points = vec![format!("Objective: {aim}"), standing];
    points.extend(level);
    points.push(format!(
        "This question: {} % likely to be right. Adaptive practice aims at 75 to 80 %.",
        reason.right_percent
    ));
    vec![
        Passage::ListHead("Why this question?".to_owned()),
        Passage::Points(points),
        Passage::Words(resting_on(reason.answers)),
    ]
}

/// What a practice changed, in words.
pub(super) fn changed(change: AbilityChange) -> String {
    let AbilityChange { before_percent: before, after_percent: after, answers } = change;
    let moved = if before == after {
        format!("Your level: as before, you are likely to get about {after} % of the questions on these lessons right.")
    } else {
        format!(
            "Your level: you are likely to get about {after} % of the questions on these lessons right; before this practice it was {before} %."
        )
    };
    format!("{moved} {}", resting_on(answers))
}

fn resting_on(answers: u32) -> String {
    let answers_in_words = count(answers, "answer");
    if answers < FEW {
        format!("That rests on {answers_in_words} of yours: a rough estimate as yet.")
    } else {
        format!("That rests on {answers_in_words} of yours.")
    }
}
