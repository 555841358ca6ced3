//! Killed at any moment, the program loses no answer that the screen had accepted.

use crate::answers::ENTER;
use crate::harness::{Terminal, ninetracks};
use crate::study::{answer, stats};

fn killed(mut terminal: Terminal) {
    assert!(!terminal.signal("KILL").ends().success());
}

#[test]
fn a_quiz_goes_on_where_it_was_killed() {
    let data = tempfile::tempdir().unwrap();
    let start = || ninetracks(data.path()).fixture();
    let mut terminal = start().with(&["quiz", "ferry", "--length", "5"]).run();
    terminal.shows("1 of 5");
    for number in 1..=2 {
        terminal.shows(&format!("{number} of 5"));
        answer(&mut terminal);
        if number == 1 {
            terminal.send(ENTER);
        }
    }
    killed(terminal);
    let kept = &stats(data.path(), true)["quizzes"][0];
    assert_eq!(
        (&kept["answered"], &kept["percent"], &kept["finished"]),
        (&2.into(), &100.into(), &false.into()),
        "{kept}"
    );

    let mut terminal = start().run();
    terminal.shows("resume the unfinished quiz").shows("2 of 5 answered");
    terminal.send("jj").send(ENTER).shows("3 of 5").shows("2 points");
    for _ in 3..=5 {
        answer(&mut terminal);
        terminal.send(ENTER).shows_no_more("Right.");
    }
    terminal.shows("Results").shows("100 %").send("\x1b").shows("Lessons").send("\x1b");
    assert!(terminal.ends().success());
    let kept = stats(data.path(), true);
    assert_eq!(kept["quizzes"].as_array().map(Vec::len), Some(1), "one quiz, not two: {kept}");
    assert_eq!(kept["quizzes"][0]["finished"], true);
}

#[test]
fn the_place_in_a_lesson_is_kept_by_section() {
    let data = tempfile::tempdir().unwrap();
    let start = || ninetracks(data.path()).fixture();
    let mut terminal = start().with(&["learn", "drawn"]).run();
    terminal
        .shows("8 sections")
        .send("n")
        .shows("§1 of 8")
        .send("n")
        .shows("§2 of 8")
        .send("n")
        .shows("§3 of 8")
        .shows("talks begin");
    killed(terminal);

    let mut terminal = start().run();
    terminal.shows("Every figure once").shows("§3 of 8").send(ENTER).shows("talks begin");
    killed(terminal);

    let mut terminal = start().with(&["learn"]).run();
    terminal.shows("§3 of 8").shows("talks begin").send("\x1b").shows("Lessons").send("\x1b");
    assert!(terminal.ends().success());
}

#[test]
fn a_graded_card_is_on_disk_before_the_next_one_is_shown() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = ninetracks(data.path()).fixture().with(&["cards", "ferry"]).run();
    terminal.shows("turn the card").send(" ").shows("Again").send("4").shows("turn the card");
    killed(terminal);
    assert_eq!(stats(data.path(), true)["cards"]["young"], 1);
}

#[test]
fn two_windows_lose_nothing() {
    let data = tempfile::tempdir().unwrap();
    let open = || ninetracks(data.path()).fixture().with(&["quiz", "ferry", "--length", "5"]).run();
    let (mut one, mut other) = (open(), open());
    one.shows("1 of 5");
    other.shows("1 of 5");
    for _ in 0..3 {
        answer(&mut one);
        answer(&mut other);
        one.send(ENTER).shows_no_more("Right.");
        other.send(ENTER).shows_no_more("Right.");
    }
    killed(one);
    killed(other);
    let kept = stats(data.path(), true);
    let answered: Vec<_> = kept["quizzes"].as_array().unwrap().iter().map(|q| q["answered"].clone()).collect();
    assert_eq!(answered, [3, 3], "{kept}");
}
