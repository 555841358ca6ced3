//! The cards of a course as a list: what each asks, how it stands, and which of them are meant.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::memory::{CardState, Due, ForgettingCurve, Stage};
use super::queue::Hold;
use super::session::sides_in_words;
use super::time::{Clock, StudyDay};
use crate::course::Course;
use crate::course::markdown::plain;
use crate::course::model::{Card, Face, Id};
use crate::course::outline::CardKey;

/// Lapses from which a card is a leech: it costs more than it gives, and is better written anew or left (Anki's number).
pub const LEECH_LAPSES: u16 = 8;
/// Days ahead that "soon" means.
const SOON_DAYS: i32 = 7;
/// Cards named beside a leech.
const NEIGHBOURS: usize = 2;

/// A side of a card and how it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct CardLine {
    pub key: CardKey,
    /// The place of its lesson in the course.
    pub lesson: usize,
    pub front: String,
    pub back: String,
    pub state: CardState,
    /// The chance, 0 to 1, that it would be recalled on the day of the list; `None` for a new card.
    pub recall: Option<f64>,
    /// As long as it lasts.
    pub hold: Option<Hold>,
}

/// Which cards of a list are meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CardFilter {
    #[default]
    All,
    Due,
    /// In the next seven days.
    Soon,
    New,
    Leeches,
    Held,
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CardOrder {
    #[default]
    Course,
    Due,
    Lapses,
    Recall,
}

impl CardFilter {
    pub const ALL: [Self; 6] = [Self::All, Self::Due, Self::Soon, Self::New, Self::Leeches, Self::Held];

    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::All => "all cards",
            Self::Due => "due",
            Self::Soon => "due within a week",
            Self::New => "not seen yet",
            Self::Leeches => "leeches",
            Self::Held => "suspended or buried",
        }
    }

    /// As it is written on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Due => "due",
            Self::Soon => "soon",
            Self::New => "new",
            Self::Leeches => "leeches",
            Self::Held => "held",
        }
    }

    #[must_use]
    pub fn takes(self, card: &CardLine, clock: &Clock) -> bool {
        let day = card.due_day(clock);
        match self {
            Self::All => true,
            Self::Due => card.hold.is_none() && card.state.is_due(clock),
            Self::Soon => day.is_some_and(|day| day <= clock.today().plus(SOON_DAYS)),
            Self::New => card.state.is_new(),
            Self::Leeches => card.is_leech(),
            Self::Held => card.hold.is_some(),
        }
    }
}

impl CardOrder {
    pub const ALL: [Self; 4] = [Self::Course, Self::Due, Self::Lapses, Self::Recall];

    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Course => "as in the course",
            Self::Due => "due first",
            Self::Lapses => "forgotten most often first",
            Self::Recall => "likeliest to be forgotten first",
        }
    }

    /// Sorts `cards`, which are in the course's order.
    pub fn sort(self, cards: &mut [&CardLine], clock: &Clock) {
        match self {
            Self::Course => {}
            Self::Due => cards.sort_by_key(|card| card.due_day(clock).unwrap_or(StudyDay(i32::MAX))),
            Self::Lapses => cards.sort_by_key(|card| std::cmp::Reverse(card.state.lapses())),
            Self::Recall => {
                let recall = |card: &CardLine| card.recall.unwrap_or(2.0);
                cards.sort_by(|a, b| recall(a).total_cmp(&recall(b)));
            }
        }
    }
}

impl CardLine {
    #[must_use]
    pub fn is_leech(&self) -> bool {
        self.state.lapses() >= LEECH_LAPSES
    }

    /// How it is held back, in a word.
    #[must_use]
    pub fn hold_name(&self) -> Option<&'static str> {
        self.hold.map(|hold| match hold {
            Hold::Suspended => "suspended",
            Hold::Buried { .. } => "buried",
        })
    }

    /// How it stands, in a word.
    #[must_use]
    pub fn state_name(&self) -> &'static str {
        match self.state.stage() {
            Stage::New => "new",
            Stage::Learning => "learning",
            Stage::Relearning => "relearning",
            Stage::Review => "review",
        }
    }

    /// The day it is due on, where that is known.
    #[must_use]
    pub fn due_date(&self, clock: &Clock) -> Option<Date> {
        self.due_day(clock).map(StudyDay::date)
    }

    fn due_day(&self, clock: &Clock) -> Option<StudyDay> {
        match self.state.due()? {
            Due::On(day) => Some(day),
            Due::At(at) => Some(StudyDay::of(at, &clock.zone)),
        }
    }
}

