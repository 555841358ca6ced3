//! The command line, as clap structs. No logic.

mod choosing;
mod class;
mod drill;
mod exchange;
mod forget;

use std::path::PathBuf;

pub use choosing::ChoosingArgs;
use clap::{Args, Parser, Subcommand, ValueEnum};
pub use class::{ClassCommand, PupilNeeds};
pub use drill::{DrillArgs, DrillMode};
pub use exchange::{ExportArgs, ImportArgs};
pub use forget::{Forget, ForgetArgs};

use crate::course::model::Id;
use crate::course::suggestion::did_you_mean;
use crate::study::names::{Name, PersonName};
use crate::study::settings::{Setting, SettingValues, ThemeChoice};
use crate::study::sheet::MOST_VERSIONS;
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
pub struct Global {
    /// Open the course in this folder instead of the built-in one
    #[arg(long, global = true, value_name = "DIR", env = "NINETRACKS_COURSE")]
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

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Read a lesson, by number or id; without one, continue where you left off
    Learn { lesson: Option<String> },
    /// Review the cards that are due
    Cards {
        /// Only the cards of this lesson, by number or id
        lesson: Option<String>,
    },
    /// Take a scored quiz
    Quiz(QuizArgs),
    /// Play a branching scenario, by number or id; without one, choose from a list
    Scenario(ScenarioArgs),
    /// Run a drill for a class on one screen
    Drill(DrillArgs),
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
    /// Bring questions and cards from other programs into a course folder
    Import(ImportArgs),
    /// Write the course's questions and cards for other programs
    Export(ExportArgs),
    /// List what the course contains (lessons, terms, cards, questions, scenarios, cases, references), your notes and flags
    List {
        #[arg(value_enum, default_value_t)]
        kind: ListTarget,
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
    /// List profiles, or rename one
    #[command(subcommand)]
    Profile(ProfileCommand),
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
    Completions { shell: clap_complete::Shell },
    /// Write the manual page to standard output
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
    },
    /// Add a lesson, with its cards and questions, to the course in --course DIR
    Lesson {
        /// Small letters, digits and hyphens; progress belongs to it
        id: String,
        /// Its title [default: from the id]
        #[arg(long)]
        title: Option<String>,
    },
}

/// What to do with profiles. A new one is made when something is first saved with --profile NAME.
#[derive(Clone, Debug, Subcommand)]
pub enum ProfileCommand {
    /// List all profiles
    List {
        /// Print as JSON: one array of objects
        #[arg(long)]
        json: bool,
    },
    /// Rename the profile OLD to NEW; its progress is kept
    Rename {
        #[arg(value_parser = profile)]
        old: String,
        #[arg(value_parser = profile)]
        new: String,
    },
}

/// Which section, and what is kept on it. Without one, all notes are listed.
#[derive(Args, Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "switches of the command line")]
pub struct NotesArgs {
    /// The lesson, by number or id
    #[arg(requires = "section")]
    pub lesson: Option<String>,
    /// The section, by number or id
    pub section: Option<String>,
    /// The note, in place of the one before
    pub text: Vec<String>,
    /// Set a bookmark
    #[arg(long, requires = "section")]
    pub bookmark: bool,
    /// Remove note and bookmark
    #[arg(long, requires = "section", conflicts_with_all = ["text", "bookmark"])]
    pub remove: bool,
    /// Print all as JSON: one array of objects
    #[arg(long, conflicts_with_all = ["lesson", "out"])]
    pub json: bool,
    /// Write all to this file, as Markdown
    #[arg(long, value_name = "FILE", conflicts_with = "lesson")]
    pub out: Option<PathBuf>,
    /// Overwrite an existing file
    #[arg(long, requires = "out")]
    pub force: bool,
}

