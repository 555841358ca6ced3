//! The file: who wrote it and of what, its head, then parts.

use std::fs::{self, File, OpenOptions};
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::stamp::{FolderStamp, checksum};
use crate::course::model::text::checked;
use crate::course::{Course, inside};

const MAGIC: &[u8; 8] = b"9tcourse";
/// Magic, state of the folder, checksums of the contents and of the head, length of the head.
const FIXED: usize = 40;
/// Longest head or part that is read: what a course may hold in all.
const LONGEST: u64 = 256 * 1024 * 1024;
/// Seconds that a file must have been left alone before it is told from the next by its times.
const SETTLED_S: i64 = 2;

/// Where a part stands.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(in crate::course) struct PartPlace {
    at: u64,
    len: u64,
    checksum: u64,
}

#[cfg(test)]
impl PartPlace {
    /// With the checksum of what stands there now.
    pub(super) fn resealed(self, bytes: &[u8], pack: &CourseCache) -> Self {
        let at = usize::try_from(self.at + pack.head.at + pack.head.len).unwrap();
        Self { checksum: checksum(&bytes[at..at + usize::try_from(self.len).unwrap()]), ..self }
    }
}

/// A pack, opened.
#[derive(Debug)]
pub(in crate::course) struct CourseCache {
    file: Mutex<File>,
    root: PathBuf,
    content: u64,
    head: PartPlace,
    /// The same course from its files, when a part could not be read.
    afresh: OnceLock<Option<Box<Course>>>,
}

impl std::fmt::Debug for Course {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Course").field("id", &self.about().id).finish_non_exhaustive()
    }
}

impl CourseCache {
    /// The pack at `place`, if it is of this program and of this state of the folder `root`.
    pub(super) fn open(place: &Path, stamp: &FolderStamp, root: &Path) -> Option<Self> {
        let mut file = inside::open_regular(place).ok()?;
        let mut fixed = [0; FIXED];
        file.read_exact(&mut fixed).ok()?;
        let (magic, numbers) = fixed.split_at(MAGIC.len());
        let (numbers, _) = numbers.as_chunks::<8>();
        let [state, content, sum, len] = <[[u8; 8]; 4]>::try_from(numbers).ok()?.map(u64::from_le_bytes);
        (magic == MAGIC && state == stamp.state).then_some(())?;
        let head = PartPlace { at: FIXED as u64, len, checksum: sum };
        Some(Self { file: Mutex::new(file), root: root.to_owned(), content, head, afresh: OnceLock::new() })
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// Of what the files held.
    pub(super) fn content(&self) -> u64 {
        self.content
    }

    pub(super) fn head<T: DeserializeOwned>(&self) -> Option<T> {
        self.decoded(self.head)
    }

    /// A part, checked as if it were read from the course's own files; `None` when it is damaged.
    pub(super) fn part<T: DeserializeOwned>(&self, span: PartPlace) -> Option<T> {
        let first = self.head.at.checked_add(self.head.len)?;
        self.decoded(PartPlace { at: span.at.checked_add(first)?, ..span })
    }

    fn decoded<T: DeserializeOwned>(&self, span: PartPlace) -> Option<T> {
        let bytes = self.bytes(span).filter(|bytes| checksum(bytes) == span.checksum)?;
        checked(|| postcard::from_bytes(&bytes)).ok()
    }

    fn bytes(&self, span: PartPlace) -> Option<Vec<u8>> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let whole = file.metadata().ok()?.len();
        let is_inside = span.len <= LONGEST && span.at.checked_add(span.len).is_some_and(|end| end <= whole);
        let mut bytes = vec![0; usize::try_from(span.len).ok().filter(|_| is_inside)?];
        file.seek(SeekFrom::Start(span.at)).ok()?;
        file.read_exact(&mut bytes).ok()?;
        Some(bytes)
    }

    /// The course as its files have it now.
    pub(super) fn afresh(&self) -> Option<&Course> {
        self.afresh.get_or_init(|| Course::open(&self.root).ok().map(Box::new)).as_deref()
    }
}

/// The parts of a pack on their way.
#[derive(Default)]
pub(super) struct CacheWriter(Vec<u8>);

impl CacheWriter {
    /// Adds a part. Its place is counted from the first; the head is in front of them.
    pub(super) fn add<T: Serialize>(&mut self, part: &T) -> Option<PartPlace> {
        let at = self.0.len();
        self.0 = postcard::to_extend(part, std::mem::take(&mut self.0)).ok()?;
        let bytes = &self.0[at..];
        Some(PartPlace { at: at as u64, len: bytes.len() as u64, checksum: checksum(bytes) })
    }

    /// Writes the pack beside its place and puts it there, for this learner's eyes only. Not while the folder is being
    /// edited: two changes within the same moment cannot be told by their times.
    pub(super) fn write<H: Serialize>(self, head: &H, content: u64, place: &Path, stamp: &FolderStamp) -> Option<()> {
        let folder = place.parent()?;
        make_private_folder(folder).ok()?;
        let beside = place.with_extension(format!("{}.new", std::process::id()));
        let _ = fs::remove_file(&beside);
        let written = self.write_to(&beside, head, content, stamp);
        let put = written.and_then(|()| fs::rename(&beside, place).ok());
        if put.is_none() {
            let _ = fs::remove_file(&beside);
        }
        put
    }

    fn write_to<H: Serialize>(self, beside: &Path, head: &H, content: u64, stamp: &FolderStamp) -> Option<()> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(beside).ok()?;
        let head = postcard::to_stdvec(head).ok()?;
        file.write_all(MAGIC).ok()?;
        for number in [stamp.state, content, checksum(&head), head.len() as u64] {
            file.write_all(&number.to_le_bytes()).ok()?;
        }
        file.write_all(&head).ok()?;
        file.write_all(&self.0).ok()?;
        is_settled(&file, stamp).then_some(())
    }
}

#[cfg(unix)]
fn is_settled(written: &File, stamp: &FolderStamp) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    written.metadata().is_ok_and(|now| now.mtime().saturating_sub(stamp.newest) >= SETTLED_S)
}

#[cfg(not(unix))]
fn is_settled(_: &File, _: &FolderStamp) -> bool {
    false
}

fn make_private_folder(folder: &Path) -> std::io::Result<()> {
    let mut maker = fs::DirBuilder::new();
    maker.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut maker, 0o700);
    maker.create(folder)
}
