//! Checking a course as a whole: every error of all files in one run.

mod assessment;
mod causes;
mod characters;
mod names;
mod pictures;
mod scenario;
mod shape;
mod standard;
mod survey;
mod values;
mod writing;

pub(crate) use writing::{odds, text as item_text};

use super::Course;
use super::finding::{Finding, Severity};
use survey::Survey;

/// Every finding in `course`, errors first, each kind in the order of the files.
#[must_use]
pub fn check(course: &Course) -> Vec<Finding> {
    let survey = Survey::of(course);
    let mut findings = course.problems().to_vec();
    findings.extend(survey.unread_facts.clone());
    findings.extend(characters::check(course));
    findings.extend(names::check(&survey));
    findings.extend(shape::check(&survey));
    findings.extend(assessment::check(&survey));
    findings.extend(standard::check(&survey));
    findings.extend(pictures::check(&survey));
    findings.extend(values::check(&survey));
    findings.extend(scenario::check(&survey));
    findings.extend(writing::check(&survey));
    causes::keep(&mut findings, course.files());
    let key = |f: &Finding| (f.severity, !causes::is_cause(f), f.place.path.clone(), f.place.line);
    findings.sort_by_cached_key(key);
    findings
}

/// Whether the course fails its check.
#[must_use]
pub fn fails(findings: &[Finding]) -> bool {
    findings.iter().any(|f| f.severity == Severity::Error)
}

#[cfg(test)]
mod tests;
