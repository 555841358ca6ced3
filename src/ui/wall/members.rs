//! Who plays in which team, where that is known: people look for their names before the first question.

use ratatui::text::Line;

use super::Wall;
use super::big_text::cells;
use super::canvas::CellGrid;
use super::question::wrapped;
use super::team;
use crate::study::drill::Team;
use crate::ui::frame::shortened;

/// Cells between two teams side by side.
const GAP: u16 = 3;
/// Narrowest column of names that is read with ease.
const NARROWEST: u16 = 34;

impl Wall<'_> {
    pub(super) fn has_members(&self) -> bool {
        self.public.teams.iter().any(|team| !team.members.is_empty())
    }

    /// Each team with its people, side by side where there is room; those who find none are counted.
    pub(super) fn members(&self, width: u16, height: u16) -> CellGrid {
        let mut sheet = CellGrid::new(width);
        let n = cells(self.public.teams.len()).max(1);
        let columns = ((width + GAP) / (NARROWEST + GAP)).clamp(1, n);
        let wide = (width + GAP) / columns - GAP;
        let rows = n.div_ceil(columns);
        let high = (height / rows).max(2);
        let top = sheet.height();
        for (at, team) in (0_u16..).zip(&self.public.teams) {
            let (x, y) = (at % columns * (wide + GAP), top + at / columns * high);
            sheet.put(x, y, &Line::from(team::badge(team, self.theme)));
            // An empty row below, where there is room for it.
            let names = self.names(team, wide, high - 1 - u16::from(high > 4));
            for (row, line) in (1_u16..high).zip(names) {
                sheet.put(x, y + row, &line);
            }
        }
        sheet
    }

    fn names(&self, team: &Team, width: u16, height: u16) -> Vec<Line<'static>> {
        let short = crate::study::names::told_apart(&team.members);
        let names: Vec<&str> = short.iter().map(crate::study::names::Name::as_str).collect();
        // A line each is found sooner.
        if names.len() <= usize::from(height) {
            return names
                .iter()
                .map(|name| Line::styled(shortened(name, usize::from(width)), self.theme.text))
                .collect();
        }
        let set = |shown: usize| {
            let rest = names.len() - shown;
            let more = if rest == 0 { String::new() } else { format!(" and {rest} more") };
            wrapped(&format!("{}{more}", names[..shown].join(", ")), width, self.theme.text)
        };
        let fits = |shown: &usize| set(*shown).len() <= usize::from(height);
        set((0..=names.len()).rev().find(fits).unwrap_or(0))
    }
}
