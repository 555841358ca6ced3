//! Who learns here: choosing a profile, beginning, renaming and removing one.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use crate::course::model::Id;
use crate::course::wording::count;
use crate::store::{Profile, Store, StoreError};
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::Context;
use crate::ui::doc::DocBuilder;
use crate::ui::effect::{Effect, ProfileChange};
use crate::ui::frame::{Header, shortened};
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{ENTER, ESC};
use crate::ui::screens::lifecycle::Lifecycle;
use crate::ui::scroll::Scroll;
use crate::ui::typed_line::TypedLine;
use crate::ui::window;

/// Most characters of a name.
const LONGEST_NAME: usize = 40;

/// The list, and what is being done to it.
pub struct ProfileList {
    profiles: Vec<Profile>,
    /// The one that is in use.
    own: String,
    cursor: usize,
    state: ListState,
    /// What came of the last change.
    said: Option<Result<String, String>>,
}

enum ListState {
    Listing,
    /// The name of a new profile is typed.
    Naming(TypedLine),
    /// Another name is typed for the profile under the cursor.
    Renaming(TypedLine),
    /// Whether the profile under the cursor is really to go.
    Removing,
}

impl Keyed for ProfileList {
    fn bindings(&self, _: &Context<'_>) -> Vec<Binding<Self>> {
        let is_any = !self.profiles.is_empty();
        match &self.state {
            ListState::Listing => vec![
                Binding::<Self>::up_down("move", |s, by, _| s.step(by)).when(is_any),
                Binding::<Self>::new("⏎", "use", &[ENTER], |s, _| s.choose()).once().when(is_any),
                Binding::<Self>::new("n", "new profile", &[Char('n')], |s, _| s.name(String::new())),
                Binding::<Self>::new("r", "rename", &[Char('r')], |s, _| s.rename()).when(is_any),
                Binding::<Self>::new("x", "remove", &[Char('x')], |s, _| s.ask_to_remove()).when(is_any),
                Binding::back(),
            ],
            ListState::Naming(_) | ListState::Renaming(_) => vec![
                Binding::<Self>::new("⏎", "keep", &[ENTER], |s, _| s.keep_name()).once(),
                Binding::<Self>::new("Esc", "cancel", &[ESC], |s, _| s.state = ListState::Listing),
            ],
            ListState::Removing => vec![
                Binding::<Self>::new("X", "erase for good", &[Char('X')], |s, _| s.remove()).once(),
                Binding::<Self>::new("Esc", "cancel", &[ESC], |s, _| s.state = ListState::Listing),
            ],
        }
    }
}

impl Lifecycle for ProfileList {
    fn is_typing(&self) -> bool {
        matches!(self.state, ListState::Naming(_) | ListState::Renaming(_))
    }
}

impl ProfileList {
    pub fn load(store: &Store) -> Result<Self, StoreError> {
        let profiles = store.all_profiles()?;
        let own = store.learner().profile.clone();
        let cursor = profiles.iter().position(|it| it.name == own).unwrap_or(0);
        Ok(Self { profiles, own, cursor, state: ListState::Listing, said: None })
    }

    /// A change was made, or not, and why.
    pub fn changed(&mut self, store: &Store, done: Result<String, String>) {
        match Self::load(store) {
            Ok(now) => *self = Self { cursor: self.cursor.min(now.profiles.len().saturating_sub(1)), ..now },
            Err(error) => self.said = Some(Err(error.to_string())),
        }
        self.said.get_or_insert(done);
    }

    fn here(&self) -> Option<&Profile> {
        self.profiles.get(self.cursor)
    }

    fn step(&mut self, by: isize) {
        let of = self.profiles.len().max(1);
        self.cursor = (self.cursor + of).saturating_add_signed(by) % of;
        self.said = None;
    }

    fn choose(&self) -> Option<Effect> {
        Some(Effect::ChangeProfile(ProfileChange::Use(self.here()?.name.clone())))
    }

    fn name(&mut self, name: String) {
        self.said = None;
        self.state = ListState::Naming(TypedLine::new(name, LONGEST_NAME));
    }

    fn rename(&mut self) {
        self.said = None;
        if let Some(profile) = self.here() {
            self.state = ListState::Renaming(TypedLine::new(profile.name.clone(), LONGEST_NAME));
        }
    }

    fn keep_name(&mut self) -> Option<Effect> {
        let (ListState::Naming(typed) | ListState::Renaming(typed)) = &self.state else { return None };
        let name = match Id::new(typed.value().trim()) {
            Ok(id) => id.to_string(),
            Err(why) => {
                self.said = Some(Err(why));
                return None;
            }
        };
        let change = match (&self.state, self.here()) {
            (ListState::Renaming(_), Some(profile)) => ProfileChange::Rename { old: profile.name.clone(), new: name },
            _ => ProfileChange::Use(name),
        };
        self.state = ListState::Listing;
        Some(Effect::ChangeProfile(change))
    }

