//! Who earned what: a row per attempt, a column per item.

/// Marks of every attempt at every item. Complete: an item not reached is an item with 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    most: Vec<f64>,
    rows: Vec<Vec<f64>>,
}

/// Why marks make no matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MatrixError {
    #[error("attempt {attempt} has {found} marks for {items} items")]
    Ragged { attempt: usize, found: usize, items: usize },
    #[error("a mark of attempt {attempt} is no number")]
    NoNumber { attempt: usize },
    #[error("item {item} has no points to earn")]
    NoPoints { item: usize },
}

impl Matrix {
    /// `most` is the most points each item gives; `rows` the marks, one row per attempt.
    ///
    /// # Errors
    /// When a row is too short or too long, or a number is none. Attempts and items are counted from 1.
    pub fn new(most: Vec<f64>, rows: Vec<Vec<f64>>) -> Result<Self, MatrixError> {
        if let Some(item) = most.iter().position(|&m| !(m.is_finite() && m > 0.0)) {
            return Err(MatrixError::NoPoints { item: item + 1 });
        }
        for (attempt, row) in (1..).zip(&rows) {
            if row.len() != most.len() {
                return Err(MatrixError::Ragged { attempt, found: row.len(), items: most.len() });
            }
            if row.iter().any(|mark| !mark.is_finite()) {
                return Err(MatrixError::NoNumber { attempt });
            }
        }
        Ok(Self { most, rows })
    }

    /// S.
    #[must_use]
    pub fn attempts(&self) -> usize {
        self.rows.len()
    }

    /// k.
    #[must_use]
    pub fn items(&self) -> usize {
        self.most.len()
    }

    /// Most points of an item; `None` when there is no such item.
    pub(super) fn most(&self, item: usize) -> Option<f64> {
        self.most.get(item).copied()
    }

    /// x: the marks of an item.
    pub(super) fn marks(&self, item: usize) -> Vec<f64> {
        self.rows.iter().filter_map(|row| row.get(item).copied()).collect()
    }

    /// o: the marks of everything but an item. Summed, not subtracted, so that nothing is lost.
    pub(super) fn rests(&self, item: usize) -> Vec<f64> {
        let rest = |row: &Vec<f64>| row.iter().enumerate().filter(|&(i, _)| i != item).map(|(_, mark)| mark).sum();
        self.rows.iter().map(rest).collect()
    }

    /// T: the total of each attempt.
    pub(super) fn totals(&self) -> Vec<f64> {
        self.rows.iter().map(|row| row.iter().sum()).collect()
    }
}
