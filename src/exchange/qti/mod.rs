//! QTI 1.2 as Canvas writes and reads it, which Brightspace takes too: a zip file with a manifest and an assessment for each
//! lesson. <https://www.imsglobal.org/question/qtiv1p2/imsqti_asi_bindv1p2.html>

mod body;
mod item;
mod manifest;

use maud::{Markup, PreEscaped, html};

use super::archive::packed;
use super::fidelity::{ItemFate, Transfer};
use super::format::PackageWriter;
use super::outgoing::{Outgoing, OutgoingBank, fate, kept, without_cards};
use crate::study::chance::fnv;

/// Writes QTI.
pub(super) struct Qti;

/// An assessment: a lesson's questions.
struct Assessment {
    /// The same for a lesson in every package.
    id: String,
    title: String,
    items: Vec<Markup>,
    points: u32,
}

impl PackageWriter for Qti {
    fn write(&self, course: &Outgoing<'_>, fates: &mut Vec<ItemFate>) -> Result<Vec<u8>, String> {
        let all: Vec<Assessment> = course.banks.iter().map(|bank| assessment(course, bank, fates)).collect();
        let all: Vec<Assessment> = all.into_iter().filter(|it| !it.items.is_empty()).collect();
        let mut files = vec![("imsmanifest.xml".to_owned(), manifest::manifest(course, &all))];
        for it in &all {
            files.push((format!("{0}/{0}.xml", it.id), questions(it)));
            files.push((format!("{}/assessment_meta.xml", it.id), manifest::meta(course, it)));
        }
        packed(files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())))
    }
}

fn assessment(course: &Outgoing<'_>, bank: &OutgoingBank<'_>, fates: &mut Vec<ItemFate>) -> Assessment {
    let (mut items, mut points) = (Vec::new(), 0);
    for question in &bank.questions {
        let mut changed = Vec::new();
        let done = match item::item(course, question, &mut changed) {
            Ok(item) => {
                items.push(item);
                points += u32::from(question.points);
                kept(changed)
            }
            Err(why) => Transfer::Dropped(why),
        };
        fates.push(fate(&question.id, question.stem.as_str(), done));
    }
    without_cards(&bank.cards, "QTI has no cards", fates);
    Assessment {
        id: ident(&format!("{} {}", course.course.about().id, bank.id)),
        title: bank.title.clone(),
        items,
        points,
    }
}

fn questions(it: &Assessment) -> String {
    xml(&html! {
        questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.imsglobal.org/xsd/ims_qtiasiv1p2 http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd" {
            assessment ident=(it.id) title=(it.title) {
                qtimetadata { (item::field("cc_maxattempts", "1")) }
                section ident="root_section" { @for item in &it.items { (item) } }
            }
        }
    })
}

/// A whole document.
fn xml(body: &Markup) -> String {
    html! { (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")) (body) }.into_string()
}

/// A name as these files have them: a letter and digits that hang on `what` alone.
fn ident(what: &str) -> String {
    format!("g{:016x}{:016x}", fnv(what.as_bytes()), fnv(format!("{what}.").as_bytes()))
}
