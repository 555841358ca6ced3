//! `ninetracks forget`: erases for good, after asking.

use std::io::{BufRead as _, Write as _};

use super::profile::with_suggestion;
use super::{Ended, environment, output, settings_desk};
use crate::cli::{Forget, ForgetArgs, Global};
use crate::store::{Erased, Forgettable};
use crate::study::settings::without_profile;

/// # Errors
/// When there is no such thing, or it cannot be erased.
pub(super) fn run(global: &Global, args: &ForgetArgs) -> anyhow::Result<Ended> {
    let (what, goes) = what(&args.what);
    let goes = format!("This permanently erases {goes}. Backups of the database made by ninetracks are erased too.");
    if !args.yes && !is_confirmed(&goes)? {
        output::note("ninetracks: nothing was changed");
        return Ok(Ended::Failed);
    }
    let course = environment::course(global)?;
    let mut store = environment::store(global, &course)?;
    let erased = store.forget(&what, environment::clock().now).map_err(with_suggestion)?;
    tell(&erased)?;
    if let Forgettable::Profile(name) = &what {
        settings_desk::edit(global, |path, text| without_profile(path, text, name));
    }
    Ok(Ended::Done)
}

/// What is forgotten, and how that is said.
fn what(wanted: &Forget) -> (Forgettable, String) {
    match wanted {
        Forget::Profile { name } => (
            Forgettable::Profile(name.clone()),
            format!("everything the profile {name} did in any course, its settings, and its name in class records"),
        ),
        Forget::Drill { number } => {
            (Forgettable::Drill(*number), format!("drill {number} and everything entered in it"))
        }
        Forget::Pupil { name } => {
            (Forgettable::Pupil(name.clone()), format!("the sheets of {name}, and the name in drills and saved teams"))
        }
        Forget::Class { name } => (
            Forgettable::Class(name.clone()),
            format!("the class {name} with its sheets, its people's names in drills, and teams saved as {name}"),
        ),
    }
}

/// Says what will be done, and whether the person wants it.
pub(super) fn is_confirmed(goes: &str) -> anyhow::Result<bool> {
    let mut out = output::talk();
    writeln!(out, "{goes}")?;
    write!(out, "Type yes to continue: ")?;
    out.flush()?;
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    Ok(line.trim().eq_ignore_ascii_case("yes"))
}

fn tell(erased: &Erased) -> std::io::Result<()> {
    let mut out = output::results();
    writeln!(out, "{}", erased.words())?;
    for file in &erased.files {
        writeln!(out, "Erased: {file}, a backup of the database.")?;
    }
    writeln!(out, "Reports and sheets that you saved elsewhere are not erased; delete them yourself.")
}
