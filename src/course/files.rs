//! Where the files of a course come from: the binary itself, or a folder.

use std::borrow::Cow;
use std::path::Path;

/// One RON file of a course.
#[derive(Clone, Debug)]
pub struct File {
    /// Relative to the course folder, with forward slashes: `lessons/03-track-two.ron`.
    pub path: String,
    pub text: Cow<'static, str>,
    /// The same, decoded when the program was built (`postcard`); only in the built-in course, and only when it could be read.
    pub packed: Option<&'static [u8]>,
}

/// A file that is there but could not be read as text.
#[derive(Clone, Debug)]
pub struct Unreadable {
    pub path: String,
    pub why: String,
}

/// The folders of a course, in the order they are read.
pub const FOLDERS: [&str; 4] = ["assets", "lessons", "quizzes", "quizzes/scenarios"];

mod embedded {
    include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
}

/// The outline of the built-in course, made when the program was built.
#[must_use]
pub fn builtin_outline() -> &'static [u8] {
    embedded::OUTLINE
}

/// A picture of the built-in course.
#[must_use]
pub fn builtin_picture(path: &str) -> Option<&'static [u8]> {
    embedded::PICTURES.iter().find(|(name, _)| *name == path).map(|&(_, bytes)| bytes)
}

/// The files of the built-in course.
#[must_use]
pub fn builtin() -> Vec<File> {
    let file = |&(path, text, packed): &(&str, &'static str, Option<&'static [u8]>)| File {
        path: path.to_owned(),
        text: Cow::Borrowed(text),
        packed,
    };
    embedded::FILES.iter().map(file).collect()
}

/// The RON files of the course in `root`, and those that could not be read.
///
/// # Errors
/// When `root` itself cannot be listed.
pub fn folder(root: &Path) -> std::io::Result<(Vec<File>, Vec<Unreadable>)> {
    std::fs::read_dir(root)?;
    let mut found = (Vec::new(), Vec::new());
    for folder in FOLDERS {
        for name in ron_names(&root.join(folder)) {
            let path = format!("{folder}/{name}");
            match std::fs::read_to_string(root.join(&path)) {
                Ok(text) => found.0.push(File { path, text: Cow::Owned(text), packed: None }),
                Err(error) => found.1.push(Unreadable { path, why: error.to_string() }),
            }
        }
    }
    Ok(found)
}

fn ron_names(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let named = entries.flatten().filter_map(|e| e.file_name().into_string().ok());
    let mut names: Vec<String> =
        named.filter(|n| Path::new(n).extension().is_some_and(|e| e == "ron") && !n.starts_with('.')).collect();
    names.sort_unstable();
    names
}
