//! A whole drill with a class, and what may happen to the program meanwhile.

use std::path::Path;
use std::time::{Duration, Instant};

use ninetracks::course::model::Id;
use ninetracks::store::{Learner, LoggedDrill, Store};
use ninetracks::study::drill::{Input, Moment, State, letter};
use ninetracks::study::item::{Form, Item};

use crate::answers::{DOWN, ENTER};
use crate::harness::{BINARY, Start, Terminal, ninetracks};
use crate::trouble::{BLOCKS, fill};

const RIGHT: &str = "\x1b[C";
/// In the set-up: from the way of playing to the next.
const NEXT_WAY: &str = RIGHT;

/// What is done next, and what the wall shows then.
struct Step {
    keys: String,
    shows: String,
    /// Whether the program is killed here.
    perilous: bool,
}

fn step(keys: &str, shows: &str) -> Step {
    Step { keys: keys.into(), shows: shows.into(), perilous: false }
}

pub(crate) fn resumed(data: &Path) -> Terminal {
    let mut terminal = ninetracks(data).fixture().with(&["drill", "--resume"]).run();
    terminal.shows("Continue");
    terminal
}

/// A drill of `length` questions in its lobby, set up with keys.
pub(crate) fn lobby(data: &Path, way: &str, length: u8, clock: bool) -> Terminal {
    set_up(ninetracks(data).fixture().with(&["drill"]), way, length, clock)
}

fn set_up(start: Start, way: &str, length: u8, clock: bool) -> Terminal {
    let mut terminal = start.run();
    terminal
        .shows("New drill")
        .send(way)
        .send(DOWN)
        .send(&length.to_string())
        .shows(&format!("Questions  {length} "))
        .shows(&format!("{length} of "));
    if !clock {
        terminal.send(&DOWN.repeat(4)).send("0").shows("no clock");
    }
    terminal.send(ENTER).shows("start").shows(&format!("0 of {length}"));
    terminal
}

pub(crate) fn log(data: &Path) -> LoggedDrill {
    let learner = Learner { profile: "default".into(), course: Id::new("fixture").unwrap() };
    Store::open(data, learner).unwrap().last_drill().unwrap().unwrap()
}

/// `ninetracks report` of the last drill, without its start: that is when the test ran.
fn report(data: &Path) -> serde_json::Value {
    let mut command = std::process::Command::new(BINARY);
    command.args(["report", "--json", "--data"]).arg(data).env("TZ", "UTC");
    command.arg("--course").arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/course"));
    let said = command.output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let mut report: serde_json::Value = serde_json::from_slice(&said.stdout).unwrap();
    for start in ["started", "started_in_words"] {
        assert!(report.as_object_mut().unwrap().remove(start).is_some(), "{report}");
    }
    report
}

/// Plays a drill without a clock to its end and gives its report: answers carry no times then, and two drills played
/// alike have the same report.
fn played(way: &str, length: u8, steps: impl Fn(&[Item]) -> Vec<Step>, disturbed: bool) -> serde_json::Value {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = lobby(data.path(), way, length, false);
    let asked = log(data.path()).setup.questions().unwrap().asked.clone();
    let mut kills = 0;
    for step in steps(&asked) {
        terminal.send(&step.keys).shows(&step.shows);
        if disturbed && step.perilous {
            kills += 1;
            assert!(!terminal.signal("KILL").ends().success());
            terminal = resumed(data.path());
            terminal.send(ENTER).shows(&step.shows);
        }
    }
    assert_eq!(kills, if disturbed { 2 } else { 0 });
    assert!(matches!(log(data.path()).room().state(), State::Done(_)));
    assert_eq!(taken_up(data.path()), kills);
    terminal.send("\x1b").shows("Lessons").send("\x1b");
    assert!(terminal.ends().success());
    report(data.path())
}

fn taken_up(data: &Path) -> usize {
    log(data).entries.iter().filter(|e| e.what == Input::TakenUp).count()
}

