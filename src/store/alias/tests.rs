//! What becomes of old ids.
