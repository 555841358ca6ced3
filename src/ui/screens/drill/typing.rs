//! What is typed into the teacher's hand: letters of an answer, hands, the option or the team pointed at.

use crossterm::event::{KeyCode, KeyEvent};

use super::DrillScreen;
use super::pending::{Hand, Page};
use crate::study::drill::{TeamId, letter};
use crate::ui::context::Context;
use crate::ui::effect::Effect;

impl DrillScreen {
    /// Takes back a character; `false` when none is typed.
    pub(super) fn erase(&mut self) -> bool {
        match &mut self.hand {
            Hand::Answer(spelling) => spelling.text.pop().is_some(),
            Hand::Votes(votes) => votes.tally.erase(),
            Hand::Scene { page: Page::Vote, tally, .. } => tally.erase(),
            Hand::Empty | Hand::Outcome | Hand::Scene { .. } => false,
        }
    }

    pub(super) fn step(&mut self, by: isize) {
        match &mut self.hand {
            Hand::Votes(votes) => votes.tally.step(by),
            Hand::Scene { tally, .. } => tally.step(by),
            Hand::Answer(spelling) if spelling.hidden => {
                let teams = self.room.teams().len();
                let at = spelling.team.map_or(if by > 0 { 0 } else { teams - 1 }, |t| {
                    usize::from(t.0).saturating_add_signed(by).min(teams - 1)
                });
                spelling.team = u8::try_from(at).ok().map(TeamId);
                spelling.text.clear();
            }
            Hand::Answer(spelling) => {
                let Some(item) = spelling.asked(&self.room) else { return };
                let last = item.letters().saturating_sub(1);
                let at = spelling
                    .place(&self.room)
                    .map_or(if by > 0 { 0 } else { last }, |p| p.saturating_add_signed(by).min(last));
                spelling.text = item.label_at(at).to_string();
            }
            Hand::Empty | Hand::Outcome => {}
        }
    }

    /// A character that is no control.
    pub(super) fn typed(&mut self, key: KeyEvent, context: &Context<'_>) -> Vec<Effect> {
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
