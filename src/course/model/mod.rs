//! What authors write: the shapes of the RON files, and nothing else.
//!
//! These types are plain data. They are read from RON by [`super::read`], and the build script packs the
//! built-in course with the very same types, so this folder uses nothing but `serde` and `unicode-properties`.

pub mod ask;
pub mod assets;
pub mod bank;
pub mod figure;
pub mod lesson;
pub mod scenario;
pub mod text;

pub use ask::{Ask, Blank, Judged, Kind, Pair, Partly, Reasoned, Rival, Step, Target};
pub use assets::{
    About, Case, Category, Detail, Fact, FactStatus, Reference, Scheme, Seen, Standard, StemReview, Wheel, WorkKind,
};
pub use bank::{Bank, Card, Face, Feedback, Question, Waiver};
pub use figure::{Bar, Dated, Drawing, Figure, FlowStep, Node, Placed, Tier};
pub use lesson::{Block, Bloom, Disagreement, Lesson, Objective, Picture, Section, Table, Term};
pub use scenario::{
    At, Choice, DebriefQuestion, Echo, Effects, Ending, Levels, Meter, Reason, Scenario, ScenarioSide, Scene,
    TeachersNote, Then,
};
pub use text::{Id, Text};
