//! A rating, and how an answer moves it.

/// How far the rating of something moves with its answers, in logits: the uncertainty function a / (1 + b·n) of the paper,
/// where n answers were known before.
///
/// a is the variance of what is believed beforehand; b is a times what an answer tells where four of five are likely to be
/// right (p·(1 - p), about 0.15). So the step shrinks as the variance of an estimate by maximum likelihood does. The
/// simulation holds other values beside them (`docs/adaptive.md`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Uncertainty {
    pub a: f64,
    pub b: f64,
}

/// Of a learner on all questions.
pub(super) const OF_ABILITY: Uncertainty = Uncertainty { a: 0.7, b: 0.1 };
/// Of a learner on one objective, beside the above.
pub(super) const OF_OBJECTIVE: Uncertainty = Uncertainty { a: 0.15, b: 0.022 };
/// Of a question beside where it starts.
pub(super) const OF_DIFFICULTY: Uncertainty = Uncertainty { a: 0.5, b: 0.075 };

impl Uncertainty {
    fn step(self, answers: u32) -> f64 {
        self.a / (1.0 + self.b * f64::from(answers))
    }
}

/// An ability or a difficulty, in logits.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Rating {
    pub value: f64,
    /// Answers that it follows from.
    pub answers: u32,
}

impl Rating {
    pub(super) fn starting(value: f64) -> Self {
        Self { value, answers: 0 }
    }

    /// Moves by what was more, or less, than expected.
    pub(super) fn moved(self, surprise: f64, uncertainty: Uncertainty) -> Self {
        Self { value: self.value + uncertainty.step(self.answers) * surprise, answers: self.answers.saturating_add(1) }
    }
}

/// How likely a right answer is: at `above` logits of ability over difficulty, where guessing alone is right with the chance
/// `guess`.
pub(super) fn chance_of_right(above: f64, guess: f64) -> f64 {
    guess + (1.0 - guess) / (1.0 + (-above).exp())
}
