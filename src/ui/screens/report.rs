//! The report of a drill, or of a quiz that several people took.

use std::path::PathBuf;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget as _};

use crate::course::model::text::named_path;
use crate::course::wording::count;
use crate::study::report::Report;
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::export::ReportFormat;
use crate::ui::frame::{Header, Width, shortened};
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::Char;
use crate::ui::pager::{self, Scrolled};
use crate::ui::report;
use crate::ui::screens::lifecycle::Lifecycle;
use crate::ui::scroll::Scroll;
use crate::ui::window;

/// The report screen.
pub struct ReportScreen {
    report: Report,
    scroll: Scroll,
    /// What became of a file that was asked for.
    notice: Option<Result<String, String>>,
}

impl Keyed for ReportScreen {
    fn bindings(&self, _: &Context<'_>) -> Vec<Binding<Self>> {
        vec![
            pager::lines(),
            pager::pages(),
            Binding::<Self>::new("w", "save as web page", &[Char('w')], |s, _| s.export(ReportFormat::WebPage)),
            Binding::<Self>::new("v", "save as CSV", &[Char('v')], |s, _| s.export(ReportFormat::Table)),
            Binding::back(),
        ]
    }
}

impl Lifecycle for ReportScreen {
    fn width(&self) -> Width {
        Width::List
    }
}

impl Scrolled for ReportScreen {
    fn scroll(&mut self) -> &mut Scroll {
        &mut self.scroll
    }

    fn total(&self, context: &Context<'_>) -> usize {
        self.lines(context).len()
    }
}

impl ReportScreen {
    pub fn new(report: Report) -> Self {
        Self { report, scroll: Scroll::default(), notice: None }
    }

    /// A file was written there, or not, and why.
    pub fn written(&mut self, done: Result<PathBuf, String>) {
        self.notice = Some(done.map(|path| format!("Written to {}", named_path(&path))));
    }

    fn export(&self, format: ReportFormat) -> Effect {
        Effect::Export { report: Box::new(self.report.clone()), format }
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        self.notice = None;
        let InputEvent::Key(key) = input else { return Vec::new() };
        self.press(*key, context).unwrap_or_default()
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        // Of what it is, its title says.
        let aside = match &self.report {
            Report::Drill(drill) => drill.started_in_words.clone(),
            Report::Test(test) => count(test.attempts, "attempt"),
        };
        Header {
            place: vec![Span::styled("Report", context.theme.strong)],
            progress: vec![Span::styled(aside, context.theme.dim)],
        }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let lines = self.lines(context);
        window::draw(frame, area, &lines, self.scroll);
        window::draw_more(frame, area, lines.len(), self.scroll, context.theme);
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
