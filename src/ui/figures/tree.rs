//! A tree: each node below its parent, on a branch. A leaf that names a spoke of the wheel, such as “Track Two”, has its colour.

use ratatui::text::Line;

use ratatui::style::Style;

use super::compose::{entry, run, words, wrapped};
use crate::course::model::Node;
use crate::ui::theme::Theme;

/// The tree under `root`.
pub(super) fn tree(root: &Node, noun: &str, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let mut lines = wrapped(&words(&root.label), theme.strong, width);
    for (n, node) in root.under.iter().enumerate() {
        lines.extend(branch(node, ("", n + 1 == root.under.len()), noun, theme, width));
    }
    lines
}

/// `node` on its branch; `margin` holds the branches that pass on the left.
fn branch(node: &Node, (margin, last): (&str, bool), noun: &str, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let (turn, pass) = if last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
    let below = format!("{margin}{pass}");
    // A label of several lines must not cut the branch to its own children.
    let stem = if node.under.is_empty() { below.clone() } else { format!("{below}│  ") };
    let label = words(&node.label);
    let style = if node.under.is_empty() { leaf(&label, noun, theme) } else { theme.strong };
    let mut lines = entry(&run(format!("{margin}{turn}"), theme.dim), &run(stem, theme.dim), &label, style, width);
    for (n, child) in node.under.iter().enumerate() {
        lines.extend(branch(child, (&below, n + 1 == node.under.len()), noun, theme, width));
    }
    lines
}

/// The colour of the one spoke that a label names by `noun` and number; a label that names several has none.
fn leaf(label: &str, noun: &str, theme: &Theme) -> Style {
    let words: Vec<String> = label.split_whitespace().map(bare).collect();
    let mut named = words.windows(2).filter(|pair| !noun.is_empty() && pair[0] == noun).map(|pair| number(&pair[1]));
    let first = named.next().flatten();
    let one = first.filter(|&no| named.all(|other| other == Some(no)));
    one.map_or(theme.text, |no| theme.track(no))
}

/// A word in small letters, without the signs around it.
fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// A number in digits or as a word; 1.5 is none.
fn number(word: &str) -> Option<u8> {
    const NAMES: [&str; 9] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let at = (1..=9).zip(NAMES).find(|(_, name)| *name == word).map(|(no, _)| no);
    at.or_else(|| word.parse().ok())
}
