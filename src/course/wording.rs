//! How options, tracks, reasons and places are said to learners: the same words on the screen and in lines.

use super::Course;
use super::model::{Ask, Id, Pair, Reasoned, Scheme};

/// The text, as Markdown, of the option, partner, event or track with the author's number `of`; spare partners come after the pairs.
#[must_use]
pub fn option(course: &Course, ask: &Ask, of: usize) -> String {
    let text = match ask {
        Ask::Choice(options) | Ask::Several(options) => options.get(of).map(|o| o.text().to_string()),
        Ask::TrueFalse(_) => Some(if of == 0 { "True" } else { "False" }.to_owned()),
        Ask::Match { pairs, spare } => partner(pairs, spare, of),
        Ask::Order(steps) => steps.get(of).map(|s| s.0.to_string()),
        Ask::Classify { scheme, .. } => scheme.keys().get(of).map(|key| track(course, *scheme, key)),
        Ask::Typed { .. } => None,
    };
    text.unwrap_or_default()
}

fn partner(pairs: &[Pair], spare: &[Reasoned], of: usize) -> Option<String> {
    match of.checked_sub(pairs.len()) {
        None => pairs.get(of).map(|Pair(_, partner)| partner.to_string()),
        Some(of) => spare.get(of).map(|Reasoned(text, _)| text.to_string()),
    }
}

/// How a track of a scheme is named.
#[must_use]
pub fn track(course: &Course, scheme: Scheme, key: &str) -> String {
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

/// Why a wrong option is wrong: the author's reason or, for a track of the nine without one, what that track is.
/// `None` for keys and for tracks that are defensible.
#[must_use]
pub fn why_wrong(course: &Course, ask: &Ask, of: usize) -> Option<String> {
    match ask {
        Ask::Choice(options) | Ask::Several(options) => options.get(of)?.why().map(ToString::to_string),
        Ask::Classify { scheme, why_not, defensible, .. } => {
            let key = scheme.keys().get(of).filter(|k| !defensible.iter().any(|d| d.as_str() == **k))?;
            let own = why_not.iter().find(|Reasoned(track, _)| track.as_str() == *key);
            own.map(|Reasoned(_, why)| why.to_string()).or_else(|| track_phrase(course, *scheme, key))
        }
        _ => None,
    }
}

fn track_phrase(course: &Course, scheme: Scheme, key: &str) -> Option<String> {
    let track = course.tracks().iter().find(|t| scheme == Scheme::Nine && t.no.to_string() == key)?;
    Some(format!("Track {} is {}.", track.no, track.phrase))
}

/// Who says so, two works at most, and where it is taught: `McDonald 1991`, `lesson 7 §2`.
#[must_use]
pub fn sources(course: &Course, cite: &[Id], lesson: &Id, section: Option<&Id>) -> Vec<String> {
    let works = cite.iter().take(2).map(|c| course.short_name(c));
    let place = course.outline(lesson).and_then(|o| o.sections.iter().position(|s| Some(&s.id) == section));
    let taught = place.map(|at| format!("lesson {} §{}", course.number(lesson), at + 1));
    works.chain(taught).collect()
}

/// The letter of the place `i`: a, b, c …
#[must_use]
pub fn letter(i: usize) -> char {
    u8::try_from(i).ok().filter(|&i| i < 26).map_or('?', |i| char::from(b'a' + i))
}

/// What went wrong as a sentence: a capital at its front, a stop at its end.
#[must_use]
pub fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}{}", chars.as_str(), if text.ends_with('.') { "" } else { "." })
}
