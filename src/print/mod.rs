//! Pages for paper, a browser or a spreadsheet: HTML that needs nothing but itself, Markdown and CSV. Nothing here draws
//! on a terminal or reads a database: what comes in was computed in `study` or
//! put in order in `pages`, what goes out is text.
//!
//! `rich` sets what authors write; `sheets` are the question sheets and their key; `note` is what a teacher
//! needs who runs a scenario; `lesson` is a lesson to read in a browser.

pub mod csv;
pub mod html;
pub mod lesson;
pub mod note;
pub mod report;
pub mod rich;
pub mod sheets;
