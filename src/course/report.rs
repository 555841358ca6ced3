//! Findings as a compiler shows them: `path:line:column`, the line, a caret, and what to do.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::finding::{Finding, Severity};
use super::model::text::outgoing;

/// Whether the text may hold colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    Plain,
    Colour,
}

/// One finding as text of several lines, without a line feed at the end.
#[must_use]
pub fn render(finding: &Finding, ink: Ink) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let place = &finding.place;
    let title = outgoing(&format!("{} [{}]", finding.message, finding.rule)).into_owned();
    let mut group = annotate_snippets::Group::with_title(level.primary_title(&title));
    if place.line > 0 {
        let (source, span) = window(&place.source, &place.span);
        let marked = AnnotationKind::Primary.span(span);
        let snippet = Snippet::source(source).line_start(place.line).path(place.path.clone()).annotation(marked);
        group = group.element(snippet);
    }
    if !finding.help.is_empty() {
        group = group.element(Level::HELP.message(outgoing(&finding.help).into_owned()));
    }
    let renderer = if ink == Ink::Colour { Renderer::styled() } else { Renderer::plain() };
    let text = renderer.render(&[group]).clone();
    if place.line > 0 { exact_column(&text, finding) } else { format!("{text}\n --> {}", place.path) }
}

/// The snippet library counts columns within the window; the place knows the column in the file.
fn exact_column(text: &str, finding: &Finding) -> String {
    let place = &finding.place;
    let head = format!("{}:{}:", place.path, place.line);
    let Some(start) = text.find(&head).map(|i| i + head.len()) else { return text.to_owned() };
    let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    format!("{}{}{}", &text[..start], place.column, &text[start + digits..])
}

/// At most about 100 characters of a long line around the span: lesson paragraphs are long lines.
fn window(source: &str, span: &std::ops::Range<usize>) -> (String, std::ops::Range<usize>) {
    const BEFORE: usize = 50;
    const AFTER: usize = 40;
    let start = source[..span.start].char_indices().rev().nth(BEFORE).map_or(0, |(i, _)| i);
    let end = source[span.end..].char_indices().nth(AFTER).map_or(source.len(), |(i, _)| span.end + i);
    let (front, back) = (if start > 0 { "…" } else { "" }, if end < source.len() { "…" } else { "" });
    let from = span.start - start + front.len();
    (format!("{front}{}{back}", &source[start..end]), from..from + span.len())
}
