//! A learner's progress: what is known, how it was remembered, what was done lately, and the quizzes.

use super::Passage;
use crate::study::progress::{DayLine, Progress};

/// Progress in the order in which it is read.
#[must_use]
pub fn passages(progress: &Progress) -> Vec<Passage> {
    let days: Vec<DayLine> = progress.last_days.iter().filter(|d| d.done > 0 || d.minutes > 0).cloned().collect();
    let (no_day, no_quiz) = (days.is_empty(), progress.quizzes.is_empty());
    vec![
        Passage::Studied { days: progress.days_studied, read: progress.sections_read, sections: progress.sections },
        Passage::CardsByStage(progress.cards),
        Passage::Retention(progress.retention_percent),
        Passage::ListHead("The last 14 days".to_owned()),
        if no_day { Passage::Nothing("nothing yet") } else { Passage::Days(days) },
        Passage::ListHead("Quizzes".to_owned()),
        if no_quiz { Passage::Nothing("none yet") } else { Passage::Attempts(progress.quizzes.clone()) },
    ]
}
