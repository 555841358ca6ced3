//! Decks and quizzes in Markdown: `Q:`, `A:` and `C:` as hashcards has them, `term :: meaning`, gaps in braces, lists of
//! `- [x]`, alone or between `<quiz>` and `</quiz>`. Headings are decks, or what the list below them asks.

mod cloze;
mod paragraphs;
mod quiz;
mod same;
mod write;

use self::paragraphs::Paragraphs;
use super::card_draft::CardDraft;
use super::fidelity::SourcePlace;
use super::intake::{Intake, SourceItem};
use super::{FormatReader, decode};

/// Reads and writes Markdown.
pub(super) struct Markdown;

impl FormatReader for Markdown {
    fn read(&self, bytes: &[u8], intake: &mut Intake) -> Result<(), String> {
        let text = decode(bytes);
        let (head, body, before) = front_matter(&text);
        let mut reader = DeckReader {
            intake,
            open: InProgress::Nothing,
            deck: None,
            tags: head.tags,
            fence: None,
            is_comment: false,
        };
        if let Some(name) = head.name {
            reader.intake.category(&name);
            reader.deck = Some(name);
        }
        for (n, line) in body.lines().enumerate() {
            reader.line(before + n + 1, line);
        }
        reader.close();
        Ok(())
    }
}

/// What stands between lines of hyphens at the head.
#[derive(Default)]
struct FrontMatter {
    name: Option<String>,
    tags: Vec<String>,
}

/// The front matter, what follows it, and how many lines it takes.
fn front_matter(text: &str) -> (FrontMatter, &str, usize) {
    let Some((head, body)) = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")) else {
        return (FrontMatter::default(), text, 0);
    };
    let mut found = FrontMatter::default();
    for (key, value) in head.lines().filter_map(|line| line.split_once(['=', ':'])) {
        let value = value.trim().trim_matches(['"', '\'']);
        match key.trim() {
            "name" | "title" | "deck" if !value.is_empty() => found.name = Some(value.to_owned()),
            "tags" => {
                let tags = value.trim_matches(['[', ']']).split([',', ' ']);
                found.tags =
                    tags.map(|tag| tag.trim_matches(['"', '\'', '#']).to_owned()).filter(|t| !t.is_empty()).collect();
            }
            _ => (),
        }
    }
    (found, body, head.lines().count() + 2)
}

/// What is being read.
enum InProgress<'a> {
    Nothing,
    Card(HalfCard<'a>),
    /// Between `<quiz>` and `</quiz>`.
    Quiz {
        line: usize,
        lines: Vec<&'a str>,
    },
    Words(Paragraphs<'a>),
}

/// How a card's sides are asked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CardMark {
    /// `Q:` and `A:`.
    Sides,
    /// `C:`.
    Gaps,
    /// A line that is `?`, or `??` for both ways, parts the sides; an empty line ends them.
    Parted { is_both: bool },
}

struct HalfCard<'a> {
    mark: CardMark,
    line: usize,
    front: Vec<&'a str>,
    back: Option<Vec<&'a str>>,
}

struct DeckReader<'a, 'i> {
    intake: &'i mut Intake,
    open: InProgress<'a>,
    /// The deck of the first rank.
    deck: Option<String>,
    tags: Vec<String>,
    /// What closes the code that is open.
    fence: Option<&'static str>,
    is_comment: bool,
}

/// What a line of code is fenced with.
fn fence(line: &str) -> Option<&'static str> {
    ["```", "~~~"].into_iter().find(|mark| line.trim_start().starts_with(mark))
}

/// What stands behind `Q:`, `**Q:**` or `**Q**:`.
fn behind(line: &str, mark: char) -> Option<&str> {
    let ways = [format!("{mark}:"), format!("**{mark}:**"), format!("**{mark}**:")];
    ways.iter().find_map(|way| line.strip_prefix(way.as_str())).map(str::trim_start)
}

