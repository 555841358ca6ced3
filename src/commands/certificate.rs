//! `ninetracks certificate`: what was done in the course, when and with which results; or what is still missing.

use super::{Ended, environment, output, plain, write_file};
use crate::cli::{CertificateArgs, Global};
use crate::store::progress::Progress;

/// # Errors
/// When progress cannot be read, or the file not be written.
pub(super) fn run(global: &Global, args: &CertificateArgs) -> anyhow::Result<Ended> {
    let course = environment::course(global)?;
    let store = environment::store(global, &course)?;
    let certificate = Progress::load(&store, &course, &environment::study_clock(global))?.certificate;
    drop(store);
    let text = certificate.paragraphs();
    match (&text, &args.out) {
        _ if args.json => output::json(&certificate)?,
        (Some(paragraphs), Some(out)) => {
            write_file::write(out, &format!("{}\n", paragraphs.join("\n\n")), args.force, "--out")?;
        }
        (None, Some(_)) => {
            let missing = certificate.missing().join(" ");
            anyhow::bail!("there is no certificate yet, and nothing was written. {missing}");
        }
        (_, None) => {
            plain::run(global, &course, false, |session| crate::plain::certificate(session, &certificate))?;
        }
    }
    Ok(if text.is_some() { Ended::Done } else { Ended::Failed })
}
