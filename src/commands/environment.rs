//! What most commands need: the course, where progress is, the time.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use etcetera::BaseStrategy;

use super::course::CourseChoice;
use super::{output, settings_desk, zone};
use crate::cli::Global;
use crate::course::Course;
use crate::course::model::Id;
use crate::course::model::text::named_path;
use crate::course::suggestion::{closest, did_you_mean};
use crate::store::{self, Learner, Store};
use crate::study::time::Clock;
use crate::ui::runner::now;

/// The course that the options name.
///
/// # Errors
/// When it cannot be opened at all.
pub(super) fn course(global: &Global) -> anyhow::Result<Course> {
    CourseChoice::of(global).opened(global)
}

/// The same, read from its files whatever is kept of it: to be looked through.
///
/// # Errors
/// When it cannot be opened at all.
pub(super) fn course_from_files(global: &Global) -> anyhow::Result<Course> {
    CourseChoice::of(global).open_with(global, Course::open)
}

/// The folder for what can be made again; `None` where there is no home.
pub(super) fn cache_folder() -> Option<PathBuf> {
    let folder = etcetera::choose_base_strategy().ok()?.cache_dir();
    folder.is_absolute().then(|| folder.join("ninetracks"))
}

/// The folder that progress is kept in.
///
/// # Errors
/// When there is no home folder.
pub(super) fn data_folder(global: &Global) -> anyhow::Result<PathBuf> {
    if let Some(folder) = &global.data {
        return Ok(folder.clone());
    }
    for variable in ["HOME", "XDG_DATA_HOME"] {
        let named = std::env::var_os(variable).map(PathBuf::from).filter(|p| !p.as_os_str().is_empty());
        if let Some(folder) = named.filter(|p| !p.is_absolute()) {
            anyhow::bail!(
                "{variable} is {}, which is not an absolute path: your progress would be kept in a different folder wherever you start \
                 ninetracks. Set {variable} to an absolute path, or choose a folder with --data DIR",
                named_path(&folder)
            );
        }
    }
    let base = etcetera::choose_base_strategy()
        .context("there is no home folder to keep your progress in: choose a folder with --data DIR")?;
    Ok(base.data_dir().join("ninetracks"))
}

/// Whose progress in which course.
#[must_use]
pub(super) fn learner(global: &Global, course: &Course) -> Learner {
    Learner { profile: global.profile.clone(), course: course.progress_id() }
}

/// The learner's progress.
///
/// # Errors
/// When it cannot be opened.
pub(super) fn store(global: &Global, course: &Course) -> anyhow::Result<Store> {
    let store = Store::open(&data_folder(global)?, learner(global, course))?;
    warn_of_a_new_profile(global, &store)?;
    Ok(store)
}

/// A profile that is not there is made when something is first saved for it; where another is called nearly so, that may
/// not be meant.
fn warn_of_a_new_profile(global: &Global, store: &Store) -> anyhow::Result<()> {
    if global.profile == "default" {
        return Ok(());
    }
    let names: Vec<String> = store.all_profiles()?.into_iter().map(|profile| profile.name).collect();
    if names.contains(&global.profile) {
        return Ok(());
    }
    if let Some(meant) = closest(&global.profile, names.iter().map(String::as_str)) {
        output::note(format_args!("ninetracks: there is no profile `{}` yet. Did you mean `{meant}`?", global.profile));
    }
    Ok(())
}

/// Copies the database once a day, when everything else is done. That it could not be copied is said, and hinders nothing.
pub(super) fn back_up(folder: &Path) {
    if let Err(why) = store::back_up(folder, clock().today().date()) {
        output::note(format_args!("ninetracks: no backup was made: {why}"));
    }
}

/// The time now, here.
#[must_use]
pub(super) fn clock() -> Clock {
    Clock::new(now(), zone::local())
}

/// The same with study days that begin when the learner has set.
#[must_use]
pub(super) fn study_clock(global: &Global) -> Clock {
    Clock { day_start: settings_desk::load(global).settings.day_start(), ..clock() }
}

/// The seed that was given, or one from the time.
#[must_use]
pub(super) fn seed(global: &Global) -> u64 {
    global.seed.unwrap_or_else(|| clock().new_seed())
}

/// The lesson a learner named by number or id.
///
/// # Errors
/// Says which lessons there are.
pub(super) fn lesson(course: &Course, named: &str) -> anyhow::Result<Id> {
    let by_number = named.parse::<usize>().ok().and_then(|n| course.outlines().get(n.checked_sub(1)?));
    let found = by_number.or_else(|| course.outlines().iter().find(|o| o.id.as_str() == named));
    let named_as = crate::course::model::text::in_one_line(named);
    let known = || {
        course.outlines().iter().enumerate().map(|(i, o)| format!("{} {}", i + 1, o.id)).collect::<Vec<_>>().join(", ")
    };
    found.map(|o| o.id.clone()).with_context(|| {
        let meant = did_you_mean(named, course.outlines().iter().map(|o| o.id.as_str()));
        format!("there is no lesson `{named_as}`.{meant} The lessons are: {}", known())
    })
}

/// Lessons named by number or id, in the course's order and each once, so that the same choice is the same in the log.
///
/// # Errors
/// Says which lessons there are.
pub(super) fn lessons(course: &Course, named: &[String]) -> anyhow::Result<Vec<Id>> {
    let named = named.iter().map(|l| l.trim()).filter(|l| !l.is_empty());
    let mut lessons: Vec<Id> = named.map(|l| lesson(course, l)).collect::<anyhow::Result<_>>()?;
    lessons.sort_by_key(|l| course.position(l));
    lessons.dedup();
    Ok(lessons)
}

/// Whether the activity is to be lines. The first line on standard error then says so, and what made it so.
#[must_use]
pub(super) fn chooses_lines(global: &Global) -> bool {
    announces_lines(
        global,
        " At a prompt, ? and a word look it up; ! and a note flag the last question for its author.",
    )
}

/// The same for a drill, where nothing can be looked up.
#[must_use]
pub(super) fn chooses_lines_for_a_class(global: &Global) -> bool {
    announces_lines(global, "")
}

fn announces_lines(global: &Global, and: &str) -> bool {
    let reason = lines_because(global);
    if let Some(why) = &reason {
        output::note(format_args!("ninetracks: plain lines instead of screens, because {why}.{and}"));
    }
    reason.is_some()
}

/// What makes the activity lines; `None` where screens are drawn.
#[must_use]
pub(super) fn lines_because(global: &Global) -> Option<String> {
    if global.plain {
        return Some("of --plain".to_owned());
    }
    if global.keys.is_some() {
        return None;
    }
    if !std::io::stdout().is_terminal() {
        return Some("standard output is no terminal".to_owned());
    }
    if !cfg!(unix) {
        return None;
    }
    // A terminal that says of itself that it can only print lines; one that says nothing is taken for such.
    match std::env::var("TERM") {
        Ok(term) if term == "dumb" => Some("TERM is dumb".to_owned()),
        Ok(term) if !term.is_empty() => None,
        _ => Some("TERM is not set".to_owned()),
    }
}
