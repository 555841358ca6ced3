//! "Did you mean": the known name that is closest to one that is not.

/// Share of a name's letters that may be wrong, as one in so many.
const WRONG_IN: usize = 3;

/// The closest of `known` to `named`, when it is close enough to be meant: the fewest letters too many, too few, other or
/// swapped (Damerau 1964), or the only one that begins so.
pub fn closest<'a>(named: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let named = named.to_lowercase();
    let known: Vec<&str> = known.collect();
    let distance = |it: &str| strsim::damerau_levenshtein(&named, &it.to_lowercase());
    let near = known.iter().map(|it| (distance(it), *it)).min_by_key(|(distance, _)| *distance);
    let is_near = |(distance, it): &(usize, &str)| *distance <= (it.chars().count() / WRONG_IN).max(1);
    let mut beginning = known.iter().filter(|it| named.chars().count() > 2 && it.to_lowercase().starts_with(&named));
    let only = beginning.next().filter(|_| beginning.next().is_none()).copied();
    only.or(near.filter(is_near).map(|(_, it)| it))
}

/// A sentence that proposes it; empty when nothing is close.
pub fn did_you_mean<'a>(named: &str, known: impl Iterator<Item = &'a str>) -> String {
    closest(named, known).map_or_else(String::new, |it| format!(" Did you mean `{it}`?"))
}

/// What begins a remedy when something close is known: "did you mean `it`? Otherwise "; empty when nothing is.
#[must_use]
pub fn meant<'a>(named: &str, known: impl Iterator<Item = &'a str>) -> String {
    closest(named, known).map_or_else(String::new, |it| format!("did you mean `{it}`? Otherwise "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_close_is_proposed_and_nothing_else() {
        let known = ["track-one", "track-two", "origins", "casebook"];
        for (named, meant) in [
            ("track-tow", Some("track-two")),
            ("TRACK-ONE", Some("track-one")),
            ("orgins", Some("origins")),
            ("case", Some("casebook")),
            ("ferry", None),
            ("", None),
        ] {
            assert_eq!(closest(named, known.into_iter()), meant, "{named}");
        }
    }
}
