//! The ASCII fallback: after a frame is drawn, every cell that is not ASCII gets a stand-in. Screens need not know.

use ratatui::buffer::Buffer;
use unicode_normalization::UnicodeNormalization;
use unicode_width::UnicodeWidthStr;

/// Replaces what is not ASCII in `buffer`.
pub fn apply(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if !cell.symbol().is_ascii() {
            let stand_in = stand_in(cell.symbol());
            cell.set_symbol(&stand_in);
        }
    }
}

/// As many ASCII characters as the symbol had cells.
fn stand_in(symbol: &str) -> String {
    let first = symbol.chars().next().unwrap_or(' ');
    let plain = match first {
        '─' | '━' | '╌' | '–' | '—' | '‐' | '‑' | '−' => '-',
        '│' | '┃' | '▏' | '╎' => '|',
        '┌' | '┐' | '└' | '┘' | '├' | '┤' | '┬' | '┴' | '┼' | '╭' | '╮' | '╰' | '╯' => '+',
        '●' | '◉' | '✦' => '*',
        // Shapes of teams stay apart.
        '■' => '#',
        '◆' => '%',
        '★' => '&',
        '○' | '□' | '◌' | '◇' => 'o',
        '▸' | '▶' | '→' | '›' => '>',
        '◂' | '←' | '‹' => '<',
        '↑' | '▲' | '↕' => '^',
        '↓' | '▼' => 'v',
        '✓' => '+',
        '✗' => 'x',
        '•' | '×' => '*',
        '✚' => '+',
        '▬' => '=',
        '·' => '.',
        '█' | '▓' | '▙' | '▛' | '▜' | '▟' => '#',
        '▀' | '▘' | '▝' => '\'',
        '▄' | '▖' | '▗' => '.',
        '▌' | '▐' | '▚' | '▞' => ':',
        '▒' | '░' => ':',
        '…' => '.',
        '‘' | '’' => '\'',
        '“' | '”' | '«' | '»' => '"',
        '⏎' => '~',
        '§' => 'S',
        '½' => '5',
        other => other.nfkd().next().filter(char::is_ascii).unwrap_or('?'),
    };
    let wide = symbol.width().max(1);
    std::iter::once(plain).chain(std::iter::repeat_n(' ', wide - 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::drill::Shape;
    use crate::ui::wall::sign;

    #[test]
    fn shapes_of_teams_stay_apart() {
        let drawn: std::collections::BTreeSet<_> = Shape::ALL.iter().map(|&shape| stand_in(sign(shape))).collect();
        assert!(drawn.len() == Shape::ALL.len() && drawn.iter().all(|s| s.is_ascii()), "{drawn:?}");
    }
}
