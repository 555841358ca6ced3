//! Every picture is there, inside the course. That it has a description, reading has made sure of.

use super::survey::{Survey, place};
use crate::course::files::File;
use crate::course::finding::Finding;
use crate::course::model::{Block, Id, Picture};

pub(super) fn check(survey: &Survey<'_>) -> Vec<Finding> {
    let lessons = survey.lessons.iter().flat_map(|(file, lesson)| {
        let of_section = |s: &crate::course::model::Section| {
            s.body.iter().filter_map(pictured).map(|p| (s.id.clone(), p.clone())).collect::<Vec<_>>()
        };
        lesson.sections.iter().flat_map(of_section).map(move |(id, p)| (*file, id, p)).collect::<Vec<_>>()
    });
    let banks = survey.banks.iter().flat_map(|(file, bank)| {
        let questions = bank.questions.iter();
        questions.filter_map(|q| q.picture.as_ref().map(|p| (*file, q.id.clone(), p.clone()))).collect::<Vec<_>>()
    });
    lessons.chain(banks).filter_map(|(file, id, picture)| missing(survey, file, &id, &picture)).collect()
}

fn pictured(block: &Block) -> Option<&Picture> {
    if let Block::Picture(picture) = block { Some(picture) } else { None }
}

fn missing(survey: &Survey<'_>, file: &File, item: &Id, picture: &Picture) -> Option<Finding> {
    let error = survey.course.picture(&picture.file).err()?;
    let at = place(file, item, &format!("\"{}\"", picture.file));
    let help = "put the file in the course folder, for example in assets/pictures/, and give its path from there";
    Some(Finding::error("picture", at, format!("there is no picture `{}`: {error}", picture.file)).help(help))
}
