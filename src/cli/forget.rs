//! `forget`: what can be forgotten.

use clap::{Args, Subcommand};

use super::{name, profile};
use crate::study::names::Name;

/// What to forget. Says what goes and asks before it does.
#[derive(Args, Clone, Debug)]
pub struct ForgetArgs {
    #[command(subcommand)]
    pub what: Forget,
    /// Do it without asking
    #[arg(long, global = true)]
    pub yes: bool,
}

/// What can be forgotten.
#[derive(Clone, Debug, Subcommand)]
pub enum Forget {
    /// A learner: all progress in every course, and the name in what classes did
    Profile {
        #[arg(value_parser = profile)]
        name: String,
    },
    /// A drill, by the number that `ninetracks report --list` gives it
    Drill { number: usize },
    /// A person of a class: the sheets go; in drills and kept teams another name takes the place of this one
    Pupil {
        #[arg(value_parser = name)]
        name: Name,
    },
    /// Teams that were kept under a name
    Class {
        #[arg(value_parser = name)]
        name: Name,
    },
}
