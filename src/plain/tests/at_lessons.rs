//! Lessons: the words, the stops, the place kept.

use super::*;

#[test]
fn a_lesson_is_read_from_its_opening_to_its_end() {
    let mut bench = Bench::new();
    assert_eq!(bench.learn("2|f", false), Outcome::Done);
    bench.heard(
        "Lesson 1: Where the name comes from You will know who coined Track Two. About 5 minutes, 3 sections. Afterwards you can: - Recall who coined the name - Place a case on a track Sections: §1 Coined",
    );
    bench.heard("§1 of 3: Coined in 1981 The name Track Two is young (McDonald 2003; Montville 1981). It stands for informal talks. - one - two > A quotation.");
    bench.heard("Recall (single choice) When was it coined?");
    bench.heard("Right. The article came out in 1981. (Montville 1981; lesson 1 §1)");
    bench.heard(
        "That was the lesson. You answered 2 of its 2 recall stops, 2 of them right. Now try whether you can: - Recall who coined the name - Place a case on a track It has 2 cards and 8 questions. It is the last lesson: what comes next is a quiz on the whole course. Terms of this lesson: - informal talks: Talks without a mandate.",
    );
    bench.not_heard("Press Enter");
}

#[test]
fn tables_and_figures_are_said() {
    let mut bench = Bench::new();
    bench.learn("2|f", false);
    bench.heard(
        "Table: Two tracks (McDonald 2003) - Track One. Who: officials. Where: in the hall. - Track Two. Who: citizens",
    );
    bench.heard("Figure: The years Ten years lie between them. - 1981: the name - 1991: five tracks");
    assert!(bench.said.contains("- root\n  - branch\n    - leaf\n"), "{}", bench.said);
    bench.heard("1. Meet: for a day (can break: someone leaks) 2. Part");
    bench.heard("- 1991: 5 tracks - 1996: 9 tracks");
    bench.heard("From 0, formal, to 100, informal: - at 10, Summit: leaders meet");
    bench.heard(
        "Where the sources disagree. As found: It means back channels. Better supported: It means unofficial dialogue. (Montville 1981)",
    );
}

#[test]
fn what_was_read_and_recalled_is_saved() {
    let mut bench = Bench::new();
    assert_eq!(bench.learn("1|q", false), Outcome::Left);
    let read = bench.store.sections_read().unwrap().remove(&id("a")).unwrap();
    assert_eq!(read, [id("coined"), id("drawn")].into());
    assert_eq!(bench.store.place_in(&id("a")).unwrap(), Some(id("last")));
    assert_eq!(bench.store.recalled(&id("a")).unwrap().into_keys().collect::<Vec<_>>(), [id("choice")]);
}

#[test]
fn a_lesson_goes_on_where_it_was_left_and_begins_anew_when_it_was_read() {
    let mut bench = Bench::new();
    bench.learn("1|q", false);
    assert_eq!(bench.learn("", false), Outcome::Done);
    bench.heard("Lesson 1: Where the name comes from Continuing at §3 of 3. §3 of 3: At last");
    assert!(bench.store.recalled(&id("a")).unwrap().contains_key(&id("truth")));
    bench.learn("|", false);
    bench.heard("§1 of 3");
}

#[test]
fn a_stop_that_is_passed_says_nothing() {
    let mut bench = Bench::new();
    bench.learn("s|s", false);
    bench.not_heard("Skipped");
    bench.not_heard("The article came out");
}

#[test]
fn at_a_terminal_it_waits_between_sections() {
    let mut bench = Bench::new();
    assert_eq!(bench.learn("|2||q", true), Outcome::Left);
    bench.heard("§2 of 3");
    bench.not_heard("§3 of 3");
    assert_eq!(bench.store.sections_read().unwrap()[&id("a")], [id("coined")].into());
    assert_eq!(bench.learn(END, true), Outcome::Left);
}

#[test]
fn every_lesson_of_the_built_in_course_can_be_said() {
    let skips = vec!["skip"; 100].join("|");
    for outline in BUILT_IN.outlines() {
        let mut bench = Bench::with(&BUILT_IN);
        let outcome = bench.run(&skips, |session| learn(session, &outline.id, false));
        assert_eq!(outcome, Outcome::Done);
        assert_eq!(bench.store.sections_read().unwrap()[&outline.id].len(), outline.sections.len());
        for mark in ["[@", "[[", "**", "\u{1b}"] {
            bench.not_heard(mark);
        }
    }
}
