//! Counting hands: a number for each option, line by line or all in one.

use super::Drilling;
use crate::plain::PlainError;
use crate::study::drill::{Hands, Input, Open, Vote};
use crate::study::item::Item;

/// Most digits of a number: a hall holds no more.
const DIGITS: usize = 4;

/// Numbers typed so far for a vote.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counting {
    of: Option<(usize, Vote)>,
    pub counts: Vec<u32>,
    /// A scenario's hands that ended in a tie.
    pub tied: Option<Vec<u32>>,
}

/// Reads whole numbers with blanks or commas between; `None` when there is anything else.
pub fn numbers(line: &str) -> Option<Vec<u32>> {
    let parts = line.split([' ', ',']).filter(|part| !part.is_empty());
    let one =
        |part: &str| part.parse().ok().filter(|_| part.len() <= DIGITS && part.bytes().all(|b| b.is_ascii_digit()));
    parts.map(one).collect::<Option<Vec<u32>>>().filter(|n| !n.is_empty())
}

/// Positions of the most hands.
pub fn most(counts: &[u32]) -> Vec<usize> {
    let most = counts.iter().max().copied().unwrap_or(0);
    counts.iter().enumerate().filter(|&(_, &n)| n == most).map(|(at, _)| at).collect()
}

/// Which vote is counted; `None` when none is.
pub fn vote(hands: &Hands) -> Option<Vote> {
    match hands {
        Hands::First => Some(Vote::First),
        Hands::Second { .. } => Some(Vote::Second),
        Hands::Arguing { .. } | Hands::Voted { .. } => None,
    }
}

impl Drilling<'_, '_> {
    /// "Hands for A".
    pub(super) fn hands_prompt(&self, question: usize, vote: Vote) -> String {
        let counted = if self.counting.of == Some((question, vote)) { self.counting.counts.len() } else { 0 };
        let label = self.room.setup().asked(question).map_or('?', |item| item.label_at(counted));
        format!("Hands for {label}")
    }

    /// A line at that prompt: a number, none for no hands, or all numbers at once.
    pub(super) fn count(&mut self, open: &Open, vote: Vote, line: &str) -> Result<(), PlainError> {
        let question = open.question;
        if self.counting.of != Some((question, vote)) {
            self.counting = Counting { of: Some((question, vote)), ..Counting::default() };
        }
        let options = self.room.setup().asked(question).map_or(0, Item::letters);
        let typed = if line.is_empty() { Some(vec![0]) } else { numbers(line) };
        match typed {
            Some(one) if one.len() == 1 => self.counting.counts.extend(one),
            Some(all) if all.len() == options && self.counting.counts.is_empty() => self.counting.counts = all,
            _ => {
                return self.say(&format!(
                    "Type a number, or {options} numbers for all options: 9 5 3. An empty line is none."
                ));
            }
        }
        if self.counting.counts.len() < options {
            return Ok(());
        }
        let counts = std::mem::take(&mut self.counting).counts;
        let hands = self.room.setup().asked(question).map(|a| a.by_author(&counts)).unwrap_or_default();
        self.enter(Input::Voted { vote, hands }).map(|_| ())
    }

    /// Forgets the last number; `false` when there is none.
    pub(super) fn uncount(&mut self) -> bool {
        self.counting.tied.take().is_some() || self.counting.counts.pop().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_apart() {
        assert_eq!(numbers("12, 5  3"), Some(vec![12, 5, 3]));
        for line in ["", "12 a", "-3", "12345", "+5", "1.5"] {
            assert_eq!(numbers(line), None, "{line}");
        }
    }

    #[test]
    fn the_most_hands_may_be_shared() {
        assert_eq!(most(&[3, 5, 5]), [1, 2]);
        assert_eq!(most(&[7]), [0]);
    }
}
