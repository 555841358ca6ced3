//! A folder that is made beside the others under a name that nobody sees, brought to the disk, and only then named.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, bail};

use crate::course::model::text::named_path;
use crate::store::whole_file::sync_folder;

/// Most files of a course, pictures and all.
const MOST_FILES: usize = 10_000;
/// Most bytes of a file, and of all files together.
const LONGEST: u64 = 64 << 20;
const MOST_BYTES: u64 = 256 << 20;
/// Most folders within each other.
const DEEPEST: usize = 12;
/// How the name of a folder begins that is not whole yet, or is going.
const UNFINISHED: &str = ".part-";
/// From this age on nobody works at such a folder any more.
const LEFT_ALONE: Duration = Duration::from_hours(1);

/// The folder while it is filled; it is gone when it is given no name.
#[derive(Debug)]
pub(super) struct Staging {
    place: PathBuf,
    bytes: Cell<u64>,
    /// Of the files that are in it, in small letters: where letters are not told apart, two could be one.
    names: RefCell<HashSet<String>>,
}

impl Staging {
    /// An empty one in `folder`, which is made when it is not there.
    pub(super) fn beside(folder: &Path) -> anyhow::Result<Self> {
        fs::create_dir_all(folder).with_context(|| format!("the folder {} cannot be made", named_path(folder)))?;
        sweep(folder);
        for number in 0..u32::MAX {
            let place = folder.join(format!("{UNFINISHED}{}-{number}", std::process::id()));
            match fs::create_dir(&place) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => {
                    return Err(error).with_context(|| format!("nothing can be written in {}", named_path(folder)));
                }
                Ok(()) => return Ok(Self { place, bytes: Cell::new(0), names: RefCell::default() }),
            }
        }
        bail!("{} is full of unfinished folders: remove those that begin with {UNFINISHED}", named_path(folder))
    }

    pub(super) fn place(&self) -> &Path {
        &self.place
    }

    /// How many files are in it.
    pub(super) fn files(&self) -> usize {
        self.names.borrow().len()
    }

    /// Copies the files of `from` and of the folders in it; how many there are. What is hidden stays where it is.
    pub(super) fn copy(&self, from: &Path) -> anyhow::Result<usize> {
        self.copy_folder(from, "", 0)?;
        Ok(self.files())
    }

    fn copy_folder(&self, from: &Path, path: &str, depth: usize) -> anyhow::Result<()> {
        let named = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") };
        if depth > DEEPEST {
            bail!("{path} is more than {DEEPEST} folders deep: a course is flatter");
        }
        let entries = fs::read_dir(from).with_context(|| format!("{} cannot be listed", named_path(from)))?;
        for entry in entries {
            let entry = entry?;
            let Ok(name) = entry.file_name().into_string() else {
                bail!("{} has a name that is not UTF-8: give it another", named_path(&entry.path()));
            };
            let kind = entry.file_type()?;
            if name.starts_with('.') {
                continue;
            }
            if kind.is_dir() {
                self.copy_folder(&entry.path(), &named(&name), depth + 1)?;
            } else if kind.is_file() {
                let file = File::open(entry.path()).with_context(|| format!("{} cannot be read", named(&name)))?;
                self.take(&named(&name), file)?;
            } else {
                bail!("{} is a link or no regular file: put the file itself there, or take it away", named(&name));
            }
        }
        Ok(())
    }

    /// Writes a file; how many bytes it has. `path` has forward slashes and leads nowhere else.
    pub(super) fn take(&self, path: &str, from: impl Read) -> anyhow::Result<u64> {
        if !self.names.borrow_mut().insert(path.to_lowercase()) {
            bail!("{path} is there twice");
        }
        if self.files() > MOST_FILES {
            bail!("it has more than {MOST_FILES} files: a course has fewer. Is it the right folder?");
        }
        let place = self.place.join(path);
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder).with_context(|| format!("no folder can be made for {path}"))?;
        }
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&place)
            .with_context(|| format!("{path} cannot be written"))?;
        let room = LONGEST.min(MOST_BYTES - self.bytes.get());
        let copied =
            io::copy(&mut from.take(room + 1), &mut file).with_context(|| format!("{path} cannot be copied"))?;
        if copied > room {
            bail!(
                "{path} is too large: a file may have {} MB, all files together {} MB",
                LONGEST >> 20,
                MOST_BYTES >> 20
            );
        }
        self.bytes.set(self.bytes.get() + copied);
        file.sync_all().with_context(|| format!("{path} cannot be brought to the disk"))?;
        Ok(copied)
    }

    /// Gives it the name `place`; with `over` in the stead of the folder that has it.
    pub(super) fn put(&self, place: &Path, over: bool) -> anyhow::Result<()> {
        let trouble = || format!("{} cannot be put in place", named_path(place));
        if place.symlink_metadata().is_ok() {
            if !over {
                bail!(
                    "{} is there already: choose another --name, or put this course in its place with --replace",
                    named_path(place)
                );
            }
            swap(&self.place, place).with_context(trouble)?;
        } else {
            fs::rename(&self.place, place).with_context(trouble)?;
        }
        sync_folder(place);
        Ok(())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // Once it has a name there is nothing here, or what was there before.
        let _ = fs::remove_dir_all(&self.place);
    }
}

