//! Flashcards: front, then back with the four grades and the interval each would give.

mod draw;
pub(super) mod face;

use jiff::Timestamp;

use crate::course::Course;
use crate::course::model::Id;
use crate::store::{Store, StoreError};
use crate::study::event::{EventId, EventKind};
use crate::study::memory::Grade;
use crate::study::queue::{Hold, Limits};
use crate::study::session::{ReviewSession, Showing};
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::catalogue::NoCatalogue;
use crate::ui::context::{Context, Opening};
use crate::ui::copying;
use crate::ui::effect::{Effect, Place};
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::{self, Char};
use crate::ui::keys::{ENTER, ESC, SPACE, digits};
use crate::ui::pager::{self, Scrolled};
use crate::ui::screens::lifecycle::{Before, Lifecycle};
use crate::ui::scroll::Scroll;
use crate::ui::typed_line::TypedLine;

/// Most characters of an answer that is typed.
const LONGEST_ANSWER: usize = 200;

/// The cards that are due.
pub struct Cards {
    session: ReviewSession,
    scroll: Scroll,
    lesson: Option<Id>,
    limits: Limits,
    /// The answer as far as it is typed, where answers are.
    typed: TypedLine,
}

impl Keyed for Cards {
    fn bindings(&self, context: &Context<'_>) -> Vec<Binding<Self>> {
        let (front, back) = match self.session.showing() {
            Showing::Front(_) => (true, false),
            Showing::Back(..) => (false, true),
            Showing::Waiting(_) | Showing::Finished => (false, false),
        };
        let typing = self.is_typing();
        let undo = |s: &mut Self, context: &Context<'_>| {
            s.reset_view();
            s.session.undo(context.clock).map(Effect::Save)
        };
        let shown = (front || back) && !typing;
        let unread = back && !self.is_read(context);
        vec![
            Binding::<Self>::new("⏎", "turn the card", &[ENTER], Self::turn).once().when(typing),
            Binding::<Self>::new("space", "turn the card", &[SPACE, ENTER], Self::turn).once().when(front && !typing),
            Binding::<Self>::new("space", "read on", &[SPACE, ENTER], |s, context| s.scroll_page(true, context))
                .when(unread),
            Binding::<Self>::picks("1-4", "grade", digits(Grade::ALL.len()), |s, at, context| {
                s.grade(Grade::ALL[at], context)
            })
            .once()
            .when(back && !unread),
            Binding::<Self>::new("space", "good", &[SPACE, ENTER], |s, context| s.grade(Grade::Good, context))
                .once()
                .when(back && !unread),
            Binding::new("o", "open the section", &[Char('o')], Self::open_section).when(back),
            Binding::new("f", "flag for the author", &[Char('f')], Self::flag).quiet().when(back),
            Binding::<Self>::new("y", "copy the card", &[Char('y')], move |s, context| {
                s.session.card().and_then(|key| copying::of_card(context.course, key, back))
            })
            .quiet()
            .when(shown),
            Binding::new("⏎", "home", &[ENTER, SPACE], |_, _| Effect::Back).once().when(!front && !back),
            Binding::<Self>::new("s", "suspend", &[Char('s')], |s, context| s.hold(Hold::Suspended, context))
                .once()
                .quiet()
                .when(shown),
            Binding::<Self>::new("b", "bury until tomorrow", &[Char('b')], |s, context| {
                s.hold(Hold::Buried { until: context.clock.today().plus(1) }, context)
            })
            .once()
            .quiet()
            .when(shown),
            Binding::opens("v", "browse the cards", &[Char('v')], Place::CardBrowser).quiet().when(!typing),
            Binding::new("m", "one more round", &[Char('m')], Self::one_more_round)
                .when(!front && !back && self.session.can_undo()),
            Binding::opens("f", "fit the schedule", &[Char('f')], Place::Memory)
                .when(!front && !back && self.session.can_undo() && self.session.is_fit_offered()),
            Binding::new("u", "undo", &[Char('u'), Chord::Ctrl('_')], undo).when(self.session.can_undo() && !typing),
            Binding::<Self>::new("Ctrl-_", "undo the last grade", &[Chord::Ctrl('_')], undo)
                .when(self.session.can_undo() && typing),
            pager::lines().quiet().when(!typing),
            Binding::pages("scroll", Self::scroll_page).quiet(),
            Binding::new("Esc", "leave", &[ESC], |_, _| Effect::Back),
        ]
    }
}

