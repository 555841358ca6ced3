//! Where devices can go: numbers first, since a name is found in one segment of a network at most.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// The first port that is tried, and how many after it.
const PORT: u16 = 8080;
const PORTS: u16 = 20;

/// All interfaces, on the first ports that may be free.
#[must_use]
pub fn default_addresses() -> Vec<SocketAddr> {
    (PORT..PORT + PORTS).map(|port| SocketAddr::from((Ipv4Addr::UNSPECIFIED, port))).collect()
}

/// What to type on a device for a host that listens at `at`, the likeliest first.
pub(super) fn reachable_at(at: SocketAddr) -> Vec<String> {
    if !at.ip().is_unspecified() {
        return vec![at.to_string()];
    }
    let mut found: Vec<IpAddr> =
        if_addrs::get_if_addrs().unwrap_or_default().into_iter().map(|one| one.ip()).filter(is_for_others).collect();
    found.sort_by_key(|ip| likelihood(*ip));
    found.into_iter().map(|ip| SocketAddr::new(ip, at.port()).to_string()).collect()
}

/// Whether another device can know this address: not the computer's own, and none that needs an interface's name.
fn is_for_others(ip: &IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => !ip.is_loopback() && !ip.is_link_local(),
        IpAddr::V6(_) => false,
    }
}

/// Homes and schools first, then phones that share their network, then larger networks, then what containers make.
fn likelihood(ip: IpAddr) -> u8 {
    match ip {
        IpAddr::V4(ip) => match ip.octets() {
            [192, 168, ..] => 0,
            [172, 20, 10, _] => 1,
            [10, ..] => 2,
            [172, 17, ..] => 5,
            [172, 16..=31, ..] => 3,
            _ => 4,
        },
        IpAddr::V6(_) => 6,
    }
}

/// Whether somebody at `peer` is on another device than this one.
pub(super) fn is_another_device(peer: IpAddr, own: &[IpAddr]) -> bool {
    !peer.is_loopback() && !own.contains(&peer)
}

/// This computer's addresses.
pub(super) fn own() -> Vec<IpAddr> {
    if_addrs::get_if_addrs().unwrap_or_default().into_iter().map(|one| one.ip()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_has_at_most_twenty_characters_and_homes_come_first() {
        let mut all: Vec<IpAddr> =
            ["172.17.0.1", "10.20.30.40", "192.168.100.200"].map(|ip| ip.parse().unwrap()).into();
        all.sort_by_key(|ip| likelihood(*ip));
        let typed = SocketAddr::new(all[0], PORT).to_string();
        assert_eq!((typed.as_str(), typed.len()), ("192.168.100.200:8080", 20));
        assert!(!is_for_others(&"127.0.0.1".parse().unwrap()) && !is_for_others(&"169.254.1.1".parse().unwrap()));
    }

    #[test]
    fn a_named_address_is_the_only_one() {
        assert_eq!(reachable_at("127.0.0.1:9000".parse().unwrap()), ["127.0.0.1:9000"]);
    }
}
