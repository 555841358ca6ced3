//! Schemes and the wheel: categories apart, every scheme that is named is there, and the wheel fits.

use unicode_width::UnicodeWidthStr;

use super::Checker;
use crate::course::check::survey::place;
use crate::course::files::File;
use crate::course::markdown::plain;
use crate::course::model::{Ask, Id, Lesson, Question, Scheme, Wheel};
use crate::course::model::{Block, Drawing};
use crate::course::{locate, suggestion};

/// Cells of a short name and of the hub on the wheel.
const SHORT: usize = 14;
const HUB: usize = 9;

impl Checker<'_> {
    /// What stands in `assets/schemes.ron`, and the wheel of `assets/course.ron`.
    pub(super) fn schemes(&mut self) {
        let survey = self.survey;
        if let Some(file) = survey.asset("assets/schemes.ron") {
            let schemes = survey.course.schemes();
            self.unique_among("scheme", schemes.iter().map(|s| (file, &s.id)).collect());
            for scheme in schemes {
                self.categories(file, scheme);
            }
        }
        if let (Some(file), Some(wheel)) = (survey.asset("assets/course.ron"), &survey.course.about().wheel) {
            self.wheel(file, wheel);
        }
        self.old_tracks();
    }

    fn categories(&mut self, file: &File, scheme: &Scheme) {
        if scheme.categories.len() < 2 {
            let message = format!("the scheme `{}` has {} categories", scheme.id, scheme.categories.len());
            self.error("scheme", locate::item(file, &scheme.id), message, "write at least two");
        }
        for (i, category) in scheme.categories.iter().enumerate() {
            let at = || place(file, &scheme.id, &format!("key: \"{}\"", category.key));
            if scheme.categories[..i].iter().any(|c| c.key == category.key) {
                let message = format!("the scheme `{}` has the key `{}` twice", scheme.id, category.key);
                self.error("scheme", at(), message, "give each category its own key");
            }
            self.cites(file, &scheme.id, &category.cite);
            let texts = category.gloss.iter().chain(&category.phrase).chain(category.details.iter().map(|d| &d.1));
            self.texts(file, &scheme.id, texts.collect());
        }
    }

    fn wheel(&mut self, file: &File, wheel: &Wheel) {
        let at = |token: &str| locate::token(file, None, &format!("\"{token}\""));
        let Some(scheme) = self.survey.course.scheme(&wheel.scheme) else {
            return self.no_scheme(at(wheel.scheme.as_str()), &wheel.scheme);
        };
        let n = scheme.categories.len();
        if n > Wheel::MOST {
            let message = format!("the wheel has {n} spokes: there is room for {}", Wheel::MOST);
            self.error("wheel", at(wheel.scheme.as_str()), message, "choose a scheme with fewer categories");
        }
        if plain(wheel.hub.as_str()).width() > HUB {
            let help = format!("write at most {HUB} cells");
            self.error("wheel", at(wheel.hub.as_str()), "this is too wide for the middle of the wheel".into(), &help);
        }
        let Some(schemes) = self.survey.asset("assets/schemes.ron") else { return };
        let names = scheme.categories.iter().map(|c| c.short.as_ref().unwrap_or(&c.name));
        for name in names.filter(|n| plain(n.as_str()).width() > SHORT).cloned().collect::<Vec<_>>() {
            let at = place(schemes, &scheme.id, &format!("\"{name}\""));
            let message = format!("\"{name}\" is too wide for the wheel");
            self.error("wheel", at, message, &format!("give the category a `short` name of at most {SHORT} cells"));
        }
    }

    /// A question that classes names a scheme and categories of it.
    pub(super) fn classes(&mut self, file: &File, question: &Question) {
        let Ask::Classify { scheme, key, defensible, why_not } = &question.ask else { return };
        let Some(known) = self.survey.course.scheme(scheme) else {
            let written = locate::token(file, Some(&question.id), "scheme:");
            return self.no_scheme(written, scheme);
        };
        self.keys_apart(file, question);
        let named = why_not.iter().map(|why| why.0.as_str());
        let mut used = std::iter::once(key.as_str()).chain(defensible.iter().map(Id::as_str)).chain(named);
        if let Some(unknown) = used.find(|k| known.category(k).is_none()) {
            let keys: Vec<&str> = known.categories.iter().map(|c| c.key.as_str()).collect();
            let at = place(file, &question.id, &format!("\"{unknown}\""));
            let message = format!("the scheme `{scheme}` has no category `{unknown}`");
            let help = format!("{}its keys are: {}", suggestion::meant(unknown, keys.iter().copied()), keys.join(", "));
            self.error("scheme", at, message, &help);
        }
    }

    /// A category is the key, defensible or wrong: one of the three.
    fn keys_apart(&mut self, file: &File, question: &Question) {
        let Ask::Classify { key, defensible, why_not, .. } = &question.ask else { return };
        let mut seen: Vec<&str> = vec![key.as_str()];
        let of = defensible.iter().map(|id| (id.as_str(), "defensible"));
        for (id, what) in of.chain(why_not.iter().map(|why| (why.0.as_str(), "why_not"))) {
            if seen.contains(&id) {
                let said = if id == key.as_str() { "is the key" } else { "stands here already" };
                let at = locate::in_item(file, &question.id, &[what]);
                self.error(
                    "scheme",
                    at,
                    format!("`{id}` {said}, and cannot stand under `{what}` too"),
                    "keep one of the two",
                );
            } else {
                seen.push(id);
            }
        }
    }

    /// A wheel in a lesson needs one in the course, and turns to a spoke that is there.
    pub(super) fn wheels(&mut self, file: &File, lesson: &Lesson) {
        let turned = |block: &Block| match block {
            Block::Figure(figure) => match figure.drawing {
                Drawing::Wheel { at } => Some(at),
                _ => None,
            },
            _ => None,
        };
        let spokes = self.survey.course.wheel().map(|(_, spokes)| spokes.len());
        for section in &lesson.sections {
            for at in section.body.iter().filter_map(turned) {
                let place = place(file, &section.id, "Wheel(");
                match spokes {
                    None => {
                        let help = "give the course one: `wheel: Wheel(scheme: …)` in assets/course.ron, its categories in assets/schemes.ron";
                        self.error("wheel", place, "this course has no wheel".into(), help);
                    }
                    Some(n) if !(1..=n).contains(&usize::from(at)) => {
                        let message = format!("the wheel turns from 1 to {n}, not {at}");
                        self.error("wheel", place, message, "name a spoke that exists");
                    }
                    Some(_) => {}
                }
            }
        }
    }

    fn no_scheme(&mut self, at: crate::course::finding::Location, id: &Id) {
        let known: Vec<&str> = self.survey.course.schemes().iter().map(|s| s.id.as_str()).collect();
        let help = if known.is_empty() {
            "write it in assets/schemes.ron".to_owned()
        } else {
            let meant = suggestion::meant(id.as_str(), known.iter().copied());
            format!("{meant}write it in assets/schemes.ron, or name one of: {}", known.join(", "))
        };
        self.error("scheme", at, format!("there is no scheme `{id}`"), &help);
    }

    /// Until 0.1.0 the spokes of the wheel stood in a file of their own.
    fn old_tracks(&mut self) {
        if let Some(file) = self.survey.asset("assets/tracks.ron") {
            let help = "write them as categories of a scheme in assets/schemes.ron, and the wheel in assets/course.ron";
            let message = "this file is no longer read: the tracks of a wheel are the categories of a scheme";
            self.error("scheme", locate::token(file, None, "["), message.into(), help);
        }
    }
}
