//! What is known of a question before anybody answered it.
//!
//! No figures from learners stand behind these numbers: they say in which order questions are likely to be hard, and about
//! how far apart. The simulation shows what it costs when they are off by half a logit or a whole one.

use crate::course::Course;
use crate::course::model::{Ask, Bloom, Question};
use crate::study::item::Demand;

/// Between a level and the next.
const OF_A_LEVEL: f64 = 0.4;

/// Where the difficulty of `question` starts, in logits over the ability of whoever gave no answer yet.
pub(super) fn starting_difficulty(course: &Course, question: &Question) -> f64 {
    of_level(question.level) + of_demand(Demand::of(course, &question.ask))
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
fn of_demand(demand: Demand) -> f64 {
    match demand {
        Demand::OneOf(_) => 0.0,
        Demand::Pairs => 0.2,
        Demand::Several => 0.4,
    }
}

/// How likely somebody who knows nothing is right: 1 of so many options, as the paper has it. Where an answer has several
/// parts or is typed, nothing worth counting.
pub(super) fn guess(course: &Course, ask: &Ask) -> f64 {
    match Demand::of(course, ask) {
        Demand::OneOf(options) if options > 1 => u32::try_from(options).map_or(0.0, |n| 1.0 / f64::from(n)),
        Demand::OneOf(_) | Demand::Pairs | Demand::Several => 0.0,
    }
}
