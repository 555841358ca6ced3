//! A drill on the screen: the room, driven from one keyboard.

use jiff::Timestamp;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::Input;
use crate::store::{Store, StoreError};
use crate::study::event::{EventId, Happening};
use crate::ui::context::Context;
use crate::ui::effect::{DrillStart, Effect};
use crate::ui::frame::Header;
use crate::ui::keys::Hint;

/// A drill.
pub struct DrillScreen {}

impl DrillScreen {
    pub fn open(_: &mut Store, _: DrillStart) -> Result<Option<(Self, Vec<Effect>)>, StoreError> {
        Ok(Some((Self {}, Vec::new())))
    }
    pub fn is_typing(&self) -> bool {
        false
    }
    pub fn saved(&mut self, _: &Happening, _: EventId) {}
    pub fn wake_at(&self, _: &Context<'_>) -> Option<Timestamp> {
        None
    }
    pub fn hints(&self, _: &Context<'_>) -> Vec<Hint> {
        Vec::new()
    }
    pub fn handle(&mut self, _: &Input, _: &Context<'_>) -> Vec<Effect> {
        Vec::new()
    }
    pub fn header(&self, _: &Context<'_>) -> Header {
        Header::default()
    }
    pub fn draw(&self, _: &mut Frame<'_>, _: Rect, _: &Context<'_>) {}
}
