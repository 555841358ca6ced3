//! The database, what lies beside it, and a drill that was left.

use std::io;
use std::path::Path;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::CheckResult;
use crate::commands::check::counted;
use crate::course::model::text::named_path;
use crate::store::{Beside, Examination, Examined, FILE, Learner, SchemaVersion, Store, StoreError};

/// Names of files and profiles in one line.
const MOST_NAMED: usize = 4;

pub(super) fn line(folder: &Path, examined: &Result<Examined, StoreError>) -> CheckResult {
    match examined {
        Ok(Examined::None) => {
            CheckResult::ok("progress", format!("none yet: {FILE} will be created at the first start"))
        }
        Ok(Examined::NoFile) => {
            let message = format!("{} is not a file", named_path(&folder.join(FILE)));
            CheckResult::error(
                "progress",
                message,
                "move what is there somewhere else, or choose another folder with --data DIR",
            )
        }
        Ok(Examined::Sound(sound)) => CheckResult::ok("progress", described(sound)),
        Err(why) => trouble(why),
    }
}

fn described(it: &Examination) -> String {
    let form = match it.schema {
        SchemaVersion::Empty => return format!("{FILE} is empty: it will be filled at the next start"),
        SchemaVersion::Older { found, known } => {
            format!("format {found} (upgraded to {known} at the next start, after a backup)")
        }
        SchemaVersion::Current(form) => format!("format {form}"),
    };
    let events = counted(usize::try_from(it.events).unwrap_or(usize::MAX), "event");
    let whose = match &it.profiles[..] {
        [] => String::new(),
        profiles => format!(" of {}: {}", counted(profiles.len(), "profile"), listed(profiles)),
    };
    format!("{FILE} is sound: {}, {form}, {events}{whose}", size(it.bytes))
}

fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", bytes / 1_000),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

