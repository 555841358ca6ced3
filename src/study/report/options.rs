//! How often each option was taken, by the letters and in the order in which the class saw them.

use serde::Serialize;

use crate::study::item::{Credit, Item, Key};
use crate::study::score::Verdict;

/// An option and how many took it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OptionCount {
    /// `A`, `B` … as shown; `T` and `F`.
    pub mark: String,
    pub text: String,
    /// Whether it belongs to the key that stands.
    pub right: bool,
    /// The part of the points that it earns by that key: `half`, `25 %`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// Answers, or hands in the last vote.
    pub count: usize,
    /// Hands in the vote before arguing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_count: Option<usize>,
}

/// The options of a question as they are counted.
pub(super) struct Counting<'a> {
    pub item: &'a Item,
    pub key: &'a Key,
}

impl Counting<'_> {
    /// One row per option, in the order shown; none where a question has no options.
    pub(super) fn rows(&self, counts: &[usize], first: Option<&[usize]>) -> Vec<OptionCount> {
        let options = self.item.form.options().len();
        let row = |&of: &usize| {
            let credit = self.key.option(self.item, of);
            let is = |verdict| credit.is_some_and(|credit| credit.verdict() == verdict);
            OptionCount {
                mark: self.item.label(of).to_string(),
                text: self.item.option_words(of),
                right: is(Verdict::Right),
                part: credit.filter(|_| is(Verdict::Partly)).map(Credit::in_words),
                count: counts.get(of).copied().unwrap_or(0),
                first_count: first.map(|first| first.get(of).copied().unwrap_or(0)),
            }
        };
        self.item.order.iter().filter(|&&of| of < options).map(row).collect()
    }
}

/// The letters of distractors that nobody took.
pub(super) fn unused(options: &[OptionCount]) -> Vec<String> {
    let idle = |o: &&OptionCount| !o.right && o.part.is_none() && o.count == 0 && o.first_count.unwrap_or(0) == 0;
    options.iter().filter(idle).map(|o| o.mark.clone()).collect()
}
