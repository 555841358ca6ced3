//! A question on the screen: what the learner is putting together, and how it is drawn before and after the answer.
//! Used by the quiz and by the recall stops of lessons.

mod draft;
mod draw;
mod reveal;
mod sketch;

pub use draft::{Act, Draft};
pub use draw::{draw, draw_revealed};
pub use sketch::{Drawn, View};
