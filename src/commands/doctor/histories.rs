//! What learners did that belongs to nothing the course holds now, or to something it has changed under an old id.

use std::path::Path;

use super::CheckResult;
use super::progress::listed;
use crate::course::Course;
use crate::course::model::Id;
use crate::store::{Learner, Reworded, Store, StoreError, Strays};

const CHECK: &str = "histories";

pub(super) fn look(folder: &Path, who: Learner, course: &Course) -> Result<(Strays, Reworded), StoreError> {
    let store = Store::open_to_read(folder, who)?;
    Ok((store.strays(course)?, store.reworded(course)?))
}

pub(super) fn line(found: &Result<(Strays, Reworded), StoreError>) -> CheckResult {
    let (Strays { retired, unknown }, Reworded(reworded)) = match found {
        Ok(found) => found,
        Err(why) => {
            return CheckResult::warning(CHECK, format!("they cannot be read: {why}"), "see the line on progress");
        }
    };
    let mut said = Vec::new();
    let mut help = Vec::new();
    if !retired.is_empty() {
        said.push(format!("{} for retired ids, kept", retired.len()));
    }
    if !unknown.is_empty() {
        said.push(format!("{} for ids that are not in this course: {}", unknown.len(), named(unknown)));
        help.push(
            "open the course they belong to, or list these ids as `retired` in assets/course.ron; nothing is lost",
        );
    }
    if !reworded.is_empty() {
        said.push(format!("{} for questions reworded under their old id: {}", reworded.len(), named(reworded)));
        help.push("if the options or the key changed, give the question a new id and retire the old one");
    }
    match (said.is_empty(), help.is_empty()) {
        (true, _) => CheckResult::ok(CHECK, "each belongs to a card or a question of this course"),
        (false, true) => CheckResult::ok(CHECK, said.join("; ")),
        (false, false) => CheckResult::warning(CHECK, said.join("; "), help.join("; ")),
    }
}

fn named<'a>(ids: impl IntoIterator<Item = &'a Id>) -> String {
    listed(&ids.into_iter().map(ToString::to_string).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::super::Health;
    use super::*;

    fn said(retired: &[&str], unknown: &[&str], reworded: &[&str]) -> (Health, String) {
        let ids = |raw: &[&str]| raw.iter().map(|id| Id::new(*id).unwrap()).collect::<Vec<_>>();
        let strays =
            Strays { retired: ids(retired).into_iter().collect(), unknown: ids(unknown).into_iter().collect() };
        let line = line(&Ok((strays, Reworded(ids(reworded)))));
        (line.state, line.message)
    }

    #[test]
    fn what_the_course_does_not_hold_is_said_and_only_what_it_should_is_a_warning() {
        assert_eq!(said(&[], &[], &[]).0, Health::Ok);
        assert_eq!(said(&["a", "b"], &[], &[]), (Health::Ok, "2 for retired ids, kept".into()));
        let unknown = said(&[], &["c"], &[]);
        assert_eq!(unknown, (Health::Warning, "1 for ids that are not in this course: c".into()));
        assert!(said(&["a"], &[], &["q"]).1.ends_with("reworded under their old id: q"));
    }
}
