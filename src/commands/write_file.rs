//! Writing files that were asked for: nothing is written over unless that was asked for too, and nothing is left torn.

use std::io::ErrorKind;
use std::path::Path;

use crate::course::model::text::{named_path, outgoing_document};
use crate::store::whole_file;

/// Writes `text` to `file`; with `over` also when it is there. `option` is what names another place.
///
/// # Errors
/// When the file is there already or cannot be written, with what to do.
pub(super) fn write(file: &Path, text: &str, over: bool, option: &str) -> anyhow::Result<()> {
    whole_file::write(file, outgoing_document(text).as_bytes(), over).map_err(|error| {
        let what = match error.kind() {
            ErrorKind::AlreadyExists => "already exists. Overwrite it with --force, or choose",
            _ => "cannot be written; any existing file is unchanged. Choose",
        };
        let what = format!("{} {what} another with {option}", named_path(file));
        anyhow::Error::new(error).context(what)
    })
}
