//! `ninetracks export --progress` and `import --progress`: progress that travels between computers.

use std::io::{BufReader, Write as _};
use std::path::Path;

use anyhow::Context as _;
use serde_json::json;

use super::{Ended, environment, forget, output, settings_desk, write_file};
use crate::cli::{ExportArgs, Global, ImportArgs};
use crate::course::model::text::named_path;
use crate::store::{ExportScope, MergeOptions, Merged, ProgressFile};

/// # Errors
/// When progress cannot be read, or the file not be written.
pub(super) fn export(global: &Global, args: &ExportArgs) -> anyhow::Result<Ended> {
    let course = environment::course(global)?;
    let store = environment::store(global, &course)?;
    let scope = if args.everyone { ExportScope::Everyone } else { ExportScope::OwnProfile };
    let file = store.progress_file(scope)?;
    if file.names().is_empty() {
        anyhow::bail!("there is no progress of the profile {} yet", global.profile);
    }
    let mut bytes = Vec::new();
    file.write(&mut bytes, environment::clock().now)?;
    let text = String::from_utf8(bytes).context("the file would not be text")?;
    match &args.out {
        Some(out) => write_file::write(out, &text, args.force, "--out")?,
        None => output::document(&text)?,
    }
    output::note(format_args!("{} entries of {}", file.events(), file.names().join(", ")));
    Ok(Ended::Done)
}

/// # Errors
/// When a file cannot be read, it is not clear whose it is, or it cannot be saved.
pub(super) fn import(global: &Global, args: &ImportArgs) -> anyhow::Result<Ended> {
    let course = environment::course(global)?;
    let mut store = environment::store(global, &course)?;
    let clock = environment::clock();
    let scheduling = settings_desk::load_and_tell(global).settings.review_rules().scheduling;
    for path in &args.files {
        let named = named_path(path);
        let file = read(path).with_context(|| format!("{named} was not brought in"))?;
        let options = MergeOptions { into: args.into_profile.clone(), scheduling: scheduling.clone(), commit: false };
        let told = || format!("{named} was not brought in");
        let planned = store.merge(&file, &options, clock.now).with_context(told)?;
        if args.dry_run {
            tell(&named, &planned, args)?;
            continue;
        }
        let goes = format!(
            "{} entries here were forgotten where {named} comes from, and will be erased here too.",
            planned.erased
        );
        if planned.erased > 0 && !args.yes && !forget::is_confirmed(&goes)? {
            output::note("ninetracks: nothing was changed");
            return Ok(Ended::Failed);
        }
        if planned.new > 0 {
            store.keep_before(clock.today().date())?;
        }
        let options = MergeOptions { commit: true, ..options };
        let merged = store.merge(&file, &options, clock.now).with_context(told)?;
        tell(&named, &merged, args)?;
    }
    Ok(Ended::Done)
}

fn read(path: &Path) -> anyhow::Result<ProgressFile> {
    let found = std::fs::metadata(path).context("it cannot be opened")?;
    if !found.is_file() {
        anyhow::bail!("it is not a file");
    }
    let opened = std::fs::File::open(path).context("it cannot be opened")?;
    Ok(ProgressFile::read(&mut BufReader::new(opened))?)
}

fn tell(named: &str, it: &Merged, args: &ImportArgs) -> anyhow::Result<()> {
    if args.json {
        return Ok(output::json(&json!({
            "file": named, "new": it.new, "known": it.known, "left_out": it.left_out, "erased": it.erased,
            "rescheduled": it.rescheduled,
        }))?);
    }
    let mut out = output::results();
    let comes = if args.dry_run { "would be new" } else { "new" };
    writeln!(out, "{named}: {} entries {comes}, {} here already.", it.new, it.known)?;
    if it.rescheduled > 0 {
        writeln!(
            out,
            "{} reviews were made on both computers' cards; their intervals are computed anew.",
            it.rescheduled
        )?;
    }
    if it.left_out > 0 {
        writeln!(out, "{} entries were forgotten here and are left out.", it.left_out)?;
    }
    if it.erased > 0 {
        let verb = if args.dry_run { "would be" } else { "were" };
        writeln!(out, "{} entries {verb} erased here, because they were forgotten there.", it.erased)?;
    }
    for file in &it.files {
        writeln!(out, "Erased: {file}, a backup of the database.")?;
    }
    Ok(())
}
