//! Statistics on the screen.

use ratatui::text::{Line, Span};

use super::PassageSetter;
use crate::course::wording::count;
use crate::pages::words;
use crate::study::insight::DueDay;
use crate::study::progress::{CardCounts, DayLine, QuizLine};
use crate::study::workload::Workload;
use crate::ui::frame::shortened;
use crate::ui::meter;

/// Blocks of the longest bar.
const BAR: usize = 30;
/// Blocks of the longest bar of a workload.
const WORKLOAD_BAR: usize = 20;
/// Cells for what stands around the subject of a quiz.
const AROUND: usize = 60;
/// Blocks of the bar of a score.
const SCORE_BAR: usize = 10;

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
        self.setter.lines(lines);
    }

    pub(super) fn retention(&mut self, share: Option<(u32, u32)>) {
        let text = share.map_or_else(
            || "No reviews yet in the last 30 days.".to_owned(),
            |(percent, of)| format!("{percent} % of {of} reviews in the last 30 days were remembered."),
        );
        self.words(&text);
    }

    pub(super) fn days(&mut self, days: &[DayLine]) {
        let most = days.iter().map(|d| d.done).max().unwrap_or(0).max(1);
        let line = |d: &DayLine| {
            let bar = "■".repeat((d.done as usize * BAR).div_ceil(most as usize));
            Line::from(vec![
                Span::raw(format!("  {}  ", d.date)),
                Span::styled(bar, self.theme.accent),
                Span::styled(format!(" {}", words::day(d)), self.theme.dim),
            ])
        };
        self.setter.lines(days.iter().map(line).collect::<Vec<_>>());
    }

    /// A column a week, from Monday down: the fuller the sign, the more cards.
    pub(super) fn calendar(&mut self, days: &[DayLine]) {
        let Some(first) = days.first() else { return };
        let theme = self.theme;
        let before = usize::try_from(first.date.weekday().to_monday_zero_offset()).unwrap_or(0);
        let weeks = (before + days.len()).div_ceil(7);
        let most = days.iter().map(|d| d.done).max().unwrap_or(0);
        self.setter.lines([Line::styled(format!("       {}", month_heads(days, before, weeks)), theme.dim)]);
        for (weekday, name) in ["Mon", "", "Wed", "", "Fri", "", "Sun"].into_iter().enumerate() {
            let mut spans = vec![Span::styled(format!("  {name:<3}  "), theme.dim)];
            spans.extend((0..weeks).map(|week| {
                match (week * 7 + weekday).checked_sub(before).and_then(|at| days.get(at)) {
                    None => Span::raw(" "),
                    Some(day) if !day.studied => Span::styled("·", theme.dim),
                    Some(day) => Span::styled(fullness(day.done, most), theme.accent),
                }
            }));
            self.setter.lines([Line::from(spans)]);
        }
        self.setter.plain("A column is a week. · no study, ░ ▒ ▓ █ few to many cards", theme.dim);
    }

    pub(super) fn forecast(&mut self, days: &[DueDay]) {
        let most = days.iter().map(|d| d.cards).max().unwrap_or(0).max(1);
        let line = |d: &DueDay| {
            let bar = "■".repeat((d.cards * BAR).div_ceil(most));
            Line::from(vec![
                Span::raw(format!("  {}  ", d.date)),
                Span::styled(bar, self.theme.accent),
                Span::styled(format!(" {}", count(d.cards, "card")), self.theme.dim),
            ])
        };
        self.setter.lines(days.iter().map(line).collect::<Vec<_>>());
    }

    /// A bar a retention; the one that is set stands out.
    pub(super) fn workloads(&mut self, all: &[Workload]) {
        let most = all.iter().map(|it| it.reviews_a_day_over_30_days).fold(0.0, f64::max).max(f64::MIN_POSITIVE);
        let line = |it: &Workload| {
            let (mark, style) = if it.is_set { ("▸", self.theme.focus) } else { (" ", self.theme.text) };
            let filled = meter::filled(it.reviews_a_day_over_30_days / most, WORKLOAD_BAR);
            let pad = " ".repeat(WORKLOAD_BAR.saturating_sub(filled));
            Line::from(vec![
                Span::styled(format!("  {mark} {:>3} %  ", it.retention_percent), style),
                Span::styled("■".repeat(filled), self.theme.accent),
                Span::styled(format!("{pad}  {}", words::workload(it)), if it.is_set { style } else { self.theme.dim }),
            ])
        };
        self.setter.gap();
        self.setter.lines(all.iter().map(line).collect::<Vec<_>>());
    }

    pub(super) fn attempts(&mut self, quizzes: &[QuizLine]) {
        let room = self.width.saturating_sub(AROUND);
        let line = |quiz: &QuizLine| {
            let state = if quiz.finished { format!("{:>3} %", quiz.percent) } else { "left".to_owned() };
            let filled = if quiz.finished { meter::filled(f64::from(quiz.percent) / 100.0, SCORE_BAR) } else { 0 };
            let exam = if quiz.mode == "exam" { "exam, " } else { "" };
            Line::from(vec![
                Span::raw(format!("  {}  ", quiz.date)),
                Span::styled(format!("{state:>5} "), self.theme.accent),
                Span::styled("■".repeat(filled), self.theme.accent),
                Span::styled(format!("{}  ", "□".repeat(SCORE_BAR - filled)), self.theme.dim),
                Span::raw(shortened(&quiz.about, room)),
                Span::styled(format!("  {exam}{} of {} answered", quiz.answered, quiz.questions), self.theme.dim),
            ])
        };
        self.setter.lines(quizzes.iter().map(line).collect::<Vec<_>>());
    }
}

/// The names of months over the weeks in which they begin.
fn month_heads(days: &[DayLine], before: usize, weeks: usize) -> String {
    let mut heads = String::new();
    for week in 0..weeks {
        let begins = (0..7)
            .filter_map(|weekday| (week * 7 + weekday).checked_sub(before).and_then(|at| days.get(at)))
            .find(|day| day.date.day() == 1);
        if let Some(day) = begins.filter(|_| heads.len() <= week && week + 3 <= weeks) {
            heads.push_str(&" ".repeat(week - heads.len()));
            heads.push_str(&day.date.strftime("%b").to_string());
        }
    }
    heads
}

fn fullness(done: u32, most: u32) -> &'static str {
    match (f64::from(done) / f64::from(most.max(1)) * 4.0).ceil() {
        n if n <= 1.0 => "░",
        n if n <= 2.0 => "▒",
        n if n <= 3.0 => "▓",
        _ => "█",
    }
}
