//! `ninetracks import`: questions and cards of other programs become files of a course.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use serde_json::json;

use super::{Ended, output, progress_file};
use crate::cli::{Global, ImportArgs};
use crate::course::Course;
use crate::course::model::text::named_path;
use crate::course::model::{Bank, Id};
use crate::course::wording::count;
use crate::exchange::{Fidelity, Format, ImportedItems, Transfer, course_files, import};
use crate::store::whole_file;

/// Most bytes of a file that is read.
const LARGEST: u64 = 64 << 20;

/// Where what asks nothing is kept.
const NOTES: &str = "notes.md";

/// # Errors
/// When nothing of any file could be read, or the folder not be written.
pub(super) fn run(global: &Global, args: &ImportArgs) -> anyhow::Result<Ended> {
    let Some(into) = &args.into else { return progress_file::import(global, args) };
    let there = Folder::look(into)?;
    let (mut all, mut unread) = (Vec::new(), Vec::new());
    for file in &args.files {
        match read(file, args.format) {
            Ok(imported) => all.push((name_of(file), imported)),
            Err(why) => unread.push(format!("{}: {why:#}", named_path(file))),
        }
    }
    unread.iter().for_each(output::note);
    let mut written = there.files(&mut all);
    if all.iter().all(|(_, imported)| imported.banks.is_empty() && imported.notes.is_empty()) {
        tell(&all, args.json)?;
        bail!("nothing was imported: no item of these files could be read");
    }
    let notes: Vec<&str> = all.iter().flat_map(|(_, i)| i.notes.iter().map(String::as_str)).collect();
    if !notes.is_empty() {
        written.push((there.free(NOTES), format!("{}\n", notes.join("\n\n"))));
    }
    if !args.dry_run {
        there.write(&written)?;
    }
    tell(&all, args.json)?;
    if !args.json {
        let mut out = output::results();
        let verb = if args.dry_run { "would be written" } else { "written" };
        writeln!(out, "{} {verb} to {}", count(written.len(), "file"), named_path(into))?;
        if !args.dry_run {
            writeln!(out, "Play it with: ninetracks --course {}", named_path(into))?;
        }
    }
    let is_loss = !unread.is_empty() || all.iter().any(|(_, imported)| imported.fidelity.is_loss());
    Ok(if args.strict && is_loss { Ended::Failed } else { Ended::Done })
}

fn name_of(file: &Path) -> String {
    file.file_name().map_or_else(|| named_path(file), |name| name.to_string_lossy().into_owned())
}

fn read(file: &Path, format: Option<Format>) -> anyhow::Result<ImportedItems> {
    let found = fs::metadata(file).context("it cannot be opened")?;
    if !found.is_file() {
        bail!("it is not a file");
    }
    if found.len() > LARGEST {
        bail!("it is larger than {} MB", LARGEST >> 20);
    }
    let bytes = fs::read(file).context("it cannot be read")?;
    let name = name_of(file);
    let known = || Format::ALL.map(Format::id).join(", ");
    let Some(format) = format.or_else(|| Format::of_file(&name, &bytes)) else {
        bail!("its format cannot be told: name it with --format ({})", known());
    };
    import(format, &name, &bytes).map_err(|why| anyhow::anyhow!("not read as {}: {why}", format.name()))
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

/// The folder that things are brought into.
struct Folder {
    place: PathBuf,
    /// Ids that the course there has already.
    ids: BTreeSet<String>,
    is_course: bool,
}

impl Folder {
    fn look(place: &Path) -> anyhow::Result<Self> {
        let is_course = place.join("assets/course.ron").exists();
        let is_empty = fs::read_dir(place).map_or(true, |mut all| all.next().is_none());
        if !is_course && !is_empty {
            bail!(
                "{} is not empty and not a course: choose a new folder, or one with assets/course.ron",
                named_path(place)
            );
        }
        let ids = if is_course { ids(&Course::open(place)?) } else { BTreeSet::new() };
        Ok(Self { place: place.to_owned(), ids, is_course })
    }

    /// The files that are to be written. What the course has already is left as it is, and said.
    fn files(&self, all: &mut [(String, ImportedItems)]) -> Vec<(PathBuf, String)> {
        let mut banks: Vec<Bank> = Vec::new();
        let mut taken = self.ids.clone();
        for (_, imported) in all.iter_mut() {
            for bank in imported.banks.clone() {
                let new = self.without_known(bank, &mut taken, &mut imported.fidelity);
                match banks.iter_mut().find(|b| b.lesson == new.lesson) {
                    Some(there) => {
                        there.cards.extend(new.cards);
                        there.questions.extend(new.questions);
                    }
                    None => banks.push(new),
                }
            }
        }
        banks.retain(|bank| !bank.cards.is_empty() || !bank.questions.is_empty());
        let mut files = Vec::new();
        for bank in &mut banks {
            let file = self.free(&format!("quizzes/{}.ron", bank.lesson));
            // A second bank of the same name is a bank of its own.
            if let Some(name) = file.file_stem().and_then(|s| s.to_str()).and_then(|s| Id::new(s).ok()) {
                bank.lesson = name;
            }
            files.push((file, course_files::bank(bank)));
        }
        if !self.is_course {
            let title =
                self.place.file_name().map_or_else(|| "Imported".to_owned(), |n| n.to_string_lossy().into_owned());
            let names: Vec<&str> = banks.iter().map(|b| b.lesson.as_str()).collect();
            files.push((self.place.join("assets/course.ron"), course_files::about(&id_of(&title), &title, &names)));
        }
        files
    }

    fn without_known(&self, mut bank: Bank, taken: &mut BTreeSet<String>, fidelity: &mut Fidelity) -> Bank {
        let mut known = 0;
        let mut is_new = |id: &Id| {
            let is_new = taken.insert(id.to_string());
            known += usize::from(!is_new);
            is_new
        };
        bank.cards.retain(|card| is_new(&card.id));
        bank.questions.retain(|question| is_new(&question.id));
        if known > 0 {
            let why = format!("{} of {} already in the course and left as they are", count(known, "item"), bank.lesson);
            let item = bank.lesson.to_string();
            fidelity.items.push(crate::exchange::ItemFate { at: None, item, fate: Transfer::Dropped(why) });
        }
        bank
    }

    /// A name in the folder that nothing has yet.
    fn free(&self, name: &str) -> PathBuf {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let numbered = (2..).map(|n| format!("{stem}-{n}.{ending}"));
        let mut names = std::iter::once(name.to_owned()).chain(numbered).map(|name| self.place.join(name));
        names.find(|place| !place.exists()).unwrap_or_else(|| self.place.join(name))
    }

    /// The course's own file last: until then there is no course, and a second try begins anew.
    fn write(&self, files: &[(PathBuf, String)]) -> anyhow::Result<()> {
        for (place, text) in files {
            if let Some(folder) = place.parent() {
                fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", named_path(folder)))?;
            }
            whole_file::write(place, text.as_bytes(), false)
                .with_context(|| format!("{} cannot be written", named_path(place)))?;
        }
        Ok(())
    }
}

fn ids(course: &Course) -> BTreeSet<String> {
    let of = |bank: &Bank| {
        let cards = bank.cards.iter().map(|c| c.id.to_string());
        cards.chain(bank.questions.iter().map(|q| q.id.to_string())).collect::<Vec<_>>()
    };
    course.banks().flat_map(of).collect()
}

/// Letters, digits and hyphens of the folder's name.
fn id_of(title: &str) -> String {
    let id: String = title.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let id = id.trim_matches('-');
    if id.is_empty() { "imported".to_owned() } else { id.chars().take(40).collect() }
}
