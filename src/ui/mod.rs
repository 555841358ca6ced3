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
