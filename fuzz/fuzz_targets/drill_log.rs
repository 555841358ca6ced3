#![no_main]
#![allow(clippy::unwrap_used, clippy::missing_panics_doc, dead_code, unreachable_pub, reason = "shared with tests")]

#[path = "../../tests/trial/mod.rs"]
mod trial;

libfuzzer_sys::fuzz_target!(|data: &[u8]| trial::drill_log::drill_log(data));
