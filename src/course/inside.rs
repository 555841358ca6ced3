//! Reading what lies in a folder that came from somebody else: regular files that are really inside, and no more of
//! them than was asked for.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

/// A folder that files are read from.
#[derive(Debug)]
pub(super) struct Inside {
    /// Without links.
    root: PathBuf,
}

/// Why something is not read.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    #[error("it leads out of the course folder: put the file itself there, not a link")]
    Outside,
    #[error("it is not a regular file: pipes, sockets, devices and folders are not opened")]
    NoFile,
    #[error("it is too long: at most {} MB are read. Split it", super::files::LONGEST / (1024 * 1024))]
    TooLong,
    #[error("it is not UTF-8 text")]
    NoText,
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl Unread {
    /// What to do.
    pub(super) fn help(&self) -> &'static str {
        use io::ErrorKind::{NotADirectory, NotFound, PermissionDenied};
        match self {
            Self::Outside => "copy what the link leads to into the course folder",
            Self::NoFile => "put a regular file there, or remove it",
            Self::TooLong => "split it into several files",
            Self::NoText => "save it as UTF-8 in your editor",
            Self::Io(why) => match why.kind() {
                NotFound => "this is a link to nothing: put the file itself there, or remove the link",
                _ if is_circle(why) => "this link leads back to itself: put the file itself there, or remove the link",
                PermissionDenied => "check its permissions",
                NotADirectory => "there must be a folder of this name: move the file away",
                _ => "look whether the file can be opened at all, and whether the disk is sound",
            },
        }
    }
}

/// Whether links lead back to themselves.
fn is_circle(why: &io::Error) -> bool {
    #[cfg(unix)]
    return why.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error());
    #[cfg(not(unix))]
    return why.raw_os_error().is_none();
}

impl Inside {
    /// # Errors
    /// When there is no such folder.
    pub(super) fn of(root: &Path) -> io::Result<Self> {
        Ok(Self { root: root.canonicalize()? })
    }

    /// Where `path`, relative to the folder, really is.
    ///
    /// # Errors
    /// When it is nowhere, or a link leads out of the folder.
    pub(super) fn place(&self, path: &str) -> Result<PathBuf, Unread> {
        let place = self.root.join(path).canonicalize()?;
        if place.starts_with(&self.root) { Ok(place) } else { Err(Unread::Outside) }
    }

    /// The bytes of the regular file `path`, which has at most `most` of them.
    ///
    /// # Errors
    /// When it is no such file.
    pub(super) fn read(&self, path: &str, most: u64) -> Result<Vec<u8>, Unread> {
        let file = open_regular(&self.place(path)?)?;
        let mut bytes = Vec::new();
        file.take(most + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > most { Err(Unread::TooLong) } else { Ok(bytes) }
    }
}

/// The file at `place`, when it is a regular one.
///
/// # Errors
/// When it is none, or cannot be opened.
pub(super) fn open_regular(place: &Path) -> Result<File, Unread> {
    // Looked at before it is opened, since opening a device can do something, and after, since it may have changed.
    is_regular(&std::fs::metadata(place)?)?;
    let file = open(place)?;
    is_regular(&file.metadata()?)?;
    Ok(file)
}

fn is_regular(found: &Metadata) -> Result<(), Unread> {
    if found.is_file() { Ok(()) } else { Err(Unread::NoFile) }
}

/// Opens without waiting for whoever writes into a pipe that was put there a moment ago.
fn open(place: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;

        use rustix::fs::OFlags;
        let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
        options.custom_flags(i32::try_from(flags.bits()).unwrap_or(0));
    }
    options.open(place)
}
