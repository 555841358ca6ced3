//! Profiles and what is left of what was forgotten.

use jiff::civil::date;
use tempfile::TempDir;

use super::*;
use crate::study::class::DrillLabel;
use crate::study::drill::{Plan, Setup, Team};
use crate::study::names::{Name, PersonName};

const WHO: &str = "zebulonia";

fn name(raw: &str) -> Name {
    Name::new(raw).unwrap()
}

fn as_who(folder: &TempDir, profile: &str) -> Store {
    Store::open(folder.path(), Learner { profile: profile.into(), ..learner() }).unwrap()
}

/// Whether any file in `folder` holds `text`, byte by byte and whatever the case.
fn is_found(folder: &TempDir, text: &str) -> bool {
    std::fs::read_dir(folder.path()).unwrap().any(|file| {
        let bytes = std::fs::read(file.unwrap().path()).unwrap().to_ascii_lowercase();
        bytes.windows(text.len()).any(|at| at == text.as_bytes())
    })
}

fn teams() -> Vec<Team> {
    let mut teams = Team::line_up(3);
    teams[0].name = name("Zebulonia and Ben");
    teams[1].members = ["ZEBULONIA", "Cem"].map(|n| PersonName::new(n).unwrap()).into();
    teams
}

/// A teacher's folder in which the person is everywhere, copies and a damaged file included.
fn class(folder: &TempDir) -> Store {
    as_who(folder, WHO).log(0, reviewed("a", CardState::New, known(3.0)));
    let mut teacher = as_who(folder, "ada");
    let course = crate::course::Course::builtin().unwrap();
    let setup = Setup::new(Plan::default().draft(&course, teams(), 7).0).unwrap();
    teacher.log(1, EventKind::DrillStarted { setup: Box::new(setup), label: DrillLabel::default() });
    teacher.log(2, EventKind::TeamsKept { name: name("8b"), teams: teams() });
    for person in ["Zebulonia", "Ben"] {
        teacher.log(3, sheet(person, 1));
    }
    std::fs::write(folder.path().join("progress.v3.db"), WHO).unwrap();
    std::fs::write(folder.path().join("progress.damaged-2026-11-22.db"), WHO).unwrap();
    teacher
}

fn marks(store: &Store) -> Vec<String> {
    store.all("SELECT kind FROM forgotten ORDER BY kind", [], |row| row.get(0)).unwrap()
}

#[test]
fn a_profile_that_was_forgotten_is_in_no_file() {
    let folder = TempDir::new().unwrap();
    let mut teacher = class(&folder);
    assert!(is_found(&folder, WHO));
    let erased = teacher.forget(&Forgettable::Profile(WHO.into()), moment(9)).unwrap();
    assert!(!is_found(&folder, WHO), "while the database is open");
    assert_eq!((erased.events, erased.rewritten, erased.files.len()), (2, 2, 2));
    assert_eq!(marks(&teacher), ["name", "name", "profile", "sheet"]);
    drop(teacher);
    assert!(!is_found(&folder, WHO), "after it was closed");
    let teacher = as_who(&folder, "ada");
    assert_eq!(teacher.profiles().unwrap(), ["ada"]);
    teacher.check().unwrap();
}

#[test]
fn a_pupil_that_was_forgotten_is_in_no_file_and_the_drill_goes_on() {
    let folder = TempDir::new().unwrap();
    let mut teacher = class(&folder);
    teacher.forget(&Forgettable::Profile(WHO.into()), moment(9)).unwrap();
    let teams = teacher.last_drill().unwrap().unwrap().setup.teams().to_vec();
    assert_eq!((teams[0].name.as_str(), teams[1].members[0].as_str()), ("Forgotten 1", "Forgotten 2"));
    assert_eq!(teacher.kept_teams().unwrap()[0].what, teams);
    teacher.forget(&Forgettable::Pupil(PersonName::new("ben").unwrap()), moment(10)).unwrap();
    assert!(teacher.all_sheets().unwrap().is_empty());
    let before = teacher.last_drill().unwrap().unwrap();
    teacher.rebuild().unwrap();
    assert_eq!(teacher.last_drill().unwrap().unwrap(), before);
}

#[test]
fn a_drill_that_was_forgotten_is_gone_with_its_entries_and_others_stay() {
    use crate::study::drill::{Entry, Input, Moment};
    let folder = TempDir::new().unwrap();
    let mut teacher = class(&folder);
    let run = teacher.drills().unwrap()[0].run;
    let entered = |n: usize| EventKind::DrillEntered { run, after: n, entry: Entry::new(Moment(1), Input::Tick) };
    let event = teacher.log(4, entered(0));
    teacher.log(5, EventKind::Undone { event });
    assert_eq!(teacher.forget(&Forgettable::Drill(1), moment(9)).unwrap().events, 3);
    assert!(teacher.drills().unwrap().is_empty());
    assert_eq!((teacher.all_sheets().unwrap().len(), marks(&teacher)), (2, vec!["drill".to_owned()]));
}

