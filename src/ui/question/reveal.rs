//! A question after it was answered: what was right, why, the source, and where it is taught.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::sketch::Sketch;
use crate::study::item::{Appraisal, Item, OptionRow, PairRow, Revealed, Rows, SortedRow, TypedRow, letter};
use crate::study::quiz::Given;
use crate::study::score::Verdict;
use crate::study::short_answer::SpellingMatch;
use crate::ui::theme::Theme;

/// Draws rows with ✓, ½ and ✗, then the verdict, the reason and the source.
pub(super) fn body(sketch: &mut Sketch<'_>, item: &Item, given: Option<&Given>, reasons: bool) {
    let revealed = Revealed::of_given(sketch.view.course, item, given);
    match &revealed.rows {
        Rows::Options(rows) => options(sketch, rows, item.form.is_one_option(), reasons),
        Rows::Pairs(_) | Rows::Sorted(_) | Rows::Typed(_) if !revealed.appraisal.is_of_an_answer() => {}
        Rows::Pairs(rows) => pairs(sketch, rows),
        Rows::Sorted(rows) => sorted(sketch, rows),
        Rows::Typed(rows) => rows.iter().for_each(|row| typed(sketch, row)),
    }
    legend(sketch, &revealed, item);
    sketch.setter.gap();
    let from = sketch.setter.height();
    verdict(sketch, &revealed);
    sketch.focus = from..sketch.setter.height();
}

/// What the signs mean that stand above, and how a part of the points is earned.
fn legend(sketch: &mut Sketch<'_>, revealed: &Revealed, item: &Item) {
    let theme = sketch.view.theme;
    let signs = match &revealed.rows {
        Rows::Options(rows) => option_signs(rows, item.form.is_one_option()),
        Rows::Pairs(_) | Rows::Sorted(_) | Rows::Typed(_) => String::new(),
    };
    let rule = item.form.credit_rule().filter(|_| revealed.appraisal.is_of_an_answer());
    let told: Vec<&str> = [signs.as_str(), rule.unwrap_or_default()].into_iter().filter(|it| !it.is_empty()).collect();
    if !told.is_empty() {
        sketch.setter.gap();
        for it in told {
            sketch.setter.plain(it, theme.dim);
        }
    }
}

/// The legend of the signs that are not plain: of one option, ✓ and ✗ are.
fn option_signs(rows: &[OptionRow], one: bool) -> String {
    let has = |verdict: Verdict, taken: bool| rows.iter().any(|r| r.verdict == Some(verdict) && r.taken == taken);
    let half = rows.iter().any(|r| r.verdict == Some(Verdict::Partly));
    let legend = [
        (!one && has(Verdict::Right, true), "✓ right"),
        (!one && has(Verdict::Right, false), "○ right, not picked"),
        (!one && has(Verdict::Wrong, true), "✗ wrong"),
        (half, "½ earns a part of the points"),
    ];
    legend.into_iter().filter(|(shown, _)| *shown).map(|(_, words)| words).collect::<Vec<_>>().join(" · ")
}

fn paired(row: &PairRow) -> String {
    format!("{} → {}", row.premise, row.partner)
}

fn dated(row: &SortedRow) -> String {
    format!("{} · {}", row.date, row.text)
}

/// ✓ for what is right, ½ for what is half right, ✗ for a wrong one that was picked, with the reason.
fn options(sketch: &mut Sketch<'_>, rows: &[OptionRow], one: bool, reasons: bool) {
    let theme = sketch.view.theme;
    for (place, row) in rows.iter().enumerate() {
        let (sign, style) = match (row.verdict, row.taken) {
            (Some(Verdict::Right), false) if !one => ("○", theme.right),
            (Some(Verdict::Right), _) => ("✓", theme.right),
            (Some(Verdict::Partly), _) => ("½", theme.partly),
            (Some(Verdict::Wrong), true) => ("✗", theme.wrong),
            (Some(Verdict::Wrong) | None, _) => (" ", theme.dim),
        };
        let wide = rows.len().to_string().len();
        sketch.setter.item((&format!("{sign} {:>wide$}  ", place + 1), style), row.text.as_str(), style);
        if let Some(why) = row.why.as_ref().filter(|_| row.taken || reasons) {
            sketch.setter.item(("     ", theme.dim), why.as_str(), theme.dim);
        }
    }
}

