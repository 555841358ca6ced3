//! The command line of what is known of the learner's memory.

use clap::{Args, ValueEnum};

/// What is shown or changed of the model of the learner's memory.
#[derive(Args, Clone, Copy, Debug)]
pub struct MemoryArgs {
    #[arg(value_enum, default_value_t)]
    pub action: MemoryAction,
    /// Print as JSON: one object
    #[arg(long)]
    pub json: bool,
}

/// What is done with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum MemoryAction {
    /// Only show it
    #[default]
    Show,
    /// Fit it to your reviews; what predicts better is used
    Fit,
    /// Go back to the memory of the average learner
    Reset,
}
