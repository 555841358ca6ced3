//! Finding one thing of a course by its id.

use std::collections::HashMap;

use super::Course;
use super::assemble::ShelvedScenario;
use super::model::{Card, Id, Question, Reference, Scenario, Section, Term};
use super::printed::Printed;

impl Course {
    /// A question and the lesson it belongs to.
    #[must_use]
    pub fn question(&self, id: &Id) -> Option<(&Id, &Question)> {
        let places = self.questions.get_or_init(|| self.question_places());
        let &(lesson, index) = places.get(id)?;
        Some((&self.outlines[lesson].id, self.bank_at(lesson)?.questions.get(index)?))
    }

    /// A question that learning asks: none that is kept for the placement test.
    #[must_use]
    pub fn practice_question(&self, id: &Id) -> Option<(&Id, &Question)> {
        self.question(id).filter(|(_, question)| !question.reserve)
    }

    fn question_places(&self) -> HashMap<Id, (usize, usize)> {
        let of = |lesson| {
            self.bank_at(lesson)
                .into_iter()
                .flat_map(move |b| b.questions.iter().enumerate().map(move |(i, q)| (q.id.clone(), (lesson, i))))
        };
        (0..self.banks.len()).flat_map(of).collect()
    }

    /// A card and the lesson it belongs to.
    #[must_use]
    pub fn card(&self, id: &Id) -> Option<(&Id, &Card)> {
        let lesson = self.outlines.iter().position(|o| o.cards.iter().any(|k| &k.card == id))?;
        let card = self.bank_at(lesson)?.cards.iter().find(|c| &c.id == id)?;
        Some((&self.outlines[lesson].id, card))
    }

    #[must_use]
    pub fn section(&self, lesson: &Id, section: &Id) -> Option<&Section> {
        self.lesson(lesson)?.sections.iter().find(|s| &s.id == section)
    }

    /// A term and the lesson that defines it.
    #[must_use]
    pub fn term(&self, id: &Id) -> Option<(&Id, &Term)> {
        self.lessons().find_map(|l| l.terms.iter().find(|t| &t.id == id).map(|t| (&l.id, t)))
    }

    #[must_use]
    pub fn reference(&self, id: &Id) -> Option<&Reference> {
        self.references().iter().find(|r| &r.id == id)
    }

    #[must_use]
    pub fn references(&self) -> &[Reference] {
        self.references.get().map_or(&[], Vec::as_slice)
    }

    /// Which questions print the answers of which others, as `find` sees it the first time it is asked for.
    pub fn printed(&self, find: impl FnOnce() -> Printed) -> &Printed {
        self.printed.get_or_init(find)
    }

    /// How a reference is named in running text; the id itself when it is unknown.
    #[must_use]
    pub fn short_name(&self, reference: &Id) -> String {
        self.reference(reference).map_or_else(|| reference.to_string(), |r| r.short.to_string())
    }

    /// The title of a lesson; its id when it is unknown.
    #[must_use]
    pub fn title(&self, lesson: &Id) -> String {
        self.outline(lesson).map_or_else(|| lesson.to_string(), |o| o.title.to_string())
    }

    /// A scenario from one of its sides, by that side's id.
    #[must_use]
    pub fn scenario(&self, id: &Id) -> Option<&Scenario> {
        self.shelved_scenario(id)?.sides().iter().find(|s| &s.id == id)
    }

    /// The scenario as it is written, with all its sides, by the id of one of them.
    #[must_use]
    pub fn whole_scenario(&self, id: &Id) -> Option<&Scenario> {
        self.shelved_scenario(id)?.written()
    }

    fn shelved_scenario(&self, id: &Id) -> Option<&ShelvedScenario> {
        let at = self.scenario_outlines.iter().position(|o| &o.id == id)?;
        // Sides of one case stand together, so each new case is the next file.
        let new = self.scenario_outlines[..=at].windows(2).filter(|pair| pair[0].case != pair[1].case);
        self.scenarios.get(new.count())
    }
}
