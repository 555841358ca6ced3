//! What can be seen of an option by somebody who knows nothing of its subject. The lists of words follow the cues that
//! handbooks of item writing warn of (Haladyna, Downing & Rodriguez 2002; Haladyna & Rodriguez 2013, ch. 6).

use std::collections::HashSet;

use super::puzzle::{Puzzle, SeenText};
use super::row::number;

const HEDGES: &str = "may might can could often usually sometimes some many most mostly tends tend seldom likely partly \
                      generally perhaps about nearly rarely";
pub(super) const ABSOLUTES: &str =
    "all always never none no only every any must cannot nothing nobody everyone whole entirely ever";
/// Words with which a thoughtful author grants the other side something.
const CONCESSIONS: &str = "though although but yet however despite while may might risk know price cost unless still";
const CONCESSIVE_PHRASES: [&str; 2] = [" even if ", " as long as "];

/// Something by which one option stands out from the others.
pub(super) struct Cue {
    pub(super) name: &'static str,
    pub(super) change: &'static str,
    /// The option with the highest is picked.
    pub(super) score: fn(&Puzzle, usize) -> f64,
}

/// What is tried wherever one of several texts is to be picked.
pub(super) const CUES: [Cue; 15] = [
    Cue { name: "the longest", change: LENGTH, score: |p, at| long(p, at) },
    Cue { name: "the shortest", change: LENGTH, score: |p, at| -long(p, at) },
    Cue { name: "the most hedged (may, often, some)", change: TONE, score: |p, at| count(HEDGES, &p.options[at]) },
    Cue {
        name: "the fewest absolutes (all, never, only)",
        change: TONE,
        score: |p, at| -count(ABSOLUTES, &p.options[at]),
    },
    Cue {
        name: "the most absolutes (all, never, only)",
        change: TONE,
        score: |p, at| count(ABSOLUTES, &p.options[at]),
    },
    Cue {
        name: "the most concessions (though, may, a semicolon)",
        change: "let every option concede something, or none",
        score: |p, at| concessions(&p.options[at]),
    },
    Cue {
        name: "the one with “I”",
        change: "write all options in one person",
        score: |p, at| count("i", &p.options[at]),
    },
    Cue {
        name: "the one with a number",
        change: "give numbers in every option, or in none",
        score: |p, at| f64::from(u8::from(has_digit(&p.options[at].text))),
    },
    Cue { name: "most words of the stem", change: STEM, score: |p, at| shared_with_stem(p, at) },
    Cue { name: "fewest words of the stem", change: STEM, score: |p, at| -shared_with_stem(p, at) },
    Cue { name: "closest to the others", change: KIN, score: |p, at| central(p, at) },
    Cue { name: "odd one out", change: KIN, score: |p, at| -central(p, at) },
    Cue { name: "first in the file", change: PLACE, score: |_, at| f64::from(u8::from(at == 0)) },
    Cue { name: "second in the file", change: PLACE, score: |_, at| f64::from(u8::from(at == 1)) },
    Cue { name: "last in the file", change: PLACE, score: |p, at| f64::from(u8::from(at + 1 == p.options.len())) },
];

const LENGTH: &str = "make options similar in length, so that length gives nothing away";
const TONE: &str = "state all options with the same certainty";
const STEM: &str = "let the words of the stem stand in all options, or in none";
const KIN: &str = "write distractors from different misconceptions, not as variations of the key, nor the key as the only other thing";
const PLACE: &str = "move keys to other places: the program shuffles, but files and exports are read too";

fn long(puzzle: &Puzzle, at: usize) -> f64 {
    number(puzzle.options[at].length)
}

/// How many words of `text` stand in a list of words apart by blanks.
pub(super) fn count(list: &str, text: &SeenText) -> f64 {
    number(text.words.iter().filter(|w| list.split_whitespace().any(|l| l == *w)).count())
}

fn concessions(text: &SeenText) -> f64 {
    let line = format!(" {} ", text.words.join(" "));
    let phrases: usize = CONCESSIVE_PHRASES.iter().map(|p| line.matches(p).count()).sum();
    count(CONCESSIONS, text) + number(phrases + usize::from(text.text.contains(';')))
}

pub(super) fn hedges(text: &SeenText) -> f64 {
    count(HEDGES, text)
}

pub(super) fn has_digit(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

pub(super) fn shared_with_stem(puzzle: &Puzzle, at: usize) -> f64 {
    number(puzzle.options[at].content.intersection(&puzzle.stem).count())
}

/// How much its words are those of the other options.
pub(super) fn central(puzzle: &Puzzle, at: usize) -> f64 {
    let bag = |text: &SeenText| text.words.iter().cloned().collect::<HashSet<String>>();
    let own = bag(&puzzle.options[at]);
    let others = puzzle.options.iter().enumerate().filter(|(other, _)| *other != at);
    others.map(|(_, text)| alike(&own, &bag(text))).sum()
}

/// How much two sets share, 0 to 1 (Jaccard 1901).
fn alike(a: &HashSet<String>, b: &HashSet<String>) -> f64 {
    let both = a.intersection(b).count();
    number(both) / number((a.len() + b.len() - both).max(1))
}

/// The one place of the highest of `scores`; `None` when two share it, and nothing tells them apart.
pub(super) fn single_best(scores: &[f64]) -> Option<usize> {
    let best = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut at = scores.iter().enumerate().filter(|(_, s)| (**s - best).abs() < 1e-9).map(|(at, _)| at);
    let first = at.next()?;
    at.next().is_none().then_some(first)
}
