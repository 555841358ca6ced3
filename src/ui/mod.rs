//! Screens. A message comes in, the app hands it to the screen on top, the screen changes and asks for effects, the app
//! performs them and draws. Only `runner` touches a terminal.
//!
//! ```text
//!  runner, script     a terminal, or a test, around an app
//!     ▼
//!  app                takes messages, performs effects, keeps the stack of screens; recovery from errors of the store
//!     ▼
//!  screens            one state a screen; the enum lists what a new one must supply
//!     ▼
//!  question, scenario, passage, report, wall     what several screens draw
//!     ▼
//!  palette            every action and its key, narrowed by letters
//!  bindings, pager    one line per key: what to press, the words of the hint, the function it calls
//!  effect, input, context     what a screen asks for, is told, may look at
//!  typed_line         a line to type in
//!  job, workload_job  work beside the screen
//!  copying            terms, sources and cards as plain text
//!  overview, catalogue, export, store_trouble     what home says; other courses; reports as files; file_exchange: questions in and out; errors of the store as a screen
//!     ▼
//!  doc, table, figures, frame, window            lines on a page
//!  addresses, focus   links and the cursor, found on a drawn screen
//!  theme, keys, keyboard_layouts, held_keys, scroll, meter, fit, ascii, safe_cells    colours, chords and sums, without a terminal
//! ```
//! Arrows point one way; `tests/layers/circles.rs` finds modules that use each other.

pub mod addresses;
pub mod app;
pub mod ascii;
pub mod background;
pub mod bindings;
mod boxed;
pub mod catalogue;
pub mod context;
mod copying;
pub mod doc;
pub mod effect;
pub mod export;
pub mod figures;
pub mod file_exchange;
pub mod fit;
pub mod focus;
pub mod frame;
pub mod held_keys;
pub mod input;
mod job;
mod keyboard_layouts;
pub mod keymap;
pub mod keys;
pub mod meter;
pub mod overview;
mod pager;
pub mod palette;
pub mod passage;
pub mod preferences;
pub mod question;
pub mod report;
pub mod runner;
mod safe_cells;
pub mod scenario;
pub mod screens;
pub mod script;
pub mod scroll;
mod store_trouble;
pub mod table;
pub mod theme;
mod typed_line;
pub mod wall;
mod window;
mod workload_job;
