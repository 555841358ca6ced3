//! What each person earned, by the rule of the room and the keys that stand in it.

use super::poll::Poll;
use super::seats::{SeatId, Seats};
use crate::study::drill::{Outcome, Performance, Points, Room, Vote};
use crate::study::item::{Credit, Key};

/// How a person stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PersonalTally {
    pub points: Points,
    /// What right answers to every question since coming would have earned.
    pub most: Points,
    /// Questions answered fully right.
    pub right: usize,
    pub answered: usize,
    /// Questions that counted since coming.
    pub asked: usize,
    /// Right answers in a row until now.
    run: usize,
    /// What the latest question earned.
    pub latest: Points,
}

/// Everybody's tallies after the questions that were revealed. A question more costs its own answers alone; a key that was
/// mended, or a reveal that was taken back, costs all of them again.
#[derive(Clone, Debug, Default)]
pub struct PersonalScores {
    /// The keys by which questions were counted.
    keys: Vec<Key>,
    tallies: Vec<PersonalTally>,
}

impl PersonalScores {
    /// Counts what was revealed in `room` since the last time.
    pub fn update(&mut self, room: &Room, seats: &Seats) {
        let played = room.played().len();
        let stands = |at: usize| self.keys[at] == *room.key(at);
        if self.keys.len() > played || !(0..self.keys.len()).all(stands) {
            *self = Self::default();
        }
        self.tallies.resize(seats.next().0, PersonalTally::default());
        for question in self.keys.len()..played {
            self.count(room, seats, question);
        }
    }

    #[must_use]
    pub fn of(&self, seat: SeatId) -> PersonalTally {
        self.tallies.get(seat.0).copied().unwrap_or_default()
    }

    /// 1 for the most points; people with as many share the place.
    #[must_use]
    pub fn place(&self, seat: SeatId) -> usize {
        let own = self.of(seat).points;
        1 + self.tallies.iter().filter(|tally| tally.points > own).count()
    }

    fn count(&mut self, room: &Room, seats: &Seats, question: usize) {
        let key = room.key(question).clone();
        let skipped = room.played().get(question).is_none_or(|played| played.outcome == Outcome::Skipped);
        let counts = key != Key::Void && !skipped && room.shows_board();
        for (seat, occupant) in seats.all() {
            let tally = &mut self.tallies[seat.0];
            tally.latest = Points::ZERO;
            let (Some(item), Some(questions)) = (room.setup().asked(question), room.setup().questions()) else {
                continue;
            };
            if !counts || occupant.since > question {
                continue;
            }
            let points = Points::whole(item.points);
            let said = seats.answer(Poll { question, vote: Vote::First }, seat);
            let credit = said.map_or(Credit::NONE, |said| key.credit(item, &said.answer));
            let case = Performance { points, credit, attempted: said.is_some(), time: None, run: tally.run };
            let is_right = credit == Credit::FULL;
            tally.latest = questions.scoring.points(&case);
            tally.points = tally.points + tally.latest;
            tally.most = tally.most + points;
            tally.right += usize::from(is_right);
            tally.answered += usize::from(said.is_some());
            tally.asked += 1;
            tally.run = if is_right { tally.run + 1 } else { 0 };
        }
        self.keys.push(key);
    }
}
