//! The folder that progress is kept in.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::CheckResult;
use crate::course::model::text::named_path;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FolderHealth {
    Usable,
    /// It can be made.
    Missing,
    CannotBeMade {
        at: PathBuf,
        why: String,
    },
    /// Something else is in its place.
    NoFolder,
    NotReadable {
        why: String,
    },
    NotWritable {
        why: String,
    },
}

pub(super) fn look(folder: &Path) -> FolderHealth {
    match fs::metadata(folder) {
        Ok(found) if !found.is_dir() => FolderHealth::NoFolder,
        Ok(_) => used(folder),
        Err(e) if is_missing(&e) => missing(folder),
        Err(e) => FolderHealth::NotReadable { why: e.to_string() },
    }
}

fn used(folder: &Path) -> FolderHealth {
    if let Err(e) = fs::read_dir(folder) {
        return FolderHealth::NotReadable { why: e.to_string() };
    }
    try_making_a_file(folder)
        .map_or_else(|e| FolderHealth::NotWritable { why: e.to_string() }, |()| FolderHealth::Usable)
}

/// Whether it can be made in the nearest folder that is there.
fn missing(folder: &Path) -> FolderHealth {
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    for at in folder.ancestors() {
        let cannot = |why: String| FolderHealth::CannotBeMade { at: at.to_owned(), why };
        match fs::metadata(at) {
            Ok(found) if found.is_dir() => {
                return try_making_a_file(at).map_or_else(|e| cannot(e.to_string()), |()| FolderHealth::Missing);
            }
            Ok(_) => return cannot("it is not a folder".to_owned()),
            Err(e) if is_missing(&e) && fs::symlink_metadata(at).is_ok() => {
                return cannot("it is a broken link".to_owned());
            }
            Err(e) if is_missing(&e) => {}
            Err(e) => return cannot(e.to_string()),
        }
    }
    FolderHealth::CannotBeMade { at: folder.clone(), why: "none of its parent folders exists".to_owned() }
}

fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// Permissions, read-only disks and full ones show only when it is tried; the file is gone at once.
fn try_making_a_file(folder: &Path) -> io::Result<()> {
    let probe = folder.join(format!(".ninetracks-doctor-{}", std::process::id()));
    match fs::OpenOptions::new().write(true).create_new(true).open(&probe) {
        Ok(_) => fs::remove_file(probe),
        Err(e) if e.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(e) => Err(e),
    }
}

impl FolderHealth {
    /// Whether it is worth looking inside.
    pub(super) fn is_there(&self) -> bool {
        matches!(self, Self::Usable | Self::NotWritable { .. })
    }

    pub(super) fn line(&self, folder: &Path) -> CheckResult {
        let named = named_path(folder);
        let wrong = |message: String, help: &str| CheckResult::error("data folder", message, help);
        match self {
            Self::Usable => CheckResult::ok("data folder", &named),
            Self::Missing => {
                CheckResult::ok("data folder", format!("no progress yet: {named} will be created at the first start"))
            }
            Self::CannotBeMade { at, why } => {
                let help = "create it yourself, or choose another folder with --data DIR";
                wrong(format!("{named} cannot be created. {}: {why}", named_path(at)), help)
            }
            Self::NoFolder => {
                wrong(format!("{named} is not a folder"), "move what is there, or choose a folder with --data DIR")
            }
            Self::NotReadable { why } => wrong(
                format!("{named} cannot be read: {why}"),
                "check its permissions, or choose another folder with --data DIR",
            ),
            Self::NotWritable { why } => wrong(
                format!("nothing can be written to {named}: {why}"),
                "check its permissions, or choose another folder with --data DIR",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Health;
    use super::*;
    use tempfile::TempDir;

    fn names(folder: &Path) -> Vec<std::ffi::OsString> {
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect()
    }

    #[test]
    fn a_folder_is_usable_and_stays_as_it_was() {
        let folder = TempDir::new().unwrap();
        assert_eq!(look(folder.path()), FolderHealth::Usable);
        assert!(names(folder.path()).is_empty());
    }

    #[test]
    fn a_missing_folder_is_well_and_is_not_made() {
        let base = TempDir::new().unwrap();
        let found = look(&base.path().join("a/b"));
        assert_eq!((found.line(base.path()).state, found), (Health::Ok, FolderHealth::Missing));
        assert!(names(base.path()).is_empty());
    }

    #[test]
    fn a_file_in_its_place_is_said_and_left() {
        let base = TempDir::new().unwrap();
        let file = base.path().join("file");
        fs::write(&file, "mine").unwrap();
        assert_eq!(look(&file), FolderHealth::NoFolder);
        assert_eq!(
            look(&file.join("deep/down")),
            FolderHealth::CannotBeMade { at: file.clone(), why: "it is not a folder".into() }
        );
        assert_eq!(fs::read_to_string(file).unwrap(), "mine");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_nowhere_is_said() {
        let base = TempDir::new().unwrap();
        let link = base.path().join("link");
        std::os::unix::fs::symlink(base.path().join("gone"), &link).unwrap();
        assert!(matches!(look(&link), FolderHealth::CannotBeMade { at, .. } if at == link));
    }

    #[cfg(unix)]
    #[test]
    fn what_may_not_be_read_or_written_is_said() {
        use std::os::unix::fs::PermissionsExt;
        let folder = TempDir::new().unwrap();
        let allow = |mode| fs::set_permissions(folder.path(), fs::Permissions::from_mode(mode)).unwrap();
        allow(0o500);
        // Permissions do not bind root.
        if fs::write(folder.path().join("probe"), "").is_err() {
            assert!(matches!(look(folder.path()), FolderHealth::NotWritable { .. }));
            assert!(matches!(look(&folder.path().join("deeper")), FolderHealth::CannotBeMade { .. }));
            allow(0o000);
            assert!(matches!(look(folder.path()), FolderHealth::NotReadable { .. }));
        }
        allow(0o700);
    }

    #[test]
    fn whatever_is_wrong_comes_with_what_to_do() {
        let why = || "because".to_owned();
        let wrong = [
            FolderHealth::NoFolder,
            FolderHealth::CannotBeMade { at: "x".into(), why: why() },
            FolderHealth::NotReadable { why: why() },
            FolderHealth::NotWritable { why: why() },
        ];
        for line in wrong.map(|found| found.line(Path::new("data"))) {
            assert!(
                line.state == Health::Error && line.help.contains("--data DIR") && line.message.contains("data"),
                "{line:?}"
            );
        }
    }
}
