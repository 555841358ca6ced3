//! A file that cannot be read makes others name what is not there. The cause is said first, and alone.

use crate::course::finding::Finding;

/// What cannot be told as long as a file of this folder, or this file, cannot be read.
const FOLLOWING: [(&str, &[&str]); 7] = [
    ("lessons/", &["lesson", "section", "objective", "term", "bank"]),
    ("quizzes/", &["recall", "answers", "bank", "assessed", "lesson"]),
    ("assets/references.ron", &["reference"]),
    ("assets/cases.ron", &["case"]),
    ("assets/schemes.ron", &["scheme", "wheel"]),
    ("assets/facts.ron", &["fact"]),
    ("assets/course.ron", &["lesson", "standard", "wheel"]),
];

/// Whether `finding` says that a file cannot be read.
pub(super) fn is_cause(finding: &Finding) -> bool {
    matches!(finding.rule, "format" | "file")
}

/// Takes out of `findings` what only follows from a file that cannot be read, and says there how many there were.
pub(super) fn keep(findings: &mut Vec<Finding>) {
    let broken: Vec<String> = findings.iter().filter(|f| is_cause(f)).map(|f| f.place.path.clone()).collect();
    let follows = |finding: &Finding| {
        let is_of = |(place, rules): &&(&str, &[&str])| {
            rules.contains(&finding.rule) && broken.iter().any(|path| path.starts_with(place))
        };
        !is_cause(finding) && FOLLOWING.iter().any(|following| is_of(&following))
    };
    let before = findings.len();
    findings.retain(|finding| !follows(finding));
    let dropped = before - findings.len();
    if let Some(cause) = findings.iter_mut().find(|f| is_cause(f)).filter(|_| dropped > 0) {
        cause.help.push_str("; what names something in this file is checked once it can be read");
    }
}
