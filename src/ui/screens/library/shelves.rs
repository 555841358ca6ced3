//! What stands on each shelf.

use super::list::{List, NamedEntry};
use crate::course::Course;
use crate::course::markdown::plain;
use crate::course::model::Id;
use crate::course::uses::Thing;
use crate::ui::effect::LibrarySection;

/// The lists in the order of [`LibrarySection::ALL`].
pub(super) fn all(course: &Course) -> [List; 3] {
    LibrarySection::ALL.map(|shelf| match shelf {
        LibrarySection::Glossary => glossary(course),
        LibrarySection::References => references(course),
        LibrarySection::Cases => cases(course),
    })
}

/// The shelves that the course has something for; the glossary and the references are always there.
pub(super) fn in_use(course: &Course) -> Vec<LibrarySection> {
    LibrarySection::ALL.into_iter().filter(|s| *s != LibrarySection::Cases || !course.cases().is_empty()).collect()
}

/// The thing that `id` names on a shelf.
pub(super) fn thing(shelf: LibrarySection, id: &Id) -> Thing {
    match shelf {
        LibrarySection::Glossary => Thing::Term(id.clone()),
        LibrarySection::References => Thing::Work(id.clone()),
        LibrarySection::Cases => Thing::Case(id.clone()),
    }
}

/// What one thing on the shelf is called.
pub(super) fn one(shelf: LibrarySection) -> &'static str {
    match shelf {
        LibrarySection::Glossary => "term",
        LibrarySection::References => "work",
        LibrarySection::Cases => "case",
    }
}

fn glossary(course: &Course) -> List {
    let terms = course.lessons().flat_map(|l| &l.terms);
    List::by_name(terms.map(|t| NamedEntry::new(&t.id, plain(t.term.as_str()), String::new(), "")).collect())
}

fn references(course: &Course) -> List {
    let works = course.references().iter();
    List::by_name(
        works.map(|w| NamedEntry::new(&w.id, plain(w.short.as_str()), String::new(), w.full.as_str())).collect(),
    )
}

/// In the author's order, by the numbers of the map.
fn cases(course: &Course) -> List {
    let entry = |(n, case): (usize, &crate::course::model::Case)| {
        let also = format!("{} {} {}", case.place, case.years, case.class);
        let aside = plain(case.years.as_str());
        NamedEntry::new(&case.id, plain(case.title.as_str()), format!("{:>2} ", n + 1), &also).aside(aside)
    };
    List::new(course.cases().iter().enumerate().map(entry).collect())
}
