//! The elements of a lesson or a bank in its RON text, and the comments beside them.

use std::collections::HashMap;
use std::ops::Range;

use super::ron_map::RonBuilder;
use crate::course::literals::literals;

/// A list whose elements stand by themselves in Markdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum ElementList {
    Objectives,
    Sections,
    /// Of all sections together.
    Blocks,
    Terms,
    Cards,
    Questions,
}

impl ElementList {
    /// The list of this name, so many brackets deep.
    fn named(name: &str, depth: usize) -> Option<Self> {
        match (name, depth) {
            ("objectives", 1) => Some(Self::Objectives),
            ("sections", 1) => Some(Self::Sections),
            ("body", 3) => Some(Self::Blocks),
            ("terms", 1) => Some(Self::Terms),
            ("cards", 1) => Some(Self::Cards),
            ("questions", 1) => Some(Self::Questions),
            _ => None,
        }
    }
}

/// Where a comment belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Anchor {
    Head,
    Before(ElementList, usize),
    Within(ElementList, usize),
    Tail,
}

/// What was found in a RON text.
#[derive(Debug, Default)]
pub(super) struct Elements {
    spans: HashMap<(ElementList, usize), Range<usize>>,
    comments: Vec<(Anchor, String)>,
}

impl Elements {
    pub(super) fn of(ron: &str) -> Self {
        let mut scanner = Scanner { ron, ..Scanner::default() };
        scanner.run();
        scanner.found
    }

    pub(super) fn span(&self, list: ElementList, at: usize) -> Option<Range<usize>> {
        self.spans.get(&(list, at)).cloned()
    }

    pub(super) fn head(&self) -> impl Iterator<Item = &str> {
        self.with(|anchor| anchor == Anchor::Head)
    }

    pub(super) fn tail(&self) -> impl Iterator<Item = &str> {
        self.with(|anchor| anchor == Anchor::Tail)
    }

    pub(super) fn before(&self, list: ElementList, at: usize) -> impl Iterator<Item = &str> {
        self.with(move |anchor| anchor == Anchor::Before(list, at))
    }

    pub(super) fn within(&self, list: ElementList, at: usize) -> impl Iterator<Item = &str> {
        self.with(move |anchor| anchor == Anchor::Within(list, at))
    }

    /// The words of every comment, in order.
    #[cfg(test)]
    pub(super) fn all_comments(&self) -> Vec<String> {
        self.comments.iter().map(|(_, words)| words.clone()).collect()
    }

    fn with(&self, is_meant: impl Fn(Anchor) -> bool) -> impl Iterator<Item = &str> {
        self.comments.iter().filter(move |(anchor, _)| is_meant(*anchor)).map(|(_, words)| &words[..])
    }
}

/// An open bracket.
#[derive(Debug)]
struct Frame {
    list: Option<ElementList>,
    /// Where the element began that is under way, and its number.
    element: Option<(usize, usize)>,
}

#[derive(Debug, Default)]
struct Scanner<'a> {
    ron: &'a str,
    found: Elements,
    stack: Vec<Frame>,
    counts: HashMap<ElementList, usize>,
    /// Comments before an element that is yet to come.
    waiting: Vec<String>,
    /// The last name, and the one before the last colon.
    name: &'a str,
    label: &'a str,
    /// Behind the last thing that is no comment.
    end: usize,
}

