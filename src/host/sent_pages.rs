//! What is sent to a browser: the page and the data sheet, each in one answer.

use std::future::{Ready, ready};
use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};

use super::page;
use super::server::Door;

/// Nobody shows the page inside another or keeps an old one, and it is what it says it is.
pub(super) const HEADERS: [(HeaderName, &str); 6] = [
    (header::CONTENT_TYPE, "text/html; charset=utf-8"),
    (header::CACHE_CONTROL, "no-store"),
    (header::CONTENT_SECURITY_POLICY, page::POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::VARY, "accept-encoding"),
];

pub(super) fn index(asked: HeaderMap) -> Ready<Response> {
    ready(page_for(&asked))
}

fn page_for(asked: &HeaderMap) -> Response {
    let accepted = asked.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let zipped: &'static [u8] = &page::PAGE_GZIP;
    if accepted.contains("gzip") && !zipped.is_empty() {
        let mut answer = (HEADERS, zipped).into_response();
        answer.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        return answer;
    }
    (HEADERS, page::PAGE.as_str()).into_response()
}

pub(super) fn data_sheet(State(door): State<Arc<Door>>) -> Ready<Response> {
    ready((HEADERS, page::data_sheet(&door.course)).into_response())
}
