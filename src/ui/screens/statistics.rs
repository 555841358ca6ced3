//! Statistics: what is known, how it was remembered, what was done lately, and the history of quizzes.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::course::Course;
use crate::store::progress::{Progress, QuizLine};
use crate::store::{Store, StoreError};
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::{Context, Opening};
use crate::ui::effect::{Effect, Place};
use crate::ui::frame::{Header, cut};
use crate::ui::input::Input;
use crate::ui::keys::Chord::Char;
use crate::ui::meter;
use crate::ui::pager::{self, Scrolled};
use crate::ui::scroll::Scroll;
use crate::ui::window;

/// The statistics screen.
pub struct Statistics {
    progress: Progress,
    scroll: Scroll,
}

impl Keyed for Statistics {
    fn bindings(&self, _: &Context<'_>) -> Vec<Binding<Self>> {
        vec![
            pager::lines(),
            pager::pages(),
            Binding::opens("r", "reports of classes", &[Char('r')], Place::Reports),
            Binding::back(),
        ]
    }
}

impl Scrolled for Statistics {
    fn scroll(&mut self) -> &mut Scroll {
        &mut self.scroll
    }

    fn total(&self, context: &Context<'_>) -> usize {
        self.lines(context).len()
    }
}

impl Statistics {
    pub fn load(store: &Store, course: &Course, with: &Opening<'_>) -> Result<Self, StoreError> {
        Ok(Self { progress: Progress::load(store, course, with.clock)?, scroll: Scroll::default() })
    }

    pub fn handle(&mut self, input: &Input, context: &Context<'_>) -> Vec<Effect> {
        let Input::Key(key) = input else { return Vec::new() };
        self.press(*key, context).unwrap_or_default()
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        let days = self.progress.days_studied;
        let text = format!("{days} {} of study", if days == 1 { "day" } else { "days" });
        Header {
            place: vec![Span::styled("Statistics", context.theme.strong)],
            progress: vec![Span::styled(text, context.theme.dim)],
        }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let lines = self.lines(context);
        window::draw(frame, area, &lines, self.scroll);
        window::draw_more(frame, area, lines.len(), self.scroll, context.theme);
    }

    fn lines(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        let theme = context.theme;
        let it = &self.progress;
        let title = |text: &'static str| Line::styled(text, theme.strong);
        let mut lines = vec![title("Cards"), Line::default()];
        let total = it.cards.total().max(1);
        for (name, n) in it.cards.rows() {
            #[expect(clippy::cast_precision_loss, reason = "numbers of cards")]
            let bar = meter::filled(n as f64 / total as f64, 30);
            let shown = bar.max(usize::from(n > 0));
            lines.push(Line::from(vec![
                Span::raw(format!("  {name:<22}{n:>4}  ")),
                Span::styled("■".repeat(shown), theme.accent),
            ]));
        }
        let retention = it.retention_percent.map_or_else(
            || "no reviews yet in the last 30 days".to_owned(),
            |(percent, of)| format!("{percent} % of {of} reviews in the last 30 days remembered"),
        );
        lines.extend([
            Line::default(),
            Line::styled(format!("  {retention}"), theme.dim),
            Line::default(),
            title("The last 14 days"),
            Line::default(),
        ]);
        lines.extend(self.day_lines(context));
        lines.extend([Line::default(), title("Quizzes"), Line::default()]);
        if it.quizzes.is_empty() {
            lines.push(Line::styled("  none yet", theme.dim));
        }
        lines.extend(it.quizzes.iter().map(|q| quiz_line(q, context)));
        lines
    }

    fn day_lines(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        let theme = context.theme;
        let days = &self.progress.last_days;
        let most = days.iter().map(|d| d.done).max().unwrap_or(0).max(1);
        let day = |d: &crate::store::progress::DayLine| {
            let bar = (d.done as usize * 30).div_ceil(most as usize);
            let aside = if d.done == 0 && d.minutes == 0 {
                String::new()
            } else {
                format!("{} cards, {} min", d.done, d.minutes)
            };
            Line::from(vec![
                Span::raw(format!("  {}  ", d.date)),
                Span::styled("■".repeat(bar), theme.accent),
                Span::styled(format!(" {aside}"), theme.dim),
            ])
        };
        days.iter()
            .filter(|d| d.done > 0 || d.minutes > 0)
            .map(day)
            .chain(days.iter().all(|d| d.done == 0 && d.minutes == 0).then(|| Line::styled("  nothing yet", theme.dim)))
            .collect()
    }
}

fn quiz_line(quiz: &QuizLine, context: &Context<'_>) -> Line<'static> {
    let theme = context.theme;
    let state = if quiz.finished { format!("{:>3} %", quiz.percent) } else { "left".to_owned() };
    let room = context.width().saturating_sub(36);
    Line::from(vec![
        Span::raw(format!("  {}  ", quiz.date)),
        Span::styled(format!("{state:>5}  "), theme.accent),
        Span::raw(cut(&quiz.about, room)),
        Span::styled(format!("  {} of {} answered", quiz.answered, quiz.questions), theme.dim),
    ])
}
