//! A tree: each node below its parent, on a branch.

use ratatui::text::Line;

use super::compose::{entry, run, words, wrapped};
use crate::course::model::Node;
use crate::ui::theme::Theme;

/// The tree under `root`.
pub(super) fn tree(root: &Node, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let mut lines = wrapped(&words(&root.label), theme.strong, width);
    for (n, node) in root.under.iter().enumerate() {
        lines.extend(branch(node, "", n + 1 == root.under.len(), theme, width));
    }
    lines
}

/// `node` on its branch; `margin` holds the branches that pass on the left.
fn branch(node: &Node, margin: &str, last: bool, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let (turn, pass) = if last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
    let below = format!("{margin}{pass}");
    // A label of several lines must not cut the branch to its own children.
    let stem = if node.under.is_empty() { below.clone() } else { format!("{below}│  ") };
    let style = if node.under.is_empty() { theme.text } else { theme.strong };
    let mut lines =
        entry(&run(format!("{margin}{turn}"), theme.dim), &run(stem, theme.dim), &words(&node.label), style, width);
    for (n, child) in node.under.iter().enumerate() {
        lines.extend(branch(child, &below, n + 1 == node.under.len(), theme, width));
    }
    lines
}
