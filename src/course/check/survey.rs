//! The parts of a course paired with their files, for checks that point at lines.

use crate::course::files::File;
use crate::course::finding::Location;
use crate::course::model::{Bank, Fact, Id, Lesson, Scenario, Standard};
use crate::course::spelling::Language;
use crate::course::{Course, locate, read};

/// Everything that can be read, with the file it came from.
pub(super) struct Survey<'a> {
    pub course: &'a Course,
    pub lessons: Vec<(&'a File, &'a Lesson)>,
    pub banks: Vec<(&'a File, Bank)>,
    /// As they are written, with all their sides.
    pub whole_scenarios: Vec<(&'a File, Scenario)>,
    /// Every side as it is played.
    pub scenarios: Vec<(&'a File, Scenario)>,
    pub facts: Vec<Fact>,
}

impl<'a> Survey<'a> {
    pub(super) fn of(course: &'a Course) -> Self {
        let files = course.files();
        let file_of = |lesson: &Lesson| {
            files.iter().find(|f| f.path.starts_with("lessons/") && names_lesson(f, "id:", &lesson.id))
        };
        let lessons = course.lessons().filter_map(|l| file_of(l).map(|f| (f, l))).collect();
        let direct = |f: &&File| f.path.strip_prefix("quizzes/").is_some_and(|p| !p.contains('/'));
        let bank = |f: &'a File| read::read(&f.path, &f.text).ok().map(|b| (f, b));
        let branching = |f: &&File| f.path.starts_with("quizzes/scenarios/");
        let scenario = |f: &'a File| read::read(&f.path, &f.text).ok().map(|s| (f, s));
        let whole: Vec<(&File, Scenario)> = files.iter().filter(branching).filter_map(scenario).collect();
        let sides = whole.iter().flat_map(|(f, s)| s.played().into_iter().map(|side| (*f, side)));
        let facts = files.iter().find(|f| f.path == "assets/facts.ron").and_then(|f| read::read(&f.path, &f.text).ok());
        Self {
            course,
            lessons,
            banks: files.iter().filter(direct).filter_map(bank).collect(),
            scenarios: sides.collect(),
            whole_scenarios: whole,
            facts: facts.unwrap_or_default(),
        }
    }

    /// How much the course asks of itself.
    pub(super) fn standard(&self) -> Standard {
        self.course.about().standard
    }

    /// The language in which answers are typed.
    pub(in crate::course) fn language(&self) -> Language {
        Language::of_tag(self.course.about().language.as_str())
    }

    /// The file of `assets/` named `name`, if there is one.
    pub(super) fn asset(&self, name: &str) -> Option<&'a File> {
        self.course.files().iter().find(|f| f.path == name)
    }

    pub(super) fn lesson(&self, id: &Id) -> Option<&'a Lesson> {
        self.lessons.iter().find(|(_, l)| &l.id == id).map(|&(_, l)| l)
    }

    pub(super) fn bank(&self, lesson: &Id) -> Option<&(&'a File, Bank)> {
        self.banks.iter().find(|(_, b)| &b.lesson == lesson)
    }
}

/// Whether `file` holds `key "id"` with only blanks between: cheaper than reading it again.
fn names_lesson(file: &File, key: &str, id: &Id) -> bool {
    let quoted = format!("\"{id}\"");
    file.text.match_indices(&quoted).next().is_some_and(|(at, _)| file.text[..at].trim_end().ends_with(key))
}

/// The place of `token` within the item `id` of `file`.
pub(super) fn place(file: &File, id: &Id, token: &str) -> Location {
    locate::token(file, Some(id), token)
}
