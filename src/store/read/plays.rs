//! Scenarios played, and the one to take up again.

use std::collections::HashMap;

use rusqlite::params;

use super::{id, json};
use crate::course::model::Id;
use crate::store::{Store, StoreError};
use crate::study::event::{EventId, EventKind, RunId};
use crate::study::scenario::Move;
use crate::study::score::Score;
use crate::study::session::BegunPlay;

/// How often a scenario was played to an end, and what the reasons earned.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioRecord {
    /// Plays that came to an end.
    pub ended: usize,
    /// By share of the points; the last end of each play counts.
    pub best: Option<Score>,
    /// Whether the latest play is at no end.
    pub open: bool,
}

/// Whether a play is at an end: after one it can go on by going back.
const ENDED: &str = "
    ifnull((SELECT max(event) FROM play_end AS e
             WHERE e.profile = play.profile AND e.course = play.course AND e.run = play.event), 0)
    > ifnull((SELECT max(event) FROM play_move AS m
               WHERE m.profile = play.profile AND m.course = play.course AND m.run = play.event), 0)";

impl Store {
    /// The latest play of `scenario`, unless it is at an end.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn open_play(&self, scenario: &Id) -> Result<Option<BegunPlay>, StoreError> {
        let sql = format!(
            "SELECT event, {ENDED} FROM play WHERE profile = ? AND course = ? AND scenario = ? ORDER BY event DESC LIMIT 1"
        );
        let [profile, course] = self.me();
        let latest =
            self.first(&sql, params![profile, course, scenario.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let Some((run, false)) = latest else { return Ok(None) };
        let run = EventId(run);
        Ok(Some(BegunPlay { run, seed: self.seed_of(run)?, moves: self.moves(run)? }))
    }

    /// The seed that the play `run` was begun with. It stands in the log alone: nothing is counted by it.
    fn seed_of(&self, run: RunId) -> Result<Option<u64>, StoreError> {
        let started: Option<EventKind> =
            self.first("SELECT body FROM event WHERE id = ?", params![run.0], |row| json(row, 0))?;
        Ok(match started {
            Some(EventKind::ScenarioStarted { seed, .. }) => seed,
            _ => None,
        })
    }

    /// The moves of the play `run`, oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn moves(&self, run: RunId) -> Result<Vec<Move>, StoreError> {
        let [profile, course] = self.me();
        let sql = "SELECT made FROM play_move WHERE profile = ? AND course = ? AND run = ? ORDER BY event";
        self.all(sql, params![profile, course, run.0], |row| json(row, 0))
    }

    /// What was played, by scenario.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn scenario_records(&self) -> Result<HashMap<Id, ScenarioRecord>, StoreError> {
        // With max(), SQLite takes the other columns from the row of the maximum.
        let sql = format!(
            "SELECT play.scenario, max(done.event), done.points, done.of, {ENDED} FROM play
             LEFT JOIN play_end AS done ON done.profile = play.profile AND done.course = play.course AND done.run = play.event
             WHERE play.profile = ? AND play.course = ? GROUP BY play.event ORDER BY play.event"
        );
        let plays: Vec<(Id, Option<Score>, bool)> = self.all(&sql, self.me(), |row| {
            let ended: Option<i64> = row.get(1)?;
            let score = if ended.is_some() { Some(Score { points: row.get(2)?, of: row.get(3)? }) } else { None };
            Ok((id(row, 0)?, score, row.get(4)?))
        })?;
        let mut records: HashMap<Id, ScenarioRecord> = HashMap::new();
        for (scenario, score, ended) in plays {
            let record = records.entry(scenario).or_insert(ScenarioRecord { ended: 0, best: None, open: false });
            record.add(score, !ended);
        }
        Ok(records)
    }
}

impl ScenarioRecord {
    fn add(&mut self, score: Option<Score>, open: bool) {
        self.open = open;
        let Some(score) = score else { return };
        self.ended += 1;
        if self.best.is_none_or(|best| score.share() > best.share()) {
            self.best = Some(score);
        }
    }
}
