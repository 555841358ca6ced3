//! `ninetracks doctor`: what is wrong here, and what to do. Nothing is changed.

mod course;
mod folder;
mod histories;
mod line;
mod progress;
mod screen;
mod time;

use std::io::{IsTerminal as _, Write};
use std::path::Path;

use jiff::Timestamp;

use self::line::{CheckResult, Health};
use super::check::counted;
use super::course::CourseChoice;
use super::{Ended, app, environment, output};
use crate::cli::Global;
use crate::course::Course;
use crate::store::{self, Examined};
use crate::ui::runner;

/// # Errors
/// When standard output cannot be written.
pub(super) fn run(global: &Global, as_json: bool) -> anyhow::Result<Ended> {
    let lines = lines(global);
    if as_json {
        output::read_or_not(output::json(&lines))?;
    } else {
        output::read_or_not(print(&lines, app::is_ascii(app::locale().as_deref()), &mut output::results()))?;
        output::note(summed_up(&lines));
    }
    Ok(if count(&lines, Health::Error) > 0 { Ended::Failed } else { Ended::Done })
}

fn lines(global: &Global) -> Vec<CheckResult> {
    let opened = environment::course_from_files(global);
    let choice = CourseChoice::of(global);
    let from = choice.folder();
    let mut lines = vec![
        CheckResult::ok("program", concat!("ninetracks ", env!("CARGO_PKG_VERSION"))),
        course::judge(&opened, from.is_some()).line(from),
    ];
    let newest = match environment::data_folder(global) {
        Ok(folder) => data(global, opened.ok().as_ref(), &folder, &mut lines),
        Err(why) => {
            lines.push(CheckResult::error(
                "data folder",
                why.to_string(),
                "set HOME, or choose a folder with --data DIR",
            ));
            None
        }
    };
    lines.extend(surroundings(global));
    lines.extend([time::zone().line(), time::judge(&environment::clock(), newest).line(&environment::clock())]);
    lines
}

/// Looks at the folder and what is in it; when the newest event happened.
fn data(global: &Global, course: Option<&Course>, folder: &Path, lines: &mut Vec<CheckResult>) -> Option<Timestamp> {
    let found = folder::look(folder);
    lines.push(found.line(folder));
    if !found.is_there() {
        return None;
    }
    let examined = store::examine(folder);
    lines.push(progress::line(folder, &examined));
    lines.push(progress::beside(&store::beside(folder)));
    let Ok(Examined::Sound(sound)) = examined else { return None };
    if let (Some(course), store::SchemaVersion::Current(_)) = (course, sound.schema) {
        let drill = progress::drill(folder, environment::learner(global, course));
        lines.push(progress::drill_line(&drill, &environment::clock().zone));
        lines.push(histories::line(&histories::look(folder, environment::learner(global, course), course)));
    }
    sound.newest
}

fn surroundings(global: &Global) -> [CheckResult; 3] {
    let there = std::io::stdout().is_terminal();
    let size = if there { runner::terminal_size().ok() } else { None };
    let kind = std::env::var("TERM").ok();
    let locale = app::locale();
    let theme = super::settings_desk::load(global).settings.theme();
    [
        screen::judge(global.plain, there, kind.as_deref(), size).line(),
        screen::colours(app::wants_no_colour(), theme, app::depth(global)).line(),
        screen::characters(locale.as_deref()).line(),
    ]
}

fn print(lines: &[CheckResult], ascii: bool, out: &mut impl Write) -> std::io::Result<()> {
    for CheckResult { check, state, message, .. } in lines {
        writeln!(out, "{} {:<8} {check:<12} {message}", state.sign(ascii), state.word())?;
    }
    let to_do: Vec<&CheckResult> = lines.iter().filter(|l| l.state != Health::Ok).collect();
    if !to_do.is_empty() {
        writeln!(out, "\nWhat to do:")?;
    }
    for CheckResult { check, help, .. } in to_do {
        writeln!(out, "  {check}: {help}.")?;
    }
    Ok(())
}

fn summed_up(lines: &[CheckResult]) -> String {
    match (count(lines, Health::Error), count(lines, Health::Warning)) {
        (0, 0) => "nothing is wrong".to_owned(),
        (errors, warnings) => format!("{} and {}", counted(errors, "error"), counted(warnings, "warning")),
    }
}

fn count(lines: &[CheckResult], state: Health) -> usize {
    lines.iter().filter(|l| l.state == state).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(ascii: bool) -> String {
        let lines = [
            CheckResult::ok("program", "one"),
            CheckResult::warning("drill", "two", "go on"),
            CheckResult::error("progress", "three", "look there"),
        ];
        let mut out = Vec::new();
        print(&lines, ascii, &mut out).unwrap();
        assert_eq!(summed_up(&lines), "1 error and 1 warning");
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_check_is_a_line_with_a_sign_and_a_word_and_what_to_do_comes_after() {
        let rows = "✓ ok       program      one\n! warning  drill        two\n✗ error    progress     three\n";
        assert_eq!(printed(false), format!("{rows}\nWhat to do:\n  drill: go on.\n  progress: look there.\n"));
    }

    #[test]
    fn signs_are_ascii_where_nothing_else_is_shown() {
        assert!(printed(true).is_ascii());
    }
}