/// Which setting, and what becomes of it. Without one, all are listed.
#[derive(Args, Clone, Debug)]
pub struct SettingsArgs {
    /// Its name; `keys` for the keys of actions
    pub name: Option<String>,
    /// Its new value; for keys, the action and then its key
    #[arg(requires = "name", allow_negative_numbers = true)]
    pub value: Vec<String>,
    /// Change it only for the profile in use (see --profile)
    #[arg(long, requires = "name")]
    pub for_profile: bool,
    /// Go back to what holds without it
    #[arg(long, requires = "name")]
    pub reset: bool,
    /// Print as JSON
    #[arg(long)]
    pub json: bool,
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

/// Which course is checked, and how.
#[derive(Args, Clone, Debug)]
pub struct CheckArgs {
    /// The course folder; without one, the current course
    pub dir: Option<PathBuf>,
    /// Try guessing strategies that need no knowledge of the lessons: one that beats chance shows what gives answers away
    #[arg(long)]
    pub attack: bool,
    /// With --attack: list every strategy tried, even if none succeeds
    #[arg(long, requires = "attack", conflicts_with = "json")]
    pub all: bool,
    /// Print the findings, or with --attack every strategy's score, as JSON
    #[arg(long)]
    pub json: bool,
}

/// Choosing a quiz. Without any of these the app asks.
#[derive(Args, Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "switches of the command line")]
pub struct QuizArgs {
    /// Lessons to draw from, by number or id [default: the whole course]
    pub lessons: Vec<String>,
    /// The placement test: before the course, after it, and then both results side by side with the gain
    #[arg(long, conflicts_with_all = ["lessons", "length", "exam", "limit", "pass"])]
    pub placement: bool,
    /// Resume the quiz that was left last
    #[arg(long, conflicts_with_all = ["lessons", "length", "exam", "limit", "placement"])]
    pub resume: bool,
    /// With --plain: start a new quiz without asking about one that was left
    #[arg(long, conflicts_with_all = ["resume", "placement"])]
    pub new: bool,
    /// Number of questions
    #[arg(long, short = 'n', value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub length: Option<u16>,
    /// Give feedback at the end instead of after each question
    #[arg(long)]
    pub exam: bool,
    /// Time limit for the whole quiz, in minutes
    #[arg(long, value_name = "MINUTES", value_parser = clap::value_parser!(u32).range(1..=600))]
    pub limit: Option<u32>,
    /// Exit with code 1 if the score is below P percent
    #[arg(long, value_name = "P", value_parser = clap::value_parser!(u32).range(0..=100))]
    pub pass: Option<u32>,
    /// With --plain: print the result as JSON after the last answer
    #[arg(long)]
    pub json: bool,
}

/// Which paper; the same lessons, length and --seed give the questions of the quiz on the screen.
#[derive(Args, Clone, Debug)]
pub struct PaperArgs {
    /// Lessons to draw from, by number or id, separated by commas [default: the whole course]
    #[arg(long, value_name = "LESSONS", value_delimiter = ',')]
    pub lessons: Vec<String>,
    /// Number of questions
    #[arg(long, short = 'n', value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub length: Option<u16>,
    #[command(flatten)]
    pub choosing: ChoosingArgs,
    /// Number of versions, lettered from A: the same questions in different orders
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u8).range(1..=i64::from(MOST_VERSIONS)))]
    pub versions: u8,
    /// What the paper is called; it is then kept, with a number, and --enter and `report` know it by its name
    #[arg(long, value_name = "NAME", value_parser = name)]
    pub name: Option<Name>,
    /// The class it is for: it is then kept as with --name, and those who need large print have sheets of their own
    #[arg(long, value_name = "NAME", value_parser = name)]
    pub class: Option<Name>,
    /// Also write every version in large print
    #[arg(long)]
    pub large_print: bool,
    /// Folder for a sheet of each version (sheets-A.html, sheets-A.md), key.html and key.md [default: paper-SEED]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Overwrite existing files
    #[arg(long)]
    pub force: bool,
    /// Enter answers from paper, person by person: of a kept paper by its number, name or code, or with the lessons, length and seed
    /// at the foot of the sheet
    #[arg(long, value_name = "PAPER", num_args = 0..=1, default_missing_value = "", conflicts_with_all = ["out", "force", "large_print"])]
    pub enter: Option<String>,
}

/// What is reported, and as what. Without a form it is shown on the screen.
#[derive(Args, Clone, Debug)]
pub struct ReportArgs {
    /// Number of the drill, as shown by --list
    pub drill: Option<usize>,
    /// Everyone who took this paper, on screen or on paper: its seed, number, name or code
    #[arg(long, value_name = "PAPER", conflicts_with = "drill")]
    pub paper: Option<String>,
    /// List what can be reported
    #[arg(long, conflicts_with_all = ["drill", "paper", "csv", "html", "out"])]
    pub list: bool,
    /// With --paper: only the people of this class, with those who were away; with --list: only its drills
    #[arg(long, value_name = "NAME", value_parser = name, conflicts_with = "drill")]
    pub class: Option<Name>,
    /// Correct a wrong key, now or later: the number of the question and the right answer by the letters of the screen, for
    /// example `3=b`, `3=b/d` for either, `3=all` for whatever was answered, `3=void` for none, `3=author` for the course's own
    #[arg(long, value_name = "N=ANSWER", conflicts_with = "list")]
    pub key: Vec<String>,
    /// Give the drill this name
    #[arg(long, value_name = "NAME", value_parser = name, conflicts_with_all = ["list", "paper"])]
    pub set_name: Option<Name>,
    /// Say which class the drill was with
    #[arg(long, value_name = "CLASS", value_parser = name, conflicts_with_all = ["list", "paper"])]
    pub set_class: Option<Name>,
    /// Take the drill out of lists and histories; `ninetracks forget drill N` erases it
    #[arg(long, conflicts_with_all = ["list", "paper"])]
    pub delete: bool,
    #[command(flatten)]
    pub form: ReportForm,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Overwrite an existing file
    #[arg(long, requires = "out")]
    pub force: bool,
}

/// The forms of a report, one at a time.
#[derive(Args, Clone, Copy, Debug)]
#[group(multiple = false)]
pub struct ReportForm {
    /// Print as CSV, for a spreadsheet: all tables, or only `gradebook` (a row per pupil, for Moodle and Canvas), `items` (a row per
    /// question) or `log` (a row per answer)
    #[arg(long, value_name = "TABLE", num_args = 0..=1, default_missing_value = "all")]
    pub csv: Option<CsvTable>,
    /// As JSON
    #[arg(long)]
    pub json: bool,
    /// Print as one HTML page, charts included
    #[arg(long)]
    pub html: bool,
}

impl ReportForm {
    /// Whether a form was named.
    #[must_use]
    pub fn is_any(self) -> bool {
        self.csv.is_some() || self.json || self.html
    }
}

/// Which tables of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CsvTable {
    All,
    Gradebook,
    Items,
    Log,
    /// All tables of the drill with this number: `report --csv 3` is `report 3 --csv`.
    Drill(usize),
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
