//! Files that stand in an element's XML, in base 64.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::node::XmlElement;
use crate::course::model::{Picture, Text};
use crate::exchange::from_html::file_in_mark;
use crate::exchange::intake::Intake;
use crate::exchange::{MEDIA, MediaFile};

/// Takes the files of `node`, and gives the names of those that came.
pub(super) fn take(node: &XmlElement, changed: &mut Vec<String>, intake: &mut Intake) -> Vec<String> {
    let mut names = Vec::new();
    for file in node.all("file") {
        let name = file.attribute("name").unwrap_or_default();
        match decoded(&file.text).and_then(|bytes| MediaFile::new(name, bytes)) {
            Some(media) => {
                changed.push(format!("its file {name} is kept in {MEDIA}/"));
                names.push(media.name.clone());
                intake.media(media);
            }
            None => changed.push(format!("its file {name} is left out: it is damaged, or its name is no file's")),
        }
    }
    names
}

fn decoded(base64: &str) -> Option<Vec<u8>> {
    let packed: String = base64.chars().filter(|c| !c.is_whitespace()).collect();
    STANDARD.decode(packed).ok().filter(|bytes| !bytes.is_empty())
}

/// The first picture in `stem` that is one of `files` stands beside the words from now on.
pub(super) fn picture(stem: &mut String, files: &[String], intake: &mut Intake) -> Option<Picture> {
    let (start, (alt, rest)) = stem.match_indices("![").find_map(|(at, mark)| {
        let (alt, rest) = stem[at + mark.len()..].split_once("](")?;
        Some((at, (alt, rest)))
    })?;
    let (shown, _) = rest.split_once(')')?;
    let name = files.iter().find(|name| file_in_mark(name) == shown)?;
    let words = if alt.trim().is_empty() { name } else { alt };
    let picture =
        Picture { file: Text::new(format!("{MEDIA}/{name}")).ok()?, alt: Text::new(words).ok()?, cite: Vec::new() };
    let end = start + "![](".len() + alt.len() + shown.len() + ")".len();
    stem.replace_range(start..end, "");
    intake.has_picture(name);
    Some(picture)
}
