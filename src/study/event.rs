//! What happened: every learner action that changes progress is one event. The log of events is the truth;
//! every table beside it can be rebuilt from it.

use jiff::Timestamp;
use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize};

use super::certainty::Certainty;
use super::class::{ClassId, DrillLabel, PaperLabel, SchoolClass};
use super::drill::{self, Plan, Team};
use super::item::{Item, Key, Response};
use super::live::SeatEntry;
use super::memory::fit::MemoryFit;
use super::memory::{CardState, Grade};
use super::names::{Name, PersonName};
use super::notes::SectionMark;
pub use super::page_place::PagePlace;
use super::queue::Hold;
use super::quiz::{Half, PaperSpec};
use super::scenario::Move;
use super::score::Score;
use crate::course::model::Id;
use crate::course::outline::CardKey;

/// An event of one learner in one course.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    pub at: Timestamp,
    pub what: EventKind,
}

/// Number of an event in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EventId(pub i64);

/// Number of a quiz or of a play of a scenario: the event that started it.
pub type RunId = EventId;

/// What happened. On disk some kinds keep the names of version 0.1.0.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum EventKind {
    /// The learner read as far as this page of a section: the place to come back to. 0.1.0 kept the section only.
    #[serde(rename = "Came")]
    SectionOpened {
        lesson: Id,
        section: Id,
        #[serde(default, skip_serializing_if = "PagePlace::is_start")]
        at: PagePlace,
    },
    /// The learner read a section to its end.
    #[serde(rename = "Read")]
    SectionRead { lesson: Id, section: Id },
    /// A recall stop was answered or (`Response::Passed`) passed.
    Recalled { lesson: Id, question: Id, answer: Response, score: Score },
    /// A card was graded. `after` is the state it was given, so that the log needs no scheduler to be read again.
    Reviewed { card: CardKey, grade: Grade, before: CardState, after: CardState, took_ms: u32 },
    /// A quiz began. `items` are its questions, whole; there are none where 0.1.0 wrote the entry.
    #[serde(rename = "Started")]
    QuizStarted {
        paper: PaperSpec,
        #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "whole")]
        items: Vec<Item>,
    },
    /// A question of a quiz was answered.
    Answered {
        run: RunId,
        question: Id,
        objective: Id,
        lesson: Id,
        answer: Response,
        score: Score,
        took_ms: u32,
        /// How certain the learner was, where that was asked.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        certainty: Option<Certainty>,
        /// In adaptive practice the question, whole, as it was chosen after the quiz had begun; elsewhere none.
        #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "whole")]
        items: Vec<Item>,
    },
    /// A quiz was finished or, when `done` is false, given up.
    #[serde(rename = "Ended")]
    QuizEnded { run: RunId, done: bool },
    /// A scenario was begun. By `seed` its choices and reasons are in order; 0.1.0 showed them in the author's.
    ScenarioStarted {
        scenario: Id,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seed: Option<u64>,
    },
    /// A decision was made in it, or the learner went back. `score` is what the play stands at afterwards.
    ScenarioMoved { run: RunId, made: Move, score: Score },
    /// It came to an end. After going back it can come to another.
    ScenarioEnded { run: RunId, ending: Id, score: Score },
    /// A drill began. The setup holds its questions whole, so that it can be replayed whatever becomes of the course.
    DrillStarted {
        setup: Box<drill::Setup>,
        #[serde(default, skip_serializing_if = "DrillLabel::is_none")]
        label: DrillLabel,
    },
    /// Something was done in it, or its clock ticked: an entry that the room accepted.
    /// `after` so many others: when there are more, another window went on with the drill, and the entry is refused.
    DrillEntered {
        run: RunId,
        #[serde(default)]
        after: usize,
        entry: drill::Entry,
    },
    /// What happened at the seats of a drill that the class plays on its own devices: all that was saved together.
    SeatsEntered { run: RunId, entries: Vec<SeatEntry> },
    /// A person's answers on paper as far as they are typed in: kept until the sheet is whole. None: it was given up.
    SheetBegun {
        paper: PaperSpec,
        person: PersonName,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        class: Option<ClassId>,
        version: char,
        answers: Vec<SheetAnswer>,
    },
    /// A person's answers on paper were typed in. Entered again, they replace those before. `items` as in a quiz, in the order of
    /// the paper.
    SheetEntered {
        paper: PaperSpec,
        person: PersonName,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        class: Option<ClassId>,
        version: char,
        answers: Vec<SheetAnswer>,
        #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "whole")]
        items: Vec<Item>,
    },
    /// Teams were kept for other drills, in place of those of the same name.
    TeamsKept { name: Name, teams: Vec<Team> },
    /// What is asked in a drill, and how, was kept for others.
    PlanKept { name: Name, plan: Box<Plan> },
    /// A class was kept, in place of what had its id.
    ClassKept { class: Box<SchoolClass> },
    /// What a drill is called, whose it was and who was away, in place of what was said of it before.
    DrillLabelled { run: RunId, label: DrillLabel },
    /// Sheets were written. `items` as in a quiz.
    PaperMade {
        paper: PaperSpec,
        label: PaperLabel,
        versions: u8,
        /// What codes of a homework are made with; none for sheets.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        home: Option<u64>,
        #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "whole")]
        items: Vec<Item>,
    },
    /// The key to a question of a paper turned out wrong: points are computed anew.
    PaperRekeyed { paper: PaperSpec, question: Id, key: Key },
    /// Questions that were chosen one by one, in their order, were kept under a name.
    QuestionsKept { name: Name, questions: Vec<Id> },
    /// The learner does not want the placement test to be offered.
    PlacementDeclined { half: Half },
    /// A question or a card was flagged for its author, with a word on why; without a note the flag was removed.
    ItemFlagged { item: Id, lesson: Id, note: Option<String> },
    /// Cards on what was missed in class: the next to be shown.
    #[serde(rename = "Wanted")]
    CardsRequested { cards: Vec<CardKey> },
    /// Cards were suspended or buried or, without a hold, are shown again.
    CardsHeld { cards: Vec<CardKey>, hold: Option<Hold> },
    /// Cards are new again. Their reviews stay in the log.
    CardsReset { cards: Vec<CardKey> },
    /// The model of the learner's memory was fitted to the reviews so far or, without figures, reset.
    MemoryFitted(MemoryFit),
    /// A note or a bookmark was set on a section, or taken away.
    SectionMarked { lesson: Id, section: Id, mark: SectionMark },
    /// An earlier event was taken back.
    Undone { event: EventId },
}

