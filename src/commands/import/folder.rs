//! The folder that items are brought into.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use crate::course::Course;
use crate::course::model::text::named_path;
use crate::course::model::{Bank, Id};
use crate::course::wording::count;
use crate::exchange::{Fidelity, ImportedItems, ItemFate, MEDIA, Transfer, course_files};
use crate::store::whole_file;

/// Where what asks nothing is kept.
const NOTES: &str = "notes.md";

/// How the folder is called that files stand in until all are whole.
const UNFINISHED: &str = ".import-unfinished";

/// A file that is to come into the folder: its place there, and what it holds.
type NewFile = (PathBuf, Vec<u8>);

/// The folder that things are brought into.
pub(super) struct ImportFolder {
    place: PathBuf,
    /// Ids that the course there has already.
    ids: BTreeSet<String>,
    is_course: bool,
}

impl ImportFolder {
    /// # Errors
    /// When something else than a course is there, or the course cannot be opened.
    pub(super) fn look(place: &Path) -> anyhow::Result<Self> {
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
    pub(super) fn files(&self, all: &mut [(String, ImportedItems)]) -> Vec<NewFile> {
        let mut banks: Vec<Bank> = Vec::new();
        let mut taken = self.ids.clone();
        for (_, imported) in all.iter_mut() {
            for bank in imported.banks.iter_mut().map(emptied) {
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
        let mut files = self.media(all);
        for bank in &mut banks {
            let file = self.free(&format!("quizzes/{}.ron", bank.lesson));
            // A second bank of the same name is a bank of its own.
            if let Some(name) = file.file_stem().and_then(|s| s.to_str()).and_then(|s| Id::new(s).ok()) {
                bank.lesson = name;
            }
            files.push((file, course_files::bank(&emptied(bank)).into_bytes()));
        }
        let notes: Vec<&str> = all.iter().flat_map(|(_, i)| i.notes.iter().map(String::as_str)).collect();
        if !notes.is_empty() {
            files.push((self.free(NOTES), format!("{}\n", notes.join("\n\n")).into_bytes()));
        }
        if !self.is_course {
            let title =
                self.place.file_name().map_or_else(|| "Imported".to_owned(), |n| n.to_string_lossy().into_owned());
            let names: Vec<&str> = banks.iter().map(|b| b.lesson.as_str()).collect();
            let about = course_files::about(&id_of(&title), &title, &names);
            files.push((PathBuf::from("assets/course.ron"), about.into_bytes()));
        }
        files
    }

    /// Pictures and sounds, each once. One that is there already stays as it is.
    fn media(&self, all: &mut [(String, ImportedItems)]) -> Vec<NewFile> {
        let mut files: BTreeMap<PathBuf, Vec<u8>> = BTreeMap::new();
        for file in all.iter_mut().flat_map(|(_, imported)| std::mem::take(&mut imported.media)) {
            let place = Path::new(MEDIA).join(&file.name);
            if !self.place.join(&place).exists() {
                files.entry(place).or_insert(file.bytes);
            }
        }
        files.into_iter().collect()
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
            fidelity.items.push(ItemFate { at: None, item, fate: Transfer::Dropped(why) });
        }
        bank
    }

    /// A name in the folder that nothing has yet.
    fn free(&self, name: &str) -> PathBuf {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let numbered = (2..).map(|n| format!("{stem}-{n}.{ending}"));
        let mut names = std::iter::once(name.to_owned()).chain(numbered).map(PathBuf::from);
        names.find(|name| !self.place.join(name).exists()).unwrap_or_else(|| PathBuf::from(name))
    }

    /// Writes `files`, all or none: they are made whole in a folder of their own first. A new course is then given its name; in
    /// one that is there each file is.
    ///
    /// # Errors
    /// When a file cannot be written; then the folder is as it was.
    pub(super) fn write(&self, files: &[NewFile]) -> anyhow::Result<()> {
        let unfinished = self.unfinished();
        // What is left of an import that was killed.
        let _ = fs::remove_dir_all(&unfinished);
        let done = self.make(&unfinished, files);
        let _ = fs::remove_dir_all(&unfinished);
        done
    }

    fn make(&self, unfinished: &Path, files: &[NewFile]) -> anyhow::Result<()> {
        let mut made = Vec::new();
        for (name, bytes) in files {
            let (beside, place) = (unfinished.join(name), self.place.join(name));
            make_folder(beside.parent())?;
            whole_file::write(&beside, bytes, false).with_context(|| unwritten(&place))?;
            made.push((beside, place));
        }
        if !self.is_course {
            // An empty folder gives way.
            let _ = fs::remove_dir(&self.place);
            return fs::rename(unfinished, &self.place).with_context(|| unwritten(&self.place));
        }
        for (_, place) in &made {
            make_folder(place.parent())?;
        }
        for (beside, place) in &made {
            fs::rename(beside, place).with_context(|| unwritten(place))?;
        }
        Ok(())
    }

    /// Where files stand until all are whole: beside a folder that is yet to be made, within a course that is there.
    fn unfinished(&self) -> PathBuf {
        if self.is_course {
            return self.place.join(UNFINISHED);
        }
        let name = self.place.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        self.place.with_file_name(format!(".{name}{UNFINISHED}"))
    }
}

/// The bank with its items, which are taken out of `bank`: a large one is not held twice.
fn emptied(bank: &mut Bank) -> Bank {
    let (cards, questions) = (std::mem::take(&mut bank.cards), std::mem::take(&mut bank.questions));
    Bank { lesson: bank.lesson.clone(), title: bank.title.clone(), cards, questions }
}

fn make_folder(folder: Option<&Path>) -> anyhow::Result<()> {
    let Some(folder) = folder.filter(|folder| !folder.as_os_str().is_empty()) else { return Ok(()) };
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", named_path(folder)))
}

fn unwritten(place: &Path) -> String {
    format!("{} cannot be written", named_path(place))
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
