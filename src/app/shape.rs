//! How a screen of some size is divided: pure numbers, which `app` moves by
//! and `ui` paints by.

use crate::{
    keys::Motion,
    page::{COLUMN, FOOT},
};

/// The least columns at which list and page stand side by side.
const TWO_PANES: usize = 90;
/// The least lines at which there is room for rules and empty lines.
const ROOMY: usize = 16;
/// The least lines at which groups in lists stand apart.
const SPACIOUS: usize = 34;

/// The least columns at which lists are broad.
const WIDE: usize = 180;

/// The least columns of a page whose text runs in two columns.
const TWO_COLUMNS: usize = 120;

/// The lines by which what lies over a screen is scrolled at once.
const SCREENFUL: usize = 10;

/// Columns and lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Size {
    pub columns: usize,
    pub lines: usize,
}

/// How a screen is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Whether list and page stand side by side.
    pub has_two_panes: bool,
    /// Whether there is room for rules and empty lines.
    pub is_roomy: bool,
    /// Whether there is room for empty lines in lists.
    pub is_spacious: bool,
    /// What a list can take.
    pub list: Size,
    /// What the text of a page can take, below its title.
    pub page: Reach,
    /// What the text of a page can take where it has the screen to itself.
    pub alone: Reach,
}

/// What the text of a page can take: it may run on in a second column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The columns of a line.
    pub columns: usize,
    /// The lines of a column of text.
    pub height: usize,
    /// How many columns of text stand side by side.
    pub flows: usize,
}

impl Reach {
    /// The lines that are seen at once, wherever a column has to end.
    pub fn lines(self) -> usize {
        (self.height * self.flows).saturating_sub(self.flows.saturating_sub(1) * FOOT)
    }
}

impl Shape {
    /// The margin to the left and to the right of a page.
    pub const MARGIN: u16 = 2;

    /// What stands between two columns of text.
    pub const BETWEEN: usize = 4;

    /// How a screen of that size is divided; a list whose rows are figures in columns takes
    /// more of it.
    pub fn of(size: Size, has_figures: bool) -> Self {
        let is_roomy = size.lines >= ROOMY;
        let has_two_panes = size.columns >= TWO_PANES;
        let body = size.lines.saturating_sub(if is_roomy { 4 } else { 2 });
        let list = if has_two_panes {
            let share = if has_figures { 6 } else { 5 };
            let most = if has_figures || size.columns >= WIDE { 66 } else { 54 };
            (size.columns * share / 12).min(most)
        } else {
            size.columns
        };
        let beside = if has_two_panes { list + 1 } else { 0 };
        let height = body.saturating_sub(if is_roomy { 2 } else { 1 });
        let page = |beside: usize| {
            let all = size.columns.saturating_sub(beside + 2 * usize::from(Self::MARGIN));
            let flows = if all >= TWO_COLUMNS { 2 } else { 1 };
            let columns = all.saturating_sub((flows - 1) * Self::BETWEEN) / flows;
            let columns = columns.min(COLUMN);
            Reach { columns, height, flows }
        };
        Self {
            has_two_panes,
            is_roomy,
            is_spacious: size.lines >= SPACIOUS,
            list: Size { columns: list, lines: body },
            page: page(beside),
            alone: Reach {
                columns: size.columns.saturating_sub(2 * usize::from(Self::MARGIN)),
                height: body,
                flows: 1,
            },
        }
    }
}

/// Where a text of so many lines that begins at line `top` goes.
pub(super) fn scrolled(top: usize, lines: usize, motion: Motion) -> usize {
    motion.from(top, SCREENFUL, lines).min(lines.saturating_sub(1))
}
