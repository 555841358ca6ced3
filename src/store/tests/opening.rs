//! Opening, sharing and losing the file.

use jiff::civil::date;
use rusqlite_migration::M;
use tempfile::TempDir;

use super::*;

#[test]
fn what_was_saved_is_there_the_next_time() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("deep/down");
    Store::open(&data, learner()).unwrap().log(0, reviewed("a/back", CardState::New, known(3.0)));
    let store = Store::open(&data, learner()).unwrap();
    assert_eq!(store.card_states().unwrap(), [("a/back".parse::<CardKey>().unwrap(), known(3.0))].into());
    assert_eq!(store.day_counts(DAY).unwrap(), DayCounts { new: 1, reviews: 0 });
    assert_eq!(store.study_days().unwrap(), [DAY]);
}

#[cfg(unix)]
#[test]
fn the_folder_is_the_learners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("data");
    Store::open(&data, learner()).unwrap();
    assert_eq!(std::fs::metadata(data).unwrap().permissions().mode() & 0o777, 0o700);
}

#[test]
fn two_windows_lose_nothing() {
    for _ in 0..8 {
        three_windows_at_once(&TempDir::new().unwrap());
    }
}

/// The windows also make the database at once.
fn three_windows_at_once(folder: &TempDir) {
    let window = |name: &'static str| {
        let data = folder.path().to_owned();
        std::thread::spawn(move || {
            let mut store = Store::open(&data, learner()).unwrap();
            (0..10).for_each(|n| {
                store.log(n, came(name, "s"));
            });
        })
    };
    for thread in ["one", "two", "three"].map(window) {
        thread.join().unwrap();
    }
    let store = Store::open(folder.path(), learner()).unwrap();
    let events: i64 = store.db.query_row("SELECT count(*) FROM event", [], |row| row.get(0)).unwrap();
    assert_eq!(events, 30);
}

#[test]
fn a_detached_copy_goes_on_and_the_file_stays() {
    let folder = TempDir::new().unwrap();
    let mut store = Store::open(folder.path(), learner()).unwrap();
    store.log(0, came("one", "a"));
    let mut copy = store.detached_copy().unwrap();
    copy.log(1, came("one", "b"));
    assert_eq!(copy.place_in(&id("one")).unwrap(), Some(id("b")));
    assert_eq!(store.place_in(&id("one")).unwrap(), Some(id("a")));
}

#[test]
fn a_damaged_file_is_reported_and_can_be_set_aside() {
    let folder = TempDir::new().unwrap();
    for expected in ["progress.damaged-2026-11-22.db", "progress.damaged-2026-11-22-2.db"] {
        std::fs::write(folder.path().join(FILE), "no database at all, whatever its name may say".repeat(99)).unwrap();
        let error = Store::open(folder.path(), learner()).unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Damaged, "{error}");
        assert!(error.to_string().contains(FILE));
        assert_eq!(set_aside(folder.path(), date(2026, 11, 22)).unwrap(), folder.path().join(expected));
    }
    Store::open(folder.path(), learner()).unwrap().check().unwrap();
}

#[test]
fn a_file_in_place_of_the_folder_is_reported() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    assert_eq!(Store::open(&file, learner()).unwrap_err().kind(), StoreErrorKind::NoFolder);
}

#[cfg(unix)]
#[test]
fn what_may_only_be_read_is_reported_when_opened() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().unwrap();
    drop(Store::open(folder.path(), learner()).unwrap());
    let allow = |mode| std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(mode)).unwrap();
    allow(0o500);
    // Permissions do not bind root.
    if std::fs::write(folder.path().join("probe"), "").is_err() {
        assert_eq!(Store::open(folder.path(), learner()).unwrap_err().kind(), StoreErrorKind::NotWritable);
    }
    allow(0o700);
}

#[test]
fn a_database_of_a_newer_program_is_left_alone() {
    let folder = TempDir::new().unwrap();
    Store::open(folder.path(), learner()).unwrap().db.execute_batch("PRAGMA user_version = 99").unwrap();
    let error = Store::open(folder.path(), learner()).unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Newer);
    assert!(error.to_string().contains("99"), "{error}");
}

