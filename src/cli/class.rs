//! `class`: what can be said about classes on the command line.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{name, person, profile};
use crate::study::names::{Name, PersonName};

/// What to do with classes.
#[derive(Clone, Debug, Subcommand)]
pub enum ClassCommand {
    /// List all classes
    List {
        /// Print as JSON: one array of objects
        #[arg(long)]
        json: bool,
    },
    /// Show a class: who is in it, and how each did in its drills and papers
    Show {
        #[arg(value_parser = name)]
        class: Name,
        /// Only this pupil
        #[arg(value_parser = person)]
        pupil: Option<PersonName>,
        /// Print as JSON
        #[arg(long)]
        json: bool,
    },
    /// Read a class from a list: one name per line, or CSV with commas, semicolons or tabs, as school programs write it
    Import {
        file: PathBuf,
        /// The class's name, where the list has no column for it; people are added to a class of this name
        #[arg(long, value_name = "NAME", value_parser = name)]
        name: Option<Name>,
        /// What the columns hold, where it cannot be told: name, first, last, class, id, email, extra time, large print, or - for
        /// none of these
        #[arg(long, value_name = "COLUMNS", value_delimiter = ',')]
        columns: Vec<String>,
    },
    /// Add people to a class; a class that is not there is made
    Add {
        #[arg(value_parser = name)]
        class: Name,
        #[arg(required = true, value_parser = person)]
        pupils: Vec<PersonName>,
    },
    /// Rename the class OLD to NEW; its drills and papers stay with it
    Rename {
        #[arg(value_parser = name)]
        old: Name,
        #[arg(value_parser = name)]
        new: Name,
    },
    /// Rename a pupil; earlier results stay with the pupil
    RenamePupil {
        #[arg(value_parser = name)]
        class: Name,
        #[arg(value_parser = person)]
        old: PersonName,
        #[arg(value_parser = person)]
        new: PersonName,
    },
    /// Take a pupil off the list; results are kept (`ninetracks forget pupil` erases them)
    RemovePupil {
        #[arg(value_parser = name)]
        class: Name,
        #[arg(value_parser = person)]
        pupil: PersonName,
    },
    /// Say what a pupil needs: more time, large print
    Needs(PupilNeeds),
    /// Say in which profile a pupil learns on this computer, so that quizzes taken there appear in the class's reports
    Profile {
        #[arg(value_parser = name)]
        class: Name,
        #[arg(value_parser = person)]
        pupil: PersonName,
        #[arg(value_parser = profile)]
        profile: String,
    },
}

/// What a pupil needs.
#[derive(Args, Clone, Debug)]
pub struct PupilNeeds {
    #[arg(value_parser = name)]
    pub class: Name,
    #[arg(value_parser = person)]
    pub pupil: PersonName,
    /// More time, in percent; 0 for none
    #[arg(long, value_name = "P", value_parser = clap::value_parser!(u16).range(0..=200))]
    pub extra_time: Option<u16>,
    /// Sheets in large print
    #[arg(long, value_name = "yes|no", value_parser = ["yes", "no"])]
    pub large_print: Option<String>,
}
