//! What the screens for import, export and added courses ask for, done as the commands do it.

use std::fs;
use std::path::{Path, PathBuf};

use super::course::{AddedCourses, add_course};
use super::export::write_new;
use super::export_course::ExportedPart;
use super::new::id_from;
use super::{environment, export_course, import};
use crate::cli::{AddArgs, Global};
use crate::course::Course;
use crate::course::markdown::plain;
use crate::course::model::text::named_path;
use crate::course::wording::count;
use crate::exchange::{Fidelity, Format, ItemFate, Transfer};
use crate::ui::catalogue::ListedCourse;
use crate::ui::file_exchange::{ExchangeRequest, ExchangeRow, ExchangeStep, ExportPart, FileExchange};

/// Most entries of a folder that are shown.
const MOST_ROWS: usize = 2000;

/// How the names of files end that questions may be read from.
const READABLE: [&str; 12] =
    ["gift", "xml", "txt", "csv", "tsv", "tab", "xlsx", "ods", "md", "markdown", "apkg", "colpkg"];

/// Reads and writes in the folder that the program was started in.
#[derive(Debug)]
pub(super) struct ExchangeDesk {
    pub global: Global,
    pub folder: PathBuf,
}

/// What a folder is looked through for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FolderSearch {
    Questions,
    Courses,
}

impl FileExchange for ExchangeDesk {
    fn step(&self, request: &ExchangeRequest, course: &Course) -> Result<ExchangeStep, String> {
        let done = match request {
            ExchangeRequest::ImportFrom(folder) => self.rows(folder.as_deref(), FolderSearch::Questions),
            ExchangeRequest::AddFrom(folder) => self.rows(folder.as_deref(), FolderSearch::Courses),
            ExchangeRequest::TryImport(file) => self.try_import(file),
            ExchangeRequest::Import(file) => self.import(file),
            ExchangeRequest::ExportParts => self.parts(course),
            ExchangeRequest::ExportFormats(part) => Ok(formats(course, part)),
            ExchangeRequest::TryExport(part, format) => self.try_export(course, part, format),
            ExchangeRequest::Export(part, format) => self.export(course, part, format),
            ExchangeRequest::Add(source) => self.add(source),
        };
        done.map_err(|why| format!("{why:#}"))
    }
}

impl ExchangeDesk {
    /// Folders, then files, each by name.
    fn rows(&self, folder: Option<&Path>, wanted: FolderSearch) -> anyhow::Result<ExchangeStep> {
        let folder = folder.unwrap_or(&self.folder);
        let again = |place: PathBuf| match wanted {
            FolderSearch::Questions => ExchangeRequest::ImportFrom(Some(place)),
            FolderSearch::Courses => ExchangeRequest::AddFrom(Some(place)),
        };
        let entries =
            fs::read_dir(folder).map_err(|why| anyhow::anyhow!("{} cannot be listed: {why}", named_path(folder)))?;
        let mut rows: Vec<(bool, ExchangeRow)> = Vec::new();
        for entry in entries.flatten().take(MOST_ROWS) {
            let place = entry.path();
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            if hidden {
                continue;
            }
            let name = named_path(Path::new(&entry.file_name()));
            if place.is_dir() {
                rows.push((false, folder_row(name, place, wanted, again)));
            } else if let Some(row) = file_row(name, place, wanted) {
                rows.push((true, row));
            }
        }
        rows.sort_by_cached_key(|(is_file, row)| (*is_file, row.name.to_lowercase()));
        let nothing = match wanted {
            FolderSearch::Questions => "Here is no file that questions can be read from.",
            FolderSearch::Courses => "Here is no course and no .zip.",
        };
        let above = folder.parent().filter(|above| !above.as_os_str().is_empty());
        let up = above.map(|above| ("folder above", again(above.to_owned())));
        Ok(ExchangeStep::Choice {
            head: named_path(folder),
            rows: rows.into_iter().map(|(_, row)| row).collect(),
            nothing,
            up,
        })
    }

    fn try_import(&self, file: &Path) -> anyhow::Result<ExchangeStep> {
        let place = self.new_folder(file);
        let (fidelity, files) = import::one_file(file, &place, false)?;
        let mut lines = told(&fidelity);
        lines.push(String::new());
        lines.push(format!("{} would be written to the new folder {}.", count(files, "file"), named_path(&place)));
        let head = format!("{}: {}", named_path(file), fidelity.summary());
        Ok(ExchangeStep::Trial { head, lines, does: ("import", ExchangeRequest::Import(file.to_owned())) })
    }

