//! What is said, and in which order, built from values. The screens, the lines and the pages for paper and browser only
//! set it: each with one match without a wildcard, so that none can leave anything out.
//!
//! ```text
//!  study's values ─┬─► elements   reports                        ──► ui, plain, print
//!                  └─► passages   debrief, results, statistics, memory,
//!                                 opening and end of a lesson,
//!                                 the placement test,
//!                                 why a question was chosen,
//!                                 the end of a review            ──► ui, plain
//! ```
//! `prose` and `figure` say in words what authors write and draw.

pub mod adaptive;
pub mod debrief;
mod element;
pub mod figure;
pub mod lesson;
pub mod memory;
mod passage;
pub mod placement;
pub mod prose;
pub mod report;
pub mod results;
pub mod review;
pub mod statistics;
pub mod words;

pub use element::{BarChart, BarRow, ChartBar, DataTable, Element, Fill, Scale, TeamMark, TeamReply, Value};
pub use passage::{LessonScores, Level, MissedQuestion, Passage, Share, TestScore};
