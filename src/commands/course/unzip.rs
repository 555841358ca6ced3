//! Courses in zip archives, which came from somebody else: nothing leads out of the folder, nothing is a link, and nothing
//! grows beyond what a course may be.

use std::fs::File;
use std::io::{BufReader, Read, Seek};
use std::path::Path;

use anyhow::{Context as _, bail};
use zip::ZipArchive;
use zip::result::ZipError;

use crate::commands::staging::Staging;
use crate::course::model::text::in_one_line;

/// How many times its size in the archive a file may have, when it is longer than `SMALL`. Texts shrink to a tenth.
const MOST_GROWTH: u64 = 200;
const SMALL: u64 = 1 << 20;
/// Most entries that are looked at.
const MOST_ENTRIES: usize = 20_000;
/// The file that says where in the archive the course begins.
const ABOUT: &str = "assets/course.ron";
/// What macOS puts beside each file.
const OF_MACOS: &str = "__MACOSX";

/// Unpacks the course in the archive; how many files it has.
pub(super) fn into(staging: &Staging, archive: &Path) -> anyhow::Result<usize> {
    let file = File::open(archive).context("it cannot be opened")?;
    if !file.metadata()?.is_file() {
        bail!("it is neither a folder nor a zip archive");
    }
    let mut archive = ZipArchive::new(BufReader::new(file))
        .map_err(|why| anyhow::anyhow!("it is no zip archive that can be read: {why}"))?;
    if archive.len() > MOST_ENTRIES {
        bail!("it has more than {MOST_ENTRIES} entries: a course has fewer");
    }
    let names = archive.file_names().map(|name| Ok(name?.into_owned())).collect::<Result<Vec<String>, ZipError>>();
    let names = names.map_err(|why| anyhow::anyhow!("it has a name that cannot be read: {why}"))?;
    let root = root(&names)?;
    for at in 0..archive.len() {
        unpack(staging, &mut archive, at, &root)?;
    }
    Ok(staging.files())
}

/// What stands before the course's own paths: nothing, or the folder that was packed.
fn root(names: &[String]) -> anyhow::Result<String> {
    let before =
        |name: &String| name.strip_suffix(ABOUT).filter(|r| r.is_empty() || r.ends_with('/')).map(str::to_owned);
    let mut roots: Vec<String> = names.iter().filter(|name| !is_passed_over(name)).filter_map(before).collect();
    roots.sort_by_key(String::len);
    match &roots[..] {
        [] => bail!("it holds no course: there is no {ABOUT} in it"),
        [first, ..] if first.is_empty() => Ok(String::new()),
        [one] => Ok(one.clone()),
        [one, other, ..] => bail!("it holds several courses ({one} and {other}): pack each by itself"),
    }
}

fn unpack<R: Read + Seek>(staging: &Staging, archive: &mut ZipArchive<R>, at: usize, root: &str) -> anyhow::Result<()> {
    let entry = archive.by_index(at).map_err(|why| anyhow::anyhow!("entry {} cannot be read: {why}", at + 1))?;
    let name = entry
        .name()
        .map_err(|why| anyhow::anyhow!("entry {} has no name that can be read: {why}", at + 1))?
        .into_owned();
    let shown = in_one_line(&name);
    if !is_inside(&name) {
        bail!("{shown} leads out of the archive: it is not unpacked");
    }
    if entry.is_symlink()
        || entry.unix_mode().is_some_and(|mode| !matches!(mode & 0o170_000, 0 | 0o100_000 | 0o040_000))
    {
        bail!("{shown} is a link or no regular file: put the file itself into the archive");
    }
    let Some(path) = name.strip_prefix(root).filter(|path| !path.is_empty()) else { return Ok(()) };
    if entry.is_dir() || is_passed_over(path) {
        return Ok(());
    }
    if entry.size() > SMALL && entry.size() / entry.compressed_size().max(1) > MOST_GROWTH {
        bail!("{shown} would grow to {} MB when it is unpacked: no course does that", entry.size() >> 20);
    }
    // What it says of its size may be wrong: no more than that is read.
    let said = entry.size();
    if staging.take(path, entry.take(said + 1))? > said {
        bail!("{shown} is longer than the archive says: the archive is damaged");
    }
    Ok(())
}

/// Whether a path stays in its folder wherever it is unpacked.
fn is_inside(name: &str) -> bool {
    let path = name.strip_suffix('/').unwrap_or(name);
    let is_plain = |part: &str| !matches!(part, "" | "." | "..") && !part.ends_with(' ');
    !name.contains(['\\', ':', '\0']) && !name.chars().any(char::is_control) && path.split('/').all(is_plain)
}

/// What is hidden, and what belongs to a system and not to a course.
fn is_passed_over(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with('.') || part == OF_MACOS)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write as _};

    use zip::write::{SimpleFileOptions, ZipWriter};

    use super::*;

    /// An archive of these entries; one whose name ends in `@` is a link to what it holds.
    fn packed(entries: &[(&str, &[u8])]) -> tempfile::NamedTempFile {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in entries {
            if let Some(link) = name.strip_suffix('@') {
                zip.add_symlink(link, String::from_utf8_lossy(bytes), SimpleFileOptions::default()).unwrap();
            } else {
                zip.start_file(*name, SimpleFileOptions::default()).unwrap();
                zip.write_all(bytes).unwrap();
            }
        }
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(&zip.finish().unwrap().into_inner()).unwrap();
        file
    }

    /// What became of it: the files that came, or why none did.
    fn unpacked(entries: &[(&str, &[u8])]) -> Result<usize, String> {
        let folder = tempfile::tempdir().unwrap();
        let staging = Staging::beside(folder.path()).unwrap();
        let done = into(&staging, packed(entries).path()).map_err(|why| format!("{why:#}"));
        drop(staging);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing half made is left");
        done
    }

    fn refused(entry: (&str, &[u8]), why: &str) {
        let said = unpacked(&[("assets/course.ron", b"About()"), entry]).unwrap_err();
        assert!(said.contains(why), "{said}");
    }

    #[test]
    fn a_course_comes_with_or_without_the_folder_that_was_packed() {
        let course: [(&str, &[u8]); 4] =
            [("k/assets/course.ron", b"a"), ("k/lessons/1.ron", b"b"), ("__MACOSX/k/x", b""), ("k/.git/config", b"")];
        assert_eq!(unpacked(&course), Ok(2));
        assert_eq!(unpacked(&[("assets/course.ron", b"a"), ("LICENSE", b"b")]), Ok(2));
        assert!(unpacked(&[("lessons/1.ron", b"")]).unwrap_err().contains("no assets/course.ron"));
    }

    #[test]
    fn nothing_leads_out_or_elsewhere() {
        for path in ["../evil", "/etc/evil", "lessons/../../evil", "C:\\evil", "lessons\\..\\evil", "./a"] {
            refused((path, b"x"), "leads out of the archive");
        }
        refused(("notes.txt@", b"/etc/passwd"), "is a link");
    }

    #[test]
    fn nothing_grows_beyond_a_course() {
        refused(("assets/pictures/bomb.png", &vec![0; 32 << 20]), "would grow to 32 MB");
        assert!(unpacked(&[("assets/course.ron", b"a"), ("Assets/Course.ron", b"b")]).unwrap_err().contains("twice"));
    }

    #[test]
    fn what_is_no_archive_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let staging = Staging::beside(folder.path()).unwrap();
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(b"PK\x03\x04 and then nothing").unwrap();
        let said = format!("{:#}", into(&staging, file.path()).unwrap_err());
        assert!(said.contains("no zip archive"), "{said}");
    }
}
