//! What can go wrong with progress, said for people: what happened, where, and what to do.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use crate::course::model::text::named_path;

/// A database that cannot be used, or not as asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error(
        "the folder for your progress, {}, cannot be created: {why}. Create it yourself, or choose another with --data DIR",
        named_path(place)
    )]
    NoFolder { place: PathBuf, why: std::io::Error },
    #[error(
        "your progress cannot be written to {}: {why}. Check its permissions, or choose another folder with --data DIR",
        named_path(place)
    )]
    NotWritable { place: PathBuf, why: String },
    #[error(
        "the disk that holds {} is full, or your quota is used up. Free some space and try again; what was saved before is safe",
        named_path(place)
    )]
    Full { place: PathBuf },
    #[error(
        "the file with your progress, {}, is damaged: {why}. It can be set aside, without being deleted, and a new one started",
        named_path(place)
    )]
    Damaged { place: PathBuf, why: String },
    #[error(
        "the file with your progress, {}, was moved, replaced or deleted while it was open. {}",
        named_path(place),
        goes_on(place, now)
    )]
    Displaced { place: PathBuf, now: PathBuf },
    #[error(
        "the file with your progress, {}, is in use by another program. Wait a moment or close the other window, then try again",
        named_path(place)
    )]
    Locked { place: PathBuf },
    #[error(
        "{} was written by a newer ninetracks (it has format {found}, this program reads up to {known}). Nothing was changed. \
         Install the newer version, or choose another folder with --data DIR",
        named_path(place)
    )]
    Newer { place: PathBuf, found: i64, known: i64 },
    #[error(
        "{} holds no progress of ninetracks: {what}. Nothing was changed. Move it away, or choose another folder with --data DIR",
        named_path(place)
    )]
    Foreign { place: PathBuf, what: &'static str },
    #[error(
        "drill {number} in {} is damaged and cannot be read: {why}. Everything else can: start another drill",
        named_path(place)
    )]
    BrokenDrill { place: PathBuf, number: usize, why: String },
    #[error(
        "this drill was continued in another window; this one is behind, and its last entry is not saved. Continue in \
         one window: there, or here from the current state (`ninetracks drill --resume`)"
    )]
    Overtaken,
    #[error("there is no profile “{name}”{}", listed(known))]
    NoProfile { name: String, known: Vec<String> },
    #[error("there is already a profile “{name}”: choose another name")]
    ProfileTaken { name: String },
    #[error(
        "the profile “{name}” was erased in another window, so nothing more is saved here. Leave; \
         whatever you do next under this name starts afresh"
    )]
    ProfileGone { name: String },
    #[error("nothing like this was found, so nothing was erased")]
    NothingToForget,
    #[error("{}: {why}. If this happens again, choose another folder with --data DIR and report it", named_path(place))]
    Other { place: PathBuf, why: String },
}

/// The kinds of [`StoreError`], for deciding what to offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreErrorKind {
    NoFolder,
    NotWritable,
    Full,
    Damaged,
    Displaced,
    Locked,
    /// Written by a newer program, or by another one.
    Newer,
    /// Of one drill alone.
    BrokenDrill,
    Overtaken,
    NoProfile,
    ProfileTaken,
    ProfileGone,
    NothingToForget,
    Other,
}

impl StoreError {
    #[must_use]
    pub fn kind(&self) -> StoreErrorKind {
        match self {
            Self::NoFolder { .. } => StoreErrorKind::NoFolder,
            Self::NotWritable { .. } => StoreErrorKind::NotWritable,
            Self::Full { .. } => StoreErrorKind::Full,
            Self::Damaged { .. } => StoreErrorKind::Damaged,
            Self::Displaced { .. } => StoreErrorKind::Displaced,
            Self::Locked { .. } => StoreErrorKind::Locked,
            Self::Newer { .. } | Self::Foreign { .. } => StoreErrorKind::Newer,
            Self::BrokenDrill { .. } => StoreErrorKind::BrokenDrill,
            Self::Overtaken => StoreErrorKind::Overtaken,
            Self::NoProfile { .. } => StoreErrorKind::NoProfile,
            Self::ProfileTaken { .. } => StoreErrorKind::ProfileTaken,
            Self::ProfileGone { .. } => StoreErrorKind::ProfileGone,
            Self::NothingToForget => StoreErrorKind::NothingToForget,
            Self::Other { .. } => StoreErrorKind::Other,
        }
    }

    #[expect(clippy::needless_pass_by_value, reason = "reads well in `map_err`")]
    pub(super) fn from_sqlite(place: &Path, error: rusqlite::Error) -> Self {
        let (place, why) = (place.to_owned(), in_words(&error));
        if matches!(error, rusqlite::Error::FromSqlConversionFailure(..) | rusqlite::Error::InvalidColumnType(..)) {
            return Self::Damaged { place, why };
        }
        // A share of the disk that is used up, or a limit on the size of files, is not told from a full disk.
        let no_room = [rusqlite::ffi::SQLITE_IOERR_WRITE, rusqlite::ffi::SQLITE_IOERR_SHMSIZE];
        if error.sqlite_error().is_some_and(|e| no_room.contains(&e.extended_code)) {
            return Self::Full { place };
        }
        if why.starts_with("no such table") {
            return Self::of_another_program(&place);
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full { place },
            // With a few blocks left, what fails is not the writing but what SQLite prepares for it.
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) if is_full(&place) => Self::Full { place },
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged { place, why },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked { place },
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
                Self::NotWritable { place, why }
            }
            _ => Self::Other { place, why },
        }
    }

    /// For a database with other tables than ours.
    pub(super) fn of_another_program(place: &Path) -> Self {
        Self::Foreign { place: place.to_owned(), what: "another program wrote it" }
    }

    pub(super) fn from_io(place: &Path, why: &std::io::Error) -> Self {
        let place = place.to_owned();
        match why.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Self::Full { place },
            _ => Self::NotWritable { place, why: why.to_string() },
        }
    }

    pub(super) fn from_migration(place: &Path, error: rusqlite_migration::Error) -> Self {
        match error {
            rusqlite_migration::Error::RusqliteError { err, .. } => Self::from_sqlite(place, err),
            other => Self::Other { place: place.to_owned(), why: other.to_string() },
        }
    }
}

/// Where it goes on after the file is no longer in its place.
fn goes_on(place: &Path, now: &Path) -> String {
    if place == now {
        return "All that was saved is there again".to_owned();
    }
    format!(
        "Another file is there now and is not changed. All that was saved is in {}, and this window continues there: to keep \
         it, close this window and put that file in place of the other",
        named_path(now)
    )
}

/// Whether the disk has less room left than a database needs to be opened.
fn is_full(place: &Path) -> bool {
    const NEEDED: u64 = 64 * 1024;
    #[cfg(unix)]
    {
        let folder = place.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        rustix::fs::statvfs(folder).is_ok_and(|disk| disk.f_bavail.saturating_mul(disk.f_frsize) < NEEDED)
    }
    #[cfg(not(unix))]
    {
        let _ = (place, NEEDED);
        false
    }
}

fn listed(profiles: &[String]) -> String {
    if profiles.is_empty() {
        ": there are no profiles yet".into()
    } else {
        format!(". There are: {}", profiles.join(", "))
    }
}

/// What is wrong; of a column that cannot be read, what is wrong with what it holds.
pub(super) fn in_words(error: &rusqlite::Error) -> String {
    match error {
        rusqlite::Error::FromSqlConversionFailure(_, _, why) => why.to_string(),
        other => other.to_string(),
    }
}
