//! The command line, as clap structs. No logic.

mod cards;
mod check;
mod choosing;
mod class;
mod course;
mod drill;
mod exchange;
mod forget;
mod host;
mod memory;
mod notes;
mod paper;
mod progress;
mod quiz;

use std::path::PathBuf;

pub use cards::CardsArgs;
pub use check::CheckArgs;
pub use choosing::ChoosingArgs;
use clap::{Args, Parser, Subcommand, ValueEnum};
pub use class::{ClassCommand, PupilNeeds};
pub use course::{AddArgs, ConvertArgs, CourseCommand, CourseText, LONGEST_NAME};
pub use drill::{DrillArgs, DrillMode};
pub use exchange::{ExportArgs, ExportTarget, ImportArgs};
pub use forget::{Forget, ForgetArgs};
pub use host::{HostArgs, NameChoice};
pub use memory::{MemoryAction, MemoryArgs};
pub use notes::{NotesArgs, SettingsArgs};
pub use paper::{CsvTable, PaperArgs, ReportArgs, ReportForm};
pub use progress::{CertificateArgs, ProfileCommand, RestoreArgs};
pub use quiz::QuizArgs;

use crate::course::model::Id;
use crate::course::suggestion::did_you_mean;
use crate::study::card_list::CardFilter;
use crate::study::names::{Name, PersonName};
use crate::study::settings::{Setting, SettingValues, ThemeChoice};
use crate::ui::runner::LARGEST;

/// Learn a course in the terminal: lessons, flashcards with spaced repetition, scored quizzes.
#[derive(Debug, Parser)]
#[command(name = "ninetracks", version, args_conflicts_with_subcommands = false)]
#[command(
    after_help = "Without a command, the app opens. Progress is kept in your data folder; `ninetracks paths` shows where."
)]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Option<Verb>,
}

/// Options of every command.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Options of every command")]
pub struct Global {
    /// Open the course in this folder, or the added course of this name, instead of the built-in one
    #[arg(long, global = true, value_name = "DIR", env = "NINETRACKS_COURSE", value_hint = clap::ValueHint::DirPath)]
    pub course: Option<PathBuf>,
    /// Keep progress in this folder
    #[arg(long, global = true, value_name = "DIR", env = "NINETRACKS_DATA")]
    pub data: Option<PathBuf>,
    /// Whose progress to use; several learners can share a computer
    #[arg(long, global = true, value_name = "NAME", default_value = "default", value_parser = profile)]
    pub profile: String,
    /// Seed for everything drawn at random: the same seed gives the same paper
    #[arg(long, global = true, value_name = "N")]
    pub seed: Option<u64>,
    /// Use lines instead of screens, for screen readers, pipes and scripts
    #[arg(long, global = true)]
    pub plain: bool,
    /// Colours: automatic, dark, light, contrast, colour-blind or none
    #[arg(long, global = true, value_name = "NAME", env = "NINETRACKS_THEME")]
    pub theme: Option<ThemeChoice>,
    /// Leave the mouse to the terminal, whatever the settings say, so that text can be selected
    #[arg(long, global = true)]
    pub no_mouse: bool,
    /// Set something for this run, such as text_width=60; `ninetracks settings` lists what there is
    #[arg(long, global = true, value_name = "NAME=VALUE", value_parser = assignment)]
    pub set: Vec<(Setting, String)>,
    /// Use this settings file
    #[arg(long, global = true, value_name = "FILE", env = "NINETRACKS_SETTINGS", hide = true)]
    pub settings: Option<PathBuf>,
    /// Type these keys at the app without a terminal
    #[arg(long, global = true, value_name = "SCRIPT", hide = true)]
    pub keys: Option<String>,
    /// Print the last screen after --keys
    #[arg(long, global = true, hide = true)]
    pub print: bool,
    /// Size of the screen for --keys
    #[arg(long, global = true, value_name = "WxH", hide = true, default_value = "100x30", value_parser = size)]
    pub size: (u16, u16),
}

