//! What a drill says about its questions, for the report and for practising what was missed.

use super::scoring::Worth;
use super::{Asked, Key, Outcome, Points, Room, Said, options_of};
use crate::course::model::{Ask, Id};
use crate::study::answer::Answer;
use crate::study::statistics::{Picks, picks};

impl Room {
    /// How easy a question was: the mean worth of what was said, 0 to 1, by the key that stands. Of two votes it is
    /// the last. `None` when nothing was said, or the question is void, skipped or not over.
    #[must_use]
    pub fn facility(&self, question: usize) -> Option<f64> {
        let (asked, outcome) = self.over(question)?;
        let key = self.key(question);
        let worths: Vec<(Worth, u32)> = match outcome {
            Outcome::Skipped => Vec::new(),
            Outcome::Answered(given) => given.iter().map(|g| (key.worth(&asked.question, &g.said), 1)).collect(),
            Outcome::Voted { first, second } => {
                let said = |option| Said::Entered(option_as_answer(&asked.question.ask, option));
                let hands = second.as_ref().or(first.as_ref())?;
                hands.iter().enumerate().map(|(option, &n)| (key.worth(&asked.question, &said(option)), n)).collect()
            }
        };
        let hands: u32 = worths.iter().map(|&(_, n)| n).sum();
        let sum: f64 = worths.iter().map(|&(worth, n)| worth.share() * f64::from(n)).sum();
        (hands > 0).then(|| sum / f64::from(hands))
    }

    /// How often each option was taken, in the author's order; of two votes the last. `None` when the question has no
    /// options or is not over. Answers judged aloud name no option and are not counted.
    #[must_use]
    pub fn picks(&self, question: usize) -> Option<Picks> {
        let (asked, outcome) = self.over(question)?;
        let options = Some(options_of(&asked.question.ask)).filter(|&n| n > 0)?;
        match outcome {
            Outcome::Skipped => None,
            Outcome::Answered(given) => Some(picks(options, given.iter().filter_map(|g| g.said.entered()))),
            Outcome::Voted { first, second } => {
                let by_option = second
                    .as_ref()
                    .or(first.as_ref())?
                    .iter()
                    .map(|&n| usize::try_from(n).unwrap_or(usize::MAX))
                    .collect();
                Some(Picks { by_option, none: 0 })
            }
        }
    }

    /// Questions to practise: those whose facility is under `below`, and those that were shown and nobody answered.
    #[must_use]
    pub fn missed(&self, below: f64) -> Vec<Id> {
        let to_practise = |&question: &usize| self.facility(question).is_none_or(|f| f < below);
        let over = self.core.played.iter().map(|p| p.question).filter(|&q| self.over(q).is_some());
        over.filter(to_practise).filter_map(|q| self.setup.asked(q)).map(|asked| asked.question.id.clone()).collect()
    }

    /// Most points of right answers to all questions that counted for `team`, without extras.
    #[must_use]
    pub fn could_earn(&self, team: super::TeamId) -> Points {
        let since = self.core.seats.get(usize::from(team.0)).map_or(usize::MAX, |seat| seat.since);
        let counted = self.core.played.iter().map(|p| p.question).filter(|&q| q >= since && self.over(q).is_some());
        counted.filter_map(|q| self.setup.asked(q)).map(|asked| Points::whole(asked.points)).sum()
    }

    /// A question that was revealed and is not void.
    fn over(&self, question: usize) -> Option<(&Asked, &Outcome)> {
        let played = self.core.played.iter().find(|p| p.question == question && p.outcome != Outcome::Skipped)?;
        (*self.key(question) != Key::Void).then_some(())?;
        self.setup.asked(question).map(|asked| (asked, &played.outcome))
    }
}

/// What a hand raised for `option` says.
pub(in crate::study) fn option_as_answer(ask: &Ask, option: usize) -> Answer {
    match ask {
        Ask::TrueFalse(_) => Answer::TrueFalse(option == 0),
        Ask::Classify { .. } => Answer::Classify(option),
        Ask::Several(_) => Answer::Several(vec![option]),
        Ask::Choice(_) | Ask::Match { .. } | Ask::Order(_) | Ask::Typed { .. } => Answer::Choice(option),
    }
}
