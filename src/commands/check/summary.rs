//! What was looked at and what came of it, in one line: silence would not tell a sound course from an empty one.

use super::counted;
use crate::commands::output;
use crate::course::Course;
use crate::course::finding::{Finding, Severity};

/// Says it on standard error.
pub(super) fn say(course: &Course, findings: &[Finding]) {
    output::note(summed_up(course, findings));
}

/// "Harbours: 2 lessons, 5 cards, 9 questions, 1 case, 2 works: no errors, no warnings."
fn summed_up(course: &Course, findings: &[Finding]) -> String {
    let lessons: Vec<_> = course.lessons().collect();
    let terms = lessons.iter().map(|l| l.terms.len()).sum();
    let cards = course.banks().map(|b| b.cards.len()).sum();
    let questions = course.banks().map(|b| b.questions.len()).sum();
    let held = [
        (lessons.len(), "lesson"),
        (terms, "term"),
        (cards, "card"),
        (questions, "question"),
        (course.scenarios().count(), "scenario"),
        (course.cases().len(), "case"),
        (course.references().len(), "work"),
    ];
    let held: Vec<String> = held.into_iter().filter(|(n, _)| *n > 0).map(|(n, what)| counted(n, what)).collect();
    let errors = findings.iter().filter(|f| f.severity == Severity::Error).count();
    let found = |n: usize, what| if n == 0 { format!("no {what}s") } else { counted(n, what) };
    format!(
        "{}: {}: {}, {}.",
        course.about().title,
        held.join(", "),
        found(errors, "error"),
        found(findings.len() - errors, "warning")
    )
}
