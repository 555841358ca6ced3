//! Writing files that were asked for: nothing is written over unless that was asked for too.

use std::io::Write as _;
use std::path::Path;

use anyhow::Context as _;

use crate::course::model::text::{named_path, outgoing};

/// Writes `text` to `file`; with `over` also when it is there. `option` is what names another place.
///
/// # Errors
/// When the file is there already or cannot be written, with what to do.
pub(super) fn write(file: &Path, text: &str, over: bool, option: &str) -> anyhow::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true);
    // Without --force a file made since the look at the folder is left alone as well.
    if over {
        options.create(true).truncate(true)
    } else {
        options.create_new(true)
    };
    let written = options.open(file).and_then(|mut file| file.write_all(outgoing(text).as_bytes()));
    written.with_context(|| {
        let what = if !over && file.exists() {
            "is there already. Write over it with --force, or name"
        } else {
            "cannot be written. Name"
        };
        format!("{} {what} another with {option}", named_path(file))
    })
}
