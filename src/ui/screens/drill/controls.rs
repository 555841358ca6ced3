//! The keys of each state, and what they do. None of them is a letter while buzzers are pressed: those are the teams'.

use crossterm::event::KeyEvent;

use super::overlay::Over;
use super::turning::PageNumber;
use super::{Act, DrillScreen, Page, effects};
use crate::study::drill::{Floor, Open, Stage, State, USUAL_EXTRA_S};
use crate::study::item::Item;
use crate::study::session::drill::{Advance, Pending, Spelling};
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::keys::Chord::{self, Char};
use crate::ui::keys::{
    BACKSPACE, DELETE, DOWN, ENTER, ESC, F2, F3, F4, F5, F6, F7, LEFT, PAGE_DOWN, PAGE_UP, RIGHT, SPACE, TAB, UP,
};

/// Seconds that `+` adds.
const MORE_S: u16 = USUAL_EXTRA_S;
/// What was typed is not thrown away by another key.
const TYPED: &str = "Something is typed: ⏎ enters it, ⌫ erases it.";

impl Keyed for DrillScreen {
    fn bindings(&self, context: &Context<'_>) -> Vec<Binding<Self>> {
        if let Some(over) = &self.over {
            return Self::overlay_bindings(over);
        }
        let State::Live(stage) = self.room().state() else { return self.ended_bindings() };
        let number = self.page_number(context);
        let mut table = self.stage_bindings(stage, number);
        let can_take_back = self.room().has_past() || !matches!(stage, Stage::Lobby);
        let words = self.host.pending().is_words(self.room());
        let pause: &[Chord] = if words { &[ESC] } else { &[ESC, SPACE] };
        table.extend(self.turning_bindings(number));
        table.extend([
            Binding::new("⌫", "undo", &[BACKSPACE], Self::take_back).once().when(can_take_back && !self.is_entering()),
            Binding::<Self>::new("⌫", "erase", &[BACKSPACE], |s, _| s.erase()).when(self.is_entering()),
            Binding::new("Del", "undo", &[DELETE], Self::take_back).once().when(can_take_back && self.is_entering()),
            Binding::new("Esc", "pause, menu", pause, Self::pause).once(),
            Binding::new("F2", "board now", &[F2], Self::board_now).once().quiet().when(self.room().can_show_board()),
            Binding::<Self>::new("F3", "points by hand", &[F3], |s, _| s.over = Some(Over::Points(String::new())))
                .once()
                .quiet()
                .when(self.host.can_award()),
            Binding::<Self>::new("F4", "a team leaves", &[F4], |s, _| s.over = Some(Over::Leaving { cursor: 0 }))
                .once()
                .quiet()
                .when(self.host.can_remove_team()),
            Binding::<Self>::new("F6", "devices", &[F6], |s, _| s.over = Some(Over::Seats { cursor: 0 }))
                .once()
                .when(self.host.seat_link().is_some()),
            Binding::<Self>::new("F7", "a device's code", &[F7], |s, _| s.over = Some(Over::Ticket(String::new())))
                .once()
                .quiet()
                .when(self.host.seat_link().is_some()),
            Binding::<Self>::new("F5", "teams and people", &[F5], |s, _| s.over = Some(Over::People { cursor: 0 }))
                .once()
                .quiet(),
        ]);
        table
    }
}

impl DrillScreen {
    fn stage_bindings(&self, stage: &Stage, number: PageNumber) -> Vec<Binding<Self>> {
        match stage {
            Stage::Lobby => vec![go("start")],
            Stage::Ask { .. } => vec![go("open the answers")],
            Stage::Open(open) => self.open_bindings(open),
            Stage::Closed(open) => vec![go("show the answer"), more_time().when(open.timer.limit_ms.is_some())],
            Stage::Reveal { .. } => vec![go(self.after()), scroll()],
            Stage::Board => vec![go(self.after())],
            Stage::Interlude(_) => vec![go("back to the question")],
            Stage::Scene { .. } => self.scene_bindings(number),
            Stage::Debrief { .. } if self.page == Page::Outcome => {
                vec![go("the debrief"), scroll().when(!number.is_one_of_several())]
            }
            Stage::Debrief { .. } => vec![go("end the drill"), scroll()],
        }
    }

