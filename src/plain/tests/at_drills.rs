//! Drills as lines: each way to play, and what a teacher does when something comes between.

mod built_in_course;
mod looked_up;
mod timed;

use super::super::drill::HELP;
use super::*;
use crate::study::drill::{Input, Mode as Way, Plan, QuestionPlan, Room, Setup, Stage, State, Team};
use crate::study::item::Key;
use crate::study::session::drill::DrillStart;

const TWO: [&str; 2] = ["choice", "truth"];

/// A plan for just these questions, without a clock.
fn questions(mode: Way, questions: &[&str]) -> QuestionPlan {
    let only: Vec<Id> = questions.iter().map(|q| id(q)).collect();
    QuestionPlan { mode, length: only.len(), timer_s: None, seed: Some(7), only, ..QuestionPlan::default() }
}

fn set_up(plan: Plan, teams: usize) -> Setup {
    Setup::new(plan.draft(&COURSE, Team::line_up(teams), 7).0).unwrap()
}

impl Bench {
    fn drill(&mut self, plan: QuestionPlan, teams: usize, script: &str) -> Outcome {
        self.drills(DrillStart::New(Box::new(set_up(Plan::Questions(plan), teams))), script)
    }

    fn votes(&mut self, script: &str) -> Outcome {
        self.drills(DrillStart::New(Box::new(set_up(Plan::Scenario(id("bridge")), 2))), script)
    }

    fn drills(&mut self, which: DrillStart, script: &str) -> Outcome {
        self.run(script, |session| super::super::drill(session, which, true))
    }

    fn goes_on(&mut self, script: &str) -> Outcome {
        let run = self.store.last_drill().unwrap().unwrap().run;
        self.drills(DrillStart::Resume(run), script)
    }

    /// The room as it can be folded from what was saved.
    fn room(&self) -> Room {
        self.store.last_drill().unwrap().unwrap().room()
    }

    fn points(&self) -> Vec<String> {
        self.room().standings().iter().map(|s| s.points.to_string()).collect()
    }

    fn acts(&self) -> Vec<Input> {
        self.store.last_drill().unwrap().unwrap().entries.into_iter().map(|e| e.what).collect()
    }
}

/// A bench on which no time goes by.
fn bench() -> Bench {
    Bench { tick_s: 0, ..Bench::new() }
}

#[test]
fn all_together_each_team_is_asked_in_turn() {
    let mut bench = bench();
    assert_eq!(bench.drill(questions(Way::Together, &TWO), 3, "||b|a||||||b|b|b|||||"), Outcome::Done);
    bench.heard("Drill: All together. Every team answers every question. 2 questions, no clock, 1 point each.");
    bench.heard("Question 1 of 2: one is right, 1 point. When was it coined? A. 1971 B. 1981 C. 1991");
    bench.heard("Team 1: Team 2: Team 3: All teams have answered.");
    bench.heard("Closed. 3 of 3 teams have answered.");
    bench.heard(
        "The answer to question 1: B. 1981 Team 1: B, 1 point. Team 2: A, 0 points. Team 3: passed, 0 points. Not A: Ten years too early.",
    );
    bench.heard("The article came out in 1981. (Montville 1981; lesson 1 §1)");
    bench.heard("The end. All questions have been asked. Standings: 1. Team 1: 2 points, right 2 of 2 2. Team 2 (tied): 1 point");
    bench.heard("1 of 2 Team 1 is first. All teams together: 67 % of all points. `ninetracks report` shows");
    assert_eq!(bench.points(), ["2", "1", "1"]);
}

#[test]
fn nothing_of_an_answer_is_said_before_the_reveal() {
    let said = |mode, script: &str| {
        let mut bench = bench();
        bench.drill(questions(mode, &["choice"]), 2, script);
        bench.said
    };
    assert_eq!(said(Way::Together, "||b|b|"), said(Way::Together, "||a|c|"));
    assert_eq!(said(Way::Argue, "||9|1|0|"), said(Way::Argue, "||1|2|7|"));
    assert!(!said(Way::Together, "||b|b|").contains("The article came out"));
}

#[test]
fn with_a_buzzer_the_first_has_the_floor_and_a_miss_opens_it_to_the_others() {
    let mut bench = bench();
    bench.drill(questions(Way::Buzzer, &TWO), 3, "||z|a|qp|b|||A b|x||");
    bench.heard("3. Team 3, key z");
    bench.heard("Buzzers: who presses first? Keys: q Team 1, p Team 2, z Team 3.");
    bench.heard("Team 3 has the floor. Type one letter, A to C. Or type pass, right, half or wrong. Team 3:");
    bench.heard("Buzzers: who presses first? Already tried: Team 3.");
    bench.heard("Team 1 has the floor. Tied with it: Team 2. Already tried: Team 3.");
    assert_eq!(bench.points(), ["1", "0", "0"]);
    bench.not_heard("the clock is stopped");
}

