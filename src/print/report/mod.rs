//! The report of a drill or a quiz as a page and as a spreadsheet.
//!
//! ```text
//!  Report ──► blocks ──► page   HTML with its charts inline
//!     │          └─────► lines on the screen and in a pipe (`ui::report`, `plain::class_report`)
//!     └─────► csv
//! ```
//! What is said and in which order stands in [`blocks`] alone; each medium only sets it.

mod block;
mod csv;
mod drill;
mod page;
mod question;
mod route;
mod style;
mod svg;
mod test;
mod words;

pub use block::{Bar, BarRow, Bars, Block, Cell, Fill, Said, Scale, Table, TeamMark};
pub use csv::csv;
pub use page::html;

pub use crate::study::report::Report;

/// The report in the order in which it is read.
#[must_use]
pub fn blocks(report: &Report) -> Vec<Block> {
    match report {
        Report::Drill(drill) => drill::blocks(drill),
        Report::Test(test) => test::blocks(test),
    }
}

#[cfg(test)]
mod tests;
