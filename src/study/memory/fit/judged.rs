//! How well reviews were predicted.

use serde::{Deserialize, Serialize};

/// Reviews that the moving average goes over.
const WINDOW: usize = 100;
/// What it expects before the first review.
const FIRST_GUESS: f64 = 0.9;
/// Chances are held this far from never and always, so that one surprise does not weigh endlessly.
const LEAST_CHANCE: f64 = 1e-4;
/// Bins of predicted chances.
const BINS: usize = 20;

/// How well the last fifth of the reviews, which no fit had seen, was predicted.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct FitFigures {
    /// Number of these reviews.
    pub held_out: usize,
    /// By the parameters of the average learner.
    pub default: Fitness,
    /// By those fitted to the reviews before.
    pub fitted: Fitness,
    /// By the share remembered of the hundred reviews before each, whatever the card.
    pub average: Fitness,
}

/// How well reviews were predicted. Less is better.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fitness {
    /// Mean of -ln of the chance given to what happened.
    pub log_loss: f64,
    /// By how much predicted and measured recall differ, as the root mean square over bins of predicted recall.
    pub rmse: f64,
}

impl FitFigures {
    /// Whether the fitted parameters predict better than those of the average learner.
    #[must_use]
    pub fn is_better(&self) -> bool {
        self.fitted.log_loss < self.default.log_loss
    }

    /// Whether the parameters that are used then predict better than the moving average.
    #[must_use]
    pub fn beats_average(&self) -> bool {
        self.fitted.log_loss.min(self.default.log_loss) < self.average.log_loss
    }
}

impl Fitness {
    /// Of chances of recall and whether it came.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "numbers of reviews")]
    pub(super) fn of(reviews: &[(f64, bool)]) -> Self {
        let number = reviews.len().max(1) as f64;
        let loss = |(chance, recalled): &(f64, bool)| {
            let chance = chance.clamp(LEAST_CHANCE, 1.0 - LEAST_CHANCE);
            -if *recalled { chance } else { 1.0 - chance }.ln()
        };
        // Of each bin the sum of what was predicted less what was recalled, and the number.
        let mut bins = [(0.0, 0.0); BINS];
        for (chance, recalled) in reviews {
            let (difference, count) = &mut bins[bin(*chance)];
            *difference += chance - f64::from(u8::from(*recalled));
            *count += 1.0;
        }
        let squares: f64 = bins.iter().filter(|bin| bin.1 > 0.0).map(|(sum, count)| sum * sum / count).sum();
        Self { log_loss: reviews.iter().map(loss).sum::<f64>() / number, rmse: (squares / number).sqrt() }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "held within the bins"
)]
fn bin(chance: f64) -> usize {
    ((chance.clamp(0.0, 1.0) * BINS as f64) as usize).min(BINS - 1)
}

/// For each of `reviews` the share remembered of the hundred before it, whatever was expected of them.
#[expect(clippy::cast_precision_loss, reason = "numbers of reviews")]
pub(super) fn moving_average(reviews: &[(f64, bool)]) -> Vec<(f64, bool)> {
    let mut remembered = 0_usize;
    let mut averages = Vec::with_capacity(reviews.len());
    for (at, (_, recalled)) in reviews.iter().enumerate() {
        let share = (remembered as f64 + FIRST_GUESS) / (at.min(WINDOW) + 1) as f64;
        averages.push((share, *recalled));
        remembered += usize::from(*recalled);
        if at >= WINDOW {
            remembered -= usize::from(reviews[at - WINDOW].1);
        }
    }
    averages
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-9
    }

    #[test]
    fn log_loss_and_rmse_are_what_their_formulas_say() {
        let fitness = Fitness::of(&[(0.9, true), (0.9, false), (0.5, true), (0.5, false)]);
        let loss = -(0.9_f64.ln() + 0.1_f64.ln() + 2.0 * 0.5_f64.ln()) / 4.0;
        assert!(close(fitness.log_loss, loss), "{fitness:?}");
        // 90 % predicted and 50 % recalled in one of two bins of the same size.
        assert!(close(fitness.rmse, (0.16_f64 / 2.0).sqrt()), "{fitness:?}");
        let sure = Fitness::of(&[(1.0, false)]);
        assert!(sure.log_loss.is_finite() && sure.log_loss > 9.0);
    }

    #[test]
    fn the_moving_average_looks_back_a_hundred_reviews() {
        let reviews: Vec<(f64, bool)> = (0..300).map(|at| (0.5, at >= 100)).collect();
        let averages = moving_average(&reviews);
        assert!(close(averages[0].0, 0.9));
        assert!(close(averages[100].0, 0.9 / 101.0), "{}", averages[100].0);
        assert!(close(averages[200].0, 100.9 / 101.0), "{}", averages[200].0);
        assert!(averages.iter().zip(&reviews).all(|(average, review)| average.1 == review.1));
    }
}
