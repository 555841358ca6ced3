//! The files: the log beside the database, and copies of it.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use crate::store::quarantine::{COMPANIONS, beside, with_suffix};
use crate::store::{Store, StoreError};

impl Store {
    /// Moves what the write-ahead log holds into the database, and cuts the log to nothing.
    pub(in crate::store) fn empty_wal(&self) -> Result<(), StoreError> {
        let busy: i64 =
            self.db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0)).map_err(|e| self.trouble(e))?;
        if busy == 0 { Ok(()) } else { Err(StoreError::Locked { place: self.place.clone() }) }
    }

    /// Erases copies, whole or torn, and damaged files: all may hold what is to be forgotten. Gives their names.
    pub(super) fn erase_copies(&self) -> Result<Vec<String>, StoreError> {
        let Some(folder) = self.place.parent().filter(|_| self.is_saving()) else { return Ok(Vec::new()) };
        let refused =
            |place: &Path, why: io::Error| StoreError::NotWritable { place: place.to_owned(), why: why.to_string() };
        let found = beside(folder).map_err(|e| refused(folder, e))?;
        let names: Vec<String> =
            found.copies.into_iter().chain(found.backups).chain(found.damaged).chain(found.torn).collect();
        for name in &names {
            let place = folder.join(name);
            for file in COMPANIONS.map(|c| with_suffix(&place, c)).iter().chain([&place]).filter(|f| f.exists()) {
                overwrite(file).and_then(|()| std::fs::remove_file(file)).map_err(|e| refused(file, e))?;
            }
        }
        Ok(names)
    }
}

/// A removed file's bytes stay on the disk until something else is written there.
fn overwrite(file: &Path) -> io::Result<()> {
    let len = std::fs::metadata(file)?.len();
    let mut to: File = OpenOptions::new().write(true).open(file)?;
    io::copy(&mut io::Read::take(io::repeat(0), len), &mut to)?;
    to.flush()?;
    to.sync_all()
}
