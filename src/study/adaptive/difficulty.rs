//! What is known of a question before anybody answered it.
//!
//! No figures from learners stand behind these numbers: they say in which order questions are likely to be hard, and about
//! how far apart. The simulation shows what it costs when they are off by half a logit or a whole one.

use crate::course::Course;
use crate::course::model::{Ask, Bloom, Question};

/// Between a level and the next.
const OF_A_LEVEL: f64 = 0.4;

/// Where the difficulty of `question` starts, in logits over the ability of whoever gave no answer yet.
pub(super) fn starting_difficulty(question: &Question) -> f64 {
    of_level(question.level) + of_kind(&question.ask)
}

/// The higher the cognitive process, the harder; a question without a level is taken as asking to understand.
fn of_level(level: Option<Bloom>) -> f64 {
    let above = match level {
        Some(Bloom::Remember) => -1.0,
        None | Some(Bloom::Understand) => 0.0,
        Some(Bloom::Apply) => 1.0,
        Some(Bloom::Analyse) => 2.0,
        Some(Bloom::Evaluate) => 3.0,
        Some(Bloom::Create) => 4.0,
    };
    (above - 1.0) * OF_A_LEVEL
}

/// To recognise is easier than to recall, and one thing easier than several. That a guess may be right is no part of it.
fn of_kind(ask: &Ask) -> f64 {
    match ask {
        Ask::Choice(_) | Ask::TrueFalse(_) | Ask::Classify { .. } => 0.0,
        Ask::Match { .. } => 0.2,
        Ask::Several(_) | Ask::Order(_) | Ask::Typed { .. } => 0.4,
    }
}

/// How likely somebody who knows nothing is right: 1 of so many options, as the paper has it. Where an answer has several
/// parts or is typed, nothing worth counting.
pub(super) fn guess(course: &Course, ask: &Ask) -> f64 {
    let options = match ask {
        Ask::TrueFalse(_) => 2,
        Ask::Choice(options) => options.len(),
        Ask::Classify { scheme, .. } => course.scheme(scheme).map_or(0, |scheme| scheme.categories.len()),
        Ask::Several(_) | Ask::Match { .. } | Ask::Order(_) | Ask::Typed { .. } => 0,
    };
    u32::try_from(options).map_or(0.0, |n| if n > 1 { 1.0 / f64::from(n) } else { 0.0 })
}
