//! Item statistics of a quiz that several people took, as Moodle computes them ("Quiz statistics calculations",
//! Moodle developer documentation): every variance and covariance has the divisor S − 1.
//!
//! What cannot be computed is `None`, and nothing is clamped: a negative consistency is a finding about the quiz,
//! not an error of the arithmetic.

mod distractors;
mod items;
mod matrix;
mod moments;
mod whole;

pub use distractors::{Picks, picks};
pub use items::ItemFigures;
pub use matrix::{Matrix, MatrixError};
pub use whole::WholeFigures;

/// Fewer attempts than this say little about a question.
pub const FEW: usize = 10;

/// Whether figures from this many attempts are to be marked "too few to read".
#[must_use]
pub const fn too_few(attempts: usize) -> bool {
    attempts < FEW
}

/// All figures of one quiz.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    pub attempts: usize,
    /// In the matrix's order.
    pub items: Vec<ItemFigures>,
    pub whole: WholeFigures,
}

impl Figures {
    #[must_use]
    pub fn of(matrix: &Matrix) -> Self {
        let items = (0..matrix.items()).map(|item| ItemFigures::of(matrix, item)).collect();
        Self { attempts: matrix.attempts(), items, whole: WholeFigures::of(matrix) }
    }

    #[must_use]
    pub fn too_few(&self) -> bool {
        too_few(self.attempts)
    }
}

#[cfg(test)]
mod tests;
