//! The keys of each state, and what they do. None of them is a letter while buzzers are pressed: those are the teams'.

use crossterm::event::KeyEvent;

use super::overlay::Over;
use super::{Act, DrillScreen, Page, effects};
use crate::study::drill::{Mode, Open, Stage, State, USUAL_EXTRA_S};
use crate::study::item::Item;
use crate::study::session::drill::{Advance, Pending, Spelling};
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::keys::{
    self, BACKSPACE, Binding, Chord, DOWN, ENTER, ESC, KeyHint, LEFT, PAGE_DOWN, PAGE_UP, RIGHT, SPACE, TAB, UP,
};

/// Seconds that `+` adds.
const MORE_S: u16 = USUAL_EXTRA_S;

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Do {
    Forward,
    Pause,
    More,
    TakeBack,
    /// To another team, option or choice.
    Step(isize),
    NoAnswer,
    Rule,
    Line(isize),
    Page(bool),
    /// After the end.
    Ended(super::ended::Do),
}

impl DrillScreen {
    pub(super) fn bindings(&self) -> Vec<Binding<Do>> {
        let State::Live(stage) = self.room().state() else {
            return self.ended_bindings().into_iter().map(|b| b.map(Do::Ended)).collect();
        };
        let mut table = match stage {
            Stage::Lobby => vec![go("begin")],
            Stage::Ask { .. } => vec![go("open the answers")],
            Stage::Open(open) => self.open_bindings(open),
            Stage::Closed(open) => {
                let clock = open.timer.limit_ms.map(|_| more_time());
                std::iter::once(go("show the answer")).chain(clock).collect()
            }
            Stage::Reveal { .. } => vec![go(self.after()), scroll()],
            Stage::Board => vec![go(self.after())],
            Stage::Scene { .. } => self.scene_bindings(),
            Stage::Debrief { .. } if self.page == Page::Outcome => vec![go("the debrief"), scroll()],
            Stage::Debrief { .. } => vec![go("end the drill"), scroll()],
        };
        let words = self.host.pending().is_words(self.room());
        if self.room().has_past() || !matches!(stage, Stage::Lobby) {
            table.push(Binding::new("⌫", "take back", &[BACKSPACE], Do::TakeBack));
        }
        let pause: &[Chord] = if words { &[ESC] } else { &[ESC, SPACE] };
        table.push(Binding::new("Esc", "pause and menu", pause, Do::Pause));
        table
    }

    fn open_bindings(&self, open: &Open) -> Vec<Binding<Do>> {
        let mut table = match (self.host.pending(), self.host.advance()) {
            (Pending::Answer(spelling), _) => self.answer_bindings(spelling),
            (Pending::Votes { count, .. }, _) => vec![
                Binding::each("0-9", "hands", Vec::new()),
                go(if count.is_last() { "end the vote" } else { "next option" }),
                Binding::each("↑↓", "option", steps()),
            ],
            (_, Some(Advance::VoteAgain)) => vec![go("vote again")],
            (_, Some(Advance::ShowAnswer)) => vec![go("show the answer")],
            _ => vec![Binding::each("team keys", "buzz", Vec::new()), go("close")],
        };
        if open.timer.limit_ms.is_some() && !self.host.pending().is_words(self.room()) {
            table.push(more_time());
        }
        table
    }

    fn answer_bindings(&self, spelling: &Spelling) -> Vec<Binding<Do>> {
        let none = Binding::new("Tab", "no answer", &[TAB], Do::NoAnswer);
        let shown = match spelling.asked(self.room()).filter(|item| item.letters() > 0) {
            None => "type".to_owned(),
            Some(item) if self.host.mode() == Some(Mode::Buzzer) => format!("1-{}", item.letters()),
            Some(item) => item.letter_range(),
        };
        let spell = Binding::each(&shown, "its answer", Vec::new());
        if spelling.hidden {
            let forward = if spelling.text.is_empty() { "close" } else { "enter" };
            return vec![spell, go(forward), Binding::each("↑↓", "team", steps()), none];
        }
        let mut table = vec![spell, Binding::new("⏎", "enter", &[ENTER], Do::Forward)];
        if spelling.asked(self.room()).is_some_and(Item::is_one_letter) {
            table.push(Binding::each("↑↓", "option", steps()));
        }
        table.extend([none, Binding::new("→", "rule it", &[RIGHT], Do::Rule)]);
        table
    }

    fn scene_bindings(&self) -> Vec<Binding<Do>> {
        match (self.page, self.host.pending()) {
            (Page::Main, Pending::Decision { count, .. }) => vec![
                Binding::each("0-9", "hands", Vec::new()),
                go(if count.is_untouched() || count.is_last() { "decide" } else { "next choice" }),
                Binding::each("↑↓", "choice", steps()),
                pages(),
            ],
            _ => vec![go("go on"), scroll()],
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

    pub fn hints(&self, _: &Context<'_>) -> Vec<KeyHint> {
        match &self.over {
            Some(over) => over.hints(),
            None => keys::hints(self.bindings()),
        }
    }

    pub(super) fn control(&mut self, key: KeyEvent, context: &Context<'_>) -> Vec<Effect> {
        match keys::action(&self.bindings(), key) {
            Some(what) => self.act(what, context),
            None => self.typed(key, context),
        }
    }

    fn act(&mut self, what: Do, context: &Context<'_>) -> Vec<Effect> {
        match what {
            Do::Forward => return self.forward(context),
            Do::Pause => {
                let taken = self.drive(|host| host.take(context.clock, Act::Paused));
                self.over = taken.is_whole().then(Over::menu);
                return effects(taken);
            }
            Do::More => return self.enter(Act::Extended { seconds: MORE_S }, context),
            Do::TakeBack if self.page == Page::Main && self.host.erase() => {}
            Do::TakeBack => return self.take_back(context),
            Do::Step(by) => self.host.step(by),
            Do::NoAnswer => return effects(self.drive(|host| host.pass(context.clock))),
            Do::Rule => self.over = Some(Over::ruling()),
            Do::Line(by) => self.scroll_by(by, context),
            Do::Page(down) => {
                let page = isize::try_from(self.window(context).saturating_sub(2).max(1)).unwrap_or(1);
                self.scroll_by(if down { page } else { -page }, context);
            }
            Do::Ended(what) => return self.ended(what, context),
        }
        Vec::new()
    }
}

fn go(does: &str) -> Binding<Do> {
    Binding::new("⏎", does, &[ENTER], Do::Forward)
}

fn more_time() -> Binding<Do> {
    Binding::new("+", "30 s more", &[Chord::Char('+')], Do::More)
}

fn steps() -> Vec<(Chord, Do)> {
    vec![(UP, Do::Step(-1)), (DOWN, Do::Step(1))]
}

fn scroll() -> Binding<Do> {
    let lines = vec![
        (UP, Do::Line(-1)),
        (DOWN, Do::Line(1)),
        (LEFT, Do::Line(-1)),
        (PAGE_UP, Do::Page(false)),
        (PAGE_DOWN, Do::Page(true)),
    ];
    Binding::each("↑↓", "scroll", lines)
}

fn pages() -> Binding<Do> {
    Binding::each("PgUp PgDn", "scroll", vec![(PAGE_UP, Do::Page(false)), (PAGE_DOWN, Do::Page(true))]).quiet()
}
