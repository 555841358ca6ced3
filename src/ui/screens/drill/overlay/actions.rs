//! What is done from a list: a late team joins, a key is mended, a ruling falls, cards are given.

use super::super::{Act, DrillScreen, effects};
use super::Over;
use crate::course::wording::count;
use crate::course::wording::sentence;
use crate::study::drill::Ruling;
use crate::study::drill::words::key_choices;
use crate::study::event::EventKind;
use crate::study::missed::cards_on;
use crate::study::report::MISSED_BELOW;
use crate::ui::context::Context;
use crate::ui::effect::Effect;

/// What a teacher can say of an answer that was spoken.
pub(super) const RULINGS: [(Ruling, &str); 3] =
    [(Ruling::Right, "Right: all points"), (Ruling::Half, "Half right: half the points"), (Ruling::Wrong, "Wrong")];

impl DrillScreen {
    pub(super) fn late(&mut self, name: &str, context: &Context<'_>) -> Vec<Effect> {
        match self.room().latecomer(name) {
            Err(why) => self.notice = Some(sentence(&why)),
            Ok(joined) => {
                let taken = self.drive(|host| host.take(context.clock, joined));
                if taken.is_whole() {
                    self.over = Some(Over::menu());
                    // As the room took it, not as it was typed.
                    self.notice = self.room().teams().last().map(|team| format!("{} has joined.", team.name));
                }
                return effects(taken);
            }
        }
        Vec::new()
    }

    /// Gives the points that were typed; a line that cannot be read stays as it is.
    pub(super) fn award(&mut self, line: &str, context: &Context<'_>) -> Vec<Effect> {
        let awarded = match self.host.award(line) {
            Ok(awarded) => awarded,
            Err(why) => {
                self.notice = Some(why);
                return Vec::new();
            }
        };
        let taken = self.drive(|host| host.take(context.clock, awarded));
        if taken.is_whole() {
            self.over = self.host.is_paused().then(Over::menu);
            self.notice = self.room().awards().last().map(|award| {
                let team = self.room().team(award.team).map_or_else(String::new, |team| team.name.to_string());
                format!("{team}: {}{} by hand.", if award.points.0 > 0 { "+" } else { "" }, award.points)
            });
        }
        effects(taken)
    }

    pub(super) fn leaves(&mut self, cursor: usize, context: &Context<'_>) -> Vec<Effect> {
        let Some(&team) = self.room().present().get(cursor) else { return Vec::new() };
        let taken = self.drive(|host| host.take(context.clock, Act::Left { team }));
        if taken.is_whole() {
            self.over = self.host.is_paused().then(Over::menu);
            self.notice = self.room().team(team).map(|team| format!("{} has left; it keeps its points.", team.name));
        }
        effects(taken)
    }

    pub(super) fn mend(&mut self, question: usize, cursor: usize, context: &Context<'_>) -> Vec<Effect> {
        let Some((_, key)) = key_choices(self.room(), question).into_iter().nth(cursor) else { return Vec::new() };
        let taken = self.drive(|host| host.take(context.clock, Act::Regraded { question, key }));
        if taken.is_whole() {
            self.over = self.host.is_paused().then(Over::menu);
            self.notice =
                Some(format!("The key of question {} is corrected; all points have been recalculated.", question + 1));
        }
        effects(taken)
    }

    pub(super) fn rule(&mut self, cursor: usize, context: &Context<'_>) -> Vec<Effect> {
        self.over = None;
        let Some(&(ruling, _)) = RULINGS.get(cursor) else { return Vec::new() };
        effects(self.drive(|host| host.judge(context.clock, ruling)))
    }

    pub(super) fn give_cards(&mut self, chosen: &[bool], context: &Context<'_>) -> Vec<Effect> {
        self.over = None;
        let cards = cards_on(context.course, &self.room().missed(MISSED_BELOW));
        let names: Vec<String> =
            self.profiles.iter().zip(chosen).filter(|(_, on)| **on).map(|(name, _)| name.clone()).collect();
        if names.is_empty() || cards.is_empty() {
            self.notice = Some("No cards were added.".into());
            return Vec::new();
        }
        self.notice = Some(format!(
            "{} now {} first for {}.",
            count(cards.len(), "card"),
            if cards.len() == 1 { "comes" } else { "come" },
            names.join(", ")
        ));
        let wanted = |profile| Effect::SaveFor { profile, what: EventKind::CardsRequested { cards: cards.clone() } };
        names.into_iter().map(wanted).collect()
    }
}
