//! Setting a damaged database aside, so that a new one can be made. Nothing is deleted or overwritten.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::backup::is_backup;
use super::examine::is_whole;
use super::whole_file::UNFINISHED;
use super::{FILE, StoreError};

/// `SQLite`'s companions of a database: what is not yet in the main file, and an index of it.
pub(super) const COMPANIONS: [&str; 2] = ["-wal", "-shm"];

/// Renames the database in `folder` to `progress.damaged-<date>.db` (`…-2.db` when that is taken), with its companions,
/// and says where it went. Close every store on it first.
///
/// # Errors
/// When the files cannot be renamed.
pub fn set_aside(folder: &Path, date: Date) -> Result<PathBuf, StoreError> {
    let place = folder.join(FILE);
    let aside = free_name(&place, &format!("damaged-{date}"));
    let rename = |from: &Path, to: &Path| {
        std::fs::rename(from, to)
            .map_err(|why| StoreError::NotWritable { place: from.to_owned(), why: why.to_string() })
    };
    // Companions first: a main file without them would be given a fresh, empty log.
    for companion in COMPANIONS {
        let from = with_suffix(&place, companion);
        if from.exists() {
            rename(&from, &with_suffix(&aside, companion))?;
        }
    }
    rename(&place, &aside)?;
    Ok(aside)
}

/// `progress.<tag>.db` beside `place`, or the first of `progress.<tag>-2.db`, `-3` … that is free.
pub(super) fn free_name(place: &Path, tag: &str) -> PathBuf {
    let taken = |path: &Path| path.exists() || COMPANIONS.iter().any(|c| with_suffix(path, c).exists());
    let numbered = |n: u32| if n == 1 { format!("progress.{tag}.db") } else { format!("progress.{tag}-{n}.db") };
    let mut names = (1..).map(|n| place.with_file_name(numbered(n)));
    names.find(|path| !taken(path)).unwrap_or_else(|| place.with_file_name("progress.aside.db"))
}

/// What lies beside a database, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// Copies from before its schema was changed.
    pub copies: Vec<String>,
    /// Of the last days, and of what a restore or an import replaced.
    pub backups: Vec<String>,
    /// Damaged ones that were set aside.
    pub damaged: Vec<String>,
    /// Copies that are not whole: the program was killed while it made them.
    pub torn: Vec<String>,
}

/// What lies beside the database in `folder`.
///
/// # Errors
/// When the folder cannot be listed.
pub fn beside(folder: &Path) -> std::io::Result<Beside> {
    let mut beside = Beside::default();
    for entry in std::fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with("progress.") && name.ends_with(UNFINISHED) {
            beside.torn.push(name);
            continue;
        }
        let Some(tag) = name.strip_prefix("progress.").and_then(|rest| rest.strip_suffix(".db")) else { continue };
        if tag.starts_with("damaged-") {
            beside.damaged.push(name);
        } else if is_copy(tag) || is_backup(tag) {
            let list = match (is_whole(&folder.join(&name)), is_backup(tag)) {
                (false, _) => &mut beside.torn,
                (true, true) => &mut beside.backups,
                (true, false) => &mut beside.copies,
            };
            list.push(name);
        }
    }
    beside.copies.sort_unstable();
    beside.backups.sort_unstable();
    beside.damaged.sort_unstable();
    beside.torn.sort_unstable();
    Ok(beside)
}

/// Whether a database with this tag in its name is a copy: of before a new schema, or kept when its place was lost.
fn is_copy(tag: &str) -> bool {
    let is_version = |n: &str| n.starts_with(|c: char| c.is_ascii_digit());
    tag.strip_prefix('v').is_some_and(is_version) || tag == "kept" || tag.starts_with("kept-")
}

pub(super) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    name.into()
}
