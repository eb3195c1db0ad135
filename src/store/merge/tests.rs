//! The laws of bringing together.
