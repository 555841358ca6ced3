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
    write_bytes(file, outgoing_document(text).as_bytes(), over, option)
}

/// The same for what is no text.
///
/// # Errors
/// As [`write`].
pub(super) fn write_bytes(file: &Path, bytes: &[u8], over: bool, option: &str) -> anyhow::Result<()> {
    whole_file::write(file, bytes, over).map_err(|error| {
        let what = match (error.kind(), in_the_way(file)) {
            (_, Some(what)) => format!("is {what}, and nothing was written. Move it away, or choose"),
            (ErrorKind::AlreadyExists, None) => {
                return anyhow::anyhow!(
                    "{} already exists. Overwrite it with --force, or choose another with {option}",
                    named_path(file)
                );
            }
            _ => "cannot be written; any existing file is unchanged. Choose".to_owned(),
        };
        let what = format!("{} {what} another with {option}", named_path(file));
        anyhow::Error::new(error).context(what)
    })
}

/// What stands at `file` that cannot be written over.
fn in_the_way(file: &Path) -> Option<&'static str> {
    let link = std::fs::symlink_metadata(file).is_ok_and(|found| found.is_symlink());
    match std::fs::metadata(file) {
        Ok(found) if found.is_dir() => Some("a folder"),
        Err(_) if link => Some("a link to nothing"),
        Ok(_) | Err(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn what_cannot_be_overwritten_is_named_and_never_forced() {
        let folder = tempfile::TempDir::new().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::create_dir(at("dir")).unwrap();
        std::os::unix::fs::symlink("nowhere", at("dangling")).unwrap();
        std::os::unix::fs::symlink("loop", at("loop")).unwrap();
        std::fs::write(at("file"), "old").unwrap();
        let said = |name: &str, over| format!("{:#}", write(&at(name), "new", over, "--out FILE").unwrap_err());
        for over in [false, true] {
            assert!(said("dir", over).contains("is a folder"), "{}", said("dir", over));
            assert!(["dangling", "loop"].iter().all(|name| said(name, over).contains("is a link to nothing")));
            assert!(["dir", "dangling", "loop"].iter().all(|name| !said(name, over).contains("--force")));
        }
        assert!(said("file", false).ends_with("Overwrite it with --force, or choose another with --out FILE"));
    }
}
