//! A drill on the screen: the room, driven from one keyboard on the teacher's desk. What the class sees is drawn by
//! `ui::wall` from what everybody may see; this part reads keys, hands entries to the room, and saves those it accepts
//! before the next frame.
//!
//! ```text
//!  hand      what the teacher is entering: a team's answer, hands, a page of a scenario
//!  controls  the keys of each state, as one table
//!  forward   ⏎: what comes next
//!  typing    letters and digits into the hand
//!  scene     the pages of a scenario played by vote
//!  over      what lies over the wall: the menu while the drill waits, mending a key, a late team
//!  ended     after the last board: report, practice, cards
//! ```

mod advance;
mod controls;
mod draw;
mod ended;
mod hand_count;
mod overlay;
mod pending;
mod scene;
mod typing;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use jiff::{SignedDuration, Timestamp};

use crate::course::model::text::is_unsafe;
use crate::course::wording::sentence;
use crate::store::{Store, StoreError};
use crate::study::drill::{Entry, Floor, Input as Act, Mode, Moment, Open, Room, Stage, State};
use crate::study::event::{EventId, EventKind, RunId};
use crate::ui::context::Context;
use crate::ui::effect::{DrillStart, Effect};
use crate::ui::input::InputEvent;
use crate::ui::scroll::Scroll;

use overlay::Over;
use pending::Hand;

/// Milliseconds between two ticks when a clock has run out and waits for an ordinary one.
const TICK_MS: i64 = 1000;

/// A drill.
pub struct DrillScreen {
    room: Room,
    /// `None` until its start is saved.
    run: Option<RunId>,
    /// Entries in its log.
    entries: usize,
    hand: Hand,
    over: Option<Over>,
    scroll: Scroll,
    /// Why a key did nothing.
    notice: Option<String>,
    /// Those who can be given cards on what was missed.
    profiles: Vec<String>,
}

impl DrillScreen {
    /// Opens a drill. One that was left waits, paused; one that is over shows its end.
    pub fn open(store: &mut Store, start: DrillStart) -> Result<Option<(Self, Vec<Effect>)>, StoreError> {
        let mut profiles = store.profiles()?;
        let me = &store.learner().profile;
        profiles.retain(|p| p != me);
        profiles.insert(0, me.clone());
        Ok(match start {
            DrillStart::New(setup) => {
                let saved = Effect::Save(EventKind::DrillStarted { setup: setup.clone() });
                Some((Self::new(Room::new(*setup), None, 0, profiles), vec![saved]))
            }
            DrillStart::Again(run) => store.drill(run)?.map(|drill| {
                let mut screen = Self::new(drill.room(), Some(run), drill.entries.len(), profiles);
                let effects = screen.take_up();
                (screen, effects)
            }),
        })
    }

    fn new(room: Room, run: Option<RunId>, entries: usize, profiles: Vec<String>) -> Self {
        let hand = Hand::of(&room);
        Self { room, run, entries, hand, over: None, scroll: Scroll::default(), notice: None, profiles }
    }

    /// The room waits where it was left. Its clock goes on from the last entry, so the moment does not matter.
    fn take_up(&mut self) -> Vec<Effect> {
        if self.room.is_over() {
            return Vec::new();
        }
        let at = self.room.last().unwrap_or_default();
        let effects = self.take(Entry { at, what: Act::TakenUp });
        self.over = Some(Over::menu());
        effects
    }

    /// The kind of drill, when questions are asked.
    fn mode(&self) -> Option<Mode> {
        self.room.setup().questions().map(|q| q.mode)
    }

    /// The question in play.
    fn open_question(&self) -> Option<&Open> {
        match self.room.state() {
            State::Live(Stage::Open(open) | Stage::Closed(open)) => Some(open),
            _ => None,
        }
    }

    fn awaits_buzzers(&self) -> bool {
        matches!(self.room.state(), State::Live(Stage::Open(open)) if open.floor == Floor::Buzzers)
            && self.over.is_none()
    }

    pub fn takes_reads(&self) -> bool {
        self.awaits_buzzers()
    }

    pub fn is_typing(&self) -> bool {
        match &self.over {
            Some(over) => over.is_typing(),
            None => self.hand.is_words(&self.room),
        }
    }

    pub fn saved(&mut self, what: &EventKind, id: EventId) {
        if matches!(what, EventKind::DrillStarted { .. }) {
            self.run = Some(id);
        }
    }

    /// When the second on the clock changes.
    pub fn wake_at(&self, context: &Context<'_>) -> Option<Timestamp> {
        if !self.room.needs_ticks() {
            return None;
        }
        let left = i64::try_from(self.room.left_ms(moment(context))?).unwrap_or(TICK_MS);
        let wait = match left {
            // Hands are still counted when the time is up, and nothing more will change by itself.
            0 if self.open_question().is_some_and(|open| matches!(open.floor, Floor::Hands(_))) => return None,
            0 => TICK_MS,
            left => (left - 1) % 1000 + 1,
        };
        context.clock.now.checked_add(SignedDuration::from_millis(wait)).ok()
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        match input {
            InputEvent::Wake if self.room.needs_ticks() => self.enter(Act::Tick, context),
            InputEvent::Wake => Vec::new(),
            InputEvent::Key(key) => self.key(*key, context),
            InputEvent::Keys(keys) => self.read(keys, context),
            InputEvent::Paste(text) => {
                self.paste(text);
                Vec::new()
            }
        }
    }

