//! Logs of reviews: statistics, an answer on disk, bytes a review.

use std::fs;
use std::path::Path;
use std::time::Instant;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use ninetracks::course::Course;
use ninetracks::course::model::Id;
use ninetracks::course::outline::CardKey;
use ninetracks::store::{FILE, Learner, Store};
use ninetracks::study::event::{Event, EventKind};
use ninetracks::study::memory::{CardState, Grade, Memory};
use ninetracks::study::progress::Progress;
use ninetracks::study::time::{Clock, StudyDay};
use rusqlite::{Connection, params};

use crate::{Result, median, row, timed};

const SIZES: [usize; 3] = [10_000, 100_000, 500_000];
/// Days that the reviews are spread over.
const DAYS: usize = 1_000;
const ANSWERS: usize = 500;

pub(crate) fn measure(scratch: &Path) -> Result<()> {
    let course = Course::builtin()?;
    let cards: Vec<CardKey> = course.outlines().iter().flat_map(|o| o.cards.clone()).collect();
    let clock = Clock::new(Timestamp::now(), TimeZone::UTC);
    let (mut statistics, mut answers) = (None, None);
    for reviews in SIZES {
        let folder = scratch.join(format!("history{reviews}"));
        make(&folder, course.about().id.as_str(), &cards, reviews)?;
        let bytes = fs::metadata(folder.join(FILE))?.len() / u64::try_from(reviews)?;
        let mut store = Store::open(&folder, learner(course.about().id.as_str())?)?;
        let load = || Ok(Progress::load(&store, &course, &clock)?);
        row(&format!("statistics ({bytes} bytes a review)"), reviews, timed(5, load)?, &mut statistics);
        let mut all = Vec::new();
        for n in 0..ANSWERS {
            let started = Instant::now();
            store.append(&review(&cards, n, clock.now), clock.today())?;
            all.push(started.elapsed().as_secs_f64() * 1000.0);
        }
        let slowest = all.iter().copied().fold(0.0, f64::max);
        row(
            &format!("an answer on disk, slowest of {ANSWERS}: {slowest:.2} ms"),
            reviews,
            median(&mut all),
            &mut answers,
        );
    }
    Ok(())
}

fn learner(course: &str) -> Result<Learner> {
    Ok(Learner { profile: "default".into(), course: Id::new(course).map_err(anyhow::Error::msg)? })
}

/// Makes a database with so many reviews.
pub(crate) fn make(folder: &Path, course: &str, cards: &[CardKey], reviews: usize) -> Result<()> {
    let clock = Clock::new(Timestamp::now(), TimeZone::UTC);
    let mut store = Store::open(folder, learner(course)?)?;
    store.append(&review(cards, 0, clock.now), clock.today())?;
    write(folder, cards, reviews, &clock)?;
    Ok(store.rebuild()?)
}

fn review(cards: &[CardKey], n: usize, at: Timestamp) -> Event {
    let last = StudyDay::of(at, &TimeZone::UTC);
    let memory = Memory { stability_days: 12.5, difficulty: 5.25 };
    let state = |reviews| CardState::Review { memory, last, due: last.plus(12), lapses: 0, reviews };
    let what = EventKind::Reviewed {
        card: cards[n % cards.len()].clone(),
        grade: if n.is_multiple_of(9) { Grade::Again } else { Grade::Good },
        before: state(1),
        after: state(2),
        took_ms: 6_000,
    };
    Event { at, what }
}

/// The log at once; the tables beside it follow from it.
fn write(folder: &Path, cards: &[CardKey], reviews: usize, clock: &Clock) -> Result<()> {
    let mut db = Connection::open(folder.join(FILE))?;
    let tx = db.transaction()?;
    let learner: i64 = tx.query_row("SELECT id FROM learner", [], |row| row.get(0))?;
    // As the store wrote the first, with another card.
    let first: String = tx.query_row("SELECT body FROM event LIMIT 1", [], |row| row.get(0))?;
    let rest = first.find("],").map_or("", |end| &first[end + 1..]);
    for n in 1..reviews {
        let ago = i64::try_from((reviews - n) * DAYS / reviews)?;
        let event = review(cards, n, clock.now - SignedDuration::from_hours(24 * ago));
        let day = StudyDay::of(event.at, &TimeZone::UTC).0;
        let key = &cards[n % cards.len()];
        let body = format!("{{\"Reviewed\":[{}{rest}", serde_json::to_string(&(&key.card, key.side))?);
        tx.prepare_cached("INSERT INTO event (at_ms, day, learner, kind, body) VALUES (?, ?, ?, 'reviewed', ?)")?
            .execute(params![event.at.as_millisecond(), day, learner, body])?;
    }
    Ok(tx.commit()?)
}
