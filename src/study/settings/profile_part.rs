//! The part of the settings file that belongs to a profile, when the profile is renamed or forgotten.

use std::ops::Range;

use super::change::{Unchanged, removed};
use super::entries::{Assignment, Structure};
use super::file::{PROFILES, read_settings};

/// `text` in which the part of the profile `old` belongs to `new`; a part that `new` had is left out.
///
/// # Errors
/// When nothing of the text can be read.
pub fn with_profile_renamed(path: &str, text: &str, (old, new): (&str, &str)) -> Result<String, Unchanged> {
    let text = match part(path, text, old)? {
        Some(_) => without_profile(path, text, new)?,
        None => text.to_owned(),
    };
    let Some(Assignment { name, .. }) = part(path, &text, old)? else { return Ok(text) };
    Ok(format!("{}{new:?}{}", &text[..name.start], &text[name.end..]))
}

/// `text` without the part of the profile `name`.
///
/// # Errors
/// When nothing of the text can be read.
pub fn without_profile(path: &str, text: &str, name: &str) -> Result<String, Unchanged> {
    let whole: Option<Range<usize>> = part(path, text, name)?.map(|part| part.whole);
    Ok(whole.map_or_else(|| text.to_owned(), |whole| removed(text, whole)))
}

fn part(path: &str, text: &str, name: &str) -> Result<Option<Assignment>, Unchanged> {
    let file = read_settings(path, text);
    if let Some(finding) = file.findings.into_iter().next().filter(|_| file.is_broken) {
        return Err(Unchanged::Broken(Box::new(finding)));
    }
    let structure = Structure::new(text);
    let find = |inside: Range<usize>, name: &str| {
        structure.entries(inside).into_iter().find(|entry| structure.word(entry.name.clone()) == name)
    };
    let profiles = structure.outermost().and_then(|inside| find(inside, PROFILES));
    Ok(profiles.and_then(|group| structure.inside(group.value)).and_then(|inside| find(inside, name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "// Ours.\nSettings(\n    theme: \"dark\",\n    profiles: {\n        \"ana\": (theme: \"light\"), // Ana's\n        \"bo\": (\n            text_width: 60,\n        ),\n    },\n)\n";

    #[test]
    fn a_profile_takes_its_part_along() {
        let renamed = with_profile_renamed("s", TEXT, ("ana", "anna \"a\"")).unwrap();
        assert_eq!(renamed, TEXT.replace("\"ana\"", r#""anna \"a\"""#));
        let replaced = with_profile_renamed("s", TEXT, ("ana", "bo")).unwrap();
        let file = read_settings("s", &replaced);
        assert_eq!((file.findings, file.profiles.len()), (Vec::new(), 1), "{replaced}");
        assert!(replaced.contains("\"bo\": (theme: \"light\")") && !replaced.contains("60"), "{replaced}");
        assert_eq!(with_profile_renamed("s", TEXT, ("eve", "ana")).unwrap(), TEXT, "who has no part takes none");
    }

    #[test]
    fn a_profile_that_is_forgotten_leaves_nothing() {
        let left = without_profile("s", TEXT, "bo").unwrap();
        assert!(!left.contains("bo") && !left.contains("60") && left.contains("// Ana's"), "{left}");
        assert_eq!(read_settings("s", &left).findings, []);
        let none = without_profile("s", &left, "ana").unwrap();
        assert_eq!(read_settings("s", &none).profiles.len(), 0, "{none}");
        assert_eq!(without_profile("s", "", "ana").unwrap(), "");
        assert!(without_profile("s", "Settings(", "ana").is_err());
    }
}
