//! What a person is told after a reveal, and at the end.

use serde::Serialize;

use super::take_home::key_of;
use crate::course::Course;
use crate::course::markdown::plain;
use crate::course::model::Text;
use crate::study::drill::{Points, Room, Vote};
use crate::study::item::{Appraisal, Item, Key, OptionRow, PairRow, Response, Revealed, Rows, SortedRow, TypedRow};
use crate::study::live::{PersonalScores, PersonalTally, Poll, SeatId, Seats};
use crate::study::score::Verdict;

/// The answer, its reason, and what it earned.
#[derive(Clone, Debug, Serialize)]
pub(super) struct ResultFrame {
    q: usize,
    number: usize,
    of: usize,
    stem: String,
    verdict: &'static str,
    points: f64,
    most: u32,
    total: f64,
    rows: Vec<RowFrame>,
    why: String,
    source: String,
}

#[derive(Clone, Debug, Serialize)]
struct RowFrame {
    label: Option<String>,
    text: String,
    mark: &'static str,
    taken: bool,
    why: Option<String>,
}

/// The end.
#[derive(Clone, Debug, Serialize)]
pub(super) struct EndFrame {
    total: f64,
    most: f64,
    place: Option<usize>,
    of: usize,
    missed: Vec<String>,
    keep: Option<String>,
}

/// What the rows are made for: the room after the reveal, and one seat in it.
pub(super) struct SeatResults<'a> {
    pub(super) course: &'a Course,
    pub(super) room: &'a Room,
    pub(super) seats: &'a Seats,
    pub(super) scores: &'a PersonalScores,
    pub(super) seat: SeatId,
}

impl SeatResults<'_> {
    /// What is told of a question that was revealed.
    pub(super) fn result(&self, question: usize) -> Option<ResultFrame> {
        let (item, key) = (self.room.setup().asked(question)?, self.room.key(question));
        let said = self.said(question);
        let revealed = Revealed::new(self.course, item, key, said);
        let tally: PersonalTally = self.scores.of(self.seat);
        Some(ResultFrame {
            q: Poll { question, vote: Vote::First }.number(),
            number: question + 1,
            of: self.room.setup().questions().map_or(0, |q| q.asked.len()),
            stem: plain(item.stem.as_str()),
            verdict: self.verdict(key, revealed.appraisal),
            points: tally.latest.as_f64(),
            most: item.points,
            total: tally.points.as_f64(),
            rows: rows(&revealed, revealed.appraisal == Appraisal::Right),
            why: plain(revealed.explanation()),
            source: revealed.sources.join("; "),
        })
    }

    /// The latest answer to a question.
    fn said(&self, question: usize) -> Option<&Response> {
        let of = |vote| self.seats.answer(Poll { question, vote }, self.seat).map(|said| &said.answer);
        of(Vote::Second).or_else(|| of(Vote::First))
    }

    fn verdict(&self, key: &Key, appraisal: Appraisal) -> &'static str {
        match (key, appraisal) {
            (Key::Void, _) => "void",
            _ if !self.room.shows_board() => "vote",
            (_, Appraisal::Right) => "right",
            (_, Appraisal::Partly(_)) => "partly",
            (_, Appraisal::Wrong) => "wrong",
            (_, Appraisal::Passed | Appraisal::NoAnswer) => "none",
        }
    }

    /// What is told when all is over.
    pub(super) fn end(&self) -> EndFrame {
        let tally = self.scores.of(self.seat);
        let ranked = self.room.shows_board() && tally.most > Points::ZERO;
        let missed: Vec<String> = self.missed().map(|(item, _)| plain(item.stem.as_str())).collect();
        let here = self.seats.all().filter(|(_, occupant)| !occupant.is_removed).count();
        EndFrame {
            total: tally.points.as_f64(),
            most: tally.most.as_f64(),
            place: ranked.then(|| self.scores.place(self.seat)),
            of: here,
            keep: (!missed.is_empty()).then(|| self.address()).flatten(),
            missed,
        }
    }

    /// Where this person takes home what was missed.
    fn address(&self) -> Option<String> {
        self.seats.occupant(self.seat).map(|occupant| format!("/mine/{}", key_of(&occupant.secret)))
    }

    /// Questions that this person was there for and did not get right.
    pub(super) fn missed(&self) -> impl Iterator<Item = (&Item, &Key)> {
        let since = self.seats.occupant(self.seat).map_or(0, |occupant| occupant.since);
        let revealed = self.room.revealed().into_iter().rev().filter(move |&question| question >= since);
        revealed.filter_map(|question| {
            let (item, key) = (self.room.setup().asked(question)?, self.room.key(question));
            let credit = self.said(question).map(|said| key.credit(item, said).verdict());
            (*key != Key::Void && credit != Some(Verdict::Right)).then_some((item, key))
        })
    }
}

