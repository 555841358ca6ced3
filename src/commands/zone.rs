//! The time zone here.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;

/// Longest file of a zone that is read, in bytes.
const LONGEST: u64 = 1024 * 1024;

/// Where zones are kept, as jiff looks for them.
const DATABASES: [&str; 4] = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo"];

/// The zone that study days follow: that of `TZ`, or else the machine's; UTC where there is none.
#[must_use]
pub(super) fn local() -> TimeZone {
    of_the_machine().or_else(named).unwrap_or(TimeZone::UTC)
}

/// The zone with its name, for which the whole zone database may be listed.
#[must_use]
pub(super) fn named() -> Option<TimeZone> {
    let leads_to_no_file = std::env::var_os("TZ").is_some_and(|zone| leads_to_no_file(&zone));
    if leads_to_no_file { None } else { TimeZone::try_system().ok() }
}

/// The zone of the machine, from its own file. Finding its name as well would be over a quarter of all instructions to the
/// first frame. `TZ`, when set, comes first as ever.
fn of_the_machine() -> Option<TimeZone> {
    if std::env::var_os("TZ").is_some() {
        return None;
    }
    TimeZone::tzif("local", &std::fs::read("/etc/localtime").ok()?).ok()
}

/// Whether `TZ` as it is set leads to a device, a pipe or a file without end, which would be read for ever.
fn leads_to_no_file(set: &OsStr) -> bool {
    let name = Path::new(set.to_str().map_or(set, |set| OsStr::new(set.trim_start_matches(':'))));
    let chosen = std::env::var_os("TZDIR").map(PathBuf::from);
    let databases = chosen.into_iter().chain(DATABASES.map(PathBuf::from));
    let is_endless = |place: PathBuf| {
        std::fs::metadata(place).is_ok_and(|found| !found.is_dir() && (!found.is_file() || found.len() > LONGEST))
    };
    // A name that is a whole path stays one.
    databases.map(|folder| folder.join(name)).any(is_endless)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_read_from_a_file_or_not_at_all() {
        for endless in ["/dev/zero", ":/dev/zero", "../../../dev/zero"] {
            assert!(leads_to_no_file(OsStr::new(endless)), "{endless}");
        }
        for zone in ["UTC", "Europe/Oslo", "", ":", "/etc/hostname", "CET-1CEST"] {
            assert!(!leads_to_no_file(OsStr::new(zone)), "{zone}");
        }
    }
}
