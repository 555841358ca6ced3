//! What a screen asks for. It performs nothing itself.

use std::path::PathBuf;

use super::catalogue::ListedCourse;
use super::export::ReportFormat;
use super::file_exchange::ExchangeRequest;
use crate::course::model::Id;
use crate::course::outline::CardKey;
use crate::store::Forgettable;
use crate::study::adaptive::AbilityChange;
use crate::study::class::{ClassId, DrillLabel};
use crate::study::drill::{Plan, Team};
use crate::study::event::{EventKind, RunId};
use crate::study::quiz::{Paper, PaperSpec, Sitting};
use crate::study::report::Report;
pub use crate::study::session::drill::DrillStart;
use crate::study::settings::{Setting, SettingChange};

/// A wish of a screen, performed in order by the app.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Put a screen on top.
    Open(Place),
    /// Put a screen in this one's place.
    Replace(Place),
    /// Leave this screen.
    Back,
    /// Append to the learner's log before the next frame.
    Save(EventKind),
    /// The same for another profile of the course.
    SaveFor {
        profile: String,
        what: EventKind,
    },
    /// Write a report to a file beside the person's other files.
    Export {
        report: Box<Report>,
        format: ReportFormat,
    },
    /// Put `text` on the terminal's clipboard, and say that `what` was copied.
    Copy {
        what: String,
        text: String,
    },
    /// Read the list of people at this path; the screen is told what came of it.
    ReadList(PathBuf),
    /// Erase for good.
    Forget(Forgettable),
    /// Keep a change of the settings, and put it to use.
    Keep(SettingChange),
    /// Use, rename or remove a profile.
    ChangeProfile(ProfileChange),
    /// A step of import, export or adding a course; the screen is told what came of it.
    Exchange(ExchangeRequest),
    /// Go to home of another course.
    OpenCourse(ListedCourse),
    /// Sound the terminal's bell.
    Ring,
    Quit,
}

/// What becomes of a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProfileChange {
    /// Go on as this one; it is begun with the first thing saved, where there is none.
    Use(String),
    Rename {
        old: String,
        new: String,
    },
    /// All that it did is erased.
    Remove(String),
}

/// What an action may return: nothing, one effect, one if there is anything to do, or several.
pub trait IntoEffects {
    fn into_effects(self) -> Vec<Effect>;
}

impl IntoEffects for () {
    fn into_effects(self) -> Vec<Effect> {
        Vec::new()
    }
}

impl IntoEffects for Effect {
    fn into_effects(self) -> Vec<Effect> {
        vec![self]
    }
}

impl IntoEffects for Option<Effect> {
    fn into_effects(self) -> Vec<Effect> {
        self.into_iter().collect()
    }
}

impl IntoEffects for Vec<Effect> {
    fn into_effects(self) -> Vec<Effect> {
        self
    }
}

/// A screen that can be opened.
#[derive(Clone, Debug, PartialEq)]
pub enum Place {
    Home,
    /// A lesson, at a section or where the learner left it.
    Lesson {
        lesson: Id,
        section: Option<Id>,
    },
    /// The cards that are due, of one lesson or of all.
    Cards {
        lesson: Option<Id>,
    },
    /// Every card in a list.
    CardBrowser,
    /// A round of these cards that leaves the schedule alone.
    CardPractice {
        cards: Vec<CardKey>,
    },
    /// Choosing a quiz, with these lessons chosen already.
    QuizSetup {
        lessons: Vec<Id>,
    },
    /// A new quiz.
    Quiz(PaperSpec),
    /// A new quiz on a paper that was drawn elsewhere.
    QuizOf(Box<Paper>),
    /// A quiz that was left.
    QuizAgain(RunId),
    /// The placement test: what it is, and what came of it.
    Placement,
    /// Of a quiz that ends now, and what it changed where its questions were chosen as it went.
    Results {
        sitting: Box<Sitting>,
        change: Option<AbilityChange>,
    },
    /// The results of a quiz that was finished before.
    PastResults(RunId),
    /// The list of scenarios.
    Scenarios,
    /// A scenario, where it was left or from its beginning.
    Scenario {
        scenario: Id,
        anew: bool,
    },
    /// Setting up a drill.
    DrillSetup(SetupStart),
    Drill(DrillStart),
    /// The teacher's classes.
    Classes,
    SchoolClass(ClassId),
    /// The list of what can be reported.
    Reports,
    Report(ReportOf),
    Statistics,
    /// How well the learner's memory is predicted, and what remembering costs.
    Memory,
    Wheel {
        at: u8,
    },
    Search,
    /// Notes and bookmarks on sections.
    Notes,
    /// Who learns here.
    Profiles,
    /// What can be set, and its value.
    Settings,
    /// The same with the cursor on this row.
    SettingsAt(Setting),
    /// A shelf of the library, open at an entry or at its first.
    Library {
        shelf: LibrarySection,
        entry: Option<Id>,
    },
    /// The courses of this computer.
    Courses,
    /// Import, export and adding a course, from this step on.
    Exchange(ExchangeRequest),
    /// Unreadable files of the course.
    Problems,
    /// Flagging a question or a card for its author.
    FlagForm {
        item: Id,
        lesson: Id,
    },
}

/// What setting up a drill begins with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SetupStart {
    /// Without any, those of the last drill.
    pub teams: Vec<Team>,
    /// Without one, that of the last drill.
    pub plan: Option<Plan>,
    /// What the drill is called, and whose it is.
    pub label: DrillLabel,
    /// What has to be said about them, such as names that were not taken.
    pub note: Option<String>,
}

/// What is reported.
#[derive(Clone, Debug, PartialEq)]
pub enum ReportOf {
    Drill(RunId),
    /// A quiz that several people took, on the screen or on paper.
    Paper(PaperSpec),
}

/// What the library holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LibrarySection {
    Glossary,
    References,
    Cases,
}

impl LibrarySection {
    pub const ALL: [Self; 3] = [Self::Glossary, Self::References, Self::Cases];

    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Glossary => "Glossary",
            Self::References => "References",
            Self::Cases => "Cases",
        }
    }
}
