//! Going on: what ⏎ does in each state, and giving the room what the teacher has entered.

use super::pending::{Hand, Page, Spelling};
use super::{Act, DrillScreen};
use crate::course::model::Id;
use crate::study::drill::{Drill, Floor, Hands, Open, Stage, State};
use crate::study::item::Response;
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::scroll::Scroll;

impl DrillScreen {
    /// What comes next.
    pub(super) fn forward(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let State::Live(stage) = self.room.state().clone() else { return Vec::new() };
        match stage {
            Stage::Open(open) => self.forward_open(&open, context),
            Stage::Scene { scene } => self.forward_scene(&scene, context),
            Stage::Debrief { .. } if self.hand == Hand::Outcome => {
                (self.hand, self.scroll) = (Hand::Empty, Scroll::default());
                Vec::new()
            }
            Stage::Debrief { .. } => self.enter(Act::Ended, context),
            Stage::Lobby | Stage::Ask { .. } | Stage::Closed(_) | Stage::Reveal { .. } | Stage::Board => {
                self.room.next_act().map_or(Vec::new(), |what| self.enter(what, context))
            }
        }
    }

    fn forward_open(&mut self, open: &Open, context: &Context<'_>) -> Vec<Effect> {
        match (&self.hand, &open.floor) {
            (Hand::Answer(spelling), _) if spelling.hidden && spelling.text.is_empty() => {
                self.enter(Act::Closed, context)
            }
            (Hand::Answer(_), _) => self.submit(context),
            (Hand::Votes(_), _) => self.count(context),
            (_, Floor::Hands(Hands::Arguing { .. })) => self.enter(Act::Opened, context),
            (_, Floor::Hands(_)) => self.enter_all([Act::Closed, Act::Revealed], context),
            _ => self.enter(Act::Closed, context),
        }
    }

    /// Gives the answer that was spelled, and goes on to the next team.
    pub(super) fn submit(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let Hand::Answer(spelling) = &self.hand else { return Vec::new() };
        match (spelling.team, spelling.answer(&self.room)) {
            (_, Err(how)) => self.notice = Some(how),
            (_, Ok(Response::Passed)) => {
                self.notice = Some("Enter the answer, or press Tab when there is none.".into())
            }
            (None, Ok(_)) => self.notice = Some("Every team has answered: ↑↓ goes back to one.".into()),
            (Some(team), Ok(answer)) => return self.say(Act::Answered { team, answer }, context),
        }
        Vec::new()
    }

    pub(super) fn no_answer(&mut self, context: &Context<'_>) -> Vec<Effect> {
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

    fn forward_scene(&mut self, scene: &Id, context: &Context<'_>) -> Vec<Effect> {
        let Hand::Scene { page, tally, .. } = &mut self.hand else { return Vec::new() };
        if *page != Page::Vote {
            (*page, self.scroll) = (Page::Vote, Scroll::default());
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

    fn choice(&self, scene: &Id, at: usize) -> Option<Id> {
        match self.room.setup().drill() {
            Drill::Scenario(road) => road.fork(scene)?.ways.get(at).map(|way| way.choice.clone()),
            Drill::Questions(_) => None,
        }
    }
}
