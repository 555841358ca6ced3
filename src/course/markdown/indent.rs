//! Indentation in a course file belongs to the file, not to the text: only that of code and of lists in lists counts.

/// From this many blanks on, what all further lines have in common is the file's own indentation.
const OF_THE_FILE: usize = 4;

/// A line that stands this much further in than the one before is meant as code.
const CODE: usize = 4;

/// A list in a list begins this many blanks further in, at least.
const NESTED: usize = 2;

/// `text` with every line at the left but for items of nested lists and lines of code.
pub(super) fn levelled(text: &str) -> String {
    let common = of_the_file(text);
    let mut lines: Vec<String> = Vec::new();
    // The open fence, and how far in it stood.
    let mut fence: Option<(Fence, usize)> = None;
    // How far in the items of each open list stand.
    let mut lists: Vec<usize> = Vec::new();
    for (n, line) in text.lines().enumerate() {
        let bare = line.trim_start();
        let own = (line.len() - bare.len()).saturating_sub(if n == 0 { 0 } else { common });
        if let Some((open, inset)) = fence {
            let within = (line.len() - bare.len()).saturating_sub(if n == 0 { 0 } else { common + inset });
            lines.push(format!("{}{bare}", " ".repeat(if open.closes_at(bare) { 0 } else { within })));
            fence = fence.filter(|_| !open.closes_at(bare));
            continue;
        }
        fence = Fence::of(bare).map(|fence| (fence, own));
        if is_item(bare) {
            lists.retain(|first| own >= *first);
            if lists.last().is_none_or(|first| own >= first + NESTED) {
                lists.push(own);
            }
        } else if !bare.is_empty() && own == 0 {
            lists.clear();
        }
        let depth = if is_item(bare) { lists.len().saturating_sub(1) } else { 0 };
        lines.push(format!("{}{bare}", "    ".repeat(depth)));
    }
    lines.join("\n")
}

/// The first line that stands so much further in than the line before that code must be meant, outside lists and fences.
pub(super) fn run_on(text: &str) -> Option<String> {
    let common = of_the_file(text);
    let mut open: Option<Fence> = None;
    let (mut listed, mut before) = (false, 0);
    for (n, line) in text.lines().enumerate() {
        let bare = line.trim_start();
        let own = (line.len() - bare.len()).saturating_sub(if n == 0 { 0 } else { common });
        let was_open = open.is_some();
        open = open.map_or_else(|| Fence::of(bare), |fence| (!fence.closes_at(bare)).then_some(fence));
        listed = is_item(bare) || listed && (bare.is_empty() || own > 0);
        if !was_open && open.is_none() && !listed && n > 0 && !bare.is_empty() && own >= before + CODE {
            return Some(bare.to_owned());
        }
        if !bare.is_empty() {
            before = own;
        }
    }
    None
}

/// The line of a fence that is not closed.
pub(super) fn open_fence(text: &str) -> Option<String> {
    let mut open: Option<(Fence, &str)> = None;
    for bare in text.lines().map(str::trim_start) {
        open = match open {
            Some((fence, _)) if fence.closes_at(bare) => None,
            None => Fence::of(bare).filter(|_| text.contains('\n')).map(|fence| (fence, bare)),
            still => still,
        };
    }
    open.map(|(_, line)| line.to_owned())
}

/// What opens code: three or more of a sign. As many of it, or more, and nothing else, close it.
#[derive(Clone, Copy)]
pub(super) struct Fence {
    sign: char,
    long: usize,
}

impl Fence {
    pub(super) fn of(line: &str) -> Option<Self> {
        let sign = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
        let long = line.chars().take_while(|c| *c == sign).count();
        // What follows three ticks names the language; with a tick in it, it is code within a line.
        let code_in_a_line = sign == '`' && line[long..].contains('`');
        (long >= 3 && !code_in_a_line).then_some(Self { sign, long })
    }

    pub(super) fn closes_at(self, line: &str) -> bool {
        let line = line.trim_end();
        line.chars().all(|c| c == self.sign) && line.chars().count() >= self.long
    }
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
