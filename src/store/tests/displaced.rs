//! A database that is moved, replaced or deleted while a window has it open: nothing that was saved is lost.

use tempfile::TempDir;

use super::*;

/// A folder, and a store with ten events in it.
fn window() -> (TempDir, Store) {
    let folder = TempDir::new().unwrap();
    let mut store = Store::open(folder.path(), learner()).unwrap();
    (0..10).for_each(|n| {
        store.log(n, came("one", "a"));
    });
    (folder, store)
}

/// The next answer is refused with a word; the one after is saved. Says where it goes on.
fn next_answer(store: &mut Store) -> PathBuf {
    let event = Event { at: moment(20), what: came("two", "b") };
    let refused = store.append(&event, DAY).unwrap_err();
    let StoreError::Displaced { now, .. } = refused else { panic!("{refused}") };
    store.append(&event, DAY).unwrap();
    now
}

fn events_in(place: &std::path::Path) -> i64 {
    let db = rusqlite::Connection::open(place).unwrap();
    assert_eq!(db.query_row("PRAGMA integrity_check", [], |row| row.get::<_, String>(0)).unwrap(), "ok");
    db.query_row("SELECT count(*) FROM event", [], |row| row.get(0)).unwrap()
}

#[test]
fn a_deleted_file_is_put_back() {
    for with_log in [false, true] {
        let (folder, mut store) = window();
        let place = folder.path().join(FILE);
        std::fs::remove_file(&place).unwrap();
        if with_log {
            std::fs::remove_file(folder.path().join("progress.db-wal")).unwrap();
            std::fs::remove_file(folder.path().join("progress.db-shm")).unwrap();
        }
        assert_eq!(next_answer(&mut store), place);
        drop(store);
        assert_eq!(events_in(&place), 11);
    }
}

#[test]
fn a_folder_that_is_gone_is_made_again() {
    let outer = TempDir::new().unwrap();
    let data = outer.path().join("data");
    let mut store = Store::open(&data, learner()).unwrap();
    store.log(0, came("one", "a"));
    std::fs::remove_dir_all(&data).unwrap();
    next_answer(&mut store);
    drop(store);
    assert_eq!(events_in(&data.join(FILE)), 2);
}

#[test]
fn a_moved_file_is_whole_where_it_is_and_goes_on_where_it_was() {
    let (folder, mut store) = window();
    let (place, moved) = (folder.path().join(FILE), folder.path().join("elsewhere.db"));
    std::fs::rename(&place, &moved).unwrap();
    assert_eq!(next_answer(&mut store), place);
    drop(store);
    assert_eq!((events_in(&moved), events_in(&place)), (10, 11));
}

#[test]
fn a_moved_file_is_whole_when_nothing_more_is_answered() {
    let (folder, store) = window();
    let moved = folder.path().join("elsewhere.db");
    std::fs::rename(folder.path().join(FILE), &moved).unwrap();
    drop(store);
    std::fs::remove_file(folder.path().join("progress.db-wal")).unwrap();
    assert_eq!(events_in(&moved), 10);
}

#[test]
fn another_file_in_its_place_stays_as_it_is() {
    let (folder, mut store) = window();
    let place = folder.path().join(FILE);
    let other = TempDir::new().unwrap();
    Store::open(other.path(), learner()).unwrap().log(0, came("three", "c"));
    std::fs::rename(other.path().join(FILE), &place).unwrap();
    let before = std::fs::read(&place).unwrap();
    let now = next_answer(&mut store);
    assert_eq!(now, folder.path().join("progress.kept.db"));
    drop(store);
    assert_eq!((events_in(&now), std::fs::read(&place).unwrap()), (11, before));
    assert_eq!(beside(folder.path()).unwrap().copies, ["progress.kept.db"]);
}

#[test]
fn a_file_that_is_no_database_stays_as_it_is() {
    let (folder, mut store) = window();
    std::fs::remove_file(folder.path().join(FILE)).unwrap();
    std::fs::write(folder.path().join(FILE), "my notes").unwrap();
    assert_eq!(next_answer(&mut store), folder.path().join("progress.kept.db"));
    assert_eq!(std::fs::read(folder.path().join(FILE)).unwrap(), b"my notes");
}

#[test]
fn a_second_window_finds_what_the_first_put_back() {
    let (folder, mut first) = window();
    let mut second = Store::open(folder.path(), learner()).unwrap();
    let place = folder.path().join(FILE);
    std::fs::remove_file(&place).unwrap();
    assert_eq!(next_answer(&mut first), place);
    assert_eq!(next_answer(&mut second), place);
    first.log(30, came("one", "a"));
    second.log(31, came("one", "a"));
    drop((first, second));
    assert_eq!(events_in(&place), 14);
}

#[cfg(unix)]
#[test]
fn nobody_else_may_read_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let allow = |path: &std::path::Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    let folder = TempDir::new().unwrap();
    let ours = folder.path().join("ninetracks");
    std::fs::create_dir(&ours).unwrap();
    allow(&ours, 0o755);
    allow(folder.path(), 0o755);
    let mut store = Store::open(&ours, learner()).unwrap();
    store.log(0, came("one", "a"));
    for file in ["progress.db", "progress.db-wal", "progress.db-shm"] {
        assert_eq!(mode(&ours.join(file)), 0o600, "{file}");
    }
    assert_eq!((mode(&ours), mode(folder.path())), (0o700, 0o755));
    drop(store);
    std::fs::write(ours.join("progress.v1.db"), "").unwrap();
    allow(&ours.join("progress.v1.db"), 0o644);
    allow(&ours.join(FILE), 0o644);
    Store::open(&ours, learner()).unwrap();
    assert_eq!([mode(&ours.join(FILE)), mode(&ours.join("progress.v1.db"))], [0o600; 2]);
    let db = rusqlite::Connection::open(ours.join(FILE)).unwrap();
    let copy = super::super::copy::keep(&db, &ours.join(FILE), "v2").unwrap();
    assert_eq!(mode(&copy), 0o600);
    assert_eq!(super::super::copy::keep(&db, &ours.join(FILE), "v2").unwrap(), copy, "one copy of the same is enough");
}
