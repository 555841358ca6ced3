//! How cards were graded in Anki becomes part of the learner's own history, for cards that have none here.

use std::collections::HashMap;
use std::path::Path;

use crate::cli::Global;
use crate::commands::{environment, output, settings_desk};
use crate::course::outline::CardKey;
use crate::course::wording::count;
use crate::exchange::{ImportedItems, PastReview};
use crate::study::event::{Event, EventKind};
use crate::study::memory::{CardState, Scheduler, fuzz_seed};
use crate::study::time::{Clock, StudyDay};

/// # Errors
/// When the course cannot be opened again, or progress not be saved; then nothing of it was.
pub(super) fn take_over(global: &Global, folder: &Path, all: &[(String, ImportedItems)]) -> anyhow::Result<()> {
    let global = Global { course: Some(folder.to_owned()), ..global.clone() };
    let course = environment::course(&global)?;
    let mut store = environment::store(&global, &course)?;
    let known = store.card_states()?;
    let is_new = |review: &&PastReview| !known.contains_key(&review.card) && course.card(&review.card.card).is_some();
    let mut reviews: Vec<&PastReview> = all.iter().flat_map(|(_, items)| &items.reviews).filter(is_new).collect();
    reviews.sort_by_key(|review| review.at);
    let scheduler = Scheduler::new(settings_desk::load(&global).settings.review_rules().scheduling);
    let clock = environment::study_clock(&global);
    store.append_all(&events(&reviews, &scheduler, &clock))?;
    output::note(format_args!(
        "{} taken over into the profile {}; cards that were reviewed here keep their own.",
        count(reviews.len(), "review"),
        global.profile
    ));
    Ok(())
}

/// The reviews as they would have been here, the oldest first.
fn events(reviews: &[&PastReview], scheduler: &Scheduler, clock: &Clock) -> Vec<(Event, StudyDay)> {
    let mut states: HashMap<CardKey, CardState> = HashMap::new();
    let mut events = Vec::with_capacity(reviews.len());
    for PastReview { card, at, grade, took_ms } in reviews {
        let then = Clock { now: *at, ..clock.clone() };
        let before = states.get(card).copied().unwrap_or_default();
        let after = scheduler.outcomes(&before, &then, fuzz_seed(card, &before)).of(*grade).after;
        states.insert(card.clone(), after);
        let (card, grade, took_ms) = (card.clone(), *grade, *took_ms);
        let what = EventKind::Reviewed { card, grade, before, after, took_ms };
        events.push((Event { at: *at, what }, then.today()));
    }
    events
}
