//! How cards and questions are written: rules 3 to 18 of the curriculum as far as a program can see, after
//! Haladyna, Downing & Rodriguez, "A Review of Multiple-Choice Item-Writing Guidelines" (2002).
//!
//! ```text
//! options ┐                             ┌ rules   every rule's name and severity
//! …       ├► WaivableFinding ─► waivers │ item    where it stands
//! leaks   ┘                             └ text, odds
//! ```

mod absolutes;
mod cards;
mod classify;
mod copied;
mod duplicates;
mod item;
mod keys;
mod leaks;
pub(crate) mod odds;
mod options;
mod reasons;
mod reviews;
mod rules;
mod seen;
mod sets;
mod sides;
mod stems;
pub(crate) mod text;
mod typed;
mod waivers;

use super::survey::Survey;
use crate::course::finding::{Finding, Severity};
use crate::course::model::Standard;

pub(super) fn check(survey: &Survey<'_>) -> Vec<Finding> {
    let mut found = options::check(survey);
    for family in [
        absolutes::check,
        stems::check,
        copied::check,
        sets::check,
        typed::check,
        cards::check,
        seen::check,
        classify::check,
        reasons::check,
        reviews::check,
        duplicates::check,
        leaks::check,
        keys::check,
    ] {
        found.extend(family(survey));
    }
    let left = waivers::weigh(survey, found);
    if survey.standard() == Standard::Plain { left.into_iter().filter_map(eased).collect() } else { left }
}

/// A finding as a plain course has it: nobody asks it for reasons and citations, and what it only might do better is
/// no error. A key that cannot be right stays one.
fn eased(finding: Finding) -> Option<Finding> {
    if rules::FULL_ONLY.iter().any(|r| r.name == finding.rule) {
        return None;
    }
    let broken = rules::BROKEN.iter().any(|r| r.name == finding.rule);
    Some(if broken { finding } else { Finding { severity: Severity::Warning, ..finding } })
}

#[cfg(test)]
mod tests;
