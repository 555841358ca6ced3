//! Indentation in a course file belongs to the file, not to the text: only that of code and of lists in lists counts.

/// From this many blanks on, what all further lines have in common is the file's own indentation.
const OF_THE_FILE: usize = 4;

/// A list in a list begins this many blanks further in, at least.
const NESTED: usize = 2;

/// `text` with every line at the left but for items of nested lists and lines of code.
pub(super) fn levelled(text: &str) -> String {
    let common = of_the_file(text);
    let mut lines: Vec<String> = Vec::new();
    // The fence that closes, and how far in the open one stood.
    let mut fence: Option<(&str, usize)> = None;
    // How far in the first item of the list stands.
    let mut list: Option<usize> = None;
    for (n, line) in text.lines().enumerate() {
        let bare = line.trim_start();
        let own = (line.len() - bare.len()).saturating_sub(if n == 0 { 0 } else { common });
        if let Some((mark, inset)) = fence {
            let within = (line.len() - bare.len()).saturating_sub(if n == 0 { 0 } else { common + inset });
            lines.push(format!("{}{bare}", " ".repeat(if bare.starts_with(mark) { 0 } else { within })));
            fence = fence.filter(|_| !bare.starts_with(mark));
            continue;
        }
        fence = ["```", "~~~"].into_iter().find(|mark| bare.starts_with(mark)).map(|mark| (mark, own));
        let nested = is_item(bare) && list.is_some_and(|first| own >= first + NESTED);
        list = match list {
            _ if !is_item(bare) && !bare.is_empty() && own == 0 => None,
            None if is_item(bare) => Some(own),
            known => known,
        };
        lines.push(if nested { format!("    {bare}") } else { bare.to_owned() });
    }
    lines.join("\n")
}

/// The blanks before every line but the first, when they are so many that they can only be the file's.
fn of_the_file(text: &str) -> usize {
    let further = text.lines().skip(1).filter(|l| !l.trim().is_empty());
    let least = further.map(|l| l.len() - l.trim_start().len()).min().unwrap_or(0);
    if least >= OF_THE_FILE { least } else { 0 }
}

/// Whether a line begins an item of a list.
fn is_item(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = rest.len() < line.len() && (rest.starts_with(". ") || rest.starts_with(") "));
    numbered || ["- ", "* ", "+ "].iter().any(|mark| line.starts_with(mark))
}
