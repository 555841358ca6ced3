//! How things are counted in words.

pub(super) use crate::course::wording::count;
