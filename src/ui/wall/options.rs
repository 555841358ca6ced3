//! The options of a revealed question: which are right, who took which, and why a wrong one is wrong.

use ratatui::text::{Line, Span};

use super::canvas::Sheet;
use super::question::{tag, wrapped};
use super::reveal::{Reveal, Whys};
use super::{team, votes};
use crate::course::markdown::plain;
use crate::course::wording;
use crate::study::drill::words::{Worth, picks};
use crate::study::drill::{Key, Said, Solution, TeamId};

/// Cells before an option's text: `✓  A  `.
const MARGIN: u16 = 7;

impl Reveal<'_> {
    /// Options with their marks, or the right answer where there are none.
    pub(super) fn right(&self, sheet: &mut Sheet, gap: u16, whys: Whys) {
        let theme = self.wall.theme;
        if let Key::Void | Key::Everything = self.solved.solution.key {
            sheet.line(0, &Line::styled(self.solved.headline(), theme.partly));
        }
        let order = self.solved.order();
        sheet.gap(u16::from(!order.is_empty() && matches!(self.solved.solution.key, Key::Void | Key::Everything)));
        for (n, &of) in order.iter().enumerate() {
            sheet.gap(if n == 0 { 0 } else { gap });
            self.option(sheet, of, whys);
        }
        if order.is_empty() && !matches!(self.solved.solution.key, Key::Void | Key::Everything) {
            for line in self.solved.lines() {
                let top = sheet.height();
                sheet.lines(2, &wrapped(&line, sheet.width().saturating_sub(2), theme.right));
                sheet.put(0, top, &Line::styled("✓", theme.right));
            }
        }
    }

    /// Options in two columns, the first half of them on the left.
    pub(super) fn right_in_pairs(&self, sheet: &mut Sheet) {
        if let Key::Void | Key::Everything = self.solved.solution.key {
            sheet.line(0, &Line::styled(self.solved.headline(), self.wall.theme.partly));
            sheet.gap(1);
        }
        let (order, top, half) = (self.solved.order(), sheet.height(), sheet.width().saturating_sub(2) / 2);
        for (x, part) in [0, half + 2].into_iter().zip(order.chunks(order.len().div_ceil(2))) {
            let mut column = Sheet::new(half);
            for &of in part {
                self.option(&mut column, of, Whys::Last);
            }
            sheet.sheet(x, top, &column);
        }
    }

    fn option(&self, sheet: &mut Sheet, of: usize, whys: Whys) {
        let theme = self.wall.theme;
        let (mark, style) = match self.solved.worth(of) {
            Worth::Right => ("✓", theme.right),
            Worth::Half => ("½", theme.partly),
            Worth::Wrong | Worth::Nothing => (" ", theme.text),
        };
        let top = sheet.height();
        let room = sheet.width().saturating_sub(MARGIN);
        let mut lines = wrapped(&self.solved.text(of), room, style);
        let who = self.who(of);
        match lines.last_mut() {
            Some(last) if last.width() + who.width() <= usize::from(room) => last.spans.extend(who.spans),
            _ => lines.push(who),
        }
        sheet.lines(MARGIN, &lines);
        sheet.put(
            0,
            top,
            &Line::from(vec![Span::styled(format!("{mark} "), style), tag(self.solved.letter(of), theme)]),
        );
        self.votes(sheet, of);
        if let (Whys::Beside, Some(why)) = (whys, self.why(of)) {
            sheet.lines(MARGIN, &wrapped(&why, sheet.width().saturating_sub(MARGIN), theme.dim));
        }
    }

    fn votes(&self, sheet: &mut Sheet, of: usize) {
        let Solution { first_vote, second_vote, .. } = self.solved.solution;
        if self.is_voted() {
            let room = usize::from(sheet.width().saturating_sub(MARGIN));
            sheet.line(MARGIN, &votes::line(first_vote.as_deref(), second_vote.as_deref(), of, self.wall.theme, room));
        }
    }

    /// Why a wrong option that somebody took is wrong.
    fn why(&self, of: usize) -> Option<String> {
        let Solution { question, first_vote, second_vote, .. } = self.solved.solution;
        let hands = |vote: &Option<Vec<u32>>| vote.as_ref().and_then(|v| v.get(of)).is_some_and(|&n| n > 0);
        let taken = hands(first_vote) || hands(second_vote) || !self.takers(of).is_empty();
        let why = wording::why_wrong(self.wall.course, &question.ask, of)?;
        (taken && self.solved.worth(of) == Worth::Wrong).then(|| plain(&why))
    }

    pub(super) fn whys_by_letter(&self, sheet: &mut Sheet) {
        for (of, why) in self.solved.order().into_iter().filter_map(|of| Some((of, self.why(of)?))) {
            let top = sheet.height();
            sheet.lines(MARGIN, &wrapped(&why, sheet.width().saturating_sub(MARGIN), self.wall.theme.dim));
            sheet.put(2, top, &Line::from(tag(self.solved.letter(of), self.wall.theme)));
        }
    }

    fn takers(&self, of: usize) -> Vec<TeamId> {
        let took = |said: &Said| said.entered().is_some_and(|answer| picks(answer, of));
        self.solved.solution.given.iter().filter(|(given, _)| took(&given.said)).map(|(given, _)| given.team).collect()
    }

    /// The signs of the teams that took the option.
    fn who(&self, of: usize) -> Line<'static> {
        let teams = self.takers(of).into_iter().filter_map(|id| team::by_id(&self.wall.public.teams, id));
        Line::from(teams.flat_map(|t| [Span::raw("   "), team::short(t, self.wall.theme)]).collect::<Vec<_>>())
    }
}