impl Lifecycle for Cards {
    fn is_typing(&self) -> bool {
        self.session.takes_answer()
    }

    fn wake_at(&self, context: &Context<'_>) -> Option<Timestamp> {
        Some(self.session.wakes_at().unwrap_or_else(|| context.clock.next_turn()))
    }

    fn saved(&mut self, what: &EventKind, id: EventId) {
        if matches!(what, EventKind::Reviewed { .. }) {
            self.session.saved(id);
        }
    }

    // A new session, where the day turned while nothing was on show; and where no back is up, as cards may have been
    // suspended elsewhere.
    fn refresh(&mut self, store: &Store, context: &Context<'_>) -> Result<(), StoreError> {
        if self.session.is_stale(context.clock) || !matches!(self.session.showing(), Showing::Back(..)) {
            let with = Opening {
                seats: None,
                clock: context.clock,
                limits: self.limits,
                preferences: context.preferences,
                catalogue: &NoCatalogue,
                seed: context.seed,
                pass_mark: None,
            };
            *self = Self::open(store, context.course, self.lesson.clone(), &with)?;
        }
        Ok(())
    }

    // Cards are looked up whenever they are shown.
    fn reread(&mut self, _: Before<'_>, _: &Context<'_>, _: &Opening<'_>) -> Result<bool, StoreError> {
        Ok(true)
    }
}

impl Cards {
    pub fn open(store: &Store, course: &Course, lesson: Option<Id>, with: &Opening<'_>) -> Result<Self, StoreError> {
        let deck = store.review_deck(lesson.clone(), with.clock.today(), with.rules(), with.seed)?;
        let session = ReviewSession::new(course, deck, with.clock);
        Ok(Self {
            session,
            scroll: Scroll::default(),
            lesson,
            limits: with.limits,
            typed: TypedLine::new(String::new(), LONGEST_ANSWER),
        })
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        match input {
            InputEvent::Wake => self.session.wake(context.clock),
            InputEvent::Paste(text) if self.is_typing() => self.typed.paste(text),
            InputEvent::Paste(_) | InputEvent::Keys(_) => {}
            InputEvent::Key(key) => {
                return self.press(*key, context).unwrap_or_else(|| {
                    if self.is_typing() {
                        self.typed.key(*key);
                    }
                    Vec::new()
                });
            }
        }
        Vec::new()
    }

    fn turn(&mut self, context: &Context<'_>) {
        let typed = self.typed.value().to_owned();
        self.reset_view();
        self.session.turn_with(context.course, &typed, context.clock);
    }

    /// Another face is shown: from its top, and with nothing typed.
    fn reset_view(&mut self) {
        (self.scroll, self.typed) = (Scroll::default(), TypedLine::new(String::new(), LONGEST_ANSWER));
    }

    /// Whether the end of the card was in sight.
    fn is_read(&self, context: &Context<'_>) -> bool {
        self.scroll.at_end(self.lines(context).len(), context.height())
    }

    fn grade(&mut self, grade: Grade, context: &Context<'_>) -> Option<Effect> {
        self.reset_view();
        self.session.grade(grade, context.clock).map(Effect::Save)
    }

    fn hold(&mut self, hold: Hold, context: &Context<'_>) -> Option<Effect> {
        self.reset_view();
        self.session.hold(hold, context.clock).map(Effect::Save)
    }

    fn flag(&mut self, context: &Context<'_>) -> Option<Effect> {
        let (lesson, card) = context.course.card(&self.session.card()?.card)?;
        Some(Effect::Open(Place::FlagForm { item: card.id.clone(), lesson: lesson.clone() }))
    }

    fn one_more_round(&mut self, context: &Context<'_>) -> Effect {
        let cards = self.session.one_more_round(context.course, context.clock);
        Effect::Open(Place::CardPractice { cards })
    }

    fn open_section(&mut self, context: &Context<'_>) -> Option<Effect> {
        let (lesson, card) = context.course.card(&self.session.card()?.card)?;
        Some(Effect::Open(Place::Lesson { lesson: lesson.clone(), section: card.section.clone() }))
    }
}

impl Scrolled for Cards {
    fn scroll(&mut self) -> &mut Scroll {
        &mut self.scroll
    }

    fn total(&self, context: &Context<'_>) -> usize {
        self.lines(context).len()
    }
}
