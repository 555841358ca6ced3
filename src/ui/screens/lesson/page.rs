//! Setting a page of a lesson: prose, tables, figures, disagreements, and at a section's end its sources.

use ratatui::text::Line;

use super::LessonScreen;
use super::steps::ReadingStep;
use crate::course::markdown::Link;
use crate::course::model::{Block, Disagreement, Drawing, Figure, Id, Lesson};
use crate::pages::{Passage, lesson as pages};
use crate::ui::context::Context;
use crate::ui::doc::{Doc, DocBuilder};
use crate::ui::{figures, passage, table};

/// The page of the step in sight.
pub(super) fn set(context: &Context<'_>, screen: &LessonScreen, wheel: Option<u8>) -> Doc {
    let Some(it) = screen.course_lesson(context.course) else { return Doc::default() };
    match screen.step() {
        ReadingStep::Opening => told(context, &pages::opening(context.course, it)),
        ReadingStep::Closing => told(context, &pages::closing(context.course, it, &screen.record)),
        ReadingStep::Text { section, from, to, .. } => text(context, it, section, from..to, wheel),
        ReadingStep::Recall { .. } => Doc::default(),
    }
}

fn told(context: &Context<'_>, passages: &[Passage]) -> Doc {
    passage::set(passages, context.theme, context.width())
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
    let mut setter = DocBuilder::new(theme, context.width());
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

fn set_block(setter: &mut DocBuilder<'_>, context: &Context<'_>, block: &Block, wheel: Option<u8>) {
    match block {
        Block::Text(text) => setter.markdown(text),
        Block::Table(it) => {
            setter.markdown_in(it.caption.as_str(), context.theme.strong, "");
            setter.gap();
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
fn set_figure(setter: &mut DocBuilder<'_>, context: &Context<'_>, figure: &Figure, wheel: Option<u8>) {
    let theme = context.theme;
    if let (Drawing::Wheel { .. }, Some(at)) = (&figure.drawing, wheel) {
        return set_turned(setter, context, at);
    }
    setter.markdown_in(&captioned(figure), theme.strong, "");
    setter.gap();
    setter.lines(figures::lines(figure, context.course, theme, setter.width));
    setter.gap();
    setter.markdown_in(figure.says.as_str(), theme.dim, "");
    setter.cite(&figure.cite);
}

/// The caption; the unit of bars stands in it, unless the author says it there.
fn captioned(figure: &Figure) -> String {
    match &figure.drawing {
        Drawing::Bars { unit, .. } if !says(figure.caption.as_str(), unit.as_str()) => {
            format!("{} ({unit})", figure.caption)
        }
        Drawing::Bars { .. }
        | Drawing::Wheel { .. }
        | Drawing::Spectrum { .. }
        | Drawing::Timeline(_)
        | Drawing::Flow(_)
        | Drawing::Tree(_)
        | Drawing::Pyramid(_)
        | Drawing::Map(_) => figure.caption.to_string(),
    }
}

/// Whether `caption` has the unit in it already, as a sign or in words.
fn says(caption: &str, unit: &str) -> bool {
    let caption = caption.to_lowercase();
    caption.contains(&unit.to_lowercase()) || unit == "%" && caption.contains("per cent")
}

/// The wheel as the reader turned it. The author's caption speaks of another spoke.
fn set_turned(setter: &mut DocBuilder<'_>, context: &Context<'_>, at: u8) {
    let Some((wheel, spokes)) = context.course.wheel() else { return };
    let name = spokes.get(usize::from(at).saturating_sub(1)).map_or_else(String::new, |spoke| spoke.name.to_string());
    let noun = context.course.scheme(&wheel.scheme).map_or_else(String::new, |scheme| scheme.noun.to_string());
    setter.markdown_in(&format!("{}, turned to {noun} {at}: {name}", wheel.title), context.theme.strong, "");
    setter.gap();
    let size = (setter.width, figures::ROWS_IN_TEXT);
    setter.lines(figures::wheel(context.course, context.theme, size, at));
}

/// The claim as found and what is better supported, set apart by a margin.
fn set_disagreement(setter: &mut DocBuilder<'_>, context: &Context<'_>, it: &Disagreement) {
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
fn sources(setter: &mut DocBuilder<'_>, context: &Context<'_>) {
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
