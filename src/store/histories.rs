//! Histories that belong to nothing the course holds now: they are kept, and never vanish in silence.

use std::collections::BTreeSet;

use super::{Store, StoreError};
use crate::course::Course;
use crate::course::model::Id;
use crate::course::outline::CardKey;

/// Ids of cards and questions with a history in this course that it does not hold, of all profiles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strays {
    /// Given up by the course, which says so.
    pub retired: BTreeSet<Id>,
    /// The course says nothing of them.
    pub unknown: BTreeSet<Id>,
}

impl Store {
    /// What has a history and is not in `course`.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn strays(&self, course: &Course) -> Result<Strays, StoreError> {
        let [_, id] = self.me();
        let cards: Vec<String> =
            self.all("SELECT DISTINCT card FROM card WHERE course = ? AND reviews > 0", [id], |row| row.get(0))?;
        let asked: Vec<String> =
            self.all("SELECT DISTINCT question FROM latest WHERE course = ?", [id], |row| row.get(0))?;
        let held: BTreeSet<&Id> = course.outlines().iter().flat_map(|o| &o.cards).map(|key| &key.card).collect();
        let cards = cards.iter().filter_map(|key| key.parse::<CardKey>().ok()).map(|key| key.card);
        let cards = cards.filter(|card| !held.contains(card));
        let asked = asked.iter().filter_map(|id| Id::new(id).ok()).filter(|id| course.question(id).is_none());
        let (retired, unknown) = cards.chain(asked).partition(|id| course.is_retired(id));
        Ok(Strays { retired, unknown })
    }
}
