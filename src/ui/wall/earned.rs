//! What each team said to a revealed question, and what it earned.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::reveal::Reveal;
use super::sheet::Sheet;
use super::sign::sign;
use super::team::Cell;
use crate::study::room::{Points, TeamId};
use crate::ui::frame::shortened;

impl Reveal<'_> {
    /// Teams with what they earned.
    pub(super) fn earned(&self) -> Vec<Cell<'_>> {
        let points = |id| self.solved.solution.given.iter().find(|(g, _)| g.team == id).map(|(_, points)| *points);
        let cell = |(id, team)| {
            // A team that did not answer has no number, not even nought.
            let tail = points(id).map_or_else(Span::default, |earned| Span::styled(signed(earned), self.style(earned)));
            Cell { team, marked: false, tail, dim: false }
        };
        (0_u8..).map(TeamId).zip(&self.wall.public.teams).map(cell).collect()
    }

    /// Each team, what it said, and what that earned.
    pub(super) fn said(&self, sheet: &mut Sheet) {
        if self.is_voted() {
            return;
        }
        let given = &self.solved.solution.given;
        let teams = &self.wall.public.teams;
        let name = teams.iter().map(|t| t.name.as_str().width()).max().unwrap_or(0) + 4;
        for (id, team) in (0_u8..).map(TeamId).zip(teams) {
            let (words, points, style) = match given.iter().find(|(g, _)| g.team == id) {
                Some((given, points)) => (self.solved.said(&given.said), signed(*points), self.style(*points)),
                None => ("no answer".to_owned(), String::new(), self.wall.theme.dim),
            };
            let badge = format!("{} {} {}", sign(team.shape), team.letter, team.name);
            let pad = " ".repeat((name + 2).saturating_sub(badge.width()));
            let words = shortened(&words, usize::from(sheet.width()).saturating_sub(name + 12));
            let line = vec![
                Span::styled(format!("{points:>6}   "), style),
                Span::styled(badge, self.wall.theme.team(team.colour)),
                Span::raw(pad),
                Span::styled(words, self.wall.theme.text),
            ];
            sheet.line(0, &Line::from(line));
        }
    }

    fn style(&self, points: Points) -> Style {
        match points.0 {
            1.. => self.wall.theme.right,
            0 => self.wall.theme.dim,
            _ => self.wall.theme.wrong,
        }
    }
}

/// `+3`, `0`, `-1`.
fn signed(points: Points) -> String {
    if points > Points::ZERO { format!("+{points}") } else { points.to_string() }
}
