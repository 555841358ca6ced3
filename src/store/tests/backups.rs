//! Backups, and going back to one.

use jiff::civil::{Date, date};
use tempfile::TempDir;

use super::*;

fn on(day: i8) -> Date {
    date(2026, 11, day)
}

fn dates(folder: &TempDir) -> Vec<i8> {
    backups(folder.path()).unwrap().into_iter().map(|backup| backup.date.day()).collect()
}

#[test]
fn one_copy_a_day_is_kept_of_the_last_seven_on_which_something_was_saved() {
    let folder = TempDir::new().unwrap();
    assert_eq!(back_up(folder.path(), on(1)).unwrap(), None, "nothing to copy");
    for day in 1..=9 {
        let mut store = Store::open(folder.path(), learner()).unwrap();
        store.log(i64::from(day), reviewed("a", CardState::New, known(3.0)));
        drop(store);
        assert!(back_up(folder.path(), on(day)).unwrap().is_some());
        assert_eq!(back_up(folder.path(), on(day)).unwrap(), None, "one a day");
    }
    assert_eq!(dates(&folder), [9, 8, 7, 6, 5, 4, 3]);
    assert_eq!(back_up(folder.path(), on(20)).unwrap(), None, "nothing new: no copy pushes another out");
    assert!(beside(folder.path()).unwrap().torn.is_empty());
    assert_eq!(beside(folder.path()).unwrap().backups.len(), 7);
}

#[test]
fn what_is_restored_is_the_backup_and_what_was_there_is_kept() {
    let folder = TempDir::new().unwrap();
    let mut store = Store::open(folder.path(), learner()).unwrap();
    store.log(0, reviewed("a", CardState::New, known(3.0)));
    back_up(folder.path(), on(1)).unwrap();
    store.log(1, reviewed("b", CardState::New, known(3.0)));
    let backup = backups(folder.path()).unwrap().remove(0);
    assert_eq!(backup.events, 1);
    let kept = store.restore(&backup, on(2)).unwrap();
    assert_eq!(store.card_states().unwrap().len(), 1);
    store.log(2, reviewed("c", CardState::New, known(3.0)));
    drop(store);
    assert_eq!(Store::open(folder.path(), learner()).unwrap().card_states().unwrap().len(), 2, "it goes on from there");
    let kept = rusqlite::Connection::open(kept).unwrap();
    let events: i64 = kept.query_row("SELECT count(*) FROM event", [], |row| row.get(0)).unwrap();
    assert_eq!(events, 2, "nothing is lost");
}

#[test]
fn forgetting_reaches_backups() {
    let folder = TempDir::new().unwrap();
    let mut store = Store::open(folder.path(), learner()).unwrap();
    store.log(0, reviewed("a", CardState::New, known(3.0)));
    back_up(folder.path(), on(1)).unwrap();
    store.keep_before(on(1)).unwrap();
    let erased = store.forget(&Forgettable::Profile("ada".into()), moment(9)).unwrap();
    assert_eq!(erased.files.len(), 2);
    assert_eq!(dates(&folder), [0; 0]);
}