/// What the team at this place holds up: neighbours do not agree.
pub(crate) fn card(asked: &Item, team: usize) -> String {
    let turned = |n: usize| (0..n).map(|i| letter((i + team) % asked.letters())).collect::<String>();
    match &asked.form {
        Form::PickOne { .. } => turned(1) + ENTER,
        Form::PickMany { .. } => turned(2) + ENTER,
        Form::Join { premises, .. } => turned(premises.len()) + ENTER,
        Form::Sort { .. } => turned(asked.letters()) + ENTER,
        Form::Type { .. } => format!("{}{ENTER}", 1990 + team),
    }
}

/// The first words of a question: a line of the wall.
pub(crate) fn stem(asked: &Item) -> String {
    asked.stem.as_str().split(' ').take(4).collect::<Vec<_>>().join(" ")
}

fn all_together(asked: &[Item]) -> Vec<Step> {
    let mut steps = Vec::new();
    for (at, question) in asked.iter().enumerate() {
        steps.push(step(ENTER, &stem(question)));
        for team in 0..4 {
            let (keys, shows) = (card(question, team), format!("{} of 4 teams", team + 1));
            steps.push(Step { perilous: (at, team) == (0, 1), ..step(&keys, &shows) });
        }
        // All have answered: one key closes and shows.
        steps.push(Step { perilous: at == 1, ..step(ENTER, "the right answer") });
    }
    steps.extend([step(ENTER, "Standings"), step(ENTER, "report")]);
    steps
}

/// Digits stand for letters while letters are keys of teams.
fn said(asked: &Item, right: bool) -> String {
    // An answer that is partly right closes the question as well: it is no wrong one.
    let is_meant = |answer| {
        let share = asked.grade(&answer).share();
        if right { share > 0.99 } else { share < 0.01 }
    };
    let digit = (1..=asked.letters()).map(|d| d.to_string()).find(|d| asked.spelled(d).is_ok_and(is_meant));
    digit.expect("a question of one letter") + ENTER
}

fn buzzer(asked: &[Item]) -> Vec<Step> {
    let mut steps = Vec::new();
    for (at, question) in asked.iter().enumerate() {
        steps.push(step(ENTER, &stem(question)));
        // Only the first is read before it opens.
        steps.push(step(if at == 0 { ENTER } else { "" }, "Press your key"));
        // Two keys in one write are one read: the first byte decides, the other was level with it.
        steps.push(Step { perilous: at == 0, ..step("mq", "tied with it") });
        steps.push(step(&said(question, false), "[–] has already tried"));
        steps.push(step("p", "has the floor"));
        steps.push(step(&said(question, true), "Closed"));
        steps.push(Step { perilous: at == 1, ..step(ENTER, "the right answer") });
    }
    steps.extend([step(ENTER, "Standings"), step(ENTER, "report")]);
    steps
}

#[test]
fn a_drill_killed_twice_has_the_report_of_an_undisturbed_one() {
    let undisturbed = played("", 5, all_together, false);
    assert_eq!(undisturbed["teams"].as_array().map(Vec::len), Some(4), "{undisturbed}");
    assert_eq!(undisturbed["questions"].as_array().map(Vec::len), Some(5), "{undisturbed}");
    assert_eq!(undisturbed["questions"][0]["answers"].as_array().map(Vec::len), Some(4), "{undisturbed}");
    assert_eq!(played("", 5, all_together, true), undisturbed);
}

#[test]
fn buzzers_killed_twice_have_the_report_of_undisturbed_ones() {
    let way = NEXT_WAY.repeat(2);
    let undisturbed = played(&way, 3, buzzer, false);
    let points = |team: usize| undisturbed["teams"][team]["score"]["points"].as_f64();
    assert_eq!(
        [points(0), points(1), points(2), points(3)],
        [Some(0.0), Some(3.0), Some(0.0), Some(0.0)],
        "{undisturbed}"
    );
    assert_eq!(played(&way, 3, buzzer, true), undisturbed);
}

