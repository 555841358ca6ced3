//! `ninetracks notes`: what the learner keeps on sections; a note or a bookmark is set from here as well.

use std::io::Write as _;

use anyhow::Context as _;
use serde_json::{Value, json};

use super::{Ended, environment, output, write_file};
use crate::cli::{Global, NotesArgs};
use crate::course::Course;
use crate::course::model::Id;
use crate::course::suggestion::did_you_mean;
use crate::store::Store;
use crate::study::event::{Event, EventKind};
use crate::study::notes::{LONGEST_NOTE, SectionMark, SectionNotes, as_markdown, in_course_order};

/// # Errors
/// When progress cannot be read or written, or there is no such section.
pub(super) fn run(global: &Global, args: &NotesArgs) -> anyhow::Result<Ended> {
    let course = environment::course(global)?;
    let mut store = environment::store(global, &course)?;
    if let Some(lesson) = &args.lesson {
        let lesson = environment::lesson(&course, lesson)?;
        let section = args.section.as_deref().map(|named| section(&course, &lesson, named)).transpose()?;
        if let Some(section) = section {
            return set(global, args, &mut store, &course, (lesson, section));
        }
    }
    let notes = kept(&store, &course)?;
    if let Some(file) = &args.out {
        write_file::write(file, &as_markdown(&course, &notes), args.force, "--out FILE")?;
        return Ok(Ended::Done);
    }
    if args.json {
        output::json(&notes.iter().map(|it| object(&course, it)).collect::<Vec<_>>())?;
        return Ok(Ended::Done);
    }
    say(&course, &notes)?;
    Ok(Ended::Done)
}

/// All that is kept, in the order of the course.
pub(super) fn kept(store: &Store, course: &Course) -> anyhow::Result<Vec<SectionNotes>> {
    let mut notes = store.notes()?;
    in_course_order(course, &mut notes);
    Ok(notes)
}

/// What is kept on a section, for programs.
pub(super) fn object(course: &Course, it: &SectionNotes) -> Value {
    json!({
        "lesson": it.lesson, "section": it.section, "title": it.title(course), "note": it.note,
        "bookmark": it.has_bookmark, "at": it.at,
    })
}

/// What is kept on a section, as lines.
pub(super) fn words(course: &Course, it: &SectionNotes) -> String {
    let number = it.number(course).map_or(String::new(), |n| format!(", section {n}"));
    let mark = if it.has_bookmark { " (bookmark)" } else { "" };
    let note = if it.note.is_empty() { String::new() } else { format!("\n  {}", it.note) };
    format!("Lesson {}{number}: {}{mark}{note}", course.number(&it.lesson), it.title(course))
}

fn say(course: &Course, notes: &[SectionNotes]) -> anyhow::Result<()> {
    let mut out = output::results();
    for it in notes {
        writeln!(out, "{}", words(course, it))?;
    }
    if notes.is_empty() {
        output::note(
            "ninetracks: no notes or bookmarks yet. `ninetracks notes 3 2 \"a note\"` writes one on lesson 3, section 2",
        );
    }
    Ok(())
}

fn set(
    global: &Global,
    args: &NotesArgs,
    store: &mut Store,
    course: &Course,
    (lesson, section): (Id, Id),
) -> anyhow::Result<Ended> {
    let text = args.text.join(" ").trim().to_owned();
    let here = |it: &&SectionNotes| it.lesson == lesson && it.section == section;
    let before = kept(store, course)?.iter().find(here).cloned();
    let mut marks = Vec::new();
    if !text.is_empty() {
        anyhow::ensure!(text.chars().count() <= LONGEST_NOTE, "a note has at most {LONGEST_NOTE} characters");
        marks.push(SectionMark::Note(crate::course::model::text::in_one_line(&text)));
    }
    if args.bookmark {
        marks.push(SectionMark::Bookmark(true));
    }
    let mark = |mark| EventKind::SectionMarked { lesson: lesson.clone(), section: section.clone(), mark };
    let mut events: Vec<EventKind> = marks.into_iter().map(mark).collect();
    if args.remove {
        events = before.map(|it| it.removed()).unwrap_or_default();
    }
    let clock = environment::study_clock(global);
    for what in events {
        store.append(&Event { at: clock.now, what }, clock.today()).context("the note could not be saved")?;
    }
    match kept(store, course)?.iter().find(here) {
        Some(it) => writeln!(output::results(), "{}", words(course, it))?,
        None => writeln!(output::results(), "Nothing is kept on this section.")?,
    }
    Ok(Ended::Done)
}

fn section(course: &Course, lesson: &Id, named: &str) -> anyhow::Result<Id> {
    let sections = course.lesson(lesson).map_or(&[][..], |it| &it.sections[..]);
    let by_number = named.parse::<usize>().ok().and_then(|n| sections.get(n.checked_sub(1)?));
    let found = by_number.or_else(|| sections.iter().find(|it| it.id.as_str() == named));
    found.map(|it| it.id.clone()).with_context(|| {
        let named_as = crate::course::model::text::in_one_line(named);
        let known = sections.iter().enumerate().map(|(at, it)| format!("{} {}", at + 1, it.id)).collect::<Vec<_>>();
        let meant = did_you_mean(named, sections.iter().map(|it| it.id.as_str()));
        format!("the lesson has no section `{named_as}`.{meant} Its sections are: {}", known.join(", "))
    })
}
