//! What a review session is begun with.

use std::collections::HashSet;

use super::parse;
use crate::course::model::Id;
use crate::course::outline::CardKey;
use crate::store::{Store, StoreError};
use crate::study::queue::Limits;
use crate::study::session::ReviewDeck;
use crate::study::time::StudyDay;

impl Store {
    /// The cards of `lesson` or, without one, of the course, as they stand on `today`. `seed` is the one that was given.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn review_deck(
        &self,
        lesson: Option<Id>,
        today: StudyDay,
        limits: Limits,
        seed: Option<u64>,
    ) -> Result<ReviewDeck, StoreError> {
        self.at_one_moment(|| {
            Ok(ReviewDeck {
                lesson,
                read: self.sections_read()?,
                states: self.card_states()?,
                requested: self.cards_requested()?,
                done: self.day_counts(today)?,
                limits,
                seed,
            })
        })
    }

    /// Cards that were asked for and not answered since.
    fn cards_requested(&self) -> Result<HashSet<CardKey>, StoreError> {
        let sql = "SELECT card FROM requested WHERE profile = ? AND course = ? AND answered IS NULL";
        self.all(sql, self.me(), |row| parse(row, 0, str::parse))
    }
}
