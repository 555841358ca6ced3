//! When progress cannot be read or saved: what happened, and how to go on. Nothing is overwritten, no answer is dropped.

use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use super::context::Context;
use super::doc::DocBuilder;
use super::effect::Effect;
use super::frame::{self, Header, Surround, Width};
use super::keys::{self, Binding, Chord};
use crate::store::{self, StoreError};
use crate::study::event::{EventKind, RunId};

/// Something that could not be done with the store.
pub(super) struct Trouble {
    error: StoreError,
    during: During,
}

enum During {
    Start,
    Reading,
    /// What waits to be saved.
    Saving(Box<Effect>),
}

/// How to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Recovery {
    Again,
    GoOn,
    /// Take the drill up from where another window brought it.
    TakeUp,
    /// Keep the damaged file under another name and begin a new one.
    SetAside,
    Quit,
}

impl Trouble {
    #[must_use]
    pub(super) fn at_start(error: StoreError) -> Self {
        Self { error, during: During::Start }
    }

    #[must_use]
    pub(super) fn reading(error: StoreError) -> Self {
        Self { error, during: During::Reading }
    }

    #[must_use]
    pub(super) fn saving(error: StoreError, what: Effect) -> Self {
        Self { error, during: During::Saving(Box::new(what)) }
    }

    #[must_use]
    pub(super) fn is_at_start(&self) -> bool {
        matches!(self.during, During::Start)
    }

    #[must_use]
    pub(super) fn unsaved(self) -> Option<Effect> {
        if let During::Saving(what) = self.during { Some(*what) } else { None }
    }

    #[must_use]
    pub(super) fn into_error(self) -> StoreError {
        self.error
    }

    /// The same trouble for another reason.
    #[must_use]
    pub(super) fn with(self, error: StoreError) -> Self {
        Self { error, ..self }
    }

    /// The drill that another window went on with.
    #[must_use]
    pub(super) fn overtaken(&self) -> Option<RunId> {
        match &self.during {
            During::Saving(effect) if self.error.kind() == store::StoreErrorKind::Overtaken => match **effect {
                Effect::Save(EventKind::DrillEntered { run, .. }) => Some(run),
                _ => None,
            },
            _ => None,
        }
    }

    fn bindings(&self) -> Vec<Binding<Recovery>> {
        let quit = Binding::new("q", "quit", &[Chord::Char('q')], Recovery::Quit);
        if self.overtaken().is_some() {
            return vec![
                Binding::new("r", "continue here, from the current state", &[Chord::Char('r')], Recovery::TakeUp),
                quit,
            ];
        }
        let mut table = vec![
            Binding::new("r", "try again", &[Chord::Char('r')], Recovery::Again),
            Binding::new("g", "continue without saving", &[Chord::Char('g')], Recovery::GoOn),
        ];
        if self.is_at_start() && self.error.kind() == store::StoreErrorKind::Damaged {
            table.push(Binding::new("n", "set the file aside, start afresh", &[Chord::Char('n')], Recovery::SetAside));
        }
        table.push(quit);
        table
    }

    #[must_use]
    pub(super) fn choice(&self, key: KeyEvent) -> Option<Recovery> {
        keys::action(&self.bindings(), key)
    }

    pub(super) fn draw(&self, frame: &mut Frame<'_>, context: &Context<'_>) {
        let theme = context.theme;
        let hints = keys::hints(self.bindings());
        let header =
            Header { place: vec![ratatui::text::Span::styled("ninetracks", theme.strong)], progress: Vec::new() };
        let around = Surround { header, hints: &hints, width: Width::Reading };
        let body = frame::draw(frame.buffer_mut(), context.area, theme, around);
        let mut setter = DocBuilder::new(theme, usize::from(body.width));
        let title = match self.during {
            During::Start | During::Reading => "Your progress could not be read",
            During::Saving(_) => "Your last answer could not be saved",
        };
        setter.lines([Line::styled(title, theme.wrong), Line::default()]);
        setter.plain(&self.error.to_string(), theme.text);
        setter.gap();
        for hint in &hints {
            setter.item((&format!("  {}  ", hint.keys), theme.focus), &hint.does, theme.text);
        }
        if matches!(self.during, During::Saving(_)) && self.overtaken().is_none() {
            setter.gap();
            setter.plain("The answer is kept in memory until you choose.", theme.dim);
        }
        ratatui::widgets::Paragraph::new(setter.finish().lines).render(body, frame.buffer_mut());
    }
}
