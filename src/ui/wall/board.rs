//! The board: how teams stand, places shared where points are the same, and never points without right answers.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::Wall;
use super::big_text::{self, LETTER, cells};
use super::canvas::CellGrid;
use super::sign::sign;
use super::team;
use crate::study::drill::{ClassScore, Mode, Points, Screen, Standing, words};
use crate::ui::meter;

/// Rows of a standing drawn large, and the empty one below it.
const LARGE: u16 = 5;
/// Columns for a place in big letters.
const LARGE_PLACE: u16 = 11;
/// Columns for a place: `8=` and a blank.
pub(super) const PLACE: u16 = 4;
/// From so many rows on the class's score is said in big letters.
const WALL: u16 = 30;
/// Longest bar.
const BAR: usize = 40;

impl Wall<'_> {
    /// Standings, the class's score, or what votes say instead of points, under `title`.
    pub(super) fn board(&self, title: &str, width: u16, height: u16) -> CellGrid {
        let mut sheet = CellGrid::new(width);
        self.title(&mut sheet, title, height);
        sheet.gap(1);
        let free = height.saturating_sub(sheet.height());
        self.scores(&mut sheet, free);
        sheet
    }

    /// The same without a title, in `free` rows.
    pub(super) fn scores(&self, sheet: &mut CellGrid, free: u16) {
        let (top, width) = (sheet.height(), sheet.width());
        match (self.setup.questions().map(|q| q.mode), self.public.class_score) {
            (Some(Mode::Argue), _) => {
                let text = words::no_points(self.setup.questions().map_or(0, |q| q.asked.len()));
                sheet.line(0, &Line::styled(text, self.theme.text));
            }
            (_, Some(score)) => self.class(sheet, score, free),
            _ => sheet.sheet(0, top, &self.standings(width, free)),
        }
    }

    pub(super) fn board_title(&self) -> &'static str {
        match self.setup.questions().map(|q| q.mode) {
            Some(Mode::Class { .. }) => "The class so far",
            Some(Mode::Argue) => "Votes",
            _ => "Standings",
        }
    }

    /// By place; in one place in the teams' order.
    fn standings(&self, width: u16, height: u16) -> CellGrid {
        let mut standings = self.public.standings.clone();
        standings.sort_by_key(|s| s.place);
        let rows = cells(standings.len());
        if rows * LARGE > height + 1
            && let Some(pairs) = self.pairs(&standings, width, height)
        {
            return pairs;
        }
        let mut sheet = CellGrid::new(width);
        let columns = self.large_columns(width);
        let airy = rows * 2 <= height + 1;
        for (n, standing) in standings.iter().enumerate() {
            // No empty row below the last: it would be there to scroll to.
            sheet.gap(u16::from(n > 0 && airy));
            match columns {
                Some(points_end) if rows * LARGE <= height + 1 => self.large_standing(&mut sheet, standing, points_end),
                None if rows * LARGE <= height + 1 => self.middle_standing(&mut sheet, standing),
                _ => self.small_standing(&mut sheet, standing),
            }
        }
        sheet
    }

    /// `1=` where others stand as well.
    pub(super) fn place(&self, standing: &Standing) -> String {
        let tied = self.public.standings.iter().filter(|s| s.place == standing.place).count() > 1;
        format!("{}{}", standing.place, if tied { "=" } else { "" })
    }

    pub(super) fn style(&self, standing: &Standing) -> Style {
        team::by_id(&self.public.teams, standing.team).map_or(self.theme.text, |t| self.theme.team(t.colour))
    }

    /// Everything in big letters, in columns: place, team, points, right answers.
    fn large_standing(&self, sheet: &mut CellGrid, standing: &Standing, points_end: u16) {
        let Some(team) = team::by_id(&self.public.teams, standing.team) else { return };
        let (top, style) = (sheet.height(), self.style(standing));
        sheet.big(0, top, &self.place(standing), self.theme.text);
        let x = team::emblem(sheet, LARGE_PLACE, top, team, style);
        match big_text::written(team.name.as_str()) {
            Some(name) => sheet.big(x, top, &name, style),
            None => sheet.put(x, top + 1, &Line::styled(team.name.to_string(), style)),
        }
        let points = standing.points.to_string();
        sheet.big(points_end.saturating_sub(big_text::width(&points)), top, &points, self.theme.strong);
        sheet.big(points_end + 6, top, &right(standing), self.theme.dim);
    }

    /// Where the points end when all standings are drawn large; `None` when there is no room for that.
    fn large_columns(&self, width: u16) -> Option<u16> {
        let widest =
            |texts: &mut dyn Iterator<Item = String>| texts.map(|text| big_text::width(&text)).max().unwrap_or(0);
        let name = |name: &str| big_text::written(name).map_or(cells(name.width()), |name| big_text::width(&name));
        let names = self.public.teams.iter().map(|t| name(t.name.as_str())).max().unwrap_or(0);
        let points = widest(&mut self.public.standings.iter().map(|s| s.points.to_string()));
        let end = LARGE_PLACE + team::EMBLEM + names + 6 + points;
        (end + 6 + widest(&mut self.public.standings.iter().map(right)) <= width).then_some(end)
    }

    fn middle_standing(&self, sheet: &mut CellGrid, standing: &Standing) {
        let Some(team) = team::by_id(&self.public.teams, standing.team) else { return };
        let (top, style) = (sheet.height(), self.style(standing));
        sheet.put(0, top + 1, &Line::styled(self.place(standing), self.theme.strong));
        let x = team::emblem(sheet, PLACE, top, team, style);
        sheet.put(x, top, &Line::styled(team.name.to_string(), style));
        let points = standing.points.to_string();
        let points_at = sheet.width().saturating_sub(big_text::width(&points));
        let room = usize::from(sheet.width().saturating_sub(x + 5 * LETTER)).min(BAR);
        sheet.put(x, top + 1, &self.bar(standing, room));
        sheet.put(x, top + 2, &Line::styled(right(standing), self.theme.text));
        sheet.big(points_at, top, &points, self.theme.strong);
    }

    fn small_standing(&self, sheet: &mut CellGrid, standing: &Standing) {
        let Some(team) = team::by_id(&self.public.teams, standing.team) else { return };
        let y = sheet.height();
        let name = self.public.teams.iter().map(|t| t.name.as_str().width()).max().unwrap_or(0);
        let badge = format!("{} {} {}", sign(team.shape), team.number, team.name);
        let mut spans = vec![
            Span::styled(format!("{:<4}", self.place(standing)), self.theme.strong),
            Span::styled(badge.clone(), self.style(standing)),
            Span::raw(" ".repeat((name + 6).saturating_sub(badge.width()))),
        ];
        let end = Line::from(vec![
            Span::styled(right(standing), self.theme.text),
            Span::styled(format!("  {:>7}", standing.points.to_string()), self.theme.strong),
        ]);
        let room = usize::from(sheet.width()).saturating_sub(4 + name + 6 + end.width() + 2).min(BAR);
        spans.extend(self.bar(standing, room).spans);
        sheet.put(0, y, &Line::from(spans));
        sheet.right(y, &end);
    }

    /// Points held against the most that a team has.
    fn bar(&self, standing: &Standing, room: usize) -> Line<'static> {
        let most = self.public.standings.iter().map(|s| s.points).max().unwrap_or_default();
        let filled = meter::filled(share(standing.points, most), room);
        Line::from(Span::styled("█".repeat(filled), self.style(standing)))
    }

    /// One score against its target.
    fn class(&self, sheet: &mut CellGrid, score: ClassScore, height: u16) {
        if score.of == Points::ZERO {
            sheet.line(0, &Line::styled(words::class_score(score), self.theme.text));
            return;
        }
        if height >= 10 {
            sheet.big(0, sheet.height(), &format!("{} of {}", score.points, score.of), self.theme.strong);
            sheet.gap(1);
        }
        self.against(sheet, score, if height >= WALL { LETTER } else { 1 + u16::from(height >= 10) });
        sheet.gap(1);
        sheet.line(0, &Line::styled(words::class_score(score), self.theme.text));
        let over = matches!(self.public.screen, Screen::Done { .. });
        let said = words::target(score, over);
        let (sign, style) = if score.is_reached() { ("✓ ", self.theme.right) } else { ("", self.theme.text) };
        match big_text::one_line(said, sheet.width()).filter(|_| height >= WALL) {
            Some(text) => {
                sheet.gap(1);
                sheet.big(0, sheet.height(), &text, style);
            }
            None => sheet.line(0, &Line::styled(format!("{sign}{said}"), style)),
        }
    }

    /// A bar of all there was to earn, with a mark at the target.
    fn against(&self, sheet: &mut CellGrid, score: ClassScore, rows: u16) {
        let room = usize::from(sheet.width().min(160));
        let filled = meter::filled(share(score.points, score.of), room);
        let mark = meter::filled(f64::from(score.target_percent) / 100.0, room).clamp(1, room.max(1)) - 1;
        for _ in 0..rows {
            let y = sheet.height();
            let bar = vec![
                Span::styled("█".repeat(filled), self.theme.accent),
                Span::styled("░".repeat(room - filled), self.theme.dim),
            ];
            sheet.put(0, y, &Line::from(bar));
        }
        let label = format!("▲ target {} %", score.target_percent);
        // At the right end the words stand before the mark.
        if mark + label.width() <= room {
            sheet.line(cells(mark), &Line::styled(label, self.theme.strong));
        } else {
            let label = format!("target {} % ▲", score.target_percent);
            sheet.line(cells((mark + 1).saturating_sub(label.width())), &Line::styled(label, self.theme.strong));
        }
    }
}

pub(super) fn right(standing: &Standing) -> String {
    format!("right {} of {}", standing.right, standing.asked)
}

#[expect(clippy::cast_precision_loss, reason = "for the width of a bar")]
fn share(points: Points, of: Points) -> f64 {
    if of.0 > 0 { points.0 as f64 / of.0 as f64 } else { 0.0 }
}
