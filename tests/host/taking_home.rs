//! Answers of a device without a network, and what is taken home.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use super::room::{Device, Host, page, report};

const SIGNS: &[u8] = b"ABCDEFGHJKLMNPQRTUVWXYZ2346789";

/// The code that a page shows for the option at place `answer`.
fn ticket(device: &Device, question: &Value, answer: u32) -> String {
    let key = (0..16).map(|at| u8::from_str_radix(&device.secret[2 * at..2 * at + 2], 16).unwrap());
    let (seat, q) = (u32::try_from(device.seat).unwrap(), u32::try_from(question["q"].as_u64().unwrap()).unwrap());
    let bytes: Vec<u8> = key
        .chain(seat.to_be_bytes()[2..].to_vec())
        .chain(q.to_be_bytes())
        .chain(answer.to_be_bytes()[2..].to_vec())
        .collect();
    let hash = Sha256::digest(bytes);
    let word = |at: usize| u32::from_be_bytes(hash[at..at + 4].try_into().unwrap());
    let signs = |mut number: u32| {
        let mut text = [0; 6];
        for slot in text.iter_mut().rev() {
            *slot = SIGNS[number as usize % SIGNS.len()];
            number /= 30;
        }
        String::from_utf8(text.to_vec()).unwrap()
    };
    format!("{}{}", signs((seat * 16384 + answer) * 32 + (word(0) >> 27)), signs(word(4) >> 3))
}

#[test]
fn an_answer_by_code_counts_once_and_a_forged_one_not_at_all() {
    let data = TempDir::new().unwrap();
    let mut host = Host::start(data.path(), &["--timer", "0", "-n", "1", "--kind", "choice"]);
    let mut devices = [Device::join(&host, "Ana"), Device::join(&host, "Ben")];
    host.types("");
    host.types("");
    let asked = devices[0].is_asked();
    let code = ticket(&devices[0], &asked, 1);
    host.types(&format!("code {}", ticket(&devices[0], &json!({"q": 2}), 1)));
    host.says("not one for this question");
    host.types(&format!("code {}-{}", &code[..4], &code[4..].to_lowercase()));
    host.says("The answer of Ana is taken");
    host.types(&format!("code {code}"));
    host.says("has answered this question already");
    host.types("show");
    assert_ne!(devices[0].gets("result")["verdict"], "none");
    host.types("end");
    devices[0].gets("end");
    assert_eq!(report(data.path())["questions"][0]["pupils"][0]["by_code"], true);
}

#[test]
fn what_was_missed_is_taken_home_when_all_is_over() {
    let data = TempDir::new().unwrap();
    let mut host = Host::start(data.path(), &["--timer", "0", "-n", "1"]);
    let mut ana = Device::join(&host, "Ana");
    host.types("");
    host.types("");
    ana.is_asked();
    host.types("show");
    ana.gets("result");
    host.types("end");
    let end = ana.gets("end");
    let keep = end["keep"].as_str().unwrap();
    assert!(!keep.contains(&ana.secret));
    assert!(page(&host, keep).contains("To practise: Ana"));
    let file = page(&host, &format!("{keep}/missed.json"));
    let file: Value = serde_json::from_str(file.split("\r\n\r\n").nth(1).unwrap()).unwrap();
    assert_eq!(file["items"].as_array().map(Vec::len), Some(1));
    assert!(page(&host, &format!("/mine/{}", "0".repeat(32))).starts_with("HTTP/1.1 404"));
    assert!(page(&host, "/data").contains("What is kept about you") && page(&host, "/").contains("<script>"));
}
