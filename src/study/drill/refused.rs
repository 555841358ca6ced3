//! Why an entry was not taken. Nothing of the room changes then.

use super::team::{TeamError, TeamId};

/// A refusal, said to the teacher.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("the drill is paused: continue first")]
    Paused,
    #[error("the drill is over")]
    Over,
    #[error("that cannot be done now")]
    NotNow,
    #[error("there is no team with number {}", .0.0 + 1)]
    NoTeam(TeamId),
    #[error("this team cannot join: {0}")]
    Join(#[from] TeamError),
    #[error("that is not the next question")]
    NotNext,
    #[error("all questions have been asked")]
    NoMore,
    #[error("this team has left")]
    HasLeft,
    #[error("this is the only team left: end the drill instead")]
    LastTeam,
    #[error("there are no points in this drill")]
    NoPoints,
    #[error("give or take 0.01 to {} points at once", super::MOST_BY_HAND)]
    PointsByHand,
    #[error("another team has the floor")]
    NotTheirTurn,
    #[error("this team has already answered")]
    HadTheirs,
    #[error("this answer does not fit the question")]
    NoSuchAnswer,
    #[error("count hands for each option, at most {} for all", super::MOST_HANDS)]
    Hands,
    #[error("a pupil votes once")]
    VotedTwice,
    #[error("a pupil who is away, or in no team, shows nothing")]
    NotSeated,
    #[error("this question has no clock")]
    NoClock,
    #[error("that time cannot be added")]
    NoTime,
    #[error("this question has not been revealed")]
    NotPlayed,
    #[error("this key does not fit the question")]
    NoSuchKey,
    #[error("this choice is not in the scene")]
    NoSuchChoice,
    #[error("everybody plays in one team or is away, and nobody twice")]
    Seating,
    #[error("there is nothing to undo")]
    NothingDone,
}
