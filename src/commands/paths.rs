//! `ninetracks paths`: where things are kept, and where each setting comes from.

use std::io::Write as _;
use std::path::Path;

use serde_json::{Value, json};

use super::course::{AddedCourses, CourseChoice};
use super::settings::{object, sentence};
use super::settings_desk::SettingsDesk;
use super::{Ended, environment, output};
use crate::cli::Global;
use crate::course::Course;
use crate::course::model::text::named_path;
use crate::store::FILE;
use crate::study::settings::Setting;

/// # Errors
/// When there is no home folder.
pub(super) fn run(global: &Global, as_json: bool) -> anyhow::Result<Ended> {
    let data = environment::data_folder(global)?;
    let desk = SettingsDesk::new(global);
    if as_json {
        return print_json(global, &data, &desk);
    }
    let there = |path: &Path| if path.exists() { "" } else { "  (not there yet)" };
    let database = data.join(FILE);
    let mut out = output::results();
    writeln!(out, "data      {}{}", named_path(&data), there(&data))?;
    writeln!(out, "progress  {}{}", named_path(&database), there(&database))?;
    if let Some(file) = desk.file() {
        writeln!(out, "settings  {}{}", named_path(file), there(file))?;
    }
    writeln!(out, "profile   {}", global.profile)?;
    match CourseChoice::of(global).folder() {
        Some(folder) => writeln!(out, "course    {}", named_path(folder)),
        None => writeln!(out, "course    built in"),
    }?;
    let added = AddedCourses::of(global)?.folder;
    writeln!(out, "courses   {}{}", named_path(&added), there(&added))?;
    if let Some(course) = environment::course(global).ok().filter(Course::claims_builtin_id) {
        writeln!(
            out,
            "          it has the built-in course's id: its progress is kept separately, as {}",
            course.progress_id()
        )?;
    }
    let loaded = desk.load();
    super::settings_desk::tell_trouble(&loaded);
    writeln!(out)?;
    for setting in Setting::ALL {
        writeln!(out, "{}", sentence(&loaded.settings, setting))?;
    }
    Ok(Ended::Done)
}

fn print_json(global: &Global, data: &Path, desk: &SettingsDesk) -> anyhow::Result<Ended> {
    let loaded = desk.load();
    let settings: Vec<Value> = Setting::ALL.into_iter().map(|setting| object(&loaded.settings, setting)).collect();
    output::json(&json!({
        "data": named_path(data),
        "progress": named_path(&data.join(FILE)),
        "settings_file": desk.named(),
        "profile": global.profile,
        "course": CourseChoice::of(global).folder().map(named_path),
        "courses": named_path(&AddedCourses::of(global)?.folder),
        "settings": settings,
    }))?;
    Ok(Ended::Done)
}
