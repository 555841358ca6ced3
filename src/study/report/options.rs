//! How often each option was taken, by the letters and in the order in which the class saw them.

use serde::Serialize;

use super::answer_words;
use crate::course::Course;
use crate::course::model::{Ask, Question};
use crate::study::answer::Answer;
use crate::study::drill::{Key, options_of};
use crate::study::grading::is_right;

/// An option and how many took it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OptionCount {
    /// `A`, `B` … as shown; `T` and `F`; a track's own key.
    pub mark: String,
    pub text: String,
    /// Whether it belongs to the key that stands.
    pub right: bool,
    /// Answers, or hands in the last vote.
    pub count: usize,
    /// Hands in the vote before arguing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_count: Option<usize>,
}

/// The options of a question as they are counted.
pub(super) struct Counting<'a> {
    pub course: &'a Course,
    pub question: &'a Question,
    pub key: &'a Key,
    /// The author's number at each place of the screen.
    pub order: &'a [usize],
}

impl Counting<'_> {
    /// One row per option; none where a question has no options.
    pub fn rows(&self, counts: &[usize], first: Option<&[usize]>) -> Vec<OptionCount> {
        let ask = &self.question.ask;
        let shown: Vec<usize> =
            if self.order.is_empty() { (0..options_of(ask)).collect() } else { self.order.to_vec() };
        let row = |&of: &usize| OptionCount {
            mark: answer_words::mark(ask, self.order, of),
            text: answer_words::option(self.course, ask, of),
            right: self.is_right(of),
            count: counts.get(of).copied().unwrap_or(0),
            first_count: first.map(|first| first.get(of).copied().unwrap_or(0)),
        };
        shown.iter().filter(|&&of| of < options_of(ask)).map(row).collect()
    }

    /// Whether the option with the author's number `of` belongs to the key that stands.
    fn is_right(&self, of: usize) -> bool {
        match self.key {
            Key::Author => is_authors(&self.question.ask, of),
            Key::AnyOf(answers) => answers.iter().any(|a| names(a, of)),
            Key::Everything => true,
            Key::Void => false,
        }
    }
}

fn is_authors(ask: &Ask, of: usize) -> bool {
    match ask {
        Ask::Choice(options) | Ask::Several(options) => options.get(of).is_some_and(is_right),
        Ask::TrueFalse(truth) => *truth == (of == 0),
        Ask::Classify { scheme, key, .. } => crate::course::wording::keys(scheme).get(of) == Some(&key.as_str()),
        Ask::Match { .. } | Ask::Order(_) | Ask::Typed { .. } => false,
    }
}

fn names(answer: &Answer, of: usize) -> bool {
    match answer {
        Answer::Choice(picked) | Answer::Classify(picked) => *picked == of,
        Answer::Several(picked) => picked.contains(&of),
        Answer::TrueFalse(said) => *said == (of == 0),
        Answer::Match(_) | Answer::Order(_) | Answer::Typed(_) | Answer::Skipped => false,
    }
}

/// The letters of distractors that nobody took.
pub(super) fn unused(options: &[OptionCount]) -> Vec<String> {
    let idle = |o: &&OptionCount| !o.right && o.count == 0 && o.first_count.unwrap_or(0) == 0;
    options.iter().filter(idle).map(|o| o.mark.clone()).collect()
}
