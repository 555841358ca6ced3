//! Standings in two columns, where one would leave no room for big digits: points are read from the last row.

use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

use super::Wall;
use super::big_text::{self, LETTER, cells};
use super::board::{PLACE, right};
use super::canvas::CellGrid;
use super::sign::sign;
use super::team;
use crate::study::drill::Standing;
use crate::ui::frame::shortened;

/// Columns between the two.
const BETWEEN: u16 = 4;
/// Columns before the points.
const GAP: u16 = 2;
/// What tells a team apart, in columns, and the fewest for the words beside it: shape and letter, the letter
/// alone, or neither where points are long.
const BADGES: [(u16, u16); 3] = [(team::EMBLEM, 14), (LETTER + 2, 8), (0, 8)];

/// The columns of one standing.
#[derive(Clone, Copy)]
struct Columns {
    badge: u16,
    words: u16,
    /// All of them.
    wide: u16,
}

impl Wall<'_> {
    /// Down the first column, then down the second; `None` when that does not fit.
    pub(super) fn pairs(&self, standings: &[Standing], width: u16, height: u16) -> Option<CellGrid> {
        let rows = cells(standings.len().div_ceil(2)).max(1);
        if rows * LETTER > height {
            return None;
        }
        let airy = rows * (LETTER + 1) <= height + 1;
        let columns = self.columns(width, airy)?;
        let step = LETTER + u16::from(airy);
        let mut sheet = CellGrid::new(width);
        for (n, standing) in (0_u16..).zip(standings) {
            self.paired(&mut sheet, (n / rows * (columns.wide + BETWEEN), n % rows * step), standing, columns);
        }
        Some(sheet)
    }

    fn columns(&self, width: u16, airy: bool) -> Option<Columns> {
        let wide = width.saturating_sub(BETWEEN) / 2;
        let points = self.public.standings.iter().map(|s| big_text::width(&s.points.to_string())).max().unwrap_or(0);
        let fits = |(badge, least): (u16, u16)| {
            let words = wide.saturating_sub(PLACE + badge + GAP + points);
            (words >= least).then_some(Columns { badge, words, wide })
        };
        // Shapes right below each other run together.
        BADGES.into_iter().skip(usize::from(!airy)).find_map(fits)
    }

    /// Place, badge, the name above the right answers, points.
    fn paired(&self, sheet: &mut CellGrid, (x, y): (u16, u16), standing: &Standing, columns: Columns) {
        let Some(team) = team::by_id(&self.public.teams, standing.team) else { return };
        let style = self.style(standing);
        sheet.put(x, y + 1, &Line::styled(self.place(standing), self.theme.strong));
        let (at, words) = (x + PLACE, usize::from(columns.words));
        let name = match columns.badge {
            0 => team::badge(team, self.theme).content.into_owned(),
            team::EMBLEM => {
                team::emblem(sheet, at, y, team, style);
                team.name.to_string()
            }
            _ => {
                sheet.big(at, y, &team.number.to_string(), style);
                format!("{} {}", sign(team.shape), team.name)
            }
        };
        let at = at + columns.badge;
        let right = right(standing);
        // Broken over two rows where points are long.
        let under = if right.width() > words { 1 } else { 2 };
        sheet.put(at, y + under - 1, &Line::styled(shortened(&name, words), style));
        for (row, line) in (y + under..y + LETTER).zip(textwrap::wrap(&right, words)) {
            sheet.put(at, row, &Line::styled(line.into_owned(), self.theme.text));
        }
        let points = standing.points.to_string();
        sheet.big((x + columns.wide).saturating_sub(big_text::width(&points)), y, &points, self.theme.strong);
    }
}
