//! `ninetracks import`: questions and cards of other programs become files of a course.

mod folder;
mod history;

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, bail};
use serde_json::json;

use self::folder::ImportFolder;
use super::{Ended, output, progress_file};
use crate::cli::{Global, ImportArgs};
use crate::course::model::text::named_path;
use crate::course::wording::count;
use crate::exchange::{Fidelity, Format, ImportedItems, NamedColumns, import_columns};

/// Most bytes of a file that is read.
const LARGEST: u64 = 256 << 20;

/// # Errors
/// When nothing of any file could be read, or the folder not be written.
pub(super) fn run(global: &Global, args: &ImportArgs) -> anyhow::Result<Ended> {
    if args.progress {
        return progress_file::import(global, args);
    }
    let there = ImportFolder::look(&args.into)?;
    let (mut all, mut unread) = (Vec::new(), Vec::new());
    for file in &args.files {
        match read(file, args.format, args.columns.as_ref()) {
            Ok(imported) => all.push((name_of(file), imported)),
            Err(why) => unread.push(format!("{}: {why:#}", named_path(file))),
        }
    }
    unread.iter().for_each(output::note);
    let written = there.files(&mut all);
    if all.iter().all(|(_, imported)| imported.banks.is_empty() && imported.notes.is_empty()) {
        tell(&all, args.json)?;
        bail!("nothing was imported: no item of these files could be read");
    }
    if !args.dry_run {
        there.write(&written)?;
    }
    tell(&all, args.json)?;
    if !args.json {
        tell_end(args, written.len())?;
    }
    if args.history && !args.dry_run {
        history::take_over(global, &args.into, &all)?;
    }
    let is_loss = !unread.is_empty() || all.iter().any(|(_, imported)| imported.fidelity.is_loss());
    Ok(if args.strict && is_loss { Ended::Failed } else { Ended::Done })
}

/// What one file brings into a folder, and in how many files; with `writes` they are written.
///
/// # Errors
/// When nothing of it can be read, or the folder not be written.
pub(super) fn one_file(file: &Path, place: &Path, writes: bool) -> anyhow::Result<(Fidelity, usize)> {
    let there = ImportFolder::look(place)?;
    let mut all = vec![(name_of(file), read(file, None, None)?)];
    let files = there.files(&mut all);
    let fidelity = all.remove(0).1.fidelity;
    if files.len() < 2 {
        let why: Vec<String> = fidelity.lines("").take(3).collect();
        bail!("nothing of it could be read. {}", why.join(" "));
    }
    if writes {
        there.write(&files)?;
    }
    Ok((fidelity, files.len()))
}

fn tell_end(args: &ImportArgs, files: usize) -> anyhow::Result<()> {
    let mut out = output::results();
    let verb = if args.dry_run { "would be written" } else { "written" };
    writeln!(out, "{} {verb} to {}", count(files, "file"), named_path(&args.into))?;
    if !args.dry_run {
        writeln!(out, "Play it with: ninetracks --course {}", named_path(&args.into))?;
    }
    Ok(())
}

fn name_of(file: &Path) -> String {
    file.file_name().map_or_else(|| named_path(file), |name| name.to_string_lossy().into_owned())
}

fn read(file: &Path, format: Option<Format>, columns: Option<&NamedColumns>) -> anyhow::Result<ImportedItems> {
    let found = fs::metadata(file).context("it cannot be opened")?;
    if !found.is_file() {
        bail!("it is not a file");
    }
    if found.len() > LARGEST {
        bail!("it is larger than {} MB", LARGEST >> 20);
    }
    let bytes = fs::read(file).context("it cannot be read")?;
    let name = name_of(file);
    let known = || Format::readable().map(Format::id).collect::<Vec<_>>().join(", ");
    let Some(format) = format.or_else(|| Format::of_file(&name, &bytes)) else {
        bail!("its format cannot be told: name it with --format ({})", known());
    };
    let format = match (format, columns) {
        // Text with tabs may be either.
        (Format::AnkiText, Some(_)) => Format::Tsv,
        (Format::Csv | Format::Tsv | Format::Spreadsheet | Format::Kahoot, _) | (_, None) => format,
        (other, Some(_)) => bail!("--columns is for tables, and this is {}", other.name()),
    };
    import_columns(format, &name, &bytes, columns.cloned())
        .map_err(|why| anyhow::anyhow!("not read as {}: {why}", format.name()))
}

/// A sentence a file, and a line for each item that is not as it was.
fn tell(all: &[(String, ImportedItems)], as_json: bool) -> anyhow::Result<()> {
    if as_json {
        let files: Vec<_> = all.iter().map(|(name, i)| object(name, &i.fidelity)).collect();
        return Ok(output::json(&files)?);
    }
    let mut out = output::results();
    for (name, imported) in all {
        writeln!(out, "{name} ({}): {}", imported.fidelity.format.name(), imported.fidelity.summary())?;
        for line in imported.fidelity.lines(name) {
            writeln!(out, "  {line}")?;
        }
    }
    Ok(())
}

pub(super) fn object(name: &str, fidelity: &Fidelity) -> serde_json::Value {
    let [kept, changed, dropped] = fidelity.totals();
    json!({
        "file": name, "format": fidelity.format.id(), "kept": kept, "changed": changed, "dropped": dropped,
        "items": fidelity.items,
    })
}
