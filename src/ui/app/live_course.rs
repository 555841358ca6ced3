//! A course whose files change while it is open: every screen goes on with what the files say now.

use super::App;
use crate::course::Course;
use crate::course::finding::Finding;
use crate::course::live::CourseUpdate;
use crate::ui::context::Context;
use crate::ui::screens::Before;
use crate::ui::store_trouble::Trouble;

/// Most files that are named.
const NAMED: usize = 2;

impl App {
    pub(super) fn take_update(&mut self, update: CourseUpdate) {
        // Another course may have been opened meanwhile.
        if self.course.folder() != Some(&update.root) {
            return;
        }
        self.author_errors = Some(update.errors);
        let Some(course) = update.course else { return };
        let before = std::mem::replace(&mut self.course, course);
        self.reread_screens(&before);
        self.said = Some(reread(&update.changed));
    }

    /// What is wrong in the course, as far as it is known.
    pub(super) fn problems(&self) -> &[Finding] {
        self.author_errors.as_deref().unwrap_or_else(|| self.course.problems())
    }

    /// A screen whose lesson or scenario is gone goes too. Home stays.
    fn reread_screens(&mut self, before: &Course) {
        let mut kept = Vec::with_capacity(self.screens.len());
        for mut screen in std::mem::take(&mut self.screens) {
            let context = Context { wide: self.width(&screen), ..self.context() };
            match screen.reread(Before { course: before, store: &self.store }, &context, &self.opening()) {
                Ok(true) => kept.push(screen),
                Ok(false) => {}
                Err(error) => {
                    kept.push(screen);
                    self.trouble = Some(Trouble::reading(error));
                }
            }
        }
        self.screens = kept;
    }
}

/// "Reread: lessons/01-first.ron and 2 more."
fn reread(changed: &[String]) -> String {
    match changed.len().checked_sub(NAMED) {
        None | Some(0) => format!("Reread: {}.", changed.join(", ")),
        Some(more) => format!("Reread: {} and {more} more.", changed[..NAMED].join(", ")),
    }
}
