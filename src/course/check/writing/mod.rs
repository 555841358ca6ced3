//! How cards and questions are written: rules 3 to 18 of the curriculum as far as a program can see, after
//! Haladyna, Downing & Rodriguez, "A Review of Multiple-Choice Item-Writing Guidelines" (2002).
//!
//! ```text
//! options ┐                             ┌ rules   every rule's name and severity
//! …       ├► WaivableFinding ─► waivers │ item    where it stands
//! leaks   ┘                             └ text, odds
//! ```

mod absolutes;
mod classify;
mod copied;
mod duplicates;
mod item;
mod keys;
mod leaks;
mod odds;
mod options;
mod reasons;
mod rules;
mod sets;
mod sides;
mod stems;
mod text;
mod waivers;

use super::survey::Survey;
use crate::course::finding::Finding;

pub fn check(survey: &Survey<'_>) -> Vec<Finding> {
    let mut found = options::check(survey);
    for family in [
        absolutes::check,
        stems::check,
        copied::check,
        sets::check,
        classify::check,
        reasons::check,
        duplicates::check,
        leaks::check,
        keys::check,
    ] {
        found.extend(family(survey));
    }
    waivers::weigh(survey, found)
}

#[cfg(test)]
mod tests;
