//! Where the files of a course come from: the binary itself, or a folder. A lesson or a bank in Markdown is told as RON.

use std::fs::DirEntry;
use std::path::Path;
use std::sync::OnceLock;

use super::authored::{self, Authored};
use super::file_index::FileIndex;
use super::file_text::FileText;
use super::finding::Finding;
use super::inside::{Inside, Unread};
use super::markdown_file;

/// One file of a course, as RON.
#[derive(Clone, Debug)]
pub struct File {
    /// Relative to the course folder, with forward slashes: `lessons/03-track-two.ron`.
    pub path: String,
    pub text: FileText,
    /// The same, decoded when the program was built (`postcard`); only in the built-in course, and only when it could be read.
    pub packed: Option<&'static [u8]>,
    /// What was written, where that is not RON.
    pub(super) authored: Option<Authored>,
    index: OnceLock<FileIndex>,
}

impl File {
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<FileText>) -> Self {
        Self { path: path.into(), text: text.into(), packed: None, authored: None, index: OnceLock::new() }
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
    /// What to do.
    pub help: &'static str,
}

impl Unreadable {
    fn new(path: impl Into<String>, why: impl Into<String>, help: &'static str) -> Self {
        Self { path: path.into(), why: why.into(), help }
    }

    fn from_unread(path: impl Into<String>, why: &Unread) -> Self {
        Self::new(path, why.to_string(), why.help())
    }
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
    /// Its path, its text compressed, and the same decoded, where it could be read.
    pub(super) type EmbeddedFile = (&'static str, &'static [u8], Option<&'static [u8]>);

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
        |&(path, text, packed): &embedded::EmbeddedFile| File { packed, ..File::new(path, FileText::compressed(text)) };
    embedded::FILES.iter().map(file).collect()
}

/// What was found in a course's folder.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub files: Vec<File>,
    pub unreadable: Vec<Unreadable>,
    /// What is wrong with files in Markdown, which are not read then.
    pub slips: Vec<Finding>,
}

