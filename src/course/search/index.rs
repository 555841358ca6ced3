//! Every word of a course, and the lines it stands in.

use std::collections::HashMap;

use super::SearchEntry;
use super::entries::entries;
use super::words::{Misspelt, is_alphabetic, words};
use crate::course::Course;

/// Words shorter than this are looked for at beginnings only.
const WITHIN: usize = 3;

/// Number of a word of the vocabulary, and of a line.
pub(super) type WordId = u32;
pub(super) type LineId = u32;

/// How well a word is met: more is better.
pub(super) type Closeness = u8;
const SLIPPED: Closeness = 1;
const WITHIN_IT: Closeness = 2;
const BEGINNING: Closeness = 3;
const WHOLE: Closeness = 4;

/// What can be found, and by which words. Made when it is first asked for.
#[derive(Debug, Default)]
pub struct SearchIndex {
    pub(super) entries: Vec<SearchEntry>,
    pub(super) lines: LineTexts,
    /// The first line of each entry, its title; and the end.
    pub(super) first_lines: Vec<LineId>,
    pub(super) entry_of: Vec<u32>,
    /// All words in order, each behind a line feed.
    vocabulary: String,
    /// Where each word begins in it; and the end.
    starts: Vec<u32>,
    /// The lines of each word, and where they begin.
    postings: Vec<LineId>,
    offsets: Vec<u32>,
}

/// Texts one behind another: thousands of short ones take half the memory that they take apart.
#[derive(Debug, Default)]
pub(super) struct LineTexts {
    text: String,
    ends: Vec<u32>,
}

impl LineTexts {
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn get(&self, at: usize) -> &str {
        let from = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.text[from..self.ends[at] as usize]
    }

    fn push(&mut self, line: &str) {
        self.text.push_str(line);
        self.ends.push(short(self.text.len()));
    }
}

impl SearchIndex {
    /// The index of all that `course` holds.
    #[must_use]
    pub fn of(course: &Course) -> Self {
        let mut index = Self::default();
        let mut known: HashMap<String, WordId> = HashMap::new();
        let mut pairs: Vec<(WordId, LineId)> = Vec::new();
        for (entry, lines) in entries(course) {
            let number = short(index.entries.len());
            index.first_lines.push(short(index.lines.len()));
            index.entries.push(entry);
            for line in lines {
                let at = short(index.lines.len());
                for (_, word) in words(&line) {
                    let id = known.get(&*word).copied().unwrap_or_else(|| {
                        let next = short(known.len());
                        known.insert(word.into_owned(), next);
                        next
                    });
                    pairs.push((id, at));
                }
                index.lines.push(&line);
                index.entry_of.push(number);
            }
        }
        index.first_lines.push(short(index.lines.len()));
        index.fill(known, pairs);
        index
    }

    fn fill(&mut self, known: HashMap<String, WordId>, mut pairs: Vec<(WordId, LineId)>) {
        let mut sorted: Vec<(String, WordId)> = known.into_iter().collect();
        sorted.sort_unstable();
        let mut places: Vec<WordId> = vec![0; sorted.len()];
        for (place, (word, id)) in sorted.iter().enumerate() {
            places[*id as usize] = short(place);
            self.starts.push(short(self.vocabulary.len() + 1));
            self.vocabulary.push('\n');
            self.vocabulary.push_str(word);
        }
        self.starts.push(short(self.vocabulary.len() + 1));
        for (word, _) in &mut pairs {
            *word = places[*word as usize];
        }
        pairs.sort_unstable();
        pairs.dedup();
        self.offsets = vec![0; sorted.len() + 1];
        for (word, _) in &pairs {
            self.offsets[*word as usize + 1] += 1;
        }
        for at in 1..self.offsets.len() {
            self.offsets[at] += self.offsets[at - 1];
        }
        self.postings = pairs.into_iter().map(|(_, line)| line).collect();
    }

    fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    fn word(&self, id: usize) -> &str {
        &self.vocabulary[self.starts[id] as usize..self.starts[id + 1] as usize - 1]
    }

    pub(super) fn lines_of(&self, id: WordId) -> &[LineId] {
        &self.postings[self.offsets[id as usize] as usize..self.offsets[id as usize + 1] as usize]
    }

    /// The words that `typed` is the beginning of, or a part.
    pub(super) fn as_typed(&self, typed: &str) -> Vec<(WordId, Closeness)> {
        let from = self.first_from(typed);
        let close = |id: usize| if self.word(id).len() == typed.len() { WHOLE } else { BEGINNING };
        let beginnings = (from..self.len()).take_while(|&id| self.word(id).starts_with(typed));
        let mut found: Vec<(WordId, Closeness)> = beginnings.map(|id| (short(id), close(id))).collect();
        if !is_looked_for_within(typed) {
            return found;
        }
        let mut last = None;
        for (at, _) in self.vocabulary.match_indices(typed) {
            let id = self.starts.partition_point(|&start| start as usize <= at) - 1;
            if last.replace(id) != Some(id) && !self.word(id).starts_with(typed) {
                found.push((short(id), WITHIN_IT));
            }
        }
        found
    }

    /// The words that may be meant by `typed`.
    pub(super) fn misspelt(&self, typed: &str) -> Vec<(WordId, Closeness)> {
        let Some(misspelt) = Misspelt::new(typed) else { return Vec::new() };
        let meant = (0..self.len()).filter(|&id| misspelt.is_meant(self.word(id)));
        meant.map(|id| (short(id), SLIPPED)).collect()
    }

    /// The first word that is not before `typed`.
    fn first_from(&self, typed: &str) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.word(middle) < typed { low = middle + 1 } else { high = middle }
        }
        low
    }
}

fn is_looked_for_within(typed: &str) -> bool {
    !is_alphabetic(typed) || typed.chars().count() >= WITHIN
}

/// Whether `word` is found by `typed` without a slip.
pub(super) fn is_part(typed: &str, word: &str) -> bool {
    word.starts_with(typed) || is_looked_for_within(typed) && word.contains(typed)
}

/// A course holds at most 5,000 files of 4 MB; what no number of 32 bits names is not found.
fn short(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
