//! Progress that cannot be read or kept: said clearly, nothing overwritten, and study goes on.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use crate::answers::ENTER;
use crate::harness::ninetracks;
use crate::study::answer;

/// Copies the fixture course to `to`.
pub(crate) fn copy_course(to: &Path) {
    for folder in ["assets", "lessons", "quizzes"] {
        std::fs::create_dir_all(to.join(folder)).unwrap();
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/course").join(folder);
        for file in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
            std::fs::copy(file.path(), to.join(folder).join(file.file_name())).unwrap();
        }
    }
}

fn damaged(folder: &Path) -> PathBuf {
    let file = folder.join("progress.db");
    std::fs::write(&file, vec![b'x'; 40_000]).unwrap();
    file
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_missing_data_folder_is_made() {
    let base = tempfile::tempdir().unwrap();
    let data = base.path().join("a/b/c d");
    let mut terminal = ninetracks(&data).fixture().run();
    terminal.shows("Lessons").send("\x1b");
    assert!(terminal.ends().success());
    assert!(data.join("progress.db").is_file());
    assert_eq!(std::fs::metadata(&data).unwrap().permissions().mode() & 0o777, 0o700, "for the learner's eyes only");
}

#[test]
fn a_damaged_database_is_said_and_study_goes_on_without_saving() {
    let data = tempfile::tempdir().unwrap();
    let file = damaged(data.path());
    let before = std::fs::read(&file).unwrap();
    let mut terminal = ninetracks(data.path()).fixture().with(&["quiz", "ferry", "--length", "5"]).run();
    terminal
        .shows("Your progress could not be read")
        .shows("is damaged")
        .shows("continue without saving")
        .shows("try again")
        .send("r")
        .shows("is damaged");
    terminal.send("g").shows("1 of 5").shows("not saving");
    answer(&mut terminal);
    terminal.send("\x1b").shows("Lessons").shows("resume the unfinished quiz").send("\x1b");
    assert!(terminal.ends().success());
    assert!(terminal.is_given_back());
    assert_eq!(std::fs::read(&file).unwrap(), before, "the damaged file is as it was");
    assert_eq!(names(data.path()), ["progress.db"]);
}

#[test]
fn a_damaged_database_is_set_aside_and_a_new_one_begun() {
    let data = tempfile::tempdir().unwrap();
    let file = damaged(data.path());
    let before = std::fs::read(&file).unwrap();
    let mut terminal = ninetracks(data.path()).fixture().run();
    terminal.shows("is damaged").shows("set the file aside").send("n").shows("Lessons");
    assert!(!terminal.text().contains("not saving"));
    terminal
        .send("1\r")
        .shows("2 sections")
        .send("c")
        .shows("turn the card")
        .send(" ")
        .shows("Again")
        .send("4")
        .shows("turn the card")
        .send("\x1b")
        .shows("2 sections")
        .send("\x1b")
        .shows("day 1")
        .send("\x1b");
    assert!(terminal.ends().success());
    let aside =
        names(data.path()).into_iter().find(|n| n.starts_with("progress.damaged-")).expect("the damaged file is kept");
    assert_eq!(std::fs::read(data.path().join(aside)).unwrap(), before);
    assert_eq!(crate::study::stats(data.path(), true)["cards"]["young"], 1);
}

#[test]
fn a_database_damaged_in_its_middle_is_not_overwritten() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = ninetracks(data.path()).fixture().with(&["cards", "ferry"]).run();
    terminal
        .shows("turn the card")
        .send(" ")
        .shows("Again")
        .send("4")
        .shows("turn the card")
        .send("\x1b")
        .shows("Lessons")
        .send("\x1b");
    assert!(terminal.ends().success());
    let file = data.path().join("progress.db");
    let mut bytes = std::fs::read(&file).unwrap();
    assert!(bytes.len() > 8192, "{} bytes", bytes.len());
    bytes[4096..].fill(0xa5);
    std::fs::write(&file, &bytes).unwrap();
    let mut terminal = ninetracks(data.path()).fixture().run();
    terminal.shows("is damaged").send("g").shows("not saving").send("\x1b");
    assert!(terminal.ends().success());
    assert_eq!(std::fs::read(&file).unwrap(), bytes);
}

