//! `ninetracks paths`: where things are kept.

use super::{Ended, session};
use crate::cli::Global;
use crate::store::FILE;

/// # Errors
/// When there is no home folder.
pub fn run(global: &Global) -> anyhow::Result<Ended> {
    let data = session::data_folder(global)?;
    let there = |path: &std::path::Path| if path.exists() { "" } else { "  (not there yet)" };
    let database = data.join(FILE);
    println!("data      {}{}", data.display(), there(&data));
    println!("progress  {}{}", database.display(), there(&database));
    println!("profile   {}", global.profile);
    match &global.course {
        Some(folder) => println!("course    {}", folder.display()),
        None => println!("course    built in"),
    }
    Ok(Ended::Done)
}
