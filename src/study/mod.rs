//! How learning works: memory, queue, grading, quiz, scenario, mastery. Pure: the time comes in as a value, chance as a
//! seeded generator; no file, no terminal, no global.

pub mod attack;
pub mod chance;
pub mod drill;
pub mod event;
pub mod item;
pub mod memory;
pub mod missed;
pub mod names;
pub mod progress;
pub mod queue;
pub mod quiz;
pub mod report;
pub mod scenario;
pub mod score;
pub mod session;
pub mod sheet;
pub mod short_answer;
pub mod statistics;
pub mod time;
