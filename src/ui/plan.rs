//! The plan.

use ratatui::{buffer::Buffer, layout::Rect};

use super::Brush;
use crate::app::App;

/// Paints the plan.
pub(super) fn render(_app: &App, _brush: Brush<'_>, _area: Rect, _buf: &mut Buffer) {}
