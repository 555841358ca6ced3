//! Every name leads somewhere: ids are unique; every reference, term, objective, section, question, case and fact named exists.

mod known;
mod order;
mod retired;
mod schemes;
mod texts;
mod unique;

use std::collections::HashSet;

use self::known::Names;
use super::survey::{Survey, place};
use crate::course::files::File;
use crate::course::finding::{Finding, Location};
use crate::course::model::{Bank, Block, Card, Drawing, Id, Lesson, Question, Scenario};
use crate::course::texts::{block_cites, block_texts, card_texts, note_texts, question_texts, scenario_texts};
use crate::course::{locate, suggestion};

pub(super) fn check(survey: &Survey<'_>) -> Vec<Finding> {
    let mut checker = Checker { names: Names::of(survey), survey, found: Vec::new() };
    checker.order();
    checker.course_id();
    checker.unique();
    checker.retired();
    for (file, lesson) in &survey.lessons {
        checker.lesson(file, lesson);
    }
    for (file, bank) in &survey.banks {
        checker.bank(file, bank);
    }
    for (file, scenario) in &survey.scenarios {
        checker.scenario(file, scenario);
    }
    for (file, scenario) in &survey.whole_scenarios {
        checker.whole_scenario(file, scenario);
    }
    checker.assets();
    checker.found
}

struct Checker<'a> {
    survey: &'a Survey<'a>,
    names: Names<'a>,
    found: Vec<Finding>,
}

