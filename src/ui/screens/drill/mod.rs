//! A drill on the screen, driven from one keyboard on the teacher's desk. What the class sees is drawn by `ui::wall` from
//! what everybody may see; this part turns keys into commands of the drill's host, and saves what it took before the next
//! frame.
//!
//! ```text
//!  controls  the keys of each state, as one table
//!  advance   ⏎: what comes next
//!  buzzers   the teams' keys
//!  scene     the pages of a scenario played by vote
//!  overlay   what covers the wall: the menu while the drill is paused, correcting a key, a late team
//!  turning   pages of what is drawn on several
//!  ended     after the last board: report, practice, cards
//! ```

mod advance;
mod buzzers;
mod controls;
mod draw;
mod ended;
mod overlay;
mod scene;
mod turning;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use jiff::{SignedDuration, Timestamp};

use crate::course::wording::sentence;
use crate::store::{Store, StoreError};
use crate::study::class::SchoolClass;
use crate::study::drill::{Input as Act, Room, Stage, State, TeamId};
use crate::study::event::{EventId, EventKind};
use crate::study::live::SeatLink;
use crate::study::session::drill::{DrillHost, DrillStart, Pending, Taken, Typed};
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::frame::Width;
use crate::ui::input::InputEvent;
use crate::ui::screens::lifecycle::Lifecycle;
use crate::ui::scroll::Scroll;

use overlay::Over;

/// A drill.
pub struct DrillScreen {
    host: DrillHost,
    /// Which page of a scenario is shown.
    page: Page,
    over: Option<Over>,
    scroll: Scroll,
    /// Pages turned of what is drawn on several.
    turned: usize,
    /// Why a key did nothing.
    notice: Option<String>,
    /// Teams whose key was tried in the lobby.
    heard: Vec<TeamId>,
    /// Whether the time was up when it was looked at last, so that the bell sounds once.
    was_up: bool,
    /// Those who can be given cards on what was missed.
    profiles: Vec<String>,
    /// The class that plays, where one does.
    class: Option<SchoolClass>,
}

/// Pages of a moment. A page more is no other moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Page {
    /// Who the class is, before the first scene.
    Opening,
    /// What came of the last decision.
    Outcome,
    /// What the room is at.
    Main,
}

/// What is on the wall, as far as another one begins at its top.
type Place = (usize, std::mem::Discriminant<State>, Option<std::mem::Discriminant<Stage>>);

impl Lifecycle for DrillScreen {
    fn width(&self) -> Width {
        Width::Wall
    }

    fn is_typing(&self) -> bool {
        match &self.over {
            Some(over) => over.is_typing(),
            None => self.host.pending().is_words(self.room()),
        }
    }

    // When the second on the clock changes.
    fn wake_at(&self, context: &Context<'_>) -> Option<Timestamp> {
        let wait = i64::try_from(self.host.wakes_in_ms(context.clock)?).ok()?;
        context.clock.now.checked_add(SignedDuration::from_millis(wait)).ok()
    }

    fn off(&self) -> Option<&'static str> {
        Some("Search is off during a drill: the class looks on.")
    }

    fn saved(&mut self, what: &EventKind, id: EventId) {
        if matches!(what, EventKind::DrillStarted { .. }) {
            self.host.started(id);
        }
    }
}

impl DrillScreen {
    /// Opens a drill. One that was left waits, paused; one that is over shows its end.
    pub fn open(
        store: &Store,
        start: DrillStart,
        seats: Option<&SeatLink>,
    ) -> Result<Option<(Self, Vec<Effect>)>, StoreError> {
        let mut profiles = store.profiles()?;
        let me = &store.learner().profile;
        profiles.retain(|p| p != me);
        profiles.insert(0, me.clone());
        Ok(match start {
            DrillStart::New(setup) => {
                let (host, started) = DrillHost::start(*setup);
                Some((Self::new(host.with_seats(seats.cloned()), profiles, None), vec![Effect::Save(started)]))
            }
            DrillStart::Labelled(setup, label) => {
                let class = store.class_with(label.class.as_ref())?;
                let (host, started) = DrillHost::start_labelled(*setup, label);
                Some((Self::new(host.with_seats(seats.cloned()), profiles, class), vec![Effect::Save(started)]))
            }
            DrillStart::Resume(run) => {
                let Some(drill) = store.drill(run)? else { return Ok(None) };
                let label = store.drill_labels()?.remove(&run).unwrap_or_default();
                let (host, taken) = DrillHost::resume(run, drill.room(), drill.entries.len());
                let class = store.class_with(label.class.as_ref())?;
                let host = host.labelled(&label).with_seats(seats.cloned());
                let mut screen = Self::new(host, profiles, class);
                screen.over = screen.host.is_paused().then(Over::menu);
                Some((screen, effects(taken)))
            }
        })
    }

