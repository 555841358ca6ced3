//! Ids that are given once.

use std::collections::HashMap;

use super::Checker;
use crate::course::files::File;
use crate::course::locate;
use crate::course::model::Id;

impl Checker<'_> {
    /// Ids are unique in the course: lessons, terms, cards and questions each among themselves.
    pub(super) fn unique(&mut self) {
        let lessons = self.survey.lessons.iter().map(|(f, l)| (*f, &l.id)).collect();
        self.unique_among("lesson", lessons);
        let terms = self.survey.lessons.iter().flat_map(|(f, l)| l.terms.iter().map(|t| (*f, &t.id))).collect();
        self.unique_among("term", terms);
        let cards = self.survey.banks.iter().flat_map(|(f, b)| b.cards.iter().map(|c| (*f, &c.id))).collect();
        self.unique_among("card", cards);
        let questions = self.survey.banks.iter().flat_map(|(f, b)| b.questions.iter().map(|q| (*f, &q.id))).collect();
        self.unique_among("question", questions);
        let scenarios = self.survey.scenarios.iter().map(|(f, s)| (*f, &s.id)).collect();
        self.unique_among("scenario", scenarios);
        for (file, lesson) in &self.survey.lessons {
            self.unique_among("section", lesson.sections.iter().map(|s| (*file, &s.id)).collect());
            self.unique_among("objective", lesson.objectives.iter().map(|o| (*file, &o.id)).collect());
        }
        for name in ["references", "cases"] {
            let Some(file) = self.survey.asset(&format!("assets/{name}.ron")) else { continue };
            let course = self.survey.course;
            let ids: Vec<&Id> = if name == "cases" {
                course.cases().iter().map(|c| &c.id).collect()
            } else {
                course.references().iter().map(|r| &r.id).collect()
            };
            self.unique_among(name, ids.into_iter().map(|id| (file, id)).collect());
        }
    }

    pub(super) fn unique_among(&mut self, what: &str, ids: Vec<(&File, &Id)>) {
        let mut seen: HashMap<&Id, &str> = HashMap::new();
        for (file, id) in ids {
            if let Some(first) = seen.insert(id, file.named()) {
                let at = locate::last_item(file, id);
                self.error(
                    "unique",
                    at,
                    format!("the {what} id `{id}` is used twice (also in {first})"),
                    "give this one its own id; ids are never reused",
                );
            }
        }
    }
}
