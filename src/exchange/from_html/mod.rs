//! HTML of other programs as Markdown of a course. Formulas in the notations that schools use stay formulas; scripts and styles
//! are left out.

mod formula;
mod inline;

use html5ever::tendril::TendrilSink as _;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use super::markup::at_head;
pub(super) use inline::file_in_mark;

/// Most elements within elements; what lies deeper is read as its words.
const DEEPEST: usize = 60;

/// `html` as Markdown; the files of its pictures are added to `pictures`.
pub(super) fn markdown(html: &str, pictures: &mut Vec<String>) -> String {
    let (html, formulas) = formula::apart(html);
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    let mut reader = HtmlReader { pictures, depth: 0, marks: Vec::new() };
    let blocks = reader.blocks(&dom.document);
    let text = match &blocks[..] {
        // A text of one line is a line: nothing at its head makes it a list.
        [Block::Lines(lines)] if lines.len() == 1 => lines[0].clone(),
        [Block::Heading(words)] => words.clone(),
        blocks => blocks.iter().map(Block::text).collect::<Vec<_>>().join("\n\n"),
    };
    formulas
        .iter()
        .enumerate()
        .fold(text, |text, (n, formula)| text.replace(&formula::token(n), formula))
        .trim()
        .to_owned()
}

/// What stands between empty lines.
enum Block {
    /// A paragraph; its lines are kept apart.
    Lines(Vec<String>),
    /// A heading's words.
    Heading(String),
    /// Anything else, as Markdown.
    Other(String),
}

impl Block {
    fn text(&self) -> String {
        match self {
            Self::Lines(lines) => lines.iter().map(|line| at_head(line)).collect::<Vec<_>>().join("\\\n"),
            Self::Heading(words) => format!("## {words}"),
            Self::Other(text) => text.clone(),
        }
    }
}

struct HtmlReader<'a> {
    pictures: &'a mut Vec<String>,
    depth: usize,
    /// The emphasis that is open.
    marks: Vec<&'static str>,
}

impl HtmlReader<'_> {
    fn blocks(&mut self, node: &Handle) -> Vec<Block> {
        let (mut blocks, mut line) = (Vec::new(), String::new());
        self.depth += 1;
        for child in node.children.borrow().iter() {
            match name(child) {
                Some(tag) if is_block(tag) && self.depth < DEEPEST => {
                    flush(&mut line, &mut blocks);
                    self.block(child, tag, &mut blocks);
                }
                _ => self.inline(child, &mut line),
            }
        }
        self.depth -= 1;
        flush(&mut line, &mut blocks);
        blocks
    }

    fn block(&mut self, node: &Handle, tag: &str, blocks: &mut Vec<Block>) {
        match tag {
            "ul" | "ol" => blocks.extend(self.list(node, tag == "ol").map(Block::Other)),
            "pre" => {
                let code = raw(node);
                blocks.push(Block::Other(fenced(code.strip_prefix('\n').unwrap_or(&code).trim_end_matches('\n'))));
            }
            "blockquote" => {
                let inner = self.blocks(node).iter().map(Block::text).collect::<Vec<_>>().join("\n\n");
                let quoted = inner.lines().map(|line| format!("> {line}")).collect::<Vec<_>>();
                blocks.extend((!quoted.is_empty()).then(|| Block::Other(quoted.join("\n"))));
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let words = self.in_line(node);
                blocks.extend((!words.is_empty()).then_some(Block::Heading(words)));
            }
            "table" => blocks.extend(self.table(node).map(Block::Other)),
            "hr" => (),
            _ => blocks.extend(self.blocks(node)),
        }
    }

    fn list(&mut self, node: &Handle, is_ordered: bool) -> Option<String> {
        let first = attribute(node, "start").and_then(|n| n.parse::<u32>().ok()).unwrap_or(1);
        let mut items = Vec::new();
        for item in node.children.borrow().iter().filter(|child| name(child).is_some()) {
            let number = first.saturating_add(u32::try_from(items.len()).unwrap_or(0));
            let mark = if is_ordered { format!("{number}. ") } else { "- ".to_owned() };
            let inset = " ".repeat(mark.len());
            let blocks = self.blocks(item);
            // A list within an item stands right under its words.
            let mut text = String::new();
            for block in &blocks {
                let is_list = matches!(block, Block::Other(_));
                text.push_str(if text.is_empty() {
                    ""
                } else if is_list {
                    "\n"
                } else {
                    "\n\n"
                });
                text.push_str(&block.text());
            }
            let mut lines = text.lines();
            let head = format!("{mark}{}", lines.next().unwrap_or_default());
            let rest = lines.map(|line| if line.is_empty() { String::new() } else { format!("{inset}{line}") });
            items.push(std::iter::once(head).chain(rest).collect::<Vec<_>>().join("\n"));
        }
        (!items.is_empty()).then(|| items.join("\n"))
    }

    /// Rows between strokes, the first of them as the head.
    fn table(&mut self, node: &Handle) -> Option<String> {
        let mut rows = Vec::new();
        self.rows(node, &mut rows);
        let columns = rows.iter().map(Vec::len).max()?;
        let line = |cells: &Vec<String>| {
            let mut cells = cells.clone();
            cells.resize(columns, String::new());
            format!("| {} |", cells.join(" | "))
        };
        let mut lines: Vec<String> = rows.iter().map(line).collect();
        lines.insert(1, format!("|{}", " --- |".repeat(columns)));
        Some(lines.join("\n"))
    }

    fn rows(&mut self, node: &Handle, rows: &mut Vec<Vec<String>>) {
        for child in node.children.borrow().iter() {
            match name(child) {
                Some("tr") => {
                    let cells = child.children.borrow();
                    let cells = cells.iter().filter(|cell| matches!(name(cell), Some("td" | "th")));
                    rows.push(cells.map(|cell| self.in_line(cell)).collect());
                }
                Some("thead" | "tbody" | "tfoot") => self.rows(child, rows),
                _ => (),
            }
        }
    }
}

