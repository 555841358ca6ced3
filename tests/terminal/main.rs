//! The real binary in a pseudo-terminal: what a learner does, and what may happen to the program meanwhile.
#![cfg(unix)]

mod answers;
mod harness;
mod looks;
mod signals;
mod study;
mod survival;
mod trouble;
