//! A course in a folder while its author writes it: read again whenever a file was saved. A file that cannot be read any
//! more stays as it was last read, so that the rest of the course can still be used.

mod changes;

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use changes::FolderChanges;

use super::Course;
use super::assemble::SharedList;
use super::check::check;
use super::files::{self, File, Found};
use super::finding::{Finding, Location, Severity};
use super::model::text::named_path;
use super::model::{About, Bank, Case, Lesson, Reference, Scenario, Scheme};
use super::read::read_file;

/// What became of a course when its files changed.
#[derive(Clone, Default)]
pub struct CourseUpdate {
    /// The course's folder.
    pub root: PathBuf,
    /// The course as it is now; `None` where only the errors are new.
    pub course: Option<Arc<Course>>,
    /// What is wrong now; the first is likely to be the cause of others.
    pub errors: Vec<Finding>,
    /// The paths of the files that are not as they were.
    pub changed: Vec<String>,
}

impl std::fmt::Debug for CourseUpdate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CourseUpdate")
            .field("errors", &self.errors)
            .field("changed", &self.changed)
            .finish_non_exhaustive()
    }
}

/// A course that is read again.
pub struct LiveCourse {
    root: PathBuf,
    files: HashMap<String, KnownFile>,
    /// What is wrong with files that are there and could not be read at all.
    unread: Vec<String>,
}

/// A file as it was last seen.
#[derive(Default)]
struct KnownFile {
    /// The last text that could be read as what it should be.
    sound: Option<File>,
    /// A later text that could not, and why.
    broken: Option<(File, Finding)>,
}

impl KnownFile {
    fn text(&self) -> Option<&str> {
        self.broken.as_ref().map(|(file, _)| file).or(self.sound.as_ref()).map(|file| &*file.text)
    }
}

impl LiveCourse {
    /// `course` as it was opened in `root`.
    #[must_use]
    pub fn new(root: &Path, course: &Course) -> Self {
        let from_disk =
            if course.files().is_empty() { files::folder(root).unwrap_or_default() } else { Found::default() };
        let mut files = HashMap::new();
        for file in course.files().iter().chain(&from_disk.files) {
            let known = match course.problems().iter().find(|p| p.place.path == file.path) {
                Some(why) => KnownFile { sound: None, broken: Some((file.clone(), why.clone())) },
                None => KnownFile { sound: Some(file.clone()), broken: None },
            };
            files.insert(file.path.clone(), known);
        }
        Self { root: root.to_owned(), files, unread: unread(&files::folder(root).unwrap_or_default()) }
    }

    /// Reads what has changed; `None` where nothing has, or the folder cannot be listed just now.
    pub fn reread(&mut self) -> Option<CourseUpdate> {
        let found = files::folder(&self.root).ok()?;
        let unread = unread(&found);
        let changed = self.learn(&found.files, &closed(&found));
        if changed.is_empty() && unread == self.unread {
            return None;
        }
        self.unread = unread;
        Some(self.update(found, changed))
    }

    /// Takes note of the files. The paths of those that are not as they were.
    fn learn(&mut self, files: &[File], closed: &[String]) -> Vec<String> {
        let there: HashSet<&str> =
            files.iter().map(|f| f.path.as_str()).chain(closed.iter().map(String::as_str)).collect();
        let mut changed: Vec<String> =
            self.files.keys().filter(|path| !there.contains(path.as_str())).cloned().collect();
        changed.sort_unstable();
        self.files.retain(|path, _| there.contains(path.as_str()));
        for file in files {
            let known = self.files.entry(file.path.clone()).or_default();
            if known.text() == Some(&*file.text) {
                continue;
            }
            changed.push(file.path.clone());
            match why_unreadable(file) {
                Some(why) => known.broken = Some((file.clone(), why)),
                None => *known = KnownFile { sound: Some(file.clone()), broken: None },
            }
        }
        changed
    }

    fn update(&self, mut found: Found, changed: Vec<String>) -> CourseUpdate {
        for file in &mut found.files {
            if let Some(KnownFile { sound: Some(sound), broken: Some(_) }) = self.files.get(&file.path) {
                *file = sound.clone();
            }
        }
        let as_it_was = |path: &String| self.files.get(path)?.sound.clone();
        found.files.extend(closed(&found).iter().filter_map(as_it_was));
        let root = self.root.clone();
        let mut errors = self.broken();
        match Course::from_found(&self.root, found) {
            Ok(course) => {
                errors.extend(course.problems().iter().filter(|p| !is_among(&self.broken(), p)).cloned());
                CourseUpdate { root, course: Some(Arc::new(course)), errors, changed }
            }
            Err(why) => {
                errors.push(Finding::error("file", Location::file(&named_path(&self.root)), why.to_string()));
                CourseUpdate { root, course: None, errors, changed }
            }
        }
    }

    /// What is wrong with the files that cannot be read any more.
    #[must_use]
    pub fn broken(&self) -> Vec<Finding> {
        let mut broken: Vec<Finding> = self.files.values().filter_map(|f| Some(f.broken.as_ref()?.1.clone())).collect();
        broken.sort_by(|a, b| a.place.path.cmp(&b.place.path));
        broken
    }
}

/// Everything that is wrong in a course: first the files that are `broken`, then what `check` finds and what `more` does.
#[must_use]
pub fn errors(course: &Course, broken: Vec<Finding>, more: impl Fn(&Course) -> Vec<Finding>) -> Vec<Finding> {
    let paths: HashSet<String> = broken.iter().map(|e| e.place.path.clone()).collect();
    // What is found in the text before the last has no place in the file any more.
    let stands = |f: &Finding| f.severity == Severity::Error && !paths.contains(&f.place.path);
    broken.into_iter().chain(check(course).into_iter().chain(more(course)).filter(stands)).collect()
}

/// The paths of files that could not be read at all; one in Markdown stands for a lesson and its bank.
fn closed(found: &Found) -> Vec<String> {
    let written = found.slips.iter().map(|slip| &slip.place.path);
    let both = written.flat_map(|path| [path.clone(), path.replacen("lessons/", "quizzes/", 1)]);
    found.unreadable.iter().map(|it| it.path.clone()).chain(both).collect()
}

/// What is wrong with them, so that another error in the same file is something new.
fn unread(found: &Found) -> Vec<String> {
    let slips = found.slips.iter().map(|slip| format!("{}: {}", slip.place, slip.message));
    found.unreadable.iter().map(|it| format!("{}: {}", it.path, it.why)).chain(slips).collect()
}

fn is_among(findings: &[Finding], one: &Finding) -> bool {
    findings.iter().any(|f| f.place.path == one.place.path)
}

/// Why a file is not what its place says it is.
fn why_unreadable(file: &File) -> Option<Finding> {
    let path = file.path.as_str();
    let is = |list: SharedList| path == list.path();
    let result = match path.rsplit_once('/').map_or("", |(folder, _)| folder) {
        "lessons" => read_file::<Lesson>(file).map(drop),
        "quizzes" => read_file::<Bank>(file).map(drop),
        "quizzes/scenarios" => read_file::<Scenario>(file).map(drop),
        _ if path == "assets/course.ron" => read_file::<About>(file).map(drop),
        _ if is(SharedList::References) => read_file::<Vec<Reference>>(file).map(drop),
        _ if is(SharedList::Schemes) => read_file::<Vec<Scheme>>(file).map(drop),
        _ if is(SharedList::Cases) => read_file::<Vec<Case>>(file).map(drop),
        _ => Ok(()),
    };
    result.err().map(|why| *why)
}

#[cfg(test)]
mod tests;