impl Scanner<'_> {
    fn run(&mut self) {
        let strings = literals(self.ron);
        let mut strings = strings.iter().map(|literal| literal.span.clone()).peekable();
        let mut at = 0;
        while let Some(c) = self.ron[at..].chars().next() {
            if let Some(span) = strings.next_if(|span| span.start <= at) {
                self.begin(at);
                at = span.end.max(at);
                self.end = at;
            } else if self.ron[at..].starts_with("//") || self.ron[at..].starts_with("/*") {
                at = self.comment(at);
            } else {
                at += self.token(at, c);
            }
        }
        let left = std::mem::take(&mut self.waiting);
        self.found.comments.extend(left.into_iter().map(|words| (Anchor::Tail, words)));
    }

    fn token(&mut self, at: usize, c: char) -> usize {
        match c {
            '(' | '[' | '{' => {
                self.begin(at);
                let list = if c == '[' { ElementList::named(self.label, self.stack.len()) } else { None };
                self.stack.push(Frame { list, element: None });
                self.label = "";
            }
            ')' | ']' | '}' => {
                self.finish();
                self.stack.pop();
            }
            ',' => {
                self.finish();
                self.label = "";
                return 1;
            }
            ':' => self.label = self.name,
            c if c.is_alphanumeric() || c == '_' => {
                self.begin(at);
                let rest = &self.ron[at..];
                let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
                self.name = &self.ron[at..at + length];
                self.end = at + length;
                return length;
            }
            c if c.is_whitespace() => return c.len_utf8(),
            _ => {}
        }
        self.end = at + c.len_utf8();
        c.len_utf8()
    }

    /// Something begins, which may be an element.
    fn begin(&mut self, at: usize) {
        let Some(Frame { list: Some(list), element: element @ None }) = self.stack.last_mut() else { return };
        let count = self.counts.entry(*list).or_default();
        *element = Some((at, *count));
        let anchor = Anchor::Before(*list, *count);
        *count += 1;
        self.found.comments.extend(self.waiting.drain(..).map(|words| (anchor, words)));
    }

    /// The element ends that is under way.
    fn finish(&mut self) {
        let Some(frame) = self.stack.last_mut() else { return };
        if let (Some(list), Some((from, number))) = (frame.list, frame.element.take()) {
            self.found.spans.insert((list, number), from..self.end);
        }
    }

    fn comment(&mut self, at: usize) -> usize {
        let rest = &self.ron[at..];
        let (words, length) = if let Some(inner) = rest.strip_prefix("/*") {
            let end = inner.find("*/").unwrap_or(inner.len());
            (&inner[..end], (end + 4).min(rest.len()))
        } else {
            let end = rest.find('\n').unwrap_or(rest.len());
            (&rest[2..end], end)
        };
        let words = words.trim().to_owned();
        let open = self.stack.iter().rev().find(|frame| frame.list.is_some());
        match open.and_then(|frame| Some((frame.list?, frame.element?))) {
            Some((list, (_, number))) => self.found.comments.push((Anchor::Within(list, number), words)),
            None if self.stack.is_empty() && self.end == 0 => self.found.comments.push((Anchor::Head, words)),
            None => self.waiting.push(words),
        }
        at + length
    }
}

/// How the end of a comment is written in the words of one.
const END: (&str, &str) = ("-->", "--\\>");

/// A comment of Markdown as comments of RON, a line each.
pub(super) fn put_comment(out: &mut RonBuilder<'_>, comment: &Range<usize>, indent: &str) {
    let words = out.source[comment.clone()].replace(END.1, END.0);
    out.at(comment.start);
    for line in words.trim().lines() {
        out.put(format!("{indent}// {}", line.trim()).trim_end());
        out.put("\n");
    }
}

/// A comment of RON as one of Markdown.
pub(super) fn markdown_comment(words: &str) -> String {
    format!("<!-- {} -->\n", words.replace(END.0, END.1))
}

/// RON as it stands in a fence, without the comma that may follow it.
pub(super) fn put_ron(out: &mut RonBuilder<'_>, body: &Range<usize>) {
    let text = &out.source[body.clone()];
    let kept = text.trim_end();
    let kept = kept.strip_suffix(',').unwrap_or(kept);
    let start = body.start + kept.len() - kept.trim_start().len();
    let ends_in_comment = kept.rsplit('\n').next().is_some_and(|line| line.contains("//"));
    out.copy(start..body.start + kept.len());
    if ends_in_comment {
        out.put("\n");
    }
}

/// The element at `span` in a fence of its own. Its lines are moved out together, unless a string goes over several.
pub(super) fn fenced(ron: &str, span: Range<usize>) -> String {
    let text = &ron[span];
    let is_moved = literals(text).iter().all(|literal| !text[literal.span.clone()].contains('\n'));
    let inner = text.lines().skip(1).filter(|line| !line.trim().is_empty());
    let indent = inner.map(|line| line.len() - line.trim_start_matches(' ').len()).min().unwrap_or(0);
    let moved = |(n, line): (usize, &str)| {
        if n == 0 || !is_moved { line.to_owned() } else { line.get(indent..).unwrap_or_default().to_owned() }
    };
    let body: Vec<String> = text.split('\n').enumerate().map(moved).collect();
    let body = body.join("\n");
    let longest = body.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}ron\n{body}\n{fence}\n")
}
