//! Figures: each drawn from its data into styled lines of a given width, the same for the screen and for tests.
//! A width that is too small for a drawing gives a plain list of the same data.

mod bars;
mod canvas;
mod compose;
mod flow;
mod map;
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
use crate::course::model::{Drawing, Figure};

pub use map::{map, map_only};
pub use wheel::wheel;

/// The drawing of `figure` in at most `width` cells, without caption.
#[must_use]
pub fn lines(figure: &Figure, course: &Course, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let drawn = match &figure.drawing {
        Drawing::Wheel { at } => wheel(course, theme, width, *at),
        Drawing::Map(cases) => map(course, theme, width, cases, None),
        Drawing::Spectrum { left, right, items } => spectrum::spectrum((left, right), items, theme, width),
        Drawing::Timeline(events) => timeline::timeline(events, theme, width),
        Drawing::Flow(steps) => flow::flow(steps, theme, width),
        Drawing::Tree(root) => tree::tree(root, theme, width),
        Drawing::Pyramid(tiers) => pyramid::pyramid(tiers, theme, width),
        Drawing::Bars { unit, bars } => bars::bars(unit, bars, theme, width),
    };
    compose::clipped(drawn, width)
}