/// Takes the folder `place` away: first its name, so that it is never there by half.
pub(super) fn remove(place: &Path) -> anyhow::Result<()> {
    let Some(folder) = place.parent() else { bail!("it has no folder around it") };
    let going = Staging::beside(folder)?;
    fs::remove_dir(going.place())?;
    fs::rename(place, going.place())?;
    sync_folder(place);
    Ok(())
}

/// What programs that were killed left behind.
fn sweep(folder: &Path) {
    let is_left = |entry: &fs::DirEntry| {
        let age = entry.metadata().and_then(|found| found.modified()).ok().and_then(|time| time.elapsed().ok());
        entry.file_name().to_string_lossy().starts_with(UNFINISHED) && age.is_some_and(|age| age > LEFT_ALONE)
    };
    for entry in fs::read_dir(folder).into_iter().flatten().flatten().filter(is_left) {
        let _ = fs::remove_dir_all(entry.path());
    }
}

/// Each of two folders gets the name of the other, in one step.
#[cfg(target_os = "linux")]
fn swap(new: &Path, old: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE) {
        // Not every file system knows it.
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => swap_in_steps(new, old),
        done => Ok(done?),
    }
}

#[cfg(not(target_os = "linux"))]
fn swap(new: &Path, old: &Path) -> io::Result<()> {
    swap_in_steps(new, old)
}

fn swap_in_steps(new: &Path, old: &Path) -> io::Result<()> {
    let between = new.with_extension("old");
    fs::rename(old, &between)?;
    fs::rename(new, old)?;
    fs::rename(between, new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_name_is_gone_and_what_has_one_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let names = || fs::read_dir(folder.path()).unwrap().count();
        let staging = Staging::beside(folder.path()).unwrap();
        staging.take("assets/a.ron", &b"one"[..]).unwrap();
        assert_eq!(staging.take("Assets/A.ron", &b"two"[..]).unwrap_err().to_string(), "Assets/A.ron is there twice");
        drop(staging);
        assert_eq!(names(), 0);
        let place = folder.path().join("knots");
        for (text, over) in [("one", false), ("two", true)] {
            let staging = Staging::beside(folder.path()).unwrap();
            staging.take("a", text.as_bytes()).unwrap();
            staging.put(&place, over).unwrap();
            drop(staging);
            assert_eq!((fs::read_to_string(place.join("a")).unwrap(), names()), (text.to_owned(), 1));
        }
        assert!(Staging::beside(folder.path()).unwrap().put(&place, false).is_err());
        remove(&place).unwrap();
        assert_eq!(names(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_not_followed() {
        let (folder, from) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::os::unix::fs::symlink("/etc/hostname", from.path().join("notes.txt")).unwrap();
        let why = Staging::beside(folder.path()).unwrap().copy(from.path()).unwrap_err().to_string();
        assert!(why.starts_with("notes.txt is a link"), "{why}");
    }
}
