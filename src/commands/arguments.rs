//! The command line and the variables that stand for its options.

use std::ffi::OsString;

use clap::builder::Resettable;
use clap::error::{ContextKind, ContextValue};
use clap::{CommandFactory, Error, FromArgMatches};

use crate::cli::Cli;

/// What the person asked for. Wrong usage ends the program with 2, help with 0.
#[must_use]
pub(super) fn parse() -> Cli {
    parsed(std::env::args_os().collect()).unwrap_or_else(|error| error.exit())
}

/// An empty variable is no value, as in every shell. A refused value is laid to the variable that it came from.
fn parsed(words: Vec<OsString>) -> Result<Cli, Error> {
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

fn is_typed(words: &[OsString], long: &str) -> bool {
    words.iter().filter_map(|w| w.to_str()).any(|w| w == long || w.starts_with(&format!("{long}=")))
}

fn names(error: &Error, long: &str) -> bool {
    matches!(error.get(ContextKind::InvalidArg), Some(ContextValue::String(arg)) if arg.starts_with(long))
}
