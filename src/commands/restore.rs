//! `ninetracks restore`: the backups of the last days, and going back to one.

use std::io::Write as _;

use serde_json::json;

use super::{Ended, environment, forget, output};
use crate::cli::{Global, RestoreArgs};
use crate::course::model::text::named_path;
use crate::course::wording::count;
use crate::store::{Backup, Store, StoreErrorKind, backups, set_aside};

/// # Errors
/// When there is no such backup, or it cannot be restored.
pub(super) fn run(global: &Global, args: &RestoreArgs) -> anyhow::Result<Ended> {
    let folder = environment::data_folder(global)?;
    let all = if folder.is_dir() { backups(&folder)? } else { Vec::new() };
    let Some(date) = args.date else { return list(&all, args.json) };
    let Some(backup) = all.iter().find(|backup| backup.date == date) else {
        let known: Vec<String> = all.iter().map(|backup| backup.date.to_string()).collect();
        let known =
            if known.is_empty() { "there are none".to_owned() } else { format!("there are {}", known.join(", ")) };
        anyhow::bail!("there is no backup of {date}: {known}");
    };
    let goes = format!(
        "Progress of every profile goes back to {date}, with {}. What is there now is kept beside it.",
        count(usize::try_from(backup.events).unwrap_or(usize::MAX), "entry")
    );
    if !args.yes && !forget::is_confirmed(&goes)? {
        output::note("ninetracks: nothing was changed");
        return Ok(Ended::Failed);
    }
    let course = environment::course(global)?;
    let today = environment::clock().today().date();
    let opened = || Store::open(&folder, environment::learner(global, &course));
    let mut store = match opened() {
        // A damaged file is set aside first, as the app does.
        Err(error) if error.kind() == StoreErrorKind::Damaged => {
            set_aside(&folder, today)?;
            opened()?
        }
        done => done?,
    };
    let kept = store.restore(backup, today)?;
    let mut out = output::results();
    writeln!(out, "Restored: progress as of {date}.")?;
    writeln!(out, "What was there before is kept in {}.", named_path(&kept))?;
    Ok(Ended::Done)
}

fn list(all: &[Backup], as_json: bool) -> anyhow::Result<Ended> {
    if as_json {
        let object = |it: &Backup| json!({ "date": it.date, "events": it.events, "file": named_path(&it.place) });
        output::json(&all.iter().map(object).collect::<Vec<_>>())?;
        return Ok(Ended::Done);
    }
    let mut out = output::results();
    for it in all {
        writeln!(out, "{}  {} entries", it.date, it.events)?;
    }
    output::note(if all.is_empty() {
        "ninetracks: there are no backups yet. One is made each day on which something was saved"
    } else {
        "`ninetracks restore DATE` goes back to one"
    });
    Ok(Ended::Done)
}
