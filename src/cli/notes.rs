//! Notes, bookmarks and settings.

use std::path::PathBuf;

use clap::Args;

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
