//! A round of cards for practice: no grade, no schedule. What was not remembered comes again at the end of the round.

use std::collections::VecDeque;

use crate::course::outline::CardKey;
use crate::course::wording::count;

/// A round under way. It changes nothing of how the cards stand, so there is nothing to save.
#[derive(Clone, Debug)]
pub struct CardPractice {
    /// The first is on show.
    left: VecDeque<CardKey>,
    is_turned: bool,
    cards: usize,
    missed: usize,
}

impl CardPractice {
    #[must_use]
    pub fn new(cards: Vec<CardKey>) -> Self {
        Self { cards: cards.len(), left: cards.into(), is_turned: false, missed: 0 }
    }

    /// The card on show; `None` when the round is over.
    #[must_use]
    pub fn card(&self) -> Option<&CardKey> {
        self.left.front()
    }

    /// Whether its back is up.
    #[must_use]
    pub fn is_turned(&self) -> bool {
        self.is_turned
    }

    pub fn turn(&mut self) {
        self.is_turned = !self.left.is_empty();
    }

    /// Says whether the card, whose back is up, was remembered, and goes on.
    pub fn answer(&mut self, remembered: bool) {
        if !std::mem::take(&mut self.is_turned) {
            return;
        }
        let card = self.left.pop_front();
        if !remembered {
            self.missed += 1;
            self.left.extend(card);
        }
    }

    /// Number of cards still to be remembered.
    #[must_use]
    pub fn left(&self) -> usize {
        self.left.len()
    }

    /// What came of it, in a sentence.
    #[must_use]
    pub fn words(&self) -> String {
        let cards = count(self.cards, "card");
        match self.missed {
            0 => format!("{cards}, all remembered at once. The schedule stays as it was."),
            n => {
                format!("{cards}, remembered in the end; {} missed. The schedule stays as it was.", count(n, "answer"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_remembered_comes_again_at_the_end() {
        let mut round = CardPractice::new(["a", "b"].map(|c| c.parse().unwrap()).to_vec());
        let mut shown = Vec::new();
        for remembered in [false, true, true] {
            shown.push(round.card().unwrap().to_string());
            round.answer(remembered); // Nothing while the front is up.
            round.turn();
            round.answer(remembered);
        }
        assert_eq!((shown, round.card()), (["a", "b", "a"].map(String::from).to_vec(), None));
        assert_eq!(round.words(), "2 cards, remembered in the end; 1 answer missed. The schedule stays as it was.");
    }
}
