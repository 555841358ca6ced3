//! Picking one of several texts: single and multiple choice, scenario reasons and choices.

use super::cue::{CUES, Cue, central, shared_with_stem, single_best};
use super::learner::{Tokens, picks};
use super::puzzle::{Puzzle, Worth, choices, decisions, reasons, several};
use super::row::{AttackedKind, Guess, Trial};
use crate::course::Course;
use crate::study::item::Item;

const LEARNED: &str =
    "your keys share words and habits from lesson to lesson: write distractors in the same words and style";

pub(super) fn trials(course: &Course, items: &[Item]) -> Vec<Trial> {
    let mut trials = on(AttackedKind::Choice, &choices(items));
    trials.extend(on(AttackedKind::Several, &several(items)));
    trials.extend(on(AttackedKind::ScenarioReasons, &reasons(course, Worth::Best)));
    trials.extend(worst(&reasons(course, Worth::Worst)));
    trials.extend(on(AttackedKind::ScenarioChoices, &decisions(course)));
    trials
}

fn on(kind: AttackedKind, puzzles: &[Puzzle]) -> Vec<Trial> {
    let mut trials: Vec<Trial> = CUES.iter().map(|cue| by_cue(kind, puzzles, cue, cue.name.to_owned())).collect();
    let mut learned = |strategy: &str, tokens: fn(&Puzzle, usize) -> Tokens| {
        trials.push(Trial {
            kind,
            strategy: strategy.to_owned(),
            change: LEARNED,
            is_prevented: false,
            guesses: picks(puzzles, tokens),
        });
    };
    learned("learned elsewhere, options without stems", without_stem);
    learned("learned elsewhere, options and stems", with_stem);
    trials
}

/// The reason that holds least is as good to know as the one that holds.
fn worst(puzzles: &[Puzzle]) -> Vec<Trial> {
    let telling = [
        "the longest",
        "the shortest",
        "the most absolutes (all, never, only)",
        "first in the file",
        "last in the file",
    ];
    let cues = CUES.iter().filter(|cue| telling.contains(&cue.name));
    cues.map(|cue| by_cue(AttackedKind::ScenarioReasons, puzzles, cue, format!("{} is the worst", cue.name))).collect()
}

fn by_cue(kind: AttackedKind, puzzles: &[Puzzle], cue: &Cue, strategy: String) -> Trial {
    let guess = |puzzle: &Puzzle| {
        let scores: Vec<f64> = (0..puzzle.options.len()).map(|at| (cue.score)(puzzle, at)).collect();
        let pick = single_best(&scores)?;
        Some(Guess::new(&puzzle.item, &puzzle.fold, puzzle.keys[pick], puzzle.chance()))
    };
    Trial {
        kind,
        strategy,
        change: cue.change,
        is_prevented: false,
        guesses: puzzles.iter().filter_map(guess).collect(),
    }
}

/// The words of an option, and whether it is the longest or the shortest.
fn without_stem(puzzle: &Puzzle, at: usize) -> Tokens {
    let own = puzzle.options[at].length;
    let lengths = || puzzle.options.iter().map(|o| o.length);
    let longest = lengths().max() == Some(own);
    let shortest = lengths().min() == Some(own);
    let marks = [(longest, "#longest"), (shortest, "#shortest")];
    let marks = marks.into_iter().filter(|(is, _)| *is).map(|(_, mark)| mark.to_owned());
    puzzle.options[at].words.iter().cloned().chain(marks).collect()
}

/// The same, how much of the stem it holds, and how close it is to the other options.
fn with_stem(puzzle: &Puzzle, at: usize) -> Tokens {
    let mut tokens = without_stem(puzzle, at);
    tokens.insert(format!("#stem {:.0}", shared_with_stem(puzzle, at).min(3.0)));
    tokens.insert(format!("#others {:.0}", (central(puzzle, at) * 3.0).min(4.0)));
    tokens
}
