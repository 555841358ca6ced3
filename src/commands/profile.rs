//! `ninetracks profile`: who learns here, and other names for them.

use std::io::Write as _;

use serde_json::json;

use super::{Ended, environment, output, settings_desk};
use crate::cli::{Global, ProfileCommand};
use crate::course::suggestion::did_you_mean;
use crate::store::{Profile, Store, StoreError};
use crate::study::settings::with_profile_renamed;

/// # Errors
/// When progress cannot be read or written, or the names are wrong.
pub(super) fn run(global: &Global, what: &ProfileCommand) -> anyhow::Result<Ended> {
    let course = environment::course(global)?;
    let mut store = environment::store(global, &course)?;
    match what {
        ProfileCommand::List { json } => list(&store, *json)?,
        ProfileCommand::Rename { old, new } => {
            store.rename_profile(old, new).map_err(with_suggestion)?;
            writeln!(output::results(), "The profile {old} is now {new}.")?;
            settings_desk::edit(global, |path, text| with_profile_renamed(path, text, (old, new)));
        }
    }
    Ok(Ended::Done)
}

/// The error, and which profile may have been meant.
pub(super) fn with_suggestion(error: StoreError) -> anyhow::Error {
    match &error {
        StoreError::NoProfile { name, known } => {
            anyhow::anyhow!("{error}.{}", did_you_mean(name, known.iter().map(String::as_str)))
        }
        _ => error.into(),
    }
}

fn list(store: &Store, as_json: bool) -> anyhow::Result<()> {
    let profiles = store.all_profiles()?;
    let mut out = output::results();
    if as_json {
        let object = |p: &Profile| json!({ "id": p.id, "name": p.name, "events": p.events, "newest": p.newest });
        output::json(&profiles.iter().map(object).collect::<Vec<_>>())?;
        return Ok(());
    }
    if profiles.is_empty() {
        output::note("ninetracks: there are no profiles yet. `ninetracks --profile NAME` starts one");
    }
    for it in profiles {
        let newest = it.newest.map(|at| format!(", the last on {}", at.strftime("%Y-%m-%d"))).unwrap_or_default();
        writeln!(out, "{}  {} entries{newest}", it.name, it.events)?;
    }
    Ok(())
}
