//! How briskly a drill goes, beside its clock.

use serde::{Deserialize, Serialize};

/// Options of the pace. The default is how drills were played that were saved without them; [`Pace::usual`] is what a new
/// drill has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Pace {
    /// A question closes by itself when every team has answered.
    pub closes_when_all_answered: bool,
    /// There is no stop where nothing is waited for: a question is open at once, but for the first, and the second vote of an
    /// argument shows the answer.
    pub opens_at_once: bool,
    /// Seconds for arguing between two votes; `None` for as many as a vote has.
    pub argue_s: Option<u16>,
    /// The terminal's bell sounds when a team presses and when the time is up.
    pub bell: bool,
}

/// Seconds for arguing, unless the teacher says otherwise (Crouch and Mazur give two to four minutes, *American Journal of
/// Physics* 69, 2001).
pub const USUAL_ARGUE_S: u16 = 120;

impl Pace {
    /// What a new drill has, unless the teacher says otherwise.
    #[must_use]
    pub const fn usual() -> Self {
        Self { closes_when_all_answered: true, opens_at_once: true, argue_s: Some(USUAL_ARGUE_S), bell: false }
    }
}
