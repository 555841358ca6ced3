//! A row of home: an activity, a lesson, what is wrong in the course.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::ui::context::Context;
use crate::ui::frame::shortened;
use crate::ui::overview::LessonProgress;
use crate::ui::screens::problems::summed_up;
use crate::ui::theme::Theme;

/// Cells for the dots of a lesson's sections, one more than there may be dots.
const DOTS: usize = 9;
/// Cells for what stands behind the title of a lesson: its sections, its cards and its latest quiz.
pub(super) const FIGURES: usize = DOTS + 13;

/// An activity in one line: its name, what it would do, an aside, its key.
pub(super) fn activity(
    theme: &Theme,
    (name, key): (&str, &str),
    (what, aside): &(String, String),
    here: bool,
    width: usize,
) -> Line<'static> {
    let (mark, style) = if here { ("▸", theme.focus) } else { (" ", theme.text) };
    let room = width.saturating_sub(13 + aside.width() + 4);
    let what = shortened(what, room);
    let pad = " ".repeat(width.saturating_sub(13 + what.width() + aside.width() + 3));
    Line::from(vec![
        Span::styled(format!(" {mark} {name:<10}"), style),
        Span::styled(what, if here { theme.focus } else { theme.text }),
        Span::styled(format!("{pad}{aside}"), theme.dim),
        Span::styled(format!("  {key}"), theme.focus),
    ])
}

pub(super) fn lesson_row(
    context: &Context<'_>,
    i: usize,
    progress: &LessonProgress,
    here: bool,
    width: usize,
) -> Line<'static> {
    let theme = context.theme;
    let outline = &context.course.outlines()[i];
    let (mark, style) = if here { ("▸", theme.focus) } else { (" ", theme.text) };
    let room = width.saturating_sub(7 + FIGURES);
    let title = shortened(outline.title.as_str(), room.saturating_sub(1));
    let (done, open) = sections(progress.sections_read, outline.sections.len());
    let share = |share: Option<u32>| share.map_or_else(|| "—".to_owned(), |p| format!("{p} %"));
    Line::from(vec![
        Span::styled(format!(" {mark} {:>2}  {title:<room$}", i + 1), style),
        Span::styled(done, theme.accent),
        Span::styled(open, theme.dim),
        Span::styled(format!("{:>6} {:>6}", share(progress.cards), share(progress.quiz)), theme.dim),
    ])
}

/// A dot a section, those that were read and the others; where they are too many, their number.
fn sections(read: usize, all: usize) -> (String, String) {
    if all < DOTS {
        ("●".repeat(read), format!("{:<pad$}", "○".repeat(all - read), pad = DOTS - read))
    } else {
        (String::new(), format!("{:<DOTS$}", format!("{read} of {all}")))
    }
}

pub(super) fn problem_row(context: &Context<'_>, here: bool, width: usize) -> Line<'static> {
    let text = summed_up(context.problems).unwrap_or_default();
    let text = format!(" {} {text}", if here { "▸" } else { " " });
    Line::styled(shortened(&text, width), context.theme.wrong)
}
