//! `ninetracks convert`: a course in RON as one in Markdown, or back. The other stays as it is.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, bail};

use super::course::CourseChoice;
use super::staging::Staging;
use super::{Ended, output};
use crate::cli::{ConvertArgs, CourseText, Global};
use crate::course::Course;
use crate::course::finding::Finding;
use crate::course::markdown_file::{CoursePart, is_named_so, to_markdown, to_ron};
use crate::course::model::text::named_path;
use crate::course::report::{Ink, render};
use crate::course::wording::count;

/// # Errors
/// When the course cannot be read, or the folder not be written.
pub(super) fn run(global: &Global, args: &ConvertArgs) -> anyhow::Result<Ended> {
    let choice = CourseChoice::of_path(global, &args.dir);
    let from = choice.folder().unwrap_or(&args.dir);
    let before = Course::open(from)?;
    if args.into.symlink_metadata().is_ok() {
        bail!("{} is there already, and nothing is overwritten: choose another with --into", named_path(&args.into));
    }
    let staging = Staging::beside(around(&args.into))?;
    let copied = staging.copy(from)?;
    let mut converted = 0;
    for path in files(&staging, args.to)? {
        converted += usize::from(file(&staging, &path, args.to)?);
    }
    if !is_same(&before, &Course::open(staging.place())?) {
        bail!("the course did not come back as it was: nothing was written. Please report this");
    }
    staging.put(&args.into, false)?;
    let (words, left) = (count(converted, "file"), copied.saturating_sub(converted));
    writeln!(
        output::results(),
        "{words} converted to {}, {left} copied as they are: {}",
        args.to.name(),
        named_path(&args.into)
    )?;
    Ok(Ended::Done)
}

fn around(place: &Path) -> &Path {
    place.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The lessons and banks that are written otherwise, with forward slashes.
fn files(staging: &Staging, to: CourseText) -> anyhow::Result<Vec<String>> {
    let mut found = Vec::new();
    for folder in ["lessons", "quizzes"] {
        let Ok(entries) = fs::read_dir(staging.place().join(folder)) else { continue };
        for entry in entries {
            let name = entry?.file_name().to_string_lossy().into_owned();
            let is_other = match to {
                CourseText::Ron => is_named_so(&name),
                CourseText::Markdown => Path::new(&name).extension().is_some_and(|end| end == "ron"),
            };
            if is_other {
                found.push(format!("{folder}/{name}"));
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Writes the file anew beside the old one, which goes; whether it could be.
fn file(staging: &Staging, path: &str, to: CourseText) -> anyhow::Result<bool> {
    let place = staging.place().join(path);
    let text = fs::read_to_string(&place).with_context(|| format!("{path} cannot be read"))?.replace("\r\n", "\n");
    let part = CoursePart::of_path(path);
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    match to {
        CourseText::Markdown => match to_markdown(path, &text, part) {
            Ok(markdown) => staging.take(&format!("{stem}.md"), markdown.as_bytes())?,
            Err(finding) => {
                tell(&[*finding]);
                return Ok(false);
            }
        },
        CourseText::Ron => {
            let told = match to_ron(path, &text, part) {
                Ok(told) => told,
                Err(slips) => {
                    tell(&slips);
                    return Ok(false);
                }
            };
            if let Some(bank) = &told.bank {
                staging.take(&format!("{}.ron", stem.replacen("lessons/", "quizzes/", 1)), bank.ron.as_bytes())?;
            }
            told.lesson.map_or(Ok(0), |lesson| staging.take(&format!("{stem}.ron"), lesson.ron.as_bytes()))?
        }
    };
    fs::remove_file(place)?;
    Ok(true)
}

fn tell(findings: &[Finding]) {
    for finding in findings {
        output::note(render(finding, Ink::Plain));
    }
}

/// Whether both hold the same lessons, cards and questions.
fn is_same(one: &Course, other: &Course) -> bool {
    one.about() == other.about()
        && one.lessons().eq(other.lessons())
        && one.banks().eq(other.banks())
        && one.scenarios().eq(other.scenarios())
}
