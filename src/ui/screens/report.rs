//! The report of a drill, or of a quiz that several people took.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Input;
use crate::print::report::Report;
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::frame::Header;
use crate::ui::keys::Hint;
use crate::ui::pager::Pager;
use crate::ui::report;
use crate::ui::window;

/// The report screen.
pub struct ReportScreen {
    report: Report,
    pager: Pager,
}

impl ReportScreen {
    pub fn new(report: Report) -> Self {
        Self { report, pager: Pager::default() }
    }

    pub fn hints(&self, _: &Context<'_>) -> Vec<Hint> {
        Pager::hints()
    }

    pub fn handle(&mut self, input: &Input, context: &Context<'_>) -> Vec<Effect> {
        self.pager.handle(input, self.lines(context).len(), context)
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        let (place, aside) = match &self.report {
            Report::Drill(drill) => (format!("Report of drill {}", drill.number), drill.started_in_words.clone()),
            Report::Test(test) => {
                ("Report of a quiz".to_owned(), format!("{} {}", test.attempts, if test.attempts == 1 { "attempt" } else { "attempts" }))
            }
        };
        Header { place: vec![Span::styled(place, context.theme.strong)], progress: vec![Span::styled(aside, context.theme.dim)] }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let lines = self.lines(context);
        window::draw(frame, area, &lines, self.pager.scroll);
        window::draw_more(frame, area, lines.len(), self.pager.scroll, context.theme);
    }

    fn lines(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        report::lines(&self.report, context.theme, context.width())
    }
}