/// Every side of every card of `course`, in its order.
#[must_use]
pub(crate) fn card_lines(
    course: &Course,
    (states, holds): (&HashMap<CardKey, CardState>, &HashMap<CardKey, Hold>),
    curve: ForgettingCurve,
    today: StudyDay,
) -> Vec<CardLine> {
    let all = course.outlines().iter().enumerate().flat_map(|(lesson, o)| o.cards.iter().map(move |key| (lesson, key)));
    let line = |(lesson, key): (usize, &CardKey)| {
        let (_, card) = course.card(&key.card)?;
        let (front, back) = sides_in_words(card, key.side);
        let hold = holds.get(key).copied().filter(|hold| hold.is_on(today));
        let state = states.get(key).copied().unwrap_or_default();
        let recall = curve.recall(&state, today);
        Some(CardLine { key: key.clone(), lesson, front, back, state, recall, hold })
    };
    all.filter_map(line).collect()
}

/// The cards that `card` is likeliest to be confused with: those that share the most of its words.
#[must_use]
pub fn confusable<'a>(course: &'a Course, card: &Id) -> Vec<&'a Card> {
    let Some((_, this)) = course.card(card) else { return Vec::new() };
    let words = words_of(this);
    let others = course.banks().flat_map(|bank| &bank.cards).filter(|other| other.id != *card);
    let mut alike: Vec<(usize, &Card)> = others
        .map(|other| (words_of(other).intersection(&words).count(), other))
        .filter(|(shared, _)| *shared > 1)
        .collect();
    alike.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.id.cmp(&b.1.id)));
    alike.into_iter().take(NEIGHBOURS).map(|(_, other)| other).collect()
}

/// The words of a card that say something: those of more than three letters.
fn words_of(card: &Card) -> HashSet<String> {
    let texts = match &card.face {
        Face::Basic { front, back } | Face::TwoWay { front, back, .. } => vec![front.as_str(), back.as_str()],
        Face::Cloze(text) => vec![text.as_str()],
    };
    let words = |text: &str| {
        let text = plain(text).to_lowercase();
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 3);
        words.map(str::to_owned).collect::<Vec<_>>()
    };
    texts.into_iter().flat_map(words).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::memory::Memory;

    fn clock() -> Clock {
        Clock::new("2026-03-10T12:00:00Z".parse().unwrap(), jiff::tz::TimeZone::UTC)
    }

    fn line(name: &str, due_in: Option<i32>, lapses: u16, hold: Option<Hold>) -> CardLine {
        let memory = Memory { stability_days: 10.0, difficulty: 5.0 };
        let review = |days| {
            let due = clock().today().plus(days);
            CardState::Review { memory, last: due.plus(-10), due, lapses, reviews: 3 }
        };
        let state = due_in.map_or(CardState::New, review);
        let (front, back) = (name.to_owned(), String::new());
        let recall = ForgettingCurve::default().recall(&state, clock().today());
        CardLine { key: name.parse().unwrap(), lesson: 0, front, back, state, recall, hold }
    }

    #[test]
    fn filters_and_orders_take_what_their_names_say() {
        let cards = [
            line("new", None, 0, None),
            line("late", Some(-3), 1, None),
            line("soon", Some(5), 8, None),
            line("far", Some(8), 2, None),
            line("held", Some(0), 0, Some(Hold::Suspended)),
        ];
        let found = |filter: CardFilter, order: CardOrder| {
            let mut found: Vec<&CardLine> = cards.iter().filter(|card| filter.takes(card, &clock())).collect();
            order.sort(&mut found, &clock());
            found.into_iter().map(|card| card.front.as_str()).collect::<Vec<_>>().join(" ")
        };
        let by_filter = CardFilter::ALL.map(|filter| found(filter, CardOrder::Course));
        assert_eq!(by_filter, ["new late soon far held", "late", "late soon held", "new", "soon", "held"]);
        let by_order = CardOrder::ALL.map(|order| found(CardFilter::All, order));
        let orders =
            ["new late soon far held", "late held soon far new", "soon far late new held", "late held soon far new"];
        assert_eq!(by_order, orders);
    }

    #[test]
    fn what_shares_words_is_confused() {
        let course = Course::builtin().unwrap();
        let first = &course.outlines()[0].cards[0].card;
        let alike = confusable(&course, first);
        assert!(!alike.is_empty() && alike.len() <= NEIGHBOURS && alike.iter().all(|card| card.id != *first));
    }
}