fn rows(revealed: &Revealed, is_right: bool) -> Vec<RowFrame> {
    match &revealed.rows {
        Rows::Options(rows) => rows.iter().map(|row| option(row, is_right)).collect(),
        Rows::Pairs(rows) => rows.iter().map(pair).collect(),
        Rows::Sorted(rows) => rows.iter().map(sorted).collect(),
        Rows::Typed(rows) => rows.iter().map(typed).collect(),
    }
}

fn words(text: &Text) -> String {
    plain(text.as_str())
}

fn option(row: &OptionRow, is_right: bool) -> RowFrame {
    let mark = match (row.verdict, row.taken) {
        (Some(Verdict::Right), true) => "right",
        (Some(Verdict::Right), false) => {
            if is_right {
                "right"
            } else {
                "missed"
            }
        }
        (Some(Verdict::Partly), _) => "partly",
        (Some(Verdict::Wrong), true) => "wrong",
        (Some(Verdict::Wrong), false) | (None, _) => "none",
    };
    let why = row.why.as_ref().filter(|_| row.taken || mark == "missed").map(words);
    RowFrame { label: Some(row.label.to_string()), text: words(&row.text), mark, taken: row.taken, why }
}

fn mark(verdict: Verdict, was_given: bool) -> &'static str {
    match (verdict, was_given) {
        (Verdict::Right, _) => "right",
        (Verdict::Partly, _) => "partly",
        (Verdict::Wrong, true) => "wrong",
        (Verdict::Wrong, false) => "missed",
    }
}

fn pair(row: &PairRow) -> RowFrame {
    let instead = row.instead.as_ref().map(|(partner, reason)| match reason {
        Some(reason) => format!("You joined {}. {}", words(partner), words(reason)),
        None => format!("You joined {}.", words(partner)),
    });
    let taken = row.verdict == Verdict::Right;
    RowFrame {
        label: Some(row.label.to_string()),
        text: format!("{} → {}", words(&row.premise), words(&row.partner)),
        mark: mark(row.verdict, instead.is_some()),
        taken,
        why: instead,
    }
}

fn sorted(row: &SortedRow) -> RowFrame {
    let why = row.instead.map(|at| format!("You put it in place {}.", at + 1));
    RowFrame {
        label: Some(row.label.to_string()),
        text: format!("{} ({})", words(&row.text), words(&row.date)),
        mark: mark(row.verdict, row.instead.is_some()),
        taken: row.verdict == Verdict::Right,
        why,
    }
}

fn typed(row: &TypedRow) -> RowFrame {
    let accepted = row.accepted.first().map(words).unwrap_or_default();
    let said = row.typed.as_ref().filter(|typed| !typed.is_empty() && row.verdict != Verdict::Right);
    let said = said.map(|typed| format!("You wrote {typed}."));
    let why: Vec<String> = said.into_iter().chain(row.note().map(plain)).collect();
    RowFrame {
        label: row.label.as_ref().map(words),
        text: accepted,
        mark: mark(row.verdict, row.typed.as_ref().is_some_and(|typed| !typed.is_empty())),
        taken: row.verdict == Verdict::Right,
        why: (!why.is_empty()).then(|| why.join(" ")),
    }
}