/// The RON files of the course in `root`, and those that could not be read.
///
/// # Errors
/// When `root` itself cannot be listed.
pub(super) fn folder(root: &Path) -> std::io::Result<Found> {
    let inside = Inside::of(root)?;
    let mut found = Found { unreadable: misnamed_folders(root)?, ..Found::default() };
    let mut left = MOST_BYTES;
    for folder in FOLDERS {
        let (names, strayed) = inside.names(folder);
        for name in names {
            let path = format!("{folder}/{name}");
            match inside.read(&path, LONGEST.min(left)).and_then(text) {
                Ok(text) => {
                    left = left.saturating_sub(text.len() as u64);
                    if markdown_file::is_named_so(&name) {
                        match authored::told(&path, text) {
                            Ok(told) => found.files.extend(told),
                            Err(slips) => found.slips.extend(slips),
                        }
                    } else {
                        found.files.push(File::new(path, text));
                    }
                }
                Err(Unread::TooLong) if left < LONGEST => {
                    let why = format!("the files of a course may have at most {} MB in total", MOST_BYTES / MB);
                    found.unreadable.push(Unreadable::new(path, why, "take pictures and copies out of its files"));
                    return Ok(found);
                }
                Err(why) => found.unreadable.push(Unreadable::from_unread(path, &why)),
            }
        }
        found.unreadable.extend(strayed);
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
    let (names, strayed) = inside.names(folder);
    strayed.is_empty().then_some(names)
}

/// Folders of a course that are written with capitals.
fn misnamed_folders(root: &Path) -> std::io::Result<Vec<Unreadable>> {
    let named = std::fs::read_dir(root)?.take(MOST_ENTRIES).flatten().filter_map(|e| e.file_name().into_string().ok());
    let is_meant = |name: &String| FOLDERS.iter().any(|folder| name != folder && name.eq_ignore_ascii_case(folder));
    let why = "the folders of a course are named in small letters";
    Ok(named.filter(is_meant).map(|name| Unreadable::new(name, why, "write its name in small letters")).collect())
}

impl Inside {
    /// The names of the RON files in `folder`, sorted; and what is there, or seems meant to be read, and is not.
    fn names(&self, folder: &str) -> (Vec<String>, Vec<Unreadable>) {
        let path = match self.place(folder) {
            Ok(path) => path,
            Err(Unread::Io(error)) if error.kind() == std::io::ErrorKind::NotFound => return (Vec::new(), Vec::new()),
            Err(why) => return (Vec::new(), vec![Unreadable::from_unread(folder, &why)]),
        };
        let entries = match std::fs::read_dir(path) {
            Ok(entries) => entries,
            Err(why) => return (Vec::new(), vec![Unreadable::from_unread(folder, &why.into())]),
        };
        let (mut names, mut strayed) = (Vec::new(), Vec::new());
        for entry in entries.take(MOST_ENTRIES).flatten() {
            match named(folder, &entry) {
                FolderEntry::File(name) => names.push(name),
                FolderEntry::Strayed(why) => strayed.push(why),
                FolderEntry::Other => {}
            }
        }
        names.sort_unstable();
        strayed.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        if names.len() > MOST_FILES {
            let why = format!("this folder has {} files; only the first {MOST_FILES} are read", names.len());
            strayed.push(Unreadable::new(
                folder,
                why,
                "put several lessons or banks together, or make two courses of it",
            ));
        }
        names.truncate(MOST_FILES);
        (names, strayed)
    }
}

/// An entry of a folder.
enum FolderEntry {
    File(String),
    /// It seems meant to be read, and is not.
    Strayed(Unreadable),
    /// A picture, a copy that an editor made, a folder of something else.
    Other,
}

fn named(folder: &str, entry: &DirEntry) -> FolderEntry {
    let os_name = entry.file_name();
    let shown = os_name.to_string_lossy();
    let path = format!("{folder}/{shown}");
    if shown.starts_with('.') {
        return FolderEntry::Other;
    }
    let strayed = |why, help| FolderEntry::Strayed(Unreadable::new(path.clone(), why, help));
    let end = Path::new(&*shown).extension().and_then(|e| e.to_str()).unwrap_or_default();
    match os_name.to_str() {
        None if end.eq_ignore_ascii_case("ron") => strayed("its name is not UTF-8", "give it a name in UTF-8"),
        Some(name) if end == "ron" || matches!(folder, "lessons" | "quizzes") && markdown_file::is_named_so(name) => {
            FolderEntry::File(name.to_owned())
        }
        Some(_) if end == markdown_file::ENDING && folder == "quizzes/scenarios" => {
            strayed("scenarios are written in RON", "write it in RON, or take it away")
        }
        Some(_) if end.eq_ignore_ascii_case("ron") => {
            strayed("the names of its files end in .ron", "write .ron in small letters")
        }
        Some(_) if !FOLDERS.contains(&path.as_str()) && holds_ron(entry) => {
            strayed("files in folders within this one are not read", "move them into the folder itself")
        }
        Some(_) | None => FolderEntry::Other,
    }
}

/// Whether it is a folder with RON files.
fn holds_ron(entry: &DirEntry) -> bool {
    const LOOKED_AT: usize = 100;
    entry.file_type().is_ok_and(|kind| kind.is_dir())
        && std::fs::read_dir(entry.path()).is_ok_and(|inside| {
            inside
                .take(LOOKED_AT)
                .flatten()
                .any(|e| Path::new(&e.file_name()).extension().is_some_and(|end| end == "ron"))
        })
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_seems_meant_to_be_read_and_is_not_is_told() {
        let folder = tempfile::TempDir::new().unwrap();
        let put = |path: &str| {
            let at = folder.path().join(path);
            std::fs::create_dir_all(at.parent().unwrap()).unwrap();
            std::fs::write(at, "x").unwrap();
        };
        let kept =
            ["lessons/a.ron", "lessons/.a.ron.swp", "lessons/a.ron~", "lessons/b/c.txt", "quizzes/scenarios/d.ron"];
        let strayed = ["lessons/X.RON", "lessons/sub/x.ron", "Assets/y.ron"];
        kept.iter().chain(&strayed).for_each(|path| put(path));
        #[cfg(target_os = "linux")]
        std::fs::write(
            folder.path().join(<std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(b"lessons/z\xe9.ron")),
            "x",
        )
        .unwrap();
        let found = super::folder(folder.path()).unwrap();
        let mut told: Vec<&str> = found.unreadable.iter().map(|u| u.path.as_str()).collect();
        told.sort_unstable();
        let mut expected = vec!["Assets", "lessons/X.RON", "lessons/sub"];
        if cfg!(target_os = "linux") {
            expected.push("lessons/z\u{fffd}.ron");
        }
        assert_eq!(told, expected);
        assert_eq!(found.files.len(), 2);
    }
}
