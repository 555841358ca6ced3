//! The figures of the whole quiz, each with a sentence on how to read it.

use serde::Serialize;

use super::figure::{Figure, Unit};
use crate::study::statistics::WholeFigures;

/// The quiz as a whole, as Moodle computes it ("Quiz statistics calculations", Moodle developer documentation).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Whole {
    pub mean: Figure,
    pub median: Figure,
    pub standard_deviation: Figure,
    pub skewness: Figure,
    pub kurtosis: Figure,
    /// 100 · Cronbach's α (Cronbach 1951). It can be below 0.
    pub consistency: Figure,
    pub error_ratio: Figure,
    pub standard_error: Figure,
}

/// A figure under its name, and how to read it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SummaryLine {
    pub name: &'static str,
    pub figure: Figure,
    pub meaning: &'static str,
}

const SAME: &str = "everyone earned the same";
const NOBODY: &str = "nobody took the quiz";

impl Whole {
    pub(super) fn of(figures: &WholeFigures, attempts: usize, items: usize) -> Self {
        let from = |least: usize, why| (attempts < least, why);
        let two = "it takes two attempts";
        let consistency = [(items < 2, "it takes two questions"), from(3, "it takes three attempts"), (true, SAME)];
        let new = Figure::new;
        Self {
            mean: new(figures.mean, Unit::Points, &[(true, NOBODY)]),
            median: new(figures.median, Unit::Points, &[(true, NOBODY)]),
            standard_deviation: new(figures.standard_deviation, Unit::Points, &[from(1, NOBODY), (true, two)]),
            skewness: new(figures.skewness, Unit::Number, &[from(3, "it takes three attempts"), (true, SAME)]),
            kurtosis: new(figures.kurtosis, Unit::Number, &[from(4, "it takes four attempts"), (true, SAME)]),
            consistency: new(figures.consistency, Unit::Percent, &consistency),
            error_ratio: new(figures.error_ratio, Unit::Percent, &consistency),
            standard_error: new(figures.standard_error, Unit::Points, &consistency),
        }
    }

    /// All figures in the order in which they are told.
    #[must_use]
    pub fn readings(&self) -> [SummaryLine; 8] {
        let reading = |name, figure, meaning| SummaryLine { name, figure, meaning };
        [
            reading("Mean", self.mean, "The average score."),
            reading(
                "Median",
                self.median,
                "Half the scores lie at or below it, half at or above it; a few very low or high scores do not move it.",
            ),
            reading("Standard deviation", self.standard_deviation, "How far the scores are spread around the mean."),
            reading(
                "Skewness",
                self.skewness,
                "0 when the scores fall off alike on both sides; below 0 when a few did far worse than the rest, above 0 when a few did far better.",
            ),
            reading(
                "Kurtosis",
                self.kurtosis,
                "0 for a bell curve; above 0 when very low and very high scores are more common than in one, below 0 when they are rarer.",
            ),
            reading(
                "Internal consistency",
                self.consistency,
                "How far the questions agree about who knows more (100 times Cronbach's alpha). A short quiz, or one on many topics, is often low without being bad.",
            ),
            reading(
                "Error ratio",
                self.error_ratio,
                "How much of the spread is chance and not a difference between people: the lower the better.",
            ),
            reading(
                "Standard error",
                self.standard_error,
                "By how much a score is uncertain: people whose scores lie closer together than this should not be ranked.",
            ),
        ]
    }

    /// What a consistency below 0 means; `None` when it is not.
    #[must_use]
    pub fn warning(&self) -> Option<&'static str> {
        self.consistency.value.filter(|&c| c < 0.0).map(|_| {
            "The internal consistency is below 0: the questions contradict each other about who knows more. Look for a wrong key; \
             with few people or questions it can be chance. It is shown as computed."
        })
    }
}
