//! Where each term, work and case is used: every link of the course, read backwards. Only what is written as a link
//! counts; a name that merely occurs in a text does not.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Course;
use super::markdown::{self, Link};
use super::model::{Bank, Block, Detail, Drawing, Id, Lesson, Section, Text};
use super::texts::{block_cites, block_texts, card_texts, question_texts, scenario_texts};

/// What can be used somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Thing {
    Term(Id),
    Work(Id),
    Case(Id),
}

/// Where a thing is used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    /// By the positions of lesson and section, from 0: in the order of reading.
    pub sections: BTreeMap<(usize, usize), InSection>,
    /// Terms whose meaning uses it.
    pub terms: Vec<Id>,
    pub cases: Vec<Id>,
    pub scenarios: Vec<Id>,
    /// Spokes of the wheel, from 1.
    pub spokes: Vec<u8>,
}

/// Uses in a section, and in the cards and questions on what it teaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InSection {
    /// Whether the section itself uses it.
    pub read: bool,
    pub cards: usize,
    pub questions: usize,
}

/// The uses of everything.
#[derive(Debug, Default)]
pub struct Index {
    uses: HashMap<Thing, Uses>,
}

impl Index {
    /// Reads every text of `course`.
    #[must_use]
    pub fn of(course: &Course) -> Self {
        let mut index = Self::default();
        for (no, lesson) in
            course.outlines().iter().enumerate().filter_map(|(no, o)| course.lesson(&o.id).map(|l| (no, l)))
        {
            index.lesson(no, lesson);
            if let Some(bank) = course.bank(&lesson.id) {
                index.bank(no, lesson, bank);
            }
        }
        for case in course.cases() {
            index.add(things([&case.class, &case.summary], &case.cite), |uses| uses.cases.push(case.id.clone()));
        }
        for scenario in course.scenarios() {
            let texts = scenario_texts(scenario).into_iter().flat_map(|(_, texts)| texts);
            index.add(things(texts, &[]), |uses| uses.scenarios.push(scenario.id.clone()));
        }
        for (spoke, no) in course.wheel().into_iter().flat_map(|(_, spokes)| spokes).zip(1..) {
            let texts = spoke.phrase.iter().chain(spoke.details.iter().map(|Detail(_, text)| text));
            index.add(things(texts, &spoke.cite), |uses| uses.spokes.push(no));
        }
        index
    }

    /// Where `thing` is used; `None` when it is used nowhere.
    #[must_use]
    pub fn get(&self, thing: &Thing) -> Option<&Uses> {
        self.uses.get(thing)
    }

    fn add(&mut self, things: HashSet<Thing>, mut add: impl FnMut(&mut Uses)) {
        for thing in things {
            add(self.uses.entry(thing).or_default());
        }
    }

    fn lesson(&mut self, no: usize, lesson: &Lesson) {
        for (at, section) in lesson.sections.iter().enumerate() {
            self.add(in_section(section), |uses| uses.sections.entry((no, at)).or_default().read = true);
        }
        for term in &lesson.terms {
            let mut used = things([&term.meaning], &term.cite);
            used.remove(&Thing::Term(term.id.clone()));
            self.add(used, |uses| uses.terms.push(term.id.clone()));
        }
    }

    /// A card or question is used where its answer is taught.
    fn bank(&mut self, no: usize, lesson: &Lesson, bank: &Bank) {
        let place = |section: &Option<Id>| {
            lesson.sections.iter().position(|s| Some(&s.id) == section.as_ref()).map(|at| (no, at))
        };
        for card in &bank.cards {
            let Some(place) = place(&card.section) else { continue };
            self.add(things(card_texts(card), &card.cite), |uses| uses.sections.entry(place).or_default().cards += 1);
        }
        for question in bank.questions.iter().filter(|q| !q.reserve) {
            let Some(place) = place(&question.section) else { continue };
            self.add(things(question_texts(question), &question.cite), |uses| {
                uses.sections.entry(place).or_default().questions += 1;
            });
        }
    }
}

impl Uses {
    /// Cards in all sections.
    #[must_use]
    pub fn cards(&self) -> usize {
        self.sections.values().map(|s| s.cards).sum()
    }

    /// Questions in all sections.
    #[must_use]
    pub fn questions(&self) -> usize {
        self.sections.values().map(|s| s.questions).sum()
    }
}

fn in_section(section: &Section) -> HashSet<Thing> {
    let of = |block: &Block| {
        let mut used = things(block_texts(block), block_cites(block));
        if let Block::Figure(figure) = block
            && let Drawing::Map(cases) = &figure.drawing
        {
            used.extend(cases.iter().cloned().map(Thing::Case));
        }
        used
    };
    section.body.iter().flat_map(of).collect()
}

/// What `texts` link and `works` name, each once.
fn things<'a>(texts: impl IntoIterator<Item = &'a Text>, works: &[Id]) -> HashSet<Thing> {
    let linked = texts
        .into_iter()
        .filter(|t| t.as_str().contains('['))
        .flat_map(|t| markdown::links(t.as_str()))
        .filter_map(named);
    linked.chain(works.iter().cloned().map(Thing::Work)).collect()
}

fn named(link: Link) -> Option<Thing> {
    match link {
        Link::Term(id) => Id::new(id).ok().map(Thing::Term),
        Link::Reference(id) => Id::new(id).ok().map(Thing::Work),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn course() -> Course {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/course");
        Course::open(&root).unwrap_or_else(|e| panic!("{e}"))
    }

    fn id(id: &str) -> Id {
        Id::new(id).unwrap()
    }

    #[test]
    fn a_term_is_used_where_it_is_linked() {
        let course = course();
        let uses = course.uses().get(&Thing::Term(id("pilot"))).unwrap();
        assert!(uses.sections[&(0, 0)].read);
        assert!(uses.terms.is_empty(), "not by its own meaning");
    }

    #[test]
    fn a_work_is_used_in_texts_tables_figures_terms_cases_and_spokes() {
        let course = course();
        let uses = |work| course.uses().get(&Thing::Work(id(work))).unwrap();
        let places: Vec<_> = uses("keel-1995").sections.iter().filter(|(_, s)| s.read).map(|(p, _)| *p).collect();
        assert_eq!(places, [(0, 0), (0, 1), (1, 4)], "a table, a disagreement, a flow");
        assert_eq!(uses("keel-1995").cases, [id("strait")]);
        assert_eq!(uses("harbour-1990").terms, [id("pilot")]);
        assert_eq!(uses("harbour-1990").spokes, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
        assert!(uses("harbour-1990").questions() > 0);
    }

    #[test]
    fn a_case_is_used_on_a_map_and_not_by_its_works() {
        let course = course();
        let uses = course.uses().get(&Thing::Case(id("sound"))).unwrap();
        assert_eq!(uses.sections.keys().collect::<Vec<_>>(), [&(1, 3)]);
    }

    #[test]
    fn what_is_not_used_is_not_there() {
        assert_eq!(course().uses().get(&Thing::Work(id("nobody-2001"))), None);
    }
}