fn pairs(sketch: &mut Sketch<'_>, rows: &[PairRow]) {
    let theme = sketch.view.theme;
    for (i, row) in rows.iter().enumerate() {
        let (sign, style) = tick(theme, row.verdict);
        let strong = if row.verdict == Verdict::Right { theme.text } else { theme.strong };
        sketch.setter.item((&format!("{sign} {}  ", i + 1), style), &paired(row), strong);
        if let Some((picked, why)) = &row.instead {
            let why = why.as_ref().map_or_else(String::new, |why| format!(" {why}"));
            sketch.setter.item(("     ", theme.dim), &format!("you matched: {picked}.{why}"), theme.dim);
        }
    }
}

fn sorted(sketch: &mut Sketch<'_>, rows: &[SortedRow]) {
    let theme = sketch.view.theme;
    for (i, row) in rows.iter().enumerate() {
        let (sign, style) = tick(theme, row.verdict);
        let place = row.instead.map_or_else(String::new, |place| format!("  (you: {})", place + 1));
        sketch.setter.item((&format!("{sign} {}  ", i + 1), style), &format!("{}{place}", dated(row)), theme.text);
    }
}

fn typed(sketch: &mut Sketch<'_>, row: &TypedRow) {
    let theme = sketch.view.theme;
    let (sign, style) = tick(theme, row.verdict);
    let words = row.typed.clone().unwrap_or_default();
    let label = row.label.as_ref().map_or_else(String::new, |label| format!("{label}: "));
    let front = Span::styled(format!("{sign} "), style);
    sketch.setter.lines([Line::from(vec![front, Span::styled(label, theme.dim), Span::styled(words, style)])]);
    if let Some(note) = row.note() {
        sketch.setter.item(("  ", theme.dim), note, theme.dim);
    }
    if let (true, Some(first)) = (row.taken != SpellingMatch::Exactly, row.accepted.first()) {
        sketch.setter.item(("✓ ", theme.right), first.as_str(), theme.right);
    }
}

fn tick(theme: &Theme, verdict: Verdict) -> (&'static str, Style) {
    match verdict {
        Verdict::Right => ("✓", theme.right),
        Verdict::Partly => ("½", theme.partly),
        Verdict::Wrong => ("✗", theme.wrong),
    }
}

fn verdict(sketch: &mut Sketch<'_>, revealed: &Revealed) {
    let theme = sketch.view.theme;
    let style = match revealed.appraisal {
        Appraisal::Right => theme.right,
        Appraisal::Partly(_) => theme.partly,
        Appraisal::Wrong => theme.wrong,
        Appraisal::Passed | Appraisal::NoAnswer => theme.dim,
    };
    let word = format!("{} ", revealed.appraisal.sentence());
    let from = sketch.setter.height();
    let feedback = revealed.feedback.iter().map(crate::course::model::text::Text::as_str);
    let told: Vec<&str> = feedback.chain([revealed.explanation()]).filter(|it| !it.is_empty()).collect();
    sketch.setter.markdown_in(&format!("{word}{}", told.join(" ")), theme.text, "");
    sketch.setter.restyle_front(from, &word, style.add_modifier(Modifier::BOLD));
    if !revealed.appraisal.is_of_an_answer() {
        key(sketch, &revealed.rows);
    }
    sketch.setter.gap();
    sketch.setter.plain(&revealed.sources.join(" · "), theme.dim);
}

/// Without an answer, the key to what is typed, joined or sorted is not on the screen yet.
fn key(sketch: &mut Sketch<'_>, rows: &Rows) {
    let theme = sketch.view.theme;
    let texts: Vec<String> = match rows {
        Rows::Options(_) => Vec::new(),
        Rows::Pairs(rows) => rows.iter().map(paired).collect(),
        Rows::Sorted(rows) => rows.iter().map(dated).collect(),
        Rows::Typed(rows) => rows.iter().filter_map(|row| row.accepted.first()).map(ToString::to_string).collect(),
    };
    for (i, text) in texts.iter().enumerate() {
        let front = format!("✓ {}  ", letter(i).to_ascii_lowercase());
        sketch.setter.item((&front, theme.right), text, theme.text);
    }
}
