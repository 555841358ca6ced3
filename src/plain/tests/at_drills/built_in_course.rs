//! The whole of the built-in course, drilled.

use super::*;
use crate::plain::drill;

#[test]
fn every_question_of_the_built_in_course_can_be_drilled() {
    let plan = QuestionPlan { length: 10_000, round: None, ..questions(Way::Together, &[]) };
    let setup = Setup::new(Plan::Questions(plan).draft(&BUILT_IN, Team::line_up(2), 1).0).unwrap();
    let n = setup.questions().unwrap().asked.len();
    let lines = vec!["||||||"; n].concat() + "|||";
    let mut bench = Bench { course: &BUILT_IN, ..bench() };
    let which = DrillStart::New(Box::new(setup));
    let ended = bench.run(&lines, |session| drill(session, which, false));
    assert_eq!((ended, bench.room().played().len()), (Outcome::Done, n));
    bench.not_heard("[@");
    bench.not_heard("[[");
}
