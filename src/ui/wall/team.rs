//! Teams as they are drawn: shape, number, name, colour.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::big_text;
use super::canvas::CellGrid;
use super::sign::{self, sign};
use crate::study::drill::{Team, TeamId};
use crate::ui::frame::shortened;
use crate::ui::theme::Theme;

/// Columns of an emblem and of the blanks after it.
pub(super) const EMBLEM: u16 = sign::WIDE + 2 + big_text::LETTER + 2;
/// Cells between two teams side by side.
const GAP: usize = 3;

/// `● 1 Ada`.
#[must_use]
pub fn badge(team: &Team, theme: &Theme) -> Span<'static> {
    Span::styled(format!("{} {} {}", sign(team.shape), team.number, team.name), theme.team(team.colour))
}

/// `● 1`, where a name has no room.
#[must_use]
pub fn short(team: &Team, theme: &Theme) -> Span<'static> {
    Span::styled(format!("{} {}", sign(team.shape), team.number), theme.team(team.colour))
}

/// A team's key as it stands on a keyboard: `[Q]`.
#[must_use]
pub(super) fn key(team: &Team) -> String {
    format!("[{}]", team.key.to_ascii_uppercase())
}

#[must_use]
pub(super) fn by_id(teams: &[Team], id: TeamId) -> Option<&Team> {
    teams.get(usize::from(id.0))
}

/// `before` and the badges of `ids`, with short ones where there is no room for names.
#[must_use]
pub(super) fn list(before: &str, ids: &[TeamId], teams: &[Team], theme: &Theme, width: usize) -> Line<'static> {
    let of = |how: fn(&Team, &Theme) -> Span<'static>| {
        let mut spans = vec![Span::styled(before.to_owned(), theme.text)];
        for team in ids.iter().filter_map(|&id| by_id(teams, id)) {
            spans.extend([Span::raw("  "), how(team, theme)]);
        }
        Line::from(spans)
    };
    let line = of(badge);
    if line.width() <= width { line } else { of(short) }
}

/// A team in a row of teams.
pub(super) struct Cell<'a> {
    pub team: &'a Team,
    /// Whether it is the one being looked at.
    pub marked: bool,
    /// What stands after the name.
    pub tail: Span<'static>,
    pub dim: bool,
}

impl Cell<'_> {
    /// Columns without the name.
    fn bare(&self) -> usize {
        6 + self.tail.width()
    }

    fn width(&self) -> usize {
        self.bare() + self.team.name.as_str().width()
    }

    fn spans(&self, theme: &Theme, width: usize) -> Vec<Span<'static>> {
        let style = if self.dim { theme.dim } else { theme.team(self.team.colour) };
        let name = shortened(self.team.name.as_str(), width.saturating_sub(self.bare()));
        let pad = width.saturating_sub(self.bare() + name.width());
        vec![
            Span::styled(if self.marked { "▸ " } else { "  " }, theme.focus),
            Span::styled(format!("{} {} {name}", sign(self.team.shape), self.team.number), style),
            self.tail.clone(),
            Span::raw(" ".repeat(pad)),
        ]
    }
}

/// Teams side by side in at most `rows` rows of `width` cells; names are shortened where they must be.
#[must_use]
pub(super) fn grid(cells: &[Cell<'_>], theme: &Theme, width: usize, rows: usize) -> Vec<Line<'static>> {
    let widest = cells.iter().map(Cell::width).max().unwrap_or(1);
    let fit = ((width + GAP) / (widest + GAP)).max(1);
    let columns = fit.max(cells.len().div_ceil(rows.max(1))).min(cells.len().max(1));
    // As even as the rows allow: six teams are three and three, not four and two.
    let columns = cells.len().div_ceil(cells.len().div_ceil(columns).max(1)).max(1);
    let wide = widest.min(((width + GAP) / columns).saturating_sub(GAP)).max(7);
    let row = |cells: &[Cell<'_>]| {
        let mut spans = Vec::new();
        for cell in cells {
            spans.extend(cell.spans(theme, wide));
            spans.push(Span::raw(" ".repeat(GAP)));
        }
        Line::from(spans)
    };
    cells.chunks(columns).map(row).collect()
}

/// Shape and number four rows high; returns the column where a name may begin.
pub(super) fn emblem(sheet: &mut CellGrid, x: u16, y: u16, team: &Team, style: Style) -> u16 {
    for (row, art) in (0_u16..).zip(sign::large(team.shape)) {
        sheet.put(x, y + row, &Line::styled(art, style));
    }
    let at = x + sign::WIDE + 2;
    sheet.big(at, y, &team.number.to_string(), style);
    at + big_text::LETTER + 2
}

/// Teams side by side: shape, number and what stands after the name in big letters, the name below. Where there is no
/// room for letters they stand before the names; `None` when shapes do not fit either.
#[must_use]
pub(super) fn crew(cells: &[Cell<'_>], theme: &Theme, width: u16, keys: bool) -> Option<CellGrid> {
    // Room for `[M]` or `in`, whatever stands there now.
    let tail = if keys { 10 } else { 6 };
    let letters = [big_text::LETTER + 2, 0].into_iter().find(|letter| {
        let wide = sign::WIDE + 2 + letter + tail + 3;
        wide.saturating_mul(big_text::cells(cells.len())) <= width + 3
    })?;
    let wide = sign::WIDE + 2 + letters + tail;
    let step = ((width + 3) / big_text::cells(cells.len()).max(1)).min(wide + 12);
    let mut sheet = CellGrid::new(width);
    for (x, cell) in (0_u16..).map(|n| n * step).zip(cells) {
        one_of_crew(&mut sheet, x, cell, theme, (letters > 0, step - 2));
    }
    Some(sheet)
}

fn one_of_crew(sheet: &mut CellGrid, x: u16, cell: &Cell<'_>, theme: &Theme, (letter, width): (bool, u16)) {
    let Cell { team, marked, tail, dim } = cell;
    let style = if *dim { theme.dim } else { theme.team(team.colour) };
    for (y, art) in (0_u16..).zip(sign::large(team.shape)) {
        sheet.put(x, y, &Line::styled(art, style));
    }
    let mut at = x + sign::WIDE + 2;
    if letter {
        sheet.big(at, 0, &team.number.to_string(), style);
        at += big_text::LETTER + 2;
    }
    let tail_style = if *dim { theme.dim } else { tail.style };
    sheet.big(at, 0, &tail.content.trim().replace('–', "-"), tail_style);
    // Two rows are enough for any name: it has 24 columns at most.
    let name = format!("{}{} {}", if *marked { "▸ " } else { "" }, team.number, team.name);
    for (y, line) in (big_text::LETTER..).zip(textwrap::wrap(&name, usize::from(width)).into_iter().take(2)) {
        sheet.put(x, y, &Line::styled(line.into_owned(), style));
    }
}

/// A key cap in one style for the whole wall.
#[must_use]
pub(super) fn cap(team: &Team, theme: &Theme) -> Span<'static> {
    Span::styled(format!(" {} ", team.key.to_ascii_uppercase()), theme.strong.add_modifier(Modifier::REVERSED))
}