fn name(node: &Handle) -> Option<&str> {
    if let NodeData::Element { name, .. } = &node.data { Some(&name.local) } else { None }
}

fn attribute(node: &Handle, wanted: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else { return None };
    attrs.borrow().iter().find(|attr| &*attr.name.local == wanted).map(|attr| attr.value.to_string())
}

fn is_block(tag: &str) -> bool {
    matches!(
        tag,
        "html"
            | "body"
            | "p"
            | "div"
            | "section"
            | "article"
            | "main"
            | "header"
            | "footer"
            | "center"
            | "figure"
            | "figcaption"
            | "ul"
            | "ol"
            | "li"
            | "dl"
            | "dt"
            | "dd"
            | "blockquote"
            | "pre"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "table"
            | "hr"
    )
}

/// Ends a paragraph.
fn flush(line: &mut String, blocks: &mut Vec<Block>) {
    let lines: Vec<String> = std::mem::take(line)
        .split('\n')
        .map(|part| part.trim_matches(' ').to_owned())
        .filter(|l| !l.is_empty())
        .collect();
    blocks.extend((!lines.is_empty()).then_some(Block::Lines(lines)));
}

/// The words of `node` as they are written.
fn raw(node: &Handle) -> String {
    let (mut words, mut open) = (String::new(), vec![node.clone()]);
    while let Some(node) = open.pop() {
        if let NodeData::Text { contents } = &node.data {
            words.push_str(&contents.borrow());
        } else if name(&node) == Some("br") {
            words.push('\n');
        }
        open.extend(node.children.borrow().iter().rev().cloned());
    }
    words
}

/// Lines of code between fences longer than any in them.
fn fenced(code: &str) -> String {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}\n{code}\n{fence}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::markup;

    fn read(html: &str) -> String {
        markdown(html, &mut Vec::new())
    }

    #[test]
    fn html_becomes_markdown_of_ours() {
        for (html, markdown) in [
            ("<p>A <b>fixed </b>loop, a<b>b</b><i>c</i>.</p>", "A **fixed** loop, a**b***c*."),
            ("one<br>two<div>three</div>", "one\\\ntwo\n\nthree"),
            ("<ul><li>one<ol><li>two</li></ol></li><li>three</li></ul>", "- one\n  1. two\n- three"),
            ("x<sup>2</sup>, H<sub>2</sub>O, x<sup>ab</sup>", "x², H₂O, x^ab"),
            ("\\(a &lt; b\\) costs $5 &amp;lt; [[x]]", "$a < b$ costs \\$5 \\&lt; \\[\\[x\\]\\]"),
            ("<p>\\[x_1\\]</p><p>so</p>", "$$x_1$$\n\nso"),
            ("<pre><code>a &lt;b&gt;\n  c</code></pre>", "```\na <b>\n  c\n```"),
            ("<h3>Head</h3><p>1. so</p>", "## Head\n\n1\\. so"),
            ("<script>alert(1)</script><style>p{}</style>so", "so"),
            ("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td></tr></table>", "| a | b |\n| --- | --- |\n| 1 |  |"),
            ("<a href=\"https://a.example/b\">there</a>", "[there](https://a.example/b)"),
        ] {
            assert_eq!(read(html), markdown, "{html}");
        }
    }

    #[test]
    fn pictures_are_named() {
        let mut pictures = Vec::new();
        assert_eq!(
            markdown("<img src=\"@@PLUGINFILE@@/a b.png\" alt=\"A knot\">", &mut pictures),
            "![A knot](a_b.png)"
        );
        assert_eq!(pictures, ["a b.png"]);
    }

    #[test]
    fn elements_without_end_do_no_harm() {
        assert_eq!(read(&format!("{}deep", "<b>".repeat(300))).matches("deep").count(), 1);
        assert_eq!(read(&format!("{}deep", "<div>".repeat(1000))), "deep");
        let many = markup::from_html(&"<div>".repeat(50_000), &mut Vec::new());
        assert!(many.contains("<div"), "so many are no text with marks");
    }
}