#[test]
fn the_first_byte_of_a_read_decides_and_the_log_keeps_who_was_level() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = lobby(data.path(), &NEXT_WAY.repeat(2), 3, false);
    terminal
        .send(ENTER)
        .shows("Read.")
        .send(ENTER)
        .shows("Press your key")
        .send("zpq")
        .shows("tied with it")
        .shows("Team 3");
    let Some(Input::Buzzed { teams }) = log(data.path()).entries.last().map(|e| e.what.clone()) else {
        panic!("no press in the log")
    };
    assert_eq!(teams.iter().map(|t| t.0).collect::<Vec<_>>(), [2, 1, 0]);
}

/// Milliseconds on the clock, as the log has it.
fn left(data: &Path) -> u64 {
    let log = log(data);
    log.room().left_ms(log.entries.last().map_or(Moment::default(), |e| e.at)).expect("a clock")
}

#[test]
fn a_clock_killed_while_it_runs_stands_where_the_last_answer_left_it() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = lobby(data.path(), "", 3, true);
    terminal.send(ENTER).shows("Read.");
    let mut stood = 30_000;
    for (start, (answer, answered)) in [("a\r", "1 of 4 teams"), ("b\r", "2 of 4 teams")].into_iter().enumerate() {
        let since = Instant::now();
        terminal.send(ENTER).shows(&format!("{start} of 4 teams"));
        let shown = terminal.text();
        terminal.until("another second", |screen| screen.contents() != shown);
        assert_eq!(left(data.path()), stood, "a second is not written");
        terminal.send(answer).shows(answered);
        terminal.signal("KILL").ends();
        let (gone, most) = (stood - left(data.path()), since.elapsed());
        assert!(gone > 0 && Duration::from_millis(gone) <= most, "start {start}: {gone} ms gone of {most:?}");
        stood = left(data.path());
        terminal = resumed(data.path());
        assert_eq!(left(data.path()), stood, "the time between does not count");
    }
}

fn can_be_resumed_after(name: &str) {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = lobby(data.path(), "", 3, true);
    terminal
        .send(ENTER)
        .shows("Read.")
        .send(ENTER)
        .shows("0 of 4 teams")
        .send("a\r")
        .shows("1 of 4 teams")
        .send("b\r")
        .shows("2 of 4 teams");
    let ended = terminal.signal(name).ends();
    assert!(terminal.is_given_back() && ended.signal().is_some(), "after SIG{name}: {ended:?}");
    resumed(data.path()).send(ENTER).shows("2 of 4 teams");
}

#[test]
fn sigterm_leaves_a_drill_to_go_on_with() {
    can_be_resumed_after("TERM");
}

#[test]
fn sighup_leaves_a_drill_to_go_on_with() {
    can_be_resumed_after("HUP");
}

#[test]
fn an_answer_that_cannot_be_saved_is_kept_until_it_can() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = lobby(data.path(), "", 3, false);
    terminal.send(ENTER).shows("0 of 4 teams").send("a\r").shows("1 of 4 teams");
    // Another program holds the database: nothing can be written until it lets go.
    let other = rusqlite::Connection::open(data.path().join("progress.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    terminal.send("b\r").shows("could not be saved").shows("in use by");
    other.execute_batch("ROLLBACK").unwrap();
    terminal.send("r").shows("2 of 4 teams").send("c\r").shows("3 of 4 teams");
    terminal.signal("KILL").ends();
    resumed(data.path()).send(ENTER).shows("3 of 4 teams");
}

#[test]
fn an_answer_is_kept_until_a_full_disk_has_room() {
    let data = tempfile::tempdir().unwrap();
    let setup = ninetracks(data.path()).fixture().with(&["drill"]).with_blocks(BLOCKS);
    let mut terminal = set_up(setup, "", 3, false);
    terminal.send(ENTER).shows("0 of 4 teams").send("a\r").shows("1 of 4 teams");
    let make_room = fill(data.path());
    terminal.send("b\r").shows("could not be saved").shows("is full");
    make_room();
    terminal.send("r").shows("2 of 4 teams").send("c\r").shows("3 of 4 teams");
    terminal.signal("KILL").ends();
    resumed(data.path()).send(ENTER).shows("3 of 4 teams");
}
