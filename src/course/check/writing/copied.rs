//! Stems in new words: a sentence lifted from a lesson tests whether it is recognised (rule 3; Haladyna, Downing &
//! Rodriguez 2002, rule 3).

use std::collections::HashMap;

use super::item::{WaivableFinding, questions};
use super::{rules, text};
use crate::course::check::survey::Survey;
use crate::course::model::{Lesson, Text};
use crate::course::texts::block_texts;

/// Words in a row from which on a stem counts as copied.
const RUN: usize = 8;

/// Of these, how many may be parts of names: nobody can put "the Institute for Multi-Track Diplomacy" in other words.
const NAMES: usize = 3;

pub(super) fn check<'a>(survey: &'a Survey<'_>) -> Vec<WaivableFinding<'a>> {
    let taught = taught(survey);
    let copied = |(item, question): (super::item::BankItem<'a>, &crate::course::model::Question)| {
        let (run, lesson) = runs(question.stem.as_str())
            .into_iter()
            .find_map(|run| taught.get(&run.to_lowercase()).map(|l| (run, *l)))?;
        let message = format!("\"{run}\" appears word for word in lesson `{lesson}`");
        Some(item.find(&rules::COPIED_STEM, question.stem.as_str(), message, "say it in new words, or use a new case"))
    };
    questions(survey).filter_map(copied).collect()
}

/// Every run of words of the lessons, with the lesson where it stands.
fn taught<'a>(survey: &'a Survey<'_>) -> HashMap<String, &'a str> {
    let of = |(_, lesson): &(_, &'a Lesson)| {
        lesson_texts(lesson)
            .into_iter()
            .flat_map(|t| runs(t.as_str()))
            .map(|run| (run.to_lowercase(), lesson.id.as_str()))
            .collect::<Vec<_>>()
    };
    survey.lessons.iter().flat_map(of).collect()
}

fn lesson_texts(lesson: &Lesson) -> Vec<&Text> {
    let blocks = lesson.sections.iter().flat_map(|s| &s.body).flat_map(block_texts);
    blocks.chain(lesson.terms.iter().map(|t| &t.meaning)).collect()
}

/// The runs of [`RUN`] words, as written, outside quotations and titles, with no more than [`NAMES`] capitals.
fn runs(text: &str) -> Vec<String> {
    let capitals = |w: &[&str]| w.iter().filter(|w| w.starts_with(char::is_uppercase)).count();
    let piece = |piece: String| {
        let words: Vec<&str> = piece.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
        words.windows(RUN).filter(|w| capitals(w) <= NAMES).map(|w| w.join(" ")).collect::<Vec<_>>()
    };
    text::own_words(text).into_iter().flat_map(piece).collect()
}

#[cfg(test)]
mod tests {
    use crate::course::check::writing::tests::{found, question};

    fn statement(stem: &str) -> Vec<&'static str> {
        found(&question(stem, "TrueFalse(true)"))
    }

    #[test]
    fn eight_words_of_the_lesson() {
        assert_eq!(statement("A retired colonel tells the table what his people dread."), ["copied-stem"]);
    }

    #[test]
    fn fewer_words_quotations_and_other_words() {
        assert!(statement("A colonel who retired tells the table what he dreads.").is_empty());
        assert!(statement("The host noted: “A retired colonel tells the table what his community fears.”").is_empty());
    }
}