#[test]
fn a_reason_for_points_goes_with_the_person_whom_it_names() {
    use crate::course::model::Text;
    use crate::study::drill::{Entry, Input, Moment, Points, TeamId};
    let folder = TempDir::new().unwrap();
    let mut teacher = class(&folder);
    let run = teacher.drills().unwrap()[0].run;
    for (n, why) in
        ["zebulonia asked well", "Bender, a robot, was named", "Well done, Zebulonia"].into_iter().enumerate()
    {
        let what = Input::Awarded { team: TeamId(0), points: Points(100), why: Text::new(why).unwrap() };
        let entry = Entry::new(Moment(1), what);
        teacher.log(4, EventKind::DrillEntered { run, after: n, entry });
    }
    teacher.forget(&Forgettable::Profile(WHO.into()), moment(8)).unwrap();
    teacher.forget(&Forgettable::Pupil(PersonName::new("Zebulonia Maria Ben").unwrap()), moment(9)).unwrap_err();
    teacher.forget(&Forgettable::Pupil(PersonName::new("Ben").unwrap()), moment(9)).unwrap();
    let room = teacher.last_drill().unwrap().unwrap().room();
    let whys: Vec<&str> = room.awards().iter().map(|award| award.why.as_str()).collect();
    let erased = "a reason that was erased with a name";
    assert_eq!(whys, [erased, "Bender, a robot, was named", erased]);
    assert!(!is_found(&folder, WHO));
}

#[test]
fn teams_kept_for_a_class_are_forgotten_by_their_name() {
    let folder = TempDir::new().unwrap();
    let mut teacher = class(&folder);
    assert_eq!(teacher.forget(&Forgettable::Class(name("8B")), moment(9)).unwrap().events, 1);
    assert!(teacher.kept_teams().unwrap().is_empty());
}

#[test]
fn what_is_not_there_cannot_be_forgotten_and_nothing_changes() {
    let folder = TempDir::new().unwrap();
    let mut teacher = class(&folder);
    for what in [
        Forgettable::Profile("nobody".into()),
        Forgettable::Drill(7),
        Forgettable::Pupil(PersonName::new("Nobody").unwrap()),
    ] {
        teacher.forget(&what, moment(9)).unwrap_err();
    }
    assert!(folder.path().join("progress.v3.db").exists());
}

#[test]
fn another_window_saves_nothing_more_for_a_profile_that_was_forgotten() {
    let folder = TempDir::new().unwrap();
    let mut teacher = class(&folder);
    let mut window = as_who(&folder, WHO);
    teacher.forget(&Forgettable::Profile(WHO.into()), moment(9)).unwrap();
    let event = Event { at: moment(10), what: came("one", "a") };
    assert_eq!(window.append(&event, DAY).unwrap_err().kind(), StoreErrorKind::ProfileGone);
    assert!(!is_found(&folder, WHO));
}

#[test]
fn a_profile_keeps_its_progress_under_another_name() {
    let folder = TempDir::new().unwrap();
    let mut store = as_who(&folder, "ana");
    store.log(0, came("one", "a"));
    let mut window = as_who(&folder, "ana");
    store.rename_profile("ana", "anna").unwrap();
    window.log(1, came("one", "b"));
    assert_eq!(as_who(&folder, "anna").last_place().unwrap(), Some((id("one"), id("b"))));
    assert_eq!(as_who(&folder, "ana").last_place().unwrap(), None);
    store.append_for("ben", &Event { at: moment(2), what: came("one", "a") }, DAY).unwrap();
    assert_eq!(store.rename_profile("ben", "anna").unwrap_err().kind(), StoreErrorKind::ProfileTaken);
    assert_eq!(store.rename_profile("eve", "bob").unwrap_err().kind(), StoreErrorKind::NoProfile);
}

#[test]
fn a_profile_is_made_when_something_is_first_saved_for_it() {
    let folder = TempDir::new().unwrap();
    let mut store = as_who(&folder, "ana");
    assert_eq!(store.all_profiles().unwrap(), []);
    store.log(0, came("one", "a"));
    let all = store.all_profiles().unwrap();
    assert_eq!(all.iter().map(|p| (p.name.as_str(), p.events, p.id.len())).collect::<Vec<_>>(), [("ana", 1, 16)]);
}

#[test]
fn names_of_an_older_database_become_profiles() {
    let folder = TempDir::new().unwrap();
    let place = folder.path().join(FILE);
    let mut old = rusqlite::Connection::open(&place).unwrap();
    migrate::to_latest(&mut old, &place, &migrate::all()[..3]).unwrap();
    for (n, who) in [(1, "ada"), (2, "ben"), (3, "ada")] {
        let body = r#"{"Came":{"lesson":"one","section":"a"}}"#;
        old.execute("INSERT INTO event VALUES (?, 0, 0, ?, 'tracks', 'came', ?)", rusqlite::params![n, who, body])
            .unwrap();
        old.execute("INSERT INTO came VALUES (?, ?, 'tracks', 'one', 'a')", rusqlite::params![n, who]).unwrap();
    }
    drop(old);
    let mut store = Store::open(folder.path(), learner()).unwrap();
    assert_eq!(store.last_place().unwrap(), Some((id("one"), id("a"))));
    let all = store.all_profiles().unwrap();
    assert_eq!(all.iter().map(|p| (p.name.as_str(), p.events)).collect::<Vec<_>>(), [("ada", 2), ("ben", 1)]);
    store.forget(&Forgettable::Profile("ben".into()), moment(0)).unwrap();
    assert_eq!(beside(folder.path()).unwrap(), Beside::default());
    set_aside(folder.path(), date(2026, 11, 22)).unwrap();
}
