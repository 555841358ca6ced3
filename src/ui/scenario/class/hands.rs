//! Hands as bars: a letter, a bar as long as its share of all hands, the number, and which choice was taken.

use ratatui::text::{Line, Span};

use super::letter;
use crate::ui::doc::DocBuilder;
use crate::ui::meter::filled;

/// Longest bar, in cells.
const BAR: usize = 40;
/// After the number of the choice that was taken.
pub(super) const TAKEN: &str = "  chosen";

/// One bar for each choice, behind `margin`; none when no hands were counted.
pub fn draw(setter: &mut DocBuilder<'_>, hands: &[u32], taken: usize, margin: &str) {
    let all: u64 = hands.iter().map(|&n| u64::from(n)).sum();
    if all == 0 {
        return;
    }
    let theme = setter.theme;
    let digits = all.to_string().len();
    let room = setter.width.saturating_sub(margin.len() + 3 + 2 + digits + TAKEN.len()).min(BAR);
    let bar = |at: usize, n: u32| {
        let (style, word) = if at == taken { (theme.accent, TAKEN) } else { (theme.dim, "") };
        let cells = cells(n, all, room);
        Line::from(vec![
            Span::styled(format!("{margin}{}  ", letter(at)), theme.strong),
            Span::styled("█".repeat(cells), style),
            Span::raw(" ".repeat(room - cells)),
            Span::styled(format!("  {n:>digits$}"), theme.strong),
            Span::styled(word, theme.text),
        ])
    };
    setter.lines(hands.iter().enumerate().map(|(at, &n)| bar(at, n)).collect::<Vec<_>>());
}

/// The cells of `room` for `n` of `all` hands: a single hand is seen in a full hall, too.
#[expect(clippy::cast_precision_loss, reason = "a bar is some forty cells long")]
pub(super) fn cells(n: u32, all: u64, room: usize) -> usize {
    let share = f64::from(n) / all as f64;
    filled(share, room).max(usize::from(n > 0)).min(room)
}
