//! How things are counted in words.

/// How `n` is counted: "1 question", "2 questions".
pub(super) fn count(n: usize, one: &str) -> String {
    format!("{n} {one}{}", if n == 1 { "" } else { "s" })
}
