//! Writing what a screen shows to a file. A screen says what and how; whoever opened the app knows where and writes it.

use std::fmt::Debug;
use std::path::PathBuf;

use crate::study::report::Report;

/// The form of a report in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportFormat {
    /// One page of HTML.
    WebPage,
    /// A table for a spreadsheet.
    Table,
}

/// Writes reports beside the person's other files.
pub trait Exporter: Debug + Send + Sync {
    /// Writes `report` to a file of its own, and says where.
    ///
    /// # Errors
    /// Says what could not be written, and why.
    fn export(&self, report: &Report, format: ReportFormat) -> Result<PathBuf, String>;
}

/// Where there is no folder to write to.
#[derive(Debug)]
pub struct NoExports;

impl Exporter for NoExports {
    fn export(&self, _: &Report, _: ReportFormat) -> Result<PathBuf, String> {
        Err("there is no folder to write to".to_owned())
    }
}
