//! Whether an item reads the same after it was written: whoever writes Markdown reads it again and compares.

use super::Markdown;
use crate::course::markdown::{Paragraph, parse};
use crate::course::model::{Ask, Bank, Card, Face, Question, Text};
use crate::exchange::intake::Intake;
use crate::exchange::{Format, FormatReader};

/// What comes back of a block: one item, or anything else.
fn back(block: &str) -> Option<Bank> {
    let mut intake = Intake::new(Format::Markdown, "back.md");
    Markdown.read(block.as_bytes(), &mut intake).ok()?;
    let found = intake.finish();
    let mut banks = found.banks.into_iter();
    banks.next().filter(|bank| banks.next().is_none() && bank.cards.len() + bank.questions.len() == 1)
}

fn read(texts: &[&Text]) -> Vec<Vec<Paragraph>> {
    texts.iter().map(|text| parse(text.as_str())).collect()
}

/// Whether `card` reads the same; `None` where no card comes back.
pub(super) fn card(card: &Card, block: &str) -> Option<bool> {
    let bank = back(block)?;
    let sides = |face: &Face| match face {
        Face::Basic { front, back } => (1, read(&[front, back])),
        Face::TwoWay { front, back, .. } => (2, read(&[front, back])),
        Face::Cloze(text) => (3, read(&[text])),
    };
    Some(sides(&bank.cards.first()?.face) == sides(&card.face))
}

/// Whether stem, options and explanation of `question` read the same; `None` where no question comes back.
pub(super) fn question(question: &Question, block: &str) -> Option<bool> {
    let bank = back(block)?;
    let shape = |it: &Question| {
        let earned: Vec<u8> = it.ask.options().iter().map(crate::course::model::Judged::percent).collect();
        let is_true = if let Ask::TrueFalse(is_true) = it.ask { Some(is_true) } else { None };
        let explain: Vec<&Text> = it.explain.iter().collect();
        (it.ask.kind(), earned, is_true, read(&[&it.stem]), read(&it.ask.texts()), read(&explain))
    };
    Some(shape(bank.questions.first()?) == shape(question))
}
