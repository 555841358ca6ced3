//! Files that are whole or not there: written beside, brought to the disk, and only then given their name. Whoever kills
//! the program or fills the disk meanwhile finds the old file, or none.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// How the name of a file ends that is not whole yet.
pub(super) const UNFINISHED: &str = ".part";

/// A whole file that has no name yet; it is gone when it is given none.
#[derive(Debug)]
pub struct MadeFile {
    at: PathBuf,
}

impl MadeFile {
    /// An empty file beside `place`, which only its owner may read when it `is_private`.
    ///
    /// # Errors
    /// When it cannot be made.
    pub(super) fn empty(place: &Path, is_private: bool) -> io::Result<Self> {
        let name = place.file_name().ok_or(ErrorKind::InvalidInput)?.to_string_lossy();
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        if is_private {
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        }
        let numbered = |n: u32| place.with_file_name(format!("{name}.{}-{n}{UNFINISHED}", std::process::id()));
        for at in (0..).map(numbered) {
            match options.open(&at) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                made => return made.map(|_| Self { at }),
            }
        }
        Err(ErrorKind::AlreadyExists.into())
    }

    /// A file beside `place` that holds `bytes`, on disk when this returns.
    ///
    /// # Errors
    /// When it cannot be made or written; then nothing is left of it.
    pub fn holding(place: &Path, bytes: &[u8]) -> io::Result<Self> {
        let made = Self::empty(place, false)?;
        let mut file = OpenOptions::new().write(true).open(&made.at)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        Ok(made)
    }

    pub(super) fn path(&self) -> &Path {
        &self.at
    }

    /// Gives it the name `place`, where nothing is.
    ///
    /// # Errors
    /// When something is there, however short a time, or the folder cannot be written.
    pub fn put_new(&self, place: &Path) -> io::Result<()> {
        put_where_nothing_is(&self.at, place)?;
        sync_folder(place);
        Ok(())
    }

    /// Gives it the name `place` instead of the file that has it.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn put_over(&self, place: &Path) -> io::Result<()> {
        if let Ok(before) = fs::metadata(place) {
            fs::set_permissions(&self.at, before.permissions())?;
        }
        fs::rename(&self.at, place)?;
        sync_folder(place);
        Ok(())
    }
}

impl Drop for MadeFile {
    fn drop(&mut self) {
        // Once it has a name there is nothing here.
        let _ = fs::remove_file(&self.at);
    }
}

/// Writes `bytes` to `place`, over a file that is there only when that `may` be.
///
/// # Errors
/// When a file is there already, or it cannot be written; then what was there is as it was.
pub fn write(place: &Path, bytes: &[u8], may_replace: bool) -> io::Result<()> {
    match fs::metadata(place) {
        Ok(found) if may_replace && !found.is_file() => {
            // A terminal, a pipe, a device: there is nothing to put in its place.
            special(place)?.write_all(bytes)
        }
        Ok(_) if may_replace => {
            // A link stays one.
            let place = fs::canonicalize(place)?;
            MadeFile::holding(&place, bytes)?.put_over(&place)
        }
        Ok(_) => Err(ErrorKind::AlreadyExists.into()),
        Err(_) => MadeFile::holding(place, bytes)?.put_new(place),
    }
}

/// Opens a terminal, a pipe or a device. That nobody reads from a named pipe is an error, and not waited for.
#[cfg(unix)]
fn special(place: &Path) -> io::Result<File> {
    use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
    let mut options = OpenOptions::new();
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, OFlags::NONBLOCK.bits().cast_signed());
    let file = options.write(true).open(place)?;
    fcntl_setfl(&file, fcntl_getfl(&file)? - OFlags::NONBLOCK)?;
    Ok(file)
}

#[cfg(not(unix))]
fn special(place: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).open(place)
}

#[cfg(target_os = "linux")]
fn put_where_nothing_is(from: &Path, to: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        // Not every file system knows it.
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => link_where_nothing_is(from, to),
        done => Ok(done?),
    }
}

#[cfg(not(target_os = "linux"))]
fn put_where_nothing_is(from: &Path, to: &Path) -> io::Result<()> {
    link_where_nothing_is(from, to)
}

fn link_where_nothing_is(from: &Path, to: &Path) -> io::Result<()> {
    fs::hard_link(from, to)?;
    fs::remove_file(from)
}

/// A new name is on disk when its folder is. Where folders cannot be synced, the file is whole all the same.
pub fn sync_folder(place: &Path) {
    let folder = place.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    fn names(folder: &TempDir) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn what_is_there_is_left_alone_unless_it_may_go() {
        let folder = TempDir::new().unwrap();
        let place = folder.path().join("a.html");
        write(&place, b"one", false).unwrap();
        assert_eq!(write(&place, b"two", false).unwrap_err().kind(), ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&place).unwrap(), b"one");
        write(&place, b"two", true).unwrap();
        assert_eq!((fs::read(&place).unwrap(), names(&folder)), (b"two".into(), vec!["a.html".to_owned()]));
    }

    #[test]
    fn what_came_to_be_meanwhile_is_left_alone() {
        let folder = TempDir::new().unwrap();
        let place = folder.path().join("a");
        let made = MadeFile::holding(&place, b"late").unwrap();
        fs::write(&place, "first").unwrap();
        assert_eq!(made.put_new(&place).unwrap_err().kind(), ErrorKind::AlreadyExists);
        drop(made);
        assert_eq!((fs::read(&place).unwrap(), names(&folder)), (b"first".into(), vec!["a".to_owned()]));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_pipe_that_nobody_reads_is_not_waited_for() {
        let folder = TempDir::new().unwrap();
        let place = folder.path().join("pipe");
        rustix::fs::mknodat(rustix::fs::CWD, &place, rustix::fs::FileType::Fifo, 0o600.into(), 0).unwrap();
        assert!(write(&place, b"one", true).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_rights_stay() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = TempDir::new().unwrap();
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        fs::write(&file, "one").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&file, &link).unwrap();
        write(&link, b"two", true).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        let mode = fs::metadata(&file).unwrap().permissions().mode() & 0o777;
        assert_eq!((fs::read(&file).unwrap(), mode), (b"two".into(), 0o640));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_device_is_written_to_and_not_replaced() {
        write(Path::new("/dev/null"), b"x", true).unwrap();
        assert!(write(Path::new("/dev/full"), b"x", true).is_err());
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }
}
