//! A host as a process, and devices as sockets. Nothing sleeps: each step waits for what it brings about.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket, client};

/// Longest wait for anything.
const PATIENCE: Duration = Duration::from_mins(1);

pub(crate) fn ninetracks(data: &Path) -> Command {
    let mut command = built_in(data);
    command.arg("--course").arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/course"));
    command
}

/// The program with its own course.
fn built_in(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
    command
        .env_clear()
        .envs([("PATH", ""), ("HOME", "/nonexistent"), ("LANG", "C.UTF-8"), ("TZ", "UTC")])
        .arg("--data")
        .arg(data)
        .args(["--seed", "7"]);
    command
}

/// A program that hosts.
pub(crate) struct Host {
    child: Child,
    input: Option<ChildStdin>,
    lines: Receiver<String>,
    pub(crate) address: String,
    pub(crate) code: String,
}

impl Host {
    pub(crate) fn start(data: &Path, more: &[&str]) -> Self {
        Self::run(ninetracks(data), more)
    }

    /// With the built-in course, which has scenarios.
    pub(crate) fn start_built_in(data: &Path, more: &[&str]) -> Self {
        Self::run(built_in(data), more)
    }

    fn run(mut command: Command, more: &[&str]) -> Self {
        command.args(["host", "--plain", "--bind", "127.0.0.1:0"]).args(more);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let (send, lines) = channel();
        let out = BufReader::new(child.stdout.take().unwrap());
        std::thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| send.send(line)));
        let input = child.stdin.take();
        let mut host = Self { child, input, lines, address: String::new(), code: String::new() };
        host.learn_the_way();
        host
    }

    fn learn_the_way(&mut self) {
        let line = self.says("To join, open http://");
        let (_, rest) = line.split_once("http://").unwrap();
        rest.split(' ').next().unwrap().clone_into(&mut self.address);
        rest.split("The code is ").nth(1).unwrap().trim_end_matches('.').clone_into(&mut self.code);
    }

    /// The same drill in another process, after this one was killed.
    pub(crate) fn killed_and_resumed(mut self, data: &Path) -> Self {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        let mut next = Self::start(data, &["--resume"]);
        next.types("");
        next
    }

    pub(crate) fn types(&mut self, line: &str) {
        writeln!(self.input.as_mut().unwrap(), "{line}").unwrap();
    }

    /// Nobody types any more.
    pub(crate) fn hangs_up(&mut self) {
        self.input = None;
    }

    /// Waits for a line with these words.
    #[track_caller]
    pub(crate) fn says(&mut self, words: &str) -> String {
        let mut heard = Vec::new();
        loop {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) if line.contains(words) => return line,
                Ok(line) => heard.push(line),
                Err(why) => panic!("no `{words}` ({why}) in:\n{}", heard.join("\n")),
            }
        }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A device.
pub(crate) struct Device {
    socket: WebSocket<TcpStream>,
    pub(crate) secret: String,
    pub(crate) name: String,
    pub(crate) seat: usize,
}

impl Device {
    pub(crate) fn connect(host: &Host) -> Self {
        let stream = TcpStream::connect(&host.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let (socket, _) = client(format!("ws://{}/ws", host.address), stream).unwrap();
        Self { socket, secret: String::new(), name: String::new(), seat: 0 }
    }

    pub(crate) fn join(host: &Host, name: &str) -> Self {
        let mut device = Self::connect(host);
        device.sends(&json!({"t": "join", "code": host.code, "name": name}));
        device.seated()
    }

    /// The same person on a new connection.
    pub(crate) fn back(self, host: &Host) -> Self {
        let mut device = Self::connect(host);
        device.sends(&json!({"t": "back", "secret": self.secret}));
        device.seated()
    }

    fn seated(mut self) -> Self {
        let welcome = self.gets("welcome");
        let text = |key: &str| welcome[key].as_str().unwrap().to_owned();
        let seat = usize::try_from(welcome["seat"].as_u64().unwrap()).unwrap();
        Self { secret: text("secret"), name: text("name"), seat, ..self }
    }

    pub(crate) fn sends(&mut self, frame: &Value) {
        self.socket.send(Message::text(frame.to_string())).unwrap();
    }

    pub(crate) fn sends_text(&mut self, text: &str) {
        self.socket.send(Message::text(text)).unwrap();
    }

    /// Waits for a text.
    pub(crate) fn gets_text(&mut self) -> Option<String> {
        loop {
            match self.socket.read() {
                Ok(Message::Text(text)) => return Some(text.to_string()),
                Ok(Message::Close(_)) | Err(_) => return None,
                Ok(_) => {}
            }
        }
    }

    /// Waits for a frame of this kind.
    #[track_caller]
    pub(crate) fn gets(&mut self, kind: &str) -> Value {
        let mut heard = Vec::new();
        loop {
            let Some(text) = self.gets_text() else { panic!("the connection ended before `{kind}`: {heard:?}") };
            let frame: Value = serde_json::from_str(&text).unwrap();
            if frame["t"] == kind {
                return frame;
            }
            heard.push(text);
        }
    }

    /// Waits for a question that can be answered.
    #[track_caller]
    pub(crate) fn is_asked(&mut self) -> Value {
        loop {
            let question = self.gets("question");
            if question["may"] == "answer" {
                return question;
            }
        }
    }

    #[track_caller]
    pub(crate) fn answers(&mut self, question: &Value, answer: &Value) {
        self.sends(&json!({"t": "answer", "q": question["q"], "answer": answer}));
        assert_eq!(self.gets("saved")["q"], question["q"]);
    }
}

/// What a browser gets.
pub(crate) fn page(host: &Host, path: &str) -> String {
    let mut stream = TcpStream::connect(&host.address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", host.address).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

/// The answer that somebody gives who counts from `n`: some are right.
pub(crate) fn some_answer(question: &Value, n: usize) -> Value {
    let options = question["options"].as_array().unwrap().len();
    match question["form"].as_str().unwrap() {
        "choice" => json!(n % options),
        "several" => json!([n % options]),
        "match" => (0..question["items"].as_array().unwrap().len()).map(|at| json!((at + n) % options)).collect(),
        "order" => (0..options).map(|at| json!((at + n) % options)).collect(),
        "text" => question["gaps"].as_array().unwrap().iter().map(|_| json!(format!("word {n}"))).collect(),
        other => panic!("{other}"),
    }
}

/// The report of the last drill, without what no two runs have alike.
pub(crate) fn report(data: &Path) -> Value {
    let said = ninetracks(data).args(["report", "--json"]).output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let mut report: Value = serde_json::from_slice(&said.stdout).unwrap();
    let fields = report.as_object_mut().unwrap();
    fields.remove("started");
    fields.remove("started_in_words");
    report["headline"].as_object_mut().unwrap().remove("seconds");
    report
}
