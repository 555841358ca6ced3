//! Blocks of big letters on as few pages as hold them.

use ratatui::style::Style;

use super::big_text::{self, LETTER};
use super::canvas::CellGrid;

/// Most empty rows between two blocks.
const GAP: u16 = 2;

/// `blocks` below each other on pages of `room` rows, apart where that costs no page; `None` when one of them is taller
/// than a page.
pub(in crate::ui) fn flowed(blocks: &[CellGrid], room: u16) -> Option<Vec<CellGrid>> {
    let tight = with_gap(blocks, room, 0)?;
    let apart = (1..=GAP).rev().filter_map(|gap| with_gap(blocks, room, gap)).find(|pages| pages.len() == tight.len());
    apart.or(Some(tight))
}

fn with_gap(blocks: &[CellGrid], room: u16, gap: u16) -> Option<Vec<CellGrid>> {
    let mut pages: Vec<CellGrid> = Vec::new();
    for block in blocks {
        if block.height() > room {
            return None;
        }
        match pages.last_mut() {
            Some(page) if page.height() + gap + block.height() <= room => {
                page.gap(gap);
                page.sheet(0, page.height(), block);
            }
            _ => pages.push(block.clone()),
        }
    }
    Some(pages)
}

/// `text` in lines of big letters, in blocks no taller than `room`; `None` when it cannot be written so.
pub(in crate::ui) fn paragraph(text: &str, (width, room): (u16, u16), style: Style) -> Option<Vec<CellGrid>> {
    let lines = big_text::wrapped(text, width)?;
    let block = |lines: &[String]| {
        let mut block = CellGrid::new(width);
        for line in lines {
            block.big(0, block.height(), line, style);
        }
        block
    };
    Some(lines.chunks(usize::from((room / LETTER).max(1))).map(block).collect())
}
