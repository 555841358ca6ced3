//! A frame: the screen on top with what stands over it, the cursor on what has the focus, and the links to be found in it.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::App;
use crate::ui::addresses::{self, ScreenLink};
use crate::ui::context::Context;
use crate::ui::frame::{self, Surround, Width, shortened};
use crate::ui::palette::Palette;
use crate::ui::screens::{Screen, help, problems};
use crate::ui::{ascii, focus, safe_cells};

impl App {
    /// Draws the top screen. Changes nothing.
    pub fn draw(&self, frame: &mut Frame<'_>) {
        let context = Context { area: frame.area(), ..self.context() };
        let mut help = None;
        if !frame::fits(context.area) {
            frame::too_small(frame, context.area);
        } else if let Some(trouble) = &self.trouble {
            trouble.draw(frame, &context);
        } else if let Some(screen) = self.screens.last() {
            let hints = screen.hints(&context);
            let foot = match &self.palette {
                Some(_) => Palette::hints(),
                None if self.help => help::hints(),
                None => hints.clone(),
            };
            let around = Surround { header: screen.header(&context), hints: &foot, width: context.wide };
            let body = frame::draw(frame.buffer_mut(), context.area, context.theme, around);
            screen.draw(frame, body, &context);
            self.say_error(frame, &context);
            if !self.store.is_saving() {
                not_saving(frame, &context);
            }
            if let Some(why) = self.refusal.or(self.opening_words.as_deref()) {
                frame::say_in_footer(frame.buffer_mut(), (context.area, context.wide), why, context.theme.wrong);
            }
            if let Some(said) = &self.said {
                frame::say_in_footer(frame.buffer_mut(), (context.area, context.wide), said, context.theme.right);
            }
            help = self.help.then(|| help::draw(frame, &context, screen.purpose(), &hints));
            if let Some(palette) = &self.palette {
                palette.draw(frame, &context);
            }
        }
        self.place_cursor(frame, &context, help);
        safe_cells::apply(frame.buffer_mut());
        if self.setup.ascii {
            ascii::apply(frame.buffer_mut());
        }
    }

    /// How wide the screen is drawn.
    pub(super) fn width(&self, screen: &Screen) -> Width {
        let text = self.setup.preferences.settings.text_width();
        match screen.width() {
            Width::Reading => Width::Text(text),
            Width::Spread(_) => Width::Spread(text),
            width @ (Width::Text(_) | Width::List | Width::Wall) => width,
        }
    }

    /// The cursor on what has the focus, where no text is typed: there the screen has put it.
    fn place_cursor(&self, frame: &mut Frame<'_>, context: &Context<'_>, help: Option<Rect>) {
        let is_wall = context.wide == Width::Wall && self.palette.is_none();
        let is_typing = self.palette.is_some() || !is_wall && self.screens.last().is_some_and(Screen::is_typing);
        if !frame::fits(context.area) || is_typing && self.trouble.is_none() && !self.help {
            return;
        }
        // With the cells beside the body, where marks stand.
        let body = frame::body(context.area, context.wide);
        let beside = Rect { x: body.x.saturating_sub(2), width: body.width + 2, ..body };
        let at = match help {
            Some(help) => focus::find(frame.buffer_mut(), help),
            None if is_wall => {
                let entered = self.screens.last().and_then(Screen::entered);
                focus::find_on_wall(frame.buffer_mut(), beside, entered.as_deref())
            }
            None => focus::find(frame.buffer_mut(), beside),
        };
        frame.set_cursor_position(at);
    }

    /// The first error of a course whose files have changed, under the header; a class is not shown it.
    fn say_error(&self, frame: &mut Frame<'_>, context: &Context<'_>) {
        let Some(errors) = self.author_errors.as_deref().filter(|_| context.wide != Width::Wall) else { return };
        let Some(text) = problems::summed_up(errors) else { return };
        let body = context.body();
        let width = usize::from(body.width);
        frame.buffer_mut().set_string(body.x, context.area.y + 1, shortened(&text, width), context.theme.wrong);
    }

    /// The links on a screen that was drawn.
    #[must_use]
    pub fn links(&self, drawn: &Buffer) -> Vec<ScreenLink> {
        addresses::find(drawn, &self.course)
    }
}

/// A word in the line under the header as long as nothing is kept.
fn not_saving(frame: &mut Frame<'_>, context: &Context<'_>) {
    let body = context.body();
    let text = " not saving";
    let x = body.right().saturating_sub(u16::try_from(text.len()).unwrap_or(0));
    frame.buffer_mut().set_string(x, context.area.y + 1, text, context.theme.wrong);
}
