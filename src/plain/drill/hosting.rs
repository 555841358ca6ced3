//! A class on its own devices: lines tick here, since what the devices send is waited for beside what is typed. When there is
//! nobody to type any more, the drill goes on by itself.

use jiff::Timestamp;

use super::Drilling;
use crate::course::wording::count;
use crate::plain::PlainError;
use crate::study::drill::{Floor, Hands, Stage};
use crate::study::live::{SeatLine, SeatNews, SeatOrder};
use crate::study::session::drill::DrillHost;

/// What is known of the devices, and of whoever types.
#[derive(Default)]
pub(super) struct Hosting {
    /// Whether what is asked for was said.
    is_asked: bool,
    /// People who were named already.
    named: usize,
    /// Since when nobody types any more and the drill stands as it does.
    alone: Option<Timestamp>,
    trouble: Option<String>,
}

/// What is said where nobody has an own device.
const NO_DEVICES: &str = "The class has no devices in this drill: `ninetracks host` opens one to them.";

/// Seconds that the drill stands, when nobody types: long enough to read.
const ALONE_S: [(StopPoint, i64); 5] = [
    (StopPoint::Lobby, 30),
    (StopPoint::Reading, 8),
    (StopPoint::Closed, 2),
    (StopPoint::Answer, 20),
    (StopPoint::Board, 10),
];

/// Where a drill can stand until somebody goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum StopPoint {
    Lobby,
    Reading,
    Closed,
    Answer,
    Board,
}

