//! Writing the sheets, a file for each version, and the key.

use std::io::Write as _;
use std::path::PathBuf;

use anyhow::Context as _;

use super::kept;
use crate::cli::{Global, PaperArgs};
use crate::commands::{Ended, class, environment, output, write_file};
use crate::course::Course;
use crate::course::model::text::named_path;
use crate::print::sheets::{Imprint, Set};
use crate::study::class::{PaperLabel, SchoolClass};
use crate::study::quiz::{PaperSpec, paper_code};
use crate::study::sheet::{Sheet, sheets};

pub(super) fn write(global: &Global, course: &Course, spec: &PaperSpec, args: &PaperArgs) -> anyhow::Result<Ended> {
    let sheets = sheets(course, spec, args.versions);
    let items = sheets.first().map(|sheet| sheet.items.clone()).unwrap_or_default();
    let (code, mut class) = (paper_code(&items), None);
    let folder = args.out.clone().unwrap_or_else(|| PathBuf::from(format!("paper-{}", spec.seed)));
    if let Some(name) = &args.class {
        class = Some(class::called(&environment::store(global, course)?, name)?);
    }
    let large = args.large_print || class.as_ref().is_some_and(has_large_print);
    let names = file_names(&sheets, large);
    let paths: Vec<PathBuf> = names.iter().map(|name| folder.join(name)).collect();
    if !args.force {
        refuse_to_overwrite(&paths)?;
    }
    std::fs::create_dir_all(&folder).with_context(|| {
        format!("the folder {} cannot be created. Choose another with --out DIR", named_path(&folder))
    })?;
    // Chosen questions follow from no seed: only what is kept can draw them again.
    let number = if args.name.is_some() || class.is_some() || !spec.only.is_empty() {
        let label = PaperLabel { name: args.name.clone(), class: class.as_ref().map(|class| class.id.clone()) };
        Some(kept::keep(&mut environment::store(global, course)?, spec, label, args.versions, &items)?)
    } else {
        None
    };
    let by_seed = command(global, course, spec, args.versions);
    let enter = if spec.only.is_empty() { by_seed } else { format!("ninetracks paper --enter {code}") };
    let imprint = Imprint {
        name: args.name.as_ref().map(crate::study::names::Name::as_str),
        class: class.as_ref().map(|class| class.name.as_str()),
        number,
        code: &code,
        is_large: false,
    };
    let set = Set { course, spec, sheets: &sheets, enter: &enter, imprint };
    for (path, text) in paths.iter().zip(texts(&set, large)) {
        write_file::write(path, &text, args.force, "--out DIR")?;
    }
    let mut out = output::results();
    paths.iter().try_for_each(|path| writeln!(out, "{}", named_path(path)))?;
    if let Some(class) = &class {
        say_needs(class);
    }
    let kept = number.filter(|_| spec.only.is_empty());
    let kept = kept.map(|n| format!("  ninetracks paper --enter {n}\nor, on another computer:\n")).unwrap_or_default();
    output::note(format_args!(
        "Print each version's page from a browser, two-sided if you like. To enter the answers:\n{kept}  {enter}"
    ));
    Ok(Ended::Done)
}

fn has_large_print(class: &SchoolClass) -> bool {
    class.pupils.iter().any(|pupil| pupil.needs.large_print)
}

/// Who needs what, so that nobody is forgotten when the sheets are handed out.
fn say_needs(class: &SchoolClass) {
    let needy = class.pupils.iter().filter(|pupil| !pupil.needs.is_none());
    let said: Vec<String> = needy.map(|pupil| format!("{} ({})", pupil.name, pupil.needs.words())).collect();
    if !said.is_empty() {
        output::note(format_args!("In {}: {}.", class.name, said.join("; ")));
    }
}

/// Each version's page and text, its large print, the key.
fn file_names(sheets: &[Sheet], large: bool) -> Vec<String> {
    let of = |sheet: &Sheet| {
        let version = sheet.version;
        let large = large.then(|| format!("sheets-{version}-large.html"));
        [format!("sheets-{version}.html"), format!("sheets-{version}.md")].into_iter().chain(large).collect::<Vec<_>>()
    };
    sheets.iter().flat_map(of).chain(["key.html".to_owned(), "key.md".to_owned()]).collect()
}

/// What stands in the files of [`file_names`].
fn texts(set: &Set<'_>, large: bool) -> Vec<String> {
    let of = |sheet: &Sheet| {
        let one = Set { sheets: std::slice::from_ref(sheet), ..*set };
        let large = large.then(|| Set { imprint: Imprint { is_large: true, ..one.imprint }, ..one }.sheets_html());
        [one.sheets_html(), one.sheets_markdown()].into_iter().chain(large).collect::<Vec<_>>()
    };
    set.sheets.iter().flat_map(of).chain([set.key_html(), set.key_markdown()]).collect()
}

fn refuse_to_overwrite(paths: &[PathBuf]) -> anyhow::Result<()> {
    match paths.iter().find(|p| p.exists()) {
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
