//! What the log says of a learner, as far as home tells it.

use std::collections::{HashMap, HashSet};

use crate::course::model::Id;
use crate::course::outline::CardKey;
use crate::store::{ObjectiveScore, Run, ScenarioRecord, Store, StoreError};
use crate::study::memory::CardState;
use crate::study::queue::{DayCounts, Hold};
use crate::study::score::Score;
use crate::study::time::StudyDay;

/// Everything home is made of, of one moment.
#[derive(Default)]
pub(super) struct Past {
    /// Whether anything was done.
    pub is_begun: bool,
    pub states: HashMap<CardKey, CardState>,
    pub holds: HashMap<CardKey, Hold>,
    pub read: HashMap<Id, HashSet<Id>>,
    pub scores: HashMap<Id, Score>,
    pub place: Option<(Id, Id)>,
    pub plays: HashMap<Id, ScenarioRecord>,
    pub done: DayCounts,
    pub unfinished: Option<Run>,
    pub objectives: HashMap<(Id, Id), ObjectiveScore>,
    pub days: Vec<StudyDay>,
    /// Questions that return because they were answered with certainty and wrong.
    pub returning: Vec<(StudyDay, Id)>,
    /// Minutes studied today.
    pub minutes: u32,
}

impl Past {
    /// Of one who never did anything, nothing is asked.
    pub(super) fn load(store: &Store, today: StudyDay) -> Result<Self, StoreError> {
        if store.latest_event()?.is_none() {
            return Ok(Self::default());
        }
        let days = store.day_totals()?;
        Ok(Self {
            is_begun: true,
            states: store.card_states()?,
            holds: store.card_holds()?,
            read: store.sections_read()?,
            scores: store.last_scores()?,
            place: store.last_place()?,
            plays: store.scenario_records()?,
            done: store.day_counts(today)?,
            unfinished: store.unfinished_run()?,
            objectives: store.objective_scores()?,
            returning: store.returning_questions()?,
            minutes: days.iter().find(|it| it.day == today).map_or(0, |it| it.minutes),
            days: days.into_iter().map(|it| it.day).collect(),
        })
    }
}
