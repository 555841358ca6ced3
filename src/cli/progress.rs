//! Progress as a whole: profiles, and backups.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use jiff::civil::Date;

use super::profile;

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

/// Which backup is restored; without a date, all are listed.
#[derive(Args, Clone, Debug)]
pub struct RestoreArgs {
    /// The day of the backup, such as 2026-11-28
    pub date: Option<Date>,
    /// Restore without asking
    #[arg(long, requires = "date")]
    pub yes: bool,
    /// Print the backups as JSON: one array of objects
    #[arg(long, conflicts_with = "date")]
    pub json: bool,
}

/// How the certificate is written.
#[derive(Args, Clone, Debug)]
pub struct CertificateArgs {
    /// Write it to this file instead of standard output
    #[arg(long, value_name = "FILE", conflicts_with = "json")]
    pub out: Option<PathBuf>,
    /// Overwrite an existing file
    #[arg(long, requires = "out")]
    pub force: bool,
    /// Print what it says as JSON: one object
    #[arg(long)]
    pub json: bool,
}
