//! A whole quiz: its course, its end, its result for a program.

use super::*;
use crate::store::RunEnd;
use crate::study::certainty::{Certainty, CertaintyUse};
use crate::study::event::{Event, EventKind};

const TWO: [&str; 2] = ["choice", "truth"];

#[test]
fn a_quiz_says_what_came_out() {
    let mut bench = Bench::new();
    assert_eq!(bench.quiz("2|t", only(&TWO)), Outcome::Scored { percent: 50 });
    bench.heard("Quiz on Where the name comes from: 2 questions, seed 7. Practice");
    bench.heard("Question 2 of 2 (true or false)");
    bench.heard(
        "Score: 50 %, 1 of 2 points, 1 of 2 questions right. Time on the questions: 0:04. By objective: - Recall who coined the name: 50 % of 2 questions By kind",
    );
    bench.heard("- true or false: 0 % of 1 question Missed: 2. Track Two binds states.");
    let run = bench.store.run(bench.last_run()).unwrap().unwrap();
    assert!(matches!(run.end, RunEnd::Finished(_)));
    assert_eq!((run.paper.length, run.answered), (2, 2));
}

#[test]
fn an_exam_tells_nothing_before_its_end() {
    let mut bench = Bench::new();
    bench.quiz("1|q", exam(&TWO));
    bench.not_heard("Ten years too early.");
    bench.quiz("1|f", exam(&TWO));
    bench.heard("Missed: 1. When was it coined? Wrong. Ten years too early. The answer is 2. 1981");
}

#[test]
fn a_quiz_that_was_left_can_be_taken_up_again() {
    for (leaving, left) in [("2|q", "Left after 1 answer of 2."), ("2|quit", "Left"), ("2", "Left")] {
        let mut bench = Bench::new();
        assert_eq!(bench.quiz(leaving, only(&TWO)), Outcome::Left);
        bench.heard(left);
        assert_eq!(bench.result, "");
        let run = bench.store.unfinished_run().unwrap().unwrap().id;
        let outcome = bench.run("f", |session| resume(session, run, QuizOptions::default()));
        assert_eq!(outcome, Outcome::Scored { percent: 100 });
        bench.not_heard("Question 1");
        assert!(bench.store.unfinished_run().unwrap().is_none());
    }
}

