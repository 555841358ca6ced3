//! A device's connection: frames in and out, the heartbeat, the time that frames take, and how much a device may send.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::extract::ws::{Message, Utf8Bytes, WebSocket};
use tokio::sync::mpsc::{Receiver, channel};
use tokio::time::{sleep, timeout};

use super::door::{DeviceFrame, LinkId, ToOwner, WAITING_FRAMES};
use super::frames::{RefusalCode, ToPage};
use super::incoming::FromPage;
use super::server::Door;
use crate::study::live::MOST_CREDIT_MS;

/// The heartbeat, both ways.
const BEAT: &str = ".";
/// A device says who it is within this time.
const HELLO_DEADLINE: Duration = Duration::from_secs(10);
/// A device that was not heard for so long is gone: three heartbeats.
const SILENCE: Duration = Duration::from_secs(65);
/// A frame that is not taken in this time is not waited for.
const SLOWEST: Duration = Duration::from_secs(10);
/// Frames a second that a device may send, and at once.
const FRAMES_A_SECOND: u32 = 10;
/// Wrong codes on one connection.
const MOST_GUESSES: u8 = 5;

struct DeviceSocket {
    socket: WebSocket,
    door: Arc<Door>,
    id: LinkId,
    is_known: bool,
    guesses: u8,
    allowance: Allowance,
    /// When a frame that is timed went out.
    asked: Option<Instant>,
    /// Half of the last way there and back.
    credit_ms: u16,
}

/// Talks with a device until one of the two has enough.
pub(super) async fn talk(socket: WebSocket, door: Arc<Door>) {
    let id = door.next_link();
    let (out, going) = channel(WAITING_FRAMES);
    door.tell(ToOwner::Connected { link: id, out });
    let mut link = DeviceSocket {
        socket,
        door: Arc::clone(&door),
        id,
        is_known: false,
        guesses: 0,
        allowance: Allowance::new(Instant::now()),
        asked: None,
        credit_ms: 0,
    };
    link.run(going).await;
    door.tell(ToOwner::Gone(id));
    let _ = timeout(SLOWEST, link.socket.send(Message::Close(None))).await;
}

impl DeviceSocket {
    async fn run(&mut self, mut going: Receiver<DeviceFrame>) {
        loop {
            let deadline = if self.is_known { SILENCE } else { HELLO_DEADLINE };
            let goes_on = tokio::select! {
                frame = going.recv() => match frame {
                    Some(frame) => self.send(frame).await,
                    None => false,
                },
                came = timeout(deadline, self.socket.recv()) => match came {
                    Ok(Some(Ok(message))) => self.take(message).await,
                    Ok(Some(Err(_)) | None) | Err(_) => false,
                },
            };
            if !goes_on {
                return;
            }
        }
    }

    /// Sends a frame and, where an answer may follow, asks for a sign of when it arrived.
    async fn send(&mut self, frame: DeviceFrame) -> bool {
        if !self.write(Message::Text(frame.text)).await {
            return false;
        }
        if !frame.is_timed {
            return true;
        }
        self.asked = Some(Instant::now());
        self.write(Message::Ping(axum::body::Bytes::new())).await
    }

    async fn write(&mut self, message: Message) -> bool {
        matches!(timeout(SLOWEST, self.socket.send(message)).await, Ok(Ok(())))
    }

    async fn take(&mut self, message: Message) -> bool {
        match message {
            Message::Text(text) => self.allowance.takes(Instant::now()) && self.hear(&text).await,
            Message::Pong(_) => {
                if let Some(asked) = self.asked.take() {
                    let half = u16::try_from(asked.elapsed().as_millis() / 2).unwrap_or(MOST_CREDIT_MS);
                    self.credit_ms = half.min(MOST_CREDIT_MS);
                }
                true
            }
            Message::Ping(_) => self.allowance.takes(Instant::now()),
            Message::Binary(_) | Message::Close(_) => false,
        }
    }

    async fn hear(&mut self, text: &Utf8Bytes) -> bool {
        if text.as_str() == BEAT {
            return self.write(Message::Text(Utf8Bytes::from_static(BEAT))).await;
        }
        let Ok(frame) = serde_json::from_str::<FromPage>(text) else { return self.is_known };
        if let FromPage::Join { code, .. } = &frame
            && !self.door.code.is(code)
        {
            return self.refuse_code().await;
        }
        self.is_known |= matches!(frame, FromPage::Join { .. } | FromPage::Back { .. });
        self.door.tell(ToOwner::Came { link: self.id, frame, credit_ms: self.credit_ms });
        true
    }

    /// A wrong code waits, ever longer; nobody else does.
    async fn refuse_code(&mut self) -> bool {
        sleep(self.door.guesses.wait(Instant::now())).await;
        self.guesses += 1;
        let why = "This is not the code on the wall.".to_owned();
        let refused = ToPage::Refused { code: RefusalCode::Code, why, again: self.guesses < MOST_GUESSES };
        self.write(Message::Text(refused.outgoing().text)).await && self.guesses < MOST_GUESSES
    }
}

/// How much a device may still send.
struct Allowance {
    /// In thousandths of a frame.
    left: u64,
    at: Instant,
}

impl Allowance {
    const FULL: u64 = FRAMES_A_SECOND as u64 * 1000;

    fn new(at: Instant) -> Self {
        Self { left: Self::FULL, at }
    }

    /// Whether a frame may come at `now`.
    fn takes(&mut self, now: Instant) -> bool {
        let gone = u64::try_from(now.saturating_duration_since(self.at).as_millis()).unwrap_or(u64::MAX);
        self.left = self.left.saturating_add(gone.saturating_mul(u64::from(FRAMES_A_SECOND))).min(Self::FULL);
        self.at = now;
        let may = self.left >= 1000;
        self.left -= if may { 1000 } else { 0 };
        may
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_frames_may_come_at_once_and_ten_a_second_after_that() {
        let start = Instant::now();
        let mut allowance = Allowance::new(start);
        assert_eq!((0..12).filter(|_| allowance.takes(start)).count(), 10);
        assert_eq!((0..12).filter(|_| allowance.takes(start + Duration::from_millis(500))).count(), 5);
    }
}
