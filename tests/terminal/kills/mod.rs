//! Killed at any moment, again and again, in one window or with two on the same progress: every answer that was seen to be
//! taken is in the log, once, and the program opens again.
//!
//! `cargo test --test terminal kills` kills 60 times, `cargo test --test terminal kills -- --ignored` a thousand times.

mod log;
mod player;

use std::path::Path;
use std::time::Duration;

use ninetracks::study::chance::{Chance, chance};
use rand::RngExt as _;

use self::player::Activity::{self, Cards, Drill, Exam, Paper, Quiz};
use self::player::Step;
use crate::answers::{DOWN, ENTER};
use crate::harness::Terminal;

/// Kills of the same progress, one after the other.
const ROW: usize = 6;
/// Most answers between two kills.
const MOST_ANSWERS: usize = 4;
/// Longest time from the last key to the kill: longer than an answer takes to reach the disk and the screen.
const MOST_US: u64 = 12_000;
/// Longest time from the program's start to a kill.
const MOST_START_US: u64 = 80_000;

/// A window in which something goes on.
struct Window {
    activity: Activity,
    terminal: Terminal,
    /// The keys typed last.
    last: String,
}

/// The answers of a row of kills.
#[derive(Default)]
struct Answers {
    /// Those that a frame showed to be taken, or that were found in the log.
    taken: Vec<String>,
    /// Those that were given, and nobody saw whether they were taken.
    open: Vec<String>,
}

impl Window {
    /// Does what is next. `true` when there is nothing more to answer.
    fn step(&mut self, data: &Path, chance: &mut Chance, answers: &mut Answers) -> bool {
        self.activity.settled(&mut self.terminal);
        match self.activity.next(&self.terminal, data, chance) {
            Step::Keys(keys, leads_to) => {
                let what = format!("what {keys:?} leads to");
                self.types(&[keys]);
                self.terminal.until(&what, |s| leads_to(&s.contents()));
                false
            }
            Step::Answer { keys, what } => {
                let before = self.terminal.text();
                self.types(&keys);
                let activity = self.activity;
                self.terminal.until(&format!("`{what}` to be taken"), |s| activity.is_taken(&before, &s.contents()));
                answers.taken.push(what);
                false
            }
            Step::Done => true,
        }
    }

    /// Types `keys`. A key that comes twice would be held where the machine is slow: between them stands another one.
    fn types(&mut self, keys: &[String]) {
        for keys in keys {
            if *keys == self.last && self.activity.has_screens() {
                self.terminal.send(DOWN);
            }
            self.terminal.send(keys);
            self.last.clone_from(keys);
        }
    }

    /// Goes on to the next answer and gives it without waiting for anything. What the screen showed then, and the answer.
    fn dare(&mut self, data: &Path, chance: &mut Chance, answers: &mut Answers) -> Option<(String, String)> {
        loop {
            self.activity.settled(&mut self.terminal);
            if let Step::Answer { keys, what } = self.activity.next(&self.terminal, data, chance) {
                let before = self.terminal.text();
                self.types(&keys);
                return Some((before, what));
            }
            if self.step(data, chance, answers) {
                return None;
            }
        }
    }
}

/// Plays in all windows, gives one more answer in each, and kills them a little later.
fn killed(activities: &[Activity], data: &Path, chance: &mut Chance, answers: &mut Answers) {
    let alone = activities.len() == 1;
    let open = |&activity: &Activity| Window { activity, terminal: activity.open(data, alone), last: ENTER.into() };
    let mut windows: Vec<Window> = activities.iter().map(open).collect();
    for _ in 0..chance.random_range(0..=MOST_ANSWERS * 2) {
        for window in &mut windows {
            window.step(data, chance, answers);
        }
    }
    let dared: Vec<_> = windows.iter_mut().map(|window| window.dare(data, chance, answers)).collect();
    for (mut window, dared) in windows.into_iter().zip(dared) {
        window.terminal.wait(Duration::from_micros(chance.random_range(0..MOST_US)));
        window.terminal.kill();
        let Some((before, what)) = dared else { continue };
        let seen = window.activity.is_taken(&before, &window.terminal.text());
        if seen { &mut answers.taken } else { &mut answers.open }.push(what);
    }
}

/// Kills the program while it starts.
fn killed_at_start(activities: &[Activity], data: &Path, chance: &mut Chance) {
    let mut terminals: Vec<Terminal> = activities.iter().map(|activity| activity.starts(data)).collect();
    for terminal in &mut terminals {
        terminal.wait(Duration::from_micros(chance.random_range(0..MOST_START_US)));
        terminal.kill();
    }
}

/// Every answer that was taken is in the log once, and beside them only some of those that nobody saw.
fn is_kept(data: &Path, answers: &mut Answers) {
    let kept = log::answers(data);
    let mut unseen = kept.clone();
    for taken in &answers.taken {
        let at = unseen.iter().position(|kept| kept == taken);
        unseen.swap_remove(at.unwrap_or_else(|| panic!("`{taken}` is lost; the log has {kept:#?}")));
    }
    for found in unseen {
        let at = answers.open.iter().position(|open| *open == found);
        answers.open.swap_remove(at.unwrap_or_else(|| panic!("`{found}` was not given so often: {kept:#?}")));
    }
    answers.open.clear();
    answers.taken = kept;
}

#[allow(clippy::print_stderr, reason = "a failure says after which kill")]
fn kills(activities: &[Activity], times: usize, purpose: &str) {
    for row in 0..times.div_ceil(ROW) {
        let data = tempfile::tempdir().unwrap();
        let mut chance = chance(row as u64, &format!("{purpose} {activities:?}"));
        let mut answers = Answers::default();
        for kill in 0..ROW.min(times - row * ROW) {
            eprintln!("{purpose} {activities:?}, row {row}, kill {kill}");
            if chance.random_range(0..6) == 0 {
                killed_at_start(activities, data.path(), &mut chance);
            } else {
                killed(activities, data.path(), &mut chance, &mut answers);
            }
            is_kept(data.path(), &mut answers);
        }
        let mut terminal = activities[0].open(data.path(), activities.len() == 1);
        activities[0].settled(&mut terminal);
    }
}

/// One test a line: what goes on in which windows.
macro_rules! kills {
    ($($name:ident: $activities:expr;)*) => {
        $(
            #[test]
            fn $name() {
                kills(&$activities, ROW, "soon");
            }
        )*

        const ALL: &[&[Activity]] = &[$(&$activities),*];
    };
}

kills! {
    at_cards: [Cards];
    at_a_quiz: [Quiz];
    at_an_exam: [Exam];
    at_a_drill: [Drill];
    at_sheets: [Paper(7)];
    at_cards_in_two_windows: [Cards, Cards];
    at_two_quizzes: [Quiz, Quiz];
    at_an_exam_beside_cards: [Exam, Cards];
    at_a_drill_beside_a_quiz: [Drill, Quiz];
    at_sheets_of_two_papers: [Paper(7), Paper(8)];
}

#[test]
#[ignore = "some two minutes"]
fn a_thousand_times() {
    for activities in ALL {
        kills(activities, 1000 / ALL.len(), "often");
    }
}
