//! What is wrong in the course's files, and what to do.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::course::finding::Finding;
use crate::course::report::{Ink, render};
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::frame::Header;
use crate::ui::input::InputEvent;
use crate::ui::pager::{self, Scrolled};
use crate::ui::screens::lifecycle::Lifecycle;
use crate::ui::scroll::Scroll;
use crate::ui::window;

/// A list of findings.
#[derive(Default)]
pub struct Problems {
    scroll: Scroll,
}

impl Keyed for Problems {
    fn bindings(&self, _: &Context<'_>) -> Vec<Binding<Self>> {
        vec![pager::lines(), pager::pages(), Binding::back()]
    }
}

impl Lifecycle for Problems {}

impl Scrolled for Problems {
    fn scroll(&mut self) -> &mut Scroll {
        &mut self.scroll
    }

    fn total(&self, context: &Context<'_>) -> usize {
        lines(context).len()
    }
}

impl Problems {
    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        let InputEvent::Key(key) = input else { return Vec::new() };
        self.press(*key, context).unwrap_or_default()
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        Header { place: vec![Span::styled(title(context.problems), context.theme.strong)], progress: Vec::new() }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        window::draw(frame, area, &lines(context), self.scroll);
    }
}

/// Files that cannot be read, or whatever else `check` finds while the course is written.
fn title(problems: &[Finding]) -> &'static str {
    if problems.iter().all(Finding::is_unreadable) { "Unreadable files" } else { "Errors in the course" }
}

/// The first error with its place, and how many more there are; `None` where there is none.
pub fn summed_up(problems: &[Finding]) -> Option<String> {
    let first = problems.first()?;
    let what = if first.is_unreadable() { "could not be read: " } else { "" };
    let more = if problems.len() > 1 { format!(" (and {} more)", problems.len() - 1) } else { String::new() };
    Some(format!("! {what}{}: {}{more}", first.place, first.message))
}

fn lines(context: &Context<'_>) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for finding in context.problems {
        for line in render(finding, Ink::Plain).lines() {
            let hanging = textwrap::Options::new(context.width().max(1)).subsequent_indent("      ");
            lines.extend(textwrap::wrap(line, hanging).into_iter().map(|l| Line::raw(l.into_owned())));
        }
        lines.push(Line::default());
    }
    lines.push(Line::styled("The command ninetracks check lists these and more.", context.theme.dim));
    lines
}