#[test]
fn an_answer_after_the_time_does_not_count() {
    let mut bench = Bench::new();
    bench.tick_s = 40;
    let timed = PaperSpec { limit_s: Some(130), ..exam(&TWO) };
    bench.quiz("2|f", timed);
    bench.heard("You have 2 min 10 s in total.");
    bench.heard("Question 2 of 2 (true or false), 10 s left");
    bench.heard("Time is up; unanswered questions");
    assert_eq!(bench.answers(), [("choice".to_owned(), Response::Picked(1))]);
    assert!(matches!(bench.store.run(bench.last_run()).unwrap().unwrap().end, RunEnd::Finished(_)));
    assert!(bench.result.contains(r#""answer":null"#), "{}", bench.result);
}

#[test]
fn the_result_for_a_program_is_one_object_on_one_line() {
    let mut bench = Bench::new();
    bench.quiz("2|", only(&TWO));
    let expected = concat!(
        r#"{"seed":7,"lessons":["a"],"mode":"practice","length":2,"questions":["#,
        r#"{"id":"choice","lesson":"a","kind":"Choice","objective":"recall","answer":{"Picked":1},"points":1.0,"of":1.0,"verdict":"right"},"#,
        r#"{"id":"truth","lesson":"a","kind":"TrueFalse","objective":"recall","answer":"Passed","points":0.0,"of":1.0,"verdict":"passed"}],"#,
        r#""score":{"points":1.0,"of":2.0,"percent":50,"right":1},"#,
        r#""objectives":[{"lesson":"a","id":"recall","questions":2,"points":1.0,"of":2.0}],"#,
        r#""kinds":[{"kind":"Choice","questions":1,"points":1.0,"of":1.0},{"kind":"TrueFalse","questions":1,"points":0.0,"of":1.0}]}"#,
        "\n",
    );
    assert_eq!(bench.result, expected);
}

#[test]
fn the_same_seed_asks_the_same_paper() {
    let said = |seed| {
        let mut bench = Bench::new();
        bench.quiz("|||||||", PaperSpec { only: vec![], length: 8, ..PaperSpec { seed, ..only(&[]) } });
        bench.said
    };
    assert_eq!(said(1), said(1));
    assert_ne!(said(1), said(2));
}

#[test]
fn lessons_without_a_question_cannot_be_asked() {
    let mut bench = Bench::new();
    let none = PaperSpec { lessons: vec![id("nowhere")], ..only(&[]) };
    let clock = || Clock::new(Timestamp::UNIX_EPOCH, TimeZone::UTC);
    let (mut input, mut talk, mut result) = (b"".as_slice(), Vec::new(), Vec::new());
    let console = Console::new(&mut input, &mut talk, &mut result);
    let session = Session { course: &COURSE, store: &mut bench.store, clock: &clock, seed: None, console };
    let error = quiz(session, none, QuizOptions::default()).unwrap_err();
    assert!(matches!(error, PlainError::NoQuestion));
    assert!(bench.store.runs(1).unwrap().is_empty());
}

/// A reader that has gone away.
struct Closed;

impl std::io::Write for Closed {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let mut bench = Bench::new();
    let clock = || Clock::new(Timestamp::UNIX_EPOCH, TimeZone::UTC);
    let (mut input, mut talk, mut result) = (b"1\n".as_slice(), Closed, Vec::new());
    let console = Console::new(&mut input, &mut talk, &mut result);
    let session = Session { course: &COURSE, store: &mut bench.store, clock: &clock, seed: None, console };
    assert_eq!(quiz(session, only(&TWO), QuizOptions::default()).unwrap(), Outcome::Left);
}

#[test]
fn every_question_of_the_built_in_course_can_be_put() {
    let questions: usize = BUILT_IN.outlines().iter().map(|o| o.questions).sum();
    let spec =
        PaperSpec { lessons: vec![], length: questions, seed: 1, mode: Mode::Practice, limit_s: None, only: vec![] };
    let mut bench = Bench::with(&BUILT_IN);
    let skips = vec!["skip"; questions].join("|");
    let outcome = bench.run(&skips, |session| quiz(session, spec, QuizOptions::default()));
    assert_eq!(outcome, Outcome::Scored { percent: 0 });
    bench.not_heard("[@");
    bench.not_heard("[[");
}

#[test]
fn certainty_is_asked_scored_and_kept() {
    let mut bench = Bench::new();
    let scored = |json| QuizOptions { certainty: CertaintyUse::Scored, pass_mark: Some(60), json };
    // Right and sure earns 3; wrong and sure costs 6; what is skipped is not weighed.
    assert_eq!(
        bench.run("2|3|t|1", |session| quiz(session, only(&TWO), scored(true))),
        Outcome::Scored { percent: 50 }
    );
    bench.heard("How certain are you? 1 unsure (below 67 %) 2 fairly sure (67 to 80 %) 3 sure (above 80 %)");
    bench.heard("By certainty: 3 of 6 points, 50 %.");
    assert!(
        bench.result.contains(r#""certainty":"High""#) && bench.result.contains(r#""by_certainty":{"#),
        "{}",
        bench.result
    );
    assert_eq!(bench.store.returning_questions().unwrap(), []);
    assert_eq!(
        bench.run("2|3|t|3", |session| quiz(session, only(&TWO), scored(false))),
        Outcome::Scored { percent: 0 }
    );
    bench.heard("By certainty: -3 of 6 points, 0 %.");
    let tomorrow = bench.clock().today().plus(1);
    assert_eq!(bench.store.returning_questions().unwrap(), [(tomorrow, id("truth"))]);
    bench.run("skip|f|2", |session| quiz(session, only(&TWO), scored(false)));
    bench.heard("By certainty: 2 of 6 points, 33 %.");
    let calibration = bench.store.calibration().unwrap();
    let of =
        |level: Certainty| calibration.iter().find(|(it, ..)| *it == level).map(|(_, n, score)| (*n, score.points));
    assert_eq!(Certainty::ALL.map(of), [Some((1, 0.0)), Some((1, 1.0)), Some((3, 2.0))]);
    bench.store.rebuild().unwrap();
    assert_eq!(bench.store.calibration().unwrap(), calibration);
}

#[test]
fn adaptive_practice_says_why_it_asks_what_and_ends_when_the_learner_does() {
    let spec = PaperSpec { only: vec![], length: 4, mode: Mode::Adaptive, ..only(&[]) };
    let mut bench = Bench::new();
    // Skipped, and what comes then is not answered any more.
    assert_eq!(bench.quiz("why|skip|q", spec.clone()), Outcome::Scored { percent: 0 });
    bench.heard("4 questions, seed 7. Adaptive practice: each question is chosen by your answers so far.");
    bench.heard("Why this question: - Objective: ");
    bench.heard(
        "three of four, or a little more, prove right. You have answered nothing yet: these are the figures of an average learner.",
    );
    bench.heard("0 of 1 question right. Your level: you are likely to get about ");
    assert!(bench.result.contains(r#""mode":"adaptive practice","length":1,"#), "{}", bench.result);
    assert!(bench.result.contains(r#""level":{"before_percent":"#), "{}", bench.result);
    let run = bench.store.run(bench.last_run()).unwrap().unwrap();
    assert_eq!((run.questions(), matches!(run.end, RunEnd::Finished(_))), (1, true));
    let now = bench.said.clone();
    let past = bench.run("", |session| past_quiz(session, 1, false));
    assert_eq!(past, Outcome::Done);
    let level = |said: &str| said.split("Your level").nth(1).map(|rest| rest.split('.').next().unwrap().to_owned());
    assert_eq!(level(&bench.said), level(&now), "what the log says later is what was said at the end");
    // Nothing answered is nothing said.
    assert_eq!(bench.quiz("q", spec), Outcome::Left);
}

#[test]
fn adaptive_practice_that_broke_off_goes_on_with_what_was_asked() {
    let spec = PaperSpec { only: vec![], length: 3, mode: Mode::Adaptive, ..only(&[]) };
    let mut bench = Bench::new();
    let now = bench.clock();
    let (mut quiz, started) = bench.store.begin_quiz(&COURSE, spec, now.now).unwrap().unwrap();
    let mut save = |what: EventKind| bench.store.append(&Event { at: now.now, what }, now.today()).unwrap();
    quiz.saved(&started, save(started.clone()));
    let first = quiz.item().unwrap().clone();
    save(quiz.answer(Response::Passed, None, &now).unwrap());
    bench.store.rebuild().unwrap();
    let run = bench.last_run();
    bench.run("skip|skip", |session| resume(session, run, QuizOptions::default()));
    bench.heard("Question 2 of 3");
    bench.heard("0 of 3 questions right. Your level: ");
    let known = bench.store.run(run).unwrap().unwrap();
    let paper = bench.store.taken_paper(&COURSE, &known).unwrap().paper;
    assert_eq!((paper.items.len(), &paper.items[0]), (3, &first), "the question is kept as it was asked");
}
