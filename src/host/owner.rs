//! The one task that owns the seats: it takes what comes one after the other, so that no two answers meet.

mod broadcast;
mod joining;
mod teaching;

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::sync::mpsc::{Sender, SyncSender};
use std::time::{Duration, Instant};

use parking_lot::Mutex;
use serde_json::Value;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::timeout;

use super::door::{DeviceFrame, LinkId, Outbox, ToOwner};
use super::frames::{RefusalCode, ToPage};
use super::incoming::{self, FromPage};
use super::naming::NameRule;
use super::shown::{self, Shown};
use super::writer::ToWriter;
use crate::course::Course;
use crate::study::drill::{Input, Moment, Room};
use crate::study::item::Response;
use crate::study::live::{
    GRACE_MS, OpenPoll, Permission, PersonalScores, Poll, RoomCode, SeatEntry, SeatId, SeatInput, SeatNews, Seats,
    inputs,
};
use crate::study::time::Clock;

/// How long who lost the connection is waited for: longer than a page waits before it tries again.
const WAITED_FOR: Duration = Duration::from_secs(20);
/// How often that is looked at.
const LOOK: Duration = Duration::from_secs(1);

/// News of the seats, and the number of the room's last change that they know of.
pub(super) type NewsBoard = Arc<Mutex<(u64, SeatNews)>>;

/// What the owner begins with.
pub(super) struct OwnerSetup {
    pub(super) course: Arc<Course>,
    pub(super) names: NameRule,
    pub(super) code: RoomCode,
    pub(super) writer: Sender<ToWriter>,
    pub(super) clock: Arc<dyn Fn() -> Clock + Send + Sync>,
    pub(super) news: NewsBoard,
}

/// The owner of the seats.
pub(super) struct Owner {
    setup: OwnerSetup,
    seats: Seats,
    scores: PersonalScores,
    room: Option<Room>,
    is_attached: bool,
    shown: Shown,
    /// When the time of the open question is up.
    ends: Option<Instant>,
    /// The poll that was closed, until the room goes on.
    closed: Option<OpenPoll>,
    links: HashMap<LinkId, LinkState>,
    /// The connection of each seat that has one.
    here: HashMap<SeatId, LinkId>,
    /// Seats that lost theirs, and when: they are waited for a while.
    lost: HashMap<SeatId, Instant>,
    /// What is to be said when entries are on disk, in the order in which they were given to the writer.
    acks: VecDeque<Option<(LinkId, Ack)>>,
    /// Who waits until all that was said is on disk.
    closing: Option<SyncSender<Vec<Input>>>,
    /// Of the open poll: who of those here may answer and who has; kept so that an answer costs no count.
    answered: usize,
    may_answer: usize,
}

struct LinkState {
    out: Outbox,
    seat: Option<SeatId>,
}

/// What is said when an entry is on disk.
enum Ack {
    /// Somebody may sit down.
    Seated(SeatId),
    Frame(DeviceFrame),
}

impl Owner {
    pub(super) fn new(setup: OwnerSetup, seats: Seats) -> Self {
        // After a restart everybody comes back, one after the other.
        let started = Instant::now();
        let lost = seats.all().filter(|(_, o)| !o.is_removed).map(|(seat, _)| (seat, started)).collect();
        Self {
            setup,
            seats,
            lost,
            scores: PersonalScores::default(),
            room: None,
            is_attached: false,
            shown: Shown::Waiting { title: "You are in", lines: Vec::new() },
            ends: None,
            closed: None,
            links: HashMap::new(),
            here: HashMap::new(),
            acks: VecDeque::new(),
            closing: None,
            answered: 0,
            may_answer: 0,
        }
    }

    /// Takes what comes until nobody can send any more.
    pub(super) async fn work(mut self, mut came: UnboundedReceiver<ToOwner>) {
        loop {
            match timeout(LOOK, came.recv()).await {
                Ok(Some(what)) => self.take(what),
                Ok(None) => return,
                Err(_) => self.give_up_lost(),
            }
        }
    }

    /// Waits no longer for who was away too long: a flat battery holds nobody up.
    fn give_up_lost(&mut self) {
        let before = self.lost.len();
        self.lost.retain(|_, since| since.elapsed() < WAITED_FOR);
        if self.lost.len() < before {
            self.count_people();
        }
    }

    fn take(&mut self, what: ToOwner) {
        match what {
            ToOwner::Attached(run) => self.attach(run),
            ToOwner::Room { room, left_ms, number } => self.show(*room, left_ms, number),
            ToOwner::Close(reply) => self.close(reply),
            ToOwner::Order(order) => self.obey(order),
            ToOwner::Ticket { code, reply } => drop(reply.try_send(self.redeem(&code))),
            ToOwner::Connected { link, out } => {
                self.links.insert(link, LinkState { out, seat: None });
            }
            ToOwner::Came { link, frame, credit_ms } => self.hear(link, frame, credit_ms),
            ToOwner::Gone(link) => self.drop_link(link),
            ToOwner::Missed { key, reply } => drop(reply.send(self.missed_by(&key))),
            ToOwner::Reached => self.tell_news(|news| news.is_reached = true),
            ToOwner::Saved(entries) => self.saved(entries),
            ToOwner::Unsaved(why) => self.tell_news(|news| news.trouble = Some(why)),
        }
    }

