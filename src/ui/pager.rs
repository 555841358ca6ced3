//! A text that is read on a screen: scrolled by lines and pages.

use super::bindings::Binding;
use super::context::Context;
use super::keys::SPACE;
use super::scroll::Scroll;

/// A screen with a text that may be longer than the window.
pub(super) trait Scrolled: 'static {
    fn scroll(&mut self) -> &mut Scroll;

    /// Lines of the whole text.
    fn total(&self, context: &Context<'_>) -> usize;

    fn scroll_by(&mut self, lines: isize, context: &Context<'_>) {
        let total = self.total(context);
        self.scroll().by(lines, total, context.height());
    }

    fn scroll_page(&mut self, down: bool, context: &Context<'_>) {
        let total = self.total(context);
        self.scroll().page(down, total, context.height());
    }
}

/// ↑ and ↓.
pub(super) fn lines<S: Scrolled>() -> Binding<S> {
    Binding::up_down("scroll", S::scroll_by)
}

/// The keys of pages, with the space bar.
pub(super) fn pages<S: Scrolled>() -> Binding<S> {
    Binding::pages("page", S::scroll_page).and(&[SPACE], |screen, context| screen.scroll_page(true, context))
}
