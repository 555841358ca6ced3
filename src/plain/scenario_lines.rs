//! What a scenario says whoever plays it: one learner, or a class that votes.

use super::{Console, PlainError, passage, text};
use crate::course::Course;
use crate::course::model::{Echo, Scenario};
use crate::pages::debrief as pages;

/// The role, the setting, and what the meters mean.
pub(super) fn opening(console: &mut Console<'_>, course: &Course, it: &Scenario) -> Result<(), PlainError> {
    text::say(console, course, it.role.as_str())?;
    text::say(console, course, it.setting.as_str())?;
    console.say("Four meters run from 0 to 10. What 0 would mean:")?;
    for meter in &it.meters {
        console.say_after("- ", &format!("{}: {}", meter.name, text::inline(course, meter.low.as_str())))?;
    }
    Ok(())
}

/// What can be chosen, each behind its sign.
pub(super) fn options<'t>(
    console: &mut Console<'_>,
    course: &Course,
    sign: impl Fn(usize) -> String,
    texts: impl Iterator<Item = &'t str>,
) -> Result<(), PlainError> {
    for (at, option) in texts.enumerate() {
        console.say_after(&format!("{}. ", sign(at)), &text::inline(course, option))?;
    }
    Ok(())
}

/// Earlier choices that come back.
pub(super) fn echoes(console: &mut Console<'_>, course: &Course, echoes: &[&Echo]) -> Result<(), PlainError> {
    echoes.iter().try_for_each(|echo| passage::say_echo(console, course, &echo.text))
}

/// "Meters, of 10: trust 6 (up 1), …".
pub(super) fn levels(
    console: &mut Console<'_>,
    it: &Scenario,
    name: &str,
    levels: &[i16],
    before: Option<&[i16]>,
) -> Result<(), PlainError> {
    passage::say_levels(console, name, &pages::levels(it, levels, before.unwrap_or(levels)))
}
