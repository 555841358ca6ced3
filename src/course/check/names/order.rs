//! The order of the lessons.

use std::collections::HashSet;

use super::Checker;
use crate::course::finding::Finding;
use crate::course::locate;
use crate::course::model::{Id, Standard};

impl Checker<'_> {
    /// Whether `id` is a bank that needs no lesson.
    fn is_bank_alone(&self, id: &Id) -> bool {
        self.survey.bank(id).is_some_and(|(_, bank)| self.survey.is_bank_alone(bank))
    }

    /// A course in a folder has an id of its own.
    pub(super) fn course_id(&mut self) {
        let course = self.survey.course;
        let Some(file) = self.survey.asset("assets/course.ron") else { return };
        if [".folder", ".added"].iter().any(|end| course.about().id.as_str().ends_with(end)) {
            let id = &course.about().id;
            let at = locate::token(file, None, &format!("\"{id}\""));
            let message = format!("`{id}` ends like the ids under which progress in a copy of a course is kept");
            self.found.push(Finding::warning("course-id", at, message).help("give this course an id of its own"));
        }
        if !course.claims_builtin_id() {
            return;
        }
        let is_checkout = crate::course::files::builtin()
            .iter()
            .all(|it| course.files().iter().any(|f| f.path == it.path && f.text == it.text));
        if !is_checkout {
            let id = &course.about().id;
            let message = format!(
                "`{id}` is the built-in course: progress in this one is kept separately, as `{}`",
                course.progress_id()
            );
            let at = locate::token(file, None, &format!("\"{id}\""));
            self.found.push(Finding::warning("course-id", at, message).help("give this course an id of its own"));
        }
    }

    /// The order of lessons in `assets/course.ron` names every lesson once.
    pub(super) fn order(&mut self) {
        let Some(file) = self.survey.asset("assets/course.ron") else { return };
        let about = self.survey.course.about();
        let mut named: HashSet<&Id> = HashSet::new();
        for id in &about.lessons {
            if !named.insert(id) {
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
                    &format!("{}write it in lessons/, or remove it from the list", self.meant_lesson(id)),
                );
            }
        }
        for (file, lesson) in &self.survey.lessons {
            if self.survey.standard() == Standard::Full && !named.contains(&lesson.id) {
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
