//! A round of cards for practice, as lines.

use super::card_prompt::{self, Reply};
use super::session::Session;
use super::{PlainError, card_faces};
use crate::course::outline::CardKey;
use crate::course::wording::count;
use crate::study::memory::Grade;
use crate::study::session::{CardFaces, CardPractice};

/// Asks `cards` until each was remembered; the schedule stays as it is.
pub(super) fn practise(session: &mut Session<'_>, cards: Vec<CardKey>) -> Result<(), PlainError> {
    let mut round = CardPractice::new(cards);
    while let Some(key) = round.card() {
        let (lesson, card) = session.course.card(&key.card).ok_or(PlainError::Left)?;
        let faces = CardFaces::new(card, key.side);
        session.gap()?;
        session.say(&format!("Practice ({} left)", count(round.left(), "card")))?;
        session.say_paragraphs(&card_faces::front(&faces))?;
        card_prompt::ask(session, "Press Enter to turn the card; q leaves.", turning, Some((&card.id, lesson)))?;
        round.turn();
        session.say_paragraphs(&card_faces::back(&faces))?;
        let reply = card_prompt::ask(
            session,
            "Press Enter if you remembered it, 1 if not.",
            remembering,
            Some((&card.id, lesson)),
        )?;
        round.answer(reply == Reply::Next);
    }
    session.say(&round.words())
}

fn turning(line: &str) -> Option<Reply> {
    line.is_empty().then_some(Reply::Next)
}

fn remembering(line: &str) -> Option<Reply> {
    match line {
        "" | "3" => Some(Reply::Next),
        "1" => Some(Reply::Grade(Grade::Again)),
        _ => None,
    }
}
