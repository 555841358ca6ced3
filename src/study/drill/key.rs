//! The key to a question as it stands in this room, and what an answer is worth by it.

use serde::{Deserialize, Serialize};

use super::input::Ruling;
use super::scoring::Worth;
use crate::course::model::{Ask, Judged, Question};
use crate::study::answer::Answer;
use crate::study::grading::{grade, is_right};
use crate::study::short_answer::{Taken, judge};

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

    /// This key with `answer` as right too; partly right answers then earn nothing.
    #[must_use]
    pub fn with(&self, question: &Question, answer: Answer) -> Self {
        let mut keys = match self {
            Self::AnyOf(keys) => keys.clone(),
            Self::Author | Self::Everything | Self::Void => authors(&question.ask),
        };
        if !keys.iter().any(|key| is_same(key, &answer)) {
            keys.push(answer);
        }
        Self::AnyOf(keys)
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

/// The answers that earn all by the author's key.
fn authors(ask: &Ask) -> Vec<Answer> {
    let right = |options: &[Judged]| {
        options.iter().enumerate().filter(|(_, o)| is_right(o)).map(|(i, _)| i).collect::<Vec<_>>()
    };
    match ask {
        Ask::Choice(options) => right(options).into_iter().map(Answer::Choice).collect(),
        Ask::Several(options) => vec![Answer::Several(right(options))],
        Ask::TrueFalse(truth) => vec![Answer::TrueFalse(*truth)],
        Ask::Match { pairs, .. } => vec![Answer::Match((0..pairs.len()).map(Some).collect())],
        Ask::Order(steps) => vec![Answer::Order((0..steps.len()).collect())],
        Ask::Typed { accept, .. } => accept.iter().map(|text| Answer::Typed(text.to_string())).collect(),
        Ask::Classify { scheme, key, .. } => crate::course::wording::keys(scheme)
            .iter()
            .position(|k| *k == key.as_str())
            .map(Answer::Classify)
            .into_iter()
            .collect(),
    }
}

fn is_same(key: &Answer, answer: &Answer) -> bool {
    match (key, answer) {
        (Answer::Typed(key), Answer::Typed(text)) => {
            matches!(judge(text, &[key], &[]), Taken::Exactly | Taken::WithASlip)
        }
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
        (Ask::Order(steps), Answer::Order(order)) => {
            order.len() == steps.len() && as_set(order) == (0..steps.len()).collect()
        }
        (Ask::Typed { .. }, Answer::Typed(text)) => !text.trim().is_empty(),
        (Ask::Classify { scheme, .. }, &Answer::Classify(at)) => at < crate::course::wording::keys(scheme).len(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::Course;

    #[test]
    fn a_key_with_one_more_answer_still_takes_the_authors() {
        for question in Course::builtin().unwrap().banks().flat_map(|b| &b.questions) {
            for right in authors(&question.ask) {
                let key = Key::Author.with(question, right.clone());
                assert!(key.fits(question), "{}", question.id);
                assert_eq!(key.worth(question, &Said::Entered(right.clone())), Worth::ALL, "{}", question.id);
                assert_eq!(Key::Author.worth(question, &Said::Entered(right)), Worth::ALL, "{}", question.id);
            }
        }
    }
}
