//! Cards and questions as rows: a column for each thing, the heads in the first row.

use super::Separated;
use crate::course::model::{Ask, Face};
use crate::exchange::FormatWriter;
use crate::exchange::fidelity::{ItemFate, Transfer};
use crate::exchange::outgoing::{Outgoing, fate, front};

const HEADS: [&str; 14] = [
    "id",
    "lesson",
    "front",
    "back",
    "question",
    "option 1",
    "option 2",
    "option 3",
    "option 4",
    "option 5",
    "option 6",
    "correct",
    "explanation",
    "tags",
];

impl FormatWriter for Separated {
    fn write(&self, course: &Outgoing<'_>, fates: &mut Vec<ItemFate>) -> String {
        let sign = u8::try_from(self.0.unwrap_or(',')).unwrap_or(b',');
        let mut table = csv::WriterBuilder::new().delimiter(sign).from_writer(Vec::new());
        // Writing to memory does not fail.
        let _ = table.write_record(HEADS);
        for bank in &course.banks {
            for card in &bank.cards {
                match sides(&card.face) {
                    Some((front, back)) => {
                        let mut cells = vec![card.id.to_string(), bank.title.clone(), front, back];
                        cells.resize(HEADS.len() - 1, String::new());
                        cells.push(tags(&card.tags));
                        let _ = table.write_record(&cells);
                        fates.push(fate(
                            &card.id,
                            front_of(&card.face),
                            Transfer::Changed(vec!["marks and citations are left out".into()]),
                        ));
                    }
                    None => fates.push(fate(
                        &card.id,
                        front_of(&card.face),
                        Transfer::Dropped("a table has no gaps".to_owned()),
                    )),
                }
            }
            for question in &bank.questions {
                match options(course, &question.ask) {
                    Ok((options, correct)) => {
                        let mut cells = vec![
                            question.id.to_string(),
                            bank.title.clone(),
                            String::new(),
                            String::new(),
                            Outgoing::words(question.stem.as_str()),
                        ];
                        cells.extend(options);
                        cells.resize(HEADS.len() - 3, String::new());
                        cells.extend([correct, Outgoing::words(question.explanation()), tags(&question.tags)]);
                        let _ = table.write_record(&cells);
                        fates.push(fate(
                            &question.id,
                            question.stem.as_str(),
                            Transfer::Changed(vec!["marks, citations and reasons are left out".into()]),
                        ));
                    }
                    Err(why) => fates.push(fate(&question.id, question.stem.as_str(), Transfer::Dropped(why))),
                }
            }
        }
        let bytes = table.into_inner().unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    }
}

fn front_of(face: &Face) -> &str {
    front(face)
}

fn tags(tags: &[crate::course::model::Id]) -> String {
    tags.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn sides(face: &Face) -> Option<(String, String)> {
    match face {
        Face::Basic { front, back } | Face::TwoWay { front, back, .. } => {
            Some((Outgoing::words(front.as_str()), Outgoing::words(back.as_str())))
        }
        Face::Cloze(_) => None,
    }
}

/// The options in their columns, and which are right.
fn options(course: &Outgoing<'_>, ask: &Ask) -> Result<(Vec<String>, String), String> {
    match ask {
        Ask::TrueFalse(is_true) => {
            Ok((vec!["True".into(), "False".into()], if *is_true { "1".into() } else { "2".into() }))
        }
        Ask::Typed { accept, gaps, number: None, .. } if gaps.is_empty() => {
            let words: Vec<String> = accept.iter().map(|a| Outgoing::words(a.as_str())).collect();
            Ok((Vec::new(), words.join("|")))
        }
        Ask::Choice(_) | Ask::Several(_) | Ask::Classify { .. } => {
            let options = course.options(ask);
            if options.len() > 6 {
                return Err(format!("it has {} options, and the table six columns", options.len()));
            }
            let right: Vec<String> = options
                .iter()
                .enumerate()
                .filter(|(_, o)| o.percent == 100)
                .map(|(n, _)| (n + 1).to_string())
                .collect();
            Ok((options.into_iter().map(|o| o.words).collect(), right.join(",")))
        }
        Ask::Match { .. } | Ask::Order(_) | Ask::Typed { .. } => Err("a table has no columns for it".to_owned()),
    }
}
