//! The table: what was measured, its limit, and whether it holds.

use std::fmt;

/// The rows, in the order they were measured.
#[derive(Default)]
pub(crate) struct Table(Vec<Row>);

struct Row {
    what: String,
    measured: String,
    limit: String,
    holds: bool,
}

impl Table {
    /// A row that has to hold.
    pub(crate) fn row(&mut self, what: impl Into<String>, measured: String, limit: impl Into<String>, holds: bool) {
        self.0.push(Row { what: what.into(), measured, limit: limit.into(), holds });
    }

    /// A row to compare with.
    pub(crate) fn note(&mut self, what: impl Into<String>, measured: String) {
        self.row(what, measured, "", true);
    }

    pub(crate) fn holds(&self) -> bool {
        self.0.iter().all(|row| row.holds)
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\n| what | measured | limit | |\n|---|---|---|---|")?;
        for Row { what, measured, limit, holds } in &self.0 {
            let verdict = if limit.is_empty() {
                ""
            } else if *holds {
                "ok"
            } else {
                "OVER"
            };
            writeln!(f, "| {what} | {measured} | {limit} | {verdict} |")?;
        }
        Ok(())
    }
}

/// The value that `share` of all values do not exceed; half: the median.
pub(crate) fn quantile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a place among some hundred values"
    )]
    let at = ((sorted.len().saturating_sub(1)) as f64 * share).round() as usize;
    sorted.get(at).copied().unwrap_or(f64::NAN)
}
