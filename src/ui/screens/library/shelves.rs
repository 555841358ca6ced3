//! What stands on each shelf.

use super::list::{Entry, List};
use crate::course::Course;
use crate::course::markdown::plain;
use crate::course::model::Id;
use crate::course::uses::Thing;
use crate::ui::effect::Shelf;

/// The lists in the order of [`Shelf::ALL`].
pub fn all(course: &Course) -> [List; 3] {
    Shelf::ALL.map(|shelf| match shelf {
        Shelf::Glossary => glossary(course),
        Shelf::References => references(course),
        Shelf::Cases => cases(course),
    })
}

/// The shelves that the course has something for; the glossary and the references are always there.
pub fn in_use(course: &Course) -> Vec<Shelf> {
    Shelf::ALL.into_iter().filter(|s| *s != Shelf::Cases || !course.cases().is_empty()).collect()
}

/// The thing that `id` names on a shelf.
pub fn thing(shelf: Shelf, id: &Id) -> Thing {
    match shelf {
        Shelf::Glossary => Thing::Term(id.clone()),
        Shelf::References => Thing::Work(id.clone()),
        Shelf::Cases => Thing::Case(id.clone()),
    }
}

/// What one thing on the shelf is called.
pub fn one(shelf: Shelf) -> &'static str {
    match shelf {
        Shelf::Glossary => "term",
        Shelf::References => "work",
        Shelf::Cases => "case",
    }
}

fn glossary(course: &Course) -> List {
    let terms = course.lessons().flat_map(|l| &l.terms);
    List::by_name(terms.map(|t| Entry::new(&t.id, plain(t.term.as_str()), String::new(), "")).collect())
}

fn references(course: &Course) -> List {
    let works = course.references().iter();
    List::by_name(works.map(|w| Entry::new(&w.id, plain(w.short.as_str()), String::new(), w.full.as_str())).collect())
}

/// In the author's order, by the numbers of the map.
fn cases(course: &Course) -> List {
    let entry = |(n, case): (usize, &crate::course::model::Case)| {
        let also = format!("{} {} {}", case.place, case.years, case.class);
        let aside = plain(case.years.as_str());
        Entry::new(&case.id, plain(case.title.as_str()), format!("{:>2} ", n + 1), &also).aside(aside)
    };
    List::new(course.cases().iter().enumerate().map(entry).collect())
}
