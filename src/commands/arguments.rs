//! The command line and the variables that stand for its options.

use std::ffi::OsString;
use std::io::{self, Write as _};

use anyhow::Context as _;
use clap::builder::Resettable;
use clap::error::{ContextKind, ContextValue};
use clap::{Args as _, Command, CommandFactory, Error, FromArgMatches as _};

use super::output::Charset;
use super::{Ended, output};
use crate::cli::{Cli, Global};
use crate::course::model::text::is_unsafe;

/// What the person asked for; or help or wrong usage, which was told, and how the program ends then.
///
/// # Errors
/// When there is nothing to do but to end.
pub(super) fn parse() -> Result<Cli, anyhow::Result<Ended>> {
    let words: Vec<OsString> = std::env::args_os().collect();
    parsed(words.clone()).map_err(|error| {
        let told = tell(&error, &words);
        if error.use_stderr() {
            return Ok(Ended::Misused);
        }
        told.map(|()| Ended::Done).context(output::UNWRITTEN)
    })
}

/// Says what clap has to say. It quotes what was typed and what the variables hold, so that its own colours go where
/// that could steer a terminal or is not of the locale.
fn tell(error: &Error, words: &[OsString]) -> io::Result<()> {
    let variables = variables(&Cli::command()).into_iter().filter_map(|(_, _, name)| std::env::var_os(name));
    let is_shown = |c: char| !is_unsafe(c) && (c.is_ascii() || Charset::of_the_locale() == Charset::Unicode);
    let is_safe = |word: OsString| word.to_string_lossy().chars().all(is_shown);
    if words.iter().cloned().chain(variables).all(is_safe) {
        return error.print();
    }
    let text = error.render().to_string();
    if error.use_stderr() {
        output::talk().write_all(text.as_bytes())
    } else {
        output::results().write_all(text.as_bytes())
    }
}

/// The options, where there are no others and nothing is wrong with them. Most often the app is started so, and to build
/// every command first takes as long as its first frame.
fn without_command(words: &[OsString]) -> Option<Global> {
    let command = Command::new("ninetracks").disable_help_flag(true).disable_version_flag(true);
    let command = Global::augment_args(command);
    let is_empty = |name| std::env::var_os(name).is_some_and(|value: OsString| value.is_empty());
    if command.get_arguments().filter_map(clap::Arg::get_env).any(is_empty) {
        return None;
    }
    Global::from_arg_matches(&command.try_get_matches_from(words).ok()?).ok()
}

/// An empty variable is no value, as in every shell. A refused value is laid to the variable that it came from.
fn parsed(words: Vec<OsString>) -> Result<Cli, Error> {
    if let Some(global) = without_command(&words) {
        return Ok(Cli { global, command: None });
    }
    let mut command = Cli::command();
    let mut given = Vec::new();
    for (id, long, name) in variables(&command) {
        match std::env::var_os(&name) {
            Some(value) if value.is_empty() => {
                command = command.mut_arg(id, |argument| argument.env(Resettable::Reset));
            }
            Some(_) if !is_typed(&words, &long) => given.push((long, name)),
            _ => {}
        }
    }
    let told = |mut error: Error| {
        if let Some((_, name)) = given.iter().find(|(long, _)| names(&error, long)) {
            let hint = format!("the value comes from the environment variable {name}");
            error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![hint.into()]));
        }
        error.format(&mut Cli::command())
    };
    command.try_get_matches_from(words).and_then(|matches| Cli::from_arg_matches(&matches)).map_err(told)
}

/// Options that a variable may stand for: id, long name, variable.
fn variables(command: &clap::Command) -> Vec<(String, String, String)> {
    let all = command.get_arguments().filter_map(|a| {
        let name = a.get_env()?.to_str()?.to_owned();
        Some((a.get_id().to_string(), format!("--{}", a.get_long()?), name))
    });
    all.collect()
}

/// Whether the option is on the command line: otherwise its value comes from the environment.
pub(super) fn is_given(long: &str) -> bool {
    is_typed(&std::env::args_os().collect::<Vec<_>>(), long)
}

fn is_typed(words: &[OsString], long: &str) -> bool {
    words.iter().filter_map(|w| w.to_str()).any(|w| w == long || w.starts_with(&format!("{long}=")))
}

fn names(error: &Error, long: &str) -> bool {
    matches!(error.get(ContextKind::InvalidArg), Some(ContextValue::String(arg)) if arg.starts_with(long))
}
