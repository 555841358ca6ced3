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
    let standing = format!(
        "Of the questions on it you are likely to get {} % right, of all that could be asked here {} %.",
        reason.objective_percent, reason.all_percent
    );
    let mut points = vec![format!("Objective: {aim}"), standing];
    points.extend(level);
    points.push(format!(
        "This question: {} % likely to be right. Adaptive practice asks for about {} %: of such questions three of four, or a little more, prove right.",
        reason.right_percent, reason.target_percent
    ));
    vec![
        Passage::ListHead("Why this question".to_owned()),
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
    match answers {
        0 => "You have answered nothing yet: these are the figures of an average learner.".to_owned(),
        few if few < FEW => format!("These figures rest on {} of yours, and are rough.", count(few, "answer")),
        many => format!("These figures rest on {} of yours.", count(many, "answer")),
    }
}
