//! What was typed, looked for.

use std::ops::Range;

use super::SearchEntry;
use super::index::{Closeness, LineId, SearchIndex, WordId, is_part};
use super::words::{Misspelt, part, words};

/// Most words that are looked for.
const MOST_WORDS: usize = 8;

/// What was found, the best first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hits {
    /// How many there are in all.
    pub total: usize,
    /// No more than were asked for.
    pub first: Vec<Hit>,
    /// The typed words in plain letters, and whether a slip was forgiven in them.
    typed: Vec<(String, bool)>,
}

/// An entry, and the line of it that meets most of what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    pub(super) entry: u32,
    pub(super) line: LineId,
}

/// A bit for each typed word.
type Met = u8;

/// What is gathered while words are looked for.
struct Gathered {
    in_entry: Vec<Met>,
    in_line: Vec<Met>,
    closeness: Vec<Closeness>,
}

impl SearchIndex {
    /// The best `most` entries that hold all of what was `typed`.
    #[must_use]
    pub fn find(&self, typed: &str, most: usize) -> Hits {
        let mut typed: Vec<String> = words(typed).map(|(_, word)| word.into_owned()).collect();
        typed.dedup();
        typed.truncate(MOST_WORDS);
        if typed.is_empty() {
            return Hits::default();
        }
        let mut met: Vec<Vec<(WordId, Closeness)>> = typed.iter().map(|word| self.as_typed(word)).collect();
        let mut slipped: Vec<bool> = met.iter().map(Vec::is_empty).collect();
        for (at, word) in typed.iter().enumerate().filter(|(at, _)| slipped[*at]) {
            met[at] = self.misspelt(word);
        }
        let mut ranked = self.ranked(&met);
        if ranked.is_empty() && slipped.contains(&false) {
            // Each word stands somewhere, but not together: one of them may be a slip that is a word by chance.
            for (at, word) in typed.iter().enumerate().filter(|(at, _)| !slipped[*at]) {
                met[at].extend(self.misspelt(word));
            }
            slipped.fill(true);
            ranked = self.ranked(&met);
        }
        let total = ranked.len();
        if most < total {
            ranked.select_nth_unstable(most);
            ranked.truncate(most);
        }
        ranked.sort_unstable();
        let first = ranked.into_iter().map(|(_, hit)| hit).collect();
        Hits { total, first, typed: typed.into_iter().zip(slipped).collect() }
    }

    fn ranked(&self, met: &[Vec<(WordId, Closeness)>]) -> Vec<(Rank, Hit)> {
        let mut gathered = Gathered {
            in_entry: vec![0; self.entries.len()],
            in_line: vec![0; self.lines.len()],
            closeness: vec![0; self.lines.len()],
        };
        for (at, found) in met.iter().enumerate() {
            let bit = 1 << at;
            for &(word, closeness) in found {
                for &line in self.lines_of(word) {
                    let at = line as usize;
                    if gathered.in_line[at] & bit == 0 {
                        gathered.in_line[at] |= bit;
                        gathered.closeness[at] = gathered.closeness[at].saturating_add(closeness);
                        gathered.in_entry[self.entry_of[at] as usize] |= bit;
                    }
                }
            }
        }
        let all = Met::MAX >> (Met::BITS as usize - met.len());
        let whole = (0_u32..).zip(&gathered.in_entry).filter(|(_, met)| **met == all);
        whole.map(|(entry, _)| self.rank(entry, all, &gathered)).collect()
    }

    fn rank(&self, entry: u32, all: Met, gathered: &Gathered) -> (Rank, Hit) {
        let lines = self.first_lines[entry as usize]..self.first_lines[entry as usize + 1];
        let title = lines.start as usize;
        let worth = |line: u32| (gathered.in_line[line as usize].count_ones(), gathered.closeness[line as usize]);
        // Of lines that are worth the same, the first.
        let best = (lines.start + 1..lines.end).rev().max_by_key(|&line| worth(line));
        let line = best.unwrap_or(lines.start);
        let kind = self.entries[entry as usize].kind;
        let in_title = kind.is_named() && gathered.in_line[title] == all;
        let in_a_line = [title, line as usize].into_iter().any(|at| gathered.in_line[at] == all);
        let spread = if in_title {
            Spread::Title
        } else if in_a_line {
            Spread::Line
        } else {
            Spread::Entry
        };
        let closeness = [title, line as usize].map(|at| gathered.closeness[at]).into_iter().max().unwrap_or(0);
        let rank = Rank { spread, far: Closeness::MAX - closeness, kind, entry };
        (rank, Hit { entry, line })
    }

    #[must_use]
    pub fn entry(&self, hit: Hit) -> &SearchEntry {
        &self.entries[hit.entry as usize]
    }

    /// All lines of what was found, its title first.
    #[must_use]
    pub fn lines(&self, hit: Hit) -> impl ExactSizeIterator<Item = &str> {
        let entry = hit.entry as usize;
        (self.first_lines[entry] as usize..self.first_lines[entry + 1] as usize).map(|at| self.lines.get(at))
    }

    /// The line that meets what was typed; the first where only the title does, and the title where there is no other.
    #[must_use]
    pub fn line(&self, hit: Hit) -> &str {
        self.lines.get(hit.line as usize)
    }
}

/// The best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    spread: Spread,
    far: Closeness,
    kind: super::FoundKind,
    entry: u32,
}

/// Where all that was typed stands together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Spread {
    Title,
    Line,
    Entry,
}

impl PartialOrd for Hit {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Hit {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.entry, self.line).cmp(&(other.entry, other.line))
    }
}

impl Hits {
    /// What of `text` is to be marked: in bytes, in order.
    pub fn marks<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Range<usize>> + use<'a> {
        let slips: Vec<Misspelt> =
            self.typed.iter().filter(|(_, slipped)| *slipped).filter_map(|(typed, _)| Misspelt::new(typed)).collect();
        words(text).filter_map(move |(at, word)| {
            let typed = self.typed.iter().find(|(typed, _)| is_part(typed, &word));
            if let Some((typed, _)) = typed {
                let part = part(&text[at.clone()], typed);
                return Some(at.start + part.start..at.start + part.end);
            }
            slips.iter().any(|slip| slip.is_meant(&word)).then_some(at)
        })
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.first.is_empty()
    }
}
