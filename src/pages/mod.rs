//! What is said, and in which order: pages as blocks, built from values. The screens, the lines and the pages for paper
//! and browser only set them.
//!
//! ```text
//!  study's values ──► blocks ──► ui      lines on a screen
//!                        ├─────► plain   lines for a pipe
//!                        └─────► print   HTML
//! ```

mod block;
pub mod report;
pub mod words;

pub use block::{Bar, BarRow, Bars, Block, Cell, Fill, Said, Scale, Table, TeamMark};
