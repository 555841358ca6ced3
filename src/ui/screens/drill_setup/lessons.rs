//! The page on which lessons are ticked.

use crossterm::event::KeyEvent;
use ratatui::text::Line;

use super::form::Form;
use super::page::{Drawn, Page, Turn};
use crate::ui::context::Context;
use crate::ui::frame::shortened;
use crate::ui::keys::{self, Binding, Chord, ENTER, ESC, LEFT, RIGHT, SPACE};

#[derive(Clone, Copy)]
pub enum Act {
    Up,
    Down,
    Tick,
    All,
    Done,
}

/// The page.
#[derive(Default)]
pub struct Lessons {
    cursor: usize,
}

impl Lessons {
    pub fn bindings() -> Vec<Binding<Act>> {
        let moves = keys::up_down(Act::Up, Act::Down);
        vec![
            Binding::each("↑↓", "move", moves),
            Binding::new("space", "choose", &[SPACE, RIGHT, LEFT, Chord::Char('l'), Chord::Char('h')], Act::Tick),
            Binding::new("a", "all", &[Chord::Char('a')], Act::All),
            Binding::new("⏎", "done", &[ENTER], Act::Done),
            Binding::new("Esc", "back", &[ESC, Chord::Char('q')], Act::Done),
        ]
    }

    pub fn key(&mut self, key: KeyEvent, form: &mut Form, context: &Context<'_>) -> Turn {
        let n = context.course.outlines().len();
        match keys::action(&Self::bindings(), key) {
            Some(Act::Up) => self.cursor = self.cursor.checked_sub(1).unwrap_or(n.saturating_sub(1)),
            Some(Act::Down) => self.cursor = (self.cursor + 1) % n.max(1),
            Some(Act::Tick) => self.tick(form, context),
            Some(Act::All) => {
                let all = form.questions.lessons.len() == n;
                form.questions.only.clear();
                form.questions.lessons =
                    if all { Vec::new() } else { context.course.outlines().iter().map(|o| o.id.clone()).collect() };
            }
            Some(Act::Done) => return Turn::To(Page::Main),
            None => {}
        }
        Turn::Stay
    }

    /// Lessons stand in the order of the course.
    fn tick(&self, form: &mut Form, context: &Context<'_>) {
        let outlines = context.course.outlines();
        let Some(here) = outlines.get(self.cursor).map(|o| &o.id) else { return };
        let before = std::mem::take(&mut form.questions.lessons);
        let is_ticked = |id| if id == here { !before.contains(id) } else { before.contains(id) };
        form.questions.lessons = outlines.iter().map(|o| &o.id).filter(|id| is_ticked(id)).cloned().collect();
        form.questions.only.clear();
    }

    pub fn draw(&self, form: &Form, context: &Context<'_>) -> Drawn {
        let theme = context.theme;
        let plan = &form.questions;
        let said = match (plan.only.len(), plan.lessons.len()) {
            (0, 0) => "Lessons to draw from. None is chosen: the whole course.".to_owned(),
            (0, _) => "Lessons to draw from.".to_owned(),
            (n, _) => format!("Now {n} chosen questions. A lesson takes their place."),
        };
        let mut drawn = Drawn::with([Line::styled(format!("   {said}"), theme.dim), Line::default()]);
        for (i, outline) in context.course.outlines().iter().enumerate() {
            let (mark, style) = if i == self.cursor { ("▸", theme.focus) } else { (" ", theme.text) };
            let sign = if plan.lessons.contains(&outline.id) { "■" } else { "□" };
            let line = Line::styled(
                shortened(&format!(" {mark} {sign} {:>2}  {}", i + 1, outline.title), context.width()),
                style,
            );
            drawn.push(line, i == self.cursor);
        }
        drawn
    }
}
