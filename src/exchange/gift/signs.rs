//! The characters of a GIFT question, each with its place and whether a backslash takes its meaning away.

use super::TextFormat;
use crate::exchange::fidelity::SourcePlace;

#[derive(Clone, Copy, Debug)]
struct Sign {
    c: char,
    is_literal: bool,
    at: SourcePlace,
}

/// A stretch of a question.
#[derive(Clone, Debug, Default)]
pub(super) struct Signs(Vec<Sign>);

impl Signs {
    /// The lines, of which the first has the number `first`.
    pub(super) fn of(lines: &[&str], first: usize) -> Self {
        let mut signs = Vec::new();
        for (n, line) in lines.iter().enumerate() {
            let mut chars = line.chars().enumerate().peekable();
            while let Some((column, c)) = chars.next() {
                let at = SourcePlace { line: first + n, column: column + 1 };
                let escaped = (c == '\\').then(|| chars.peek().copied()).flatten();
                match escaped {
                    Some((_, next)) if matches!(next, '~' | '=' | '#' | '{' | '}' | ':' | '\\' | 'n') => {
                        chars.next();
                        let c = if next == 'n' { '\n' } else { next };
                        signs.push(Sign { c, is_literal: true, at });
                    }
                    _ => signs.push(Sign { c, is_literal: false, at }),
                }
            }
            signs.push(Sign {
                c: '\n',
                is_literal: false,
                at: SourcePlace { line: first + n, column: line.len() + 1 },
            });
        }
        Self(signs)
    }

    /// Where its first sign stands that is not blank.
    pub(super) fn place(&self) -> SourcePlace {
        let first = self.0.iter().find(|sign| !sign.c.is_whitespace()).or(self.0.first());
        first.map_or(SourcePlace { line: 1, column: 1 }, |sign| sign.at)
    }

    pub(super) fn words(&self) -> String {
        self.0.iter().map(|sign| sign.c).collect::<String>().trim().to_owned()
    }

    pub(super) fn is_blank(&self) -> bool {
        self.0.iter().all(|sign| sign.c.is_whitespace())
    }

    /// Where `mark` first stands, as it means something.
    pub(super) fn find(&self, mark: &str) -> Option<usize> {
        let mark: Vec<char> = mark.chars().collect();
        let fits = |signs: &[Sign]| signs.iter().zip(&mark).all(|(sign, c)| sign.c == *c && !sign.is_literal);
        self.0.windows(mark.len()).position(fits)
    }

    pub(super) fn until(&self, at: usize) -> Self {
        Self(self.0[..at.min(self.0.len())].to_vec())
    }

    pub(super) fn from(&self, at: usize) -> Self {
        Self(self.0[at.min(self.0.len())..].to_vec())
    }

    /// Both sides of the first `mark`.
    pub(super) fn split(&self, mark: &str) -> Option<(Self, Self)> {
        let at = self.find(mark)?;
        Some((self.until(at), self.from(at + mark.chars().count())))
    }

    /// From the first sign on that is not blank.
    pub(super) fn without_blanks(self) -> Self {
        let at = self.0.iter().position(|sign| !sign.c.is_whitespace()).unwrap_or(self.0.len());
        self.from(at)
    }

    /// `::Title::` and what follows.
    pub(super) fn title(self) -> (Option<String>, Self) {
        let all = self.without_blanks();
        if all.find("::") != Some(0) {
            return (None, all);
        }
        match all.from(2).split("::") {
            Some((title, rest)) => (Some(title.words()), rest),
            None => (None, all),
        }
    }

    /// `[html]` and what follows.
    pub(super) fn text_format(self) -> (TextFormat, Self) {
        let all = self.without_blanks();
        for (mark, format) in [
            ("[html]", TextFormat::Html),
            ("[moodle]", TextFormat::Auto),
            ("[plain]", TextFormat::Plain),
            ("[markdown]", TextFormat::Markdown),
        ] {
            if all.find(mark) == Some(0) {
                return (format, all.from(mark.len()));
            }
        }
        (TextFormat::Auto, all)
    }

    /// What stands before, in and behind the braces.
    pub(super) fn answer(&self) -> Option<(Self, Self, Self)> {
        let (before, rest) = self.split("{")?;
        let (inside, after) = rest.split("}")?;
        Some((before, inside, after))
    }

    /// The answers: each with the sign `=` or `~` that it begins with. What stands before the first is apart.
    pub(super) fn answers(&self) -> (Self, Vec<(char, Self)>) {
        let marks: Vec<usize> = self
            .0
            .iter()
            .enumerate()
            .filter(|(_, sign)| matches!(sign.c, '=' | '~') && !sign.is_literal)
            .map(|(at, _)| at)
            .collect();
        let lead = self.until(marks.first().copied().unwrap_or(self.0.len()));
        let ends = marks.iter().skip(1).copied().chain([self.0.len()]);
        let answers = marks.iter().zip(ends).map(|(&at, end)| (self.0[at].c, Self(self.0[at + 1..end].to_vec())));
        (lead, answers.collect())
    }
}
