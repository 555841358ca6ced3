//! Asking the tables beside the log.

mod adaptive;
pub(super) mod cards;
mod certainty;
pub(super) mod classes;
pub(super) mod days;
mod deck;
pub(super) mod drills;
pub(super) mod flags;
pub(super) mod insight;
pub(super) mod memory;
pub(super) mod notes;
pub(super) mod people;
pub(super) mod places;
pub(super) mod plays;
pub(super) mod quizzes;

use rusqlite::{Params, Row, types::Type};

use super::{Store, StoreError};
use crate::course::model::Id;

impl Store {
    /// All rows of `sql`, each made into a value.
    pub(super) fn all<T, C: FromIterator<T>>(
        &self,
        sql: &str,
        params: impl Params,
        make: impl FnMut(&Row) -> rusqlite::Result<T>,
    ) -> Result<C, StoreError> {
        let ask = || -> rusqlite::Result<C> { self.db.prepare_cached(sql)?.query_map(params, make)?.collect() };
        ask().map_err(|e| self.trouble(e))
    }

    /// Answers every question of `asking` as of one moment, whatever another window writes meanwhile; and sooner.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn at_one_moment<T>(&self, asking: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
        let reading = rusqlite::Transaction::new_unchecked(&self.db, rusqlite::TransactionBehavior::Deferred);
        let _reading = reading.map_err(|e| self.trouble(e))?;
        asking()
    }

    /// The first row of `sql`, when there is one.
    pub(super) fn first<T>(
        &self,
        sql: &str,
        params: impl Params,
        make: impl FnOnce(&Row) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, StoreError> {
        use rusqlite::OptionalExtension;
        let ask = || self.db.prepare_cached(sql)?.query_row(params, make).optional();
        ask().map_err(|e| self.trouble(e))
    }

    /// What every question begins with: whose progress, in which course.
    pub(super) fn me(&self) -> [&str; 2] {
        [&self.profile, self.who.course.as_str()]
    }
}

/// Column `at` as a name of content.
fn id(row: &Row, at: usize) -> rusqlite::Result<Id> {
    parse(row, at, |raw| Id::new(raw))
}

fn parse<T>(row: &Row, at: usize, make: impl FnOnce(&str) -> Result<T, String>) -> rusqlite::Result<T> {
    make(row.get_ref(at)?.as_str()?)
        .map_err(|why| rusqlite::Error::FromSqlConversionFailure(at, Type::Text, why.into()))
}

/// Column `at` as JSON.
fn json<T: serde::de::DeserializeOwned>(row: &Row, at: usize) -> rusqlite::Result<T> {
    parse(row, at, |raw| serde_json::from_str(raw).map_err(|e| e.to_string()))
}

/// Column `at` as a moment.
fn moment(row: &Row, at: usize) -> rusqlite::Result<jiff::Timestamp> {
    let ms: i64 = row.get(at)?;
    // A clock at the end of time was written as a moment that cannot be read: what was learned then is read all the same.
    let end = if ms < 0 { jiff::Timestamp::MIN } else { jiff::Timestamp::MAX };
    Ok(jiff::Timestamp::from_millisecond(ms).unwrap_or(end))
}
