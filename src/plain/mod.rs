//! The same activities as the screens, as lines on standard input and output and without cursor movement: for
//! screen readers, pipes and scripts. What is saved is what the screens save, event by event.
//!
//! ```text
//!  quiz, cards, learn, scenario   one activity each: a function that runs to its end
//!  drill                          a drill for a class, driven by typed lines
//!  placement                      the placement test: a quiz, and what came of both
//!  home                           a list of what can be done, by number; unfinished: a quiz where one was left
//!  enter_sheets                   entering what was answered on paper; paper_answer reads it
//!  statistics, memory             progress; what is known of the learner's memory
//!  class_report                   the report of a drill or a paper
//!    │      question      asks a question and waits for an answer    answer_line     reads the answer
//!    │      feedback      what was right, why, and the source        report          results as JSON
//!    │      text, figure  what authors write, in words
//!    │      card_faces    front and back of a card                   card_prompt     what is typed at a card
//!    │      block         what stands in a section                    look_up         `? words` at a prompt
//!    │      passage       what opens and ends an activity            pages           how a lesson opens and ends
//!    │      scenario_lines   what learners and classes are told in a scenario
//!    └► session ──► console   lines in, paragraphs out
//! ```
//! Every question is asked until the answer can be read; the end of input leaves the activity, and a closed
//! standard output (`… | head`) ends it quietly.

mod answer_line;
mod block;
mod card_faces;
mod card_practice;
mod card_prompt;
mod cards;
mod class_report;
mod console;
mod drill;
mod enter_sheets;
mod error;
mod feedback;
mod figure;
mod home;
mod learn;
mod look_up;
mod memory;
mod pages;
mod paper_answer;
mod passage;
mod placement;
mod question;
mod quiz;
mod report;
mod scenario;
mod scenario_lines;
mod session;
mod sheet_line;
mod statistics;
mod text;
mod unfinished;

#[cfg(test)]
pub(crate) use self::feedback::say as say_feedback;
pub use cards::cards;
pub use class_report::class_report;
#[cfg(test)]
pub(crate) use class_report::element_in_lines;
pub use console::Console;
pub use drill::{drill, hosted_drill};
pub use enter_sheets::{SheetEntry, enter};
pub use error::PlainError;
pub use home::home;
pub use learn::learn;
pub use memory::memory;
#[cfg(test)]
pub(crate) use passage::passages_in_lines;
pub use placement::placement;
pub use quiz::{QuizOptions, quiz, quiz_of, resume};
pub use report::past_quiz;
pub use scenario::scenario;
pub use session::Session;
pub use statistics::{certificate, statistics};
pub use unfinished::quiz_or_unfinished;

/// How an activity ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was gone through to its end.
    Done,
    /// A quiz was finished with this share of its points, rounded down.
    Scored { percent: u32 },
    /// The learner wants another course, by its place in the list that was given.
    OtherCourse(usize),
    /// The learner left, or nobody reads on. A quiz stays unfinished and can be taken up again.
    Left,
}

#[cfg(test)]
mod tests;
