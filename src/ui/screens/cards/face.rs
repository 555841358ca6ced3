//! A card set into lines: what is asked, what was turned up, and the grades with the wait each would give.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::course::markdown::{Manner, TextPart, parse_parts};
use crate::course::model::{Card, Id};
use crate::course::outline::{CardKey, Side};
use crate::course::wording;
use crate::study::memory::{Grade, Outcomes};
use crate::study::session::{CardFaces, ClozePart};
use crate::ui::context::Context;
use crate::ui::doc::DocBuilder;
use crate::ui::frame::shortened;
use crate::ui::theme::Theme;

/// Lines of a window's height that stay free above a card: one in so many.
const ABOVE: usize = 6;

/// The card and, when it was turned, its answer and its source.
pub(in crate::ui) fn card_lines(key: &CardKey, turned: bool, context: &Context<'_>) -> Vec<Line<'static>> {
    let theme = context.theme;
    let mut setter = DocBuilder::new(theme, context.width());
    let Some((lesson, card)) = context.course.card(&key.card) else {
        return vec![Line::raw("This card is no longer part of the course.")];
    };
    setter.lines(vec![Line::default(); (context.height() / ABOVE).max(1)]);
    faces(&mut setter, card, key.side, turned, theme);
    if turned {
        setter.gap();
        setter.lines([source(card, lesson, context)]);
    }
    setter.finish().lines
}

fn faces(setter: &mut DocBuilder<'_>, card: &Card, side: Side, turned: bool, theme: &Theme) {
    let (ask, front, back) = match CardFaces::new(card, side) {
        CardFaces::Pair { ask, front, back } => (ask, front, back),
        CardFaces::Cloze(parts) => return cloze(setter, &parts, turned, theme),
    };
    if let Some(ask) = ask {
        setter.markdown_in(ask, theme.dim, "");
        setter.gap();
    }
    setter.markdown_in(front, theme.strong, "");
    if turned {
        setter.gap();
        setter.lines([Line::styled("─".repeat(12), theme.dim), Line::default()]);
        setter.markdown_in(back, theme.text, "");
    }
}

/// A gap to be filled, as long whatever the answer is.
const GAP: &str = r"\_\_\_\_\_\_\_\_";

/// The text with the asked gap open and its hint behind it in brackets, so that nobody takes that for the answer.
fn cloze<'a>(setter: &mut DocBuilder<'_>, parts: &[ClozePart<'a>], turned: bool, theme: &Theme) {
    let strong = Manner { strong: true, ..Manner::default() };
    let hinted = |hint: &'a str| {
        let hint = TextPart::SetIn(hint, Manner { emphasis: true, ..Manner::default() });
        vec![TextPart::SetIn(GAP, strong), TextPart::Running(" ("), hint, TextPart::Running(")")]
    };
    let set = |part: &ClozePart<'a>| match *part {
        ClozePart::Text(text) => vec![TextPart::Running(text)],
        ClozePart::Filled(answer) => vec![TextPart::SetIn(answer, Manner::default())],
        ClozePart::Gap { answer, .. } if turned => vec![TextPart::SetIn(answer, strong)],
        ClozePart::Gap { hint: Some(hint), .. } => hinted(hint),
        ClozePart::Gap { hint: None, .. } => vec![TextPart::SetIn(GAP, strong)],
    };
    setter.paragraphs(parse_parts(&parts.iter().flat_map(set).collect::<Vec<_>>()), theme.text, "");
}

fn source(card: &Card, lesson: &Id, context: &Context<'_>) -> Line<'static> {
    let said = wording::sources(context.course, &card.cite, lesson, card.section.as_ref()).join(" · ");
    Line::styled(shortened(&said, context.width()), context.theme.dim)
}

/// The grades and how long each lets the card rest.
pub(super) fn grades(outcomes: &Outcomes, context: &Context<'_>) -> Line<'static> {
    let theme = context.theme;
    let styles: [Style; 4] = [theme.wrong, theme.partly, theme.right, theme.accent];
    let spans = Grade::ALL.into_iter().zip(styles).enumerate().flat_map(|(n, (grade, style))| {
        let wait = outcomes.of(grade).wait.to_string();
        [
            Span::styled(format!("{} ", n + 1), theme.focus),
            Span::styled(format!("{grade:?} "), style),
            Span::styled(format!("{wait}     "), theme.dim),
        ]
    });
    Line::from(spans.collect::<Vec<_>>())
}
