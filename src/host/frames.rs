//! Frames for pages. None of them has a place for a key before the reveal: questions are made of [`Posed`].

use axum::extract::ws::Utf8Bytes;
use serde::Serialize;
use serde_json::Value;

use super::door::DeviceFrame;
use crate::course::markdown::plain;
use crate::course::model::{Scene, Text};
use crate::study::drill::{Team, letter};
use crate::study::item::{Posed, Task};
use crate::study::live::{Permission, Poll};

/// A frame for a page.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "t", rename_all = "lowercase")]
pub(super) enum ToPage {
    Welcome { secret: String, seat: usize, name: String, team: Option<TeamFrame> },
    Refused { code: RefusalCode, why: String, again: bool },
    Names { names: Vec<String> },
    Wait { title: String, lines: Vec<String> },
    Question(Box<QuestionFrame>),
    Saved { q: usize },
    Closed { q: usize },
    Result(Box<super::results::ResultFrame>),
    End(Box<super::results::EndFrame>),
    Away,
    Removed { why: String },
}

/// Why something was not taken, for the page; people read the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum RefusalCode {
    Code,
    Name,
    List,
    Locked,
    Full,
    Gone,
    Time,
    Answer,
}

/// A team as a page draws it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct TeamFrame {
    name: String,
    colour: u8,
    shape: &'static str,
}

/// A question.
#[derive(Clone, Debug, Serialize)]
pub(super) struct QuestionFrame {
    q: usize,
    number: usize,
    of: Option<usize>,
    form: &'static str,
    stem: String,
    how: String,
    points: u32,
    picture: Option<String>,
    options: Vec<OptionFrame>,
    items: Vec<String>,
    gaps: Vec<Option<String>>,
    may: &'static str,
    ends_in_ms: Option<u64>,
    answered: Value,
}

#[derive(Clone, Debug, Serialize)]
struct OptionFrame {
    label: String,
    text: String,
}

/// A poll as it is shown now.
#[derive(Clone, Copy, Debug)]
pub(super) struct PollView {
    pub(super) poll: Poll,
    pub(super) may: Permission,
    pub(super) ends_in_ms: Option<u64>,
}

impl ToPage {
    pub(super) fn outgoing(&self) -> DeviceFrame {
        // Types without maps and with text as keys cannot fail to be written.
        let text = serde_json::to_string(self).unwrap_or_default();
        DeviceFrame { text: Utf8Bytes::from(text), is_timed: matches!(self, Self::Question(_)) }
    }
}

impl TeamFrame {
    pub(super) fn of(team: &Team) -> Self {
        Self { name: team.name.to_string(), colour: team.colour, shape: team.shape.name() }
    }
}

impl QuestionFrame {
    /// A question that is marked or voted on.
    pub(super) fn of_item(posed: &Posed, showing: PollView, answered: Value) -> Self {
        let words = |text: &Text| plain(text.as_str());
        let mut gaps = Vec::new();
        let form = match &posed.task {
            Task::PickOne { .. } => "choice",
            Task::PickMany { .. } => "several",
            Task::Join { .. } => "match",
            Task::Sort { .. } => "order",
            Task::Type { gaps: labels } => {
                gaps.extend(labels.iter().map(|label| label.as_ref().map(words)));
                "text"
            }
        };
        Self {
            number: posed.number,
            of: Some(posed.of),
            form,
            stem: words(&posed.stem),
            how: posed.on_screen().unwrap_or_default().to_owned(),
            points: posed.points,
            picture: posed.picture.as_ref().map(|picture| words(&picture.alt)),
            options: posed.lettered().map(|(label, text)| OptionFrame::new(label, words(text))).collect(),
            items: posed.premises().iter().map(words).collect(),
            gaps,
            ..Self::blank(showing, answered)
        }
    }

    /// A decision in a scenario: what happens, and what can be done.
    pub(super) fn of_scene(scene: &Scene, showing: PollView, answered: Value) -> Self {
        let options = scene.choices.iter().enumerate();
        Self {
            number: showing.poll.question + 1,
            form: "choice",
            stem: format!("{}: {}", plain(scene.title.as_str()), plain(scene.text.as_str())),
            how: "What should be done? The class decides by vote.".to_owned(),
            options: options.map(|(at, choice)| OptionFrame::new(letter(at), plain(choice.text.as_str()))).collect(),
            ..Self::blank(showing, answered)
        }
    }

    /// The same with another word on how to go on.
    pub(super) fn told(self, how: &str) -> Self {
        Self { how: how.to_owned(), ..self }
    }

    fn blank(showing: PollView, answered: Value) -> Self {
        Self {
            q: showing.poll.number(),
            number: 0,
            of: None,
            form: "choice",
            stem: String::new(),
            how: String::new(),
            points: 0,
            picture: None,
            options: Vec::new(),
            items: Vec::new(),
            gaps: Vec::new(),
            may: may(showing.may),
            ends_in_ms: showing.ends_in_ms,
            answered,
        }
    }
}

impl OptionFrame {
    fn new(label: char, text: String) -> Self {
        Self { label: label.to_string(), text }
    }
}

fn may(permission: Permission) -> &'static str {
    match permission {
        Permission::Answer => "answer",
        Permission::Press => "buzz",
        Permission::Watch => "watch",
    }
}
