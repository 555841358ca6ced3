//! What the full standard wants of every card and question, and a plain course may leave out.

use super::survey::Survey;
use crate::course::files::File;
use crate::course::finding::Finding;
use crate::course::locate;
use crate::course::model::{Ask, Card, Judged, Question, Standard};

pub(super) fn check(survey: &Survey<'_>) -> Vec<Finding> {
    if survey.standard() == Standard::Plain {
        return Vec::new();
    }
    let cards = |(file, bank): &(&File, _)| bank_cards(file, bank);
    survey.banks.iter().flat_map(cards).collect()
}

fn bank_cards(file: &File, bank: &crate::course::model::Bank) -> Vec<Finding> {
    let say = |id, missing: &str| {
        Finding::error("standard", locate::item(file, id), format!("the full standard requires {missing}"))
            .help("write it, or set `standard: Plain` in assets/course.ron")
    };
    let cards = bank.cards.iter().filter_map(|c| wanting_in_card(c).map(|missing| say(&c.id, missing)));
    let questions = bank.questions.iter().flat_map(|q| wanting(q).into_iter().map(|missing| say(&q.id, missing)));
    cards.chain(questions).collect()
}

fn wanting_in_card(card: &Card) -> Option<&'static str> {
    card.section.is_none().then_some("the `section` that teaches this card")
}

fn wanting(question: &Question) -> Vec<&'static str> {
    let missing = [
        (question.objective.is_none(), "the `objective` that this question assesses"),
        (question.section.is_none(), "the `section` that teaches the answer"),
        (question.level.is_none(), "the `level` of this question"),
        (question.explain.is_none(), "`explain`: why the key is right"),
        (lacks_reasons(&question.ask), "a reason for every wrong option: Wrong(\"…\", \"why\")"),
    ];
    missing.into_iter().filter(|(is, _)| *is).map(|(_, what)| what).collect()
}

fn lacks_reasons(ask: &Ask) -> bool {
    let bare = |o: &Judged| !o.is_right() && o.why().is_none();
    matches!(ask, Ask::Choice(options) | Ask::Several(options) if options.iter().any(bare))
}
