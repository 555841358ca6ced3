//! What a review session says when nothing is on show: what was done today, what changed, what was hard, and what comes.

use super::Passage;
use super::memory::FIT_OFFER;
use crate::course::Course;
use crate::course::outline::CardKey;
use crate::course::wording::count;
use crate::study::card_list::confusable;
use crate::study::session::{ReviewSummary, card_words};
use crate::study::study_time::GoalProgress;

/// Hard cards that are named.
const NAMED: usize = 5;

/// Why nothing is on show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NothingShown {
    /// The day's cards are done, or there were none.
    Finished,
    /// A card in the learning steps comes back at this time of day.
    Waiting(String),
}

/// The end of a session, or a pause in it. At most `new_per_day` new cards come a day; `goal` is what is aimed for, if anything.
#[must_use]
pub fn passages(
    course: &Course,
    why: &NothingShown,
    day: &ReviewSummary,
    new_per_day: u32,
    goal: Option<GoalProgress>,
) -> Vec<Passage> {
    let mut all = vec![Passage::Done(match why {
        NothingShown::Finished if day.reviewed > 0 => "All done for today.",
        NothingShown::Finished => "No cards are due.",
        NothingShown::Waiting(_) => "Nothing to review just now.",
    })];
    if let NothingShown::Waiting(at) = why {
        let words = format!("The next learning card is due at {at}. You can leave; nothing is lost.");
        all.push(Passage::Words(words));
    }
    if day.reviewed > 0 {
        let said = format!("{} reviewed, {} remembered.", count(day.reviewed, "card"), day.remembered);
        all.push(Passage::Words(said));
    }
    all.extend(goal.map(|goal| Passage::Words(goal.sentence())));
    if let Some(tomorrow) = day.forecast.first()
        && day.forecast.iter().any(|due| due.cards > 0)
    {
        let head = format!("The next seven days, tomorrow {}", count(tomorrow.cards, "card"));
        all.extend([Passage::ListHead(head), Passage::Forecast(day.forecast.clone())]);
    }
    all.extend(listed("What changed", changes(day)));
    all.extend(listed("What was hard", hard(course, &day.hard)));
    all.extend(listed(
        "Leeches: they cost more than they give; suspend them, or learn them anew beside what they are confused with",
        leeches(course, &day.leeches),
    ));
    all.extend((day.is_fit_offered && day.reviewed > 0).then(|| Passage::Words(FIT_OFFER.to_owned())));
    if *why == NothingShown::Finished {
        let limit = format!("New cards come from the sections you have read, at most {new_per_day} a day.");
        all.push(Passage::Words(limit));
    }
    all
}

fn listed(head: &str, points: Vec<String>) -> Vec<Passage> {
    if points.is_empty() {
        return Vec::new();
    }
    vec![Passage::ListHead(head.to_owned()), Passage::Points(points)]
}

fn changes(day: &ReviewSummary) -> Vec<String> {
    let rows = [
        (day.first_seen, "seen for the first time"),
        (day.well_known, "well known now: to be remembered for three weeks"),
        (day.lapsed, "forgotten, and coming back sooner"),
    ];
    rows.into_iter().filter(|(n, _)| *n > 0).map(|(n, words)| format!("{} {words}", count(n, "card"))).collect()
}

fn hard(course: &Course, cards: &[(CardKey, usize)]) -> Vec<String> {
    let point = |(key, forgotten): &(CardKey, usize)| {
        let (_, card) = course.card(&key.card)?;
        let how = if *forgotten > 0 { format!("forgotten {}", count(*forgotten, "time")) } else { "hard".to_owned() };
        Some(format!("{} ({how})", card_words(&card.face)))
    };
    cards.iter().filter_map(point).take(NAMED).collect()
}

/// Cards that became leeches, each with what it may be confused with.
fn leeches(course: &Course, cards: &[CardKey]) -> Vec<String> {
    let point = |key: &CardKey| {
        let (_, card) = course.card(&key.card)?;
        let others = confusable(course, &key.card);
        let others: Vec<String> = others.iter().map(|other| format!("“{}”", card_words(&other.face))).collect();
        let beside = if others.is_empty() { String::new() } else { format!(" (beside {})", others.join(" and ")) };
        Some(format!("{}{beside}", card_words(&card.face)))
    };
    cards.iter().filter_map(point).take(NAMED).collect()
}
