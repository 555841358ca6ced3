//! Devices that do what they should not, beside a class of 300: slow readers (10 %), drop and return (20 %), junk (5 %), a
//! slow loris, codes guessed at 50 a second.

use std::net::SocketAddr;
use std::time::Duration;

use futures_util::SinkExt;
use serde_json::json;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio::task::JoinHandle;
use tokio::time::sleep;
use tokio_tungstenite::tungstenite::Message;

use crate::hosting::Hosting;
use crate::seat::{Seat, connect};

const SLOW_READERS: usize = 30;
const DROPPERS: usize = 60;
const JUNK: usize = 15;
const LORIS: usize = 100;
const GUESSES_A_SECOND: u64 = 50;

/// Starts them all; they go on until they are stopped.
pub(crate) fn among(hosting: &Hosting) -> Vec<JoinHandle<()>> {
    let (host, code) = (hosting.address, hosting.code.clone());
    let mut all = Vec::new();
    all.extend((0..SLOW_READERS).map(|n| tokio::spawn(reads_nothing(host, code.clone(), n))));
    all.extend((0..DROPPERS).map(|n| tokio::spawn(drops_and_returns(host, code.clone(), n))));
    all.extend((0..JUNK).map(|n| tokio::spawn(sends_junk(host, code.clone(), n))));
    all.extend((0..LORIS).map(|_| tokio::spawn(never_ends_its_header(host))));
    all.push(tokio::spawn(guesses_codes(host)));
    all
}

/// Asks for its state again and again and never reads: the host's queue for it fills up.
async fn reads_nothing(host: SocketAddr, code: String, n: usize) {
    let Ok(mut seat) = Seat::join(host, &code, &format!("Slow {n}")).await else { return };
    let back = json!({"t": "back", "secret": seat.secret});
    while seat.send(&back).await.is_ok() {
        sleep(Duration::from_millis(150)).await;
    }
}

async fn drops_and_returns(host: SocketAddr, code: String, n: usize) {
    let Ok(mut seat) = Seat::join(host, &code, &format!("Drops {n}")).await else { return };
    loop {
        sleep(Duration::from_millis(2000 + 20 * n as u64)).await;
        let secret = std::mem::take(&mut seat.secret);
        match Seat::back(host, &secret).await {
            Ok(again) => seat = again,
            // Refused for once: the seat is still there.
            Err(_) => seat.secret = secret,
        }
    }
}

/// From a seat and from sockets at which nobody sits; a seat that was cut off comes back.
async fn sends_junk(host: SocketAddr, code: String, n: usize) {
    let junk = ["", "{", "null", "[[[[[[", "{\"t\":\"answer\",\"q\":-1,\"answer\":{}}", "{\"t\":5}", "\u{202e}\u{0}"];
    let Ok(mut seat) = Seat::join(host, &code, &format!("Junk {n}")).await else { return };
    for text in junk.iter().cycle() {
        let frames = [json!({"t": text}), json!({"t": "answer", "q": 0, "answer": [text]})];
        for frame in frames {
            if seat.send(&frame).await.is_err()
                && let Ok(again) = Seat::back(host, &seat.secret).await
            {
                seat = again;
            }
        }
        if let Ok(mut socket) = connect(host).await {
            let _ = socket.send(Message::text(*text)).await;
            let _ = socket.send(Message::binary(vec![0; 3000])).await;
            let _ = socket.send(Message::text("x".repeat(100_000))).await;
        }
        sleep(Duration::from_millis(500)).await;
    }
}

/// A header that comes by a byte a second.
async fn never_ends_its_header(host: SocketAddr) {
    loop {
        let Ok(mut tcp) = TcpStream::connect(host).await else { return };
        for byte in b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: yes, very" {
            if tcp.write_all(&[*byte]).await.is_err() {
                break;
            }
            sleep(Duration::from_secs(1)).await;
        }
    }
}

async fn guesses_codes(host: SocketAddr) {
    for guess in 0_u64.. {
        tokio::spawn(async move {
            let _ = Seat::join(host, &format!("Z{:03}", guess % 1000), "Guess").await;
        });
        sleep(Duration::from_millis(1000 / GUESSES_A_SECOND)).await;
    }
}
