//! A quiz drawn: the question, and the page before handing in.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Quiz, State};
use crate::course::wording::count;
use crate::pages::adaptive;
use crate::study::certainty::Certainty;
use crate::study::quiz::{Mode, PaperSpec};
use crate::study::score::points;
use crate::ui::context::Context;
use crate::ui::frame::Header;
use crate::ui::meter;
use crate::ui::passage;
use crate::ui::question::{self, Drawn, View};
use crate::ui::scroll::Scroll;
use crate::ui::window;

impl Quiz {
    pub(super) fn drawn(&self, context: &Context<'_>) -> Option<Drawn> {
        let item = self.session.item()?;
        let view = View { course: context.course, theme: context.theme, width: context.width() };
        match &self.state {
            State::Answering(draft) | State::Weighing(draft, _) => Some(question::draw(view, item, draft)),
            State::Explained => Some(question::draw_revealed(view, item, self.session.given(), self.reasons)),
            State::HandIn => None,
        }
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        let theme = context.theme;
        let PaperSpec { lessons, mode, .. } = &self.session.sitting().paper.spec;
        let about = match lessons.as_slice() {
            [] => "the whole course".to_owned(),
            [one] => context.course.title(one),
            many => format!("{} lessons", many.len()),
        };
        let (name, about) = match mode {
            Mode::Practice => ("Quiz", about),
            Mode::Adaptive => ("Adaptive practice", about),
            Mode::InClass => ("Practice in class", about),
            Mode::Exam => ("Exam", about),
            Mode::Placement(half) => ("Placement test", half.words().to_owned()),
        };
        let place = vec![Span::styled(name, theme.strong), Span::styled(format!(" · {about}"), theme.text)];
        Header { place, progress: self.progress(context) }
    }

    fn progress(&self, context: &Context<'_>) -> Vec<Span<'static>> {
        let theme = context.theme;
        let sitting = self.session.sitting();
        let flag = if sitting.flagged(sitting.at()) { "flagged  " } else { "" };
        let length = self.session.length();
        let shown = (sitting.at() + 1).min(length);
        let mut spans =
            vec![Span::styled(flag, theme.partly), Span::styled(format!("{shown} of {length}  "), theme.text)];
        if context.area.width >= 90 || length <= 10 {
            spans.push(Span::styled(meter::blocks(sitting.answered(), length, 10), theme.accent));
        }
        if sitting.mode().tells_at_once() {
            spans.push(Span::styled(
                format!(
                    "  {} {}",
                    points(sitting.score().points),
                    if (sitting.score().points - 1.0).abs() < 1e-9 { "point" } else { "points" }
                ),
                theme.dim,
            ));
        }
        let seconds = sitting.left_s(context.clock.now).unwrap_or_else(|| sitting.elapsed_ms(context.clock.now) / 1000);
        let style = if sitting.left_s(context.clock.now).is_some_and(|s| s <= 30) { theme.wrong } else { theme.dim };
        spans.push(Span::styled(
            format!("  {}{}", meter::clock(seconds), if sitting.paper.spec.limit_s.is_some() { " left" } else { "" }),
            style,
        ));
        spans
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let Some(drawn) = self.drawn(context) else {
            window::draw(frame, area, &self.hand_in_lines(context), Scroll::default());
            return;
        };
        let mut lines = drawn.doc.lines;
        if let Some(notice) = self.notice {
            lines.extend([Line::default(), Line::styled(notice, context.theme.partly)]);
        }
        let choice = self.choice_lines(context);
        let is_told = self.notice.is_some() || !choice.is_empty();
        lines.extend(choice);
        let is_weighing = matches!(self.state, State::Weighing(..));
        if is_weighing {
            lines.extend(weighing(context));
        }
        let mut scroll = self.scroll;
        if is_told || is_weighing {
            scroll.show(lines.len() - 1, lines.len(), usize::from(area.height));
        }
        window::draw(frame, area, &lines, scroll);
        window::draw_more(frame, area, lines.len(), scroll, context.theme);
        if let Some(caret) = drawn.caret.filter(|_| !is_weighing) {
            window::set_caret(frame, area, caret, lines.len(), scroll);
        }
    }

    /// Why this question was chosen, where that was asked.
    fn choice_lines(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        let Some(reason) = &self.choice else { return Vec::new() };
        let passages = adaptive::why(context.course, reason);
        let set = passage::set(&passages, context.theme, context.width()).lines;
        std::iter::once(Line::default()).chain(set).collect()
    }

    fn hand_in_lines(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        let theme = context.theme;
        let sitting = self.session.sitting();
        let skipped = sitting.all_given().iter().filter(|g| g.as_ref().is_none_or(|g| !g.answer.is_answer())).count();
        let flagged: Vec<String> =
            (0..sitting.len()).filter(|&i| sitting.flagged(i)).map(|i| (i + 1).to_string()).collect();
        let mut lines = vec![
            Line::styled("Ready to hand in?", theme.strong),
            Line::default(),
            Line::raw(format!("{} of {} answered.", sitting.len() - skipped, count(sitting.len(), "question"))),
        ];
        if !flagged.is_empty() {
            lines.push(Line::raw(format!("Flagged: {}.", flagged.join(", "))));
        }
        lines.extend([
            Line::default(),
            Line::styled("⏎ hands in. ← goes back; answers can still be changed.", theme.dim),
        ]);
        lines
    }
}

/// The three levels, each with when it pays.
fn weighing(context: &Context<'_>) -> Vec<Line<'static>> {
    let theme = context.theme;
    let level = |(at, level): (usize, Certainty)| {
        [
            Span::styled(format!("{} ", at + 1), theme.focus),
            Span::styled(level.name(), theme.text),
            Span::styled(format!(" ({})     ", level.honest_range()), theme.dim),
        ]
    };
    let levels: Vec<Span<'static>> = Certainty::ALL.into_iter().enumerate().flat_map(level).collect();
    vec![Line::default(), Line::styled("How certain are you?", theme.strong), Line::default(), Line::from(levels)]
}
