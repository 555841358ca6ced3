//! A page of HTML that stands by itself: style and charts are in it, and it asks no network for anything.

use maud::{DOCTYPE, Markup, PreEscaped, html};

/// A whole page. `style` is CSS of the program's own, never of a user.
#[must_use]
pub fn page(language: &str, title: &str, style: &str, body: Markup) -> String {
    html! {
        (DOCTYPE)
        html lang=(language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (PreEscaped(style)) }
            }
            body { (body) }
        }
    }
    .into_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_cannot_become_markup() {
        let page = page("en", "<script>", "", html! { p { ("<b>&\"") } });
        assert!(
            page.contains("<title>&lt;script&gt;</title>") && page.contains("<p>&lt;b&gt;&amp;&quot;</p>"),
            "{page}"
        );
    }
}
