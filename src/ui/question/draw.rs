//! Drawing a question: stem, what can be picked, and the answer so far.

use super::draft::Draft;
use super::reveal;
use super::sketch::{Drawn, Sketch, View};
use crate::study::item::Item;
use crate::study::quiz::Given;

/// Draws `item` with the learner's `draft`.
#[must_use]
pub fn draw(view: View<'_>, item: &Item, draft: &Draft) -> Drawn {
    let mut sketch = Sketch::new(view, item);
    draft.draw(&mut sketch, item);
    sketch.finish()
}

/// Draws `item` with what was given, what was right and why; with `reasons`, why each wrong option is wrong.
/// `None` given is a question that was never reached.
#[must_use]
pub fn draw_revealed(view: View<'_>, item: &Item, given: Option<&Given>, reasons: bool) -> Drawn {
    let mut sketch = Sketch::new(view, item);
    reveal::body(&mut sketch, item, given, reasons);
    sketch.finish()
}
