//! A question after it was answered: what was right, why, the source, and where it is taught.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::draft::{Draft, Work};
use super::draw::{Sketch, premise};
use crate::course::model::{Ask, Question, Reasoned};
use crate::course::wording;
use crate::study::answer::{Answer, Verdict, points};
use crate::study::grading;
use crate::study::quiz::Given;
use crate::study::short_answer::Taken;
use crate::ui::frame::shortened;

/// Draws options with ✓ and ✗, then the verdict, the reason and the source.
pub fn body(sketch: &mut Sketch<'_>, question: &Question, draft: &Draft, given: &Given, reasons: bool) {
    match (&question.ask, &draft.work) {
        (Ask::Match { .. }, _) => matched(sketch, question, given),
        (Ask::Order(_), _) => ordered(sketch, question, given),
        (Ask::Typed { .. }, _) => typed(sketch, question, given),
        (ask, Work::Pick { n, .. }) => {
            for place in 0..*n {
                option(sketch, ask, given, place, draft.order.get(place).copied().unwrap_or(place), reasons);
            }
        }
        (ask, _) => {
            for (place, &of) in draft.order.iter().enumerate() {
                option(sketch, ask, given, place, of, reasons);
            }
        }
    }
    sketch.setter.gap();
    let from = sketch.setter.height();
    verdict(sketch, question, given);
    sketch.focus = from..sketch.setter.height();
}

/// One option: ✓ for a key, ✗ for a distractor that was picked, with the reason.
fn option(sketch: &mut Sketch<'_>, ask: &Ask, given: &Given, place: usize, of: usize, reasons: bool) {
    let theme = sketch.view.theme;
    let (picked, key) = (is_picked(&given.answer, of), is_key(ask, of));
    let (sign, style) = match (picked, key) {
        (true, true) => ("✓", theme.right),
        (false, true) => (if matches!(ask, Ask::Several(_)) { "○" } else { "✓" }, theme.right),
        (true, false) => ("✗", theme.wrong),
        (false, false) => (" ", theme.dim),
    };
    let text = wording::option(sketch.view.course, ask, of);
    sketch.setter.item((&format!("{sign} {}  ", place + 1), style), &text, style);
    if (picked || reasons)
        && !key
        && let Some(why) = wording::why_wrong(sketch.view.course, ask, of)
    {
        sketch.setter.item(("     ", theme.dim), &why, theme.dim);
    }
}

fn is_picked(answer: &Answer, of: usize) -> bool {
    match answer {
        Answer::Choice(i) | Answer::Classify(i) => *i == of,
        Answer::Several(picked) => picked.contains(&of),
        Answer::TrueFalse(said) => usize::from(!said) == of,
        _ => false,
    }
}

fn is_key(ask: &Ask, of: usize) -> bool {
    match ask {
        Ask::Choice(options) | Ask::Several(options) => options.get(of).is_some_and(grading::is_right),
        Ask::TrueFalse(truth) => usize::from(!truth) == of,
        Ask::Classify { scheme, key, defensible, .. } => crate::course::wording::keys(scheme)
            .get(of)
            .is_some_and(|k| *k == key.as_str() || defensible.iter().any(|d| d.as_str() == *k)),
        _ => false,
    }
}

fn matched(sketch: &mut Sketch<'_>, question: &Question, given: &Given) {
    let theme = sketch.view.theme;
    let (Ask::Match { pairs, spare }, Answer::Match(joined)) = (&question.ask, &given.answer) else { return };
    for i in 0..pairs.len() {
        let said = joined.get(i).copied().flatten();
        let right = said == Some(i);
        let (sign, style) = if right { ("✓", theme.right) } else { ("✗", theme.wrong) };
        let text = format!("{} → {}", premise(&question.ask, i), wording::option(sketch.view.course, &question.ask, i));
        sketch.setter.item(
            (&format!("{sign} {}  ", i + 1), style),
            &text,
            if right { theme.text } else { theme.strong },
        );
        if let Some(wrong) = said.filter(|&s| s != i) {
            let picked = wording::option(sketch.view.course, &question.ask, wrong);
            let why = wrong
                .checked_sub(pairs.len())
                .and_then(|s| spare.get(s))
                .map_or(String::new(), |Reasoned(_, why)| format!(" {why}"));
            sketch.setter.item(("     ", theme.dim), &format!("you joined: {picked}.{why}"), theme.dim);
        }
    }
}

