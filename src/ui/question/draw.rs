//! Drawing a question: stem, what can be picked, and the answer so far.

use ratatui::style::Style;
use ratatui::text::Line;

use super::draft::{Draft, Work};
use super::reveal;
use crate::course::model::{Ask, Pair, Question};
use crate::course::{Course, wording};
use crate::study::quiz::Given;
use crate::ui::doc::{Doc, Setter};
use crate::ui::theme::Theme;

/// What drawing a question needs to know.
#[derive(Clone, Copy)]
pub struct View<'a> {
    pub course: &'a Course,
    pub theme: &'a Theme,
    pub width: usize,
}

/// A drawn question.
pub struct Drawn {
    pub doc: Doc,
    /// The lines that must be in sight.
    pub focus: std::ops::Range<usize>,
    /// Line and column of the text cursor, while typing.
    pub caret: Option<(usize, usize)>,
}

/// Draws `question` with the learner's `draft`; with `given`, what was right and why.
#[must_use]
pub fn draw(view: View<'_>, question: &Question, draft: &Draft, given: Option<&Given>, reasons: bool) -> Drawn {
    let mut setter = Setter::new(view.theme, view.width);
    setter.markdown_in(question.stem.as_str(), view.theme.strong, "");
    if let Some(picture) = &question.picture {
        setter.gap();
        setter.picture(picture);
    }
    if let Some(how) = how_many(question) {
        setter.gap();
        setter.lines([Line::styled(how, view.theme.dim)]);
    }
    setter.gap();
    let mut sketch = Sketch { view, setter, focus: 0..0, caret: None };
    match given {
        Some(given) => reveal::body(&mut sketch, question, draft, given, reasons),
        None => sketch.body(&question.ask, draft),
    }
    Drawn { doc: sketch.setter.finish(), focus: sketch.focus, caret: sketch.caret }
}

fn how_many(question: &Question) -> Option<&'static str> {
    match question.ask {
        Ask::Several(_) if says_how_many(question.stem.as_str()) => None,
        Ask::Several(_) => Some("Mark all that apply."),
        Ask::TrueFalse(_) => Some("True or false?"),
        Ask::Match { .. } => Some("Join each item on the left to its partner; at least one partner is to spare."),
        Ask::Order(_) => Some("Sort from the first to the last."),
        Ask::Typed { .. } => Some("Type your answer. Case, accents and kind of numeral do not matter."),
        Ask::Choice(_) | Ask::Classify { .. } => None,
    }
}

/// Whether the stem tells how many to choose already.
fn says_how_many(stem: &str) -> bool {
    let stem = stem.to_lowercase();
    ["choose", "mark", "which two", "which three", "in which two"].iter().any(|words| stem.contains(words))
}

/// A drawing under way.
pub struct Sketch<'a> {
    pub view: View<'a>,
    pub setter: Setter<'a>,
    pub focus: std::ops::Range<usize>,
    pub caret: Option<(usize, usize)>,
}

impl Sketch<'_> {
    fn body(&mut self, ask: &Ask, draft: &Draft) {
        match &draft.work {
            Work::Pick { n, at, .. } => {
                for place in 0..*n {
                    let text = wording::option(self.view.course, ask, draft.order.get(place).copied().unwrap_or(place));
                    self.option(&format!("{}", place + 1), &text, (*at == Some(place)).then_some('▸'), "");
                }
            }
            Work::Mark { cursor, marked } => {
                for (place, on) in marked.iter().enumerate() {
                    let text = wording::option(self.view.course, ask, draft.order[place]);
                    self.option(
                        &format!("{}", place + 1),
                        &text,
                        (*cursor == place).then_some('▸'),
                        if *on { "■ " } else { "□ " },
                    );
                }
            }
            Work::Join { cursor, joined, .. } => self.join(ask, draft, *cursor, joined),
            Work::Sort { cursor, sorted, lifted } => self.sort(ask, *cursor, sorted, *lifted),
            Work::Type(input) => self.typing(input.value(), input.visual_cursor()),
        }
    }

    /// A row: the `mark` in front says that the cursor is on it.
    fn option(&mut self, name: &str, text: &str, mark: Option<char>, sign: &str) {
        let theme = self.view.theme;
        let style = if mark.is_some() { theme.focus } else { theme.text };
        let marker = format!("{} {sign}{name}  ", mark.unwrap_or(' '));
        let from = self.setter.height();
        self.setter.item((&marker, style), text, style);
        if mark.is_some() {
            self.focus = from..self.setter.height();
        }
    }

    fn sort(&mut self, ask: &Ask, cursor: usize, sorted: &[usize], lifted: bool) {
        for (place, &event) in sorted.iter().enumerate() {
            let under = place == cursor;
            let mark = under.then_some(if lifted { '↕' } else { '▸' });
            self.option(&format!("{}", place + 1), &wording::option(self.view.course, ask, event), mark, "");
        }
    }

    fn typing(&mut self, value: &str, cursor: usize) {
        let theme = self.view.theme;
        let line = self.setter.height();
        self.setter.lines([Line::from(vec![
            ratatui::text::Span::styled("▸ ", theme.focus),
            ratatui::text::Span::styled(value.to_owned(), theme.focus),
        ])]);
        self.setter
            .lines([Line::styled(format!("  {}", "─".repeat(self.view.width.saturating_sub(2).min(40))), theme.dim)]);
        self.focus = line..line + 2;
        self.caret = Some((line, cursor + 2));
    }

    /// Premises on the left with the letter joined to them, partners on the right.
    fn join(&mut self, ask: &Ask, draft: &Draft, cursor: usize, joined: &[Option<usize>]) {
        let theme = self.view.theme;
        let half = self.view.width.saturating_sub(3) / 2;
        let mut left = Setter::new(theme, half);
        for (i, slot) in joined.iter().enumerate() {
            let style = if i == cursor { theme.focus } else { theme.text };
            let marker =
                format!("{} {} [{}] ", if i == cursor { "▸" } else { " " }, i + 1, slot.map_or(' ', wording::letter));
            let from = left.height();
            left.item((&marker, style), &premise(ask, i), style);
            if i == cursor {
                self.focus = self.setter.height() + from..self.setter.height() + left.height();
            }
        }
        let mut right = Setter::new(theme, half);
        for (place, &partner) in draft.order.iter().enumerate() {
            let used = joined.contains(&Some(place));
            let style = if used { theme.dim } else { theme.text };
            right.item(
                (&format!("{}  ", wording::letter(place)), if used { theme.dim } else { theme.focus }),
                &wording::option(self.view.course, ask, partner),
                style,
            );
        }
        self.side_by_side(left.finish(), right.finish(), half);
    }

    pub fn side_by_side(&mut self, left: Doc, right: Doc, half: usize) {
        let rows = left.lines.len().max(right.lines.len());
        let (mut left, mut right) = (left.lines.into_iter(), right.lines.into_iter());
        for _ in 0..rows {
            let mut line = left.next().unwrap_or_default();
            let pad = (half + 3).saturating_sub(line.width());
            line.spans.push(ratatui::text::Span::styled(" ".repeat(pad), Style::new()));
            line.spans.extend(right.next().unwrap_or_default().spans);
            self.setter.lines([line]);
        }
    }
}

/// The text of premise `i` of a matching question.
#[must_use]
pub fn premise(ask: &Ask, i: usize) -> String {
    match ask {
        Ask::Match { pairs, .. } => pairs.get(i).map_or_else(String::new, |Pair(premise, _)| premise.to_string()),
        _ => String::new(),
    }
}
