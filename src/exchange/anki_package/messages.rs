//! The protocol buffers of Anki's current form, as far as they are needed.

/// The file `meta`: which form the package is in.
#[derive(Clone, PartialEq, prost::Message)]
pub(super) struct PackageMetadata {
    /// 1 and 2 are the old forms, 3 is the current one.
    #[prost(int32, tag = "1")]
    pub version: i32,
}

/// The file `media`: what the files `0`, `1` and so on are called.
#[derive(Clone, PartialEq, prost::Message)]
pub(super) struct MediaEntries {
    #[prost(message, repeated, tag = "1")]
    pub entries: Vec<MediaEntry>,
}

#[derive(Clone, PartialEq, prost::Message)]
pub(super) struct MediaEntry {
    #[prost(string, tag = "1")]
    pub name: String,
}

/// How a kind of notes is set up.
#[derive(Clone, PartialEq, prost::Message)]
pub(super) struct NoteKindConfig {
    /// 1 where its notes have gaps.
    #[prost(int32, tag = "1")]
    pub kind: i32,
}

/// What a kind of cards shows.
#[derive(Clone, PartialEq, prost::Message)]
pub(super) struct TemplateConfig {
    #[prost(string, tag = "1")]
    pub question: String,
    #[prost(string, tag = "2")]
    pub answer: String,
}
