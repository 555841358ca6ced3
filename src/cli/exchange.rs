//! Bringing questions in and out.

use std::path::PathBuf;

use clap::Args;

use super::{name, profile};
use crate::exchange::{Format, NamedColumns};
use crate::study::names::Name;

/// What is brought, and where to.
#[expect(clippy::struct_excessive_bools, reason = "switches of the command line")]
#[derive(Args, Clone, Debug)]
pub struct ImportArgs {
    /// Bring in progress that `export --progress` wrote, in place of questions; nothing is doubled
    #[arg(long, conflicts_with_all = ["into", "format", "columns", "strict"])]
    pub progress: bool,
    /// The profile here that the progress goes into, where the file's is not known here [with --progress]
    #[arg(long = "as", value_name = "NAME", requires = "progress", value_parser = profile)]
    pub into_profile: Option<String>,
    /// Do not ask before entries are erased that were forgotten on the other computer [with --progress]
    #[arg(long, requires = "progress")]
    pub yes: bool,
    /// Files in GIFT, Moodle XML, Aiken, CSV, tab-separated text, Markdown, of Anki (packages and text), spreadsheets or Kahoot!'s
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The course folder; made when it is not there. Nothing in it is overwritten
    #[arg(
        long,
        value_name = "DIR",
        required = false,
        required_unless_present = "progress",
        default_value_if("progress", "true", ".")
    )]
    pub into: PathBuf,
    /// The format, where it cannot be told from the file
    #[arg(long, value_name = "F", value_parser = readable_format)]
    pub format: Option<Format>,
    /// What the columns of a table hold, where their heads do not say it: front,back,-,tags from left to right, or Szó=front,Jelentés=back by heads
    #[arg(long, value_name = "LIST", value_parser = NamedColumns::parse, allow_hyphen_values = true)]
    pub columns: Option<NamedColumns>,
    /// Show what would come, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Also take over how cards were graded (Anki packages), for cards that you have not reviewed here
    #[arg(long)]
    pub history: bool,
    /// Exit with code 1 if anything is changed or dropped
    #[arg(long)]
    pub strict: bool,
    /// Print what became of each item as JSON
    #[arg(long)]
    pub json: bool,
}

/// What is written, and how.
#[derive(Args, Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of the command line")]
pub struct ExportArgs {
    /// Lessons to write, by number or id [default: the whole course]
    pub lessons: Vec<String>,
    /// anki, anki-text, aiken, csv, gift, html, kahoot, markdown, moodle, qti, tsv or xlsx; `reviews` for how you graded cards, as CSV
    #[arg(long, value_name = "F", value_parser = target, required = false, required_unless_present = "progress")]
    #[arg(default_value_if("progress", "true", "progress"))]
    pub format: ExportTarget,
    /// Write the profile's progress in every course, in place of questions, for `import --progress`
    #[arg(long, conflicts_with_all = ["format", "lessons", "strict", "json"])]
    pub progress: bool,
    /// The progress of all profiles
    #[arg(long, requires = "progress")]
    pub everyone: bool,
    /// Write the questions that were saved under this name (`paper --save-questions`) instead of lessons
    #[arg(long, value_name = "NAME", value_parser = name, conflicts_with = "lessons")]
    pub questions: Option<Name>,
    /// Write the questions of a kept paper, by its number, name or code, instead of lessons
    #[arg(long, value_name = "PAPER", conflicts_with_all = ["lessons", "questions"])]
    pub paper: Option<String>,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Overwrite an existing file
    #[arg(long, requires = "out")]
    pub force: bool,
    /// Exit with code 1 if anything is changed or dropped
    #[arg(long)]
    pub strict: bool,
    /// Print what became of each item as JSON, on standard error
    #[arg(long)]
    pub json: bool,
}

/// What an export is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportTarget {
    /// Questions, cards or lessons.
    Items(Format),
    /// How the learner graded cards.
    Reviews,
    /// All that the learner did, for another computer.
    Progress,
}

fn readable_format(raw: &str) -> Result<Format, String> {
    Format::readable().find(|format| format.id() == raw).ok_or_else(|| known(Format::readable()))
}

/// The name of how a learner graded cards.
const REVIEWS: &str = "reviews";
const PROGRESS: &str = "progress";

fn target(raw: &str) -> Result<ExportTarget, String> {
    if raw == REVIEWS {
        return Ok(ExportTarget::Reviews);
    }
    if raw == PROGRESS {
        return Ok(ExportTarget::Progress);
    }
    let found = Format::writable().find(|format| format.id() == raw);
    found.map(ExportTarget::Items).ok_or_else(|| format!("{}, {REVIEWS}", known(Format::writable())))
}

fn known(formats: impl Iterator<Item = Format>) -> String {
    format!("the formats are {}", formats.map(Format::id).collect::<Vec<_>>().join(", "))
}
