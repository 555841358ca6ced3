//! What is known of a learner's memory, and what a desired retention costs. Each figure says in a sentence what it means.

use super::Passage;
use super::words::a_day;
use crate::course::wording::count;
use crate::study::memory::fit::{FitFigures, Fitness, LEAST_REVIEWS, MemoryFit};
use crate::study::memory_report::MemoryReport;
use crate::study::workload::Workload;

/// Said elsewhere, where a fit is worth it.
pub(super) const FIT_OFFER: &str = "There are enough new reviews to fit the schedule to your own memory: see Memory, or the command ninetracks memory.";

/// What `report` says, in the order in which it is read.
#[must_use]
pub fn passages(report: &MemoryReport) -> Vec<Passage> {
    let mut all = vec![Passage::ListHead("How your memory is predicted".to_owned()), Passage::Words(held(report))];
    all.extend(offer(report).map(Passage::Words));
    if let Some(figures) = report.fit.as_ref().and_then(|fit| fit.figures.as_ref()) {
        all.extend(judged(figures));
    }
    all.push(Passage::ListHead("What a desired retention costs".to_owned()));
    match &report.workload {
        None => all.push(Passage::Nothing("being worked out …")),
        Some(workload) => all.extend([
            Passage::Workloads(workload.clone()),
            Passage::Aside(
                "Reviews a day over the next 30 and 90 days, simulated with your cards and your memory, every day studied and no review put off. The first showings of new cards come on top.",
            ),
        ]),
    }
    all
}

/// What one desired retention costs beside the next lower and higher, where it is set.
#[must_use]
pub fn cost(workload: &[Workload], percent: u32) -> Option<String> {
    let at = workload.iter().position(|it| it.retention_percent == percent)?;
    let here = &workload[at];
    let beside = |it: &Workload| format!("{} % {}", it.retention_percent, a_day(it.reviews_a_day_over_30_days));
    let lower = at.checked_sub(1).and_then(|at| workload.get(at)).map(beside);
    let others: Vec<String> = [lower, workload.get(at + 1).map(beside)].into_iter().flatten().collect();
    Some(format!(
        "{percent} % costs about {} reviews a day over the next 30 days ({} over 90); {}.",
        a_day(here.reviews_a_day_over_30_days),
        a_day(here.reviews_a_day_over_90_days),
        others.join(", ")
    ))
}

/// Which parameters hold.
fn held(report: &MemoryReport) -> String {
    match &report.fit {
        None => "Intervals follow the memory of the average learner.".to_owned(),
        Some(MemoryFit { parameters: Some(_), reviews, .. }) => {
            format!("Intervals follow your own memory, as {} show it.", count(*reviews, "review"))
        }
        Some(MemoryFit { figures: Some(_), reviews, .. }) => format!(
            "Intervals follow the memory of the average learner: a fit to {} predicted yours no better.",
            count(*reviews, "review")
        ),
        Some(_) => "Intervals follow the memory of the average learner again: what was fitted was reset.".to_owned(),
    }
}

/// Whether a fit is worth it now.
fn offer(report: &MemoryReport) -> Option<String> {
    let reviews = count(report.reviews, "review");
    if report.reviews < LEAST_REVIEWS {
        return Some(format!(
            "The schedule can be fitted to yours from {LEAST_REVIEWS} reviews of cards that were seen at least a day before; so far there {} {}. With fewer, a fit is mostly chance (Anki 24.04 asked for the same number).",
            if report.reviews == 1 { "is" } else { "are" },
            report.reviews
        ));
    }
    let since = match &report.fit {
        None => "enough to fit the schedule to your own memory".to_owned(),
        Some(fit) => format!("a fifth more than the {} of the last fit: it is worth another", fit.reviews),
    };
    report.is_fit_offered.then(|| format!("There are {reviews} now, {since}."))
}

/// How good the predictions were, and what that means.
fn judged(figures: &FitFigures) -> Vec<Passage> {
    let line = |by: &str, it: &Fitness| {
        format!("{by}: log loss {:.4}, recall off by {:.1} % (RMSE)", it.log_loss, it.rmse * 100.0)
    };
    let mut all = vec![Passage::Points(vec![
        line("average learner", &figures.default),
        line("fitted to you", &figures.fitted),
        line("plain average", &figures.average),
    ])];
    if figures.is_better() {
        all.push(Passage::Words(
            "What was fitted predicts you better than the average learner's memory does; it was fitted once more, to all reviews, and is used.".to_owned(),
        ));
    }
    if !figures.beats_average() {
        all.push(Passage::Words(
            "Neither beats the plain average: as yet the model knows no better than that which cards you will forget. Learn more before you trust its figures.".to_owned(),
        ));
    }
    all.push(Passage::Words(format!(
        "Judged by the latest {}, which the fit had not seen. The plain average expects of each the share remembered of the hundred before it, whatever the card. Log loss is 0 for perfect predictions and grows with every surprise; less is better. RMSE says by how much predicted and measured recall differ.",
        count(figures.held_out, "review")
    )));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workload(retention_percent: u32, reviews: f64, is_set: bool) -> Workload {
        Workload {
            retention_percent,
            reviews_a_day_over_30_days: reviews,
            reviews_a_day_over_90_days: reviews * 0.75,
            is_set,
        }
    }

    #[test]
    fn the_cost_of_a_retention_is_told_beside_its_neighbours() {
        let all = [workload(85, 8.04, false), workload(90, 12.0, true), workload(95, 30.4, false)];
        assert_eq!(
            cost(&all, 90).unwrap(),
            "90 % costs about 12 reviews a day over the next 30 days (9.0 over 90); 85 % 8.0, 95 % 30."
        );
        assert_eq!(cost(&all, 91), None);
    }
}
