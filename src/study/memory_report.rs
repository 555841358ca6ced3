//! What is known of a learner's memory, and what remembering costs. The JSON of `ninetracks memory --json`.

use serde::Serialize;

use super::memory::fit::{MemoryFit, is_offered};
use super::session::ReviewRules;
use super::workload::Workload;

/// What is known of a learner's memory.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MemoryReport {
    /// Reviews of cards that were seen a day before or longer ago.
    pub reviews: usize,
    pub is_fit_offered: bool,
    /// The latest fit, or reset.
    pub fit: Option<MemoryFit>,
    pub desired_retention_percent: u32,
    /// What each retention costs; `None` until it is worked out.
    pub workload: Option<Vec<Workload>>,
}

impl MemoryReport {
    #[must_use]
    pub fn new(reviews: usize, fit: Option<MemoryFit>, rules: &ReviewRules) -> Self {
        let is_fit_offered = is_offered(fit.as_ref().map(|fit| fit.reviews), reviews);
        let desired_retention_percent = percent(rules);
        Self { reviews, is_fit_offered, fit, desired_retention_percent, workload: None }
    }
}

/// The desired retention in percent.
#[must_use]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a hundred")]
pub fn percent(rules: &ReviewRules) -> u32 {
    (rules.scheduling.retention * 100.0).round().clamp(0.0, 100.0) as u32
}
