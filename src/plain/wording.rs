//! How options, tracks, points and places are named to learners.

use super::text::inline;
use crate::course::Course;
use crate::course::model::{Ask, Id, Pair, Question, Reasoned, Scheme};

/// The text of the option, partner, event or track with the author's number `of`.
pub fn option(course: &Course, ask: &Ask, of: usize) -> String {
    let text = match ask {
        Ask::Choice(options) | Ask::Several(options) => options.get(of).map(|o| o.text().to_string()),
        Ask::TrueFalse(_) => Some(if of == 0 { "True" } else { "False" }.to_owned()),
        Ask::Match { pairs, spare } => partner(pairs, spare, of),
        Ask::Order(steps) => steps.get(of).map(|s| s.0.to_string()),
        Ask::Classify { scheme, .. } => scheme.keys().get(of).map(|key| track(course, *scheme, key)),
        Ask::Typed { .. } => None,
    };
    text.map_or_else(String::new, |t| inline(course, &t))
}

fn partner(pairs: &[Pair], spare: &[Reasoned], of: usize) -> Option<String> {
    match of.checked_sub(pairs.len()) {
        None => pairs.get(of).map(|Pair(_, partner)| partner.to_string()),
        Some(of) => spare.get(of).map(|Reasoned(text, _)| text.to_string()),
    }
}

/// How a track of a scheme is named.
fn track(course: &Course, scheme: Scheme, key: &str) -> String {
    let name = match (scheme, key) {
        (Scheme::Two | Scheme::Five, "1") => "Track One: official diplomacy",
        (Scheme::Two, "1.5") => "Track 1.5: officials in private capacity with others",
        (Scheme::Two, _) => "Track Two: unofficial dialogue",
        (Scheme::Five, "2") => "Track Two: unofficial, professional problem-solving",
        (Scheme::Five, "3") => "Track Three: business",
        (Scheme::Five, "4") => "Track Four: citizen exchange",
        (Scheme::Five, _) => "Track Five: media",
        (Scheme::Nine, key) => {
            let track = course.tracks().iter().find(|t| t.no.to_string() == key);
            return track.map_or_else(|| format!("Track {key}"), |t| format!("Track {}: {}", t.no, t.name));
        }
    };
    name.to_owned()
}

/// Points without needless decimals: 1, 0.5, 0.33.
pub fn points(points: f64) -> String {
    let text = format!("{points:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Who says so and where it is taught: "(McDonald 1991; lesson 7 §2)".
pub fn source(course: &Course, cite: &[Id], lesson: &Id, section: &Id) -> String {
    let works = cite.iter().take(2).map(|c| course.short_name(c));
    let place = course.outline(lesson).and_then(|o| o.sections.iter().position(|s| &s.id == section));
    let taught = place.map(|at| format!("lesson {} §{}", course.number(lesson), at + 1));
    format!("({})", works.chain(taught).collect::<Vec<_>>().join("; "))
}

/// How `n` is counted: "1 question", "2 questions".
pub fn count(n: usize, one: &str) -> String {
    format!("{n} {one}{}", if n == 1 { "" } else { "s" })
}

/// The letter of the place `i`: a, b, c …
pub fn letter(i: usize) -> char {
    u8::try_from(i).ok().filter(|&i| i < 26).map_or('?', |i| char::from(b'a' + i))
}

/// The stem of `question` in one line.
pub fn stem(course: &Course, question: &Question) -> String {
    inline(course, question.stem.as_str())
}
