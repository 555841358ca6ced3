//! Whether the terminal's background is dark or light: what it answers when it is asked (OSC 11), and what the variable
//! `COLORFGBG` says.

use super::theme::Background;

/// What the terminal answers, between `ESC ]` and its end: `11;rgb:ffff/ffff/ffff`.
pub(super) fn answered(answer: &str) -> Option<Background> {
    let colours = answer.strip_prefix("11;")?;
    let (_, parts) = colours.split_once(':').filter(|(form, _)| matches!(*form, "rgb" | "rgba"))?;
    let mut parts = parts.split('/').map(share);
    let (red, green, blue) = (parts.next()??, parts.next()??, parts.next()??);
    // What the eye sees of each (ITU-R BT.601).
    Some(if 0.299 * red + 0.587 * green + 0.114 * blue > 0.5 { Background::Light } else { Background::Dark })
}

/// One to four hexadecimal digits as a share of the most they can be.
fn share(digits: &str) -> Option<f64> {
    let most = match digits.len() {
        1 => 0xf,
        2 => 0xff,
        3 => 0xfff,
        4 => 0xffff,
        _ => return None,
    };
    u16::from_str_radix(digits, 16).ok().map(|value| f64::from(value) / f64::from(most))
}

/// What `COLORFGBG` says: `15;0`, or `15;default;0`. White and light grey are light.
#[must_use]
pub fn named(variable: &str) -> Option<Background> {
    let background: u8 = variable.rsplit(';').next()?.parse().ok()?;
    Some(if matches!(background, 7 | 9..=15) { Background::Light } else { Background::Dark })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_says_dark_or_light() {
        for (answer, background) in [
            ("11;rgb:ffff/ffff/ffff", Some(Background::Light)),
            ("11;rgb:fdf6/e3e3/d5d5", Some(Background::Light)),
            ("11;rgb:1e/1e/1e", Some(Background::Dark)),
            ("11;rgba:0000/2b2b/3636/ffff", Some(Background::Dark)),
            ("11;rgb:f/f/f", Some(Background::Light)),
            ("11;rgb:ffff/ffff", None),
            ("10;rgb:ffff/ffff/ffff", None),
            ("11;rgb:gggg/ffff/ffff", None),
            ("", None),
        ] {
            assert_eq!(answered(answer), background, "{answer}");
        }
    }

    #[test]
    fn the_variable_says_dark_or_light() {
        for (variable, background) in [
            ("15;0", Some(Background::Dark)),
            ("0;15", Some(Background::Light)),
            ("0;default;7", Some(Background::Light)),
            ("12;8", Some(Background::Dark)),
            ("default", None),
            ("", None),
        ] {
            assert_eq!(named(variable), background, "{variable}");
        }
    }
}
