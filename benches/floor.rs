//! The floor that `ninetracks` is held against: takes the terminal over as the app does, draws one page of text with
//! ratatui, and draws it again with a counter at each key. Nothing but ratatui and crossterm is in it, so what it costs
//! is what any program of this kind costs. `cargo bench` runs every bench: run so, it only says where it is (the
//! benchmark `speed` starts it from there).

use std::io::{self, IsTerminal, stdout};
use std::{env, fs};

use crossterm::cursor::{Hide, Show};
use crossterm::event::{self, DisableBracketedPaste, EnableBracketedPaste, Event, KeyCode};
use crossterm::execute;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::backend::CrosstermBackend;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;
use ratatui::{Frame, Terminal};

fn main() -> io::Result<()> {
    if env::args().any(|a| a == "--bench") || !stdout().is_terminal() {
        return fs::write(
            concat!(env!("CARGO_TARGET_TMPDIR"), "/floor"),
            env::current_exe()?.to_string_lossy().as_bytes(),
        );
    }
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, Hide)?;
    let mut terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
    let mut keys = 0;
    loop {
        terminal.draw(|frame| draw(frame, keys))?;
        match event::read()? {
            Event::Key(key) if key.code == KeyCode::Esc => break,
            Event::Key(_) => keys += 1,
            _ => {}
        }
    }
    execute!(stdout(), DisableBracketedPaste, LeaveAlternateScreen, Show)?;
    disable_raw_mode()
}

/// A full page, of words as long as English has them, and a counter at its end.
fn draw(frame: &mut Frame<'_>, keys: usize) {
    let area = frame.area();
    let width = usize::from(area.width);
    let text = "a page of plain words stands here in every row of the floor so that all of it is drawn "
        .repeat(width / 80 + 2);
    let mut lines: Vec<Line<'_>> = (1..area.height)
        .map(|row| Line::from(text.chars().skip(usize::from(row)).take(width).collect::<String>()))
        .collect();
    lines.push(Line::from(format!("keys: {keys} end-of-floor")));
    frame.render_widget(Paragraph::new(lines), area);
}
