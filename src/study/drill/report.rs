//! What a drill says about its questions, for the report and for practising what was missed.

use super::{Outcome, Points, Room, TeamId};
use crate::course::model::Id;
use crate::study::item::{Credit, Item, Key, Response};
use crate::study::statistics::{Picks, picks};

impl Room {
    /// How easy a question was: the mean worth of what was said, 0 to 1, by the key that stands; where all were asked, of all. Of two votes it is
    /// the last. `None` when nothing was said, or the question is void, skipped or not over.
    #[must_use]
    pub fn facility(&self, question: usize) -> Option<f64> {
        let (item, outcome) = self.over(question)?;
        let key = self.key(question);
        match outcome {
            Outcome::Skipped => None,
            Outcome::Answered(given) => {
                let silent = if given.is_empty() { 0 } else { self.silent_at(question) };
                let said = given.iter().map(|g| (g.said.credit(item, key), 1));
                mean(said.chain([(Credit::NONE, silent)]))
            }
            Outcome::Voted { first, second } => facility_of_hands(item, key, second.as_ref().or(first.as_ref())?),
        }
    }

    /// Teams that were asked a question and gave no answer, which counts like a pass: none where teams answer one at a time.
    fn silent_at(&self, question: usize) -> u32 {
        let all_asked = self.setup.questions().is_some_and(|q| !q.mode.times_teams());
        let there = self.core.seats.iter().filter(|seat| seat.since <= question).count();
        let said = self.core.played.get(question).map_or(0, |played| played.outcome.given().len());
        if all_asked { u32::try_from(there.saturating_sub(said)).unwrap_or(0) } else { 0 }
    }

    /// What all teams earned of what they could, 0 to 1; `None` before there is anything to earn.
    #[must_use]
    pub fn class_share(&self) -> Option<f64> {
        let earned: Points = self.standings().iter().map(|s| s.points).sum();
        let of: Points = self.standings().iter().map(|s| self.could_earn(s.team)).sum();
        (of > Points::ZERO && self.shows_board()).then(|| (earned.as_f64() / of.as_f64()).clamp(0.0, 1.0))
    }

    /// The teams with the most points; none where nobody is ranked or nobody has any.
    #[must_use]
    pub fn winners(&self) -> Vec<TeamId> {
        let is_ranked = self.shows_board() && self.class_score().is_none();
        let first = self.standings().into_iter().filter(|s| s.place == 1 && s.points > Points::ZERO);
        first.filter(|_| is_ranked).map(|standing| standing.team).collect()
    }

    /// How often each option was taken, in the author's order; of two votes the last. `None` when the question has no
    /// options or is not over. Answers judged aloud name no option and are not counted.
    #[must_use]
    pub fn picks(&self, question: usize) -> Option<Picks> {
        let (item, outcome) = self.over(question)?;
        let options = Some(item.form.options().len()).filter(|&n| n > 0)?;
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
        let missed = self.core.played.iter().filter(|played| self.is_missed(played.question, below));
        missed.filter_map(|p| self.setup.asked(p.question)).map(|item| item.question.clone()).collect()
    }

    /// Whether a question is one of those to practise.
    #[must_use]
    pub fn is_missed(&self, question: usize, below: f64) -> bool {
        self.over(question).is_some() && self.facility(question).is_none_or(|f| f < below)
    }

    /// Most points of right answers to all questions that counted for `team`, without extras.
    #[must_use]
    pub fn could_earn(&self, team: TeamId) -> Points {
        let counts = |&q: &usize| self.was_there(team, q) && self.over(q).is_some();
        let counted = self.core.played.iter().map(|p| p.question).filter(counts);
        counted.filter_map(|q| self.setup.asked(q)).map(|asked| Points::whole(asked.points)).sum()
    }

    /// A question that was revealed and is not void.
    fn over(&self, question: usize) -> Option<(&Item, &Outcome)> {
        let played = self.core.played.get(question).filter(|p| p.outcome != Outcome::Skipped)?;
        (*self.key(question) != Key::Void).then_some(())?;
        self.setup.asked(question).map(|asked| (asked, &played.outcome))
    }
}

/// Mean credit of hands raised for the options of `item`, in the author's order; `None` without hands.
pub(in crate::study) fn facility_of_hands(item: &Item, key: &Key, hands: &[u32]) -> Option<f64> {
    mean(hands.iter().enumerate().map(|(of, &n)| (key.credit(item, &Response::Picked(of)), n)))
}

/// Of credits, each as often as it was earned.
fn mean(credits: impl Iterator<Item = (Credit, u32)>) -> Option<f64> {
    let (sum, all) = credits.fold((0.0, 0), |(sum, all), (credit, n)| (sum + credit.share() * f64::from(n), all + n));
    (all > 0).then(|| sum / f64::from(all))
}
