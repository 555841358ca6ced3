//! Where the files of a course come from: the binary itself, or a folder.

use std::borrow::Cow;
use std::path::Path;
use std::sync::OnceLock;

use super::file_index::FileIndex;
use super::inside::{Inside, Unread};

/// One RON file of a course.
#[derive(Clone, Debug)]
pub struct File {
    /// Relative to the course folder, with forward slashes: `lessons/03-track-two.ron`.
    pub path: String,
    pub text: Cow<'static, str>,
    /// The same, decoded when the program was built (`postcard`); only in the built-in course, and only when it could be read.
    pub packed: Option<&'static [u8]>,
    index: OnceLock<FileIndex>,
}

impl File {
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<Cow<'static, str>>) -> Self {
        Self { path: path.into(), text: text.into(), packed: None, index: OnceLock::new() }
    }

    /// Where things stand in it; made when it is first asked for.
    pub(super) fn index(&self) -> &FileIndex {
        self.index.get_or_init(|| FileIndex::of(&self.text))
    }
}

/// A file, or a folder, that is there but could not be read.
#[derive(Clone, Debug)]
pub struct Unreadable {
    pub path: String,
    pub why: String,
}

/// Most RON files that are read in one folder.
pub const MOST_FILES: usize = 5000;
/// Most entries of a folder that are looked at.
const MOST_ENTRIES: usize = 20 * MOST_FILES;

const MB: u64 = 1024 * 1024;
/// Longest file that is read, in bytes.
pub const LONGEST: u64 = 4 * MB;
/// Most bytes that are read in all.
const MOST_BYTES: u64 = 64 * LONGEST;

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
    let file =
        |&(path, text, packed): &(&str, &'static str, Option<&'static [u8]>)| File { packed, ..File::new(path, text) };
    embedded::FILES.iter().map(file).collect()
}

/// What was found in a course's folder.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub files: Vec<File>,
    pub unreadable: Vec<Unreadable>,
}

/// The RON files of the course in `root`, and those that could not be read.
///
/// # Errors
/// When `root` itself cannot be listed.
pub(super) fn folder(root: &Path) -> std::io::Result<Found> {
    std::fs::read_dir(root)?;
    let inside = Inside::of(root)?;
    let mut found = Found::default();
    let mut left = MOST_BYTES;
    for folder in FOLDERS {
        let (names, too_many) = inside.names(folder);
        for name in names {
            let path = format!("{folder}/{name}");
            match inside.read(&path, LONGEST.min(left)).and_then(text) {
                Ok(text) => {
                    left = left.saturating_sub(text.len() as u64);
                    found.files.push(File::new(path, text));
                }
                Err(Unread::TooLong) if left < LONGEST => {
                    let why = format!("the files of a course may have at most {} MB in total", MOST_BYTES / MB);
                    found.unreadable.push(Unreadable { path, why });
                    return Ok(found);
                }
                Err(why) => found.unreadable.push(Unreadable { path, why: why.to_string() }),
            }
        }
        found.unreadable.extend(too_many);
    }
    Ok(found)
}

/// The text of a file, with line feeds between its lines.
///
/// # Errors
/// When it is not UTF-8.
pub(super) fn text(bytes: Vec<u8>) -> Result<String, Unread> {
    let text = String::from_utf8(bytes).map_err(|_| Unread::NoText)?;
    // Lines may end as on Windows.
    Ok(if text.contains("\r\n") { text.replace("\r\n", "\n") } else { text })
}

/// The names of the RON files in `folder`, sorted; `None` when not all of them can be read.
pub(super) fn plain_names(inside: &Inside, folder: &str) -> Option<Vec<String>> {
    let (names, refused) = inside.names(folder);
    refused.is_none().then_some(names)
}

impl Inside {
    /// The names of the RON files in `folder`, sorted; and what is said when there are more than are read.
    fn names(&self, folder: &str) -> (Vec<String>, Option<Unreadable>) {
        let refused = |why: String| (Vec::new(), Some(Unreadable { path: folder.to_owned(), why }));
        let path = match self.place(folder) {
            Ok(path) => path,
            Err(Unread::Io(error)) if error.kind() == std::io::ErrorKind::NotFound => return (Vec::new(), None),
            Err(why) => return refused(why.to_string()),
        };
        let entries = match std::fs::read_dir(path) {
            Ok(entries) => entries,
            Err(why) => return refused(why.to_string()),
        };
        let named = entries.take(MOST_ENTRIES).flatten().filter_map(|e| e.file_name().into_string().ok());
        let mut names: Vec<String> =
            named.filter(|n| Path::new(n).extension().is_some_and(|e| e == "ron") && !n.starts_with('.')).collect();
        names.sort_unstable();
        let too_many = (names.len() > MOST_FILES).then(|| Unreadable {
            path: folder.to_owned(),
            why: format!("this folder has {} files; only the first {MOST_FILES} are read", names.len()),
        });
        names.truncate(MOST_FILES);
        (names, too_many)
    }
}
