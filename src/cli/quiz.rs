//! Choosing a quiz.

use std::path::PathBuf;

use clap::Args;

use super::person;
use crate::study::certainty::CertaintyUse;
use crate::study::names::PersonName;

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
    /// Take the homework in this file; at the end a code is printed for your teacher
    #[arg(long, value_name = "FILE", conflicts_with_all = ["lessons", "length", "exam", "limit", "placement", "resume", "new"])]
    pub file: Option<PathBuf>,
    /// With --file: your name, as your teacher has it [default: it is asked for]
    #[arg(long, value_name = "NAME", requires = "file", value_parser = person)]
    pub name: Option<PersonName>,
    /// Number of questions
    #[arg(long, short = 'n', value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub length: Option<u16>,
    /// Give feedback at the end instead of after each question
    #[arg(long)]
    pub exam: bool,
    /// Adaptive practice: each question is chosen by your answers so far, near what you can do and on what you know worst
    #[arg(long, conflicts_with_all = ["exam", "limit", "placement", "resume", "file", "returning"])]
    pub adaptive: bool,
    /// Time limit for the whole quiz, in minutes
    #[arg(long, value_name = "MINUTES", value_parser = clap::value_parser!(u32).range(1..=600))]
    pub limit: Option<u32>,
    /// Exit with code 1 if the score is below P percent
    #[arg(long, value_name = "P", value_parser = clap::value_parser!(u32).range(0..=100))]
    pub pass: Option<u32>,
    /// Ask how certain you are before each answer is judged; `scored`: right earns 1, 2 or 3, wrong costs 0, 2 or 6, also for --pass
    #[arg(long, value_name = "USE", num_args = 0..=1, default_missing_value = "asked", value_parser = certainty)]
    pub certainty: Option<CertaintyUse>,
    /// The questions that you were certain of and got wrong, which come back after 1, 7 and 21 days
    #[arg(long, conflicts_with_all = ["lessons", "length", "exam", "limit", "placement", "resume", "file"])]
    pub returning: bool,
    /// With --plain: print the result as JSON after the last answer
    #[arg(long)]
    pub json: bool,
}

fn certainty(raw: &str) -> Result<CertaintyUse, String> {
    raw.parse()
}
