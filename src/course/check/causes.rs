//! A file that cannot be read makes others name what is not there. The cause is said first, and alone.

use crate::course::files::File;
use crate::course::finding::Finding;

/// What may be missing only because a file of this folder, or this file, cannot be read.
const FOLLOWING: [(&str, &[&str]); 6] = [
    ("lessons/", &["lesson", "term", "bank"]),
    ("quizzes/", &["recall", "answers", "bank", "assessed", "lesson"]),
    ("assets/references.ron", &["reference"]),
    ("assets/cases.ron", &["case"]),
    ("assets/schemes.ron", &["scheme", "wheel"]),
    ("assets/facts.ron", &["fact"]),
];

/// What a bank may name in a lesson of which not even the text is known.
const OF_LESSON: [&str; 2] = ["section", "objective"];

/// What a course that does not say how it is made cannot be held to.
const OF_COURSE: (&str, &[&str]) = ("assets/course.ron", &["lesson", "standard", "wheel"]);

/// Whether `finding` says that a file cannot be read.
pub(super) fn is_cause(finding: &Finding) -> bool {
    matches!(finding.rule, "format" | "file")
}

/// Takes out of `findings` what only follows from one of `files` that cannot be read, and says so there.
pub(super) fn keep(findings: &mut Vec<Finding>, files: &[File]) {
    let broken: Vec<(String, Option<&File>)> = findings
        .iter()
        .filter(|f| is_cause(f))
        .map(|f| (f.place.path.clone(), files.iter().find(|file| file.path == f.place.path)))
        .collect();
    let before = findings.len();
    findings.retain(|finding| is_cause(finding) || !follows(finding, &broken));
    let dropped = before - findings.len();
    if let Some(cause) = findings.iter_mut().find(|f| is_cause(f)).filter(|_| dropped > 0) {
        cause.help.push_str("; what names something in this file is checked once it can be read");
    }
}

/// Whether what `finding` misses stands in a file that cannot be read. Of one whose text is not known either, all may.
fn follows(finding: &Finding, broken: &[(String, Option<&File>)]) -> bool {
    let of_course = |path: &str| path == OF_COURSE.0 && OF_COURSE.1.contains(&finding.rule);
    let may_hold =
        |path: &str| FOLLOWING.iter().any(|(place, rules)| is_in(path, place) && rules.contains(&finding.rule));
    let holds = |file: &File| named(finding).any(|name| file.text.contains(&format!("\"{name}\"")));
    let of_lesson = |path: &str| is_in(path, "lessons/") && OF_LESSON.contains(&finding.rule);
    broken.iter().any(|(path, file)| {
        of_course(path) || file.is_none() && of_lesson(path) || may_hold(path) && file.is_none_or(holds)
    })
}

/// Whether `path` is `place` or lies in it.
fn is_in(path: &str, place: &str) -> bool {
    path.starts_with(place) || place.strip_suffix('/') == Some(path)
}

/// The names in a finding's message, which stand in backticks.
fn named(finding: &Finding) -> impl Iterator<Item = &str> {
    finding.message.split('`').skip(1).step_by(2)
}
