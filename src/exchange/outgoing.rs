//! A course on its way into another format: the banks that go, and how its texts are set.

use jiff::Timestamp;

use super::fidelity::{ItemFate, Transfer};
use super::options::NO_REASON;
use super::{html, markup};
use crate::course::Course;
use crate::course::attribution::Attribution;
use crate::course::markdown;
use crate::course::model::{Ask, Card, Face, Feedback, Id, Judged, Question, Reasoned, Text};

/// What is written.
#[derive(Debug)]
pub struct Outgoing<'a> {
    pub course: &'a Course,
    pub banks: Vec<OutgoingBank<'a>>,
    /// When it is written: programs that have it already take what is newer.
    pub at: Timestamp,
}

/// A lesson's cards and questions.
#[derive(Debug)]
pub struct OutgoingBank<'a> {
    /// The lesson's id; of what was chosen from several, that of the choice.
    pub id: String,
    pub title: String,
    pub cards: Vec<&'a Card>,
    pub questions: Vec<&'a Question>,
}

/// An option of whichever kind of question: its words, what it earns of 100, and what is said to it.
pub(super) struct OutgoingOption {
    pub html: String,
    pub words: String,
    pub percent: u8,
    pub feedback: Option<String>,
}

impl Outgoing<'_> {
    /// A text as HTML, cited works as names and years, terms as words.
    pub(super) fn html(&self, text: &str) -> String {
        html::html(self.course, text)
    }

    /// A text as words in lines.
    pub(super) fn words(text: &str) -> String {
        markdown::plain(text)
    }

    pub(super) fn optional_html(&self, text: Option<&Text>) -> String {
        text.map_or_else(String::new, |text| self.html(text.as_str()))
    }

    /// Name, licence, authors, and where the course is from, in a line.
    #[must_use]
    pub fn attribution(&self) -> String {
        Attribution::of(self.course.about()).words()
    }

    /// The deck that a bank's cards are in, within that of the course.
    pub(super) fn deck(&self, bank: &OutgoingBank<'_>) -> String {
        format!("{}::{}", self.course.about().title.as_str(), bank.title.replace("::", ":"))
    }

    /// The options of a question that is answered by picking; none of one that is not.
    pub(super) fn options(&self, ask: &Ask) -> Vec<OutgoingOption> {
        let of = |option: &Judged| OutgoingOption {
            html: self.html(option.text().as_str()),
            words: Self::words(option.text().as_str()),
            percent: option.percent(),
            feedback: option.feedback().map(|text| self.html(text.as_str())),
        };
        if let Ask::Classify { scheme, key, defensible, why_not } = ask {
            return self.categories(scheme, |category: &Id| match category {
                it if it == key => (100, None),
                it if defensible.contains(it) => (50, None),
                it => {
                    (0, why_not.iter().find(|why| why.0.as_str() == it.as_str()).map(|why| self.html(why.1.as_str())))
                }
            });
        }
        ask.options().iter().map(of).collect()
    }

    fn categories(&self, scheme: &Id, of: impl Fn(&Id) -> (u8, Option<String>)) -> Vec<OutgoingOption> {
        let Some(scheme) = self.course.scheme(scheme) else { return Vec::new() };
        let option = |category: &crate::course::model::Category| {
            let (percent, feedback) = of(&category.key);
            let text = category.option.as_ref().unwrap_or(&category.name).as_str();
            OutgoingOption { html: self.html(text), words: Self::words(text), percent, feedback }
        };
        scheme.categories.iter().map(option).collect()
    }
}

/// Names an item of a course in a report.
pub(super) fn fate(id: &Id, text: &str, fate: Transfer) -> ItemFate {
    ItemFate { at: None, item: format!("{id} ({})", markup::short(text)), fate }
}

/// What a question may have beside stem and options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extra {
    Explanation,
    /// Why an option is wrong.
    Reasons,
    /// What is said by how the answer came out.
    Outcome,
    Points,
    Tags,
    Picture,
}

impl Extra {
    const ALL: [Self; 6] = [Self::Picture, Self::Explanation, Self::Reasons, Self::Outcome, Self::Points, Self::Tags];

    fn is_in(self, question: &Question) -> bool {
        let Feedback { right, partly, wrong } = &question.feedback;
        match self {
            Self::Explanation => question.explain.is_some(),
            Self::Reasons => question.ask.options().iter().any(|option| option.feedback().is_some()),
            Self::Outcome => [right, partly, wrong].into_iter().any(Option::is_some),
            Self::Points => question.points != 1,
            Self::Tags => !question.tags.is_empty(),
            Self::Picture => question.picture.is_some(),
        }
    }

