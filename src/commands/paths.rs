//! `ninetracks paths`: where things are kept.

use std::io::Write as _;

use super::{Ended, environment};
use crate::cli::Global;
use crate::store::FILE;

/// # Errors
/// When there is no home folder.
pub(super) fn run(global: &Global) -> anyhow::Result<Ended> {
    let data = environment::data_folder(global)?;
    let there = |path: &std::path::Path| if path.exists() { "" } else { "  (not there yet)" };
    let database = data.join(FILE);
    let mut out = std::io::stdout().lock();
    writeln!(out, "data      {}{}", data.display(), there(&data))?;
    writeln!(out, "progress  {}{}", database.display(), there(&database))?;
    writeln!(out, "profile   {}", global.profile)?;
    match &global.course {
        Some(folder) => writeln!(out, "course    {}", folder.display()),
        None => writeln!(out, "course    built in"),
    }?;
    Ok(Ended::Done)
}
