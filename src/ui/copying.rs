//! What `y` copies: a term, a source, a case or a card as plain text.

use crate::course::Course;
use crate::course::markdown::{Link, plain};
use crate::course::model::{Case, Id, Reference};
use crate::course::outline::CardKey;
use crate::course::uses::Thing;
use crate::study::session::{CardFaces, ClozePart};
use crate::ui::effect::Effect;

/// Copies what a link is about; nothing when the course does not know it.
#[must_use]
pub(super) fn of_link(course: &Course, link: &Link) -> Option<Effect> {
    let thing = match link {
        Link::Term(id) => Thing::Term(Id::new(id.as_str()).ok()?),
        Link::Reference(key) => Thing::Work(Id::new(key.as_str()).ok()?),
    };
    of_thing(course, &thing)
}

/// Copies an entry of the library.
#[must_use]
pub(super) fn of_thing(course: &Course, thing: &Thing) -> Option<Effect> {
    match thing {
        Thing::Term(id) => course.term(id).map(|(_, term)| {
            let name = plain(term.term.as_str());
            let text = format!("{name}: {}", plain(term.meaning.as_str()));
            Effect::Copy { what: name, text }
        }),
        Thing::Work(id) => course.reference(id).map(work),
        Thing::Case(id) => course.cases().iter().find(|case| case.id == *id).map(case),
    }
}

fn work(work: &Reference) -> Effect {
    let address = work.address.as_ref().map_or_else(String::new, |address| format!(" {address}"));
    Effect::Copy { what: plain(work.short.as_str()), text: format!("{}{address}", work.full) }
}

fn case(case: &Case) -> Effect {
    let name = plain(case.title.as_str());
    let [place, years, summary] = [&case.place, &case.years, &case.summary].map(|text| plain(text.as_str()));
    Effect::Copy { text: format!("{name} ({place}, {years}): {summary}"), what: name }
}

/// Copies what is seen of a card: its front, and its back once it is turned.
#[must_use]
pub(super) fn of_card(course: &Course, key: &CardKey, turned: bool) -> Option<Effect> {
    let (_, card) = course.card(&key.card)?;
    let text = match CardFaces::new(card, key.side) {
        CardFaces::Pair { ask, front, back } => {
            let sides = [ask, Some(front), Some(back).filter(|_| turned)];
            sides.into_iter().flatten().map(plain).collect::<Vec<_>>().join("\n")
        }
        CardFaces::Cloze(parts) => plain(&parts.iter().map(|part| shown(part, turned)).collect::<String>()),
    };
    Some(Effect::Copy { what: "the card".to_owned(), text })
}

fn shown(part: &ClozePart<'_>, turned: bool) -> String {
    match *part {
        ClozePart::Text(text) | ClozePart::Filled(text) => text.to_owned(),
        ClozePart::Gap { answer, .. } if turned => answer.to_owned(),
        ClozePart::Gap { .. } => "[…]".to_owned(),
    }
}
