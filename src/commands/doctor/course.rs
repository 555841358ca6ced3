//! The course that opens.

use std::path::Path;

use super::CheckResult;
use crate::commands::check::{counted, findings};
use crate::course::Course;
use crate::course::finding::Severity;
use crate::course::model::text::named_path;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CourseHealth {
    Sound { about: String },
    Findings { about: String, errors: usize, warnings: usize },
    Not { why: String },
}

/// A course in a folder is checked as a whole; the built-in one was when it was built.
pub(super) fn judge(opened: &anyhow::Result<Course>, whole: bool) -> CourseHealth {
    let course = match opened {
        Ok(course) => course,
        Err(why) => return CourseHealth::Not { why: format!("{why:#}") },
    };
    let about = format!("{}, {}", course.about().title, counted(course.outlines().len(), "lesson"));
    let findings = if whole { findings(course) } else { course.problems().to_vec() };
    let errors = findings.iter().filter(|f| f.severity == Severity::Error).count();
    match findings.len() - errors {
        0 if errors == 0 => CourseHealth::Sound { about },
        warnings => CourseHealth::Findings { about, errors, warnings },
    }
}

impl CourseHealth {
    /// `from` is the course's folder; without one it is built in.
    pub(super) fn line(&self, from: Option<&Path>) -> CheckResult {
        let named = from.map_or("built in".to_owned(), named_path);
        match self {
            Self::Sound { about } => CheckResult::ok("course", format!("{named}: {about}")),
            Self::Findings { about, errors, warnings } => {
                let message =
                    format!("{named}: {about}; {} and {}", counted(*errors, "error"), counted(*warnings, "warning"));
                let folder = from.map_or(String::new(), |folder| format!(" {}", named_path(folder)));
                let help = format!("`ninetracks check{folder}` names each with file and line, and says what to do");
                if *errors > 0 {
                    CheckResult::error("course", message, help)
                } else {
                    CheckResult::warning("course", message, help)
                }
            }
            Self::Not { why } => {
                let help = "name another with --course DIR; without it (and without NINETRACKS_COURSE) the built-in course opens";
                CheckResult::error("course", why.trim_end_matches('.'), help)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Health;
    use super::*;

    fn state(errors: usize, warnings: usize) -> Health {
        CourseHealth::Findings { about: "x".into(), errors, warnings }.line(Some(Path::new("mine"))).state
    }

    #[test]
    fn the_built_in_course_is_sound() {
        let opened = judge(&Course::builtin().map_err(Into::into), false);
        let line = opened.line(None);
        assert_eq!(
            (line.state, opened.clone()),
            (Health::Ok, CourseHealth::Sound { about: line.message["built in: ".len()..].to_owned() })
        );
    }

    #[test]
    fn errors_are_wrong_and_warnings_worth_a_look() {
        assert_eq!([state(1, 0), state(2, 3), state(0, 1)], [Health::Error, Health::Error, Health::Warning]);
    }

    #[test]
    fn the_folder_to_check_is_named() {
        let line =
            CourseHealth::Findings { about: "x".into(), errors: 1, warnings: 0 }.line(Some(Path::new("my/course")));
        assert!(
            line.help.contains("`ninetracks check my/course`") && line.message.contains("1 error and 0 warnings"),
            "{line:?}"
        );
    }

    #[test]
    fn no_course_is_wrong() {
        let folder = tempfile::TempDir::new().unwrap();
        let opened = judge(&Course::open(folder.path()).map_err(Into::into), true);
        assert!(matches!(opened, CourseHealth::Not { .. }));
        assert_eq!(opened.line(Some(folder.path())).state, Health::Error);
    }
}
