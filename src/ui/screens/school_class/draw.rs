//! A class as lines.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{ClassPeople, PeopleTask};
use crate::course::wording::count;
use crate::study::class::{Pupil, PupilResult};
use crate::ui::context::Context;
use crate::ui::frame::{Header, fitted, shortened};
use crate::ui::screens::listing::{Listing, indented, wrapped};

/// Columns before what a pupil did.
const NAME_COLUMNS: usize = 34;

impl ClassPeople {
    pub fn header(&self, context: &Context<'_>) -> Header {
        let theme = context.theme;
        let place =
            vec![Span::styled("Class", theme.strong), Span::styled(format!(" · {}", self.class.name), theme.text)];
        let people = count(self.class.pupils.len(), "person");
        Header { place, progress: vec![Span::styled(people, theme.dim)] }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let theme = context.theme;
        let mut drawn = Listing::default();
        if self.class.pupils.is_empty() {
            drawn.lines.extend(wrapped("Nobody is in this class yet: a adds somebody.", theme.dim, context));
        }
        for (at, pupil) in self.class.pupils.iter().enumerate() {
            let here = at == self.cursor;
            drawn.push(self.line((at + 1, pupil), here, context), here);
            if here && self.is_open {
                drawn.lines.extend(self.results(context));
            }
        }
        self.draw_task(&mut drawn, context);
        drawn.draw(frame, area, self.notice.as_ref(), context);
    }

    fn line(&self, (number, pupil): (usize, &Pupil), here: bool, context: &Context<'_>) -> Line<'static> {
        let theme = context.theme;
        let (mark, style) = if here { ("▸", theme.focus) } else { (" ", theme.text) };
        let name = shortened(pupil.name.as_str(), NAME_COLUMNS - 2);
        let pad = " ".repeat(NAME_COLUMNS.saturating_sub(name.width()));
        let done = self.histories.iter().find(|history| history.name == pupil.name).map_or(0, |h| h.results.len());
        let done = if done == 0 { String::new() } else { count(done, "result") };
        let needs = pupil.needs.words();
        let apart = if done.is_empty() || needs.is_empty() { "" } else { "   " };
        let said = Span::styled(format!("{done}{apart}{needs}"), theme.dim);
        fitted(vec![Span::styled(format!(" {mark} {number:>3}  {name}{pad}"), style), said], context.width())
    }

    /// What the pupil under the cursor did, the latest first.
    fn results(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        let results = self.history().map(|history| history.results.as_slice()).unwrap_or_default();
        if results.is_empty() {
            return indented(6, "No drill or paper yet.", context.theme.dim, context);
        }
        let line = |result: &PupilResult| {
            let date = result.at.to_zoned(context.clock.zone.clone()).strftime("%-d %B %Y").to_string();
            indented(6, &format!("{date}: {}", result.words()), context.theme.text, context)
        };
        results.iter().rev().flat_map(line).collect()
    }

    fn draw_task(&self, drawn: &mut Listing, context: &Context<'_>) {
        let name = self.here().map(|pupil| pupil.name.to_string()).unwrap_or_default();
        match &self.task {
            PeopleTask::Looking => {}
            PeopleTask::Adding(field) => drawn.ask("Who is added? ", "", field, context),
            PeopleTask::Renaming(field) => drawn.ask(&format!("What is {name} called now? "), "", field, context),
            PeopleTask::Erasing(field) => {
                let goes = format!(
                    "This erases {name} for good: the sheets, the name in every class, drill and saved team, and backups \
                     of the database that ninetracks made."
                );
                drawn.lines.push(Line::default());
                drawn.lines.extend(wrapped(&goes, context.theme.wrong, context));
                drawn.ask("Type yes to erase it: ", "", field, context);
            }
        }
    }
}