#[test]
fn an_older_database_is_copied_before_it_is_changed() {
    let folder = TempDir::new().unwrap();
    let mut store = Store::open(folder.path(), learner()).unwrap();
    store.log(0, came("one", "a"));
    let mut steps = migrate::all();
    steps.push(M::up("CREATE TABLE later (x INTEGER) STRICT"));
    migrate::to_latest(&mut store.db, &store.place, &steps).unwrap();
    assert_eq!(store.last_place().unwrap(), Some((id("one"), id("a"))));
    let kept = TempDir::new().unwrap();
    let copy = format!("progress.v{}.db", migrate::all().len());
    std::fs::copy(folder.path().join(copy), kept.path().join(FILE)).unwrap();
    assert_eq!(Store::open(kept.path(), learner()).unwrap().last_place().unwrap(), Some((id("one"), id("a"))));
}

#[test]
fn a_database_from_before_the_scenarios_takes_them() {
    let folder = TempDir::new().unwrap();
    let place = folder.path().join(FILE);
    let mut old = rusqlite::Connection::open(&place).unwrap();
    migrate::to_latest(&mut old, &place, &migrate::all()[..1]).unwrap();
    let store = Store { db: old, who: learner(), profile: String::new(), place, file: None };
    store
        .db
        .execute_batch(
            "INSERT INTO event VALUES (1, 0, 0, 'ada', 'tracks', 'came', '{}'); INSERT INTO came VALUES (1, 'ada', 'tracks', 'one', 'a')",
        )
        .unwrap();
    drop(store);
    let mut store = Store::open(folder.path(), learner()).unwrap();
    assert_eq!(store.last_place().unwrap(), Some((id("one"), id("a"))));
    assert!(folder.path().join("progress.v1.db").exists());
    store.log(0, EventKind::ScenarioStarted { scenario: id("island"), seed: None });
    assert!(store.scenario_records().unwrap()[&id("island")].open);
}

#[test]
fn a_database_locked_by_another_is_reported() {
    let folder = TempDir::new().unwrap();
    let mut store = Store::open(folder.path(), learner()).unwrap();
    let other = Store::open(folder.path(), learner()).unwrap();
    other.db.execute_batch("BEGIN IMMEDIATE").unwrap();
    store.db.busy_timeout(std::time::Duration::ZERO).unwrap();
    let event = Event { at: moment(0), what: came("one", "a") };
    assert_eq!(store.append(&event, DAY).unwrap_err().kind(), StoreErrorKind::Locked);
    other.db.execute_batch("ROLLBACK").unwrap();
    store.append(&event, DAY).unwrap();
}

#[test]
fn a_full_disk_is_reported_and_nothing_is_half_saved() {
    let mut store = memory_store();
    store.db.execute_batch("PRAGMA max_page_count = 1").unwrap();
    let full = (0..10_000).find_map(|n| store.append(&Event { at: moment(n), what: came("one", "a") }, DAY).err());
    assert_eq!(full.map(|e| e.kind()), Some(StoreErrorKind::Full));
    let (log, came): (i64, i64) = store
        .db
        .query_row("SELECT (SELECT count(*) FROM event), (SELECT count(*) FROM came)", [], |r| {
            Ok((r.get(0)?, r.get(1)?))
        })
        .unwrap();
    assert_eq!(log, came);
}

#[test]
fn what_another_program_wrote_is_refused_and_left_alone() {
    // Whatever version it says it has.
    for version in [0, -5, 2, 5] {
        let folder = TempDir::new().unwrap();
        let place = folder.path().join("progress.db");
        let foreign = rusqlite::Connection::open(&place).unwrap();
        let theirs = format!("CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1); PRAGMA user_version = {version}");
        foreign.execute_batch(&theirs).unwrap();
        drop(foreign);
        let opened = Store::open(folder.path(), learner()).and_then(|store| store.all_profiles().map(|_| ()));
        let refused = [opened.unwrap_err(), crate::store::examine(folder.path()).unwrap_err()];
        assert!(refused.iter().all(|e| e.to_string().contains("another program wrote it")), "{version}: {refused:?}");
        let sql = "SELECT count(*) FROM sqlite_schema";
        let tables: i64 = rusqlite::Connection::open(&place).unwrap().query_row(sql, [], |row| row.get(0)).unwrap();
        assert_eq!(tables, 1, "{version}");
    }
}
