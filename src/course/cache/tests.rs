//! What is kept of a course is the course, and nothing that is kept is believed blindly.

use std::fs;
use std::path::Path;
use std::time::Duration;

use tempfile::TempDir;

use super::*;
use crate::course::model::Id;

/// A course of 40 lessons with 100 cards each, and a folder for what is kept of it.
struct CachedFolder {
    course: TempDir,
    kept: TempDir,
}

const MARK: &str = "Answer 7 of lesson 3";

impl CachedFolder {
    fn new() -> Self {
        let folder = Self { course: TempDir::new().unwrap(), kept: TempDir::new().unwrap() };
        let root = folder.course.path();
        for part in ["assets", "quizzes"] {
            fs::create_dir(root.join(part)).unwrap();
        }
        let about = r#"(id: "large", title: "Large", version: "1", language: "en", licence: "none", standard: Plain)"#;
        folder.write("assets/course.ron", about);
        for lesson in 0..40 {
            let card = |n| {
                format!(
                    "(id: \"c{lesson}-{n}\", face: Basic(front: \"Front {n} of {lesson} {}\", back: \"Answer {n} of lesson {lesson}\")),",
                    "and more words ".repeat(4)
                )
            };
            let cards: String = (0..100).map(card).collect();
            folder.write(
                &format!("quizzes/{lesson:02}.ron"),
                &format!("(lesson: \"l{lesson}\", title: \"Lesson {lesson}\", questions: [], cards: [{cards}])"),
            );
        }
        folder
    }

    /// Writes a file that was left alone for a while.
    fn write(&self, path: &str, text: &str) {
        let place = self.course.path().join(path);
        fs::write(&place, text).unwrap();
        let file = fs::File::options().write(true).open(place).unwrap();
        file.set_modified(std::time::UNIX_EPOCH + Duration::from_secs(1_700_000_000)).unwrap();
    }

    fn open(&self) -> Course {
        Course::open_kept(self.course.path(), self.kept.path()).unwrap()
    }

    /// The files of the cache: one, or none.
    fn packs(&self) -> Vec<PathBuf> {
        fs::read_dir(self.kept.path()).unwrap().map(|e| e.unwrap().path()).collect()
    }

    fn pack(&self) -> PathBuf {
        assert_eq!(self.packs().len(), 1);
        self.packs().remove(0)
    }

    /// Puts `with` in place of the text `found` of the pack, with right checksums or not.
    fn spoil(&self, found: &str, with: &str) {
        assert_eq!(found.len(), with.len());
        let mut bytes = fs::read(self.pack()).unwrap();
        let at = bytes.windows(found.len()).position(|w| w == found.as_bytes()).expect("a text of the pack");
        bytes[at..at + with.len()].copy_from_slice(with.as_bytes());
        fs::write(self.pack(), bytes).unwrap();
    }
}

fn is_kept(course: &Course) -> bool {
    course.files().is_empty()
}

/// All that the course holds.
#[track_caller]
fn agrees(course: &Course, with: &Path) {
    let read = Course::open(with).unwrap();
    assert_eq!(course.outlines(), read.outlines());
    assert!(course.lessons().eq(read.lessons()) && course.banks().eq(read.banks()));
    assert_eq!(course.about(), read.about());
    assert!(course.problems().is_empty());
}

#[test]
fn a_course_that_was_opened_before_is_the_same_course() {
    let folder = CachedFolder::new();
    assert!(!is_kept(&folder.open()));
    let again = folder.open();
    assert!(is_kept(&again));
    agrees(&again, folder.course.path());
}

#[test]
fn only_the_learner_can_read_what_is_kept() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = CachedFolder::new();
    folder.open();
    assert_eq!(fs::metadata(folder.pack()).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_change_of_the_folder_is_seen_at_once() {
    for change in [
        |f: &CachedFolder| f.write("quizzes/03.ron", "(lesson: \"l3\", title: \"Other\", questions: [], cards: [])"),
        |f: &CachedFolder| fs::remove_file(f.course.path().join("quizzes/03.ron")).unwrap(),
        |f: &CachedFolder| f.write("quizzes/99.ron", "(lesson: \"new\", title: \"New\", questions: [], cards: [])"),
        // As long as before, and its time set back.
        |f: &CachedFolder| {
            let text = fs::read_to_string(f.course.path().join("quizzes/03.ron")).unwrap();
            f.write("quizzes/03.ron", &text.replace(MARK, "ANSWER 7 of lesson 3"));
        },
    ] {
        let folder = CachedFolder::new();
        folder.open();
        change(&folder);
        let course = folder.open();
        assert!(!is_kept(&course));
        agrees(&course, folder.course.path());
        agrees(&folder.open(), folder.course.path());
    }
}

#[test]
fn damage_anywhere_is_read_again_from_the_folder() {
    let folder = CachedFolder::new();
    folder.open();
    let place = folder.pack();
    let whole = fs::read(&place).unwrap();
    let spots = (0..8).map(|n| n * whole.len() / 8).chain((4..48).step_by(8));
    for at in spots {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x55;
        fs::write(&place, &bytes).unwrap();
        agrees(&folder.open(), folder.course.path());
    }
    for length in [0, 39, 1000, whole.len() - 1] {
        fs::write(&place, &whole[..length]).unwrap();
        agrees(&folder.open(), folder.course.path());
    }
}

#[test]
fn what_another_program_kept_is_not_read() {
    let folder = CachedFolder::new();
    folder.open();
    let mut bytes = fs::read(folder.pack()).unwrap();
    bytes[8] ^= 1;
    fs::write(folder.pack(), bytes).unwrap();
    assert!(!is_kept(&folder.open()));
    assert!(is_kept(&folder.open()), "it is kept again");
}

#[test]
fn a_text_is_filtered_although_its_checksum_is_right() {
    let folder = CachedFolder::new();
    folder.open();
    let bad = "Answer 7 of \u{1b}[2Jon 3";
    folder.spoil(MARK, bad);
    let bytes = fs::read(folder.pack()).unwrap();
    let stamp = FolderStamp::of(folder.course.path()).unwrap();
    let pack = CourseCache::open(&folder.pack(), &stamp, folder.course.path()).unwrap();
    let head: CacheHead = pack.head().unwrap();
    let span = head.banks[3].unwrap().resealed(&bytes, &pack);
    assert!(pack.part::<crate::course::model::Bank>(span).is_none());
    let bank = folder.open().bank(&Id::new("l3").unwrap()).cloned().unwrap();
    assert!(!format!("{bank:?}").contains('\u{1b}') && format!("{bank:?}").contains(MARK));
}

#[test]
fn what_cannot_be_kept_is_opened_all_the_same() {
    let folder = CachedFolder::new();
    let nowhere = folder.course.path().join("assets/course.ron");
    agrees(&Course::open_kept(folder.course.path(), &nowhere).unwrap(), folder.course.path());
    fs::write(folder.course.path().join("quizzes/03.ron"), "(lesson: ").unwrap();
    assert!(!folder.open().problems().is_empty());
    assert!(!folder.open().problems().is_empty() && folder.packs().is_empty(), "a course with problems is not kept");
}
