//! A card set into lines: what is asked, what was turned up, and the grades with the wait each would give.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::course::model::{Card, Face, Id};
use crate::course::outline::{CardKey, Side, gaps};
use crate::course::wording;
use crate::study::memory::{Grade, Outcomes};
use crate::ui::context::Context;
use crate::ui::doc::DocBuilder;
use crate::ui::frame::shortened;

/// The card, its answer when it was turned, and the grades.
pub(super) fn card_lines(key: &CardKey, outcomes: Option<&Outcomes>, context: &Context<'_>) -> Vec<Line<'static>> {
    let theme = context.theme;
    let mut setter = DocBuilder::new(theme, context.width());
    let Some((lesson, card)) = context.course.card(&key.card) else {
        return vec![Line::raw("This card is no longer part of the course.")];
    };
    setter.lines([Line::default()]);
    faces(&mut setter, card, key.side, outcomes.is_some(), context);
    if let Some(outcomes) = outcomes {
        setter.gap();
        setter.lines([source(card, lesson, context), Line::default(), grades(outcomes, context)]);
    }
    setter.finish().lines
}

fn faces(setter: &mut DocBuilder<'_>, card: &Card, side: Side, turned: bool, context: &Context<'_>) {
    let theme = context.theme;
    let rule = || Line::styled("─".repeat(12), theme.dim);
    let (asked, shown, answer): (Option<&str>, &str, &str) = match (&card.face, side) {
        (Face::Basic { front, back }, _) => (None, front.as_str(), back.as_str()),
        (Face::TwoWay { ask_back, back, front, .. }, Side::Back) => {
            (Some(ask_back.as_str()), back.as_str(), front.as_str())
        }
        (Face::TwoWay { ask, front, back, .. }, _) => (Some(ask.as_str()), front.as_str(), back.as_str()),
        (Face::Cloze(text), side) => return cloze(setter, text.as_str(), side, turned, context),
    };
    if let Some(asked) = asked {
        setter.markdown_in(asked, theme.dim, "");
        setter.gap();
    }
    setter.markdown_in(shown, theme.strong, "");
    if turned {
        setter.gap();
        setter.lines([rule(), Line::default()]);
        setter.markdown_in(answer, theme.text, "");
    }
}

/// The text with the asked gap open (or its hint), the other gaps filled in.
fn cloze(setter: &mut DocBuilder<'_>, text: &str, side: Side, turned: bool, context: &Context<'_>) {
    let asked = if let Side::Gap(n) = side { usize::from(n) } else { 1 };
    let mut shown = String::new();
    let mut from = 0;
    for (n, gap) in gaps(text).into_iter().enumerate() {
        shown.push_str(&text[from..gap.span.start]);
        match (n + 1 == asked, turned) {
            (true, true) => shown.push_str(&format!("**{}**", gap.answer)),
            (true, false) => shown.push_str(&gap.hint.map_or_else(|| "**[…]**".to_owned(), |h| format!("**[{h}]**"))),
            (false, _) => shown.push_str(gap.answer),
        }
        from = gap.span.end;
    }
    shown.push_str(&text[from..]);
    setter.markdown_in(&shown, context.theme.text, "");
}

fn source(card: &Card, lesson: &Id, context: &Context<'_>) -> Line<'static> {
    let said = wording::sources(context.course, &card.cite, lesson, &card.section).join(" · ");
    Line::styled(shortened(&said, context.width()), context.theme.dim)
}

fn grades(outcomes: &Outcomes, context: &Context<'_>) -> Line<'static> {
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
