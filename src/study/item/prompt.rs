//! How to answer, in the words of each medium. Nothing here knows the key.

use super::form::OptionSet;
use super::posed::{Posed, Task};
use crate::course::model::Text;

impl Posed {
    /// On a screen, where keys pick and carry; `None` where it goes without saying.
    #[must_use]
    pub fn on_screen(&self) -> Option<&'static str> {
        match &self.task {
            Task::PickOne { pool: OptionSet::Truth, .. } => Some("True or false?"),
            Task::PickMany { .. } if says_how_many(self.stem.as_str()) => None,
            Task::PickOne { .. } => None,
            Task::PickMany { .. } => Some("Mark all that apply."),
            Task::Join { premises, partners } if partners.len() > premises.len() => {
                Some("Match each item; at least one partner is left over.")
            }
            Task::Join { .. } => Some("Match each item."),
            Task::Sort { .. } => Some("Put in order, from first to last."),
            Task::Type { gaps } if gaps.len() > 1 => Some("Fill in every gap."),
            Task::Type { .. } => Some("Type your answer. Case, accents and kind of numeral do not matter."),
        }
    }

    /// In lines, where numbers, letters or words are typed.
    #[must_use]
    pub fn in_lines(&self) -> String {
        let n = self.options().len();
        let what = match &self.task {
            Task::PickOne { pool: OptionSet::Truth, .. } => {
                "True or false? Type 1 or t for true, 2 or f for false".to_owned()
            }
            Task::PickOne { .. } => format!("Type a number from 1 to {n}"),
            Task::PickMany { .. } => format!("Type the numbers of all that apply, from 1 to {n}"),
            Task::Join { .. } => "Type pairs, such as 1a 2c 3b".to_owned(),
            Task::Sort { .. } => "Type all numbers in order, from first to last".to_owned(),
            Task::Type { gaps } if gaps.len() > 1 => {
                let labels: Vec<&str> = gaps.iter().flatten().map(Text::as_str).collect();
                format!("Type {} answers, separated by semicolons ({})", gaps.len(), labels.join("; "))
            }
            Task::Type { .. } => return "Type your answer; Enter alone skips, quit leaves.".to_owned(),
        };
        format!("{what}; s skips, q leaves.")
    }

    /// On the wall, where a class answers by letters or aloud.
    #[must_use]
    pub fn on_wall(&self) -> String {
        match &self.task {
            Task::PickOne { pool: OptionSet::Own, .. } => "one is right".to_owned(),
            Task::PickOne { pool: OptionSet::Truth, .. } => "true or false".to_owned(),
            Task::PickOne { pool: OptionSet::Shared(noun), .. } => format!("which {noun}?"),
            Task::PickMany { .. } => "several may be right".to_owned(),
            Task::Join { premises, partners } if partners.len() > premises.len() => {
                "match each number to a letter; some are left over".to_owned()
            }
            Task::Join { .. } => "match each number to a letter".to_owned(),
            Task::Sort { .. } => "put the letters in order, first to last".to_owned(),
            Task::Type { gaps } if gaps.len() > 1 => "say what belongs in each gap".to_owned(),
            Task::Type { .. } => "say it in a word or two".to_owned(),
        }
    }

    /// On paper. Who loses points by a wrong tick is told before.
    #[must_use]
    pub fn on_paper(&self) -> String {
        match &self.task {
            Task::PickOne { pool: OptionSet::Own, .. } => "Tick one.".to_owned(),
            Task::PickOne { pool: OptionSet::Truth, .. } => "Tick true or false.".to_owned(),
            Task::PickOne { pool: OptionSet::Shared(noun), .. } => format!("Tick one {noun}."),
            Task::PickMany { .. } => "Tick all that apply. Each wrong tick cancels a right one.".to_owned(),
            Task::Join { premises, partners } => {
                let over = if partners.len() == premises.len() + 1 { "One letter is" } else { "Some letters are" };
                format!("Write a letter on each line. {over} left over.")
            }
            Task::Sort { .. } => "Write each letter once, from the first event to the last.".to_owned(),
            Task::Type { .. } => "Write the answer.".to_owned(),
        }
    }
}

/// Whether the stem tells how many to choose already.
fn says_how_many(stem: &str) -> bool {
    let stem = stem.to_lowercase();
    ["choose", "mark", "which two", "which three", "in which two"].iter().any(|words| stem.contains(words))
}
