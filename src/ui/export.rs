//! Files beside the person's other files. A screen says what is written or read; whoever opened the app knows where, and
//! does it.

use std::fmt::Debug;
use std::path::{Path, PathBuf};

use crate::study::report::Report;

/// The form of a report in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportFormat {
    /// One page of HTML.
    WebPage,
    /// A table for a spreadsheet.
    Table,
}

/// Writes reports beside the person's other files, and reads lists of people.
pub trait UserFiles: Debug + Send + Sync {
    /// Writes `report` to a file of its own, and says where.
    ///
    /// # Errors
    /// Says what could not be written, and why.
    fn export(&self, report: &Report, format: ReportFormat) -> Result<PathBuf, String>;

    /// Reads the list of people at `path`, as far as such a list may go.
    ///
    /// # Errors
    /// Says why it cannot be read.
    fn read_list(&self, path: &Path) -> Result<Vec<u8>, String>;
}

/// Where there is no folder to write to or to read from.
#[derive(Debug)]
pub struct NoFiles;

impl UserFiles for NoFiles {
    fn export(&self, _: &Report, _: ReportFormat) -> Result<PathBuf, String> {
        Err("there is no folder to write to".to_owned())
    }

    fn read_list(&self, _: &Path) -> Result<Vec<u8>, String> {
        Err("there is no folder to read from".to_owned())
    }
}
