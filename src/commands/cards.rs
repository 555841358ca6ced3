//! `ninetracks cards`: the cards that are due; or some are set aside, or begun anew.

use std::io::Write as _;

use super::{Ended, app, environment, output, plain, settings_desk};
use crate::cli::{CardsArgs, Global};
use crate::course::Course;
use crate::course::outline::CardKey;
use crate::course::suggestion::did_you_mean;
use crate::course::wording::count;
use crate::plain::Session;
use crate::study::card_list::CardLine;
use crate::study::event::{Event, EventKind};
use crate::study::queue::Hold;
use crate::study::time::StudyDay;
use crate::ui::effect::Place;

/// # Errors
/// When there is no such lesson or card, or the cards cannot be shown or changed.
pub(super) fn run(global: &Global, args: &CardsArgs) -> anyhow::Result<Ended> {
    let course = environment::course(global)?;
    if let Some((change, ids)) = change(args) {
        return set_aside(global, &course, change, ids);
    }
    let lesson = args.lesson.as_deref().map(|n| environment::lesson(&course, n)).transpose()?;
    if environment::chooses_lines(global) {
        let rules = settings_desk::load_and_tell(global).settings.review_rules();
        let cards = |session: Session<'_>| crate::plain::cards(session, lesson, rules);
        let outcome = plain::run(global, &course, false, cards)?;
        return Ok(plain::ended(outcome, None));
    }
    app::open_in(global, course, Place::Cards { lesson })
}

/// What becomes of some cards.
#[derive(Clone, Copy)]
enum CardChange {
    Suspend,
    Bury,
    Resume,
    MakeNew,
}

fn change(args: &CardsArgs) -> Option<(CardChange, &[String])> {
    let changes = [
        (CardChange::Suspend, &args.suspend),
        (CardChange::Bury, &args.bury),
        (CardChange::Resume, &args.resume),
        (CardChange::MakeNew, &args.make_new),
    ];
    changes.into_iter().find(|(_, ids)| !ids.is_empty()).map(|(change, ids)| (change, &ids[..]))
}

impl CardChange {
    fn event(self, cards: Vec<CardKey>, today: StudyDay) -> EventKind {
        match self {
            Self::Suspend => EventKind::CardsHeld { cards, hold: Some(Hold::Suspended) },
            Self::Bury => EventKind::CardsHeld { cards, hold: Some(Hold::Buried { until: today.plus(1) }) },
            Self::Resume => EventKind::CardsHeld { cards, hold: None },
            Self::MakeNew => EventKind::CardsReset { cards },
        }
    }

    fn done(self) -> &'static str {
        match self {
            Self::Suspend => "suspended until you resume them",
            Self::Bury => "buried until tomorrow",
            Self::Resume => "shown again when they are due",
            Self::MakeNew => "new again; their reviews stay in the statistics",
        }
    }
}

fn set_aside(global: &Global, course: &Course, change: CardChange, ids: &[String]) -> anyhow::Result<Ended> {
    let mut store = environment::store(global, course)?;
    let clock = environment::study_clock(global);
    let lines = store.card_list(course, clock.today())?;
    let mut cards = Vec::new();
    for id in ids.iter().flat_map(|ids| ids.split(',')).map(str::trim).filter(|id| !id.is_empty()) {
        cards.extend(sides(&lines, id)?);
    }
    cards.dedup();
    let event = Event { at: clock.now, what: change.event(cards.clone(), clock.today()) };
    store.append(&event, clock.today())?;
    let mut out = output::results();
    writeln!(out, "{}: {}.", count(cards.len(), "card side"), change.done())?;
    for line in lines.iter().filter(|line| cards.contains(&line.key)) {
        writeln!(out, "  {}  {}", line.key, line.front)?;
    }
    Ok(Ended::Done)
}

/// The sides of the card that is called so, or the one side that is.
fn sides(lines: &[CardLine], id: &str) -> anyhow::Result<Vec<CardKey>> {
    let is_meant = |line: &&CardLine| line.key.card.as_str() == id || line.key.to_string() == id;
    let found: Vec<CardKey> = lines.iter().filter(is_meant).map(|line| line.key.clone()).collect();
    if found.is_empty() {
        let meant = did_you_mean(id, lines.iter().map(|line| line.key.card.as_str()));
        let id = crate::course::model::text::in_one_line(id);
        anyhow::bail!("there is no card `{id}`.{meant} `ninetracks list cards` lists them");
    }
    Ok(found)
}
