//! The key to a question as it stands in this room, and what an answer is worth by it.

use serde::{Deserialize, Serialize};

use super::input::Ruling;
use super::scoring::Worth;
use crate::course::model::{Ask, Question};
use crate::study::answer::Answer;
use crate::study::grading::grade;
use crate::study::typed::{Taken, judge};

/// What counts as right.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Key {
    /// As the author wrote.
    #[default]
    Author,
    /// Each of these answers, and no other, earns all.
    AnyOf(Vec<Answer>),
    /// Every answer earns all.
    Everything,
    /// The question counts for nobody.
    Void,
}

/// What a team said: an answer that was entered, or the teacher's word on one that was spoken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Said {
    Entered(Answer),
    Ruled(Ruling),
}

impl Said {
    /// The answer, when one was entered; a pass is one too.
    #[must_use]
    pub fn entered(&self) -> Option<&Answer> {
        match self {
            Self::Entered(answer) => Some(answer),
            Self::Ruled(_) => None,
        }
    }

    pub(super) fn is_attempt(&self) -> bool {
        !matches!(self, Self::Entered(Answer::Skipped))
    }
}

impl Key {
    /// What `said` is worth. A teacher's ruling stands unless the question is void or everything counts.
    #[must_use]
    pub fn worth(&self, question: &Question, said: &Said) -> Worth {
        match (self, said) {
            (Self::Void, _) | (_, Said::Entered(Answer::Skipped)) => Worth::NOTHING,
            (Self::Everything, _) | (_, Said::Ruled(Ruling::Right)) => Worth::ALL,
            (_, Said::Ruled(Ruling::Half)) => Worth::HALF,
            (_, Said::Ruled(Ruling::Wrong)) => Worth::NOTHING,
            (Self::Author, Said::Entered(answer)) => by_author(question, answer),
            (Self::AnyOf(keys), Said::Entered(answer)) if keys.iter().any(|key| is_same(key, answer)) => Worth::ALL,
            (Self::AnyOf(_), Said::Entered(_)) => Worth::NOTHING,
        }
    }

    /// Whether the key can be laid to `question`: answers of its kind, at least one.
    #[must_use]
    pub fn fits(&self, question: &Question) -> bool {
        match self {
            Self::AnyOf(keys) => !keys.is_empty() && keys.iter().all(|key| is_possible(&question.ask, key)),
            Self::Author | Self::Everything | Self::Void => true,
        }
    }
}

/// The author's points are only a measure here: the drill gives its own.
fn by_author(question: &Question, answer: &Answer) -> Worth {
    Worth::from_share(grade(&Question { points: 1, ..question.clone() }, answer).share())
}

fn is_same(key: &Answer, answer: &Answer) -> bool {
    match (key, answer) {
        (Answer::Typed(key), Answer::Typed(text)) => matches!(judge(text, &[key], &[]), Taken::Exactly | Taken::WithASlip),
        (Answer::Several(key), Answer::Several(picked)) => as_set(key) == as_set(picked),
        _ => key == answer,
    }
}

fn as_set(options: &[usize]) -> std::collections::BTreeSet<usize> {
    options.iter().copied().collect()
}

/// Whether `answer` is of the kind of `ask` and names only what is there.
#[must_use]
pub fn is_possible(ask: &Ask, answer: &Answer) -> bool {
    match (ask, answer) {
        (Ask::Choice(options), &Answer::Choice(picked)) => picked < options.len(),
        (Ask::Several(options), Answer::Several(picked)) => picked.iter().all(|&p| p < options.len()),
        (Ask::TrueFalse(_), Answer::TrueFalse(_)) => true,
        (Ask::Match { pairs, spare }, Answer::Match(joined)) => {
            joined.len() == pairs.len() && joined.iter().flatten().all(|&j| j < pairs.len() + spare.len())
        }
        (Ask::Order(steps), Answer::Order(order)) => order.len() == steps.len() && as_set(order) == (0..steps.len()).collect(),
        (Ask::Typed { .. }, Answer::Typed(text)) => !text.trim().is_empty(),
        (Ask::Classify { scheme, .. }, &Answer::Classify(at)) => at < scheme.keys().len(),
        _ => false,
    }
}