    fn import(&self, file: &Path) -> anyhow::Result<ExchangeStep> {
        let place = self.new_folder(file);
        let (fidelity, files) = import::one_file(file, &place, true)?;
        let head = format!("Imported: {}", fidelity.summary());
        let lines = vec![
            format!("{} written to {}.", count(files, "file"), named_path(&place)),
            "It is a course of its own now: correct it with an editor, and open it with".to_owned(),
            format!("ninetracks --course {}", named_path(&place)),
        ];
        Ok(ExchangeStep::Done { head, lines, opens: Some(ListedCourse::Folder(place)) })
    }

    /// A folder that is not there, called as the file is.
    fn new_folder(&self, file: &Path) -> PathBuf {
        let stem = file.file_stem().map_or_else(|| "imported".to_owned(), |stem| stem.to_string_lossy().into_owned());
        let mut names = std::iter::once(stem.clone()).chain((2..).map(|n| format!("{stem}-{n}")));
        let place = names.find(|name| self.folder.join(name).symlink_metadata().is_err());
        self.folder.join(place.unwrap_or(stem))
    }

    /// The course, the sets of questions that are saved, and the lessons.
    fn parts(&self, course: &Course) -> anyhow::Result<ExchangeStep> {
        let row = |name: String, aside: String, part: ExportPart| ExchangeRow {
            name,
            aside,
            request: ExchangeRequest::ExportFormats(part),
        };
        let mut rows = vec![row("The whole course".to_owned(), String::new(), ExportPart::Whole)];
        for kept in environment::store(&self.global, course)?.kept_questions()? {
            let aside = format!("saved set, {}", count(kept.what.len(), "question"));
            rows.push(row(kept.name.to_string(), aside, ExportPart::Set(kept.name)));
        }
        for outline in course.outlines() {
            let aside = format!("lesson {}", course.number(&outline.id));
            rows.push(row(plain(outline.title.as_str()), aside, ExportPart::Lesson(outline.id.clone())));
        }
        Ok(ExchangeStep::Choice { head: "What is to be written?".to_owned(), rows, nothing: "", up: None })
    }

    fn try_export(&self, course: &Course, part: &ExportPart, format: &str) -> anyhow::Result<ExchangeStep> {
        let format = named(format)?;
        let ExportedPart { fidelity, gone, .. } = export_course::part(&self.global, course, part, format)?;
        let head = format!("{}, {}: {}", called(course, part), format.name(), fidelity.summary());
        let does = ("export", ExchangeRequest::Export(part.clone(), format.id().to_owned()));
        Ok(ExchangeStep::Trial { head, lines: gone.into_iter().chain(told(&fidelity)).collect(), does })
    }

    fn export(&self, course: &Course, part: &ExportPart, format: &str) -> anyhow::Result<ExchangeStep> {
        let format = named(format)?;
        let ExportedPart { bytes, fidelity, .. } = export_course::part(&self.global, course, part, format)?;
        let of = match part {
            ExportPart::Whole => String::new(),
            ExportPart::Lesson(id) => format!("-{id}"),
            ExportPart::Set(name) => format!("-{}", id_from(name.as_str()).unwrap_or_else(|| "set".to_owned())),
        };
        let name = format!("{}{of}-{}", course.about().id, format.id());
        let file = write_new(&self.folder, &name, format.ending(), &bytes)
            .map_err(|why| anyhow::anyhow!("{} cannot be written to: {why}", named_path(&self.folder)))?;
        let lines = vec![format!("Written to {}.", named_path(&file)), course.attribution().words()];
        Ok(ExchangeStep::Done { head: format!("Exported: {}", fidelity.summary()), lines, opens: None })
    }

    fn add(&self, source: &Path) -> anyhow::Result<ExchangeStep> {
        let args = AddArgs { source: source.to_owned(), name: None, replace: false };
        let taken = add_course(&AddedCourses::of(&self.global)?, &args)?;
        let lines = vec![format!("It is kept as {}, with {}.", taken.name, count(taken.files, "file"))];
        let opens = Some(ListedCourse::Added(taken.name));
        Ok(ExchangeStep::Done { head: format!("Added: {}", taken.title), lines, opens })
    }
}

