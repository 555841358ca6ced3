//! What is said, and in which order: pages as blocks, built from values. The screens, the lines and the pages for paper
//! and browser only set them.
//!
//! ```text
//!  study's values ──► blocks    reports                     ──► ui, plain, print
//!                 └─► passages  debrief, results, statistics,
//!                               opening and end of a lesson ──► ui, plain
//! ```

mod block;
pub mod debrief;
pub mod lesson;
mod passage;
pub mod report;
pub mod results;
pub mod statistics;
pub mod words;

pub use block::{Bar, BarRow, Bars, Block, Cell, Fill, Said, Scale, Table, TeamMark};
pub use passage::{Level, MissedQuestion, Passage, Share};
