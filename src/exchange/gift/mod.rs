//! GIFT, Moodle's text format: <https://docs.moodle.org/en/GIFT_format>.

mod answers;
mod signs;
mod write;

use self::signs::Signs;
use super::intake::{Intake, SourceItem};
use super::moodle::category_path;
use super::{FormatReader, FormatWriter, ItemFate, Outgoing, decode, markup};

/// Reads and writes GIFT.
pub(super) struct Gift;

impl FormatReader for Gift {
    fn read(&self, bytes: &[u8], intake: &mut Intake) -> Result<(), String> {
        let text = decode(bytes);
        let mut above = Vec::new();
        for block in blocks(&text) {
            above.extend(&block.comments);
            if read_block(&block, &above, intake) {
                above.clear();
            }
        }
        Ok(())
    }
}

impl FormatWriter for Gift {
    fn write(&self, course: &Outgoing<'_>, fates: &mut Vec<ItemFate>) -> String {
        write::text(course, fates)
    }
}

/// Lines between blank ones, with what the comments above them say.
struct LineGroup<'a> {
    /// Number of the first line that is no comment.
    line: usize,
    comments: Vec<&'a str>,
    lines: Vec<&'a str>,
}

fn blocks(text: &str) -> Vec<LineGroup<'_>> {
    let mut blocks = Vec::new();
    let mut block: Option<LineGroup<'_>> = None;
    let mut depth = 0_i32;
    let lines: Vec<&str> = text.lines().collect();
    for (n, line) in lines.iter().copied().enumerate() {
        let bare = line.trim();
        if bare.is_empty() && (depth <= 0 || !goes_on(&lines[n..])) {
            blocks.extend(block.take());
            depth = 0;
            continue;
        }
        let block = block.get_or_insert_with(|| LineGroup { line: n + 1, comments: Vec::new(), lines: Vec::new() });
        if bare.starts_with("//") {
            block.comments.push(bare);
            // A comment takes its line, so that the numbers stay right.
            block.lines.push("");
            continue;
        }
        depth += braces(line);
        block.lines.push(line);
    }
    blocks.extend(block);
    blocks
}

/// Whether what follows an empty line belongs to answers that are still open, and begins no question of its own.
fn goes_on(rest: &[&str]) -> bool {
    let next = rest.iter().map(|line| line.trim()).find(|line| !line.is_empty());
    next.is_some_and(|line| line.starts_with(['=', '~', '#', '}', '%']))
}

/// Braces that open less those that close.
fn braces(line: &str) -> i32 {
    let mut is_escaped = false;
    line.chars().fold(0, |depth, c| {
        let by = match c {
            '{' if !is_escaped => 1,
            '}' if !is_escaped => -1,
            _ => 0,
        };
        is_escaped = c == '\\' && !is_escaped;
        depth + by
    })
}

/// Whether it was more than comments and a category: those above belong to the next question.
fn read_block(block: &LineGroup<'_>, comments: &[&str], intake: &mut Intake) -> bool {
    let (mut first, mut lines) = (block.line, &block.lines[..]);
    while let Some(line) = lines.first() {
        if let Some(category) = line.trim().strip_prefix("$CATEGORY:") {
            intake.category(&category_path(category));
        } else if !line.trim().is_empty() {
            break;
        }
        (first, lines) = (first + 1, &lines[1..]);
    }
    if lines.is_empty() {
        return false;
    }
    let signs = Signs::of(lines, first);
    let mut found =
        SourceItem { id: tagged(comments, "[id:").pop(), tags: tagged(comments, "[tag:"), ..SourceItem::default() };
    let at = signs.place();
    let (title, body) = signs.title();
    found.title = title;
    let (format, body) = body.text_format();
    let Some((before, inside, after)) = body.answer() else {
        let words = format.markdown(&body.words(), intake);
        if body.find("{").is_some() {
            let name = found.title.filter(|title| !title.is_empty()).unwrap_or(words);
            intake.dropped(at, &name, "its answers have no end: the closing brace } is missing");
        } else {
            intake.note(at, &words, "it has no answer in braces");
        }
        return true;
    };
    let stem = joined(&before.words(), &after.words());
    let stem = format.markdown(&stem, intake);
    answers::read(at, found, format, (stem, inside), intake);
    true
}

/// The stem, with a gap where the answer stood in the middle of it.
fn joined(before: &str, after: &str) -> String {
    let (before, after) = (before.trim(), after.trim());
    if after.is_empty() { before.to_owned() } else { format!("{before} _____ {after}") }
}

/// What comments say between `mark` and `]`.
fn tagged(comments: &[&str], mark: &str) -> Vec<String> {
    let of_line = |line: &&str| {
        line.split(mark).skip(1).filter_map(|rest| Some(rest.split_once(']')?.0.trim().to_owned())).collect::<Vec<_>>()
    };
    comments.iter().flat_map(of_line).filter(|tag| !tag.is_empty()).collect()
}

/// In what a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextFormat {
    /// Moodle's own: HTML, or plain words whose lines are lines.
    Auto,
    Html,
    Plain,
    Markdown,
}

impl TextFormat {
    pub(super) fn markdown(self, words: &str, intake: &mut Intake) -> String {
        let mut pictures = Vec::new();
        let text = match self {
            Self::Auto => markup::from_auto_format(words, &mut pictures),
            Self::Html => markup::from_html(words, &mut pictures),
            Self::Plain => markup::escaped(words),
            Self::Markdown => words.trim().to_owned(),
        };
        intake.pictures(&pictures);
        text
    }
}
