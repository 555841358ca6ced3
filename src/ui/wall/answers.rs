//! What each team said to a revealed question, and what it earned.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::big_text::cells;
use super::canvas::CellGrid;
use super::reveal::Reveal;
use super::sign::sign;
use super::team::{self, Cell};
use crate::study::drill::{Points, TeamId};
use crate::ui::frame::shortened;

/// Cells between two columns of answers.
const GAP: u16 = 4;

impl Reveal<'_> {
    /// Teams with what they earned.
    pub(super) fn earned(&self) -> Vec<Cell<'_>> {
        let points = |id| self.solution.given.iter().find(|(g, _)| g.team == id).map(|(_, points)| *points);
        let cell = |(id, team)| {
            // A team that did not answer has no number, not even nought.
            let tail = points(id).map_or_else(Span::default, |earned| Span::styled(signed(earned), self.style(earned)));
            Cell { team, marked: false, tail, dim: false }
        };
        self.wall.seated().map(cell).collect()
    }

    /// Each team that answered, what it said and what that earned, in two columns where they are short; then those that
    /// gave no answer.
    pub(super) fn said(&self, sheet: &mut CellGrid) {
        if self.solution.is_voted() {
            return;
        }
        let given = &self.solution.given;
        let teams = &self.wall.public.teams;
        let width = usize::from(sheet.width());
        let (answered, silent): (Vec<TeamId>, Vec<TeamId>) =
            self.wall.seated().map(|(id, _)| id).partition(|id| given.iter().any(|(g, _)| g.team == *id));
        let lines: Vec<Line<'_>> = answered.into_iter().filter_map(|id| self.one_said(id, width)).collect();
        let half = (width.saturating_sub(usize::from(GAP))) / 2;
        let columns = if lines.len() > 2 && lines.iter().all(|line| line.width() <= half) { 2 } else { 1 };
        let (top, rows) = (sheet.height(), lines.len().div_ceil(columns));
        for (n, line) in lines.iter().enumerate() {
            sheet.put(if n < rows { 0 } else { cells(half) + GAP }, top + cells(n % rows), line);
        }
        if !silent.is_empty() {
            sheet.line(9, &team::list("no answer:", &silent, teams, self.wall.theme, width.saturating_sub(9)));
        }
    }

    /// `+1   ● 1 Ada  B`.
    fn one_said(&self, id: TeamId, width: usize) -> Option<Line<'static>> {
        let teams = &self.wall.public.teams;
        let team = team::by_id(teams, id)?;
        let (given, points) = self.solution.given.iter().find(|(g, _)| g.team == id)?;
        let name = teams.iter().map(|t| t.name.as_str().width()).max().unwrap_or(0) + 4;
        let badge = format!("{} {} {}", sign(team.shape), team.number, team.name);
        let pad = " ".repeat((name + 2).saturating_sub(badge.width()));
        let words = shortened(&given.said.in_letters(&self.solution.item), width.saturating_sub(name + 12));
        Some(Line::from(vec![
            Span::styled(format!("{:>6}   ", signed(*points)), self.style(*points)),
            Span::styled(badge, self.wall.theme.team(team.colour)),
            Span::raw(pad),
            Span::styled(words, self.wall.theme.text),
        ]))
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
