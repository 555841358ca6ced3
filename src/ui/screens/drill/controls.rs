//! The keys of each state, and what they do. None of them is a letter while buzzers are pressed: those are the teams'.

use crossterm::event::{KeyCode, KeyEvent};

use super::hand::{Hand, Page, Spelling};
use super::over::Over;
use super::{Act, DrillScreen};
use crate::study::answer::Answer;
use crate::study::room::{Asked, Floor, Hands, Mode, Open, Stage, State, TeamId, USUAL_EXTRA_S, letter};
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::keys::{self, BACKSPACE, Binding, Chord, DOWN, ENTER, ESC, Hint, LEFT, PAGE_DOWN, PAGE_UP, RIGHT, SPACE, TAB, UP};

/// Seconds that `+` adds.
pub(super) const MORE_S: u16 = USUAL_EXTRA_S;

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
        let State::Live(stage) = self.room.state() else { return self.ended_bindings().into_iter().map(|b| b.map(Do::Ended)).collect() };
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
            Stage::Debrief { .. } if self.hand == Hand::Outcome => vec![go("the debrief"), scroll()],
            Stage::Debrief { .. } => vec![go("end the drill"), scroll()],
        };
        let words = self.hand.is_words(&self.room);
        table.push(Binding::new("⌫", "take back", &[BACKSPACE], Do::TakeBack));
        let pause: &[Chord] = if words { &[ESC] } else { &[ESC, SPACE] };
        table.push(Binding::new("Esc", "pause and menu", pause, Do::Pause));
        table
    }

    fn open_bindings(&self, open: &Open) -> Vec<Binding<Do>> {
        let mut table = match &self.hand {
            Hand::Answer(spelling) => self.answer_bindings(spelling),
            Hand::Votes(_) => vec![
                Binding::each("0-9", "hands", Vec::new()),
                Binding::new("⏎", "next option", &[ENTER], Do::Forward),
                Binding::each("↑↓", "option", steps()),
            ],
            Hand::Empty | Hand::Scene { .. } | Hand::Outcome => match &open.floor {
                Floor::Hands(Hands::Arguing { .. }) => vec![go("vote again")],
                Floor::Hands(_) => vec![go("show the answer")],
                _ => vec![Binding::each("team keys", "buzz", Vec::new()), go("close")],
            },
        };
        if open.timer.limit_ms.is_some() && !self.hand.is_words(&self.room) {
            table.push(more_time());
        }
        table
    }

    fn answer_bindings(&self, spelling: &Spelling) -> Vec<Binding<Do>> {
        let none = Binding::new("Tab", "no answer", &[TAB], Do::NoAnswer);
        let letters = spelling.asked(&self.room).map_or(0, Asked::letters);
        let shown = match letters {
            0 => "type".to_owned(),
            n if self.mode() == Some(Mode::Buzzer) => format!("1-{n}"),
            n => format!("A-{}", letter(n - 1)),
        };
        let spell = Binding::each(&shown, "its answer", Vec::new());
        if spelling.hidden {
            let forward = if spelling.text.is_empty() { "close" } else { "enter" };
            return vec![spell, go(forward), Binding::each("↑↓", "team", steps()), none];
        }
        let mut table = vec![spell, Binding::new("⏎", "enter", &[ENTER], Do::Forward)];
        if spelling.asked(&self.room).is_some_and(Asked::is_one_letter) {
            table.push(Binding::each("↑↓", "option", steps()));
        }
        table.extend([none, Binding::new("→", "rule it", &[RIGHT], Do::Rule)]);
        table
    }

    fn scene_bindings(&self) -> Vec<Binding<Do>> {
        match self.hand {
            Hand::Scene { page: Page::Vote, .. } => vec![
                Binding::each("0-9", "hands", Vec::new()),
                Binding::new("⏎", "decide", &[ENTER], Do::Forward),
                Binding::each("↑↓", "choice", steps()),
                pages(),
            ],
            _ => vec![go("go on"), scroll()],
        }
    }

    pub fn hints(&self, _: &Context<'_>) -> Vec<Hint> {
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
                let saved = self.enter(Act::Paused, context);
                self.over = (!saved.is_empty()).then(Over::menu);
                return saved;
            }
            Do::More => return self.enter(Act::Extended { seconds: MORE_S }, context),
            Do::TakeBack if self.erase() => {}
            Do::TakeBack => return self.take_back(context),
            Do::Step(by) => self.step(by),
            Do::NoAnswer => return self.no_answer(context),
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

    /// What comes next.
    fn forward(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let State::Live(stage) = self.room.state().clone() else { return Vec::new() };
        match stage {
            Stage::Open(open) => self.forward_open(&open, context),
            Stage::Scene { scene } => self.forward_scene(&scene, context),
            Stage::Debrief { .. } if self.hand == Hand::Outcome => {
                (self.hand, self.scroll) = (Hand::Empty, crate::ui::scroll::Scroll::default());
                Vec::new()
            }
            Stage::Debrief { .. } => self.enter(Act::Ended, context),
            Stage::Lobby | Stage::Ask { .. } | Stage::Closed(_) | Stage::Reveal { .. } | Stage::Board => {
                self.room.next_act().map_or(Vec::new(), |what| self.enter(what, context))
            }
        }
    }

    /// What comes after an answer or the board, in words.
    fn after(&self) -> &'static str {
        match self.room.next_act() {
            Some(Act::BoardShown) => "the board",
            Some(Act::Asked { .. }) => "next question",
            _ => "end the drill",
        }
    }

    fn forward_open(&mut self, open: &Open, context: &Context<'_>) -> Vec<Effect> {
        match (&self.hand, &open.floor) {
            (Hand::Answer(spelling), _) if spelling.hidden && spelling.text.is_empty() => self.enter(Act::Closed, context),
            (Hand::Answer(_), _) => self.submit(context),
            (Hand::Votes(_), _) => self.count(context),
            (_, Floor::Hands(Hands::Arguing { .. })) => self.enter(Act::Opened, context),
            (_, Floor::Hands(_)) => self.enter_all([Act::Closed, Act::Revealed], context),
            _ => self.enter(Act::Closed, context),
        }
    }

    /// Gives the answer that was spelled, and goes on to the next team.
    fn submit(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let Hand::Answer(spelling) = &self.hand else { return Vec::new() };
        match (spelling.team, spelling.answer(&self.room)) {
            (_, Err(how)) => self.notice = Some(how),
            (_, Ok(Answer::Skipped)) => self.notice = Some("Enter the answer, or press Tab when there is none.".into()),
            (None, Ok(_)) => self.notice = Some("Every team has answered: ↑↓ goes back to one.".into()),
            (Some(team), Ok(answer)) => return self.say(Act::Answered { team, answer }, context),
        }
        Vec::new()
    }

    fn no_answer(&mut self, context: &Context<'_>) -> Vec<Effect> {
        match &self.hand {
            Hand::Answer(Spelling { team: Some(team), .. }) => self.say(Act::Passed { team: *team }, context),
            _ => Vec::new(),
        }
    }

    pub(super) fn say(&mut self, what: Act, context: &Context<'_>) -> Vec<Effect> {
        let saved = self.enter(what, context);
        if let (Hand::Answer(spelling), false) = (&mut self.hand, saved.is_empty()) {
            spelling.text.clear();
            if spelling.hidden {
                spelling.team = self.room.waiting().first().copied();
            }
        }
        saved
    }

    /// The next option or, after the last, the vote.
    fn count(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let Hand::Votes(votes) = &mut self.hand else { return Vec::new() };
        if votes.tally.next() {
            return Vec::new();
        }
        let (vote, counts) = (votes.vote, votes.tally.counts());
        let hands = self.room.setup().asked(votes.question).map(|a| a.by_author(&counts)).unwrap_or_default();
        self.enter(Act::Voted { vote, hands }, context)
    }

    fn forward_scene(&mut self, scene: &crate::course::model::Id, context: &Context<'_>) -> Vec<Effect> {
        let Hand::Scene { page, tally, .. } = &mut self.hand else { return Vec::new() };
        if *page != Page::Vote {
            (*page, self.scroll) = (Page::Vote, crate::ui::scroll::Scroll::default());
            return Vec::new();
        }
        let untouched = tally.is_untouched();
        let chosen = tally.at;
        if !untouched && tally.next() {
            return Vec::new();
        }
        let most = tally.first();
        let (at, hands) = match most.as_slice() {
            _ if untouched => (chosen, Vec::new()),
            [one] => (*one, tally.counts()),
            tied if tied.contains(&chosen) && tally.settles() => (chosen, tally.counts()),
            _ => {
                self.notice = Some("A tie: choose one of the first with ↑↓, then ⏎.".into());
                tally.settle();
                return Vec::new();
            }
        };
        let Some(choice) = self.choice(scene, at) else { return Vec::new() };
        let saved = self.enter(Act::Chosen { scene: scene.clone(), choice, hands }, context);
        if !saved.is_empty() {
            // What came of it is shown first, also after the last decision.
            match &mut self.hand {
                Hand::Scene { page, .. } => *page = Page::Outcome,
                hand => *hand = Hand::Outcome,
            }
        }
        saved
    }

    fn choice(&self, scene: &crate::course::model::Id, at: usize) -> Option<crate::course::model::Id> {
        match self.room.setup().drill() {
            crate::study::room::Drill::Scenario(road) => road.fork(scene)?.ways.get(at).map(|way| way.choice.clone()),
            crate::study::room::Drill::Questions(_) => None,
        }
    }

    /// Takes back a character; `false` when none is typed.
    fn erase(&mut self) -> bool {
        match &mut self.hand {
            Hand::Answer(spelling) => spelling.text.pop().is_some(),
            Hand::Votes(votes) => votes.tally.erase(),
            Hand::Scene { page: Page::Vote, tally, .. } => tally.erase(),
            Hand::Empty | Hand::Outcome | Hand::Scene { .. } => false,
        }
    }

    fn step(&mut self, by: isize) {
        match &mut self.hand {
            Hand::Votes(votes) => votes.tally.step(by),
            Hand::Scene { tally, .. } => tally.step(by),
            Hand::Answer(spelling) if spelling.hidden => {
                let teams = self.room.teams().len();
                let at =
                    spelling.team.map_or(if by > 0 { 0 } else { teams - 1 }, |t| usize::from(t.0).saturating_add_signed(by).min(teams - 1));
                spelling.team = u8::try_from(at).ok().map(TeamId);
                spelling.text.clear();
            }
            Hand::Answer(spelling) => {
                let n = spelling.asked(&self.room).map_or(0, Asked::letters);
                let at = spelling
                    .place(&self.room)
                    .map_or(if by > 0 { 0 } else { n.saturating_sub(1) }, |p| p.saturating_add_signed(by).min(n.saturating_sub(1)));
                spelling.text = letter(at).to_string();
            }
            Hand::Empty | Hand::Outcome => {}
        }
    }

    /// A character that is no control.
    fn typed(&mut self, key: KeyEvent, context: &Context<'_>) -> Vec<Effect> {
        let KeyCode::Char(c) = key.code else { return Vec::new() };
        let belongs_to_a_team = self.is_a_teams(key);
        match &mut self.hand {
            Hand::Votes(votes) if c.is_ascii_digit() => votes.tally.digit(c),
            Hand::Scene { page: Page::Vote, tally, .. } if c.is_ascii_digit() => tally.digit(c),
            Hand::Scene { page: Page::Vote, tally, .. } => {
                if let Some(at) = (0..tally.counts().len()).find(|&at| letter(at) == c.to_ascii_uppercase()) {
                    tally.at = at;
                }
            }
            Hand::Answer(spelling) => {
                let Some(asked) = spelling.asked(&self.room) else { return Vec::new() };
                let (words, single) = (asked.letters() == 0, asked.is_one_letter());
                // A press that came too late is no answer.
                if !words && belongs_to_a_team {
                    return Vec::new();
                }
                if single {
                    spelling.text.clear();
                }
                super::type_into(&mut spelling.text, [c]);
                let given = single && spelling.hidden && spelling.answer(&self.room).is_ok();
                if given {
                    return self.submit(context);
                }
                if single && let Err(how) = spelling.answer(&self.room) {
                    self.notice = Some(how);
                    spelling_of(&mut self.hand).map(String::clear);
                }
            }
            Hand::Empty | Hand::Outcome | Hand::Votes(_) | Hand::Scene { .. } => {}
        }
        Vec::new()
    }
}

fn spelling_of(hand: &mut Hand) -> Option<&mut String> {
    if let Hand::Answer(spelling) = hand { Some(&mut spelling.text) } else { None }
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
    let lines =
        vec![(UP, Do::Line(-1)), (DOWN, Do::Line(1)), (LEFT, Do::Line(-1)), (PAGE_UP, Do::Page(false)), (PAGE_DOWN, Do::Page(true))];
    Binding::each("↑↓", "scroll", lines)
}

fn pages() -> Binding<Do> {
    Binding::each("PgUp PgDn", "scroll", vec![(PAGE_UP, Do::Page(false)), (PAGE_DOWN, Do::Page(true))]).quiet()
}
