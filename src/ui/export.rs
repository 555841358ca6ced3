//! Writing what a screen made to a file beside the teacher's other files. Nothing is written over.

use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Most numbers tried for a name that is taken.
const MOST: u32 = 1000;

/// Writes `text` to `name.extension` in `folder`, or to `name-2.extension` and so on when that is there already.
///
/// # Errors
/// When no such file can be made or written.
pub fn write(folder: &Path, name: &str, extension: &str, text: &str) -> std::io::Result<PathBuf> {
    let mut taken = std::io::Error::other("every name is taken");
    for number in 1..MOST {
        let file = if number == 1 { format!("{name}.{extension}") } else { format!("{name}-{number}.{extension}") };
        let path = folder.join(file);
        match std::fs::OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(mut made) => return made.write_all(text.as_bytes()).and_then(|()| made.sync_all()).map(|()| path),
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
        let first = write(folder.path(), "drill-3", "html", "one").unwrap();
        let second = write(folder.path(), "drill-3", "html", "two").unwrap();
        assert_eq!(
            (std::fs::read_to_string(first).unwrap(), second.file_name().unwrap().to_str()),
            ("one".into(), Some("drill-3-2.html"))
        );
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        assert!(write(Path::new("/nowhere/at/all"), "a", "html", "").is_err());
    }
}
