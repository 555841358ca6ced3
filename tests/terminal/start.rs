//! What a test starts: the program or a shell, with its arguments, its environment and the size of its window.

use std::path::{Path, PathBuf};

use portable_pty::{CommandBuilder, PtyPair, PtySize, native_pty_system};

use crate::harness::Terminal;

pub(crate) const BINARY: &str = env!("CARGO_BIN_EXE_ninetracks");

/// What to run, where.
pub(crate) struct Start {
    program: String,
    arguments: Vec<String>,
    environment: Vec<(String, String)>,
    pub size: (u16, u16),
    home: PathBuf,
}

/// `ninetracks` with its data in `data` and the fixture course, at 80x24.
pub(crate) fn ninetracks(data: &Path) -> Start {
    let start = Start {
        program: BINARY.into(),
        arguments: Vec::new(),
        environment: Vec::new(),
        size: (80, 24),
        home: data.to_owned(),
    };
    start.with(&["--data", &data.to_string_lossy(), "--seed", "7"])
}

/// A shell with job control.
pub(crate) fn shell(home: &Path) -> Start {
    let start = Start {
        program: "sh".into(),
        arguments: vec!["-i".into()],
        environment: Vec::new(),
        size: (80, 24),
        home: home.to_owned(),
    };
    start.env("PS1", "ready> ").env("ENV", "")
}

impl Start {
    /// On a disk that is full as soon as a file has `blocks` of 512 bytes; the signal for it is ignored, so that writing
    /// fails as it does there.
    pub(crate) fn with_blocks(self, blocks: u32) -> Self {
        self.after(&format!("trap '' XFSZ; ulimit -f {blocks}"))
    }

    /// With the signal of that name ignored from the start, as `nohup` does.
    pub(crate) fn ignoring(self, signal: &str) -> Self {
        self.after(&format!("trap '' {signal}"))
    }

    /// What a shell does first, in the same process.
    fn after(self, script: &str) -> Self {
        let script = format!("{script}; exec \"$0\" \"$@\"");
        let arguments = ["-c".to_owned(), script, self.program].into_iter().chain(self.arguments).collect();
        Self { program: "sh".into(), arguments, ..self }
    }

    pub(crate) fn with(mut self, arguments: &[&str]) -> Self {
        self.arguments.extend(arguments.iter().map(|&a| a.to_owned()));
        self
    }

    /// With another seed than 7.
    pub(crate) fn seed(mut self, seed: &str) -> Self {
        let at = self.arguments.iter().position(|a| a == "--seed").expect("a seed");
        seed.clone_into(&mut self.arguments[at + 1]);
        self
    }

    pub(crate) fn course(self, folder: &Path) -> Self {
        self.with(&["--course", &folder.to_string_lossy()])
    }

    pub(crate) fn fixture(self) -> Self {
        self.course(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/course"))
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.into(), value.into()));
        self
    }

    pub(crate) fn size(mut self, width: u16, height: u16) -> Self {
        self.size = (width, height);
        self
    }

    pub(crate) fn run(self) -> Terminal {
        Terminal::run(self)
    }

    /// A pseudo-terminal of the size asked for.
    pub(crate) fn pair(&self) -> PtyPair {
        let (cols, rows) = self.size;
        native_pty_system().openpty(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).expect("a pseudo-terminal")
    }

    /// The program in an environment that does not depend on the machine's.
    pub(crate) fn command(&self) -> CommandBuilder {
        let mut command = CommandBuilder::new(&self.program);
        command.args(&self.arguments);
        command.env_clear();
        command.cwd(self.home.parent().unwrap_or(Path::new("/")).canonicalize().unwrap_or_else(|_| "/".into()));
        let path = std::env::var("PATH").unwrap_or_default();
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("TZ", "UTC"), ("PATH", &path)] {
            command.env(name, value);
        }
        command.env("HOME", &self.home);
        for (name, value) in &self.environment {
            command.env(name, value);
        }
        command
    }
}