pub(super) fn listed(names: &[String]) -> String {
    let shown = names.iter().take(MOST_NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(MOST_NAMED) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

fn trouble(error: &StoreError) -> CheckResult {
    let (message, help) = match error {
        StoreError::Damaged { why, .. } => (
            format!("{FILE} is damaged: {why}"),
            "start `ninetracks`: it offers to set the file aside, without deleting it, and to start a new one"
                .to_owned(),
        ),
        StoreError::Locked { .. } => (
            format!("{FILE} is locked by another program: nothing can be saved"),
            "wait a moment, or close the program that locks it; then run doctor again".to_owned(),
        ),
        StoreError::Newer { found, known, .. } => (
            format!(
                "{FILE} was written by a newer ninetracks: it has format {found}, this program reads up to {known}"
            ),
            "install the newer version, or choose another folder with --data DIR".to_owned(),
        ),
        StoreError::Foreign { place, what } => (
            format!("{FILE} holds no progress of ninetracks: {what}"),
            format!("move {} away, or choose another folder with --data DIR", named_path(place)),
        ),
        StoreError::NotWritable { place, why } => (
            format!("{FILE} cannot be read and written: {why}"),
            format!("check the permissions of {}, or choose another folder with --data DIR", named_path(place)),
        ),
        other => (other.to_string(), "choose another folder with --data DIR, and report this".to_owned()),
    };
    CheckResult::error("progress", message, help)
}

/// Copies from before a new form, and damaged files.
pub(super) fn beside(found: &io::Result<Beside>) -> CheckResult {
    match found {
        Err(why) => {
            CheckResult::warning("copies", format!("the data folder cannot be listed: {why}"), "check its permissions")
        }
        Ok(Beside { torn, .. }) if !torn.is_empty() => CheckResult::warning(
            "copies",
            format!("{} torn while a copy was made of the database: {}", counted(torn.len(), "file"), listed(torn)),
            "they are of no use: delete them",
        ),
        Ok(Beside { copies, backups, damaged, .. }) if damaged.is_empty() => {
            CheckResult::ok("copies", said_of_copies(copies, backups))
        }
        Ok(Beside { damaged, .. }) => CheckResult::warning(
            "copies",
            format!("{} damaged and set aside: {}", counted(damaged.len(), "file"), listed(damaged)),
            "they are no longer read: if nothing is missing, delete them",
        ),
    }
}

fn said_of_copies(copies: &[String], backups: &[String]) -> String {
    let some = |files: &[String], what: &str| {
        (!files.is_empty()).then(|| format!("{} {what}: {}", counted(files.len(), "file"), listed(files)))
    };
    let said = [some(backups, "of backups (`ninetracks restore`)"), some(copies, "from before an upgrade")];
    let said: Vec<String> = said.into_iter().flatten().collect();
    if said.is_empty() { "no backups, nothing set aside".to_owned() } else { said.join("; ") }
}

/// The last drill of the profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LastDrill {
    None,
    Over,
    Left { number: usize, started: Timestamp },
}

pub(super) fn drill(folder: &Path, who: Learner) -> Result<LastDrill, StoreError> {
    Ok(match Store::open_to_read(folder, who)?.last_drill()? {
        None => LastDrill::None,
        Some(last) if last.room().is_over() => LastDrill::Over,
        Some(last) => LastDrill::Left { number: last.number, started: last.started },
    })
}

pub(super) fn drill_line(drill: &Result<LastDrill, StoreError>, zone: &TimeZone) -> CheckResult {
    match drill {
        Ok(LastDrill::None) => CheckResult::ok("drill", "none unfinished"),
        Ok(LastDrill::Over) => CheckResult::ok("drill", "none unfinished: the last one was played to the end"),
        Ok(LastDrill::Left { number, started }) => {
            let begun = started.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M").to_string();
            CheckResult::warning(
                "drill",
                format!("drill {number}, started {begun}, is unfinished"),
                "`ninetracks drill --resume` resumes it; `ninetracks drill` starts another",
            )
        }
        Err(why) => CheckResult::error(
            "drill",
            format!("the last drill cannot be read: {why}"),
            "`ninetracks drill` starts another; report this",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::super::line;
    use super::*;
    use std::path::PathBuf;

    fn sound(schema: SchemaVersion, events: u64, profiles: &[&str]) -> CheckResult {
        let profiles = profiles.iter().map(|p| (*p).to_owned()).collect();
        super::line(
            Path::new("data"),
            &Ok(Examined::Sound(Examination { bytes: 124_999, schema, events, profiles, newest: None })),
        )
    }

    #[test]
    fn a_sound_database_is_described() {
        let said = |schema, events, profiles| sound(schema, events, profiles).message;
        assert_eq!(
            said(SchemaVersion::Current(3), 1, &["ana"]),
            "progress.db is sound: 124 kB, format 3, 1 event of 1 profile: ana"
        );
        assert!(
            said(SchemaVersion::Current(3), 9, &["a", "b", "c", "d", "e", "f"])
                .ends_with("of 6 profiles: a, b, c, d and 2 more")
        );
        assert!(said(SchemaVersion::Older { found: 1, known: 3 }, 2, &["ana"]).contains("format 1 (upgraded to 3"));
        assert!(said(SchemaVersion::Empty, 0, &[]).contains("empty"));
        assert_eq!(sound(SchemaVersion::Older { found: 1, known: 3 }, 2, &[]).state, line::Health::Ok);
    }

    #[test]
    fn sizes_are_rounded_down() {
        assert_eq!([999, 1_000, 999_999, 2_560_000].map(size), ["999 bytes", "1 kB", "999 kB", "2.5 MB"]);
    }

    #[test]
    fn whatever_is_wrong_comes_with_what_to_do() {
        let (place, why) = (|| PathBuf::from("data/progress.db"), || "because".to_owned());
        let wrong = [
            (StoreError::Damaged { place: place(), why: why() }, "set the file aside"),
            (StoreError::Locked { place: place() }, "close the program"),
            (StoreError::Newer { place: place(), found: 9, known: 3 }, "install the newer"),
            (StoreError::NotWritable { place: place(), why: why() }, "check the permissions"),
            (StoreError::Foreign { place: place(), what: "another program wrote it" }, "move data/progress.db away"),
            (StoreError::Full { place: place() }, "--data DIR"),
            (StoreError::Other { place: place(), why: why() }, "report this"),
        ];
        for (error, help) in wrong {
            let line = super::line(Path::new("data"), &Err(error));
            assert!(line.state == line::Health::Error && line.help.contains(help), "{line:?}");
        }
        assert_eq!(super::line(Path::new("data"), &Ok(Examined::NoFile)).state, line::Health::Error);
        assert_eq!(super::line(Path::new("data"), &Ok(Examined::None)).state, line::Health::Ok);
    }

    #[test]
    fn copies_are_well_and_damaged_files_worth_a_look() {
        let found = |copies: &[&str], damaged: &[&str]| {
            let names = |of: &[&str]| of.iter().map(|n| (*n).to_owned()).collect();
            let line = beside(&Ok(Beside { copies: names(copies), damaged: names(damaged), ..Beside::default() }));
            (line.state, line.message)
        };
        assert_eq!(found(&[], &[]).0, line::Health::Ok);
        assert_eq!(
            found(&["progress.v1.db"], &[]),
            (line::Health::Ok, "1 file from before an upgrade: progress.v1.db".into())
        );
        assert_eq!(found(&["progress.v1.db"], &["progress.damaged-x.db"]).0, line::Health::Warning);
        let torn = Beside { torn: vec!["progress.v1.db".to_owned()], ..Beside::default() };
        assert_eq!(beside(&Ok(torn)).state, line::Health::Warning);
        assert_eq!(beside(&Err(io::Error::other("no"))).state, line::Health::Warning);
    }

    #[test]
    fn only_a_drill_that_was_left_is_worth_a_look() {
        let of = |drill| drill_line(&drill, &TimeZone::UTC);
        assert_eq!([of(Ok(LastDrill::None)).state, of(Ok(LastDrill::Over)).state], [line::Health::Ok; 2]);
        let left = of(Ok(LastDrill::Left { number: 3, started: Timestamp::UNIX_EPOCH }));
        assert_eq!(left.message, "drill 3, started 1970-01-01 00:00, is unfinished");
        assert!(left.state == line::Health::Warning && left.help.contains("drill --resume"));
        assert_eq!(of(Err(StoreError::Locked { place: "x".into() })).state, line::Health::Error);
    }
}
