//! The questions that are chosen, as lines: the key stays hidden.

use ratatui::text::{Line, Span};

use super::form::ChosenPlan;
use super::question_picker::{PickerRow, QuestionPicker};
use crate::course::markdown::plain;
use crate::course::model::Id;
use crate::course::wording::count;
use crate::study::quiz::{Mode, Paper, PaperSpec};
use crate::ui::context::Context;
use crate::ui::frame::{fitted, shortened};
use crate::ui::screens::listing::{Listing, indented};

/// Columns before the values of the filter.
const NAMES: usize = 14;

impl QuestionPicker {
    pub(super) fn draw(&self, form: &ChosenPlan, context: &Context<'_>) -> Listing {
        let theme = context.theme;
        let (rows, pinned) = (self.rows(form, context.course), self.choosing(form).pinned);
        let asked = rows.iter().filter(|row| matches!(row, PickerRow::Asked(..))).count();
        let mut drawn = Listing::default();
        let mut is_listed = false;
        for (at, row) in rows.iter().enumerate() {
            let here = at == self.cursor;
            if !is_listed && !matches!(row, PickerRow::Filter(_)) {
                is_listed = true;
                drawn.lines.extend([Line::default(), said(asked, &pinned, context), Line::default()]);
            }
            drawn.push(self.line(row, here, &pinned, context), here);
            if let (true, true, PickerRow::Asked(_, id) | PickerRow::LeftOut(id)) = (here, self.is_open, row) {
                drawn.lines.extend(preview(form, id, context));
            }
        }
        if asked == 0 {
            drawn.lines.extend([Line::default(), Line::styled("   No question is like that.", theme.dim)]);
        }
        drawn
    }

    fn line(&self, row: &PickerRow, here: bool, pinned: &[Id], context: &Context<'_>) -> Line<'static> {
        let theme = context.theme;
        let (mark, style) = if here { ("▸", theme.focus) } else { (" ", theme.text) };
        match row {
            PickerRow::Filter(filter) => {
                let value = shortened(&filter.value(&self.filter, context.course), context.width() - NAMES - 1);
                let name = format!(" {mark} {:<pad$}", filter.name(), pad = NAMES - 3);
                Line::from(vec![Span::styled(name, style), Span::styled(value, style)])
            }
            PickerRow::Asked(at, id) => {
                let sign = if pinned.contains(id) { "■" } else { "□" };
                question(format!(" {mark} {:>3} {sign} ", at + 1), id, style, context)
            }
            PickerRow::LeftOut(id) => question(format!(" {mark}   – "), id, theme.dim, context),
        }
    }
}

fn said(asked: usize, pinned: &[Id], context: &Context<'_>) -> Line<'static> {
    let pinned = match pinned.len() {
        0 => "drawn by chance".to_owned(),
        n if n >= asked => "all pinned".to_owned(),
        n => format!("{n} pinned, the others drawn"),
    };
    Line::styled(format!("   {}, {pinned}.", count(asked, "question")), context.theme.dim)
}

/// The stem as far as it goes, and what sort of question it is.
fn question(front: String, id: &Id, style: ratatui::style::Style, context: &Context<'_>) -> Line<'static> {
    let Some((lesson, question)) = context.course.question(id) else {
        return Line::styled(format!("{front}{id}: no longer in the course"), context.theme.dim);
    };
    let about = format!("  {}, lesson {}", question.ask.kind().name(), context.course.number(lesson));
    let room = context.width().saturating_sub(front.chars().count() + about.chars().count());
    let stem = shortened(&plain(question.stem.as_str()), room);
    fitted(vec![Span::styled(format!("{front}{stem}"), style), Span::styled(about, context.theme.dim)], context.width())
}

/// The question as it will be seen before anybody answers.
fn preview(form: &ChosenPlan, id: &Id, context: &Context<'_>) -> Vec<Line<'static>> {
    let spec = PaperSpec {
        lessons: Vec::new(),
        length: 1,
        seed: form.questions.seed.unwrap_or_default(),
        mode: Mode::Practice,
        limit_s: None,
        only: vec![id.clone()],
    };
    let Some(item) = Paper::draw(context.course, spec).items.pop() else { return Vec::new() };
    let mut lines = indented(9, &plain(item.stem.as_str()), context.theme.text, context);
    for option in item.option_lines() {
        lines.extend(indented(9, &option, context.theme.text, context));
    }
    lines.push(Line::default());
    lines
}
