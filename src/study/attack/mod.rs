//! A reader who never read the lessons, let loose on a course. It guesses: by what options look like, by what the items of
//! all other lessons taught it about the author, by what the same paper prints elsewhere. What it scores beyond chance,
//! the course gives away.
//!
//! ```text
//!  course ──► puzzle     items as the reader sees them       cue        what can be seen of an option
//!               │                                            learner    a naive Bayes classifier
//!               ▼
//!             picking    one of several options              category   one of a scheme's categories
//!             statement  true or false                       joining    matching, ordering, typing
//!             papers     answers printed by other items of the same paper
//!               │
//!               ▼
//!             Trial ──► row (chance, probability, correction) ──► Attack
//! ```
//!
//! The word cues are English; in a course of another language they find little, and what is learned finds the rest.

mod category;
mod cue;
mod joining;
mod learner;
mod papers;
mod picking;
mod puzzle;
mod row;
mod statement;

pub use row::{AttackRow, AttackVerdict, AttackedKind, Giveaway};

use crate::course::Course;

/// What came of it.
#[derive(Clone, Debug)]
pub struct Attack {
    /// By kind, then in the order in which the strategies were tried.
    pub rows: Vec<AttackRow>,
}

impl Attack {
    /// Tries every strategy on every item of `course`.
    #[must_use]
    pub fn on(course: &Course) -> Self {
        let items = puzzle::items(course);
        let mut trials = picking::trials(course, &items);
        trials.extend(statement::trials(&items));
        trials.extend(category::trials(course, &items));
        trials.extend(joining::trials(&items));
        trials.extend(papers::trials(course));
        trials.retain(|t| !t.guesses.is_empty());
        // Stable: within a kind the strategies keep their order.
        trials.sort_by_key(|t| t.kind);
        Self { rows: row::judged(trials) }
    }

    /// Whether the course gives something away.
    #[must_use]
    pub fn fails(&self) -> bool {
        self.rows.iter().any(|r| r.verdict == AttackVerdict::Fails)
    }
}
