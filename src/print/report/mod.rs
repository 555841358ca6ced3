//! The report of a drill or a quiz as a page and as a spreadsheet.
//!
//! ```text
//!  Report ──► pages::report::elements ──► page   HTML with its charts inline
//!     └─────► csv, gradebook
//! ```

mod csv;
mod gradebook;
mod page;
mod style;
mod svg;

pub use csv::csv;
pub use gradebook::{SingleTable, single_table};
pub use page::html;

#[cfg(test)]
mod tests;
