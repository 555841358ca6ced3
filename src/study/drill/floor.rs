//! What happens while a question is open: pressing, answering, passing on, voting, and the time running out.

use super::stage::{Hands, Open, Stage};
use super::transition::{argument, counted, fresh};
use super::{Core, Elapsed, Floor, Input, Mode, Refused, Said, Setup, TeamId, TimeUp, Vote};
use crate::study::item::{Credit, Item, Response};

impl Core {
    pub(super) fn on_the_floor(&self, setup: &Setup, open: Open, what: &Input) -> Result<Stage, Refused> {
        let item = setup.asked(open.question).ok_or(Refused::NotNow)?;
        match what {
            Input::Buzzed { teams } => self.buzz(open, teams),
            Input::Answered { team, answer } if item.form.allows(answer) => {
                self.say(setup, open, *team, Said::Entered(answer.clone()))
            }
            Input::Answered { .. } => Err(Refused::NoSuchAnswer),
            Input::Judged { team, ruling } => self.say(setup, open, *team, Said::Ruled(*ruling)),
            Input::Passed { team } => self.say(setup, open, *team, Said::Entered(Response::Passed)),
            Input::Voted { vote, hands } => voted(setup, item, open, *vote, hands),
            _ => Err(Refused::NotNow),
        }
    }

    /// The first press of a team that has not answered yet has the floor.
    fn buzz(&self, mut open: Open, teams: &[TeamId]) -> Result<Stage, Refused> {
        match open.floor {
            Floor::Buzzers => {}
            Floor::Speaking { .. } => return Err(Refused::NotTheirTurn),
            Floor::Turn { .. } | Floor::Everyone | Floor::Hands(_) => return Err(Refused::NotNow),
        }
        teams.iter().try_for_each(|&team| self.is_team(team))?;
        let mut able: Vec<TeamId> = Vec::new();
        for &team in teams.iter().filter(|&&team| !open.has_answered(team) && !self.has_left(team)) {
            if !able.contains(&team) {
                able.push(team);
            }
        }
        let (&team, level) = able.split_first().ok_or(Refused::HadTheirs)?;
        open.floor = Floor::Speaking { team, level: level.to_vec() };
        Ok(Stage::Open(open))
    }

    fn say(&self, setup: &Setup, mut open: Open, team: TeamId, said: Said) -> Result<Stage, Refused> {
        let item = setup.asked(open.question).ok_or(Refused::NotNow)?;
        self.seated(team)?;
        match &open.floor {
            Floor::Hands(_) => return Err(Refused::NotNow),
            Floor::Speaking { team: theirs, .. } | Floor::Turn { team: theirs } if *theirs != team => {
                return Err(Refused::NotTheirTurn);
            }
            Floor::Buzzers => return Err(Refused::NotTheirTurn),
            Floor::Speaking { .. } | Floor::Turn { .. } | Floor::Everyone => {}
        }
        let credit = said.credit(item, self.key(open.question));
        open.keep(team, said);
        Ok(match open.floor {
            Floor::Everyone => self.kept_open(setup, open),
            _ if credit > Credit::NONE => Stage::Closed(open),
            _ => self.pass_on(setup, open),
        })
    }

    /// Open for the other teams; where that is wanted, closed when all have answered.
    pub(super) fn kept_open(&self, setup: &Setup, open: Open) -> Stage {
        let closes = setup.questions().is_some_and(|q| q.pace.closes_when_all_answered);
        if closes && !open.given.is_empty() && self.present().all(|id| open.has_answered(id)) {
            Stage::Closed(open)
        } else {
            Stage::Open(open)
        }
    }

