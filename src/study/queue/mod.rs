//! The queue of a review session: which card comes next.
//!
//! New cards are on what was read, taken from the lessons in turn (interleaved practice: Rohrer & Taylor 2007,
//! 10.1007/s11251-007-9015-8). Reviews come first-due first, new cards evenly between them, cards in learning as soon as
//! their time is up. Cards that a missed question asked for come before all others of their kind.
//!
//! One answer must not give away the next: only one side of a card is shown on a study day (Anki's "bury siblings"), and
//! a new side keeps a day free after it. A review waits a day for a side shown the day before, no longer. Cards in
//! learning never wait.
//!
//! In the week before an examination the likeliest to be forgotten by then come first, and with them some of those whose
//! interval was given before anybody knew of it and reaches past it.
//!
//! Everything follows from the card states and the day's counts, so leaving and coming back goes on where it was. The
//! one thing not kept is which card was shown last.

mod examination;
mod pick;

use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};

use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

pub use self::examination::ExaminationAhead;
use super::memory::{CardState, Due, EasyDays, Stage};
use super::time::{Clock, StudyDay};
use crate::course::Course;
use crate::course::model::Id;
use crate::course::outline::{CardKey, LessonOutline};

/// Minutes before its time that a card in learning is shown rather than making the learner wait.
pub const LEARN_AHEAD_MINUTES: i64 = 20;

/// At most so many a study day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub new_per_day: u32,
    pub reviews_per_day: u32,
    /// On these, fewer new cards are begun.
    pub easy_days: EasyDays,
}

impl Default for Limits {
    fn default() -> Self {
        Self { new_per_day: 20, reviews_per_day: 200, easy_days: EasyDays::default() }
    }
}

/// What was done on a study day. Showings in the learning steps are in neither number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayCounts {
    /// Cards seen for the first time.
    pub new: u32,
    /// Reviews of cards that were due on a day.
    pub reviews: u32,
}

/// The cards a session draws from, and how they stand.
#[derive(Clone, Copy, Debug)]
pub struct Deck<'a> {
    /// In the course's order.
    pub cards: &'a [DeckCard<'a>],
    /// A key without a state is new; one whose state is `New` was asked for and comes first. States of other cards do no harm.
    pub states: &'a HashMap<CardKey, CardState>,
    /// Cards that were asked for and not answered since. What is left for today does not depend on them.
    pub requested: &'a HashSet<CardKey>,
    /// Cards that are suspended or buried.
    pub holds: &'a HashMap<CardKey, Hold>,
    /// Done today, in the whole course.
    pub done: DayCounts,
    pub limits: Limits,
    /// An examination that the learner prepares for.
    pub examination: Option<ExaminationAhead>,
}

/// A card of the course.
#[derive(Clone, Copy, Debug)]
pub struct DeckCard<'a> {
    pub key: &'a CardKey,
    /// The place of its lesson in the course.
    pub lesson: usize,
    /// Whether it may be shown for the first time.
    pub is_open: bool,
}

/// Why a card is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Hold {
    /// Until it is taken up by hand.
    Suspended,
    Buried {
        /// The first day on which it is shown again.
        until: StudyDay,
    },
}

impl Hold {
    /// Whether it holds a card back on `day`.
    #[must_use]
    pub fn is_on(self, day: StudyDay) -> bool {
        match self {
            Self::Suspended => true,
            Self::Buried { until } => day < until,
        }
    }
}

/// What is left for today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub learning: usize,
    pub due: usize,
    pub new: usize,
}

impl Counts {
    #[must_use]
    pub fn total(self) -> usize {
        self.learning + self.due + self.new
    }
}

/// What comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    Card(CardKey),
    /// Nothing until then: only cards in learning are left, and not soon.
    Wait(Timestamp),
    /// Nothing more today.
    Done,
}

/// A review session under way.
#[derive(Clone, Debug, PartialEq)]
pub struct Queue {
    day: StudyDay,
    due: VecDeque<CardKey>,
    new: VecDeque<CardKey>,
    learning: BTreeSet<(Timestamp, CardKey)>,
    requested: HashSet<CardKey>,
    done: DayCounts,
    last: Last,
}

/// What was done last, as far as it bears on what comes next.
#[derive(Clone, Debug, Default, PartialEq)]
enum Last {
    #[default]
    Nothing,
    Answered(CardKey),
    /// It is asked again at once, whatever else has become due.
    TakenBack(CardKey),
}

/// The cards of the course, or of `chosen`, whose new cards are all open. `read` holds the sections read of each lesson.
#[must_use]
pub(crate) fn deck_cards<'a>(
    course: &'a Course,
    read: &HashMap<Id, HashSet<Id>>,
    chosen: Option<&Id>,
) -> Vec<DeckCard<'a>> {
    let of_lesson = |(lesson, outline): (usize, &'a LessonOutline)| {
        let cards = outline.cards_after(read.get(&outline.id));
        cards.map(move |(key, is_read)| DeckCard { key, lesson, is_open: is_read || chosen.is_some() })
    };
    let lessons = course.outlines().iter().enumerate();
    lessons.filter(|(_, outline)| chosen.is_none_or(|id| *id == outline.id)).flat_map(of_lesson).collect()
}

/// What is left of `deck` on `day`, without building the queue: for the home screen.
#[must_use]
pub fn due_counts(deck: &Deck, day: StudyDay) -> Counts {
    let picked = pick::pick(deck, day);
    Counts { learning: picked.learning.len(), due: picked.due.len().min(deck.due_room()), new: picked.new.len() }
}

