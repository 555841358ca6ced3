//! Ids that the course gave up: nothing may bear them again.

use std::collections::HashSet;

use super::Checker;
use crate::course::files::File;
use crate::course::model::Id;
use crate::course::{check::survey::Survey, locate};

impl Checker<'_> {
    pub(super) fn retired(&mut self) {
        let Some(course_file) = self.survey.asset("assets/course.ron") else { return };
        let retired = &self.survey.course.about().retired;
        let gone: HashSet<&Id> = retired.iter().collect();
        for (file, id) in borne(self.survey).into_iter().filter(|(_, id)| gone.contains(id)) {
            self.error(
                "retired",
                locate::item(file, id),
                format!("`{id}` is a retired id: the history of a removed item would pass to this one"),
                "give this item its own id, or remove the id from `retired` if it is the same item again",
            );
        }
        let mut seen: HashSet<&Id> = HashSet::new();
        for id in retired.iter().filter(|id| !seen.insert(id)) {
            let at = locate::token(course_file, None, &format!("\"{id}\""));
            self.error("retired", at, format!("`{id}` is retired twice"), "keep one");
        }
    }
}

/// Everything with a history of its own, and its file.
fn borne<'a>(survey: &'a Survey<'_>) -> Vec<(&'a File, &'a Id)> {
    let lessons = survey.lessons.iter().map(|(f, l)| (*f, &l.id));
    let cards = survey.banks.iter().flat_map(|(f, b)| b.cards.iter().map(|c| (*f, &c.id)));
    let questions = survey.banks.iter().flat_map(|(f, b)| b.questions.iter().map(|q| (*f, &q.id)));
    let scenarios = survey.scenarios.iter().map(|(f, s)| (*f, &s.id));
    lessons.chain(cards).chain(questions).chain(scenarios).collect()
}
