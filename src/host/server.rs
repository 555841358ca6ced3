//! Listening: who may connect, and what is answered to whom. Everything that a device can send is small and has a deadline.

use std::future::{Ready, ready};
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::extract::ws::WebSocketUpgrade;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::sync::mpsc::UnboundedSender;

use super::HostError;
use super::door::{LinkId, ToOwner};
use super::guesses::WrongGuesses;
use super::{addresses, sent_pages, socket, take_home};
use crate::course::Course;
use crate::study::live::RoomCode;

/// A head of a request that is not whole after this long is not waited for.
const HEADER_DEADLINE: Duration = Duration::from_secs(5);
/// Most bytes of a request's head.
const LARGEST_HEAD: usize = 8 * 1024;
/// Most bytes of a frame from a device.
const LARGEST_FRAME: usize = 4 * 1024;
/// Most connections at once: a full hall, twice, while devices come back.
const MOST_CONNECTIONS: usize = 2_500;

/// What every connection knows.
pub(super) struct Door {
    pub(super) owner: UnboundedSender<ToOwner>,
    pub(super) course: Arc<Course>,
    pub(super) code: RoomCode,
    pub(super) guesses: WrongGuesses,
    /// This computer's addresses.
    pub(super) own: Vec<IpAddr>,
    /// Connections so far.
    pub(super) links: AtomicU64,
}

impl Door {
    pub(super) fn next_link(&self) -> LinkId {
        LinkId(self.links.fetch_add(1, Ordering::Relaxed))
    }

    pub(super) fn tell(&self, what: ToOwner) {
        let _ = self.owner.send(what);
    }
}

/// Listens on the first of `addresses` that is free.
pub(super) fn listen(addresses: &[SocketAddr]) -> Result<std::net::TcpListener, HostError> {
    let mut refused = HostError::NoAddress;
    for &at in addresses {
        match std::net::TcpListener::bind(at).and_then(|listener| listener.set_nonblocking(true).map(|()| listener)) {
            Ok(listener) => return Ok(listener),
            Err(why) => refused = HostError::Address { at, why },
        }
    }
    Err(refused)
}

/// Answers whoever comes.
pub(super) async fn serve(listener: std::net::TcpListener, door: Arc<Door>) {
    let Ok(listener) = TcpListener::from_std(listener) else { return };
    let routes = Router::new()
        .route("/", get(sent_pages::index))
        .route("/data", get(sent_pages::data_sheet))
        .route("/mine/{key}", get(take_home::keepsake))
        .route("/mine/{key}/missed.json", get(take_home::file))
        .route("/ws", get(upgrade))
        .with_state(Arc::clone(&door));
    let places = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        let Ok((stream, peer)) = listener.accept().await else {
            // Out of files: others will go.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        if addresses::is_another_device(peer.ip(), &door.own) {
            door.tell(ToOwner::Reached);
        }
        let routes = routes.clone();
        tokio::spawn(async move {
            talk(stream, routes).await;
            drop(place);
        });
    }
}

async fn talk(stream: TcpStream, routes: Router) {
    let _ = stream.set_nodelay(true);
    let talking = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER_DEADLINE)
        .max_buf_size(LARGEST_HEAD)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(routes))
        .with_upgrades();
    let _ = talking.await;
}

fn upgrade(State(door): State<Arc<Door>>, headers: HeaderMap, wanted: WebSocketUpgrade) -> Ready<Response> {
    if !is_from_our_page(&headers) {
        return ready((StatusCode::FORBIDDEN, "This is not the page of this room.").into_response());
    }
    let wanted = wanted.max_message_size(LARGEST_FRAME).max_frame_size(LARGEST_FRAME);
    ready(wanted.on_upgrade(move |socket| socket::talk(socket, door)))
}

/// Whether a page that opens a socket came from here: another site in the same browser must not speak for a pupil, and a name
/// from elsewhere that leads here is not ours. Programs that are no browsers send no origin.
fn is_from_our_page(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value: &axum::http::HeaderValue| value.to_str().ok());
    let Some(host) = text(header::HOST).filter(|host| is_ours(host)) else { return false };
    match text(header::ORIGIN) {
        None => !headers.contains_key(header::ORIGIN),
        Some(origin) => origin.strip_prefix("http://") == Some(host),
    }
}

/// Whether a host's name is a number, or a name that only this network knows.
fn is_ours(host: &str) -> bool {
    let name = host.rsplit_once(':').filter(|(_, port)| port.parse::<u16>().is_ok()).map_or(host, |(name, _)| name);
    let number = name.trim_start_matches('[').trim_end_matches(']');
    number.parse::<IpAddr>().is_ok() || name == "localhost" || name.rsplit('.').next() == Some("local")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn comes(host: &str, origin: Option<&str>) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, host.parse().unwrap());
        if let Some(origin) = origin {
            headers.insert(header::ORIGIN, origin.parse().unwrap());
        }
        is_from_our_page(&headers)
    }

    #[test]
    fn only_the_page_of_this_room_opens_a_socket() {
        assert!(comes("192.168.1.20:8080", Some("http://192.168.1.20:8080")));
        assert!(comes("127.0.0.1:8080", None) && comes("[::1]:8080", None) && comes("desk.local:8080", None));
        assert!(!comes("192.168.1.20:8080", Some("http://evil.example")));
        assert!(
            !comes("192.168.1.20:8080", Some("null")) && !comes("192.168.1.20:8080", Some("http://192.168.1.20:80"))
        );
        assert!(!comes("evil.example:8080", Some("http://evil.example:8080")));
    }
}
