//! What an author wrote that no learner sees as it was meant.

use pulldown_cmark::{Event, LinkType, Tag};

use super::unclosed::unclosed;
use super::{OPTIONS, ParagraphKind, indent, parse, source};
use crate::course::model::text::draws_nothing;

/// Something of a text that is not shown as it was meant, with the words at which it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unseen {
    /// The address of a link.
    Address(String),
    Picture(String),
    Table(String),
    /// Lines further in than others, which run on as one.
    Indented(String),
    /// A fence that is not closed makes code of all that follows.
    OpenFence(String),
    /// Nothing is left of what was written.
    Nothing(String),
    /// A link or citation that is begun and not closed.
    OpenLink(String),
    /// A link or citation of nothing.
    EmptyLink(String),
    OpenFormula(String),
    /// A name between two underscores, which make it bold.
    Underscores(String),
    /// A line of `=` or `-`, which makes a heading of the one before.
    Underline(String),
}

impl Unseen {
    /// The words at which it stands.
    #[must_use]
    pub fn words(&self) -> &str {
        match self {
            Self::Address(at) | Self::Picture(at) | Self::Table(at) | Self::Indented(at) | Self::OpenFence(at) => at,
            Self::Nothing(at) | Self::Underline(at) | Self::Underscores(at) => at,
            Self::OpenLink(at) | Self::EmptyLink(at) | Self::OpenFormula(at) => at,
        }
    }

    /// Whether it leads nowhere, and not only looks other than it was meant.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        matches!(self, Self::OpenLink(_) | Self::EmptyLink(_))
    }

    /// What becomes of it.
    #[must_use]
    pub fn message(&self) -> &'static str {
        match self {
            Self::Address(_) => "the address of this link is not shown",
            Self::Picture(_) => "a picture within a text is shown as written",
            Self::Table(_) => "a table within a text is shown as written",
            Self::Indented(_) => "these lines run together: indentation is not kept",
            Self::OpenFence(_) => "this fence is not closed, so everything after it is code",
            Self::Nothing(_) => "nothing of this text is seen",
            Self::OpenLink(_) => "this link or citation is not closed",
            Self::EmptyLink(_) => "this link or citation names nothing, or has no words",
            Self::OpenFormula(_) => "this formula is not closed",
            Self::Underscores(_) => "the underscores are not shown: they make this bold",
            Self::Underline(_) => "this line is not shown: it makes a heading of the line before it",
        }
    }

    /// What to do.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self {
            Self::Address(_) => "cite the work with [@key], or write the address itself",
            Self::Picture(_) => {
                "write a block Picture(Picture(file: …, alt: …)) or, in a question, the field `picture`"
            }
            Self::Table(_) => "write a block Table(Table(caption: …, head: […], rows: […]))",
            Self::Indented(_) => "put code between two lines of ```, and `-` or `1.` before the items of a list",
            Self::OpenFence(_) => "write ``` on a line of its own after the code",
            Self::Nothing(_) => "write a backslash before a sign that is meant itself, such as \\`",
            Self::OpenLink(_) => {
                "close [[term with ]], and [@key with ]; brackets that are meant themselves need a backslash"
            }
            Self::EmptyLink(_) => "write [[term]], [[term|words]] or [@key]",
            Self::OpenFormula(_) => "write $ where it ends; a dollar sign that is meant itself needs a backslash",
            Self::Underscores(_) => "write a name of a program in backquotes, and what is to be bold between **",
            Self::Underline(_) => "write a backslash before the first sign of the line, or an empty line above it",
        }
    }
}

/// What of `text` is not shown as it was meant.
#[must_use]
pub fn unseen(text: &str) -> Vec<Unseen> {
    let mut found: Vec<Unseen> = nothing(text).into_iter().chain(unclosed(text)).collect();
    if !text.contains(['[', '|', '\n']) && !text.contains("__") {
        return found;
    }
    let source = source(text);
    for (event, at) in pulldown_cmark::Parser::new_ext(&source, OPTIONS).into_offset_iter() {
        let written = source.get(at).unwrap_or_default();
        let words = || written.lines().next().unwrap_or_default().to_owned();
        match event {
            Event::Start(Tag::Link { link_type: LinkType::Inline | LinkType::Reference, dest_url, .. })
                if !dest_url.starts_with('@') =>
            {
                found.push(Unseen::Address(dest_url.to_string()));
            }
            Event::Start(Tag::Image { .. }) => found.push(Unseen::Picture(words())),
            Event::Start(Tag::Heading { .. }) if !written.trim_start().starts_with('#') => {
                found.push(Unseen::Underline(written.trim_end().lines().last().unwrap_or_default().to_owned()));
            }
            Event::Start(Tag::Strong) if is_name(written) => found.push(Unseen::Underscores(words())),
            Event::Start(Tag::Table(_)) => found.push(Unseen::Table(words())),
            _ => {}
        }
    }
    found.extend(indent::run_on(text).map(Unseen::Indented));
    found.extend(indent::open_fence(text).map(Unseen::OpenFence));
    found
}

/// Whether `written` is `__name__`, as a program's own names are written.
fn is_name(written: &str) -> bool {
    let name = written.strip_prefix("__").and_then(|rest| rest.strip_suffix("__"));
    name.is_some_and(|name| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'))
}

/// A text of which no sign is left: fences and references can eat a short one.
fn nothing(text: &str) -> Option<Unseen> {
    let may_vanish = text.contains(['`', '~', '&', '<', '[', '#', '\u{2800}', '\u{3164}']) || text.chars().count() < 4;
    let is_written = !text.trim().is_empty();
    (may_vanish && is_written && super::plain(text).chars().all(|c| c.is_whitespace() || draws_nothing(c)))
        .then(|| Unseen::Nothing(text.lines().next().unwrap_or_default().to_owned()))
}

/// Whether `text` is more than a line: paragraphs, lists, code. Options, cells and labels are set in one.
#[must_use]
pub fn is_more_than_a_line(text: &str) -> bool {
    text.contains('\n') && {
        let paragraphs = parse(text);
        paragraphs.len() > 1
            || paragraphs.iter().any(|p| !matches!(p.kind, ParagraphKind::Plain | ParagraphKind::Formula))
    }
}
