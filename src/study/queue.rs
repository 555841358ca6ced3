//! The queue of cards.
