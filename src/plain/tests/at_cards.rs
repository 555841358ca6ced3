//! Cards: grades, taking back, leaving.

use super::*;
use crate::study::memory::Grade;
use crate::study::queue::Hold;
use crate::study::session::ReviewRules;

fn grades(bench: &Bench) -> Vec<(String, Grade)> {
    bench.store.review_log().unwrap().into_iter().map(|r| (r.card.to_string(), r.grade)).collect()
}

#[test]
fn a_card_shows_its_front_then_its_back_and_the_waits() {
    let mut bench = Bench::new();
    assert_eq!(bench.cards(""), Outcome::Left);
    bench.heard("Card on Where the name comes from (0 learning, 0 due, 2 new) Who coined it? Press Enter");
    bench.heard(
        "Joseph Montville. (Montville 1981; lesson 1 §1) 1 again (1 min) 2 hard (6 min) 3 good (10 min) 4 easy (",
    );
    assert_eq!(grades(&bench), []);
}

#[test]
fn four_grades_are_saved() {
    for (line, grade) in [("1", Grade::Again), ("2", Grade::Hard), ("Good", Grade::Good), ("4", Grade::Easy)] {
        let mut bench = Bench::new();
        assert_eq!(bench.cards(&format!("|{line}|q")), Outcome::Left);
        assert_eq!(grades(&bench), [("c1".to_owned(), grade)]);
        assert!(bench.store.review_log().unwrap()[0].took_ms > 0);
    }
}

#[test]
fn a_grade_can_be_taken_back_and_the_card_comes_next() {
    let mut bench = Bench::new();
    bench.cards("|1|u||4|q");
    bench.heard("The last grade was undone.");
    assert_eq!(grades(&bench), [("c1".to_owned(), Grade::Easy)]);
    let mut bench = Bench::new();
    bench.cards("u|q");
    bench.heard("There is no grade to undo.");
}

#[test]
fn a_grade_of_an_earlier_session_of_the_day_can_be_taken_back_and_none_of_the_day_before() {
    let mut bench = Bench::new();
    bench.cards("|4|q");
    bench.cards("u|q");
    bench.heard("The last grade was undone. Card on Where the name comes from (0 learning, 0 due, 2 new)");
    assert_eq!(grades(&bench), []);
    bench.cards("|4|q");
    bench.cards_days_later(1, "u|q");
    bench.heard("There is no grade to undo.");
}

#[test]
fn a_session_ends_when_nothing_is_left() {
    let mut bench = Bench::new();
    assert_eq!(bench.cards("|4||4|"), Outcome::Done);
    bench.heard("It was coined in (gap: year).");
    bench.heard("1981 It was coined in 1981.");
    bench.heard("All done for today. 2 cards reviewed, 2 remembered.");
    assert_eq!(bench.cards(END), Outcome::Done);
    bench.heard("All done for today. 2 cards reviewed, 2 remembered.");
    assert_eq!(bench.cards_days_later(1, END), Outcome::Done);
    bench.heard("No cards are due.");
}

#[test]
fn the_end_tells_what_was_hard_and_what_comes_and_offers_a_round_that_changes_nothing() {
    let mut bench = Bench::new();
    assert_eq!(bench.cards("|1||4||4|m||1|||"), Outcome::Done);
    bench.heard("What changed: - 2 cards seen for the first time What was hard: - Who coined it? (forgotten 1 time)");
    bench.heard("All done for today. 2 cards reviewed, 1 remembered. The next seven days, tomorrow 1 card: - 2026-03-11: 1 card");
    bench.heard("Practice (1 card left) Who coined it?");
    bench.heard("1 card, remembered in the end; 1 answer missed. The schedule stays as it was.");
    assert_eq!(grades(&bench).len(), 3);
}

#[test]
fn the_last_grade_of_a_session_can_be_taken_back_too() {
    let mut bench = Bench::new();
    assert_eq!(bench.cards("|4||4|u||1|q"), Outcome::Left);
    assert_eq!(grades(&bench).last(), Some(&("c2/1".to_owned(), Grade::Again)));
}

#[test]
fn a_line_that_is_no_grade_grades_nothing() {
    let mut bench = Bench::new();
    bench.cards("|||5|q");
    bench.heard("That is not one of these. 1 again");
    assert_eq!(grades(&bench), []);
}

#[test]
fn forgotten_cards_come_back_in_the_same_session() {
    let mut bench = Bench::new();
    bench.cards("|4||4|");
    bench.now.set(bench.now.get() + SignedDuration::from_hours(24 * 30));
    // Their ten minutes are not over, but nothing else is left: they are shown ahead of their time.
    assert_eq!(bench.cards("|1||1||4||4|"), Outcome::Done);
    bench.heard("2 cards reviewed, 0 remembered.");
}

#[test]
fn an_answer_can_be_typed_and_is_compared_while_the_learner_grades() {
    let rules = ReviewRules { types_answers: true, ..ReviewRules::default() };
    let typed = |script: &str| {
        let mut bench = Bench::new();
        bench.run(script, |session| cards(session, Some(id("a")), rules.clone()));
        bench
    };
    let mut bench = typed("joseph montvile|3|1982|q");
    bench.heard("Who coined it? Type the answer, or press Enter to turn the card; s suspends it");
    bench.heard("Joseph Montville. You typed “joseph montvile”: the answer, but for one slip.");
    bench.heard("You typed “1982”, which is not what the card says.");
    assert_eq!(grades(&bench), [("c1".to_owned(), Grade::Good)]);
    bench = typed("|q");
    assert!(!bench.said.contains("You typed"), "{}", bench.said);
}

#[test]
fn a_card_can_be_suspended_or_buried_at_either_face() {
    let mut bench = Bench::new();
    bench.cards("s||b");
    bench.heard("Suspended: `ninetracks cards --resume` shows it again. Card on Where the name comes from (0 learning, 0 due, 1 new)");
    bench.heard("Buried until tomorrow. No cards are due.");
    let holds = bench.store.card_holds().unwrap();
    assert_eq!((holds.len(), holds[&"c1".parse().unwrap()]), (2, Hold::Suspended));
}

#[test]
fn the_end_tells_how_far_the_days_goal_is() {
    let mut bench = Bench::new();
    bench.tick_s = 30;
    let rules = ReviewRules { daily_goal: 20, ..ReviewRules::default() };
    bench.run("|4||4|", |session| cards(session, Some(id("a")), rules));
    let studied = bench.store.study_time(bench.clock().today()).unwrap().minutes();
    bench.heard(&format!("{studied} of the 20 min that you aim for today."));
    assert!(studied > 0);
}

#[test]
fn a_card_that_becomes_a_leech_is_named_at_the_end() {
    let mut bench = Bench::new();
    bench.cards("|4||4|");
    for _ in 0..8 {
        bench.cards_days_later(40, "|1||1||4||4|");
    }
    bench.heard("Leeches: they cost more than they give");
}
