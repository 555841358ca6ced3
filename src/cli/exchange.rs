//! Bringing questions in and out.

use std::path::PathBuf;

use clap::Args;

use super::profile;
use crate::exchange::Format;

/// What is brought, and where to.
#[derive(Args, Clone, Debug)]
pub struct ImportArgs {
    /// Bring in progress that `export --progress` wrote, in place of questions; nothing is doubled
    #[arg(long, conflicts_with_all = ["into", "format", "strict"])]
    pub progress: bool,
    /// The profile here that the progress goes into, where the file's is not known here [with --progress]
    #[arg(long = "as", value_name = "NAME", requires = "progress", value_parser = profile)]
    pub into_profile: Option<String>,
    /// Do not ask before entries are erased that were forgotten on the other computer [with --progress]
    #[arg(long, requires = "progress")]
    pub yes: bool,
    /// Files in GIFT, Moodle XML, Aiken, Anki's text, CSV, tab-separated text, a spreadsheet or Markdown
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The course folder; made when it is not there. Nothing in it is overwritten
    #[arg(long, value_name = "DIR", required_unless_present = "progress")]
    pub into: Option<PathBuf>,
    /// The format, where it cannot be told from the file
    #[arg(long, value_name = "F", value_parser = format)]
    pub format: Option<Format>,
    /// Show what would come, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Exit with code 1 if anything is changed or dropped
    #[arg(long)]
    pub strict: bool,
    /// Print what became of each item as JSON
    #[arg(long)]
    pub json: bool,
}

/// What is written, and how.
#[derive(Args, Clone, Debug)]
pub struct ExportArgs {
    /// Lessons to write, by number or id [default: the whole course]
    pub lessons: Vec<String>,
    /// gift, moodle, aiken, anki-text, csv, tsv or markdown
    #[arg(long, value_name = "F", value_parser = writable_format, required_unless_present = "progress")]
    pub format: Option<Format>,
    /// Write the profile's progress in every course, in place of questions, for `import --progress`
    #[arg(long, conflicts_with_all = ["format", "lessons", "strict", "json"])]
    pub progress: bool,
    /// The progress of all profiles
    #[arg(long, requires = "progress")]
    pub everyone: bool,
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

fn format(raw: &str) -> Result<Format, String> {
    let known = || Format::ALL.map(Format::id).join(", ");
    Format::from_id(raw).ok_or_else(|| format!("the formats are {}", known()))
}

fn writable_format(raw: &str) -> Result<Format, String> {
    let known = || Format::writable().map(Format::id).collect::<Vec<_>>().join(", ");
    Format::writable().find(|format| format.id() == raw).ok_or_else(|| format!("the formats are {}", known()))
}