    fn open_bindings(&self, open: &Open) -> Vec<Binding<Self>> {
        let mut table = match (self.host.pending(), self.host.advance()) {
            (Pending::Answer(spelling), _) => self.answer_bindings(spelling),
            (Pending::Votes { count, .. }, _) => vec![
                Binding::told("0-9", "hands"),
                Binding::told("12b", "a pupil's vote").when(self.host.has_numbers()),
                go(if count.is_last() || !count.pupils().is_empty() { "end the vote" } else { "next option" }),
                steps("option"),
            ],
            (_, Some(Advance::VoteAgain)) => vec![
                go("vote again"),
                Binding::new("a", "the answer now", &[Char('a')], |s: &mut Self, context: &Context<'_>| {
                    effects(s.drive(|host| host.reveal(context.clock)))
                })
                .once(),
            ],
            (_, Some(Advance::ShowAnswer)) => vec![go("show the answer")],
            _ if open.floor != Floor::Buzzers => vec![go("close")],
            _ => vec![Binding::told("team keys", "buzz"), go("close")],
        };
        if open.timer.limit_ms.is_some() && !self.host.pending().is_words(self.room()) {
            table.push(more_time());
        }
        table
    }

    fn answer_bindings(&self, spelling: &Spelling) -> Vec<Binding<Self>> {
        let none = Binding::new("Tab", "no answer", &[TAB], Self::pass).once();
        let shown = match spelling.asked(self.room()).filter(|item| item.letters() > 0) {
            None => "type".to_owned(),
            Some(item) if self.has_key_among(item) => format!("1-{}", item.letters()),
            Some(item) => item.letter_range(),
        };
        let spell = Binding::told(&shown, "its answer");
        if spelling.hidden {
            let forward = match (spelling.text.is_empty(), spelling.team) {
                (false, _) => "enter",
                (true, None) => "show the answer",
                (true, Some(_)) => "close",
            };
            let numbers = Binding::told("12b 13a", "pupils' answers").when(self.host.has_numbers());
            return vec![spell, numbers, go(forward), steps("team"), none];
        }
        let mut table = vec![spell, go("enter")];
        if spelling.asked(self.room()).is_some_and(Item::is_one_letter) {
            table.push(steps("option"));
        }
        table.extend([
            none,
            Binding::<Self>::new("→", "judge it", &[RIGHT], |s, _| s.over = Some(Over::ruling())).once(),
        ]);
        table
    }

    fn scene_bindings(&self, number: PageNumber) -> Vec<Binding<Self>> {
        match (self.page, self.host.pending()) {
            (Page::Main, Pending::Decision { count, .. }) => vec![
                Binding::told("0-9", "hands"),
                Binding::told("12b", "a pupil's vote").when(self.host.has_numbers()),
                go(if count.is_untouched() || count.is_last() || !count.pupils().is_empty() {
                    "decide"
                } else {
                    "next choice"
                }),
                steps("choice"),
                pages().when(!number.is_one_of_several()),
            ],
            (Page::Opening, _) => {
                vec![go(number.next().as_deref().unwrap_or("continue")), scroll().when(!number.is_one_of_several())]
            }
            _ => vec![go("continue"), scroll().when(!number.is_one_of_several())],
        }
    }

    /// What comes after an answer or the board, in words.
    fn after(&self) -> &'static str {
        match self.host.advance() {
            Some(Advance::ShowBoard) => "the board",
            Some(Advance::NextQuestion) => "next question",
            _ => "end the drill",
        }
    }

    pub(super) fn control(&mut self, key: KeyEvent, context: &Context<'_>) -> Vec<Effect> {
        match self.press(key, context) {
            Some(effects) => effects,
            None => self.typed(key),
        }
    }

    fn pause(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let taken = self.drive(|host| host.take(context.clock, Act::Paused));
        self.over = taken.is_whole().then(Over::menu);
        effects(taken)
    }

    /// The board, whatever is in play; what is typed stays.
    fn board_now(&mut self, context: &Context<'_>) -> Vec<Effect> {
        if self.is_typed() {
            self.notice = Some(TYPED.into());
            return Vec::new();
        }
        self.enter(Act::BoardShown, context)
    }

    fn extend(&mut self, context: &Context<'_>) -> Vec<Effect> {
        self.enter(Act::Extended { seconds: MORE_S }, context)
    }

    fn pass(&mut self, context: &Context<'_>) -> Vec<Effect> {
        if self.is_typed() {
            self.notice = Some(TYPED.into());
            return Vec::new();
        }
        effects(self.drive(|host| host.pass(context.clock)))
    }

    /// Whether something is entered here, so that ⌫ is for that alone.
    fn is_entering(&self) -> bool {
        self.page == Page::Main && *self.host.pending() != Pending::Nothing
    }

    /// Takes back what was typed last, and never more than that.
    fn erase(&mut self) {
        if !self.host.erase() {
            self.notice = Some("Nothing is typed here. Del undoes the last step.".into());
        }
    }

    fn step(&mut self, by: isize) {
        self.turn_to_choices();
        if !self.host.step(by) {
            self.notice = Some(TYPED.into());
        }
    }

    fn scroll_page(&mut self, down: bool, context: &Context<'_>) {
        let page = isize::try_from(self.window(context).saturating_sub(2).max(1)).unwrap_or(1);
        self.scroll_by(if down { page } else { -page }, context);
    }
}

fn go(does: &str) -> Binding<DrillScreen> {
    Binding::new("⏎", does, &[ENTER], DrillScreen::forward).once()
}

fn more_time() -> Binding<DrillScreen> {
    Binding::new("+", "30 s more", &[Char('+')], DrillScreen::extend).once()
}

fn steps(does: &str) -> Binding<DrillScreen> {
    Binding::<DrillScreen>::new("↑↓", does, &[UP], |s, _| s.step(-1)).and(&[DOWN], |s, _| s.step(1))
}

fn scroll() -> Binding<DrillScreen> {
    Binding::<DrillScreen>::new("↑↓", "scroll", &[UP, LEFT], |s, context| s.scroll_by(-1, context))
        .and(&[DOWN], |s, context| s.scroll_by(1, context))
        .and(&[PAGE_UP], |s, context| s.scroll_page(false, context))
        .and(&[PAGE_DOWN], |s, context| s.scroll_page(true, context))
}

fn pages() -> Binding<DrillScreen> {
    Binding::pages("scroll", DrillScreen::scroll_page).quiet()
}
