//! Sorting the files of a course into lessons, banks and assets, each read when it is first asked for.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use serde::de::DeserializeOwned;

use super::files::File;
use super::finding::{Finding, Location};
use super::model::{About, Bank, Id, Lesson, Scenario, Standard};
use super::outline::{LessonOutline, ScenarioOutline};
use super::parallel::in_parallel;
use super::{placeholder, read};

/// A part of the course: read already, or decoded when it is first asked for.
pub(super) struct Shelved<T> {
    later: Option<Deferred<T>>,
    ready: OnceLock<Option<T>>,
}

enum Deferred<T> {
    BuiltIn(&'static [u8]),
    Kept(Box<dyn Fn() -> Option<T> + Send + Sync>),
}

impl<T: DeserializeOwned> Shelved<T> {
    fn packed(bytes: &'static [u8]) -> Self {
        Self { later: Some(Deferred::BuiltIn(bytes)), ready: OnceLock::new() }
    }

    pub(super) fn later(read: impl Fn() -> Option<T> + Send + Sync + 'static) -> Self {
        Self { later: Some(Deferred::Kept(Box::new(read))), ready: OnceLock::new() }
    }

    fn ready(it: Option<T>) -> Self {
        Self { later: None, ready: OnceLock::from(it) }
    }

    pub(super) fn get(&self) -> Option<&T> {
        let read = || match self.later.as_ref()? {
            Deferred::BuiltIn(bytes) => postcard::from_bytes(bytes).ok(),
            Deferred::Kept(read) => read(),
        };
        self.ready.get_or_init(read).as_ref()
    }
}

/// The file that says what the course is.
pub(super) const ABOUT: &str = "assets/course.ron";

/// The shared lists of `assets/`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum SharedList {
    References,
    Schemes,
    Cases,
}

impl SharedList {
    pub(super) fn path(self) -> &'static str {
        match self {
            Self::References => "assets/references.ron",
            Self::Schemes => "assets/schemes.ron",
            Self::Cases => "assets/cases.ron",
        }
    }
}

/// The files of a course while it is put together.
pub(super) struct Assembler<'a> {
    files: &'a [File],
    pub problems: Vec<Finding>,
}

/// AssembledLessons, banks and outlines, in the same order.
pub(super) type AssembledLessons = (Vec<Shelved<Lesson>>, Vec<Option<Shelved<Bank>>>, Vec<LessonOutline>);

/// Scenarios in the order of their files, and an outline of each side in the same order.
pub(super) type AssembledScenarios = (Vec<ShelvedScenario>, Vec<ScenarioOutline>);

/// A scenario as it is written, and taken apart into its sides when the first is asked for.
pub(super) struct ShelvedScenario {
    written: Shelved<Scenario>,
    sides: OnceLock<Vec<Scenario>>,
}

impl ShelvedScenario {
    pub(super) fn new(written: Shelved<Scenario>) -> Self {
        Self { written, sides: OnceLock::new() }
    }

    pub(super) fn written(&self) -> Option<&Scenario> {
        self.written.get()
    }

    pub(super) fn sides(&self) -> &[Scenario] {
        self.sides.get_or_init(|| self.written().map(Scenario::played).unwrap_or_default())
    }
}

impl<'a> Assembler<'a> {
    pub(super) fn sorted(files: &'a [File], problems: Vec<Finding>) -> Self {
        Self { files, problems }
    }

