//! What each desired retention costs, worked out beside the screen after its first frame.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use jiff::Timestamp;

use super::context::Context;
use super::job::{Job, JobState, next_look};
use crate::study::memory::Settings;
use crate::study::memory_report::percent;
use crate::study::session::ReviewRules;
use crate::study::workload::{RETENTIONS, Workload, WorkloadStart, workloads};

/// The workload of every retention, for what is set now.
#[derive(Debug)]
pub(super) struct WorkloadJob {
    start: WorkloadStart,
    /// What was last asked for.
    asked: Option<Asked>,
}

#[derive(Debug)]
struct Asked {
    rules: ReviewRules,
    job: Job<Option<Vec<Workload>>>,
    result: Option<Vec<Workload>>,
    is_over: bool,
    is_cancelled: Arc<AtomicBool>,
}

impl Drop for Asked {
    fn drop(&mut self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }
}

impl WorkloadJob {
    pub(super) fn new(start: WorkloadStart) -> Self {
        Self { start, asked: None }
    }

    /// The result for what is set now, if it is there.
    pub(super) fn result(&self, context: &Context<'_>) -> Option<Vec<Workload>> {
        let rules = self.rules(context);
        let found = self.asked.as_ref().filter(|asked| asked.rules == rules)?.result.as_ref()?;
        let set = u32::from(context.preferences.settings.retention());
        Some(found.iter().map(|it| Workload { is_set: it.retention_percent == set, ..*it }).collect())
    }

    /// When to look again; `None` once it is over for what is set now.
    pub(super) fn wake_at(&self, context: &Context<'_>) -> Option<Timestamp> {
        let rules = self.rules(context);
        match self.asked.as_ref().filter(|asked| asked.rules == rules) {
            None => Some(context.clock.now),
            Some(asked) => (!asked.is_over).then(|| next_look(context.clock.now)),
        }
    }

    /// Begins it, or looks whether it is ready.
    pub(super) fn wake(&mut self, context: &Context<'_>) {
        let rules = self.rules(context);
        match self.asked.as_mut().filter(|asked| asked.rules == rules) {
            None => self.asked = Some(self.begin(rules)),
            Some(asked) if asked.is_over => {}
            Some(asked) => match asked.job.look() {
                JobState::Running => {}
                JobState::Ready(result) => (asked.result, asked.is_over) = (result, true),
                JobState::Failed => asked.is_over = true,
            },
        }
    }

    fn begin(&self, rules: ReviewRules) -> Asked {
        let start = WorkloadStart { rules: rules.clone(), ..self.start.clone() };
        let is_cancelled = Arc::new(AtomicBool::new(false));
        let cancelled = Arc::clone(&is_cancelled);
        let percent = percent(&rules);
        let job = Job::start(move || workloads(&start, percent, &|| cancelled.load(Ordering::Relaxed)));
        Asked { rules, job, result: None, is_over: false, is_cancelled }
    }

    /// What is set now, with what is known of the learner's memory. Of retentions that are held side by side, which is set
    /// makes no difference.
    fn rules(&self, context: &Context<'_>) -> ReviewRules {
        let mut rules = context.preferences.settings.review_rules();
        if RETENTIONS.contains(&percent(&rules)) {
            rules.scheduling.retention = Settings::default().retention;
        }
        rules.scheduling.parameters = self.start.rules.scheduling.parameters.clone();
        rules
    }
}
