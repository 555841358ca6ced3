//! Reports that a screen shows, as files beside the teacher's other files, and lists of people from there. Nothing is
//! written over.

use std::path::{Path, PathBuf};

use crate::course::model::text::{named_path, outgoing_document};
use crate::print::report as print;
use crate::store::whole_file::MadeFile;
use crate::study::report::Report;
use crate::ui::export::{ReportFormat, UserFiles};

/// The folder in which the program was started.
#[derive(Debug)]
pub(super) struct WorkingFolder(pub PathBuf);

impl UserFiles for WorkingFolder {
    fn export(&self, report: &Report, format: ReportFormat) -> Result<PathBuf, String> {
        let name = match report {
            Report::Drill(drill) => format!("ninetracks-drill-{}", drill.number),
            Report::Test(test) => format!("ninetracks-paper-{}", test.seed),
        };
        let (extension, text) = match format {
            ReportFormat::WebPage => ("html", print::html(report)),
            ReportFormat::Table => ("csv", print::csv(report)),
        };
        write_new(&self.0, &name, extension, outgoing_document(&text).as_bytes())
            .map_err(|why| format!("{} cannot be written: {why}", named_path(&self.0)))
    }

    fn read_list(&self, path: &Path) -> Result<Vec<u8>, String> {
        let home = path.strip_prefix("~").ok().zip(std::env::var_os("HOME"));
        let path = home.map_or_else(|| self.0.join(path), |(rest, home)| Path::new(&home).join(rest));
        super::drill::start_of(&path).map_err(|why| format!("{} cannot be read: {why}", named_path(&path)))
    }
}

/// Most numbers tried for a name that is taken.
const MOST: u32 = 1000;

/// Writes `bytes` to `name.extension` in `folder`, or to `name-2.extension` and so on when that is there already.
///
/// # Errors
/// When no such file can be made or written.
pub(super) fn write_new(folder: &Path, name: &str, extension: &str, bytes: &[u8]) -> std::io::Result<PathBuf> {
    let named = |number: u32| {
        folder.join(if number == 1 { format!("{name}.{extension}") } else { format!("{name}-{number}.{extension}") })
    };
    let made = MadeFile::holding(&named(1), bytes)?;
    let mut taken = std::io::Error::other("every name is taken");
    for path in (1..MOST).map(named) {
        match made.put_new(&path) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => taken = error,
            Err(error) => return Err(error),
        }
    }
    Err(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_there_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let first = write_new(folder.path(), "drill-3", "html", b"one").unwrap();
        let second = write_new(folder.path(), "drill-3", "html", b"two").unwrap();
        assert_eq!(
            (std::fs::read_to_string(first).unwrap(), second.file_name().unwrap().to_str()),
            ("one".into(), Some("drill-3-2.html"))
        );
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        assert!(write_new(Path::new("/nowhere/at/all"), "a", "html", b"").is_err());
    }
}
