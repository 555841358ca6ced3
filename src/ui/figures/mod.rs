//! Figures: each drawn from its data into styled lines of a given width, the same for the screen and for tests.
//! A width that is too small for a drawing gives a plain list of the same data.

mod bars;
mod canvas;
mod compose;
mod dates;
mod flow;
mod land;
mod map;
mod pins;
mod pyramid;
mod spectrum;
#[cfg(test)]
mod tests;
mod timeline;
mod tree;
mod wheel;

use ratatui::text::Line;

use super::theme::Theme;
use crate::course::Course;
use crate::course::markdown::plain;
use crate::course::model::{Drawing, Figure};

pub(super) use compose::beside;
pub use map::{map, map_only, rows as map_rows};
pub use wheel::{ROWS_IN_TEXT, wheel};

/// The drawing of `figure` in at most `width` cells, without caption.
#[must_use]
pub fn lines(figure: &Figure, course: &Course, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let drawn = match &figure.drawing {
        Drawing::Wheel { at } => wheel(course, theme, (width, ROWS_IN_TEXT), *at),
        Drawing::Map(cases) => map(course, theme, width, cases),
        Drawing::Spectrum { left, right, items } => spectrum::spectrum((left, right), items, theme, width),
        Drawing::Timeline(events) => timeline::timeline(events, theme, width),
        Drawing::Flow(steps) => flow::flow(steps, theme, width),
        Drawing::Tree(root) => tree::tree(root, &noun(course), theme, width),
        Drawing::Pyramid(tiers) => pyramid::pyramid(tiers, theme, width),
        Drawing::Bars { bars, .. } => bars::bars(bars, theme, width),
    };
    compose::clipped(drawn, width)
}

/// What a spoke of the course's wheel is called, in small letters.
fn noun(course: &Course) -> String {
    let scheme = course.wheel().and_then(|(wheel, _)| course.scheme(&wheel.scheme));
    scheme.map_or_else(String::new, |scheme| plain(scheme.noun.as_str()).to_lowercase())
}