fn folder_row(
    name: String,
    place: PathBuf,
    wanted: FolderSearch,
    again: impl Fn(PathBuf) -> ExchangeRequest,
) -> ExchangeRow {
    let name = format!("{name}/");
    if wanted == FolderSearch::Courses && place.join("assets/course.ron").is_file() {
        return ExchangeRow { name, aside: "course".to_owned(), request: ExchangeRequest::Add(place) };
    }
    ExchangeRow { name, aside: "folder".to_owned(), request: again(place) }
}

fn file_row(name: String, place: PathBuf, wanted: FolderSearch) -> Option<ExchangeRow> {
    let ending = place.extension()?.to_str()?.to_lowercase();
    match wanted {
        FolderSearch::Courses => (ending == "zip").then(|| ExchangeRow {
            name,
            aside: "zip".to_owned(),
            request: ExchangeRequest::Add(place),
        }),
        FolderSearch::Questions => READABLE.contains(&&ending[..]).then(|| {
            let aside = Format::of_file(&name, &[]).map_or_else(|| ending.clone(), |format| format.name().to_owned());
            ExchangeRow { name, aside, request: ExchangeRequest::TryImport(place) }
        }),
    }
}

fn formats(course: &Course, part: &ExportPart) -> ExchangeStep {
    let row = |format: Format| ExchangeRow {
        name: format.name().to_owned(),
        aside: format!(".{}", format.ending()),
        request: ExchangeRequest::TryExport(part.clone(), format.id().to_owned()),
    };
    ExchangeStep::Choice {
        head: format!("{}: in which format?", called(course, part)),
        rows: Format::writable().map(row).collect(),
        nothing: "",
        up: Some(("what is written", ExchangeRequest::ExportParts)),
    }
}

/// What a part is called.
fn called(course: &Course, part: &ExportPart) -> String {
    match part {
        ExportPart::Whole => "The whole course".to_owned(),
        ExportPart::Lesson(id) => {
            course.outline(id).map_or_else(|| id.to_string(), |outline| plain(outline.title.as_str()))
        }
        ExportPart::Set(name) => name.to_string(),
    }
}

fn named(format: &str) -> anyhow::Result<Format> {
    Format::writable()
        .find(|known| known.id() == format)
        .ok_or_else(|| anyhow::anyhow!("`{format}` is no format that is written"))
}

/// Most items with the same fate that are told one by one.
const ONE_BY_ONE: usize = 4;

/// What is not as it was; of many that fared alike, how many and the first of them. A word where all is as it was.
fn told(fidelity: &Fidelity) -> Vec<String> {
    let lines: Vec<String> = fidelity.lines("").collect();
    let fates: Vec<&ItemFate> = fidelity.items.iter().filter(|item| item.fate != Transfer::Kept).collect();
    let mut alike: Vec<(&Transfer, Vec<usize>)> = Vec::new();
    for (at, item) in fates.iter().enumerate() {
        match alike.iter_mut().find(|(fate, _)| **fate == item.fate) {
            Some((_, all)) => all.push(at),
            None => alike.push((&item.fate, vec![at])),
        }
    }
    let group = |(fate, all): (&Transfer, Vec<usize>)| {
        if all.len() <= ONE_BY_ONE {
            return all.into_iter().filter_map(|at| lines.get(at).cloned()).collect();
        }
        let what = match fate {
            Transfer::Kept => return Vec::new(),
            Transfer::Changed(what) => format!("changed: {}", what.join("; ")),
            Transfer::Dropped(why) => format!("dropped: {why}"),
        };
        let head = format!("{}, {what}:", count(all.len(), "item"));
        let names = all.iter().take(ONE_BY_ONE).map(|at| format!("· {}", fates[*at].item));
        std::iter::once(head).chain(names).chain([format!("· and {} more", all.len() - ONE_BY_ONE)]).collect()
    };
    let groups: Vec<Vec<String>> = alike.into_iter().map(group).collect();
    if groups.is_empty() { vec!["Everything comes as it is.".to_owned()] } else { groups.join(&String::new()) }
}
