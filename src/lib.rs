//! `ninetracks`: an interactive learning app for the terminal.
//!
//! ```text
//!  main ──► commands ──► ui, plain, print ──► pages, store ──► study ──► course
//!           one command  screens; lines;      what is shown;  how       what authors
//!           per file     paper and browser    progress        learning  write
//!                                             on disk         works
//! ```
//! Between `commands` and `print`, `exchange` reads and writes the formats of other programs. Between `commands` and `store`, `host` opens a
//! drill to the class's own devices. Arrows point one way; `tests/layers.rs` holds them to it.

pub mod cli;
pub mod commands;
pub mod course;
pub mod exchange;
pub mod host;
pub mod pages;
pub mod plain;
pub mod print;
pub mod store;
pub mod study;
pub mod ui;

#[cfg(test)]
mod agreement;
