//! How learning works: memory, queue, grading, quiz, scenario, mastery. Pure: the time comes in as a value, chance as a
//! seeded generator; no file, no terminal, no global.
//!
//! ```text
//!  session    an activity under way, for screens and lines ──► event   what is saved
//!     ▼
//!  queue, memory     which card comes next, and when        quiz, sheet   papers, on screen and on paper
//!  drill, class, names   a class, its people, its teams     scenario      moves, meters, reasons
//!  live       a class that answers on its own devices, beside the drill
//!     ▼
//!  item       a question as it is asked, marked and shown   short_answer  grading of typed answers
//!  adaptive   the next question by how the learner answers
//!  certificate  what was done in a course, or what is missing
//!  certainty  how certain a learner is, and what that earns
//!  report, statistics, progress, missed, score     what came of it
//!  homework   a paper for home, and the code that comes back
//!  attack     guessing without knowledge, to find questions that give themselves away
//!  chance, time, study_time, encoding     a seeded generator, a clock, the time studied, bytes as text
//! ```

pub mod adaptive;
pub mod attack;
pub mod card_list;
pub mod certainty;
pub mod certificate;
pub mod chance;
pub mod class;
pub mod drill;
pub mod encoding;
pub mod event;
pub mod homework;
pub mod insight;
pub mod item;
pub mod live;
pub mod memory;
pub mod memory_report;
pub mod missed;
pub mod names;
pub mod notes;
mod page_place;
pub mod placement;
pub mod progress;
pub mod queue;
pub mod quiz;
pub mod report;
pub mod scenario;
pub mod score;
pub mod session;
pub mod settings;
pub mod sheet;
pub mod short_answer;
pub mod statistics;
pub mod study_time;
pub mod time;
pub mod workload;
