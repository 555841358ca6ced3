//! What each state says, and what it asks for. All of it comes from what everybody may see.

use super::hands::vote;
use super::{Drilling, reveal};
use crate::plain::PlainError;
use crate::study::drill::words::{self, Poster};
use crate::study::drill::{Floor, Hands, Input, Mode, Open, Public, PublicFloor, Screen, Stage, State, Team, TeamId};
use crate::study::item::{Item, Posed};

/// What was said last, so that nothing is said twice.
#[derive(Default)]
pub struct Told {
    /// The question whose text was read out.
    question: Option<usize>,
    state: Option<Moment>,
}

/// A moment of the drill that has words of its own.
#[derive(PartialEq)]
enum Moment {
    Paused,
    Lobby,
    Ask(usize),
    Floor(usize, PublicFloor),
    Closed(usize, usize),
    Reveal(usize),
    Board(usize),
    Scene(usize),
    Debrief,
    Done,
}

impl Moment {
    fn of(public: &Public, played: usize) -> Self {
        match &public.screen {
            _ if public.paused => Self::Paused,
            Screen::Lobby => Self::Lobby,
            Screen::Ask(posed) => Self::Ask(posed.number),
            Screen::Open { posed, floor, .. } => Self::Floor(posed.number, floor.clone()),
            Screen::Closed { posed, answered } => Self::Closed(posed.number, *answered),
            Screen::Reveal(solution) => Self::Reveal(solution.posed.number),
            Screen::Board => Self::Board(played),
            Screen::Scene { road, .. } => Self::Scene(road.len()),
            Screen::Debrief { .. } => Self::Debrief,
            Screen::Done { .. } => Self::Done,
        }
    }
}

impl Told {
    /// So that the state is said again, but not the text of a question.
    pub fn forget(&mut self) {
        self.state = None;
    }

    /// So that all is said again.
    pub fn forget_all(&mut self) {
        *self = Self::default();
    }
}

impl Drilling<'_, '_> {
    /// Says the state, if it is another than before.
    pub(super) fn tell(&mut self) -> Result<(), PlainError> {
        let public = self.room.public();
        let now = Moment::of(&public, self.room.played().len());
        if self.told.state.as_ref() == Some(&now) {
            return Ok(());
        }
        let floor_only = matches!((&self.told.state, &now), (Some(Moment::Floor(a, _)), Moment::Floor(b, _)) if a == b);
        let first = self.told.state.replace(now).is_none();
        if !floor_only && !first {
            self.session.console.gap()?;
        }
        if public.paused {
            // The question is put away, so that nobody thinks on while the clock stands.
            self.told.question = None;
            return self.say("Paused.");
        }
        self.screen(&public)
    }

    fn screen(&mut self, public: &Public) -> Result<(), PlainError> {
        match &public.screen {
            Screen::Lobby => self.lobby(public),
            Screen::Ask(posed) => self.question(posed),
            Screen::Open { posed, floor, .. } => {
                self.question(posed)?;
                self.floor(floor)
            }
            Screen::Closed { posed, answered } => {
                self.question(posed)?;
                let votes = self.mode() == Some(Mode::Argue);
                let said =
                    if votes { String::new() } else { format!(" {}", words::how_many(*answered, public.teams.len())) };
                self.say(&format!("Closed.{said}"))
            }
            Screen::Reveal(solution) => reveal::say(self.session.console, self.session.course, solution, &public.teams),
            Screen::Board => self.board(public),
            Screen::Scene { .. } => self.scene(),
            Screen::Debrief { .. } => self.debrief(),
            Screen::Done { early } => self.done(public, *early),
        }
    }

    pub(super) fn mode(&self) -> Option<Mode> {
        self.room.setup().questions().map(|q| q.mode)
    }

    fn lobby(&mut self, public: &Public) -> Result<(), PlainError> {
        let (title, sentences) = words::introduction(self.session.course, self.room.setup());
        let seed = self.room.setup().questions().map_or_else(String::new, |q| format!(" Seed {}.", q.paper.seed));
        self.say(&format!("Drill: {title}. {}{seed}", sentences.join(" ")))?;
        let keys = self.mode() == Some(Mode::Buzzer);
        // In a scenario the class decides as one.
        let teams = if self.mode().is_some() { public.teams.as_slice() } else { &[] };
        for team in teams {
            self.say(&introduced(team, keys))?;
        }
        Ok(())
    }

    /// A question, once: its number, what kind it is, its stem, its options.
    fn question(&mut self, posed: &Posed) -> Result<(), PlainError> {
        if self.told.question.replace(posed.number) == Some(posed.number) {
            return Ok(());
        }
        let poster = Poster::of(posed, self.room.setup());
        let console = &mut *self.session.console;
        console.say(&format!("Question {}: {}.", poster.number, poster.about(", ")))?;
        console.say(&poster.stem)?;
        for (at, premise) in poster.premises.iter().enumerate() {
            console.say_after(&format!("{}. ", at + 1), premise)?;
        }
        poster.lettered().try_for_each(|(letter, option)| console.say_after(&format!("{letter}. "), option))
    }