/// The help of what writes the same whatever the options of every command say.
const WRITES: &str = "{about}\n\n{usage-heading} {usage}\n\n{positionals}\n";

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Read a lesson, by number or id; without one, continue where you left off
    Learn { lesson: Option<String> },
    /// Review the cards that are due; or suspend, bury, resume or reset some
    Cards(CardsArgs),
    /// Take a scored quiz
    Quiz(QuizArgs),
    /// Play a branching scenario, by number or id; without one, choose from a list
    Scenario(ScenarioArgs),
    /// Run a drill for a class on one screen
    Drill(DrillArgs),
    /// Run a drill that the class answers on its own phones, in the same network, without internet
    Host(HostArgs),
    /// Write question sheets and their key for printing, or enter the answers from them
    Paper(PaperArgs),
    /// Show the report of a drill or of a paper taken by several people; without a number, the latest drill
    Report(ReportArgs),
    /// Check a course: what is wrong, where, and what to do
    Check(CheckArgs),
    /// Begin a course or a lesson of your own; existing files are never overwritten
    #[command(subcommand)]
    New(NewThing),
    /// Find words in lessons, terms, cards, questions, scenarios, cases, works and people
    Search {
        /// What to look for; an entry is found if it holds all of these words
        #[arg(required = true)]
        words: Vec<String>,
        /// Print as JSON: one array of objects
        #[arg(long)]
        json: bool,
    },
    /// Write a course in Markdown that is in RON, or the other way round, into a new folder
    Convert(ConvertArgs),
    /// Take courses of others into the data folder, list them, remove them
    #[command(subcommand)]
    Course(CourseCommand),
    /// Bring questions and cards from other programs into a course folder; with --progress, progress from another computer
    Import(ImportArgs),
    /// Write the course's questions and cards for other programs; with --progress, your progress for another computer
    Export(ExportArgs),
    /// List what the course contains (lessons, terms, cards, questions, scenarios, cases, references), your notes and flags
    List {
        #[arg(value_enum, default_value_t)]
        kind: ListTarget,
        /// With `cards`: only those that are due, soon (within a week), new, leeches, or held
        #[arg(long, value_name = "WHICH", value_parser = cards::card_filter)]
        only: Option<CardFilter>,
        /// Print as JSON: one array of objects
        #[arg(long)]
        json: bool,
    },
    /// Show your progress; with --quiz, what came of an old quiz, question by question
    Stats {
        /// The quiz with this number, as `ninetracks stats` lists them
        #[arg(long, value_name = "N")]
        quiz: Option<usize>,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Show how well your memory is predicted and what a desired retention costs; fit the schedule to your reviews
    Memory(MemoryArgs),
    /// List profiles, or rename one
    #[command(subcommand)]
    Profile(ProfileCommand),
    /// Print a certificate of what you did in the course, or what is still missing for one
    Certificate(CertificateArgs),
    /// List the backups of the last seven days of study, or go back to one
    Restore(RestoreArgs),
    /// Keep the lists of your classes, import them, and show how each pupil did
    #[command(subcommand)]
    Class(ClassCommand),
    /// Permanently erase a profile, drill, pupil or class from every file in the data folder
    Forget(ForgetArgs),
    /// List your notes and bookmarks; with lesson and section, set one there
    Notes(NotesArgs),
    /// List the settings, or change one: theme, keys, limits and more
    Settings(SettingsArgs),
    /// Show where things are kept, and each setting with where it comes from
    Paths {
        /// Print as JSON: one object
        #[arg(long)]
        json: bool,
    },
    /// Look for what is wrong here and say what to do; changes nothing
    Doctor {
        /// Print as JSON: one array of objects
        #[arg(long)]
        json: bool,
    },
    /// Write shell completions to standard output
    #[command(help_template = WRITES)]
    Completions { shell: clap_complete::Shell },
    /// Write the manual page to standard output
    #[command(help_template = WRITES)]
    Man,
}

