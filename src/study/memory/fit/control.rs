//! How far a fit is, and stopping it, from another thread.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use fsrs::CombinedProgressState;

/// A handle on a fit under way.
#[derive(Clone, Debug, Default)]
pub struct FitControl {
    training: Arc<Mutex<CombinedProgressState>>,
    /// Whether the parameters are being fitted once more, to all reviews.
    second: Arc<AtomicBool>,
}

impl FitControl {
    /// The share of the work that is done, 0 to 1.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "numbers of reviews")]
    pub fn share(&self) -> f64 {
        let training = self.training();
        let of_this = training.current() as f64 / training.total().max(1) as f64;
        let done = if self.second.load(Ordering::Relaxed) { 0.5 } else { 0.0 };
        (done + of_this / 2.0).clamp(0.0, 1.0)
    }

    /// Stops it soon; nothing is changed then.
    pub fn cancel(&self) {
        self.training().want_abort = true;
    }

    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.training().want_abort
    }

    pub(super) fn progress(&self) -> Arc<Mutex<CombinedProgressState>> {
        Arc::clone(&self.training)
    }

    pub(super) fn enter_second_half(&self) {
        self.training().splits.clear();
        self.second.store(true, Ordering::Relaxed);
    }

    fn training(&self) -> MutexGuard<'_, CombinedProgressState> {
        self.training.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
