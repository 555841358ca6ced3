//! What a review session is begun with.

use std::collections::HashSet;

use rusqlite::params;

use super::{json, parse};
use crate::course::model::Id;
use crate::course::outline::CardKey;
use crate::store::{Store, StoreError};
use crate::study::event::{EventId, EventKind};
use crate::study::session::{Graded, ReviewDeck, ReviewRules};
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
        rules: impl Into<ReviewRules>,
        seed: Option<u64>,
    ) -> Result<ReviewDeck, StoreError> {
        self.at_one_moment(|| {
            Ok(ReviewDeck {
                lesson,
                read: self.sections_read()?,
                states: self.card_states()?,
                requested: self.cards_requested()?,
                done: self.day_counts(today)?,
                rules: rules.into(),
                graded: self.graded_on(today)?,
                seed,
            })
        })
    }

    /// The reviews of `day` that still count, oldest first.
    fn graded_on(&self, day: StudyDay) -> Result<Vec<Graded>, StoreError> {
        let sql = "SELECT event.id, event.body FROM review JOIN event ON event.id = review.event
                   WHERE review.learner = (SELECT id FROM learner WHERE profile = ? AND course = ?) AND review.day = ?
                   ORDER BY review.event";
        let [profile, course] = self.me();
        let all: Vec<Option<Graded>> = self.all(sql, params![profile, course, day.0], |row| {
            let event = Some(EventId(row.get(0)?));
            Ok(match json(row, 1)? {
                EventKind::Reviewed { card, grade, before, after, .. } => {
                    Some(Graded { key: card, before, after, grade, event })
                }
                _ => None,
            })
        })?;
        Ok(all.into_iter().flatten().collect())
    }

    /// Cards that were asked for and not answered since.
    fn cards_requested(&self) -> Result<HashSet<CardKey>, StoreError> {
        let sql = "SELECT card FROM requested WHERE profile = ? AND course = ? AND answered IS NULL";
        self.all(sql, self.me(), |row| parse(row, 0, str::parse))
    }
}
