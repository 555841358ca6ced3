//! The report of a drill or a quiz as a page and as a spreadsheet.
//!
//! ```text
//!  Report ──► pages::report::elements ──► page   HTML with its charts inline
//!     └─────► csv
//! ```

mod csv;
mod page;
mod style;
mod svg;

pub use csv::csv;
pub use page::html;

#[cfg(test)]
mod tests;