    fn file(&self, path: &str) -> Option<&'a File> {
        self.files.iter().find(|f| f.path == path)
    }

    fn read<T: DeserializeOwned>(&mut self, file: &File) -> Option<T> {
        if let Some(it) = file.packed.and_then(|p| postcard::from_bytes(p).ok()) {
            return Some(it);
        }
        read::read_file(file).map_err(|f| self.problems.push(*f)).ok()
    }

    /// The files of `folder` that can be read, in their order; on all processors where they are many.
    fn read_all<T: DeserializeOwned + Send>(&mut self, folder: &str) -> Vec<T> {
        let files = self.of_folder(folder);
        let read = in_parallel(&files, |file| {
            let mut one = Assembler::sorted(self.files, Vec::new());
            (one.read::<T>(file), one.problems)
        });
        let mut all = Vec::with_capacity(read.len());
        for (it, problems) in read {
            all.extend(it);
            self.problems.extend(problems);
        }
        all
    }

    pub(super) fn list<T: DeserializeOwned>(&mut self, kind: SharedList) -> Shelved<Vec<T>> {
        match self.file(kind.path()) {
            None => Shelved::ready(Some(Vec::new())),
            Some(File { packed: Some(bytes), .. }) => Shelved::packed(bytes),
            Some(file) => Shelved::ready(self.read(file)),
        }
    }

    /// `assets/course.ron`, or a stand-in that names no lesson.
    pub(super) fn about(&mut self, named: &str) -> About {
        let found = if let Some(file) = self.file(ABOUT) {
            self.read(file)
        } else {
            let missing = Finding::error("file", Location::file(ABOUT), "the course has no assets/course.ron");
            self.problems
                .push(missing.help("write its id, title, version, language, licence and the order of its lessons"));
            None
        };
        found.unwrap_or_else(|| stand_in(named))
    }

    pub(super) fn lessons(&mut self, about: &About, ready: Vec<LessonOutline>) -> AssembledLessons {
        let mut entries = if ready.is_empty() { self.read_lessons(about.standard) } else { self.packed_lessons(ready) };
        let order: HashMap<&Id, usize> = about.lessons.iter().enumerate().map(|(i, id)| (id, i)).collect();
        entries.sort_by_key(|e| order.get(&e.outline.id).copied().unwrap_or(usize::MAX));
        let mut lessons = (Vec::new(), Vec::new(), Vec::new());
        for entry in entries {
            lessons.0.push(entry.lesson);
            lessons.1.push(entry.bank);
            lessons.2.push(entry.outline);
        }
        lessons
    }

    /// The scenarios in the order of their files. Ready outlines are those of the files that could be packed.
    pub(super) fn scenarios(&mut self, ready: Vec<ScenarioOutline>) -> AssembledScenarios {
        let files = self.of_folder("quizzes/scenarios");
        if ready.is_empty() {
            let read: Vec<Scenario> = self.read_all("quizzes/scenarios");
            let outlines = read.iter().flat_map(ScenarioOutline::sides).collect();
            let shelved = read.into_iter().map(|s| ShelvedScenario::new(Shelved::ready(Some(s))));
            return (shelved.collect(), outlines);
        }
        for file in files.iter().filter(|f| f.packed.is_none()) {
            self.read::<Scenario>(file);
        }
        let packed = files.into_iter().filter_map(|f| f.packed);
        (packed.map(Shelved::packed).map(ShelvedScenario::new).collect(), ready)
    }

    fn of_folder(&self, folder: &str) -> Vec<&'a File> {
        let direct =
            |f: &&File| f.path.strip_prefix(folder).and_then(|p| p.strip_prefix('/')).is_some_and(|p| !p.contains('/'));
        self.files.iter().filter(direct).collect()
    }

    fn read_lessons(&mut self, standard: Standard) -> Vec<LessonFiles> {
        let mut banks: HashMap<Id, Bank> = HashMap::new();
        // In the order of the files.
        let mut named: Vec<Id> = Vec::new();
        for bank in self.read_all::<Bank>("quizzes") {
            named.push(bank.lesson.clone());
            banks.insert(bank.lesson.clone(), bank);
        }
        let mut lessons: Vec<Lesson> = self.read_all("lessons");
        if standard == Standard::Plain {
            let read: HashSet<&Id> = lessons.iter().map(|l| &l.id).collect();
            let alone = named.iter().filter(|id| !read.contains(id)).filter_map(|id| banks.get(id));
            let stand_ins: Vec<Lesson> = alone.map(lesson_of).collect();
            lessons.extend(stand_ins);
        }
        let entry = |lesson: Lesson| {
            let bank = banks.remove(&lesson.id);
            LessonFiles {
                outline: LessonOutline::of(&lesson, bank.as_ref()),
                bank: bank.map(|b| Shelved::ready(Some(b))),
                lesson: Shelved::ready(Some(lesson)),
            }
        };
        lessons.into_iter().map(entry).collect()
    }

    /// The outlines stand in the order of the lesson files that could be packed. A bank belongs to the lesson of the same file name.
    fn packed_lessons(&mut self, ready: Vec<LessonOutline>) -> Vec<LessonFiles> {
        for file in self.of_folder("quizzes").into_iter().filter(|f| f.packed.is_none()) {
            self.read::<Bank>(file);
        }
        let (packed, broken): (Vec<&File>, Vec<&File>) =
            self.of_folder("lessons").into_iter().partition(|f| f.packed.is_some());
        for file in broken {
            self.read::<Lesson>(file);
        }
        let bank = |path: &str| self.file(&path.replacen("lessons/", "quizzes/", 1)).and_then(|f| f.packed);
        let entry = |(file, outline): (&File, LessonOutline)| {
            let lesson = Shelved::packed(file.packed?);
            Some(LessonFiles { lesson, bank: bank(&file.path).map(Shelved::packed), outline })
        };
        packed.into_iter().zip(ready).filter_map(entry).collect()
    }
}

struct LessonFiles {
    lesson: Shelved<Lesson>,
    bank: Option<Shelved<Bank>>,
    outline: LessonOutline,
}

/// What stands for the lesson of a bank that has none: a title, and nothing to read.
fn lesson_of(bank: &Bank) -> Lesson {
    Lesson {
        id: bank.lesson.clone(),
        title: bank.title.clone().unwrap_or_else(|| placeholder(bank.lesson.as_str())),
        summary: placeholder("Questions and cards to practise; there is nothing to read."),
        minutes: 0,
        requires: Vec::new(),
        objectives: Vec::new(),
        sections: Vec::new(),
        terms: Vec::new(),
    }
}

fn stand_in(named: &str) -> About {
    let id = Id::new("course").unwrap_or_else(|_| unreachable!("a word is an id"));
    let text = placeholder;
    About {
        id: id.clone(),
        title: text(named),
        version: text("0"),
        language: id,
        licence: text("unknown"),
        authors: Vec::new(),
        source: None,
        standard: Standard::default(),
        retired: Vec::new(),
        wheel: None,
        everyday: Vec::new(),
        reviews: Vec::new(),
        lessons: Vec::new(),
    }
}
