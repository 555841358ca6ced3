//! The list of classes as lines.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{ClassList, ClassTask};
use crate::course::wording::count;
use crate::ui::context::Context;
use crate::ui::frame::Header;
use crate::ui::screens::field::Field;
use crate::ui::screens::listing::{Listing, wrapped};

impl ClassList {
    pub fn header(&self, context: &Context<'_>) -> Header {
        let theme = context.theme;
        let number = count(self.classes.len(), "class");
        Header { place: vec![Span::styled("Classes", theme.strong)], progress: vec![Span::styled(number, theme.dim)] }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let theme = context.theme;
        let mut drawn = Listing::default();
        if self.classes.is_empty() {
            let nothing = "No class yet. i reads one from a list that a school program or a spreadsheet wrote; n makes an \
                           empty one.";
            drawn.lines.extend(wrapped(nothing, theme.dim, context));
        }
        for (at, class) in self.classes.iter().enumerate() {
            let here = at == self.cursor;
            let (mark, style) = if here { ("▸", theme.focus) } else { (" ", theme.text) };
            let people = count(class.what.pupils.len(), "person");
            let line = vec![
                Span::styled(format!(" {mark} {}", class.name), style),
                Span::styled(format!("   {people}"), theme.dim),
            ];
            drawn.push(Line::from(line), here);
        }
        self.draw_task(&mut drawn, context);
        drawn.draw(frame, area, self.notice.as_ref(), context);
    }

    fn draw_task(&self, drawn: &mut Listing, context: &Context<'_>) {
        let name = self.here().map(|class| class.name.to_string()).unwrap_or_default();
        match &self.task {
            ClassTask::Looking => {}
            ClassTask::Creating(field) => drawn.ask("What is the new class called? ", "", field, context),
            ClassTask::Renaming(field) => drawn.ask(&format!("What is {name} called now? "), "", field, context),
            ClassTask::Erasing(field) => {
                let goes = format!(
                    "This erases {name} for good: its list, its sheets, its people's names in drills, and backups of the \
                     database that ninetracks made."
                );
                drawn.lines.push(Line::default());
                drawn.lines.extend(wrapped(&goes, context.theme.wrong, context));
                drawn.ask("Type yes to erase it: ", "", field, context);
            }
            ClassTask::Importing(import) => {
                let (question, example) = import.question();
                drawn.ask(question, &example, import.field(), context);
            }
        }
    }
}

/// Fewest columns of a line that is typed beside its question.
const LEAST_TYPED: usize = 24;

impl Listing {
    /// A line in which the answer to `question` is typed, with an `example` until then; below the question where that is long.
    pub(in crate::ui::screens) fn ask(&mut self, question: &str, example: &str, field: &Field, context: &Context<'_>) {
        self.lines.push(Line::default());
        let mut question = format!("   {question}");
        let width = context.width();
        if question.width() + LEAST_TYPED > width {
            self.lines.extend(wrapped(question.trim(), context.theme.text, context));
            "   ".clone_into(&mut question);
        }
        let before = question.width();
        let (text, column) = field.draw(example, width.saturating_sub(before + 1), context.theme);
        self.caret = Some((self.lines.len(), before + column));
        self.push(Line::from([vec![Span::styled(question, context.theme.text)], text].concat()), true);
    }
}
