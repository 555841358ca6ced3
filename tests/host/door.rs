//! Who is let in, what is told when, and what is left on the disk.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;

use serde_json::json;
use tempfile::TempDir;

use super::room::{Device, Host, ninetracks, some_answer};

#[test]
fn a_wrong_code_opens_nothing_and_a_right_one_does() {
    let data = TempDir::new().unwrap();
    let host = Host::start(data.path(), &[]);
    let mut device = Device::connect(&host);
    device.sends(&json!({"t": "join", "code": "????", "name": "Ana"}));
    assert_eq!(device.gets("refused")["code"], "code");
    device.sends(&json!({"t": "join", "code": host.code.to_lowercase(), "name": " "}));
    assert_eq!(device.gets("refused")["code"], "name");
    device.sends(&json!({"t": "join", "code": host.code, "name": "A\u{202e}na"}));
    assert_eq!(device.gets("welcome")["name"], "Ana");
    assert_eq!(Device::join(&host, "ana").name, "ana (2)");
}

#[test]
fn a_secret_is_a_seat_whichever_device_it_is() {
    let data = TempDir::new().unwrap();
    let host = Host::start(data.path(), &[]);
    let mut first = Device::join(&host, "Ana");
    let mut second = Device::connect(&host);
    second.sends(&json!({"t": "back", "secret": first.secret}));
    assert_eq!(second.gets("welcome")["name"], "Ana");
    first.gets("away");
    assert_eq!(first.gets_text(), None);
    let mut stranger = Device::connect(&host);
    stranger.sends(&json!({"t": "back", "secret": "0".repeat(32)}));
    assert_eq!(stranger.gets("refused")["code"], "gone");
}

#[test]
fn junk_is_let_go_and_the_heartbeat_is_one_character() {
    let data = TempDir::new().unwrap();
    let host = Host::start(data.path(), &[]);
    let mut device = Device::join(&host, "Ana");
    device.gets("wait");
    device.sends_text(".");
    assert_eq!(device.gets_text().as_deref(), Some("."));
    let mut junk = Device::connect(&host);
    junk.sends_text("{\"t\":");
    assert_eq!(junk.gets_text(), None);
    device.sends_text(".");
    assert_eq!(device.gets_text().as_deref(), Some("."));
}

#[test]
fn another_sites_page_opens_no_socket() {
    let data = TempDir::new().unwrap();
    let host = Host::start(data.path(), &[]);
    let mut stream = TcpStream::connect(&host.address).unwrap();
    write!(
        stream,
        "GET /ws HTTP/1.1\r\nHost: {}\r\nOrigin: http://evil.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
         Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n",
        host.address
    )
    .unwrap();
    let mut head = [0; 12];
    stream.read_exact(&mut head).unwrap();
    assert_eq!(&head, b"HTTP/1.1 403");
}

#[test]
fn no_address_is_left_on_the_disk_and_what_is_forgotten_is_gone() {
    let data = TempDir::new().unwrap();
    let mut host = Host::start(data.path(), &["-n", "1"]);
    let mut device = Device::join(&host, "Ana");
    host.types("");
    host.types("");
    let question = device.is_asked();
    device.answers(&question, &some_answer(&question, 0));
    host.says("Closed.");
    drop(host);
    for words in ["127.0.0.1", "User-Agent", "tungstenite"] {
        assert!(!is_kept(data.path(), words), "{words}");
    }
    assert!(is_kept(data.path(), &device.secret) && is_kept(data.path(), "Ana"), "the seat itself is kept");
    let forgotten = ninetracks(data.path()).args(["forget", "drill", "1", "--yes"]).output().unwrap();
    assert!(forgotten.status.success(), "{}", String::from_utf8_lossy(&forgotten.stderr));
    assert!(!is_kept(data.path(), &device.secret) && !is_kept(data.path(), "Ana"));
}

/// Whether a file of the folder holds these words.
fn is_kept(data: &Path, words: &str) -> bool {
    let files = std::fs::read_dir(data).unwrap().map(|file| file.unwrap().path()).filter(|path| path.is_file());
    let mut all = files.map(|path| std::fs::read(path).unwrap());
    all.any(|bytes| bytes.windows(words.len()).any(|window| window == words.as_bytes()))
}
