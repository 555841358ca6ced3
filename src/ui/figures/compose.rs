//! Putting lines together: wrapped text behind a label, columns side by side, the guard at the right edge.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use textwrap::{Options, WrapAlgorithm};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::course::markdown;
use crate::course::model::Text;

/// Fewer cells than this beside a label are too few to read in: the text goes below it.
const READABLE: usize = 14;

/// The words of a text on one line: figures have no room for marks, and their citations stand in `cite`.
pub(super) fn words(text: &Text) -> String {
    markdown::plain(text.as_str()).replace('\n', " ")
}

/// `text` in lines of at most `width`.
pub(super) fn wrapped(text: &str, style: Style, width: usize) -> Vec<Line<'static>> {
    // First fit, like the lesson around it: the optimal fit would look at home in neither.
    let options = Options::new(width.max(1)).wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::wrap(text, options)
        .into_iter()
        .map(|l| Line::from(Span::styled(l.trim_end().to_owned(), style)))
        .collect()
}

/// `lines` with `first` before the first one and `rest` before the others.
pub(super) fn behind(first: &Line<'static>, rest: &Line<'static>, lines: Vec<Line<'static>>) -> Vec<Line<'static>> {
    let start = |n: usize| if n == 0 { first.spans.clone() } else { rest.spans.clone() };
    lines.into_iter().enumerate().map(|(n, l)| Line::from([start(n), l.spans].concat())).collect()
}

/// `text` wrapped behind `first`; what follows is indented by `rest`. Where that leaves no room to read in,
/// the text stands below `first`.
pub(super) fn entry(
    first: &Line<'static>,
    rest: &Line<'static>,
    text: &str,
    style: Style,
    width: usize,
) -> Vec<Line<'static>> {
    let room = width.saturating_sub(first.width().max(rest.width()));
    if room >= READABLE.min(text.width()) {
        return behind(first, rest, wrapped(text, style, room));
    }
    let label: String = first.spans.iter().map(|s| s.content.as_ref()).collect();
    let label_style = first.spans.last().map_or(style, |s| s.style);
    let mut lines = wrapped(label.trim(), label_style, width);
    let indent = if width > READABLE { 2 } else { 0 };
    lines.extend(behind(&blank(indent), &blank(indent), wrapped(text, style, width - indent)));
    lines
}

/// `count` empty cells.
pub(super) fn blank(count: usize) -> Line<'static> {
    Line::from(" ".repeat(count))
}

/// One run of text in one style.
pub(super) fn run(text: impl Into<String>, style: Style) -> Line<'static> {
    Line::from(Span::styled(text.into(), style))
}

/// `left`, made `wide` cells wide, with `right` beside it.
pub(in crate::ui) fn beside(left: &[Line<'static>], wide: usize, right: &[Line<'static>]) -> Vec<Line<'static>> {
    (0..left.len().max(right.len())).map(|n| joined(left.get(n), wide, right.get(n))).collect()
}

fn joined(left: Option<&Line<'static>>, wide: usize, right: Option<&Line<'static>>) -> Line<'static> {
    let Some(right) = right else { return left.cloned().unwrap_or_default() };
    let mut spans: Vec<Span<'static>> = left.into_iter().flat_map(styled_spans).collect();
    let gap = wide.saturating_sub(left.map_or(0, Line::width));
    spans.push(Span::raw(" ".repeat(gap)));
    spans.extend(styled_spans(right));
    Line::from(spans)
}

/// The spans of a line with the line's own style, which must not reach what is put beside it.
fn styled_spans(line: &Line<'static>) -> impl Iterator<Item = Span<'static>> {
    line.spans.iter().map(|span| Span { style: line.style.patch(span.style), ..span.clone() })
}

/// `text` and as many blanks as make it `wide` cells.
pub(super) fn padded(text: &str, wide: usize) -> String {
    format!("{text}{}", " ".repeat(wide.saturating_sub(text.width())))
}

/// `lines` without what would stand right of `width`.
pub(super) fn clipped(lines: Vec<Line<'static>>, width: usize) -> Vec<Line<'static>> {
    lines.into_iter().map(|l| if l.width() > width { cut(&l, width) } else { l }).collect()
}

fn cut(line: &Line<'static>, width: usize) -> Line<'static> {
    let mut left = width;
    let mut spans = Vec::new();
    for span in &line.spans {
        let fits: String = span
            .content
            .graphemes(true)
            .take_while(|g| {
                g.width() <= left && {
                    left -= g.width();
                    true
                }
            })
            .collect();
        let whole = fits.len() == span.content.len();
        spans.push(Span::styled(fits, span.style));
        if !whole {
            break;
        }
    }
    Line::from(spans)
}

/// What `lines` say, one string per line: for tests, and for eyes.
#[cfg(test)]
pub(super) fn shown(lines: &[Line<'_>]) -> String {
    let text = |l: &Line<'_>| l.spans.iter().map(|s| s.content.as_ref()).collect::<String>().trim_end().to_owned();
    lines.iter().map(text).collect::<Vec<_>>().join("\n")
}
