//! Drills against a clock: time goes by between two looks at it.

use super::*;

/// A clock of 30 seconds, and `tick_s` seconds between two looks at it.
fn timed(mode: Way, tick_s: i64, script: &str) -> Bench {
    let mut bench = Bench { tick_s, ..Bench::new() };
    bench.drill(QuestionPlan { timer_s: Some(30), ..questions(mode, &TWO) }, 2, script);
    bench
}

#[test]
fn the_line_that_comes_when_the_time_is_up_is_still_heard() {
    let mut bench = timed(Way::Together, 40, "||b");
    bench.heard("Time is up. Answers are still taken until you close the question.");
    assert!(bench.acts().iter().any(|act| matches!(act, Input::Answered { .. })));
    bench = timed(Way::Together, 40, "||more|");
    bench.heard("30 more seconds.");
    bench = timed(Way::Together, 1, "||b|b||");
    bench.heard("Press Enter to open the answers for 30 seconds.");
    bench.heard("Team 1 (29 s left):");
    bench.not_heard("Time is up");
    assert_eq!(bench.points(), ["1", "1"]);
}

#[test]
fn the_clock_stands_while_the_drill_waits_and_while_a_team_speaks() {
    let mut bench = timed(Way::Together, 0, "||pause");
    bench.tick_s = 4000;
    bench.goes_on("help|help");
    bench.tick_s = 0;
    bench.goes_on("||b");
    bench.not_heard("Time is up");
    timed(Way::Buzzer, 8, "||q|help|help|help|b|").heard("Team 1 has the floor; the clock is stopped.");
}

#[test]
fn a_turn_is_not_taken_away_by_the_clock() {
    let bench = timed(Way::Turns, 100, "||a");
    bench.heard("Time is up. Answers are still taken until you close the question.");
    assert!(bench.acts().iter().any(|act| matches!(act, Input::Answered { .. })));
}

#[test]
fn a_press_that_comes_when_the_time_is_up_is_too_late() {
    let bench = timed(Way::Buzzer, 40, "||q b");
    bench.heard("Time is up: the question is closed. `more` reopens it.");
    assert_eq!(bench.acts().iter().filter(|a| **a == Input::Tick).count(), 1);
}

#[test]
fn hands_are_still_counted_when_the_time_is_up() {
    let bench = timed(Way::Argue, 100, "||4|5|6|");
    bench.heard("Hands for B (0 s left):");
    bench.heard("Argue: convince your neighbour.");
    bench.not_heard("Time is up");
}
