//! Words that may be the stem of a list of options, and what follows the list.

use super::quiz::ticked;

/// Paragraphs between two headings, cards or rulers.
#[derive(Default)]
pub(super) struct Paragraphs<'a> {
    /// The heading above: its rank and words.
    heading: Option<(usize, &'a str)>,
    line: usize,
    stem: Vec<&'a str>,
    options: Vec<&'a str>,
    /// What stands behind an empty line after the options.
    after: Vec<&'a str>,
    after_line: usize,
    is_apart: bool,
}

impl<'a> Paragraphs<'a> {
    /// What follows a heading.
    pub(super) fn below(line: usize, rank: usize, words: &'a str) -> Self {
        Self { heading: Some((rank, words)), line, ..Self::default() }
    }

    pub(super) fn has_options(&self) -> bool {
        !self.options.is_empty()
    }

    /// Whether words stand behind the options.
    pub(super) fn is_after(&self) -> bool {
        self.after.iter().any(|line| !line.trim().is_empty())
    }

    /// Whether the line before was words of a stem.
    pub(super) fn is_stem(&self) -> bool {
        self.options.is_empty() && self.stem.last().is_some_and(|line| !line.trim().is_empty())
    }

    /// The heading, where it is a deck of its own.
    pub(super) fn deck(&self) -> Option<&'a str> {
        self.heading.filter(|(rank, _)| *rank == 2).map(|(_, words)| words)
    }

    /// Adds a line; gives the deck that begins when the heading turns out to be one.
    pub(super) fn push(&mut self, number: usize, line: &'a str, is_code: bool) -> Option<&'a str> {
        let is_blank = line.trim().is_empty();
        if !is_code && ticked(line).is_some() {
            self.options.append(&mut self.after);
            self.options.push(line);
            self.is_apart = false;
            return None;
        }
        if self.has_options() {
            match (is_blank, self.is_apart) {
                (true, _) => {
                    self.is_apart = true;
                    self.after.push(line);
                }
                (false, false) => self.options.push(line),
                (false, true) => {
                    if !self.is_after() {
                        self.after_line = number;
                    }
                    self.after.push(line);
                }
            }
            return None;
        }
        if is_blank && self.stem.is_empty() {
            return None;
        }
        let deck = if self.stem.is_empty() { self.heading.take().filter(|(rank, _)| *rank == 2) } else { None };
        if self.stem.is_empty() {
            self.line = number;
        }
        self.stem.push(line);
        deck.map(|(_, words)| words)
    }

    /// The paragraph before the line that parts the sides of a card, and its first line.
    pub(super) fn last_paragraph(&self) -> (usize, Vec<&'a str>) {
        let from = self.stem.iter().rposition(|line| line.trim().is_empty()).map_or(0, |at| at + 1);
        (self.line + from, self.stem[from..].to_vec())
    }

    /// What stands behind the options, as what begins the next list.
    pub(super) fn split_after(&mut self) -> Self {
        let stem: Vec<&str> =
            std::mem::take(&mut self.after).into_iter().skip_while(|line| line.trim().is_empty()).collect();
        Self { line: self.after_line, stem, ..Self::default() }
    }

    /// First line, stem, options and what follows them. A heading asks where there is no other stem.
    pub(super) fn lines(self) -> (usize, Vec<&'a str>) {
        let heading = self.heading.map(|(_, words)| words).filter(|_| self.stem.is_empty());
        let lines = heading.into_iter().chain(self.stem).chain(self.options).chain(self.after);
        (self.line, lines.collect())
    }
}

/// Lines without the blanks that all but the first have in common.
pub(super) fn joined(lines: &[&str]) -> String {
    let rest = lines.iter().skip(1).filter(|line| !line.trim().is_empty());
    let inset = rest.map(|line| line.len() - line.trim_start().len()).min().unwrap_or(0);
    let cut = |(n, line): (usize, &&str)| {
        if n == 0 { (*line).to_owned() } else { line.get(inset..).unwrap_or_default().to_owned() }
    };
    lines.iter().enumerate().map(cut).collect::<Vec<_>>().join("\n").trim().to_owned()
}
