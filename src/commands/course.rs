//! `ninetracks course`: courses of others, copied into the data folder and opened by name.

mod added;
mod catalogue;
mod unzip;

use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use serde_json::{Value, json};

use added::AddedCourse;
pub(super) use added::AddedCourses;
pub(super) use catalogue::Catalogue;

use super::check::findings;
use super::staging::{self, Staging};
use super::{Ended, environment, output};
use crate::cli::{AddArgs, CourseCommand, Global};
use crate::course::finding::{Finding, Severity};
use crate::course::model::Id;
use crate::course::model::text::named_path;
use crate::course::wording::count;
use crate::course::{Course, OpenError};

/// Most errors of a course that are told when it is not taken; `check` tells all.
const MOST_TOLD: usize = 5;

/// # Errors
/// When there is no such course, or its folder cannot be read or written.
pub(super) fn run(global: &Global, what: &CourseCommand) -> anyhow::Result<Ended> {
    let added = AddedCourses::of(global)?;
    match what {
        CourseCommand::Add(args) => add(&added, args),
        CourseCommand::List { json: true } => {
            output::json(&added.all().iter().map(as_value).collect::<Vec<_>>())?;
            Ok(Ended::Done)
        }
        CourseCommand::List { json: false } => list(&added),
        CourseCommand::Remove { name } => {
            let course = added.named(name)?;
            staging::remove(&course.place)
                .with_context(|| format!("{} cannot be removed", named_path(&course.place)))?;
            writeln!(
                output::results(),
                "Removed: {name}. What was learnt in it is kept, and is there again when it is added again."
            )?;
            Ok(Ended::Done)
        }
    }
}

/// A course that was added.
pub(super) struct CourseAddition {
    pub name: Id,
    id: Id,
    pub title: String,
    pub files: usize,
}

fn add(added: &AddedCourses, args: &AddArgs) -> anyhow::Result<Ended> {
    let CourseAddition { name, id, title, files } = add_course(added, args)?;
    let mut out = output::results();
    let files = count(files, "file");
    writeln!(out, "Added: {title} ({files}), as {name}. Open it with: ninetracks --course {name}")?;
    if name != id {
        let progress = added::progress_id(&name);
        writeln!(out, "Its id is {id}, which is another course's here; progress in it is kept apart, as {progress}.")?;
    }
    Ok(Ended::Done)
}

/// Copies a course, looks at the copy, and only then gives it its name: whoever stops this meanwhile has the courses of
/// before.
///
/// # Errors
/// When it is no course, has errors, or there is one of its name.
pub(super) fn add_course(added: &AddedCourses, args: &AddArgs) -> anyhow::Result<CourseAddition> {
    let source = named_path(&args.source);
    let staging = Staging::beside(&added.folder)?;
    let copied = if args.source.is_dir() { staging.copy(&args.source) } else { unzip::into(&staging, &args.source) };
    let files = copied.with_context(|| format!("{source} was not added"))?;
    let course = Course::open(staging.place())
        .map_err(|why| anyhow::anyhow!("{}", why.to_string().replace(&named_path(staging.place()), &source)))?;
    if let Some(why) = why_not(&course) {
        bail!("{source} was not added: {why}");
    }
    let (id, title) = (course.about().id.clone(), course.about().title.to_string());
    let name = added.name_for(&id, args)?;
    staging.put(&added.folder.join(name.as_str()), args.replace)?;
    Ok(CourseAddition { name, id, title, files })
}

/// The errors of a course that cannot be used as it is.
fn why_not(course: &Course) -> Option<String> {
    let is_error = |finding: &Finding| finding.severity == Severity::Error;
    let errors: Vec<Finding> = findings(course).into_iter().filter(is_error).collect();
    let told = |finding: &Finding| format!("\n  {}: {} ({})", finding.place, finding.message, finding.help);
    let more = errors.len().saturating_sub(MOST_TOLD);
    let more = if more > 0 { format!("\n  and {more} more") } else { String::new() };
    let all: String = errors.iter().take(MOST_TOLD).map(told).collect();
    (!errors.is_empty()).then(|| format!("it has {}{all}{more}", count(errors.len(), "error")))
}