    /// The question was missed: it goes to the others, and closes when there are none left.
    pub(super) fn pass_on(&self, setup: &Setup, open: Open) -> Stage {
        match open.floor {
            Floor::Speaking { .. } if self.present().any(|id| !open.has_answered(id)) => {
                Stage::Open(Open { floor: Floor::Buzzers, ..open })
            }
            Floor::Turn { team } => match self.next_in_turn(team, &open) {
                Some(team) => {
                    let timer = setup.questions().map_or(open.timer, fresh);
                    Stage::Open(Open { floor: Floor::Turn { team }, timer, ..open })
                }
                None => Stage::Closed(open),
            },
            _ => Stage::Closed(open),
        }
    }

    /// Time passed. When it is up, no more presses are taken; where the teacher enters answers they are called for, and
    /// entry stays open ([`TimeUp`]). A clock that jumped ends nothing: the next ordinary tick does.
    pub(super) fn ticked(&self, setup: &Setup, stage: Stage, step: Elapsed) -> Stage {
        match stage {
            Stage::Open(mut open) if open.timer.is_up() && open.runs() && !step.jumped => match open.floor {
                _ if !closes_at_zero(setup, &open) => Stage::Open(open),
                Floor::Turn { team } => {
                    open.keep(team, Said::Entered(Response::Passed));
                    self.pass_on(setup, open)
                }
                Floor::Buzzers | Floor::Speaking { .. } | Floor::Everyone | Floor::Hands(_) => Stage::Closed(open),
            },
            stage => stage,
        }
    }

    /// Whether more time gives anybody a chance to answer.
    pub(super) fn can_reopen(&self, open: &Open) -> bool {
        match &open.floor {
            Floor::Everyone => true,
            Floor::Buzzers => self.present().any(|id| !open.has_answered(id)),
            Floor::Speaking { team, .. } | Floor::Turn { team } => !open.has_answered(*team),
            Floor::Hands(hands) => !matches!(hands, Hands::Voted { .. }),
        }
    }

    /// Teams begin in turn: the team that begins the question at this position.
    pub(super) fn first_in_turn(&self, question: usize) -> TeamId {
        let present = self.present().count();
        self.present().nth(question % present.max(1)).unwrap_or_default()
    }

    fn next_in_turn(&self, team: TeamId, open: &Open) -> Option<TeamId> {
        let after = self.present().filter(|&id| id > team);
        after.chain(self.present()).find(|&id| !open.has_answered(id))
    }

    /// Whether there is such a team, which has not left.
    pub(super) fn seated(&self, team: TeamId) -> Result<(), Refused> {
        self.is_team(team)?;
        if self.has_left(team) { Err(Refused::HasLeft) } else { Ok(()) }
    }

    fn is_team(&self, team: TeamId) -> Result<(), Refused> {
        if usize::from(team.0) < self.seats.len() { Ok(()) } else { Err(Refused::NoTeam(team)) }
    }
}

/// Whether the question closes, or its turn passes on, when its time is up. A press is the team's own; a hand or a card
/// that was up in time is entered later.
pub(super) fn closes_at_zero(setup: &Setup, open: &Open) -> bool {
    match open.floor {
        Floor::Buzzers | Floor::Speaking { .. } => true,
        Floor::Turn { .. } | Floor::Everyone => setup.questions().is_some_and(|q| q.time_up == TimeUp::Closes),
        Floor::Hands(_) => false,
    }
}

/// Hands were counted: the first vote leads to arguing, the second to the end.
pub(super) fn voted(setup: &Setup, item: &Item, open: Open, vote: Vote, hands: &[u32]) -> Result<Stage, Refused> {
    let questions = setup.questions().filter(|q| q.mode == Mode::Argue).ok_or(Refused::NotNow)?;
    counted(hands, item.form.options().len())?;
    let hands = hands.to_vec();
    let (floor, timer) = match (open.floor, vote) {
        (Floor::Hands(Hands::First), Vote::First) => (Hands::Arguing { first: hands }, argument(questions)),
        (Floor::Hands(Hands::Second { first }), Vote::Second) => (Hands::Voted { first, second: hands }, open.timer),
        _ => return Err(Refused::NotNow),
    };
    Ok(Stage::Open(Open { floor: Floor::Hands(floor), timer, ..open }))
}