#[test]
fn a_team_is_called_by_its_key_or_its_number() {
    let speaks = |line: &str| {
        let mut bench = bench();
        bench.drill(questions(Way::Buzzer, &TWO), 8, &format!("||{line}"));
        let State::Live(Stage::Open(open)) = bench.room().state().clone() else { panic!("{line}") };
        format!("{:?}", open.floor)
    };
    assert!(speaks("v").contains("TeamId(5)") && speaks("V").contains("TeamId(5)"));
    assert!(speaks("6").contains("TeamId(5)") && speaks("1").contains("TeamId(0)"));
    for letter in ["a", "b", "c", "d", "e", "f", "g", "h", "x"] {
        assert!(speaks(letter).contains("Buzzers"), "{letter} belongs to an option");
    }
}

#[test]
fn in_turn_a_missed_question_passes_on_and_the_teacher_may_rule() {
    let mut bench = bench();
    bench.drill(questions(Way::Turns, &["strict", "truth"]), 2, "||Berne|pass||||half|");
    bench.heard("Team 1, it is your turn. Type the answer.");
    bench.heard("Team 2, it is your turn. Already tried: Team 1.");
    bench.heard("Team 1: “Berne”, 0 points. Team 2: passed, 0 points.");
    bench.heard("Team 2, it is your turn. Type one letter");
    bench.heard("Closed.");
    assert!(bench.acts().iter().any(|a| matches!(a, Input::Judged { .. })));
}

#[test]
fn the_class_votes_argues_and_votes_again() {
    let mut bench = bench();
    bench.drill(questions(Way::Argue, &["choice"]), 2, "||9|1|||1 x|1 9 0|||||");
    bench.heard("Vote: raise your hand for one option. Hands for A: Hands for B: Hands for C:");
    bench.heard("Argue: convince your neighbour.");
    bench.heard("Type a number, or 3 numbers for all options");
    bench.heard("A. first 9 hands, 90 %; second 1 hand, 10 % B. first 1 hand, 10 %; second 9 hands, 90 %");
    bench.heard("No points.");
    assert_eq!(bench.room().solution(0).unwrap().first_vote, Some(vec![9, 1, 0]));
}

#[test]
fn a_vote_without_hands_is_counted_again() {
    let mut bench = bench();
    bench.drill(questions(Way::Argue, &["choice"]), 2, "||||");
    bench.heard("Count hands for each option, at most 1000 for all.");
    assert!(bench.acts().iter().all(|a| !matches!(a, Input::Voted { .. })));
}

#[test]
fn the_class_plays_against_its_target() {
    let mut bench = bench();
    bench.drill(questions(Way::Class { target_percent: 60 }, &["choice"]), 2, "||b|a|||||");
    bench.heard("1 of 2 points: the target is 60 % (1.2). Not reached yet.");
    bench.heard("1 of 2 points: the target is 60 % (1.2). The target was not reached.");
}

#[test]
fn a_scenario_is_decided_by_hands_or_by_a_letter() {
    let mut bench = bench();
    assert_eq!(bench.votes("|3 3|a|a|||"), Outcome::Done);
    bench.heard("Drill: The bridge. A scenario played by vote");
    bench.heard("The class decides by vote. Each choice has its price, and none is perfect. Decision 1: A toll? Carts are waiting.");
    bench.heard("What does the class choose? Type its letter, or the hands for A, B in one line.");
    bench.heard("A tie. Type the letter that is chosen: A or B.");
    bench.heard("The class chose A: Let them pass. Hands: A 3, B 3. Its price: No money. They pass.");
    bench.heard("Because of what you did before: Those who passed for nothing bring planks.");
    bench.heard("The end: It held They dance.");
    bench.heard("Not taken, B: Shut it. What came of it there: They curse.");
    bench.heard("What the literature makes of it Bridges join.");
    bench.heard("The end of the scenario.");
    bench.not_heard("It is kind.");
}

#[test]
fn what_cannot_be_read_is_told() {
    let mut bench = bench();
    bench.drill(questions(Way::Buzzer, &TWO), 2, "what?||yes||7|q|z||end of it");
    bench.heard("No answer is needed here. Press Enter to continue; help lists the other commands.");
    bench.heard("Type a team's key: q Team 1, p Team 2. Or its number.");
    bench.heard("Type one letter, A to C.");
    bench.heard("Type the answer, or pass if there is none.");
}

#[test]
fn help_lists_every_word_at_every_prompt() {
    let mut bench = bench();
    for script in ["help", "|help", "||help", "pause|help", "end|help"] {
        bench.drill(questions(Way::Together, &TWO), 2, script);
        for (word, _) in HELP {
            bench.heard(word);
        }
    }
}

#[test]
fn the_last_act_is_taken_back_and_a_count_too() {
    let mut bench = bench();
    bench.drill(questions(Way::Together, &TWO), 2, "||a|b|undo|undo|b|a||");
    bench.heard("Undone.");
    assert_eq!(bench.points(), ["1", "0"]);
    bench.drill(questions(Way::Argue, &["choice"]), 2, "||9|undo|4|1|1|");
    assert!(bench.acts().iter().any(|a| matches!(a, Input::Voted { hands, .. } if *hands == [4, 1, 1])));
    bench.drill(questions(Way::Together, &TWO), 2, "||a|pause|undo");
    assert!(matches!(bench.room().state(), State::Live(Stage::Open(open)) if open.given.is_empty()));
    bench.drill(questions(Way::Together, &TWO), 2, "undo");
    bench.heard("There is nothing to undo.");
}