fn list(added: &AddedCourses) -> anyhow::Result<Ended> {
    let all = added.all();
    let mut out = output::results();
    if all.is_empty() {
        output::note("No course was added. `ninetracks course add FOLDER` or a .zip takes one.");
    }
    for course in &all {
        match &course.about {
            Some(about) => {
                writeln!(out, "{}  {}, version {} ({})", course.name, about.title, about.version, about.licence)?;
            }
            None => writeln!(
                out,
                "{}  its assets/course.ron cannot be read: ninetracks check {}",
                course.name,
                named_path(&course.place)
            )?,
        }
    }
    Ok(Ended::Done)
}

fn as_value(course: &AddedCourse) -> Value {
    json!({
        "name": course.name,
        "id": course.about.as_ref().map(|about| &about.id),
        "title": course.about.as_ref().map(|about| &about.title),
        "version": course.about.as_ref().map(|about| &about.version),
        "licence": course.about.as_ref().map(|about| &about.licence),
        "progress": course.about.as_ref().map(|about| added::progress(&course.name, &about.id)),
        "folder": named_path(&course.place),
    })
}

/// What `--course` leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CourseChoice {
    BuiltIn,
    Folder(PathBuf),
    Added { name: Id, place: PathBuf },
}

impl CourseChoice {
    /// What the options say. A folder of the name comes first; a name that is neither is a folder that is not there.
    pub(super) fn of(global: &Global) -> Self {
        global.course.as_deref().map_or(Self::BuiltIn, |given| Self::of_path(global, given))
    }

    /// The same for a folder or a name that was given otherwise.
    pub(super) fn of_path(global: &Global, given: &Path) -> Self {
        let as_name = given.to_str().and_then(|name| Id::new(name).ok()).filter(|_| !given.exists());
        let added = as_name.and_then(|name| {
            let place = AddedCourses::of(global).ok()?.place(&name)?;
            Some(Self::Added { name, place })
        });
        added.unwrap_or_else(|| Self::Folder(given.to_owned()))
    }

    /// Where its files are; the built-in course has none.
    pub(super) fn folder(&self) -> Option<&Path> {
        match self {
            Self::BuiltIn => None,
            Self::Folder(folder) => Some(folder),
            Self::Added { place, .. } => Some(place),
        }
    }

    /// Opens it, with what is kept of a large one.
    pub(super) fn opened(&self, global: &Global) -> anyhow::Result<Course> {
        self.open_with(global, |folder| match environment::cache_folder() {
            Some(cache) => Course::open_kept(folder, &cache),
            None => Course::open(folder),
        })
    }

    /// Opens it with `open`, a folder's way of opening.
    pub(super) fn open_with(
        &self,
        global: &Global,
        open: impl FnOnce(&Path) -> Result<Course, OpenError>,
    ) -> anyhow::Result<Course> {
        match self {
            Self::BuiltIn => Ok(Course::builtin()?),
            Self::Folder(folder) if !folder.exists() => match meant(global, folder) {
                Some(why) => bail!(why),
                None => Ok(open(folder)?),
            },
            Self::Folder(folder) => Ok(open(folder)?),
            Self::Added { name, place } => {
                let course = open(place)?;
                let progress = added::progress(name, &course.about().id);
                Ok(course.with_progress_id(progress))
            }
        }
    }
}

/// What to do where a word is neither a folder nor the name of an added course.
fn meant(global: &Global, given: &Path) -> Option<String> {
    let name = given.to_str().filter(|name| !name.contains(['/', '\\']))?;
    let names = AddedCourses::of(global).ok()?.names();
    if names.is_empty() {
        return None;
    }
    let named = named_path(given);
    let meant = crate::course::suggestion::did_you_mean(name, names.iter().map(Id::as_str));
    let all = names.iter().map(Id::as_str).collect::<Vec<_>>().join(", ");
    Some(format!("there is no folder `{named}` here and no added course of this name.{meant} Added courses: {all}"))
}
