//! The pages of a scenario, set into lines: what it is about, a scene, reasons, what came of it, the debrief.

pub mod class;
pub mod meters;

use ratatui::style::Style;

use super::doc::{Doc, DocBuilder};
use super::theme::Theme;
use crate::course::Course;
use crate::course::model::{Choice, Echo, Meter, Reason, Scenario, Scene};
use crate::study::scenario::{Step, Trace};

/// What the meters are.
const METERS: &str = "Four meters run from 0 to 10. What 0 would mean:";

/// What drawing a page needs to know.
#[derive(Clone, Copy)]
pub struct PlayView<'a> {
    pub course: &'a Course,
    pub scenario: &'a Scenario,
    pub theme: &'a Theme,
    pub width: usize,
}

/// A page, and the lines of it that must be in sight.
pub struct FocusedPage {
    pub doc: Doc,
    pub focus: std::ops::Range<usize>,
}

/// Who the learner is, where, and what the meters mean.
#[must_use]
pub fn opening(view: PlayView<'_>) -> Doc {
    let theme = view.theme;
    let mut setter = DocBuilder::new(theme, view.width);
    case(&mut setter, view);
    setter.gap();
    setter.plain(
        "Each choice has its price, and none is perfect. What earns points is your reason: of three, one holds.",
        theme.text,
    );
    setter.finish()
}

/// The role, the setting and the meters.
fn case(setter: &mut DocBuilder<'_>, view: PlayView<'_>) {
    let PlayView { scenario, theme, .. } = view;
    setter.markdown_in(scenario.role.as_str(), theme.strong, "");
    setter.gap();
    setter.markdown(&scenario.setting);
    setter.gap();
    setter.plain(METERS, theme.dim);
    for meter in &scenario.meters {
        setter.item((&format!("  {}: ", meter.name), theme.text), &at_zero(meter), theme.dim);
    }
}

/// What 0 on a meter would mean, as a sentence.
fn at_zero(meter: &Meter) -> String {
    format!("{}.", meter.low.as_str().trim_end_matches('.'))
}

/// The scene the play is at, with its choices.
#[must_use]
pub fn scene(view: PlayView<'_>, trace: &Trace<'_>, scene: &Scene, cursor: Option<usize>) -> FocusedPage {
    let theme = view.theme;
    let mut setter = DocBuilder::new(theme, view.width);
    meters::draw(&mut setter, view.scenario, &trace.levels, &before_echoes(view.scenario, trace));
    setter.gap();
    setter.plain(scene.title.as_str(), theme.strong);
    setter.markdown(&scene.text);
    echoes(&mut setter, view, &trace.echoes);
    setter.gap();
    let focus = pick(&mut setter, theme, scene.choices.iter().map(|c| c.text.as_str()), cursor);
    FocusedPage { doc: setter.finish(), focus }
}

/// How the meters stood before earlier choices came back: what they did is shown beside them.
fn before_echoes<R>(scenario: &Scenario, trace: &Trace<'_, R>) -> Vec<i16> {
    trace.steps.last().map_or_else(|| scenario.start(), |s| s.after.clone())
}

fn echoes(setter: &mut DocBuilder<'_>, view: PlayView<'_>, echoes: &[&Echo]) {
    for echo in echoes {
        setter.item(("→ ", view.theme.accent), echo.text.as_str(), view.theme.text);
    }
}

/// Numbered things to pick from; gives the lines of the one under the cursor.
fn pick<'t>(
    setter: &mut DocBuilder<'_>,
    theme: &Theme,
    texts: impl Iterator<Item = &'t str>,
    cursor: Option<usize>,
) -> std::ops::Range<usize> {
    let mut focus = 0..0;
    for (at, text) in texts.enumerate() {
        let here = cursor == Some(at);
        let (mark, style) = if here { ("▸", theme.focus) } else { (" ", theme.text) };
        let from = setter.height();
        setter.item((&format!("{mark} {}  ", at + 1), style), text, style);
        if here {
            focus = from..setter.height();
        }
    }
    focus
}

