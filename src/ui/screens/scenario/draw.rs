//! A scenario drawn: the page of its state, and what a key could not do.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Phase, ScenarioScreen};
use crate::pages::debrief;
use crate::study::scenario::Step;
use crate::ui::context::Context;
use crate::ui::frame::Header;
use crate::ui::passage;
use crate::ui::scenario::{self as pages, PlayView};
use crate::ui::window;

impl ScenarioScreen {
    fn page(&self, context: &Context<'_>) -> Option<pages::FocusedPage> {
        let order = self.session.shown();
        let scenario = &order.shown;
        let view = PlayView { course: context.course, scenario, theme: context.theme, width: context.width() };
        let trace = self.session.play().trace(scenario);
        let whole = |doc| pages::FocusedPage { doc, focus: 0..0 };
        match self.state {
            Phase::Opening => Some(whole(pages::opening(view))),
            Phase::Choosing { cursor } => trace.scene().map(|s| pages::scene(view, &trace, s, cursor)),
            Phase::Reasoning { choice, cursor } => {
                trace.scene().and_then(|s| s.choices.get(choice)).map(|c| pages::reasons(view, &trace, c, cursor))
            }
            Phase::Outcome => trace.steps.last().map(|s: &Step<'_>| whole(pages::outcome(view, s))),
            Phase::Rewinding { cursor } => Some(pages::decisions(view, &trace, cursor)),
            Phase::Debrief => {
                let passages = debrief::of_play(context.course, scenario, self.session.play());
                Some(whole(passage::set(&passages, context.theme, context.width())))
            }
        }
    }

    pub(super) fn lines(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        let mut lines = self.page(context).map_or_else(Vec::new, |p| p.doc.lines);
        if let Some(notice) = self.notice {
            lines.push(Line::styled(notice, context.theme.partly));
        }
        lines
    }

    pub(super) fn keep_in_sight(&mut self, context: &Context<'_>) {
        if let Some(page) = self.page(context).filter(|p| !p.focus.is_empty()) {
            self.scroll.show(page.focus.start, page.focus.end, context.height());
        }
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        let theme = context.theme;
        let order = self.session.shown();
        let scenario = &order.shown;
        let place =
            vec![Span::styled("Scenario", theme.strong), Span::styled(format!(" · {}", scenario.title), theme.text)];
        let score = self.session.play().score(scenario);
        let decision = match self.state {
            Phase::Opening => format!("about {} min", scenario.minutes),
            Phase::Choosing { .. } | Phase::Reasoning { .. } => format!("decision {}", self.session.play().len() + 1),
            Phase::Outcome => format!("decision {}", self.session.play().len()),
            Phase::Rewinding { .. } => "rewind".to_owned(),
            Phase::Debrief => "debrief".to_owned(),
        };
        let mut progress = vec![Span::styled(decision, theme.text)];
        if score.of > 0.0 {
            progress.push(Span::styled(format!("  reasons {} of {}", score.points, score.of), theme.dim));
        }
        Header { place, progress }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let lines = self.lines(context);
        let mut scroll = self.scroll;
        if self.notice.is_some() {
            scroll.show(lines.len() - 1, lines.len(), usize::from(area.height));
        }
        window::draw(frame, area, &lines, scroll);
        window::draw_more(frame, area, lines.len(), scroll, context.theme);
    }
}