    fn ask_to_remove(&mut self) {
        let is_own = self.here().is_some_and(|profile| profile.name == self.own);
        self.said = is_own.then(|| Err("This profile is in use: choose another one first.".to_owned()));
        if !is_own {
            self.state = ListState::Removing;
        }
    }

    fn remove(&mut self) -> Option<Effect> {
        self.state = ListState::Listing;
        Some(Effect::ChangeProfile(ProfileChange::Remove(self.here()?.name.clone())))
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        let pressed = if let InputEvent::Key(key) = input { self.press(*key, context) } else { None };
        if let (ListState::Naming(typed) | ListState::Renaming(typed), None) = (&mut self.state, &pressed) {
            match input {
                InputEvent::Key(key) => typed.key(*key),
                InputEvent::Paste(text) => typed.paste(text),
                InputEvent::Keys(_) | InputEvent::Wake => {}
            }
        }
        pressed.unwrap_or_default()
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        let theme = context.theme;
        let progress = count(self.profiles.len(), "profile");
        Header {
            place: vec![Span::styled("Profiles", theme.strong)],
            progress: vec![Span::styled(progress, theme.dim)],
        }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let (lines, focus, caret) = self.lines(context, usize::from(area.width));
        let mut scroll = Scroll::default();
        scroll.show(focus, focus + 1, usize::from(area.height));
        window::draw(frame, area, &lines, scroll);
        window::draw_more(frame, area, lines.len(), scroll, context.theme);
        if let Some(column) = caret {
            window::set_caret(frame, area, (focus, column), lines.len(), scroll);
        }
    }

    /// All lines, the one that must be in sight, and the column of the cursor while a name is typed.
    fn lines(&self, context: &Context<'_>, width: usize) -> (Vec<Line<'static>>, usize, Option<usize>) {
        let theme = context.theme;
        let mut page = DocBuilder::new(theme, width);
        page.gap();
        if self.profiles.is_empty() {
            page.plain("No profile has progress yet: yours begins with the first answer.", theme.dim);
        }
        let mut focus = page.height() + self.cursor;
        page.lines(self.profiles.iter().enumerate().map(|(at, it)| self.row(it, at == self.cursor, width, context)));
        page.gap();
        let mut caret = None;
        match &self.state {
            ListState::Listing => match &self.said {
                Some(Ok(said)) => page.plain(said, theme.right),
                Some(Err(why)) => page.plain(why, theme.wrong),
                None => page.plain("Each profile has its own progress, notes and settings.", theme.dim),
            },
            ListState::Naming(typed) | ListState::Renaming(typed) => {
                let is_new = matches!(self.state, ListState::Naming(_));
                page.plain(
                    if is_new { "What is the new profile called?" } else { "What is it called from now on?" },
                    theme.strong,
                );
                let (line, column) = typed.drawn(width, theme);
                (focus, caret) = (page.height(), Some(column));
                page.lines([line]);
                match &self.said {
                    Some(Err(why)) => page.plain(why, theme.wrong),
                    _ => page.plain("Small letters, digits, hyphens, dots and underscores.", theme.dim),
                }
            }
            ListState::Removing => {
                let name = self.here().map_or("", |it| &it.name[..]);
                let goes = format!(
                    "Everything that {name} did in any course is erased for good, also from the backups, and the name in class records. Press X to erase it."
                );
                page.plain(&goes, theme.wrong);
            }
        }
        (page.finish().lines, focus, caret)
    }

    fn row(&self, it: &Profile, here: bool, width: usize, context: &Context<'_>) -> Line<'static> {
        let theme = context.theme;
        let (mark, style) = if here { ("▸", theme.focus) } else { (" ", theme.text) };
        let in_use = if it.name == self.own { "in use" } else { "" };
        let day = it.newest.map(|at| context.clock.day_of(at).date());
        let what = day.map_or_else(|| "nothing saved yet".to_owned(), |day| format!("last used on {day}"));
        let name = shortened(&it.name, 24);
        let pad = " ".repeat(26_usize.saturating_sub(name.width()));
        let room = width.saturating_sub(3 + 26 + in_use.width() + 2);
        let what = shortened(&what, room);
        let gap = " ".repeat(room.saturating_sub(what.width()) + 1);
        Line::from(vec![
            Span::styled(format!(" {mark} {name}{pad}"), style),
            Span::styled(format!("{what}{gap}"), theme.dim),
            Span::styled(in_use, theme.accent),
        ])
    }
}
