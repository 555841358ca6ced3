//! PollView the devices how it stands, and the teacher how it stands at the devices.

use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::{Owner, Shown};
use crate::host::door::{DeviceFrame, LinkId};
use crate::host::frames::{PollView, QuestionFrame, ToPage};
use crate::host::incoming;
use crate::host::results::SeatResults;
use crate::host::take_home::{Missed, key_of};
use crate::study::drill::{Drill, Room, Stage, State};
use crate::study::live::{OpenPoll, Permission, SeatId, SeatLine};

impl Owner {
    /// The room is another than before.
    pub(super) fn show(&mut self, room: Room, left_ms: Option<u64>, number: u64) {
        self.scores.update(&room, &self.seats);
        let shown = Shown::of(&room);
        self.ends = left_ms.filter(|_| room.needs_ticks()).map(|ms| Instant::now() + Duration::from_millis(ms));
        if self.closed.as_ref() != shown.open() {
            self.closed = None;
        }
        self.room = Some(room);
        let is_new = shown != self.shown;
        self.shown = shown;
        self.setup.news.lock().0 = number;
        self.tell_news(|news| news.pressed.clear());
        if is_new {
            self.show_all();
        }
        self.count_people();
    }

    /// Where many see the same, it is written once.
    fn show_all(&mut self) {
        let mut written: Vec<(Permission, DeviceFrame)> = Vec::new();
        let mut all = Vec::new();
        for (&seat, &link) in &self.here {
            let frame = match self.shared_by(seat) {
                None => self.frame_for(seat),
                Some(may) => match written.iter().find(|(known, _)| *known == may) {
                    Some((_, frame)) => Some(frame.clone()),
                    None => self.frame_for(seat).inspect(|frame| written.push((may, frame.clone()))),
                },
            };
            all.extend(frame.map(|frame| (link, frame)));
        }
        for (link, frame) in all {
            self.send(link, frame);
        }
    }

    pub(super) fn show_to(&mut self, link: LinkId, seat: SeatId) {
        if let Some(frame) = self.frame_for(seat) {
            self.send(link, frame);
        }
    }

    /// What tells one frame from another where nothing in it is the seat's own; `None` where something is.
    fn shared_by(&self, seat: SeatId) -> Option<Permission> {
        match &self.shown {
            Shown::Waiting { .. } | Shown::Closed(_) => Some(Permission::Watch),
            Shown::Question { open, .. } => {
                self.seats.answer(open.poll, seat).is_none().then(|| self.permission(open, seat))
            }
            Shown::Result { .. } | Shown::End => None,
        }
    }

    fn permission(&self, open: &OpenPoll, seat: SeatId) -> Permission {
        if self.shown.open().is_none() {
            return Permission::Watch;
        }
        open.permits(self.seats.occupant(seat).and_then(|occupant| occupant.team))
    }

    fn frame_for(&self, seat: SeatId) -> Option<DeviceFrame> {
        let frame = match &self.shown {
            Shown::Waiting { title, lines } => ToPage::Wait { title: (*title).to_owned(), lines: lines.clone() },
            Shown::Closed(poll) => ToPage::Closed { q: poll.number() },
            Shown::Question { open, how, .. } => ToPage::Question(Box::new(self.question(open, seat, *how)?)),
            Shown::Result { question, .. } => ToPage::Result(Box::new(self.results_of(seat)?.result(*question)?)),
            Shown::End => ToPage::End(Box::new(self.results_of(seat)?.end())),
        };
        Some(frame.outgoing())
    }

    fn results_of(&self, seat: SeatId) -> Option<SeatResults<'_>> {
        let room = self.room.as_ref()?;
        Some(SeatResults { course: &self.setup.course, room, seats: &self.seats, scores: &self.scores, seat })
    }

    /// What who has the seat with this address missed, when all is over.
    pub(super) fn missed_by(&self, key: &str) -> Option<Missed> {
        let room = self.room.as_ref().filter(|room| room.is_over())?;
        let (seat, occupant) = self.seats.all().find(|(_, occupant)| key_of(&occupant.secret) == key)?;
        let items = self.results_of(seat)?.missed().map(|(item, key)| (item.clone(), key.clone())).collect();
        let paper = room.setup().questions()?.paper.clone();
        Some(Missed { name: occupant.name.to_string(), paper, items })
    }

    fn question(&self, open: &OpenPoll, seat: SeatId, how: Option<&str>) -> Option<QuestionFrame> {
        let room = self.room.as_ref()?;
        let left =
            |ends: Instant| u64::try_from(ends.saturating_duration_since(Instant::now()).as_millis()).unwrap_or(0);
        let ends_in_ms = self.ends.filter(|_| how.is_none()).map(left);
        let showing = PollView { poll: open.poll, may: self.permission(open, seat), ends_in_ms };
        let said = self.seats.answer(open.poll, seat).map(|said| &said.answer);
        let scene = (room.setup().drill(), room.state());
        let frame = if let (Drill::Scenario(road), State::Live(Stage::Scene { scene })) = scene {
            let case = road.arranged(self.setup.course.scenario(&road.scenario)?);
            let scene = case.scenes.iter().find(|one| one.id == *scene)?;
            let taken = said.and_then(|said| said.options().first().copied());
            QuestionFrame::of_scene(scene, showing, taken.map_or(Value::Null, Value::from))
        } else {
            let item = room.setup().asked(open.poll.question)?;
            let answered = said.map_or(Value::Null, |said| incoming::written(item, said));
            QuestionFrame::of_item(&room.posed(open.poll.question)?, showing, answered)
        };
        Some(match how {
            Some(how) => frame.told(how),
            None => frame,
        })
    }

    /// Counts who is here or was a moment ago, may answer and has.
    pub(super) fn count_people(&mut self) {
        let open = self.shown.open();
        let may = |seat: &&SeatId| open.is_some_and(|open| self.permission(open, **seat) == Permission::Answer);
        let has = |seat: &&SeatId| open.is_some_and(|open| self.seats.answer(open.poll, **seat).is_some());
        let waited_for = || self.here.keys().chain(self.lost.keys());
        let may_answer = waited_for().filter(may).count();
        let answered = waited_for().filter(may).filter(has).count();
        let is_open = open.is_some();
        let line = |(seat, occupant): (SeatId, &crate::study::live::Occupant)| SeatLine {
            seat,
            name: occupant.name.clone(),
            team: occupant.team,
            is_here: self.here.contains_key(&seat),
        };
        let people = Arc::new(self.seats.all().filter(|(_, o)| !o.is_removed).map(line).collect::<Vec<_>>());
        let is_locked = self.seats.is_locked();
        self.tell_news(|news| {
            (news.people, news.may_answer, news.is_locked) = (people, may_answer, is_locked);
            news.answered = is_open.then_some(answered);
        });
        (self.answered, self.may_answer) = (answered, may_answer);
    }
}
