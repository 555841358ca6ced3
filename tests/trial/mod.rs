//! What is done with anything that comes from outside, and what must hold then. Fuzz targets (`fuzz/`) call these with
//! what a fuzzer thinks of, tests with the corpora and with mutated courses.

pub mod course;
pub mod drill_log;
pub mod lines;
pub mod typed_answers;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use ninetracks::course::Course;
use ninetracks::store::{Learner, Store};

/// The small course with one of everything.
pub static FIXTURE: LazyLock<Course> = LazyLock::new(|| Course::open(&top().join("tests/fixtures/course")).unwrap());

/// The top of the repository: this is compiled there, and in `fuzz/`.
pub fn top() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    if here.ends_with("fuzz") { here.join("..") } else { here.to_owned() }
}

/// Progress in memory.
pub fn store(course: &Course) -> Store {
    Store::in_memory(learner(course)).unwrap()
}

pub fn learner(course: &Course) -> Learner {
    Learner { profile: "default".into(), course: course.about().id.clone() }
}
