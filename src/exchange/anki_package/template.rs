//! What a card shows: words of its template, and fields.

/// The names of the fields that `template` shows, each once, in its order. What stands between `{{#Field}}` and `{{/Field}}`
/// counts as shown.
pub(super) fn shown(template: &str) -> Vec<&str> {
    let mut fields = Vec::new();
    for part in template.split("{{").skip(1) {
        let Some((inner, _)) = part.split_once("}}") else { continue };
        let inner = inner.trim().trim_start_matches('{');
        let name = inner.rsplit(':').next().unwrap_or(inner).trim();
        if !inner.starts_with(['#', '^', '/', '!']) && !OWN.contains(&name) && !fields.contains(&name) {
            fields.push(name);
        }
    }
    fields
}

/// What `template` shows as HTML. `field` gives what stands in a field, `is_filled` whether anything does: what is shown only
/// where a field is filled, or only where it is not, hangs on it.
pub(super) fn rendered(template: &str, field: impl Fn(&str) -> String, is_filled: impl Fn(&str) -> bool) -> String {
    let (mut html, mut sections, mut rest) = (String::new(), Vec::new(), template);
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((inner, next)) = after.split_once("}}") else { break };
        let is_shown = sections.iter().all(|shown| *shown);
        if is_shown {
            html.push_str(before);
        }
        let inner = inner.trim().trim_start_matches('{');
        let name = inner.rsplit(':').next().unwrap_or(inner).trim();
        if let Some(section) = inner.strip_prefix('#') {
            sections.push(is_filled(section.trim()));
        } else if let Some(section) = inner.strip_prefix('^') {
            sections.push(!is_filled(section.trim()));
        } else if inner.starts_with('/') {
            sections.pop();
        } else if is_shown && !inner.starts_with('!') && !OWN.contains(&name) {
            html.push_str(&field(name));
        }
        rest = next.strip_prefix('}').filter(|_| after.starts_with('{')).unwrap_or(next);
    }
    if sections.iter().all(|shown| *shown) {
        html.push_str(rest);
    }
    html
}

/// What is between braces and no field.
const OWN: [&str; 8] = ["", "FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag"];

/// Whether the learner types the answer.
pub(super) fn is_typed(template: &str) -> bool {
    template.contains("{{type:")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_found_whatever_is_done_to_them() {
        let template =
            "{{FrontSide}}<hr>{{#Extra}}{{hint:Extra}}{{/Extra}} {{Back}} {{furigana:Back}} {{type:nc:Word}} {{Tags}}";
        assert_eq!(shown(template), ["Extra", "Back", "Word"]);
        assert!(is_typed(template) && !is_typed("{{Back}}"));
        assert_eq!(shown("{{cloze:Text}}"), ["Text"]);
    }

    #[test]
    fn words_of_a_template_are_shown_and_conditions_kept() {
        let field = |name: &str| format!("<{name}>");
        let is_filled = |name: &str| name == "Land";
        for (template, html) in [
            ("Capital of {{Land}}?", "Capital of <Land>?"),
            ("{{#Land}}in {{text:Land}}{{/Land}}{{^Land}}nowhere{{/Land}}", "in <Land>"),
            ("{{#Hint}}({{Hint}}){{/Hint}}so {{Tags}}{{! no word }}", "so "),
            ("{{FrontSide}}<hr>{{{Land}}}.", "<hr><Land>."),
        ] {
            assert_eq!(rendered(template, field, is_filled), html);
        }
    }
}