impl Deck<'_> {
    fn due_room(&self) -> usize {
        self.limits.reviews_per_day.saturating_sub(self.done.reviews) as usize
    }

    fn new_room(&self, day: StudyDay) -> usize {
        let most = self.limits.easy_days.limit(self.limits.new_per_day, day);
        most.saturating_sub(self.done.new) as usize
    }
}

impl Queue {
    /// The session of `clock`'s study day. `seed` settles the order of reviews due on the same day; give the same one
    /// all day.
    #[must_use]
    pub fn new(deck: &Deck, clock: &Clock, seed: u64) -> Self {
        let day = clock.today();
        let picked = pick::pick(deck, day);
        Self {
            day,
            due: pick::in_order(picked.due, deck, day, seed).take(deck.due_room()).cloned().collect(),
            new: picked.new.into_iter().cloned().collect(),
            learning: picked.learning.into_iter().map(|(due, key)| (due, key.clone())).collect(),
            requested: deck.requested.clone(),
            done: deck.done,
            last: Last::Nothing,
        }
    }

    /// The study day it was made for. After the day's turn it goes on with what it has; a new one knows the new day.
    #[must_use]
    pub fn day(&self) -> StudyDay {
        self.day
    }

    #[must_use]
    pub fn counts(&self) -> Counts {
        Counts { learning: self.learning.len(), due: self.due.len(), new: self.new.len() }
    }

    /// What comes next. Asking changes nothing.
    #[must_use]
    pub fn next(&self, clock: &Clock) -> Next {
        if let Last::TakenBack(key) = &self.last {
            return Next::Card(key.clone());
        }
        if let Some((due, key)) = self.learning.first()
            && *due <= clock.now
        {
            return Next::Card(key.clone());
        }
        match self.next_of_day().or_else(|| self.ahead(clock)) {
            Some(key) => Next::Card(key.clone()),
            None => self.learning.first().map_or(Next::Done, |(due, _)| Next::Wait(*due)),
        }
    }

    /// Call when `key` was answered and now stands at `after`.
    pub fn answered(&mut self, key: &CardKey, after: &CardState) {
        match self.remove(key) {
            Some(Stage::New) => self.done.new += 1,
            Some(Stage::Review) => self.done.reviews += 1,
            _ => (),
        }
        self.last = Last::Answered(key.clone());
        self.learn(key, after);
    }

    /// Call when the latest answer to `key` was taken back and it stands at `before` again: it comes next.
    pub fn undo(&mut self, key: &CardKey, before: &CardState) {
        self.remove(key);
        self.last = Last::TakenBack(key.clone());
        match before.stage() {
            Stage::New => {
                self.done.new = self.done.new.saturating_sub(1);
                self.new.push_front(key.clone());
            }
            Stage::Review => {
                self.done.reviews = self.done.reviews.saturating_sub(1);
                self.due.push_front(key.clone());
            }
            Stage::Learning | Stage::Relearning => self.learn(key, before),
        }
    }

    /// Takes `key` out for today.
    pub(crate) fn drop_card(&mut self, key: &CardKey) {
        self.remove(key);
        self.last = Last::Nothing;
    }

    fn learn(&mut self, key: &CardKey, state: &CardState) {
        if let Some(Due::At(moment)) = state.due() {
            self.learning.insert((moment, key.clone()));
        }
    }

    /// Takes `key` out, and says where it stood.
    fn remove(&mut self, key: &CardKey) -> Option<Stage> {
        if let Some(at) = self.due.iter().position(|k| k == key) {
            self.due.remove(at);
            return Some(Stage::Review);
        }
        if let Some(at) = self.new.iter().position(|k| k == key) {
            self.new.remove(at);
            return Some(Stage::New);
        }
        let found = self.learning.iter().find(|(_, k)| k == key).cloned()?;
        self.learning.remove(&found);
        Some(Stage::Learning)
    }

    /// The next review or new card: one that was asked for or, without such, the share of new cards done keeps pace with the share of reviews done; both are
    /// counted over the whole day, so that a session taken up again mixes on as before.
    fn next_of_day(&self) -> Option<&CardKey> {
        let (Some(due), Some(new)) = (self.due.front(), self.new.front()) else {
            return self.due.front().or(self.new.front());
        };
        if self.requested.contains(due) || self.requested.contains(new) {
            return Some(if self.requested.contains(due) { due } else { new });
        }
        let reviews = u64::from(self.done.reviews) + self.due.len() as u64;
        let news = u64::from(self.done.new) + self.new.len() as u64;
        let new_lags = (u64::from(self.done.new) + 1) * reviews <= u64::from(self.done.reviews) * (news + 1);
        Some(if new_lags { new } else { due })
    }

    /// A card in learning whose time is near; not the one just shown while there is another.
    fn ahead(&self, clock: &Clock) -> Option<&CardKey> {
        let until = clock.now.checked_add(LEARN_AHEAD_MINUTES.minutes()).unwrap_or(clock.now);
        let mut near = self.learning.iter().take_while(|(due, _)| *due <= until).map(|(_, key)| key);
        let first = near.next()?;
        if matches!(&self.last, Last::Answered(key) if key == first) {
            near.next().or(Some(first))
        } else {
            Some(first)
        }
    }
}

#[cfg(test)]
mod tests;
