//! Moodle XML: <https://docs.moodle.org/en/Moodle_XML_format>.

mod cloze;
mod node;
mod read;
mod write;

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
