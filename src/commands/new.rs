//! `ninetracks new`: the files of a course or of a lesson to begin with, which `check` accepts. Nothing is overwritten.

mod listed;

use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::course::CourseChoice;
use super::{Ended, output};
use crate::cli::{Global, NewThing};
use crate::course::Course;
use crate::course::markdown_file::{CoursePart, to_markdown};
use crate::course::model::text::{in_one_line, named_path};
use crate::course::model::{Id, Standard};
use crate::store::whole_file;

/// The lesson that a new course begins with.
const FIRST_LESSON: &str = "first";

/// # Errors
/// When a file is there already or cannot be written, or there is no course to add to.
pub(super) fn run(global: &Global, what: &NewThing) -> anyhow::Result<Ended> {
    match what {
        NewThing::Course { dir, title, markdown } => course(dir, title.as_deref(), *markdown),
        NewThing::Lesson { id, title, markdown } => {
            if let Some(folder) = CourseChoice::of(global).folder() {
                return lesson(folder, id, title.as_deref(), *markdown);
            }
            output::note("ninetracks: say which course the lesson is for: ninetracks new lesson ID --course DIR");
            Ok(Ended::Misused)
        }
    }
}

fn course(folder: &Path, title: Option<&str>, markdown: bool) -> anyhow::Result<Ended> {
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let id = id_from(&name).unwrap_or_else(|| "course".to_owned());
    let title = title.map_or_else(|| title_from(&id), str::to_owned);
    let first = Placeholders { id: FIRST_LESSON, title: "The first lesson", file: "01-first", cite: "" };
    let mut files = vec![
        (
            "assets/course.ron".to_owned(),
            Placeholders { id: &id, title: &title, ..first }.fill(include_str!("new/course.ron")),
        ),
        ("assets/references.ron".to_owned(), include_str!("new/references.ron").to_owned()),
    ];
    files.extend(first.files(include_str!("new/bank.ron"), markdown)?);
    write_all(folder, &files)?;
    let named = named_path(folder);
    output::note("Next:");
    output::note(format_args!("  ninetracks --course {named}          opens it"));
    output::note(format_args!("  ninetracks check {named}             says what is wrong, where, and what to do"));
    output::note(format_args!("  ninetracks new lesson ID --course {named}   begins another lesson"));
    Ok(Ended::Done)
}

fn lesson(folder: &Path, id: &str, title: Option<&str>, markdown: bool) -> anyhow::Result<Ended> {
    let id = Id::new(id).map_err(|error| anyhow::anyhow!("`{}` can be no id: {error}", in_one_line(id)))?;
    let course = Course::open(folder)?;
    if course.outline(&id).is_some() || course.is_retired(&id) {
        anyhow::bail!("the id `{id}` is taken: this course has or had a lesson of that id. Choose another");
    }
    let file = format!("{:02}-{id}", next_number(folder));
    let cite = course.references().first().map_or_else(String::new, |work| format!(" cite: [\"{}\"],", work.id));
    let title = title.map_or_else(|| title_from(id.as_str()), str::to_owned);
    let words = Placeholders { id: id.as_str(), title: &title, file: &file, cite: &cite };
    write_all(folder, &words.files(include_str!("new/next_bank.ron"), markdown)?)?;
    if cite.is_empty() && course.about().standard == Standard::Full {
        output::note("This course asks for sources: write a work into assets/references.ron and name it under `cite`.");
    }
    listed::add(folder, &course, &id)
}

/// What goes into the files to begin with.
#[derive(Clone, Copy)]
struct Placeholders<'a> {
    id: &'a str,
    title: &'a str,
    /// Of the lesson and of its bank, without folder and ending.
    file: &'a str,
    cite: &'a str,
}

impl Placeholders<'_> {
    fn fill(&self, template: &str) -> String {
        let filled = template.replace("@ID@", self.id).replace("@FILE@", self.file).replace("@CITE@", self.cite);
        // The title is the author's: it comes last, and as RON writes it.
        filled.replace("@TITLE@", &self.title.replace('\\', "\\\\").replace('"', "\\\""))
    }

    fn files(&self, bank: &str, markdown: bool) -> anyhow::Result<Vec<(String, String)>> {
        let files = [("lessons", include_str!("new/lesson.ron")), ("quizzes", bank)];
        let file = |(folder, template): (&str, &str)| {
            let path = format!("{folder}/{}.ron", self.file);
            if !markdown {
                return Ok((path, self.fill(template)));
            }
            let told = template.replace("@FILE@.ron", "@FILE@.md").replace("course-format.md", "markdown.md");
            let written = to_markdown(&path, &self.fill(&told), CoursePart::of_path(&path));
            let text =
                written.map_err(|slip| anyhow::anyhow!("{path} cannot be written in Markdown: {}", slip.message))?;
            Ok((format!("{folder}/{}.md", self.file), text))
        };
        files.into_iter().map(file).collect()
    }
}

/// Writes `files`, or none where one is there already.
fn write_all(folder: &Path, files: &[(String, String)]) -> anyhow::Result<()> {
    let places: Vec<PathBuf> = files.iter().map(|(path, _)| folder.join(path)).collect();
    if let Some(there) = places.iter().find(|place| place.symlink_metadata().is_ok()) {
        anyhow::bail!(
            "{} is there already, and nothing is overwritten. Choose another folder or id",
            named_path(there)
        );
    }
    for (place, (_, text)) in places.iter().zip(files) {
        let folder = place.parent().unwrap_or(folder);
        std::fs::create_dir_all(folder).with_context(|| format!("the folder {} cannot be made", named_path(folder)))?;
        whole_file::write(place, text.as_bytes(), false)
            .with_context(|| format!("{} cannot be written", named_path(place)))?;
        writeln!(output::results(), "{}", named_path(place))?;
    }
    Ok(())
}

/// The number of the next file: one more than the highest that a lesson begins with.
fn next_number(folder: &Path) -> u32 {
    let entries = ["lessons", "quizzes"].into_iter().filter_map(|of| std::fs::read_dir(folder.join(of)).ok()).flatten();
    let number = |name: &str| name.split(|c: char| !c.is_ascii_digit()).next()?.parse::<u32>().ok();
    let numbers = entries.flatten().filter_map(|entry| number(&entry.file_name().to_string_lossy()));
    numbers.max().unwrap_or(0).saturating_add(1)
}

/// An id from a name, such as a folder's: `Sailing knots` is `sailing-knots`.
pub(super) fn id_from(name: &str) -> Option<String> {
    let plain = deunicode::deunicode_with_tofu(name, " ").to_lowercase();
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    Some(words.collect::<Vec<_>>().join("-")).filter(|id| !id.is_empty())
}

/// `sailing-knots` is "Sailing knots".
fn title_from(id: &str) -> String {
    let words = id.replace(['-', '_', '.'], " ");
    let mut letters = words.chars();
    letters.next().map_or(words.clone(), |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_names_its_course() {
        assert_eq!(id_from("Sailing knots, 2nd!").as_deref(), Some("sailing-knots-2nd"));
        assert_eq!(id_from("Žalgiris").as_deref(), Some("zalgiris"));
        assert_eq!(id_from("..."), None);
        assert_eq!(title_from("sailing-knots"), "Sailing knots");
    }
}
