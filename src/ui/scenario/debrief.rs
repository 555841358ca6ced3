//! The debrief: how it ended, what the reasons earned, each road taken and not taken, and the literature.

use super::{View, echoes, meters, verdict};
use crate::course::model::{At, Choice, Scene};
use crate::study::scenario::{Play, Step, Trace};
use crate::ui::doc::{Doc, Setter};

/// Everything after the last decision.
#[must_use]
pub fn debrief(view: View<'_>, play: &Play) -> Doc {
    let trace = play.trace(view.scenario);
    let mut setter = Setter::new(view.theme, view.width);
    ending(&mut setter, view, &trace);
    score(&mut setter, view, play);
    setter.gap();
    meters::draw(&mut setter, view.scenario, &trace.levels, &view.scenario.start());
    lowest(&mut setter, view, &trace);
    heading(&mut setter, view, "The road you took, and those you did not");
    for (n, step) in trace.steps.iter().enumerate() {
        decision(&mut setter, view, n + 1, step);
    }
    unseen(&mut setter, view, &trace, " Press r to take another road.");
    literature(&mut setter, view);
    setter.finish()
}

pub(super) fn heading(setter: &mut Setter<'_>, view: View<'_>, text: &str) {
    setter.gap();
    setter.plain(text, view.theme.focus);
    setter.gap();
}

pub(super) fn ending<R>(setter: &mut Setter<'_>, view: View<'_>, trace: &Trace<'_, R>) {
    let Some(At::End(ending)) = trace.at else { return };
    setter.plain(ending.title.as_str(), view.theme.strong);
    setter.gap();
    setter.markdown(&ending.text);
    echoes(setter, view, &trace.echoes);
    setter.gap();
}

fn score(setter: &mut Setter<'_>, view: View<'_>, play: &Play) {
    let score = play.score(view.scenario);
    setter.plain(&format!("Your reasons: {} of {} points", score.points, score.of), view.theme.strong);
    if play.rewinds() > 0 {
        let times = if play.rewinds() == 1 { "once".to_owned() } else { format!("{} times", play.rewinds()) };
        setter.plain(
            &format!("You went back {times}. Of a decision made again, the first reason counts."),
            view.theme.dim,
        );
    }
}

/// What the meters that came near 0 mean.
pub(super) fn lowest<R>(setter: &mut Setter<'_>, view: View<'_>, trace: &Trace<'_, R>) {
    const LOW: i16 = 2;
    for (meter, &level) in view.scenario.meters.iter().zip(&trace.levels).filter(|(_, level)| **level <= LOW) {
        let text = format!("{} ended at {level}. At 0 it would mean: {}", meter.name, meter.low);
        setter.item(("! ", view.theme.partly), &text, view.theme.text);
    }
}

fn decision(setter: &mut Setter<'_>, view: View<'_>, n: usize, step: &Step<'_>) {
    let theme = view.theme;
    if n > 1 {
        setter.gap();
    }
    setter.plain(&format!("{n}  {}", step.scene.title), theme.strong);
    let (sign, _, style) = verdict(step.reason, theme);
    setter.item(("   ", theme.accent), &format!("**You:** {}", step.choice.text), theme.text);
    setter.item((&format!("   {sign} "), style), &format!("“{}”", step.reason.text), theme.dim);
    for other in step.scene.choices.iter().filter(|c| c.id != step.choice.id) {
        not_taken(setter, view, "Not taken", other);
    }
    reading(setter, view, step.scene);
}

/// A choice not made, under `label`, and what would have come of it.
pub(super) fn not_taken(setter: &mut Setter<'_>, view: View<'_>, label: &str, choice: &Choice) {
    setter.item(("   ", view.theme.dim), &format!("**{label}:** {}", choice.text), view.theme.dim);
    setter.item(("   → ", view.theme.dim), choice.outcome.as_str(), view.theme.text);
}

pub(super) fn reading(setter: &mut Setter<'_>, view: View<'_>, scene: &Scene) {
    setter.item(("   ", view.theme.text), &format!("**Literature:** {}", scene.reading), view.theme.text);
}

/// Scenes and endings that lay on other roads; `then` says how to see them.
pub(super) fn unseen<R>(setter: &mut Setter<'_>, view: View<'_>, trace: &Trace<'_, R>, then: &str) {
    let seen = |id| trace.steps.iter().any(|s| &s.scene.id == id) || trace.at.is_some_and(|at| at.id() == id);
    let scenes = view.scenario.scenes.iter().filter(|s| !seen(&s.id)).map(|s| s.title.to_string());
    let endings = view.scenario.endings.iter().filter(|e| !seen(&e.id)).map(|e| format!("an ending, “{}”", e.title));
    let titles: Vec<String> = scenes.map(|t| format!("“{t}”")).chain(endings).collect();
    if !titles.is_empty() {
        setter.gap();
        setter.item(("", view.theme.dim), &format!("Not seen: {}.{then}", titles.join("; ")), view.theme.dim);
    }
}

/// What is written on the whole case, and every work named so far.
pub(super) fn literature(setter: &mut Setter<'_>, view: View<'_>) {
    heading(setter, view, "What the literature makes of it");
    for (n, text) in view.scenario.debrief.iter().enumerate() {
        if n > 0 {
            setter.gap();
        }
        setter.markdown(text);
    }
    works(setter, view);
}

fn works(setter: &mut Setter<'_>, view: View<'_>) {
    let cited = setter.cited().to_vec();
    if cited.is_empty() {
        return;
    }
    heading(setter, view, "Works named");
    for (n, work) in cited.iter().enumerate() {
        let full = view.course.reference(work).map_or_else(|| work.to_string(), |r| r.full.to_string());
        setter.item(
            (&format!("[{}] ", n + 1), view.theme.dim),
            &format!("{}: {full}", view.course.short_name(work)),
            view.theme.text,
        );
    }
}
