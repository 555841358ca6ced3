//! The pages of a scenario that a class plays by vote, for the wall: lettered choices, hands, and no reasons. What a
//! choice costs, and how the hands were spread, is shown when it is made.

pub mod hands;
pub mod wall;

use std::ops::Range;

use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

use super::{FocusedPage, PlayView, before_echoes, case, echoes, meters};
use crate::course::model::Scene;
use crate::study::scenario::{ClassStep, ClassTrace};
use crate::ui::doc::{Doc, DocBuilder};

/// How the class plays.
const VOTE: &str = "The class decides by vote. Each choice has its price, and none is perfect.";

/// What the teacher is at while the class votes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClassPointer {
    /// The choice pointed at, in the author's order.
    pub option: Option<usize>,
    /// For how many choices of how many hands were counted; never how many, which would steer the rest. `None` when
    /// nobody counts.
    pub counted: Option<(usize, usize)>,
}

/// Who the class is, where, and what the meters mean.
#[must_use]
pub fn opening(view: PlayView<'_>) -> Doc {
    let mut setter = DocBuilder::new(view.theme, view.width);
    case(&mut setter, view);
    setter.gap();
    setter.plain(VOTE, view.theme.text);
    setter.finish()
}

/// The scene the class is at, with its choices. In sight must be the choice pointed at or, with none, all but what came
/// of the last decision.
#[must_use]
pub fn scene(view: PlayView<'_>, trace: &ClassTrace<'_>, scene: &Scene, pointer: ClassPointer) -> FocusedPage {
    let mut setter = DocBuilder::new(view.theme, view.width);
    if let Some(last) = trace.steps.last() {
        setter.markdown_in(last.choice.outcome.as_str(), view.theme.dim, "");
        setter.gap();
    }
    let from = setter.height();
    meters::draw(&mut setter, view.scenario, &trace.levels, &before_echoes(view.scenario, trace));
    setter.gap();
    title(&mut setter, view, scene, pointer.counted);
    setter.markdown(&scene.text);
    setter.gap();
    echoes(&mut setter, view, &trace.echoes);
    let pointed = choices(&mut setter, view, scene, pointer.option);
    let focus = pointed.unwrap_or(from..setter.height());
    FocusedPage { doc: setter.finish(), focus }
}

/// The scene's title, and at its right the hands: there, counting moves nothing.
fn title(setter: &mut DocBuilder<'_>, view: PlayView<'_>, scene: &Scene, counted: Option<(usize, usize)>) {
    let style = view.theme.strong;
    let said = counted.map_or_else(String::new, |(done, of)| format!("{done} of {of} counted"));
    let gap = view.width.saturating_sub(scene.title.as_str().width() + said.width());
    if gap < 3 {
        setter.plain(scene.title.as_str(), style);
        setter.plain(&said, style);
    } else {
        setter.lines([Line::styled(format!("{}{}{said}", scene.title, " ".repeat(gap)), style)]);
    }
}

/// The choices, apart from each other; gives the lines of the one pointed at.
fn choices(
    setter: &mut DocBuilder<'_>,
    view: PlayView<'_>,
    scene: &Scene,
    pointed: Option<usize>,
) -> Option<Range<usize>> {
    let mut lines = None;
    for (at, choice) in scene.choices.iter().enumerate() {
        setter.gap();
        let here = pointed == Some(at);
        let from = setter.height();
        let (mark, front, style) =
            if here { ("▸", view.theme.focus, view.theme.focus) } else { (" ", view.theme.strong, view.theme.text) };
        setter.item((&format!("{mark} {}  ", letter(at)), front), choice.text.as_str(), style);
        if here {
            lines = Some(from..setter.height());
        }
    }
    lines
}

/// A choice's letter.
fn letter(at: usize) -> char {
    ('A'..='Z').nth(at).unwrap_or('?')
}

/// Where the choice made stands among the scene's choices.
fn position(step: &ClassStep<'_>) -> usize {
    step.scene.choices.iter().position(|c| c.id == step.choice.id).unwrap_or(0)
}

/// What the class chose, its price, the hands for each choice, and what came of it. `hands` is empty when nobody counted.
#[must_use]
pub fn outcome(view: PlayView<'_>, step: &ClassStep<'_>, hands: &[u32]) -> Doc {
    let theme = view.theme;
    let mut setter = DocBuilder::new(theme, view.width);
    let taken = position(step);
    setter.plain(&format!("The class chose {}", letter(taken)), theme.accent);
    setter.markdown_in(step.choice.text.as_str(), theme.strong, "");
    setter.gap();
    hands::draw(&mut setter, hands, taken, "");
    setter.gap();
    setter.item(("Its price: ", theme.dim), step.choice.cost.as_str(), theme.text);
    setter.gap();
    setter.markdown(&step.choice.outcome);
    setter.gap();
    meters::draw(&mut setter, view.scenario, &step.after, &step.before);
    setter.finish()
}

#[cfg(test)]
mod tests;
