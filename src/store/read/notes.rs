//! Notes and bookmarks on sections.

use std::collections::BTreeMap;

use super::{id, moment};
use crate::course::model::Id;
use crate::store::{Store, StoreError};
use crate::study::notes::SectionNotes;

impl Store {
    /// What the learner keeps on sections, of all lessons.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn notes(&self) -> Result<Vec<SectionNotes>, StoreError> {
        let sql = "SELECT lesson, section, kind, text, at_ms FROM note WHERE profile = ? AND course = ? ORDER BY event";
        let rows: Vec<(Id, Id, String, String, jiff::Timestamp)> =
            self.all(sql, self.me(), |row| Ok((id(row, 0)?, id(row, 1)?, row.get(2)?, row.get(3)?, moment(row, 4)?)))?;
        let mut kept: BTreeMap<(Id, Id), SectionNotes> = BTreeMap::new();
        for (lesson, section, kind, text, at) in rows {
            let empty = || SectionNotes {
                lesson: lesson.clone(),
                section: section.clone(),
                note: String::new(),
                has_bookmark: false,
                at,
            };
            let it = kept.entry((lesson.clone(), section.clone())).or_insert_with(empty);
            it.at = at;
            if kind == "note" {
                it.note = text;
            } else {
                it.has_bookmark = !text.is_empty();
            }
        }
        Ok(kept.into_values().filter(SectionNotes::is_kept).collect())
    }
}
