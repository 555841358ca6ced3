//! What a check says.

use serde::Serialize;

use crate::course::model::text::defused;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Health {
    Ok,
    /// Worth a look; the program works.
    Warning,
    /// Something cannot be used.
    Error,
}

/// One check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct CheckResult {
    pub check: &'static str,
    pub state: Health,
    pub message: String,
    /// What to do, without a full stop; empty when all is well.
    pub help: String,
}

impl Health {
    pub(super) fn sign(self, ascii: bool) -> char {
        match (self, ascii) {
            (Self::Ok, false) => '✓',
            (Self::Ok, true) => '+',
            (Self::Warning, _) => '!',
            (Self::Error, false) => '✗',
            (Self::Error, true) => 'x',
        }
    }

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl CheckResult {
    pub(super) fn ok(check: &'static str, message: impl AsRef<str>) -> Self {
        Self::new(check, Health::Ok, message.as_ref(), "")
    }

    pub(super) fn warning(check: &'static str, message: impl AsRef<str>, help: impl AsRef<str>) -> Self {
        Self::new(check, Health::Warning, message.as_ref(), help.as_ref())
    }

    pub(super) fn error(check: &'static str, message: impl AsRef<str>, help: impl AsRef<str>) -> Self {
        Self::new(check, Health::Error, message.as_ref(), help.as_ref())
    }

    /// Paths, locales and what a database says come from outside.
    fn new(check: &'static str, state: Health, message: &str, help: &str) -> Self {
        let in_one_line = |text: &str| defused(text).replace('\n', " ");
        Self { check, state, message: in_one_line(message), help: in_one_line(help) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_from_outside_stays_in_its_line_and_moves_nothing() {
        let line = CheckResult::warning("course", "a\nb\u{1b}[2J", "c\u{202e}");
        assert_eq!((line.message.as_str(), line.help.as_str()), ("a b\u{fffd}[2J", "c\u{fffd}"));
    }
}
