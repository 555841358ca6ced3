//! A pyramid: levels from the top down, each wider than the one above, beside each who belongs to it.

use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

use super::compose::{behind, blank, entry, run, words, wrapped};
use crate::course::model::Tier;
use crate::ui::theme::Theme;

/// How much wider a level is than the one above.
const STEP: usize = 8;
/// The least room for the words beside it.
const BESIDE: usize = 22;

/// `tiers` as steps, or as a list where they do not fit.
pub(super) fn pyramid(tiers: &[Tier], theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let inner = inner_widths(tiers);
    let base = inner.last().copied().unwrap_or(0) + 2;
    if base + 3 + BESIDE > width {
        return list(tiers, theme, width);
    }
    let mut lines = vec![shelf(None, inner.first().copied(), base, theme)];
    for (n, tier) in tiers.iter().enumerate() {
        lines.extend(level(tier, inner[n], base, theme, width));
        lines.push(shelf(Some(inner[n]), inner.get(n + 1).copied(), base, theme));
    }
    lines
}

/// The width inside each level: all odd or all even, so that every level stands in the middle.
fn inner_widths(tiers: &[Tier]) -> Vec<usize> {
    let mut widths: Vec<usize> = Vec::new();
    for tier in tiers {
        let label = words(&tier.label).width() + 4;
        let above = widths.last().map_or(0, |w| w + STEP);
        widths.push((label + label % 2).max(above));
    }
    widths
}

fn level(tier: &Tier, inner: usize, base: usize, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let margin = (base - inner - 2) / 2;
    let label = words(&tier.label);
    let left = (inner - label.width()) / 2;
    let right = inner - label.width() - left;
    let mut first = run(format!("{:margin$}│{:left$}", "", ""), theme.dim);
    first.extend(run(label, theme.strong));
    first.extend(run(format!("{:right$}│{:gap$}", "", "", gap = margin + 3), theme.dim));
    let rest = run(format!("{:margin$}│{:inner$}│{:gap$}", "", "", "", gap = margin + 3), theme.dim);
    behind(&first, &rest, wrapped(&words(&tier.who), theme.text, width.saturating_sub(base + 3)))
}

/// The line between a level and the one below, wider one.
fn shelf(above: Option<usize>, below: Option<usize>, base: usize, theme: &Theme) -> Line<'static> {
    let line = match (above, below) {
        (None, Some(below)) => format!("╭{}╮", "─".repeat(below)),
        (Some(above), Some(below)) => {
            let side = "─".repeat((below - above) / 2 - 1);
            format!("╭{side}┴{}┴{side}╮", "─".repeat(above))
        }
        (Some(above), None) => format!("╰{}╯", "─".repeat(above)),
        (None, None) => String::new(),
    };
    run(format!("{:margin$}{line}", "", margin = (base - line.width()) / 2), theme.dim)
}

fn list(tiers: &[Tier], theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let label = |tier: &Tier| entry(&run("▲ ", theme.accent), &blank(2), &words(&tier.label), theme.strong, width);
    let who = |tier: &Tier| entry(&blank(2), &blank(2), &words(&tier.who), theme.text, width);
    tiers.iter().flat_map(|tier| [label(tier), who(tier)].concat()).collect()
}
