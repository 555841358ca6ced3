//! Looking something up at a prompt, where a screen opens the search: `? words`. What is asked stays asked.

use super::block;
use super::session::number;
use super::{Console, PlainError};
use crate::course::Course;
use crate::course::model::Id;
use crate::course::search::{FoundKind, Hit};

/// Most that is offered for some words.
const MOST: usize = 9;

/// Whether anything can be looked up now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LookUp {
    On,
    /// In an exam, as on the screen.
    Off,
}

/// Said where nothing can be looked up.
pub(super) const OFF: &str = "Looking up is off until you have handed in.";

/// The words of a line that asks for them to be looked up.
pub(super) fn asked_for(line: &str) -> Option<&str> {
    line.strip_prefix('?').map(str::trim)
}

/// Says what the course holds on `words`: a term at once; of several things a list, to choose from by number.
pub(super) fn answer(console: &mut Console<'_>, course: &Course, words: &str) -> Result<(), PlainError> {
    if words.is_empty() {
        return console.say("Type ? and what to look up: terms, lessons, cases, works, people and cards are found.");
    }
    let hits = course.search().find(words, MOST);
    let Some(&best) = hits.first.first() else {
        return console.say("Nothing in the course holds all of these words.");
    };
    let entry = course.search().entry(best);
    let is_term = entry.kind == FoundKind::Term && entry.title.to_lowercase() == words.to_lowercase();
    if is_term || hits.first.len() == 1 {
        return tell(console, course, best);
    }
    choose(console, course, &hits.first, hits.total)
}

/// Says what the term is that `words` name; nothing else of the course, whose questions a class may still be asked.
pub(super) fn term(console: &mut Console<'_>, course: &Course, words: &str) -> Result<(), PlainError> {
    let hits = course.search().find(words, MOST).first;
    let is_term = |hit: &&Hit| course.search().entry(**hit).kind == FoundKind::Term;
    match hits.iter().find(is_term) {
        Some(&hit) => tell(console, course, hit),
        None => console.say("No term of the course holds these words."),
    }
}

fn choose(console: &mut Console<'_>, course: &Course, hits: &[Hit], total: usize) -> Result<(), PlainError> {
    let n = hits.len();
    for (at, &hit) in hits.iter().enumerate() {
        console.say_after(&format!("{}. ", at + 1), &named(course, hit))?;
    }
    if total > n {
        console.say(&format!("These are the best {n} of {total}."))?;
    }
    loop {
        let line = console.ask("Type a number to read it; Enter goes back.")?.ok_or(PlainError::Left)?;
        match number(&line, n) {
            Some(at) => tell(console, course, hits[at])?,
            None if matches!(line.to_lowercase().as_str(), "" | "b" | "q" | "quit") => return Ok(()),
            None => console.say(&format!("Type one number from 1 to {n}, or Enter."))?,
        }
    }
}

/// What was found, in one line: "section: Two ports (lesson 1 section 1). The harbour lies between them."
fn named(course: &Course, hit: Hit) -> String {
    let (entry, line) = (course.search().entry(hit), course.search().line(hit));
    let place = entry.place(course);
    let place = if place.is_empty() { String::new() } else { format!(" ({place})") };
    let line = if line == entry.title { String::new() } else { format!(": {line}") };
    format!("{}, {}{place}{line}", entry.kind.name(), entry.title)
}

/// Says all of it. A question's answer is in none of its lines.
fn tell(console: &mut Console<'_>, course: &Course, hit: Hit) -> Result<(), PlainError> {
    let entry = course.search().entry(hit);
    let lines: Vec<&str> = course.search().lines(hit).collect();
    if let (FoundKind::Term, [term, meaning @ ..]) = (entry.kind, &lines[..]) {
        return console.say(&format!("{term}: {}", meaning.join(" ")));
    }
    console.gap()?;
    console.say(&named_shortly(course, hit))?;
    let section = entry.section.as_ref().filter(|_| entry.kind == FoundKind::Section);
    match entry.lesson.as_ref().zip(section).and_then(|(lesson, section): (&Id, &Id)| course.section(lesson, section)) {
        Some(section) => block::say_section(console, course, section),
        None => lines.iter().skip(1).try_for_each(|line| console.say(line)),
    }
}

fn named_shortly(course: &Course, hit: Hit) -> String {
    let entry = course.search().entry(hit);
    let place = entry.place(course);
    let place = if place.is_empty() { String::new() } else { format!(" ({place})") };
    format!("{}: {}{place}", entry.kind.name(), entry.title)
}
