//! Whole copies of a database.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, MAIN_DB};

use super::StoreError;
use super::quarantine::{free_name, with_suffix};
use super::whole_file::MadeFile;

/// A copy of `db` beside `place`, whole and on disk, with no name yet.
pub(super) fn made(db: &Connection, place: &Path) -> Result<MadeFile, StoreError> {
    let refused = |why: std::io::Error| StoreError::from_io(place, &why);
    let made = MadeFile::empty(place, true).map_err(refused)?;
    let copied = db.backup(MAIN_DB, made.path(), None).map_err(|e| StoreError::from_sqlite(place, e));
    // What SQLite needs while it writes is of no use afterwards.
    for companion in ["-journal", "-wal", "-shm"] {
        let _ = std::fs::remove_file(with_suffix(made.path(), companion));
    }
    copied?;
    std::fs::File::open(made.path()).and_then(|file| file.sync_all()).map_err(refused)?;
    Ok(made)
}

/// Copies `db` to `progress.<tag>.db` beside `place`, or `progress.<tag>-2.db` and so on when that is taken. The name is
/// given to a whole copy only. A copy of before that holds the same is as good as a new one.
pub(super) fn keep(db: &Connection, place: &Path, tag: &str) -> Result<PathBuf, StoreError> {
    let made = made(db, place)?;
    if let Some(same) = same_as(made.path(), place, tag) {
        return Ok(same);
    }
    loop {
        let name = free_name(place, tag);
        match made.put_new(&name) {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            done => return done.map(|()| name).map_err(|why| StoreError::from_io(place, &why)),
        }
    }
}

/// The copy with this tag that is the same, byte for byte.
fn same_as(made: &Path, place: &Path, tag: &str) -> Option<PathBuf> {
    let bytes = std::fs::read(made).ok()?;
    let folder = std::fs::read_dir(place.parent()?).ok()?;
    let is_tagged = |path: &PathBuf| {
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let rest = stem.strip_prefix(&format!("progress.{tag}")).map(str::to_owned);
        path.extension().is_some_and(|e| e == "db") && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    let mut tagged = folder.flatten().map(|e| e.path()).filter(is_tagged);
    tagged.find(|path| std::fs::read(path).is_ok_and(|other| other == bytes))
}
