//! One command per file: load, act, print.

mod app;
mod arguments;
mod cards;
mod certificate;
mod check;
mod choosing;
mod class;
mod convert;
mod course;
mod doctor;
mod drill;
mod environment;
mod exchange_desk;
mod export;
mod export_course;
mod forget;
mod generate;
mod homework;
mod host;
mod import;
mod learn;
mod list;
mod man;
mod memory;
mod new;
mod notes;
pub mod output;
mod paper;
mod paths;
mod plain;
mod profile;
mod progress_file;
mod quiz;
mod report;
mod restore;
mod scenario;
mod search;
mod settings;
mod settings_desk;
mod staging;
mod stats;
mod timed_lines;
mod write_file;
mod zone;

use std::process::ExitCode;

use anyhow::Context as _;

use crate::cli::{Cli, Global, Verb};

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
    let Cli { global, command } = match arguments::parse() {
        Ok(cli) => cli,
        Err(told) => return told,
    };
    let ended = perform(&global, command).map_err(|error| {
        // Files say what they are; what comes with no word is our own output.
        if error.chain().count() == 1 && error.is::<std::io::Error>() {
            error.context(output::UNWRITTEN)
        } else {
            error
        }
    })?;
    output::finish().context(output::UNWRITTEN)?;
    Ok(ended)
}

fn perform(global: &Global, command: Option<Verb>) -> anyhow::Result<Ended> {
    match command {
        None => app::open(global),
        Some(Verb::Learn { lesson }) => learn::run(global, lesson.as_deref()),
        Some(Verb::Cards(args)) => cards::run(global, &args),
        Some(Verb::Quiz(args)) => quiz::run(global, &args),
        Some(Verb::Scenario(args)) => scenario::run(global, &args),
        Some(Verb::Paper(args)) => paper::run(global, &args),
        Some(Verb::Report(args)) => report::run(global, &args),
        Some(Verb::Drill(args)) => drill::run(global, &args),
        Some(Verb::Host(args)) => host::run(global, &args),
        Some(Verb::Check(args)) => check::run(global, &args),
        Some(Verb::New(what)) => new::run(global, &what),
        Some(Verb::Search { words, json }) => search::run(global, &words, json),
        Some(Verb::Convert(args)) => convert::run(global, &args),
        Some(Verb::Course(what)) => course::run(global, &what),
        Some(Verb::Import(args)) => import::run(global, &args),
        Some(Verb::Export(args)) => export_course::run(global, &args),
        Some(Verb::List { kind, only, json }) => list::run(global, kind, only, json),
        Some(Verb::Stats { quiz: Some(number), json }) => stats::quiz(global, number, json),
        Some(Verb::Stats { quiz: None, json }) => stats::run(global, json),
        Some(Verb::Memory(args)) => memory::run(global, args),
        Some(Verb::Profile(what)) => profile::run(global, &what),
        Some(Verb::Certificate(args)) => certificate::run(global, &args),
        Some(Verb::Restore(args)) => restore::run(global, &args),
        Some(Verb::Class(what)) => class::run(global, &what),
        Some(Verb::Forget(args)) => forget::run(global, &args),
        Some(Verb::Notes(args)) => notes::run(global, &args),
        Some(Verb::Settings(args)) => settings::run(global, &args),
        Some(Verb::Paths { json }) => paths::run(global, json),
        Some(Verb::Doctor { json }) => doctor::run(global, json),
        Some(Verb::Completions { shell }) => generate::completions(shell),
        Some(Verb::Man) => man::run(),
    }
}

#[cfg(test)]
mod media_agree;
