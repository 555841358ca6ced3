//! From questions missed to cards: what to practise.

use std::collections::BTreeSet;

use crate::course::Course;
use crate::course::model::{Card, Id};
use crate::course::outline::{CardKey, keys_of};

/// The cards on what `questions` ask, each once, in the course's order: those that test a fact the question tests; where there
/// are none, those of the section that teaches it; where there are none of these, those that cite the same work.
#[must_use]
pub fn cards_on(course: &Course, questions: &[Id]) -> Vec<CardKey> {
    let cards: BTreeSet<&Id> = questions.iter().flat_map(|id| cards_on_one(course, id)).collect();
    let all = course.banks().flat_map(|bank| &bank.cards);
    all.filter(|card| cards.contains(&card.id)).flat_map(keys_of).collect()
}

fn cards_on_one<'a>(course: &'a Course, id: &Id) -> Vec<&'a Id> {
    let Some((lesson, question)) = course.question(id) else { return Vec::new() };
    let bank: Vec<&Card> = course.bank(lesson).into_iter().flat_map(|bank| &bank.cards).collect();
    let found =
        |on: &dyn Fn(&Card) -> bool| bank.iter().filter(|card| on(card)).map(|card| &card.id).collect::<Vec<_>>();
    let ways: [&dyn Fn(&Card) -> bool; 3] = [
        &|card| card.facts.iter().any(|fact| question.facts.contains(fact)),
        &|card| card.section.is_some() && card.section == question.section,
        &|card| card.cite.iter().any(|work| question.cite.contains(work)),
    ];
    ways.iter().map(|on| found(on)).find(|cards| !cards.is_empty()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_of_the_course_leads_to_cards() {
        let course = Course::builtin().unwrap();
        let without: Vec<&Id> = course
            .banks()
            .flat_map(|b| &b.questions)
            .map(|q| &q.id)
            .filter(|id| cards_on(&course, &[(*id).clone()]).is_empty())
            .collect();
        assert!(without.is_empty(), "{without:?}");
    }

    #[test]
    fn no_card_comes_twice() {
        let course = Course::builtin().unwrap();
        let all: Vec<Id> = course.banks().flat_map(|b| &b.questions).map(|q| q.id.clone()).collect();
        let cards = cards_on(&course, &all);
        assert_eq!(cards.len(), cards.iter().collect::<BTreeSet<_>>().len());
    }
}