#[test]
fn a_teams_answer_is_entered_again() {
    let mut bench = bench();
    bench.drill(questions(Way::Together, &TWO), 2, "||a|a|change 2|b||");
    assert_eq!(bench.points(), ["0", "1"]);
}

#[test]
fn a_question_that_is_skipped_counts_for_nobody() {
    let mut bench = bench();
    bench.drill(questions(Way::Together, &TWO), 2, "||b|skip||b|b||");
    bench.heard("Skipped: the question does not count. Question 2 of 2");
    assert_eq!(bench.points(), ["1", "1"]);
}

#[test]
fn a_team_that_comes_late_plays_from_there_on() {
    let mut bench = bench();
    bench.drill(questions(Way::Together, &TWO), 2, "||b|b|||late team 2|late Lates|late|||b|b|b||");
    bench.heard("“Team 2” is already there: add a letter to tell the two apart.");
    bench.heard("Lates has joined as team 3, key z.");
    bench.heard("This name has no visible characters");
    assert_eq!(bench.points(), ["2", "2", "1"]);
}

#[test]
fn a_wrong_key_is_mended_and_all_points_are_computed_anew() {
    let mut bench = bench();
    bench.drill(questions(Way::Together, &TWO), 2, "key|||a|b|||key|1|x|2|key 2|||b|b|||||key 2|7||");
    bench.heard("No question has been revealed.");
    bench.heard("1. When was it coined? Which question's key is wrong?");
    bench.heard("1. The author's key (current) 2. A is also right 3. Only A is right");
    bench.heard("Type one of these numbers. What should its key be?");
    bench.heard(
        "The key of question 1 is corrected; all points have been recalculated. The answer to question 1: B, or A",
    );
    bench.heard("Question 2 has not been revealed.");
    bench.heard("Standings: 1. Team 1 (tied): 2 points, right 2 of 2 1. Team 2 (tied): 2 points");
    assert_eq!(*bench.room().key(1), Key::Void);
    assert_eq!(bench.points(), ["1", "1"]);
}

#[test]
fn a_pause_puts_the_question_away() {
    let mut bench = bench();
    bench.drill(questions(Way::Together, &TWO), 2, "||pause|what||b");
    bench.heard("Paused. Press Enter to continue.");
    assert_eq!(bench.said.matches("When was it coined?").count(), 2);
}

#[test]
fn the_end_of_input_keeps_the_drill_and_it_goes_on_with_the_same_scores() {
    for left in ["||b|a|||", "||b|a||||leave", "||b|a||||quit", "||b|a||||key"] {
        let mut bench = bench();
        assert_eq!(bench.drill(questions(Way::Together, &TWO), 2, left), Outcome::Left);
        bench.heard("Left. The drill is saved: `ninetracks drill --plain --resume` resumes it.");
        assert_eq!((bench.points(), bench.result.as_str()), (vec!["1".to_owned(), "0".to_owned()], ""));
        let before = bench.acts().len();
        assert_eq!(bench.goes_on(END), Outcome::Left);
        bench.heard("Resuming the drill after 1 question. Paused.");
        assert_eq!(bench.acts()[before..], [Input::TakenUp]);
        assert_eq!(bench.goes_on("||b|a|||||"), Outcome::Done);
        bench.heard("Question 2 of 2");
        assert_eq!(bench.points(), ["2", "0"]);
    }
}

#[test]
fn a_drill_without_any_input_says_its_first_state() {
    let mut bench = bench();
    assert_eq!(bench.drill(questions(Way::Together, &TWO), 2, END), Outcome::Left);
    assert!(bench.said.starts_with("Drill: All together."), "{}", bench.said);
    bench.heard("1. Team 1 2. Team 2 Press Enter to begin");
}

#[test]
fn the_end_comes_when_the_teacher_says_so_and_can_be_taken_back() {
    let mut bench = bench();
    bench.drill(questions(Way::Together, &TWO), 2, "||b|end|undo|b||");
    bench.heard("Ended early. Questions that were not revealed do not count.");
    assert_eq!(bench.points(), ["1", "1"]);
}

#[test]
fn words_of_the_drill_can_be_answers() {
    let mut bench = bench();
    bench.drill(questions(Way::Together, &["strict"]), 2, "||answer end|Geneva||");
    bench.heard("Team 1: “end”, 0 points. Team 2: “Geneva”, 1 point.");
}

#[test]
fn the_report_is_the_result_for_a_program() {
    let mut bench = bench();
    bench.drill(questions(Way::Together, &TWO), 2, "||b|a||||||b|b|||||");
    let report: serde_json::Value = serde_json::from_str(&bench.result).unwrap();
    assert_eq!((&report["report"], &report["number"]), (&"drill".into(), &1.into()));
    assert_eq!(report["questions"].as_array().map(Vec::len), Some(2));
}
