//! The panel on which lessons are ticked.

use ratatui::text::Line;

use super::form::ChosenPlan;
use super::{DrillSetup, Panel};
use crate::ui::bindings::Binding;
use crate::ui::context::Context;
use crate::ui::frame::shortened;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{DOWN, ENTER, ESC, LEFT, RIGHT, SPACE, UP};
use crate::ui::screens::listing::Listing;

/// An action of this panel, as the whole set-up performs it.
fn on_panel(
    action: impl Fn(&mut LessonPicker, &mut ChosenPlan, &Context<'_>) + Copy + 'static,
) -> impl Fn(&mut DrillSetup, &Context<'_>) + 'static {
    move |setup, context| {
        if let Panel::Lessons(panel) = &mut setup.panel {
            action(panel, &mut setup.form, context);
        }
    }
}

/// The panel.
#[derive(Default)]
pub(super) struct LessonPicker {
    cursor: usize,
}

impl LessonPicker {
    pub(super) fn bindings() -> Vec<Binding<DrillSetup>> {
        vec![
            Binding::new("↑↓", "move", &[UP, Char('k')], on_panel(|it, form, context| it.step(-1, form, context)))
                .and(&[DOWN, Char('j')], on_panel(|it, form, context| it.step(1, form, context))),
            Binding::new("space", "choose", &[SPACE, RIGHT, LEFT, Char('l'), Char('h')], on_panel(Self::tick)),
            Binding::new("a", "all", &[Char('a')], on_panel(Self::tick_all)),
            Binding::new("⏎", "done", &[ENTER], |setup: &mut DrillSetup, _| setup.back_to_main()),
            Binding::new("Esc", "back", &[ESC], |setup: &mut DrillSetup, _| setup.back_to_main()),
        ]
    }

    fn step(&mut self, by: isize, _: &mut ChosenPlan, context: &Context<'_>) {
        let n = context.course.outlines().len();
        self.cursor = (self.cursor + n).saturating_add_signed(by) % n.max(1);
    }

    fn tick_all(&mut self, form: &mut ChosenPlan, context: &Context<'_>) {
        let all: Vec<_> = context.course.outlines().iter().map(|o| o.id.clone()).collect();
        form.questions.only.clear();
        form.questions.lessons = if form.questions.lessons.len() == all.len() { Vec::new() } else { all };
    }

    /// Lessons stand in the order of the course.
    fn tick(&mut self, form: &mut ChosenPlan, context: &Context<'_>) {
        let outlines = context.course.outlines();
        let Some(here) = outlines.get(self.cursor).map(|o| &o.id) else { return };
        let before = std::mem::take(&mut form.questions.lessons);
        let is_ticked = |id| if id == here { !before.contains(id) } else { before.contains(id) };
        form.questions.lessons = outlines.iter().map(|o| &o.id).filter(|id| is_ticked(id)).cloned().collect();
        form.questions.only.clear();
    }

    pub(super) fn draw(&self, form: &ChosenPlan, context: &Context<'_>) -> Listing {
        let theme = context.theme;
        let plan = &form.questions;
        let said = match (plan.only.len(), plan.lessons.len()) {
            (0, 0) => "Lessons to draw from. None chosen: the whole course.".to_owned(),
            (0, _) => "Lessons to draw from.".to_owned(),
            (n, _) => format!("Now: {n} chosen questions. Choosing a lesson replaces them."),
        };
        let mut drawn = Listing::with([Line::styled(format!("   {said}"), theme.dim), Line::default()]);
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
