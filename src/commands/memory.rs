//! `ninetracks memory`: how well the learner's memory is predicted, fitting the model to it, and what a retention costs.

use super::{Ended, environment, output, plain, settings_desk};
use crate::cli::{Global, MemoryAction, MemoryArgs};
use crate::store::Store;
use crate::study::event::{Event, EventKind};
use crate::study::memory::fit::{FitControl, MemoryFit, fit};
use crate::study::memory_report::MemoryReport;
use crate::study::workload::workloads;

/// # Errors
/// When there are too few reviews for a fit, or progress cannot be read or written.
pub(super) fn run(global: &Global, args: MemoryArgs) -> anyhow::Result<Ended> {
    let course = environment::course(global)?;
    let mut store = environment::store(global, &course)?;
    let clock = environment::study_clock(global);
    if let Some(fit) = changed(&store, args.action)? {
        let event = Event { at: clock.now, what: EventKind::MemoryFitted(fit) };
        store.append(&event, clock.today())?;
    }
    let rules = settings_desk::load_and_tell(global).settings.review_rules();
    let mut report = MemoryReport::new(store.review_history()?.samples(), store.memory_fit()?, &rules);
    let start = store.workload_start(&course, clock.today(), rules)?;
    report.workload = workloads(&start, report.desired_retention_percent, &|| false);
    drop(store);
    if args.json {
        output::json(&report)?;
    } else {
        plain::run(global, &course, false, |session| crate::plain::memory(session, &report))?;
    }
    Ok(Ended::Done)
}

/// What is to be kept from now on.
fn changed(store: &Store, action: MemoryAction) -> anyhow::Result<Option<MemoryFit>> {
    Ok(match action {
        MemoryAction::Show => None,
        MemoryAction::Fit => Some(fit(&store.review_history()?, &FitControl::default())?),
        MemoryAction::Reset => Some(MemoryFit::reset(store.review_history()?.samples())),
    })
}
