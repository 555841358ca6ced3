//! From questions missed to cards: what to practise.

use std::collections::BTreeSet;

use crate::course::Course;
use crate::course::model::{Card, Id};
use crate::course::outline::{CardKey, keys_of};
use crate::study::event::EventKind;

/// The cards on what `questions` ask, each once, in the course's order: those that test a fact the question tests; where there
/// are none, those of the section that teaches it; where there are none of these, those that cite the same work.
#[must_use]
pub fn cards_on(course: &Course, questions: &[Id]) -> Vec<CardKey> {
    let cards: BTreeSet<&Id> = questions.iter().flat_map(|id| cards_on_one(course, id)).collect();
    let all = course.banks().flat_map(|bank| &bank.cards);
    all.filter(|card| cards.contains(&card.id)).flat_map(keys_of).collect()
}

/// Asks for the cards on the questions that were missed. `None` when there are none.
#[must_use]
pub fn request_cards(course: &Course, missed: &[Id]) -> Option<EventKind> {
    let cards = cards_on(course, missed);
    (!cards.is_empty()).then_some(EventKind::CardsRequested { cards })
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
    fn what_was_missed_asks_for_its_cards_and_what_was_right_for_none() {
        use std::collections::{HashMap, HashSet};

        use crate::course::model::Kind;
        use crate::study::item::{Item, Response};
        use crate::study::score::Verdict;
        use crate::study::session::ReadingRecord;
        let course = Course::builtin().unwrap();
        let choice = |q: &&crate::course::model::Question| q.ask.kind() == Kind::Choice;
        let (lesson, question) =
            course.banks().find_map(|b| Some((&b.lesson, b.questions.iter().find(choice)?))).unwrap();
        let item = Item::alone(&course, lesson, question);
        let asked = |answer: Response| {
            let mut record = ReadingRecord::new(lesson.clone(), HashSet::default(), HashMap::default());
            let (_, events) = record.recall(&course, &item, answer, 0);
            events.into_iter().find(|event| matches!(event, EventKind::CardsRequested { .. }))
        };
        let cards = cards_on(&course, std::slice::from_ref(&question.id));
        let picked = |verdict| (0..9).map(Response::Picked).find(|r| item.grade(r).verdict() == verdict).unwrap();
        assert_eq!(asked(picked(Verdict::Wrong)), Some(EventKind::CardsRequested { cards }));
        assert_eq!(asked(picked(Verdict::Right)), None);
        assert_eq!(asked(Response::Passed), None);
    }

    #[test]
    fn no_card_comes_twice() {
        let course = Course::builtin().unwrap();
        let all: Vec<Id> = course.banks().flat_map(|b| &b.questions).map(|q| q.id.clone()).collect();
        let cards = cards_on(&course, &all);
        assert_eq!(cards.len(), cards.iter().collect::<BTreeSet<_>>().len());
    }
}
