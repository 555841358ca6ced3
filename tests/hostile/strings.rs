//! The strings of a JSON value.

use serde_json::Value;

/// Shows every string and key in `json`.
pub(super) fn every_string(json: &Value, see: &mut impl FnMut(&str)) {
    match json {
        Value::String(s) => see(s),
        Value::Array(all) => all.iter().for_each(|v| every_string(v, see)),
        Value::Object(all) => all.iter().for_each(|(key, v)| {
            see(key);
            every_string(v, see);
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
