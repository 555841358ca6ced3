//! What a pupil takes home: the questions missed, with what is right and why, as a page to keep and as a file that the program
//! asks. It is at an address that only follows from the seat's secret, once the drill is over.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest as _, Sha256};
use tokio::sync::oneshot;

use super::door::ToOwner;
use super::page::STYLE;
use super::sent_pages::HEADERS;
use super::server::Door;
use crate::course::Course;
use crate::print::{html, rich};
use crate::study::chance::fnv;
use crate::study::homework::{FORMAT, Homework};
use crate::study::item::{Item, Key, Revealed};
use crate::study::live::SeatSecret;
use crate::study::quiz::PaperSpec;

/// The questions that somebody missed, and the keys that stood.
pub(super) struct Missed {
    pub(super) name: String,
    pub(super) paper: PaperSpec,
    pub(super) items: Vec<(Item, Key)>,
}

/// The last part of the address for who has `secret`.
pub(super) fn key_of(secret: &SeatSecret) -> String {
    let hash = Sha256::new().chain_update(b"take home").chain_update(secret.0).finalize();
    hash[..16].iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(super) async fn keepsake(State(door): State<Arc<Door>>, Path(key): Path<String>) -> Response {
    match missed(&door, key.clone()).await {
        Some(missed) => (HEADERS, page(&door.course, &missed, &key)).into_response(),
        None => nothing(),
    }
}

pub(super) async fn file(State(door): State<Arc<Door>>, Path(key): Path<String>) -> Response {
    let Some(missed) = missed(&door, key.clone()).await else { return nothing() };
    let items: Vec<Item> = missed.items.into_iter().map(|(item, _)| item).collect();
    let only: Vec<_> = items.iter().map(|item| item.question.clone()).collect();
    let paper = PaperSpec { length: items.len(), only, ..missed.paper };
    let course = door.course.about().id.clone();
    let (name, class, token) = (None, None, fnv(key.as_bytes()));
    let homework = Homework { homework: FORMAT, course, name, class, token, paper, items };
    let headers = [
        (header::CONTENT_TYPE, "application/json; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"missed.json\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (headers, homework.to_file()).into_response()
}

async fn missed(door: &Door, key: String) -> Option<Missed> {
    let (reply, answer) = oneshot::channel();
    door.tell(ToOwner::Missed { key, reply });
    answer.await.ok().flatten()
}

fn nothing() -> Response {
    (StatusCode::NOT_FOUND, "There is nothing here, or the drill is not over yet.").into_response()
}

fn page(course: &Course, missed: &Missed, key: &str) -> String {
    let title = format!("To practise: {}", missed.name);
    let one = |(item, by): &(Item, Key)| {
        let revealed = Revealed::new(course, item, by, None);
        maud::html! {
            h2 { (rich::html_line(course, item.stem.as_str())) }
            p { strong { (item.key_in_words(by)) } }
            (rich::html(course, revealed.explanation()))
            p { small { (revealed.sources.join("; ")) } }
        }
    };
    let body = maud::html! {
        main {
            h1 { (title) }
            @if missed.items.is_empty() { p { "You missed nothing." } }
            @for item in &missed.items { (one(item)) }
            @if !missed.items.is_empty() {
                p { a href={ "/mine/" (key) "/missed.json" } { "The same questions as a file" } }
                p { "On a computer with ninetracks: " code { "ninetracks quiz --file missed.json" } }
                p { "Save this page now: it is here as long as your teacher's computer hosts." }
            }
        }
    };
    html::page("en", &title, STYLE, body)
}
