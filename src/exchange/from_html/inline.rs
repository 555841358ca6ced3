//! What stands in a line: words, emphasis, code, pictures, links.

use markup5ever_rcdom::{Handle, NodeData};

use super::{DEEPEST, HtmlReader, attribute, is_block, name, raw};
use crate::print::rich;

impl HtmlReader<'_> {
    /// Everything in `node` in one line.
    pub(super) fn in_line(&mut self, node: &Handle) -> String {
        let mut line = String::new();
        self.inside(node, &mut line);
        line.split('\n').map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    fn inside(&mut self, node: &Handle, line: &mut String) {
        self.depth += 1;
        if self.depth < DEEPEST {
            node.children.borrow().iter().for_each(|child| self.inline(child, line));
        } else {
            push_words(&raw(node), line);
        }
        self.depth -= 1;
    }

    /// Adds `node` to a line; a line feed in it breaks the line.
    pub(super) fn inline(&mut self, node: &Handle, line: &mut String) {
        if let NodeData::Text { contents } = &node.data {
            return push_words(&contents.borrow(), line);
        }
        match name(node) {
            None | Some("script" | "style" | "head" | "template" | "title") => (),
            Some("br") => line.push('\n'),
            Some("b" | "strong") => self.marked(node, "**", line),
            Some("i" | "em") => self.marked(node, "*", line),
            Some("code" | "tt" | "kbd" | "samp") => line.push_str(&code(&raw(node).replace('\n', " "))),
            Some("sup") => line.push_str(&raised(&self.in_line(node), SUPERSCRIPT, '^')),
            Some("sub") => line.push_str(&raised(&self.in_line(node), SUBSCRIPT, '_')),
            Some("img") => self.picture(node, line),
            Some("a") => self.link(node, line),
            Some(tag) if is_block(tag) => {
                break_line(line);
                self.inside(node, line);
                break_line(line);
            }
            Some(_) => self.inside(node, line),
        }
    }

    /// Emphasis, its marks at the words: blanks inside would undo them.
    fn marked(&mut self, node: &Handle, mark: &'static str, line: &mut String) {
        if self.marks.contains(&mark) {
            return self.inside(node, line);
        }
        let mut inner = String::new();
        self.marks.push(mark);
        self.inside(node, &mut inner);
        self.marks.pop();
        let parts: Vec<String> = inner
            .split('\n')
            .map(|part| {
                let core = part.trim_matches(' ');
                let (before, after) = part.split_once(core).unwrap_or(("", ""));
                if core.is_empty() { part.to_owned() } else { format!("{before}{mark}{core}{mark}{after}") }
            })
            .collect();
        let text = parts.join("\n");
        // What is marked side by side is one.
        let is_joined = line.ends_with(mark) && !line.ends_with("***") && text.starts_with(mark) && mark == "**";
        if is_joined {
            line.truncate(line.len() - mark.len());
            line.push_str(&text[mark.len()..]);
        } else {
            let text =
                if line.is_empty() || line.ends_with([' ', '\n']) { text.trim_start_matches(' ') } else { &text };
            line.push_str(text);
        }
    }

    fn picture(&mut self, node: &Handle, line: &mut String) {
        let source = attribute(node, "src").unwrap_or_default();
        let file = unquoted(source.trim_start_matches("@@PLUGINFILE@@/"));
        let shown = if file.starts_with("data:") { "picture" } else { &file[..] };
        let alt = attribute(node, "alt").unwrap_or_default();
        line.push_str(&format!("![{}]({})", rich::escaped(&alt), file_in_mark(shown)));
        self.pictures.push(shown.to_owned());
    }

    fn link(&mut self, node: &Handle, line: &mut String) {
        let words = self.in_line(node);
        match attribute(node, "href").filter(|to| to.starts_with("http") && !to.contains([' ', '(', ')', '\n'])) {
            Some(to) if !words.is_empty() => line.push_str(&format!("[{words}]({to})")),
            _ => line.push_str(&words),
        }
    }
}

/// A file's name as the mark of a picture can have it.
pub(in crate::exchange) fn file_in_mark(name: &str) -> String {
    name.replace([' ', '(', ')', '\n'], "_")
}

/// The name of a file, `%20` read as the blank that it stands for.
fn unquoted(name: &str) -> String {
    let mut bytes = Vec::with_capacity(name.len());
    let mut parts = name.split('%');
    bytes.extend(parts.next().unwrap_or_default().bytes());
    for part in parts {
        match part.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                bytes.extend(part.bytes().skip(2));
            }
            None => bytes.extend(format!("%{part}").bytes()),
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| name.to_owned())
}

fn break_line(line: &mut String) {
    if !line.is_empty() && !line.ends_with('\n') {
        line.push('\n');
    }
}

/// Adds words, of whose blanks side by side one counts.
fn push_words(words: &str, line: &mut String) {
    let mut collapsed = String::with_capacity(words.len());
    for c in words.chars() {
        let c = if matches!(c, '\t' | '\n' | '\r' | '\u{c}') { ' ' } else { c };
        let before = collapsed.chars().next_back().or_else(|| line.chars().next_back());
        if c != ' ' || before.is_some_and(|before| !matches!(before, ' ' | '\n')) {
            collapsed.push(c);
        }
    }
    line.push_str(&rich::escaped(&collapsed));
}

/// Code in a line, between more backticks than are in it.
fn code(words: &str) -> String {
    if words.is_empty() {
        return String::new();
    }
    let longest = words.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let is_at_edge = |c| words.starts_with(c) || words.ends_with(c);
    let is_set_in = !words.trim().is_empty() && (is_at_edge('`') || is_at_edge(' '));
    let inset = if is_set_in { " " } else { "" };
    format!("{fence}{inset}{words}{inset}{fence}")
}

/// Signs that can be raised or lowered, and what they are then.
const SUPERSCRIPT: &str = "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻=⁼(⁽)⁾nⁿiⁱ";
const SUBSCRIPT: &str = "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋=₌(₍)₎";

/// `words` raised or lowered; behind `mark` where there are no such signs.
fn raised(words: &str, signs: &str, mark: char) -> String {
    let signs: Vec<char> = signs.chars().collect();
    let of = |c: char| signs.chunks(2).find(|pair| pair[0] == c).map(|pair| pair[1]);
    let all: Option<String> = words.chars().map(of).collect();
    match all {
        _ if words.is_empty() => String::new(),
        Some(raised) => raised,
        None if mark == '_' => format!("\\_{words}"),
        None => format!("{mark}{words}"),
    }
}