/// A heading's rank and words.
fn heading(line: &str) -> Option<(usize, &str)> {
    let rank = line.len() - line.trim_start_matches('#').len();
    let words = line.get(rank..)?.strip_prefix(' ')?.trim().trim_end_matches('#').trim();
    ((1..=6).contains(&rank) && !words.is_empty()).then_some((rank, words))
}

impl<'a> DeckReader<'a, '_> {
    fn line(&mut self, number: usize, line: &'a str) {
        if self.fence.is_none() && line.trim_start().starts_with("<!--") {
            self.is_comment = true;
        }
        if self.is_comment {
            self.is_comment = !line.contains("-->");
            return;
        }
        if let InProgress::Quiz { line: first, lines } = &mut self.open {
            if line.trim() == "</quiz>" {
                let (first, lines) = (*first, std::mem::take(lines));
                self.open = InProgress::Nothing;
                return self.quiz(first, &lines);
            }
            return lines.push(line);
        }
        if let Some(mark) = self.fence {
            if fence(line) == Some(mark) {
                self.fence = None;
            }
            return self.more(number, line);
        }
        let marked = ['Q', 'A', 'C'].iter().find_map(|mark| behind(line, *mark));
        self.fence = fence(marked.unwrap_or(line)).filter(|mark| line.matches(mark).count() % 2 == 1);
        if !self.begins(number, line) && !self.is_one_line(number, line) {
            self.more(number, line);
        }
    }

    /// Takes a line that begins something, or ends it.
    fn begins(&mut self, number: usize, line: &'a str) -> bool {
        let bare = line.trim();
        if bare == "<quiz>" {
            self.close();
            self.open = InProgress::Quiz { line: number + 1, lines: Vec::new() };
            return true;
        }
        for (sign, mark) in [('Q', CardMark::Sides), ('C', CardMark::Gaps)] {
            if let Some(front) = behind(line, sign) {
                self.close();
                self.open = InProgress::Card(HalfCard { mark, line: number, front: vec![front], back: None });
                return true;
            }
        }
        if let InProgress::Card(HalfCard { mark: CardMark::Sides, back: back @ None, .. }) = &mut self.open
            && let Some(words) = behind(line, 'A')
        {
            *back = Some(vec![words]);
            return true;
        }
        if matches!(bare, "---" | "***" | "___") {
            self.close();
            return true;
        }
        let Some((rank, words)) = heading(line) else { return false };
        self.close();
        if rank == 1 {
            self.intake.category(words);
            self.deck = Some(words.to_owned());
        } else {
            self.open = InProgress::Words(Paragraphs::below(number, rank, words));
        }
        true
    }

    /// Takes a line that is a whole card: `term :: meaning`, `term ::: meaning`, or words with gaps in braces. A list's
    /// options and the inside of a card are none.
    fn is_one_line(&mut self, number: usize, line: &'a str) -> bool {
        match &self.open {
            InProgress::Card(card) if !card.may_end() || line.starts_with(' ') || !cloze::is_parted(line) => {
                return false;
            }
            InProgress::Words(words) if words.has_options() && !words.is_after() => return false,
            InProgress::Card(_) | InProgress::Words(_) | InProgress::Nothing | InProgress::Quiz { .. } => (),
        }
        if quiz::ticked(line).is_some() {
            return false;
        }
        let bare = line.trim().trim_start_matches("- ").trim_start_matches("* ");
        let draft = if bare.contains("{{") && bare.contains("}}") {
            CardDraft::Cloze(cloze::braced(bare))
        } else {
            let Some((front, back, is_both)) = cloze::sides(bare) else { return false };
            let (front, back) = (front.to_owned(), back.to_owned());
            if is_both { CardDraft::TwoWay { front, back } } else { CardDraft::Basic { front, back } }
        };
        self.close();
        self.card(number, &[line], draft);
        true
    }

    /// Takes a line that goes on with what is open.
    fn more(&mut self, number: usize, line: &'a str) {
        let (is_blank, is_code) = (line.trim().is_empty(), self.fence.is_some());
        match &mut self.open {
            InProgress::Card(HalfCard { mark: CardMark::Parted { .. }, .. }) if is_blank && !is_code => self.close(),
            InProgress::Card(HalfCard { back: Some(lines), .. } | HalfCard { front: lines, back: None, .. }) => {
                lines.push(line);
            }
            InProgress::Quiz { lines, .. } => lines.push(line),
            InProgress::Words(words) if matches!(line.trim(), "?" | "??") && words.is_stem() => {
                let (first, front) = words.last_paragraph();
                let mark = CardMark::Parted { is_both: line.trim() == "??" };
                self.open = InProgress::Card(HalfCard { mark, line: first, front, back: Some(Vec::new()) });
            }
            InProgress::Words(words) => {
                if !is_code && quiz::ticked(line).is_some() && words.is_after() {
                    // What stood behind the last list asks the next one.
                    let next = words.split_after();
                    self.close();
                    self.open = InProgress::Words(next);
                    return self.more(number, line);
                }
                if let Some(deck) = words.push(number, line, is_code) {
                    self.inner_deck(deck);
                }
            }
            InProgress::Nothing if is_blank => (),
            InProgress::Nothing => {
                self.open = InProgress::Words(Paragraphs::default());
                self.more(number, line);
            }
        }
    }

    fn close(&mut self) {
        match std::mem::replace(&mut self.open, InProgress::Nothing) {
            InProgress::Card(HalfCard { mark, line, front, back }) => {
                let sides = [paragraphs::joined(&front), paragraphs::joined(back.as_deref().unwrap_or_default())];
                let [front_side, back_side] = sides;
                let draft = match mark {
                    CardMark::Gaps => CardDraft::Cloze(cloze::bracketed(&front_side)),
                    CardMark::Parted { is_both: true } => CardDraft::TwoWay { front: front_side, back: back_side },
                    CardMark::Sides | CardMark::Parted { is_both: false } => {
                        CardDraft::Basic { front: front_side, back: back_side }
                    }
                };
                self.card(line, &[front, back.unwrap_or_default()].concat(), draft);
            }
            InProgress::Quiz { line, .. } => {
                self.intake.dropped(SourcePlace { line, column: 1 }, "a quiz", "its end, </quiz>, is missing");
            }
            InProgress::Words(words) if words.has_options() => {
                let (line, lines) = words.lines();
                self.quiz(line, &lines);
            }
            InProgress::Words(words) => {
                if let Some(deck) = words.deck() {
                    self.inner_deck(deck);
                }
            }
            InProgress::Nothing => (),
        }
    }

    /// What follows belongs to a deck within that of the first rank.
    fn inner_deck(&mut self, name: &str) {
        let title = self.deck.as_ref().map_or_else(|| name.to_owned(), |outer| format!("{outer}/{name}"));
        self.intake.category(&title);
    }

    fn card(&mut self, line: usize, lines: &[&str], draft: CardDraft) {
        self.intake.pictures(&cloze::pictures(lines));
        let found = SourceItem { tags: self.tags.clone(), ..SourceItem::default() };
        self.intake.card(SourcePlace { line, column: 1 }, found, draft);
    }

    fn quiz(&mut self, line: usize, lines: &[&str]) {
        self.intake.pictures(&cloze::pictures(lines));
        quiz::read(line, lines, &self.tags, self.intake);
    }
}

impl HalfCard<'_> {
    /// Whether it is whole and its last line is empty, so that a card in a line may follow.
    fn may_end(&self) -> bool {
        let lines = match self.mark {
            CardMark::Gaps => &self.front,
            CardMark::Sides | CardMark::Parted { .. } => match &self.back {
                Some(back) => back,
                None => return false,
            },
        };
        lines.len() > 1 && lines.last().is_some_and(|line| line.trim().is_empty())
    }
}
