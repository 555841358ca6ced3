//! What a scenario says whoever plays it: one learner, or a class that votes.

use super::text;
use super::{Console, PlainError};
use crate::course::Course;
use crate::course::markdown::{self, Link};
use crate::course::model::{Choice, Echo, Id, Meter, Scenario, Scene};

/// The role, the setting, and what the meters mean.
pub fn opening(console: &mut Console<'_>, course: &Course, it: &Scenario) -> Result<(), PlainError> {
    text::say(console, course, it.role.as_str())?;
    text::say(console, course, it.setting.as_str())?;
    console.say("Four meters run from 0 to 10. What 0 would mean:")?;
    for meter in &it.meters {
        console.say_after("- ", &format!("{}: {}", meter.name, text::inline(course, meter.low.as_str())))?;
    }
    Ok(())
}

/// What can be chosen, each behind its sign.
pub fn options<'t>(
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
pub fn echoes(console: &mut Console<'_>, course: &Course, echoes: &[&Echo]) -> Result<(), PlainError> {
    for echo in echoes {
        let said = text::inline(course, echo.text.as_str());
        console.say(&format!("Because of what you did before: {said}"))?;
    }
    Ok(())
}

/// "Meters, of 10: trust 6 (up 1), …".
pub fn levels(
    console: &mut Console<'_>,
    it: &Scenario,
    name: &str,
    levels: &[i16],
    before: Option<&[i16]>,
) -> Result<(), PlainError> {
    let change = |at: usize, level: i16| match before.and_then(|b| b.get(at)).map_or(0, |b| level - b) {
        0 => String::new(),
        up if up > 0 => format!(" (up {up})"),
        down => format!(" (down {})", -down),
    };
    let one = |(at, (meter, &level)): (usize, (&Meter, &i16))| format!("{} {level}{}", meter.name, change(at, level));
    let said: Vec<String> = it.meters.iter().zip(levels).enumerate().map(one).collect();
    console.say(&format!("{name}, of 10: {}.", said.join(", ")))
}

/// A road not taken, under `label`, and what came of it.
pub fn not_taken(console: &mut Console<'_>, course: &Course, label: &str, other: &Choice) -> Result<(), PlainError> {
    let (text, came) = (text::inline(course, other.text.as_str()), text::inline(course, other.outcome.as_str()));
    console.say_after("   ", &format!("{label}: {text} What came of it there: {came}"))
}

/// Who writes about a decision.
pub fn reading(console: &mut Console<'_>, course: &Course, scene: &Scene) -> Result<(), PlainError> {
    console.say_after("   ", &format!("Literature: {}", text::inline(course, scene.reading.as_str())))
}

/// What is written on the whole case, and every work named.
pub fn literature(console: &mut Console<'_>, course: &Course, it: &Scenario) -> Result<(), PlainError> {
    console.gap()?;
    console.say("What the literature makes of it")?;
    for paragraph in &it.debrief {
        text::say(console, course, paragraph.as_str())?;
    }
    works(console, course, it)
}

fn works(console: &mut Console<'_>, course: &Course, it: &Scenario) -> Result<(), PlainError> {
    let texts = it.scenes.iter().map(|s| &s.reading).chain(&it.debrief);
    let mut cited: Vec<Id> = Vec::new();
    for link in texts.flat_map(|t| markdown::links(t.as_str())) {
        if let Link::Reference(key) = link
            && let Ok(id) = Id::new(key)
            && !cited.contains(&id)
        {
            cited.push(id);
        }
    }
    console.gap()?;
    console.say("Works named")?;
    for work in cited {
        let full = course.reference(&work).map_or_else(|| work.to_string(), |r| r.full.to_string());
        console.say_after("- ", &format!("{}: {full}", course.short_name(&work)))?;
    }
    Ok(())
}

/// A scene's title with a stop at its end.
pub fn titled(scene: &Scene) -> String {
    let title = scene.title.as_str();
    if title.ends_with(['?', '.', '!']) { title.to_owned() } else { format!("{title}.") }
}
