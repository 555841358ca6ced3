//! Checking a course.

use std::path::PathBuf;

use clap::Args;

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
    /// What the answers of a class say of each question: a report written by `ninetracks report --json` or `--csv items`
    #[arg(long, value_name = "REPORT", conflicts_with = "attack")]
    pub statistics: Option<PathBuf>,
    /// Print the findings, or with --attack every strategy's score, as JSON
    #[arg(long)]
    pub json: bool,
}
