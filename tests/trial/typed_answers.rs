//! Typed answers, judged, and lines read as answers to every kind of question.

use ninetracks::course::spelling::{Language, Spelling};
use ninetracks::study::item::Item;
use ninetracks::study::short_answer::{Foreknown, Foreseen, SpellingMatch, judge};

use super::FIXTURE;

/// The first line is a language, the second what is typed, all others accepted answers or, behind `~`, rivals.
///
/// # Panics
/// When an accepted answer is not taken as itself, or an answer earns more than all there is.
pub fn typed_answers(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let mut lines = text.split('\n').take(12);
    let language = Language::of_tag(lines.next().unwrap_or_default());
    let typed = lines.next().unwrap_or_default();
    let answers: Vec<Foreseen<'_>> = lines
        .map(|line| match line.strip_prefix('~') {
            Some(text) => Foreseen { text, standing: Foreknown::Rival },
            None => Foreseen { text: line, standing: Foreknown::Accepted(1000) },
        })
        .collect();
    let _ = judge(language, typed, &answers);
    for answer in &answers {
        takes_itself(language, answer);
    }
    for item in items() {
        reads(&item, typed);
    }
}

/// An answer that is not blank when it is folded is right as it stands, and with blanks around it.
fn takes_itself(language: Language, answer: &Foreseen<'_>) {
    if answer.standing == Foreknown::Rival || Spelling::new(answer.text, language).is_empty() {
        return;
    }
    for typed in [answer.text.to_owned(), format!("  {} ", answer.text)] {
        let (taken, at) = judge(language, &typed, &[*answer]);
        assert_eq!((taken, at), (SpellingMatch::Exactly, Some(0)), "{typed:?} for {:?}", answer.text);
    }
}

/// A question of each kind.
fn items() -> impl Iterator<Item = Item> {
    let questions = FIXTURE.banks().flat_map(|bank| bank.questions.iter().map(|question| (&bank.lesson, question)));
    questions.map(|(lesson, question)| Item::alone(&FIXTURE, lesson, question))
}

fn reads(item: &Item, line: &str) {
    for response in [item.read_line(line).ok(), item.read_pen(line).ok()].into_iter().flatten() {
        let share = item.grade(&response).share();
        assert!((0.0..=1.0).contains(&share), "{line:?} earns {share} at {}", item.question);
    }
}