    fn hear(&mut self, link: LinkId, frame: FromPage, credit_ms: u16) {
        match frame {
            FromPage::Join { name, .. } => self.join(link, name.as_deref()),
            FromPage::Back { secret } => self.come_back(link, &secret),
            FromPage::Answer { q, answer } => self.answer(link, (q, &answer), credit_ms),
            FromPage::Buzz { q } => self.press(link, q),
            FromPage::Unknown => {}
        }
    }

    /// An answer is taken at once and acknowledged when it is on disk.
    fn answer(&mut self, link: LinkId, (q, answer): (usize, &Value), credit_ms: u16) {
        let Some(seat) = self.links.get(&link).and_then(|state| state.seat) else { return };
        let open = match self.accepts(seat, q, credit_ms) {
            Ok(poll) => poll,
            Err((code, why)) => return self.refuse(link, code, why),
        };
        let Some(answer) = self.read(open, answer) else {
            return self.refuse(link, RefusalCode::Answer, "This is no answer to the question on the wall.");
        };
        let is_new = self.seats.answer(open, seat).is_none();
        let saved = ToPage::Saved { q }.outgoing();
        self.enter(
            SeatInput::Answered { seat, poll: open, answer, credit_ms, by_ticket: false },
            Some((link, Ack::Frame(saved))),
        );
        self.answered += usize::from(is_new);
        let answered = self.answered;
        self.tell_news(|news| news.answered = Some(answered));
    }

    /// The poll with the number `q`, if it takes an answer of `seat` that was on its way for `credit_ms`.
    fn accepts(&self, seat: SeatId, q: usize, credit_ms: u16) -> Result<Poll, (RefusalCode, &'static str)> {
        let open = self.shown.open().filter(|open| open.poll.number() == q && self.closed.as_ref() != Some(*open));
        let late = (RefusalCode::Time, "Too late: the question is closed.");
        let open = open.ok_or(late)?;
        let grace = Duration::from_millis(GRACE_MS + u64::from(credit_ms));
        if self.ends.is_some_and(|ends| Instant::now() > ends + grace) {
            return Err(late);
        }
        match open.permits(self.seats.occupant(seat).and_then(|occupant| occupant.team)) {
            Permission::Answer => Ok(open.poll),
            Permission::Press | Permission::Watch => Err((RefusalCode::Time, "It is another team's turn.")),
        }
    }

    fn read(&self, poll: Poll, answer: &Value) -> Option<Response> {
        let room = self.room.as_ref()?;
        match room.setup().asked(poll.question) {
            Some(item) => incoming::answer_to(item, answer),
            None => incoming::choice(answer, shown::choices(room)),
        }
    }

    /// The first press of a team counts; the room decides what comes of it.
    fn press(&mut self, link: LinkId, q: usize) {
        let Some(seat) = self.links.get(&link).and_then(|state| state.seat) else { return };
        let team = self.seats.occupant(seat).and_then(|occupant| occupant.team);
        let can = |open: &OpenPoll| open.poll.number() == q && open.permits(team) == Permission::Press;
        if let (Some(team), true) = (team, self.shown.open().is_some_and(can)) {
            self.tell_news(|news| {
                if !news.pressed.contains(&team) {
                    news.pressed.push(team);
                }
            });
        }
    }

    /// Takes an entry, and gives it to the writer. `ack` is said when it is on disk.
    fn enter(&mut self, what: SeatInput, ack: Option<(LinkId, Ack)>) -> bool {
        let at = Moment((self.setup.clock)().now.as_millisecond());
        let entry = SeatEntry { at, what };
        let fits = self.seats.apply(&entry);
        if fits {
            self.acks.push_back(ack);
            let _ = self.setup.writer.send(ToWriter::Entry(entry));
        }
        fits
    }

    fn saved(&mut self, entries: usize) {
        for _ in 0..entries.min(self.acks.len()) {
            match self.acks.pop_front().flatten() {
                Some((link, Ack::Frame(frame))) => self.send(link, frame),
                Some((link, Ack::Seated(seat))) => self.seat(link, seat),
                None => {}
            }
        }
        self.tell_news(|news| news.trouble = None);
        self.answer_closing();
    }

    fn close(&mut self, reply: SyncSender<Vec<Input>>) {
        self.closed = self.shown.open().cloned();
        self.closing = Some(reply);
        self.answer_closing();
    }

    /// Gives what the seats said, once all of it is on disk.
    fn answer_closing(&mut self) {
        if !self.acks.is_empty() {
            return;
        }
        if let (Some(reply), Some(room)) = (self.closing.take(), &self.room) {
            let said = inputs(room, &self.seats);
            if said.is_empty() {
                self.closed = None;
            }
            let _ = reply.try_send(said);
        }
    }

    fn refuse(&mut self, link: LinkId, code: RefusalCode, why: &str) {
        let again = matches!(code, RefusalCode::Name | RefusalCode::List | RefusalCode::Code | RefusalCode::Answer);
        self.send(link, ToPage::Refused { code, why: why.to_owned(), again }.outgoing());
    }

    /// Sends a frame. A device that does not read is let go: when it comes back, it is told how it stands.
    fn send(&mut self, link: LinkId, frame: DeviceFrame) {
        let is_full = self.links.get(&link).is_some_and(|state| state.out.try_send(frame).is_err());
        if is_full {
            self.drop_link(link);
        }
    }

    fn tell_news(&self, change: impl FnOnce(&mut SeatNews)) {
        change(&mut self.setup.news.lock().1);
    }
}
