//! The files of the built-in course with slips in them, read, checked, shown on screens and in lines: nothing panics,
//! nothing hangs, and every finding says in which file, line and column.
//!
//! `cargo test --test mutated` tries a few hundred, `cargo test --release --test mutated -- --ignored` twenty thousand.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stderr, reason = "a test may panic, and says where")]
#![allow(clippy::must_use_candidate, unreachable_pub, dead_code, reason = "shared with fuzz targets and other tests")]

#[path = "mutated/mutate.rs"]
mod mutate;
mod trial;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use mutate::mutated;
use ninetracks::study::chance::chance;
use rand::RngExt as _;

/// Longer than a course of one lesson takes on a loaded machine; only a course that hangs takes so long.
const PATIENCE: Duration = Duration::from_mins(1);

/// A course of one lesson of the built-in one, with all that lessons share, and a scenario.
struct Part {
    folder: tempfile::TempDir,
    /// Relative to the course's folder.
    files: Vec<PathBuf>,
}

impl Part {
    fn new(lesson: &str, scenario: Option<&str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut files: Vec<PathBuf> = ["lessons", "quizzes"].map(|part| format!("{part}/{lesson}.ron").into()).into();
        files.extend(scenario.map(|name| format!("quizzes/scenarios/{name}.ron").into()));
        files.extend(["course", "references", "schemes", "cases"].map(|name| format!("assets/{name}.ron").into()));
        for file in &files {
            let to = folder.path().join(file);
            std::fs::create_dir_all(to.parent().unwrap()).unwrap();
            std::fs::copy(trial::top().join(file), to).unwrap();
        }
        Self { folder, files }
    }

    /// Tries the course with slips in the file chosen by `seed`: mostly in the lesson, its bank or its scenario.
    fn tried(&self, seed: u64) -> Option<usize> {
        let mut chance = chance(seed, "slips");
        let own = self.files.len() - 4;
        let at =
            if chance.random_range(0..4) > 0 { chance.random_range(0..own) } else { chance.random_range(own..own + 4) };
        let path = self.folder.path().join(&self.files[at]);
        let before = std::fs::read_to_string(&path).unwrap();
        let (text, slips) = mutated(&before, &mut chance);
        eprintln!("seed {seed}, {}: {slips:?}", self.files[at].display());
        std::fs::write(&path, text).unwrap();
        let findings = in_time(self.folder.path(), seed);
        std::fs::write(&path, before).unwrap();
        findings
    }
}

/// Number of findings of the course in `folder`, which must come before patience ends.
fn in_time(folder: &Path, seed: u64) -> Option<usize> {
    let (sender, done) = channel();
    let folder = folder.to_owned();
    let trial = std::thread::spawn(move || {
        let found = trial::course::course(&folder);
        let _ = sender.send(());
        found
    });
    assert_ne!(done.recv_timeout(PATIENCE), Err(RecvTimeoutError::Timeout), "seed {seed} hangs");
    trial.join().unwrap_or_else(|_| panic!("seed {seed} panics"))
}

const PARTS: [(&str, Option<&str>); 6] = [
    ("03-track-two", None),
    ("07-five-tracks", Some("thursday-ferry")),
    ("08-nine-tracks-1", None),
    ("11-casebook", None),
    ("14-who-is-in-the-room", None),
    ("17-capstone", Some("valley-council")),
];

/// Tries `seeds`; both courses that are still one and courses that are none must be among them, and slips be found.
fn tried(part: usize, seeds: std::ops::Range<u64>) {
    let (lesson, scenario) = PARTS[part];
    let part = Part::new(lesson, scenario);
    let whole = trial::course::course(part.folder.path()).expect("a course without a slip");
    let tried = seeds.end - seeds.start;
    let findings: Vec<usize> = seeds.filter_map(|seed| part.tried(seed)).collect();
    assert!(findings.len() as u64 * 4 > tried, "only {} of {tried} are still courses", findings.len());
    assert!(findings.iter().any(|&found| found > whole), "no slip was found");
}

/// One test a line: a part of the course, and how many slips are tried.
macro_rules! slips {
    ($($name:ident: $part:literal, $count:literal;)*) => {
        $(#[test] fn $name() { tried($part, $part * 100_000..$part * 100_000 + $count); })*
    };
}

slips! {
    a_lesson: 0, 40;
    a_lesson_and_a_scenario: 1, 40;
    figures: 2, 40;
    cases: 3, 40;
    questions: 4, 40;
    another_scenario: 5, 40;
}

#[test]
#[ignore = "twenty thousand: half an hour"]
fn twenty_thousand() {
    for (part, base) in (0..PARTS.len()).zip((1_000_000..).step_by(100_000)) {
        tried(part, base..base + 3334);
    }
}
