//! Fitting the model to a learner's own reviews, and judging what came of it.
//!
//! The parameters are fitted to the first four fifths of the reviews and tried on the last fifth, which came later and
//! which the fit has not seen. Only if they predict it better than the parameters of the average learner are they fitted
//! once more, to all reviews, and used.

mod control;
mod judged;

use fsrs::{ComputeParametersInput, FSRSError, compute_parameters};
use serde::{Deserialize, Deserializer, Serialize};

pub use self::control::FitControl;
pub use self::judged::{FitFigures, Fitness};
use super::{MemoryParameters, ReviewHistory};

/// Reviews of cards seen a day before or longer ago, from which a fit is made: the least that Anki 24.04 asked for (the
/// tutorial of FSRS4Anki). Later versions of Anki take any number and may then leave the parameters as they were.
pub const LEAST_REVIEWS: usize = 400;

/// What came of a fit, as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MemoryFit {
    /// `None`: those of the average learner hold.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "valid")]
    pub parameters: Option<MemoryParameters>,
    /// Reviews there were, counted as for [`LEAST_REVIEWS`].
    pub reviews: usize,
    /// `None` where the parameters were reset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figures: Option<FitFigures>,
}

impl MemoryFit {
    /// The memory of the average learner holds again. `reviews` there are by now: the next fit is offered a fifth later.
    #[must_use]
    pub fn reset(reviews: usize) -> Self {
        Self { reviews, ..Self::default() }
    }
}

/// Why nothing was fitted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotFitted {
    #[error("a fit needs {LEAST_REVIEWS} reviews of cards that were seen at least a day before, and there are {0}")]
    TooFew(usize),
    #[error("the fit was cancelled")]
    Cancelled,
    #[error("the fit came to no result ({0}); the parameters stay as they were")]
    Failed(String),
}

/// Whether a fit is to be offered: there are enough reviews, and a fifth more than the `last` was made with.
#[must_use]
pub fn is_offered(last: Option<usize>, reviews: usize) -> bool {
    reviews >= LEAST_REVIEWS && last.is_none_or(|last| reviews * 5 >= last * 6)
}

/// Fits the parameters to `history`. The same history gives the same parameters.
///
/// # Errors
/// When there are too few reviews, `control` cancelled it, or the optimizer found nothing.
pub fn fit(history: &ReviewHistory, control: &FitControl) -> Result<MemoryFit, NotFitted> {
    let reviews = history.samples();
    if reviews < LEAST_REVIEWS {
        return Err(NotFitted::TooFew(reviews));
    }
    let known = reviews * 4 / 5;
    let tried = trained(history, known, control)?;
    control.enter_second_half();
    let default = history.expected(&MemoryParameters::default());
    let figures = FitFigures {
        held_out: reviews - known,
        default: Fitness::of(&default[known..]),
        fitted: Fitness::of(&history.expected(&tried)[known..]),
        average: Fitness::of(&judged::moving_average(&default)[known..]),
    };
    let parameters = if figures.is_better() { Some(trained(history, reviews, control)?) } else { None };
    Ok(MemoryFit { parameters, reviews, figures: Some(figures) })
}

/// Parameters fitted to the first `samples` of `history`.
fn trained(history: &ReviewHistory, samples: usize, control: &FitControl) -> Result<MemoryParameters, NotFitted> {
    let (train_set, card_ids) = history.items(samples);
    let found = compute_parameters(ComputeParametersInput {
        train_set,
        card_ids: Some(card_ids),
        progress: Some(control.progress()),
        ..ComputeParametersInput::default()
    });
    match found {
        Err(FSRSError::Interrupted) => Err(NotFitted::Cancelled),
        _ if control.is_cancelled() => Err(NotFitted::Cancelled),
        Err(error) => Err(NotFitted::Failed(error.to_string())),
        Ok(values) => MemoryParameters::new(&values).map_err(|error| NotFitted::Failed(error.to_string())),
    }
}

/// Parameters that nothing can work with (a log edited by hand) are those of the average learner.
fn valid<'de, D: Deserializer<'de>>(from: D) -> Result<Option<MemoryParameters>, D::Error> {
    let values = Option::<Vec<f32>>::deserialize(from)?;
    Ok(values.and_then(|values| MemoryParameters::new(&values).ok()))
}

#[cfg(test)]
mod tests;