    fn floor(&mut self, floor: &PublicFloor) -> Result<(), PlainError> {
        let said = match floor {
            PublicFloor::Buzzers { tried } => format!("Buzzers: who presses first?{}", self.tried(tried)),
            PublicFloor::Speaking { team, level, tried } => {
                let level =
                    if level.is_empty() { String::new() } else { format!(" Level with it: {}.", self.names(level)) };
                let clock = if self.has_clock() { "; the clock stands" } else { "" };
                format!("{} has the floor{clock}.{level}{}", self.name(*team), self.tried(tried))
            }
            PublicFloor::Turn { team, tried } => format!("{}, it is your turn.{}", self.name(*team), self.tried(tried)),
            PublicFloor::Everyone => "Every team answers.".to_owned(),
            PublicFloor::Hands(hands) => words::voting(*hands).to_owned(),
        };
        let how = self.how_to_answer(floor);
        self.say(format!("{said} {how}").trim_end())
    }

    fn has_clock(&self) -> bool {
        self.room.setup().questions().is_some_and(|q| q.timer_s.is_some())
    }

    /// Names of those who had a go, where anybody had.
    fn tried(&self, tried: &[TeamId]) -> String {
        if tried.is_empty() { String::new() } else { format!(" Had their try: {}.", self.names(tried)) }
    }

    /// How answers are written, and how teams are called, as far as this floor wants it.
    fn how_to_answer(&self, floor: &PublicFloor) -> String {
        let how =
            || self.in_play().and_then(|q| self.room.setup().asked(q)).map_or_else(String::new, Item::how_to_spell);
        match floor {
            PublicFloor::Buzzers { tried } => format!("Keys: {}.", self.keys(tried)),
            PublicFloor::Speaking { .. } | PublicFloor::Turn { .. } => {
                format!("{} Or type pass, right, half or wrong.", how())
            }
            PublicFloor::Everyone => format!("{} An empty line is no answer.", how()),
            PublicFloor::Hands(_) => String::new(),
        }
    }

    /// "q Team A, p Team B", without those who had their try.
    pub(super) fn keys(&self, tried: &[TeamId]) -> String {
        let others = (0_u8..).map(TeamId).zip(self.room.teams()).filter(|(id, _)| !tried.contains(id));
        others.map(|(_, t)| format!("{} {}", t.key, t.name)).collect::<Vec<_>>().join(", ")
    }

    fn in_play(&self) -> Option<usize> {
        match self.room.state() {
            State::Live(Stage::Open(open) | Stage::Closed(open)) => Some(open.question),
            _ => None,
        }
    }

    /// What is asked for now.
    pub(super) fn prompt(&self) -> String {
        match self.room.state() {
            State::Paused(_) => "An empty line goes on.".to_owned(),
            State::Done(_) => "An empty line leaves; key mends a key, undo takes back the end.".to_owned(),
            State::Live(Stage::Lobby) => "An empty line begins; help says what else can be typed.".to_owned(),
            State::Live(Stage::Ask { .. }) => {
                let clock = self
                    .room
                    .setup()
                    .questions()
                    .and_then(|q| q.timer_s)
                    .map_or_else(String::new, |s| format!(" for {s} seconds"));
                format!("An empty line opens the answers{clock}.")
            }
            State::Live(Stage::Open(open)) => self.open_prompt(open),
            State::Live(Stage::Closed(_)) => "An empty line shows the answer.".to_owned(),
            State::Live(Stage::Reveal { .. } | Stage::Board) => {
                let next = match self.room.next_act() {
                    Some(Input::BoardShown) => "goes to the board",
                    Some(Input::Asked { .. }) => "goes to the next question",
                    _ => "ends the drill",
                };
                format!("An empty line {next}.")
            }
            State::Live(Stage::Scene { .. }) => self.scene_prompt(),
            State::Live(Stage::Debrief { .. }) => "An empty line ends the drill.".to_owned(),
        }
    }

    fn open_prompt(&self, open: &Open) -> String {
        let timed = |what: String, end: &str| {
            let left = self.left().map_or_else(String::new, |left| format!(" ({left})"));
            format!("{what}{left}{end}")
        };
        match &open.floor {
            Floor::Buzzers => timed("A team's key, or an empty line closes".to_owned(), ":"),
            Floor::Speaking { team, .. } | Floor::Turn { team } => timed(self.name(*team), ":"),
            Floor::Everyone => match self.asked_team() {
                Some(team) => timed(self.name(team), ":"),
                None => timed(
                    "All teams have answered. An empty line closes; change A enters that of team A again".to_owned(),
                    ".",
                ),
            },
            Floor::Hands(Hands::Arguing { .. }) => timed("An empty line goes on to the second vote".to_owned(), "."),
            Floor::Hands(hands) => match vote(hands) {
                Some(vote) => timed(self.hands_prompt(open.question, vote), ":"),
                None => "An empty line shows the answer.".to_owned(),
            },
        }
    }

    /// Whose answer is asked for, where all answer.
    pub(super) fn asked_team(&self) -> Option<TeamId> {
        self.changed.or_else(|| self.room.waiting().first().copied())
    }
}

/// "A. Team A, key q: Ana, Ben".
fn introduced(team: &Team, key: bool) -> String {
    let key = if key { format!(", key {}", team.key) } else { String::new() };
    let members = team.members.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let members = if members.is_empty() { String::new() } else { format!(": {members}") };
    format!("{}. {}{key}{members}", team.letter, team.name)
}
