//! Statistics on the screen.

use ratatui::text::{Line, Span};

use super::PassageSetter;
use crate::course::wording::count;
use crate::study::progress::{CardCounts, DayLine, QuizLine};
use crate::ui::frame::shortened;
use crate::ui::meter;

/// Blocks of the longest bar.
const BAR: usize = 30;
/// Cells for what stands around the subject of a quiz.
const AROUND: usize = 44;

impl PassageSetter<'_> {
    pub(super) fn cards(&mut self, counts: CardCounts) {
        let total = counts.total().max(1);
        let line = |(name, n): (&str, usize)| {
            #[expect(clippy::cast_precision_loss, reason = "numbers of cards")]
            let filled = meter::filled(n as f64 / total as f64, BAR);
            let bar = "■".repeat(filled.clamp(usize::from(n > 0), BAR));
            Line::from(vec![Span::raw(format!("  {name:<22}{n:>4}  ")), Span::styled(bar, self.theme.accent)])
        };
        let lines = counts.rows().into_iter().map(line);
        self.list_head("Cards");
        self.setter.gap();
        self.setter.lines(lines);
    }

    pub(super) fn retention(&mut self, share: Option<(u32, u32)>) {
        let text = share.map_or_else(
            || "no reviews yet in the last 30 days".to_owned(),
            |(percent, of)| format!("{percent} % of {of} reviews in the last 30 days remembered"),
        );
        self.nothing(&text);
    }

    pub(super) fn days(&mut self, days: &[DayLine]) {
        let most = days.iter().map(|d| d.done).max().unwrap_or(0).max(1);
        let line = |d: &DayLine| {
            let bar = "■".repeat((d.done as usize * BAR).div_ceil(most as usize));
            Line::from(vec![
                Span::raw(format!("  {}  ", d.date)),
                Span::styled(bar, self.theme.accent),
                Span::styled(format!(" {}, {} min", count(d.done, "card"), d.minutes), self.theme.dim),
            ])
        };
        self.setter.gap();
        self.setter.lines(days.iter().map(line).collect::<Vec<_>>());
    }

    pub(super) fn attempts(&mut self, quizzes: &[QuizLine]) {
        let room = self.width.saturating_sub(AROUND);
        let line = |quiz: &QuizLine| {
            let state = if quiz.finished { format!("{:>3} %", quiz.percent) } else { "left".to_owned() };
            Line::from(vec![
                Span::raw(format!("  {}  ", quiz.date)),
                Span::styled(format!("{state:>5}  "), self.theme.accent),
                Span::raw(shortened(&quiz.about, room)),
                Span::styled(format!("  {} of {} answered", quiz.answered, quiz.questions), self.theme.dim),
            ])
        };
        self.setter.gap();
        self.setter.lines(quizzes.iter().map(line).collect::<Vec<_>>());
    }
}
