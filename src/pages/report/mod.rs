//! The report of a drill, or of a quiz that several people took, as elements.

mod drill;
mod question;
mod route;
mod test;

use super::Element;
use crate::study::report::Report;

/// The report in the order in which it is read.
#[must_use]
pub fn elements(report: &Report) -> Vec<Element> {
    let (mut elements, course) = match report {
        Report::Drill(drill) => (drill::elements(drill), &drill.course),
        Report::Test(test) => (test::elements(test), &test.course),
    };
    elements.push(Element::Heading("Source".to_owned()));
    elements.push(Element::Aside(course.words()));
    elements
}
