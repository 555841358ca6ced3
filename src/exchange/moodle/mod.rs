//! Moodle XML: <https://docs.moodle.org/en/Moodle_XML_format>.

mod answers;
mod embedded_files;
mod gaps;
mod node;
mod read;
mod write;
mod write_gaps;

use self::node::XmlElement;
use super::intake::Intake;
use super::{FormatReader, FormatWriter, ItemFate, Outgoing, decode};

/// Reads and writes Moodle XML.
pub(super) struct MoodleXml;

impl FormatReader for MoodleXml {
    fn read(&self, bytes: &[u8], intake: &mut Intake) -> Result<(), String> {
        let text = decode(bytes);
        let quiz = XmlElement::read(&text)?;
        if quiz.name != "quiz" {
            return Err(format!(
                "its first element is <{}>; a file of questions from Moodle begins with <quiz>",
                quiz.name
            ));
        }
        quiz.children.iter().filter(|node| node.name == "question").for_each(|node| read::question(node, intake));
        Ok(())
    }
}

impl FormatWriter for MoodleXml {
    fn write(&self, course: &Outgoing<'_>, fates: &mut Vec<ItemFate>) -> String {
        write::text(course, fates)
    }
}

/// A category as Moodle writes its path: `$course$/top/Ropes` is Ropes; a slash within a name is doubled.
pub(super) fn category_path(raw: &str) -> String {
    let kept = raw.replace("//", "\u{2215}");
    let parts: Vec<&str> =
        kept.split('/').map(str::trim).filter(|p| !p.is_empty() && !p.starts_with('$') && *p != "top").collect();
    if parts.is_empty() { "imported".to_owned() } else { parts.join("/").replace('\u{2215}', "/") }
}
