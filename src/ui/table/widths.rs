//! How wide each column is: room poured over the columns, then moved about until the table is as low as it gets.

use unicode_width::UnicodeWidthStr;

use super::GAP;
use crate::course::markdown;
use crate::course::model::Table;

/// Under this width cells are not wrapped: two words on a line are no text.
const NARROWEST: usize = 44;
/// A longer word is broken before it claims a whole column.
const LONGEST_WORD: usize = 16;
/// The most cells that change columns at once while the widths settle.
const FARTHEST: usize = 8;

/// The width of each column, or nothing when they would be too narrow to read.
pub(super) fn widths(table: &Table, width: usize) -> Option<Vec<usize>> {
    let needs: Vec<(usize, usize)> = (0..table.head.len()).map(|n| need(table, n)).collect();
    let room = width.checked_sub(GAP * needs.len().saturating_sub(1))?;
    let least: usize = needs.iter().map(|n| n.0).sum();
    let most: usize = needs.iter().map(|n| n.1).sum();
    if least > room || (width < NARROWEST && most > room) {
        return None;
    }
    let mut widths = filled(&needs, room);
    settle(&mut widths, &needs, table);
    Some(widths)
}

/// The room poured over the columns: none gets less than its longest word or more than its longest cell, and
/// those that could use more stand level.
fn filled(needs: &[(usize, usize)], room: usize) -> Vec<usize> {
    let mut widths: Vec<usize> = needs.iter().map(|n| n.0).collect();
    let mut spare = room - widths.iter().sum::<usize>();
    while spare > 0 {
        let thirsty = (0..widths.len()).filter(|&n| widths[n] < needs[n].1).min_by_key(|&n| widths[n]);
        let Some(n) = thirsty else { break };
        widths[n] += 1;
        spare -= 1;
    }
    widths
}

/// Moves cells from one column to another as long as that makes the table lower.
fn settle(widths: &mut [usize], needs: &[(usize, usize)], table: &Table) {
    let words: Vec<Vec<Vec<usize>>> =
        table.rows.iter().map(|row| row.iter().map(|cell| word_widths(cell.as_str())).collect()).collect();
    let columns = widths.len();
    let moves: Vec<(usize, usize, usize)> = (1..=FARTHEST)
        .flat_map(|by| (0..columns * columns).map(move |n| (n / columns, n % columns, by)))
        .filter(|(from, to, _)| from != to)
        .collect();
    let mut height = heights(&words, widths);
    while let Some((lower, next)) = moves
        .iter()
        .filter_map(|&m| moved_by(m, widths, needs))
        .map(|w| (heights(&words, &w), w))
        .min()
        .filter(|(h, _)| *h < height)
    {
        height = lower;
        widths.copy_from_slice(&next);
    }
}

fn moved_by((from, to, by): (usize, usize, usize), widths: &[usize], needs: &[(usize, usize)]) -> Option<Vec<usize>> {
    let mut next = widths.to_vec();
    next[from] = next[from].checked_sub(by).filter(|&w| w >= needs[from].0)?;
    next[to] += by;
    Some(next)
}

/// The lines of all rows together, and of all cells: of two tables of one height, the one with fewer broken cells.
fn heights(words: &[Vec<Vec<usize>>], widths: &[usize]) -> (usize, usize) {
    let row = |row: &Vec<Vec<usize>>| {
        row.iter()
            .zip(widths)
            .map(|(cell, &width)| height(cell, width))
            .fold((0, 0), |(most, all), h| (h.max(most), all + h))
    };
    words.iter().map(row).fold((0, 0), |(rows, cells), (most, all)| (rows + most, cells + all))
}

/// The lines that words of these widths take.
fn height(words: &[usize], width: usize) -> usize {
    let mut lines = 1;
    let mut used = 0;
    for &word in words {
        if used > 0 && used + 1 + word > width {
            lines += 1;
            used = 0;
        }
        used += word + usize::from(used > 0);
    }
    lines
}

/// The least and the most that column `n` can use.
fn need(table: &Table, n: usize) -> (usize, usize) {
    let head = table.head.get(n).and_then(Option::as_ref);
    let cells = table.rows.iter().filter_map(|row| row.get(n)).chain(head);
    let mut need = (1, 1);
    for cell in cells {
        let words = word_widths(cell.as_str());
        let longest = words.iter().copied().max().unwrap_or(0).min(LONGEST_WORD);
        let whole = words.iter().sum::<usize>() + words.len().saturating_sub(1);
        need = (need.0.max(longest), need.1.max(whole).max(longest));
    }
    need
}

fn word_widths(cell: &str) -> Vec<usize> {
    measured(cell).split_whitespace().map(UnicodeWidthStr::width).collect()
}

/// The cell as it will be shown, a citation as a number of two digits.
pub(super) fn measured(cell: &str) -> String {
    let shown = |s: markdown::Span| {
        if matches!(s.link, Some(markdown::Link::Reference(_))) { "[00]".to_owned() } else { s.text }
    };
    markdown::parse(cell).into_iter().flat_map(|p| p.spans).map(shown).collect()
}
