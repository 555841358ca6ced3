//! What a licence asks for wherever the words of a course go: title, authors, source and licence.

use serde::Serialize;

use super::model::{About, Text};

/// Whose the words of a course are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Attribution {
    pub title: String,
    pub version: String,
    /// As they want to be named; none where the course names none.
    pub authors: Vec<String>,
    pub source: Option<String>,
    pub licence: String,
    /// The text of the licence, where its name tells it.
    pub licence_address: Option<String>,
}

impl Attribution {
    #[must_use]
    pub fn of(about: &About) -> Self {
        Self {
            title: about.title.to_string(),
            version: about.version.to_string(),
            authors: about.authors.iter().map(Text::to_string).collect(),
            source: about.source.as_ref().map(Text::to_string),
            licence: about.licence.to_string(),
            licence_address: address(about.licence.as_str()),
        }
    }

    /// In sentences, as they stand at the foot of a page.
    #[must_use]
    pub fn words(&self) -> String {
        let Self { title, version, authors, source, licence, licence_address } = self;
        let by = if authors.is_empty() { String::new() } else { format!(", by {}", authors.join(", ")) };
        let source = source.as_ref().map_or_else(String::new, |source| format!(" Source: {source}."));
        let address = licence_address.as_ref().map_or_else(String::new, |address| format!(" ({address})"));
        format!(
            "The words are those of the course “{title}”, version {version}{by}, as the program chose and arranged \
             them.{source} Licence: {licence}{address}."
        )
    }
}

/// Where a licence of Creative Commons stands, by its short name: `CC BY-SA 4.0`.
fn address(licence: &str) -> Option<String> {
    let name = licence.strip_prefix("CC")?;
    let (terms, version) = name.trim_start_matches([' ', '-']).rsplit_once([' ', '-'])?;
    let is_version = version.split('.').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    let is_terms = terms.split('-').all(|part| matches!(part, "BY" | "SA" | "NC" | "ND"));
    match terms {
        _ if !is_version => None,
        "0" => Some(format!("https://creativecommons.org/publicdomain/zero/{version}/")),
        terms if is_terms => Some(format!("https://creativecommons.org/licenses/{}/{version}/", terms.to_lowercase())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_licences_of_creative_commons_have_an_address() {
        for (name, path) in [
            ("CC BY 4.0", Some("licenses/by/4.0/")),
            ("CC-BY-SA-3.0", Some("licenses/by-sa/3.0/")),
            ("CC BY-NC-ND 4.0", Some("licenses/by-nc-nd/4.0/")),
            ("CC0 1.0", Some("publicdomain/zero/1.0/")),
            ("CC BY", None),
            ("CCC 4.0", None),
            ("none", None),
        ] {
            let address = address(name);
            assert_eq!(address.as_deref().and_then(|a| a.strip_prefix("https://creativecommons.org/")), path, "{name}");
        }
    }

    #[test]
    fn what_a_course_does_not_say_is_left_out() {
        let bare = Attribution {
            title: "C".into(),
            version: "1".into(),
            authors: vec![],
            source: None,
            licence: "all rights reserved".into(),
            licence_address: None,
        };
        let words = bare.words();
        assert!(
            words.contains("“C”, version 1, as the program") && words.ends_with("Licence: all rights reserved."),
            "{words}"
        );
    }
}