    fn paste(&mut self, text: &str) {
        match &mut self.over {
            Some(over) => over.paste(text),
            None => self.hand.paste(&self.room, text),
        }
    }

    /// The keys of one read in the order of their bytes. Presses that follow each other are as good as level; any
    /// other key is taken by itself.
    fn read(&mut self, keys: &[KeyEvent], context: &Context<'_>) -> Vec<Effect> {
        self.notice = None;
        let mut effects = Vec::new();
        let mut rest = keys;
        while let Some((first, others)) = rest.split_first() {
            let pressed: String = rest.iter().map_while(|key| self.buzzer(*key)).collect();
            if pressed.is_empty() {
                effects.extend(self.key(*first, context));
                rest = others;
            } else {
                effects.extend(self.press(&pressed, context));
                rest = &rest[pressed.chars().count()..];
            }
        }
        effects
    }

    /// The character of a team's key while buzzers are pressed.
    fn buzzer(&self, key: KeyEvent) -> Option<char> {
        let KeyCode::Char(c) = key.code else { return None };
        (self.awaits_buzzers() && self.is_a_teams(key)).then_some(c)
    }

    /// Whether a team presses this key to buzz.
    fn is_a_teams(&self, key: KeyEvent) -> bool {
        let KeyCode::Char(c) = key.code else { return false };
        self.mode() == Some(Mode::Buzzer) && self.room.presses(&c.to_string()).is_some()
    }

    fn press(&mut self, pressed: &str, context: &Context<'_>) -> Vec<Effect> {
        self.room.presses(pressed).map_or(Vec::new(), |what| self.enter(what, context))
    }

    fn key(&mut self, key: KeyEvent, context: &Context<'_>) -> Vec<Effect> {
        self.notice = None;
        // A letter with Ctrl or Alt is no answer, no press and no name.
        if key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) {
            return Vec::new();
        }
        if self.over.is_some() {
            return self.over_key(key, context);
        }
        match self.buzzer(key) {
            Some(c) => self.press(&c.to_string(), context),
            None => self.control(key, context),
        }
    }

    /// Does `what` in the room. When the room refuses, says why and saves nothing.
    fn enter(&mut self, what: Act, context: &Context<'_>) -> Vec<Effect> {
        self.take(Entry { at: moment(context), what })
    }

    /// Several at once, until one is refused.
    fn enter_all(&mut self, all: impl IntoIterator<Item = Act>, context: &Context<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        for what in all {
            let saved = self.enter(what, context);
            if saved.is_empty() {
                break;
            }
            effects.extend(saved);
        }
        effects
    }

    /// Takes back what was done last. A pause is not what the teacher means: what was done before it is.
    fn take_back(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        loop {
            let before = self.room.state().clone();
            let saved = self.enter(Act::Undone, context);
            let refused = saved.is_empty();
            effects.extend(saved);
            if refused || !before.was_a_pause(self.room.state()) {
                break;
            }
        }
        self.over = matches!(self.room.state(), State::Paused(_)).then(Over::menu);
        effects
    }

    fn take(&mut self, entry: Entry) -> Vec<Effect> {
        let Some(run) = self.run else { return Vec::new() };
        let before = self.place();
        if let Err(why) = self.room.apply(&entry) {
            self.notice = Some(sentence(&why.to_string()));
            return Vec::new();
        }
        if self.place() != before {
            self.scroll = Scroll::default();
        }
        if entry.what == Act::Undone || !self.hand.fits(&self.room) {
            self.hand = Hand::of(&self.room);
            // A ruling on a team whose time ran out meanwhile must not fall on the next.
            self.over.take_if(|over| matches!(over, Over::Ruling { .. }));
        }
        let after = self.entries;
        self.entries += 1;
        vec![Effect::Save(EventKind::DrillEntered { run, after, entry })]
    }

    /// Which page is on the wall: another one begins at its top.
    fn place(&self) -> (usize, std::mem::Discriminant<State>, Option<std::mem::Discriminant<Stage>>) {
        let state = self.room.state();
        let stage = match state {
            State::Live(stage) | State::Paused(stage) => Some(std::mem::discriminant(stage)),
            State::Done(_) => None,
        };
        (self.room.played().len() + self.room.road().len(), std::mem::discriminant(state), stage)
    }
}

/// Most characters of what is typed: of an answer, of a name.
const MOST_TYPED: usize = 200;

/// Adds what was typed or pasted to a line. What could turn it round, hide in it or break it is not taken in.
fn type_into(line: &mut String, typed: impl IntoIterator<Item = char>) {
    let room = MOST_TYPED.saturating_sub(line.chars().count());
    line.extend(typed.into_iter().filter(|&c| !is_unsafe(c) && !c.is_control()).take(room));
}

fn moment(context: &Context<'_>) -> Moment {
    Moment(context.clock.now.as_millisecond())
}
