//! `forget`: what can be forgotten.

use clap::{Args, Subcommand};

use super::{name, person, profile};
use crate::study::names::{Name, PersonName};

/// What to erase. Says what will go and asks first.
#[derive(Args, Clone, Debug)]
pub struct ForgetArgs {
    #[command(subcommand)]
    pub what: Forget,
    /// Erase without asking
    #[arg(long, global = true)]
    pub yes: bool,
}

/// What can be forgotten.
#[derive(Clone, Debug, Subcommand)]
pub enum Forget {
    /// A learner: all progress in every course, and the name in class records
    Profile {
        #[arg(value_parser = profile)]
        name: String,
    },
    /// A drill, by the number that `ninetracks report --list` gives it
    Drill { number: usize },
    /// A person in a class: their sheets are erased; in drills and saved teams the name is replaced
    Pupil {
        #[arg(value_parser = person)]
        name: PersonName,
    },
    /// A class: its list, its sheets, its people's names in drills; also teams saved under this name
    Class {
        #[arg(value_parser = name)]
        name: Name,
    },
}