impl Checker<'_> {
    fn error(&mut self, rule: &'static str, place: Location, message: String, help: &str) {
        self.found.push(Finding::error(rule, place, message).help(help));
    }

    /// What is written once for all sides, and that no scene, choice or ending of one side has the id of another's.
    fn whole_scenario(&mut self, file: &File, scenario: &Scenario) {
        if let Some(note) = &scenario.note {
            self.texts(file, &scenario.id, note_texts(note));
            self.cites(file, &scenario.id, &note.cite);
        }
        let sides = scenario.played();
        let scenes = || sides.iter().flat_map(|s| &s.scenes);
        let stops = scenes().map(|s| &s.id).chain(sides.iter().flat_map(|s| &s.endings).map(|e| &e.id));
        let choices = scenes().flat_map(|s| &s.choices).map(|c| &c.id);
        self.unique_among("scene, choice or ending", stops.chain(choices).map(|id| (file, id)).collect());
    }

    /// What a side of a scenario names outside itself.
    fn scenario(&mut self, file: &File, scenario: &Scenario) {
        if self.survey.lesson(&scenario.lesson).is_none() {
            let at = place(file, &scenario.id, &format!("\"{}\"", scenario.lesson));
            self.error(
                "lesson",
                at,
                format!("there is no lesson `{}`", scenario.lesson),
                &format!("{}name the lesson it belongs to", self.meant_lesson(&scenario.lesson)),
            );
        }
        for (item, texts) in scenario_texts(scenario) {
            self.texts(file, item, texts);
        }
        self.unique_among("meter", scenario.meters.iter().map(|m| (file, &m.id)).collect());
    }

    fn lesson(&mut self, file: &File, lesson: &Lesson) {
        for needed in &lesson.requires {
            if self.survey.lesson(needed).is_none() {
                self.error(
                    "lesson",
                    place(file, &lesson.id, &format!("\"{needed}\"")),
                    format!("there is no lesson `{needed}`"),
                    &format!("{}name an existing lesson, or remove it", self.meant_lesson(needed)),
                );
            }
        }
        for section in &lesson.sections {
            self.facts(file, &section.id, &section.facts);
            for block in &section.body {
                self.texts(file, &section.id, block_texts(block));
                self.cites(file, &section.id, block_cites(block));
                self.block(file, lesson, &section.id, block);
            }
        }
        self.wheels(file, lesson);
        for term in &lesson.terms {
            self.texts(file, &term.id, vec![&term.meaning]);
            self.cites(file, &term.id, &term.cite);
        }
    }

    fn block(&mut self, file: &File, lesson: &Lesson, section: &Id, block: &Block) {
        match block {
            Block::Recall(question) => self.recall(file, lesson, section, question),
            Block::Figure(figure) => {
                let Drawing::Map(cases) = &figure.drawing else { return };
                for case in cases.iter().filter(|c| !self.names.cases.contains(c.as_str())).cloned().collect::<Vec<_>>()
                {
                    self.error(
                        "case",
                        place(file, section, &format!("\"{case}\"")),
                        format!("there is no case `{case}`"),
                        &format!("{}name a case of assets/cases.ron", meant(case.as_str(), &self.names.cases)),
                    );
                }
            }
            _ => {}
        }
    }

    fn recall(&mut self, file: &File, lesson: &Lesson, section: &Id, question: &Id) {
        let at = || place(file, section, &format!("\"{question}\""));
        if !self.names.questions.contains(question.as_str()) {
            self.error(
                "recall",
                at(),
                format!("there is no question `{question}`"),
                &format!("{}name a question of this lesson's bank", meant(question.as_str(), &self.names.questions)),
            );
            return;
        }
        let bank = self.survey.bank(&lesson.id).map_or(&[][..], |(_, bank)| &bank.questions);
        match bank.iter().find(|q| &q.id == question) {
            // Whose bank names no lesson is told there.
            None if self.names.strayed.contains(question.as_str()) => {}
            None => self.error(
                "recall",
                at(),
                format!("the question `{question}` belongs to another lesson"),
                "name a question of this lesson's bank",
            ),
            Some(asked) if asked.reserve => self.error(
                "recall",
                at(),
                format!("the question `{question}` is kept for the placement test"),
                "name another question, or leave out `reserve` there",
            ),
            Some(_) => {}
        }
    }

    fn bank(&mut self, file: &File, bank: &Bank) {
        let Some(lesson) = self.survey.lesson(&bank.lesson) else {
            if self.survey.is_bank_alone(bank) {
                return self.alone(file, bank);
            }
            self.error(
                "lesson",
                locate::token(file, None, &format!("\"{}\"", bank.lesson)),
                format!("there is no lesson `{}` that can be read", bank.lesson),
                &format!("{}a bank names the id of its lesson", self.meant_lesson(&bank.lesson)),
            );
            return;
        };
        for card in &bank.cards {
            self.section(file, lesson, &card.id, card.section.as_ref());
            self.card(file, card);
        }
        for question in &bank.questions {
            self.section(file, lesson, &question.id, question.section.as_ref());
            self.question(file, question);
            if let Some(objective) = &question.objective
                && !lesson.objectives.iter().any(|o| &o.id == objective)
                && !self.survey.is_cut_short(&lesson.id)
            {
                let named: Vec<&str> = lesson.objectives.iter().map(|o| o.id.as_str()).collect();
                let at = place(file, &question.id, &format!("\"{objective}\""));
                self.error(
                    "objective",
                    at,
                    format!("lesson `{}` has no objective `{objective}`", lesson.id),
                    &format!(
                        "{}its objectives are: {}",
                        suggestion::meant(objective.as_str(), named.iter().copied()),
                        named.join(", ")
                    ),
                );
            }
        }
    }

    /// A bank without a lesson: its items name neither section nor objective.
    fn alone(&mut self, file: &File, bank: &Bank) {
        for card in &bank.cards {
            self.nowhere(file, &card.id, "section", card.section.as_ref());
            self.card(file, card);
        }
        for question in &bank.questions {
            self.nowhere(file, &question.id, "section", question.section.as_ref());
            self.nowhere(file, &question.id, "objective", question.objective.as_ref());
            self.question(file, question);
        }
    }

    fn nowhere(&mut self, file: &File, item: &Id, what: &'static str, named: Option<&Id>) {
        let Some(named) = named else { return };
        let at = place(file, item, &format!("\"{named}\""));
        self.error(
            what,
            at,
            format!("there is no {what} `{named}`, since this bank has no lesson"),
            "remove it, or write the lesson in lessons/",
        );
    }

    fn card(&mut self, file: &File, card: &Card) {
        self.facts(file, &card.id, &card.facts);
        self.cites(file, &card.id, &card.cite);
        self.texts(file, &card.id, card_texts(card));
        self.answers(file, &card.id, &card.answers);
    }

    fn question(&mut self, file: &File, question: &Question) {
        self.facts(file, &question.id, &question.facts);
        self.cites(file, &question.id, &question.cite);
        self.texts(file, &question.id, question_texts(question));
        self.answers(file, &question.id, &question.answers);
        self.classes(file, question);
    }

    /// Items whose answers this one shows: they exist, and it is none of them.
    fn answers(&mut self, file: &File, item: &Id, answers: &[Id]) {
        for id in answers.iter().filter(|id| *id == item || !self.names.items.contains(id.as_str())).collect::<Vec<_>>()
        {
            let others = self.names.items.iter().copied().filter(|known| *known != item.as_str());
            let help =
                format!("{}name the cards or questions whose answers it shows", suggestion::meant(id.as_str(), others));
            let at = place(file, item, &format!("\"{id}\""));
            let message = if id == item {
                format!("`{id}` cannot give its own answer away")
            } else {
                format!("there is no card or question `{id}`")
            };
            self.error("answers", at, message, &help);
        }
    }

    fn section(&mut self, file: &File, lesson: &Lesson, item: &Id, section: Option<&Id>) {
        if let Some(section) = section
            && !lesson.sections.iter().any(|s| &s.id == section)
            && !self.survey.is_cut_short(&lesson.id)
        {
            let named: Vec<&str> = lesson.sections.iter().map(|s| s.id.as_str()).collect();
            let at = place(file, item, &format!("\"{section}\""));
            self.error(
                "section",
                at,
                format!("lesson `{}` has no section `{section}`", lesson.id),
                &format!(
                    "{}its sections are: {}",
                    suggestion::meant(section.as_str(), named.iter().copied()),
                    named.join(", ")
                ),
            );
        }
    }

    fn facts(&mut self, file: &File, item: &Id, facts: &[Id]) {
        for fact in facts.iter().filter(|f| !self.names.facts.contains(f.as_str())).cloned().collect::<Vec<_>>() {
            self.error(
                "fact",
                place(file, item, &format!("\"{fact}\"")),
                format!("there is no fact `{fact}`"),
                &if self.survey.asset("assets/facts.ron").is_some() {
                    format!("{}name a fact of assets/facts.ron", meant(fact.as_str(), &self.names.facts))
                } else {
                    "write the facts in assets/facts.ron, or remove `facts`".to_owned()
                },
            );
        }
    }

    /// The lesson that was meant by one that is not there, as the beginning of a remedy.
    fn meant_lesson(&self, named: &Id) -> String {
        suggestion::meant(named.as_str(), self.survey.lessons.iter().map(|(_, lesson)| lesson.id.as_str()))
    }

    fn assets(&mut self) {
        let cited: Vec<(&str, &Id, &[Id])> =
            self.survey.course.cases().iter().map(|c| ("assets/cases.ron", &c.id, c.cite.as_slice())).collect();
        for (path, id, cites) in cited {
            if let Some(file) = self.survey.asset(path) {
                self.cites(file, id, cites);
            }
        }
        self.schemes();
    }
}

/// What was meant by a name that is not among `known`, as the beginning of a remedy.
fn meant(named: &str, known: &HashSet<&str>) -> String {
    let mut sorted: Vec<&str> = known.iter().copied().collect();
    sorted.sort_unstable();
    suggestion::meant(named, sorted.into_iter())
}
