//! Setting a page of a lesson: prose, tables, figures, disagreements, and at a section's end its sources.

use ratatui::text::Line;

use super::steps::Step;
use crate::course::markdown::Link;
use crate::course::model::{Block, Disagreement, Drawing, Figure, Id, Lesson};
use crate::ui::context::Context;
use crate::ui::doc::{Doc, Setter};
use crate::ui::{figures, table};

/// The page of the step `at`.
pub fn set(context: &Context<'_>, lesson: &Id, steps: &[Step], at: usize, wheel: Option<u8>) -> Doc {
    let Some(it) = context.course.lesson(lesson) else { return Doc::default() };
    match steps.get(at) {
        Some(Step::Opening) => opening(context, it),
        Some(Step::Closing) | None => closing(context, it),
        Some(&Step::Text { section, from, to, .. }) => text(context, it, section, from..to, wheel),
        Some(Step::Recall { .. }) => Doc::default(),
    }
}

fn opening(context: &Context<'_>, lesson: &Lesson) -> Doc {
    let theme = context.theme;
    let mut setter = Setter::new(theme, context.width());
    setter.markdown(&lesson.summary);
    setter.gap();
    setter.lines([Line::styled("Afterwards you can", theme.strong)]);
    for objective in &lesson.objectives {
        setter.item(("  • ", theme.accent), objective.text.as_str(), theme.text);
    }
    setter.gap();
    setter.lines([Line::styled("Sections", theme.strong)]);
    for (i, section) in lesson.sections.iter().enumerate() {
        setter.item((&format!("  §{}  ", i + 1), theme.dim), section.title.as_str(), theme.text);
    }
    setter.gap();
    let before: Vec<String> = lesson.requires.iter().map(|l| context.course.title(l)).collect();
    let needs = if before.is_empty() { String::new() } else { format!(" It builds on {}", before.join("; ")) };
    setter.plain(&format!("About {} minutes.{needs}", lesson.minutes), theme.dim);
    setter.finish()
}

fn closing(context: &Context<'_>, lesson: &Lesson) -> Doc {
    let theme = context.theme;
    let mut setter = Setter::new(theme, context.width());
    setter.lines([Line::styled("That was the lesson.", theme.focus)]);
    setter.gap();
    setter.lines([Line::styled("Now try whether you can", theme.strong)]);
    for objective in &lesson.objectives {
        setter.item(("  • ", theme.accent), objective.text.as_str(), theme.text);
    }
    if let Some(outline) = context.course.outline(&lesson.id) {
        setter.gap();
        setter.item(("  c  ", theme.focus), &format!("its cards: {} to learn", outline.cards.len()), theme.text);
        setter.item(
            ("  q  ", theme.focus),
            &format!("a quiz on it: {} questions to draw from", outline.questions),
            theme.text,
        );
        setter.item(("  ⏎  ", theme.focus), "back to the lessons", theme.text);
    }
    if !lesson.terms.is_empty() {
        setter.gap();
        setter.lines([Line::styled("Terms of this lesson", theme.strong)]);
        for term in &lesson.terms {
            setter.item(("  • ", theme.dim), &format!("[[{}|{}]]", term.id, term.term), theme.text);
        }
    }
    setter.finish()
}

fn text(
    context: &Context<'_>,
    lesson: &Lesson,
    section: usize,
    blocks: std::ops::Range<usize>,
    wheel: Option<u8>,
) -> Doc {
    let theme = context.theme;
    let Some(it) = lesson.sections.get(section) else { return Doc::default() };
    let mut setter = Setter::new(theme, context.width());
    if blocks.start == 0 {
        setter.lines([Line::styled(it.title.to_string(), theme.focus), Line::default()]);
    }
    for block in &it.body[blocks.clone()] {
        setter.gap();
        let from = setter.height();
        set_block(&mut setter, context, block, wheel);
        if !matches!(block, Block::Text(_)) {
            setter.keep_together(from);
        }
    }
    sources(&mut setter, context);
    setter.finish()
}

fn set_block(setter: &mut Setter<'_>, context: &Context<'_>, block: &Block, wheel: Option<u8>) {
    match block {
        Block::Text(text) => setter.markdown(text),
        Block::Table(it) => {
            setter.markdown_in(it.caption.as_str(), context.theme.strong, "");
            let set = table::set(it, context.theme, setter.width, setter.cited().to_vec());
            setter.append(set);
            setter.cite(&it.cite);
        }
        Block::Figure(it) => set_figure(setter, context, it, wheel),
        Block::Disagree(it) => set_disagreement(setter, context, it),
        Block::Picture(it) => {
            setter.picture(it);
            setter.cite(&it.cite);
        }
        Block::Recall(_) => {}
    }
}

/// The caption, the drawing and its sentence.
fn set_figure(setter: &mut Setter<'_>, context: &Context<'_>, figure: &Figure, wheel: Option<u8>) {
    let theme = context.theme;
    setter.markdown_in(figure.caption.as_str(), theme.strong, "");
    setter.gap();
    let lines = match (&figure.drawing, wheel) {
        (Drawing::Wheel { .. }, Some(at)) => figures::wheel(context.course, theme, setter.width, at),
        _ => figures::lines(figure, context.course, theme, setter.width),
    };
    setter.lines(lines);
    setter.gap();
    setter.markdown_in(figure.says.as_str(), theme.dim, "");
    setter.cite(&figure.cite);
}

/// The claim as found and what is better supported, set apart by a margin.
fn set_disagreement(setter: &mut Setter<'_>, context: &Context<'_>, it: &Disagreement) {
    let theme = context.theme;
    setter.lines([Line::styled("┃ Where the sources disagree", theme.partly)]);
    setter.markdown_in(&format!("**As found:** {}", it.claim), theme.text, "┃ ");
    setter.lines([Line::styled("┃", theme.text)]);
    setter.markdown_in(&format!("**Better supported:** {}", it.better), theme.text, "┃ ");
    setter.cite_in(&uncited(it), "┃ ");
}

/// The works of a disagreement that its text does not cite already.
fn uncited(it: &Disagreement) -> Vec<Id> {
    let said: Vec<Link> =
        [&it.claim, &it.better].into_iter().flat_map(|t| crate::course::markdown::links(t.as_str())).collect();
    it.cite.iter().filter(|work| !said.contains(&Link::Reference(work.to_string()))).cloned().collect()
}

/// The works cited on the page, by the numbers they have in it.
fn sources(setter: &mut Setter<'_>, context: &Context<'_>) {
    let cited = setter.cited().to_vec();
    if cited.is_empty() {
        return;
    }
    setter.gap();
    setter.lines([Line::styled("Sources", context.theme.dim)]);
    let entry = |(i, id): (usize, &Id)| {
        (format!("[{}] {}", i + 1, context.course.short_name(id)), Link::Reference(id.to_string()))
    };
    setter.link_list(cited.iter().enumerate().map(entry).collect());
}
