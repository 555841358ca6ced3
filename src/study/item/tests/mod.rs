//! Items of the fixture course, one of each kind.

mod grading;
mod reading;
mod showing;
mod storing;

use std::path::Path;
use std::sync::LazyLock;

use super::*;
use crate::course::Course;

static COURSE: LazyLock<Course> =
    LazyLock::new(|| Course::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/course")).unwrap());

/// The fixture's first question of a kind, in the author's order.
fn written(kind: Kind) -> Item {
    let bank = COURSE.banks().next().unwrap();
    let question = bank.questions.iter().find(|q| q.ask.kind() == kind).unwrap();
    Item::written(&COURSE, &bank.lesson, question)
}

/// The same, what is shown turned round.
fn turned(kind: Kind) -> Item {
    backwards(written(kind))
}

/// `item` with what is shown turned round, but for true and false.
pub(crate) fn backwards(item: Item) -> Item {
    match item.form.pool() {
        OptionSet::Own | OptionSet::Shared(_) => Item { order: (0..item.form.places()).rev().collect(), ..item },
        OptionSet::Truth => item,
    }
}

fn revealed(item: &Item, response: &Response) -> Revealed {
    Revealed::new(&COURSE, item, &Key::Author, Some(response))
}
