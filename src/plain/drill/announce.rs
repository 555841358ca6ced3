//! What each state says, and what it asks for. All of it comes from what everybody may see.

use super::{Drilling, reveal};
use crate::plain::PlainError;
use crate::study::drill::words::{self, Poster};
use crate::study::drill::{Mode, Public, PublicFloor, Screen, Team, TeamId};
use crate::study::item::{Item, Posed};

/// What was said last, so that nothing is said twice.
#[derive(Default)]
pub(super) struct Announced {
    /// The question whose text was read out.
    question: Option<usize>,
    last: Option<Announcement>,
}

/// A moment of the drill that has words of its own.
#[derive(PartialEq)]
enum Announcement {
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

impl Announcement {
    fn new(public: &Public, played: usize) -> Self {
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

impl Announced {
    /// So that the state is said again, but not the text of a question.
    pub(super) fn forget_state(&mut self) {
        self.last = None;
    }

    /// So that all is said again.
    pub(super) fn forget_all(&mut self) {
        *self = Self::default();
    }
}

impl Drilling<'_> {
    /// Says the state, if it is another than before; whether it was.
    pub(super) fn announce(&mut self) -> Result<bool, PlainError> {
        let public = self.room().public();
        let now = Announcement::new(&public, self.room().played().len());
        if self.announced.last.as_ref() == Some(&now) {
            return Ok(false);
        }
        let floor_only = matches!((&self.announced.last, &now), (Some(Announcement::Floor(a, _)), Announcement::Floor(b, _)) if a == b);
        let first = self.announced.last.replace(now).is_none();
        if !floor_only && !first {
            self.session.gap()?;
        }
        if public.paused {
            // The question is put away, so that nobody thinks on while the clock stands.
            self.announced.question = None;
            return self.say("Paused.").map(|()| true);
        }
        self.screen(&public).map(|()| true)
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
                let votes = self.host.mode() == Some(Mode::Argue);
                let said =
                    if votes { String::new() } else { format!(" {}", words::how_many(*answered, public.teams.len())) };
                self.say(&format!("Closed.{said}"))
            }
            Screen::Reveal(solution) => {
                reveal::say(&mut self.session.console, self.session.course, solution, &public.teams)
            }
            Screen::Board => self.board(public),
            Screen::Scene { .. } => self.scene(),
            Screen::Debrief { .. } => self.debrief(),
            Screen::Done { early, winners, class_percent } => {
                let result = words::result(&public.teams, winners, *class_percent);
                self.done(public, *early, &result)
            }
        }
    }

    fn lobby(&mut self, public: &Public) -> Result<(), PlainError> {
        let (title, sentences) = words::introduction(self.session.course, self.room().setup());
        let seed = self.room().setup().questions().map_or_else(String::new, |q| format!(" Seed {}.", q.paper.seed));
        self.say(&format!("Drill: {title}. {}{seed}", sentences.join(" ")))?;
        let keys = self.host.mode() == Some(Mode::Buzzer);
        // In a scenario the class decides as one.
        let teams = if self.host.mode().is_some() { public.teams.as_slice() } else { &[] };
        for team in teams {
            self.say(&introduced(team, keys))?;
        }
        self.join_lines()
    }

    /// A question, once: its number, what kind it is, its stem, its options.
    fn question(&mut self, posed: &Posed) -> Result<(), PlainError> {
        if self.announced.question.replace(posed.number) == Some(posed.number) {
            return Ok(());
        }
        let poster = Poster::of(posed, self.room().setup());
        let console = &mut self.session.console;
        console.say(&format!("Question {}: {}.", poster.number, poster.about(", ")))?;
        console.say(&poster.stem)?;
        for (at, premise) in poster.premises.iter().enumerate() {
            console.say_after(&format!("{}. ", at + 1), premise)?;
        }
        poster.lettered().try_for_each(|(letter, option)| console.say_after(&format!("{letter}. "), option))
    }

    fn floor(&mut self, floor: &PublicFloor) -> Result<(), PlainError> {
        let said = match floor {
            PublicFloor::Buzzers { tried, missed } => {
                format!("Buzzers: who presses first?{}{}", self.tried(tried), self.missed(missed))
            }
            PublicFloor::Speaking { team, level, tried, missed } => {
                let level =
                    if level.is_empty() { String::new() } else { format!(" Tied with it: {}.", self.names(level)) };
                let clock = if self.has_clock() { "; the clock is stopped" } else { "" };
                let (tried, missed) = (self.tried(tried), self.missed(missed));
                format!("{} has the floor{clock}.{level}{tried}{missed}", self.name(*team))
            }
            PublicFloor::Turn { team, tried, missed } => {
                format!("{}, it is your turn.{}{}", self.name(*team), self.tried(tried), self.missed(missed))
            }
            PublicFloor::Everyone => "Every team answers.".to_owned(),
            PublicFloor::Hands(hands) => words::voting(*hands).to_owned(),
        };
        let how = self.how_to_answer(floor);
        self.say(format!("{said} {how}").trim_end())
    }

    fn has_clock(&self) -> bool {
        self.room().setup().questions().is_some_and(|q| q.timer_s.is_some())
    }

    /// Names of those who had a go, where anybody had.
    fn tried(&self, tried: &[TeamId]) -> String {
        if tried.is_empty() { String::new() } else { format!(" Already tried: {}.", self.names(tried)) }
    }

    /// Letters of options that were said and are wrong.
    fn missed(&self, places: &[usize]) -> String {
        let item = self.host.open_question().and_then(|open| self.room().setup().asked(open.question));
        let labels: Vec<String> =
            item.into_iter().flat_map(|item| places.iter().map(|&at| item.label_at(at).to_string())).collect();
        if labels.is_empty() { String::new() } else { format!(" Wrong: {}.", labels.join(", ")) }
    }

    /// How answers are written, and how teams are called, as far as this floor wants it.
    fn how_to_answer(&self, floor: &PublicFloor) -> String {
        let how = || {
            self.host
                .open_question()
                .and_then(|open| self.room().setup().asked(open.question))
                .map_or_else(String::new, Item::how_to_spell)
        };
        match floor {
            PublicFloor::Buzzers { tried, .. } => format!("Keys: {}.", self.keys(tried)),
            PublicFloor::Speaking { .. } | PublicFloor::Turn { .. } => {
                format!("{} Or type pass, right, half or wrong.", how())
            }
            PublicFloor::Everyone => format!("{} Enter alone means no answer.", how()),
            PublicFloor::Hands(_) => String::new(),
        }
    }

    /// "q Team 1, p Team 2", without those who had their try.
    pub(super) fn keys(&self, tried: &[TeamId]) -> String {
        let present = self.room().present();
        let others = (0_u8..).map(TeamId).zip(self.room().teams());
        let others = others.filter(|(id, _)| !tried.contains(id) && present.contains(id));
        others.map(|(_, t)| format!("{} {}", t.key, t.name)).collect::<Vec<_>>().join(", ")
    }
}

/// "A. Team 1, key q: Ana, Ben".
fn introduced(team: &Team, key: bool) -> String {
    let key = if key { format!(", key {}", team.key) } else { String::new() };
    let members = team.members.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let members = if members.is_empty() { String::new() } else { format!(": {members}") };
    format!("{}. {}{key}{members}", team.number, team.name)
}
