//! Whether a folder is as it was, without opening its files.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::course::files::{self, FOLDERS};
use crate::course::inside::Inside;

/// The state of a course's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::course) struct FolderStamp {
    /// Of where the folder is.
    place: u64,
    /// Of the program and of the name, size, times and inode of each file.
    pub state: u64,
    /// When the last of them was changed, in seconds since 1970.
    pub newest: i64,
    paths: Vec<PathBuf>,
}

/// Of what the model of a course looked like when the program was built, so that no program reads what another kept.
const PROGRAM: &str = concat!(env!("CARGO_PKG_VERSION"), " ", env!("COURSE_MODEL"));

impl FolderStamp {
    /// `None` where something in the folder is no plain file, or cannot be looked at.
    #[cfg(unix)]
    pub(in crate::course) fn of(root: &Path) -> Option<Self> {
        use std::os::unix::fs::MetadataExt as _;
        let root = root.canonicalize().ok()?;
        let inside = Inside::of(&root).ok()?;
        let (mut place, mut state) = (DefaultHasher::new(), DefaultHasher::new());
        root.hash(&mut place);
        (PROGRAM, &root).hash(&mut state);
        let (mut newest, mut paths) = (i64::MIN, Vec::new());
        for folder in FOLDERS {
            for name in files::plain_names(&inside, folder)? {
                let path = root.join(folder).join(&name);
                let found = std::fs::symlink_metadata(&path).ok().filter(std::fs::Metadata::is_file)?;
                (folder, name, found.dev(), found.ino(), found.len()).hash(&mut state);
                (found.mtime(), found.mtime_nsec(), found.ctime(), found.ctime_nsec()).hash(&mut state);
                newest = newest.max(found.mtime());
                paths.push(path);
            }
        }
        Some(Self { place: place.finish(), state: state.finish(), newest, paths })
    }

    #[cfg(not(unix))]
    pub(in crate::course) fn of(_: &Path) -> Option<Self> {
        None
    }

    pub(super) fn file_name(&self) -> String {
        format!("course-{:016x}.pack", self.place)
    }

    /// Of what the files hold now, as [`content`].
    pub(super) fn content_now(&self, root: &Path) -> Option<u64> {
        let inside = Inside::of(root).ok()?;
        let root = root.canonicalize().ok()?;
        let mut all = 0;
        for path in &self.paths {
            let path = path.strip_prefix(&root).ok()?.to_str()?;
            all = and(all, files::text(inside.read(path, files::LONGEST).ok()?).ok()?.as_bytes());
        }
        Some(all)
    }
}

/// Of the texts of all files in their order.
pub(super) fn content<'a>(texts: impl Iterator<Item = &'a [u8]>) -> u64 {
    texts.fold(0, and)
}

fn and(all: u64, text: &[u8]) -> u64 {
    checksum(text).wrapping_add(all.rotate_left(7)).wrapping_mul(MIX)
}

const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

/// Tells damage and change, as fast as memory is read. It is no seal: what it stands for is checked like any file.
pub(super) fn checksum(bytes: &[u8]) -> u64 {
    let mix = |sum: u64, word: u64| {
        let mixed = (sum ^ word).wrapping_mul(MIX);
        mixed ^ (mixed >> 29)
    };
    let (words, rest) = bytes.as_chunks::<8>();
    let sum = words.iter().fold(bytes.len() as u64, |sum, word| mix(sum, u64::from_le_bytes(*word)));
    rest.iter().fold(sum, |sum, &byte| mix(sum, u64::from(byte)))
}
