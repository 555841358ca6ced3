//! What a term means, or what a source is, over the page.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Block, BorderType, Clear, Padding, Paragraph, Widget};

use crate::course::markdown::Link;
use crate::course::model::Id;
use crate::ui::context::Context;
use crate::ui::doc::DocBuilder;

/// Draws the pop-up for `link` at the lower end of `area`, or beside it when the terminal is wide.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, context: &Context<'_>, link: &Link) {
    let side = context.area.right().saturating_sub(area.right() + 3);
    let place = |height: u16| {
        if side >= 40 {
            Rect { x: area.right() + 2, y: area.y, width: side.min(60), height: height.min(area.height) }
        } else {
            let height = height.min(area.height);
            Rect { x: area.x, y: area.bottom() - height, width: area.width, height }
        }
    };
    let lines = lines(context, link, usize::from(place(1).width).saturating_sub(4));
    let place = place(u16::try_from(lines.len() + 2).unwrap_or(u16::MAX));
    Clear.render(place, frame.buffer_mut());
    let block = Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(context.theme.accent)
        .padding(Padding::horizontal(1));
    Paragraph::new(lines).block(block).render(place, frame.buffer_mut());
}

fn lines(context: &Context<'_>, link: &Link, width: usize) -> Vec<Line<'static>> {
    let theme = context.theme;
    let mut setter = DocBuilder::new(theme, width);
    match link {
        Link::Term(id) => match Id::new(id.as_str()).ok().and_then(|id| context.course.term(&id)) {
            Some((lesson, term)) => {
                setter.markdown_in(term.term.as_str(), theme.focus, "");
                setter.markdown(&term.meaning);
                let works: Vec<String> = term.cite.iter().map(|c| context.course.short_name(c)).collect();
                let from = format!("lesson {}", context.course.number(lesson));
                setter.gap();
                setter.plain(&works.into_iter().chain([from]).collect::<Vec<_>>().join(" · "), theme.dim);
            }
            None => setter.plain(&format!("No lesson defines the term `{id}`."), theme.wrong),
        },
        Link::Reference(key) => match Id::new(key.as_str()).ok().and_then(|id| context.course.reference(&id)) {
            Some(reference) => {
                setter.markdown_in(reference.short.as_str(), theme.focus, "");
                setter.plain(reference.full.as_str(), theme.text);
                if let Some(address) = &reference.address {
                    setter.gap();
                    setter.plain(address.as_str(), theme.dim);
                }
            }
            None => setter.plain(&format!("There is no reference `{key}`."), theme.wrong),
        },
    }
    setter.finish().lines
}
