//! Looking at a database: everything is said, nothing is changed.

use std::path::Path;

use rusqlite::Connection;
use tempfile::TempDir;

use super::*;

/// A folder with one event in its database.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    Store::open(folder.path(), learner()).unwrap().log(7, came("one", "a"));
    folder
}

fn sound(folder: &Path) -> Examination {
    match examine(folder) {
        Ok(Examined::Sound(sound)) => sound,
        other => panic!("{other:?}"),
    }
}

fn refused(folder: &TempDir) -> StoreErrorKind {
    examine(folder.path()).unwrap_err().kind()
}

/// Every file with its bytes.
fn held(folder: &TempDir) -> std::collections::BTreeMap<std::ffi::OsString, Vec<u8>> {
    let entries = std::fs::read_dir(folder.path()).unwrap().map(Result::unwrap);
    entries.map(|entry| (entry.file_name(), std::fs::read(entry.path()).unwrap())).collect()
}

fn current() -> i64 {
    i64::try_from(migrate::all().len()).unwrap()
}

#[test]
fn a_database_is_described_and_left_as_it_was() {
    let folder = folder();
    let before = held(&folder);
    let found = sound(folder.path());
    assert_eq!((found.schema, found.events, found.newest), (SchemaVersion::Current(current()), 1, Some(moment(7))));
    assert_eq!(found.profiles, [learner().profile]);
    assert_eq!(found.bytes, before.values().map(Vec::len).sum::<usize>() as u64);
    let store = Store::open_to_read(folder.path(), learner()).unwrap();
    assert_eq!(store.last_place().unwrap(), Some((id("one"), id("a"))));
    drop(store);
    assert!(before == held(&folder), "{:?}", held(&folder).keys());
}

#[test]
fn a_folder_of_any_name_is_found() {
    let base = TempDir::new().unwrap();
    for name in ["with a space", "50 % ?#&", "æøå", "file:x"] {
        let data = base.path().join(name);
        Store::open(&data, learner()).unwrap().log(0, came("one", "a"));
        assert_eq!(sound(&data).events, 1, "{name}");
    }
}

#[test]
fn what_another_window_saved_a_moment_ago_is_seen() {
    let folder = folder();
    let mut other = Store::open(folder.path(), learner()).unwrap();
    other.log(8, came("one", "b"));
    assert_eq!(sound(folder.path()).events, 2);
    other.log(9, came("one", "c"));
    assert_eq!(sound(folder.path()).events, 3);
}

#[test]
fn what_a_lost_program_left_is_seen_and_left() {
    let folder = folder();
    let mut other = Store::open(folder.path(), learner()).unwrap();
    other.log(8, came("one", "b"));
    let lost = TempDir::new().unwrap();
    for (name, bytes) in held(&folder).into_iter().filter(|(name, _)| !name.to_string_lossy().ends_with("-shm")) {
        std::fs::write(lost.path().join(name), bytes).unwrap();
    }
    let files = |of: &TempDir| {
        held(of).into_iter().filter(|(name, _)| !name.to_string_lossy().ends_with("-shm")).collect::<Vec<_>>()
    };
    let before = files(&lost);
    assert_eq!((before.len(), sound(lost.path()).events), (2, 2));
    assert!(before == files(&lost));
}

#[test]
fn nothing_is_made_where_nothing_is() {
    let base = TempDir::new().unwrap();
    for data in [base.path().to_owned(), base.path().join("none")] {
        assert_eq!(examine(&data).unwrap(), Examined::None);
    }
    assert!(held(&base).is_empty());
}

#[test]
fn a_folder_in_place_of_the_file_is_said() {
    let folder = TempDir::new().unwrap();
    std::fs::create_dir(folder.path().join(FILE)).unwrap();
    assert_eq!(examine(folder.path()).unwrap(), Examined::NoFile);
}

#[test]
fn an_empty_file_is_well() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join(FILE), "").unwrap();
    assert_eq!(sound(folder.path()).schema, SchemaVersion::Empty);
}

#[test]
fn a_damaged_database_is_said_wherever_it_is_damaged() {
    let folder = folder();
    let place = folder.path().join(FILE);
    let whole = std::fs::read(&place).unwrap();
    for range in [4096..whole.len(), 100..4096, 0..whole.len(), 20..100] {
        let mut bytes = whole.clone();
        bytes[range.clone()].fill(0xa5);
        std::fs::write(&place, bytes).unwrap();
        assert_eq!(refused(&folder), StoreErrorKind::Damaged, "{range:?}");
    }
    std::fs::write(&place, &whole[..whole.len() / 2]).unwrap();
    assert_eq!(refused(&folder), StoreErrorKind::Damaged);
}

#[test]
fn older_and_newer_forms_are_told_apart_and_stay() {
    let folder = TempDir::new().unwrap();
    let place = folder.path().join(FILE);
    let mut old = Connection::open(&place).unwrap();
    migrate::to_latest(&mut old, &place, &migrate::all()[..1]).unwrap();
    drop(old);
    assert_eq!(sound(folder.path()).schema, SchemaVersion::Older { found: 1, known: current() });
    let set = |version: i64| {
        Connection::open(&place).unwrap().execute_batch(&format!("PRAGMA user_version = {version}")).unwrap();
    };
    set(99);
    assert_eq!(refused(&folder), StoreErrorKind::Newer);
    assert_eq!(held(&folder).len(), 1);
}

#[test]
fn a_database_that_another_program_writes_is_said() {
    for lock in ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE", "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE"] {
        let folder = folder();
        let other = Connection::open(folder.path().join(FILE)).unwrap();
        other.execute_batch(lock).unwrap();
        assert_eq!(refused(&folder), StoreErrorKind::Locked, "{lock}");
        other.execute_batch("ROLLBACK").unwrap();
    }
}

#[test]
fn what_lies_beside_is_told_apart() {
    let folder = folder();
    for name in [
        "progress.v1.db",
        "progress.v2-2.db",
        "progress.damaged-2026-11-22.db",
        "progress.damaged-2026-11-22.db-wal",
        "progress.very.db",
        "notes",
    ] {
        std::fs::write(folder.path().join(name), "").unwrap();
    }
    for name in ["progress.v3.db", "progress.kept.db"] {
        std::fs::copy(folder.path().join(FILE), folder.path().join(name)).unwrap();
    }
    std::fs::copy(folder.path().join(FILE), folder.path().join("progress.v4.db")).unwrap();
    let cut = std::fs::OpenOptions::new().write(true).open(folder.path().join("progress.v4.db")).unwrap();
    cut.set_len(8192).unwrap();
    std::fs::write(folder.path().join("progress.v5.db.77-0.part"), "").unwrap();
    let found = beside(folder.path()).unwrap();
    assert_eq!(found.copies, ["progress.kept.db", "progress.v3.db"]);
    assert_eq!(
        found.torn,
        ["progress.v1.db", "progress.v2-2.db", "progress.v4.db", "progress.v5.db.77-0.part"],
        "empty, cut, or never finished"
    );
    assert_eq!(found.damaged, ["progress.damaged-2026-11-22.db"]);
    assert!(beside(&folder.path().join("none")).is_err());
}
