//! Fits on learners whose memory is known, since it is simulated.

use rand::RngExt;

use super::*;
use crate::study::chance::chance;
use crate::study::memory::{CardState, Grade, ReviewEntry, Scheduler, Settings};
use crate::study::time::{Clock, StudyDay};

/// The parameters of somebody who forgets much sooner than the average learner.
fn forgetful() -> MemoryParameters {
    let mut values: Vec<f32> = MemoryParameters::default().into();
    values[..4].copy_from_slice(&[0.1, 0.3, 0.6, 2.0]);
    values[8] = 1.3;
    MemoryParameters::new(&values).unwrap()
}

/// Reviews of `cards` cards, five a day begun, for `days` days, by somebody whose memory is as `truth` says and whose
/// cards come back as the average learner's would.
fn studied(truth: &MemoryParameters, cards: i64, days: i32, recall: impl Fn(f64) -> f64) -> Vec<ReviewEntry> {
    let (scheduler, real) =
        (Scheduler::default(), Scheduler::new(Settings { parameters: truth.clone(), ..Settings::default() }));
    let mut chance = chance(3, "a learner");
    let mut entries = Vec::new();
    let mut all = vec![(CardState::New, CardState::New); usize::try_from(cards).unwrap()];
    for day in 0..days {
        let noon = jiff::Timestamp::from_second(i64::from(day) * 86_400 + 43_200).unwrap();
        let clock = Clock::new(noon, jiff::tz::TimeZone::UTC);
        for (card, (planned, memory)) in (0..).zip(&mut all) {
            let begins = planned.is_new() && card / 5 == i64::from(day);
            while begins && planned.is_new() || planned.is_due(&clock) || is_in_steps(planned) {
                let recalls = truth.curve().recall(memory, StudyDay(day)).is_none_or(|c| chance.random_bool(recall(c)));
                let grade = if recalls { Grade::Good } else { Grade::Again };
                entries.push(ReviewEntry { card, day: StudyDay(day), grade, stage: planned.stage() });
                *planned = scheduler.outcomes(planned, &clock, 5).of(grade).after;
                *memory = real.outcomes(memory, &clock, 5).of(grade).after;
            }
        }
    }
    entries
}

fn is_in_steps(state: &CardState) -> bool {
    matches!(state, CardState::Learning { .. })
}

fn fitted(entries: Vec<ReviewEntry>) -> MemoryFit {
    fit(&ReviewHistory::new(entries), &FitControl::default()).unwrap()
}

#[test]
fn somebody_who_forgets_sooner_gets_parameters_that_know_it() {
    let entries = studied(&forgetful(), 200, 90, |chance| chance);
    let fit = fitted(entries.clone());
    let figures = fit.figures.unwrap();
    assert!(figures.is_better() && figures.beats_average(), "{figures:?}");
    assert!(figures.fitted.rmse < figures.default.rmse, "{figures:?}");
    assert_eq!(figures.held_out, fit.reviews - fit.reviews * 4 / 5);
    let first_good = |parameters: &MemoryParameters| Vec::from(parameters.clone())[2];
    let parameters = fit.parameters.as_ref().unwrap();
    assert!(first_good(parameters) < first_good(&MemoryParameters::default()), "{parameters:?}");
    assert_eq!(fitted(entries), fit, "the same log gives the same parameters");
}

#[test]
fn where_memory_follows_no_model_the_average_is_as_good_and_said_to_be() {
    let figures = fitted(studied(&MemoryParameters::default(), 200, 60, |_| 0.6)).figures.unwrap();
    assert!(!figures.beats_average(), "{figures:?}");
}

#[test]
fn too_few_reviews_are_not_fitted() {
    let few = ReviewHistory::new(studied(&forgetful(), 20, 20, |chance| chance));
    assert_eq!(fit(&few, &FitControl::default()), Err(NotFitted::TooFew(few.samples())));
}

#[test]
fn a_cancelled_fit_changes_nothing() {
    let history = ReviewHistory::new(studied(&forgetful(), 100, 60, |chance| chance));
    let control = FitControl::default();
    control.cancel();
    assert_eq!(fit(&history, &control), Err(NotFitted::Cancelled));
}

#[test]
fn a_fit_is_offered_when_there_is_enough_and_a_fifth_more_than_at_the_last() {
    assert_eq!([399, 400].map(|reviews| is_offered(None, reviews)), [false, true]);
    assert_eq!([1199, 1200].map(|reviews| is_offered(Some(1000), reviews)), [false, true]);
}

#[test]
fn parameters_in_a_log_that_was_edited_never_enter() {
    let read = |json: &str| serde_json::from_str::<MemoryFit>(json).unwrap();
    assert_eq!(read(r#"{"reviews":500}"#), MemoryFit { reviews: 500, ..MemoryFit::default() });
    assert_eq!(read(r#"{"parameters":[1.0,2.0],"reviews":500}"#).parameters, None);
    let kept = MemoryFit { parameters: Some(forgetful()), reviews: 500, figures: None };
    assert_eq!(read(&serde_json::to_string(&kept).unwrap()), kept);
}