    fn new(host: DrillHost, profiles: Vec<String>, class: Option<SchoolClass>) -> Self {
        let host = host.with_class(class.as_ref());
        let page = first_page(&host);
        Self {
            host,
            page,
            over: None,
            scroll: Scroll::default(),
            turned: 0,
            notice: None,
            heard: Vec::new(),
            was_up: false,
            profiles,
            class,
        }
    }

    fn room(&self) -> &Room {
        self.host.room()
    }

    /// Whether nothing is in play that a look at the glossary could tell.
    pub fn is_answer_shown(&self) -> bool {
        self.over.is_none() && self.room().is_answer_shown()
    }

    pub fn takes_reads(&self) -> bool {
        self.awaits_buzzers()
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        match input {
            InputEvent::Wake => {
                let mut effects = effects(self.drive(|host| host.tick(context.clock)));
                effects.extend(self::effects(self.drive(|host| host.settle(context.clock))));
                let is_up = self.host.left_ms(context.clock) == Some(0);
                effects.extend(self.bell().filter(|_| is_up && !self.was_up));
                self.was_up = is_up;
                effects
            }
            InputEvent::Key(key) => self.key(*key, context),
            InputEvent::Keys(keys) => self.read(keys, context),
            InputEvent::Paste(text) => {
                match &mut self.over {
                    Some(over) => over.paste(text),
                    None => self.host.paste(text),
                }
                Vec::new()
            }
        }
    }

    fn key(&mut self, key: KeyEvent, context: &Context<'_>) -> Vec<Effect> {
        self.notice = None;
        // A letter with Ctrl or Alt is no answer, no press and no name.
        if key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) {
            return Vec::new();
        }
        if self.over.is_some() {
            return self.overlay_key(key, context);
        }
        if let Some(effects) = self.hears(key) {
            return effects;
        }
        match self.buzzer(key) {
            Some(c) => self.buzz(&c.to_string(), context),
            None => self.control(key, context),
        }
    }

    /// A character that is no control.
    fn typed(&mut self, key: KeyEvent) -> Vec<Effect> {
        let (KeyCode::Char(c), Page::Main) = (key.code, self.page) else { return Vec::new() };
        self.turn_to_choices();
        match self.host.type_char(c) {
            Typed::Kept => Vec::new(),
            Typed::Refused(why) => self.refuse(why),
        }
    }

    /// Hands `what` to the room. When the room refuses, says why and saves nothing.
    fn enter(&mut self, what: Act, context: &Context<'_>) -> Vec<Effect> {
        effects(self.drive(|host| host.take(context.clock, what)))
    }

    /// Takes back what was done last.
    fn take_back(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let taken = self.drive(|host| host.undo(context.clock));
        self.over = self.host.is_paused().then(Over::menu);
        effects(taken)
    }

    /// Lets the host do something.
    fn drive(&mut self, act: impl FnOnce(&mut DrillHost) -> Taken) -> Taken {
        let before = self.place();
        let taken = act(&mut self.host);
        self.note(before, taken)
    }

    /// Says why the room did not take it, and turns to what is on the wall now.
    fn note(&mut self, before: Place, taken: Taken) -> Taken {
        if let Some(why) = &taken.refused {
            self.notice = Some(sentence(&why.to_string()));
        }
        let now = self.place();
        if now != before {
            self.scroll = Scroll::default();
        }
        // A question that was read stands on the page with its options when answers open, and stays where it was turned to.
        let was_read = before.2 == Some(std::mem::discriminant(&Stage::Ask { question: 0 }));
        if now.0 != before.0 {
            self.turned = 0;
        } else if was_read && matches!(self.host.stage(), Some(Stage::Open(_))) {
            self.turned = self.turned.max(1);
        }
        if taken.is_new_moment {
            self.page = first_page(&self.host);
            // A ruling on a team whose time ran out meanwhile must not fall on the next.
            self.over.take_if(|over| matches!(over, Over::Ruling { .. } | Over::Confirm { .. }));
        }
        taken
    }

    fn place(&self) -> Place {
        let stage = self.host.stage().map(std::mem::discriminant);
        let room = self.room();
        (room.played().len() + room.road().len(), std::mem::discriminant(room.state()), stage)
    }
}

/// What is to be saved of what the room took.
fn effects(taken: Taken) -> Vec<Effect> {
    taken.events.into_iter().map(Effect::Save).collect()
}

/// The page that a moment begins with.
fn first_page(host: &DrillHost) -> Page {
    let before_the_first = matches!(host.pending(), Pending::Decision { made: 0, .. });
    if before_the_first { Page::Opening } else { Page::Main }
}
