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
    /// Whether it earns a part of the points by that key.
    pub half: bool,
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
            let verdict = self.key.option(self.item, of).map(Credit::verdict);
            OptionCount {
                mark: self.item.label(of).to_string(),
                text: self.item.option_words(of),
                right: verdict == Some(Verdict::Right),
                half: verdict == Some(Verdict::Partly),
                count: counts.get(of).copied().unwrap_or(0),
                first_count: first.map(|first| first.get(of).copied().unwrap_or(0)),
            }
        };
        self.item.order.iter().filter(|&&of| of < options).map(row).collect()
    }
}

/// The letters of distractors that nobody took.
pub(super) fn unused(options: &[OptionCount]) -> Vec<String> {
    let idle = |o: &&OptionCount| !o.right && !o.half && o.count == 0 && o.first_count.unwrap_or(0) == 0;
    options.iter().filter(idle).map(|o| o.mark.clone()).collect()
}
