//! `ninetracks paper`: question sheets with their key, and typing in what was answered on them.

use std::io::Write as _;
use std::path::PathBuf;

use anyhow::Context as _;

use super::{Ended, environment, output, plain, write_file};
use crate::cli::{Global, PaperArgs};
use crate::course::Course;
use crate::course::model::text::named_path;
use crate::plain::PlainError;
use crate::print::sheets::Set;
use crate::study::quiz::{Mode, Paper, PaperSpec, USUAL_LENGTH};
use crate::study::sheet::sheets;

/// # Errors
/// When there is no such lesson or no question, a file cannot be written, or the answers cannot be saved.
pub(super) fn run(global: &Global, args: &PaperArgs) -> anyhow::Result<Ended> {
    if args.enter && global.seed.is_none() {
        output::note(
            "ninetracks: --enter needs the seed of the sheets: add --seed N with the number at the foot of each sheet",
        );
        return Ok(Ended::Misused);
    }
    let course = environment::course(global)?;
    let spec = spec(global, &course, args)?;
    if args.enter {
        warn_of_a_change(args, &spec);
        return enter(global, &course, spec, args.versions);
    }
    write(global, &course, &spec, args)
}

/// Sheets that were printed have as many questions as their foot says: fewer now means other questions.
fn warn_of_a_change(args: &PaperArgs, spec: &PaperSpec) {
    if let Some(printed) = args.length.map(usize::from).filter(|&n| n > spec.length) {
        output::note(format_args!(
            "ninetracks: the paper now has {}, not {printed}. If the sheets have {printed}, they were printed from another course or \
             with other --lessons, and their answers do not fit",
            crate::course::wording::count(spec.length, "question")
        ));
    }
}

/// The paper as a quiz on the screen would be drawn.
fn spec(global: &Global, course: &Course, args: &PaperArgs) -> anyhow::Result<PaperSpec> {
    let lessons = environment::lessons(course, &args.lessons)?;
    let wanted = PaperSpec {
        lessons,
        length: args.length.map_or(USUAL_LENGTH, usize::from),
        seed: environment::seed(global),
        mode: Mode::Exam,
        limit_s: None,
        only: Vec::new(),
    };
    Ok(Paper::to_take(course, wanted).ok_or(PlainError::NoQuestion)?.spec)
}

fn enter(global: &Global, course: &Course, spec: PaperSpec, versions: u8) -> anyhow::Result<Ended> {
    let outcome = plain::run(global, course, false, |session| crate::plain::enter(session, spec, versions))?;
    Ok(plain::ended(outcome, None))
}

fn write(global: &Global, course: &Course, spec: &PaperSpec, args: &PaperArgs) -> anyhow::Result<Ended> {
    let sheets = sheets(course, spec, args.versions);
    let enter = command(global, course, spec, args.versions);
    let set = Set { course, spec, sheets: &sheets, enter: &enter };
    let folder = args.out.clone().unwrap_or_else(|| PathBuf::from(format!("paper-{}", spec.seed)));
    let written = [
        ("sheets.html", set.sheets_html()),
        ("sheets.md", set.sheets_markdown()),
        ("key.html", set.key_html()),
        ("key.md", set.key_markdown()),
    ];
    let paths = written.each_ref().map(|(name, _)| folder.join(name));
    if !args.force {
        refuse_to_overwrite(&paths)?;
    }
    std::fs::create_dir_all(&folder).with_context(|| {
        format!("the folder {} cannot be created. Choose another with --out DIR", named_path(&folder))
    })?;
    for (path, (_, text)) in paths.iter().zip(&written) {
        write_file::write(path, text, args.force, "--out DIR")?;
    }
    let mut out = output::results();
    paths.iter().try_for_each(|path| writeln!(out, "{}", named_path(path)))?;
    output::note(format_args!("Print sheets.html from a browser. To enter the answers:\n  {enter}"));
    Ok(Ended::Done)
}

fn refuse_to_overwrite(paths: &[PathBuf]) -> anyhow::Result<()> {
    match paths.iter().find(|p| p.is_file()) {
        Some(path) => {
            anyhow::bail!(
                "{} already exists. Choose another folder with --out DIR, or overwrite it with --force",
                named_path(path)
            )
        }
        None => Ok(()),
    }
}

/// The command that takes results in, as it can be typed again.
fn command(global: &Global, course: &Course, spec: &PaperSpec, versions: u8) -> String {
    let mut words = vec!["ninetracks paper --enter".to_owned()];
    if !spec.lessons.is_empty() {
        let numbers: Vec<String> = spec.lessons.iter().map(|l| course.number(l).to_string()).collect();
        words.push(format!("--lessons {}", numbers.join(",")));
    }
    words.push(format!("--length {} --seed {}", spec.length, spec.seed));
    if versions > 4 {
        words.push(format!("--versions {versions}"));
    }
    if let Some(folder) = &global.course {
        words.push(format!("--course '{}'", named_path(folder).replace('\'', r"'\''")));
    }
    words.join(" ")
}
