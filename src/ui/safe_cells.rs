//! The last look at a frame: whatever a course, a name or a database brought into a cell, no character that could steer
//! the terminal reaches it. Screens need not know.

use ratatui::buffer::Buffer;

use crate::course::model::text::{defused, is_unsafe};

/// Replaces what is unsafe in `buffer`.
pub(super) fn apply(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let symbol = cell.symbol();
        if symbol.len() > 1 && symbol.chars().any(is_unsafe) || symbol.starts_with(|c: char| c.is_ascii_control()) {
            let safe = defused(symbol).replace('\n', " ");
            cell.set_symbol(&safe);
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;

    use super::*;

    #[test]
    fn only_what_steers_is_replaced() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 1));
        let symbols = ["\u{1b}", "\n", "a\u{202e}", "\u{9b}", "👩\u{200d}🔬", "é"];
        for (cell, symbol) in buffer.content.iter_mut().zip(symbols) {
            cell.set_symbol(symbol);
        }
        apply(&mut buffer);
        let shown: Vec<&str> = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!(shown, ["\u{fffd}", " ", "a\u{fffd}", "\u{fffd}", "👩\u{200d}🔬", "é"]);
    }
}
