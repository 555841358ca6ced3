//! `ninetracks man`: the manual page, from the command line's own description and the app's table of keys.

use std::fmt::Write as _;
use std::io::Write as _;

use clap::{Command, CommandFactory as _};

use super::{Ended, output};
use crate::cli::Cli;
use crate::study::settings::Setting;
use crate::ui::keymap::{ACTIONS, key_name};

/// What stands where; the folders are those of a usual Linux system.
const FILES: &[(&str, &str)] = &[
    ("~/.local/share/ninetracks/progress.db", "progress of all profiles; copies made before an update lie beside it"),
    ("~/.local/share/ninetracks/courses", "added courses, each in a folder of its name"),
    ("~/.config/ninetracks/settings.ron", "settings"),
    ("~/.cache/ninetracks", "what was read of large courses; safe to delete"),
];

/// Variables that stand for no option.
const VARIABLES: &[(&str, &str)] = &[
    ("COLORFGBG", "the colours of the terminal, so that the automatic theme need not ask for its background"),
    ("COLORTERM", "with `truecolor` or `24bit`, the terminal shows 16 million colours"),
    (
        "HOME, XDG_DATA_HOME, XDG_CONFIG_HOME, XDG_CACHE_HOME",
        "where data, settings and what can be made again are kept",
    ),
    ("LC_ALL, LC_CTYPE, LANG", "the first that is set names the locale; one of ASCII gets ASCII only"),
    ("NO_COLOR", "no colours, unless it is empty"),
    ("NO_HYPERLINKS", "addresses are text, no links, unless it is empty"),
    ("TERM", "with `dumb`, or without a value, lines are used instead of screens"),
    ("TZ, TZDIR", "the time zone that a study day is counted in, and where zones are described"),
];

const EXIT_CODES: &[(&str, &str)] = &[
    ("0", "done"),
    ("1", "failed: a course has errors, a pass mark was missed, a file could not be read or written"),
    ("2", "asked for in a way that cannot be"),
];

const EXAMPLES: &[(&str, &str)] = &[
    ("ninetracks learn 3", "read lesson 3"),
    ("ninetracks quiz 3 --exam --pass 60", "an exam on lesson 3; the exit code is 1 below 60 percent"),
    (
        "ninetracks quiz --plain --new --seed 7 --length 10 --json < answers.txt",
        "answers from a file, the result as JSON",
    ),
    ("ninetracks drill --roster class.txt --teams 5", "a drill for a class in five teams"),
    ("ninetracks new course knots && ninetracks check knots", "begin a course of one's own"),
];

/// # Errors
/// When standard output cannot be written.
pub(super) fn run() -> anyhow::Result<Ended> {
    let mut command = Cli::command();
    command.build();
    let man = clap_mangen::Man::new(Cli::command());
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    page.extend_from_slice(own_sections(&command).as_bytes());
    man.render_version_section(&mut page)?;
    output::results().write_all(&page)?;
    Ok(Ended::Done)
}

fn own_sections(command: &Command) -> String {
    let mut page = String::new();
    let words = |text: Option<&clap::builder::StyledStr>| text.map(ToString::to_string).unwrap_or_default();
    section(&mut page, "COMMANDS");
    for known in command.get_subcommands().filter(|known| !known.is_hide_set()) {
        entry(&mut page, known.get_name(), &words(known.get_about()));
    }
    let _ = writeln!(page, ".PP\n`ninetracks COMMAND \\-\\-help` says what each takes.");
    section(&mut page, "KEYS");
    let mut screen = "";
    for action in ACTIONS {
        if action.screen != screen {
            screen = action.screen;
            let _ = writeln!(page, ".SS {}", escaped(screen));
        }
        entry(&mut page, &key_name(action.key), action.does);
    }
    section(&mut page, "FILES");
    for (path, what) in FILES {
        entry(&mut page, path, what);
    }
    section(&mut page, "ENVIRONMENT");
    let mut options = Vec::new();
    for option in command.get_arguments() {
        if let Some(name) = option.get_env() {
            options.push(name.to_string_lossy().into_owned());
            entry(&mut page, &name.to_string_lossy(), &words(option.get_help()));
        }
    }
    for setting in Setting::ALL.into_iter().filter(|setting| !options.contains(&setting.variable())) {
        entry(&mut page, &setting.variable(), &format!("the setting `{}`: {}", setting.name(), setting.title()));
    }
    for (name, what) in VARIABLES {
        entry(&mut page, name, what);
    }
    section(&mut page, "EXIT STATUS");
    for (code, what) in EXIT_CODES {
        entry(&mut page, code, what);
    }
    section(&mut page, "EXAMPLES");
    for (line, what) in EXAMPLES {
        entry(&mut page, line, what);
    }
    page
}

fn section(page: &mut String, title: &str) {
    let _ = writeln!(page, ".SH {title}");
}

fn entry(page: &mut String, term: &str, what: &str) {
    let _ = writeln!(page, ".TP\n\\fB{}\\fR\n{}", escaped(term), escaped(what));
}

/// `text` as roff shows it as it is: no sign is a command, in one line.
fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-").replace('\n', " ");
    if text.starts_with(['.', '\'']) { format!("\\&{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::*;

    /// Words in capitals that are no variables.
    const OTHERS: &[&str] = &["CARGO_PKG_VERSION", "POSIX", "UTC"];

    fn sources(folder: &Path) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
    }

    /// The words in capitals between quotation marks, where variables are read.
    fn variables(text: &str) -> Vec<&str> {
        let is_name = |word: &&str| {
            word.len() > 1
                && word.starts_with(|c: char| c.is_ascii_uppercase())
                && word.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
        };
        let program = text.split("#[cfg(test)]").next().unwrap_or(text);
        let reads = ["env::var", "var_os", "variable("].iter().any(|call| program.contains(call));
        program.split('"').skip(1).step_by(2).filter(|_| reads).filter(is_name).collect()
    }

    #[test]
    fn every_variable_that_the_program_reads_is_named() {
        let page = own_sections(&Cli::command());
        let mut found = 0;
        for file in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
            let text = std::fs::read_to_string(&file).unwrap_or_default();
            for name in variables(&text).into_iter().filter(|name| !OTHERS.contains(name)) {
                found += 1;
                assert!(page.contains(&escaped(name)), "the manual page does not name {name} ({})", file.display());
            }
        }
        assert!(found > 10, "{found} variables found: they are read in another way now");
        assert!(Setting::ALL.iter().all(|setting| page.contains(&setting.variable())));
    }
}
