//! Beside the text in a wide terminal: the terms that are in sight, with their meanings, and the works cited there.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::course::markdown::{Link, plain};
use crate::course::model::Id;
use crate::ui::context::Context;
use crate::ui::doc::{Doc, DocBuilder};

/// Draws what the lines `sight` of `page` speak of.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, context: &Context<'_>, page: &Doc, sight: &Range<usize>) {
    let mut lines = lines(context, page, sight, usize::from(area.width));
    let height = usize::from(area.height);
    if lines.len() > height {
        lines.truncate(height.saturating_sub(1));
        lines.push(Line::styled("…", context.theme.dim));
    }
    for (line, y) in lines.iter().zip(area.top()..area.bottom()) {
        frame.buffer_mut().set_line(area.x, y, line, area.width);
    }
}

fn lines(context: &Context<'_>, page: &Doc, sight: &Range<usize>, width: usize) -> Vec<Line<'static>> {
    let theme = context.theme;
    let seen = links(page, sight);
    let mut setter = DocBuilder::new(theme, width);
    for id in seen.iter().filter_map(|link| if let Link::Term(id) = link { Id::new(id.as_str()).ok() } else { None }) {
        if let Some((_, term)) = context.course.term(&id) {
            setter.gap();
            setter.markdown_in(term.term.as_str(), theme.strong, "");
            // Without its citations: their numbers would be others than those of the text.
            setter.plain(&plain(term.meaning.as_str()), theme.dim);
        }
    }
    let mut works = DocBuilder::new(theme, width);
    for key in seen.iter().filter_map(|link| if let Link::Reference(key) = link { Some(key) } else { None }) {
        let number = page.cited.iter().position(|id| id.as_str() == key).map_or(0, |at| at + 1);
        if let Some(work) = Id::new(key.as_str()).ok().and_then(|id| context.course.reference(&id)) {
            works.item((&format!("[{number}] "), theme.dim), work.full.as_str(), theme.dim);
        }
    }
    let works = works.finish().lines;
    if !works.is_empty() {
        setter.gap();
        setter.lines([Line::styled("Sources", theme.strong)]);
        setter.lines(works);
    }
    setter.finish().lines
}

/// What is linked in `sight`, each once, in the order of the text.
fn links(page: &Doc, sight: &Range<usize>) -> Vec<Link> {
    let mut seen: Vec<Link> = Vec::new();
    for link in page.links.iter().filter(|link| link.parts.iter().any(|(line, _)| sight.contains(line))) {
        if !seen.contains(&link.link) {
            seen.push(link.link.clone());
        }
    }
    seen
}
