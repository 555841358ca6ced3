//! The parameters of FSRS-6: those of the average learner, or those fitted to a learner's own reviews.

use fsrs::{DEFAULT_PARAMETERS, FSRS, MemoryState, current_retrievability};
use serde::{Deserialize, Serialize};

use super::CardState;
use crate::study::time::StudyDay;

/// How many parameters FSRS-6 has.
const COUNT: usize = 21;

/// The least and the most of each parameter, as the `fsrs` crate trains them (its `parameter_clipper.rs`).
const BOUNDS: [(f32, f32); COUNT] = [
    (0.001, 100.0),
    (0.001, 100.0),
    (0.001, 100.0),
    (0.001, 100.0),
    (1.0, 10.0),
    (0.001, 4.0),
    (0.001, 4.0),
    (0.001, 0.75),
    (0.0, 4.5),
    (0.0, 0.8),
    (0.001, 3.5),
    (0.001, 5.0),
    (0.001, 0.25),
    (0.001, 0.9),
    (0.0, 4.0),
    (0.0, 1.0),
    (1.0, 6.0),
    (0.0, 2.0),
    (0.0, 2.0),
    (0.0, 0.8),
    (0.1, 0.8),
];

/// Parameters that FSRS-6 can work with: the right number of them, each within its bounds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Vec<f32>", into = "Vec<f32>")]
pub struct MemoryParameters([f32; COUNT]);

/// Parameters that FSRS-6 cannot work with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidParameters {
    #[error("{0} parameters are not the {COUNT} of FSRS-6")]
    Number(usize),
    /// Counted from 1.
    #[error("parameter {0} of FSRS-6 is out of its bounds")]
    OutOfBounds(usize),
}

/// How fast what is not repeated is forgotten. Stability says after how many days it is down to 90 %.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ForgettingCurve {
    decay: f32,
}

impl MemoryParameters {
    /// # Errors
    /// When FSRS-6 cannot work with `values`.
    pub fn new(values: &[f32]) -> Result<Self, InvalidParameters> {
        let values: [f32; COUNT] = values.try_into().map_err(|_| InvalidParameters::Number(values.len()))?;
        let is_within = |(value, (least, most)): (&f32, &(f32, f32))| (*least..=*most).contains(value);
        match values.iter().zip(&BOUNDS).position(|pair| !is_within(pair)) {
            None => Ok(Self(values)),
            Some(at) => Err(InvalidParameters::OutOfBounds(at + 1)),
        }
    }

    #[must_use]
    pub fn curve(&self) -> ForgettingCurve {
        ForgettingCurve { decay: self.0[COUNT - 1] }
    }

    /// The model with these parameters: a matter of copying 21 numbers.
    pub(super) fn model(&self) -> FSRS {
        FSRS::new(&self.0).unwrap_or_default()
    }
}

impl Default for MemoryParameters {
    /// Those of the average learner.
    fn default() -> Self {
        Self(DEFAULT_PARAMETERS)
    }
}

impl TryFrom<Vec<f32>> for MemoryParameters {
    type Error = InvalidParameters;

    fn try_from(values: Vec<f32>) -> Result<Self, InvalidParameters> {
        Self::new(&values)
    }
}

impl From<MemoryParameters> for Vec<f32> {
    fn from(parameters: MemoryParameters) -> Self {
        parameters.0.to_vec()
    }
}

impl Default for ForgettingCurve {
    fn default() -> Self {
        MemoryParameters::default().curve()
    }
}

impl ForgettingCurve {
    /// The chance, 0 to 1, that the card would be recalled on `day` if it is not shown before; `None` for a new card.
    #[must_use]
    pub fn recall(self, state: &CardState, day: StudyDay) -> Option<f64> {
        let (memory, last) = state.memory().zip(state.last())?;
        Some(self.after_days(memory.into(), u32::try_from(day.since(last)).unwrap_or(0)))
    }

    pub(super) fn after_days(self, memory: MemoryState, days: u32) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "days of a life fit an f32, the crate's type")]
        let chance = current_retrievability(memory, days as f32, self.decay);
        f64::from(chance).clamp(0.0, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::memory::Memory;

    fn learned(last: StudyDay) -> CardState {
        let memory = Memory { stability_days: 10.0, difficulty: 5.0 };
        CardState::Review { memory, last, due: last.plus(10), lapses: 0, reviews: 2 }
    }

    fn recall(state: &CardState, day: i32) -> Option<f64> {
        ForgettingCurve::default().recall(state, StudyDay(day))
    }

    #[test]
    fn recall_is_ninety_per_cent_after_the_stability_and_sure_on_the_day() {
        let state = learned(StudyDay(100));
        assert!((recall(&state, 100).unwrap() - 1.0).abs() < 1e-6);
        assert!((recall(&state, 110).unwrap() - 0.9).abs() < 1e-4);
        assert!(recall(&state, 140).unwrap() < 0.9);
        assert_eq!(recall(&CardState::New, 100), None);
    }

    #[test]
    fn a_clock_set_back_is_no_time_at_all() {
        assert_eq!(recall(&learned(StudyDay(100)), 50), Some(1.0));
    }

    #[test]
    fn only_parameters_that_the_model_can_work_with_are_taken() {
        let with = |at: usize, value: f32| {
            let mut values = DEFAULT_PARAMETERS;
            values[at] = value;
            MemoryParameters::new(&values)
        };
        assert_eq!(with(3, 8.0).unwrap().curve(), ForgettingCurve::default());
        assert_eq!(MemoryParameters::new(&DEFAULT_PARAMETERS), Ok(MemoryParameters::default()));
        assert_eq!(MemoryParameters::new(&DEFAULT_PARAMETERS[1..]), Err(InvalidParameters::Number(20)));
        for (at, value) in [(0, 0.0), (0, 101.0), (4, f32::NAN), (16, 0.9), (20, f32::INFINITY)] {
            assert_eq!(with(at, value), Err(InvalidParameters::OutOfBounds(at + 1)), "{value}");
        }
    }

    #[test]
    fn parameters_come_back_from_json_as_they_were() {
        let mut values = DEFAULT_PARAMETERS;
        values[2] = 2.718_281_7;
        let parameters = MemoryParameters::new(&values).unwrap();
        let written = serde_json::to_string(&parameters).unwrap();
        assert_eq!(serde_json::from_str::<MemoryParameters>(&written).unwrap(), parameters);
        assert!(serde_json::from_str::<MemoryParameters>("[1.0]").is_err());
    }
}
