//! What each input does to a room.

use std::sync::Arc;

use super::stage::{Finish, Hands, Open, Outcome, Played, Stage, State};
use super::timer::Timer;
use super::{
    Core, Decision, Drill, Elapsed, Floor, Input, MOST_HANDS, Mode, Questions, Refused, Road, Seat, Setup, Team, To,
};
use crate::course::model::Id;
use crate::study::item::Key;

/// Seconds that are added, unless the teacher says otherwise.
pub const USUAL_EXTRA_S: u16 = 30;
/// Most seconds that are added at once.
const MOST_EXTRA_S: u16 = 600;

impl Core {
    /// What can be done in more than one state; the rest only while the drill plays.
    pub(super) fn act(&mut self, setup: &Setup, what: &Input, step: Elapsed) -> Result<(), Refused> {
        match (what, &self.state) {
            (Input::Regraded { question, key }, _) => self.regrade(setup, *question, key),
            (Input::Awarded { team, points, why }, _) => self.award(setup, *team, *points, why),
            (Input::Seated(seating), _) => self.reseat(seating),
            (Input::TeamRenamed { team, name }, _) => self.rename(*team, name),
            (_, State::Done(_)) => Err(Refused::Over),
            (Input::Joined(team), _) => self.join(team),
            (Input::Left { team }, _) => self.remove(setup, *team),
            (Input::Ended, _) => self.finish(setup),
            (Input::TakenUp | Input::Tick, State::Paused(_)) => Ok(()),
            (Input::Resumed, State::Paused(stage)) => self.go(State::Live(stage.clone())),
            (_, State::Paused(_)) => Err(Refused::Paused),
            (Input::Paused | Input::TakenUp, State::Live(stage)) => self.go(State::Paused(stage.clone())),
            (Input::Resumed, State::Live(_)) => Err(Refused::NotNow),
            (_, State::Live(stage)) => {
                let next = self.step(setup, stage.clone(), what, step)?;
                self.go(State::Live(next))
            }
        }
    }

    fn go(&mut self, to: State) -> Result<(), Refused> {
        self.state = to;
        Ok(())
    }

    /// The stage that follows `stage`.
    fn step(&mut self, setup: &Setup, stage: Stage, what: &Input, step: Elapsed) -> Result<Stage, Refused> {
        match (stage, what) {
            (stage, Input::Tick) => Ok(self.ticked(setup, stage, step)),
            (Stage::Lobby | Stage::Reveal { .. } | Stage::Board, &Input::Asked { question }) => {
                self.ask(setup, question)
            }
            (Stage::Lobby, Input::Opened) => first_scene(setup),
            (Stage::Ask { question }, Input::Opened) => self.open_question(setup, question),
            (Stage::Open(open), Input::Opened) => second_vote(setup, open),
            (Stage::Open(open), Input::Closed) => Ok(Stage::Closed(open)),
            (Stage::Open(open), &Input::Extended { seconds }) => extended(open, seconds),
            (Stage::Closed(open), &Input::Extended { seconds }) if self.can_reopen(&open) => extended(open, seconds),
            (Stage::Closed(open), Input::Revealed) => Ok(self.reveal(open)),
            (Stage::Ask { question }, Input::Skipped) => Ok(self.skip(setup, question)),
            (Stage::Open(open) | Stage::Closed(open), Input::Skipped) => Ok(self.skip(setup, open.question)),
            (Stage::Lobby | Stage::Ask { .. } | Stage::Reveal { .. }, Input::BoardShown) if has_board(setup) => {
                Ok(Stage::Board)
            }
            (stage @ (Stage::Open(_) | Stage::Closed(_)), Input::BoardShown) if has_board(setup) => {
                Ok(Stage::Interlude(Box::new(stage)))
            }
            (Stage::Interlude(stage), Input::Opened) => Ok(*stage),
            (Stage::Scene { scene: at }, Input::Chosen { scene, choice, hands }) if at == *scene => {
                self.choose(setup, scene, choice, hands)
            }
            (Stage::Open(open), Input::Raised { vote, by }) => self.raise(setup, open, *vote, by),
            (Stage::Open(open), answer) => self.on_the_floor(setup, open, answer),
            _ => Err(Refused::NotNow),
        }
    }

    fn join(&mut self, team: &Team) -> Result<(), Refused> {
        team.fits(self.seats.iter().map(|seat| &seat.team))?;
        let since = self.played.len();
        self.seats_mut().push(Seat { team: team.clone(), since });
        Ok(())
    }

    fn regrade(&mut self, setup: &Setup, question: usize, key: &Key) -> Result<(), Refused> {
        let played = self.played.get(question).is_some_and(|p| p.outcome != Outcome::Skipped);
        let item = setup.asked(question).filter(|_| played).ok_or(Refused::NotPlayed)?;
        match key {
            key if !key.fits(item) => return Err(Refused::NoSuchKey),
            Key::Author => Arc::make_mut(&mut self.keys).remove(&question),
            key => Arc::make_mut(&mut self.keys).insert(question, key.clone()),
        };
        Ok(())
    }