#[test]
fn a_data_path_that_is_a_file_is_said() {
    let base = tempfile::tempdir().unwrap();
    let data = base.path().join("notes.txt");
    std::fs::write(&data, "mine").unwrap();
    let mut terminal = ninetracks(&data).fixture().run();
    terminal.shows("Your progress could not be read").shows("notes.txt").shows("cannot be created");
    assert!(!terminal.text().contains("set the file aside"));
    terminal
        .send("g")
        .shows("Lessons")
        .shows("not saving")
        .send(ENTER)
        .shows("2 sections")
        .send("\x1b")
        .shows("Lessons")
        .send("\x1b");
    assert!(terminal.ends().success());
    assert_eq!(std::fs::read_to_string(&data).unwrap(), "mine");
}

#[test]
fn quitting_from_trouble_gives_the_terminal_back() {
    let data = tempfile::tempdir().unwrap();
    damaged(data.path());
    let mut terminal = ninetracks(data.path()).fixture().run();
    terminal.shows("is damaged").send("q").ends();
    assert!(terminal.is_given_back());
}

/// Blocks of 512 bytes that a file may have on the full disk.
pub(crate) const BLOCKS: u32 = 4096;

/// Fills the disk: the database's log grows to the last block that a file may have. Gives a way to make room.
pub(crate) fn fill(data: &Path) -> impl FnOnce() {
    let other = rusqlite::Connection::open(data.join("progress.db")).unwrap();
    other
        .execute_batch(&format!("CREATE TABLE filler (x); INSERT INTO filler VALUES (zeroblob({BLOCKS} * 512))"))
        .unwrap();
    // The log is written into the database, which is not limited here, and begun anew.
    move || other.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap()
}

#[test]
fn an_answer_is_kept_until_a_full_disk_has_room() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal =
        ninetracks(data.path()).fixture().with(&["quiz", "ferry", "--length", "5"]).with_blocks(BLOCKS).run();
    terminal.shows("1 of 5");
    let make_room = fill(data.path());
    let keys = crate::answers::right(&terminal);
    terminal.send(&keys).send(ENTER).shows("Your last answer could not be saved").shows("is full");
    assert_eq!(crate::study::stats(data.path(), true)["quizzes"][0]["answered"], 0);
    make_room();
    terminal.send("r").shows("Right.").send("\x1b").shows("1 of 5 answered").send("\x1b");
    assert!(terminal.ends().success());
    assert_eq!(crate::study::stats(data.path(), true)["quizzes"][0]["answered"], 1);
}

#[test]
fn an_answer_that_cannot_be_saved_is_kept_until_it_can() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = ninetracks(data.path()).fixture().with(&["quiz", "ferry", "--length", "5"]).run();
    terminal.shows("1 of 5");
    // Another program holds the database: nothing can be written until it lets go.
    let other = rusqlite::Connection::open(data.path().join("progress.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let keys = crate::answers::right(&terminal);
    terminal.send(&keys).send(ENTER).shows("Your last answer could not be saved").shows("in use by");
    other.execute_batch("ROLLBACK").unwrap();
    terminal.send("r").shows("Right.").send("\x1b").shows("1 of 5 answered").send("\x1b");
    assert!(terminal.ends().success());
    assert_eq!(crate::study::stats(data.path(), true)["quizzes"][0]["answered"], 1);
}

#[test]
fn a_database_that_is_deleted_meanwhile_is_said_and_nothing_is_lost() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = ninetracks(data.path()).fixture().with(&["cards", "ferry"]).run();
    terminal.shows("turn the card").send(" ").shows("Again").send("4").shows("turn the card");
    std::fs::remove_file(data.path().join("progress.db")).unwrap();
    terminal.send(" ").shows("Again").send("4").shows("was moved,");
    terminal.shows("All that was saved is there again").send("r").shows("turn the card").send("\x1b");
    terminal.shows("Lessons").send("\x1b");
    assert!(terminal.ends().success());
    assert_eq!(crate::study::stats(data.path(), true)["cards"]["young"], 2);
}
