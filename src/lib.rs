//! `ninetracks`: an interactive learning app for the terminal.
//!
//! ```text
//!  main ──► commands ──► ui, plain ──► store ──► study ──► course
//!           one verb     screens;      progress  how       what authors
//!           a file       lines         on disk   learning  write
//!                           │                    works
//!                           └──► print ───────────┘
//!                                pages for paper and browser
//! ```
//! Arrows point one way; `tests/layers.rs` holds them to it.

pub mod cli;
pub mod commands;
pub mod course;
pub mod plain;
pub mod print;
pub mod store;
pub mod study;
pub mod ui;
