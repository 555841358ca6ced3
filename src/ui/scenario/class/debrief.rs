//! The debrief of a class: how it ended, each vote, the roads not taken, and the literature.

use super::super::{View, debrief as alone, meters};
use super::{hands, letter, position};
use crate::study::drill::Decision;
use crate::study::scenario::{ClassStep, ClassTrace};
use crate::ui::doc::{Doc, Setter};

/// Everything after the last decision. `road` are the decisions that `trace` follows.
#[must_use]
pub fn debrief(view: View<'_>, trace: &ClassTrace<'_>, road: &[Decision]) -> Doc {
    let mut setter = Setter::new(view.theme, view.width);
    alone::ending(&mut setter, view, trace);
    meters::draw(&mut setter, view.scenario, &trace.levels, &view.scenario.start());
    alone::lowest(&mut setter, view, trace);
    alone::heading(&mut setter, view, "The road the class took, and those it did not");
    for (n, (step, made)) in trace.steps.iter().zip(road).enumerate() {
        setter.gap();
        setter.plain(&format!("{}  {}", n + 1, step.scene.title), view.theme.strong);
        decision(&mut setter, view, step, &made.hands);
    }
    alone::unseen(&mut setter, view, trace, "");
    alone::literature(&mut setter, view);
    setter.finish()
}

fn decision(setter: &mut Setter<'_>, view: View<'_>, step: &ClassStep<'_>, counted: &[u32]) {
    let taken = position(step);
    setter.gap();
    hands::draw(setter, counted, taken, "   ");
    setter.gap();
    setter.item(
        ("   ", view.theme.text),
        &format!("**The class chose {}:** {}", letter(taken), step.choice.text),
        view.theme.text,
    );
    for (at, other) in step.scene.choices.iter().enumerate().filter(|(at, _)| *at != taken) {
        setter.gap();
        alone::not_taken(setter, view, &format!("Not taken, {}", letter(at)), other);
    }
    setter.gap();
    alone::reading(setter, view, step.scene);
}