/// Most characters of a note on a flag.
pub const FLAG_NOTE_LENGTH: usize = 500;

impl EventKind {
    /// The event that it belongs to: what started the quiz, the play or the drill, or what was taken back.
    #[must_use]
    pub fn belongs_to(&self) -> Option<EventId> {
        match self {
            Self::Answered { run, .. }
            | Self::QuizEnded { run, .. }
            | Self::ScenarioMoved { run, .. }
            | Self::ScenarioEnded { run, .. }
            | Self::DrillEntered { run, .. }
            | Self::SeatsEntered { run, .. }
            | Self::DrillLabelled { run, .. } => Some(*run),
            Self::Undone { event } => Some(*event),
            Self::SectionOpened { .. }
            | Self::SectionRead { .. }
            | Self::Recalled { .. }
            | Self::Reviewed { .. }
            | Self::QuizStarted { .. }
            | Self::ScenarioStarted { .. }
            | Self::DrillStarted { .. }
            | Self::SheetBegun { .. }
            | Self::SheetEntered { .. }
            | Self::TeamsKept { .. }
            | Self::PlanKept { .. }
            | Self::ClassKept { .. }
            | Self::PaperMade { .. }
            | Self::PaperRekeyed { .. }
            | Self::QuestionsKept { .. }
            | Self::PlacementDeclined { .. }
            | Self::ItemFlagged { .. }
            | Self::CardsRequested { .. }
            | Self::CardsHeld { .. }
            | Self::CardsReset { .. }
            | Self::MemoryFitted(_)
            | Self::SectionMarked { .. } => None,
        }
    }

    /// Whether the learner studied: a drill is the class's study, not the teacher's.
    #[must_use]
    pub fn is_study(&self) -> bool {
        !matches!(
            self,
            Self::DrillStarted { .. }
                | Self::DrillEntered { .. }
                | Self::SeatsEntered { .. }
                | Self::SheetBegun { .. }
                | Self::SheetEntered { .. }
                | Self::TeamsKept { .. }
                | Self::PlanKept { .. }
                | Self::ClassKept { .. }
                | Self::DrillLabelled { .. }
                | Self::PaperMade { .. }
                | Self::PaperRekeyed { .. }
                | Self::QuestionsKept { .. }
                | Self::PlacementDeclined { .. }
                | Self::ItemFlagged { .. }
                | Self::CardsRequested { .. }
                | Self::CardsHeld { .. }
                | Self::CardsReset { .. }
                | Self::MemoryFitted(_)
        )
    }
}

/// The questions that stand here whole. The store keeps them apart and gives them when asked; what it puts in their place
/// is passed over.
fn whole<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Item>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Kept {
        Whole(Box<Item>),
        Apart(IgnoredAny),
    }
    let kept = Vec::<Kept>::deserialize(from)?;
    Ok(kept.into_iter().filter_map(|it| if let Kept::Whole(item) = it { Some(*item) } else { None }).collect())
}

/// An answer on paper.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetAnswer {
    pub question: Id,
    pub lesson: Id,
    pub answer: Response,
    pub score: Score,
}

impl SheetAnswer {
    /// `answer` to `item`, marked.
    #[must_use]
    pub fn new(item: &Item, answer: Response) -> Self {
        Self { question: item.question.clone(), lesson: item.lesson.clone(), score: item.grade(&answer), answer }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The JSON of version 0.1.0 is read, and written unchanged.
    #[test]
    fn the_log_keeps_its_words() {
        for (json, named) in [
            (r#"{"Came":{"lesson":"one","section":"a"}}"#, "SectionOpened"),
            (r#"{"Came":{"lesson":"one","section":"a","at":{"block":3,"part":2500}}}"#, "SectionOpened"),
            (r#"{"Read":{"lesson":"one","section":"a"}}"#, "SectionRead"),
            (
                r#"{"Started":{"paper":{"lessons":["one"],"length":10,"seed":7,"mode":"Exam","limit_s":600,"only":[]}}}"#,
                "QuizStarted",
            ),
            (r#"{"Ended":{"run":3,"done":true}}"#, "QuizEnded"),
            (r#"{"Wanted":{"cards":[{"card":"a","side":{"Gap":2}}]}}"#, "CardsRequested"),
        ] {
            let what: EventKind = serde_json::from_str(json).unwrap();
            assert!(format!("{what:?}").starts_with(named), "{json}: {what:?}");
            assert_eq!(serde_json::to_string(&what).unwrap(), json);
        }
    }
}
