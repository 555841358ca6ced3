//! A figure that may be undefined, and then says why.

use serde::Serialize;

/// A number with its unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Figure {
    pub value: Option<f64>,
    pub unit: Unit,
    /// Why there is no value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undefined: Option<&'static str>,
}

/// What a figure counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Points of the whole quiz.
    Points,
    /// 0 to 100; correlations −100 to 100.
    Percent,
    /// 0 to 1.
    Share,
    /// A number without unit.
    Number,
}

impl Figure {
    /// `value`, or the first of `reasons` that holds.
    pub(super) fn new(value: Option<f64>, unit: Unit, reasons: &[(bool, &'static str)]) -> Self {
        let reason = || {
            reasons.iter().find(|(holds, _)| *holds).map_or("it cannot be computed from these marks", |(_, why)| why)
        };
        let value = value.filter(|v| v.is_finite());
        Self { value, unit, undefined: value.is_none().then(reason) }
    }
}
