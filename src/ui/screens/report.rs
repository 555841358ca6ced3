//! The report of a drill, or of a quiz that several people took.

use std::path::PathBuf;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget as _};

use super::Input;
use crate::print::report as print;
use crate::study::report::Report;
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::frame::{Header, shortened};
use crate::ui::keys::{self, Binding, Chord, Hint};
use crate::ui::pager::Pager;
use crate::ui::report;
use crate::ui::window;

/// The report screen.
pub struct ReportScreen {
    report: Report,
    pager: Pager,
    /// What became of a file that was asked for.
    notice: Option<Result<String, String>>,
}

#[derive(Clone, Copy)]
enum Act {
    Html,
    Csv,
}

impl ReportScreen {
    pub fn new(report: Report) -> Self {
        Self { report, pager: Pager::default(), notice: None }
    }

    /// A file was written there, or not, and why.
    pub fn written(&mut self, done: Result<PathBuf, String>) {
        self.notice = Some(done.map(|path| format!("Written to {}", path.display())));
    }

    fn bindings() -> Vec<Binding<Act>> {
        vec![
            Binding::new("w", "write it as a web page", &[Chord::Char('w')], Act::Html),
            Binding::new("v", "as a table", &[Chord::Char('v')], Act::Csv),
        ]
    }

    fn write(&self, act: Act) -> Effect {
        let name = match &self.report {
            Report::Drill(drill) => format!("ninetracks-drill-{}", drill.number),
            Report::Test(test) => format!("ninetracks-paper-{}", test.seed),
        };
        let (extension, text) = match act {
            Act::Html => ("html", print::html(&self.report)),
            Act::Csv => ("csv", print::csv(&self.report)),
        };
        Effect::Write { name, extension, text }
    }

    pub fn hints(&self, _: &Context<'_>) -> Vec<Hint> {
        Pager::hints_with(Self::bindings())
    }

    pub fn handle(&mut self, input: &Input, context: &Context<'_>) -> Vec<Effect> {
        self.notice = None;
        if let Input::Key(key) = input
            && let Some(act) = keys::action(&Self::bindings(), *key)
        {
            return vec![self.write(act)];
        }
        self.pager.handle(input, self.lines(context).len(), context)
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        let (place, aside) = match &self.report {
            Report::Drill(drill) => (format!("Report of drill {}", drill.number), drill.started_in_words.clone()),
            Report::Test(test) => (
                "Report of a quiz".to_owned(),
                format!("{} {}", test.attempts, if test.attempts == 1 { "attempt" } else { "attempts" }),
            ),
        };
        Header {
            place: vec![Span::styled(place, context.theme.strong)],
            progress: vec![Span::styled(aside, context.theme.dim)],
        }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let lines = self.lines(context);
        window::draw(frame, area, &lines, self.pager.scroll);
        window::draw_more(frame, area, lines.len(), self.pager.scroll, context.theme);
        if let Some(notice) = &self.notice {
            let (text, style) = match notice {
                Ok(text) => (text, context.theme.right),
                Err(text) => (text, context.theme.wrong),
            };
            let last = Rect { y: area.bottom().saturating_sub(1), height: 1.min(area.height), ..area };
            Clear.render(last, frame.buffer_mut());
            frame.buffer_mut().set_stringn(
                last.x,
                last.y,
                shortened(text, usize::from(last.width)),
                usize::from(last.width),
                style,
            );
        }
    }

    fn lines(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        report::lines(&self.report, context.theme, context.width())
    }
}