/// The choice that is about to be made, its price, and the reasons to choose from.
#[must_use]
pub fn reasons(view: PlayView<'_>, trace: &Trace<'_>, choice: &Choice, cursor: Option<usize>) -> FocusedPage {
    let theme = view.theme;
    let mut setter = DocBuilder::new(theme, view.width);
    meters::draw(&mut setter, view.scenario, &trace.levels, &trace.levels);
    setter.gap();
    setter.markdown_in(choice.text.as_str(), theme.strong, "");
    setter.item(("Its price: ", theme.dim), choice.cost.as_str(), theme.text);
    setter.gap();
    setter.plain("Why this? Choose your reason.", theme.text);
    setter.gap();
    let focus = pick(&mut setter, theme, choice.reasons.iter().map(|r| r.text.as_str()), cursor);
    FocusedPage { doc: setter.finish(), focus }
}

/// What came of a decision, and whether its reason holds.
#[must_use]
pub fn outcome(view: PlayView<'_>, step: &Step<'_>) -> Doc {
    let theme = view.theme;
    let mut setter = DocBuilder::new(theme, view.width);
    meters::draw(&mut setter, view.scenario, &step.after, &step.before);
    setter.gap();
    setter.markdown(&step.choice.outcome);
    setter.gap();
    let (sign, style) = standing(step.reason.points, theme);
    setter.plain(&format!("{sign} {}", verdict(step.reason.points)), style);
    setter.item(("  ", theme.dim), &format!("“{}”", step.reason.text), theme.dim);
    setter.item(("  ", theme.text), step.reason.why.as_str(), theme.text);
    if let Some(best) = stronger(step) {
        setter.gap();
        setter.item(("  ", theme.dim), &format!("Stronger: “{}”", best.text), theme.dim);
        setter.item(("  ", theme.text), best.why.as_str(), theme.text);
    }
    setter.finish()
}

/// The reason that holds, when another was given.
#[must_use]
pub fn stronger<'a>(step: &Step<'a>) -> Option<&'a Reason> {
    step.choice.reasons.iter().find(|r| r.points > step.reason.points && r.points == Reason::BEST)
}

/// The sign of a reason's points, and how it is drawn.
#[must_use]
pub fn standing(points: u8, theme: &Theme) -> (&'static str, Style) {
    match points {
        0 => ("✗", theme.wrong),
        1 => ("½", theme.partly),
        _ => ("✓", theme.right),
    }
}

/// A reason's worth in words.
fn verdict(points: u8) -> &'static str {
    match points {
        0 => "Your reason does not hold: 0 of 2 points.",
        1 => "Your reason holds in part: 1 of 2 points.",
        _ => "Your reason holds: 2 of 2 points.",
    }
}

/// The decisions so far, to go back to one.
#[must_use]
pub fn decisions(view: PlayView<'_>, trace: &Trace<'_>, cursor: usize) -> FocusedPage {
    let theme = view.theme;
    let mut setter = DocBuilder::new(theme, view.width);
    setter.plain("Go back to which decision?", theme.strong);
    setter.gap();
    let mut focus = 0..0;
    for (at, step) in trace.steps.iter().enumerate() {
        let here = at == cursor;
        let (mark, style) = if here { ("▸", theme.focus) } else { (" ", theme.text) };
        let from = setter.height();
        setter.item((&format!("{mark} {}  ", at + 1), style), step.scene.title.as_str(), style);
        setter.item(("     ", theme.dim), step.choice.text.as_str(), theme.dim);
        if here {
            focus = from..setter.height();
        }
    }
    setter.gap();
    setter.plain(
        "The meters go back with you. Of a decision made again, your first reason is the one that counts.",
        theme.dim,
    );
    FocusedPage { doc: setter.finish(), focus }
}
