//! Values that can be read and cannot be meant: a language that is none, a place off the map, an address that leads nowhere.

use super::survey::Survey;
use crate::course::files::File;
use crate::course::finding::Finding;
use crate::course::locate;
use crate::course::model::{Case, Fact, Reference};

pub(super) fn check(survey: &Survey<'_>) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    if let Some(file) = survey.asset("assets/course.ron").filter(|file| !survey.is_broken(&file.path)) {
        found.extend(language(file, survey.course.about().language.as_str()));
        found.extend(source(survey, file));
    }
    if let Some(file) = survey.asset("assets/references.ron") {
        found.extend(survey.course.references().iter().filter_map(|work| address(file, work)));
    }
    if let Some(file) = survey.asset("assets/cases.ron") {
        found.extend(survey.course.cases().iter().filter_map(|case| place_of(file, case)));
    }
    if let Some(file) = survey.asset("assets/facts.ron").filter(|_| survey.unread_facts.is_none()) {
        found.extend(survey.facts.iter().filter_map(|fact| lesson_of(survey, file, fact)));
    }
    found
}

/// Names of languages that are written for their tags.
const LANGUAGES: [(&str, &str); 12] = [
    ("english", "en"),
    ("german", "de"),
    ("deutsch", "de"),
    ("french", "fr"),
    ("francais", "fr"),
    ("spanish", "es"),
    ("espanol", "es"),
    ("italian", "it"),
    ("italiano", "it"),
    ("portuguese", "pt"),
    ("russian", "ru"),
    ("arabic", "ar"),
];

/// BCP 47: a language of two or three letters, and subtags of up to eight letters and digits, parted by hyphens.
fn language(file: &File, tag: &str) -> Option<Finding> {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default();
    let is_language = (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic());
    let is_tag = is_language
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    let bare = tag.to_lowercase();
    let known = LANGUAGES.iter().find(|(name, _)| *name == bare).map(|(_, tag)| (*tag).to_owned());
    let meant = known.or_else(|| tag.contains('_').then(|| tag.replace('_', "-")));
    let help = format!("write a tag such as {}", meant.unwrap_or_else(|| "en, en-GB or de".to_owned()));
    let at = locate::token(file, None, &format!("\"{tag}\""));
    (!is_tag).then(|| Finding::error("language", at, format!("`{tag}` is no language tag (BCP 47)")).help(help))
}

const ADDRESS: &str = "write an address that begins with https:// or http://";

/// A source may be words; an address must be one that can be opened.
fn source(survey: &Survey<'_>, file: &File) -> Option<Finding> {
    let source = survey.course.about().source.as_ref()?.as_str();
    let scheme = source.split_once(':').map(|(scheme, _)| scheme)?;
    let is_scheme =
        scheme.len() > 1 && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    let is_one_word = !source.contains(char::is_whitespace);
    (is_scheme && is_one_word && !is_web(source)).then(|| {
        let at = locate::token(file, None, &format!("\"{source}\""));
        Finding::error("address", at, "this address cannot be opened in a browser").help(format!("{ADDRESS}, or words"))
    })
}

fn address(file: &File, work: &Reference) -> Option<Finding> {
    let address = work.address.as_ref()?.as_str();
    (!is_web(address)).then(|| {
        let at = locate::in_item(file, &work.id, &[&format!("\"{address}\""), address]);
        Finding::error("address", at, "this address cannot be opened in a browser").help(ADDRESS)
    })
}

fn is_web(address: &str) -> bool {
    let rest = ["https://", "http://"].iter().find_map(|scheme| address.strip_prefix(scheme));
    rest.is_some_and(|rest| {
        !rest.starts_with(['/', '.', '?', '#']) && !rest.is_empty() && !address.contains(char::is_whitespace)
    })
}

/// A case stands on the map with both coordinates, or with none in lists only.
fn place_of(file: &File, case: &Case) -> Option<Finding> {
    let say = |token: &str, message: String, help: &str| {
        Some(Finding::error("case", locate::in_item(file, &case.id, &[token]), message).help(help))
    };
    let within = |degrees: f64, most: f64| (-most..=most).contains(&degrees);
    match (case.latitude, case.longitude) {
        (Some(latitude), _) if !within(latitude, 90.0) => {
            say("latitude", format!("{latitude} is no latitude"), "write degrees from -90 to 90, north positive")
        }
        (_, Some(longitude)) if !within(longitude, 180.0) => {
            say("longitude", format!("{longitude} is no longitude"), "write degrees from -180 to 180, east positive")
        }
        (Some(_), None) => {
            say("latitude", "a latitude without a longitude is no place".into(), "write both, or neither")
        }
        (None, Some(_)) => {
            say("longitude", "a longitude without a latitude is no place".into(), "write both, or neither")
        }
        (Some(_), Some(_)) | (None, None) => None,
    }
}

/// A fact names the lesson that teaches it by its number.
fn lesson_of(survey: &Survey<'_>, file: &File, fact: &Fact) -> Option<Finding> {
    let lessons = survey.course.outlines().len();
    // Of a lesson that cannot be read, the number is not known.
    let all_read = !survey.course.problems().iter().any(|p| p.place.path.starts_with("lessons"));
    (usize::from(fact.lesson) > lessons && all_read).then(|| {
        let at = locate::in_item(file, &fact.id, &[&format!("lesson: {}", fact.lesson)]);
        let message = format!("the fact `{}` belongs to lesson {}, and there are {lessons}", fact.id, fact.lesson);
        Finding::error("fact", at, message).help("write the number of the lesson that teaches it, or 0")
    })
}
