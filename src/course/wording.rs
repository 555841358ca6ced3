//! How options, categories, reasons and places are said to learners: the same words on the screen and in lines.

use super::Course;
use super::model::{Ask, Id, Pair, Reasoned};

/// The text, as Markdown, of the option, partner, event or category with the author's number `of`; spare partners come after the pairs.
#[must_use]
pub fn option(course: &Course, ask: &Ask, of: usize) -> String {
    let text = match ask {
        Ask::Choice(options) | Ask::Several(options) => options.get(of).map(|o| o.text().to_string()),
        Ask::TrueFalse(_) => Some(if of == 0 { "True" } else { "False" }.to_owned()),
        Ask::Match { pairs, spare } => partner(pairs, spare, of),
        Ask::Order(steps) => steps.get(of).map(|s| s.0.to_string()),
        Ask::Classify { scheme, .. } => keys(scheme).get(of).map(|key| category(course, scheme, key)),
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

/// How a category of a scheme reads as an option.
#[must_use]
pub fn category(course: &Course, scheme: &Id, key: &str) -> String {
    let known = course.scheme(scheme).and_then(|s| s.category(key));
    known.map_or_else(|| key.to_owned(), |c| c.as_option().to_string())
}

/// The keys of a scheme of the built-in course, for what marks a question without its course.
#[must_use]
pub fn keys(scheme: &Id) -> Vec<&'static str> {
    let known = super::builtin_schemes().iter().find(|s| &s.id == scheme);
    known.into_iter().flat_map(|s| &s.categories).map(|c| c.key.as_str()).collect()
}

/// Why a wrong option is wrong: the author's reason or, for a category without one, what that category is.
/// `None` for keys and for categories that are defensible.
#[must_use]
pub fn why_wrong(course: &Course, ask: &Ask, of: usize) -> Option<String> {
    match ask {
        Ask::Choice(options) | Ask::Several(options) => options.get(of)?.why().map(ToString::to_string),
        Ask::Classify { scheme, why_not, defensible, .. } => {
            let keys = keys(scheme);
            let key = keys.get(of).filter(|k| !defensible.iter().any(|d| d.as_str() == **k))?;
            let own = why_not.iter().find(|Reasoned(it, _)| it.as_str() == *key);
            own.map(|Reasoned(_, why)| why.to_string()).or_else(|| gloss(course, scheme, key))
        }
        _ => None,
    }
}

fn gloss(course: &Course, scheme: &Id, key: &str) -> Option<String> {
    course.scheme(scheme)?.category(key)?.gloss.as_ref().map(ToString::to_string)
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
