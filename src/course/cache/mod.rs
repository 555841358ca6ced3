//! A large course in a folder, kept decoded, so that opening it again reads no RON: outlines at once, a lesson or a bank when
//! it is asked for.
//!
//! ```text
//!  stamp   whether the folder is as it was: names, sizes, times and inodes
//!  pack    the file: a head with the outlines, then every part, each with its checksum
//! ```
//! What is kept is safe to delete, and is believed as little as the course's own files: whatever is damaged, of another
//! program or of another state of the folder is read again from the folder, and texts pass the same filter. Only a course
//! without problems is kept.

mod pack;
mod stamp;

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use serde::Serialize;
use serde::de::DeserializeOwned;

pub(super) use pack::{CourseCache, PartPlace};
pub(super) use stamp::FolderStamp;

use super::assemble::{Shelved, ShelvedScenario};
use super::files::File;
use super::model::{About, Scenario};
use super::outline::Outline;
use super::pictures::Pictures;
use super::{Course, OpenError};

/// Bytes of source from which on a course is worth keeping.
const WORTH_KEEPING: usize = 256 * 1024;

/// What is decoded when the course is opened, and where the rest stands.
#[derive(Serialize, serde::Deserialize)]
struct CacheHead {
    about: About,
    outline: Outline,
    lessons: Vec<PartPlace>,
    banks: Vec<Option<PartPlace>>,
    scenarios: Vec<PartPlace>,
    lists: [PartPlace; 3],
}

impl Course {
    /// The course in the folder `root`, with what is kept of it in `folder`; kept for the next time where there is nothing.
    ///
    /// # Errors
    /// As [`Course::open`].
    pub fn open_kept(root: &Path, folder: &Path) -> Result<Self, OpenError> {
        let Some(stamp) = FolderStamp::of(root) else { return Self::open(root) };
        let place = folder.join(stamp.file_name());
        if let Some(course) = CourseCache::open(&place, &stamp, root).and_then(kept) {
            check_later(root, &place, &stamp);
            return Ok(course);
        }
        let course = Self::open(root)?;
        let bytes: usize = course.files.iter().map(|f| f.text.len()).sum();
        if course.problems.is_empty() && bytes >= WORTH_KEEPING && FolderStamp::of(root).as_ref() == Some(&stamp) {
            // It is no loss when it cannot be kept.
            let _ = keep(&course, &place, &stamp);
        }
        Ok(course)
    }
}

/// The course of a pack; `None` when its head cannot be read.
fn kept(pack: CourseCache) -> Option<Course> {
    let head: CacheHead = pack.head()?;
    let count = head.outline.lessons.len();
    let sides: usize = head.outline.scenarios.chunk_by(|a, b| a.case == b.case).count();
    if count == 0 || head.lessons.len() != count || head.banks.len() != count || sides != head.scenarios.len() {
        return None;
    }
    let pack = Arc::new(pack);
    let lessons = (0..)
        .zip(&head.lessons)
        .map(|(at, &span)| Shelved::kept(&pack, span, at, |course, at| course.lessons.get(at)?.get().cloned()));
    let banks = (0..)
        .zip(&head.banks)
        .map(|(at, span)| span.map(|span| Shelved::kept(&pack, span, at, |course, at| course.bank_at(at).cloned())));
    let scenario = |(at, &span): (usize, &PartPlace)| -> Shelved<Scenario> {
        Shelved::kept(&pack, span, at, |course, at| course.scenarios.get(at)?.written().cloned())
    };
    let [references, schemes, cases] = head.lists;
    Some(Course {
        lessons: lessons.collect(),
        banks: banks.collect(),
        scenarios: (0..).zip(&head.scenarios).map(scenario).map(ShelvedScenario::new).collect(),
        references: Shelved::kept(&pack, references, 0, |course, _| course.references.get().cloned()),
        schemes: Shelved::kept(&pack, schemes, 0, |course, _| course.schemes.get().cloned()),
        cases: Shelved::kept(&pack, cases, 0, |course, _| course.cases.get().cloned()),
        pictures: Pictures::Folder(pack.root().to_owned()),
        progress_id: None,
        about: head.about,
        outlines: head.outline.lessons,
        scenario_outlines: head.outline.scenarios,
        problems: Vec::new(),
        files: Vec::new(),
        positions: OnceLock::new(),
        questions: OnceLock::new(),
        uses: OnceLock::new(),
        printed: OnceLock::new(),
        search: OnceLock::new(),
    })
}

fn keep(course: &Course, place: &Path, stamp: &FolderStamp) -> Option<()> {
    let mut parts = pack::CacheWriter::default();
    let lessons = course.lessons.iter().map(|it| parts.add(it.get()?)).collect::<Option<_>>()?;
    let bank = |bank: &Option<Shelved<_>>| match bank {
        Some(it) => Some(Some(parts.add(it.get()?)?)),
        None => Some(None),
    };
    let banks = course.banks.iter().map(bank).collect::<Option<_>>()?;
    let scenarios = course.scenarios.iter().map(|it| parts.add(it.written()?)).collect::<Option<_>>()?;
    let lists =
        [parts.add(course.references.get()?)?, parts.add(course.schemes.get()?)?, parts.add(course.cases.get()?)?];
    let outline = Outline { lessons: course.outlines.clone(), scenarios: course.scenario_outlines.clone() };
    let head = CacheHead { about: course.about.clone(), outline, lessons, banks, scenarios, lists };
    let content = stamp::content(course.files.iter().filter_map(File::on_disk).map(str::as_bytes));
    parts.write(&head, content, place, stamp)
}

/// Compares what is kept with what the files hold, while the learner begins: times can be set back by hand. What does not
/// agree is not kept any longer.
fn check_later(root: &Path, place: &Path, stamp: &FolderStamp) {
    let (root, place, stamp): (PathBuf, PathBuf, FolderStamp) = (root.to_owned(), place.to_owned(), stamp.clone());
    let _ = std::thread::Builder::new().name("course".into()).spawn(move || {
        let kept = CourseCache::open(&place, &stamp, &root).map(|pack| pack.content());
        if kept.is_some() && kept != stamp.content_now(&root) && FolderStamp::of(&root).as_ref() == Some(&stamp) {
            let _ = std::fs::remove_file(&place);
        }
    });
}

impl<T: DeserializeOwned + 'static> Shelved<T> {
    /// The part at `span` of a pack; when that cannot be read, what `take` finds in the folder.
    fn kept(pack: &Arc<CourseCache>, span: PartPlace, at: usize, take: fn(&Course, usize) -> Option<T>) -> Self {
        let pack = Arc::clone(pack);
        Self::later(move || pack.part(span).or_else(|| take(pack.afresh()?, at)))
    }
}

#[cfg(test)]
mod tests;
