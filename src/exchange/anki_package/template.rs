//! Which fields a card shows.

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
}
