//! How a team is told apart in a line: its shape in its colour.

use ratatui::style::Style;

use crate::study::room::{Shape, Team};
use crate::ui::theme::Theme;

/// The style of the team's colour.
pub fn style(theme: &Theme, team: &Team) -> Style {
    theme.tracks.get(usize::from(team.colour)).copied().unwrap_or(theme.text)
}

/// The shape as one character, one cell wide.
pub const fn sign(shape: Shape) -> &'static str {
    match shape {
        Shape::Circle => "●",
        Shape::Square => "■",
        Shape::Triangle => "▲",
        Shape::Diamond => "◆",
        Shape::Star => "★",
        Shape::Cross => "✚",
        Shape::Ring => "○",
        Shape::Bar => "▬",
    }
}
