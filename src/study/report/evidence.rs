//! What a report says of a question to the one who wrote it: its figures, what is striking about them, and what to do.
//! The limits are those of Moodle's documentation ("Quiz statistics report"), whose formulas the figures follow.

use super::hints::{self, Observation, Striking};
use crate::study::statistics::{FEW, ItemFigures, too_few};

/// Discrimination in percent under which a question tells hardly anything.
const WEAK: f64 = 20.0;

/// A question of a report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ItemEvidence {
    pub id: String,
    /// Attempts, answers or hands behind the figures.
    pub answers: usize,
    /// Whether its points counted.
    pub counted: bool,
    /// Mean mark as a share of the points.
    pub facility: Option<f64>,
    /// In percent; a drill has none.
    pub discrimination: Option<f64>,
    pub options: Vec<OptionEvidence>,
}

/// An option and how many chose it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OptionEvidence {
    /// The letter it had.
    pub mark: String,
    /// `None` where the report has only letters.
    pub text: Option<String>,
    /// Whether it earns anything.
    pub earns: bool,
    pub is_key: bool,
    pub count: usize,
    /// Whether everybody could choose it and nobody did.
    pub is_unused: bool,
}

impl OptionEvidence {
    /// “A clerk”, or `B` where its words are not known.
    #[must_use]
    pub fn named(&self) -> String {
        self.text.as_ref().map_or_else(|| self.mark.clone(), |text| format!("“{text}”"))
    }
}

impl ItemEvidence {
    /// Wrong options that nobody chose, where anybody chose anything and another option could stand in their place.
    pub fn unused(&self) -> impl Iterator<Item = &OptionEvidence> {
        let is_answered = self.options.iter().any(|option| option.count > 0);
        let can_change = self.options.len() > 2;
        self.options.iter().filter(move |o| can_change && is_answered && o.is_unused && !o.earns)
    }

    /// What is striking, worst first.
    #[must_use]
    pub fn observations(&self) -> Vec<Observation> {
        let figures = ItemFigures {
            facility: self.facility.filter(|_| self.counted),
            discrimination_index: self.discrimination,
            ..ItemFigures::default()
        };
        let unused: Vec<String> = self.unused().map(OptionEvidence::named).collect();
        let mut found = hints::of_item(&figures, &unused, self.answers);
        found.extend(self.weak());
        found.extend(self.outvoted());
        found.sort_by_key(|it| it.about.rank());
        found
    }

    fn weak(&self) -> Option<Observation> {
        let weak = self.discrimination.filter(|d| (0.0..WEAK).contains(d))?;
        let words = format!("It hardly tells those who know more from the others ({weak:.0} %).");
        Some(Observation { about: Striking::TellsLittle, words })
    }

    fn outvoted(&self) -> Option<Observation> {
        let keys = self.options.iter().filter(|o| o.is_key).map(|o| o.count);
        // Where several are right, each is chosen by itself.
        let key = keys.min().filter(|_| self.options.iter().filter(|o| o.is_key).count() == 1)?;
        let ahead = self.options.iter().filter(|o| !o.earns && o.count > key).max_by_key(|o| o.count)?;
        let words = format!("More chose {} ({}) than the key ({key}).", ahead.named(), ahead.count);
        Some(Observation { about: Striking::KeyOutvoted, words })
    }
}

/// What this many attempts allow to be said, when that is little.
#[must_use]
pub fn warning(answers: usize) -> Option<String> {
    too_few(answers).then(|| format!("Under {FEW} answers, any of it may be chance."))
}

impl Striking {
    fn rank(self) -> u8 {
        match self {
            Self::WrongWayRound => 0,
            Self::KeyOutvoted => 1,
            Self::VeryHard => 2,
            Self::TellsLittle => 3,
            Self::UnusedDistractors => 4,
            Self::VeryEasy => 5,
        }
    }

    /// What its author can do.
    #[must_use]
    pub fn remedy(self) -> &'static str {
        match self {
            Self::WrongWayRound => {
                "Look for a second right answer, and for a reading of the stem in which the key is wrong."
            }
            Self::KeyOutvoted => "Is the key right? If it is, let the lesson say why that option is wrong.",
            Self::VeryHard => "Read the section that teaches it beside the stem: what is asked must stand there.",
            Self::TellsLittle => {
                "Ask for one thing, with mistakes as distractors that only those make who have not understood."
            }
            Self::UnusedDistractors => "Put a mistake that learners make in the place of each, or leave it out.",
            Self::VeryEasy => "Keep it if everybody must know it; else ask where the knowledge is used.",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn option(text: &str, is_key: bool, count: usize) -> OptionEvidence {
        OptionEvidence {
            mark: "A".into(),
            text: Some(text.into()),
            earns: is_key,
            is_key,
            count,
            is_unused: count == 0,
        }
    }

    fn item(facility: f64, discrimination: f64, counts: [usize; 3]) -> ItemEvidence {
        let options = ["Right", "Wrong", "Odd"].into_iter().zip(counts).enumerate();
        ItemEvidence {
            id: "q".into(),
            answers: counts.iter().sum(),
            counted: true,
            facility: Some(facility),
            discrimination: Some(discrimination),
            options: options.map(|(n, (text, count))| option(text, n == 0, count)).collect(),
        }
    }

    fn striking(item: &ItemEvidence) -> Vec<Striking> {
        item.observations().iter().map(|o| o.about).collect()
    }

    #[test]
    fn what_is_striking_is_told_worst_first() {
        assert_eq!(striking(&item(0.6, 40.0, [12, 5, 3])), []);
        assert_eq!(striking(&item(0.6, 10.0, [12, 8, 0])), [Striking::TellsLittle, Striking::UnusedDistractors]);
        assert_eq!(
            striking(&item(0.1, -5.0, [2, 14, 4])),
            [Striking::WrongWayRound, Striking::KeyOutvoted, Striking::VeryHard]
        );
        assert_eq!(striking(&item(1.0, 0.0, [20, 0, 0])).first(), Some(&Striking::TellsLittle));
    }

    #[test]
    fn a_key_that_nobody_chose_is_no_idle_distractor() {
        let unused = |counts| item(0.6, 40.0, counts).unused().map(OptionEvidence::named).collect::<Vec<_>>();
        assert_eq!(unused([12, 8, 0]), ["“Odd”"]);
        assert_eq!(unused([0, 8, 12]), Vec::<String>::new());
    }
}
