//! How sources and errors are said to learners: the same words on the screen and in lines.

use super::Course;
use super::model::Id;

/// Who says so, two works at most, and where it is taught: `McDonald 1991`, `lesson 7 §2`.
#[must_use]
pub fn sources(course: &Course, cite: &[Id], lesson: &Id, section: Option<&Id>) -> Vec<String> {
    let works = cite.iter().take(2).map(|c| course.short_name(c));
    let place = course.outline(lesson).and_then(|o| o.sections.iter().position(|s| Some(&s.id) == section));
    let taught = place.map(|at| format!("lesson {} §{}", course.number(lesson), at + 1));
    works.chain(taught).collect()
}

/// What went wrong as a sentence: a capital at its front, a stop at its end.
#[must_use]
pub fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}{}", chars.as_str(), if text.ends_with('.') { "" } else { "." })
}

/// `n` of what is called `one`: `1 question`, `2 questions`, `3 people`.
#[must_use]
pub fn count(n: impl TryInto<usize>, one: &str) -> String {
    let n = n.try_into().unwrap_or(usize::MAX);
    if n == 1 { format!("1 {one}") } else { format!("{n} {}", several(one)) }
}

/// What more or fewer than one of what is called `one` are called.
#[must_use]
pub fn several(one: &str) -> String {
    match one {
        "person" => "people".to_owned(),
        "quiz" => "quizzes".to_owned(),
        _ if one.ends_with("ry") => format!("{}ies", &one[..one.len() - 1]),
        _ if one.ends_with("ch") || one.ends_with('s') => format!("{one}es"),
        _ => format!("{one}s"),
    }
}

/// Points earned, or in all: `1 point`, `0.5 points`.
#[must_use]
pub fn points(written: &str) -> String {
    format!("{written} point{}", if written == "1" { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_one_and_all_else_are_several() {
        let counted = |one| [0_usize, 1, 2].map(|n| count(n, one));
        assert_eq!(counted("card"), ["0 cards", "1 card", "2 cards"]);
        assert_eq!(counted("person"), ["0 people", "1 person", "2 people"]);
        assert_eq!(counted("category"), ["0 categories", "1 category", "2 categories"]);
        assert_eq!(counted("quiz"), ["0 quizzes", "1 quiz", "2 quizzes"]);
        assert_eq!(["0", "0.5", "1", "1.5"].map(points), ["0 points", "0.5 points", "1 point", "1.5 points"]);
    }
}
