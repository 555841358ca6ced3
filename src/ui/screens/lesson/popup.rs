//! What a term means, or what a source is, over the page but not over the sentence that it explains.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Paragraph, Widget};

use super::LessonScreen;
use crate::course::markdown::Link;
use crate::course::model::Id;
use crate::ui::boxed;
use crate::ui::context::Context;
use crate::ui::doc::{DocBuilder, sentence};
use crate::ui::scroll::Scroll;
use crate::ui::theme::Theme;

/// Rows of the frame, cells of the frame and the air within.
const FRAME: usize = boxed::ENDS as usize;
const SIDES: usize = boxed::SIDES as usize;

impl LessonScreen {
    /// Draws the pop-up in the margin or, in a narrower window, below or above its sentence.
    pub(super) fn draw_popup(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let Some(link) = &self.popup else { return };
        let beside = context.margin();
        let width = beside.map_or(area.width, |margin| margin.width);
        let mut lines = lines(context, link, usize::from(width).saturating_sub(SIDES));
        let wanted = lines.len() + FRAME;
        let place = if let Some(margin) = beside {
            // What stands there would be cut in the middle.
            Clear.render(margin, frame.buffer_mut());
            Rect { height: rows(wanted).min(margin.height), ..margin }
        } else {
            let window = Window {
                top: self.scrolled(context).drawn(self.total_lines(context), area.height.into()),
                height: area.height.into(),
            };
            let side = window.side(&self.sentence_of_link(context), wanted);
            Rect { y: area.y + rows(side.start), height: rows(side.len()), ..area }
        };
        let room = usize::from(place.height).saturating_sub(FRAME);
        if lines.len() > room && room > 0 {
            lines.truncate(room - 1);
            lines.push(Line::styled("… o shows all of it", context.theme.dim));
        }
        boxed(frame, place, lines, context.theme);
    }

    /// Scrolls as far as the pop-up and its sentence need to stand in the window together.
    pub(super) fn make_room(&mut self, context: &Context<'_>) {
        let Some(link) = &self.popup else { return };
        if context.margin().is_some() {
            return;
        }
        let wanted = lines(context, link, context.width().saturating_sub(SIDES)).len() + FRAME;
        let (sentence, height, total) = (self.sentence_of_link(context), context.height(), self.total_lines(context));
        let now = self.scroll.drawn(total, height);
        let room = |top: usize| Window { top, height }.side(&sentence, wanted).len();
        let last = total.saturating_sub(height);
        let others = [sentence.start.min(last), sentence.end.saturating_sub(height).min(last)];
        let sees = |top: &usize| *top <= sentence.start && sentence.end <= top + height;
        let best = others.into_iter().filter(sees).max_by_key(|top| room(*top));
        if let Some(top) = best.filter(|top| room(*top) > room(now)) {
            self.scroll = Scroll::at(top);
        }
    }

    fn total_lines(&self, context: &Context<'_>) -> usize {
        self.page(context).lines.len()
    }

    /// The lines of the sentence in which the chosen link stands.
    fn sentence_of_link(&self, context: &Context<'_>) -> Range<usize> {
        let page = self.page(context);
        self.link.and_then(|at| page.links.get(at)).map_or(0..0, |link| sentence(&page.lines, link))
    }
}

/// The lines of a page that are in sight.
#[derive(Clone, Copy)]
struct Window {
    top: usize,
    height: usize,
}

impl Window {
    /// The rows for a pop-up that wants so many: below the sentence, or above it where it does not fit there, or where there
    /// is more room.
    fn side(self, sentence: &Range<usize>, wanted: usize) -> Range<usize> {
        let row = |line: usize| line.saturating_sub(self.top).min(self.height);
        let (above, below) = (row(sentence.start), self.height - row(sentence.end));
        if below >= wanted || below >= above {
            let from = row(sentence.end);
            from..from + wanted.min(below)
        } else {
            above - wanted.min(above)..above
        }
    }
}

fn rows(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

fn boxed(frame: &mut Frame<'_>, place: Rect, lines: Vec<Line<'static>>, theme: &Theme) {
    let within = boxed::draw(frame.buffer_mut(), place, "", theme);
    Paragraph::new(lines).render(within, frame.buffer_mut());
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_popup_stands_below_its_sentence_or_above_it() {
        let window = Window { top: 10, height: 20 };
        assert_eq!(window.side(&(12..14), 8), 4..12);
        assert_eq!(window.side(&(26..28), 8), 8..16);
        assert_eq!(window.side(&(19..22), 12), 0..9, "cut where there is no room");
        assert_eq!(window.side(&(12..14), 80), 4..20);
    }
}