fn ordered(sketch: &mut Sketch<'_>, question: &Question, given: &Given) {
    let theme = sketch.view.theme;
    let (Ask::Order(steps), Answer::Order(order)) = (&question.ask, &given.answer) else { return };
    for (i, step) in steps.iter().enumerate() {
        let yours = order.iter().position(|&o| o == i);
        let after_right_one = yours.is_some_and(|p| if p == 0 { i == 0 } else { i > 0 && order[p - 1] == i - 1 });
        let (sign, style) = if after_right_one { ("✓", theme.right) } else { ("✗", theme.wrong) };
        let place = yours.map_or(String::new(), |p| if p == i { String::new() } else { format!("  (you: {})", p + 1) });
        sketch.setter.item(
            (&format!("{sign} {}  ", i + 1), style),
            &format!("{} · {}{place}", step.1, step.0),
            theme.text,
        );
    }
}

fn typed(sketch: &mut Sketch<'_>, question: &Question, given: &Given) {
    let theme = sketch.view.theme;
    let (Ask::Typed { accept, rivals, .. }, Answer::Typed(text)) = (&question.ask, &given.answer) else { return };
    let taken = grading::typed(&question.ask, text);
    let right = matches!(taken, Taken::Exactly | Taken::WithASlip);
    let (sign, style) = if right { ("✓", theme.right) } else { ("✗", theme.wrong) };
    sketch.setter.lines([Line::from(vec![Span::styled(format!("{sign} "), style), Span::styled(text.clone(), style)])]);
    let note = match taken {
        Taken::Rival(i) => rivals.get(i).map(|r| r.1.to_string()),
        Taken::WithASlip => Some("Taken with one slip forgiven.".to_owned()),
        _ => None,
    };
    if let Some(note) = note {
        sketch.setter.item(("  ", theme.dim), &note, theme.dim);
    }
    if let (true, Some(first)) = (taken != Taken::Exactly, accept.first()) {
        sketch.setter.item(("✓ ", theme.right), first.as_str(), theme.right);
    }
}

fn verdict(sketch: &mut Sketch<'_>, question: &Question, given: &Given) {
    let theme = sketch.view.theme;
    let (word, style) = match given.score.verdict() {
        _ if given.answer == Answer::Skipped => ("Passed over.".to_owned(), theme.dim),
        Verdict::Right => ("Right.".to_owned(), theme.right),
        Verdict::Wrong => ("Wrong.".to_owned(), theme.wrong),
        Verdict::Partly => {
            (format!("Partly: {} of {}.", points(given.score.points), points(given.score.of)), theme.partly)
        }
    };
    let style = style.add_modifier(ratatui::style::Modifier::BOLD);
    let word = format!("{word} ");
    let from = sketch.setter.height();
    sketch.setter.markdown_in(&format!("{word}{}", question.explanation()), theme.text, "");
    sketch.setter.restyle_front(from, &word, style);
    if given.answer == Answer::Skipped {
        key_of(sketch, &question.ask);
    }
    sketch.setter.gap();
    sketch.setter.lines([source(sketch, question)]);
}

/// After a skipped typed, matching or ordering question the key is not on the screen yet.
fn key_of(sketch: &mut Sketch<'_>, ask: &Ask) {
    let theme = sketch.view.theme;
    let style: Style = theme.right;
    let texts: Vec<String> = match ask {
        Ask::Typed { accept, .. } => accept.first().map(std::string::ToString::to_string).into_iter().collect(),
        Ask::Match { pairs, .. } => pairs.iter().map(|p| format!("{} → {}", p.0, p.1)).collect(),
        Ask::Order(steps) => steps.iter().map(|s| format!("{} · {}", s.1, s.0)).collect(),
        _ => Vec::new(),
    };
    for (i, text) in texts.iter().enumerate() {
        sketch.setter.item((&format!("✓ {}  ", wording::letter(i)), style), text, theme.text);
    }
}

/// Who says so, and where it is taught.
fn source(sketch: &Sketch<'_>, question: &Question) -> Line<'static> {
    let course = sketch.view.course;
    let said = course
        .question(&question.id)
        .map(|(lesson, _)| wording::sources(course, &question.cite, lesson, question.section.as_ref()));
    Line::styled(shortened(&said.unwrap_or_default().join(" · "), sketch.view.width), sketch.view.theme.dim)
}
