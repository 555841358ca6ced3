//! Scenarios as lines.

use super::*;
use crate::store::ScenarioRecord;
use crate::study::score::Score;

/// By this seed choices and reasons of the bridge stand as they are written, so that scripts can be read beside it.
const AS_WRITTEN: u64 = 140;

impl Bench {
    fn play(&mut self, script: &str, scenario: Option<&str>) -> Outcome {
        let wanted = scenario.map(id);
        self.run(script, |session| {
            super::super::scenario(Session { seed: Some(AS_WRITTEN), ..session }, wanted.as_ref())
        })
    }

    fn record(&self) -> Option<ScenarioRecord> {
        self.store.scenario_records().unwrap().remove(&id("bridge"))
    }
}

#[test]
fn a_scenario_is_played_to_its_debrief() {
    let mut bench = Bench::new();
    assert_eq!(bench.play("1|1|2||1|1||", None), Outcome::Done);
    bench.heard("Its price: No money. 1. It is kind.");
    bench.heard("Your reason holds, 2 of 2 points. So it does.");
    bench.heard("Because of what you did before: Those who passed for nothing bring planks.");
    bench.heard("Meters, of 10: trust 6, buy-in 4, legitimacy 5, safety 7 (up 2).");
    bench.heard("The end: It held They dance. Your reasons: 4 of 4 points.");
    bench.heard("Not taken: Shut it. What came of it there: They curse.");
    bench.heard("Literature: Nobody wrote on tolls.");
    assert_eq!(
        bench.record(),
        Some(ScenarioRecord { ended: 1, best: Some(Score { points: 4.0, of: 4.0 }), open: false })
    );
}

#[test]
fn a_weaker_reason_is_told_the_stronger() {
    let mut bench = Bench::new();
    bench.play("1|3|q", Some("bridge"));
    bench.heard(
        "Your reason does not hold, 0 of 2 points. Age is nothing. Stronger: \"It joins both banks.\" So it does.",
    );
}

#[test]
fn leaving_keeps_the_decisions() {
    let mut bench = Bench::new();
    assert_eq!(bench.play("1|2|q", Some("bridge")), Outcome::Left);
    assert!(bench.record().unwrap().open);
    assert_eq!(bench.play("1|1||", Some("bridge")), Outcome::Done);
    bench.heard("Resuming after 1 decision. Decision 2: A flood");
    bench.not_heard("You keep a bridge.");
}

#[test]
fn going_back_leads_elsewhere_and_the_first_reason_counts() {
    let mut bench = Bench::new();
    bench.play("1|1|r|1|2|2||", Some("bridge"));
    bench.heard("Go back to which decision? Type 1; b stays; q leaves.");
    bench.heard(
        "The end: Shut Grass grows. Your reasons: 1 of 2 points. You went back once. Of a decision made again, the first reason counts.",
    );
}

#[test]
fn choosing_again_saves_nothing() {
    let mut bench = Bench::new();
    bench.play("2|b|9|q", Some("bridge"));
    bench.heard("Type one number from 1 to 2.");
    let run = bench.store.open_play(&id("bridge")).unwrap().unwrap();
    assert!(run.moves.is_empty());
}

#[test]
fn an_unknown_scenario_is_an_error() {
    let mut bench = Bench::new();
    let clock = || Clock::new(Timestamp::UNIX_EPOCH, TimeZone::UTC);
    let (mut input, mut talk, mut result) = (b"".as_slice(), Vec::new(), Vec::new());
    let console = Console::new(&mut input, &mut talk, &mut result);
    let session = Session { course: &COURSE, store: &mut bench.store, clock: &clock, seed: None, console };
    let error = super::super::scenario(session, Some(&id("none"))).unwrap_err();
    assert!(error.to_string().contains("there is no scenario `none`"), "{error}");
}
