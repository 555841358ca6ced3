//! The report of a drill, or of a quiz that several people took, as blocks.

mod drill;
mod question;
mod route;
mod test;

use super::Block;
use crate::study::report::Report;

/// The report in the order in which it is read.
#[must_use]
pub fn blocks(report: &Report) -> Vec<Block> {
    match report {
        Report::Drill(drill) => drill::blocks(drill),
        Report::Test(test) => test::blocks(test),
    }
}