/// What is begun. Files that are there are never overwritten.
#[derive(Clone, Debug, Subcommand)]
pub enum NewThing {
    /// Make the folder DIR with a small course that works, to be written over with your own
    Course {
        dir: PathBuf,
        /// What learners read above it [default: from the folder's name]
        #[arg(long)]
        title: Option<String>,
        /// Write lesson, cards and questions in Markdown instead of RON
        #[arg(long)]
        markdown: bool,
    },
    /// Add a lesson, with its cards and questions, to the course in --course DIR
    Lesson {
        /// Small letters, digits and hyphens; progress belongs to it
        id: String,
        /// Its title [default: from the id]
        #[arg(long)]
        title: Option<String>,
        /// Write lesson, cards and questions in Markdown instead of RON
        #[arg(long)]
        markdown: bool,
    },
}

/// Which scenario is played, or the note of which is printed.
#[derive(Args, Clone, Debug)]
pub struct ScenarioArgs {
    /// Its number or id
    pub id: Option<String>,
    /// Write the note for the teacher instead: before, during, after, and questions for the debrief
    #[arg(long, requires = "id")]
    pub note: bool,
    /// Write the note to this file instead of standard output; as a page for printing where it ends in .html
    #[arg(long, value_name = "FILE", requires = "note")]
    pub out: Option<PathBuf>,
    /// Overwrite an existing file
    #[arg(long, requires = "out")]
    pub force: bool,
}

impl ReportForm {
    /// Whether a form was named.
    #[must_use]
    pub fn is_any(self) -> bool {
        self.csv.is_some() || self.json || self.html
    }
}

impl std::str::FromStr for CsvTable {
    type Err = String;
    fn from_str(raw: &str) -> Result<Self, String> {
        match raw {
            "all" => Ok(Self::All),
            "gradebook" => Ok(Self::Gradebook),
            "items" => Ok(Self::Items),
            "log" => Ok(Self::Log),
            _ => raw
                .parse()
                .map(Self::Drill)
                .map_err(|_| "write gradebook, items or log, or nothing for all tables".to_owned()),
        }
    }
}

/// What can be listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ListTarget {
    #[default]
    Lessons,
    Terms,
    Cards,
    Questions,
    Scenarios,
    Cases,
    References,
    /// Your notes and bookmarks
    Notes,
    /// What learners flagged for the author, on this computer
    Flags,
}

fn profile(raw: &str) -> Result<String, String> {
    Id::new(raw).map(|id| id.to_string()).map_err(|why| format!("{why}; for example `--profile ana`"))
}

/// `name=value`, the value looked at.
fn assignment(raw: &str) -> Result<(Setting, String), String> {
    let (name, value) = raw.split_once('=').ok_or_else(|| format!("`{raw}` has no `=`: write NAME=VALUE"))?;
    let setting = Setting::named(name).ok_or_else(|| {
        let known = Setting::ALL.into_iter().map(Setting::name);
        let all = known.clone().collect::<Vec<_>>().join(", ");
        format!("there is no setting `{name}`.{} The settings are: {all}", did_you_mean(name, known))
    })?;
    SettingValues::default().set(setting, value)?;
    Ok((setting, value.to_owned()))
}

fn name(raw: &str) -> Result<Name, String> {
    Name::new(raw).map_err(|why| why.to_string())
}

fn person(raw: &str) -> Result<PersonName, String> {
    PersonName::new(raw).map_err(|why| why.to_string())
}

fn size(raw: &str) -> Result<(u16, u16), String> {
    let parsed = raw.split_once('x').and_then(|(w, h)| Some((w.parse().ok()?, h.parse().ok()?)));
    let (width, height) = parsed.filter(|&(w, h)| w > 0 && h > 0).ok_or_else(|| "write a size as 100x30".to_owned())?;
    let (widest, highest) = LARGEST;
    if width > widest || height > highest {
        return Err(format!("write a size as 100x30, up to {widest}x{highest}"));
    }
    Ok((width, height))
}
