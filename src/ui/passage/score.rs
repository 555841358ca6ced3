//! The results of a quiz on the screen.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::PassageSetter;
use crate::course::markdown;
use crate::course::wording::{count, points as worth};
use crate::pages::{MissedQuestion, Share};
use crate::study::quiz::percent;
use crate::study::score::{Score, points};
use crate::ui::frame::cut;
use crate::ui::meter;

/// Cells for what stands behind a name: the bar, the percent and the number of questions.
const BEHIND: usize = 26;
/// Blocks of a bar.
const BAR: usize = 10;

impl PassageSetter<'_> {
    pub(super) fn score(&mut self, percent: u32, score: Score, (right, questions): (usize, usize)) {
        let (earned, of) = (points(score.points), points(score.of));
        let beside = format!("   {earned} of {} · {right} of {} right", worth(&of), count(questions, "question"));
        let percent = Span::styled(format!("{percent} %"), self.theme.focus);
        self.setter.lines([Line::default(), Line::from(vec![percent, Span::styled(beside, self.theme.text)])]);
    }

    pub(super) fn time_spent(&mut self, seconds: u64) {
        self.setter.gap();
        self.setter.lines([Line::styled(format!("{} on the questions", meter::clock(seconds)), self.theme.dim)]);
    }

    pub(super) fn tallies(&mut self, tallies: &[Share]) {
        let lines: Vec<_> = tallies.iter().map(|tally| self.tally(tally)).collect();
        self.setter.lines(lines);
    }

    fn tally(&self, Share { of: name, score, questions }: &Share) -> Line<'static> {
        let theme = self.theme;
        let room = self.width.saturating_sub(BEHIND);
        let name = if name.width() > room { format!("{}…", cut(name, room.saturating_sub(1))) } else { name.clone() };
        let pad = " ".repeat(room.saturating_sub(name.width()));
        let filled = meter::filled(score.share(), BAR);
        Line::from(vec![
            Span::styled(format!("{name}{pad} "), theme.text),
            Span::styled("■".repeat(filled), theme.accent),
            Span::styled("□".repeat(BAR - filled), theme.dim),
            Span::styled(format!(" {:>3} %", percent(*score)), theme.text),
            Span::styled(format!("  of {questions}"), theme.dim),
        ])
    }

    pub(super) fn missed(&mut self, missed: &[MissedQuestion]) {
        let theme = self.theme;
        let room = self.width.saturating_sub(2);
        let line = |it: &MissedQuestion| {
            let stem = cut(&markdown::plain(&it.stem), room);
            Line::from(vec![Span::styled("✗ ", theme.wrong), Span::styled(stem, theme.dim)])
        };
        self.setter.lines(missed.iter().map(line).collect::<Vec<_>>());
    }
}
