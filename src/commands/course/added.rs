//! The folder of added courses: `courses/NAME` in the data folder, each as it came.

use std::fs;
use std::path::PathBuf;

use anyhow::bail;

use crate::cli::{AddArgs, Global, LONGEST_NAME};
use crate::commands::environment;
use crate::course::model::{About, Id};
use crate::course::suggestion::did_you_mean;
use crate::course::{builtin_id, read_about};

/// Name of the folder in the data folder.
const FOLDER: &str = "courses";

/// Where added courses are.
#[derive(Clone, Debug)]
pub(in crate::commands) struct AddedCourses {
    pub folder: PathBuf,
}

/// One of them.
#[derive(Clone, Debug)]
pub(in crate::commands) struct AddedCourse {
    pub name: Id,
    pub place: PathBuf,
    /// `None` when its `assets/course.ron` cannot be read.
    pub about: Option<About>,
}

impl AddedCourses {
    /// # Errors
    /// When there is no data folder.
    pub(in crate::commands) fn of(global: &Global) -> anyhow::Result<Self> {
        Ok(Self { folder: environment::data_folder(global)?.join(FOLDER) })
    }

    /// Their names, sorted; no file of a course is opened.
    pub(in crate::commands) fn names(&self) -> Vec<Id> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let is_folder = |entry: &fs::DirEntry| entry.file_type().is_ok_and(|kind| kind.is_dir());
        let named = |entry: fs::DirEntry| Some(entry.file_name().into_string().ok()?).filter(|n| !n.starts_with('.'));
        let mut names: Vec<Id> =
            entries.filter(is_folder).filter_map(named).filter_map(|name| Id::new(name).ok()).collect();
        names.sort();
        names
    }

    pub(super) fn place(&self, name: &Id) -> Option<PathBuf> {
        Some(self.folder.join(name.as_str())).filter(|place| !name.as_str().starts_with('.') && place.is_dir())
    }

    pub(in crate::commands) fn all(&self) -> Vec<AddedCourse> {
        let course = |name: Id| {
            let place = self.folder.join(name.as_str());
            AddedCourse { about: read_about(&place), place, name }
        };
        self.names().into_iter().map(course).collect()
    }

    /// # Errors
    /// Says which there are.
    pub(super) fn named(&self, name: &Id) -> anyhow::Result<AddedCourse> {
        let all = self.all();
        if let Some(course) = all.iter().find(|course| course.name == *name) {
            return Ok(course.clone());
        }
        let names: Vec<&str> = all.iter().map(|course| course.name.as_str()).collect();
        let known = if names.is_empty() { "none was added".to_owned() } else { names.join(", ") };
        bail!(
            "there is no added course `{name}`.{} Added courses: {known}",
            did_you_mean(name.as_str(), names.iter().copied())
        )
    }

    /// The name that a course of the id `id` is kept under: the one that was asked for, its id or, where that is the
    /// built-in course's, its id and a number.
    pub(super) fn name_for(&self, id: &Id, args: &AddArgs) -> anyhow::Result<Id> {
        if let Some(name) = &args.name {
            return match self.place(name) {
                Some(_) if !args.replace => bail!(
                    "{name} is there already. Put this course in its place with --replace, or choose another --name"
                ),
                _ => Ok(name.clone()),
            };
        }
        let same: Vec<AddedCourse> =
            self.all().into_iter().filter(|it| it.about.as_ref().is_some_and(|about| about.id == *id)).collect();
        match &same[..] {
            [] => Ok(self.free(id)),
            [one] if args.replace => Ok(one.name.clone()),
            [one, ..] if !args.replace => {
                let version =
                    one.about.as_ref().map_or_else(String::new, |about| format!(", version {}", about.version));
                bail!(
                    "a course with the id {id} is there already, as {}{version}. Put this one in its place with --replace (progress is kept), or keep both with --name NAME",
                    one.name
                )
            }
            _ => bail!("several added courses have the id {id}: say with --name which is replaced"),
        }
    }

    /// Its id, cut, or with a number.
    fn free(&self, id: &Id) -> Id {
        let stem: String = id.as_str().trim_start_matches('.').chars().take(LONGEST_NAME).collect();
        let numbered = (2..).map(|n| format!("{stem}-{n}"));
        let is_free = |name: &Id| self.place(name).is_none() && builtin_id() != Some(name);
        let names = std::iter::once(stem.clone()).chain(numbered).filter_map(|name| Id::new(name).ok());
        names.into_iter().find(is_free).unwrap_or_else(|| id.clone())
    }
}

/// The id that progress in an added course is kept under: its own where it has its own name, so that it is the same
/// whether it was added or is opened from its folder.
pub(super) fn progress(name: &Id, id: &Id) -> Id {
    if name == id && builtin_id() != Some(id) { id.clone() } else { progress_id(name) }
}

/// The id for a course that is kept under another name than its own.
pub(super) fn progress_id(name: &Id) -> Id {
    Id::new(format!("{name}.added")).unwrap_or_else(|_| name.clone())
}
