//! What stands in a section, told as RON.

use std::ops::Range;
use std::slice::from_ref;

use super::Slips;
use super::attributes::Attributes;
use super::blocks::{FileBlock, Headed, ItemLines};
use super::elements::put_ron;
use super::ron_map::RonBuilder;

pub(super) fn cite(out: &mut RonBuilder<'_>, attributes: &Attributes, what: &str, notes: &mut Slips<'_>) {
    attributes.check(what, (&["cite"], &[]), notes);
    if let Some(works) = attributes.value(notes.text, "cite") {
        out.put(", ");
        out.list("cite", &works);
    }
}

/// RON as it stands in its fence.
pub(super) fn ron(out: &mut RonBuilder<'_>, block: &FileBlock) {
    if let FileBlock::Ron(body) = block {
        put_ron(out, body);
    }
}

/// A block of a section.
pub(super) fn block(out: &mut RonBuilder<'_>, block: &FileBlock, notes: &mut Slips<'_>) {
    match block {
        FileBlock::Text(span) => {
            out.put("Text(");
            out.string(from_ref(span));
            out.put(")");
        }
        FileBlock::Recall(id) => {
            out.put("Recall(");
            out.string(from_ref(id));
            out.put(")");
        }
        FileBlock::Picture { alt, file, attributes } => {
            out.put("Picture(Picture(");
            out.field("file", &vec![file.clone()]);
            out.put(", ");
            out.field("alt", &vec![alt.clone()]);
            cite(out, attributes, "a picture", notes);
            out.put("))");
        }
        FileBlock::Table { caption, rows } => table(out, caption, rows, notes),
        FileBlock::Disagreement(lines) => disagreement(out, lines, notes),
        FileBlock::Ron(_) => ron(out, block),
        FileBlock::Title(_)
        | FileBlock::Section(_)
        | FileBlock::Comment(_)
        | FileBlock::Question(_)
        | FileBlock::Card(_)
        | FileBlock::Term { .. }
        | FileBlock::Objective(_)
        | FileBlock::Rule => {}
    }
}

fn table(out: &mut RonBuilder<'_>, caption: &Headed, rows: &[Range<usize>], notes: &mut Slips<'_>) {
    const IN: &str = "                    ";
    let is_rule = |row: &&Range<usize>| notes.text[(*row).clone()].chars().any(|c| !matches!(c, '|' | '-' | ':' | ' '));
    let rows: Vec<&Range<usize>> = rows.iter().filter(is_rule).collect();
    let Some((head, rows)) = rows.split_first() else {
        return notes.add(
            caption.words.clone(),
            "this table has no rows",
            "write a row of heads under it, each between `|`",
        );
    };
    out.put("Table(Table(\n");
    out.put(IN);
    out.field("caption", &vec![caption.words.clone()]);
    out.put(&format!(",\n{IN}head: ["));
    for (n, cell) in cells(notes.text, head).into_iter().enumerate() {
        out.put(if n > 0 { ", " } else { "" });
        if cell.is_empty() { out.put("None") } else { out.string(&[cell]) }
    }
    out.put(&format!("],\n{IN}rows: [\n"));
    for row in rows {
        out.put(&format!("{IN}    ["));
        for (n, cell) in cells(notes.text, row).into_iter().enumerate() {
            out.put(if n > 0 { ", " } else { "" });
            out.string(&[cell]);
        }
        out.put("],\n");
    }
    out.put(&format!("{IN}]"));
    cite(out, &caption.attributes, "a table", notes);
    out.put(",\n                ))");
}

/// The cells of a row; a `|` within a link or in code parts nothing.
fn cells(text: &str, row: &Range<usize>) -> Vec<Range<usize>> {
    let line = text[row.clone()].trim_end();
    let inside = line.strip_prefix('|').unwrap_or(line);
    let from = row.start + line.len() - inside.len();
    let inside = inside.strip_suffix('|').unwrap_or(inside);
    let (mut cells, mut start, mut links, mut code) = (Vec::new(), 0, 0_usize, false);
    let bytes = inside.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'`' => code = !code,
            b'[' if bytes.get(at + 1) == Some(&b'[') => links += 1,
            b']' if bytes.get(at + 1) == Some(&b']') => links = links.saturating_sub(1),
            b'|' if links == 0 && !code => {
                cells.push(start..at);
                start = at + 1;
            }
            _ => {}
        }
    }
    cells.push(start..inside.len());
    let trimmed = |cell: Range<usize>| {
        let words = &inside[cell.clone()];
        let start = from + cell.start + words.len() - words.trim_start().len();
        start..start + words.trim().len()
    };
    cells.into_iter().map(trimmed).collect()
}

fn disagreement(out: &mut RonBuilder<'_>, lines: &ItemLines, notes: &mut Slips<'_>) {
    let part = |mark: &str| {
        let found = lines.parts.iter().find(|part| notes.text[part[0].clone()].starts_with(mark))?;
        let mut words = found.clone();
        words[0].start += mark.len();
        Some(words)
    };
    let (Some(point), Some(claim), Some(better)) = (part("! "), part("- "), part("+ ")) else {
        let help = "write `! POINT`, under it `- ` the claim as it is found and `+ ` what is better supported";
        return notes.add(lines.at..lines.at, "this disagreement is not whole", help);
    };
    out.put("Disagree(Disagreement(\n                    ");
    out.field("point", &point);
    for (name, words) in [("claim", claim), ("better", better)] {
        out.put(",\n                    ");
        out.field(name, &words);
    }
    cite(out, &lines.attributes, "a disagreement", notes);
    out.put(",\n                ))");
}
