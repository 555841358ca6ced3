//! The program: reads the command line, runs the command, prints an error once.

use std::process::ExitCode;

use ninetracks::commands::{self, output};

fn main() -> ExitCode {
    match commands::run() {
        Ok(ended) => ended.into(),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            output::note(format_args!("ninetracks: {error:#}"));
            ExitCode::from(1)
        }
    }
}

/// Whoever reads our output may stop early: `ninetracks list | head`.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .any(|cause| cause.downcast_ref::<std::io::Error>().is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe))
}
