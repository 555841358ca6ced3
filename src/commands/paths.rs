//! `ninetracks paths`: where things are kept.

use std::io::Write as _;

use super::{Ended, environment, output};
use crate::cli::Global;
use crate::course::Course;
use crate::course::model::text::named_path;
use crate::store::FILE;

/// # Errors
/// When there is no home folder.
pub(super) fn run(global: &Global) -> anyhow::Result<Ended> {
    let data = environment::data_folder(global)?;
    let there = |path: &std::path::Path| if path.exists() { "" } else { "  (not there yet)" };
    let database = data.join(FILE);
    let mut out = output::results();
    writeln!(out, "data      {}{}", named_path(&data), there(&data))?;
    writeln!(out, "progress  {}{}", named_path(&database), there(&database))?;
    writeln!(out, "profile   {}", global.profile)?;
    match &global.course {
        Some(folder) => writeln!(out, "course    {}", named_path(folder)),
        None => writeln!(out, "course    built in"),
    }?;
    if let Some(course) = environment::course(global).ok().filter(Course::claims_builtin_id) {
        writeln!(
            out,
            "          it has the built-in course's id: its progress is kept separately, as {}",
            course.progress_id()
        )?;
    }
    Ok(Ended::Done)
}