    fn loss(self) -> &'static str {
        match self {
            Self::Explanation => "its explanation is left out",
            Self::Reasons => "reasons of its options are left out",
            Self::Outcome => "what is said by how the answer came out is left out",
            Self::Points => "its points are left out",
            Self::Tags => "its tags are left out",
            Self::Picture => "its picture is left out",
        }
    }
}

/// Says what of `question` is lost in a format that has a place for these only.
pub(super) fn note_losses(question: &Question, has_place: &[Extra], changed: &mut Vec<String>) {
    let lost = Extra::ALL.into_iter().filter(|extra| !has_place.contains(extra) && extra.is_in(question));
    changed.extend(lost.map(|extra| extra.loss().to_owned()));
    if matches!(question.ask, Ask::Classify { .. }) {
        note_once(changed, "its categories are options");
    }
}

/// Says that nothing tells why a spare partner fits none.
pub(super) fn note_spare(spare: &[Reasoned], changed: &mut Vec<String>) {
    if spare.iter().any(|it| it.1.as_str() != NO_REASON) {
        note_once(changed, "why its spare partners fit none is left out");
    }
}

/// Says where works are cited and terms named: other programs show them as words.
pub(super) fn note_links<'a>(texts: impl IntoIterator<Item = &'a Text>, changed: &mut Vec<String>) {
    if texts.into_iter().any(is_linked) {
        note_once(changed, "works cited in it stand as names and years, terms as words");
    }
}

/// Whether `text` cites a work or names a term.
pub(super) fn is_linked(text: &Text) -> bool {
    markdown::parse(text.as_str()).iter().any(|p| p.spans.iter().any(|span| span.link.is_some()))
}

/// Every text of `question` that goes into another format.
pub(super) fn texts(question: &Question) -> impl Iterator<Item = &Text> {
    let Feedback { right, partly, wrong } = &question.feedback;
    let said = [&question.explain, right, partly, wrong].into_iter().flatten();
    std::iter::once(&question.stem).chain(question.ask.texts()).chain(said)
}

/// Every text of a card.
pub(super) fn face_texts(face: &Face) -> Vec<&Text> {
    match face {
        Face::Basic { front, back } => vec![front, back],
        Face::TwoWay { ask, front, ask_back, back } => vec![ask, front, ask_back, back],
        Face::Cloze(text) => vec![text],
    }
}

/// `text` as words alone; says so where marks are lost.
pub(super) fn bare_words(text: &str, changed: &mut Vec<String>) -> String {
    let words = Outgoing::words(text);
    if markdown::parse(&markup::escaped(&words)) != markdown::parse(text) {
        note_once(changed, "marks and citations are left out");
    }
    words
}

/// The same in one line.
pub(super) fn bare_line(text: &str, changed: &mut Vec<String>) -> String {
    let words = bare_words(text, changed);
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line != words {
        note_once(changed, "its lines are one line");
    }
    line
}

/// Adds what is said of an item once.
pub(super) fn note_once(changed: &mut Vec<String>, what: &str) {
    if !changed.iter().any(|said| said == what) {
        changed.push(what.to_owned());
    }
}

/// Says of questions that a format has no place for any.
pub(super) fn without_place(questions: &[&Question], why: &str, fates: &mut Vec<ItemFate>) {
    let dropped = |q: &&Question| fate(&q.id, q.stem.as_str(), Transfer::Dropped(why.to_owned()));
    fates.extend(questions.iter().map(dropped));
}

/// Says of cards that a format has no place for any.
pub(super) fn without_cards(cards: &[&Card], why: &str, fates: &mut Vec<ItemFate>) {
    fates.extend(cards.iter().map(|card| fate(&card.id, front(&card.face), Transfer::Dropped(why.to_owned()))));
}

/// Kept, or what is not as it was.
pub(super) fn kept(changed: Vec<String>) -> Transfer {
    if changed.is_empty() { Transfer::Kept } else { Transfer::Changed(changed) }
}

/// The text of a card's front, for reports.
pub(super) fn front(face: &Face) -> &str {
    match face {
        Face::Basic { front, .. } | Face::TwoWay { front, .. } => front.as_str(),
        Face::Cloze(text) => text.as_str(),
    }
}
