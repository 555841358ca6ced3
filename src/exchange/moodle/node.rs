//! XML as a tree, small enough for questions. No entity but the five of XML and numbers is known, so none can grow.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::exchange::fidelity::SourcePlace;

/// Most elements within elements.
const DEEPEST: usize = 64;

/// An element.
#[derive(Clone, Debug, Default)]
pub(super) struct XmlElement {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<XmlElement>,
    /// Its own text, CDATA included.
    pub text: String,
    pub at: Option<SourcePlace>,
}

impl XmlElement {
    pub(super) fn read(xml: &str) -> Result<Self, String> {
        let mut reader = Reader::from_str(xml);
        let lines = LineStarts::of(xml);
        let mut open = vec![Self::default()];
        // Elements within `<text>` that nobody escaped are HTML, and kept as it.
        let mut within = 0;
        loop {
            let before = usize::try_from(reader.buffer_position()).unwrap_or(0);
            let torn = |what: &str| format!("it is no whole XML file: {}: {what}", lines.place(before));
            match reader.read_event().map_err(|e| torn(&e.to_string()))? {
                Event::Start(start) if is_text(&open) => {
                    within += 1;
                    push(&mut open, &format!("<{}>", &*start));
                }
                Event::Empty(start) if is_text(&open) => push(&mut open, &format!("<{}/>", &*start)),
                Event::End(end) if within > 0 => {
                    within -= 1;
                    push(&mut open, &format!("</{}>", end.name().as_ref()));
                }
                Event::Start(start) => {
                    if open.len() > DEEPEST {
                        return Err(torn("elements within elements without end"));
                    }
                    open.push(Self::of(&start, lines.place(before)));
                }
                Event::Empty(start) => {
                    let node = Self::of(&start, lines.place(before));
                    open.last_mut().ok_or_else(|| torn("nothing is open"))?.children.push(node);
                }
                Event::End(_) => {
                    let node = open.pop().ok_or_else(|| torn("nothing is open"))?;
                    open.last_mut().ok_or_else(|| torn("nothing is open"))?.children.push(node);
                }
                Event::Text(text) => push(&mut open, &text),
                Event::CData(text) => push(&mut open, &text),
                Event::GeneralRef(name) => {
                    push(&mut open, &reference(&name).ok_or_else(|| torn(&format!("&{}; means nothing", &*name)))?);
                }
                Event::Eof => break,
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => (),
            }
        }
        if open.len() != 1 {
            return Err("it is no whole XML file: its end is missing".to_owned());
        }
        open.pop()
            .and_then(|root| root.children.into_iter().next())
            .ok_or_else(|| "it is no XML file: no element is in it".to_owned())
    }

    fn of(start: &BytesStart<'_>, at: SourcePlace) -> Self {
        let name = start.name().as_ref().to_owned();
        let attributes = start.attributes().flatten().map(|a| (a.key.as_ref().to_owned(), a.value.into_owned()));
        Self { name, attributes: attributes.collect(), at: Some(at), ..Self::default() }
    }

    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|node| node.name == name)
    }

    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |node| node.name == name)
    }

    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The words of `<name>` itself, or of the `<text>` in it.
    pub(super) fn words(&self, name: &str) -> String {
        self.child(name).map_or_else(String::new, Self::own_words)
    }

    pub(super) fn own_words(&self) -> String {
        self.child("text").map_or(&self.text, |text| &text.text).trim().to_owned()
    }
}

/// Whether what is open is a `<text>`.
fn is_text(open: &[XmlElement]) -> bool {
    open.last().is_some_and(|node| node.name == "text")
}

fn push(open: &mut [XmlElement], text: &str) {
    if let Some(node) = open.last_mut() {
        node.text.push_str(text);
    }
}

fn reference(name: &str) -> Option<String> {
    let number = |digits: &str, base| u32::from_str_radix(digits, base).ok().and_then(char::from_u32);
    let c = match name {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        _ => match name.strip_prefix('#')? {
            hex if hex.starts_with(['x', 'X']) => number(&hex[1..], 16)?,
            decimal => number(decimal, 10)?,
        },
    };
    Some(c.to_string())
}

/// Where lines begin.
struct LineStarts<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> LineStarts<'a> {
    fn of(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    fn place(&self, at: usize) -> SourcePlace {
        let line = self.starts.partition_point(|start| *start <= at).max(1);
        let column = self.text.get(self.starts[line - 1]..at).map_or(1, |before| before.chars().count() + 1);
        SourcePlace { line, column }
    }
}