    fn finish(&mut self, setup: &Setup) -> Result<(), Refused> {
        let all = match setup.drill() {
            Drill::Questions(questions) => self.played.len() == questions.asked.len(),
            Drill::Scenario(_) => {
                matches!(self.state, State::Live(Stage::Debrief { .. }) | State::Paused(Stage::Debrief { .. }))
            }
        };
        self.go(State::Done(if all { Finish::Played } else { Finish::Early }))
    }

    fn ask(&self, setup: &Setup, question: usize) -> Result<Stage, Refused> {
        let next = self.played.len();
        match setup.questions() {
            None => Err(Refused::NotNow),
            Some(q) if next >= q.asked.len() => Err(Refused::NoMore),
            Some(_) if question != next => Err(Refused::NotNext),
            Some(_) => Ok(Stage::Ask { question }),
        }
    }

    fn open_question(&self, setup: &Setup, question: usize) -> Result<Stage, Refused> {
        let questions = setup.questions().ok_or(Refused::NotNow)?;
        let floor = match questions.mode {
            Mode::Buzzer => Floor::Buzzers,
            Mode::Turns => Floor::Turn { team: self.first_in_turn(question) },
            Mode::Together | Mode::Class { .. } => Floor::Everyone,
            Mode::Argue => Floor::Hands(Hands::First),
        };
        Ok(Stage::Open(Open { question, timer: fresh(questions), floor, given: Vec::new() }))
    }

    fn reveal(&mut self, open: Open) -> Stage {
        let question = open.question;
        self.played.push(Played { question, outcome: open.outcome() });
        Stage::Reveal { question }
    }

    /// On to the next question, or to the board when it was the last.
    fn skip(&mut self, setup: &Setup, question: usize) -> Stage {
        self.played.push(Played { question, outcome: Outcome::Skipped });
        let next = self.played.len();
        if setup.asked(next).is_some() { Stage::Ask { question: next } } else { Stage::Board }
    }

    fn choose(&mut self, setup: &Setup, scene: &Id, choice: &Id, hands: &[u32]) -> Result<Stage, Refused> {
        let fork = road(setup)?.fork(scene).ok_or(Refused::NoSuchChoice)?;
        let way = fork.way(choice).ok_or(Refused::NoSuchChoice)?;
        if !hands.is_empty() {
            counted(hands, fork.ways.len())?;
        }
        self.road.push(Decision { scene: scene.clone(), choice: choice.clone(), hands: hands.to_vec() });
        Ok(match &way.to {
            To::Scene(next) => Stage::Scene { scene: next.clone() },
            To::Ending(ending) => Stage::Debrief { ending: ending.clone() },
        })
    }
}

/// Whether there is a board: in a scenario the class decides as one.
fn has_board(setup: &Setup) -> bool {
    setup.questions().is_some()
}

fn road(setup: &Setup) -> Result<&Road, Refused> {
    match setup.drill() {
        Drill::Scenario(road) => Ok(road),
        Drill::Questions(_) => Err(Refused::NotNow),
    }
}

fn first_scene(setup: &Setup) -> Result<Stage, Refused> {
    let first = road(setup)?.forks.first().ok_or(Refused::NotNow)?;
    Ok(Stage::Scene { scene: first.scene.clone() })
}

fn second_vote(setup: &Setup, open: Open) -> Result<Stage, Refused> {
    match (open.floor, setup.questions()) {
        (Floor::Hands(Hands::Arguing { first }), Some(questions)) => {
            Ok(Stage::Open(Open { timer: fresh(questions), floor: Floor::Hands(Hands::Second { first }), ..open }))
        }
        _ => Err(Refused::NotNow),
    }
}

fn extended(mut open: Open, seconds: u16) -> Result<Stage, Refused> {
    match open.timer.limit_ms {
        None => Err(Refused::NoClock),
        Some(_) if seconds == 0 || seconds > MOST_EXTRA_S => Err(Refused::NoTime),
        Some(_) => {
            open.timer.extend(seconds);
            Ok(Stage::Open(open))
        }
    }
}

/// The clock of an argument at its start.
pub(super) fn argument(questions: &Questions) -> Timer {
    Timer::of_seconds(questions.pace.argue_s.or(questions.timer_s))
}

/// A question's clock at its start.
pub(super) fn fresh(questions: &Questions) -> Timer {
    Timer::of_seconds(questions.timer_s)
}

/// Whether `hands` can be a count for `options` options.
pub(super) fn counted(hands: &[u32], options: usize) -> Result<(), Refused> {
    let all: u64 = hands.iter().map(|&n| u64::from(n)).sum();
    if hands.len() == options && (1..=u64::from(MOST_HANDS)).contains(&all) { Ok(()) } else { Err(Refused::Hands) }
}
