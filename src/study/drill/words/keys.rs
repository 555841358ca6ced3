//! The keys that a question's key can be mended to.

use crate::course::markdown::plain;
use crate::study::drill::{Room, TeamId};
use crate::study::item::{Item, Key, Response};

/// A question in a list: its number, and its stem in one line.
#[must_use]
pub fn stem(room: &Room, question: usize) -> (usize, String) {
    (question + 1, room.setup().asked(question).map_or_else(String::new, |a| plain(a.stem.as_str())))
}

/// Each with what it says, the present one marked.
#[must_use]
pub fn choices(room: &Room, question: usize) -> Vec<(String, Key)> {
    let Some(item) = room.setup().asked(question) else { return Vec::new() };
    let now = room.key(question);
    let mut choices = vec![("The author's key".to_owned(), Key::Author)];
    for (said, answer) in answers(room, question, item) {
        choices.push((format!("{said} is also right"), now.with(item, answer.clone())));
        choices.push((format!("Only {said} is right"), Key::AnyOf(vec![answer])));
    }
    choices.push(("Every answer is right".to_owned(), Key::Everything));
    choices.push(("It does not count".to_owned(), Key::Void));
    let mark = |(text, key): (String, Key)| (if key == *now { format!("{text} (current)") } else { text }, key);
    choices.into_iter().map(mark).collect()
}

/// The options or, where more than one is taken, what was answered.
fn answers(room: &Room, question: usize, item: &Item) -> Vec<(String, Response)> {
    if item.form.is_one_option() {
        return item.order.iter().map(|&of| (item.label(of).to_string(), Response::Picked(of))).collect();
    }
    let mut given: Vec<(String, Response)> = Vec::new();
    let played = room.played().get(question).into_iter().flat_map(|p| p.outcome.given());
    for given_by in played {
        let Some(response) = given_by.said.entered().filter(|r| r.is_answer()) else { continue };
        if given.iter().all(|(_, other)| other != response) {
            given.push((said(room, given_by.team, item, response), response.clone()));
        }
    }
    given
}

fn said(room: &Room, team: TeamId, item: &Item, response: &Response) -> String {
    if item.form.is_typed() {
        return item.in_letters(response);
    }
    format!("what {} said", room.team(team).map_or_else(String::new, |t| t.name.to_string()))
}