impl Drilling<'_> {
    /// A line that was typed; `None` when none came for a while.
    pub(super) fn listen(&mut self, prompt: &str) -> Result<Option<String>, PlainError> {
        if self.host.seat_link().is_none() {
            return self.session.ask(prompt).map(Some);
        }
        if !std::mem::replace(&mut self.hosting.is_asked, true) {
            self.session.console.prompt(prompt)?;
        }
        match self.session.console.read_line() {
            Ok(None) if self.room().is_over() => Err(PlainError::Left),
            Ok(None) => {
                self.hosting.alone = Some(self.session.now().now);
                self.say("Nobody types any more: the drill goes on by itself.")?;
                Ok(None)
            }
            Err(PlainError::Input(error)) if error.kind() == std::io::ErrorKind::TimedOut => Ok(None),
            line => {
                self.hosting.is_asked = false;
                line
            }
        }
    }

    /// So that it is said again what is asked for.
    pub(super) fn ask_again(&mut self) {
        self.hosting.is_asked = false;
    }

    /// Looks at the clock and at the devices.
    pub(super) fn look(&mut self) -> Result<(), PlainError> {
        self.drive(DrillHost::tick)?;
        self.drive(DrillHost::settle)?;
        if let Some(news) = self.host.seat_news() {
            self.tell(&news)?;
        }
        match self.hosting.alone {
            Some(_) if self.room().is_over() => Err(PlainError::Left),
            Some(since) => self.go_on_alone(since),
            None => Ok(()),
        }
    }

    /// Where devices go, and the code.
    pub(super) fn join_lines(&mut self) -> Result<(), PlainError> {
        let Some(news) = self.host.seat_news() else { return Ok(()) };
        let all: Vec<String> = news.addresses.iter().map(|at| format!("http://{at}")).collect();
        let places = if all.is_empty() { "no network was found".to_owned() } else { all.join(" or ") };
        self.say(&format!("To join, open {places} in a browser in the same network. The code is {}.", news.code))?;
        self.say("Phones that leave a network without internet: turn mobile data off, or choose to stay connected.")
    }

    /// Who is on an own device, and how to join.
    pub(super) fn devices(&mut self) -> Result<(), PlainError> {
        let Some(news) = self.host.seat_news() else { return self.say(NO_DEVICES) };
        self.join_lines()?;
        let line = |line: &SeatLine| {
            let away = if line.is_here { "" } else { " (not connected)" };
            format!("{}{away}", line.name)
        };
        let all: Vec<String> = news.people.iter().map(line).collect();
        let locked = if news.is_locked { " The room is locked." } else { "" };
        let who = if all.is_empty() { "Nobody has joined".to_owned() } else { all.join(", ") };
        self.say(&format!("{who}.{locked}"))
    }

    pub(super) fn lock(&mut self, locked: bool) -> Result<(), PlainError> {
        let Some(link) = self.host.seat_link() else { return self.say(NO_DEVICES) };
        link.0.order(SeatOrder::Lock(locked));
        self.say(if locked { "Locked: nobody new comes in." } else { "Unlocked: others can join again." })
    }

    /// The person with this name loses the seat; who has the code can join again, unless the room is locked.
    pub(super) fn take_out(&mut self, name: &str) -> Result<(), PlainError> {
        let (Some(link), Some(news)) = (self.host.seat_link(), self.host.seat_news()) else {
            return self.say(NO_DEVICES);
        };
        let wanted = name.to_lowercase();
        let Some(line) = news.people.iter().find(|line| line.name.as_str().to_lowercase() == wanted) else {
            return self.say(&format!("Nobody called {name} is on a device. devices says who is."));
        };
        link.0.order(SeatOrder::Remove { seat: line.seat });
        self.say(&format!("{} is taken out. Who has the code can join again: lock closes the room.", line.name))
    }

    /// Takes an answer that was typed from a device.
    pub(super) fn redeem(&mut self, code: &str) -> Result<(), PlainError> {
        let Some(link) = self.host.seat_link() else { return self.say(NO_DEVICES) };
        let said = link.0.redeem(code).map_or_else(|why| why, |name| format!("The answer of {name} is taken."));
        self.say(&said)
    }

    fn tell(&mut self, news: &SeatNews) -> Result<(), PlainError> {
        if news.trouble != self.hosting.trouble {
            self.hosting.trouble.clone_from(&news.trouble);
            if let Some(why) = &news.trouble {
                self.say(&format!("Answers cannot be saved: {why}. It is tried again and again."))?;
            }
        }
        let new: Vec<String> = news.people.iter().skip(self.hosting.named).map(|line| line.name.to_string()).collect();
        self.hosting.named = news.people.len();
        if new.is_empty() {
            return Ok(());
        }
        self.say(&format!("Joined: {}. {} here.", new.join(", "), count(news.here(), "person")))
    }

    fn go_on_alone(&mut self, since: Timestamp) -> Result<(), PlainError> {
        let now = self.session.now().now;
        let Some(wait) = self.stop_point().and_then(|at| ALONE_S.iter().find(|(known, _)| *known == at)) else {
            return Ok(());
        };
        let is_due = now.duration_since(since).as_secs() >= wait.1;
        let anybody = self.host.seat_news().is_some_and(|news| news.here() > 0);
        if is_due && (anybody || wait.0 != StopPoint::Lobby) {
            self.hosting.alone = Some(now);
            self.drive(DrillHost::go_on)?;
        }
        Ok(())
    }

    /// Where the drill stands; `None` where devices or the clock lead on.
    fn stop_point(&self) -> Option<StopPoint> {
        Some(match self.host.stage()? {
            Stage::Lobby => StopPoint::Lobby,
            Stage::Ask { .. } => StopPoint::Reading,
            Stage::Open(open) if matches!(open.floor, Floor::Hands(Hands::Arguing { .. } | Hands::Voted { .. })) => {
                StopPoint::Answer
            }
            Stage::Open(_) => return None,
            Stage::Closed(_) => StopPoint::Closed,
            Stage::Reveal { .. } | Stage::Debrief { .. } => StopPoint::Answer,
            Stage::Board | Stage::Interlude(_) => StopPoint::Board,
            Stage::Scene { .. } => StopPoint::Answer,
        })
    }
}
