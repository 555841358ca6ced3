//! What came of the placement tests, on the screen.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::PassageSetter;
use crate::pages::words::{part_of, percent};
use crate::pages::{LessonScores, TestScore};
use crate::study::placement::{Gain, RightOf};
use crate::study::quiz::Half;
use crate::ui::frame::shortened;
use crate::ui::meter;

/// Blocks of a bar.
const BAR: usize = 30;
/// Cells of a column of the table of lessons.
const COLUMN: usize = 10;

impl PassageSetter<'_> {
    pub(super) fn test_scores(&mut self, scores: &[TestScore]) {
        let theme = self.theme;
        let line = |TestScore { half, on, right: (right, of) }: &TestScore| {
            let filled = meter::filled(part_of(*right, *of), BAR);
            Line::from(vec![
                Span::styled(format!("  {:<8}", name(*half)), theme.strong),
                Span::styled("■".repeat(filled), theme.accent),
                Span::styled("□".repeat(BAR - filled), theme.dim),
                Span::styled(format!("{:>6}", percent(part_of(*right, *of))), theme.focus),
                Span::styled(format!("   {right} of {of} right"), theme.text),
                Span::styled(format!("   {on}"), theme.dim),
            ])
        };
        self.setter.gap();
        self.setter.lines(scores.iter().map(line).collect::<Vec<_>>());
    }

    pub(super) fn gain(&mut self, gain: &Gain) {
        let [gain, low, high] = gain.points();
        self.setter.lines([Line::from(vec![
            Span::styled("  Gain    ", self.theme.strong),
            Span::styled(format!("{gain} points of 100"), self.theme.focus),
            Span::styled(format!("   with 95 % confidence between {low} and {high}"), self.theme.dim),
        ])]);
    }

    pub(super) fn lesson_pairs(&mut self, lessons: &[LessonScores]) {
        let theme = self.theme;
        let has_after = lessons.iter().any(|l| l.after.is_some());
        let room = self.width.saturating_sub(6 + COLUMN * (1 + usize::from(has_after)));
        let score = |(right, of): RightOf| format!("{:>COLUMN$}", format!("{right} of {of}"));
        let after = if has_after { format!("{:>COLUMN$}", "after") } else { String::new() };
        self.setter
            .lines([Line::styled(format!("{:width$}{:>COLUMN$}{after}", "", "before", width = 6 + room), theme.dim)]);
        let line = |it: &LessonScores| {
            let title = shortened(&it.title, room.saturating_sub(1));
            let pad = " ".repeat(room.saturating_sub(title.width()));
            Line::from(vec![
                Span::styled(format!("  {:>2}  ", it.number), theme.dim),
                Span::styled(format!("{title}{pad}"), theme.text),
                Span::styled(score(it.before), theme.text),
                Span::styled(it.after.map(score).unwrap_or_default(), theme.text),
            ])
        };
        self.setter.lines(lessons.iter().map(line).collect::<Vec<_>>());
    }
}

fn name(half: Half) -> &'static str {
    match half {
        Half::Before => "Before",
        Half::After => "After",
    }
}
