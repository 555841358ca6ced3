//! `drill`: what can be said about it on the command line.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{ChoosingArgs, name, person};
use crate::study::drill::MAX_TIMER_S;
use crate::study::names::{Name, PersonName};

/// Setting up a drill. The app asks for the rest; with --plain it begins at once, with defaults for anything not given.
#[derive(Args, Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "switches of the command line")]
pub struct DrillArgs {
    /// Resume the last drill
    #[arg(long, conflicts_with_all = ["roster", "class", "absent", "name", "teams", "lessons", "length", "mode", "scenario", "timer", "points", "target", "round"])]
    pub resume: bool,
    /// A list of names, one per line or as CSV: up to eight are teams; more are people, who are dealt into teams
    #[arg(long, value_name = "FILE")]
    pub roster: Option<PathBuf>,
    /// The class that plays, as `ninetracks class list` shows it: its people are dealt into teams
    #[arg(long, value_name = "NAME", conflicts_with = "roster", value_parser = name)]
    pub class: Option<Name>,
    /// With --class: who is away today, separated by commas
    #[arg(long, value_name = "NAMES", value_delimiter = ',', requires = "class", value_parser = person)]
    pub absent: Vec<PersonName>,
    /// What the drill is called in lists and reports
    #[arg(long, value_name = "NAME", value_parser = name)]
    pub name: Option<Name>,
    /// Number of teams, 2 to 8
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(2..=8))]
    pub teams: Option<u8>,
    /// Lessons to draw from, by number or id, separated by commas [default: the whole course]
    #[arg(long, value_name = "LESSONS", value_delimiter = ',')]
    pub lessons: Vec<String>,
    /// Number of questions
    #[arg(long, short = 'n', value_name = "N", value_parser = clap::value_parser!(u16).range(1..=500))]
    pub length: Option<u16>,
    #[command(flatten)]
    pub choosing: ChoosingArgs,
    /// How the drill is played [default: together]
    #[arg(long, value_enum)]
    pub mode: Option<DrillMode>,
    /// The scenario to play by vote, by number or id [default: the first]
    #[arg(long, value_name = "ID", conflicts_with_all = ["lessons", "length", "timer", "points", "target", "round"])]
    pub scenario: Option<String>,
    /// Seconds for each question; 0 for no clock
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u16).range(0..=i64::from(MAX_TIMER_S)))]
    pub timer: Option<u16>,
    /// Points for each question; 0 for discussion without points
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=10))]
    pub points: Option<u32>,
    /// With --mode class: the percentage of all points that the class aims for
    #[arg(long, value_name = "P", value_parser = clap::value_parser!(u8).range(1..=100))]
    pub target: Option<u8>,
    /// Show the board after every N questions; 0 for only at the end
    #[arg(long, value_name = "N")]
    pub round: Option<u8>,
    /// Read each question out before it opens: one key more
    #[arg(long)]
    pub read_first: bool,
    /// Keep a question open until you close it, also when every team has answered
    #[arg(long)]
    pub keep_open: bool,
    /// With --mode argue and a clock: seconds for arguing between the two votes
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u16).range(1..=i64::from(MAX_TIMER_S)))]
    pub argue: Option<u16>,
    /// Sound the terminal's bell when a team presses and when the time is up
    #[arg(long)]
    pub bell: bool,
    /// With --plain: print the report as JSON at the end
    #[arg(long)]
    pub json: bool,
}

/// Ways to play a drill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DrillMode {
    /// The first team to press answers; a miss opens the question to the others
    Buzzer,
    /// Each question goes to one team; if missed, it passes to the next
    Turns,
    /// Every team answers every question
    Together,
    /// Vote by show of hands, argue, vote again
    Argue,
    /// Every team answers; all points are one score against a target
    Class,
    /// A scenario, decided by show of hands
    Scenario,
}
