//! What a review session is begun with.

use std::collections::{HashMap, HashSet};

use rusqlite::params;

use super::days::reviews_of;
use super::{json, parse};
use crate::course::Course;
use crate::course::model::Id;
use crate::course::outline::CardKey;
use crate::store::{Store, StoreError};
use crate::study::card_list::{CardLine, card_lines};
use crate::study::event::{EventId, EventKind};
use crate::study::queue::Hold;
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
            let mut rules = rules.into();
            let fit = self.memory_fit()?;
            let last_fit = fit.as_ref().map(|fit| fit.reviews);
            rules.scheduling.parameters = fit.and_then(|fit| fit.parameters).unwrap_or_default();
            Ok(ReviewDeck {
                lesson,
                read: self.sections_read()?,
                states: self.card_states()?,
                requested: self.cards_requested()?,
                holds: self.card_holds()?,
                done: self.day_counts(today)?,
                studied: self.study_time(today)?,
                rules,
                graded: self.graded_on(today)?,
                reviews: reviews_of(&self.day_totals()?),
                last_fit,
                seed,
            })
        })
    }

    /// Every side of every card of the course and how it stands on `today`.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn card_list(&self, course: &Course, today: StudyDay) -> Result<Vec<CardLine>, StoreError> {
        let (states, holds, parameters) =
            self.at_one_moment(|| Ok((self.card_states()?, self.card_holds()?, self.memory_parameters()?)))?;
        Ok(card_lines(course, (&states, &holds), parameters.curve(), today))
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

    /// The cards that are suspended or were ever buried and not shown again by hand.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn card_holds(&self) -> Result<HashMap<CardKey, Hold>, StoreError> {
        let sql = "SELECT card, until FROM card_hold WHERE profile = ? AND course = ?";
        self.all(sql, self.me(), |row| {
            let until: Option<i32> = row.get(1)?;
            let hold = until.map_or(Hold::Suspended, |day| Hold::Buried { until: StudyDay(day) });
            Ok((parse(row, 0, str::parse)?, hold))
        })
    }

    /// Cards that were asked for and not answered since.
    fn cards_requested(&self) -> Result<HashSet<CardKey>, StoreError> {
        let sql = "SELECT card FROM requested WHERE profile = ? AND course = ? AND answered IS NULL";
        self.all(sql, self.me(), |row| parse(row, 0, str::parse))
    }
}
