//! Progress that travels: written to a file, read from one, and two logs made one without loss or doubling.
//!
//! ```text
//!  file         the lines of the file, written
//!  reading      the same read, with limits, each error with its line
//!  log          an event of a log without the numbers that mean something in that log alone
//!  interleaving the order of two logs made one
//!  rescheduling the cards that were reviewed on both sides, scheduled anew
//!  merge        a file brought into the database
//!  profiles     which profile of the file is which here
//! ```
//! `docs/progress-exchange.md` describes the file.

mod file;
mod interleaving;
mod log;
mod merge;
mod profiles;
mod reading;
mod rescheduling;
#[cfg(test)]
mod tests;

pub use file::{ExportScope, ProgressFile};
pub use merge::{MergeOptions, Merged};
pub use reading::TransferError;
