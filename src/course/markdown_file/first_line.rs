//! What the first line of a block shows it to be.

use super::attributes::Attributes;
use super::blocks::{FileBlock, Headed};
use super::lines::SourceLine;

/// The words behind `mark`, and what is said beside them.
pub(super) fn headed(line: SourceLine<'_>, mark: &str) -> Option<Headed> {
    // A title may have no words: `# {#id}`.
    if !line.text.starts_with(mark) {
        return None;
    }
    let (span, attributes) =
        Attributes::of(line).unwrap_or((line.start..line.start + line.text.trim_end().len(), Attributes::default()));
    let from = (line.start + mark.len()).min(span.end.max(line.start + mark.trim_end().len()));
    Some(Headed { words: from..span.end.max(from), attributes })
}

/// The line that ends a fence of RON which begins here.
pub(super) fn ron_fence(line: &str) -> Option<&str> {
    let marks = line.len() - line.trim_start_matches('`').len();
    (marks >= 3 && line[marks..].trim() == "ron").then(|| &line[..marks])
}

pub(super) fn picture(line: SourceLine<'_>) -> Option<FileBlock> {
    let (span, attributes) = Attributes::of(line).unwrap_or((line.span(), Attributes::default()));
    let words = line.text.get(..span.len())?.trim_end();
    let inside = words.strip_prefix("![")?.strip_suffix(')')?;
    let (alt, file) = inside.split_once("](")?;
    let from = line.start + 2;
    let file_at = from + alt.len() + 2;
    Some(FileBlock::Picture { alt: from..from + alt.len(), file: file_at..file_at + file.len(), attributes })
}
