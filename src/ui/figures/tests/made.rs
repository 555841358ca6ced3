//! A wheel, a spoke and a case, made for a test.

use crate::course::model::{Case, Category, Detail, Id, Text, Wheel};

pub(super) fn around(hub: &str) -> Wheel {
    let text = |raw: &str| Text::new(raw).unwrap();
    Wheel {
        scheme: Id::new("nine").unwrap(),
        title: text("Nine"),
        hub: text(hub),
        lead: Some(text("peacemaking through")),
    }
}

pub(super) fn spoke(no: u8, text: &Text) -> Category {
    let detail = |label: &str| Detail(Text::new(label).unwrap(), text.clone());
    Category {
        key: Id::new(no.to_string()).unwrap(),
        name: text.clone(),
        option: None,
        gloss: None,
        short: Some(text.clone()),
        phrase: Some(text.clone()),
        details: ["who", "does", "case", "limit"].map(detail).to_vec(),
        cite: Vec::new(),
    }
}

pub(super) fn case(latitude: f64, longitude: f64, text: &Text) -> Case {
    let [title, place, years, class, summary] = std::array::from_fn(|_| text.clone());
    Case {
        id: Id::new("a").unwrap(),
        title,
        place,
        latitude: Some(latitude),
        longitude: Some(longitude),
        years,
        class,
        summary,
        cite: Vec::new(),
    }
}
