//! The order of the lessons.

use super::Checker;
use crate::course::locate;
use crate::course::model::{Id, Standard};

impl Checker<'_> {
    /// Whether `id` is a bank that needs no lesson.
    fn is_bank_alone(&self, id: &Id) -> bool {
        self.survey.standard() == Standard::Plain && self.survey.bank(id).is_some()
    }

    /// The order of lessons in `assets/course.ron` names every lesson once.
    pub(super) fn order(&mut self) {
        let Some(file) = self.survey.asset("assets/course.ron") else { return };
        let about = self.survey.course.about();
        for (i, id) in about.lessons.iter().enumerate() {
            if about.lessons[..i].contains(id) {
                self.error(
                    "unique",
                    locate::token(file, None, &format!("\"{id}\"")),
                    format!("lesson `{id}` is named twice"),
                    "keep one",
                );
            }
            if self.survey.lesson(id).is_none() && !self.is_bank_alone(id) {
                let at = locate::token(file, None, &format!("\"{id}\""));
                self.error(
                    "lesson",
                    at,
                    format!("there is no lesson `{id}` that can be read"),
                    "write it in lessons/, or remove it from the list",
                );
            }
        }
        for (file, lesson) in &self.survey.lessons {
            if self.survey.standard() == Standard::Full && !about.lessons.contains(&lesson.id) {
                self.error(
                    "lesson",
                    locate::item(file, &lesson.id),
                    format!("lesson `{}` is not listed in the course", lesson.id),
                    "add its id to `lessons` in assets/course.ron",
                );
            }
        }
    }
}
