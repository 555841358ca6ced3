//! The options of a revealed question: which are right, who took which, and why a wrong one is wrong.

use ratatui::text::{Line, Span};

use super::canvas::Sheet;
use super::question::{tag, wrapped};
use super::reveal::{Reveal, Whys};
use super::{team, votes};
use crate::course::markdown::plain;
use crate::study::drill::Solution;
use crate::study::item::{Key, OptionRow, Rows};
use crate::study::score::Verdict;

/// Cells before an option's text: `✓  A  `.
const MARGIN: u16 = 7;

impl Reveal<'_> {
    /// Options with their marks, or the right answer where there are none.
    pub(super) fn right(&self, sheet: &mut Sheet, gap: u16, whys: Whys) {
        let theme = self.wall.theme;
        let for_all = matches!(self.solution.key, Key::Void | Key::Everything);
        if for_all {
            sheet.line(0, &Line::styled(self.revealed.headline.line("  "), theme.partly));
        }
        let options = self.options();
        sheet.gap(u16::from(!options.is_empty() && for_all));
        for (n, row) in options.iter().enumerate() {
            sheet.gap(if n == 0 { 0 } else { gap });
            self.option(sheet, row, whys);
        }
        if options.is_empty() && !for_all {
            for line in self.lines() {
                let top = sheet.height();
                sheet.lines(2, &wrapped(&line, sheet.width().saturating_sub(2), theme.right));
                sheet.put(0, top, &Line::styled("✓", theme.right));
            }
        }
    }

    /// The right answer to what has no options to mark, line by line.
    fn lines(&self) -> Vec<String> {
        let lines: Vec<String> = match &self.revealed.rows {
            Rows::Options(_) => Vec::new(),
            Rows::Pairs(rows) => (1..)
                .zip(rows)
                .map(|(n, row)| {
                    let (premise, partner) = (plain(row.premise.as_str()), plain(row.partner.as_str()));
                    format!("{n} {premise} → {} {partner}", row.label)
                })
                .collect(),
            Rows::Sorted(rows) => rows
                .iter()
                .map(|row| format!("{} · {} · {}", row.label, plain(row.date.as_str()), plain(row.text.as_str())))
                .collect(),
            Rows::Typed(rows) => {
                rows.iter().filter_map(|row| row.accepted.first()).map(|text| plain(text.as_str())).collect()
            }
        };
        if lines.is_empty() { vec![self.revealed.headline.line("  ")] } else { lines }
    }

    /// Options in two columns, the first half of them on the left.
    pub(super) fn right_in_pairs(&self, sheet: &mut Sheet) {
        if let Key::Void | Key::Everything = self.solution.key {
            sheet.line(0, &Line::styled(self.revealed.headline.line("  "), self.wall.theme.partly));
            sheet.gap(1);
        }
        let (rows, top, half) = (self.options(), sheet.height(), sheet.width().saturating_sub(2) / 2);
        for (x, part) in [0, half + 2].into_iter().zip(rows.chunks(rows.len().div_ceil(2))) {
            let mut column = Sheet::new(half);
            for row in part {
                self.option(&mut column, row, Whys::Last);
            }
            sheet.sheet(x, top, &column);
        }
    }

    fn option(&self, sheet: &mut Sheet, row: &OptionRow, whys: Whys) {
        let theme = self.wall.theme;
        let (mark, style) = match row.verdict {
            Some(Verdict::Right) => ("✓", theme.right),
            Some(Verdict::Partly) => ("½", theme.partly),
            Some(Verdict::Wrong) | None => (" ", theme.text),
        };
        let top = sheet.height();
        let room = sheet.width().saturating_sub(MARGIN);
        let mut lines = wrapped(&plain(row.text.as_str()), room, style);
        let who = self.who(row.of);
        match lines.last_mut() {
            Some(last) if last.width() + who.width() <= usize::from(room) => last.spans.extend(who.spans),
            _ => lines.push(who),
        }
        sheet.lines(MARGIN, &lines);
        sheet.put(0, top, &Line::from(vec![Span::styled(format!("{mark} "), style), tag(row.label, theme)]));
        self.votes(sheet, row.of);
        if let (Whys::Beside, Some(why)) = (whys, self.why(row)) {
            sheet.lines(MARGIN, &wrapped(&why, sheet.width().saturating_sub(MARGIN), theme.dim));
        }
    }

    fn votes(&self, sheet: &mut Sheet, of: usize) {
        let Solution { first_vote, second_vote, .. } = self.solution;
        if self.solution.is_voted() {
            let room = usize::from(sheet.width().saturating_sub(MARGIN));
            sheet.line(MARGIN, &votes::line(first_vote.as_deref(), second_vote.as_deref(), of, self.wall.theme, room));
        }
    }

    /// Why a wrong option that somebody took is wrong.
    fn why(&self, row: &OptionRow) -> Option<String> {
        let why = row.why.as_ref().filter(|_| self.solution.is_taken(row.of))?;
        Some(plain(why.as_str()))
    }

    pub(super) fn whys_by_letter(&self, sheet: &mut Sheet) {
        for (label, why) in self.options().iter().filter_map(|row| Some((row.label, self.why(row)?))) {
            let top = sheet.height();
            sheet.lines(MARGIN, &wrapped(&why, sheet.width().saturating_sub(MARGIN), self.wall.theme.dim));
            sheet.put(2, top, &Line::from(tag(label, self.wall.theme)));
        }
    }

    /// The signs of the teams that took the option.
    fn who(&self, of: usize) -> Line<'static> {
        let teams = self.solution.takers(of).into_iter().filter_map(|id| team::by_id(&self.wall.public.teams, id));
        Line::from(teams.flat_map(|t| [Span::raw("   "), team::short(t, self.wall.theme)]).collect::<Vec<_>>())
    }
}
