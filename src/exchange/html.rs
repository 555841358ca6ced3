//! Texts of a course as HTML that other programs show: lists are lists, formulas stand in the marks of MathJax, works are cited
//! as names and years.

use maud::{Markup, PreEscaped, html};

use crate::course::Course;
use crate::course::markdown::{Manner, Paragraph, ParagraphKind, parse};
use crate::print::rich;

/// `text` as HTML; one paragraph needs no mark of its own.
pub(super) fn html(course: &Course, text: &str) -> String {
    let paragraphs = parse(text);
    if let [one] = &paragraphs[..]
        && one.kind == ParagraphKind::Plain
    {
        return words(course, one).into_string();
    }
    blocks(course, &paragraphs).into_string()
}

/// Paragraphs, and lists of those that belong to one.
fn blocks(course: &Course, paragraphs: &[Paragraph]) -> Markup {
    let mut out = String::new();
    let mut rest = paragraphs;
    while let [first, ..] = rest {
        let items = rest.iter().take_while(|it| belongs(first, it)).count();
        if is_item(first) {
            out.push_str(&list(course, &rest[..items], first.depth).into_string());
            rest = &rest[items..];
        } else {
            out.push_str(&block(course, first).into_string());
            rest = &rest[1..];
        }
    }
    PreEscaped(out)
}

fn is_item(paragraph: &Paragraph) -> bool {
    matches!(paragraph.kind, ParagraphKind::Bullet | ParagraphKind::Numbered(_))
}

/// Whether `it` stands in the list that `first` begins: an item of the same manner, or one further in.
fn belongs(first: &Paragraph, it: &Paragraph) -> bool {
    let is_same = matches!(
        (first.kind, it.kind),
        (ParagraphKind::Bullet, ParagraphKind::Bullet) | (ParagraphKind::Numbered(_), ParagraphKind::Numbered(_))
    );
    is_item(it) && (it.depth > first.depth || (it.depth == first.depth && is_same))
}

/// Items of one list; those further in are lists within the item before them.
fn list(course: &Course, items: &[Paragraph], depth: usize) -> Markup {
    let starts: Vec<usize> = (0..items.len()).filter(|&at| at == 0 || items[at].depth == depth).collect();
    let ends = starts.iter().skip(1).copied().chain([items.len()]);
    let entries = html! {
        @for (start, end) in starts.iter().copied().zip(ends) {
            li { (words(course, &items[start])) (blocks(course, &items[start + 1..end])) }
        }
    };
    match items[0].kind {
        ParagraphKind::Numbered(1) => html! { ol { (entries) } },
        ParagraphKind::Numbered(n) => html! { ol start=(n) { (entries) } },
        _ => html! { ul { (entries) } },
    }
}

fn block(course: &Course, paragraph: &Paragraph) -> Markup {
    match paragraph.kind {
        ParagraphKind::Heading => html! { h3 { (words(course, paragraph)) } },
        ParagraphKind::Quote => html! { blockquote { p { (words(course, paragraph)) } } },
        ParagraphKind::Code => html! { pre { code { (source(paragraph)) } } },
        ParagraphKind::Formula => html! { p { "\\[" (source(paragraph)) "\\]" } },
        ParagraphKind::Plain | ParagraphKind::Bullet | ParagraphKind::Numbered(_) => {
            html! { p { (words(course, paragraph)) } }
        }
    }
}

fn source(paragraph: &Paragraph) -> String {
    paragraph.spans.iter().map(|span| span.text.as_str()).collect()
}

fn words(course: &Course, paragraph: &Paragraph) -> Markup {
    nested(&rich::runs(course, paragraph), |manner| manner.strong, &strong)
}

/// Words of one manner.
type WordRun = (String, Manner);

/// Sets runs, all of which have a manner or not.
type SetRuns<'a> = &'a dyn Fn(bool, &[WordRun]) -> Markup;

/// Runs side by side of one manner stand in one element.
fn nested(runs: &[WordRun], is: fn(&Manner) -> bool, element: SetRuns<'_>) -> Markup {
    html! { @for group in runs.chunk_by(|a, b| is(&a.1) == is(&b.1)) { (element(is(&group[0].1), group)) } }
}

fn strong(is: bool, runs: &[WordRun]) -> Markup {
    let inner = nested(runs, |manner| manner.emphasis, &emphasis);
    if is {
        html! { strong { (inner) } }
    } else {
        inner
    }
}

fn emphasis(is: bool, runs: &[WordRun]) -> Markup {
    let inner = html! { @for (words, manner) in runs { (run(words, *manner)) } };
    if is {
        html! { em { (inner) } }
    } else {
        inner
    }
}

fn run(words: &str, manner: Manner) -> Markup {
    match manner {
        Manner { formula: true, .. } => html! { "\\(" (words) "\\)" },
        Manner { code: true, .. } => html! { code { (words) } },
        Manner { .. } => {
            // What would begin a formula where none is.
            let written = html! { (words) }.into_string();
            PreEscaped(written.replace("$$", "&#36;$").replace("\\(", "&#92;(").replace("\\[", "&#92;["))
        }
    }
}
