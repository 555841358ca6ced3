//! The keys that a question's key can be mended to.

use crate::course::markdown::plain;
use crate::study::answer::Answer;
use crate::study::drill::{Asked, Key, Room, TeamId, letter};

/// A question in a list: its number, and its stem in one line.
#[must_use]
pub fn stem(room: &Room, question: usize) -> (usize, String) {
    (question + 1, room.setup().asked(question).map_or_else(String::new, |a| plain(a.question.stem.as_str())))
}

/// Each with what it says, the present one marked.
#[must_use]
pub fn choices(room: &Room, question: usize) -> Vec<(String, Key)> {
    let Some(asked) = room.setup().asked(question) else { return Vec::new() };
    let now = room.key(question);
    let mut choices = vec![("As the author wrote".to_owned(), Key::Author)];
    for (said, answer) in answers(room, question, asked) {
        choices.push((format!("{said} is right too"), now.with(&asked.question, answer.clone())));
        choices.push((format!("Only {said} is right"), Key::AnyOf(vec![answer])));
    }
    choices.push(("Every answer is right".to_owned(), Key::Everything));
    choices.push(("It counts for nobody".to_owned(), Key::Void));
    let mark = |(text, key): (String, Key)| (if key == *now { format!("{text} (as it is)") } else { text }, key);
    choices.into_iter().map(mark).collect()
}

/// The options or, where there are none to name, what was answered.
fn answers(room: &Room, question: usize, asked: &Asked) -> Vec<(String, Answer)> {
    if asked.is_one_letter() {
        let one = |place| Some((letter(place).to_string(), asked.spelled(&letter(place).to_string()).ok()?));
        return (0..asked.letters()).filter_map(one).collect();
    }
    let mut given: Vec<(String, Answer)> = Vec::new();
    let played = room.played().iter().filter(|p| p.question == question).flat_map(|p| p.outcome.given());
    for given_by in played {
        let Some(answer) = given_by.said.entered().filter(|a| **a != Answer::Skipped) else { continue };
        if given.iter().all(|(_, other)| other != answer) {
            given.push((said(room, given_by.team, answer), answer.clone()));
        }
    }
    given
}

fn said(room: &Room, team: TeamId, answer: &Answer) -> String {
    match answer {
        Answer::Typed(text) => format!("“{}”", plain(text)),
        _ => format!("what {} said", room.team(team).map_or_else(String::new, |t| t.name.to_string())),
    }
}
