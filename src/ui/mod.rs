//! Screens: only `runner` touches a terminal.
pub mod ascii;
pub mod doc;
pub mod figures;
pub mod frame;
pub mod keys;
pub mod question;
pub mod script;
pub mod scroll;
pub mod table;
pub mod theme;
pub mod app;
pub mod context;
pub mod effect;
pub mod meter;
pub mod overview;
pub mod screens;
mod trouble;
mod window;
