//! A learner at work: a lesson, a card, a quiz.

use crate::answers::{DOWN, ENTER, right};
use crate::harness::{BINARY, Terminal, ninetracks};

/// What `ninetracks stats --json` says of the data folder.
pub(crate) fn stats(data: &std::path::Path, fixture: bool) -> serde_json::Value {
    let mut command = std::process::Command::new(BINARY);
    command.args(["stats", "--json", "--data"]).arg(data).env("TZ", "UTC");
    if fixture {
        command.arg("--course").arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/course"));
    }
    let said = command.output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    serde_json::from_slice(&said.stdout).unwrap()
}

/// Answers the question on the screen rightly and waits for the feedback.
pub(crate) fn answer(terminal: &mut Terminal) {
    let keys = right(terminal);
    terminal.send(&keys).send(ENTER).shows("Right.");
}

#[test]
fn a_lesson_of_the_built_in_course_can_be_read_to_its_first_stop_and_answered() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = ninetracks(data.path()).run();
    terminal.shows("Lessons").send(ENTER).shows_no_more("Placement");
    let mut pages = 0;
    while !terminal.text().contains("skip") {
        let before = terminal.text();
        terminal.send(" ").until("another page", |s| s.contents() != before);
        pages += 1;
        assert!(pages < 40, "no recall stop in 40 pages:\n{}", terminal.text());
    }
    assert!(pages > 1, "a recall stop before anything was read");
    let asked = terminal.text();
    let keys = if asked.contains("1  True") { "t" } else { "1" };
    if asked.contains("□ 1") {
        // Two are right: with one mark it is no whole answer.
        terminal.send("2").shows("■ 2");
    }
    terminal
        .send(keys)
        .send(ENTER)
        .until("feedback", |s| ["Right.", "Wrong.", "Partly"].iter().any(|v| s.contents().contains(v)));
    terminal.send(" ").shows("read on").send("\x1b").shows("Lessons").send("\x1b");
    assert!(terminal.ends().success());
    assert!(terminal.is_given_back());
}

#[test]
fn a_lesson_is_read_with_its_stops_and_counts_as_read() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = ninetracks(data.path()).fixture().with(&["learn", "ferry"]).run();
    terminal.shows("2 sections").send(" ").shows("Neither").shows("Who says what");
    while !terminal.text().contains("Who steers") {
        let before = terminal.text();
        terminal.send(" ").until("another page", |s| s.contents() != before);
    }
    answer(&mut terminal);
    terminal.send(" ").shows("A doubtful date");
    while !terminal.text().contains("In which year") {
        let before = terminal.text();
        terminal.send(" ").until("another page", |s| s.contents() != before);
    }
    terminal.send("1990").send(ENTER).shows("Wrong.").shows("That is the popular date.");
    terminal.send(" ").shows("one more line to read").send(" ").shows("a quiz on it").send("\x1b").shows("●●");
    terminal.send("\x1b");
    assert!(terminal.ends().success());
    assert_eq!(stats(data.path(), true)["sections_read"], 2);
}

#[test]
fn a_card_is_reviewed_and_taken_back() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = ninetracks(data.path()).fixture().with(&["cards", "ferry"]).run();
    terminal
        .shows("turn the card")
        .shows("0 learning")
        .send(" ")
        .shows("Again")
        .shows("9 d")
        .send("3")
        .shows("1 learning");
    terminal
        .send("u")
        .shows("0 learning")
        .send(" ")
        .shows("Again")
        .send("4")
        .shows("turn the card")
        .send("\x1b")
        .shows("Review")
        .send("\x1b");
    assert!(terminal.ends().success());
    let known = &stats(data.path(), true)["cards"];
    assert_eq!((&known["learning"], &known["young"]), (&0.into(), &1.into()), "{known}");
}

#[test]
fn a_quiz_is_finished_and_its_score_kept() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = ninetracks(data.path()).fixture().with(&["quiz", "ferry", "--length", "5"]).run();
    terminal.shows("1 of 5").send("\t").shows("Skipped.");
    for number in 2..=5 {
        terminal.send(ENTER).shows(&format!("{number} of 5"));
        answer(&mut terminal);
    }
    terminal.send(ENTER).shows("Results").shows("80 %").send(ENTER).shows("missed 1 of 1").send("\x1b").shows("seed 7");
    terminal.send("\x1b").shows("Lessons").shows("80 %").send("\x1b");
    assert!(terminal.ends().success());
    let quizzes = &stats(data.path(), true)["quizzes"];
    assert_eq!(quizzes.as_array().map(Vec::len), Some(1));
    let quiz = &quizzes[0];
    assert_eq!(
        (&quiz["percent"], &quiz["questions"], &quiz["answered"], &quiz["finished"], &quiz["seed"]),
        (&80.into(), &5.into(), &5.into(), &true.into(), &7.into()),
        "{quiz}"
    );
}

#[test]
fn a_quiz_is_chosen_on_the_screen_and_an_exam_tells_at_the_end() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = ninetracks(data.path()).fixture().run();
    terminal
        .shows("Lessons")
        .send("Q")
        .shows("New quiz")
        .send("\x1b[D")
        .shows("Questions   5")
        .send(DOWN)
        .send("\x1b[C")
        .shows("feedback at the end")
        .send(ENTER)
        .shows("1 of 5");
    for number in 1..=5 {
        terminal.shows(&format!("{number} of 5"));
        let keys = if terminal.text().contains("The wheel has nine") || terminal.text().contains("The bars count") {
            "t".to_owned()
        } else {
            right(&terminal)
        };
        terminal.send(&keys).send(ENTER);
        assert!(!terminal.text().contains("Right."));
    }
    terminal.shows("hand in").send(ENTER).shows("Results").shows("100 %").send("\x1b").shows("Lessons").send("\x1b");
    assert!(terminal.ends().success());
}

#[test]
fn lines_at_a_terminal_move_no_cursor_and_wait_between_sections() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = ninetracks(data.path()).fixture().with(&["learn", "ferry", "--plain"]).size(100, 50).run();
    terminal.shows("Tell official talks").send("\r").shows("Who steers a ship").send("2\r").shows("Right.").send("\r");
    terminal.shows("In which year").send("1991\r").shows("That was the lesson.");
    assert!(terminal.ends().success());
    assert!(!terminal.written.contains(&0x1b), "{}", String::from_utf8_lossy(&terminal.written));
    assert_eq!(stats(data.path(), true)["sections_read"], 2);
}
