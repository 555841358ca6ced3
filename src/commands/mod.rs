//! One verb a file: load, act, print.

mod app;
mod arguments;
mod cards;
mod check;
mod doctor;
mod drill;
mod environment;
mod export;
mod forget;
mod generate;
mod learn;
mod list;
mod paper;
mod paths;
mod plain;
mod profile;
mod quiz;
mod report;
mod scenario;
mod stats;
mod write_file;

use std::process::ExitCode;

use crate::cli::{Cli, Command};
use crate::ui::effect::Place;

/// How a command ended, when nothing went wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Ended {
    Done,
    /// The thing asked for failed: content has errors, a pass mark was missed.
    Failed,
    /// It was asked for in a way that cannot be; what to do was said.
    Misused,
}

impl From<Ended> for ExitCode {
    fn from(ended: Ended) -> Self {
        match ended {
            Ended::Done => Self::SUCCESS,
            Ended::Failed => Self::from(1),
            Ended::Misused => Self::from(2),
        }
    }
}

/// Reads the command line and does what it says. Wrong usage ends the program with 2.
///
/// # Errors
/// Whatever hindered the command, said for people.
pub fn run() -> anyhow::Result<Ended> {
    let Cli { global, command } = arguments::parse();
    match command {
        None => app::open(&global, Place::Home),
        Some(Command::Learn { lesson }) => learn::run(&global, lesson.as_deref()),
        Some(Command::Cards { lesson }) => cards::run(&global, lesson.as_deref()),
        Some(Command::Quiz(args)) => quiz::run(&global, &args),
        Some(Command::Scenario { id }) => scenario::run(&global, id.as_deref()),
        Some(Command::Paper(args)) => paper::run(&global, &args),
        Some(Command::Report(args)) => report::run(&global, &args),
        Some(Command::Drill(args)) => drill::run(&global, &args),
        Some(Command::Check { dir, json }) => check::run(&global, dir.as_deref(), json),
        Some(Command::List { kind, json }) => list::run(&global, kind, json),
        Some(Command::Stats { json }) => stats::run(&global, json),
        Some(Command::Profile(what)) => profile::run(&global, &what),
        Some(Command::Forget(args)) => forget::run(&global, &args),
        Some(Command::Paths) => paths::run(&global),
        Some(Command::Doctor { json }) => doctor::run(&global, json),
        Some(Command::Completions { shell }) => generate::completions(shell),
        Some(Command::Man) => generate::man(),
    }
}

#[cfg(test)]
mod facts;
