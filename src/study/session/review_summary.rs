//! What a day's reviews came to.

use std::collections::HashMap;

use super::Graded;
use crate::course::outline::CardKey;
use crate::study::card_list::LEECH_LAPSES;
use crate::study::insight::DueDay;
use crate::study::memory::{CardState, Grade, Stage};

/// What a day's reviews came to, and what follows.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewSummary {
    /// Cards that were graded; each counts once, however often it came back.
    pub reviewed: usize,
    /// Of these, cards that were never forgotten today.
    pub remembered: usize,
    /// Cards seen for the first time.
    pub first_seen: usize,
    /// Cards that became well known.
    pub well_known: usize,
    /// Cards that were known for days and were forgotten.
    pub lapsed: usize,
    /// Cards that were forgotten or hard, the hardest first, with how often.
    pub hard: Vec<(CardKey, usize)>,
    /// Cards that were forgotten once more and are leeches.
    pub leeches: Vec<CardKey>,
    /// The next seven days, tomorrow first.
    pub forecast: Vec<DueDay>,
    /// Whether the schedule can be fitted to the learner's reviews, or fitted anew.
    pub is_fit_offered: bool,
}

/// What happened to one card.
struct DayOfCard {
    first: CardState,
    last: CardState,
    forgotten: usize,
    hard: usize,
}

impl ReviewSummary {
    #[must_use]
    pub fn new(graded: &[Graded], forecast: Vec<DueDay>) -> Self {
        let mut cards: HashMap<&CardKey, DayOfCard> = HashMap::new();
        for it in graded {
            let new = DayOfCard { first: it.before, last: it.after, forgotten: 0, hard: 0 };
            let card = cards.entry(&it.key).or_insert(new);
            card.last = it.after;
            card.forgotten += usize::from(it.grade == Grade::Again);
            card.hard += usize::from(it.grade == Grade::Hard);
        }
        let count = |is: &dyn Fn(&DayOfCard) -> bool| cards.values().filter(|card| is(card)).count();
        let is_leech =
            |card: &DayOfCard| card.last.lapses() >= LEECH_LAPSES && card.last.lapses() > card.first.lapses();
        let mut leeches: Vec<CardKey> =
            cards.iter().filter(|(_, card)| is_leech(card)).map(|(key, _)| (*key).clone()).collect();
        leeches.sort();
        let mut hard: Vec<_> = cards.iter().filter(|(_, card)| card.forgotten + card.hard > 0).collect();
        hard.sort_by(|(a, one), (b, other)| (other.forgotten, other.hard, a).cmp(&(one.forgotten, one.hard, b)));
        Self {
            reviewed: cards.len(),
            remembered: count(&|card| card.forgotten == 0),
            first_seen: count(&|card| card.first.is_new()),
            well_known: count(&|card| card.last.is_well_known() && !card.first.is_well_known()),
            lapsed: count(&|card| card.first.stage() == Stage::Review && card.last.lapses() > card.first.lapses()),
            hard: hard.into_iter().map(|(key, card)| ((*key).clone(), card.forgotten)).collect(),
            leeches,
            forecast,
            is_fit_offered: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::memory::Memory;
    use crate::study::time::StudyDay;

    fn known(stability_days: f32, lapses: u16) -> CardState {
        let (memory, last) = (Memory { stability_days, difficulty: 5.0 }, StudyDay(1));
        CardState::Review { memory, last, due: last.plus(3), lapses, reviews: 2 }
    }

    #[test]
    fn a_card_counts_once_and_the_hardest_comes_first() {
        let graded =
            |key: &str, before, after, grade| Graded { key: key.parse().unwrap(), before, after, grade, event: None };
        let day = [
            graded("new", CardState::New, known(1.0, 0), Grade::Good),
            graded("grown", known(20.9, 0), known(30.0, 0), Grade::Good),
            graded("hard", known(4.0, 0), known(5.0, 0), Grade::Hard),
            graded("lapsed", known(4.0, 0), known(1.0, 1), Grade::Again),
            graded("lapsed", known(1.0, 1), known(2.0, 1), Grade::Again),
            graded("lapsed", known(2.0, 1), known(2.5, 1), Grade::Good),
        ];
        let summary = ReviewSummary::new(&day, Vec::new());
        assert_eq!((summary.reviewed, summary.remembered, summary.first_seen), (4, 3, 1));
        assert_eq!((summary.well_known, summary.lapsed), (1, 1));
        let hard: Vec<String> = summary.hard.iter().map(|(key, times)| format!("{key} {times}")).collect();
        assert_eq!(hard, ["lapsed 2", "hard 0"]);
    }
}
