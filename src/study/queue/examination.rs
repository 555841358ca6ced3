//! An examination ahead: which cards come in the week before it.

use std::collections::HashMap;

use crate::course::outline::CardKey;
use crate::study::memory::{CardState, Due, EXAMINATION_DAYS, ForgettingCurve, Settings};
use crate::study::time::StudyDay;

/// An examination that the learner prepares for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExaminationAhead {
    pub day: StudyDay,
    pub curve: ForgettingCurve,
    /// Chance of recall that is wanted on that day.
    pub retention: f64,
}

impl ExaminationAhead {
    /// The one that is set, whether it is ahead or over.
    #[must_use]
    pub fn of(settings: &Settings) -> Option<Self> {
        let (curve, retention) = (settings.parameters.curve(), f64::from(settings.retention));
        Some(Self { day: settings.examination?, curve, retention })
    }

    /// Whether `today` is one of the last days before it.
    #[must_use]
    pub fn is_prepared_on(self, today: StudyDay) -> bool {
        u32::try_from(self.day.since(today)).is_ok_and(|left| (1..=EXAMINATION_DAYS).contains(&left))
    }

    /// How likely the card is to be forgotten by then if it is not shown before, in millionths.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a million")]
    pub(super) fn risk(self, state: &CardState) -> u32 {
        let recall = self.curve.recall(state, self.day).unwrap_or(1.0);
        ((1.0 - recall) * 1e6) as u32
    }

    /// Whether a card that is not due is to be shown all the same: its interval reaches past the examination, it will
    /// not be known well enough by then, and it was not shown today.
    pub(super) fn wants(self, state: &CardState, today: StudyDay) -> bool {
        matches!(state.due(), Some(Due::On(due)) if due > self.day)
            && state.last().is_some_and(|last| last < today)
            && self.curve.recall(state, self.day).is_some_and(|recall| recall < self.retention)
    }

    /// Of the cards that are wanted, as many as fall to `today` when the days left share them: the likeliest to be forgotten.
    pub(super) fn share_of_day<'a>(
        self,
        mut wanted: Vec<(StudyDay, &'a CardKey)>,
        states: &HashMap<CardKey, CardState>,
        today: StudyDay,
    ) -> Vec<(StudyDay, &'a CardKey)> {
        let risk = |key: &CardKey| states.get(key).map_or(0, |state| self.risk(state));
        wanted.sort_by_cached_key(|(day, key)| (std::cmp::Reverse(risk(key)), *day));
        let left = usize::try_from(self.day.since(today)).unwrap_or(1).max(1);
        wanted.truncate(wanted.len().div_ceil(left));
        wanted
    }
}
