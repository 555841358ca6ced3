//! One device: a WebSocket that joins, hears and answers, by the words of `docs/live.md`.

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::{Context, bail};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout, timeout_at};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{WebSocketStream, client_async};

use crate::Result;

/// A device waits at most this long for a frame.
const PATIENCE: Duration = Duration::from_secs(30);
/// Bytes before the payload of a short frame: from the page with a mask, from the host without.
const SENT_HEAD: usize = 6;
const HEARD_HEAD: usize = 2;

/// A seat, by its device.
pub(crate) struct Seat {
    socket: WebSocketStream<TcpStream>,
    pub secret: String,
}

/// A socket at which nobody sits yet.
pub(crate) async fn connect(host: SocketAddr) -> Result<WebSocketStream<TcpStream>> {
    let tcp = TcpStream::connect(host).await?;
    tcp.set_nodelay(true)?;
    Ok(client_async(format!("ws://{host}/ws"), tcp).await.context("no WebSocket")?.0)
}

impl Seat {
    /// Somebody new.
    pub(crate) async fn join(host: SocketAddr, code: &str, name: &str) -> Result<Self> {
        Self::enter(host, json!({"t": "join", "code": code, "name": name})).await
    }

    /// The same person after a drop.
    pub(crate) async fn back(host: SocketAddr, secret: &str) -> Result<Self> {
        Self::enter(host, json!({"t": "back", "secret": secret})).await
    }

    async fn enter(host: SocketAddr, hello: Value) -> Result<Self> {
        let mut seat = Self { socket: connect(host).await?, secret: String::new() };
        seat.send(&hello).await?;
        let welcome = seat.next("welcome").await?;
        welcome["secret"].as_str().unwrap_or_default().clone_into(&mut seat.secret);
        Ok(seat)
    }

    pub(crate) async fn send(&mut self, frame: &Value) -> Result<()> {
        self.socket.send(Message::text(frame.to_string())).await?;
        Ok(())
    }

    /// The next frame of this kind; others are let pass.
    pub(crate) async fn next(&mut self, kind: &str) -> Result<Value> {
        loop {
            let message = timeout(PATIENCE, self.socket.next()).await.with_context(|| format!("no {kind} came"))?;
            let Message::Text(text) = message.context("the host hung up")?? else { continue };
            let frame: Value = serde_json::from_str(&text).unwrap_or_default();
            match frame["t"].as_str() {
                Some(t) if t == kind => return Ok(frame),
                Some("refused") => bail!("refused: {frame}"),
                _ => {}
            }
        }
    }

    /// Sends an answer that fits `question` and waits until it is saved.
    pub(crate) async fn answer(&mut self, question: &Value, salt: usize) -> Result<()> {
        self.send(&json!({"t": "answer", "q": question["q"], "answer": fitting(question, salt)})).await?;
        self.next("saved").await?;
        Ok(())
    }

    /// Bytes of frames in `time`, there and back, with the heartbeat that a page sends at its end.
    pub(crate) async fn idle_bytes(&mut self, time: Duration) -> Result<usize> {
        // What came before is taken first.
        self.heard_for(Duration::from_secs(1)).await?;
        let bytes = self.heard_for(time).await?;
        self.socket.send(Message::text(".")).await?;
        let echo = timeout(PATIENCE, self.socket.next()).await?.context("the host hung up")??;
        Ok(bytes + SENT_HEAD + 1 + HEARD_HEAD + echo.len())
    }

    /// Bytes of frames that come within `time`.
    async fn heard_for(&mut self, time: Duration) -> Result<usize> {
        let (end, mut bytes) = (Instant::now() + time, 0);
        while let Ok(message) = timeout_at(end, self.socket.next()).await {
            bytes += HEARD_HEAD + message.context("the host hung up")??.len();
        }
        Ok(bytes)
    }
}

/// An answer in the form of `question`.
fn fitting(question: &Value, salt: usize) -> Value {
    let count = |what: &str| question[what].as_array().map_or(0, Vec::len);
    let options = count("options").max(1);
    match question["form"].as_str().unwrap_or_default() {
        "choice" => json!(salt % options),
        "several" => json!([salt % options]),
        "order" => json!((0..options).map(|at| (at + salt) % options).collect::<Vec<_>>()),
        "match" => json!((0..count("items")).map(|at| (at + salt) % options).collect::<Vec<_>>()),
        _ => json!((0..count("gaps")).map(|_| "words").collect::<Vec<_>>()),
    }
}
