//! Key scripts: `j j <enter>` or `jj<enter>text:'Track Two'`, for tests and documentation.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use jiff::Timestamp;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthStr;

use super::app::{App, Flow, Message};

/// Reads a script: characters stand for themselves, names in `<…>` for other keys, blanks separate.
///
/// # Errors
/// Says which name is unknown.
pub fn keys(script: &str) -> Result<Vec<KeyEvent>, String> {
    let mut found = Vec::new();
    let mut rest = script;
    while let Some(c) = rest.chars().next() {
        if let Some((name, after)) = named(rest) {
            found.push(key(name).ok_or_else(|| format!("`<{name}>` is no key: write {NAMES}"))?);
            rest = after;
            continue;
        }
        if !c.is_whitespace() {
            found.push(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE));
        }
        rest = &rest[c.len_utf8()..];
    }
    Ok(found)
}

const NAMES: &str = "<enter> <esc> <tab> <backtab> <space> <up> <down> <left> <right> <pgup> <pgdn> <home> <end> <backspace> <delete> <s-up> <s-down> <c-x> <lt>";

fn named(rest: &str) -> Option<(&str, &str)> {
    rest.strip_prefix('<')?.split_once('>')
}

fn key(name: &str) -> Option<KeyEvent> {
    let plain = |code| Some(KeyEvent::new(code, KeyModifiers::NONE));
    let lower = name.to_ascii_lowercase();
    match lower.as_str() {
        "enter" => plain(KeyCode::Enter),
        "esc" => plain(KeyCode::Esc),
        "tab" => plain(KeyCode::Tab),
        "backtab" => Some(KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT)),
        "space" => plain(KeyCode::Char(' ')),
        "lt" => plain(KeyCode::Char('<')),
        "up" => plain(KeyCode::Up),
        "down" => plain(KeyCode::Down),
        "left" => plain(KeyCode::Left),
        "right" => plain(KeyCode::Right),
        "pgup" => plain(KeyCode::PageUp),
        "pgdn" => plain(KeyCode::PageDown),
        "home" => plain(KeyCode::Home),
        "end" => plain(KeyCode::End),
        "backspace" => plain(KeyCode::Backspace),
        "delete" => plain(KeyCode::Delete),
        "s-up" => Some(KeyEvent::new(KeyCode::Up, KeyModifiers::SHIFT)),
        "s-down" => Some(KeyEvent::new(KeyCode::Down, KeyModifiers::SHIFT)),
        _ => lower
            .strip_prefix("c-")
            .and_then(|c| c.chars().next())
            .map(|c| KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL)),
    }
}

/// Plays keys at an app without a terminal; gives the last screen as text, blanks at line ends cut.
#[must_use]
pub fn play(mut app: App, keys: &[KeyEvent], (width, height): (u16, u16), now: &dyn Fn() -> Timestamp) -> String {
    for key in keys {
        if app.handle(Message::Key(*key), now()) == Flow::Quit {
            break;
        }
    }
    screen(&app, width, height).map_or_else(String::new, |buffer| text(&buffer))
}

/// The screen of `app` at a size.
#[must_use]
pub fn screen(app: &App, width: u16, height: u16) -> Option<Buffer> {
    let Ok(mut terminal) = Terminal::new(TestBackend::new(width, height));
    let Ok(_) = terminal.draw(|frame| app.draw(frame));
    Some(terminal.backend().buffer().clone())
}

/// The characters of `buffer`, a line a row.
#[must_use]
pub fn text(buffer: &Buffer) -> String {
    let row = |y: u16| {
        let mut line = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            x += u16::try_from(symbol.width().max(1)).unwrap_or(1);
        }
        line.trim_end().to_owned()
    };
    (0..buffer.area.height).map(row).collect::<Vec<_>>().join("\n")
}
