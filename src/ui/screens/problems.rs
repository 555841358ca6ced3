//! What could not be read of the course, and what to do.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Input;
use crate::course::report::{Ink, render};
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::frame::Header;
use crate::ui::keys::{self, Binding, Chord, DOWN, ESC, Hint, PAGE_DOWN, PAGE_UP, SPACE, UP};
use crate::ui::scroll::Scroll;
use crate::ui::window;

/// A list of findings.
#[derive(Default)]
pub struct Problems {
    scroll: Scroll,
}

#[derive(Clone, Copy)]
enum Act {
    Line(isize),
    Page(bool),
    Back,
}

fn bindings() -> Vec<Binding<Act>> {
    let lines = vec![(UP, Act::Line(-1)), (DOWN, Act::Line(1)), (Chord::Char('k'), Act::Line(-1)), (Chord::Char('j'), Act::Line(1))];
    let pages = vec![(PAGE_UP, Act::Page(false)), (PAGE_DOWN, Act::Page(true)), (SPACE, Act::Page(true))];
    vec![
        Binding::each("↑↓", "scroll", lines),
        Binding::each("PgUp PgDn", "page", pages),
        Binding::new("Esc", "back", &[ESC, Chord::Char('q')], Act::Back),
    ]
}

impl Problems {
    pub fn handle(&mut self, input: &Input, context: &Context<'_>) -> Vec<Effect> {
        let Input::Key(key) = input else { return Vec::new() };
        let (total, height) = (lines(context).len(), context.height());
        match keys::action(&bindings(), *key) {
            Some(Act::Line(by)) => self.scroll.by(by, total, height),
            Some(Act::Page(down)) => self.scroll.page(down, total, height),
            Some(Act::Back) => return vec![Effect::Back],
            None => {}
        }
        Vec::new()
    }

    pub fn hints(&self, _: &Context<'_>) -> Vec<Hint> {
        keys::hints(bindings())
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        Header { place: vec![Span::styled("What could not be read", context.theme.strong)], progress: Vec::new() }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        window::draw(frame, area, &lines(context), self.scroll);
    }
}

fn lines(context: &Context<'_>) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for finding in context.course.problems() {
        for line in render(finding, Ink::Plain).lines() {
            let hanging = textwrap::Options::new(context.width().max(1)).subsequent_indent("      ");
            lines.extend(textwrap::wrap(line, hanging).into_iter().map(|l| Line::raw(l.into_owned())));
        }
        lines.push(Line::default());
    }
    lines.push(Line::styled("`ninetracks check` lists these and more.", context.theme.dim));
    lines
}
