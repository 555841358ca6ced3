//! Paper, and reports of what came of it or of a drill.

use std::path::PathBuf;

use clap::Args;

use super::{ChoosingArgs, name};
use crate::study::names::Name;
use crate::study::sheet::MOST_VERSIONS;

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
    /// Write the paper as homework, which pupils open with `ninetracks quiz --file`, in place of sheets
    #[arg(long, value_name = "FILE", conflicts_with_all = ["out", "large_print", "enter", "versions"])]
    pub home: Option<PathBuf>,
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
    /// Write the questions that a drill's class missed as homework, which pupils open with `ninetracks quiz --file`
    #[arg(long, value_name = "FILE", group = "written", conflicts_with_all = ["list", "paper", "delete", "csv", "json", "html"])]
    pub home: Option<PathBuf>,
    /// Take in what pupils did at home: the code of one, or a file with a code a line; then report that homework
    #[arg(long, value_name = "CODE|FILE", num_args = 1.., conflicts_with_all = ["drill", "list", "paper", "delete", "key"])]
    pub add: Vec<String>,
    #[command(flatten)]
    pub form: ReportForm,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE", group = "written")]
    pub out: Option<PathBuf>,
    /// Overwrite an existing file
    #[arg(long, requires = "written")]
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
